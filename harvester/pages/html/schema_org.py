"""A work as schema.org describes it, in JSON-LD, microdata or RDFa alike: which object is the page's own, and what it
tells."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from harvester.pages.html.accounts import Account
from harvester.pages.html.author_lists import MAX_AUTHORS, authors_in_list, named, once
from harvester.pages.html.values_of import plain
from harvester.pages.links import identifiers_in
from harvester.text import fold, word_set
from harvester.values import identifier
from harvester.values.identifier import Identifier, Scheme
from harvester.values.names import Name, is_body
from harvester.values.names import read as read_name
from harvester.values.placeholders import is_placeholder

Item = Mapping[str, object]
Index = Mapping[str, Item]
"""The objects of a graph by their `@id`: others name them by it."""

ARTICLE_TYPES = word_set("scholarlyarticle medicalscholarlyarticle article-journal")
"""Types of an article in a journal, whatever else the page says."""
NO_ARTICLE_TYPES = word_set("dataset datacatalog qapage searchresultspage website softwaresourcecode product")
_ANY_ARTICLES = word_set("article newsarticle blogposting report creativework thesis techarticle")
"""Types of an article of any kind: on a page that is an article's by other signs, the object is the article."""

LINKED_ADDRESSES = ("@id", "sameAs", "identifier", "url")
"""Keys under which an article's address stands."""

_IDENTIFIED = ("identifier", "doi", "@id", "sameAs", "url", "mainEntityOfPage")
"""Keys whose values identify the work, the surest first: an address may be that of another version."""

_MOST = 50
"""Values of one key that are looked at, authors apart: identifiers and parts of a journal are few."""
_DEEPEST = 6
"""Objects within objects that are followed from an article to its journal: issue, volume, series, journal, twice."""
_JOURNAL_TYPES = word_set("periodical magazine newspaper creativeworkseries bookseries book journal")
_NO_JOURNALS = word_set("website webpage publicationvolume publicationissue dataset collection webpageelement itemlist")
_VOLUMES = frozenset(("publicationvolume", "publicationissue"))
_NUMBERED = re.compile(r"^$|\d|\b(?:volume|vol|issue|no)\b", re.IGNORECASE)
_URL = re.compile(r"https?://|^#|^_:")


def types_of(item: Item) -> set[str]:
    """The types of an object, in lower case and without their vocabulary (`http://schema.org/`)."""
    found = set()
    for key in ("@type", "additionalType"):
        value = item.get(key)
        values = value if isinstance(value, list) else [value]
        found |= {re.split(r"[/:#]", v.lower())[-1] for v in values[:_MOST] if isinstance(v, str)}
    return found


def linked_words(value: object) -> str:
    """The words of a value: the name of an object, the first element of a list."""
    for _ in range(3):  # a list of objects whose name is an object: no field needs a deeper value
        if isinstance(value, dict):
            value = value.get("name") or value.get("value") or value.get("@value") or value.get("@id") or ""
        if isinstance(value, list):
            value = next((v for v in value if isinstance(v, str | dict)), "")
    return plain(str(value)) if isinstance(value, str | int) else ""


def title_of_item(item: Item) -> str:
    """The title: the headline, which is the whole name where a name is cut."""
    return linked_words(item.get("headline")) or linked_words(item.get("name"))


def own_item(items: Iterable[Item], titles: Callable[[], Iterable[str]], own: Iterable[Identifier]) -> Item | None:
    """The object of the page's own article: the only one of its type, else the one whose title the page shows or whose
    identifier is known to be the page's; None where several may be it."""
    known = list(items)
    articles = [item for item in known if types_of(item) & ARTICLE_TYPES]
    articles = articles or [item for item in known if types_of(item) & _ANY_ARTICLES]
    if not articles:
        return None
    # One article alone is the page's, but not on a page that says it is a list or a person's.
    is_list = any(types_of(item) & _LISTS for item in known)
    if len({fold(title_of_item(item)) for item in articles}) < 2 and not is_list:
        return articles[0]
    mine, shown = set(own), [fold(title) for title in titles()]
    for item in articles:
        if mine and mine & set(identifiers_of(item, {})):
            return item
    for item in articles:
        title = fold(title_of_item(item))
        if title and any(title == one or (len(title) > _LONG and title in one) for one in shown):
            return item
    return None


_LISTS = word_set("itemlist collectionpage profilepage searchresultspage")
"""Types of pages that show several works or none of their own; a path of links is a BreadcrumbList."""

_LONG = 20
"""Signs of a title that is recognized within a longer one, with the site's name behind it."""


def account_of(item: Item, index: Index) -> Account:
    """What an article's object tells of it."""
    chain = list(_chain(item, index))
    start, end = _one(chain, "pageStart"), _one(chain, "pageEnd")
    issued = [text for part in chain[1:] if (text := linked_words(part.get("datePublished")))]
    own = identifiers_of(item, index)
    journals = [part for part in chain[1:] if types_of(part) & _JOURNAL_TYPES]
    journals = journals or [part for part in chain[1:] if not types_of(part) & _NO_JOURNALS]
    # A name that is an address is none; where no journal is named, the volume may have the journal's name.
    names = [linked_words(part.get("name")) for part in journals]
    volumes = [part for part in chain[1:] if types_of(part) & _VOLUMES]
    names += [name for part in volumes if not _NUMBERED.search(name := linked_words(part.get("name")))]
    return Account(
        title=title_of_item(item), author=_authors(item, index), issued=tuple(issued),
        online=tuple(text for text in (linked_words(item.get("datePublished")),) if text),
        container_title=next((name for name in names if name and not _URL.match(name)), ""),
        container_title_short=next((n for part in journals if (n := linked_words(part.get("alternateName")))), ""),
        volume=_one(chain, "volumeNumber"), issue=_one(chain, "issueNumber"),
        page=f"{start}-{end}" if start and end else start or _one(chain, "pagination"),
        abstract=linked_words(item.get("abstract")), language=_language(item),
        issn=tuple(linked_words(value) for part in chain[1:] for value in _values(part.get("issn"), {}))[:_MOST],
        doi=_only(own, "doi"), pmid=_only(own, "pmid"), pmcid=_only(own, "pmcid"),
    )  # fmt: skip


