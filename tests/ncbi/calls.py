"""The calls: parameters in, status and body out, as docs/entrez.md tells them (the numbers are its items)."""

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from tests.ncbi.paper import Listed, Paper, article_text, article_xml, names_of, plain
from tests.ncbi.queries import Index

Params = dict[str, list[str]]
PROLOG = '<?xml version="1.0" encoding="UTF-8" ?>\n'
PUBMED_DTD = (
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
)
SPECIAL = Path(__file__).with_name("special.xml")


@dataclass(frozen=True)
class Response:
    status: int
    body: bytes
    content_type: str = "text/xml; charset=UTF-8"


@dataclass
class Desk:
    """The papers, and what is known of each."""

    papers: dict[str, Paper]
    raw: dict[str, str] = field(default_factory=dict)
    linked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    full_texts: dict[str, tuple[Listed, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index = Index(self.papers)
        self.of_year: dict[str, list[Paper]] = {}
        self.journals = {name for journal in {p.journal for p in self.papers.values()} for name in names_of(journal)}
        for paper in self.papers.values():
            self.of_year.setdefault(str(paper.year), []).append(paper)
        for record in re.findall(
            r"<Pubmed(?:Book)?Article>.*?</Pubmed(?:Book)?Article>", SPECIAL.read_text("utf-8"), re.DOTALL
        ):
            self.raw[re.search(r"<PMID[^>]*>(\d+)", record).group(1)] = record  # type: ignore[union-attr]

    def knows_journal(self, name: str) -> bool:
        return plain(name) in self.journals

    def record(self, pmid: str) -> str:
        """The XML of a record; "" for one that is unknown, deleted or merged (22)."""
        if pmid in self.raw:
            return self.raw[pmid] + "\n"
        return article_xml(self.papers[pmid]) if pmid in self.papers else ""


def ids_of(params: Params) -> list[str]:
    """The ids asked for; leading zeros do not count, and each is answered once (23)."""
    listed = [i.strip() for value in params.get("id", []) for i in value.split(",")]
    return list(dict.fromkeys(i.lstrip("0") for i in listed if i.isdigit() and i.strip("0")))


def esearch(desk: Desk, params: Params, fault: str) -> Response:
    term = params.get("term", [""])[0]
    if fault == "error":
        return xml(200, "eSearchResult", "<ERROR>Search Backend failed: Couldn't resolve #exLinkSrv2</ERROR>")
    if fault == "wrong-paper":
        found, missed = ["26323880"], []
    else:
        found, missed = desk.index.find(term)
    start, limit = int(params.get("retstart", ["0"])[0]), min(int(params.get("retmax", ["20"])[0]), 9999)
    if start > 9998:
        return xml(200, "eSearchResult", "<ERROR>'retstart' cannot be larger than 9998 for PubMed.</ERROR>")
    listed = "".join(f"<Id>{pmid}</Id>\n" for pmid in found[start : start + limit])
    errors = "".join(f"<PhraseNotFound>{escape(m)}</PhraseNotFound>" for m in missed)
    errors = f"<ErrorList>{errors}</ErrorList>" if errors else ""
    return xml(
        200,
        "eSearchResult",
        f"<Count>{len(found)}</Count><RetMax>{min(limit, len(found))}</RetMax><RetStart>{start}</RetStart>"
        f"<IdList>{listed}</IdList><TranslationSet/><QueryTranslation>{escape(term)}</QueryTranslation>{errors}",
        '<!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch 20060628//EN" '
        '"https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20060628/esearch.dtd">\n',
    )


def efetch(desk: Desk, params: Params, fault: str) -> Response:
    if fault == "error":
        return xml(200, "eFetchResult", "<ERROR>External viewer error: Status: Timeout</ERROR>")
    ids = ids_of(params)
    if params.get("db") == ["pmc"]:
        return xml(
            200,
            "pmc-articleset",
            "".join(article_text(desk.full_texts[f"PMC{i}"]) for i in ids if f"PMC{i}" in desk.full_texts),
        )
    if not ids:
        return xml(400, "eFetchResult", "<ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR>")
    if fault == "missing":
        ids = ids[::2]
    if fault == "shuffled":
        random.Random(len(ids)).shuffle(ids)
    return xml(200, "PubmedArticleSet", "".join(desk.record(i) for i in ids), PUBMED_DTD)


def elink(desk: Desk, params: Params, fault: str) -> Response:
    if fault == "error":
        return xml(200, "eLinkResult", "<ERROR>TXCLIENT::readAll EOF</ERROR>")
    sets = []
    for pmid in ids_of(params):
        paper = desk.papers.get(pmid)
        cited = desk.linked.get(pmid) or (paper.cites if paper else ())
        if fault == "shuffled":
            cited = tuple(sorted(cited, key=int, reverse=True))
        links = "".join(f"<Link><Id>{c}</Id></Link>" for c in cited)
        inner = (
            f"<LinkSetDb><DbTo>pubmed</DbTo><LinkName>pubmed_pubmed_refs</LinkName>{links}</LinkSetDb>" if links else ""
        )
        sets.append(f"<LinkSet><DbFrom>pubmed</DbFrom><IdList><Id>{pmid}</Id></IdList>{inner}</LinkSet>")
    return xml(200, "eLinkResult", "".join(sets))


def ecitmatch(desk: Desk, params: Params, fault: str) -> Response:
    if fault == "error":
        return Response(200, b"<html><body>Error occurred</body></html>", "text/plain")
    lines = [line for line in params.get("bdata", [""])[0].split("\r") if line.strip()]
    answers = [f"{line.rstrip('|')}|{_match(desk, line.split('|'))}" for line in lines if line.count("|") >= 5]
    if fault == "missing":
        answers = answers[::2]
    if fault == "shuffled":
        answers.reverse()
    return Response(200, ("\n".join(answers) + "\n").encode(), "text/plain")


def _match(desk: Desk, cells: list[str]) -> str:
    """Journal and year and volume and page as far as given; the author only chooses among several (28)."""
    journal, year, volume, page, author = (c.strip() for c in cells[:5])
    if not journal and not year:
        return "NOT_FOUND"
    if journal and not desk.knows_journal(journal):
        return "NOT_FOUND;INVALID_JOURNAL"
    found = [
        p
        for p in (desk.of_year.get(year, ()) if year else desk.papers.values())
        if (not volume or p.volume == volume)
        and (not page or p.first_page.lower() == page.lower())
        and (not journal or p.journal.known_as(journal))
    ]
    by_author = [
        p for p in found if author and p.authors and plain(p.authors[0]).startswith(plain(author).split(" ")[0])
    ]
    found = by_author or found
    if len(found) == 1:
        return found[0].pmid
    if not found:
        return "NOT_FOUND"
    return f"AMBIGUOUS {','.join(p.pmid for p in found)}" if len(found) < 10 else f"AMBIGUOUS ({len(found)} citations)"


def idconv(desk: Desk, params: Params, fault: str) -> Response:
    asked = [i.strip() for value in params.get("ids", []) for i in value.split(",") if i.strip()]
    if fault == "error":
        return as_json(500, {"status": "error", "message": "temporarily unavailable"})
    if not asked or len(asked) > 200 or {"PMC"} < {i[:3] if i[:3] == "PMC" else "other" for i in asked}:
        return as_json(400, {"status": "error", "message": "Bad Request: malformed identifiers"})
    records: list[dict[str, object]] = []
    for one in asked:
        paper = next((p for p in desk.papers.values() if one in (p.pmid, p.pmc) or one.lower() == p.doi.lower()), None)
        if paper is None or not paper.pmc:
            records.append({"requested-id": one, "status": "error", "errmsg": "Identifier not found in PMC"})
        else:
            records.append({"requested-id": one, "pmid": int(paper.pmid), "pmcid": paper.pmc, "doi": paper.doi})
    return as_json(200, {"status": "ok", "response-date": "2026-11-21", "records": records})


def xml(status: int, root: str, inner: str, doctype: str = "") -> Response:
    return Response(status, f"{PROLOG}{doctype}<{root}>{inner}</{root}>\n".encode())


def as_json(status: int, data: object) -> Response:
    return Response(status, json.dumps(data).encode(), "application/json; charset=UTF-8")


CALLS: dict[str, Callable[[Desk, Params, str], Response]] = {
    "esearch.fcgi": esearch, "efetch.fcgi": efetch, "elink.fcgi": elink,
    "ecitmatch.cgi": ecitmatch, "idconv": idconv,
}  # fmt: skip
