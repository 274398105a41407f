"""A record's page of PubMed as saved from the browser, in the layout since 2020."""

from harvester.model import Page, Reading, Work, remake_work
from harvester.pages.html.items import Item
from harvester.pages.html.meta_tags import first
from harvester.pages.html.metadata import PageData, tagged_data
from harvester.pages.html.reading import assemble
from harvester.pages.html.tree import Node, Tree, inline_text, parse_whole, text_of
from harvester.values import identifier
from harvester.values.citation_line import find_citation_line
from harvester.values.names import read as read_name

_HEADING = "full-view-heading"
_IDENTIFIERS = "full-view-identifiers"
_AUTHORS = ".authors-list .full-name"
_LISTS = (
    ("full-references-list", "ol.references-list > li"),
    ("references", ".references-list > li"),
    ("references", "li.skip-numbering"),
)


def read(page: Page) -> Reading:
    """Understand a PubMed page: the heading holds the work, `#references` what it cites."""
    tree = parse_whole(page.text)
    data = tagged_data(tree)
    # The first element of each id: searching the tree by id costs a pass over it each time.
    parts = {node.id or "": node for node in reversed(tree.css("[id]"))}
    # The whole list if it was opened, else the first five that the page shows.
    lists = (parts[name].css(selector) for name, selector in _LISTS if name in parts)
    items = []
    for entry in next((nodes for nodes in lists if nodes), []):
        inner = entry.css("li.skip-numbering")  # an item may hold several references
        items += [Item(node, True) for node in (inner if len(inner) > 1 else [entry])]
    work = _work(tree, parts, data)
    return assemble(page, PageData(work, bool(work.title), data.kind, data.meta), tuple(items), tree)


def _work(tree: Tree, parts: dict[str, Node], data: PageData) -> Work:
    full = parts.get(_HEADING)
    heading = full or parts.get("article-page") or tree.css_first("main")
    cit = text_of(heading.css_first(".cit")) if heading else ""
    line = find_citation_line(cit + " ") if cit else None
    authors = dict.fromkeys(n for node in (full.css(_AUTHORS) if full else ()) if (n := read_name(text_of(node))))
    journal = heading.css_first(".journal-actions-trigger,.journal-actions button") if heading else None
    title = inline_text(heading.css_first("h1.heading-title")) if heading else ""
    page = line.page if line else ""

    abstract = parts.get("abstract")
    content = abstract.css_first(".abstract-content") if abstract is not None else None
    # A page without the first id may have the second, or only the class.
    holder = abstract or parts.get("enc-abstract") or tree.css_first(".abstract")
    paragraphs = [text_of(node) for node in (holder.css("p") if holder is not None else ())]
    keywords = next((words for words in paragraphs if words.startswith("Keywords")), "").partition(":")[2].split(";")

    # The identifiers under the title, then the metadata's; one of each scheme.
    own: dict[str, identifier.Identifier] = {}
    box = parts.get(_IDENTIFIERS)
    for node in box.css(".identifier") if box is not None else ():
        for f in identifier.find(text_of(node)):
            own.setdefault(f.identifier.scheme, f.identifier)
    for other in data.work.identifiers:
        own.setdefault(other.scheme, other)
    return remake_work(
        data.work, title=title or data.work.title, author=tuple(authors) or data.work.author,
        issued=(line.issued if line else None) or data.work.issued,
        volume=(line.volume if line else "") or data.work.volume,
        issue=line.issue if line else data.work.issue, page=page or data.work.page,
        number="" if page else data.work.number,
        container_title=first(data.meta, ("citation_journal_title",)) or data.work.container_title,
        container_title_short=text_of(journal),
        abstract=text_of(content if content is not None else parts.get("enc-abstract")),
        keywords=tuple(word.strip().rstrip(".") for word in keywords if word.strip()),
        identifiers=tuple(own.values()),
    )  # fmt: skip
