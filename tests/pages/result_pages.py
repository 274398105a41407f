"""Pages of search results as services make them, filled with papers of ours: each view as HTML, as copied text, as a
file."""

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Result(NamedTuple):
    """A paper; names in NLM's order, an empty issue or PMCID where it has none."""

    title: str
    authors: tuple[str, ...]
    journal: str
    date: str
    volume: str
    issue: str
    page: str
    doi: str
    pmid: str
    pmcid: str = ""

    @property
    def place(self) -> str:
        return f"{self.date};{self.volume}{f'({self.issue})' if self.issue else ''}:{self.page}."

    @property
    def line(self) -> str:
        return f"{self.journal}. {self.place} doi: {self.doi}."

    @property
    def stopped(self) -> str:
        return self.title if self.title.endswith("?") else f"{self.title}."

    @property
    def cut(self) -> str:
        """What Google Scholar puts behind the second of more names."""
        return "\u2026" if len(self.authors) > 2 else ""

    @property
    def reading_order(self) -> tuple[str, ...]:
        return tuple(" ".join(reversed(name.split())) for name in self.authors)


RESULTS = (
    Result("How far should salt intake be reduced?", ("He FJ", "MacGregor GA"), "Hypertension", "2003 Dec", "42", "6",
           "1093-9", "10.1161/01.HYP.0000102864.05174.E8", "14610100"),
    Result("The global burden of IBD: from 2015 to 2025", ("Kaplan GG",), "Nat Rev Gastroenterol Hepatol", "2015 Dec", "12",
           "12", "720-7", "10.1038/nrgastro.2015.150", "26323879"),
    Result("Salt intake, stroke, and cardiovascular disease: meta-analysis of prospective studies",
           ("Strazzullo P", "D'Elia L", "Kandala NB", "Cappuccio FP"), "BMJ", "2009 Nov 24", "339", "", "b4567",
           "10.1136/bmj.b4567", "19934192", "PMC2782060"),
)  # fmt: skip


def _html(title: str, body: str, head: str = '<meta name="ncbi_db" content="pubmed">') -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def summary_html(results: Sequence[Result]) -> str:
    """PubMed's summary view since 2020: each item has its names and its citation in full and short."""
    items = "".join(
        f'<article class="full-docsum"><button>Cite</button><div class="docsum-content"><a class="docsum-title" '
        f'href="/{r.pmid}/">{r.stopped}</a><div class="docsum-citation"><span class="docsum-authors full-authors">'
        f'{", ".join(r.authors)}.</span><span class="docsum-authors short-authors">{r.authors[0]}, et al.</span>'
        f'<span class="docsum-journal-citation full-journal-citation">{r.line}</span><span class="docsum-journal-citation '
        f'short-journal-citation">{r.journal}. {r.date[:4]}.</span><span>PMID: <span class="docsum-pmid">{r.pmid}</span>'
        '</span></div><div class="docsum-snippet">Of 2001;12:3-4, doi: 10.1000/other</div></div></article>'
        for r in results
    )
    return _html("salt - Search Results - PubMed", f'<div class="search-results">{items}</div>')


def abstract_html(results: Sequence[Result]) -> str:
    """PubMed's abstract view: each item is much like a record's page."""
    items = "".join(
        f'<div class="results-article"><article class="article-overview"><div class="full-view"><button '
        f'class="journal-actions-trigger">{r.journal}</button>. <span class="cit">{r.place}</span><span '
        f'class="citation-doi">doi: {r.doi}.</span><h1 class="heading-title"><a href="/{r.pmid}/">{r.title}</a></h1>'
        '<div class="authors-list">'
        + "".join(f'<span><a class="full-name">{name}</a><sup>1</sup>, </span>' for name in r.reading_order)
        + f'</div><ul class="identifiers"><li><span class="identifier pubmed">PMID: {r.pmid}</span></li><li><span '
        f'class="identifier doi">DOI: {r.doi}</span></li></ul></div><div class="short-view"><h1 class="heading-title">'
        f'{r.title}</h1></div><div class="abstract"><p>Words of 2001.</p></div></article></div>'
        for r in results
    )
    return _html("salt - Search Results - PubMed", items)


def medline(results: Sequence[Result]) -> str:
    """PubMed's own format."""
    return "\n".join(
        f"PMID- {r.pmid}\nOWN - NLM\nVI  - {r.volume}\n{f'IP  - {r.issue}{chr(10)}' if r.issue else ''}DP  - {r.date}\n"
        f"TI  - {r.title.rpartition(' ')[0]}\n      {r.stopped.rpartition(' ')[2]}\nPG  - {r.page}\nLID - {r.doi} [doi]\n"
        + "".join(f"FAU - {name.replace(' ', ', ')}\nAU  - {name}\n" for name in r.authors)
        + f"TA  - {r.journal}\nJT  - {r.journal}\nAID - {r.doi} [doi]\nSO  - {r.line}\n"
        for r in results
    )


def medline_html(results: Sequence[Result]) -> str:
    """The same in a page."""
    return _html("salt - Search Results - PubMed", f'<pre class="search-results-chunk">{medline(results)}</pre>')


def medline_text(results: Sequence[Result]) -> str:
    """The same page copied."""
    return f"Skip to main page content\nsalt\nSearch\n3 results\nSave Email Send to\n\n{medline(results)}"


