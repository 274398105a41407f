"""Pages without a reference list, of many kinds, each with something that looks like one: none of them has references.

A kind is a function of the chance; it makes the body of a page and says whether the page has an article's metadata.
"""

import random
from collections.abc import Callable
from html import escape

from tests.pages.list_grid.furniture import META, OWN_TITLE, other_works
from tests.pages.list_grid.styles import Fact, apa, facts, vancouver

Kind = Callable[[random.Random], str]


def _names(f: Fact) -> str:
    return ", ".join(f"{family} {initials}" for family, initials in f["a"])


def _line(f: Fact) -> str:
    return escape(vancouver(f).replace("*", ""))


def _items(template: str, rows: list[str], tag: str = "ul") -> str:
    return f"<{tag}>{''.join(template.format(row) for row in rows)}</{tag}>"


def _works(heading: str, form: str, count: int = 8, level: str = "h2") -> Kind:
    """A page with works under a heading that says what they are."""

    def page(rng: random.Random) -> str:
        some = [form.format(t=escape(f["t"]), a=escape(_names(f)), c=f["c"], y=f["y"], v=f["v"], p=f["p"], line=_line(f),
                            apa=escape(apa(f).replace("*", "")), n=n)
                for n, f in enumerate(other_works(rng, count), 1)]  # fmt: skip
        return f"<{level}>{heading}</{level}>{_items('{}', some)}"

    return page


_ARTICLE = (
    f"<h1>{OWN_TITLE}</h1><p>Rita Osei</p><h2>Abstract</h2><p>Handover is seldom written down [1]. We watched forty"
    " evenings [2,3] and asked what had been learned (Lin et al., 2013).</p>"
)


def _on_an_article(body: Kind) -> Kind:
    return lambda rng: META + _ARTICLE + body(rng)


def _rows(heading: str, rows: tuple[str, ...], tag: str = "li", around: str = "ul") -> Kind:
    """A page with rows of our own under a heading."""
    return lambda rng: (
        f"<h2>{heading}</h2><{around}>{''.join(f'<{tag}>{row}</{tag}>' for row in rng.sample(rows, len(rows)))}</{around}>"
    )


def _authors(rng: random.Random) -> str:
    names = [f"{escape(family)} {initials}, Department of Medicine, 2019" for f in other_works(rng, 6)
             for family, initials in f["a"]]  # fmt: skip
    return "<h2>Authors and affiliations</h2>" + _items("<li>{}</li>", names, "ol")


def _shop(rng: random.Random) -> str:
    books = rng.sample(facts()[1], 8)
    rows = [f"<b>{escape(f['t'])}</b> by {escape(_names(f))}. {f['u']}, {f['y']}. ISBN 978-0-19-{n}5001-2. $ {n}9.95"
            for n, f in enumerate(books, 3)]  # fmt: skip
    return "<h1>Books on offer</h1>" + "".join(
        f'<div class="product"><p>{row}</p><a href="/b">Buy</a></div>' for row in rows
    )


def _search(rng: random.Random) -> str:
    rows = [f'<div class="result"><h3><a href="/{n}">{escape(f["t"])}</a></h3><p>{escape(_names(f))} - {f["c"]}, {f["y"]}'
            f" - {f['v']}: {f['p']}</p><p>Cited by {n * 17} Related articles All {n} versions</p></div>"
            for n, f in enumerate(other_works(rng, 10), 1)]  # fmt: skip
    return "<h1>Search results</h1><p>About 1,240 results (0.03 s)</p>" + "".join(rows)


def _contents(rng: random.Random) -> str:
    rows = [f"<p><a href='/a{n}'>{escape(f['t'])}</a><br>{escape(_names(f))}<br>pp. {n}01-{n}09</p>"
            for n, f in enumerate(other_works(rng, 9), 1)]  # fmt: skip
    return "<h1>Journal of Ward Practice</h1><h2>Volume 7, Issue 3, March 2021</h2><h3>Articles</h3>" + "".join(rows)


