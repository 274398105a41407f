"""Verdicts on records: what is taken for the work that is printed, and what never is."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.matching import choose, judge
from harvester.matching.comparing import FACTS, PrintedFacts
from harvester.matching.journals import same_journal
from harvester.matching.names import same_author
from harvester.matching.search_terms import can_be_searched, citation, doi_query, word_query
from harvester.matching.titles import printed_form, record_form, title_distance
from harvester.model import Identifier, Name, PartialDate, Verdict, Work
from harvester.model.reason import Reason, ReasonCode
from harvester.text import fold

RECORD = Work(
    type="article-journal",
    title="The global burden of IBD: from 2015 to 2025",
    author=(Name("Kaplan", "Gilaad G"),),
    issued=PartialDate(2015, 12),
    container_title="Nature reviews. Gastroenterology & hepatology",
    container_title_short="Nat Rev Gastroenterol Hepatol",
    volume="12",
    issue="12",
    page="720-727",
    identifiers=(Identifier("pmid", "26323879"), Identifier("doi", "10.1038/nrgastro.2015.150")),
)
PRINTED = replace(
    RECORD, container_title="Nat. Rev. Gastroenterol. Hepatol.", container_title_short="", identifiers=(), page="720-7"
)


def verdict(printed: Work, found: Work = RECORD, text: str = "", how: str = "searched") -> Verdict:
    return judge(PrintedFacts(printed, text), found, how, "test").verdict  # type: ignore[arg-type]


OTHERS = {
    "another title there": {"title": "A wholly different matter that stands at this place"},
    "another first author": {"author": (Name("Ng", "S C"),)},
    "a title that is too short to tell, and nothing else": {
        "title": "Editorial", "author": (), "volume": "", "page": "", "issued": None, "container_title": "",
    },
    "part II for part I": {"title": "The global burden of IBD, part II: from 2015 to 2025"},
    "the reply": {"title": "The global burden of IBD: from 2015 to 2025. A reply"},
    "the erratum": {"title": "Erratum: The global burden of IBD: from 2015 to 2025"},
    "another volume and page and year": {"volume": "99", "page": "1-3", "issued": PartialDate(1999)},
    "another doi": {"identifiers": (Identifier("doi", "10.1000/other"),)},
}  # fmt: skip


@pytest.mark.parametrize("fields", OTHERS.values(), ids=OTHERS)
def test_what_was_searched_for_is_never_matched_where_it_may_be_another_work(fields: dict[str, object]) -> None:
    assert verdict(replace(PRINTED, **fields)) is not Verdict.MATCHED  # type: ignore[arg-type]


MISPRINTS = {
    "nothing wrong": {},
    "a year off by one": {"issued": PartialDate(2016)},
    "another page": {"page": "702-7"},
    "a misspelt long name": {"author": (Name("Kaplen", "G G"),)},
    "an unusual abbreviation": {"container_title": "Nature Rev Gastro Hepat"},
    "a cut title": {"title": "The global burden of IBD: from 2015"},
    "no title but the whole place": {"title": ""},
    "capitals and stops": {"title": "The Global Burden of IBD. From 2015 to 2025."},
}


@pytest.mark.parametrize("fields", MISPRINTS.values(), ids=MISPRINTS)
def test_a_misprint_is_seen_through_where_the_rest_is_strong(fields: dict[str, object]) -> None:
    assert verdict(replace(PRINTED, **fields)) is Verdict.MATCHED  # type: ignore[arg-type]


def test_one_fact_alone_links_nothing() -> None:
    for name in ("author", "issued", "volume", "page", "container_title"):
        alone = Work(type="article-journal", **{name: getattr(PRINTED, name)})
        assert verdict(alone) is not Verdict.MATCHED
    assert verdict(Work(type="article-journal", title=RECORD.title)) is Verdict.DOUBTFUL


def test_a_printed_identifier_is_believed_unless_the_words_tell_of_another_work() -> None:
    assert verdict(PRINTED, how="printed") is Verdict.ASSERTED
    assert verdict(Work(), how="printed") is Verdict.ASSERTED, "nothing else is printed"
    other = replace(PRINTED, title="Something else that is not about it at all", author=(Name("Ng", "S"),), volume="1")
    assert verdict(other, how="printed") is Verdict.CONFLICT
    translated = replace(PRINTED, title="Die weltweite Last der entzündlichen Darmkrankheiten")
    assert verdict(translated, how="printed") is Verdict.ASSERTED, "author, year, volume and page all agree"


def test_a_title_that_stands_in_the_text_counts_whatever_was_taken_for_it() -> None:
    text = "Kaplan, G. G. (2015). The global burden of IBD: From 2015 to 2025. Nat Rev"
    misread = replace(PRINTED, title="Kaplan G G", author=())
    assert verdict(misread, text=text) is Verdict.MATCHED


def test_of_two_records_that_fit_alike_none_is_chosen() -> None:
    twin = replace(RECORD, identifiers=(Identifier("pmid", "2"),))
    both = [judge(PrintedFacts(PRINTED), work, "searched", "test") for work in (RECORD, twin)]
    found = choose(both)
    assert (found.verdict, found.reason) == (Verdict.DOUBTFUL, Reason(ReasonCode.TWO_RECORDS_FIT))
    assert len(found.candidates) == 2


def test_the_nearest_is_chosen_where_the_second_is_far() -> None:
    far = replace(RECORD, page="900-901", volume="3", issued=PartialDate(2001), identifiers=(Identifier("pmid", "2"),))
    found = choose([judge(PrintedFacts(PRINTED), work, "searched", "test") for work in (far, RECORD)])
    assert found.verdict is Verdict.MATCHED
    assert found.candidates[0].work is RECORD


def test_it_is_said_that_another_work_stands_there() -> None:
    invented = replace(PRINTED, title="An invented article that nobody ever wrote", author=(Name("Nobody"),))
    found = choose([judge(PrintedFacts(invented), RECORD, "searched", "test")])
    assert found.verdict is Verdict.UNMATCHED
    assert (found.reason.code, found.reason.values[0]) == (ReasonCode.ANOTHER_WORK_THERE, "pmid:26323879")


def test_penalties_have_names_and_say_what_was_compared() -> None:
    candidate = judge(PrintedFacts(PRINTED), RECORD, "searched", "test").candidate
    told = {p.name: (p.printed, p.found) for p in candidate.penalties}
    assert set(told) == {"title", "author", "journal", "year", "volume", "page"}
    assert told["page"] == ("720-7", "720-727")


JOURNALS = [
    ("Nat. Rev. Gastroenterol. Hepatol.", "Nature reviews. Gastroenterology & hepatology"),
    ("Science", "Science (New York, N.Y.)"),
    ("PLoS ONE", "PloS one"),
    ("Cell Comm Signal", "Cell communication and signaling : CCS"),
    ("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences of the United States of America"),
    ("PNAS", "Proc Natl Acad Sci"),
    ("Int. J. Infect. Dis.", "International journal of infectious diseases : IJID : official publication of the ISID"),
    ("The Lancet", "Lancet (London, England)"),
    ("Genes", "Genes (Basel)"),
]


@pytest.mark.parametrize(("printed", "title"), JOURNALS)
def test_journals_are_known_under_their_abbreviations(printed: str, title: str) -> None:
    names = (title, "Proc Natl Acad Sci U S A" if title.startswith("Proceedings") else "")
    assert same_journal(printed, names)


@pytest.mark.parametrize(
    ("printed", "title"), [("Cancer Cell", "Cancer Discovery"), ("Cell", "Cell Reports"), ("", "Gut")]
)
def test_other_journals_are_told_apart(printed: str, title: str) -> None:
    assert not same_journal(printed, (title,))


def test_authors_are_the_same_under_accents_and_particles_and_not_by_a_part() -> None:
    assert same_author(Name("Zielinska", "M"), Name("Zielińska", "Marta"))
    assert same_author(Name("Berg", "A", particle="van der"), Name("van der Berg", "A"))
    assert same_author(Name(literal="MADIT Investigators"), Name(literal="MADIT investigators"))
    assert not same_author(Name("Li", "X"), Name("Lin", "X"))
    assert not same_author(Name("Chen", "D"), Name("Cheng", "D"))
    assert not same_author(Name(), Name())


def test_titles_of_companions_are_far_apart() -> None:
    one, two = "A trial of aspirin in stroke: part I, methods", "A trial of aspirin in stroke: part II, methods"
    assert title_distance(printed_form(one), record_form(two), "") >= 0.5  # type: ignore[operator]
    assert title_distance(printed_form(one), record_form(one.upper()), "") == 0
    assert title_distance(printed_form(""), record_form(one), "nothing of it") is None


def test_queries_hold_what_their_text_could_break() -> None:
    assert doi_query(["10.1016/S1201-9712(98)90116-3"]) == '"10.1016/S1201-9712(98)90116-3"[doi]'
    assert not can_be_searched("10.1002/(SICI)1097-0142[199901]1:1")
    nasty = replace(PRINTED, title='Bowel "OR" [ti] (disease) NOT AND colitis ulcerative')
    query = word_query(nasty)
    assert '"' not in query.split(" OR (")[0]
    assert query.count("(") == query.count(")")
    assert word_query(Work(title="Too short")) == ""


def test_a_citation_line_needs_a_journal_a_year_and_a_place() -> None:
    line = citation(PRINTED, "k")
    assert line is not None
    assert (line.journal.split(), line.page, line.author) == (
        ["Nat", "Rev", "Gastroenterol", "Hepatol"],
        "720",
        "Kaplan GG",
    )
    for name in ("container_title", "issued"):
        assert citation(replace(PRINTED, **{name: None if name == "issued" else ""}), "k") is None  # type: ignore[arg-type]
    assert citation(replace(PRINTED, volume="", page=""), "k") is None


def test_hostile_text_is_compared_in_linear_time() -> None:
    for text in ("a " * 50_000, "(" * 100_000, "i " * 50_000, "erratum " * 12_000, "1" * 100_000, "(((a" * 25_000):
        hostile = Work(title=text, container_title=text, page=text, volume=text, author=(Name(text),))
        judge(PrintedFacts(hostile, text), RECORD, "searched", "test")
        judge(PrintedFacts(RECORD), hostile, "printed", "test")


@given(st.text(max_size=40))
def test_folding_by_the_table_and_by_the_rule_is_the_same(text: str) -> None:
    kept = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    assert fold(text) == re.sub(r"[\W_]+", " ", kept.casefold()).strip()


def test_the_table_of_what_penalties_are_worth_has_a_row_for_each() -> None:
    page = (Path(__file__).parents[2] / "docs" / "matching.md").read_text("utf-8")
    assert [name for name in FACTS if f"| {name} |" not in page] == []
