"""Where lists end and what breaks them: pages of print, headings of Markdown, buttons behind copied text; and items that
the text does not link to."""

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.layouts import CITED, HIGHWIRE_META, OWN_TITLE, Cited

HEAD = f"{OWN_TITLE}\n\nWords of ours.\n\n"


def reading(text: str, name: str = "page.txt") -> Reading:
    (page,) = recognize(Source(name, text.encode(), "0" * 64)).pages
    return read(page)


def line(cited: Cited) -> str:
    facts = f"{cited.authors}. {cited.title}. {cited.journal}. {cited.year};{cited.volume}:{cited.pages}."
    return f"{facts} doi:{cited.doi}"


LINES = [line(cited) for cited in CITED]


def test_a_running_head_at_a_form_feed_within_the_list_is_of_no_entry() -> None:
    head = "\n\n{}\n\fGut Reviews 2013\n\n"
    first = "".join(f"{n}. {entry}\n" for n, entry in enumerate(LINES[:2], 1))
    rest = "".join(f"{n}. {entry}\n" for n, entry in enumerate(LINES[2:], 3))
    page = (
        HEAD + head.format(11) + "More words.\n" + head.format(12) + "References\n\n" + first + head.format(13) + rest
    )
    assert [r.text for r in reading(page).references] == LINES


def test_the_next_heading_of_markdown_ends_a_list_whatever_it_says() -> None:
    entries = "\n\n".join(LINES)
    page = f"# {HEAD}## References\n\n{entries}\n\n## Colophon\n\nSet in 2014 by A. Printer. See COLOPHON.\n"
    assert [r.text for r in reading(page).references] == LINES


def test_a_lower_heading_of_markdown_does_not_end_a_list() -> None:
    page = f"# {HEAD}## References\n\n### Trials\n\n1. {LINES[0]}\n2. {LINES[1]}\n\n### Others\n\n3. {LINES[2]}\n"
    assert len(reading(page).references) == 3


def test_lines_behind_link_words_that_are_glued_to_the_last_entry_are_not_of_it() -> None:
    entries = "".join(f"{n}.\n{entry}PubMedGoogle ScholarCrossref\n" for n, entry in enumerate(LINES, 1))
    found = reading(f"{HEAD}References\n{entries}Find More About\nNephrology\n").references
    assert [r.text for r in found] == LINES


def test_items_that_the_text_does_not_link_to_are_of_the_list_of_the_others() -> None:
    links = "".join(f'<p>Words <a href="#r{n}">[{n}]</a>.</p>' for n in (1, 2, 3))
    items = "".join(f'<li id="r{n}">{entry}</li>' for n, entry in enumerate(LINES, 1))
    page = f"<html><head>{HIGHWIRE_META}</head><body><h1>{OWN_TITLE}</h1>{links}<hr><ol>{items}</ol></body></html>"
    assert [r.text for r in reading(page, "page.html").references] == LINES


def test_the_next_underlined_heading_ends_a_list_under_an_underlined_one() -> None:
    entries = "\n\n".join(LINES)
    page = f"{HEAD}References\n----------\n\n{entries}\n\nColophon\n--------\n\nSet in 2014 by A. Printer, pp. 3-4.\n"
    assert [r.text for r in reading(page).references] == LINES


def test_rules_between_entries_under_an_underlined_heading_do_not_end_the_list() -> None:
    entries = "\n\n----------\n\n".join(LINES)
    assert len(reading(f"{HEAD}References\n----------\n\n{entries}\n----------\n").references) == len(LINES)


def test_a_number_with_a_tab_is_a_label_though_the_line_above_ends_in_an_address() -> None:
    lines = [
        LINES[0],
        "World Example Society. Plans of ours. 2015. Available from: https://example.org/plans/",
        *LINES[1:],
    ]
    entries = "".join(f"{n}\t{entry}\n" for n, entry in enumerate(lines, 1))
    assert [r.text for r in reading(f"{HEAD}References\n{entries}").references] == lines


TITLE = "Markers of a thing in stool"


def page_with(behind: str) -> Reading:
    entries = "".join(f"<p>{entry}</p>" for entry in LINES)
    body = f"<h1>{TITLE}</h1><p>Words.</p><h2>References</h2>{entries}{behind}"
    return reading(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>", "page.html")


def own_doi(behind: str) -> str | None:
    citing = page_with(behind).citing
    return citing.get("doi") if citing else None


RECEIVED = "<hr><p>Received 1 May 2019; accepted 3 June 2020.</p>"


def test_the_pages_citation_of_itself_behind_its_list_gives_the_own_doi() -> None:
    assert own_doi(f"{RECEIVED}<p>{TITLE}<br>Gut Notes 2020;3:4-5.<br>doi:10.1234/own.5</p>") == "10.1234/own.5"


def test_an_entry_with_the_pages_title_does_not_give_the_own_doi() -> None:
    assert own_doi(f"<p>Puca P. {TITLE}. Gut Notes. 2012;3:4-5. doi:10.1234/earlier.5</p>{RECEIVED}") is None


def test_a_notice_that_corrects_the_page_does_not_give_the_own_doi() -> None:
    assert own_doi(f"{RECEIVED}<p>Erratum to: {TITLE}. Gut Notes 2021;4:1. doi:10.1234/erratum.5</p>") is None


def test_two_works_with_the_pages_title_behind_the_list_give_no_own_doi() -> None:
    both = "".join(f"<p>{TITLE}. Gut Notes 2020;3:4. doi:10.1234/own.{n}</p>" for n in (5, 6))
    assert own_doi(RECEIVED + both) is None


def test_a_doi_of_the_list_is_not_the_own_one_behind_it() -> None:
    assert own_doi(f"{RECEIVED}<p>{TITLE}. Gut Notes 2020;3:4. doi:{CITED[0].doi}</p>") is None
