"""PubMed XML -> records, as a stream: journal articles and, beside them in the same set, books and chapters.

Source of the shape: NLM's DTD pubmed_250101 (never loaded). Own identifiers come from the record's own list only; the
references below it have lists of the same name (docs/entrez.md 31).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from harvester.model import Identifier, PartialDate, Problem, Relation, Work
from harvester.records.books import decode_book
from harvester.records.cutting import RecordTooLongError, cut
from harvester.records.fields import date_of, identifiers_of, is_article_number, names_of, pages_of, parse_as, text_of
from harvester.records.parts import abstract_of, corrections_of, keywords_of, mesh_of, references_of, title_of
from harvester.records.record import Correction, Record, status_of
from harvester.records.words import GENRES, LANGUAGES
from harvester.values import relations

_NONE = Element("nothing")
_LONGEST_NUMBER = 12
"""Characters; publishers' internal numbers such as S0140673620301835 are longer than article numbers."""
_ELECTRONIC = frozenset({"Electronic", "Electronic-eCollection"})


class Decoded(NamedTuple):
    """The records of an answer, and a problem for each that could not be read."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


def decode(body: bytes) -> Decoded:
    """All records of one EFetch answer, in its order."""
    records: list[Record] = []
    problems: list[Problem] = []
    for item in stream([body]):
        if isinstance(item, Record):
            records.append(item)
        else:
            problems.append(item)
    return Decoded(tuple(records), tuple(problems))


def stream(chunks: Iterable[bytes]) -> Iterator[Record | Problem]:
    """The records of PubMed XML that comes in chunks, with flat memory; a record that cannot be read is a problem."""
    try:
        for number, xml in enumerate(cut(chunks), start=1):
            yield _one(xml, number)
    except (RecordTooLongError, LookupError) as error:
        yield Problem("pubmed-xml", f"the rest of the answer cannot be read: {error}")


def _one(xml: bytes, number: int) -> Record | Problem:
    try:
        element = fromstring(xml)  # noqa: S314  a cut record holds no document type, so no entity can be declared
    except ParseError as error:
        return Problem("pubmed-xml", f"record {number} of the answer is not well-formed: {error}")
    record = decode_book(element) if element.tag == "PubmedBookArticle" else _article(element)
    return record if record.pmid else Problem("pubmed-xml", f"record {number} of the answer has no PMID")


def _article(element: Element) -> Record:
    citation = _child(element, "MedlineCitation")
    data = _child(element, "PubmedData")
    article = _child(citation, "Article")
    journal_info = _child(citation, "MedlineJournalInfo")
    kinds = tuple(text_of(kind) for kind in _child(article, "PublicationTypeList"))
    corrections = corrections_of(citation.find("CommentsCorrectionsList"))
    published = text_of(data.find("PublicationStatus"))
    pmid = parse_as(text_of(citation.find("PMID")), "pmid")
    status = status_of(kinds, corrections, published)
    return Record(
        pmid=pmid.value if pmid else "",
        work=replace(
            _work(citation, article, kinds, status, _identifiers(pmid, article, data)),
            relations=_relations(corrections),
        ),
        publication_types=kinds,
        corrections=corrections,
        references=references_of(data.findall("ReferenceList")),
        mesh=mesh_of(citation.find("MeshHeadingList")),
        medline_status=citation.get("Status", ""),
        publication_status=published,
        electronic=date_of(article.find("ArticleDate")),
        revised=date_of(citation.find("DateRevised")),
        completed=date_of(citation.find("DateCompleted")),
        entered=_entered(data),
        journal_abbreviation=text_of(journal_info.find("MedlineTA")),
        journal_id=text_of(journal_info.find("NlmUniqueID")),
    )


def _relations(corrections: Iterable[Correction]) -> tuple[Relation, ...]:
    """The notes that link a record to others, in the library's words."""
    return tuple(
        Relation(relations.PUBMED[c.kind], f"pmid:{c.pmid}" if c.pmid else "", c.source)
        for c in corrections
        if c.kind in relations.PUBMED
    )


