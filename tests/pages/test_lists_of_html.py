"""Which elements of a page of HTML are entries of its list, and what stands beside them that is none."""

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.links import identifiers_in
from harvester.pages.recognize import recognize
from tests.pages.layouts import BARE_DUBLIN_META, CITED, HIGHWIRE_META, OWN_DOI, OWN_TITLE, Cited

BOOK = "Zar JH. Biostatistical Analysis. Prentice Hall; 1984."
OTHER = "Other A. A work that is not cited here. J Other. 2021;3:4-5."


def line(cited: Cited) -> str:
    return (
        f"{cited.authors}. {cited.title}. {cited.journal}. {cited.year};{cited.volume}:{cited.pages}. doi:{cited.doi}"
    )


LINES = [*map(line, CITED), BOOK]


def listed(template: str, lines: list[str], first: int = 1) -> str:
    return "".join(template.format(n=n, line=words) for n, words in enumerate(lines, first))


def reading(body: str, head: str = HIGHWIRE_META) -> Reading:
    text = f"<!DOCTYPE html><html><head><title>{OWN_TITLE}</title>{head}</head><body><h1>{OWN_TITLE}</h1>{body}</body></html>"
    (page,) = recognize(Source("page.html", text.encode(), "0" * 64)).pages
    return read(page)


def beginnings(found: Reading) -> list[str]:
    return [reference.text.split(".")[0] for reference in found.references]


EXPECTED = [*(cited.authors for cited in CITED), "Zar JH"]

BODIES = {
    "numbered paragraphs with a book at the end and the date of receipt behind it": "<h2>References</h2>"
    + listed("<p>{n}. {line}</p>", LINES)
    + "<p>Received: May 12, 2013; Accepted: June 20, 2014</p>",
    "rows of a table with a book at the end": "<h2>References</h2><table>"
    + listed("<tr><td>{n}.</td><td>{line}</td></tr>", LINES)
    + "</table>",
    "paragraphs marked as references, and annotations between them": "<h2>References</h2>"
    + listed('<p class="Ref">{line}</p>', LINES[:2])
    + '<p class="Note">** A study of 2015 with 12-34 persons.</p>'
    + listed('<p class="Ref">{line}</p>', LINES[2:]),
    "boxes with key words behind them": "<h3>REFERENCES</h3>"
    + listed('<div class="r">{line}</div>', LINES)
    + '<div class="keywords">Key words: one; two</div>',
    "a table of footnotes behind the list": "<h2>Notes and references</h2><ol>"
    + listed("<li>{line}</li>", LINES)
    + "</ol><table><tr><td>Electronic supplementary information. See DOI: 10.5555/not.cited</td></tr></table>",
    "a list under Citations, which are citing articles": "<h2>Bibliography</h2><ul>"
    + listed("<li>{line}</li>", LINES)
    + f"</ul><h2>Citations</h2><ul><li>{OTHER}</li><li>{OTHER.replace('A.', 'B.')}</li></ul>",
    "supplementary references in a list of their own": "<h2>References</h2><ol>"
    + listed("<li>{line}</li>", LINES[:3])
    + '</ol><h2>Supplementary references</h2><ol start="4">'
    + listed("<li>{line}</li>", LINES[3:], 4)
    + "</ol>",
    "words told apart by line breaks, no element around them": "<h2>References</h2>"
    + "<br><br>".join(LINES)
    + "<hr><address>Last modified 12 May 2014</address>",
    "small letters for each part of the alphabet, and works of others behind": "<h2>References</h2><h3>A</h3><ul>"
    + listed("<li>{line}</li>", LINES[:2])
    + "</ul><h3>B</h3><ul>"
    + listed("<li>{line}</li>", LINES[2:])
    + f"</ul><h2>Recommended</h2><ul><li>{OTHER}</li></ul>",
    "how to cite the page itself, behind the list": "<h2>References</h2>"
    + listed("<p>{line}</p>", LINES)
    + f"<p>Puca P. {OWN_TITLE}. J Fill. 2024;25:1-2. doi: {OWN_DOI}</p>",
    "readers' comments behind the list": "<h2>References</h2><ol>"
    + listed("<li>{line}</li>", LINES)
    + '</ol><ol class="comments"><li>By A. on May 3, 2015, 12:34. See https://doi.org/10.5555/not.cited</li></ol>',
    "citing articles in the same box, their title no heading": '<div class="h">References</div><ol>'
    + listed("<li>{line}</li>", LINES)
    + f'</ol><div class="h">Cited by</div><ol><li>{OTHER}</li><li>{OTHER}</li></ol>',
    "related articles behind the list, their title in bold": "<h2>References</h2><ol>"
    + listed("<li>{line}</li>", LINES)
    + f"</ol><p><b>Related articles</b></p><ol><li>{OTHER}</li><li>{OTHER}</li></ol>",
    "a definition list for each": '<h2>References</h2><div id="r">'
    + listed("<dl><dt>{n}.</dt><dd><div>{line}</div></dd></dl>", LINES)
    + "</div>",
}


