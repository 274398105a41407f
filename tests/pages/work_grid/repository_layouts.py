"""Pages of repositories and of journals' own software: EPrints, DSpace, Digital Commons, Dublin Core in its kinds."""

from tests.pages.work_grid.articles import Article
from tests.pages.work_grid.forms import dotted, family_first, given_first
from tests.pages.work_grid.furniture import metas, page
from tests.pages.work_grid.layouts import layout
from tests.pages.work_grid.meta_layouts import authors


@layout()
def eprints(a: Article) -> str:
    """EPrints' own names, with the DOI under `id_number`."""
    tags = [
        ("eprints.eprintid", "1234"), ("eprints.status", "archive"), ("eprints.type", "article"),
        *authors(a, "eprints.creators_name", family_first), ("eprints.title", a.title), ("eprints.ispublished", "pub"),
        ("eprints.full_text_status", "public"), ("eprints.date", a.date), ("eprints.date_type", "published"),
        ("eprints.publication", a.journal), ("eprints.volume", a.volume), ("eprints.number", a.issue),
        ("eprints.pagerange", a.pages), ("eprints.id_number", f"doi:{a.doi}"), ("eprints.issn", a.issn),
        ("eprints.citation", f"{a.authors[0].family} ({a.year}) {a.title}. {a.journal}, {a.volume}. ISSN {a.issn}"),
    ]  # fmt: skip
    return page("eprints", a, metas(tags), browser=f"{a.title} - A repository of ours")


@layout("title year doi authors journal locator")
def eprints_and_dublin(a: Article) -> str:
    """EPrints with an official address in place of a DOI, and Dublin Core, whose relation is the DOI's address."""
    tags = [
        ("eprints.type", "article"), *authors(a, "eprints.creators_name", dotted), ("eprints.title", a.title),
        ("eprints.date", a.year), ("eprints.publication", a.journal), ("eprints.volume", a.volume),
        ("eprints.pagerange", a.pages), ("eprints.official_url", f"https://doi.org/{a.doi}"), ("DC.title", a.title),
        *authors(a, "DC.creator", family_first), ("DC.date", a.year), ("DC.type", "Article"),
        ("DC.relation", f"https://doi.org/{a.doi}"),
        ("DC.identifier", "https://repository.example.org/1234/1/paper.pdf"),
    ]  # fmt: skip
    return page("eprints_and_dublin", a, metas(tags))


@layout()
def dspace(a: Article) -> str:
    """DSpace: qualified Dublin Core under `DCTERMS`, the citation in one line."""
    pages = f", {a.pages}" if a.first else ""
    line = f"{a.authors[0].family}, {a.journal} {a.volume}({a.issue}){pages} ({a.year})"
    tags = [
        *authors(a, "DC.creator", family_first), ("DCTERMS.dateAccepted", "2022-05-01T10:00:00Z"),
        ("DCTERMS.available", "2022-05-01T10:00:00Z"), ("DCTERMS.issued", a.date), ("DC.identifier", "1234-5678"),
        ("DC.identifier", "http://hdl.handle.net/1234/5678"), ("DC.identifier", a.doi),
        ("DCTERMS.bibliographicCitation", line), ("DC.title", a.title), ("DC.type", "Article"), ("DC.publisher", a.publisher),
        ("DCTERMS.isPartOf", a.journal), ("DC.language", "en"),
    ]  # fmt: skip
    return page("dspace", a, metas(tags))


@layout("title year doi authors journal locator")
def dspace_with_scholar(a: Article) -> str:
    """DSpace's tags for search engines: the journal and the place in it, with an address for the DOI in Dublin Core."""
    tags = [
        ("citation_keywords", "words; of ours"), ("citation_title", a.title), ("citation_publisher", a.publisher),
        ("citation_author", "; ".join(map(family_first, a.authors))), ("citation_date", a.date),
        ("citation_journal_title", a.journal), ("citation_volume", a.volume), ("citation_firstpage", a.first),
        ("citation_abstract_html_url", "https://repository.example.org/handle/1234/5678"),
        ("DC.identifier", f"https://doi.org/{a.doi}"), ("DC.type", "Article"),
    ]  # fmt: skip
    return page("dspace_with_scholar", a, metas(tags))


