"""What stands around a list: head, menu, title, abstract, sections with citations, and behind it what is none of it."""

import random
import textwrap
from dataclasses import dataclass
from html import escape

from tests.pages.list_grid.styles import Entry, Fact, facts, vancouver

OWN_DOI = "10.1234/grid.2021.017"
OWN_TITLE = "Evening handover on small wards and what the night shift learns from it"
OWN_AUTHORS = "Rita Osei, Jonas Lindqvist"
JOURNAL = "Journal of Ward Practice"

META = (
    f'<meta name="citation_title" content="{OWN_TITLE}"><meta name="citation_doi" content="{OWN_DOI}">'
    f'<meta name="citation_author" content="Osei, Rita"><meta name="citation_journal_title" content="{JOURNAL}">'
    '<meta name="citation_publication_date" content="2021/03/02">'
)
_MENUS = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/issues">All issues</a></li>'
    '<li><a href="/about">About us</a></li><li><a href="#refs">References</a></li></ul></nav>',
    '<div id="menu"><a href="/">Home</a> | <a href="/archive/2021">Archive 2021</a> | <a href="/contact">Contact</a></div>',
    '<table width="100%"><tr><td><a href="/">Home</a></td><td><a href="/search">Search</a></td></tr></table>',
    "",
)
_SENTENCES = (
    "Handover takes place three times a day and is seldom written down",
    "Earlier work looked at large hospitals, where teams change with each shift",
    "We watched forty evenings on four wards and asked the nurses what they had learned",
    "Half of the questions that came up at night had been answered in the evening",
    "A short sheet at the bed made the difference for those who had been away",
    "Nobody had counted how often the same question was asked twice",
    "The wards differed in size, in staff and in the number of beds by the window",
    "What is said last is remembered best, which speaks for saying the important thing at the end",
)
_BEFORE = (
    "<h3>Acknowledgements</h3><p>We thank the nurses of all four wards for their patience in 2019 and 2020.</p>",
    "<h3>Competing interests</h3><p>The authors declare that they have none.</p>",
    "<h3>Funding</h3><p>Supported by the Ward Fund, grant 2018-4471.</p>",
)
_TITLES = ("Related articles", "Cited by", "Similar articles", "Most read", "You may also like")


@dataclass(frozen=True, slots=True)
class Printed:
    """A page and the entries of its list."""

    content: str
    entries: tuple[Entry, ...]


def other_works(rng: random.Random, count: int) -> list[Fact]:
    """Works that a page shows but does not cite."""
    return rng.sample(facts()[0], count)


def _cited(rng: random.Random, entries: tuple[Entry, ...]) -> str:
    if rng.random() < 0.6:
        return f"[{rng.randint(1, len(entries))}]"
    return f"({rng.choice(entries).key} et al., {rng.randint(1995, 2019)})"


def _section(rng: random.Random, entries: tuple[Entry, ...]) -> str:
    return " ".join(f"{s} {_cited(rng, entries)}." for s in rng.sample(_SENTENCES, 4))


def _links(rng: random.Random, entries: tuple[Entry, ...], level: str) -> str:
    """A list of other works under a heading that says so."""
    cited = {e.text[:40] for e in entries}
    works = [f for f in other_works(rng, 4) if not any(f["a"][0][0] in c for c in cited)] or other_works(rng, 1)
    items = "".join(f'<li><a href="/article/{n}">{escape(f["t"])}</a></li>' for n, f in enumerate(works))
    if rng.random() < 0.5:
        items = "".join(f"<li>{escape(vancouver(f).replace('*', ''))}</li>" for f in works)
    return f"<{level}>{rng.choice(_TITLES)}</{level}><ul>{items}</ul>"


