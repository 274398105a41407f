"""Reasons, notices and changes in words that a librarian reads: the one place where an outcome becomes a sentence.

Nothing decides by what this file says; a test scrambles its sentences and finds every result the same.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from harvester.model import Relation, Skip, SkipCode, Work
from harvester.model.citation import Method, Stage
from harvester.model.library_views import Happening, HappeningKind
from harvester.model.outcome import Failure, FailureCode
from harvester.model.reason import ComparedFact, Outcome, Reason
from harvester.model.reason import ReasonCode as Code
from harvester.values.relations import KINDS
from harvester.works.notices import Notice, NoticeChange, RelationChange, StatusChange, WorkChange, notices

# For its type alone: `extract` says here why a file is passed over, and has no need of what is asked of the services.
if TYPE_CHECKING:
    from harvester.model.resolution import Tally

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
    Code.DOI_OF_AGENCY: "{} is registered with {}, and no record of it was found",
    Code.DOI_OF_AGENCY_NEAREST: "{} is registered with {}, and no record of it was found; nearest: {} ({facts})",
    Code.DOI_NOWHERE: "{} is registered nowhere, a misprint",
    Code.DOI_NOWHERE_NEAREST: "{} is registered nowhere, a misprint; nearest: {} ({facts})",
    Code.DOI_NOWHERE_ANOTHER: "{} is registered nowhere, a misprint; another work stands there: {} ({facts})",
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
    Stage.DOI_UNKNOWN: "unknown DOI",
}
"""What a person reads in place of the method where asking has come so far and no further."""

_VALUE = 40
"""Characters of a compared value that are shown: two of them and the words between fit a line of a terminal."""

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
"""Characters of a field that fit into a line beside its name and its other value; more is cut (an abstract)."""
_SHOWN = 60
"""Characters that are left of what is cut, so that its length can stand behind it."""

GONE = "PubMed has no record of it any more; what the library holds stays"

_SKIPPED = {
    SkipCode.EMPTY: "empty",
    SkipCode.IRREGULAR: "no regular file",
    SkipCode.TOO_LARGE: "larger than {} MB",
    SkipCode.DOCUMENT: "{}: save the page as HTML or text instead",
    SkipCode.BIBLIOGRAPHY: "a bibliography ({}), no saved page",
    SkipCode.TABLE: "a table of works ({}), no saved page",
    SkipCode.EMPTY_CONTAINER: "a container without a page inside",
}


_FAILED = {
    FailureCode.MISSING: "no such file or folder",
    FailureCode.FORBIDDEN_FOLDER: "this folder may not be read",
    FailureCode.SYSTEM: "{}",
    FailureCode.PAGE: "{}",
    FailureCode.FAULT: "a fault of Harvester ({}), which costs this page alone: please report it with the page",
}

GONE_FILE = "the file is no longer there; what it told is kept"


def why_not_read(why: Skip | Failure | None) -> str:
    """Why a file was passed over or failed; "" where it was not."""
    if isinstance(why, Skip):
        return why_skipped(why)
    return _FAILED[why.code].format(why.detail) if why else ""


def why_skipped(skip: Skip) -> str:
    """Why a file was passed over: "a bibliography (RIS), no saved page"."""
    if skip.code is SkipCode.BINARY:
        return f"binary ({skip.detail})" if skip.detail else "binary"
    return _SKIPPED[skip.code].format(skip.detail)


class _Explained(Protocol):
    """What stands in the library as it does for a reason: a reference, a page's own work."""

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
    return SENTENCES[reason.code].format(*names, facts=facts(compared))


def facts(compared: Iterable[ComparedFact]) -> str:
    """What agrees, what differs and what is nearly so, in one line, the last with both values."""
    compared = list(compared)
    by_outcome: dict[str, list[ComparedFact]] = {}
    for fact in compared:
        by_outcome.setdefault(fact.outcome, []).append(fact)
    agree = [fact.name for fact in by_outcome.get(Outcome.AGREES, ())]
    differ = [fact.name for fact in compared if fact.outcome in (Outcome.DIFFERS, Outcome.MISPRINTED)]
    phrases = [fact.printed for fact in by_outcome.get(Outcome.AS_RECORDED, ())]
    phrases += [FACTS["agree"].format(names=", ".join(agree))] if agree else []
    phrases += [FACTS["differ"].format(names=", ".join(differ))] if differ else []
    for fact in by_outcome.get(Outcome.DIFFERS, ()):
        # Identifiers are shown whole: a person looks them up.
        phrases += [FACTS["identifier"].format(printed=fact.printed, found=fact.found)] if fact.found else []
    nearly = [fact for fact in compared if fact.outcome in (Outcome.NEARLY, Outcome.VAGUE)]
    for fact in (*by_outcome.get(Outcome.MISPRINTED, ()), *nearly):
        printed, found = (v if len(v) <= _VALUE else f"{v[: _VALUE - 1]}…" for v in (fact.printed, fact.found))
        phrases.append(FACTS[fact.outcome].format(name=fact.name, printed=printed, found=found))
    return "; ".join(phrases) or FACTS["nothing"]


