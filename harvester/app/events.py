"""What asking the services comes to, as it comes: the engine yields events, `harvester.library` counts them."""

from dataclasses import dataclass

from harvester.errors import UnreachableError
from harvester.model import Problem
from harvester.model.resolution import Resolution
from harvester.works.notices import FieldChange, WorkChange, is_alarming


@dataclass(frozen=True, slots=True)
class Resolved:
    """A batch was answered and is held: one resolution a query."""

    resolutions: tuple[Resolution, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A batch that no service answered; it is left for a later run."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Away:
    """A fallback is out of reach; it costs nothing but what that service may have known."""

    error: UnreachableError


@dataclass(frozen=True, slots=True)
class Changed:
    """A record says something else than when it was last asked for: what changed, and field by field.

    One that is `gone` is not given any more: deleted at PubMed, as a rule since it was there twice.
    """

    pmid: str
    title: str
    changes: tuple[WorkChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    gone: bool = False

    @property
    def alarming(self) -> bool:
        """Whether the work was retracted, or a concern expressed, since."""
        return is_alarming(self.changes)


@dataclass(frozen=True, slots=True)
class Compared:
    """So many records were given anew and compared with what the library had."""

    records: int


Event = Resolved | Left | Away | Changed | Compared
