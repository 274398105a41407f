"""Page -> Reading: each format has one function in one file, and one line in the table below."""

from dataclasses import replace
from importlib import import_module
from typing import cast

from harvester.model import Page, Problem, Reading
from harvester.pages.links import without_own_parts

READERS = {
    "pubmed-text": "harvester.pages.layouts.pubmed_text:read",
    "pubmed-html": "harvester.pages.layouts.pubmed_html:read",
    "pubmed-html-old": "harvester.pages.layouts.pubmed_html_old:read",
    "pmc-html": "harvester.pages.layouts.pmc_html:read",
    "jats": "harvester.pages.layouts.jats_xml:read",
    "html": "harvester.pages.layouts.any_html:read",
    "search-results": "harvester.pages.layouts.search_results:read",
    "qxmd-html": "harvester.pages.layouts.qxmd_html:read",
    "qxmd-text": "harvester.pages.layouts.qxmd_text:read",
    "text": "harvester.pages.layouts.any_text:read",
}
"""Format -> `module:function`; imported when first needed, so that a page of text loads no HTML parser."""

VERSION = 5
"""Raised when more is found on the same page; `harvest --reread` then reads old sources again.

2: the locations of the fields of the page's own work. 3: blanks between the parts of an entry, without its link words.
4: locations of text and JATS from their own readers. 5: lists of any structure; the own work from every vocabulary.
"""


def read(page: Page) -> Reading:
    """Understand one page by the reader of its format.

    Raises `harvester.errors.PageError` if the page exceeds the limits that keep reading safe.
    """
    module, function = READERS[page.format].split(":")
    reading = cast(Reading, getattr(import_module(module), function)(page))
    own = reading.citing.identifiers if reading.citing else ()
    references = without_own_parts(reading.references, own)
    if references is not reading.references:
        reading = replace(reading, references=references)
    if "\ufffd" in page.text and (lost := sum("\ufffd" in reference.text for reference in references)):
        detail = f"letters that no coding had were lost before, in {lost:,} of {len(references):,} references"
        return replace(reading, problems=(*reading.problems, Problem("lost-letters", detail)))
    return reading
