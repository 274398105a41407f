"""From labelled items to the fields of a reference: each text cut out with the marks that belong to it."""

import re
from typing import NamedTuple

from harvester.model import Name, PartialDate
from harvester.references import names
from harvester.references.tagging.items import Items
from harvester.text import lazy_pattern
from harvester.values import dates

_CLOSERS = frozenset("?!)]%°+®™′″")
_OPENING = {")": "(", "]": "[", "}": "{"}
_CLOSING = {opener: closer for closer, opener in _OPENING.items()}
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "„": "“"}
_YEAR_ALONE = 5
"""Characters of a year with a letter behind it; a longer date names its month."""
_SHORT = 80
"""Characters of another label that may stand inside a title: a mistake of the tagger, not a field."""


class Segment(NamedTuple):
    """A run of items with one label, as a range of the text; `first` and `last` are the numbers of its items."""

    start: int
    end: int
    first: int
    last: int


class Labelled:
    """A reference with its labelled items: what `parsing` cuts the fields out of."""

    __slots__ = ("items", "segments", "text")

    def __init__(self, text: str, items: Items, labels: str) -> None:
        self.text = text
        self.items = items
        self.segments: dict[str, list[Segment]] = {}
        starts, ends, segments = items.starts, items.ends, self.segments
        rest, count, first = labels, len(labels), 0
        while rest:
            label = rest[0]
            rest = rest.lstrip(label)
            behind = count - len(rest)
            segment = Segment(starts[first], ends[behind - 1], first, behind - 1)
            if label in segments:
                segments[label].append(segment)
            else:
                segments[label] = [segment]
            first = behind

    def first(self, label: str) -> str:
        """The first segment with a label, as printed; "" without one."""
        found = self.segments.get(label)
        return self.text[found[0].start : found[0].end] if found else ""

    def every(self, label: str) -> list[str]:
        """All segments with a label, as printed."""
        return [self.text[segment.start : segment.end] for segment in self.segments.get(label, ())]

    def longest(self, label: str) -> str:
        """The longest segment with a label, without stray marks and quotes around it; "" without one."""
        found = self.segments.get(label)
        if not found:
            return ""
        return self._cut(max(found, key=_length) if len(found) > 1 else found[0])

    def publisher(self) -> str:
        """The publisher, without an address behind it and with the last stop of a company's form ("Inc.")."""
        name = without_address(self.longest("U"))
        return f"{name}." if _COMPANY.search(name) and f"{name}." in self.text else name

    def place(self) -> str:
        """The place of publication, with the last stop of its state ("Washington, D.C.")."""
        name = self.longest("L")
        return f"{name}." if name[-2:-1] == "." and f"{name}." in self.text else name

    def title(self) -> str:
        """The title: its first segment, joined with later ones if the text between is too short for a field."""
        found = self.segments.get("T")
        if not found:
            return ""
        begun = best = found[0]
        for segment in found[1:]:
            containers = self.segments.get("C", ())
            holds_container = any(begun.end <= container.start < segment.start for container in containers)
            joins = segment.start - begun.end <= _SHORT and not holds_container
            begun = Segment(begun.start, segment.end, begun.first, segment.last) if joins else segment
            best = max(best, begun, key=_length)
        return self._cut(best)

    def people(self, label: str) -> names.NameList:
        """The names of all segments with a label; complete when none of its parts says "et al."."""
        segments = self.segments.get(label, [])
        if not segments:
            return names.NameList()
        if len(segments) > 1 and label == "A":
            # Only those before title and container, if any are: an author label behind these is the tagger's mistake.
            begins = min((s[0].start for field in "TC" if (s := self.segments.get(field))), default=0)
            segments = [segment for segment in segments if segment.start < begins] or segments
        only = segments[0]
        if len(segments) == 1 and only.first == only.last and (lead := self.items.leads.get(only.first)):
            return names.NameList(lead.names, lead.complete)
        listed: list[Name] = []
        complete = True
        for segment in segments:
            lead = self.items.leads.get(segment.first)
            if lead and segment.first == segment.last:
                found = names.NameList(lead.names, lead.complete)
            else:
                end = segment.end
                if self.items.gaps[segment.last + 1][:1] == "." and self.text[end - 1].isupper():
                    end += 1  # the stop of the last initial
                found = names.parse_names(self.text[segment.start : end])
            listed.extend(found.names)
            complete = complete and found.complete
        return names.NameList(tuple(listed), complete)

    def issued(self) -> PartialDate | None:
        """The date of the segments labelled as dates, or else the only year that stands where only dates stand."""
        # A whole date behind an address is the day on which somebody read it: "... .pdf (20. März 2007)".
        address = self.text.find("://")
        found = [
            segment
            for segment in self.segments.get("D", ())
            if not 0 <= address < segment.start or segment.end - segment.start <= _YEAR_ALONE
        ]
        if found:
            return dates.read(" ".join(self.text[s.start : s.end] for s in found))
        printed = _VISITED.split(self.text, maxsplit=1)[0] if self.segments else ""
        sure = set(_SURE_DATES.findall(printed))
        return dates.read(sure.pop()) if len(sure) == 1 else None

    def posted(self) -> PartialDate | None:
        """The date on which a preprint says that it was posted, or that its server made its number of."""
        match = _POSTED.search(self.text)
        return (
            dates.read((match["date"] or match["number"]).replace(".", "-" if match["number"] else "."))
            if match
            else None
        )

    def in_brackets(self, label: str) -> bool:
        """Whether the first segment with a label stands in brackets right behind a mark ("2015;(5)", "Adm., (46)")."""
        found = self.segments.get(label)
        return found is not None and _BRACKET.search(self.text, max(0, found[0].start - 4), found[0].start) is not None

    def in_book(self) -> bool:
        """Whether the container or the editors follow an "In"."""
        for label in "CE":
            for segment in self.segments.get(label, ()):
                before = self.text[max(0, segment.start - 5) : segment.start].strip(' :,“"')
                if before[-2:] in ("In", "in") and before[-3:-2] in ("", " ", ".", ","):
                    return True
        return False

    def _cut(self, segment: Segment) -> str:
        """The text of a segment with the marks that belong to it: brackets it opens, a question mark at its end."""
        text, start, end = self.text, segment.start, segment.end
        for mark in self.items.gaps[segment.last + 1]:
            opening = _OPENING.get(mark)
            if mark not in _CLOSERS or (opening and text.count(opening, start, end) <= text.count(mark, start, end)):
                break
            end += 1
        opener = self.items.gaps[segment.first][-1:]
        closer = _CLOSING.get(opener)
        if closer:
            closes_inside = text.count(closer, start, end) > text.count(opener, start, end)
        else:
            closes_inside = opener in _QUOTES and text.find(_QUOTES[opener], start, end) > 0
        if closes_inside:
            start -= 1
        elif opener == "[" and text[end : end + 1] == "]":
            start, end = start - 1, end + 1  # the brackets of a translated title

        value = text[start:end]
        if len(value) > 2 and _QUOTES.get(value[0]) == value[-1] and value[0] not in value[1:-1]:
            value = value[1:-1].strip(" .,")
        return value.strip(" ,;:/")


