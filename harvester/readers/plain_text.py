"""Any plain text: its first line is its title, and what stands under a heading of references is its list."""

import re

from harvester.model import Page, Reading, Work
from harvester.references import split

_HEADING = re.compile(r"^\W*(?:references|bibliography|literature cited)\b.*$", re.IGNORECASE | re.MULTILINE)


def read(page: Page) -> Reading:
    """Understand a page of plain text."""
    title = next((line.strip() for line in page.text.splitlines() if line.strip()), "")
    heading = _HEADING.search(page.text)
    references = split(page.text[heading.end() :]) if heading else ()
    return Reading(title, Work(type="webpage", title=title) if references else None, references)
