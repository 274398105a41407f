"""PubMed XML -> records, as a stream: journal articles and, beside them in the same set, books and chapters.

Source of the shape: NLM's DTD pubmed_250101 (never loaded). Own identifiers come from the record's own list only; the
references below it have lists of the same name (docs/entrez.md 31).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from harvester.model import Identifier, Problem, Relation, Work, make_work
from harvester.records import ListedReference
from harvester.records.cutting import RecordTooLongError, cut
from harvester.records.pubmed_fields import (
    abstract_of,
    date_of,
    identifiers_of,
    keywords_of,
    marked_up,
    names_of,
    pages_of,
    parse_as,
    references_of,
    text_of,
    title_of,
)
from harvester.values import identifier, placeholders, relations
from harvester.values.article_numbers import is_article_number, is_unpaged

_NONE = Element("nothing")
_LONGEST_NUMBER = 12
"""Characters; publishers' internal numbers such as S0140673620301835 are longer than article numbers."""
_ELECTRONIC = frozenset({"Electronic", "Electronic-eCollection"})
"""The values of `PubModel` of a journal that prints no pages."""
_RETRACTING = frozenset({"RetractionIn", "RetractedandRepublishedIn"})
BOOKSHELF = "https://www.ncbi.nlm.nih.gov/books/"

GENRES = {
    "Preprint": "Preprint",
    "Retraction Notice": "Retraction Notice",
    "Retraction of Publication": "Retraction Notice",
    "Published Erratum": "Published Erratum",
    "Expression of Concern": "Expression of Concern",
    "Meta-Analysis": "Meta-Analysis",
    "Systematic Review": "Systematic Review",
    "Practice Guideline": "Practice Guideline",
    "Guideline": "Guideline",
    "Review": "Review",
    "Randomized Controlled Trial": "Randomized Controlled Trial",
    "Clinical Trial": "Clinical Trial",
    "Case Reports": "Case Reports",
    "Letter": "Letter",
    "Editorial": "Editorial",
    "Comment": "Comment",
    "News": "News",
    "Congress": "Congress",
    "Dataset": "Dataset",
}
"""Publication types that say what sort of article it is -> CSL's `genre`; a record's first type in this table
counts."""


@dataclass(frozen=True, slots=True)
class Record:
    """A PubMed record: the work, and the reference list that PubMed has of it."""

    pmid: str
    work: Work
    references: tuple[ListedReference, ...] = ()