def _length(segment: Segment) -> int:
    return segment.end - segment.start


_COMPANY = re.compile(r"\b(?:Inc|Co|Ltd|Corp|Bros)$")
_BRACKET = re.compile(r"[;,)]\s?\($")
_VISITED = re.compile(r"\b(?:accessed|retrieved|cited|visited)\b", re.IGNORECASE)


_PRINTED_YEAR = r"(?:19\d\d|20[0-4]\d)"
_SURE_DATES = lazy_pattern(rf"(?<=[( ]){_PRINTED_YEAR}(?:-\d\d-\d\d)?(?=[a-z]?\)|;\s?\d)")
"""Years alone or with month and day in brackets, and years before a semicolon and a number."""
_POSTED = lazy_pattern(
    r"\b(?:[Pp]osted|[Dd]eposited|[Pp]ublished|[Pp]reprint|[Ss]ubmitted)(?: online)?(?: on)?:?,? "
    r"(?P<date>(?:[A-Z][a-z]+\.? \d{1,2}, |\d{1,2} [A-Z][a-z]+\.? |[A-Z][a-z]+\.? )?20\d\d\b)"
    r"|\b(?:[Bb]io|[Mm]ed)[Rr]xiv:? (?P<number>20\d\d\.\d\d\.\d\d)(?=\.\d{6})"
)
_URL = lazy_pattern(r"(?:https?://|www\.)[^\s<>\"]+")
_ACCESSED = lazy_pattern(
    r"(?:accessed|cited|retrieved|consulted|visited|access date|acesso em|last access)"
    r"(?: on| at| last|:|,| )*\s?([^<>\[\]();]{4,24})",
    re.IGNORECASE,
)
_BEHIND_YEAR = re.compile(r"[\s-]+[A-Z][a-z]{2,8}\.?[\s-]+\d{1,2}\b|-\d\d-\d\d")


def address(text: str) -> tuple[str, PartialDate | None]:
    """The URL printed in a reference, other than a DOI's, and the date on which it was read."""
    if "http" not in text and "www." not in text:
        return "", None
    found = (match.group().rstrip(".,;)]>") for match in _URL.finditer(text))
    url = next((address for address in found if "doi.org/" not in address), "")
    accessed = _ACCESSED.search(text) if url else None
    if accessed is None:
        return url, None
    # Words may follow the date: it ends with its year, or with month and day behind that ("2019 Mar 5", "2019-03-05").
    printed = accessed.group(1)
    year = re.search(r"\d{4}", printed)
    if year is None:
        return url, dates.read("")
    after = _BEHIND_YEAR.match(printed, year.end())
    return url, dates.read(printed[: after.end() if after else year.end()])


def without_address(name: str) -> str:
    """A publisher's name without the address that is printed behind it."""
    return re.sub(r"[,;:]?\s*(?:https?://|www\.).*", "", name) if "//" in name or "www." in name else name
