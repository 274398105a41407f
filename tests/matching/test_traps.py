"""What stands beside the work that is meant, and looks like it: no wrong link, and the right one where it is there.

Each trap is a printed reference, the record that is meant, and how the record beside it differs. Facts are real or
likely; all titles are our own words.
"""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from harvester.matching import PrintedFacts, choose, judge
from harvester.model import Identifier, Name, PartialDate, Verdict, Work

ARTICLE = Work(
    type="article-journal",
    title="Early mobilisation of patients with severe pneumonia on general wards",
    author=(Name("Andersen", "KB"), Name("Silva", "M"), Name("van der Meer", "P")),
    issued=PartialDate(2014),
    container_title="European respiratory review",
    container_title_short="Eur Respir Rev",
    volume="23",
    issue="4",
    page="310-318",
    identifiers=(Identifier("pmid", "25000001"),),
)
COCHRANE = replace(
    ARTICLE,
    title="Mobilisation for pneumonia in adults",
    container_title="The Cochrane database of systematic reviews",
    container_title_short="Cochrane Database Syst Rev",
    issued=PartialDate(2016),
    volume="7",
    issue="7",
    page="CD006338",
)
NO_LOCATION: dict[str, Any] = {"volume": "", "issue": "", "page": ""}
BESIDE = Identifier("pmid", "25000002")


@dataclass(frozen=True)
class Trap:
    """What is printed of a work (changes to its record), and how the record beside it differs from that of the work."""

    beside: dict[str, Any]
    printed: dict[str, Any]
    work: Work = ARTICLE


def trap(beside: dict[str, Any], printed: dict[str, Any] | None = None, work: Work = ARTICLE) -> Trap:
    return Trap(beside, printed or {}, work)


TRAPS = {
    "two letters on one page by two people": trap(
        {"author": (Name("Okafor", "C"),), "page": "318"}, {"title": "", "page": "318"}, replace(ARTICLE, page="318")
    ),
    "two letters on one page, no title printed, none of them ours": trap(
        {"author": (Name("Okafor", "C"),), "title": "A note on fluids"}, {"title": ""}
    ),
    "a reply under the title": trap({"title": f"{ARTICLE.title}: authors' reply", "page": "319", "genre": "Letter"}),
    "an answer to another letter": trap({"page": "640"}, {}, replace(ARTICLE, title="In reply")),
    "another answer of the same people in the same volume": trap(
        {"page": "900"}, {"page": ""}, replace(ARTICLE, title="In reply", page="640")
    ),
    "another editorial of the year": trap(
        {"author": (Name("Okafor", "C"),), "page": "900", "issue": "1"},
        {"author": (), "page": "", "volume": ""},
        replace(ARTICLE, title="Editorial"),
    ),
    "an earlier version of a Cochrane review": trap({"issued": PartialDate(2012)}, {}, COCHRANE),
    "the next year's version of a Cochrane review": trap({"issued": PartialDate(2017)}, {}, COCHRANE),
    "a version of a Cochrane review of the same year": trap({"issue": "11", "volume": "11"}, {}, COCHRANE),
    "a Cochrane review by volume and year as older records have it": trap(
        {"issued": PartialDate(2011), "volume": "2011"}, {"volume": "2016"}, replace(COCHRANE, volume="2016")
    ),
    "a guideline in another journal": trap(
        {"container_title": "Circulation", "container_title_short": "Circulation", "volume": "129", "page": "e521-e643"}
    ),
    "a guideline in another journal, its place not printed": trap(
        {"container_title": "Circulation", "container_title_short": "Circulation"}, NO_LOCATION
    ),
    "corrected and republished": trap({"page": "501-509", "issue": "6", "genre": "Corrected and Republished Article"}),
    "the protocol of the trial": trap(
        {"title": f"{ARTICLE.title}: protocol of a randomised trial", "page": "12-19", "issued": PartialDate(2013)}
    ),
    "the protocol in the same journal, no place printed": trap(
        {"title": "Early mobilisation of patients with severe pneumonia on general wards: study protocol",
         "issued": PartialDate(2013), "volume": "22", "page": "12-19"},
        NO_LOCATION,
    ),
    "the pilot study in the same journal, no place printed": trap(
        {"title": "Pilot of early mobilisation of patients with severe pneumonia on general wards", "page": "12-19"},
        NO_LOCATION,
    ),
    "the wider paper under a longer title, no place printed": trap(
        {"title": f"{ARTICLE.title} with delirium", "page": "12-19"}, NO_LOCATION
    ),
    "the negation": trap(
        {"title": "Early mobilisation not beneficial for patients with severe pneumonia on general wards"}, NO_LOCATION
    ),
    "an abstract in a supplement": trap({"page": "S310", "issue": "Suppl 58", "issued": PartialDate(2013)}),
    "an abstract in a supplement, no place printed": trap(
        {"page": "S310", "issue": "Suppl 58", "issued": PartialDate(2013)}, NO_LOCATION
    ),
    "the same title every year, no place printed": trap(
        {"issued": PartialDate(2015), "volume": "24", "page": "100-120"}, NO_LOCATION
    ),
    "the erratum under the title, no place printed": trap({"genre": "Published Erratum", "page": "402"}, NO_LOCATION),
    "a preprint": trap(
        {"container_title": "medRxiv", "container_title_short": "medRxiv", "genre": "Preprint",
         "type": "article", **NO_LOCATION}
    ),
    "another group": trap(
        {"author": (Name(literal="BETA Collaborative Group"),), "page": "400-410"},
        {"author": (Name(literal="ALPHA Study Group"),)},
        replace(ARTICLE, author=(Name(literal="ALPHA Study Group"),)),
    ),
    "the summary by persons of a group's report, no page printed": trap(
        {"author": (Name("Okafor", "C"), Name("Silva", "M")), "page": "250-252"}, {"page": ""},
        replace(ARTICLE, author=(Name(literal="ALPHA Study Group"),)),
    ),
    "a sister with another drug": trap(
        {"title": "Early ventilation of patients with severe pneumonia on general wards", "page": "319-327"}
    ),
    "a brother of the first author": trap({"author": (Name("Andersen", "JT"),), "page": "401-409"}),
    "another person of a like name": trap({"author": (Name("Anderson", "R"),), "page": "401-409"}, {"page": ""}),
    "a part of a double name": trap({"author": (Name("Meer", "J"),), "page": "401-409"}, {"page": ""}),
    "the same page of another volume": trap({"volume": "24", "issued": PartialDate(2015)}, {"title": ""}),
}  # fmt: skip


