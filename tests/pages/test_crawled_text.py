"""Text of pages as search engines crawl it: heads without abstract or identifier, lists cut out of their page."""

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.layouts import CITED, OWN_DOI, OWN_TITLE

PROSE = "Words of ours stand here, as long as those of other abstracts, and they say nothing at all. " * 4
PLACE = "1 Department of Filler, University of Nowhere, 12345 Nowhere, Italy"
NUMBERED = "".join(
    f"{n}. {c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}. doi: {c.doi}\n"
    for n, c in enumerate(CITED, 1)
)
LINES = "".join(f"{c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}. doi: {c.doi}\n" for c in CITED)


def reading(text: str) -> Reading:
    (page,) = recognize(Source("page.txt", text.encode(), "0" * 64)).pages
    assert page.format == "text"
    return read(page)


TITLED = {
    "a citation and the date of publication above": (
        f"Editorial Open Access\nJ Fill. Feb 28, 2024; 25(5): 2789-2799\nPublished online Feb 28, 2024. doi: {OWN_DOI}\n"
        f"{OWN_TITLE}\nPierluigi Puca, Maria Rossi, Department of Filler, University of Nowhere, Italy\n"
        "Peer-review started: February 1, 2024\n"
    ),
    "the neighbours in the issue above": (
        "Next Article in Journal\nA neighbour that has a title of its own, too\nPrevious Article in Journal\n"
        f"Another neighbour with quite some words\n \nFont Size:\nAa\nArticle\n\n{OWN_TITLE}\n\n{PLACE}\n"
        f"J Fill 2024, 25(5), 2789; https://doi.org/{OWN_DOI}\n\nAbstract\n\n:\n{PROSE}\n"
    ),
    "buttons and many authors below": (
        f"Clinical Research Papers:\n\n{OWN_TITLE}\n\nPDF |  HTML  |  How to cite\n\n"
        f"J Fill. 2024; 25:2789-2799. https://doi.org/{OWN_DOI}\n\n"
        f"Pierluigi Puca, Maria Rossi, William N. Bianchi Jr and Ann Green _\n\n{PLACE}\n\nKeywords: filler, nothing\n"
    ),
    "a bulleted kind above, bulleted authors and figures below": (
        f"Open Access\n\n{OWN_TITLE}\n\n  • Authors:\n    • Pierluigi Puca\n    • Maria Rossi\n\n"
        f"  • Published online on: February 28, 2024     https://doi.org/{OWN_DOI}\n\n"
        f"Metrics: Total Views: 0 (Filler Publications: | PMC Statistics: )\nTotal PDF Downloads: 0\n\n\nAbstract\n\n{PROSE}\n"
    ),
    "a title of research in a page of words that menus have": (
        f"Search\n\nResearch article\n\nResearch and design in {OWN_TITLE}\n\nPierluigi Puca, Maria Rossi\n\n"
        f"doi: {OWN_DOI}\n\nAbstract\n\n{PROSE}\n"
    ),
}


@pytest.mark.parametrize("above", TITLED)
def test_a_title_is_told_from_what_stands_around_it(above: str) -> None:
    found = reading(TITLED[above])
    assert found.citing is not None
    assert found.citing.title.endswith(OWN_TITLE)
    assert found.citing.get("doi") == OWN_DOI


WITHOUT_IDENTIFIER = {
    "dates, a correspondent and an abstract": (
        f"{OWN_TITLE}\n\nArticle Information\n\nPierluigi Puca1*, Maria Rossi2\n\n*Corresponding author: Pierluigi Puca\n\n"
        f"Received: 28 April 2021; Accepted: 06 May 2021\n\nAbstract\n\n{PROSE}\n"
    ),
    "volume, kind and buttons in another language": (
        "Buscar en\nRevista de Relleno\nInformación de la revista\nVol. 43. Núm. 7.\nPáginas 349-357 (agosto 2020)\n"
        f"Original article\nAcceso a texto completo\n{OWN_TITLE}\nVisitas\n846\nAutor para correspondencia\n"
        "Información del artículo\nFigura 1. Nada.\n"
    ),
    "a structured abstract under volume and buttons": (
        f"Clinical\nVolume 48, Issue 6, June 2019\n\n{OWN_TITLE}\n\nPierluigi Puca    Maria Rossi\n"
        f"|   Cite this article    BIBTEX    RIS    |\n\nBackground\n{PROSE}\nObjective\n{PROSE}\nDiscussion\n{PROSE}\n"
    ),
    "a kind, a date and the parts of an abstract without heading": (
        "ORIGINAL RESEARCH article\n\nFront. Fill., 23 June 2023\nSec. Nothing\nThis article is part of the Research Topic "
        f"Advances in Filler View all 12 articles\n\n{OWN_TITLE}\n\n  • 1Laboratory of Filler, Nowhere, Italy\n\n"
        f"Background: {PROSE}\n\nObjective: {PROSE}\n\nMethod: {PROSE}\n"
    ),
    "a record with subject headings": (
        f"{OWN_TITLE}\n\nJ Fill. 2022 Dec;31(4):127-133.\n\nAbstract\n\nIntroduction: {PROSE}\n\nResults: {PROSE}\n\n"
        "MeSH terms\n\n  • Humans\n"
    ),
    "an introduction that cites": (
        f"{OWN_TITLE}\nIntroduction\n{PROSE} That was said before [1], often [2,3], and denied [4-6].\n"
    ),
}


