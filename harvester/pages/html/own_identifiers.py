"""DOI, PMID and PMCID of a page's own work, where they stand: metadata, the page's addresses, marked elements, and the
words beside its title."""

import re
from collections.abc import Iterable, Mapping
from itertools import islice

from harvester.pages.html.accounts import PRECEDENCE, VOCABULARIES, Account
from harvester.pages.html.meta_tags import Meta
from harvester.pages.html.tree import Tree, text_of
from harvester.pages.links import identifiers_in
from harvester.text import fold
from harvester.values import identifier
from harvester.values.identifier import Identifier, Scheme

# Written at the top of a page by browsers ("saved from url=(0042)http://..."), SingleFile ("url: http://...") and
# WebScrapBook.
_SAVED_FROM = re.compile(
    r"<!--[^<>]{0,200}?(?:saved from url=\(\d{1,5}\)|\burl: )(https?://[^\s<>]{5,1000})"
    r"|<html\b[^<>]{0,500}?\bdata-scrapbook-source=\"(https?://[^\s<>\"]{5,1000})",
    re.IGNORECASE,
)
TOP = 3_000
"""Characters at the start of the source that hold a browser's note of the address, behind the document type."""

_SHORTEST_TITLE = 20
"""Characters of a title that occurs in a page's words only once or twice: "Editorial" may occur anywhere."""

_BEFORE, _AFTER = 400, 1_500
"""Characters before and behind a title in which the article's DOI is looked for, among journal and authors."""

_PARTS = re.compile(r"\b(?:References|REFERENCES|Introduction|INTRODUCTION|Related|Similar|Recommended|Cited by)\b")
_OF_ANOTHER = re.compile(
    r"comment|erratum|correct|retract|original|companion|related|reply|data|dryad|figshare|zenodo|supplement|preprint|version",
    re.IGNORECASE,
)
_READER = 'a.reader-domain[href],a[class~="reader-domain"][href],.reader-header a[href],base[href]'
"""Where Firefox's and other reader views give the address of the page that they show."""

_HEAD = 50_000
"""Characters at the start of the source that hold a reader view's head; it has no scripts, but its style sheet."""

_PMID_BOX = (
    '[class*="core-pmid"],[class="pmid"],[id="pmid"],[class*="article-pmid"],[itemprop="pmid"],[class*="pubmed-id"]'
)
_MARKING = ("class=", "id=", "itemprop=")


def saved_from(source: str) -> tuple[Identifier, ...]:
    """The identifiers in the address that a browser noted when it saved the page."""
    match = _SAVED_FROM.search(source, 0, TOP)
    return identifiers_in(match[1] or match[2]) if match else ()


def printed_doi(tree: Tree, title: str) -> Identifier | None:
    """The only labelled DOI beside the title of an article; None if there are several."""
    if len(title) < _SHORTEST_TITLE:
        return None
    text = text_of(tree.body)
    start = text.find(title)
    if start < 0:
        return None
    end = start + len(title)
    parts = _PARTS.search(text, end, end + _AFTER)
    text = text[max(0, start - _BEFORE) : parts.start() if parts else end + _AFTER]
    found = [f for f in identifier.find(text) if f.labelled and f.identifier.scheme == "doi"]
    if len({f.identifier for f in found}) != 1:
        return None
    # The words right before it may say that it belongs to another work: "Erratum in", "Data available at".
    before = text[max(0, found[0].start - 60) : found[0].start]
    return None if _OF_ANOTHER.search(before) else found[0].identifier


def told(accounts: Mapping[str, Account], scheme: Scheme) -> Identifier | None:
    """The identifier of a scheme in the first vocabulary that gives one."""
    order = PRECEDENCE["doi"] if scheme == "doi" else VOCABULARIES
    found = (getattr(accounts[name], scheme) for name in order if name in accounts)
    return next((one for one in found if isinstance(one, Identifier)), None)


def told_doi(accounts: Mapping[str, Account], addresses: Iterable[str]) -> Identifier | None:
    """The DOI of the vocabularies; where they give several, the only one that the page's addresses have, else that of
    the surest vocabulary."""
    said = dict.fromkeys(a.doi for name in PRECEDENCE["doi"] if (a := accounts.get(name)) and a.doi)
    if len(said) > 1:
        addressed = {i for address in addresses if "10." in address for i in identifiers_in(address)}
        if len(supported := [doi for doi in said if doi in addressed]) == 1:
            return supported[0]
    return next(iter(said), None)


