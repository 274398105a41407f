"""Page ranges as the formats write them.

A short end is completed from the start (`720-7` is 720 to 727, `S1564-80` is S1564 to S1580), whatever letters stand
before or behind; roman numerals and article numbers stay as they are.
"""

import re

from harvester.text import squeeze

_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")
_OUTER_DASHES = re.compile(r"^[-\u2010-\u2015\u2212 ]+|[-\u2010-\u2015\u2212 ]+$")
_NUMBER = re.compile(r"([^\W\d_]*)(\d{1,12})(.*)", re.ASCII | re.DOTALL)
_WHOLE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_AFTERTHOUGHT = re.compile(r";\s*(?=[^\W\d_]{2,}\s)")


def ranges(page: str) -> tuple[tuple[str, str], ...]:
    """Each range of a page field as (first, last), the end completed; last is "" for a single page or article
    number."""
    parts = _AFTERTHOUGHT.split(squeeze(page), maxsplit=1)[0].replace(";", ",").split(",")
    return tuple(_range(part.strip()) for part in parts if any(map(str.isalnum, part)))


def bibtex(page: str) -> str:
    """The page field with double hyphens; a page 0, which publishers print before there are pages, is none (biber
    warns)."""
    if page[:1] != "0":
        return join(page, "--")
    return ", ".join(f"{first}--{last}" if last else first for first, last in ranges(page) if first != "0")


def afterthought(page: str) -> str:
    """What stands behind a page field in words: the `quiz 511` of `501-10; quiz 511`."""
    rest = _AFTERTHOUGHT.split(squeeze(page), maxsplit=1)[1:]
    return rest[0].strip() if rest else ""


def join(page: str, dash: str) -> str:
    """The page field with its ranges completed and written with one kind of dash: `--` for BibTeX, `-` for CSL."""
    if (whole := _WHOLE.fullmatch(page)) and len(whole.group(1)) <= len(whole.group(2)):
        return dash.join(whole.groups())
    return ", ".join(f"{first}{dash}{last}" if last else first for first, last in ranges(page))


def medline(page: str) -> str:
    """MEDLINE's PG, which leaves out what the end repeats: `782-95`, `S1564-80`."""
    return ", ".join(f"{first}-{_shortened(first, last)}" if last else first for first, last in ranges(page))


def _range(text: str) -> tuple[str, str]:
    first, *rest = _DASH.split(text, maxsplit=1)
    if not first or not rest or not rest[0]:
        return _OUTER_DASHES.sub("", text), ""
    return first, _completed(first, rest[0])


def _completed(first: str, last: str) -> str:
    start, end = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if start is None or end is None:
        return last
    letters = end.group(1) or start.group(1)
    same_series = letters == start.group(1)
    missing = len(start.group(2)) - len(end.group(2))
    digits = start.group(2)[:missing] + end.group(2) if same_series and missing > 0 else end.group(2)
    return f"{letters}{digits}{end.group(3)}"


def _shortened(first: str, last: str) -> str:
    start, end = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if start is None or end is None or start.group(1) != end.group(1) or len(start.group(2)) != len(end.group(2)):
        return last
    digits = end.group(2)
    same = next((i for i, (a, b) in enumerate(zip(start.group(2), digits, strict=True)) if a != b), len(digits) - 1)
    return digits[same:] + end.group(3)
