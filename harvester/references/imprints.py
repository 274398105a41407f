"""What is printed behind the title of a thing that is no journal article: its imprint (`Atlanta, GA: CDC; 2014`), its
edition, its series and number (`AHRQ Publication No. 03-E022`, `NICE guideline [NG136]`), its version, its number in
a registry (`NCT03616912`).

Such sentences repeat a few forms, while the titles before them have any; they are found by pattern, and what the tagger
took them for is put right. Only references without a volume are looked at.
"""

from typing import NamedTuple

from harvester.references.tagging.items import Items
from harvester.text import LOWER, UPPER, lazy_pattern


class Span(NamedTuple):
    """A range of the text and the label of its items."""

    start: int
    end: int
    label: str


class Imprint(NamedTuple):
    """The ranges that were found, and the series and number that they name."""

    spans: tuple[Span, ...] = ()
    genre: str = ""
    number: str = ""
    edition: str = ""


NONE = Imprint()

_W = rf"[{UPPER}][{UPPER}{LOWER}'’-]*[{UPPER}{LOWER}]"
_AFTER_STOP = r"(?<=[.?!\])”\"’»] )"
_STATE = rf"(?:,? \([{UPPER}][\w .]{{1,24}}\)|, (?:[{UPPER}]\.? ?[{UPPER}]\.?(?: ?[{UPPER}]\.)?|{_W}(?: {_W}){{0,2}}))"
_PLACE = (
    rf"(?P<place>(?:(?:St|Ft|Mt)\. )?[{UPPER}][{UPPER}{LOWER}'’-]{{2,}}"
    rf"(?:[ -](?:(?:de|am|upon|la|do|sur) )?{_W}){{0,3}}{_STATE}{{0,2}}"
    rf"(?:[;/] ?[{UPPER}][{LOWER}]{{2,}}(?:, [{UPPER}]{{2}})?)?)"
)
_INSIDE = r"\.(?=[,;&]| &|[A-Z]\.)|(?<=\b[A-Z])\.|(?<=\bCo)\.|(?<=\bInc)\."
"""Stops inside a publisher's name: of a company's form, of initials."""
_PUBLISHER = rf"(?P<publisher>[\w«“](?:[^.;:\[\]]|{_INSIDE}|\.(?= [a-z])){{1,140}}?)"
_PUBLISHER_WITHOUT_NUMBER = rf"(?P<publisher>[\w«“](?:[^.;:\[\]\d]|{_INSIDE}){{1,140}}?)"
_DATE = (
    r"(?P<date>(?:(?:[A-Z][a-zé]{2,9}\.?(?: \d{1,2},)?|\d{1,2} [A-Z][a-z]{2,9}),? )?©?c?(?:1[5-9]|20)\d\d[a-z]?"
    r"(?: [A-Z][a-z]{2,8}\.?(?:[ -](?:\d{1,2}|[A-Z][a-z]{2,8}))?)?)"
)
_ADDRESS = r"http|doi|DOI|www|ISBN|[Aa]vailable|[Aa]ccessed|[Rr]etrieved|Disponible|Disponível|Consult|Verfügbar|\["
_FURTHER = rf"(?:pp?\.? |\d+ ?p|\d+\s?[-–]\s?\d+|{_ADDRESS}|Chapter|Report|Publication|S\. |\((?!\d))"
_IMPRINT = lazy_pattern(
    rf"{_AFTER_STOP}{_PLACE} ?: {_PUBLISHER}(?:[;,] ?|\.? ?\(|\. ){_DATE}(?=[.,;)\]]*(?:\s*$|[.;,]? {_FURTHER}|:\d))"
)
_IMPRINT_ALONE = lazy_pattern(
    rf"{_AFTER_STOP}{_PLACE} ?: {_PUBLISHER_WITHOUT_NUMBER}"
    rf"(?=\.?\s*$|\. (?:{_ADDRESS}|pp?\. )|,? (?:pp?\.? ?)?\d+ ?[-–]\s?\d+\.?$)"
)
"""In author-date styles the year stands behind the authors."""
_PUBLISHER_ALONE = lazy_pattern(
    rf"(?<=[.\])] )(?P<publisher>[{UPPER}][^.;:\[\]]{{2,60}}); (?P<date>(?:19|20)\d\d)(?=[.;]? ?(?:$|{_ADDRESS}))"
)
"""`Dryad; 2005`, as data sets and software have it."""
_COUNT = r"\d{1,2}(?: ?(?:st|nd|rd|th)|\.|\.?ª|a|ª|º|e|ème)?|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Rr]ev(?:ised|\.)?"
_REVISED = r"(?:(?:[Rr]ev(?:ised|\.)?|überarb\.|erw\.|vollst\.|neu bearb\.|amp\.) ?){0,2}"
_EDITION = lazy_pattern(
    rf"(?<=[\w.?!)\]»”\"][ ,(])[ (]?(?P<edition>(?:{_COUNT}) ?{_REVISED}"
    r"(?:[Ee]d(?:n|ition|ição|ición|\.)?|éd(?:ition)?|Aufl(?:age)?)\b)(?=[.,;:)])"
)
_WORDS = rf"(?:(?:[{UPPER}\d][\w/&-]*|of|the|and|for|on|in) ){{0,7}}"
_KIND = (
    r"(?:(?:[Gg]uideline|[Rr]eport|[Pp]ublication|[Aa]ssessment|[Pp]aper|[Bb]ulletin|[Bb]rief|[Mm]onograph|[Ss]tandard"
    r"|[Mm]emorandum|[Cc]ircular|[Nn]ote|[Aa]ppraisal|[Bb]riefing|[Ss]tatement|[Gg]uidance|[Rr]eview)s?|[Ss]eries"
    r"|[Tt]ech\. [Rr]ep\.|[Ff]orschungsbericht|[Tt]hemenheft|[Pp]ortaria|[Ll]ei)"
)
_NO = r",? (?:(?:[Nn]o|[Nn]r|[Nn]umber|#|[Nn][º°])\.? ?|\[)?"
_NUMBER = r"(?:[A-Z]{1,8}[-/ ]?)?\d[\w./-]*(?<=\w)|(?:[A-Z]{1,8}[-/ ])[\w()./-]*\d\w*"
_SERIES = lazy_pattern(
    rf"{_AFTER_STOP}(?P<series>{_WORDS}{_KIND}){_NO}(?P<number>{_NUMBER})\]?(?=\. |\.?\s*$|; |, \d{{4}}|: )"
    rf"| \((?P<series2>{_WORDS}{_KIND}){_NO}(?P<number2>{_NUMBER})\]?\)"
)
_GENRE = lazy_pattern(
    rf"{_AFTER_STOP}(?P<genre>[Ss]tatistical [Bb]ulletin"
    r"|(?:[Tt]echnical|[Ff]inal|[Ii]nterim|[Rr]esearch) [Rr]eport"
    r"|(?:[Ww]orking|[Ww]hite) [Pp]aper|(?:[Pp]olicy|[Dd]ata|[Ii]ssue) [Bb]rief|[Ff]act [Ss]heet|[Pp]ress [Rr]elease"
    r"|[Cc]linical (?:[Pp]ractice )?[Gg]uideline|[Ee]xecutive [Ss]ummary|[Aa]bschlussbericht|[Pp]ackage [Ii]nsert"
    r"|[Pp]rescribing [Ii]nformation)(?=\. )"
)
_TRANSLATED = lazy_pattern(
    rf"{_AFTER_STOP}(?:Trad\.|Tradução|Traducción|Traduit|Translated by|Trans\.|Übersetzt|Übers\.|Organização)[ ,]"
    r"(?:[^.]|(?<=\b[A-Z])\.){3,200}(?=\. )"
)
"""Who translated a book, and what else of it: `Trad. e introdução de Manuel Alexandre Júnior`."""
_VERSION = lazy_pattern(
    rf"(?:{_AFTER_STOP}| \()(?P<version>[Vv](?:ersion|er\.|\.)? ?\d[\w.]*\w|[Vv]ersion \d)\)?(?=[.,;]? |\.?$)"
)
_REGISTERED = lazy_pattern(
    r"\b(?:NCT\d{8}|ISRCTN\d{8}|ChiCTR-?[\w-]{6,16}|ACTRN\d{14}|UMIN\d{9}|DRKS\d{8}|CRD\d{8,11}|IRCT\w{10,18}|KCT\d{7}"
    r"|(?:EudraCT(?: (?:[Nn]umber|[Nn]o\.?))?:? )?\d{4}-\d{6}-\d{2}|CTRI/\d{4}/\d{2,3}/\d{6}|jRCT\w{8,12}|PACTR\d{15}"
    r"|RBR-\w{6}|SLCTR/\d{4}/\d{3})\b"
)
"""The numbers of the registries in WHO's International Clinical Trials Registry Platform, and PROSPERO's."""


