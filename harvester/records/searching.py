"""ESearch, EPost and ELink answers -> PMIDs."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

_NOT_FOUND = ("PhraseNotFound", "FieldNotFound")
_WARNINGS = ("QuotedPhraseNotFound", "PhraseIgnored", "OutputMessage")


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found: how many in all, the PMIDs listed, and what of the query was not found or was ignored."""

    count: int
    pmids: tuple[str, ...]
    not_found: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Posted:
    """Where posted PMIDs wait on the history server."""

    web_env: str
    query_key: str


@dataclass(frozen=True, slots=True)
class Links:
    """The PMIDs that one work links to, in the order of the answer, which means nothing (docs/entrez.md 43)."""

    pmid: str
    targets: tuple[str, ...]


def decode_search(body: bytes) -> Hits:
    """The hits of an ESearch answer; none where it cannot be read (`check` has let no such answer pass)."""
    root = _root(body)
    pmids = tuple(_texts(root, "Id")) if (ids := root.find("IdList")) is None else tuple(_texts(ids, "Id"))
    count = (root.findtext("Count") or "").strip()
    return Hits(
        int(count) if count.isascii() and count.isdigit() else len(pmids),
        pmids,
        tuple(_words(root.find("ErrorList"), _NOT_FOUND)),
        tuple(_words(root.find("WarningList"), _WARNINGS)),
    )


def decode_post(body: bytes) -> Posted:
    """The place of an EPost's PMIDs on the history server."""
    root = _root(body)
    return Posted((root.findtext("WebEnv") or "").strip(), (root.findtext("QueryKey") or "").strip())


def decode_links(body: bytes) -> tuple[Links, ...]:
    """The links of an ELink answer, one set a work that was asked for; a work without links has an empty one."""
    found = []
    for link_set in _root(body).iter("LinkSet"):
        asked = link_set.find("IdList")
        source = next(iter(_texts(asked, "Id")), "") if asked is not None else ""
        targets = [text for db in link_set.iter("LinkSetDb") for link in db.iter("Link") for text in _texts(link, "Id")]
        found.append(Links(source, tuple(dict.fromkeys(targets))))
    return tuple(found)


def _root(body: bytes) -> Element:
    """The root element; the document type is cut away first, so that nothing it declares or names is looked at."""
    start = body.find(b"<!DOCTYPE")
    if start >= 0:
        end = body.find(b">", start)
        body = body[:start] + body[end + 1 :] if b"[" not in body[start:end] else b""
    try:
        return fromstring(body)  # noqa: S314  without a document type no entity can be declared
    except ParseError:
        return Element("nothing")


def _texts(element: Element, tag: str) -> list[str]:
    return [text for child in element.findall(tag) if (text := (child.text or "").strip())]


def _words(element: Element | None, tags: tuple[str, ...]) -> list[str]:
    return [] if element is None else [text for tag in tags for text in _texts(element, tag)]
