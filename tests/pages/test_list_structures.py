"""Lists of references in any structure of HTML are read, and what stands behind or among their entries is not."""

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize

TITLE = "Night noise on general wards and the sleep of those who lie there"
META = f'<meta name="citation_title" content="{TITLE}"><meta name="citation_doi" content="10.1234/noise.7">'
ENTRIES = (
    "Kaplan GG. The global burden of IBD: from 2015 to 2025. Nat Rev Gastroenterol Hepatol. 2015;12(12):720-7.",
    "Page MJ, McKenzie JE, Bossuyt PM. The PRISMA 2020 statement. BMJ. 2021;372:n71.",
    "Guyatt GH, Oxman AD. GRADE: an emerging consensus on rating quality of evidence. BMJ. 2008;336:924-6.",
    "Zar JH. Biostatistical analysis. Upper Saddle River: Prentice Hall; 1999.",
    "Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med. 2002;21:1539-58.",
)
YEAR_ONLY = (
    "Egger M, Davey Smith G. Bias in meta-analysis detected by a simple, graphical test. BMJ. 1997.",
    "Moher D, Liberati A. Preferred reporting items for systematic reviews. Ann Intern Med. 2009.",
    "Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med. 2002.",
)
OTHER = "Other A, Miller B. A work that nobody cites here. J Other Med. 2021;3:45-9."


def reading(body: str, head: str = META) -> Reading:
    text = f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1><p>Words.</p>{body}</body></html>"
    (page,) = recognize(Source("page.html", text.encode(), "0" * 64)).pages
    return read(page)


def texts(body: str, head: str = META) -> list[str]:
    return [reference.text for reference in reading(body, head).references]


def listed(template: str, entries: tuple[str, ...] = ENTRIES, between: str = "\n") -> str:
    return between.join(template.format(n=n, e=e) for n, e in enumerate(entries, 1))


LISTS = {
    "in a list of an aside": f"<aside><h2>References</h2><ol>{listed('<li>{e}</li>')}</ol></aside>",
    "in a sidebar that follows its heading": f'<h2>References</h2><div class="sidebar-box"><ul>{listed("<li>{e}</li>")}</ul></div>',
    "in rows with brackets": f"<h3>References</h3><table>{listed('<tr><td>[{n}]</td><td>{e}</td></tr>')}</table>",
    "in one span each": f"<h2>References</h2><div>{listed('<span class=x{n}>{e}</span>')}</div>",
    "in elements that HTML does not know": f"<h2>References</h2><biblio>{listed('<work-cited>{e}</work-cited>')}</biblio>",
    "in definitions": f"<h2>References</h2><dl>{listed('<dt>{n}</dt><dd>{e}</dd>')}</dl>",
    "in terms": f"<h2>References</h2><dl>{listed('<dt>{e}</dt>')}</dl>",
    "in items of two lists under headings of groups": "<h2>References</h2>"
    f"<h3>Cited in the review</h3><ul>{listed('<li>{e}</li>', ENTRIES[:2])}</ul>"
    f"<h3>Cited in the table</h3><ul>{listed('<li>{e}</li>', ENTRIES[2:])}</ul>",
    "in paragraphs under bold lines": "<p><strong>References</strong></p>"
    f"<p><b>Reviews</b></p>{listed('<p>{e}</p>', ENTRIES[:2])}<p><b>Methods</b></p>{listed('<p>{e}</p>', ENTRIES[2:])}",
    "in paragraphs with numbers in brackets": f"<h4>References</h4>{listed('<p>[{n}] {e}</p>')}",
    "between two line breaks": f"<h2>References</h2><p>{listed('{e}', between='<br><br>')}</p>",
    "between line breaks": f"<h2>References</h2><p>{listed('{e}', between='<br>')}</p>",
    "in bare words": f"<b>References</b><br>{listed('{e}', between='<br><br>')}",
    "in typed lines with blank ones between": f"<h2>References</h2><pre>{listed('{e}', between=chr(10) * 2)}</pre>",
    "in typed lines with numbers": f"<h2>References</h2><pre>{listed('{n}. {e}')}</pre>",
    "in one paragraph": f"<h2>References</h2><p>{listed('{n}. {e}', between=' ')}</p>",
    "in boxes of two paragraphs": "<h2>References</h2>"
    + "".join(f"<div><p>{e.partition('. ')[0]}.</p><p>{e.partition('. ')[2]}</p></div>" for e in ENTRIES),
    "in boxes with their number beside": f"<h2>References</h2>{listed('<div><div>{n}.</div><div>{e}</div></div>')}",
    "in items of an inner list": f"<h2>References</h2><ol>{listed('<li><ol><li>{e}</li></ol></li>')}</ol>",
    "in paragraphs of a list without items": f"<h2>References</h2><ul>{listed('<p>{e}</p>')}</ul>",
    "in sections": f"<h2>References</h2>{listed('<section><p>{e}</p></section>')}",
    "in headings": f"<h2>References</h2>{listed('<h6>{e}</h6>')}",
    "in links": f"<h2>References</h2><div>{listed('<a href=#{n}>{e}</a>')}</div>",
    "in a fold": f"<details><summary>References</summary><ol>{listed('<li>{e}</li>')}</ol></details>",
    "in footnotes": f"<section class=footnotes><h2>References</h2><ol>{listed('<li>{e} <a href=#f{n}>↩</a></li>')}</ol></section>",
    "under a centred line": f"<center>WORKS CITED</center>{listed('<p>{e}</p>')}",
    "under a cell of a table": f"<table><tr><th>Références</th></tr>{listed('<tr><td>{e}</td></tr>')}</table>",
}


