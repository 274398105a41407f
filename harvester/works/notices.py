"""What a reader has to know before citing a work, and what changed between two claims of it: as values, not words.

`harvester.explain` says them in words; whether something is alarming is asked of the values.
"""

from dataclasses import dataclass, fields

from harvester.model import Relation, Work
from harvester.values.relations import CONCERN, WITHDRAWN

CORRECTED = "corrected"

_MADE_BY = {
    WITHDRAWN: ("retraction",),
    CONCERN: ("concern",),
    CORRECTED: ("erratum",),
}
"""The relations that make a notice of each kind, the gravest kind first; where to read of it is their target."""

_READ_IN = {**_MADE_BY, WITHDRAWN: ("retraction", "republication")}
"""Where to read of each: what was retracted and published again has no notice but the new version."""

ALARMING = (WITHDRAWN, CONCERN)
"""What raises an alarm where it is new; a concern that becomes a retraction raises another."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A work was retracted, doubted or corrected (`kind`); `see` names where to read of it."""

    kind: str
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeChange:
    """A notice that arrived, or one that is there no longer."""

    notice: Notice
    gone: bool = False


@dataclass(frozen=True, slots=True)
class StatusChange:
    """How a work is published (`aheadofprint`, `ppublish`, ...), before and after; "" where nothing is said."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RelationChange:
    """A relation to another publication that arrived, or is there no longer."""

    relation: Relation
    gone: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a work, before and after."""

    name: str
    old: object
    new: object


WorkChange = NoticeChange | StatusChange | RelationChange | FieldChange


def notices(work: Work) -> tuple[Notice, ...]:
    """The notices of a work, the gravest first."""
    kinds = {relation.kind for relation in work.relations}
    there = [kind for kind, made_by in _MADE_BY.items() if kind == work.status or kinds.intersection(made_by)]
    return tuple(
        Notice(
            kind,
            tuple(
                dict.fromkeys(
                    r.target or r.note for r in work.relations if r.kind in _READ_IN[kind] and (r.target or r.note)
                )
            ),
        )
        for kind in there
    )


def changes(old: Work, new: Work) -> tuple[WorkChange, ...]:
    """What changed between two claims of a work, the gravest first and each once."""
    before, after = notices(old), notices(new)
    kinds_before, kinds_after = {notice.kind for notice in before}, {notice.kind for notice in after}
    arrived = [notice for notice in after if notice.kind not in kinds_before]
    found: list[WorkChange] = [NoticeChange(notice) for notice in arrived]
    found += [NoticeChange(notice, gone=True) for notice in before if notice.kind not in kinds_after]
    # A status that is a notice was reported as one.
    if old.status != new.status and not {old.status, new.status} & set(ALARMING):
        found.append(StatusChange(old.status, new.status))
    # Where a new notice is to be read is reported with it, and is no news of its own.
    seen = {where for notice in arrived for where in notice.see}
    found += [RelationChange(r) for r in new.relations if r not in old.relations and r.target not in seen]
    found += [RelationChange(r, gone=True) for r in old.relations if r not in new.relations]
    found += [change for change in field_changes(old, new) if change.name not in ("status", "relations")]
    return tuple(found)


def field_changes(old: Work, new: Work) -> tuple[FieldChange, ...]:
    """The fields in which two claims of a work differ, in the order of `Work`."""
    pairs = ((field.name, getattr(old, field.name), getattr(new, field.name)) for field in fields(Work))
    return tuple(FieldChange(name, was, now) for name, was, now in pairs if was != now)


def is_alarming(found: tuple[WorkChange, ...]) -> bool:
    """Whether the work was retracted, or a concern expressed."""
    return any(isinstance(c, NoticeChange) and not c.gone and c.notice.kind in ALARMING for c in found)
