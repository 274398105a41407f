"""The words and links of elements, read from their markup as the parser writes it out.

The parser has put the page's markup right: what it writes is nested, has its attributes in double quotes and no bare
`<` or `>` but around its tags (HTML Living Standard, 13.3 "Serializing HTML fragments"), so that cutting it at its
tags is exact. Searching the tree for each kind of element that matters costs several times as much.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from harvester.model.quick import quick
from harvester.notations.html_tree import Node
from harvester.notations.links import names_a_service
from harvester.text import word_set

Link = tuple[str, str]
"""A hyperlink: its address and its words."""


@quick
@dataclass(frozen=True, slots=True)
class Words:
    """What an element says: its text with white space folded, the links in it, and the words of service links.

    `text` is without the labels of links that only name a service; these are `services`, in order.
    """

    text: str
    links: tuple[Link, ...]
    services: tuple[str, ...]


_HIDING = re.compile(
    "<(?:!--|script|style|noscript|template|svg|button|select|textarea|iframe)"
    "|<(?!(?:html|body|[ou]l|li|main|article|section|tr|table)[ >])[^<>]*(?:"
    ' class="[^"]*(?:mw-cite-backlink|to-citation__accordion|citedBySection|(?<!no-)rev-xref'
    "|(?i:backlink|sr-only|visually-?hidden|screen-?reader|offscreen))"
    '| role="doc-backlink"| style="[^"]*display: ?none)'
)
"""The start of an element that is not seen. Lists and what holds them stay though a page hides them until a button is
pressed."""
_VOID = word_set("area base br col embed hr img input link meta param source track wbr")
_NEVER_NESTED = word_set("script style noscript iframe textarea")
_BLOCK = re.compile(r"</?(?:br|div|p|li|dd|dt|td|tr|ul|ol|h[1-6]|section|blockquote|pre)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_START_TAG = re.compile(r"<(?!a )[^/<>][^<>]*>|<!--")


def seen(markup: str) -> str:
    """An element's markup as far as it is seen: without scripts, buttons, hidden labels, links back to the text."""
    return _seen(markup, _hiding_tags(markup))


def _hiding_tags(markup: str) -> frozenset[str]:
    """The different tags in some markup that begin what is not seen."""
    return frozenset(tag for tag in set(_START_TAG.findall(markup)) if _HIDING.match(tag))


def _seen(markup: str, hiding: frozenset[str]) -> str:
    """The markup without the elements below it that begin with one of these tags."""
    kept, end = [], 0
    for tag in _START_TAG.finditer(markup) if hiding else ():
        if tag.group() in hiding and tag.start() >= max(end, 1):
            kept.append(markup[end : tag.start()])
            end = _behind(markup, tag.start())
    return "".join((*kept, markup[end:])) if kept else markup


def _behind(markup: str, start: int) -> int:
    """Where the element that begins at `start` is over."""
    if markup.startswith("<!--", start):
        return _after(markup, "-->", start)
    tag_end = _after(markup, ">", start)
    name = markup[start + 1 : tag_end - 1].partition(" ")[0]
    if name in _VOID:
        return tag_end
    end = _after(markup, f"</{name}>", tag_end)
    nested = tag_end
    while name not in _NEVER_NESTED and (nested := markup.find(f"<{name}", nested, end)) >= 0:
        nested += len(name) + 1
        if markup[nested] in " >":
            end = _after(markup, f"</{name}>", end)
    return end


def _after(text: str, piece: str, start: int) -> int:
    place = text.find(piece, start)
    return place + len(piece) if place >= 0 else len(text)