_OWN_NUMBER = lazy_pattern(
    r"(?:(?:US|U\.S\.|United States|European|EP|Japan(?:ese)?|German|Chinese|World|International|Korean|UK|GB) )?"
    r"[Pp]atents?\b(?: [Aa]pplication)?(?:,? (?:[Nn]o\.?|[Nn]umber|#))?[ :#]*"
    r"(?P<patent>(?:[A-Z]{2} ?)?\d[\d,./ ]{3,}\d(?: ?[A-Z]\d?\b)?)"
    r"|Pub(?:lic|\.)? L(?:aw|\.)(?: No\.?)? ?(?P<law>\d+-\d+)"
)
OWN_SIGNS = ("atent", "Pub. L", "Public L")
"""One of them is in every text of a patent or of a law of the United States: their numbers look like those of pages."""


def find(text: str, start: int) -> Imprint:
    """The imprint, edition, series and number of a reference without a volume, behind its authors and the first words
    of its title, which end at `start`."""
    spans, limit = _publishing(text, start)
    if edition := _EDITION.search(text, start, limit + 1):
        spans.append(Span(*edition.span("edition"), "N"))
    genre = number = ""
    for series in _SERIES.finditer(text, start, limit):
        spans.append(Span(*series.span(), "X"))
        if not number:
            genre, number = series["series"] or series["series2"], series["number"] or series["number2"]
    if found := _GENRE.search(text, start, limit):
        spans.append(Span(*found.span(), "X"))
        genre = genre or found["genre"]
    if _has(text, _TRANSLATED_SIGNS) and (translated := _TRANSLATED.search(text, start, limit)):
        spans.append(Span(*translated.span(), "X"))
    version = _VERSION.search(text, start, limit) if _has(text, _VERSION_SIGNS) else None
    if version:
        spans.append(Span(*version.span(), "X"))
    if _has(text, OWN_SIGNS) and (own := _OWN_NUMBER.search(text)):
        spans.append(Span(*own.span(), "X"))
        number = number or own["patent"] or own["law"]
    if _has(text, _REGISTERED_SIGNS) and (registered := _REGISTERED.search(text)):
        spans.append(Span(*registered.span(), "X"))
        number = number or registered.group()
    return Imprint(tuple(spans), genre.strip(), number, version["version"] if version else "")


