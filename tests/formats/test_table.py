"""The table of formats."""

import pytest

from harvester.errors import ExportError
from harvester.formats import FORMATS, entry_writer, link_writer


@pytest.mark.parametrize("name", FORMATS)
def test_every_row_names_a_writer_that_streams(name: str) -> None:
    writer = entry_writer(name) if FORMATS[name].takes == "entries" else link_writer(name)
    assert isinstance("".join(writer([])), str)


def test_two_formats_never_share_a_default_file() -> None:
    assert len({row.file_name for row in FORMATS.values()}) == len(FORMATS)


def test_an_unknown_format_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(ExportError, match=r"there are .*bibtex"):
        entry_writer("word")


def test_a_format_that_takes_links_is_not_fed_with_entries() -> None:
    with pytest.raises(ExportError, match="takes entries"):
        entry_writer("csv")