def summary_text(results: Sequence[Result]) -> str:
    """PubMed's summary view copied."""
    items = "".join(
        f"{n}\nCite\nShare\n{r.stopped}\n{', '.join(r.authors)}.\n{r.line}\nPMID: {r.pmid}\nFree article.\nIn 2001.\n"
        for n, r in enumerate(results, 1)
    )
    return f"salt - Search Results - PubMed\nSave\n{len(results)} results\nFilters applied: Review.\n{items}Show more\n"


def abstract_text(results: Sequence[Result]) -> str:
    """PubMed's abstract view copied."""
    items = "".join(
        f"{n}\nCite\nShare\n{r.journal}\n. {r.place}\n doi: {r.doi}.\n\n{r.title}\n"
        f"{', '.join(f'{name} 1' for name in r.reading_order)}\nAffiliations\nPMID: {r.pmid} DOI: {r.doi}\nAbstract\nWords.\n"
        for n, r in enumerate(results, 1)
    )
    return f"salt - Search Results - PubMed\n{len(results)} results\nResults by year\n{items}"


def summary_file(results: Sequence[Result]) -> str:
    """PubMed's file "Summary (text)"."""
    return "\n".join(
        f"{n}: {', '.join(r.authors)}. {r.stopped} {r.line} PMID: {r.pmid}.\n" for n, r in enumerate(results, 1)
    )


def abstract_file(results: Sequence[Result]) -> str:
    """PubMed's file "Abstract (text)"."""
    return "\n\n".join(
        f"{n}. {r.line}\n\n{r.stopped}\n\n{', '.join(f'{name}(1)' for name in r.authors)}.\n\nAuthor information:\n(1)House."
        f"\n\nWords of an abstract.\n\nDOI: {r.doi}\nPMID: {r.pmid} [Indexed for MEDLINE]\n"
        for n, r in enumerate(results, 1)
    )


def old_html(results: Sequence[Result]) -> str:
    """PubMed's summary view until 2020."""
    items = "".join(
        f'<div class="rprt"><p class="title"><a href="/pubmed/{r.pmid}">{r.stopped}</a></p><p class="desc">'
        f'{", ".join(r.authors)}.</p><p class="details">{r.line}</p><dl class="rprtid"><dt>PMID:</dt> <dd>{r.pmid}</dd></dl></div>'
        for r in results
    )
    return _html(
        "salt - PubMed - NCBI", items, '<meta name="ncbi_db" content="pubmed"><meta name="ncbi_op" content="search">'
    )


def europe_pmc_text(results: Sequence[Result]) -> str:
    """Europe PMC's list copied."""
    items = "".join(
        f"{r.title}\n{', '.join(r.authors)}\n{r.journal}, {r.volume}{f'({r.issue})' if r.issue else ''}:{r.page}, {r.date}\n"
        f"Cited by: 12 articles | PMID: {r.pmid}\nReview\n"
        for r in results
    )
    return f"Europe PMC\nSearch\n1 - 3 of 3 results\nSort by: Relevance\n{items}"


def europe_pmc_html(results: Sequence[Result]) -> str:
    """Europe PMC's list."""
    items = "".join(
        f'<li class="separated-list-item"><h3><a href="/article/MED/{r.pmid}">{r.title}</a></h3><div><span>'
        f"{', '.join(r.authors)}</span></div><div><span>{r.journal}</span>, <span>{r.volume}"
        f"{f'({r.issue})' if r.issue else ''}:{r.page}, {r.date}</span></div><div>Cited by: 12 articles</div></li>"
        for r in results
    )
    return _html("Search results - Europe PMC", f"<ul>{items}</ul>", '<link href="https://europepmc.org/x.css">')


def scholar_html(results: Sequence[Result]) -> str:
    """Google Scholar's list; names beyond the second are left out."""
    items = "".join(
        f'<div class="gs_r gs_or"><div class="gs_ri"><h3 class="gs_rt"><span class="gs_ctc">[HTML]</span> '
        f'<a href="https://example.org/doi/full/{r.doi}">{r.title}</a></h3><div class="gs_a">{", ".join(r.reading_order[:2])}'
        f"{r.cut} - {r.journal}, {r.date[:4]} - example.org</div>"
        '<div class="gs_rs">in 2001</div></div></div>'
        for r in results
    )
    return _html("salt - Google Scholar", f'<div id="gs_res_ccl">{items}</div>', "")


def scholar_text(results: Sequence[Result]) -> str:
    """The same copied; there is no identifier in it."""
    items = "".join(
        f"[HTML] {r.title}\n{', '.join(r.reading_order[:2])}{r.cut} - {r.journal}, "
        f"{r.date[:4]} - example.org\n\u2026 in 2001 - and more\nSave Cite Cited by 120 Related articles All 9 versions\n"
        for r in results
    )
    return f"Articles\nAbout {len(results)} results\n{items}"


Make = Callable[[Sequence[Result]], str]
WITH_PMID: dict[str, Make] = {
    "summary.html": summary_html, "abstract.html": abstract_html, "medline.html": medline_html,
    "medline.txt": medline_text, "summary.txt": summary_text, "abstract.txt": abstract_text,
    "summary-set.txt": summary_file, "abstract-set.txt": abstract_file, "old.html": old_html,
    "europepmc.txt": europe_pmc_text, "europepmc.html": europe_pmc_html,
}  # fmt: skip
OF_SCHOLAR: dict[str, Make] = {"scholar.html": scholar_html, "scholar.txt": scholar_text}