def _news(rng: random.Random) -> str:
    rows = [f"<div><h3>{escape(f['t'])}</h3><p>{3 + n} March 2021. A team around {escape(f['a'][0][0])} reports in {f['c']}"
            " what it found; the hospital is glad of it.</p></div>" for n, f in enumerate(other_works(rng, 7))]  # fmt: skip
    return "<h1>News</h1>" + "".join(rows)


def _metrics(rng: random.Random) -> str:
    rows = [f"<tr><td>{f['c']}</td><td>{f['y']}</td><td>{n}.{n}2</td><td>{n}18-{n}45</td></tr>"
            for n, f in enumerate(other_works(rng, 12), 1)]  # fmt: skip
    return "<h1>Journals by impact</h1><table><tr><th>Journal</th><th>Year</th></tr>" + "".join(rows) + "</table>"


def _table_of_studies(rng: random.Random) -> str:
    rows = [f"<tr><td>{escape(f['a'][0][0])} et al., {f['y']}</td><td>{n}12 patients</td><td>1.{n} (0.8-1.{n}9)</td></tr>"
            for n, f in enumerate(other_works(rng, 9), 1)]  # fmt: skip
    head = "<tr><th>Study</th><th>Patients</th><th>Ratio</th></tr>"
    return f"<h2>Results</h2><p>Table 1. Studies included</p><table>{head}{''.join(rows)}</table>"


def _cv(rng: random.Random) -> str:
    rows = [f"<p>{n}. {_line(f)}</p>" for n, f in enumerate(other_works(rng, 9), 1)]
    return "<h1>Rita Osei, RN PhD</h1><h2>Education</h2><p>1998-2004 Leeds</p><h2>Selected publications</h2>" + "".join(
        rows
    )


def _comments(rng: random.Random) -> str:
    rows = [f"<li>{escape(f['a'][0][0])} wrote on {n} May 2019, 12:{n}4: I read this with pleasure, thank you.</li>"
            for n, f in enumerate(other_works(rng, 8), 1)]  # fmt: skip
    return f'<h1>{OWN_TITLE}</h1><p>A post.</p><h3>Comments</h3><ol class="comments">{"".join(rows)}</ol>'


def _no_list(rng: random.Random) -> str:
    linked = "".join(f"<li>{_line(f)}</li>" for f in other_works(rng, 5))
    return (
        f"<h2>References</h2><p>Sign in to see the references.</p><h2>Articles that cite this one</h2><ul>{linked}</ul>"
    )