@pytest.mark.parametrize("place", LISTS)
def test_the_entries_are_read(place: str) -> None:
    assert texts(LISTS[place]) == list(ENTRIES)


@pytest.mark.parametrize(
    "words", ["Références", "Kaynaklar", "KAYNAKÇA", "Piśmiennictwo", "Bibliografia citada", "文献"]
)
def test_a_heading_of_any_language_heads_a_list(words: str) -> None:
    assert texts(f"<p><b>{words}</b></p>{listed('<p>{e}</p>')}") == list(ENTRIES)


@pytest.mark.parametrize("template", ["<li>{e}</li>", "<p>{e}</p>", "<div>{n}. {e}</div>"])
def test_entries_with_only_a_year_are_entries(template: str) -> None:
    assert texts(f"<h2>References</h2><div>{listed(template, YEAR_ONLY)}</div>") == list(YEAR_ONLY)


TAILS = {
    "dates of receipt": "<p>Received 3 May 2021; accepted 12 June 2021.</p>",
    "a history under a bold line": "<p><b>Editorial history</b></p><p>Received 3 May 2021. Accepted 12 June 2021.</p>",
    "a licence": "<hr><p>This work is licensed under a <a href='https://creativecommons.org/licenses/by/4.0/'>licence</a>.</p>",
    "how to cite": f"<p>How to cite: Osei R. {TITLE}. J Ward Pract. 2021;7:17-24. doi:10.1234/noise.7</p>",
    "the page's own citation": f"<p>{TITLE}<br>by Rita Osei<br><i>J Ward Pract</i>, volume 7, 2021, 17-24</p>",
    "key words": "<p>Key words: noise; sleep; wards</p>",
    "an address": "<p>Correspondence: Rita Osei, 12 Mill Lane, Leeds LS2 9JT</p>",
}


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("template", ["<p>{e}</p>", "{e}<br><br>"])
def test_what_follows_the_list_is_none_of_it(template: str, tail: str) -> None:
    assert texts(f"<p><strong>References</strong></p>{listed(template)}{TAILS[tail]}") == list(ENTRIES)


def test_all_that_follows_together_is_none_of_it() -> None:
    assert texts(f"<h3>References</h3>{listed('<p>{e}</p>', ENTRIES[:3])}{''.join(TAILS.values())}") == list(
        ENTRIES[:3]
    )


def test_further_reading_behind_the_references_is_read_too() -> None:
    first, second = (f"<ol>{listed('<li>{e}</li>', part)}</ol>" for part in (ENTRIES[:3], ENTRIES[3:]))
    assert texts(f"<h2>References</h2>{first}<h2>Further reading</h2>{second}") == list(ENTRIES)


def test_works_that_are_recommended_alone_are_no_references() -> None:
    assert texts(f"<h2>Recommended reading</h2><ul>{f'<li>{OTHER}</li>' * 4}</ul>") == []


