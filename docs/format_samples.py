"""The small works that `exports/samples/` shows in every format, and the tables of `docs/formats.md`."""

from collections.abc import Iterable

from harvester.formats import FORMATS, entry_writer, fields, latex, link_writer
from harvester.model import Citation, Entry, Identifier, Link, Name, PartialDate, Scheme, Verdict, Work
from harvester.model.citation import Method
from harvester.values import types
from harvester.works import citekeys

PREFACE = """# Formats

Generated from the mapping tables in `harvester/formats/` by `docs/generate.py`; do not edit. `exports/samples/` shows
the same small library in every format.

"""

UNITS = {"entries": "a work", "links": "a citation"}
LEFT_OUT = {None: "", "pmid": "works without a PMID"}
COLUMNS = ("bibtex", "biblatex", "csl", "ris", "medline", "csv")


def ids(**found: str) -> tuple[Identifier, ...]:
    """Identifiers by scheme."""
    return tuple(Identifier(scheme, found[scheme]) for scheme in Scheme.__args__ if scheme in found)  # type: ignore[attr-defined]


def people(*names: str) -> tuple[Name, ...]:
    """Names written `Family, Given`; one without a comma is a group."""
    return tuple(
        Name(*(part.strip() for part in name.split(",", 1))) if "," in name else Name(literal=name) for name in names
    )


PRISMA_2020 = Work(
    type="article-journal",
    title="The PRISMA 2020 statement: an updated guideline for reporting systematic reviews",
    author=people("Page, Matthew J", "McKenzie, Joanne E", "Bossuyt, Patrick M"),
    authors_complete=False,
    issued=PartialDate(2021, 3, 29),
    container_title="BMJ (Clinical research ed.)",
    container_title_short="BMJ",
    volume="372",
    page="n71",
    number="n71",
    language="eng",
    identifiers=ids(doi="10.1136/bmj.n71", pmid="33782057", pmcid="PMC8005924"),
)
NOT_YET_READ = Work(
    type="webpage",
    title="Inflammatory bowel disease: fact sheet",
    url="https://www.example.org/ibd?page=1&lang=en",
    accessed=PartialDate(2026, 11, 21),
)
CITED = (
    Work(
        type="article-journal",
        title="Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement",
        author=people(
            "Moher, David", "Liberati, Alessandro", "Tetzlaff, Jennifer", "Altman, Douglas G", "PRISMA Group"
        ),
        issued=PartialDate(2009, 7, 21),
        container_title="PLoS medicine",
        container_title_short="PLoS Med",
        volume="6",
        issue="7",
        page="e1000097",
        number="e1000097",
        keywords=("Meta-Analysis as Topic", "Publishing/standards", "Bias, Publication"),
        identifiers=ids(doi="10.1371/journal.pmed.1000097", pmid="19621072", pmcid="PMC2707599"),
    ),
    Work(
        type="article-journal",
        title="Measuring inconsistency in meta-analyses",
        author=people("Higgins, Julian P T", "Thompson, Simon G", "Deeks, Jonathan J", "Altman, Douglas G"),
        issued=PartialDate(2003, 9, 6),
        container_title="BMJ (Clinical research ed.)",
        container_title_short="BMJ",
        volume="327",
        issue="7414",
        page="557-560",
        identifiers=ids(doi="10.1136/bmj.327.7414.557", pmid="12958120", pmcid="PMC192859"),
    ),
    Work(
        type="article-journal",
        title="Complete genome sequence of <i>Caulobacter crescentus</i>",
        author=people("Nierman, W C", "Feldblyum, T V", "Laub, M T"),
        authors_complete=False,
        issued=PartialDate(2001, 3, 27),
        container_title="Proceedings of the National Academy of Sciences of the United States of America",
        container_title_short="Proc Natl Acad Sci U S A",
        volume="98",
        issue="7",
        page="4136-4141",
        identifiers=ids(doi="10.1073/pnas.061029298", pmid="11259647"),
    ),
    Work(
        type="article-journal",
        title="Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental disorder in "
        "children",
        author=people("Wakefield, A J", "Murch, S H", "Anthony, A"),
        authors_complete=False,
        issued=PartialDate(1998, 2, 28),
        container_title="Lancet (London, England)",
        container_title_short="Lancet",
        volume="351",
        issue="9103",
        page="637-641",
        status="retracted",
        identifiers=ids(doi="10.1016/s0140-6736(97)11096-0", pmid="9500320"),
    ),
    Work(
        type="article-journal",
        title="Zur Elektrodynamik bewegter Körper",
        author=people("Einstein, A."),
        issued=PartialDate(1905),
        container_title="Annalen der Physik",
        volume="322",
        issue="10",
        page="891-921",
        language="ger",
        identifiers=ids(doi="10.1002/andp.19053221004"),
    ),
    Work(
        type="article",
        title="Attention is all you need",
        author=people("Vaswani, Ashish", "Shazeer, Noam", "Parmar, Niki"),
        authors_complete=False,
        issued=PartialDate(2017, 6, 12),
        container_title="arXiv",
        identifiers=ids(arxiv="1706.03762"),
    ),
    Work(
        type="chapter",
        title="Chapter 10: Analysing data and undertaking meta-analyses",
        author=people("Deeks, Jonathan J", "Higgins, Julian P T", "Altman, Douglas G"),
        editor=people("Higgins, Julian P T", "Thomas, James"),
        issued=PartialDate(2019),
        container_title="Cochrane Handbook for Systematic Reviews of Interventions",
        publisher="John Wiley & Sons",
        publisher_place="Chichester (UK)",
        edition="2",
        page="241-284",
        identifiers=ids(isbn="9781119536611"),
    ),
    Work(
        type="article-journal",
        title="Effects of 5% saline & rest: results of a made-up trial",
        author=people("Doe, J."),
        issued=PartialDate(literal="2019 Jan-Feb"),
        container_title="J Made-Up Res",
        volume="5",
        issue="Suppl 13",
        page="1-2",
    ),
    Work(),
)
"""Works with real bibliographic facts, then a made-up reference nobody knows, then one of which nothing was
understood."""

