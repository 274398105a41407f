"""The fields of an entry that the page marks up: by classes named as JATS names them, by microdata, by COinS.

Classes are nobody's standard, but most journals name theirs after the elements of JATS or after the fields' plain
names, with a prefix of their own (`NLM_article-title`, `cit-jnl-abbrev`, `references__year`, `pubYear`). A class is cut
into its words, and the last of them say which field it marks. A marked value that cannot be what it is marked as is
refused, and so is a field that several elements of an entry claim with different words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import islice

from harvester.model import Name, Work
from harvester.pages.html.field_values import ET_AL, checked, filled, folded, make, of_host
from harvester.pages.html.told_works import confirmed, of_coins
from harvester.pages.html.words import VOID, clean_text, service_named, text_in
from harvester.references import names
from harvester.text import word_set
from harvester.values import names as single_names

_VOCABULARY: tuple[tuple[str, str], ...] = (
    ("surname", "surname|last name|family name|family|lname|aulast|snm"),
    ("given", "given names|given name|given|first name|forename|forenames|fname|initials|aufirst|fnm"),
    ("suffix", "name suffix|suffix"),
    ("person", "author|auth|au|contrib author|string name|person name|pers name|author name|creator"),
    ("name", "name"),
    ("group", "collab|collaboration|corp author|corp auth|group author|institutional author"),
    (
        "authors",
        "authors|author list|auth list|person group|contrib group|author group|author names|contributors|creators|aug",
    ),
    ("editor", "editor"),
    ("editors", "editors|editor list|person group editor"),
    ("title", "article title|chapter title|title|atitle|atl|ref title|headline|p name"),
    (
        "container",
        "source|journal|journal title|journal name|jnl|jrnl|jnl abbrev|journal abbrev|jtitle|jtl|publication"
        "|publication title|publication name|pub title|container title|book title|source journal|conf name|periodical"
        "|source title|journal abbreviation|is part of|series title",
    ),
    ("host", "host"),
    ("year", "year|pub year|date|pub date|date published|dt published"),
    ("volume", "volume|vol|volume number"),
    ("issue", "issue|iss|issue number"),
    ("pages", "pages|page range|pp|page numbers|pagination"),
    ("first", "fpage|first page|page first|start page|spage|page start|elocation id|elocation|article number"),
    ("last", "lpage|last page|page last|end page|epage|page end"),
    ("publisher", "publisher|publisher name"),
    ("place", "publisher loc|publisher location|publisher place"),
    ("label", "label|ref number|counter"),
)
"""What is marked, and the words at the end of a class (of an `itemprop`, of an element of no HTML) that mark it: names
of JATS, of BioMed Central's XML, of schema.org, of OpenURL and of hCite, and plain ones. Words may be run together."""

_FIELDS = {
    key: field
    for field, listed in _VOCABULARY
    for words in listed.split("|")
    for key in (tuple(words.split()), (words.replace(" ", ""),))
}
_MOST_WORDS = max(map(len, _FIELDS))
_PLAIN_ENDS = word_set("text value content inner item")
"""Words behind a field's that say nothing of it (`title-text`)."""
_OTHER_THINGS = word_set(
    "file user class tag screen menu host domain space page image icon access accessed accessdate retrieved link sub"
    " short running section alt tool button online received cited visited search related"
)
"""Words before a field's that make it another thing's (`file-name`, `access-date`, `link-label`)."""
_TAGS = word_set("surname given-names article-title year volume issue fpage lpage collab contrib-group contrib")
"""Elements of JATS that stand in pages of HTML as they are."""
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ATTRIBUTES = re.compile(r'\b(class|itemprop)="([^"]*)"')
_CLASSES, _PROPERTIES = re.compile(r'class="([^"]*)"'), re.compile(r'itemprop="([^"]*)"')
_CONTENT = re.compile(r'\bcontent="([^"]*)"')
_COINS = re.compile(r'<[^<>]*class="[^"<>]*Z3988[^"<>]*"[^<>]*>')
_COINS_TITLE = re.compile(r'\btitle="([^"]*)"')

_SAMPLE = 5
"""Entries, spread over the list, that are searched for a marked field: where none of them has one the list has none."""

_MOST_PIECES = 2_000
"""Marked elements of one entry that are read: one of three thousand authors has more, and is read as printed."""

_HEAD, _FIRST_MARKS = 800, 6
"""Characters at an entry's start, and marks there, among which its label is looked for."""

_MOST_NESTED = 6
"""Elements of its own kind in a label that are passed."""

_SHORTEST_ENTRY = 12
"""Characters behind a label; a text that ends sooner is no entry with a label."""

_DEEPEST = 12
"""Marked elements around one another; a name in a list of authors in a title has fewer."""

