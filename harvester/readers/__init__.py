"""Page -> Reading: one function in one file a format, and one line in the table below."""

from importlib import import_module
from typing import cast

from harvester.model import Page, Reading

READERS = {
    "text": "harvester.readers.plain_text:read",
}
"""Format -> `module:function`; imported when first needed, so that a page of text loads no HTML parser."""


VERSION = 1
"""Grows when readers find more on the same page; `harvest --reread` then reads old sources again."""


def read(page: Page) -> Reading:
    """Understand one page by the reader of its format.

    Raises `harvester.errors.PageError` where the page is beyond the limits that keep reading safe.
    """
    module, function = READERS[page.format].split(":")
    return cast(Reading, getattr(import_module(module), function)(page))
