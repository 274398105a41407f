"""How fast pages are read: `read()` without field parsing against the least that any reader of them must do.

Run `python benchmarks/reading.py [FOLDER...]`. Without folders the pages are generated: PubMed's HTML of about 110
KB and PubMed's text of about 10 KB, 40 references each; with folders, the pages found there. The floor for HTML is
selectolax's parse and the text of all list items, for text one search for DOIs. Both are timed on the same page
right after each other; the figures are CPU seconds of the best of five, summed over the pages, and the highest
resident size.
"""

import hashlib
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from harvester.model import Page, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize

ROUNDS = 5
FILL = (
    "<div class='menu-item'><a class='usa-link' href='/help/#{n}' data-ga-action='nav'>Some words of a menu</a></div>\n"
)
HTML_HEAD = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ncbi_app" content="pubmed"><meta name="ncbi_db" '
    'content="pubmed"><meta name="citation_title" content="A generated page"><meta name="citation_doi" '
    'content="10.1234/own.{n}"></head><body><main id="article-details"><div id="full-view-heading"><span class="cit">'
    '2024 Feb 28;25(5):{n}.</span><h1 class="heading-title">A generated page</h1></div>'
)
ENTRY = (
    "Kaplan GG, Smith AB, Jones CD. Words of a title number {n} about a disease. "
    "J Fill. 2015;12({n}):720-727. doi: {doi}"
)
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def html_page(number: int) -> str:
    """A page like PubMed's since 2020, with 40 references and enough menus to weigh what a saved page weighs."""
    entries = "".join(
        f'<li><ol class="references-and-notes-list"><li value="1">{ENTRY.format(n=n, doi=doi)} - '
        f'<a class="reference-link" href="https://doi.org/{doi}">DOI</a> - <a class="reference-link" href="http://www.ncbi'
        f'.nlm.nih.gov/pmc/articles/pmc{n}6744/">PMC</a> - <a href="/2{n}638/">PubMed</a></li></ol></li>'
        for n in range(100, 140)
        if (doi := f"10.1016/j.fill.{number}.{n}")
    )
    menus = "".join(FILL.replace("{n}", str(n)) for n in range(700))
    return (
        f"{HTML_HEAD.format(n=number)}{menus}<div class='references' id='references'><h2>References</h2>"
        f"<ol class='references-list'>{entries}</ol></div></main></body></html>"
    )


def text_page(number: int) -> str:
    """A PubMed record as copied text, with 40 references."""
    lines = "".join(
        f"    1. {ENTRY.format(n=n, doi=f'10.1016/j.fill.{number}.{n}')}. - DOI - PubMed\n" for n in range(100, 140)
    )
    return (
        f"Skip to main page content\nAccess keys NCBI Homepage MyNCBI Homepage\nReview\n. 2024 Feb 28;25(5):{number}.\n"
        f"doi: 10.1234/own.{number}.\n\nA generated page\n\nAffiliations\n\nA B et al. J Fill. .\n\nAbstract\n\n"
        f"{'Words of an abstract. ' * 60}\n\nPubMed Disclaimer\n\nReferences\n\n{lines}\nMeSH terms\n"
    )


def generated(make: Callable[[int], str], count: int) -> Iterator[Page]:
    """Pages that are made one at a time, so that memory shows what reading holds."""
    for number in range(count):
        content = make(number).encode()
        yield from recognize(Source(f"{number}", content, hashlib.sha256(content).hexdigest())).pages


def found(folders: list[str]) -> Iterator[Page]:
    """The pages in some folders."""
    for path in sorted(
        p for folder in folders for p in Path(folder).rglob("*") if p.suffix in (".html", ".htm", ".txt")
    ):
        content = path.read_bytes()
        yield from recognize(Source(str(path), content, hashlib.sha256(content).hexdigest())).pages


def floor(page: Page) -> object:
    """The least work on a page."""
    if page.format.endswith("text"):
        return _DOI.findall(page.text)
    return [node.text() for node in LexborHTMLParser(page.text).css("li")]


def best(job: Callable[[Page], object], page: Page) -> float:
    """CPU seconds of the fastest of some runs."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        job(page)
        times.append(time.process_time() - start)
    return min(times)


def report(name: str, pages: Iterator[Page]) -> None:
    count, characters, least, reading = 0, 0, 0.0, 0.0
    for page in pages:
        count += 1
        characters += len(page.text)
        least += best(floor, page)
        reading += best(read, page)
    if count:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{name:12s} {count:5d} pages of {characters / count / 1000:6.0f} KB: {count / reading:8.0f} pages/CPU s, "
            f"{reading / least:5.2f} x the floor, {memory:4.0f} MB"
        )


def main() -> None:
    folders = sys.argv[1:]
    if folders:
        pages = list(found(folders))
        report("HTML", (page for page in pages if not page.format.endswith("text")))
        report("text", (page for page in pages if page.format.endswith("text")))
        return
    for name, make in (("PubMed HTML", html_page), ("PubMed text", text_page)):
        report(name, generated(make, 200))


if __name__ == "__main__":
    main()
