"""Reasons, notices and changes in words that a librarian reads: the one place where an outcome becomes a sentence.

Nothing decides by what this file says; a test scrambles its sentences and finds every result the same.
"""

from collections.abc import Iterable
from dataclasses import fields
from typing import Protocol

from harvester.model import Relation, Skip, SkipCode, Work
from harvester.model.citation import Method, Stage
from harvester.model.reason import ComparedFact, Outcome, Reason
from harvester.model.reason import ReasonCode as Code
from harvester.values.relations import CONCERN, KINDS, WITHDRAWN

SENTENCES = {
    Code.COMPARED: "{facts}",
    Code.NEAREST: "nearest: {} ({facts})",
    Code.ANOTHER_WORK_THERE: "another work stands there: {} ({facts})",
    Code.IS_ANOTHER_WORK: "{} is another work ({facts})",
    Code.TWO_RECORDS_FIT: "two records fit",
    Code.NOBODY_HAS_IT: "nobody has anything like it",
    Code.FITS_TWO_WORKS: "fits two works that contradict each other",
    Code.NO_RECORD_IN_PUBMED: "PubMed has no record of {}",
    Code.NOTHING_IN_PUBMED: "PubMed has nothing like it",
    Code.NEITHER_IDENTIFIER_NOR_WORDS_IN_PUBMED: "PubMed knows neither {} nor the words",
    Code.NOTHING_IN_PUBMED_OR_CROSSREF: "neither PubMed nor Crossref has anything like it",
    Code.NO_RECORD_IN_PUBMED_OR_CROSSREF: "neither PubMed nor Crossref has a record of {}",
    Code.MEANS_WORK: "{}",
    Code.HAS_IDENTIFIER: "{}",
    Code.WORK_OF_ITS_OWN: "a work of its own",
    Code.NONE_OF_THE_CANDIDATES: "none of the candidates",
    Code.PERSON_SAID_YES: "a person said that this is the work",
    Code.PERSON_SAID_NO: "a person said that it is not",
    Code.AS_RECORDED: "{}",
    Code.NOT_ASKED_YET: "not asked for yet",
    Code.NO_CANDIDATE_AGREES: "no candidate agrees in two independent facts",
    Code.IDENTIFIER_AND_PAGE_OF_NOTICE: "the printed identifier and the printed page are those of a notice",
    Code.IDENTIFIER_OF_NO_ARTICLE: (
        "the printed identifier is of a notice, a preprint or a thesis, the words are of an article"
    ),
    Code.IDENTIFIER_AND_PLACE: "the printed identifier, and the place in the journal",
    Code.IDENTIFIER_OF_OTHER_TITLE: "the printed identifier is of another title",
    Code.IDENTIFIER_AND_WORDS: "the printed identifier, and the words do not speak against it",
    Code.IDENTIFIER_AGAINST_WORDS: "the printed identifier, but the words speak against it",
    Code.PAGE_OF_NOTICE: "the page is that of a notice, the words are of an article",
    Code.NO_ARTICLE: "a notice, a preprint or a thesis never stands for the article, nor the article for it",
    Code.OTHER_TITLE_OR_AUTHOR: "another title or another first author",
    Code.OTHER_IDENTIFIER: "another identifier is printed",
    Code.OTHER_ABSTRACT: "the abstracts differ",
    Code.ASIDE_NEEDS_PAGE: "a letter, an editorial or an abstract needs the page and nothing against it",
    Code.TITLE_ALONE: "the title alone says too little",
    Code.OTHER_YEAR: "the year is another, and no volume or page bears the title out",
    Code.TITLE_AND_ANOTHER: "the title and another fact agree, nothing contradicts",
    Code.TITLE_AND_PLACE_MISPRINTED: "the title and two facts of the place agree, one is misprinted",
    Code.TITLE_AGAINST_OTHERS: "the title agrees, and other facts contradict",
    Code.NO_TITLE_AND_AGAINST: "no title agrees, and a fact contradicts",
    Code.WHOLE_PLACE: "author, year, volume and page all agree",
    Code.AUTHOR_PAGE_AND_TWO_MORE: "author, page and two more facts agree",
    Code.PLACE_INCOMPLETE: "the title does not agree, and the place is not complete",
}
"""What each code says, its names in the place of `{}`, its facts in that of `{facts}`."""

FACTS = {
    "agree": "{names} agree",
    "differ": "{names} differ",
    "identifier": "prints {printed}, the record has {found}",
    "misprinted": "{name} misprinted: {printed} for {found}",
    "nearly": "{name} {printed} is {found} there",
    "vague": "{name} {printed} says little",
    "nothing": "nothing else is printed",
}
"""What is said of compared facts, phrase by phrase."""

METHODS = {
    Stage.IDENTIFIER_UNKNOWN: "unknown identifier",
    Stage.CITATION_UNKNOWN: "unknown citation",
    Stage.PUBMED_ASKED: "PubMed alone",
}
"""What a person reads in place of the method where asking has come so far and no further."""

_VALUE = 40
"""Characters of a compared value that are shown: two of them and the words between fit a line of a terminal."""

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


class _Standing(Protocol):
    """What stands in the library for a reason."""

    @property
    def method(self) -> Method: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def reason(self) -> Reason | None: ...


def sentence(reason: Reason | Code | None) -> str:
    """Why, in one line; "" where there is no reason."""
    if reason is None:
        return ""
    if isinstance(reason, Code):
        reason = Reason(reason)
    names = [value for value in reason.values if isinstance(value, str)]
    compared = [value for value in reason.values if not isinstance(value, str)]
    return SENTENCES[reason.code].format(*names, facts=facts(compared) if "{facts}" in SENTENCES[reason.code] else "")


def facts(compared: Iterable[ComparedFact]) -> str:
    """What agrees, what differs and what is nearly so, in one line, the last with both values."""
    compared = list(compared)
    by_outcome: dict[str, list[ComparedFact]] = {}
    for fact in compared:
        by_outcome.setdefault(fact.outcome, []).append(fact)
    agree = [fact.name for fact in by_outcome.get(Outcome.AGREES, ())]
    differ = [fact.name for fact in compared if fact.outcome in (Outcome.DIFFERS, Outcome.MISPRINTED)]
    said = [fact.printed for fact in by_outcome.get(Outcome.AS_RECORDED, ())]
    said += [FACTS["agree"].format(names=", ".join(agree))] if agree else []
    said += [FACTS["differ"].format(names=", ".join(differ))] if differ else []
    for fact in by_outcome.get(Outcome.DIFFERS, ()):
        # Identifiers are said whole: a person looks them up.
        said += [FACTS["identifier"].format(printed=fact.printed, found=fact.found)] if fact.found else []
    nearly = [fact for fact in compared if fact.outcome in (Outcome.NEARLY, Outcome.VAGUE)]
    for fact in (*by_outcome.get(Outcome.MISPRINTED, ()), *nearly):
        printed, found = (v if len(v) <= _VALUE else f"{v[: _VALUE - 1]}…" for v in (fact.printed, fact.found))
        said.append(FACTS[fact.outcome].format(name=fact.name, printed=printed, found=found))
    return "; ".join(said) or FACTS["nothing"]


def method(made_by: Method, stage: Stage) -> str:
    """How a link was made; where asking stopped on the way, how far it came."""
    return METHODS.get(stage, str(made_by))


def why(link: _Standing) -> str:
    """Why something stands as it does; where nobody knows, how it was made."""
    return sentence(link.reason) or method(link.method, link.stage)


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
