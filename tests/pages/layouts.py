"""Pages in the layouts of publishers, written by ourselves around a few references whose facts are real.

Each file in `layout_files` is a layout: which head it has, what stands before its list, one entry as a template, and
what stands after it. `page` puts a whole page together, with lists of other works before and after that are none.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote


@dataclass(frozen=True)
class Cited:
    """The facts of a cited work."""

    authors: str
    title: str
    journal: str
    year: str
    volume: str
    pages: str
    doi: str
    pmid: str


CITED = (
    Cited("Kaplan GG", "The global burden of IBD: from 2015 to 2025", "Nat Rev Gastroenterol Hepatol", "2015", "12",
          "720-727", "10.1038/nrgastro.2015.150", "26323879"),
    Cited("Hayney MS, Poland GA", "Relationship of HLA-DQA1 alleles and humoral antibody following measles vaccination",
          "Int J Infect Dis", "1998", "2", "143-146", "10.1016/S1201-9712(98)90116-3", "9531661"),
    Cited("Sharma P, Hu-Lieskovan S", "Primary, adaptive, and acquired resistance to cancer immunotherapy", "Cell",
          "2017", "168", "707-723", "10.1016/j.cell.2017.01.017", "28187290"),
    Cited("Wei SC, Duffy CR, Allison JP",
          "Fundamental mechanisms of immune checkpoint blockade therapy", "Cancer Discov",
          "2018", "8", "1069-1086", "10.1158/2159-8290.CD-18-0367", "30115704"),
)  # fmt: skip

OWN_DOI = "10.1234/own.2024.001"
OWN_TITLE = "A page of our own making about nothing in particular"

HIGHWIRE_META = (
    f'<meta name="citation_title" content="{OWN_TITLE}"><meta name="citation_doi" content="{OWN_DOI}">'
    '<meta name="citation_author" content="Puca, Pierluigi"><meta name="citation_journal_title" content="J Fill">'
    '<meta name="citation_publication_date" content="2024/02/28"><meta name="citation_volume" content="25">'
)
DUBLIN_META = (
    f'<meta name="dc.Title" content="{OWN_TITLE}"><meta name="dc.Identifier" scheme="doi" content="{OWN_DOI}">'
    '<meta name="dc.Creator" content="Pierluigi Puca"><meta name="dc.Date" scheme="WTN8601" content="2024-02-28">'
    '<meta name="citation_journal_title" content="J Fill">'
)
BARE_DUBLIN_META = (
    f'<meta name="dc.Title" content="{OWN_TITLE}"><meta name="dc.Identifier" scheme="publisher-id" content="own.2024">'
    f'<meta name="dc.Identifier" scheme="doi" content="{OWN_DOI}"><meta name="dc.Type" content="research-article">'
)
PRISM_META = (
    f'<meta name="dc.title" content="{OWN_TITLE}"><meta name="prism.doi" content="doi:{OWN_DOI}">'
    '<meta name="prism.publicationName" content="J Fill"><meta name="prism.publicationDate" content="2024-02-28">'
)
JSON_LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"ScholarlyArticle",'
    f'"headline":"{OWN_TITLE}","@id":"https://doi.org/{OWN_DOI}","datePublished":"2024-02-28",'
    '"author":[{"@type":"Person","name":"Pierluigi Puca"}],"isPartOf":{"@type":"Periodical","name":"J Fill"}}</script>'
)

HEADS = {
    "highwire": HIGHWIRE_META,
    "dublin": DUBLIN_META,
    "bare-dublin": BARE_DUBLIN_META,
    "prism": PRISM_META,
    "json-ld": JSON_LD,
}
FOLDER = Path(__file__).parent / "layout_files"
LAYOUTS = tuple(sorted(path.stem for path in FOLDER.glob("*.html")))

OTHER = (
    'Other A. A work that is not cited here. J Other. 2021;3:4-5. <a href="https://doi.org/10.5555/not.cited">Crossref</a>'
    ' <a href="https://pubmed.ncbi.nlm.nih.gov/11111111/">PubMed</a>'
)


def page(name: str) -> str:
    """A whole page in one layout."""
    template = (FOLDER / f"{name}.html").read_text("utf-8")
    head, rest = template.split(" -->\n", 1)
    before, rest = rest.split("<!-- entry -->\n")
    entry, after = rest.split("<!-- end -->\n")
    for mark, value in (("{count}", str(len(CITED))), ("{other}", OTHER)):
        before, after = before.replace(mark, value), after.replace(mark, value)
    return (
        f"<!DOCTYPE html><html><head><title>{OWN_TITLE} | J Fill</title>{HEADS[head.split()[-1]]}</head><body>"
        '<nav><ul><li><a href="/">Home</a></li><li>Issue 3 (2024)</li></ul></nav>'
        f'<div class="related-articles"><h2>Similar articles</h2><ul><li>{OTHER}</li><li>{OTHER}</li></ul></div>'
        f"<article><h1>{OWN_TITLE}</h1><p>Words of ours.<sup>1,2</sup></p>{before}{entries(entry)}{after}</article>"
        f'<div class="recommended"><h2>Cited by</h2><ol><li>{OTHER}</li><li>{OTHER}</li></ol></div></body></html>'
    )


def entries(template: str) -> str:
    """The cited works, one after another, in a layout's markup."""
    return "".join(
        template.format(
            n=n,
            first=c.authors.split()[0],
            doi_encoded=(encoded := quote(c.doi, safe="")),
            twice=quote(encoded, safe=""),
            **asdict(c),
        )
        for n, c in enumerate(CITED, 1)
    )
