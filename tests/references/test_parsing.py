"""Fields of single references, in the styles that journals print."""

from typing import Any

import pytest

from harvester.references import parse, parse_many, raw
from tests.references import measuring

FIELDS = {
    "vancouver": "Smith AB, Jones C. Effect of early feeding on growth. J Pediatr. 2012;160(4):567-72.",
    "apa": "Smith, A. B., & Jones, C. (2012). Effect of early feeding on growth. J Pediatr, 160(4), 567–572.",
    "bmc": "Smith AB, Jones C: Effect of early feeding on growth. J Pediatr 2012, 160(4):567-572.",
    "nature": "Smith, A. B. & Jones, C. Effect of early feeding on growth. J Pediatr 160(4), 567–572 (2012).",
    "elsevier": "A.B. Smith, C. Jones, Effect of early feeding on growth, J Pediatr 160 (4) (2012) 567–572.",
    "gbt": "SMITH A B, JONES C. Effect of early feeding on growth[J]. J Pediatr, 2012, 160(4): 567-572.",
    "harvard": "Smith, A.B. and Jones, C., 2012. Effect of early feeding on growth. J Pediatr, 160(4), pp.567-572.",
    "frontiers": "Smith AB, Jones C. Effect of early feeding on growth. J Pediatr. (2012) 160(4):567–72.",
}


def work(text: str) -> Any:
    return parse(raw(text)).described


@pytest.mark.parametrize("style", FIELDS)
def test_one_article_reads_the_same_in_every_style(style: str) -> None:
    w = work(FIELDS[style])
    assert [n.family.capitalize() for n in w.author] == ["Smith", "Jones"]
    assert (w.title, w.container_title) == ("Effect of early feeding on growth", "J Pediatr")
    assert (str(w.issued), w.volume, w.issue, w.page) == ("2012", "160", "4", "567-572")
    assert w.type == "article-journal"


@pytest.mark.parametrize("left", [". ", ", ", " ; ", "..: "])
def test_what_a_taken_label_left_before_a_reference_changes_nothing(left: str) -> None:
    plain = "Kerr LR, Mota RS, Aitkin M. Self rated health in late life. Acta Paul Enferm. 2012;25(1):80-5."
    assert work(left + plain) == work(plain)


def test_pages_are_expanded_and_kept_as_printed() -> None:
    parsed = parse(raw("Smith A. A title of it. J Med. 2001;1:123–8."))
    assert (parsed.described.page, parsed.page_printed) == ("123-128", "123–8")


def test_an_article_number_stands_in_number_too() -> None:
    w = work("Smith A. A title of it. PLoS ONE. 2014;9:e90479.")
    assert (w.page, w.number) == ("e90479", "e90479")


def test_et_al_means_that_authors_are_missing() -> None:
    assert work("Smith A, Jones B, et al. A title of it. J Med. 2001;1:1-9.").authors_complete is False
    assert work("Smith A, Jones B. A title of it. J Med. 2001;1:1-9.").authors_complete is True


def test_a_full_date_is_read() -> None:
    assert str(work("Smith A. A title of it. J Med. 2019 Jan 22;7(2):14.").issued) == "2019-01-22"


def test_a_title_keeps_its_question_mark_and_inner_stops() -> None:
    w = work("Smith A. Is it so? A trial vs. placebo in 3.5 years. J Med. 2001;1:1-9.")
    assert w.title == "Is it so? A trial vs. placebo in 3.5 years"


def test_a_reference_without_sense_keeps_its_text_and_is_not_believed() -> None:
    parsed = parse(raw("lorem ipsum 99"))
    assert parsed.raw.text == "lorem ipsum 99"
    assert parsed.confidence < 0.6


def test_confidence_is_higher_for_what_is_understood() -> None:
    clear = parse(raw(FIELDS["vancouver"])).confidence
    assert clear > 0.9 > parse(raw("Smith 2012, see also the other paper, p. 5")).confidence


def test_identifiers_that_the_page_asserts_are_those_of_the_work() -> None:
    reference = raw("Smith A. A title of it. J Med. 2001;1:1. doi:10.1000/xyz PMID: 12345678")
    assert parse(reference).described.identifiers == reference.identifiers
    assert [str(i) for i in reference.identifiers] == ["doi:10.1000/xyz", "pmid:12345678"]


def test_many_are_parsed_like_one_after_the_other() -> None:
    raws = [raw(gold["text"], n) for n, gold in enumerate(measuring.load(), start=1)]
    assert list(parse_many(raws)) == [parse(r) for r in raws]


def test_an_overlong_reference_is_parsed_and_not_believed() -> None:
    parsed = parse(raw("Smith A. " + "word " * 5000))
    assert parsed.confidence == 0.0
