"""Old and small journals' pages, told by what they show; what stands under or beside an article and is none of it."""

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.layouts import CITED, OWN_DOI, OWN_TITLE

PROSE = "Words of ours stand here, as long as those of other abstracts, and they say nothing at all. " * 4
ENTRIES = "".join(f"<li>{c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}.</li>" for c in CITED)


def reading(text: str) -> Reading:
    (page,) = recognize(Source("page.html", text.encode(), "0" * 64)).pages
    return read(page)


def article(rest: str) -> str:
    return (
        f"<html><head><title>J Fill</title></head><body><div>J Fill 2009;3:1-9 &nbsp; doi: {OWN_DOI}</div>"
        f"<h1>{OWN_TITLE}</h1><p>P Puca</p><p>Department of Filler, University of Nowhere, Italy</p>"
        f"<h2>Abstract</h2><p>{PROSE}</p><p><b>Keywords:</b> filler</p>{rest}</body></html>"
    )


def test_an_article_without_metadata_has_the_doi_printed_beside_its_title() -> None:
    found = reading(article(f"<h2>References</h2><ol>{ENTRIES}</ol>"))
    assert found.citing is not None
    assert (found.citing.type, found.citing.title, found.citing.get("doi")) == ("article-journal", OWN_TITLE, OWN_DOI)
    assert len(found.references) == len(CITED)


def test_an_abstract_without_metadata_or_list_is_an_article() -> None:
    found = reading(article(""))
    assert found.citing is not None
    assert found.citing.get("doi") == OWN_DOI
    assert [problem.code for problem in found.problems] == ["no-references"]


def test_a_leaflet_with_a_doi_is_no_article() -> None:
    found = reading(
        f"<html><head><title>Filler</title></head><body><h1>{OWN_TITLE}</h1><p>doi: {OWN_DOI}</p>"
        f"<h2>Introduction</h2><p>{PROSE}</p></body></html>"
    )
    assert found.citing is None


def jats(citation: str, under: str = "") -> str:
    return (
        f'<article article-type="research-article"><front><article-meta><article-id pub-id-type="doi">{OWN_DOI}</article-id>'
        f"<title-group><article-title>{OWN_TITLE}</article-title></title-group></article-meta></front>"
        f'<back><ref-list><ref id="B1"><label>1</label>{citation}</ref></ref-list></back>{under}</article>'
    )


def test_alternatives_for_one_citation_are_one_reference_with_what_each_tells() -> None:
    found = reading(
        jats(
            "<citation-alternatives><mixed-citation>Kaplan GG. The global burden. Nat Rev. 2015;12:720.</mixed-citation>"
            '<element-citation><article-title>The global burden</article-title><pub-id pub-id-type="doi">'
            f"{CITED[0].doi}</pub-id></element-citation></citation-alternatives>"
        )
    )
    (reference,) = found.references
    assert reference.text == "Kaplan GG. The global burden. Nat Rev. 2015;12:720."
    assert [i.value for i in reference.identifiers] == [CITED[0].doi]


def test_references_of_a_reply_under_an_article_are_none_of_its_own() -> None:
    reply = (
        '<sub-article article-type="reply"><back><ref-list><ref id="S1"><mixed-citation>Other A. Work. J Other. 2001;1:2.'
        "</mixed-citation></ref></ref-list></back></sub-article>"
    )
    found = reading(jats("<mixed-citation>Kaplan GG. The global burden. Nat Rev. 2015;12:720.</mixed-citation>", reply))
    assert [reference.text[:6] for reference in found.references] == ["Kaplan"]


def test_a_part_of_pubmeds_list_with_several_references_is_several() -> None:
    inner = "".join(
        f'<li class="skip-numbering" value="{n}">{c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}. - '
        f'<a class="reference-link" href="/{c.pmid}/">PubMed</a></li>'
        for n, c in enumerate(CITED, 1)
    )
    found = reading(
        '<html><head><meta name="ncbi_app" content="pubmed"><meta name="ncbi_db" content="pubmed"></head><body>'
        f'<div id="full-view-heading"><h1 class="heading-title">{OWN_TITLE}</h1></div><div id="references"><h2>References</h2>'
        f'<ol class="references-list"><li><ol class="references-and-notes-list">{inner}</ol></li></ol></div></body></html>'
    )
    assert [[i.value for i in r.identifiers] for r in found.references] == [[c.pmid] for c in CITED]