def words_of(nodes: Sequence[Node]) -> list[Words]:
    """The words and links of each element; the labels of service links are no part of its text."""
    markups = [node.html or "" for node in nodes]
    if markups and _hiding_tags(markups[0]):  # then most others hide the same
        hiding = _hiding_tags("".join(markups))
        markups = [_seen(markup, hiding) for markup in markups]
    cut = [_cut(markup) for markup in markups]
    every = _BETWEEN.join([rest for rest, _, _ in cut])
    if hiding := _hiding_tags(every):
        shown = [_seen(markup, hiding) for markup in markups]
        told = zip(shown, markups, cut, strict=True)
        cut = [before if after is markup else _cut(after) for after, markup, before in told]
        every = _BETWEEN.join([rest for rest, _, _ in cut])
    texts = plain_text(every).split(_BETWEEN)  # one pass over all is cheaper than one each
    if len(texts) != len(cut):
        texts = [plain_text(rest) for rest, _, _ in cut]
    return [Words(clean_text(text), links, services) for text, (_, links, services) in zip(texts, cut, strict=True)]


_BETWEEN = "\x1e"  # a control character, which pages do not have: else each is read on its own


def _cut(markup: str) -> tuple[str, tuple[Link, ...], tuple[str, ...]]:
    """The markup without the labels of service links, its links, and the services they name."""
    pieces = markup.split("<a ")
    texts = pieces[:1]
    links: list[Link] = []
    services: list[str] = []
    for piece in pieces[1:]:
        href, label, behind = cut_link(piece)
        words = plain_text(label)
        if href:
            links.append((href, words))
            service = service_named(words)
            if service is not None:
                label = "".join(_TAG.findall(label)) if "<" in label else ""
                if service:
                    services.append(service)
        texts += (label, behind)
    return "".join(texts), tuple(links), tuple(services)


def cut_link(piece: str) -> tuple[str, str, str]:
    """The address of a link, the markup of its words and what stands behind it; `piece` is what follows `<a `.

    A link that is not seen has neither address nor words.
    """
    tag, _, inside = piece.partition(">")
    label, _, behind = inside.partition("</a>")
    may_hide = "doc-backlink" in tag or "display:" in tag or _hides(tag.partition('class="')[2].partition('"')[0])
    if may_hide and _HIDING.match(f"<a {tag}"):
        return "", "", behind
    href = (tag.partition('href="')[2] or tag.partition('l:ref="')[2]).partition('"')[0]
    return _unescaped(href), label, behind


@lru_cache(maxsize=1024)
def _hides(classes: str) -> bool:
    return _HIDING.match(f'<a class="{classes}') is not None


def plain_text(markup: str) -> str:
    """The text of some markup: a blank where blocks begin and end, nothing for other tags, entities read.

    The parser writes five entities: `&amp;`, `&lt;`, `&gt;`, `&nbsp;`, and `&quot;` in attributes.
    """
    return _unescaped(_TAG.sub("", _BLOCK.sub(" ", markup)) if "<" in markup else markup)


def _unescaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u00a0").replace("&quot;", '"')
        text = text.replace("&amp;", "&")
    return text


@lru_cache(maxsize=4096)
def service_named(label: str) -> str | None:
    """The service that a link names, "" where it says nothing; None where its words belong to the text."""
    return " ".join(label.split()).strip("[]() ,;|") if names_a_service(label) else None


_SPACES = re.compile(r" +([,.;:)\]])(?=[ ,.;:)\]]|$)")
_EMPTY = re.compile(r"[\[(] ?(?:[|,;/\u00b7-] ?)*[\])]")
_GAPS = re.compile(r" [|\u00b7-](?= [|\u00b7-]|$)| \|(?= )")
_TAIL = " |,;/\u00b7\u2022-\u21b5\u2191\u2013"


def clean_text(text: str) -> str:
    """An entry's words with white space folded, without the brackets and bars that stood around its links."""
    text = " ".join(text.split()).rstrip(_TAIL)
    if ("[" in text and ("[ " in text or "[]" in text or "[," in text)) or "( " in text or "()" in text:
        text = " ".join(_EMPTY.sub(" ", text).split())
    if " - -" in text or "|" in text:
        text = " ".join(_GAPS.sub("", text).split())
    if " ," in text or " ." in text or " ;" in text or " :" in text or " )" in text:
        text = _SPACES.sub(r"\1", text)
    return text.rstrip(_TAIL) if text[-1:] in _TAIL else text
