"""NCBI's answers other than PubMed records: ESearch, ELink, ECitMatch, the PMC ID converter, PMC's full texts."""

from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element, ParseError, fromstring

from harvester.errors import PageError
from harvester.model import Identifier
from harvester.records import ListedReference, loose_json
from harvester.values import identifier
from harvester.values.identifier import Scheme

_SENT = 6
"""Cells of an ECitMatch line that repeat what was sent, the key last; the answer follows them."""
_CONVERTED: tuple[Scheme, ...] = ("pmid", "pmcid", "doi")
"""The identifiers that the converter gives, under these names."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found: how many in all, and the PMIDs listed."""

    count: int
    pmids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """The PMIDs that one work links to, in the order of the answer, which means nothing (docs/entrez.md 43)."""

    pmid: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """ECitMatch's outcome for one reference: its PMID, or the candidates of an ambiguous one, or nothing."""

    outcome: Literal["found", "ambiguous", "not found"]
    pmids: tuple[str, ...] = ()


def decode_search(body: bytes) -> Hits:
    """The hits of an ESearch answer; none if it cannot be read (`check` does not let such an answer pass)."""
    root = _root(body)
    ids = root.find("IdList")
    pmids = tuple(_texts(root if ids is None else ids, "Id"))
    count = (root.findtext("Count") or "").strip()
    return Hits(int(count) if count.isascii() and count.isdigit() else len(pmids), pmids)


def decode_links(body: bytes) -> tuple[Links, ...]:
    """The links of an ELink answer, one set for each work asked about; a work without links has an empty one."""
    found = []
    for link_set in _root(body).iter("LinkSet"):
        source = next(iter(_texts(link_set.find("IdList"), "Id")), "")
        targets = [text for db in link_set.iter("LinkSetDb") for link in db.iter("Link") for text in _texts(link, "Id")]
        found.append(Links(source, tuple(dict.fromkeys(targets))))
    return tuple(found)


def decode_matches(body: bytes) -> dict[str, Matched]:
    """ECitMatch's outcomes by the key that was sent along; a reference whose line is missing has none.

    Lines can be missing, so they cannot be matched by their order (docs/entrez.md 28).
    """
    found = {}
    for line in body.decode("utf-8", "replace").replace("\r", "\n").split("\n"):
        cells = line.strip().split("|")
        if len(cells) <= _SENT or not (key := cells[_SENT - 1]):
            continue
        answer = "|".join(cells[_SENT:]).strip()
        if _is_pmid(answer):
            found[key] = Matched("found", (answer,))
        elif answer.startswith("AMBIGUOUS"):
            # PMIDs follow the word, or only their count in brackets.
            listed = answer.removeprefix("AMBIGUOUS").replace(" ", "").split(",")
            found[key] = Matched("ambiguous", tuple(filter(_is_pmid, listed)))
        else:
            found[key] = Matched("not found")
    return found


def decode_conversion(body: bytes) -> dict[str, tuple[Identifier, ...]]:
    """The identifiers of each work by the identifier asked for; one that is not in PMC has none (docs/entrez.md 29)."""
    found = {}
    for record in loose_json.children(loose_json.load(body), "records"):
        if record.get("status") == "error":
            continue
        # `str`, since the new address gives PMIDs as numbers and the old one as strings.
        read = [identifier.parse(str(record[name]), name) for name in _CONVERTED if record.get(name)]
        # An answer of the old address may not repeat the question; then its PMCID identifies it.
        asked = str(record.get("requested-id") or record.get("pmcid") or "")
        converted = tuple(i for i in read if i is not None)
        if asked and converted:
            found[asked] = converted
    return found


def decode_full_text(body: bytes) -> tuple[ListedReference, ...]:
    """The references of the first article of an answer (EFetch, db=pmc), in printed order.

    None if PMC may not give the article (its licence), or if the answer cannot be read.
    """
    from harvester.jats import entries, parse_xml  # lxml is not loaded for anything else that NCBI answers

    if b"<article" not in body:
        return ()
    try:
        article = parse_xml(body.decode("utf-8", "replace"))
    except PageError:
        return ()
    return tuple(ListedReference(n, e.text, e.identifiers) for n, e in enumerate(entries(article), 1))


def _is_pmid(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= len(text) <= 8 and not text.startswith("0")


def _root(body: bytes) -> Element:
    """The root element; the document type is cut away first, so that nothing it declares or refers to is used."""
    start = body.find(b"<!DOCTYPE")
    if start >= 0:
        end = body.find(b">", start)
        # NCBI names a DTD and declares nothing; with declarations of its own the answer is not NCBI's.
        body = body[:start] + body[end + 1 :] if b"[" not in body[start:end] else b""
    try:
        return fromstring(body)  # noqa: S314  without a document type no entity can be declared
    except ParseError:
        return Element("nothing")


def _texts(element: Element | None, tag: str) -> list[str]:
    if element is None:
        return []
    return [text for child in element.findall(tag) if (text := (child.text or "").strip())]
