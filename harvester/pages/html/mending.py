"""HTML that would swallow what follows, put right before it is parsed: tags closed as in XML, tags never closed, end
tags too many, comments left open.

A parser of HTML reads `<ul/>` as a start tag (HTML Living Standard, 13.2.5.40), and opens bold type that was left open
again in every block behind it (13.2.4.3): one such tag in an entry takes all entries after it out of the list. Browsers
show such pages with hardly a fault, so that nobody mends them. Only what a page's own counts show to be wrong is
mended, each where the entry ends; a page whose tags are right is parsed as it is. The mended text is for the parser
alone: offsets are those of the page's own source.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from harvester.text import word_set

_VOID = word_set("area base basefont bgsound br col embed frame hr img input link meta param source track wbr")
_OPTIONAL_END = word_set("p dt dd td th tr thead tbody tfoot colgroup option optgroup body html head")
"""Elements that the next of their kind ends, or what holds them: one that closes itself swallows nothing."""

_DRAWN = word_set(
    "path circle rect g use polygon polyline line ellipse stop image defs mask mspace mprescripts none animate"
)
"""Elements of SVG and MathML, where a tag may close itself; the pictures of a page have thousands of them."""
_LEFT = _VOID | _OPTIONAL_END | _DRAWN
_RAW = word_set("script style textarea title xmp iframe noframes")
"""Elements whose content is text, in which `<name` begins no element (13.1.2)."""

_TYPES = word_set("a b i u s em tt big code font small strong strike nobr")
"""The formatting elements (13.2.4.3)."""
_HOLDERS = word_set("ul ol dl table")
_ITEMS = {
    "li": word_set("li"), "dt": word_set("dt dd"), "dd": word_set("dt dd"), "p": word_set("p"),
    "td": word_set("td th"), "th": word_set("td th"), "tr": word_set("tr"),
}  # fmt: skip
"""Elements that the start of another ends, and which."""
_COUNTED = _TYPES | _HOLDERS | {"div"}
_COUNT = re.compile(
    r"</?(?:[biusaBIUSA]|[uodUOD][lL]|[eE][mM]|[dD][iI][vV]|[tT](?:able|t|ABLE|T)"
    r"|strong|font|small|big|code|strike|nobr|STRONG|FONT|SMALL|BIG|CODE|NOBR)(?=[\s>])|<!--"
)
_TAG = re.compile(
    r"<(?:!--|(/?)([a-zA-Z][^\s/<>\"']*)((?:[^<>\"']+|\"[^\"<]*\"|'[^'<]*')*+)"
    r"(?:>|(?P<quote>[\"'])[^\"'<>]*(?=>)|(?=<)))"
)
"""A tag, or one whose last value's quotation mark or whose `>` is missing, so that it goes on through the next."""

_NAME = re.compile(r"[a-zA-Z][\w:.-]*\Z", re.ASCII)
_SILENT = re.compile(r"<(?:!--|(script|style)\b)", re.IGNORECASE)
_SILENT_END = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_EMPTY_COMMENT = re.compile("-?>")
_COMMENT_END = re.compile(r"--!?>")
_FIRST_BLOCK = re.compile(r"<(/?)(?:li|p|td|tr|dd|div)\b", re.IGNORECASE)


_NONE: frozenset[str] = frozenset()


class _Tag(NamedTuple):
    """A tag outside comments and scripts: its range, its name in lower case, and what kind of tag it is."""

    start: int
    end: int
    name: str
    is_end: bool
    is_empty: bool


class _Mend(NamedTuple):
    """What to put in the place of a range of the source."""

    start: int
    end: int
    text: str


_DEEPEST = 80
"""Open elements among which a tag's partner is looked for: real pages of journals were at most 60 deep."""


def close_empty(text: str) -> str:
    """A page's source in which an element that closes itself (`<ul/>`) has an end tag, where the parser wants one."""
    return _mended(text) if "/>" in text and _has_empty(text) and _has_empty(_visible(text)[0]) else text


def close_open(text: str) -> str:
    """A page's source in which elements that close themselves, elements and comments left open are closed, and end tags
    too many are gone."""
    # Scripts hold markup too, but a count of all tags is cheap, and four pages in five are even.
    if not (_is_uneven(text) or ("/>" in text and _has_empty(text))):
        return text
    visible, has_open_comment = _visible(text)
    return _mended(text) if has_open_comment or _is_uneven(visible) or _has_empty(visible) else text


