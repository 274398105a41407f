"""How a work stands after its publication, and what changed in its record: in words that a librarian reads."""

from dataclasses import fields

from harvester.model import Relation, Skip, SkipCode, Work
from harvester.values.relations import CONCERN, KINDS, WITHDRAWN

CORRECTED = "corrected"

_TOLD_BY = {
    WITHDRAWN: ("retraction",),
    CONCERN: ("concern",),
    CORRECTED: ("erratum",),
}
"""The relations that tell of each, the gravest first; the notice is their target."""

_NOTICES = {**_TOLD_BY, WITHDRAWN: ("retraction", "republication")}
"""Where to read of each: what was retracted and published again has no notice but the new version."""

_PUBLISHED = {"aheadofprint": "ahead of print", "ppublish": "in print", "epublish": "online"}
"""PubMed's words for how a work is published (its DTD, `PublicationStatus`), in ours."""

_FIELDS = {
    "container_title": "journal",
    "container_title_short": "journal, short",
    "author": "authors",
    "editor": "editors",
    "issued": "date",
    "page": "pages",
    "authors_complete": "all authors named",
    "event_title": "event",
    "publisher_place": "place",
    "original_title": "original title",
}
"""Fields that people call by another name than CSL does."""

_LONG = 80


_SKIPPED = {
    SkipCode.EMPTY: "empty",
    SkipCode.IRREGULAR: "no regular file",
    SkipCode.TOO_LARGE: "larger than {} MB",
    SkipCode.DOCUMENT: "{}: save the page as HTML or text instead",
    SkipCode.BIBLIOGRAPHY: "a bibliography ({}), no saved page",
    SkipCode.TABLE: "a table of works ({}), no saved page",
    SkipCode.EMPTY_CONTAINER: "a container without a page inside",
}


def why_skipped(skip: Skip) -> str:
    """Why a file was passed over: "a bibliography (RIS), no saved page"."""
    if skip.code is SkipCode.BINARY:
        return f"binary ({skip.detail})" if skip.detail else "binary"
    return _SKIPPED[skip.code].format(skip.detail)


def standing(work: Work) -> tuple[str, ...]:
    """What a reader has to know before citing a work, the gravest first: "retracted: see pmid:99999999"."""
    kinds = {relation.kind for relation in work.relations}
    told = [what for what, by in _TOLD_BY.items() if what == work.status or kinds.intersection(by)]
    return tuple(_see(what, work) for what in told)


def marked(work: Work) -> str:
    """The title of a work, "[RETRACTED]" or its like before it where there is something to know."""
    told = standing(work)
    return f"[{told[0].partition(':')[0].upper()}] {work.title}" if told else work.title


def _see(what: str, work: Work) -> str:
    notices = (r.target or r.note for r in work.relations if r.kind in _NOTICES[what])
    where = ", ".join(dict.fromkeys(filter(None, notices)))
    return f"{what}: see {where}" if where else what


def changes(old: Work, new: Work) -> tuple[str, ...]:
    """What changed between two accounts of a work, a phrase each, the gravest first."""
    before = {said.partition(":")[0] for said in standing(old)}
    after = {said.partition(":")[0]: said for said in standing(new)}
    grave = [said for what, said in after.items() if what not in before]
    gone = [f"no longer {what}" for what in before if what not in after]
    return (*grave, *gone, *_status(old, new), *_relations(old, new, "; ".join(grave)), *_fields(old, new))


def _status(old: Work, new: Work) -> list[str]:
    was, now = _PUBLISHED.get(old.status, old.status), _PUBLISHED.get(new.status, new.status)
    if was == now or WITHDRAWN in (was, now) or CONCERN in (was, now):
        return []  # what is told by `standing` already
    return [f"now {now}" + (f" (was {was})" if was else "") if now else f"no longer {was}"]


def _relations(old: Work, new: Work, told: str) -> list[str]:
    arrived = [r for r in new.relations if r not in old.relations and (not r.target or r.target not in told)]
    left = [r for r in old.relations if r not in new.relations]
    return [*(f"new: {in_words(r)}" for r in arrived), *(f"no longer: {in_words(r)}" for r in left)]


def in_words(relation: Relation) -> str:
    """What another publication is to a work: "an erratum of it (pmid:12345)"."""
    where = relation.target or relation.note
    return KINDS.get(relation.kind, relation.kind) + (f" ({where})" if where else "")


def _fields(old: Work, new: Work) -> list[str]:
    told = []
    for field in fields(Work):
        was, now = plain(getattr(old, field.name)), plain(getattr(new, field.name))
        if was != now and field.name not in ("status", "relations"):
            told.append(f"{_FIELDS.get(field.name, field.name)}: {_short(was)} -> {_short(now)}")
    return told


def plain(value: object) -> str:
    """A field's value as a person reads it."""
    if isinstance(value, tuple):
        return "; ".join(in_words(v) if isinstance(v, Relation) else str(v) for v in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value or "")


def _short(text: str) -> str:
    return (text if len(text) <= _LONG else f"{text[:60]}... ({len(text)} characters)") or "(none)"
