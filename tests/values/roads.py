"""The roads by which a value comes into a library: each takes the words for one field and answers the work that is read
of them."""

import json
from hashlib import sha256
from html import escape

from harvester import references
from harvester.jats import parse_xml, read_front
from harvester.model import Source, Work
from harvester.pages import layouts
from harvester.pages.recognize import recognize
from harvester.records import crossref, pubmed
from harvester.works.field_text import parse_field


def citing(name: str, content: str) -> Work:
    """The work that a saved page is of."""
    body = content.encode()
    (page,) = recognize(Source(name, body, sha256(body).hexdigest())).pages
    work = layouts.read(page).citing
    assert work is not None
    return work


def html(**metas: str) -> Work:
    """An article's page with these meta tags; `__` in a name is a dot, a name that ends in `_` is told by JSON-LD."""
    linked = {name.rstrip("_"): value for name, value in metas.items() if name.endswith("_")}
    tags = "".join(
        f'<meta name="{name.replace("__", ".")}" content="{escape(value)}">'
        for name, value in {
            "citation_title": "A title that is long enough",
            "citation_doi": "10.1000/abc",
            **metas,
        }.items()
        if not name.endswith("_")
    )
    script = json.dumps({"@type": "ScholarlyArticle", "name": "A title", **linked}, ensure_ascii=False)
    return citing(
        "page.html",
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{tags}<script type="application/ld+json">{script}</script>'
        "</head><body><h1>A title that is long enough</h1><p>Words.</p></body></html>",
    )


def pubmed_text(line: str) -> Work:
    """A PubMed record copied as text, under its citation line."""
    return citing(
        "record.txt",
        f"J Clin Invest. {line}\ndoi: 10.1000/abc.\n\nA title that is long enough to be one\n\n"
        "Jane Roe 1, John Doe 2\n\nAffiliations\n\n1 Here.\n2 There.\n\nPMID: 12345678 DOI: 10.1000/abc\n\n"
        "Abstract\n\nSome words of it.\n",
    )


def jats(front: str, language: str = "en") -> Work:
    """An article in JATS with these elements in its front matter."""
    title = "" if "<title-group>" in front else "<title-group><article-title>A title</article-title></title-group>"
    article = parse_xml(
        f'<?xml version="1.0"?><article xml:lang="{language}"><front><article-meta>{title}{front}</article-meta>'
        "</front><body><p>Words.</p></body></article>"
    )
    return read_front(article).work


def pubmed_xml(
    *, date: str = "<Year>2000</Year>", article: str = "", title: str = "A title.", model: str = "Print"
) -> Work:
    """A record of PubMed with these elements."""
    xml = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>"
        f'<Article PubModel="{model}"><Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>'
        f"<ArticleTitle>{title}</ArticleTitle>{article}</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )
    ((record,), _) = pubmed.decode(xml.encode())
    return record.work


def crossref_json(**fields: object) -> Work:
    """A record of Crossref with these fields; `_` in a name is a hyphen."""
    message = {"DOI": "10.1000/abc", "type": "journal-article", **{k.replace("_", "-"): v for k, v in fields.items()}}
    record = crossref.decode_work(json.dumps({"message": message}).encode())
    assert record is not None
    return record.work


def reference(text: str) -> Work:
    """The work that a printed reference describes."""
    (parsed,) = references.parse_many([references.raw(text)])
    return parsed.described


def edit(field: str, value: str) -> object:
    """What a person says with `harvester edit WORK FIELD=VALUE`."""
    return parse_field(f"{field}={value}")[field]
