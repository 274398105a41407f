"""Page -> Reading: one function in one file a format, and one line in the table below."""

from importlib import import_module
from typing import cast

from harvester.model import Page, Reading

READERS = {
    "pubmed-text": "harvester.readers.pubmed_text:read",
    "pubmed-html": "harvester.readers.pubmed_html:read",
    "pubmed-html-old": "harvester.readers.pubmed_html_old:read",
    "pmc-html": "harvester.readers.pmc_html:read",
    "jats": "harvester.readers.jats:read",
    "html": "harvester.readers.html:read",
    "search-results": "harvester.readers.search_results:read",
    "qxmd-html": "harvester.readers.qxmd_html:read",
    "qxmd-text": "harvester.readers.qxmd_text:read",
    "text": "harvester.readers.plain_text:read",
}
"""Format -> `module:function`; imported when first needed, so that a page of text loads no HTML parser."""


VERSION = 3
"""Grows when more is found on the same page; `harvest --reread` then reads old sources again.

2: the places of the fields of the page's own work. 3: blanks between the parts of an entry, without its link words.
"""


def read(page: Page) -> Reading:
    """Understand one page by the reader of its format.

    Raises `harvester.errors.PageError` where the page is beyond the limits that keep reading safe.
    """
    module, function = READERS[page.format].split(":")
    return cast(Reading, getattr(import_module(module), function)(page))
