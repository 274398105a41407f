"""Print bibliographic facts as references in many styles, with the range that each field takes.

Deterministic: the same facts and seed give the same references. Besides the styles of `styles.py` it makes the small
faults of print: a stop that is missing or double, a missing blank, capitals, a note behind the title.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import kinds
import places
import styles
from printing import Fact, values

Spans = list[tuple[int, int, str]]

LABELS = {
    "A": "A", "E": "E", "T": "T", "C": "C", "Y": "D", "M": "D", "d": "D", "V": "V", "I": "I", "P": "P", "F": "P",
    "U": "U", "L": "L", "N": "N", "W": "X", "R": "X", "S": "X", "B": "X", "D": "X", "K": "X", "Q": "X", "q": "X",
    "G": "X",
}  # fmt: skip
_TOKEN = re.compile(r"\{(\w)\}|(\[)|(\])|([^\[\]{]+)")


@dataclass
class PrintedFacts:
    """A reference under the press: its text so far and the labelled ranges."""

    text: str = ""
    spans: Spans = field(default_factory=list)

    def put(self, text: str, label: str) -> None:
        """Add text; a label that is not empty claims its range."""
        if label and text:
            self.spans.append((len(self.text), len(self.text) + len(text), label))
        self.text += text


def pick(rng: random.Random, weighted: tuple[tuple[int, str], ...]) -> str:
    """One of a weighted table."""
    return rng.choices([item for _, item in weighted], [weight for weight, _ in weighted])[0]


_GBT_7714 = ("{A}. {T}[J]", "{A}. {T} [J]", "{A}. {T}[M]", "{A}. {T}[D]")


def press(template: str, fields: dict[str, str]) -> PrintedFacts | None:
    """The reference that a template makes of fields; None where an obligatory field is unknown."""
    printed = PrintedFacts()
    optional: list[tuple[str, str]] | None = None
    dropped = False
    for key, opens, closes, literal in _TOKEN.findall(template):
        # Behind the title of GB/T 7714 a bracket opens the mark of the type ("[J]"), and no optional part.
        behind_title = printed.spans[-1:] != [] and printed.spans[-1][2] == "T" and not printed.text.endswith("]")
        if opens and template.startswith(_GBT_7714) and optional is None and behind_title:
            printed.put("[", "")
        elif opens:
            optional, dropped = [], False
        elif closes and optional is not None:
            for text, label in () if dropped else optional:
                _put(printed, text, label)
            optional = None
        elif closes:
            printed.put("]", "")
        else:
            text, label = (fields.get(key, ""), LABELS[key]) if key else (literal, "")
            if optional is not None:
                dropped = dropped or not text
                optional.append((text, label))
            elif key and not text:
                return None
            else:
                _put(printed, text, label)
    return printed


def _put(printed: PrintedFacts, text: str, label: str) -> None:
    """Add a piece, without a second stop behind one that is there."""
    if not label and printed.text[-1:] in ".?!" and text.startswith("."):
        text = text[1:]
    if not label and printed.text[-1:] in "?!" and text.startswith(","):
        text = text[1:]
    printed.put(text, label)


_LITERAL_BRACKETS = ("[Epub ahead of print]", "[J]", "[M]", "[D]", "[Internet]", "[Preprint]", "[cited {R}]", "[{B}]")
_KINDS = (("journal", styles.JOURNAL), ("book", styles.BOOK), ("chapter", styles.CHAPTER))


@dataclass(frozen=True)
class Books:
    """What books, chapters, reports and theses are made of besides the facts: bodies, and titles of books."""

    bodies: tuple[str, ...]
    titles: tuple[str, ...]


def books_of(facts: list[Fact]) -> Books:
    """The bodies that are authors, and the titles of what has a publisher."""
    first = [fact["a"][0] for fact in facts if fact.get("a")]
    bodies = [author[0] for author in first if len(author) == 1 and len(author[0].split()) > 2]
    titles = [fact["c" if "c" in fact else "t"] for fact in facts if "u" in fact and ("c" in fact or "t" in fact)]
    return Books((*places.BODIES, *bodies), tuple(titles))


def _table(kind: str, language: str) -> tuple[tuple[int, str], ...]:
    """The templates for a kind in a language; English ones where it has none."""
    return kinds.TABLES.get((kind, language)) or kinds.TABLES[(kind, "en")]


_FOREIGN = ("de", "de", "de", "fr", "es", "pt", "pt")


def _in_foreign_style(fact: Fact, kind: str, rng: random.Random) -> tuple[Fact, str]:
    """A fact in the way of another language: its journals and publishers print English titles too."""
    language = rng.choice(_FOREIGN)
    return fact | {"lang": language}, pick(rng, _table(kind, language))


def _suited(fact: Fact, rng: random.Random, books: Books) -> tuple[Fact, str]:
    """A fact and a template that suits it; some become web pages, reports, theses, chapters or preprints."""
    fact = dict(fact)
    if "kind" in fact:
        return fact, pick(rng, _table(fact["kind"], fact["lang"]))
    has_journal = "c" in fact and "v" in fact
    foreign = rng.random() < _FOREIGN_SHARE
    if "u" in fact and "c" in fact and not has_journal:
        if foreign:
            return _in_foreign_style(fact, "chapter", rng)
        return fact, pick(rng, styles.CHAPTER if rng.random() < 0.5 else kinds.CHAPTER)
    if "u" in fact and "c" not in fact:
        if foreign:
            return _in_foreign_style(fact, "book", rng)
        if rng.random() < 0.3:
            return fact, pick(rng, kinds.BOOK)
        table = rng.choices((styles.BOOK, styles.REPORT, styles.THESIS), (70, 20, 10))[0]
        return (_by_body(fact, rng, books) if table is styles.REPORT else fact), pick(rng, table)
    other = rng.random()
    for share, make in _OTHERS:
        if other < share and fact.get("t"):
            return make(fact, rng, books)
        other -= share
    if "c" in fact and not has_journal and rng.random() < 0.7:
        return fact, pick(rng, styles.CHAPTER[-10:])
    if rng.random() < _SCIENCE_SHARE:
        return fact, pick(rng, kinds.SCIENCE)
    if rng.random() < _FOREIGN_SHARE / 3:
        return _in_foreign_style(fact, "article", rng)
    return fact, pick(rng, styles.JOURNAL)


_FOREIGN_SHARE, _SCIENCE_SHARE = 0.2, 0.06


def _by_body(fact: Fact, rng: random.Random, books: Books) -> Fact:
    return fact | {"a": [[rng.choice(books.bodies)]]} if rng.random() < 0.7 else fact


def _published(fact: Fact, rng: random.Random, table: tuple[tuple[str, str], ...]) -> Fact:
    place, publisher = rng.choice(table)
    return {**fact, "l": place, "u": publisher}


def _of_body(table: tuple[tuple[int, str], ...]) -> Callable[[Fact, random.Random, Books], tuple[Fact, str]]:
    """A web page or a report: mostly by a body, published in a town."""
    return lambda fact, rng, books: (_published(_by_body(fact, rng, books), rng, places.TOWNS), pick(rng, table))


def _preprint(fact: Fact, rng: random.Random, _books: Books) -> tuple[Fact, str]:
    return fact | {"c": rng.choice(styles.PREPRINT_SERVERS)}, pick(rng, styles.PREPRINT)


def _thesis(fact: Fact, rng: random.Random, _books: Books) -> tuple[Fact, str]:
    alone = fact | {"a": fact["a"][:1]} if fact.get("a") else fact
    return _published(alone, rng, places.UNIVERSITIES), pick(rng, styles.THESIS)


def _chapter(fact: Fact, rng: random.Random, books: Books) -> tuple[Fact, str]:
    return _published(fact | {"c": rng.choice(books.titles)}, rng, places.PUBLISHERS), pick(rng, styles.CHAPTER)


def _group_article(fact: Fact, rng: random.Random, books: Books) -> tuple[Fact, str]:
    return fact | {"a": [[rng.choice(books.bodies)]]}, pick(rng, styles.JOURNAL)


# The share of articles that are printed as something else, so that the tagger has seen enough of each.
_OTHERS = (
    (0.02, _of_body(styles.WEB)),
    (0.008, _of_body(styles.REPORT)),
    (0.015, _preprint),
    (0.01, _thesis),
    (0.035, _chapter),
    (0.02, _group_article),
)


def render(fact: Fact, rng: random.Random, dots: dict[str, str], books: Books) -> PrintedFacts | None:
    """One reference made of a fact, in a style picked at random; None where the fact does not suit the style."""
    fact, template = _suited(fact, rng, books)
    fields = values(fact, rng, dots, template)
    if "C" in fact and "{C}" in template and rng.random() < 0.004:
        template = template.replace("{T}.", "{T}. " + rng.choice(styles.NOTES[:5]) + ".")
    # Literal square brackets must not be taken for optional parts; they are put back below.
    for bracket in _LITERAL_BRACKETS:
        template = template.replace(bracket, "⟦" + bracket[1:-1] + "⟧")
    printed = press(template, fields)
    if printed is None:
        return None
    if rng.random() < 0.3:
        tail = pick(rng, styles.TAILS)
        fields = fields | {
            "D": fields["D"] or f"10.{rng.randint(1000, 9999)}/j.{rng.randint(1000, 999999)}.{rng.randint(1, 99)}",
            "Y": fact.get("y", "2010"),
        }
        for key in "DKQYWRG":
            tail = tail.replace("{" + key + "}", fields[key])
        printed.put(tail, "")
    text = printed.text.replace("⟦", "[").replace("⟧", "]")
    return _faults(PrintedFacts(text, printed.spans), rng)


_LOST_STOP = 0.25
_FAULTS = (
    (0.28, ". ", ".. "),
    (0.31, ". ", "."),
    (0.33, ". ", " "),
    (0.35, ":", ": "),
    (0.37, ";", "; "),
    (0.38, ", ", " "),
    (0.39, ". ", ", "),
)
"""Of all references a quarter lose their last stop; up to each share, one separator is printed as another."""


def _faults(printed: PrintedFacts, rng: random.Random) -> PrintedFacts:
    """The small faults of print, which shift the ranges behind them."""
    text, spans = printed.text, printed.spans
    roll = rng.random()
    if roll < _LOST_STOP and text.endswith("."):
        return PrintedFacts(text[:-1], spans)
    for share, separator, fault in _FAULTS:
        if roll < share:
            # Only one that stands between two fields: a stop inside a title is none.
            edges = {end for _, end, _ in spans}
            found = [m.start() for m in re.finditer(re.escape(separator), text) if m.start() in edges]
            if found:
                at, shift = rng.choice(found), len(fault) - len(separator)
                spans = [(a + shift * (a > at), b + shift * (b > at), label) for a, b, label in spans]
                text = text[:at] + fault + text[at + len(separator) :]
            break
    return PrintedFacts(text, spans)
