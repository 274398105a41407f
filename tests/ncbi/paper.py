"""The facts of one publication, and PubMed XML and summaries made of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from xml.sax.saxutils import escape, quoteattr

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Journal:
    title: str
    iso: str
    issn: str = ""
    medline: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def ta(self) -> str:
        return self.medline or self.iso.replace(".", "")

    def known_as(self, name: str) -> bool:
        """Whether ECitMatch and the [ta] field take this for the journal: its title or an abbreviation of it, no
        other."""
        return plain(name) in names_of(self)


@cache
def names_of(journal: Journal) -> frozenset[str]:
    """The names of a journal, for comparing."""
    names = (journal.title, journal.title.split(" (")[0], journal.iso, journal.ta, *journal.aliases)
    return frozenset(map(plain, names))


@dataclass(frozen=True)
class Listed:
    """One entry of a paper's reference list."""

    text: str
    pmid: str = ""
    doi: str = ""


@dataclass(frozen=True)
class Paper:
    pmid: str
    title: str
    authors: tuple[str, ...]
    journal: Journal
    year: int
    month: int = 0
    day: int = 0
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pmc: str = ""
    abstract: str = ""
    types: tuple[str, ...] = ("Journal Article",)
    references: tuple[Listed, ...] = ()
    cites: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    complete: bool = True
    status: str = "ppublish"
    model: str = "Print-Electronic"
    corrections: tuple[tuple[str, str, str], ...] = field(default=())

    @property
    def first_page(self) -> str:
        return self.pages.split("-")[0]

    @property
    def first_author(self) -> str:
        return self.authors[0].split(" ")[0] if self.authors else ""

    @property
    def citation(self) -> str:
        """As PubMed prints a reference."""
        names = ", ".join(self.authors[:3]) + (", et al" if len(self.authors) > 3 else "")
        issue = f"({self.issue})" if self.issue else ""
        return f"{names}. {self.title}. {self.journal.ta}. {self.year};{self.volume}{issue}:{self.pages}."

    def as_reference(self) -> Listed:
        return Listed(self.citation, self.pmid, self.doi)


