"""The words and links of list entries, read from their markup."""

import pytest

from harvester.pages.html.tree import parse_html
from harvester.pages.html.words import Words, text_in, words_in


def _words(*entries: str) -> list[Words]:
    tree = parse_html(f"<ol>{''.join(f'<li>{entry}</li>' for entry in entries)}</ol>")
    return [words_in(node.html or "") for node in tree.css("ol > li")]


def _text(entry: str) -> str:
    (words,) = _words(entry)
    return words.text


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("Kay AR. <i>Taste</i>, <b>7</b>:<sub>2</sub>", "Kay AR. Taste, 7:2"),
        ("Kay AR.<div>Taste.</div>J Fill", "Kay AR. Taste. J Fill"),
        ("Kay AR.<br>Taste", "Kay AR. Taste"),
        ("Smith &amp; Kay, p&lt;0.05&nbsp;mm", "Smith & Kay, p<0.05 mm"),
        ("&amp;lt;i&amp;gt; is a tag", "&lt;i&gt; is a tag"),
        ("Kay<!-- <a href='/x'>not here</a> --> AR", "Kay AR"),
        ("Kay<script>if (a < b) { '</b><a href=\"/x\">y</a>' }</script> AR", "Kay AR"),
        ("Kay<style>a > b { }</style> AR", "Kay AR"),
        ("Kay<button>Show <b>more</b></button> AR", "Kay AR"),
        ("Kay<svg><g><title>Icon</title></g></svg> AR", "Kay AR"),
        ('Kay<span class="u-visually-hidden">opens <span>in</span> a window</span> AR', "Kay AR"),
        ('Kay<span class="SR-only">opens</span> AR', "Kay AR"),
        ('Kay<span class="screenreader-text">opens</span> AR', "Kay AR"),
        ('Kay<span class="screening">of many</span> AR', "Kayof many AR"),
        ('Kay<span style="color: red; display: none">opens</span> AR', "Kay AR"),
        ('Kay<img class="sr-only" alt="x"> AR', "Kay AR"),
        ('<a role="doc-backlink" href="#back">^</a>Kay AR', "Kay AR"),
        ('<a class="rev-xref" href="#back">3</a>Kay AR', "Kay AR"),
        ("Kay AR<template><p>later</p></template> now", "Kay AR now"),
        ('<p class="sr-only">one <p>two', "two"),
        ('<ul class="sr-only"><li>Kay AR</li></ul>', "Kay AR"),
        ('Kay <a title="a > b < c" href="/x">the link</a> AR', "Kay the link AR"),
        ("Kay [<a href='/1'>PubMed</a>] (<a href='/2'>Google Scholar</a>)", "Kay"),
        ('Taste. <abbr class="jnl">Filling</abbr><span class="year">2010</span>;4', "Taste. Filling 2010;4"),
        ('<span class="surname">Kay</span><span class="given-names">AR</span>', "Kay AR"),
        ('<span class="name">Kay AR</span><span id="n2" class="name">Smith B</span>', "Kay AR Smith B"),
        ('<a href="/1">Taste</a><a href="/2">and smell</a>', "Taste and smell"),
        ('<span class="vol"><b>4</b></span><span class="page">17</span>', "4 17"),
        ('<span class="vol">4</span>:<span class="page">17</span>', "4:17"),
        ('<span class="name">Kay</span><span class="sc">ser</span>', "Kayser"),
        ('<span class="html-italic">CYP</span><span class="html-sub">2</span>', "CYP2"),
        ('<span class="x">Kay</span><i>ser</i><sup>2</sup>', "Kayser2"),
        (
            'Kay <a class="x" href="/1">\n          View Article\n                                              </a>',
            "Kay",
        ),
        ('Kay <a href="/1">Full Article (HTML)</a> <a href="/2">PDF(391K)</a> <a href="/3">References</a>', "Kay"),
        ('Kay <a href="/1">BioMed Central Full Text</a> <a href="/2">View at Publisher</a>', "Kay"),
    ],
)
def test_what_a_reader_of_the_page_sees_is_the_text(entry: str, text: str) -> None:
    assert _text(entry) == text


def test_links_come_with_their_words_and_those_that_name_a_service_leave_the_text() -> None:
    (words,) = _words(
        'Kay AR. <a href="https://doi.org/10.1000/x?a=1&amp;b=2">Taste &amp; smell</a>. '
        '<a class="x" href="/12/"><span>Pub</span>Med</a> <a name="n"></a><a>no address</a>'
    )
    assert words.text == "Kay AR. Taste & smell. no address"
    assert words.links == (
        ("https://doi.org/10.1000/x?a=1&b=2", "Taste & smell"),
        ("/12/", "PubMed"),
        ("", "no address"),
    )
    assert words.services == ("PubMed",)


def test_a_hidden_element_takes_its_links_with_it() -> None:
    (words,) = _words('Kay AR<div style="display:none"><a href="/12/">PubMed</a><div>x</div></div> Taste')
    assert words == Words("Kay AR Taste", (), ())


def test_a_hidden_label_within_a_link_names_no_service() -> None:
    (words,) = _words('Kay AR <a href="/x"><span class="sr-only">PubMed</span></a>')
    assert words.links == (("/x", ""),)
    assert words.services == ()


def test_entries_do_not_mix_even_where_a_page_has_the_separator_itself() -> None:
    first, second, third = _words("Kay\x1eAR", "Smith AB", "Jones <i>CD")
    assert [first.text, second.text, third.text] == ["Kay AR", "Smith AB", "Jones CD"]


def test_the_parser_writes_no_bare_angle_bracket_but_around_tags() -> None:
    """Cutting markup at its tags stands on this; a parser that stopped to escape attributes would break it."""
    tree = parse_html("""<p title='a < b > "c"' data-x=<>x &lt; y &gt; z""")
    markup = (tree.css_first("p") or tree.root).html or ""  # type: ignore[union-attr] # a parsed page has a root
    assert markup.count("<") == markup.count(">") == 2


def test_many_different_hidden_tags_are_cut_in_one_pass() -> None:
    hidden = "".join(f'<span id="i{n}" class="sr-only">x</span>' for n in range(20_000))
    assert text_in(f"<li>Kay {hidden}AR</li>", lambda _address, _words: None) == " Kay AR "