@pytest.mark.parametrize("kind", BODIES)
def test_exactly_the_entries_of_the_list_are_references(kind: str) -> None:
    found = reading(BODIES[kind])
    assert beginnings(found) == EXPECTED
    assert [[i.value for i in r.identifiers] for r in found.references] == [*([c.doi.lower()] for c in CITED), []]


def test_books_at_both_ends_of_a_list_by_author_and_year_are_entries() -> None:
    apa = "Kaplan, G. G. (2015). The global burden of IBD. <i>Nat Rev Gastroenterol Hepatol, 12</i>, 720-727."
    books = [
        "Efron, B., & Tibshirani, R. J. (1993). An Introduction to the Bootstrap.",
        "Zar, J. H. (1984). Biostatistics.",
    ]
    paragraphs = [books[0], apa, apa.replace("Kaplan, G. G.", "Other, A. (1999). Kaplan"), books[1]]
    found = reading("<h2>References</h2>" + "".join(f"<p>{words}</p>" for words in paragraphs))
    assert [r.text.split(",")[0] for r in found.references] == ["Efron", "Kaplan", "Other", "Zar"]


def test_a_doi_in_dublin_core_alone_makes_a_page_an_article() -> None:
    found = reading("<p>Words.</p>", BARE_DUBLIN_META)
    assert found.citing is not None
    assert found.citing.get("doi") == OWN_DOI


def test_a_data_set_by_its_type_in_dublin_core_is_no_article() -> None:
    found = reading("<p>Words.</p>", HIGHWIRE_META + '<meta name="DC.type" content="Dataset">')
    assert found.citing is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="citation_journal_title" content="J Fill"><meta name="citation_issn" content="1234-5678">',
        '<meta name="citation_doi" content="10.5281/zenodo.1234"><script type="application/ld+json">'
        '{"@type": "https://schema.org/Dataset", "name": "A data set"}</script>',
    ],
)
def test_a_table_of_contents_and_a_data_set_are_no_articles(head: str) -> None:
    found = reading(f"<h2>Articles</h2><ul><li>{OTHER}</li><li>{OTHER}</li><li>{OTHER}</li></ul>", head)
    assert found.citing is None


def test_a_list_under_a_small_title_of_citing_articles_is_none_of_an_articles() -> None:
    lines = [OTHER.replace("Other A", f"Other {letter}") for letter in "ABCD"]
    found = reading('<div class="title">Citing articles</div><ol>' + listed("<li>{line}</li>", lines) + "</ol>")
    assert found.citing is not None
    assert found.references == ()