def _is_uneven(text: str) -> bool:
    """Whether type or a list was left open, boxes have end tags too many, or comments no end."""
    counts = Counter(_COUNT.findall(text))
    for tag in [tag for tag in counts if not tag.islower() and tag != "<!--"]:
        counts[tag.lower()] += counts[tag]
    comments = counts.pop("<!--", 0)
    # An end tag of type that nothing opened does no harm, nor does a box that is never closed.
    for name in _COUNTED:
        left_open = counts[f"<{name}"] - counts[f"</{name}"]
        if left_open < 0 if name == "div" else left_open > 0:
            return True
    return comments > 0 and text.count("-->") < comments


def _visible(text: str) -> tuple[str, bool]:
    """A page's source without scripts, styles and comments; and whether a comment was left open."""
    pieces: list[str] = []
    position, last_end = 0, text.rfind("-->")
    while match := _SILENT.search(text, position):
        pieces.append(text[position : match.start()])
        if match[1] is None:
            position, sign = _behind_comment(text, match.end(), last_end)
            if sign >= 0:
                return text, True
            continue
        end = text.find(">", match.end())
        # One that closes itself is none for the parser, and is to be mended.
        if end > 0 and text[end - 1] == "/":
            pieces.append(text[match.start() : end + 1])
            position = end + 1
            continue
        behind = _SILENT_END[match[1].lower()].search(text, match.end())
        position = behind.end() if behind else len(text)
    return "".join((*pieces, text[position:])), False


def _has_empty(text: str) -> bool:
    """Whether any tag closes itself that a parser would leave open."""
    position, end = 0, text.find("/>")
    while end >= 0:
        start = text.rfind("<", position, end) + 1 or position
        name = text[start:end].split(None, 1)[:1]
        if name and name[0] not in _LEFT and _NAME.match(name[0]) and name[0].lower() not in _LEFT:
            return True
        position = end + 2
        end = text.find("/>", position)
    return False


def _mended(text: str) -> str:
    mends: list[_Mend] = []
    tags = list(_tags(text, mends))
    counts = Counter((tag.name, tag.is_end) for tag in tags if not tag.is_empty)
    empty = Counter(tag.name for tag in tags if tag.is_empty)
    # Where end tags are left over for them, the stroke is but a slip: the element has content, and an end tag.
    opening = {name for name, n in empty.items() if 2 * (counts[name, True] - counts[name, False]) >= n} - {"li"}
    open_of = {
        name: counts[name, False] + (empty[name] if name in opening else 0) - counts[name, True] for name in _COUNTED
    }
    mends += _closings(tags, open_of, opening)
    mends.sort(key=lambda mend: mend.start)  # stable: several at one place stay in their order
    pieces: list[str] = []
    position = 0
    for mend in mends:
        pieces += (text[position : mend.start], mend.text)
        position = mend.end
    return "".join((*pieces, text[position:]))


def _tags(text: str, mends: list[_Mend]) -> Iterator[_Tag]:
    """The tags of a page in order, those in comments and scripts left out; adds what ends a comment left open."""
    position, last_end = 0, text.rfind("-->")
    while match := _TAG.search(text, position):
        start, position = match.span()
        stroke, name, rest, quote = match.groups()
        if name is None:
            position, sign = _behind_comment(text, position, last_end)
            if sign >= 0:
                mends.append(_Mend(sign, sign, "--"))
            continue
        name = name.lower()
        if quote:
            mends.append(_Mend(position, position, quote))
        elif text[position - 1] != ">":
            # A bare "<" before a letter is none of an element's.
            if stroke != "/" or rest.strip():
                continue
            mends.append(_Mend(position, position, ">"))
        is_empty = rest.endswith("/") and name not in _LEFT
        yield _Tag(start, position, name, stroke == "/", is_empty)
        if name in _RAW and not stroke and not is_empty:
            behind = re.compile(f"</{name}", re.IGNORECASE).search(text, position)
            position = behind.start() if behind else len(text)