def method(made_by: Method, stage: Stage) -> str:
    """How a link was made; where asking stopped on the way, how far it came."""
    return METHODS.get(stage, str(made_by))


def why(link: _Explained) -> str:
    """Why something stands as it does; where nobody knows, how it was made."""
    return sentence(link.reason) or method(link.method, link.stage)


def say_notice(notice: Notice) -> str:
    """What a reader has to know: "retracted: see pmid:99999999"."""
    return f"{notice.kind}: see {', '.join(notice.see)}" if notice.see else notice.kind


def notices_of(work: Work) -> tuple[str, ...]:
    """The notices of a work in words, the gravest first."""
    return tuple(map(say_notice, notices(work)))


def marked(work: Work, untitled: str = "") -> str:
    """The title of a work, "[RETRACTED]" or its like before it where there is something to know."""
    gravest, title = next(iter(notices(work)), None), work.title or untitled
    return f"[{gravest.kind.upper()}] {title}" if gravest else title


def say_change(change: WorkChange) -> str:
    """What changed in a record, as a phrase."""
    match change:
        case NoticeChange(notice, gone):
            return f"no longer {notice.kind}" if gone else say_notice(notice)
        case StatusChange():
            was, now = _PUBLISHED.get(change.old, change.old), _PUBLISHED.get(change.new, change.new)
            return f"now {now}" + (f" (was {was})" if was else "") if now else f"no longer {was}"
        case RelationChange(relation, gone):
            return f"{'no longer' if gone else 'new'}: {say_relation(relation)}"
    return f"{_FIELDS.get(change.name, change.name)}: {_value(change.old)} -> {_value(change.new)}"


def say_relation(relation: Relation) -> str:
    """What another publication is to a work: "an erratum of it (pmid:12345)"."""
    where = relation.target or relation.note
    return KINDS.get(relation.kind, relation.kind) + (f" ({where})" if where else "")


def say_tally(tally: "Tally") -> str:
    """How a printed list compares with the services': "page shows 5; PubMed 187; 5 of 5 printed found"."""
    shown = f"page shows {tally.printed}; PubMed {tally.listed}"
    # Where several services were asked the list is their union, and longer than that of any of them.
    if tally.counts:
        shown = f"page shows {tally.printed} of {tally.listed}; {', '.join(tally.counts)}"
    return f"{shown}; {tally.found} of {tally.printed} printed found"


def shortened(value: object) -> str:
    """A field's value as a person reads it, cut where it is long; "" where there is none."""
    if isinstance(value, tuple):
        text = "; ".join(say_relation(v) if isinstance(v, Relation) else str(v) for v in value)
    elif isinstance(value, bool):
        text = "yes" if value else "no"
    else:
        text = str(value or "")
    return text if len(text) <= _LONG else f"{text[:_SHOWN]}... ({len(text)} characters)"


def _value(value: object) -> str:
    return shortened(value) or "(none)"


DECIDED = {
    "accept": "a person said that a reference means it",
    "new": "a person said that a reference is a work of its own",
    "none": "a person said that a reference means none of the candidates",
    "reject": "a person said that a reference does not mean the work it led to",
    "edit": "a person edited it",
    "identity": "a person said which work it is",
    "unmerge": "a person took a merge apart",
}
HAPPENED = {
    HappeningKind.READ: "{about} was read, a page of it",
    HappeningKind.CITED: "{about} was read, which cites it",
    HappeningKind.ASKED: "its record was asked for ({about})",
    HappeningKind.TAKEN_BACK: "that was taken back",
    HappeningKind.MERGED: "{count} came to be of it",
    HappeningKind.TAKEN_APART: "{count} came to be of it and were taken apart again",
}


def happened(event: Happening) -> str:
    """What happened to a work, in a sentence."""
    if event.kind is HappeningKind.DECIDED:
        return DECIDED.get(event.about, event.about)
    count = "1 more claim" if event.about == "1" else f"{event.about} more claims"
    return HAPPENED[event.kind].format(about=event.about, count=count)
