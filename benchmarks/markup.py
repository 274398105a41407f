"""How many fields of references are read as the pages themselves mark them up.

Run `python benchmarks/markup.py FOLDER... [--half even|odd] [--detail]`. Many journals mark what is the title, who the
authors are and which journal it is. That markup is read here once more, by plain selectors for each publisher that
share nothing with the reader, and compared with what parsing made of the same entry: the title and the journal letter
by letter (case, accents' encoding and punctuation aside), the authors by their number. A page belongs to the first
publisher of the table whose entries it has.

`--half` keeps the pages whose name's SHA-256 ends in an even or odd digit: rules are made by looking at the even ones
and scored on the odd ones. `--detail` shows what differs.
"""

import argparse
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from harvester.model import ParsedReference, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.references import parse_many

FIELDS = ("titles", "authors", "journals")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Where a publisher's pages mark an entry and its fields: CSS selectors, "" for a field it does not mark.

    `one_by_one` says whether each author has an element; else one element lists them between commas. `host` says
    whether the journal's element goes on with volume and pages. `later` are further citations of the same entry, which
    are not compared.
    """

    name: str
    entry: str
    title: str = ""
    authors: str = ""
    journal: str = ""
    one_by_one: bool = True
    host: bool = False
    later: str = ""


PUBLISHERS = (
    Publisher("ScienceDirect", "span.reference", ".title", ".authors", ".host", one_by_one=False, host=True),
    Publisher("ScienceDirect 2013", "ul.reference", "li.title", "li.author", "li.source", one_by_one=False, host=True),
    Publisher("OUP", ".mixed-citation", ".article-title", ".person-group .surname", ".source"),
    Publisher(
        "ACS",
        ".NLM_citation",
        ".NLM_article-title",
        ".hlFld-ContribAuthor",
        ".citation_source-journal",
        later=".NLM_citation ~ .NLM_citation",
    ),
    Publisher("Wiley", "cite[id]", ".articleTitle", ".author", ".journalTitle"),
    Publisher("eLife", ".elife-reflinks-reflink", ".nlm-article-title", ".elife-reflink-author", ".nlm-source"),
    Publisher("HighWire", ".ref-cit", ".cit-article-title", ".cit-auth", "abbr.cit-jnl-abbrev"),
    Publisher("APA", ".citText", "", ".person-name .surname", "cite.citationSource"),
    Publisher("Annals", ".references__note", ".references__article-title", "contrib-group", ".references__source"),
    Publisher("MIT", "tr", ".NLM_article-title", "", ".citation_source-journal"),
    Publisher(
        "PMC", ".element-citation", ".ref-title", "", ".ref-journal", later=".element-citation ~ .element-citation"
    ),
    Publisher("HTML5 (names of JATS)", "li", ".article-title", ".surname", ".source"),
)
_FEWEST = 3
"""Entries with marked fields from which on a page has a publisher's markup."""
_SHARED = 25
"""Letters at a reference's start that must stand in its entry."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What one entry marks: its words, title, number of authors (0 where they are not marked) and journal."""

    words: str
    title: str
    authors: int
    journal: str


