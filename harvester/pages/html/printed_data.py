"""The work of a page of HTML as far as its metadata do not tell it, read from its visible words as a page of text is
read."""

import re
from dataclasses import replace
from itertools import islice
from typing import cast

from harvester.model import Span, remake_work
from harvester.pages.evidence import looks_like_reference
from harvester.pages.headings import is_reference_heading
from harvester.pages.html.metadata import PageData
from harvester.pages.html.tree import Tree
from harvester.pages.html.visible_text import visible_text
from harvester.pages.text.citation_lines import read_citation_line
from harvester.pages.text.own_identifiers import Survey, find_own, find_own_title, own_dois
from harvester.pages.text.page_signs import is_of_an_article, lists_works
from harvester.pages.text.passages import Passage
from harvester.pages.text.printed_lists import TextList
from harvester.pages.text.printed_titles import OTHER_WORKS, abstract_start, begins_with_names
from harvester.pages.text.printed_works import PrintedFields, is_located, printed_work, shows_a_work
from harvester.values import dates, identifier, page_ranges, titles
from harvester.values.citation_line import find_citation_line

_ABOVE, _BELOW = 1_000, 10_000
"""Characters above and below the title within which an article shows what it is."""
_LEAST_NAMED = 30
"""Characters of a title that a browser's title has too; names of journals and sections are shorter."""
_UNDER = 400
"""Characters under a title that hold the first of its authors."""
_HEADING = re.compile(r"^(?:#{1,6} )?(?P<words>[^\n]{4,60})$", re.MULTILINE)
_MOST_LINES = 20_000
"""Lines among which the heading of the list is looked for."""
_SHORTEST_ENTRY, _MOST_BETWEEN = 30, 12
"""Characters of an entry, and lines between two: each author and link may have one of its own."""
_OF_THE_FOOT = re.compile(
    r"\W{0,4}(?:doi\b|https?:|©|copyright|(?:how to |to )?cite\b|citation:|como citar|cómo citar)", re.IGNORECASE
)
"""How lines begin that stand under a list and look like entries of it."""
_SEVERAL, _LONGEST_LINE, _MOST_CITING = 3, 300, 300
"""Works whose places a head tells; an article's tells its own, and perhaps that of its erratum. Characters of such a
line, and lines that are read."""
_HEAD = 20_000
"""Characters of a page's head, in which its citation stands."""


def printed_data(tree: Tree, data: PageData) -> PageData:
    """The data of a page without metadata that shows an article, with what is printed of it; else unchanged.

    Journals before about 2008 have such pages, and small ones to this day.
    """
    text = visible_text(tree)
    if not text:
        return data
    browsers = tree.css_first("head > title")
    named = " ".join((browsers.text() if browsers else "").split())
    text = f"{named}\n\n{text}"
    listed = _list_range(text)
    end = listed.start
    abstract = abstract_start(text, end)
    found = tuple(identifier.find(text))
    # Lists of works have no abstract; an article's page may list others too, and its title is the browser's.
    is_list = abstract < 0 and (lists_works(found, end) or _cites_several(text[: min(end, _HEAD)]))
    if is_list and not named:
        return data
    line = find_citation_line(text[: min(end, _HEAD)])
    line = line if line and not 0 <= abstract <= line.start else None
    survey = Survey(text, TextList((), end, listed.end), abstract, line, found)
    title = find_own_title(survey)
    shown = _heading(text, data.work.title)
    if title is None or (shown and _is_rather(shown, title, text, named)):
        title = shown
    if title is None or (is_list and (len(title.words) < _LEAST_NAMED or title.words not in named)):
        return data
    around = text[max(0, title.span.start - _ABOVE) : min(end, title.span.start + _BELOW)]
    own = find_own(survey, title, title)
    printed = printed_work(text, title, listed, abstract, own_dois(found, own))
    # A DOI beside the title, names and an abstract are enough where a manuscript has no volume yet.
    is_whole = abstract >= 0 and bool(printed.authors) and ("doi" in own or is_located(printed) or printed.is_labelled)
    signs = is_of_an_article(around, len(around), abstract_start(around, len(around)))
    # Leaflets and news have a summary and numbers in brackets too, but no identifier, volume or list.
    signs = signs and (bool(own) or bool(printed.printed.volume) or end < len(text))
    if not (signs or is_whole or shows_a_work(printed)):
        return data
    identifiers = dict.fromkeys([*data.work.identifiers, *(f.identifier for f in own.values())])
    schemes = {i.scheme: i for i in reversed(identifiers)}
    said = printed.fields()
    if data.work.author and not said.get("authors_complete", True):  # "A, B, et al." is less than the page's own list
        said = cast(PrintedFields, {name: value for name, value in said.items() if not name.startswith("author")})
    work = remake_work(
        data.work, type="article-journal", title=title.words, identifiers=tuple(schemes.values()), **said
    )
    return replace(data, work=work, is_article=True)


