"""Words of links at the ends of entries: known by the list that repeats them, and never a part of a field."""

import pytest

from harvester.model import RawReference, Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.references import parse
from harvester.references.splitting.tails import repeated
from tests.pages.layouts import CITED, HIGHWIRE_META, OWN_TITLE

PRINTED = [f"{c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}." for c in CITED]


def references(entries: list[str]) -> tuple[RawReference, ...]:
    items = "".join(f"<li>{entry}</li>" for entry in entries)
    page = (
        f"<html><head>{HIGHWIRE_META}</head><body><h1>{OWN_TITLE}</h1><h2>References</h2><ol>{items}</ol></body></html>"
    )
    (found,) = recognize(Source("page.html", page.encode(), "0" * 64)).pages
    reading: Reading = read(found)
    return reading.references


@pytest.mark.parametrize(
    "tail",
    [
        ' <a href="/resolve?id=1">Find it @ Alma Mater</a>',
        ' <a href="#r1">Go to Citation</a>',
        ' <a href="/cited">Times Cited: 95</a>',
        ' <a href="/wos">Web of Science®</a> <a href="/x">Alma</a>',
        ' [<a href="/buy">Buy Via Ask*Us</a>]',
        ' <a href="/m">Crossref Medline 1</a>',
        ' | <a href="/q">UnserKatalog</a>',
        " <button>View in article</button>",
        ' View at: <a href="/p">Publisher Site</a> | <a href="/g">Google Scholar</a>',
        ' [ <a href="javascript:void(0)">Links</a> ]',
        ' <a href="/p">PubMed</a> · <a href="/c">Crossref</a> · <a>Google Scholar</a>',
        "<footer><a>Crossref</a></footer>",
    ],
)
def test_words_of_links_that_a_list_repeats_are_no_part_of_its_entries(tail: str) -> None:
    found = references([f"{entry}{tail}" for entry in PRINTED])
    assert [r.text for r in found] == PRINTED


def test_entries_without_such_links_stay_whole_beside_others() -> None:
    link = ' <a href="/resolve?id=1">UnserKatalog</a>'
    found = references([PRINTED[0] + link, PRINTED[1], PRINTED[2] + link, PRINTED[3] + link])
    assert [r.text for r in found] == PRINTED
    assert [r.tail_labels for r in found] == [("UnserKatalog",), (), ("UnserKatalog",), ("UnserKatalog",)]


def test_an_order_at_an_entrys_end_is_a_links_even_once() -> None:
    found = references([f'{PRINTED[0]} <a href="/pdf">View PDF</a>', *PRINTED[1:]])
    assert [r.text for r in found] == PRINTED


def test_a_linked_title_and_a_linked_journal_stay() -> None:
    entries = [
        f'{c.authors}. <a href="/t">{c.title}</a>. <a href="/j">The Same Journal</a> {c.year};{c.volume}:{c.pages}.'
        for c in CITED
    ]
    found = references(entries)
    assert {parse(r).described.container_title for r in found} == {"The Same Journal"}
    assert [parse(r).described.title for r in found] == [c.title for c in CITED]


def test_a_number_that_links_elsewhere_stays() -> None:
    found = references(
        [f'{entry} [PMID: <a href="https://e.org/{n}">1234567{n}</a>]' for n, entry in enumerate(PRINTED)]
    )
    assert found[1].text.endswith("[PMID: 12345671]")


def test_links_back_at_the_start_are_no_part_of_the_entries() -> None:
    found = references([f'<a href="#t{n}">Jump up</a> {entry}' for n, entry in enumerate(PRINTED)])
    assert [r.text for r in found] == PRINTED


def test_words_behind_a_doi_that_many_entries_have_are_a_pages() -> None:
    texts = [f"{entry} doi:10.1000/a{n} cited {n} times in paper" for n, entry in enumerate(PRINTED)]
    assert repeated(texts)[2] == (f"{PRINTED[2]} doi:10.1000/a2", "cited 2 times in paper")


def test_words_that_all_entries_end_with_are_a_pages() -> None:
    assert [text for text, _ in repeated([f"{entry} Ask Us Now" for entry in PRINTED * 2])] == PRINTED * 2


@pytest.mark.parametrize(
    "end",
    [
        "Oxford: Oxford University Press.",
        "Oxford: Oxford University Press",
        "https://e.org/a. Accessed 5 May 2016",
        "doi:10.1000/a. Epub 2016",
        "doi:10.1000/a [Epub ahead of print]",
        "et al.",
    ],
)
def test_what_citations_end_with_is_no_link(end: str) -> None:
    texts = [f"Roe J. {c.title}. {end}" for c in CITED * 2]
    assert repeated(texts) == []


def test_a_publisher_that_half_of_a_list_ends_with_stays() -> None:
    texts = [f"{c.authors}: {c.title}. {'Springer, Berlin' if n % 2 else 'ACM'}" for n, c in enumerate(CITED * 3)]
    assert repeated(texts) == []


@pytest.mark.parametrize("element", ["span", "header", "x-number", "b"])
def test_a_number_in_an_element_of_its_own_is_a_label(element: str) -> None:
    found = references([f"<{element}>{n}</{element}>{entry}" for n, entry in enumerate(PRINTED, 1)])
    assert [(r.label, r.text) for r in found] == [(str(n), entry) for n, entry in enumerate(PRINTED, 1)]