def _behind_comment(text: str, start: int, last_end: int) -> tuple[int, int]:
    """Where a comment ends whose words begin at `start`, and the sign at which one left open is to be closed, or -1."""
    if empty := _EMPTY_COMMENT.match(text, start):
        return empty.end(), -1
    another = text.find("<!--", start)
    if end := _COMMENT_END.search(text, start, another if another >= 0 else len(text)):
        return end.end(), -1
    # It goes on to the end of the next comment, unless elements end in between that did not begin in it.
    first = _FIRST_BLOCK.search(text, start, another) if 0 <= another < last_end else None
    if first and not first[1] and (end := _COMMENT_END.search(text, another)):
        return end.end(), -1
    if 0 <= another < last_end and first is None:
        return last_end, -1
    sign = text.find(">", start)
    return (sign + 1, sign) if sign >= 0 else (len(text), -1)


def _closings(tags: list[_Tag], open_of: Mapping[str, int], opening: Set[str]) -> Iterator[_Mend]:
    """The end tags that are missing, as many of a name as its counts show, and those that are too many, to be taken
    out. `open_of` says how many more start tags than end tags a name has; a stroke in a tag of `opening` is a slip."""
    budget = dict(open_of)
    stack: list[str] = []
    for number, tag in enumerate(tags):
        name = tag.name
        if tag.is_empty and name not in opening:
            if name != "li" or not stack or stack[-1] not in ("ul", "ol", "li"):
                yield _Mend(tag.end, tag.end, f"</{name}>")
        elif name == "br":
            yield from _cut(stack, _types_from(stack), tag.start, budget)
        elif name in _VOID or name in _RAW:
            continue
        elif name in _TYPES:
            depth = _depth_of(stack, {name}, budget) if tag.is_end or name == "a" else -1
            if depth >= 0:
                yield from _cut(stack, max(depth + 1, _types_from(stack)), tag.start, budget)
                del stack[depth]
            if not tag.is_end:
                # A link within a link: the first one was left open.
                if depth >= 0 and budget[name] > 0:
                    budget[name] -= 1
                    yield _Mend(tag.start, tag.start, f"</{name}>")
                stack.append(name)
        else:
            depth = _depth_of(stack, {name} if tag.is_end else _ITEMS.get(name, _NONE), budget if tag.is_end else {})
            if tag.is_end and budget.get(name, 0) < 0 and name in stack and _ends_too_much(tags, number, stack, depth):
                budget[name] += 1
                yield _Mend(tag.start, tag.end, " ")
            elif depth >= 0:
                yield from _cut(stack, depth + 1, tag.start, budget)
                del stack[depth]
            if not tag.is_end:
                stack.append(name)


def _types_from(stack: list[str]) -> int:
    """From where on the stack holds nothing but type."""
    depth = len(stack)
    while depth > 0 and stack[depth - 1] in _TYPES:
        depth -= 1
    return depth


def _ends_too_much(tags: list[_Tag], number: int, stack: list[str], depth: int) -> bool:
    """Whether an end tag would end what a list stands in: what it ends is outside the list, or the next tag ends an
    element within it."""
    within = [name for name in stack[depth + 1 :] if name not in _TYPES]
    following = next((tag for tag in tags[number + 1 : number + 4] if tag.name not in _TYPES), None)
    return depth < 0 or bool(within and following and following.is_end and following.name == within[-1])


def _cut(stack: list[str], depth: int, position: int, budget: dict[str, int]) -> Iterator[_Mend]:
    """Take off the stack what was opened since some depth, with the end tags that are missing; type that ends further
    on stays open."""
    going_on = []
    for name in reversed(stack[depth:]):
        if budget.get(name, 0) > 0:
            budget[name] -= 1
            yield _Mend(position, position, f"</{name}>")
        elif name in _TYPES:
            going_on.append(name)
    # What was opened here stands above the element that ends: below it there is nothing that it could be put into.
    stack[depth:] = reversed(going_on)


def _depth_of(stack: list[str], names: frozenset[str] | set[str], budget: Mapping[str, int]) -> int:
    """The innermost open element with one of these names, not looked for beyond a list that was closed; -1 if none."""
    if not names:  # most start tags end nothing
        return -1
    for depth in range(len(stack) - 1, max(len(stack) - 1 - _DEEPEST, -1), -1):
        if stack[depth] in names:
            return depth
        if stack[depth] in _HOLDERS and budget.get(stack[depth], 0) <= 0:
            break
    return -1