def _is_rather(shown: Passage, found: Passage, text: str, named: str) -> bool:
    """Whether a line with names under it that the browser's title has too is the title, rather than a heading with
    neither: what a site has beside the article."""
    if shown.words not in named or found.words in named:
        return False
    return begins_with_names(text[shown.span.end :][:_UNDER]) and not begins_with_names(text[found.span.end :][:_UNDER])


def _cites_several(head: str) -> bool:
    """Whether a page's head tells the volumes and pages of several works, as lists of results and of an issue do."""
    places: set[tuple[str, str]] = set()
    read = 0
    for line in head.split("\n"):
        if places and OTHER_WORKS.match(line):
            break  # similar articles, below the page's own
        if len(line) >= _LONGEST_LINE or not any(map(str.isdigit, line)):
            continue
        printed = read_citation_line(line)
        if printed.volume and printed.page:
            places.add((printed.volume, printed.page))
            if len(places) >= _SEVERAL:
                return True
        read += 1
        if read >= _MOST_CITING:
            break
    return False


def with_printed(tree: Tree, data: PageData) -> PageData:
    """The data of an article's page with the fields that its metadata leave out and its words have; a field that the
    metadata tell is never changed.

    A volume is taken where the page tells none and its pages, if it has some, are printed beside it; and the other way
    round.
    """
    work = data.work
    located = bool(work.volume) and bool(work.page or work.number)
    if not work.title or (located and work.author and work.container_title and work.issued):
        return data
    text = visible_text(tree)
    title = _heading(text, titles.plain(work.title))
    if title is None:
        return data
    doi = work.get("doi")
    at = [match.start() for match in re.finditer(re.escape(doi), text.lower())] if doi else []
    dois = [Span(start, start + len(doi)) for start in at] if doi else []
    said = printed_work(text, title, _list_range(text), abstract_start(text, len(text)), dois).fields()
    said = _without_years(said, text)
    same_volume = not work.volume or said.get("volume") == work.volume
    same_page = not work.page or page_ranges.first(said.get("page", "")) == page_ranges.first(work.page)
    years = [year for date in (work.issued, said.get("issued")) if (year := dates.year(date))]
    # The metadata may have the year before, in which it appeared online.
    same_year = not years or max(years) - min(years) <= 1
    is_earlier = len(years) == 2 and years[0] == years[1] - 1 and "volume" in said and same_volume and same_page
    kept = {"author": not work.author, "authors_complete": not work.author, "issued": work.issued is None or is_earlier}
    kept["container_title"] = not work.container_title
    kept["volume"] = not work.volume and same_page and same_year
    kept["page"] = not work.page and same_volume and same_year
    kept["issue"] = not work.issue and same_volume and same_page and same_year
    missing = {name: value for name, value in said.items() if kept[name]}
    return replace(data, work=remake_work(work, **cast(PrintedFields, missing))) if missing else data


def _without_years(said: PrintedFields, text: str) -> PrintedFields:
    """What print says without a page that is a year: "Volume 5, 2011" has none, and "May 2, 2020" is all of a date."""
    page, volume = said.get("page", ""), said.get("volume", "")
    if not _YEAR.fullmatch(page):
        return said
    is_date = re.search(rf"[^\W\d_]{{3,9}}\.? {re.escape(volume)},? {page}\b", text) and not re.search(
        rf"\bvol(?:ume)?\.? {re.escape(volume)},? {page}\b", text, re.IGNORECASE
    )
    doubtful = ("page", "number", *(("volume", "issue", "container_title") if is_date else ()))
    return cast(PrintedFields, {name: value for name, value in said.items() if name not in doubtful})


_YEAR = re.compile(r"(?:19|20)\d\d")


def _heading(text: str, title: str) -> Passage | None:
    """Where the heading that stands for the title is printed."""
    if not title:
        return None
    start = text.find(f"# {title}") + 2
    start = start if start > 1 else text.find(f"\n{title}\n") + 1
    return Passage(title, Span(start, start + len(title))) if start > 0 else None


def _list_range(text: str) -> Span:
    """Where the reference list stands, from its heading to the next one; nothing at the end of a text without one.

    A menu may name the list before: a heading counts first, else the last line with the words of one.
    """
    lines = islice(_HEADING.finditer(text), _MOST_LINES)
    named = [line for line in lines if is_reference_heading(line["words"].strip())]
    marked = next((line for line in named if line.group().startswith("#")), None)
    heading = marked or (named[-1] if named else None)
    if heading is None:
        return Span(len(text), len(text))
    end = text.find("\n#", heading.end())
    return Span(heading.start(), _last_entry(text, heading.end(), end if end >= 0 else len(text)))


def _last_entry(text: str, start: int, end: int) -> int:
    """Where the last line ends that looks like an entry of a list, links and numbers between."""
    last, position, others = start, start, 0
    for line in text[start:end].split("\n"):
        position += len(line) + 1
        if len(line) > _SHORTEST_ENTRY and looks_like_reference(line) and not _OF_THE_FOOT.match(line):
            last, others = position - 1, 0
        elif line.strip():
            others += 1
        if others > _MOST_BETWEEN:
            break
    # Entries that nobody can tell by their words end where the next heading stands.
    return last if last > start else end
