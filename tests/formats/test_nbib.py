"""NBIB: read back by Biopython, in the form that Zotero and Covidence know as PubMed's."""

import io
import re

from Bio import Medline
from hypothesis import given, settings
from hypothesis import strategies as st

from harvester.formats import FORMATS, entry_writer
from harvester.model import Entry, Name, PartialDate, Verdict, Work
from tests.formats import torture
from tests.formats.strategies import works

LINE = re.compile(r"(?:[A-Z]{2,4} {0,2}- |      ).*\n|\n")


def written(*entries: Entry) -> str:
    return "".join(entry_writer("nbib")(entries))


def records(text: str) -> list[dict[str, object]]:
    return [dict(record) for record in Medline.parse(io.StringIO(text))]


def of(work: Work, verdict: Verdict = Verdict.MATCHED, **more: object) -> dict[str, object]:
    (record,) = records(written(Entry(work, "key", verdict, **more)))  # type: ignore[arg-type]
    return record


PMID = torture.ids("pmid:7")


def test_a_resolved_article_is_read_by_biopython_field_by_field() -> None:
    assert of(torture.REAL[0]) == {
        "PMID": "26323879",
        "VI": "12",
        "IP": "12",
        "DP": "2015 Dec",
        "TI": "The global burden of IBD: from 2015 to 2025.",
        "PG": "720-7",
        "LID": "10.1038/nrgastro.2015.150 [doi]",
        "FAU": ["Kaplan, G.G."],
        "AU": ["Kaplan GG"],
        "PT": ["Journal Article"],
        "JT": "Nat Rev Gastroenterol Hepatol",
        "AID": ["10.1038/nrgastro.2015.150 [doi]"],
        "SO": "Nat Rev Gastroenterol Hepatol. 2015 Dec;12(12):720-7. doi: 10.1038/nrgastro.2015.150.",
    }


def test_works_without_a_pmid_are_left_out_and_the_table_tells_which() -> None:
    entries = torture.entries()
    kept = [entry for entry in entries if FORMATS["nbib"].has_place(entry)]
    assert [record["PMID"] for record in records(written(*entries))] == [entry.work.get("pmid") for entry in kept]
    assert 0 < len(kept) < len(entries)


def test_a_record_starts_with_its_pmid() -> None:
    assert written(Entry(torture.REAL[0], "key", Verdict.MATCHED)).startswith("PMID- 26323879\n")


def test_a_group_and_a_suffix_are_written_as_pubmed_does() -> None:
    read = of(Work(author=(Name("King", "Martin Luther", "Jr"), Name(literal="PRISMA Group")), identifiers=PMID))
    assert (read["FAU"], read["AU"], read["CN"]) == (["King, Martin Luther Jr"], ["King ML Jr"], ["PRISMA Group"])


def test_a_translated_title_stands_in_brackets_beside_its_own() -> None:
    read = of(Work(title="The size of the world", original_title="Die Größe der Welt", language="de", identifiers=PMID))
    assert (read["TI"], read["TT"], read["LA"]) == ("[The size of the world].", "Die Größe der Welt", ["ger"])


def test_a_date_in_words_stays_as_medline_has_it() -> None:
    assert of(Work(issued=PartialDate(literal="2019 Jan-Feb"), identifiers=PMID))["DP"] == "2019 Jan-Feb"


def test_a_long_abstract_is_wrapped_and_read_back_whole() -> None:
    abstract = "BACKGROUND: " + "Filler words of our own about nothing in particular. " * 20
    text = written(Entry(Work(abstract=abstract, identifiers=PMID), "key", Verdict.MATCHED))
    assert max(map(len, text.splitlines())) <= 88
    assert records(text)[0]["AB"] == abstract.strip()


def test_every_line_has_a_tag_of_four_characters_or_six_blanks() -> None:
    text = written(*torture.entries())
    assert "".join(LINE.findall(text)) == text


@settings(max_examples=40, deadline=None)
@given(st.lists(works(), max_size=3))
def test_any_works_are_records_with_their_pmids(found: list[Work]) -> None:
    text = written(*(Entry(work, f"k{i}", Verdict.OPEN) for i, work in enumerate(found)))
    assert "".join(LINE.findall(text)) == text
    assert [record.get("PMID") for record in records(text)] == [pmid for work in found if (pmid := work.get("pmid"))]