@pytest.mark.parametrize("title", ["Related articles", "Cited by", "You may also like", "Most read"])
def test_other_works_in_the_sidebar_are_not_taken_for_a_list_in_the_footer(title: str) -> None:
    other = f'<div class="widget"><h3>{title}</h3><ul>{f"<li>{OTHER}</li>" * 6}</ul></div>'
    assert texts(f"<h2>References</h2><footer><ol>{listed('<li>{e}</li>')}</ol></footer>{other}") == list(ENTRIES)


def test_a_journal_s_name_as_title_of_the_page_does_not_hide_its_articles() -> None:
    name = "International Journal of Ward Noise Research"
    entries = tuple(f"Osei R, Lin J. Noise at night, part {n}. {name}. 2011;{n}:14-29." for n in range(3, 9))
    head = f'<meta name="citation_title" content="{name}"><meta name="citation_doi" content="10.1234/noise.7">'
    assert texts(f"<h2>References</h2>{listed('<p>{e}</p>', entries)}", head) == list(entries)


@pytest.mark.parametrize(
    "rows",
    [
        ("2015 – Neubau der Klinik Nord, Hamburg, 2013-2015", "2017 – Umbau des Labors, Kiel, 2016-2017") * 2,
        ("Mrs. A. Miller, head of ward, 2012-2015, phone 496-0017", "Mr. B. Khan, nurse, 2015-2018, phone 496-0018")
        * 2,
        ("open(path, mode): since 2.1 (2015)", "seek(offset, 0): since 2.4, 2017", "close(): since 1.0 (2009)") * 2,
    ],
)
def test_other_things_that_are_called_references_are_none(rows: tuple[str, ...]) -> None:
    assert texts(f"<h2>References</h2><ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>", "") == []


def test_a_tab_with_the_words_of_a_heading_is_none() -> None:
    tabs = "<div><span>Abstract</span><span>References</span></div>"
    prose = "".join(f"<p>{'Words of the article go on here. ' * 30}</p>" for _ in range(4))
    works = f"<ul>{f'<li>{OTHER}</li>' * 5}</ul>"
    assert texts(f"{tabs}{prose}<h2>Publications of the group</h2>{works}") == []


def test_further_reading_under_bold_lines_is_read_too() -> None:
    first, second = (f"<ol>{listed('<li>{e}</li>', part)}</ol>" for part in (ENTRIES[:3], ENTRIES[3:]))
    assert texts(f"<h2>References</h2>{first}<p><b>Further reading</b></p>{second}") == list(ENTRIES)
    assert texts(f"<p><b>References</b></p>{first}<h2>Further reading</h2>{second}") == list(ENTRIES)
    assert texts(f"<p><b>References</b></p>{first}<p><b>Further reading</b></p>{second}") == list(ENTRIES)


PROSE = "<p>The wards were noisy at night. Nobody slept well, and some said so.</p>"
APA = tuple(
    f"{name}, A. B., & Miller, C. (20{n}). Words of a title about noise, part {n}. J Ward Noise, {n}, 14–29."
    for n, name in enumerate(("Adler", "Berg", "Costa", "Dahl"), 11)
)


def cited(template: str) -> str:
    return "".join(f"<p>{template.format(n=n, name=e.partition(',')[0])}</p>" for n, e in enumerate(APA, 1))


NO_HEADING = {
    "the text links to its items": cited('So it is.<a href="#r{n}">{n}</a>')
    + f"<hr><ol>{listed('<li id=r{n}>{e}</li>', APA)}</ol>",
    "the text links to names in its paragraphs": cited('So it is.<a href="#note{n}" name="back{n}">{n}</a>')
    + listed('<div><p><a name="note{n}" href="#back{n}">{n}</a> {e}</p></div>', APA),
    "the text cites its numbers": "".join(f"<p>So it is [{n}].</p>" for n in range(1, 5))
    + f"<ol>{listed('<li>{e}</li>', APA)}</ol>",
    "the text cites its numbers, raised": cited("So it is.<sup>{n}</sup>") + f"<ol>{listed('<li>{e}</li>', APA)}</ol>",
    "the text cites its names and years": "".join(
        f"<p>So it is ({e.split(',')[0]} et al., 20{n}).</p>" for n, e in enumerate(APA, 11)
    )
    + f"<ul>{listed('<li>{e}</li>', APA)}</ul>",
    "each row of a record says so": "<table><tr><td>dc.title</td><td>Noise</td></tr>"
    + listed("<tr><td>dc.relation.references</td><td>{e}</td><td>en</td></tr>", APA)
    + "</table>",
}


