"""Where the entries of a list stand in a page's source."""

from harvester.pages.html.spans import find_spans
from harvester.pages.html.tree import parse_html
from harvester.pages.html.words import words_in

_TEAM = "Moher D, Liberati A, Tetzlaff J, Altman DG"
_TITLES = ("Preferred reporting items", "The PRISMA statement", "Reporting items explained", "An update")


def _said(page: str, selector: str) -> list[str]:
    """What stands in the source at the span of each entry."""
    markups = [node.html or "" for node in parse_html(page).css(selector)]
    spans = find_spans(page, [(markup, words_in(markup).text) for markup in markups])
    return [page[span.start : span.end] if span else "" for span in spans]


def test_entries_that_begin_with_the_same_authors_have_a_span_each() -> None:
    entries = [f"<li>{_TEAM}. {title}. BMJ 2009;339:b{n}.</li>" for n, title in enumerate(_TITLES)]
    assert _said(f"<body><p>Text.</p><ol>{''.join(entries)}</ol></body>", "ol > li") == entries


def test_entries_with_a_list_of_authors_inside_begin_at_their_own_tag() -> None:
    entries = [
        f"<li><ul><li>Moher D</li><li>Liberati A</li></ul>{title}. BMJ 2009;339:b{n}.</li>"
        for n, title in enumerate(_TITLES)
    ]
    assert _said(f"<body><ol>{''.join(entries)}</ol></body>", "ol > li") == entries


def test_a_list_whose_first_entry_is_quoted_in_the_text_stands_where_all_its_entries_stand() -> None:
    entries = [f"<li>{_TEAM}. {title}. BMJ 2009;339:b{n}.</li>" for n, title in enumerate(_TITLES)]
    quoted = f"<ul><li>{_TEAM}. {_TITLES[0]}. BMJ 2009;339:b0.</li></ul><p>{'Words of an article. ' * 2000}</p>"
    assert _said(f"<body>{quoted}<ol>{''.join(entries)}</ol></body>", "ol > li") == entries


def test_an_entry_that_is_not_in_the_source_has_no_span() -> None:
    markup = "<li>Jones CD. Taste. J Fill. 2001;1:2.</li>"
    assert find_spans("<ol><li>Something else that is no reference at all.</li></ol>", [(markup, markup[4:-5])]) == [
        None
    ]
