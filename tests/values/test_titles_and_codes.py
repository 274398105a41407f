"""Titles, languages, ISSNs and types mean the same by whichever road they come."""

import pytest

from harvester.model import PartialDate, make_work, remake_work
from harvester.values import issns, languages, titles, types
from tests.values import roads
from tests.values.tables import ISSNS, LANGUAGES, TITLES, TYPES, TitleRow


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row.text)
def test_titles_keep_only_the_four_sorts_of_markup(row: TitleRow) -> None:
    assert titles.read(row.text) == row.value
    assert titles.read(row.value) == row.value
    assert roads.crossref_json(title=[row.text]).title == row.value
    assert make_work(title=row.value, container_title=row.value).container_title == row.value


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row.text)
def test_a_record_of_pubmed_has_the_same_markup(row: TitleRow) -> None:
    xml = row.value.replace("&", "&amp;").replace("p <0", "p &lt;0").replace("x > 3", "x &gt; 3")
    assert roads.pubmed_xml(title=xml).title == row.value


@pytest.mark.parametrize(("named", "code"), LANGUAGES)
def test_a_language_is_its_code(named: str, code: str) -> None:
    assert languages.read(named) == code
    assert roads.html(citation_language=named).language == code if named else True
    assert roads.crossref_json(language=named).language == code
    assert roads.jats("", language=named).language == code
    assert roads.pubmed_xml(article=f"<Language>{named}</Language>").language == code


@pytest.mark.parametrize(("written", "issn"), ISSNS)
def test_an_issn_has_its_hyphen(written: str, issn: str) -> None:
    assert issns.read(written) == issn
    told = (issn,) if issn else ()
    assert roads.html(citation_issn=written).issn == told
    assert roads.crossref_json(ISSN=[written]).issn == told
    assert make_work(issn=[written, written]).issn == told


@pytest.mark.parametrize(
    ("issn", "valid"), [("0959-8138", True), ("2434-561X", True), ("0959-8139", False), ("", False)]
)
def test_the_last_digit_of_an_issn_checks_the_others(issn: str, valid: bool) -> None:
    assert issns.is_valid(issn) is valid


@pytest.mark.parametrize(("word", "csl"), TYPES)
def test_a_type_is_csls(word: str, csl: str) -> None:
    assert types.read(word) == csl
    assert make_work(type=word).type == csl
    assert roads.crossref_json(type=word).type == (csl or "document")


@pytest.mark.parametrize("row", types.TYPES, ids=lambda row: row.csl)
def test_every_type_of_the_table_is_csls(row: types.Type) -> None:
    assert types.read(row.csl) == row.csl


def test_a_work_keeps_its_promises_when_it_is_changed() -> None:
    work = make_work(type="article-journal", page="123-8", issued=PartialDate(2024, 2, 31))
    assert work.page == "123-128"
    assert work.issued == PartialDate(2024, 2)
    assert remake_work(work, page="e12-4").page == "e12-e14"