def _language(item: Item) -> str:
    value = item.get("inLanguage")
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    text = linked_words(value)
    return text if len(text) < 12 else ""


def identifiers_of(item: Item, index: Index) -> tuple[Identifier, ...]:
    """The identifiers of an object, from the surest key that has one of their scheme."""
    found: dict[Scheme, list[Identifier]] = {}
    for key in _IDENTIFIED:
        here: dict[Scheme, list[Identifier]] = {}
        for value in _values(item.get(key), index):
            for one in _identifiers(value):
                here.setdefault(one.scheme, []).append(one)
        for scheme, ones in here.items():
            found.setdefault(scheme, ones)
    return tuple(dict.fromkeys(one for ones in found.values() for one in ones))


def _identifiers(value: object) -> tuple[Identifier, ...]:
    if isinstance(value, dict):
        kind = f"{linked_words(value.get('propertyID'))} {linked_words(value.get('name'))}".lower()
        text = linked_words(value.get("value")) or linked_words(value.get("url")) or linked_words(value.get("@id"))
        for scheme in _NAMED:
            if scheme in kind and (found := identifier.parse(text, scheme)):
                return (found,)
        value = text
    if not isinstance(value, str):
        return ()
    text = value.strip()
    if found := identifier.parse(text, "doi"):
        return (found,)
    return identifiers_in(text) if "/" in text else tuple(one for one in (identifier.parse(text),) if one)


_NAMED: tuple[Scheme, ...] = ("doi", "pmid", "pmcid")


def _only(own: tuple[Identifier, ...], scheme: Scheme) -> Identifier | None:
    """The identifier of a scheme, if the object has but one."""
    found = {one for one in own if one.scheme == scheme}
    return found.pop() if len(found) == 1 else None


def _values(value: object, index: Index) -> Iterator[object]:
    """The values of a key, those that name another object followed to it."""
    if isinstance(value, dict) and isinstance(value.get("@list"), list):
        value = value["@list"]
    for one in (value if isinstance(value, list) else [value])[:MAX_AUTHORS]:
        if isinstance(one, dict) and len(one) < 3 and isinstance(key := one.get("@id"), str) and key in index:
            yield index[key]
        elif one:
            yield one


def _chain(item: Item, index: Index) -> Iterator[Item]:
    """The article and what it is a part of, the nearest first."""
    row, seen = [item], 0
    for _ in range(_DEEPEST):
        following: list[Item] = []
        for part in row:
            yield part
            seen += 1
            for value in _values(part.get("isPartOf"), index):
                if isinstance(value, dict):
                    following.append(value)
                elif isinstance(value, str):
                    following.append({"name": value})
        row = following[: max(0, _MOST - seen)]
        if not row:
            return


def _one(chain: list[Item], key: str) -> str:
    values = (linked_words(part.get(key)) for part in chain)
    return next((value for value in values if value and not is_placeholder(value)), "")


def _authors(item: Item, index: Index) -> tuple[Name, ...]:
    for key in ("author", "creator"):
        values = list(_values(item.get(key), index))
        # One object may name all of them.
        if len(values) == 1 and isinstance(values[0], dict) and isinstance(listed := values[0].get("name"), list):
            values = listed[:MAX_AUTHORS]
        if len(values) == 1 and isinstance(values[0], str) and (names := authors_in_list(plain(values[0]))):
            return names
        names = tuple(name for value in values if (name := name_of(value)))
        if names:
            return once(names)
    return ()


def name_of(value: object) -> Name | None:
    """The name of a person or group: in parts where an object gives these, else as words say it."""
    if isinstance(value, dict):
        family, given = linked_words(value.get("familyName")), linked_words(value.get("givenName"))
        if family and given:
            middle = linked_words(value.get("additionalName"))
            # `additionalName` may be the whole middle name or stand in the given names already.
            given = f"{given} {middle}" if middle and middle not in given.split() else given
            return Name(family, given, linked_words(value.get("honorificSuffix")) if _is_suffix(value) else "")
        words = linked_words(value.get("name")) or f"{given} {family}".strip()
        if not words:
            return None
        is_group = "organization" in types_of(value) and "person" not in types_of(value)
        return Name(literal=words) if is_group or is_body(words) else next(iter(named([words])), None)
    words = linked_words(value)
    return None if _URL.match(words) or not words else next(iter(named([words])), None)


def _is_suffix(value: Mapping[str, object]) -> bool:
    """Whether an honorific suffix is one of generations and no degree."""
    read = read_name(f"Roe, Jane, {linked_words(value.get('honorificSuffix'))}")
    return read is not None and bool(read.suffix)
