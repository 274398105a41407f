"""A citable publication in CSL's vocabulary, with its names and dates."""

from dataclasses import dataclass

from harvester.model.identifier import Identifier


@dataclass(frozen=True, slots=True)
class Name:
    """A person as CSL splits one, or a body that is only `literal`.

    `given` is as printed ("G.G.", "DS", "Pierluigi"); `particle` is CSL's non-dropping particle ("van der") where it is
    known to be one; a family name of several words stays whole in `family`.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    particle: str = ""
    literal: str = ""

    def __str__(self) -> str:
        """The name in reading order of a bibliography: `van der Berg, A. B., Jr.`, or the literal."""
        if self.literal:
            return self.literal
        family = f"{self.particle} {self.family}".strip() if self.particle else self.family.strip()
        return ", ".join([part for part in (family, self.given, self.suffix) if part])


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known; `literal` keeps what the parts cannot say ("2019 Jan-Feb", "Winter 2018")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    literal: str = ""

    def __str__(self) -> str:
        """ISO 8601 as far as known (`2024-02-28`, `2024-02`, `2024`), else the literal."""
        if self.year is None:
            return self.literal
        parts = [f"{self.year:04d}"]
        for part in (self.month, self.day):
            if part is None:
                break
            parts.append(f"{part:02d}")
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str) -> "PartialDate | None":
        """The date that `str()` of one wrote: ISO 8601 with one to three parts, else a literal; None of nothing."""
        parts = text.strip().split("-")
        if 1 <= len(parts) <= 3 and all(part.isascii() and part.isdigit() for part in parts) and len(parts[0]) == 4:
            year, month, day = [*map(int, parts), None, None][:3]
            return cls(year, month, day)
        return cls(literal=text.strip()) if text.strip() else None


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """A link to another publication that is not the same work: `kind` says what the other one is to this.

    `kind` is one of `notations.relations.KINDS`, such as `retraction`, `erratum`, `preprint`; `target` is its CURIE, ""
    where only the words of `note` name it.
    """

    kind: str
    target: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A publication as one account tells it: a page, a printed reference, a service's record, or the library's choice.

    Fields are CSL variables; an empty string, an empty tuple or None says that the account is silent. `type` is a CSL
    type (`article-journal`, `chapter`, `book`, `webpage`, `article` for preprints, `thesis`, `report`). Titles may
    hold `<i>`, `<b>`, `<sup>` and `<sub>` and nothing else of markup. `page` is a range with expanded ends and an
    ASCII hyphen (`720-727`) or an article number, which then stands in `number` too. `status` is PubMed's word where
    there is one (`aheadofprint`, `ppublish`, `retracted`).
    """

    type: str = ""
    title: str = ""
    author: tuple[Name, ...] = ()
    authors_complete: bool = True
    editor: tuple[Name, ...] = ()
    issued: PartialDate | None = None
    container_title: str = ""
    container_title_short: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    event_title: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    language: str = ""
    issn: tuple[str, ...] = ()
    url: str = ""
    accessed: PartialDate | None = None
    genre: str = ""
    original_title: str = ""
    status: str = ""
    relations: tuple[Relation, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    def get(self, scheme: str) -> str | None:
        """The first identifier of a scheme as its bare value, or None."""
        for identifier in self.identifiers:
            if identifier.scheme == scheme:
                return identifier.value
        return None