HOSTILE: dict[str, Kind] = {
    "menu of a journal": _rows("Journal of Ward Practice", (
        "Current issue: March 2021, volume 7", "Past issues 2015-2020", "Instructions for authors 2021",
        "Editorial board 2019-2022", "Subscribe (12 issues, 40-60 pages each)", "Contact us",
    )),
    "contents of an issue": _contents,
    "search results": _search,
    "search results as citations": _works("Results 1 to 8 of 112", "<li>{line}</li>"),
    "news": _news,
    "book shop": _shop,
    "publications of a laboratory": _works("Publications", "<li>{line}</li>", 12),
    "publications by APA": _works("Our publications", "<p>{apa}</p>", 12),
    "selected publications of a person": _cv,
    "recent papers of a group": _works("Recent papers", "<div>{a} ({y}). {t}. {c} {v}, {p}.</div>"),
    "latest articles": _works("Latest articles", '<li><a href="/{n}">{t}</a> {a}. {y};{v}:{p}</li>'),
    "most cited": _works("Most cited articles", "<li>{line}</li>"),
    "articles of an author": _works("Articles by Rita Osei", "<li>{line}</li>"),
    "issue archive": _rows("Archive", tuple(f"Volume {n} ({2000 + n}), issues 1-12, pages 1-{n}40" for n in range(1, 15))),
    "authors": _on_an_article(_authors),
    "related articles of an article": _on_an_article(_works("Related articles", "<li>{line}</li>", 6)),
    "cited by of an article": _on_an_article(_works("Cited by", "<li>{line}</li>", 6)),
    "citing articles of an article": _on_an_article(_works("Articles citing this article", "<p>{line}</p>", 6, "h3")),
    "also by these authors": _on_an_article(_works("More by these authors", "<li>{line}</li>", 5, "h4")),
    "no list under the heading": _on_an_article(_no_list),
    "table of studies": _on_an_article(_table_of_studies),
    "journals by impact": _metrics,
    "comments": _comments,
    "references of a firm": _rows("Referenzen", (
        "2015 – Neubau der Klinik Nord, Hamburg, 12 000 m², 2013-2015", "2017 – Umbau des Labors, Kiel, 3 400 m²",
        "2018 – Apotheke am Markt, Lübeck, 210 m²", "2019 – Schule am See, Plön, 5 100 m², 2018-2019",
        "2020 – Rathaus, Husum, 1 900 m²",
    )),
    "reference of a program": _rows("Reference", (
        "open(path, mode) opens a file; since 2.1 (2015)", "close() closes it; since 1.0 (2009)",
        "seek(offset, whence) moves to an offset; since 2.4, 2017", "read(size) reads so many bytes; since 1.0 (2009)",
    )),
    "references of a worker": _rows("References", (
        "Mrs. A. Miller, head of ward, Leeds, 2012-2015, phone 0113 496 0017",
        "Mr. B. Khan, head nurse, York, 2015-2018, phone 01904 496 0018",
        "Dr. C. Hall, consultant, Hull, 2018-2020, phone 01482 496 0019",
    )),
    "literature of a maker": _rows("Literature", (
        "Leaflet of the pump, 2019 (PDF, 2.3 MB)", "Manual of the pump, edition 4, 2020 (PDF, 11.8 MB)",
        "Safety sheet, 2018 (PDF, 0.4 MB)", "Order form, 2021 (PDF, 0.1 MB)",
    )),
    "timeline": _rows("History", tuple(
        f"{year}: the hospital opens {what}, {beds} beds" for year, what, beds in (
            (1901, "its first house", "12-14"), (1923, "a ward for children", 30), (1954, "a school", "0"),
            (1978, "a laboratory", "6"), (2003, "its new house", 410)))),
    "calendar": _rows("Events", tuple(f"{n} May 2021, 10:{n}0-12:{n}0: talk {n} of the ward school" for n in range(1, 6))),
    "changes of a program": _rows("Changelog", tuple(f"2.{n} (2019-0{n}-12): faults {n}10-{n}19 mended" for n in range(1, 8))),
    "statutes": _rows("Rules", tuple(f"§ {n} of 12 June 2014; 3({n}):12-{n}9 holds for all wards" for n in range(1, 8))),
    "trials": _works("Registered trials", "<li>NCT0{n}234567: {t}. Start: {y}-01, {v} patients, 18-65 years</li>"),
    "prices": _rows("Price list 2021", tuple(f"Bed type {n}, 90x200 cm, 2021 model: {n}40.00-{n}90.00" for n in range(1, 8)),
                    "td", "table"),
    "films": _rows("Films", ("The ward (1987), 95 min, with A. Bell", "Night shift (1982), 106 min, with H. Winkler",
                             "Awakenings (1990), 121 min, with R. Williams")),
    "questions": _rows("Questions and answers", tuple(
        f"How many beds had ward {n} in 2019? It had {n}0-{n}4 beds, see p. {n}2." for n in range(1, 6)), "p", "div"),
    "prose with citations": lambda rng: META + _ARTICLE + "".join(
        f"<p>{escape(f['a'][0][0])} et al. ({f['y']}) found this in {f['v']} patients, 12-{n}4 years old.</p>"
        for n, f in enumerate(other_works(rng, 6), 2)),
}  # fmt: skip


def hostile_page(kind: str, rng: random.Random) -> str:
    """A page of one kind, with a menu and a footer."""
    body = HOSTILE[kind](rng)
    head, body = (META, body.removeprefix(META)) if body.startswith(META) else ("", body)
    title = OWN_TITLE if head else kind.capitalize()
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f'<ul class="top"><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul><div>{body}</div>'
        "<footer>Ward Press, 12 Mill Lane, Leeds. © 2021</footer></body></html>"
    )
