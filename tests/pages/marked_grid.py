"""Reference lists whose entries mark up their fields, each in a vocabulary of classes drawn by a seed.

The facts are those of real works; classes, elements, order and punctuation are drawn. Lists with an even seed may be
looked at while the reader is mended, those with an odd one are only scored.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape

from harvester.model import ParsedReference, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.references import parse_many
from tests.pages.layouts import HIGHWIRE_META, OWN_TITLE

SEEDS = range(60)


@dataclass(frozen=True, slots=True)
class Facts:
    """A cited work: its authors as pairs of family and given names."""

    authors: tuple[tuple[str, str], ...]
    title: str
    journal: str
    year: str
    volume: str
    first: str
    last: str


def _facts(authors: str, title: str, journal: str, where: str) -> Facts:
    year, volume, first, last = where.split()
    people = tuple((name.rpartition(" ")[0], name.rpartition(" ")[2]) for name in authors.split(", "))
    return Facts(people, title, journal, year, volume, first, last)


WORKS = (
    _facts("Kaplan GG", "The global burden of IBD: from 2015 to 2025", "Nat Rev Gastroenterol Hepatol",
           "2015 12 720 727"),
    _facts("Hayney MS, Poland GA", "Relationship of HLA-DQA1 alleles and humoral antibody following measles vaccination",
           "Int J Infect Dis", "1998 2 143 146"),
    _facts("Sharma P, Hu-Lieskovan S", "Primary, adaptive, and acquired resistance to cancer immunotherapy", "Cell",
           "2017 168 707 723"),
    _facts("Wei SC, Duffy CR, Allison JP", "Fundamental mechanisms of immune checkpoint blockade therapy",
           "Cancer Discov", "2018 8 1069 1086"),
    _facts("Watson JD, Crick FHC", "Molecular structure of nucleic acids: a structure for deoxyribose nucleic acid",
           "Nature", "1953 171 737 738"),
    _facts("Lowry OH, Rosebrough NJ, Farr AL, Randall RJ", "Protein measurement with the Folin phenol reagent",
           "J Biol Chem", "1951 193 265 275"),
    _facts("Altschul SF, Gish W, Miller W, Myers EW, Lipman DJ", "Basic local alignment search tool", "J Mol Biol",
           "1990 215 403 410"),
    _facts("Sanger F, Nicklen S, Coulson AR", "DNA sequencing with chain-terminating inhibitors",
           "Proc Natl Acad Sci USA", "1977 74 5463 5467"),
    _facts("van der Maaten L, Hinton G", "Visualizing data using t-SNE", "J Mach Learn Res", "2008 9 2579 2605"),
    _facts("Benjamini Y, Hochberg Y",
           "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
           "J R Stat Soc B", "1995 57 289 300"),
    _facts("Folstein MF, Folstein SE, McHugh PR",
           "Mini-mental state: a practical method for grading the cognitive state of patients for the clinician",
           "J Psychiatr Res", "1975 12 189 198"),
    _facts("Bland JM, Altman DG",
           "Statistical methods for assessing agreement between two methods of clinical measurement", "Lancet",
           "1986 327 307 310"),
)  # fmt: skip

WORDS: dict[str, tuple[str, ...]] = {
    "surname": ("surname", "last name", "family name", "family"),
    "given": ("given names", "given name", "first name", "forename", "initials"),
    "person": ("author", "string name", "person name", "contrib author"),
    "authors": ("authors", "author list", "person group", "contrib group"),
    "title": ("article title", "title", "ref title", "citation title", "work title"),
    "journal": ("source", "journal", "journal title", "journal name", "jnl abbrev", "publication title"),
    "year": ("year", "pub year", "pub date", "publication year", "date"),
    "volume": ("volume", "vol", "ref vol"),
    "first": ("fpage", "first page", "page first", "start page"),
    "last": ("lpage", "last page", "page last", "end page"),
}
"""The words that a class may be made of, by what it marks."""

_PREFIXES = ("", "", "ref", "cit", "nlm", "bib", "c article reference")
_CASES: tuple[Callable[[list[str]], str], ...] = (
    "-".join,
    "_".join,
    lambda words: words[0] + "".join(word.title() for word in words[1:]),
    lambda words: "__".join([words[0], "-".join(words[1:])]) if len(words) > 1 else words[0],
    lambda words: " ".join(["-".join(words), "text-s"]),
)


def page(seed: int) -> str:
    """An article's page with the works as its references, in one vocabulary."""
    draw = random.Random(seed)
    prefix, case = draw.choice(_PREFIXES).split(), draw.choice(_CASES)
    classes = {field: case([*prefix, *draw.choice(words).split()]) for field, words in WORDS.items()}
    tag, names = draw.choice(("span", "span", "div")), draw.choice(("parts", "parts", "persons", "list"))
    stopped, title_first = draw.random() < 0.6, draw.random() < 0.2
    gap = ". " if stopped else ""

    def mark(field: str, words: str, element: str = tag) -> str:
        return f'<{element} class="{classes[field]}">{words}</{element}>'

    def people(work: Facts) -> str:
        between = ", " if stopped or names == "list" else ""
        if names == "list":
            return mark("authors", between.join(f"{family} {given}" for family, given in work.authors))
        if names == "persons":
            return between.join(mark("person", f"{family} {given}") for family, given in work.authors)
        blank = " " if stopped else ""
        return mark("authors", between.join(
            mark("person", mark("surname", family) + blank + mark("given", given)) for family, given in work.authors
        ))  # fmt: skip

    def entry(work: Facts) -> str:
        authors, title = people(work), mark("title", escape(work.title))
        pages = f"{mark('first', work.first)}–{mark('last', work.last)}"
        opening = f"{title}{gap}{authors}{gap}" if title_first else f"{authors}{gap}{title}{gap}"
        where = f"{mark('year', work.year)};{mark('volume', work.volume)}:{pages}"
        return f"{opening}{mark('journal', work.journal)}{gap or ' '}{where}."

    works = draw.sample(WORKS, len(WORKS))
    items = "".join(f'<li id="r{n}">{entry(work)}</li>' for n, work in enumerate(works, 1))
    return (
        f"<!DOCTYPE html><html><head><title>{OWN_TITLE}</title>{HIGHWIRE_META}</head><body><h1>{OWN_TITLE}</h1>"
        f"<p>Words of ours.</p><section><h2>References</h2><ol>{items}</ol></section></body></html>"
    )


