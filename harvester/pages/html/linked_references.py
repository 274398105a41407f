"""The references that an article's JSON-LD gives under `citation` (schema.org), written as `citation_reference` tags,
so that one reader reads both."""

from harvester.pages.html.json_ld import find_items
from harvester.pages.html.schema_org import ARTICLE_TYPES, Index, account_of, types_of
from harvester.pages.html.tree import Tree
from harvester.text import squeeze

_FEWEST = 3
"""Citations of a list: one or two may say how to cite the page itself, or what it corrects."""

_MOST = 20_000
"""Citations that are read, as many as entries of a printed list."""
_LONGEST = 1_000
"""Characters of a citation that is a line of words."""


def linked_citations(tree: Tree, source: str) -> list[str]:
    """The citations of the page's article, in their order; none where there are fewer than three."""
    if '"citation"' not in source or "ld+json" not in source:
        return []
    items, index = find_items(tree, source)
    lists = [
        listed[:_MOST]
        for item in items
        if types_of(item) & ARTICLE_TYPES and isinstance(listed := item.get("citation"), list)
    ]
    best = max(lists, key=len, default=[])
    tags = [tag for one in best if (tag := _tag(one, index))]
    return tags if len(tags) >= _FEWEST else []


def _tag(one: object, index: Index) -> str:
    """A citation as a tag: its fields by their names, or its words; "" for what is neither."""
    if isinstance(one, str):
        return squeeze(one) if len(one) <= _LONGEST else ""
    if not isinstance(one, dict):
        return ""
    account = account_of(one, index)
    authors = [("author", f"{name.family or name.literal} {name.given}".strip()) for name in account.author]
    date = next(iter((*account.online, *account.issued)), "")
    first, _, last = account.page.partition("-")
    fields = [
        ("title", account.title),
        *authors,
        ("journal_title", account.container_title),
        ("year", date[:4]),
        ("volume", account.volume),
        ("issue", account.issue),
        ("firstpage", first),
        ("lastpage", last),
        ("doi", account.doi.value if account.doi else ""),
        ("pmid", account.pmid.value if account.pmid else ""),
    ]
    told = "; ".join(f"citation_{key}={value.replace(';', ',')}" for key, value in fields if value)
    # A citation may have nothing but a line of words under one of these.
    text = one.get("text") or one.get("description")
    return told or (squeeze(text) if isinstance(text, str) and len(text) <= _LONGEST else "")
