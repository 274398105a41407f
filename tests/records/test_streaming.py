"""The stream: chunks of any size, rotten records, hostile documents."""

import gc
import tracemalloc
from collections.abc import Iterator

import pytest

from harvester.model import Problem
from harvester.records import cutting, pubmed
from harvester.records.pubmed import Record
from tests.ncbi.calls import SPECIAL
from tests.ncbi.paper import article_xml
from tests.ncbi.papers import papers

ONE = (
    "<PubmedArticle><MedlineCitation><PMID>{}</PMID><Article><ArticleTitle>{}</ArticleTitle></Article>"
    "</MedlineCitation></PubmedArticle>"
)


def _set(*records: str, head: str = '<?xml version="1.0"?>') -> bytes:
    return f"{head}<PubmedArticleSet>{''.join(records)}</PubmedArticleSet>".encode()


@pytest.mark.parametrize("size", [1, 7, 64, 4096])
def test_records_are_the_same_however_the_stream_is_cut(size: int) -> None:
    whole = SPECIAL.read_bytes()
    chunks = [whole[i : i + size] for i in range(0, len(whole), size)]
    assert list(pubmed.stream(chunks)) == list(pubmed.decode(whole).records)


def test_a_rotten_record_costs_only_itself() -> None:
    body = _set(ONE.format(1, "First"), ONE.format(2, "<i>never closed"), ONE.format(3, "Third"))
    records, problems = pubmed.decode(body)
    assert [r.pmid for r in records] == ["1", "3"]
    assert [p.code for p in problems] == ["pubmed-xml"]
    assert "record 2" in problems[0].detail


def test_a_stream_that_breaks_off_tells_of_the_record_it_broke() -> None:
    body = _set(ONE.format(1, "First"), ONE.format(2, "Second"))[:-60]
    items = list(pubmed.stream([body]))
    assert isinstance(items[0], Record)
    assert isinstance(items[1], Problem)


def test_no_entity_and_no_document_type_ever_reaches_the_parser() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE PubmedArticleSet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    )
    records, problems = pubmed.decode(_set(ONE.format(1, "&x;"), ONE.format(2, "&b;"), ONE.format(3, "T"), head=bomb))
    assert [r.pmid for r in records] == ["3"]
    assert len(problems) == 2


def test_a_document_type_with_an_outer_dtd_is_not_looked_at() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE PubmedArticleSet SYSTEM "http://192.0.2.1/never.dtd">'
    assert [r.pmid for r in pubmed.decode(_set(ONE.format(5, "T"), head=head)).records] == ["5"]


def test_a_record_without_pmid_is_a_problem_and_no_work() -> None:
    records, problems = pubmed.decode(_set(ONE.format("none", "T")))
    assert records == ()
    assert "no PMID" in problems[0].detail


def test_other_encodings_are_read_as_declared() -> None:
    body = _set(ONE.format(7, "Müller"), head='<?xml version="1.0" encoding="ISO-8859-1"?>').decode().encode("latin-1")
    assert pubmed.decode(body).records[0].work.title == "Müller"


def test_deeply_nested_markup_and_lists_are_read_without_deep_recursion() -> None:
    title = "<i>" * 3000 + "x" + "</i>" * 3000
    assert "x" in pubmed.decode(_set(ONE.format(1, title))).records[0].work.title


def test_a_record_without_end_is_given_up_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "MAX_RECORD", 10_000)
    endless = [b"<PubmedArticleSet><PubmedArticle>", *[b"<PMID>1</PMID>" * 100] * 50]
    items = list(pubmed.stream(endless))
    assert [type(i) for i in items] == [Problem]


def test_memory_stays_flat_however_long_the_stream_is() -> None:
    xml = "".join(article_xml(p) for p in list(papers().values())[:10]).encode()

    def peak(times: int) -> int:
        def chunks() -> Iterator[bytes]:
            yield b"<PubmedArticleSet>"
            for _ in range(times):
                gc.collect()  # a parser is a cycle: without this the peak is the collector's mood
                yield xml

        tracemalloc.start()
        count = sum(1 for _ in pubmed.stream(chunks()))
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == 10 * times
        return highest

    peak(1)  # what is imported and remembered on first use is no part of it
    assert peak(100) < 2 * peak(5)  # 20 times the records: what is kept of each would show