@pytest.mark.parametrize("signs", WITHOUT_IDENTIFIER)
def test_an_article_without_identifier_is_told_by_its_signs(signs: str) -> None:
    found = reading(WITHOUT_IDENTIFIER[signs])
    assert found.citing is not None
    assert (found.citing.type, found.citing.title, found.citing.identifiers) == ("article-journal", OWN_TITLE, ())


@pytest.mark.parametrize(
    "page",
    [
        f"Filler for beginners\n\nIntroduction\n\n{PROSE}\n\nOur shop is open, call today. Updated 2023.\n",
        f"Filler for beginners\n\n{PROSE} So it was found [1], and again [2], and once more [3].\n\nSubscribe\n",
        f"Article Types\nOriginal Research\n{PROSE}\nReview\n{PROSE}\nOpen access\nHow to cite\n",
        f"News of the day\n\nReceived wisdom of 2019\n\nBy Ann Green\n\n{PROSE}\n",
    ],
)
def test_prose_with_few_signs_of_an_article_is_none(page: str) -> None:
    assert reading(page).citing is None


CUT_OUT = {
    "numbers on the bullet's line": (
        "".join(
            f"  • {n}\n    {c.authors}. {c.title}. {c.journal} {c.year}; {c.volume}: {c.pages}.\n"
            for n, c in enumerate(CITED, 1)
        ),
        1,
    ),
    "numbers glued to the names, from the sixth on": (
        "".join(
            f"{n}{c.authors}. {c.title}. {c.journal}, {c.year},{c.volume}:{c.pages}.\n" for n, c in enumerate(CITED, 6)
        ),
        6,
    ),
    "paragraphs by author and year": (
        "\n".join(
            f"{c.authors.split()[0]}, A. B., and C. Other. {c.year}. {c.title}. {c.journal} {c.volume}(3):{c.pages}.\n"
            for c in CITED
        ),
        0,
    ),
}


@pytest.mark.parametrize("kind", CUT_OUT)
def test_a_list_cut_out_of_its_page_is_read(kind: str) -> None:
    text, number = CUT_OUT[kind]
    found = reading(text)
    assert [c.title in r.text for c, r in zip(CITED, found.references, strict=True)] == [True] * len(CITED)
    assert [r.label for r in found.references] == [str(number + n) if number else "" for n in range(len(CITED))]


def test_a_notice_over_the_title_in_two_lines_is_no_title() -> None:
    found = reading(
        "This page is meant for all\nHealthcare Professionals only.\n\nFiller Can Be Present\nat the Start of a Page or Form "
        f"Over Time\n\n  • One thing\n  • Another\n\nLearn more\n\nReferences\n\n{NUMBERED}"
    )
    assert found.title == "Filler Can Be Present at the Start of a Page or Form Over Time"


def test_a_heading_of_markdown_is_a_title() -> None:
    found = reading(
        f"# Filler: {OWN_TITLE}\n\nAuthors: Pierluigi Puca\nJournal: J Fill 2007\nDOI: {OWN_DOI}\n\n{PROSE}\n"
    )
    assert found.title == f"Filler: {OWN_TITLE}"


def test_authors_and_titles_of_one_issue_are_no_list_of_references() -> None:
    issue = "".join(f"{c.title}\n{c.authors}\npp. {c.pages}\n\n" for c in CITED)
    assert reading(f"J Fill 2024;25\n\n{issue}").references == ()


@pytest.mark.parametrize(
    "heading",
    ["5. References", "7 References", "5 | REFERENCES", "References (showing 4 of 4)", "Citations & References:"],
)
@pytest.mark.parametrize("entries", [NUMBERED, LINES], ids=["numbered", "unnumbered"])
def test_a_heading_may_carry_its_sections_number(heading: str, entries: str) -> None:
    found = reading(f"{OWN_TITLE}\nPierluigi Puca\ndoi: {OWN_DOI}\nAbstract\nWords of ours.\n\n{heading}\n{entries}")
    assert [[i.value for i in r.identifiers] for r in found.references] == [[c.doi.lower()] for c in CITED]


def test_the_numbers_of_references_and_of_citations_are_no_heading() -> None:
    found = reading(
        f". 2024 Feb;25(5):2789.\ndoi: {OWN_DOI}.\n\n{OWN_TITLE}\n\nPierluigi Puca 1\n  • PMID: 26323879\n"
        f"  •     51 References\n  •     36 citations\n\n{PROSE}\n\nNeighbour.\nA Green.\nCell, 2017; 168(4). PMID: 28187290\n"
    )
    assert found.references == ()
