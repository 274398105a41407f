"""Pages of HTML: PubMed in two layouts, PMC, and any page with metadata and a list."""

from pathlib import Path

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize

PAGES = Path(__file__).parent / "pages"
PUBMED = (PAGES / "pubmed_2020.html").read_text("utf-8")
JOURNAL = (PAGES / "journal_meta_and_list.html").read_text("utf-8")


def reading(text: str) -> tuple[str, Reading]:
    (page,) = recognize(Source("page.html", text.encode(), "0" * 64)).pages
    return page.format, read(page)


def test_a_pubmed_page_tells_its_own_identifiers_and_no_neighbours() -> None:
    form, found = reading(PUBMED)
    assert form == "pubmed-html"
    assert found.citing is not None
    assert {str(i) for i in found.citing.identifiers} == {
        "pmid:38814901", "pmcid:PMC11139319", "doi:10.1371/journal.pone.0303969",
    }  # fmt: skip
    assert [str(a) for a in found.citing.author] == ["Peverill, Roger E", "van der Berg, Lisa"]
    assert (str(found.citing.issued), found.citing.volume, found.citing.page) == ("2024-05-30", "19", "e0303969")


def test_a_pubmed_page_gives_references_from_links_and_says_that_they_are_cut() -> None:
    found = reading(PUBMED)[1]
    (reference,) = found.references
    assert [str(i) for i in reference.identifiers] == [
        "doi:10.1177/0883073812448230", "pmcid:PMC3674491", "pmid:22752493",
    ]  # fmt: skip
    assert reference.tail_labels == ("DOI", "PMC", "PubMed")
    assert reference.text.endswith("doi: 10.1177/0883073812448230")
    assert found.stated_total == 42
    assert [p.code for p in found.problems] == ["list-cut"]


def test_a_journal_page_is_read_by_its_metadata_and_its_list() -> None:
    form, found = reading(JOURNAL)
    assert form == "html"
    assert found.citing is not None
    assert (found.citing.title, found.citing.get("doi")) == ("Our title", "10.3390/ijms25052789")
    assert [[str(i) for i in r.identifiers] for r in found.references] == [
        ["doi:10.1038/nrgastro.2015.150", "pmid:26323879"],
        ["doi:10.1016/s1201-9712(98)90116-3"],
    ]
    assert [r.label for r in found.references] == ["1", "2"]
    assert found.references[0].tail_labels == ("Google Scholar", "CrossRef", "PubMed")
    assert found.references[0].text == "Kaplan, G.G. Filler title. Nat. Rev. 2015, 12, 720–727."


def test_identifiers_outside_the_list_are_mentions() -> None:
    assert [str(m.identifier) for m in reading(JOURNAL)[1].mentions] == ["doi:10.5061/dryad.1234", "doi:10.1000/citing"]


def test_the_span_of_a_reference_holds_its_words_and_links() -> None:
    for reference in reading(JOURNAL)[1].references:
        assert reference.span is not None
        block = JOURNAL[reference.span.start : reference.span.end]
        assert block.startswith("<li")
        assert reference.text[:15] in block


def test_a_page_without_article_or_list_gives_nothing() -> None:
    found = reading(
        "<html><head><title>Questions</title></head><body><ul><li>Home</li><li>Tags</li></ul><p>2019</p></body></html>"
    )[1]
    assert found.citing is None
    assert not found.references
    assert found.problems[0].code == "no-article"


def test_a_captcha_is_named() -> None:
    page = '<html><head><title>x</title></head><body><div class="g-recaptcha"></div>Verify you are human</body></html>'
    found = reading(page)[1]
    assert found.citing is None
    assert found.problems[0].code == "captcha"