def _work(
    citation: Element, article: Element, kinds: tuple[str, ...], status: str, identifiers: tuple[Identifier, ...]
) -> Work:
    journal = _child(article, "Journal")
    issue = _child(journal, "JournalIssue")
    title, original = title_of(article.find("ArticleTitle"), article.find("VernacularTitle"))
    authors, complete = names_of(article.findall("AuthorList"))
    editors, _ = names_of(article.findall("AuthorList"), "editors")
    page, number = _place(article)
    medline = _child(citation, "MedlineJournalInfo")
    language = text_of(article.find("Language"))
    return Work(
        type="article" if "Preprint" in kinds else "article-journal",
        title=title,
        author=authors,
        authors_complete=complete,
        editor=editors,
        issued=date_of(issue.find("PubDate")) or date_of(article.find("ArticleDate")),
        container_title=text_of(journal.find("Title")),
        container_title_short=text_of(journal.find("ISOAbbreviation")) or text_of(medline.find("MedlineTA")),
        volume=text_of(issue.find("Volume")),
        issue=text_of(issue.find("Issue")),
        page=page,
        number=number,
        abstract=abstract_of(article.find("Abstract")),
        keywords=keywords_of(citation.findall("KeywordList")),
        language=LANGUAGES.get(language, language),
        issn=_issns(journal, medline),
        genre=next((GENRES[kind] for kind in kinds if kind in GENRES), ""),
        original_title=original,
        status=status,
        identifiers=identifiers,
    )


def _child(element: Element, name: str) -> Element:
    """The child of this name, or an empty element: a record may lack anything."""
    found = element.find(name)
    return _NONE if found is None else found


def _identifiers(pmid: Identifier | None, article: Element, data: Element) -> tuple[Identifier, ...]:
    """The record's own: its PMID, and of its own list and valid `ELocationID`s one DOI and the PMCID."""
    listed = identifiers_of(data.find("ArticleIdList"))
    valid, invalid = _electronic_dois(article)
    dois = [i for i in listed if i.scheme == "doi" and i not in invalid] or valid
    others = [i for i in listed if i.scheme == "pmcid"]
    return tuple(i for i in (pmid, *dois[:1], *others[:1]) if i is not None)


def _electronic_dois(article: Element) -> tuple[list[Identifier], list[Identifier]]:
    """The DOIs given as `ELocationID`, those valid and those that are not."""
    valid: list[Identifier] = []
    invalid: list[Identifier] = []
    for location in article.findall("ELocationID"):
        if location.get("EIdType") == "doi" and (doi := parse_as(text_of(location), "doi")):
            (invalid if location.get("ValidYN") == "N" else valid).append(doi)
    return valid, invalid


def _place(article: Element) -> tuple[str, str]:
    """The pages, and the article number where that is what they are; a publisher's `pii` can be one, a DOI cannot."""
    electronic = article.get("PubModel", "") in _ELECTRONIC
    page = pages_of(article.find("Pagination"))
    if not page:
        piis = [text_of(e) for e in article.findall("ELocationID") if _is_valid_pii(e)]
        page = next((pii for pii in piis if is_article_number(pii, electronic) and len(pii) <= _LONGEST_NUMBER), "")
    return page, page if is_article_number(page, electronic) else ""


def _is_valid_pii(location: Element) -> bool:
    return location.get("EIdType") == "pii" and location.get("ValidYN") != "N"


def _issns(journal: Element, medline: Element) -> tuple[str, ...]:
    both = (text_of(journal.find("ISSN")), text_of(medline.find("ISSNLinking")))
    return tuple(dict.fromkeys(issn for issn in both if issn))


def _entered(data: Element) -> PartialDate | None:
    """The date on which the record came into PubMed."""
    for date in _child(data, "History"):
        if date.get("PubStatus") == "entrez":
            return date_of(date)
    return None