class Decoded(NamedTuple):
    """The records of an answer, and a problem for each that could not be read."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


def decode(body: bytes) -> Decoded:
    """All records of one EFetch answer, in its order."""
    items = list(stream([body]))
    return Decoded(
        tuple(item for item in items if isinstance(item, Record)),
        tuple(item for item in items if isinstance(item, Problem)),
    )


def stream(chunks: Iterable[bytes]) -> Iterator[Record | Problem]:
    """The records of PubMed XML that comes in chunks, with flat memory; a record that cannot be read is a problem."""
    try:
        for number, xml in enumerate(cut(chunks), start=1):
            try:
                element = fromstring(xml)  # noqa: S314  a cut record holds no document type, so it declares no entity
            except ParseError as error:
                yield Problem("pubmed-xml", f"record {number} of the answer is not well-formed: {error}")
                continue
            record = decode_book(element) if element.tag == "PubmedBookArticle" else decode_article(element)
            yield record if record.pmid else Problem("pubmed-xml", f"record {number} of the answer has no PMID")
    except (RecordTooLongError, LookupError) as error:
        yield Problem("pubmed-xml", f"the rest of the answer cannot be read: {error}")


def decode_article(element: Element) -> Record:
    """The record of one `PubmedArticle`; what is missing stays empty."""
    citation = _child(element, "MedlineCitation")
    data = _child(element, "PubmedData")
    article = _child(citation, "Article")
    journal = _child(article, "Journal")
    issue = _child(journal, "JournalIssue")
    medline = _child(citation, "MedlineJournalInfo")
    kinds = tuple(text_of(kind) for kind in _child(article, "PublicationTypeList"))
    title, original = title_of(article.find("ArticleTitle"), article.find("VernacularTitle"))
    authors, complete = names_of(article.findall("AuthorList"))
    language = text_of(article.find("Language"))
    pmid = parse_as(text_of(citation.find("PMID")), "pmid")

    notes = [
        (note.get("RefType", ""), text_of(note.find("PMID")), text_of(note.find("RefSource")))
        for note in _child(citation, "CommentsCorrectionsList")
    ]
    # Either sign is enough, since the notice's PMID or the publication type can be missing; the notice itself has
    # neither (docs/entrez.md 36).
    if "Retracted Publication" in kinds or any(kind in _RETRACTING for kind, _, _ in notes):
        status = relations.WITHDRAWN
    elif any(kind == "ExpressionOfConcernIn" for kind, _, _ in notes):
        status = relations.CONCERN
    else:
        status = text_of(data.find("PublicationStatus"))

    # Of its DOIs a work gets one: that of the list before that of `ELocationID`, which older records lack
    # (docs/entrez.md 31). One marked as invalid there is not believed in the list either.
    valid: list[Identifier] = []
    invalid: list[Identifier] = []
    piis: list[str] = []
    for location in article.findall("ELocationID"):
        is_valid = location.get("ValidYN") != "N"
        if location.get("EIdType") == "doi" and (doi := parse_as(text_of(location), "doi")):
            (valid if is_valid else invalid).append(doi)
        elif location.get("EIdType") == "pii" and is_valid:
            piis.append(text_of(location))
    listed = identifiers_of(data.find("ArticleIdList"))
    dois = [i for i in listed if i.scheme == "doi" and i not in invalid] or valid
    pmcids = [i for i in listed if i.scheme == "pmcid"]

    electronic = article.get("PubModel", "") in _ELECTRONIC
    page = placeholders.told(pages_of(article.find("Pagination")))
    if not page:
        is_number = is_unpaged if electronic else is_article_number
        # A publisher's `pii` can be the article number, or a long number of the publisher's own.
        page = next((pii for pii in piis if is_number(pii) and len(pii) <= _LONGEST_NUMBER), "")

    issns = (text_of(journal.find("ISSN")), text_of(medline.find("ISSNLinking")))
    work = make_work(
        type="article" if "Preprint" in kinds else "article-journal",
        title=title,
        author=authors,
        authors_complete=complete,
        editor=names_of(article.findall("AuthorList"), "editors")[0],
        # The issue's date before the electronic one, which can be of another year (docs/entrez.md 33).
        issued=date_of(issue.find("PubDate")) or date_of(article.find("ArticleDate")),
        container_title=text_of(journal.find("Title")),
        container_title_short=text_of(journal.find("ISOAbbreviation")) or text_of(medline.find("MedlineTA")),
        volume=placeholders.told(text_of(issue.find("Volume"))),
        issue=placeholders.told(text_of(issue.find("Issue"))),
        page=page,
        # A bare number is an article number if the journal prints no pages.
        number=page if electronic and is_unpaged(page) else "",
        abstract=abstract_of(article.find("Abstract")),
        keywords=keywords_of(citation.findall("KeywordList")),
        language=language,
        issn=issns,
        genre=next((GENRES[kind] for kind in kinds if kind in GENRES), ""),
        original_title=original,
        status=status,
        identifiers=tuple(i for i in (pmid, *dois[:1], *pmcids[:1]) if i is not None),
        relations=tuple(
            Relation(relations.PUBMED[kind], f"pmid:{other}" if other else "", source)
            for kind, other, source in notes
            if kind in relations.PUBMED
        ),
    )
    return Record(pmid.value if pmid else "", work, references_of(data.findall("ReferenceList")))


def decode_book(element: Element) -> Record:
    """The record of one `PubmedBookArticle`: a chapter where it has a title of its own, else the book
    (docs/entrez.md 38)."""
    document = _child(element, "BookDocument")
    data = _child(element, "PubmedBookData")
    book = _child(document, "Book")
    publisher = _child(book, "Publisher")
    kinds = tuple(text_of(kind) for kind in document.findall("PublicationType"))
    pmid = parse_as(text_of(document.find("PMID")), "pmid")
    language = text_of(document.find("Language"))

    book_title, _ = title_of(book.find("BookTitle"), None)
    title, original = title_of(document.find("ArticleTitle"), document.find("VernacularTitle"))
    is_chapter = bool(title) and title != book_title
    authors, complete = names_of(document.findall("AuthorList"))
    if not authors and not is_chapter:
        # The document's own list is empty where the whole book is cited; a chapter without authors keeps none, since
        # those of the book did not write it.
        authors, complete = names_of(book.findall("AuthorList"))
    # A chapter's date is the day it was contributed; the book's own can be decades older (GeneReviews: 1993).
    contributed = date_of(document.find("ContributionDate")) if is_chapter else None

    listed = identifiers_of(document.find("ArticleIdList")) + identifiers_of(data.find("ArticleIdList"))
    dois = [i for i in listed if i.scheme == "doi"]
    pmcids = [i for i in listed if i.scheme == "pmcid"]
    # A chapter has no ISBN of its own.
    isbns = () if is_chapter else (identifier.parse(text_of(isbn), "isbn") for isbn in book.findall("Isbn"))
    of_shelf = (text_of(i) for i in _child(document, "ArticleIdList") if i.get("IdType") == "bookaccession")
    accession = next(of_shelf, "")
    work = make_work(
        type="chapter" if is_chapter else "book",
        title=title if is_chapter else book_title,
        author=authors,
        authors_complete=complete,
        editor=names_of([*book.findall("AuthorList"), *document.findall("AuthorList")], "editors")[0],
        issued=contributed or date_of(book.find("PubDate")),
        container_title=book_title if is_chapter else marked_up(book.find("CollectionTitle")),
        volume=text_of(book.find("Volume")),
        page=text_of(_child(document, "Pagination").find("MedlinePgn")),
        number=text_of(book.find("ReportNumber")),
        publisher=text_of(publisher.find("PublisherName")),
        publisher_place=text_of(publisher.find("PublisherLocation")),
        edition=text_of(book.find("Edition")),
        abstract=abstract_of(document.find("Abstract")),
        keywords=keywords_of(document.findall("KeywordList")),
        language=language,
        url=f"{BOOKSHELF}{accession}/" if accession.isalnum() else "",
        genre=next((GENRES[kind] for kind in kinds if kind in GENRES), ""),
        original_title=original,
        status=text_of(data.find("PublicationStatus")),
        identifiers=tuple(dict.fromkeys(i for i in (pmid, *dois[:1], *pmcids[:1], *isbns) if i is not None)),
    )
    return Record(pmid.value if pmid else "", work, references_of(document.findall("ReferenceList")))


def _child(element: Element, name: str) -> Element:
    """The child of this name, or an empty element: a record may lack anything."""
    found = element.find(name)
    return _NONE if found is None else found