def test_a_heading_over_references_is_not_the_pages_title() -> None:
    body = "<div>Title</div><h1>REFERENCES</h1><ol>" + listed("<li>{line}</li>", LINES) + "</ol>"
    text = f"<!DOCTYPE html><html><head><title>Treatment of a thing - UpToDate</title></head><body>{body}</body></html>"
    (page,) = recognize(Source("page.html", text.encode(), "0" * 64)).pages
    found = read(page)
    assert found.title == "Treatment of a thing"
    assert len(found.references) == len(LINES)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/sites/entrez?Db=pubmed&Cmd=ShowDetailView&TermToSearch=26323879", ["26323879"]),
        ("/sites/entrez?Db=pubmed&TermToSearch=2015+burden", []),
        ("/science?_ob=RedirectURL&_targetURL=http%253A%252F%252Fdx.doi.org%252F10.1016%25252Fj.x", ["10.1016/j.x"]),
    ],
)
def test_addresses_of_resolvers_tell_what_they_lead_to(address: str, told: list[str]) -> None:
    assert [i.value for i in identifiers_in(address)] == told


def test_a_list_in_two_languages_is_one_list() -> None:
    cyrillic = ["\u0410\u0432\u0442\u043e\u0440 " + words.partition(". ")[2] for words in LINES]
    lists = [f"<h3>{title}</h3><ol>" + listed("<li>{line}</li>", lines) + "</ol>"
             for title, lines in (("\u041b\u0438\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u0430", cyrillic), ("References", LINES))]  # fmt: skip
    assert len(reading("".join(lists)).references) == len(LINES)


WITHOUT_DOI = f'<meta name="citation_title" content="{OWN_TITLE}"><meta name="citation_journal_title" content="J Fill">'


@pytest.mark.parametrize(
    ("head", "printed", "own"),
    [
        (WITHOUT_DOI, f"J Fill 2024;25:1-2, doi: {OWN_DOI}", OWN_DOI),
        (WITHOUT_DOI, "Comment on: doi: 10.5555/not.own", None),
        (WITHOUT_DOI, "doi: 10.5555/not.own and doi: 10.5555/not.own.either", None),
        (WITHOUT_DOI, "", None),
        ("", f"doi: {OWN_DOI}", None),
        (f"<!-- saved from url=(0042)http://example.org/doi/{OWN_DOI}/full -->", "", OWN_DOI),
        (f"<!--\n Page saved with SingleFile \n url: https://example.org/doi/full/{OWN_DOI} \n-->", "", OWN_DOI),
    ],
)
def test_a_page_whose_metadata_have_no_doi(head: str, printed: str, own: str | None) -> None:
    found = reading(f"<p>{printed}</p><h2>References</h2><ol>{listed('<li>{line}</li>', LINES)}</ol>", head)
    assert found.citing is not None
    assert found.citing.get("doi") == own
    assert len(found.references) == len(LINES)


def test_a_captcha_saved_from_an_articles_address_is_no_article() -> None:
    head = f"<!-- saved from url=(0042)http://example.org/doi/{OWN_DOI}/full -->"
    found = reading("<div class='g-recaptcha'></div><p>Verify you are human</p>", head)
    assert found.citing is None


def test_an_entry_behind_a_short_one_has_its_place() -> None:
    lines = [line(CITED[0]), "Smith J. Personal communication.", *map(line, CITED[1:])]
    found = reading(f"<h2>References</h2><ol>{listed('<li>{line}</li>', lines)}</ol>")
    assert [reference.span is not None for reference in found.references] == [True] * len(lines)


def test_a_sites_name_over_the_title_is_not_the_title() -> None:
    found = reading(f"<h1>{OWN_TITLE}</h1><p>Words.</p>", '<meta name="citation_doi" content="10.1234/own.2024.001">')
    assert found.title == OWN_TITLE
    site = (
        f"<!DOCTYPE html><html><head><title>{OWN_TITLE} | J Fill</title><meta name='citation_doi' content='{OWN_DOI}'>"
    )
    text = f"{site}</head><body><h1>Journal of Filler</h1><h1>{OWN_TITLE}</h1></body></html>"
    (page,) = recognize(Source("page.html", text.encode(), "0" * 64)).pages
    assert read(page).title == OWN_TITLE