def reference(one: Trap) -> Work:
    return replace(one.work, identifiers=(), container_title_short="", **one.printed)


@pytest.mark.parametrize("one", TRAPS.values(), ids=TRAPS)
def test_what_stands_beside_a_work_is_never_linked_for_it(one: Trap) -> None:
    beside = replace(one.work, identifiers=(BESIDE,), **one.beside)
    found = choose([judge(PrintedFacts(reference(one)), beside, "searched", "test")])
    assert found.verdict is not Verdict.MATCHED


TOO_LITTLE = ("another answer of the same people", "another editorial", "two letters on one page, no title")
"""Traps of which print tells so little that the right one is not linked either."""


@pytest.mark.parametrize("one", [o for n, o in TRAPS.items() if not n.startswith(TOO_LITTLE)])
def test_the_work_itself_is_linked_beside_it(one: Trap) -> None:
    asked = PrintedFacts(reference(one))
    both = (replace(one.work, identifiers=(BESIDE,), **one.beside), one.work)
    found = choose([judge(asked, work, "searched", "test") for work in both])
    assert found.verdict is Verdict.MATCHED, found.reason
    assert found.candidates[0].work.get("pmid") == "25000001"


SPELLINGS = {
    "umlauts written out": {"author": (Name("Mueller-Luedenscheidt", "K"),)},
    "a particle in front": {"author": (Name("Luedenscheidt", "K", particle="Mueller"),)},
    "the year of the first day online": {"issued": PartialDate(2013)},
    "pages counted within the article": {"page": "1-9"},
    "pages with a sign": {"page": "p. 310"},
    "an article number with its letter": {"page": "e310"},
    "a short subtitle left out": {"title": "Early mobilisation of patients with severe pneumonia"},
    "another language": {"title": "Tidlig mobilisering ved alvorlig lungebetændelse"},
}


@pytest.mark.parametrize("fields", SPELLINGS.values(), ids=SPELLINGS)
def test_one_work_told_in_another_way_is_linked(fields: dict[str, Any]) -> None:
    record = replace(ARTICLE, author=(Name("Müller-Lüdenscheidt", "K"), *ARTICLE.author[1:]), language="da")
    if "page" in fields and fields["page"] == "1-9":
        record = replace(record, page="310", number="310")
    printed = replace(record, identifiers=(), container_title_short="", language="", **fields)
    assert judge(PrintedFacts(printed), record, "searched", "test").verdict is Verdict.MATCHED


