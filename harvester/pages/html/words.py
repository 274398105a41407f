"""The words and links of elements, read in one pass over their markup as the parser writes it out.

The parser has put the page's markup right: what it writes is nested, has its attributes in double quotes and no bare
`<` or `>` but around its tags (HTML Living Standard, 13.3 "Serializing HTML fragments"), so that cutting it at its
tags is exact. Searching the tree for each kind of element that matters costs several times as much.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from harvester.pages.links import names_a_service
from harvester.text import word_set
from harvester.values.fast_init import fast_init
from harvester.values.miscoded import with_entities

Link = tuple[str, str]
"""A hyperlink: its address, "" where a script follows it, and its words."""


@fast_init
@dataclass(frozen=True, slots=True)
class Words:
    """The words of an element: its text with white space folded, the links in it, and the labels of service links.

    `text` is without the labels of links that only name a service; these are `services`, in order.
    """

    text: str
    links: tuple[Link, ...]
    services: tuple[str, ...]


def words_in(markup: str) -> Words:
    """The words and links of an element by its markup; the labels of service links are left out of the text."""
    links: list[Link] = []
    services: list[str] = []

    def without_services(href: str, words: str) -> str | None:
        if href or words.strip():
            links.append((href, words))
        service = service_named(words)
        # A number alone that leads elsewhere is the reference's: its volume, its PMID.
        if service is None or (words[-1:] <= "9" and words.strip().isdigit() and not href.startswith("#")):
            return None
        if service:
            services.append(service)
        return ""

    text = clean_text(text_in(markup, without_services))
    return Words(text, tuple(links), tuple(services))


def text_in(markup: str, rewrite: Callable[[str, str], str | None]) -> str:
    """The visible words of an element's markup: without scripts, buttons, hidden labels, links back.

    A blank stands where blocks begin and end and where two parts of an entry meet ("Chest" and "2010", each in an
    element of its own), a line feed where a line is broken, nothing for other tags. `rewrite` is called with the
    address and words of each link ("" without an address); its answer replaces the words, None leaves them.
    The element itself counts as seen: some lists are hidden until a button is pressed.
    """
    if _MEETING.search(markup):
        markup = _MEETING.sub(r"\g<0> ", markup)
    begin = markup.find(">") + 1
    # An entry that begins with a letter has no number before it.
    if not markup[begin : begin + 1].isalpha() and (label_element := _LABEL.match(markup)):
        markup = f"{label_element[0]} {markup[label_element.end() :]}"
    before, *pieces = markup.split("<")
    texts = [before]
    add = texts.append
    following = iter(pieces)
    href, label = "", -1
    for piece in following:
        tag, _, words = piece.partition(">")
        if tag[:2] == "a " or tag == "a":
            # The pattern is slow for many links; their classes are few, so the result for each class is kept.
            if "doc-backlink" in tag or "display:" in tag:
                is_hidden = _HIDING.match(tag) is not None
            else:
                classes = tag.partition('class="')[2]
                is_hidden = classes != "" and _hides(classes.partition('"')[0])
            if is_hidden:
                words = _behind("a", following)
            else:
                address = tag.partition('href="')[2] or tag.partition('l:ref="')[2]
                href, label = _unescaped(address.partition('"')[0]), len(texts)
        elif tag == "/a":
            if label >= 0 and (instead := rewrite(href, _unescaped("".join(texts[label:])))) is not None:
                if label == len(texts) - 1 and texts[label] not in _SIGNS:
                    texts[label] = instead
                else:
                    # Blanks and line feeds for blocks in the link stay, lest the words around it run together.
                    texts[label:] = [text for text in texts[label:] if text in _SIGNS]
                    add(instead)
            href, label = "", -1
        elif sign := _sign(tag):
            add(sign)
        elif sign is None and piece is not pieces[0]:
            words = _behind(tag, following, piece)
        if words:
            add(words)
    return _unescaped("".join(texts))


_TYPE_ONLY = r'(?!(?:[^"]*[ _-])?(?:s?caps|sc|small-?caps|ital|bold|su[bp]|roman)(?![a-z]*[A-Z]))'
_PART = rf'<(?:a |(?:span|abbr|cite) (?:id="[^"<>]*" )?class="{_TYPE_ONLY})[^<>]*>'
_MEETING = re.compile(
    rf"</(?<=\w</)(?:(?:b|i|em|strong)></)?(?:span|abbr|cite|a)>(?:</(?:span|abbr|cite|a)>)*(?:{_PART})+"
    r"(?:<(?:b|i|em|strong)>)?(?=\w)"
)
"""Where the inline element of one part of an entry ends and that of the next begins, with no white space between.

