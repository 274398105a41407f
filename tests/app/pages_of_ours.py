"""Pages in the layouts of the samples: real bibliographic facts, filler of our own; the stand-in has their works."""

from collections.abc import Iterable
from pathlib import Path

from tests.ncbi.paper import Paper
from tests.ncbi.papers import papers

PAPERS = papers()

PUBMED = """Skip to main page content
U.S. flag

An official website of the United States government

Access keys NCBI Homepage MyNCBI Homepage Main Content Main Navigation
Review
. {when};{location}.
doi: {doi}.

{title}

Affiliations
Review

{title}

{author} et al. {journal}. .

Abstract

Filler of our own stands where the abstract was; it is long enough to be one and says nothing at all.

Keywords: one; two.

PubMed Disclaimer

Conflict of interest statement

None.

References

{references}

MeSH terms

LinkOut - more resources"""

TAILS = {True: "- DOI - PMC - PubMed", False: "- DOI - PubMed"}
MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def dotted(name: str) -> str:
    """ "Kaplan GG" as PubMed Central prints it: "Kaplan G.G."."""
    family, _, initials = name.rpartition(" ")
    return f"{family} {''.join(letter + '.' for letter in initials)}"


def printed(paper: Paper) -> str:
    """A reference as a PubMed page prints it."""
    names = ", ".join(dotted(n) for n in paper.authors[:10]) + (", et al." if len(paper.authors) > 10 else "")
    pages = paper.pages.replace("-", "–")
    head = f"{names} {paper.title}. {paper.journal.iso}. {paper.year};{paper.volume.replace('-', '–')}:{pages}."
    return f"    1. {head} doi: {paper.doi}. {TAILS[bool(paper.pmc)]}"


def vancouver(paper: Paper, doi: bool = False) -> str:
    """A reference as a company's page prints it."""
    names = ", ".join(paper.authors[:3]) + (", et al" if len(paper.authors) > 3 else "")
    issue = f"({paper.issue})" if paper.issue else ""
    tail = f" doi:{paper.doi}." if doi else ""
    return f"{names}. {paper.title}. {paper.journal.ta}. {paper.year};{paper.volume}{issue}:{paper.pages}.{tail}"


def pubmed_page(pmid: str, cited: Iterable[str]) -> str:
    """A saved PubMed page that shows these references."""
    return page_of(PAPERS[pmid], [PAPERS[p] for p in cited])


def page_of(paper: Paper, cited: Iterable[Paper]) -> str:
    """The same of any paper."""
    return PUBMED.format(
        when=f"{paper.year} {MONTHS[paper.month]} {paper.day}",
        location=f"{paper.volume}({paper.issue}):{paper.pages}",
        doi=paper.doi,
        title=paper.title,
        author=paper.authors[0].rpartition(" ")[0],
        journal=paper.journal.ta,
        references="\n".join(map(printed, cited)),
    )


def qxmd_page(paper: Paper) -> str:
    """A Read by QxMD page: a title and an abstract, and neither author nor identifier."""
    return f"""JOURNAL ARTICLE
REVIEW
Add like
Add dislike
Add to saved papers

{paper.title}.

{paper.abstract}

Full text links

We have located links that may give you full text access.
Can't access the paper?

All material on this website is protected by copyright, Copyright © 1994-2024 by WebMD LLC.
"""


ABSENT = "Patil S, Rao RS, Majumdar B. T-cell exhaustion and cancer immunotherapy. J Int Oral Health. 2015;7(8):i-ii."


def company_page() -> str:
    """A company's page whose references run on in one paragraph, two of them with a DOI, one unknown to PubMed."""
    order = ["24138885", "28102259", "28187290", "30181337", "28073373", "", "27793177", "29951304", "27357694"]
    order += ["25667288", "26788324"]
    listed = [vancouver(PAPERS[p], p in ("27793177", "26788324")) if p else ABSENT for p in order]
    listed[4] = listed[4].replace("Cell Commun Signal", "Cell Comm Signal")
    listed[8] = listed[8].replace("Core Concept: ", "")
    numbered = " ".join(f"{n}. {text}" for n, text in enumerate(listed, 1))
    return f"""This site is intended for professionals.

Resistance can be there from the start

Filler about resistance1,2 that a company might write.

References–I-O resistance

{numbered}
"""


LEAFLET = "About a disease\nFiller about a disease, without an author, a journal or a reference.\n"

IBD = ("26323879", "37429733", "36553655", "24608080", "9531659")
CHECKPOINTS = ("30115704", "27332730", "29097493", "29634945", "29097494")


def write_samples(folder: Path) -> None:
    """The five pages."""
    folder.mkdir(exist_ok=True)
    pages = {
        "0-ibd.txt": pubmed_page("38474037", IBD),
        "1-checkpoints.txt": pubmed_page("30678063", CHECKPOINTS),
        "2-leaflet.txt": LEAFLET,
        "3-qxmd.txt": qxmd_page(PAPERS["28324831"]),
        "4-company.txt": company_page(),
    }
    for name, text in pages.items():
        (folder / name).write_text(text, "utf-8")
