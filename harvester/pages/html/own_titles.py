"""The title of a page's work where its metadata are silent: its headings, the title for sharing, the browser's."""

import re
from itertools import islice

from harvester.pages.headings import is_reference_heading
from harvester.pages.html.accounts import cut_stem
from harvester.pages.html.meta_tags import Meta, first
from harvester.pages.html.tree import Tree, inline_text
from harvester.pages.html.values_of import plain
from harvester.text import fold, word_set

_SITE_TAIL = re.compile(r"\s+[|\u2013\u2014-]\s+[^|\u2013\u2014]{2,60}$")
_BAR = re.compile(r"\s*(?:\||::|\u00bb|\u00ab)\s+")

_FIRST_HEADINGS = 5
"""First-level headings among which the title is looked for: the site's and the journal's names come before it."""

_SECOND_HEADINGS = 20
"""Headings of the second and third level that are compared with the browser's title."""

_SHORTEST_NAMED = 15
"""Characters of a heading that counts as the title if the browser's title begins with it: a site's name is shorter."""

_SITES = ("og:site_name", "application-name", "citation_journal_title", "prism.publicationname", "citation_publisher",
    "dc.publisher", "apple-mobile-web-app-title")  # fmt: skip
_NO_TITLES = word_set("""
    log in|login|sign in|sign in to your account|sign up|register|redirecting|loading|please wait|menu|main menu
    |navigation|search|search results|home|homepage|welcome|error|access denied|forbidden|cookies|cookie policy
    |skip to main content|article|original article|research article|full text|abstract|journal article
    |advertisement|subscribe|my account|untitled|untitled document|document|download pdf|view article
    |publisher s note|site navigation|help|contents|table of contents
    """)
"""What pages have for headings, and what servers give for the title of a page that only leads on."""


def is_no_title(words: str, meta: Meta) -> bool:
    """Whether the words are the site's, the journal's, or those of a form."""
    folded = fold(words)
    return not folded or folded in _NO_TITLES or any(folded == fold(first(meta, (name,))) for name in _SITES)


def headings_of(tree: Tree) -> list[str]:
    """The words of the first headings of the first level."""
    return [words for node in tree.css("h1")[:_FIRST_HEADINGS] if (words := inline_text(node))]


def browsers_title(tree: Tree) -> str:
    """The title that a browser shows."""
    node = tree.css_first("head > title")
    return plain(node.text()) if node else ""


def shown_titles(tree: Tree, meta: Meta) -> list[str]:
    """All that may be the title of what the page shows: metadata, headings, titles for sharing and browser, the last
    also without the names of sites behind it."""
    tagged = [first(meta, (name,)) for name in (*_TITLED, "og:title", "twitter:title")]
    browsers = browsers_title(tree)
    starts = [browsers[: part.start()] for part in islice(_PARTING.finditer(browsers), _MOST_PARTS)]
    return [*filter(None, map(plain, tagged)), *headings_of(tree), browsers, *starts]


_TITLED = ("citation_title", "bepress_citation_title", "eprints.title", "dc.title", "dcterms.title", "prism.title")


def shown_title(tree: Tree, meta: Meta) -> str:
    """The title that the page shows: the heading with which the browser's title begins, the first other heading, the
    title for sharing, that of the browser, the last two without the site's name."""
    browsers = browsers_title(tree)
    headings = [w for w in headings_of(tree) if not is_reference_heading(w) and not is_no_title(w, meta)]
    shared = plain(first(meta, ("og:title", "twitter:title")))
    for names in (_begins, _ends):  # behind a title stands the journal's name, which may be a heading too
        if named := next((w for w in headings if len(w) > _SHORTEST_NAMED and names(browsers, w)), ""):
            return named
    # The first heading may be the site's; the title stands in a smaller one, and the browser's title has it too.
    if not headings or (browsers and fold(headings[0]) in fold(_after_bars(browsers))):
        smaller = (inline_text(node) for node in tree.css("h2,h3")[:_SECOND_HEADINGS])
        if named := next((w for w in smaller if len(w) > _SHORTEST_NAMED and _begins(browsers, w)), ""):
            return named
    # A title in a mere division: the browser's title ends with it, and no heading is in that.
    if browsers and not any(fold(w) in fold(browsers) for w in headings) and (repeated := _repeated(browsers, tree)):
        return repeated
    if headings and (start := _start_before(browsers, headings[0])) and tree.body and start in inline_text(tree.body):
        return start
    for words in (*headings, _without_site(shared, meta), _without_site(browsers, meta)):
        if words and not is_no_title(words, meta):
            return words
    return ""


def _start_before(browsers: str, heading: str) -> str:
    """What stands before the first bar or dash of a browser's title, if it is longer than the heading that stands
    behind it: then the heading is the journal's name. The title then stands in the page's words too."""
    behind = _after_bars(browsers)
    start = browsers[: len(browsers) - len(behind)].rstrip(" |-\u2013\u2014")
    return start if behind and len(start) > len(heading) and fold(heading) in fold(behind) else ""


def _repeated(browsers: str, tree: Tree) -> str:
    """The longest end of a browser's title behind names of sites that stands in the page's words too."""
    if tree.body is None:
        return ""
    text = inline_text(tree.body)
    ends = (browsers[part.end() :] for part in islice(_PARTING.finditer(browsers), _MOST_PARTS))
    return next((end for end in ends if len(end) > _SHORTEST_NAMED and end in text), "")


_PARTING = re.compile(r"\s+[|:\u2013\u2014-]\s+|\s*:\s+")
_MOST_PARTS = 6
"""Names before a title: those of the site, the publisher, the journal, a section."""


def _begins(browsers: str, heading: str) -> bool:
    """Whether a browser's title is a heading, whole or cut, with a site's name behind it."""
    stem = cut_stem(browsers)
    return browsers.startswith(heading) or bool(stem and heading.startswith(stem))


def _ends(browsers: str, heading: str) -> bool:
    """Whether a browser's title is a heading with a journal's name before it, which is shorter; behind a title stands
    the journal's name too."""
    return browsers.endswith(heading) and len(heading) * 2 > len(browsers)


def _after_bars(text: str) -> str:
    """What stands behind the first bar or dash of a browser's title: names of journal and publisher."""
    parts = re.split(r"\s+[|\u2013\u2014-]\s+", text, maxsplit=1)
    return parts[1] if len(parts) > 1 else ""


def _without_site(text: str, meta: Meta) -> str:
    """A title for sharing or for the browser without the names of journal and publisher behind it."""
    parts = [part for part in _BAR.split(text) if part.strip()]
    if len(parts) > 1:
        # The names may stand before the title, too: `Journal | Title`.
        parts = [part for part in parts if not is_no_title(part, meta)] or parts
        return parts[0].strip()
    return _SITE_TAIL.sub("", text).strip()