@pytest.mark.parametrize("tie", NO_HEADING)
def test_a_list_without_a_heading_is_known_by_what_ties_it_to_the_page(tie: str) -> None:
    assert texts(PROSE + NO_HEADING[tie], "") == list(APA)
    assert reading(PROSE + NO_HEADING[tie], "").title == TITLE


@pytest.mark.parametrize("heading", ["<h2>Publications</h2>", "<h2>Our latest papers</h2>", ""])
def test_works_that_the_text_does_not_cite_are_none(heading: str) -> None:
    assert texts(f"{PROSE}{heading}<ol>{listed('<li>{e}</li>', APA)}</ol>", "") == []


def test_the_links_of_a_table_of_contents_do_not_head_the_items_behind_them() -> None:
    items = "".join(f"<li><a href=#>{e}</a><div><a>Full text</a> | <a>References</a></div></li>" for e in APA)
    assert texts(f"<h2>Volume 12, issue 3</h2><ul>{items}</ul>", "") == []


def test_counts_of_citations_do_not_head_the_items_behind_them() -> None:
    items = "".join(f"<li><a href='/{n}'>A title</a><br>{e}<br>Citations: {n}4</li>" for n, e in enumerate(APA))
    assert texts(f"<h1>Most cited articles</h1><p>Last three years</p><ol>{items}</ol>", "") == []


def test_entries_of_several_lines_with_blank_ones_between_are_whole() -> None:
    lines = [e.replace(". ", ".<br>", 2) for e in ENTRIES]
    assert texts(f"<h2>References</h2><div>{'<br><br>'.join(lines)}</div>") == list(ENTRIES)


def test_entries_that_are_marked_as_headings_do_not_end_the_list() -> None:
    assert texts(f"<h3>References</h3><ul>{listed('<li><h3>{e}</h3></li>')}</ul>") == list(ENTRIES)


def test_authors_with_another_title_are_no_citation_of_the_page_whatever_their_doi() -> None:
    entries = (*ENTRIES, "Moher D, Liberati A. Preferred reporting items. BMJ. 2009;339:b2535. doi:10.1234/noise.7")
    assert texts(f"<h2>References</h2>{listed('<p>{e}</p>', entries)}") == list(entries)


OTHERS = f"<ol>{f'<li>{OTHER}</li>' * 6}</ol>"


@pytest.mark.parametrize(
    "body",
    [
        f"<h2>References (0)</h2><h2>Citations (6)</h2>{OTHERS}",
        f"<p>So it is [1].</p><p><b>See also</b></p>{OTHERS}",
        "<h3>Literature</h3><p>We searched MEDLINE from 1990 to 2018 and found 1,240 records (Miller 2010).</p>",
    ],
)
def test_an_article_without_references_has_none(body: str) -> None:
    assert texts(body) == []


HEADS = {
    "an anchor": f'<a name="references"></a><ol>{listed("<li>{e}</li>")}</ol>',
    "the picture of a heading": f'<h2><img src="r.gif" alt="References"></h2><ol>{listed("<li>{e}</li>")}</ol>',
    "the title of a box": f'<div title="References"><ol>{listed("<li>{e}</li>")}</ol></div>',
    "words in the same paragraph": f"<p><b>References:</b> {listed('{n}. {e}', between=' ')}</p>",
    "a legend": f"<fieldset><legend>References</legend><ol>{listed('<li>{e}</li>')}</ol></fieldset>",
    "a caption": f"<table><caption>References</caption>{listed('<tr><td>{n}</td><td>{e}</td></tr>')}</table>",
    "a table of its own": f"<table><tr><td><b>REFERENCES</b></td></tr></table>{listed('<p>{e}</p>')}",
    "small capitals": f"<h2>R<small>EFERENCES</small></h2><ol>{listed('<li>{e}</li>')}</ol>",
    "other words put together": f"<h3>Zitierte Literatur und Quellen</h3><ul>{listed('<li>{e}</li>')}</ul>",
}


@pytest.mark.parametrize("head", HEADS)
def test_a_heading_may_be(head: str) -> None:
    assert texts(HEADS[head], "") == list(ENTRIES)


