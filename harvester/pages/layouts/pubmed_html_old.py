"""A record's page of PubMed as it was before 2020 (class `rprt`); it shows no reference list."""

from harvester.model import Page, Reading, remake_work
from harvester.pages.html.metadata import PageData, page_data
from harvester.pages.html.reading import NOTHING, assemble
from harvester.pages.html.tree import inline_text, parse_html, text_of
from harvester.values import identifier
from harvester.values.citation_line import find_citation_line
from harvester.values.names import read as read_name

_RECORD = ".rprt.abstract,.rprt_all .rprt,.rprt"


def read(page: Page) -> Reading:
    """Understand an old PubMed page; one without a record (the home page) has nothing to harvest."""
    tree = parse_html(page.text)
    record = tree.css_first(_RECORD)
    title = inline_text(record.css_first("h1")) if record else ""
    if record is None or not title:
        return Reading(text_of(tree.css_first("title")), None, problems=(NOTHING,))
    data = page_data(tree, page.text)
    cit = text_of(record.css_first(".cit"))
    line = find_citation_line(cit)
    # From the citation line and the box under the abstract; one of each scheme.
    box = " ".join(text_of(node) for node in record.css(".rprtid,.aux .resc"))
    own: dict[str, identifier.Identifier] = {}
    for f in (*identifier.find(cit), *identifier.find(box)):
        own.setdefault(f.identifier.scheme, f.identifier)
    work = remake_work(
        data.work, title=title, author=tuple(n for a in record.css(".auths a") if (n := read_name(text_of(a)))),
        container_title=line.journal if line else text_of(record.css_first(".cit a")),
        container_title_short=line.journal if line else "",
        issued=line.issued if line else None, volume=line.volume if line else "", issue=line.issue if line else "",
        page=line.page if line else "", number="",
        abstract=text_of(record.css_first(".abstr > div") or record.css_first(".abstr p")),
        identifiers=tuple(own.values()),
    )  # fmt: skip
    return assemble(page, PageData(work, True, "", data.meta), (), tree)