_LONGEST = {
    "title": 600, "container": 250, "year": 40, "volume": 24, "issue": 40, "pages": 40, "first": 24, "last": 24,
    "publisher": 160, "place": 80, "surname": 80, "given": 80, "suffix": 12, "person": 120, "group": 200, "label": 60,
}  # fmt: skip
"""Characters of a marked value: what is longer is something else."""

_WHOLE = 0.8
"""The share of an entry's characters from which on a marked value is the whole entry, or all but its number."""

_BETWEEN_NAMES = 15
"""Letters between two names of one list, and between the last of them and "et al."; more are words."""


@dataclass(slots=True)
class Piece:
    """A marked stretch of an entry's markup: the field it is marked as and how (`class`, `itemprop`, `tag`), where its
    content begins and ends, the value itself if it stands in an attribute; the fields marked around and inside it."""

    field: str
    how: str
    start: int
    end: int
    value: str
    within: frozenset[str]
    holds: set[str]


@dataclass(frozen=True, slots=True)
class Markup:
    """An entry's markup as the parser writes it, and its words: what they mark up is read when it is asked for."""

    markup: str
    text: str

    def work(self) -> Work | None:
        """The fields that the entry marks up, each of which its text has; None if it marks none."""
        entry = _Entry(self.markup, self.text)
        pieces = pieces_in(self.markup)
        naming, single = _gathered(entry, pieces)
        authors = _authors(entry, naming)
        if host := next((piece for piece in pieces if piece.field == "host" and not piece.holds & _SINGLE), None):
            single = {**of_host(entry.value(host)), **single}
        fields = checked(single, entry.text)
        work: Work | None = None
        if authors or fields:
            # A title that begins with the authors is the whole reference, as some pages mark it.
            if authors and (whole := fields.get("title")):
                begins = folded(whole).startswith(folded(authors[0].family or authors[0].literal))
                fields["title"] = "" if begins and names.find_lead(whole) else whole
            is_cut = False
            if authors:
                # "et al." ends the names in their element or right behind it.
                end = max(piece.end for piece in naming)
                behind = text_in(self.markup[end : end + 300].rpartition("<")[0], _without_services)
                is_cut = any(ET_AL.search(entry.value(p)) for p in naming)
                is_cut = is_cut or ET_AL.search(behind[: _BETWEEN_NAMES * 2]) is not None
            work = make(fields, authors, complete=not is_cut)
        if (
            "Z3988" in self.markup
            and (coins := _COINS.search(self.markup))
            and (title := _COINS_TITLE.search(coins[0]))
        ):
            told = of_coins(unescape(title[1]))
            work = filled(work, confirmed(told, self.text)) if told else work
        return work

    def label(self) -> str:
        """The words of an element at the entry's start that is marked as its label; "" without one."""
        for mark in islice(_ATTRIBUTES.finditer(self.markup, 0, _HEAD), _FIRST_MARKS):
            if _field_of(mark[2]) == "label":
                words = _words_of(_element(self.markup, mark.start()))
                goes_on = len(self.text) > len(words) + _SHORTEST_ENTRY
                is_label = 0 < len(words) <= _LONGEST["label"] and goes_on and self.text.startswith(words)
                return words if is_label else ""
        return ""


def _element(markup: str, inside: int) -> str:
    """The content of the element in whose start tag a position is."""
    tag = markup[markup.rfind("<", 0, inside) + 1 :].partition(" ")[0]
    begin = end = markup.find(">", inside) + 1
    for _ in range(_MOST_NESTED):
        end = markup.find(f"</{tag}>", end)
        if end < 0:
            return ""
        opened = markup.count(f"<{tag} ", begin, end) + markup.count(f"<{tag}>", begin, end)
        if opened == markup.count(f"</{tag}>", begin, end):
            return markup[begin:end]
        end += 1
    return ""