def test_a_page_that_was_typed_as_a_whole_is_read_like_one_of_text() -> None:
    page = f"{TITLE}\n\nRita Osei\n\nThe wards were noisy [1].\n\nREFERENCES\n\n{listed('{n}. {e}')}\n"
    assert texts(f"<pre>{page}</pre>", "") == list(ENTRIES)


def test_a_list_without_a_heading_is_none_where_the_text_cites_other_works() -> None:
    prose = "<p>So it is [1]. And so it is not [2], nor is it so [3] (Nobody, 1999).</p>"
    assert texts(f"{prose}<div><ul>{f'<li>{OTHER}</li>' * 6}</ul></div>") == []


def test_short_lines_of_a_short_list_are_entries_each() -> None:
    entries = tuple(f"Lin J, Ray S. Wards at night {n}. BMJ. 2010;12:3-4." for n in range(9))
    assert texts(f"<h2>References</h2><div>{listed('{e}', entries, '<br>')}</div>") == list(entries)


BODY = "World Health Organization (2020) Global tuberculosis report 2020. Geneva: World Health Organization."


def test_an_entry_of_a_body_with_author_and_year_is_the_last_of_its_list() -> None:
    entries = (
        "Egger, M. and Davey Smith, G. (1997) \u2018Bias in meta-analysis\u2019, BMJ, 315, pp. 629\u2013634.",
        "Higgins, J.P.T. and Thompson, S.G. (2002) \u2018Quantifying heterogeneity\u2019, Stat Med, 21, pp. 1539\u20131558.",
        "Kaplan, G.G. (2015) \u2018The global burden of IBD\u2019, Nat Rev Gastroenterol Hepatol, 12, pp. 720\u2013727.",
        BODY,
    )
    assert texts("<h2>References</h2>" + listed("<p>{e}</p>", entries)) == list(entries)
    assert texts("<h2>References</h2><div>" + listed("\u2013 {e}", entries, "<br>") + "</div>")[-1].endswith(BODY)


def test_what_a_foot_says_of_a_year_is_no_entry_of_a_body() -> None:
    foot = "<p>Journal of Sleepless Nights (2020). All rights reserved. Imprint: The Publisher.</p>"
    assert texts("<h2>References</h2>" + listed("<p>{e}</p>") + foot) == list(ENTRIES)


@pytest.mark.parametrize(
    "heading",
    ["Annex 3. References", "Appendix B: Bibliography", "Kapitel 7 Literatur", "\ucc38\uace0\ubb38\ud5cc (References)", "Kaynaklar / References",
     "\u53c2\u8003\u6587\u732e References", "\u6587 \u732e", "[References]"],
)  # fmt: skip
def test_a_heading_of_a_part_or_in_two_languages_heads_the_list(heading: str) -> None:
    body = f"<h2>{heading}</h2><ol>{listed('<li>{e}</li>')}</ol><h2>Annex 4. Search strategy</h2><ol><li>exp Sleep/</li></ol>"
    assert texts(body) == list(ENTRIES)


def test_counted_paragraphs_that_the_text_cites_by_their_numbers_need_no_heading() -> None:
    words = "<p>Noise wakes people [1]. Nobody counts them [2, 3]. Wards are loud [5].</p>"
    assert texts(words + "<hr>" + listed("<p>[{n}] {e}</p>"), head="") == list(ENTRIES)
    assert texts("<p>Noise wakes people.</p><hr>" + listed("<p>[{n}] {e}</p>"), head="") == []


def test_lines_of_a_pdf_each_in_an_element_are_put_together() -> None:
    lines = []
    for number, entry in enumerate(ENTRIES, 1):
        middle = entry.index(" ", 40)
        lines += [
            f'<div class="t x1">{number}. {entry[:middle]} </div>',
            f'<div class="t x4">{entry[middle:].strip()}</div>',
        ]
    assert texts('<div class="page"><div class="t x1">References</div>' + "\n".join(lines) + "</div>") == list(ENTRIES)


def test_a_note_between_counted_paragraphs_is_no_part_of_an_entry() -> None:
    paragraphs = [f"<p>{number}. {entry}</p>" for number, entry in enumerate(ENTRIES, 1)]
    paragraphs.insert(3, "<p>Of special interest to those who nurse at night</p>")
    assert texts("<h2>References</h2>" + "\n".join(paragraphs)) == list(ENTRIES)
