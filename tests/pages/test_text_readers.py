"""Pages of plain text: PubMed, Read by QxMD, a company's page, a page with nothing in it."""

from pathlib import Path

import pytest

from harvester.model import Page, Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize

PUBMED = (Path(__file__).parent / "pages" / "pubmed_copied.txt").read_text("utf-8")

QXMD = (
    """\
JOURNAL ARTICLE
REVIEW
Add like
Add dislike
Add to saved papers

A title of our own about something.

"""
    + "Words of an abstract that say little but go on for long enough to be one. " * 6
    + """

Full text links

We have located links that may give you full text access.
All material on this website is protected by copyright, Copyright © 1994-2024 by Somebody.
"""
)


def reading(text: str) -> tuple[str, Reading]:
    (page,) = recognize(Source("page.txt", text.encode(), "0" * 64)).pages
    return page.format, read(page)


def test_a_pubmed_page_tells_its_work() -> None:
    form, found = reading(PUBMED)
    work = found.citing
    assert form == "pubmed-text"
    assert work is not None
    assert found.title.startswith("Cellular and Molecular Determinants")
    assert (work.container_title, str(work.issued), work.volume, work.issue, work.page) == (
        "Int J Mol Sci", "2024-02-28", "25", "5", "2789",
    )  # fmt: skip
    assert (work.author[0].family, work.author[0].given, work.authors_complete) == ("Puca", "Pierluigi", False)
    assert [str(i) for i in work.identifiers] == ["doi:10.3390/ijms25052789"]
    assert work.keywords == ("one", "two words", "CTLA4")
    assert work.abstract.startswith("Our own words")


def test_a_pubmed_page_gives_its_references_with_dois_and_spans() -> None:
    found = reading(PUBMED)[1]
    assert [str(r.identifiers[0]) for r in found.references] == [
        "doi:10.1038/nrgastro.2015.150",
        "doi:10.1016/s1201-9712(98)90116-3",
    ]
    for reference in found.references:
        assert reference.span is not None
        assert PUBMED[reference.span.start : reference.span.end].lstrip(" 1.").startswith(reference.text[:20])


def test_a_qxmd_page_is_an_article_by_its_title_with_its_abstract() -> None:
    form, found = reading(QXMD)
    assert form == "qxmd-text"
    assert found.citing is not None
    assert found.citing.type == "article-journal"
    assert found.citing.title == "A title of our own about something."
    assert found.citing.abstract.startswith("Words of an abstract")
    assert found.citing.issued is None
    assert not found.citing.identifiers
    assert not found.references


def test_prose_without_identity_has_nothing_to_harvest() -> None:
    found = reading("About a disease\nIt has many causes, said in 2019 by some. Research goes on.\n")[1]
    assert found.citing is None
    assert not found.references
    assert [p.code for p in found.problems] == ["no-article"]


def test_a_page_of_search_results_is_named_where_none_of_its_works_can_be_read() -> None:
    text = "PubMed\n\n1,234 results\nFilters applied: Review.\n1\nCite\nA title.\nPMID: 38473991\n2\nCite\nPMID: 1\n"
    form, found = reading(text)
    assert form == "search-results"
    assert found.citing is None
    assert (found.works, [problem.code for problem in found.problems]) == ((), ["search-results"])


def test_a_page_that_blocks_is_named() -> None:
    found = reading("Page not available - PMC\nYour access to PubMed Central has been blocked. PMC5391979")[1]
    assert found.citing is None
    assert found.problems[0].code == "blocked"


def test_an_unknown_page_may_be_read_by_format_alone() -> None:
    assert read(Page("a", "0", "text", "")).citing is None


COPIED = (
    "PubMed\nSearch\nDisplay options\nReview\nNat Med\n. 2008 Aug 1;14(8):837-42. doi: 10.1038/nm1782.\n"
    "Amyloid dimers isolated from brains impair memory\nGanesh M Shankar 1 2, Shaomin Li 1\nAffiliations expand\n"
    "PMID: 18568035 DOI: 10.1038/nm1782\nAbstract\nWords of ours stand here.\n\nSimilar articles\nAnother title.\n"
)


@pytest.mark.parametrize("parted", [False, True])
def test_a_record_copied_from_a_browser_has_its_journal_above_the_date(parted: bool) -> None:
    text = COPIED.replace("\n", "\n\n") if parted else COPIED
    work = read(Page("x", "0", "pubmed-text", text)).citing
    assert work and (work.title, work.container_title) == (
        "Amyloid dimers isolated from brains impair memory",
        "Nat Med",
    )
    assert [name.family for name in work.author] == ["Shankar", "Li"]
