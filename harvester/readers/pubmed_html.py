"""A record's page of PubMed as saved from the browser, in the layout since 2020."""

from dataclasses import replace

from harvester.model import Name, Page, PartialDate, Reading, Work, identifier
from harvester.model.identifier import Identifier
from harvester.notations.html_lists import Item
from harvester.notations.html_metadata import PageData, first, page_data
from harvester.notations.html_reading import assemble
from harvester.notations.html_tree import Node, Tree, inline_text, parse_html, text_of
from harvester.notations.nlm_citation import find_citation_line
from harvester.notations.people import name_of

_HEADING = "#full-view-heading"
_IDENTIFIERS = "#full-view-identifiers .identifier"
_AUTHORS = ".authors-list .full-name"
_LISTS = ("#full-references-list ol.references-list > li", "#references .references-list > li")


def read(page: Page) -> Reading:
    """Understand a PubMed page: the heading tells the work, `#references` what it cites."""
    tree = parse_html(page.text)
    data = page_data(tree, page.text)
    heading = tree.css_first(_HEADING) or tree.css_first("#article-page,main")
    work = _work(tree, heading, data)
    items = tuple(Item(node, True) for node in _entries(tree))
    return assemble(page, PageData(work, bool(work.title), data.kind, data.meta), items, tree)


def _entries(tree: Tree) -> list[Node]:
    """The list's entries: the whole list where it has been opened, else the first five that the page shows."""
    return next((nodes for selector in _LISTS if (nodes := tree.css(selector))), [])


def _work(tree: Tree, heading: Node | None, data: PageData) -> Work:
    cit = text_of(heading.css_first(".cit")) if heading else ""
    line = find_citation_line(cit + " ") if cit else None
    full = heading if heading is not None and heading.id == _HEADING[1:] else None
    authors = tuple(name for node in (full.css(_AUTHORS) if full else ()) if (name := name_of(text_of(node))))
    has_abstract = tree.css_first("#abstract,#enc-abstract,.abstract") is not None
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
        abstract=text_of(tree.css_first("#abstract .abstract-content, #enc-abstract") if has_abstract else None),
        keywords=_keywords(tree) if has_abstract else (), identifiers=_identifiers(tree, data.work),
    )  # fmt: skip


def _unique(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(names))


def _issued(printed: PartialDate | None, told: PartialDate | None) -> PartialDate | None:
    return printed or told


def _identifiers(tree: Tree, work: Work) -> tuple[Identifier, ...]:
    """The identifiers under the title, then those of the metadata; one of each scheme."""
    own: dict[str, Identifier] = {}
    for node in tree.css(_IDENTIFIERS):
        for f in identifier.find(text_of(node)):
            own.setdefault(f.identifier.scheme, f.identifier)
    for known in work.identifiers:
        own.setdefault(known.scheme, known)
    return tuple(own.values())


def _keywords(tree: Tree) -> tuple[str, ...]:
    label = next((n for n in tree.css("#abstract p, .abstract p") if text_of(n).startswith("Keywords")), None)
    words = text_of(label).partition(":")[2].split(";") if label else []
    return tuple(word.strip().rstrip(".") for word in words if word.strip())