TAILS = {
    "received": "<p>Received 17 October 2020; revised 12 January 2021; accepted 28 February 2021.</p>",
    "history": "<p><strong>Editorial history</strong></p><p>Received 17 October 2020. Accepted 28 February 2021.</p>",
    "licence": '<hr><p>This article is licensed under a <a href="https://creativecommons.org/licenses/by/4.0/">Creative'
    " Commons Attribution 4.0 International License</a>.</p>",
    "own citation": f"<p>{OWN_TITLE}<br>by {OWN_AUTHORS}.<br><em>{JOURNAL}</em>, Volume 7, Number 3 - March 2021<br>"
    f'doi: <a href="https://doi.org/{OWN_DOI}">https://doi.org/{OWN_DOI}</a></p>',
    "how to cite": f"<p><b>How to cite:</b> Osei R, Lindqvist J. {OWN_TITLE}. {JOURNAL}. 2021;7(3):17-24."
    f" doi:{OWN_DOI}</p>",
    "correspondence": "<p>Correspondence: Rita Osei, Ward School, 12 Mill Lane, Leeds LS2 9JT. E-mail: osei@example.org</p>",
    "key words": "<p>Key words: handover; night shift; wards</p>",
    "about the author": "<h3>About the author</h3><p>Rita Osei has worked on wards since 2004.</p>",
    "copyright": "<p>Copyright © 2021 Ward Press. All rights reserved.</p>",
}


def html_page(rng: random.Random, listed: str, entries: tuple[Entry, ...]) -> str:
    """A whole page of HTML around a list with its heading."""
    named = rng.random() < 0.5
    meta = META if rng.random() < 0.6 else ""
    title = f"<h1>{OWN_TITLE}</h1>" if rng.random() < 0.8 else f"<p><b>{OWN_TITLE}</b></p>"
    abstract = f"<h2>Abstract</h2><p>{_section(rng, entries)}</p>" if rng.random() < 0.7 else ""
    body = (
        f"{title}<p>{OWN_AUTHORS}</p>{abstract}<h2>Introduction</h2><p>{_section(rng, entries)}</p>"
        f"<h2>Discussion</h2><p>{_section(rng, entries)}</p><p>{_section(rng, entries)}</p>"
    )
    body += "".join(part for part in _BEFORE if rng.random() < 0.3)
    tails = rng.sample(sorted(TAILS), rng.choice((0, 0, 1, 1, 2, 3)))
    body += listed + "\n" + "\n".join(TAILS[name] for name in tails)
    if rng.random() < 0.5:
        body += _links(rng, entries, rng.choice(("h2", "h3")))
    around = rng.choice(("{}", "<article>{}</article>", '<div id="content">{}</div>',
                         '<div class="col-md-9"><div class="full-text">{}</div></div>'))  # fmt: skip
    side = f'<div class="widget">{_links(rng, entries, "h3")}</div>' if rng.random() < 0.3 else ""
    footer = "<footer><p>Ward Press, 12 Mill Lane, Leeds</p></footer>" if rng.random() < 0.5 else ""
    head = f"<title>{OWN_TITLE}{' | ' + JOURNAL if named else ''}</title>{meta}"
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{rng.choice(_MENUS)}'
        f"{around.format(body)}{side}{footer}</body></html>"
    )


_TEXT_TAILS = (
    "Received 17 October 2020; accepted 28 February 2021.",
    "This article is licensed under a Creative Commons Attribution 4.0 International License.",
    f"How to cite: Osei R, Lindqvist J. {OWN_TITLE}. {JOURNAL}. 2021;7(3):17-24. doi:{OWN_DOI}",
    "Correspondence: Rita Osei, Ward School, 12 Mill Lane, Leeds LS2 9JT. E-mail: osei@example.org",
    "Key words: handover; night shift; wards",
    "Copyright © 2021 Ward Press. All rights reserved.",
)


def text_page(rng: random.Random, listed: str, entries: tuple[Entry, ...], width: int = 0) -> str:
    """A whole page of plain text around a list with its heading."""
    parts = ["Home | All issues | About us", OWN_TITLE, OWN_AUTHORS] if rng.random() < 0.5 else [OWN_TITLE, OWN_AUTHORS]
    parts += [f"doi: {OWN_DOI}"] * (rng.random() < 0.5)
    for name in ("Abstract", "Introduction", "Discussion"):
        words = _section(rng, entries)
        parts += [name, textwrap.fill(words, width) if width else words]
    page = "\n\n".join(parts) + "\n\n" + listed
    tails = rng.sample(_TEXT_TAILS, rng.choice((0, 0, 1, 2)))
    page += "".join(f"\n{tail}\n" for tail in tails)
    if rng.random() < 0.3:
        page += "\nRelated articles\n\n" + "".join(f"* {f['t']}\n" for f in other_works(rng, 3))
    return page
