"""Every publisher's layout is read by the general mechanisms."""

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.layouts import CITED, LAYOUTS, OWN_DOI, OWN_TITLE, page

WITHOUT_PMID = {"elsevier", "elsevier-2012", "elsevier-2023", "peerj"}


def reading(name: str) -> Reading:
    (found,) = recognize(Source(f"{name}.html", page(name).encode(), "0" * 64)).pages
    assert found.format == "html"
    return read(found)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_publishers_page_gives_its_work_and_exactly_its_references(name: str) -> None:
    found = reading(name)
    assert found.citing is not None
    assert (found.citing.title, found.citing.get("doi")) == (OWN_TITLE, OWN_DOI)
    assert [i.scheme for i in found.citing.identifiers] == ["doi"]
    assert len(found.references) == len(CITED)
    for reference, cited in zip(found.references, CITED, strict=True):
        dois = [i.value for i in reference.identifiers if i.scheme == "doi"]
        pmids = [i.value for i in reference.identifiers if i.scheme == "pmid"]
        assert dois == [cited.doi.lower()]
        assert pmids == ([] if name in WITHOUT_PMID else [cited.pmid])
        assert cited.title in reference.text
        assert cited.pages in reference.text


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_reference_is_without_the_words_of_its_links_and_knows_its_place(name: str) -> None:
    source = page(name)
    for number, reference in enumerate(reading(name).references, 1):
        assert "Google Scholar" not in reference.text
        assert not reference.text.rstrip(".").endswith(("Crossref", "PubMed", "Medline", "|", ","))
        assert reference.label in ("", str(number))
        assert reference.span is not None
        assert CITED[number - 1].title in source[reference.span.start : reference.span.end]