def parsed(markup: str) -> tuple[ParsedReference, ...]:
    """The references of a page, with their fields."""
    pages = recognize(Source("page.html", markup.encode(), "0" * 64)).pages
    return tuple(parse_many(reference for one in pages for reference in read(one).references))


@cache
def answers(seed: int) -> tuple[tuple[Facts, ParsedReference | None], ...]:
    """Each work of a list with the reference that was read of it."""
    found = parsed(page(seed))
    return tuple((work, next((p for p in found if work.title in p.raw.text), None)) for work in WORKS)


def share(is_right: Callable[[Facts, ParsedReference], bool], seeds: range = SEEDS) -> float:
    """The share of the works of these lists of which something is right."""
    pairs = [pair for seed in seeds for pair in answers(seed)]
    return sum(1 for work, found in pairs if found is not None and is_right(work, found)) / len(pairs)


def title_share(seeds: range = SEEDS) -> float:
    """Marked titles that are read letter by letter."""
    return share(lambda work, found: found.described.title == work.title, seeds)


def author_share(seeds: range = SEEDS) -> float:
    """Marked lists of authors of which each name is right."""
    return share(lambda work, found: tuple((n.family, n.given) for n in found.described.author) == work.authors, seeds)


def journal_share(seeds: range = SEEDS) -> float:
    """Marked journals that are read letter by letter."""
    return share(lambda work, found: found.described.container_title == work.journal, seeds)


def place_share(seeds: range = SEEDS) -> float:
    """Works whose year, volume and pages are right."""

    def is_right(work: Facts, found: ParsedReference) -> bool:
        described = found.described
        place = (str(described.issued), described.volume, described.page)
        return place == (work.year, work.volume, f"{work.first}-{work.last}")

    return share(is_right, seeds)
