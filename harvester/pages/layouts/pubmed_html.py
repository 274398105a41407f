"""A record's page of PubMed as saved from the browser, in the layout since 2020."""

from dataclasses import replace

from harvester.model import Name, Page, PartialDate, Reading, Work
from harvester.pages.html.lists import Item
from harvester.pages.html.metadata import PageData, first, page_data
from harvester.pages.html.reading import assemble
from harvester.pages.html.tree import Node, Tree, inline_text, parse_html, text_of
from harvester.values import identifier
from harvester.values.citation_line import find_citation_line
from harvester.values.identifier import Identifier
from harvester.values.printed_names import name_of

_HEADING = "full-view-heading"
_IDENTIFIERS = "full-view-identifiers"
_ABSTRACTS = ("abstract", "enc-abstract")
_AUTHORS = ".authors-list .full-name"
_LISTS = (
    ("full-references-list", "ol.references-list > li"),
    ("references", ".references-list > li"),
    ("references", "li.skip-numbering"),
)

_Parts = dict[str, Node]
"""The page's elements by their id, the first of each."""


def read(page: Page) -> Reading:
    """Understand a PubMed page: the heading tells the work, `#references` what it cites."""
    tree = parse_html(page.text)
    data = page_data(tree, page.text)
    parts = {node.id or "": node for node in reversed(tree.css("[id]"))}
    items = tuple([Item(node, True) for node in _entries(parts)])
    work = _work(tree, parts, data)
    return assemble(page, PageData(work, bool(work.title), data.kind, data.meta), items, tree)


def _entries(parts: _Parts) -> list[Node]:
    """The list's entries: the whole list where it has been opened, else the first five that the page shows."""
    lists = (parts[name].css(selector) for name, selector in _LISTS if name in parts)
    return [entry for node in next((nodes for nodes in lists if nodes), []) for entry in _parted(node)]


def _parted(node: Node) -> list[Node]:
    """An item of the list, or the references under it where it holds several."""
    inner = node.css("li.skip-numbering")
    return inner if len(inner) > 1 else [node]


def _work(tree: Tree, parts: _Parts, data: PageData) -> Work:
    full = parts.get(_HEADING)
    heading = full or parts.get("article-page") or tree.css_first("main")
    abstract = next((parts[name] for name in _ABSTRACTS if name in parts), None) or tree.css_first(".abstract")
    cit = text_of(heading.css_first(".cit")) if heading else ""
    line = find_citation_line(cit + " ") if cit else None
    authors = tuple(name for node in (full.css(_AUTHORS) if full else ()) if (name := name_of(text_of(node))))
    journal = heading.css_first(".journal-actions-trigger,.journal-actions button") if heading else None
    title = inline_text(heading.css_first("h1.heading-title")) if heading else ""
    page = line.page if line else ""
    return replace(
        data.work, title=title or data.work.title, author=_unique(authors) or data.work.author,
        issued=_issued(line.issued if line else None, data.work.issued),
        volume=(line.volume if line else "") or data.work.volume,
        issue=line.issue if line else data.work.issue, page=page or data.work.page,
        number=page if page and "-" not in page else data.work.number,
        container_title=first(data.meta, ("citation_journal_title",)) or data.work.container_title,
        container_title_short=text_of(journal),
        abstract=_abstract(parts), keywords=_keywords(abstract),
        identifiers=_identifiers(parts.get(_IDENTIFIERS), data.work),
    )  # fmt: skip


def _unique(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(names))


def _issued(printed: PartialDate | None, told: PartialDate | None) -> PartialDate | None:
    return printed or told


def _abstract(parts: _Parts) -> str:
    holder = parts.get("abstract")
    content = holder.css_first(".abstract-content") if holder is not None else None
    return text_of(content if content is not None else parts.get("enc-abstract"))


def _identifiers(box: Node | None, work: Work) -> tuple[Identifier, ...]:
    """The identifiers under the title, then those of the metadata; one of each scheme."""
    own: dict[str, Identifier] = {}
    for node in box.css(".identifier") if box is not None else ():
        for f in identifier.find(text_of(node)):
            own.setdefault(f.identifier.scheme, f.identifier)
    for known in work.identifiers:
        own.setdefault(known.scheme, known)
    return tuple(own.values())


def _keywords(abstract: Node | None) -> tuple[str, ...]:
    paragraphs = abstract.css("p") if abstract is not None else []
    label = next((n for n in paragraphs if text_of(n).startswith("Keywords")), None)
    words = text_of(label).partition(":")[2].split(";") if label else []
    return tuple(word.strip().rstrip(".") for word in words if word.strip())
