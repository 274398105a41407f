"""Pages of text that are of no article though they name works: contents, news, trials, questions, JSON."""

import re

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.values import identifier
from tests.pages.layouts import CITED, OWN_DOI, OWN_TITLE


def reading(text: str) -> Reading:
    (page,) = recognize(Source("page.txt", text.encode(), "0" * 64)).pages
    return read(page)


ISSUE = "".join(
    f"{c.title}\n{c.authors}\nPages {c.pages}\ndoi: 10.1234/jfill.2024.{n}\n\n" for n, c in enumerate(CITED, 1)
)
ISSUE_IN_LINES = "".join(
    f"Full Access\n{c.title}\n{c.authors}\nJ Fill, 2024; 25(5): {c.pages} | https://doi.org/10.1234/jfill.2024.{n}\n"
    for n, c in enumerate(CITED, 1)
)
TRENDING = "".join(f"{c.title}.\n{c.authors}, et al. {c.journal}. 2024. PMID: {c.pmid}\n" for c in CITED)
ONE = CITED[2]
CITED_ONCE = f"{ONE.authors}. {ONE.title}. {ONE.journal}. {ONE.year};{ONE.volume}:{ONE.pages}. doi: {ONE.doi}"

PAGES = {
    "a table of contents": (
        f"Journal of Filler\nVolume 25, Issue 5, May 2024\n\nOriginal Research\n{ISSUE}",
        "contents",
    ),
    "a table of contents without DOIs": (
        f"Journal of Filler\nVolume 25, Issue 5, May 2024\n\nOriginal article\nOpen access\n{re.sub('doi:.*', '', ISSUE)}",
        "no-article",
    ),
    "a table of contents in lines": (ISSUE_IN_LINES, "contents"),
    "a home page with trending records": (f"Records of Filler\nSearch\nTrending Articles\n{TRENDING}", "contents"),
    "news of a study": (
        f"Filler may be good for you\nBy Jane Doe\nMarch 4, 2023\nA study found so.\nThe study is at doi: {ONE.doi}.\n",
        "no-article",
    ),
    "a trial with its publications": (
        f"A Study of Filler in Adults\nSponsor University of Nowhere\n\nGeneral Publications\n{CITED_ONCE}\n",
        "no-article",
    ),
    "a question with answers": (
        f"How do I count filler?\nQuestion\nAsked 12 March 2019\nAnn Green\nAll Answers (3)\nYou may see {CITED_ONCE}\n",
        "questions",
    ),
    "a part of a service's answer": (
        f'{{"title": "{OWN_TITLE}", "doi": "https://doi.org/{OWN_DOI}", "re',
        "data-record",
    ),
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_text_that_is_of_no_article_says_what_it_is(kind: str) -> None:
    text, code = PAGES[kind]
    found = reading(text)
    assert found.citing is None
    assert found.references == ()
    assert [problem.code for problem in found.problems] == [code]


def test_an_article_that_says_in_a_sentence_where_it_is_keeps_its_doi() -> None:
    prose = "Words of ours stand here, as long as those of other abstracts, and they say nothing at all. " * 4
    found = reading(
        f"{OWN_TITLE}\nPierluigi Puca, Maria Rossi\nThe final version is available at https://doi.org/{OWN_DOI}\n"
        f"Received: 2 May 2023; Accepted: 3 June 2023\n\nAbstract\n\n{prose}\n\nKeywords: filler\n"
    )
    assert found.citing is not None
    assert found.citing.get("doi") == OWN_DOI


def test_the_date_from_which_pmc_shows_a_manuscript_is_no_pmcid() -> None:
    found = identifier.find("J Fill. Author manuscript; available in PMC 2017 Nov 1. PMCID: PMC5220672")
    assert [str(f.identifier) for f in found] == ["pmcid:PMC5220672"]


def test_a_name_alone_on_a_numbered_line_is_an_entry() -> None:
    lines = [f"{c.authors}. {c.title}. {c.journal} {c.year};{c.volume}:{c.pages}." for c in CITED]
    lines.insert(2, "Kandhal")
    entries = "".join(f"  {n}. {line}\n" for n, line in enumerate(lines, 1))
    found = reading(f"{OWN_TITLE}\n\nhttps://doi.org/{OWN_DOI}\n\nList of references\n\n{entries}")
    assert [r.label for r in found.references] == ["1", "2", "3", "4", "5"]
    assert found.references[2].text == "Kandhal"


def test_a_page_of_an_archive_of_data_is_a_record_of_data() -> None:
    found = reading(f"Data from: {OWN_TITLE}\n\nPuca P. https://doi.org/10.5061/dryad.abc12\n\nFiles (3)\n")
    assert found.citing is None
    assert [problem.code for problem in found.problems] == ["data-record"]