@layout()
def open_journal(a: Article) -> str:
    """Open Journal Systems: volume, issue and pages as qualifiers of Dublin Core."""
    tags = [
        ("generator", "Open Journal Systems 3.3.0.8"), *authors(a, "DC.Creator.PersonalName", given_first),
        ("DC.Date.created", "2024-01-02"), ("DC.Date.dateSubmitted", "2000-01-01"), ("DC.Date.issued", a.date),
        ("DC.Date.modified", "2024-06-01"), ("DC.Identifier", "4711"), ("DC.Identifier.DOI", a.doi),
        ("DC.Identifier.pageNumber", a.pages), ("DC.Source", a.journal), ("DC.Source.ISSN", a.issn),
        ("DC.Source.Issue", a.issue), ("DC.Source.Volume", a.volume), ("DC.Title", a.title), ("DC.Type", "Text.Serial.Journal"),
    ]  # fmt: skip
    return page("open_journal", a, metas(tags), listed=True)


@layout()
def digital_commons(a: Article) -> str:
    """Digital Commons: the names of Google Scholar's guidelines with a prefix."""
    tags = [
        ("bepress_citation_series_title", a.journal), *authors(a, "bepress_citation_author", family_first),
        ("bepress_citation_title", a.title), ("bepress_citation_date", a.year), ("bepress_citation_volume", a.volume),
        ("bepress_citation_issue", a.issue), ("bepress_citation_firstpage", a.first), ("bepress_citation_lastpage", a.last),
        ("bepress_citation_journal_title", a.journal), ("bepress_citation_doi", a.doi),
    ]  # fmt: skip
    return page("digital_commons", a, metas(tags))


@layout("title year doi authors journal")
def plain_dublin(a: Article) -> str:
    """Fifteen elements, no qualifier: what comes from a journal says no place in it."""
    tags = [
        ("DC.Title", a.title), *authors(a, "DC.Creator", family_first), ("DC.Date", a.date),
        ("DC.Identifier", f"info:doi/{a.doi}"), ("DC.Source", a.journal), ("DC.Publisher", a.publisher),
    ]  # fmt: skip
    return page("plain_dublin", a, metas(tags))


@layout()
def terms_with_citation(a: Article) -> str:
    """`dcterms:` properties, the citation as NLM prints it."""
    line = (
        f"{a.short}. {a.year};{a.volume}({a.issue}):{a.pages}."
        if a.issue
        else f"{a.short}. {a.year};{a.volume}:{a.pages}."
    )
    tags = [
        ("dcterms:title", a.title), *authors(a, "dcterms:creator", given_first), ("dcterms:issued", a.date),
        ("dcterms:identifier", f"https://doi.org/{a.doi}"), ("dcterms:bibliographicCitation", line if a.volume else ""),
        ("dcterms:isPartOf", a.journal), ("dcterms:modified", "2024-02-02"),
    ]  # fmt: skip
    return page("terms_with_citation", a, metas(tags, "property"))


@layout("title year doi authors journal locator")
def identifiers_of_many_kinds(a: Article) -> str:
    """`dc.identifier` with an ISSN, a number and an address before the DOI; contributors that are not authors."""
    tags = [
        ("dc.title", a.title), *authors(a, "dc.creator", given_first), ("dc.contributor", "A university"),
        ("dc.identifier", f"ISSN {a.issn}"), ("dc.identifier", "oai:repository.example.org:1234"),
        ("dc.identifier", f"https://dx.doi.org/{a.doi}"), ("dc.date.issued", a.date), ("dc.date.available", "2023-01-01"),
        ("dc.relation.ispartof", a.journal), ("dc.citation.volume", a.volume), ("dc.citation.issue", a.issue),
        ("dc.citation.spage", a.first), ("dc.citation.epage", a.last),
    ]  # fmt: skip
    return page("identifiers_of_many_kinds", a, metas(tags))
