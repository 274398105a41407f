"""Lists whose HTML is broken in many ways: every entry stays, with its own words, links and span, and no other's."""

from collections.abc import Callable

import pytest

from harvester.model import Page
from harvester.pages.html.mending import close_empty, close_open
from harvester.pages.layouts import read

_FACTS = (
    ("Law MR, Frost CD, Wald NJ. <b>By how much does dietary salt reduction lower blood pressure?</b> <i>BMJ</i>."
     " 1991;302:819-24.", "10.1136/bmj.302.6780.819", "2025704"),
    ("He FJ, MacGregor GA. <b>How far should salt intake be reduced?</b> <i>Hypertension</i>. 2003;42:1093-9.",
     "10.1161/01.hyp.0000102864.05174.e8", "14610100"),
    ("Kaplan GG. <b>The global burden of IBD: from 2015 to 2025.</b> <i>Nat Rev Gastroenterol Hepatol</i>."
     " 2015;12:720-7.", "10.1038/nrgastro.2015.150", "26323879"),
    ("Cook NR, Cutler JA. <b>Long term effects of dietary sodium reduction.</b> <i>BMJ</i>. 2007;334:885-8.",
     "10.1136/bmj.39147.604896.55", "17449506"),
    ("Graudal NA, Galloe AM. <b>Effects of sodium restriction on blood pressure.</b> <i>JAMA</i>. 1998;279:1383-91.",
     "10.1001/jama.279.17.1383", "9582047"),
)  # fmt: skip
_EMPTY = (
    "a", "b", "button", "center", "div", "em", "form", "font", "h4", "i", "iframe", "li", "object", "ol", "o:p", "p",
    "script", "section", "select", "span", "style", "sup", "table", "td", "template", "textarea", "title", "tr", "ul",
)  # fmt: skip
_OPEN = ("b", "center", "div", "em", "font", "h4", "i", "ol", "p", "section", "span", "strong", "sup", "table", "ul")

_Way = Callable[[str, str], str]
_WAYS: dict[str, _Way] = {
    **{f"<{n}/> at the end": lambda body, links, n=n: f"<li>{body}{links}<{n} class='x' /></li>" for n in _EMPTY},
    **{f"<{n}/> at the start": lambda body, links, n=n: f"<li><{n}/>{body}{links}</li>" for n in _EMPTY if n != "li"},
    **{f"<{n}/> in the middle": lambda body, links, n=n: f"<li>{body}<{n}/>{links}</li>" for n in _EMPTY if n != "li"},
    **{f"<{n}/> behind": lambda body, links, n=n: f"<li>{body}{links}</li>\n<{n}/>" for n in _EMPTY},
    **{f"<{n}> never closed": lambda body, links, n=n: f"<li>{body}{links}<{n}></li>" for n in _OPEN},
    **{f"</{n}> never opened": lambda body, links, n=n: f"<li>{body}{links}</{n}></li>" for n in _OPEN if n != "ol"},
    "type left open": lambda body, links: f"<li>{body.replace('</b>', '')}{links}</li>",
    "type crossing": lambda body, links: f"<li>{body.replace('</b> <i>', ' <i></b>')}{links}</li>",
    "a list of links left open": lambda body, links: f"<li>{body}<ul><li>{links}</li></li>",
    "entry left open": lambda body, links: f"<li>{body}{links}",
    "entry closed twice": lambda body, links: f"<li>{body}{links}</li></li>",
    "link left open": lambda body, links: f"<li>{body}{links.removesuffix('</a>')}</li>",
    "link left open in a paragraph": lambda body, links: f"<li><p>{body}{links.removesuffix('</a>')}</p></li>",
    "link within a link": lambda body, links: f"<li><a href='#top'>{body}{links}</a></li>",
    "anchor left open": lambda body, links: f"<li><a name='r'>{body}{links}</li>",
    "end tag cut off": lambda body, links: f"<li>{body}{links.removesuffix('>')}</li>",
    "</br>": lambda body, links: f"<li>{body}</br>{links}</br></li>",
    "comment left open": lambda body, links: f"<li>{body}{links}<!-- end -- ></li>",
    "comment closed with !": lambda body, links: f"<li>{body}{links}<!-- end --!></li>",
    "empty comment": lambda body, links: f"<li>{body}{links}<!--></li>",
    "table left open": lambda body, links: f"<li><table><tr><td>{body}<td>{links}</tr></li>",
    "entry in an attribute": lambda body, links: f'<li data-tip="<p>{body}</p>">{body}{links}</li>',
    "entry in a comment": lambda body, links: f"<!--<li>{body}{links}</li>--><li>{body}{links}</li>",
}