def addresses_of(tree: Tree, meta: Meta) -> list[str]:
    """The page's own addresses, the surest first."""
    node = tree.head.css_first('link[rel="canonical"]') if tree.head is not None else None
    canonical = (node.attributes.get("href") or "") if node is not None else ""
    return [*meta.get("og:url", ()), canonical, *(value for name in _ADDRESSES for value in meta.get(name, ()))]


# Save Page WE, which writes the address into a tag of its own, is the last.
_ADDRESSES = ("citation_fulltext_html_url", "citation_abstract_html_url", "citation_public_url", "citation_pdf_url",
    "savepage-url")  # fmt: skip


def in_addresses(addresses: Iterable[str], scheme: Scheme) -> Identifier | None:
    """The identifier of a scheme in the first address that has one."""
    return next((i for address in addresses for i in identifiers_in(address) if i.scheme == scheme), None)


def own_doi(tree: Tree, source: str, addresses: Iterable[str]) -> Identifier | None:
    """The DOI in the addresses of a page: those that it names, that of which it was saved, that of a reader view."""
    if found := in_addresses((address for address in addresses if "10." in address), "doi"):
        return found
    if saved := next((i for i in saved_from(source) if i.scheme == "doi"), None):
        return saved
    if not any(mark in source[:_HEAD] for mark in ("reader-", "<base")):
        return None
    links = [node.attributes.get("href") or "" for node in tree.css(_READER)[:5]]
    return in_addresses(links, "doi")


_CITE = re.compile(
    r"\b(?:cite (?:this (?:article|paper|as)|as|it as)|how to cite|to cite|citation|zitieren als|citer|c\u00f3mo citar"
    r"|como citar)\b[^\n]{0,60}?:",
    re.IGNORECASE,
)
_BEHIND = 600
"""Characters of a citation behind the words for it: twenty authors and a title."""


def cited_doi(tree: Tree, title: str) -> Identifier | None:
    """The DOI at the end of how the page says to be cited; None if it says so of several works."""
    if tree.body is None:
        return None
    text = text_of(tree.body)
    found: set[Identifier] = set()
    for match in islice(_CITE.finditer(text), _MOST_LINKS):
        behind = text[match.end() : match.end() + _BEHIND]
        is_own = fold(title) in fold(behind) or "arXiv:" in behind[:20]
        doi = next((f.identifier for f in identifier.find(behind) if f.identifier.scheme == "doi"), None)
        if doi and is_own:
            found.add(doi)
    return found.pop() if len(found) == 1 else None


def marked_doi(tree: Tree, source: str) -> Identifier | None:
    """The DOI of the link whose id says that it is the page's (`<a id="ddDoi">`); None if several are so marked."""
    if not any(mark in source for mark in ('oi" ', 'oi">', 'OI" ', 'OI">')):  # each is a search of the whole source
        return None
    nodes = tree.css(_DOI_LINK)[:_MOST_LINKS]
    found = {i for node in nodes for i in identifiers_in(node.attributes.get("href") or "") if i.scheme == "doi"}
    return found.pop() if len(found) == 1 else None


_DOI_LINK = ",".join(
    f'a[id="{name}"][href*="doi.org/10."],[id="{name}"] a[href*="doi.org/10."]'
    for name in ("doi", "DOI", "ddDoi", "article-doi", "articleDoi", "article_doi", "pub-doi")
)
_MOST_LINKS = 10
"""Links or phrases that are looked at: a page names its own DOI in a few, more are of a list."""


def marked_pmid(tree: Tree, source: str) -> Identifier | None:
    """The PMID in an element that is marked as showing it (`<div class="core-pmid">`); None if there are several, which
    belong to a list of other works."""
    if not _marks_a_pmid(source):
        return None
    shown: set[Identifier] = set()
    for box in tree.css(_PMID_BOX)[:20]:
        words = text_of(box)[:80]
        found = (f.identifier for f in identifier.find(words.replace(" :", ":")) if f.identifier.scheme == "pmid")
        if own := next(found, None) or identifier.parse(words, "pmid"):
            shown.add(own)
    return shown.pop() if len(shown) == 1 else None


def _marks_a_pmid(source: str) -> bool:
    """Whether an attribute that `_PMID_BOX` looks at may name one; searching the tree costs six times as much."""
    for sign in ("pmid", "pubmed-id"):
        start = source.find(sign)
        while start >= 0:
            before, quote, _ = source[max(0, start - 80) : start].rpartition('"')
            if not quote or before.endswith(_MARKING):
                return True
            start = source.find(sign, start + 4)
    return False