An element that only sets letters in another type ("small-caps", "html-italic") begins and ends within words.
"""


_LABEL = re.compile(
    r"<[^<>]*>\s*(?:<[^<>/]*>\s*){0,4}[\[(]?\d{1,4}[\]).]{0,2}</(?!su[bp]>)[\w-]+>(?=(?:<[^<>/]*>)*[^\W\d_])"
)
"""The start of an entry up to its number, in an element of its own with no white space behind it."""

_BLOCKS = word_set(
    "div p li dd dt td tr ul ol dl h1 h2 h3 h4 h5 h6 section article header footer aside nav main blockquote pre"
    " address details summary figure figcaption table tbody"
)
_TYPE = re.compile(r"ital|bold|su[bp]|caps|math|mml|emph")
_SIGNS = frozenset((" ", "\n"))
_HIDING = re.compile(
    "(?:!--|script|style|noscript|template|svg|button|select|textarea|iframe)"
    "|(?!(?:html|body|[ou]l|li|main|article|section|tr|table)(?: |$))[^<>]*(?:"
    ' class="[^"]*(?:mw-cite-backlink|to-citation__accordion|citedBySection|casContent|(?<!no-)rev-xref'
    "|(?i:backlink|sr-only|visually-?hidden|screen-?reader|offscreen))"
    '| role="doc-backlink"| style="[^"]*display: ?none)'
)
"""The start tag of a hidden element. Lists and the elements around them count as visible, even if a page hides them
until a button is pressed."""
VOID = word_set("area base br col embed hr img input link meta param source track wbr")
"""Elements without content (HTML Living Standard, 13.1.2)."""
_NEVER_NESTED = word_set("script style noscript iframe textarea")
"""Elements whose content is text, in which `<name` begins no element (HTML Living Standard, 13.1.2)."""

# The caches below hold the tags, classes and labels of a whole reference list, which are repeated by each entry; a
# page of ids in every tag pushes them out again, so they do not grow with it.


@lru_cache(maxsize=4096)
def _sign(tag: str) -> str | None:
    """What replaces a tag among the words: a blank, a line feed or nothing; None if it begins a hidden element."""
    if not tag.startswith("/") and _HIDING.match(tag):
        return None
    name = tag.removeprefix("/").partition(" ")[0]
    if name == "br":
        return "\n"
    # An element of a page's own (`<x-text>`) is a part of it, unless it only sets letters in another type.
    return " " if name in _BLOCKS or ("-" in name and not _TYPE.search(name)) else ""


@lru_cache(maxsize=4096)
def _hides(classes: str) -> bool:
    """Whether a link of these classes is one that nobody sees."""
    return _HIDING.match(f'a class="{classes}"') is not None


def _behind(tag: str, following: Iterator[str], piece: str = "") -> str:
    """The words right behind the element that begins with a tag; takes the pieces of markup up to there."""
    # A comment may hold tags, which were cut into pieces too.
    if tag.startswith("!--"):
        while piece and "-->" not in piece:
            piece = next(following, "")
        return piece.partition("-->")[2]
    name = tag.partition(" ")[0]
    if name in VOID:
        return piece.partition(">")[2]
    depth, start, end = 1, (f"{name} ", f"{name}>"), f"/{name}>"
    for piece in following:
        if piece.startswith(end):
            depth -= 1
            if not depth:
                return piece[len(end) :]
        elif piece.startswith(start) and name not in _NEVER_NESTED:
            depth += 1
    return ""


def _unescaped(text: str) -> str:
    """Text with the five entities read that the parser writes: `&amp;`, `&lt;`, `&gt;`, `&nbsp;`, and `&quot;` in
    attributes."""
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u00a0").replace("&quot;", '"')
        text = text.replace("&amp;", "&")
    return text


@lru_cache(maxsize=4096)
def service_named(label: str) -> str | None:
    """The service that a link names, "" if it has no words; None if its words belong to the text."""
    return " ".join(label.split()).strip("[]() ,;|") if names_a_service(label) else None


_SPACES = re.compile(r" +([,.;:)\]])(?=[ ,.;:)\]]|$)")
_EMPTY = re.compile(r"[\[(] ?(?:[|,;/\u00b7-] ?)*[\])]")
_GAPS = re.compile(r" [|\u00b7-](?= [|\u00b7-]|$)| \|(?= )")
_TAIL = " |,;:/\u00b7\u2022-\u21b5\u21a9\u2191\u2013\ufe0e"


def clean_text(text: str) -> str:
    """An entry's words with white space folded, without the brackets and bars left by its links."""
    text = " ".join(text.split()).rstrip(_TAIL)
    if "&" in text and ";" in text:
        text = with_entities(text)  # they were coded twice
    # Each pattern is tried only if one of its signs occurs: most entries have none.
    if ("[" in text and ("[ " in text or "[]" in text or "[," in text)) or "( " in text or "()" in text:
        text = " ".join(_EMPTY.sub(" ", text).split())
    if "( " in text:
        text = text.replace("( ", "(")
    if " - -" in text or "|" in text or "\u00b7" in text:
        text = " ".join(_GAPS.sub("", text).split())
    if " ," in text or " ." in text or " ;" in text or " :" in text or " )" in text:
        text = _SPACES.sub(r"\1", text)
    return text.rstrip(_TAIL) if text[-1:] in _TAIL else text