def fields_marked(markups: Iterable[str]) -> frozenset[str]:
    """The fields that the entries of a list mark up, from a sample of them; `coins` where they have spans of COinS."""
    listed = list(markups)
    found: set[str] = set()
    for markup in listed[:: max(1, len(listed) // _SAMPLE)]:
        # A pattern that begins with a word is found three times as fast as one with a choice.
        marks = _CLASSES.findall(markup) + (_PROPERTIES.findall(markup) if "itemprop" in markup else [])
        found.update(map(_field_of, marks))
        if "Z3988" in markup:
            found.add("coins")
        if "<contrib" in markup or "<surname" in markup or "<article-title" in markup:
            found.add("tag")
    return frozenset(found - {""})


@lru_cache(maxsize=4096)
def _field_of(attribute: str) -> str:
    """The field that a class or `itemprop` marks; "" if it marks none."""
    for token in attribute.split()[:12]:
        words = [word.lower() for word in _WORDS.findall(token)][-6:]
        while len(words) > 1 and words[-1] in _PLAIN_ENDS:
            words.pop()
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            if field := _FIELDS.get(tuple(words[-count:])):
                if words[-count - 1 : -count] and words[-count - 1] in _OTHER_THINGS:
                    break
                return field
    return ""


def pieces_in(markup: str) -> list[Piece]:
    """The marked stretches of an entry's markup as the parser writes it, in their order, outer before inner; the
    entry's own element marks none."""
    pieces: list[Piece] = []
    opened: list[tuple[str, Piece | None]] = []
    around: list[Piece] = []
    position = 0
    for part in markup.split("<"):
        # Where the tag begins: the first part is empty, since the entry's own tag follows.
        start, position = position, position + len(part) + 1
        if part[:1] == "/":
            if opened and part.startswith(opened[-1][0], 1):
                piece = opened.pop()[1]
                if piece is not None:
                    piece.end = start - 1
                    around.pop()
            continue
        text, closed, _ = part.partition(">")
        if not closed or not text:
            continue
        tag, is_void, name, how, value = _tag(text)
        piece = None
        if name and opened and (value or not is_void) and len(around) < _DEEPEST and len(pieces) < _MOST_PIECES:
            begin = start + len(text) + 1
            piece = Piece(name, how, begin, begin, value, frozenset([p.field for p in around]), set())
            pieces.append(piece)
            for outer in around:
                outer.holds.add(name)
        if not is_void:
            opened.append((tag, piece))
            if piece is not None:
                around.append(piece)
    return pieces if len(pieces) < _MOST_PIECES else []


# As in `words`: the tags of a list are repeated by each entry.
@lru_cache(maxsize=4096)
def _tag(text: str) -> tuple[str, bool, str, str, str]:
    """Of a start tag its element, whether that is void, the field that it marks, how, and the value in its
    attributes."""
    tag, _, attributes = text.partition(" ")
    name, how = (_field_of(tag), "tag") if tag in _TAGS else ("", "")
    for attribute, words in _ATTRIBUTES.findall(attributes):
        if not name and (name := _field_of(words)):
            how = attribute
    content = _CONTENT.search(attributes) if name and tag in VOID else None
    return tag, tag in VOID, name, how, " ".join(unescape(content[1]).split()) if content else ""


class _Entry:
    """An entry's markup and words, with the words of its pieces, each read once."""

    __slots__ = ("letters", "markup", "text", "values")

    def __init__(self, markup: str, text: str) -> None:
        self.markup, self.text = markup, text
        self.letters = ""
        self.values: dict[int, str] = {}

    def value(self, piece: Piece) -> str:
        """The words of a piece; "" if there are none, too many, or not in the entry's text."""
        if (value := self.values.get(piece.start)) is None:
            value = piece.value or _words_of(self.markup[piece.start : piece.end])
            is_whole = piece.field in _SINGLE and len(value) > len(self.text) * _WHOLE
            too_long = len(value) > _LONGEST.get(piece.field, len(self.text))
            if is_whole or too_long or not self.has(value):
                value = ""
            self.values[piece.start] = value
        return value

    def has(self, value: str) -> bool:
        """Whether the entry's text has the letters of a value."""
        if value in self.text:
            return any(map(str.isalnum, value))
        self.letters = self.letters or folded(self.text)
        letters = folded(value)
        return bool(letters) and letters in self.letters


def _words_of(markup: str) -> str:
    """The words of a piece of markup as they stand in the entry's text."""
    if "<" not in markup and "&" not in markup:
        return clean_text(markup)
    return clean_text(text_in(markup, _without_services))


def _without_services(_: str, words: str) -> str | None:
    return None if service_named(words) is None else ""


_SINGLE = frozenset(("title", "container", "year", "volume", "issue", "pages", "first", "last", "publisher", "place"))
_NAMING = frozenset(("surname", "given", "suffix", "person", "name", "group", "authors"))
_PERSONS = frozenset(("person", "name", "group"))
_PARTS_OF_NAMES = frozenset(("surname", "given", "suffix"))
_EDITORS = frozenset(("editor", "editors"))
_NAMED_THINGS = frozenset(("person", "authors", "container", "publisher"))
_HELD = frozenset(("name", "label"))
_ENDS_AUTHORS = frozenset(("title", "container", "host", "volume"))


def _gathered(entry: _Entry, pieces: list[Piece]) -> tuple[list[Piece], dict[str, str]]:
    """The pieces that name the authors, and the words of each other field, of an entry's first citation."""
    naming: list[Piece] = []
    single: dict[str, str] = {}
    doubtful: set[str] = set()
    ends: dict[str, int] = {}
    named_again = ended = False
    for piece in pieces:
        name = piece.field
        # Microdata call a title `name` too.
        if name == "name" and piece.how == "itemprop" and not piece.within & _NAMED_THINGS:
            name = "title"
        if piece.within & _EDITORS or name in _EDITORS:
            continue
        if name in _NAMING:
            if naming and not ended:
                # Behind words other than an "and" the name is an editor's, or of another work.
                between = entry.markup[naming[-1].end : piece.start]
                if len(between) > _BETWEEN_NAMES:
                    ended = len(folded(text_in(between, _without_services))) > _BETWEEN_NAMES
            named_again = named_again or (ended and bool(naming))
            naming.extend([] if ended and naming else [piece])
            continue
        ended = ended or (name in _ENDS_AUTHORS and bool(naming))
        # An element around other fields is the entry's, or a part of it; of two with the same field the outer counts.
        if name not in _SINGLE or piece.holds - _HELD - {name} or piece.start < ends.get(name, 0):
            continue
        ends[name] = piece.end
        value = entry.value(piece)
        if value and name in single and folded(single[name]) != folded(value):
            # Names in between begin another citation: the entry holds several, and is read as its first.
            if named_again and name in ("title", "container"):
                break
            doubtful.add(name)
        if value:
            single.setdefault(name, value)
    return naming, {name: value for name, value in single.items() if name not in doubtful}


def _authors(entry: _Entry, pieces: list[Piece]) -> tuple[Name, ...]:
    """The names of the pieces that mark them, as far down as they are marked: parts of names, names, lists of names.

    None at all if one of them cannot be read: a list with a hole is a wrong list.
    """
    found: list[Name] = []
    number = 0
    persons = [p for p in pieces if p.field in _PERSONS]
    if len(persons) == 1 and not persons[0].holds & _PARTS_OF_NAMES and persons[0].field == "person":
        persons[0].field = "authors"  # an element `author` alone holds them all
    while number < len(pieces):
        piece = pieces[number]
        number += 1
        if piece.field == "authors":
            if not piece.holds & _NAMING:
                found.extend(_listed(ET_AL.sub("", entry.value(piece))))
            continue
        if piece.field in _PERSONS:
            inside = []
            while number < len(pieces) and pieces[number].start < piece.end:
                inside.append(pieces[number])
                number += 1
            if parts := [p for p in inside if p.field in _PARTS_OF_NAMES]:
                name = _name(entry, parts)
            else:
                value = _AND.sub("", entry.value(piece)).strip(" ,;&")
                # The last "author" may only say that there are more of them.
                if piece.start < piece.end and ET_AL.fullmatch(value):
                    continue
                name = Name(literal=value) if piece.field == "group" and value else _read_name(value)
        elif piece.field in _PARTS_OF_NAMES:
            parts = [piece]
            while number < len(pieces) and pieces[number].field in _PARTS_OF_NAMES - {p.field for p in parts}:
                parts.append(pieces[number])
                number += 1
            name = _name(entry, parts)
        else:
            continue
        if name is None:
            return ()
        found.append(name)
    return tuple(found)


def _listed(value: str) -> tuple[Name, ...]:
    """The names of a list in one element: cut at its commas where initials stand in each piece, else as in print."""
    pieces = [piece.strip() for piece in _SEPARATOR.split(value) if piece.strip(" .")]
    if len(pieces) > 1 and all(" " in piece and _INITIALS.search(piece) for piece in pieces):
        return tuple(name for piece in pieces if (name := _read_name(piece)))
    return names.parse_names(value).names


def _read_name(value: str) -> Name | None:
    """One name. Behind initials all is the family name ("M. Bach Cuadra")."""
    if match := _INITIALS_FIRST.fullmatch(value):
        given, family, suffix = match.groups("")
        return Name(family, given.strip(), suffix)
    return single_names.read(value)


_INITIALS_FIRST = re.compile(
    r"((?:[^\W\d_]{1,2}\.[ -]?){1,6})\s*([^\W\d_][^\d.,]*[^\W\d_])(?:,? (Jr|Sr|II|III|IV)\b\.?)?"
)
_AND = re.compile(r"^(?:and|&)\s+")
_SEPARATOR = re.compile(r",(?!\s*(?:Jr|Sr|II|III|IV|2nd|3rd)\.?\s*(?:,|$))\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+")
_INITIALS = re.compile(r"(?:^|[\s.-])[^\W\d_]{1,2}\.|\s[A-Z]{1,3}$")
"""Initials in a name: with a stop anywhere, or without one behind the family name."""


def _name(entry: _Entry, parts: list[Piece]) -> Name | None:
    values = {p.field: entry.value(p).strip(" ,;") for p in reversed(parts)}
    family = values.get("surname", "")
    return Name(family, values.get("given", ""), values.get("suffix", "")) if family else None