def test_an_invented_title_at_the_place_of_a_translated_article_is_not_linked() -> None:
    invented = replace(ARTICLE, title="The effects of music on the recovery of athletes", identifiers=())
    assert (
        judge(PrintedFacts(invented), replace(ARTICLE, language="da"), "searched", "test").verdict is Verdict.UNMATCHED
    )


def test_a_group_in_print_is_the_persons_of_the_record_at_the_same_place_alone() -> None:
    printed = replace(ARTICLE, author=(Name(literal="The WARD Investigators"),), identifiers=())
    assert judge(PrintedFacts(printed), ARTICLE, "searched", "test").verdict is Verdict.MATCHED
    elsewhere = replace(printed, page="77")
    assert judge(PrintedFacts(elsewhere), ARTICLE, "searched", "test").verdict is Verdict.UNMATCHED


def test_a_journal_that_was_taken_into_the_title_is_found_behind_it() -> None:
    text = f"Andersen KB, Silva M. {ARTICLE.title}. Eur Respir Rev. 2014;23:310."
    misread = replace(ARTICLE, title=f"{ARTICLE.title}. Eur Respir", container_title="Rev", identifiers=())
    found = judge(PrintedFacts(misread, text), ARTICLE, "searched", "test")
    assert (found.verdict, found.weighed.against) == (Verdict.MATCHED, frozenset())


def test_an_author_who_was_not_understood_is_found_at_the_beginning() -> None:
    misread = replace(ARTICLE, author=(Name(literal="KB"),), identifiers=())
    for text, is_found in (("Andersen KB, Silva M.", True), ("Sanders KB, Silva M.", False)):
        weighed = judge(PrintedFacts(misread, text), ARTICLE, "searched", "test").weighed
        assert ("author" in weighed.agree) is is_found


THESIS = replace(ARTICLE, type="thesis", container_title="", container_title_short="", **NO_LOCATION)


def test_a_thesis_is_never_the_article_of_its_title_and_year_nor_the_article_the_thesis() -> None:
    for printed, record in ((THESIS, ARTICLE), (ARTICLE, THESIS)):
        found = judge(PrintedFacts(replace(printed, identifiers=())), record, "searched", "test")
        assert found.verdict is Verdict.UNMATCHED


def test_a_thesis_is_linked_to_its_own_record() -> None:
    assert judge(PrintedFacts(replace(THESIS, identifiers=())), THESIS, "searched", "test").verdict is Verdict.MATCHED


def test_the_doi_of_the_preprint_behind_a_journal_with_volume_and_page_does_not_make_a_preprint_of_the_article() -> (
    None
):
    doi = (Identifier("doi", "10.1101/2013.05.06.000001"),)
    preprint = replace(
        ARTICLE, container_title="bioRxiv", genre="Preprint", type="article", identifiers=doi, **NO_LOCATION
    )
    printed = replace(ARTICLE, identifiers=doi)
    assert judge(PrintedFacts(printed), preprint, "printed", "test").verdict is not Verdict.ASSERTED
    bare = replace(printed, container_title="", container_title_short="", **NO_LOCATION)
    assert judge(PrintedFacts(bare), preprint, "printed", "test").verdict is Verdict.ASSERTED


@pytest.mark.parametrize("printed", [Name("Xiaoming", "W"), Name("Xiao-Ming", "Wang"), Name("Xiaoming", "Wang")])
def test_a_name_in_chinese_order_is_the_same_person_where_the_place_agrees(printed: Name) -> None:
    record = replace(ARTICLE, author=(Name("Wang", "Xiaoming"), *ARTICLE.author[1:]))
    asked = replace(record, author=(printed, *ARTICLE.author[1:]), identifiers=())
    assert judge(PrintedFacts(asked), record, "searched", "test").verdict is Verdict.MATCHED


def test_a_given_name_that_is_another_persons_family_name_is_not_taken_for_a_swapped_one() -> None:
    record = replace(ARTICLE, author=(Name("Wang", "Xiaoming"),))
    asked = replace(record, author=(Name("Xiaoming", "L"),), identifiers=())
    assert judge(PrintedFacts(asked), record, "searched", "test").verdict is not Verdict.MATCHED
