"""`PubmedBookArticle` -> record: a chapter where it has a title of its own, else the book (docs/entrez.md 38)."""

from xml.etree.ElementTree import Element

from harvester.model import Identifier, PartialDate, Work
from harvester.records.fields import date_of, identifiers_of, marked_up, names_of, parse_as, text_of
from harvester.records.parts import abstract_of, keywords_of, references_of, title_of
from harvester.records.record import Record
from harvester.records.words import GENRES, LANGUAGES
from harvester.values import identifier, page_ranges

_NONE = Element("nothing")
BOOKSHELF = "https://www.ncbi.nlm.nih.gov/books/"


def decode_book(element: Element) -> Record:
    """The record of one `PubmedBookArticle`."""
    document = _child(element, "BookDocument")
    data = _child(element, "PubmedBookData")
    kinds = tuple(text_of(kind) for kind in document.findall("PublicationType"))
    pmid = parse_as(text_of(document.find("PMID")), "pmid")
    status = text_of(data.find("PublicationStatus"))
    return Record(
        pmid=pmid.value if pmid else "",
        work=_work(document, kinds, status, _identifiers(pmid, document, data)),
        publication_types=kinds,
        references=references_of(document.findall("ReferenceList")),
        publication_status=status,
        revised=date_of(document.find("DateRevised")),
    )


def _work(document: Element, kinds: tuple[str, ...], status: str, identifiers: tuple[Identifier, ...]) -> Work:
    book = _child(document, "Book")
    publisher = _child(book, "Publisher")
    book_title, _ = title_of(book.find("BookTitle"), None)
    title, original = title_of(document.find("ArticleTitle"), document.find("VernacularTitle"))
    is_chapter = bool(title) and title != book_title
    authors, complete = names_of(document.findall("AuthorList"))
    book_authors, book_complete = names_of(book.findall("AuthorList"))
    language = text_of(document.find("Language"))
    own = authors or is_chapter
    return Work(
        type="chapter" if is_chapter else "book",
        title=title if is_chapter else book_title,
        author=authors if own else book_authors,
        authors_complete=complete if own else book_complete,
        editor=names_of(book.findall("AuthorList"), "editors")[0]
        + names_of(document.findall("AuthorList"), "editors")[0],
        issued=_issued(document, book, is_chapter),
        container_title=book_title if is_chapter else marked_up(book.find("CollectionTitle")),
        volume=text_of(book.find("Volume")),
        page=page_ranges.join(text_of(_child(document, "Pagination").find("MedlinePgn")), "-"),
        number=text_of(book.find("ReportNumber")),
        publisher=text_of(publisher.find("PublisherName")),
        publisher_place=text_of(publisher.find("PublisherLocation")),
        edition=text_of(book.find("Edition")),
        abstract=abstract_of(document.find("Abstract")),
        keywords=keywords_of(document.findall("KeywordList")),
        language=LANGUAGES.get(language, language),
        url=_url(document),
        genre=next((GENRES[kind] for kind in kinds if kind in GENRES), ""),
        original_title=original,
        status=status,
        identifiers=identifiers + _isbns(book, is_chapter),
    )


def _issued(document: Element, book: Element, is_chapter: bool) -> PartialDate | None:
    """A chapter is of the day it was contributed; the book's own date can be decades older (GeneReviews: 1993)."""
    contributed = date_of(document.find("ContributionDate"))
    return contributed if is_chapter and contributed else date_of(book.find("PubDate"))


def _identifiers(pmid: Identifier | None, document: Element, data: Element) -> tuple[Identifier, ...]:
    listed = identifiers_of(document.find("ArticleIdList")) + identifiers_of(data.find("ArticleIdList"))
    dois = [i for i in listed if i.scheme == "doi"]
    pmcids = [i for i in listed if i.scheme == "pmcid"]
    return tuple(i for i in (pmid, *dois[:1], *pmcids[:1]) if i is not None)


def _isbns(book: Element, is_chapter: bool) -> tuple[Identifier, ...]:
    """The book's ISBNs; a chapter has none of its own."""
    if is_chapter:
        return ()
    found = (identifier.parse(text_of(isbn), "isbn") for isbn in book.findall("Isbn"))
    return tuple(dict.fromkeys(i for i in found if i is not None))


def _url(document: Element) -> str:
    accession = next((text_of(i) for i in _child(document, "ArticleIdList") if i.get("IdType") == "bookaccession"), "")
    return f"{BOOKSHELF}{accession}/" if accession.isalnum() else ""


def _child(element: Element, name: str) -> Element:
    found = element.find(name)
    return _NONE if found is None else found
