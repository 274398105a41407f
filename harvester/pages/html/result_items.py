"""Pages of search results as HTML: PubMed's three views and its old summaries, Europe PMC, Google Scholar -> works."""

from harvester.model import Work
from harvester.pages.html.tree import Node, Tree, inline_text, text_of, upwards
from harvester.pages.links import identifiers_in
from harvester.pages.results import make_result
from harvester.pages.text.result_lists import medline_works, scholar_work, works_in

_RECORDS = "pre.search-results-chunk,pre#article-details,pre"
_BLOCKS = "h3,h4,div,p"
_MOST_ITEMS, _MOST_BLOCKS = 1_000, 40
"""Items of such a page, and blocks of one: it shows 100 at most, of a dozen lines each."""
_HIGHEST = 9
"""Elements around a title up to its item."""
_EUROPE_PMC = 'a[href*="/article/MED/"],a[href*="/article/PPR/"],a[href*="/article/PMC/"]'


def works_of(tree: Tree) -> list[Work]:
    """The works of a page in its order, by the items of whichever view it is."""
    for read in (_summaries, _abstracts, _old_summaries, _scholar, _europe_pmc):
        if found := [work for work in read(tree) if work is not None]:
            return found
    # PubMed's own format, in one element.
    return [work for node in tree.css(_RECORDS) for work in medline_works(node.text()) if work is not None]


def _summaries(tree: Tree) -> list[Work | None]:
    """PubMed's summary view since 2020; each item has its names and citation twice, in full and short."""
    works = []
    for item in tree.css(".docsum-content"):
        authors, citation = (
            _words(item, f".{name}.full-{short},.{name}")
            for name, short in (("docsum-authors", "authors"), ("docsum-journal-citation", "journal-citation"))
        )
        number = _words(item, ".docsum-pmid")
        works.append(make_result(_words(item, ".docsum-title"), authors, citation, f"PMID: {number}" if number else ""))
    return works


def _abstracts(tree: Tree) -> list[Work | None]:
    """PubMed's abstract view: a record's page for each item."""
    works = []
    for item in tree.css("article.article-overview") or tree.css(".results-article"):
        view = item.css_first(".full-view") or item
        names = dict.fromkeys(text_of(node) for node in view.css(".authors-list .full-name"))
        citation = f"{_words(view, '.cit')} {_words(view, '.citation-doi')}"
        numbers = " ".join(text_of(node) for node in view.css(".identifiers .identifier")[:6])
        journal = _words(view, ".journal-actions-trigger,.journal-actions button")
        works.append(make_result(_words(view, ".heading-title"), ", ".join(names), citation, numbers, journal))
    return works


def _old_summaries(tree: Tree) -> list[Work | None]:
    """PubMed's summaries until 2020."""
    works = []
    for item in tree.css("div.rprt"):
        citation = _words(item, ".details")
        number = _words(item, ".rprtid")
        works.append(make_result(_words(item, ".title"), _words(item, ".desc"), citation, number))
    return works


def _scholar(tree: Tree) -> list[Work | None]:
    """Google Scholar; the address of a title may have a DOI."""
    works = []
    for item in tree.css(".gs_ri"):
        title, link = item.css_first(".gs_rt"), item.css_first(".gs_rt a")
        for kind in item.css(".gs_rt .gs_ctc,.gs_rt .gs_ctu,.gs_rt .gs_ctg"):
            kind.decompose()
        found = identifiers_in((link.attributes.get("href") or "") if link is not None else "")
        numbers = " ".join(f"{i.scheme}:{i.value}" for i in found if i.scheme == "doi")
        works.append(scholar_work(inline_text(title), _words(item, ".gs_a"), numbers))
    return works


def _europe_pmc(tree: Tree) -> list[Work | None]:
    """Europe PMC: each title leads to the work's page; the lines of its item are those of the copied page."""
    works: list[Work | None] = []
    seen: set[int] = set()
    for link in tree.css(_EUROPE_PMC)[:_MOST_ITEMS]:
        item = next((node for node in upwards(link.parent, _HIGHEST, {"body"}) if node.tag in ("li", "article")), None)
        # A title in the page's head or foot stands in no item, and an item may link its work twice.
        if item is None or item.mem_id in seen:
            continue
        seen.add(item.mem_id)
        number = " ".join(f"{i.scheme}: {i.value}" for i in identifiers_in(link.attributes.get("href") or ""))
        blocks = [node for node in item.css(_BLOCKS)[:_MOST_BLOCKS] if len(node.css(_BLOCKS)) == 1]  # its own is one
        lines = [line for node in blocks if (line := text_of(node).replace(" ,", ",")) and "PMID" not in line]
        works += works_in("\n".join((*lines, f"| PMID: {number.removeprefix('pmid: ')}"))) or [None]
    return works


def _words(item: Node, selector: str) -> str:
    return inline_text(item.css_first(selector))
