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