PRINTED = {
    len(CITED) - 2: "Doe J. Effects of 5% saline & rest: results of a made-up trial. J Made-Up Res. 2019;5(13):1–2.",
    len(CITED) - 1: "Roe R, personal communication {unpublished}.",
}
VERDICTS = {len(CITED) - 2: Verdict.UNMATCHED, len(CITED) - 1: Verdict.OPEN}


def library() -> tuple[list[Entry], list[Link]]:
    """The sample works as entries, the review first, and the links between them."""
    keys = citekeys.assign(dict(enumerate((PRISMA_2020, NOT_YET_READ, *CITED))))
    review = Entry(PRISMA_2020, keys[0], Verdict.CONFIRMED)
    empty = Entry(NOT_YET_READ, keys[1], Verdict.CONFIRMED)
    cited = [
        Entry(work, keys[n + 2], VERDICTS.get(n, Verdict.MATCHED), (review.citekey,), printed=PRINTED.get(n, ""))
        for n, work in enumerate(CITED)
    ]
    return [review, empty, *cited], [*links(review, cited), Link(empty)]


def links(review: Entry, cited: Iterable[Entry]) -> Iterable[Link]:
    """A citation of each cited entry, numbered as on the review's page."""
    for n, entry in enumerate(cited, start=1):
        name = f"{review.citekey}/{n}"
        found = (entry.verdict, Method.PRINTED_WORDS)
        citation = Citation(review.citekey, entry.citekey, n, *found, label=str(n), text=entry.printed, name=name)
        yield Link(review, entry, citation)


def sample(name: str) -> str:
    """The sample library in one format."""
    entries, rows = library()
    return "".join(link_writer(name)(rows) if FORMATS[name].takes == "links" else entry_writer(name)(entries))


def row(*cells: str) -> str:
    """One line of a Markdown table."""
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def code(text: str) -> str:
    """Tags as code, blanks between."""
    return " ".join(f"`{part}`" for part in text.split())


def tables() -> str:
    """docs/formats.md: the formats, the mapping of variables and of types, and what is escaped."""
    formats = [row("format", "default file", "one row or record", "leaves out"), row(*["---"] * 4)]
    formats += [row(code(f.name), code(f.file_name), UNITS[f.takes], LEFT_OUT[f.needs]) for f in FORMATS.values()]
    variables = [row("variable", *COLUMNS), row(*["---"] * (len(COLUMNS) + 1))]
    variables += [row(v.name, *(code(getattr(v, column)) for column in COLUMNS)) for v in fields.VARIABLES]
    kinds = [row("CSL", "BibTeX", "biblatex", "RIS", "MEDLINE"), row(*["---"] * 5)]
    kinds += [row(*map(code, (k.csl, k.bibtex, k.biblatex, k.ris)), k.medline) for k in types.TYPES]
    escapes = [row("text", "LaTeX"), row("---", "---")]
    escapes += [row(f"`{char}`", f"`{written}`") for char, written in latex.ESCAPES.items()]
    sections = (
        ("The formats", formats),
        ("What each variable is called", variables),
        ("What each type is called", kinds),
        ("What is escaped in BibTeX and biblatex", escapes),
    )
    return PREFACE + "\n".join(f"## {title}\n\n{''.join(lines)}" for title, lines in sections)