def _good(body: str, links: str) -> str:
    return f"<li>{body}{links}</li>"


def _page(way: _Way, broken: frozenset[int]) -> str:
    entries = "\n".join(
        (way if number in broken else _good)(
            body,
            f' <a href="https://doi.org/{doi}">DOI</a> <a href="https://pubmed.ncbi.nlm.nih.gov/{pmid}/">PubMed</a>',
        )
        for number, (body, doi, pmid) in enumerate(_FACTS)
    )
    return (
        "<!DOCTYPE html><html><head><title>A study of salt</title><meta name='citation_title' content='A study of salt'>"
        "<meta name='citation_doi' content='10.1234/own.1'></head><body><div id='main'><h1>A study of salt</h1><p>Words."
        f"</p><h2>References</h2><ol>{entries}</ol><h2>About us</h2><p>Our house.</p></div></body></html>"
    )


_PLACES = {"all": frozenset(range(5)), "one": frozenset({1}), "the first": frozenset({0}), "the last": frozenset({4})}


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("name", _WAYS)
def test_a_broken_entry_costs_no_entry_its_words_links_or_span(name: str, place: str) -> None:
    text = _page(_WAYS[name], _PLACES[place])
    whole = read(Page("x", "0", "html", _page(_good, frozenset()))).references
    found = read(Page("x", "0", "html", text)).references
    assert [(r.text, {i.value for i in r.identifiers}) for r in found] == [
        (r.text, {i.value for i in r.identifiers}) for r in whole
    ]
    spans = [text[r.span.start : r.span.end] if r.span else "" for r in found]
    assert [[doi in span for _, doi, _ in _FACTS] for span in spans] == [[n == m for m in range(5)] for n in range(5)]


@pytest.mark.parametrize(
    "source",
    [
        "<p>One<p>Two<ul><li>a<li>b</ul><br/><img src='x'/><svg><path d='M0'/><g/></svg>",
        "<div/>Words in it</div><p>and behind</p>",  # the stroke is but a slip
        "<p><b>Bold over</p><p>two paragraphs</b></p>",
        "<a href=http://example.org/>A link</a>",
        "<script>document.write('<b>' + \"<ul/>\")</script><p>Words</p>",
        "<!-- <b> <ul/> --><p>Words</p>",
        "<!-- <li>taken out</li> <!-- for now --><p>Words</p>",
    ],
)
def test_a_page_whose_tags_are_right_is_parsed_as_it_is(source: str) -> None:
    assert close_open(source) == source
    assert close_empty(source) == source


@pytest.mark.parametrize(
    "source",
    [
        "<b>" * 1_900 + "</i>x<i></b>" * 20_000,
        "<p><b>x</p>" * 20_000,
        "<a href='x'>" * 40_000,
        '<a href="x ' * 40_000 + '"',
        "</li><!-- x >" * 20_000 + "-->",
        "<!-- <li> " * 20_000,
        "<b/><title>" * 20_000,
        "<ul/>" * 40_000,
        "<a " + "x=1/" * 60_000 + "/>",
        "/>" * 100_000,
    ],
)
def test_the_time_of_mending_grows_with_the_page_alone(source: str) -> None:
    # Characters added are bounded by the tags; a walk back and forth would not end within the suite's patience.
    assert len(close_open(source)) <= 2 * len(source) + 20


@pytest.mark.parametrize(
    "title", ["Decision letter", "Open Peer Review", "Authors’ response", "Reviewer Report 10 Sep 2014"]
)
def test_the_list_of_a_review_printed_with_an_article_is_not_the_articles(title: str) -> None:
    others = "".join(f"<li>Jones B. A work of the review. Nature. 2001;{n}:12-19.</li>" for n in range(8))
    text = _page(_good, frozenset()).replace(
        "<h2>About us", f"<h2>{title}</h2><h3>References</h3><ol>{others}</ol><h2>About us"
    )
    found = read(Page("x", "0", "html", text)).references
    assert [i.value for r in found for i in r.identifiers if i.scheme == "doi"] == [doi for _, doi, _ in _FACTS]