def plain(text: str) -> str:
    """Letters and digits in lower case, for comparing names."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def article_xml(paper: Paper) -> str:
    """One `PubmedArticle` in the shape of the DTD pubmed_250101."""
    return (
        '<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM">'
        f'<PMID Version="1">{paper.pmid}</PMID>'
        f"<DateRevised>{_ymd(2024, 5, 1)}</DateRevised>{_article(paper)}"
        f"<MedlineJournalInfo><Country>England</Country><MedlineTA>{escape(paper.journal.ta)}</MedlineTA>"
        f"<NlmUniqueID>1000{len(paper.journal.title):03}</NlmUniqueID></MedlineJournalInfo>"
        f"{_corrections(paper)}{_keywords(paper)}</MedlineCitation>{_data(paper)}</PubmedArticle>\n"
    )


def _article(paper: Paper) -> str:
    journal = paper.journal
    issn = f'<ISSN IssnType="Electronic">{journal.issn}</ISSN>' if journal.issn else ""
    month = f"<Month>{MONTHS[paper.month - 1]}</Month>" if paper.month else ""
    day = f"<Day>{paper.day}</Day>" if paper.day else ""
    doi = f'<ELocationID EIdType="doi" ValidYN="Y">{escape(paper.doi)}</ELocationID>' if paper.doi else ""
    abstract = f"<Abstract><AbstractText>{escape(paper.abstract)}</AbstractText></Abstract>" if paper.abstract else ""
    kinds = "".join(f'<PublicationType UI="D000000">{escape(t)}</PublicationType>' for t in paper.types)
    return (
        f'<Article PubModel="{paper.model}"><Journal>{issn}<JournalIssue CitedMedium="Internet">'
        f"{_if('Volume', paper.volume)}{_if('Issue', paper.issue)}"
        f"<PubDate><Year>{paper.year}</Year>{month}{day}</PubDate>"
        f"</JournalIssue><Title>{escape(journal.title)}</Title><ISOAbbreviation>{escape(journal.iso)}</ISOAbbreviation>"
        f"</Journal><ArticleTitle>{escape(paper.title)}.</ArticleTitle>{_pagination(paper.pages)}{doi}{abstract}"
        f"{_authors(paper)}<Language>eng</Language><PublicationTypeList>{kinds}</PublicationTypeList></Article>"
    )


def _pagination(pages: str) -> str:
    if not pages:
        return ""
    start, _, end = pages.partition("-")
    last = f"<EndPage>{escape(end)}</EndPage>" if end else ""
    short = end[len(_common(start, end)) :] if len(start) == len(end) else end
    printed = f"{start}-{short}" if end else start
    ends = f"<StartPage>{escape(start)}</StartPage>{last}"
    return f"<Pagination>{ends}<MedlinePgn>{escape(printed)}</MedlinePgn></Pagination>"


def _common(a: str, b: str) -> str:
    length = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[:length]


def _authors(paper: Paper) -> str:
    if not paper.authors:
        return ""
    complete = "Y" if paper.complete else "N"
    return f'<AuthorList CompleteYN="{complete}">{"".join(map(_author, paper.authors))}</AuthorList>'


def _author(name: str) -> str:
    """ "Le Chatelier E" is a person, "=MADIT Investigators" a group."""
    if name.startswith("="):
        return f'<Author ValidYN="Y"><CollectiveName>{escape(name[1:])}</CollectiveName></Author>'
    family, _, given = name.rpartition(" ")
    return (
        f'<Author ValidYN="Y"><LastName>{escape(family)}</LastName><ForeName>{escape(" ".join(given))}</ForeName>'
        f"<Initials>{escape(given)}</Initials></Author>"
    )


def _corrections(paper: Paper) -> str:
    if not paper.corrections:
        return ""
    notes = "".join(
        f"<CommentsCorrections RefType={quoteattr(kind)}><RefSource>{escape(source)}</RefSource>"
        + (f'<PMID Version="1">{pmid}</PMID>' if pmid else "")
        + "</CommentsCorrections>"
        for kind, source, pmid in paper.corrections
    )
    return f"<CommentsCorrectionsList>{notes}</CommentsCorrectionsList>"


def _keywords(paper: Paper) -> str:
    words = "".join(f'<Keyword MajorTopicYN="N">{escape(k)}</Keyword>' for k in paper.keywords)
    return f'<KeywordList Owner="NOTNLM">{words}</KeywordList>' if words else ""


def _data(paper: Paper) -> str:
    return (
        f'<PubmedData><History><PubMedPubDate PubStatus="entrez">{_ymd(paper.year, paper.month or 1, paper.day or 1)}'
        f"</PubMedPubDate></History><PublicationStatus>{paper.status}</PublicationStatus>"
        f"{_ids(paper.pmid, paper.doi, paper.pmc)}{_reference_list(paper.references)}</PubmedData>"
    )


def _reference_list(references: Iterable[Listed]) -> str:
    entries = "".join(
        f"<Reference><Citation>{escape(r.text)}</Citation>{_ids(r.pmid, r.doi, '')}</Reference>\n" for r in references
    )
    return f"<ReferenceList>{entries}</ReferenceList>" if entries else ""


def _ids(pmid: str, doi: str, pmc: str) -> str:
    pairs = (("pubmed", pmid), ("doi", doi), ("pmc", pmc))
    ids = "".join(f'<ArticleId IdType="{kind}">{escape(value)}</ArticleId>' for kind, value in pairs if value)
    return f"<ArticleIdList>{ids}</ArticleIdList>" if ids else ""


def article_text(listed: Iterable[Listed]) -> str:
    """A full text as PMC gives it, as far as its reference list goes."""
    refs = "".join(
        f'<ref id="r{n}"><label>{n}</label><mixed-citation>{escape(one.text)}'
        + (f'<pub-id pub-id-type="pmid">{one.pmid}</pub-id>' if one.pmid else "")
        + "</mixed-citation></ref>"
        for n, one in enumerate(listed, 1)
    )
    front = "<front><article-meta><title-group><article-title>Ours</article-title></title-group></article-meta></front>"
    return f"<article>{front}<back><ref-list>{refs}</ref-list></back></article>"


def _if(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>" if text else ""


def _ymd(year: int, month: int, day: int) -> str:
    return f"<Year>{year}</Year><Month>{month:02}</Month><Day>{day:02}</Day>"