def folded(text: str) -> str:
    """Letters and digits, lower case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def words(node: LexborNode, selector: str, gap: str = "") -> str:
    """The words of the only element that a selector finds in a node; "" where there are several."""
    found = [n for n in node.css(selector) if n.mem_id != node.mem_id] if selector else []
    return " ".join(found[0].text(separator=gap).split()) if len(found) == 1 else ""


def journal_of(node: LexborNode, publisher: Publisher) -> str:
    """The marked journal; "" where no volume or page follows it: a source without one is a book."""
    printed, entry = words(node, publisher.journal), " ".join(node.text().split())
    if publisher.host:
        journal = re.match(
            r"(?!in[: ])([^()]+?), [A-Za-z]{0,8}\.? ?\d+[^,()]*(?: \([^()]*\))? \(\d{4}\)", printed, re.IGNORECASE
        )
        return journal[1] if journal else ""
    behind = entry.partition(printed)[2] if printed else ""
    return printed if re.match(r"[\s.,;:]*(?:vol\.? ?)?\d", behind) else ""


def marked_in(node: LexborNode, publisher: Publisher) -> Marked:
    """The marked fields of an entry."""
    people = [" ".join(n.text().split()) for n in node.css(publisher.authors)] if publisher.authors else []
    if not publisher.one_by_one:
        listed = re.sub(r",?\s*(?:et al\.?|…).*", "", people[0]) if len(people) == 1 else ""
        people = re.sub(r",\s*(?=(?:Jr|Sr|II|III)\b)", " ", listed).split(",")
    count = len([name for name in people if name.strip(" .") and not name.strip().startswith("et al")])
    # Editors may be marked as authors are.
    if publisher.one_by_one and re.search(r"\bIn\b.{3,300}\(Eds?\.", node.text(), re.DOTALL):
        count = 0
    title = folded(words(node, publisher.title))
    return Marked(folded(node.text()), title, count, folded(journal_of(node, publisher)))


def entries_of(tree: LexborHTMLParser) -> tuple[str, list[Marked]]:
    """The publisher whose markup a page has, and its entries; "" and none where it has no such markup."""
    for publisher in PUBLISHERS:
        later = {node.mem_id for node in tree.css(publisher.later)} if publisher.later else set()
        entries = [marked_in(node, publisher) for node in tree.css(publisher.entry) if node.mem_id not in later]
        found = [m for m in entries if m.title or m.authors or m.journal]
        if len(found) >= _FEWEST and (publisher.entry != "li" or any(m.authors for m in found)):
            return publisher.name, found
    return "", []


def paired(entries: list[Marked], parsed: list[ParsedReference]) -> Iterator[tuple[Marked, ParsedReference | None]]:
    """Each marked entry with the reference that was read of it, None where there is none."""
    # A letter before the first citation of several ("a) Smith J") may stand outside its element; a page may print an
    # entry once more where it is cited.
    starts = [{text[n : n + _SHARED] for n in range(3)} for text in (folded(p.raw.text) for p in parsed)]
    seen: set[str] = set()
    following = 0
    for entry in entries:
        if entry.words in seen:
            continue
        seen.add(entry.words)
        order = [*range(following, len(parsed)), *range(following)]
        found = next((n for n in order if any(start in entry.words for start in starts[n])), None)
        following = found + 1 if found is not None else following
        yield entry, parsed[found] if found is not None else None


def compare(entry: Marked, found: ParsedReference | None) -> Iterator[tuple[str, bool, str]]:
    """For each marked field whether it was read so, and what was read."""
    work = found.described if found else None
    if entry.title:
        said = work.title if work else ""
        yield "titles", folded(said) == entry.title, f"{said!r} for {entry.title!r}"
    if entry.authors:
        count = len(work.author) if work else 0
        named = "; ".join(map(str, work.author)) if work else ""
        yield "authors", count == entry.authors, f"{count} for {entry.authors}: {named}"
    if entry.journal:
        said = work.container_title if work else ""
        yield "journals", folded(said) == entry.journal, f"{said!r} for {entry.journal!r}"


def is_even(path: Path) -> bool:
    """Whether a page's file may be looked at."""
    return int(hashlib.sha256(path.stem.encode()).hexdigest()[-1], 16) % 2 == 0


def report(name: str, right: Counter[str], every: Counter[str]) -> None:
    """One line of the table."""
    shares = (f"{f} {right[f]:5d}/{every[f]:5d} {right[f] / every[f]:.3f}" if every[f] else f"{f}" for f in FIELDS)
    print(f"{name:45.45s} " + " ".join(f"{share:25s}" for share in shares))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--detail", action="store_true")
    given = parser.parse_args()
    sums: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for path in sorted(p for folder in given.folders for p in folder.rglob("*") if p.suffix in (".html", ".htm")):
        if given.half and is_even(path) != (given.half == "even"):
            continue
        content = path.read_bytes()
        name, entries = entries_of(LexborHTMLParser(content.decode("utf-8", "replace")))
        if not name:
            continue
        pages = recognize(Source(path.name, content, hashlib.sha256(content).hexdigest())).pages
        parsed = [one for page in pages for one in parse_many(read(page).references)]
        right, every = Counter[str](), Counter[str]()
        for entry, found in paired(entries, parsed):
            for field, fits, said in compare(entry, found):
                every[field] += 1
                right[field] += fits
                if given.detail and not fits:
                    print(f"  {path.stem}: {field}: {said}\n      {found.raw.text[:300] if found else '-'}")
        report(f"{name}: {path.stem}", right, every)
        for key in (name, "all"):
            one, other = sums.setdefault(key, (Counter(), Counter()))
            one.update(right)
            other.update(every)
    print()
    for key, (right, every) in sums.items():
        report(key, right, every)


if __name__ == "__main__":
    main()
