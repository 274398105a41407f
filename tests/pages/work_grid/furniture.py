"""What stands around an article on a page of a publisher: menus, a login form, related works, references, a foot.

`page` puts a page together. What surrounds the article is drawn from a few kinds by the article and the layout, so
that no layout is tied to one of them.
"""

import hashlib
from collections.abc import Callable, Sequence
from html import escape

from harvester.values.titles import untagged
from tests.pages.work_grid.articles import OTHERS, Article

PROSE = "Words of ours stand where the article would have its own, and they say nothing about it. " * 6


def plain(title: str) -> str:
    """A title without markup."""
    return untagged(title)


def attribute(text: str) -> str:
    """A text as the value of an attribute."""
    return escape(plain(text), quote=True)


def chosen(name: str, kinds: int) -> int:
    """One of some kinds, the same for a name in every run."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % kinds


def metas(pairs: Sequence[tuple[str, str]], key: str = "name") -> str:
    """Meta tags; a pair without a value gives none."""
    return "\n".join(f'<meta {key}="{name}" content="{attribute(value)}">' for name, value in pairs if value)


def other_line(other: Article) -> str:
    """Another work as a line of a list."""
    return (
        f'<a href="https://doi.org/{other.doi}">{other.title}</a> <span class="authors">'
        f"{', '.join(f'{a.given} {a.family}' for a in other.authors)}</span> <i>{other.journal}</i> {other.year}"
    )


def _list(kind: str, heading: str) -> str:
    entries = "".join(f'<li class="{kind}__item">{other_line(other)}</li>' for other in OTHERS)
    return f'<section class="{kind}"><h2>{heading}</h2><ul>{entries}</ul></section>'


def _simple_top(article: Article) -> str:
    return (
        '<a class="skip" href="#main">Skip to main content</a><nav><ul><li><a href="/">Home</a></li>'
        '<li><a href="/about">About</a></li><li><a href="/issues">All issues</a></li></ul></nav>'
    )


def _top_with_login(article: Article) -> str:
    return (
        f'<header><div class="brand"><a href="/"><h1 class="journal-name">{escape(article.journal)}</h1></a></div>'
        '<form action="/login" method="post"><h3>Log in</h3><label>E-mail <input name="mail"></label>'
        '<label>Password <input type="password" name="word"></label><button>Sign in</button></form>'
        '<ol class="breadcrumb"><li><a href="/">Journals</a></li><li><a href="/vol">Volume list</a></li></ol></header>'
    )


def _top_with_news(article: Article) -> str:
    return (
        '<div class="banner">We use cookies. <button>Accept</button></div><div class="topbar"><form action="/search">'
        '<input name="q" placeholder="Search"><select><option>All content</option><option>Authors</option></select>'
        f'</form></div><div class="news"><h2>News</h2><p>12 March 2024: {OTHERS[0].title} is our most read article.</p>'
        "</div>"
    )


TOPS: tuple[Callable[[Article], str], ...] = (_simple_top, _top_with_login, _top_with_news)
FOOT = (
    '<footer><p>Copyright © 2024 The publisher. All rights reserved.</p><a href="/terms">Terms</a> '
    '<a href="/privacy">Privacy</a></footer>'
)


def page(
    name: str,
    article: Article,
    head: str,
    before: str = "",
    *,
    heading: str | None = None,
    browser: str | None = None,
    listed: bool = False,
) -> str:
    """A page: `head` in its head, `before` above the title, `heading` in place of the title's `<h1>`, `browser` as the
    browser's title, with a list of references if `listed`."""
    top = TOPS[chosen(f"{name} {article.key} top", len(TOPS))](article)
    beside = ("", _list("related-content", "Related articles"), _list("recommended", "Recommended"))
    around = beside[chosen(f"{name} {article.key} beside", len(beside))]
    title = f"{plain(article.title)} | {article.journal}" if browser is None else browser
    shown = f'<h1 class="article-title">{article.title}</h1>' if heading is None else heading
    cited = "".join(
        f"<li>{', '.join(f'{a.family} {a.given[:1]}' for a in o.authors)}. {o.title}. {o.short}. {o.year};{o.volume}:{o.pages}."
        f' <a href="https://doi.org/{o.doi}">CrossRef</a></li>'
        for o in OTHERS
    )
    references = f'<section id="references"><h2>References</h2><ol class="references">{cited}</ol></section>'
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width">\n{head}\n</head><body>{top}\n<main id="main">{before}{shown}'
        f"<h2>Abstract</h2><p>{PROSE}</p><h2>Introduction</h2><p>{PROSE}</p>{references if listed else ''}</main>\n"
        f"{around}{FOOT}</body></html>"
    )
