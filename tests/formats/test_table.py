"""The table of formats."""

import json
import re

import pytest
from hypothesis import given, settings

from harvester.errors import ExportError
from harvester.formats import FORMATS, entry_writer, fields, link_writer
from harvester.model import Entry, Identifier, Link, Verdict, Work
from tests.formats import torture
from tests.formats.strategies import TEXT, works


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


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("bibtex", "  journal = {Gut},"),
        ("biblatex", "  journaltitle = {Gut},"),
        ("ris", "T2  - Gut"),
        ("csl-json", '"container-title": "Gut"'),
        ("csv-works", ",Gut,"),
    ],
)
def test_a_journal_of_which_only_the_short_name_is_known_is_written_by_it(name: str, line: str) -> None:
    entry = Entry(Work(title="T", container_title_short="Gut"), "key", Verdict.MATCHED)
    assert line in "".join(entry_writer(name)([entry]))


@pytest.mark.parametrize(
    ("name", "column", "tag", "besides"),
    [
        ("bibtex", "bibtex", r"^  (\w+) = ", {"key"}),
        ("biblatex", "biblatex", r"^  (\w+) = ", set()),
        ("ris", "ris", r"^(\w\w)  - ", {"TY", "ER"}),
        ("nbib", "medline", r"^(\w+) *- ", {"SO"}),
        ("csl-json", "csl", "", {"type"}),
    ],
)
def test_every_tag_that_is_written_stands_in_the_mapping_table(
    name: str, column: fields.FormatName, tag: str, besides: set[str]
) -> None:
    text = "".join(entry_writer(name)(torture.entries()))
    written = (
        {key for item in json.loads(text) for key in item}
        if name == "csl-json"
        else set(re.findall(tag, text, re.MULTILINE))
    )
    assert written - besides <= {tag for tag, _ in fields.tags(column)}
    assert len(written) > 10


@settings(max_examples=25, deadline=None)
@given(works(), TEXT)
def test_any_work_in_any_format_can_be_saved_as_utf_8(work: Work, text: str) -> None:
    entry = Entry(work, text, Verdict.OPEN, cited_by=(text,), aliases=(text,), printed=text)
    for row in FORMATS.values():
        written = (
            entry_writer(row.name)([entry]) if row.takes == "entries" else link_writer(row.name)([Link(entry, entry)])
        )
        assert "\0" not in "".join(written).encode("utf-8").decode("utf-8")


@pytest.mark.parametrize("name", [name for name in FORMATS if FORMATS[name].takes == "entries"])
def test_markup_in_any_field_is_never_written_letter_by_letter(name: str) -> None:
    marked = "Reviews<sup>\u00ae</sup> of <i>Candida</i>"
    texts = ("title", "container_title", "container_title_short", "publisher", "publisher_place", "edition",
             "event_title", "abstract", "original_title")  # fmt: skip
    pmid = Identifier("pmid", "20301295")
    work = Work(type="chapter", keywords=(marked,), identifiers=(pmid,), **dict.fromkeys(texts, marked))  # type: ignore[arg-type]
    written = "".join(entry_writer(name)([Entry(work, "key", Verdict.MATCHED)]))
    assert "less" not in written
    # CSL's processors know markup in titles and in names of what holds a work, and nowhere else.
    allowed = ("title", "container-title", "container-title-short", "event-title", "original-title")
    rest = {k: v for k, v in json.loads(written)[0].items() if k not in allowed} if name == "csl-json" else written
    assert "<" not in str(rest)
    assert "Candida" in written
