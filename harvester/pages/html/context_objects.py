"""A work as an OpenURL context object (Z39.88-2004) tells it, in the title of an empty span (COinS)."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import parse_qsl, unquote, unquote_plus

from harvester.pages.html.accounts import Account
from harvester.pages.html.author_lists import named, parted
from harvester.pages.html.tree import Tree
from harvester.pages.html.values_of import plain
from harvester.pages.links import identifiers_in
from harvester.text import fold
from harvester.values import identifier, issns
from harvester.values.identifier import Identifier
from harvester.values.names import Name
from harvester.values.names import read as read_name
from harvester.values.placeholders import is_placeholder

_MOST_SPANS = 500
"""Context objects that are looked at: a page that gives its references so has some hundred."""

_LONGEST = 20_000
"""Characters of one; with a hundred authors it has about 5,000."""

_MOST_PAIRS = 500
"""Keys and values of one object, in which a hundred authors are a hundred pairs."""


def find_context_object(
    tree: Tree, source: str, titles: Callable[[], Iterable[str]], own: Iterable[Identifier]
) -> Account | None:
    """The account of the context object of the page's own work: the one with its title or DOI.

    Others describe what the page cites, lists or discusses; an only one may do so too.
    """
    if "Z3988" not in source:
        return None
    shown, mine = {fold(title) for title in titles()} - {""}, set(own)
    for node in tree.css("[class~=Z3988]")[:_MOST_SPANS]:
        text = node.attributes.get("title") or ""
        if not text or len(text) > _LONGEST:
            continue
        # Most describe what is cited: only one whose title or DOI may be the page's is read whole.
        titled = any(fold(plain(unquote_plus(named[1]))) in shown for named in _NAMED.finditer(text))
        if titled or any(i.value in unquote(text).lower() for i in mine):
            account = read_context_object(text)
            if (account.title and fold(account.title) in shown) or account.doi in mine or account.pmid in mine:
                return account
    return None


_NAMED = re.compile(r"(?:^|[&;])(?:rft[._])?[abj]?title=([^&]+)", re.IGNORECASE)


def read_context_object(text: str) -> Account:
    """What a context object in key/value form tells of an article."""
    values: dict[str, list[str]] = {}
    for key, value in parse_qsl(text.replace("&amp;", "&"))[:_MOST_PAIRS]:
        if words := plain(value):
            # `rft_id` is written `rft.id` too, `rft.date` also `rft_date`.
            values.setdefault(key.lower().removeprefix("rft").lstrip("._"), []).append(words)

    def one(*names: str) -> str:
        return next((v for name in names for v in values.get(name, ())[:1] if not is_placeholder(v)), "")

    start, end = one("spage"), one("epage")
    found = [i for value in (*values.get("id", ()), *values.get("identifier", ())) for i in _identifiers(value)]
    found += [i for value in values.get("doi", ()) if (i := identifier.parse(value, "doi"))]
    date = one("date", "year")
    titles = [one(name) for name in ("atitle", "btitle", "jtitle", "title")]
    # What `title` names, is the journal beside an article's title, and the work itself in Dublin Core's format.
    title = titles[0] or titles[1] or ("" if titles[2] else titles[3])
    return Account(
        title=title, author=_authors(values), issued=(date,) if date else (),
        container_title=titles[2] or (titles[3] if titles[0] else ""), container_title_short=one("stitle"),
        volume=one("volume"), issue=one("issue"), page=f"{start}-{end}" if start and end else start or one("pages"),
        number=one("artnum"), issn=tuple(v for v in values.get("issn", ()) if issns.read(v)),
        doi=next((i for i in found if i.scheme == "doi"), None),
        pmid=next((i for i in found if i.scheme == "pmid"), None),
        pmcid=next((i for i in found if i.scheme == "pmcid"), None),
    )  # fmt: skip


def _identifiers(value: str) -> tuple[Identifier, ...]:
    text = re.sub(r"^info:(?:doi/)?", "", value, flags=re.IGNORECASE)
    found = identifier.parse(text, "doi") or identifier.parse(text)
    return (found,) if found else identifiers_in(value)


def _authors(values: dict[str, list[str]]) -> tuple[Name, ...]:
    """The names under `au`; the first author, who is given in parts too, stands before them where not among them."""
    listed = values.get("au") or values.get("creator") or []
    names = named(parted(listed[0]) if len(listed) == 1 else listed)
    family = next(iter(values.get("aulast", ())), "")
    if family:
        given = next((v for key in ("aufirst", "auinit", "auinit1") for v in values.get(key, ())[:1]), "")
        first = read_name(f"{family}, {given}")
        if first and not any(fold(family) in fold(str(name)) for name in names):
            names = (first, *names)
    group = [Name(literal=value) for value in values.get("aucorp", ())[:1]]
    return names or tuple(group)
