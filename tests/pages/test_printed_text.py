"""Text printed by text browsers, and pages turned into Markdown: links, menus, forms and figures around an article."""

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.layouts import CITED, OWN_DOI, OWN_TITLE

PROSE = "Words of ours stand here, as long as those of other abstracts, and they say nothing at all. " * 4
HEAD = f"{OWN_TITLE}\n\nPierluigi Puca, Maria Rossi\n\nJ Fill 2024;25:2789. doi: {OWN_DOI}\n\nAbstract\n\n{PROSE}\n\n"
ENTRIES = [f"{c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}." for c in CITED]
NUMBERED = "".join(f"{n}. {entry}\n" for n, entry in enumerate(ENTRIES, 1))


def reading(text: str) -> Reading:
    (page,) = recognize(Source("page.txt", text.encode(), "0" * 64)).pages
    assert page.format == "text"
    return read(page)


def told(found: Reading) -> list[list[str]]:
    return [[str(i) for i in reference.identifiers] for reference in found.references]


DOIS = [[f"doi:{c.doi.lower()}"] for c in CITED]


def test_links_on_lines_behind_an_entry_are_the_entrys() -> None:
    entries = "".join(f"{n}. {entry}\n   [{n}]CrossRef\n\n" for n, entry in enumerate(ENTRIES, 1))
    links = "".join(f"   {n}. https://doi.org/{c.doi}\n" for n, c in enumerate(CITED, 1))
    assert told(reading(f"{HEAD}References\n\n{entries}References\n\n   Visible links:\n{links}")) == DOIS


def test_the_list_of_links_is_found_though_that_of_a_picture_map_follows() -> None:
    entries = "".join(f"{n}. {entry} [{n}]CrossRef\n" for n, entry in enumerate(ENTRIES, 1))
    links = "".join(f"   {n}. https://doi.org/{c.doi}\n" for n, c in enumerate(CITED, 1))
    maps = "\n[USEMAP]\nfile://localhost/page.html#map\n   1. https://example.org/guide\n"
    assert told(reading(f"{HEAD}References\n\n{entries}References\n\n   Visible links:\n{links}{maps}")) == DOIS


def test_links_of_markdown_tell_what_is_cited_and_leave_its_words() -> None:
    entries = "".join(
        f'{n}\\. {entry} [[CrossRef](https://doi.org/{c.doi})] [[PubMed](https://example.org/(a)/x "Go there")]\n\n'
        for n, (entry, c) in enumerate(zip(ENTRIES, CITED, strict=True), 1)
    )
    found = reading(f"# {HEAD}## References\n\n{entries}")
    assert told(found) == DOIS
    assert [reference.text for reference in found.references] == ENTRIES
    assert [reference.label for reference in found.references] == [str(n) for n in range(1, len(CITED) + 1)]


def test_an_escaped_bracket_in_an_address_of_markdown_is_a_bracket() -> None:
    link = "[CrossRef](https://doi.org/10.1016/s0306-4603\\(95\\)00029-c)"
    found = reading(f"{HEAD}References\n\n" + "".join(f"{n}. {entry} {link}\n" for n, entry in enumerate(ENTRIES, 1)))
    assert told(found)[0] == ["doi:10.1016/s0306-4603(95)00029-c"]


def test_what_stands_under_an_item_of_a_menu_is_none_of_the_numbered_list() -> None:
    menu = f"Topics\nReferences\nResearch Article\nFree access\n\n{OWN_TITLE}\n\nA Rossi, B Bianchi, C Verdi 2010;1:2-3.\n\n"
    assert len(reading(f"{menu}{HEAD}References\n\n{NUMBERED}").references) == len(CITED)


@pytest.mark.parametrize(
    "above",
    [
        "Enter journal, DOI, article type and other words[ ]\n\nSearch\n\n",
        "Current IssueLatest ArticlesSpecial FeaturesList of IssuesOther Journal\n\n",
        "Published in final edited form as: J Fill. 2024\n\n",
    ],
)
def test_a_form_and_a_menu_are_no_titles(above: str) -> None:
    assert reading(f"{above * 2}{HEAD}References\n\n{NUMBERED}").title == OWN_TITLE


def test_the_title_of_an_encyclopedia_stands_above_its_name() -> None:
    text = f"t-distributed filler\n\nFrom Wikipedia, the free encyclopedia\n\n{PROSE}\n\nReferences\n\n{NUMBERED}"
    assert reading(text).title == "t-distributed filler"


def test_an_articles_figures_with_dois_of_their_own_make_it_no_table_of_contents() -> None:
    figures = "".join(f"Figure {n}. Words of a figure.\n\ndoi:{OWN_DOI}.g00{n}\n\n" for n in range(1, 5))
    head = HEAD.replace("Abstract", "Words")
    assert len(reading(f"{head}{figures}References\n\n{NUMBERED}").references) == len(CITED)


def test_a_short_title_behind_its_label_is_read_without_it() -> None:
    text = (
        "Title: Fuzzy sets\nAuthors: Lotfi A. Zadeh\nJournal: Information and Control\nYear: 1965\nVolume: 8\nIssue: 3\n"
        "Pages: 338-353\nDOI: 10.1016/S0019-9958(65)90241-X\n\nAbstract\nWords of ours about sets without edges [1,2].\n\n"
        "References\n1. Akaike H. A new look at the statistical model identification. IEEE Trans Automat Contr. 1974;19:716-23.\n"
        "2. Kaplan GG. The global burden of IBD. Nat Rev Gastroenterol Hepatol. 2015;12:720-7.\n"
        "3. Zar JH. Biostatistical analysis. Upper Saddle River: Prentice Hall; 1999.\n"
    )
    (page,) = recognize(Source("page.txt", text.encode(), "0" * 64)).pages
    work = read(page).citing
    assert work is not None
    assert (work.title, work.volume, work.page) == ("Fuzzy sets", "8", "338-353")
