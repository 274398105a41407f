"""Extract: pages to what they say, with neither database nor network; and single references likewise."""

import json
from collections.abc import Iterable, Iterator

from harvester.errors import PageError, place_of
from harvester.formats.json_objects import encode_page
from harvester.model import ParsedReference, Source
from harvester.model.outcome import FailureCode, FileOutcome
from harvester.model.work_json import Json
from harvester.pages import layouts
from harvester.pages.locate import find_locations
from harvester.pages.recognize import recognize
from harvester.references import parse_many, split
from harvester.values.miscoded import mended_words


def extract(source: Source, *, raw: bool = False) -> FileOutcome[Json]:
    """Everything a file says, an object a page; `raw` leaves references as text and identifiers, and fields without
    their locations."""
    try:
        recognized = recognize(source)
        if recognized.skipped is not None:
            return FileOutcome.skipped(source.name, recognized.skipped)
        pages = []
        for page in recognized.pages:
            reading = layouts.read(page)
            references = reading.references if raw else list(parse_many(reading.references))
            locations = None if raw else find_locations(page, reading)
            pages.append(encode_page(page, reading, references, locations))
    except PageError as error:
        return FileOutcome.failed(source.name, FailureCode.PAGE, str(error))
    except Exception as error:  # noqa: BLE001  a fault of ours on one page must not cost those behind it
        return FileOutcome.failed(source.name, FailureCode.FAULT, place_of(error))
    return FileOutcome(source.name, tuple(pages))


def lines_of(outcome: FileOutcome[Json]) -> FileOutcome[str]:
    """The same with each page as one line of JSON: a worker sends that in a fifth of the time that objects take."""
    lines = tuple(json.dumps(page, ensure_ascii=False) for page in outcome.pages)
    return FileOutcome(outcome.name, lines, outcome.state, outcome.why)


def parse_lines(lines: Iterable[str]) -> Iterator[ParsedReference]:
    """The fields of references that stand one a line; an empty line is no reference."""
    from harvester.references import raw

    filled = (line for line in lines if line.strip())
    return parse_many(raw(mended_words(line), ordinal) for ordinal, line in enumerate(filled, start=1))


def parse_list(text: str) -> Iterator[ParsedReference]:
    """The fields of the references in a pasted list, which is split first."""
    return parse_many(split(mended_words(text)))
