"""Why something stands as it does: a code and the values that belong to it. `harvester.explain` makes words of it.

A reason is kept in the database as JSON, and no decision reads a sentence: what a later step has to know of an earlier
one it asks of the code.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from harvester.values.fast_init import fast_init


class ReasonCode(StrEnum):
    """Every outcome of judging, asking and deciding that a person may want to have explained."""

    # What comparing a reference with records came to.
    COMPARED = "compared"
    """The values are the facts of the record: what agrees, what differs, what is nearly so."""
    NEAREST = "nearest"
    """The doubtful record that is nearest: its name, then its facts."""
    ANOTHER_WORK_THERE = "another_work_there"
    """Another work stands at the printed place in the journal: its name, then its facts."""
    IS_ANOTHER_WORK = "is_another_work"
    """The record of a printed identifier is of another work: its name, then its facts."""
    TWO_RECORDS_FIT = "two_records_fit"
    NOBODY_HAS_IT = "nobody_has_it"
    FITS_TWO_WORKS = "fits_two_works"
    """A claim that fits two works of the library which contradict each other."""

    # What asking the services came to.
    NO_RECORD_IN_PUBMED = "no_record_in_pubmed"
    """The value is the identifier, as CURIE."""
    NOTHING_IN_PUBMED = "nothing_in_pubmed"
    NEITHER_IDENTIFIER_NOR_WORDS_IN_PUBMED = "neither_identifier_nor_words_in_pubmed"
    """The printed identifiers, as one text."""
    NOTHING_IN_PUBMED_OR_CROSSREF = "nothing_in_pubmed_or_crossref"
    NO_RECORD_IN_PUBMED_OR_CROSSREF = "no_record_in_pubmed_or_crossref"
    """The value is the DOI, as CURIE."""
    DOI_OF_AGENCY = "doi_of_agency"
    """The DOI is registered, and no record of it was found: the DOI as CURIE, its agency ("" if that is not known)."""
    DOI_OF_AGENCY_NEAREST = "doi_of_agency_nearest"
    """The same, with the nearest record by the words: its name and its facts behind the agency."""
    DOI_NOWHERE = "doi_nowhere"
    """The DOI, as CURIE, is registered nowhere."""
    DOI_NOWHERE_NEAREST = "doi_nowhere_nearest"
    """The same, with the nearest record by the words: the DOI, the record's name, its facts."""
    DOI_NOWHERE_ANOTHER = "doi_nowhere_another"
    """The same, with the work that stands at the printed place: the DOI, its name, its facts."""

    # What a person decided.
    MEANS_WORK = "means_work"
    """The `w` number of the work."""
    HAS_IDENTIFIER = "has_identifier"
    """The identifier of a page's own work, as CURIE."""
    WORK_OF_ITS_OWN = "work_of_its_own"
    NONE_OF_THE_CANDIDATES = "none_of_the_candidates"
    PERSON_SAID_YES = "person_said_yes"
    PERSON_SAID_NO = "person_said_no"

    # What a library of an older program says in words that no pattern of the migration knew: the sentence.
    AS_RECORDED = "as_recorded"

    # The rules of matching, by which a verdict was reached.
    NOT_ASKED_YET = "not_asked_yet"
    NO_CANDIDATE_AGREES = "no_candidate_agrees"
    IDENTIFIER_AND_PAGE_OF_NOTICE = "identifier_and_page_of_notice"
    IDENTIFIER_OF_NO_ARTICLE = "identifier_of_no_article"
    IDENTIFIER_AND_PLACE = "identifier_and_place"
    IDENTIFIER_OF_OTHER_TITLE = "identifier_of_other_title"
    IDENTIFIER_AND_WORDS = "identifier_and_words"
    IDENTIFIER_AGAINST_WORDS = "identifier_against_words"
    PAGE_OF_NOTICE = "page_of_notice"
    NO_ARTICLE = "no_article"
    OTHER_TITLE_OR_AUTHOR = "other_title_or_author"
    OTHER_IDENTIFIER = "other_identifier"
    OTHER_ABSTRACT = "other_abstract"
    ASIDE_NEEDS_PAGE = "aside_needs_page"
    TITLE_ALONE = "title_alone"
    OTHER_YEAR = "other_year"
    TITLE_AND_ANOTHER = "title_and_another"
    TITLE_AND_PLACE_MISPRINTED = "title_and_place_misprinted"
    TITLE_AGAINST_OTHERS = "title_against_others"
    NO_TITLE_AND_AGAINST = "no_title_and_against"
    WHOLE_PLACE = "whole_place"
    AUTHOR_PAGE_AND_TWO_MORE = "author_page_and_two_more"
    PLACE_INCOMPLETE = "place_incomplete"


class Outcome(StrEnum):
    """What the comparison of one fact came to."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISPRINTED = "misprinted"
    """It differs, and all else says that it is a misprint."""
    NEARLY = "nearly"
    VAGUE = "vague"
    """The same values, which say little: a short title, an aside."""
    AS_RECORDED = "as_recorded"
    """Words of an older program that no pattern of the migration knew, in `printed`."""


class ComparedFact(NamedTuple):
    """A fact of a record held against print; both values where the reason has to show them, else empty."""

    name: str
    outcome: str
    printed: str = ""
    found: str = ""


Value = str | ComparedFact


@fast_init
@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code, and the values that its sentence needs, names before facts."""

    code: ReasonCode
    values: tuple[Value, ...] = ()


def encode(reason: Reason | None) -> str:
    """A reason as it is stored: JSON, a list of the code and its values; "" where there is none."""
    if reason is None:
        return ""
    # Most facts agree and show no values; without them the reasons of a million links take half the room.
    values = [v if isinstance(v, str) or v.printed or v.found else v[:2] for v in reason.values]
    return json.dumps([reason.code, *values], ensure_ascii=False)


def decode(text: str) -> Reason | None:
    """The reason that `encode` stored."""
    if not text:
        return None
    code, *values = json.loads(text)
    return Reason(ReasonCode(code), tuple(v if isinstance(v, str) else ComparedFact(*v) for v in values))