_TRANSLATED_SIGNS = ("Trad", "Trans", "bers", "Organiz")
_VERSION_SIGNS = (" v", " V", "(v", "(V")
_REGISTERED_SIGNS = ("CT", "UMIN", "DRKS", "CRD", "RBR-", "-00")
"""One of them stands in all that the pattern finds (a number of EudraCT goes on `-00`): looking for them first takes a
tenth of the time."""


def _has(text: str, signs: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, signs))


def _publishing(text: str, start: int) -> tuple[list[Span], int]:
    """The ranges of place, publisher and date, and where they begin."""
    match = None
    if ": " in text or " :" in text:
        match = _IMPRINT.search(text, start) or _IMPRINT_ALONE.search(text, start)
    if match is None:
        alone = _PUBLISHER_ALONE.search(text, start)
        if alone is None:
            return [], len(text)
        return [Span(*alone.span("publisher"), "u"), Span(*alone.span("date"), "d")], alone.start()
    labelled = [(name, label) for name, label in _PARTS if name in match.re.groupindex]
    return [Span(*match.span(name), label) for name, label in labelled], match.start()


_PARTS = (("place", "L"), ("publisher", "U"), ("date", "D"))


def relabelled(line: str, items: Items, imprint: Imprint) -> str:
    """The line of labels with what was found in its place."""
    labels = list(line)
    for start, end, label in imprint.spans:
        for at, (first, last) in enumerate(zip(items.starts, items.ends, strict=True)):
            # A publisher without its place may be a journal ("Lancet; 2005"): only in a title it is a mistake.
            if first < end and last > start and (label.isupper() or labels[at] == "T"):
                labels[at] = label.upper()
    places = [span.start for span in imprint.spans if span.label == "L"]
    if places and "E" not in line:
        _join_title(labels, items, places[0])
    # What was taken for a publisher or place elsewhere is none.
    for label in {span.label for span in imprint.spans} & {"L", "U", "D"}:
        ranges = [span for span in imprint.spans if span.label == label]
        for at, first in enumerate(items.starts):
            if labels[at] == label and not any(span.start <= first < span.end for span in ranges):
                labels[at] = "X" if label == "D" else "T" if at and labels[at - 1] == "T" else "X"
    return "".join(labels)


def _join_title(labels: list[str], items: Items, place: int) -> None:
    """What was taken for a container behind a bracket or a colon of the title, up to the imprint, ends the title."""
    for at in range(1, len(labels)):
        if items.starts[at] >= place:
            return
        if labels[at] == "C" and labels[at - 1] == "T" and "." not in items.gaps[at] and "?" not in items.gaps[at]:
            labels[at] = "T"
