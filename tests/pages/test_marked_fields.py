"""Fields that pages mark up in their entries: taken where they can be what they are marked as, refused elsewhere."""

from collections.abc import Callable

import pytest

from harvester.model import Work
from harvester.pages.html.marked_fields import Markup, fields_marked
from harvester.pages.html.tree import parse_html
from harvester.pages.html.words import words_in
from harvester.references import parse
from tests.pages import marked_grid
from tests.pages.layouts import HIGHWIRE_META, OWN_TITLE


def marked(entry: str) -> Work:
    """The work that an entry in these words marks up; an empty one where it marks none."""
    node = parse_html(f"<ol><li>{entry}</li></ol>").css_first("li")
    assert node is not None
    markup = node.html or ""
    return Markup(markup, words_in(markup).text).work() or Work()


def families(work: Work) -> list[str]:
    return [name.family or name.literal for name in work.author]


@pytest.mark.parametrize(
    "is_share", [marked_grid.title_share, marked_grid.author_share, marked_grid.journal_share, marked_grid.place_share]
)
def test_lists_in_any_vocabulary_are_read_by_their_markup(is_share: Callable[[range], float]) -> None:
    assert is_share(range(12)) == 1.0


def test_authors_title_and_source_without_a_stop_between_them_are_told_apart() -> None:
    items = "".join(
        f'<li><ul class="reference"><li class="author">{authors}</li><li class="title"><p>{title}</p></li>'
        f'<li class="source"><p>{source}</p></li></ul></li>'
        for authors, title, source in (
            ("J.D. Watson, F.H.C. Crick", "Molecular structure of nucleic acids", "Nature, 171 (1953), pp. 737–738"),
            (
                "S.F. Altschul, W. Gish",
                "Basic local alignment search tool",
                "J. Mol. Biol., 215 (3) (1990), pp. 403–410",
            ),
            ("A.N. Other, et al.", "Mind the gap between journals", "Cell, 12 (1977), pp. 1–9"),
        )
    )
    page = (
        f"<html><head>{HIGHWIRE_META}</head><body><h1>{OWN_TITLE}</h1><h2>References</h2><ol>{items}</ol></body></html>"
    )
    first, second, third = (p.described for p in marked_grid.parsed(page))
    assert (first.title, families(first), first.container_title) == (
        "Molecular structure of nucleic acids", ["Watson", "Crick"], "Nature"
    )  # fmt: skip
    assert (second.container_title, second.volume, second.issue, second.page) == (
        "J. Mol. Biol.",
        "215",
        "3",
        "403-410",
    )
    assert (families(third), third.authors_complete) == (["Other"], False)


def test_parts_of_an_entry_in_a_list_within_it_are_no_entries() -> None:
    items = "".join(
        f'<li><ul class="reference"><li class="label">{work.authors[0][0]} et al., {work.year}</li><li class="author">'
        f'{", ".join(" ".join(name) for name in work.authors)}</li><li class="title">{work.title}</li><li class="source">'
        f"{work.journal}, {work.volume} ({work.year}), pp. {work.first}–{work.last}</li></ul></li>"
        for work in marked_grid.WORKS
    )
    page = (
        f"<html><head>{HIGHWIRE_META}</head><body><h1>{OWN_TITLE}</h1><h2>References</h2><ul>{items}</ul></body></html>"
    )
    found = [p.described for p in marked_grid.parsed(page)]
    assert [work.title for work in found] == [work.title for work in marked_grid.WORKS]
    assert [work.container_title for work in found] == [work.journal for work in marked_grid.WORKS]


def test_names_in_parts_may_stand_in_either_order_and_without_a_blank() -> None:
    work = marked(
        '<b class="fnm">Max</b><b class="snm">Perutz</b>, <b class="fnm">John</b><b class="snm">Kendrew</b>. '
        '<i class="atl">Structure of haemoglobin</i>. <i class="jtl">Nature</i> 1960;185:416.'
    )
    assert [str(name) for name in work.author] == ["Perutz, Max", "Kendrew, John"]
    assert (work.title, work.container_title) == ("Structure of haemoglobin", "Nature")


def test_a_list_of_names_in_one_element_is_cut_at_its_commas() -> None:
    work = marked('<i class="authors">H.G. Pope Jr., I. Roe, M. Bach Cuadra, A.W. MacDonald, III, I.V. Doe and J. Poe</i> '
                  '<i class="title">A study of words</i> BMJ, 3 (1999), pp. 1–2')  # fmt: skip
    assert [str(name) for name in work.author] == [
        "Pope, H.G., Jr", "Roe, I.", "Bach Cuadra, M.", "MacDonald, A.W., III", "Doe, I.V.", "Poe, J.",
    ]  # fmt: skip


def test_editors_are_no_authors() -> None:
    work = marked(
        '<span class="author">Baddeley A</span>, <span class="author">Hitch GJ</span>. '
        '<span class="chapterTitle">Working memory</span>. In: <span class="editor">Bower GA</span>, editor. '
        '<span class="bookTitle">The psychology of learning and motivation</span>. 1974.'
    )
    assert families(work) == ["Baddeley", "Hitch"]
    assert (work.title, work.container_title) == ("Working memory", "The psychology of learning and motivation")


def test_names_behind_words_are_not_the_authors() -> None:
    person = '<span class="surname">{}</span>, <span class="given">{}</span>'
    work = marked(
        f"{person.format('Schmidt', 'F. L.')}, & {person.format('Hunter', 'J. E.')} (1997). Eight common but false "
        f"objections. In {person.format('Harlow', 'L.')} (Ed.), What if there were no significance tests?"
    )
    assert families(work) == ["Schmidt", "Hunter"]


def test_an_entry_of_two_works_is_read_as_its_first() -> None:
    work = marked(
        '(a) <i class="author">Suzuki A</i>. <i class="article-title">Cross-coupling reactions</i>. <i class="source">'
        'J Organomet Chem</i> 1999. (b) <i class="author">Miyaura N</i>. <i class="article-title">Palladium-catalyzed '
        'reactions</i>. <i class="source">Chem Rev</i> 1995.'
    )
    assert (families(work), work.title, work.container_title) == (
        ["Suzuki"], "Cross-coupling reactions", "J Organomet Chem"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ('Roe J. <span class="year">A study of many words that no year has, printed in 1999</span>. BMJ 1:2.', "issued"),
        ('<span class="article-title">Roe J, Doe A. A study of words. BMJ 1999;1:2.</span> 12', "title"),
        ('<span class="title">Roe J, Doe A. A study of words, with</span> more of the same words. BMJ 1999;1:2.', "title"),
        ('Roe J. A study of words. <span class="volume">doi</span> BMJ 1999;1:2-3.', "volume"),
        ('Roe J. A study of words. <span class="journal">BMJ 1999; 1:2</span>-3.', "container_title"),
        ('Roe J. A study of words. BMJ 1999;1:<span class="fpage">https://e.org/1</span>.', "page"),
        ('Roe J. A study of words. <span class="accessdate">1 May 2016</span> BMJ.', "issued"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_what_it_is_marked_as_is_refused(entry: str, field: str) -> None:
    assert not getattr(marked(entry), field)


def test_markup_that_marks_everything_alike_marks_nothing() -> None:
    work = marked(
        '<b class="title">Roe J</b>. <b class="title">A study of words</b>. <b class="title">BMJ</b>. 1999;1:2.'
    )
    assert work == Work()


def test_what_is_hidden_and_not_in_the_words_is_not_taken() -> None:
    work = marked(
        'Roe J. A study of words. BMJ 1999;1:2.<span class="article-title" style="display:none">Another title</span>'
    )
    assert not work.title


def test_microdata_name_the_fields() -> None:
    work = marked(
        '<span itemprop="author" itemscope><span itemprop="name">Oliver Lowry</span></span>: <a itemprop="name">Protein '
        'measurement with the Folin phenol reagent</a>. <span itemprop="isPartOf" itemscope><i itemprop="name">J Biol '
        'Chem</i></span>, <span itemprop="datePublished">1951</span>.'
    )
    assert (work.title, families(work)) == ("Protein measurement with the Folin phenol reagent", ["Lowry"])
    assert (work.container_title, str(work.issued)) == ("J Biol Chem", "1951")


COINS = (
    '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.genre=article&amp;rft.atitle=How+to+Use+t-SNE+Effectively'
    "&amp;rft.jtitle=Distill&amp;rft.volume=1&amp;rft.aulast=Wattenberg&amp;rft.aufirst=Martin&amp;rft.au=Vi%C3%A9gas"
    '%2C+Fernanda&amp;rft.date=2016-10-13"></span>'
)


def test_coins_tell_what_the_entry_prints() -> None:
    work = marked(f'Wattenberg, Martin; Viégas, Fernanda (2016). "How to use t-SNE effectively". Distill. 1.{COINS}')
    assert (work.title, work.container_title, work.volume) == ("How to use t-SNE effectively", "Distill", "1")
    assert families(work) == ["Wattenberg", "Viégas"]


def test_coins_that_the_entry_does_not_print_tell_nothing() -> None:
    work = marked(f"Roe J, Doe A. A study of words. BMJ. 1999;17:2-4.{COINS}")
    assert work == Work()


def test_a_list_of_authors_that_coins_cut_is_not_taken() -> None:
    work = marked(
        f'Wattenberg, Martin; Viégas, Fernanda; Johnson, Ian; Roe, Jane. "How to Use t-SNE Effectively".{COINS}'
    )
    assert (work.title, families(work)) == ("How to Use t-SNE Effectively", [])


def test_a_label_in_an_element_of_its_own_is_no_part_of_the_words() -> None:
    items = "".join(
        f'<li><span class="label"><a href="#b{n}">{name} et al., 1999</a></span><div class="authors">{name} J., Doe A.</div>'
        f'<div class="title">A study of words number {n}</div><div class="host">BMJ, {n} (1999), pp. 2-{n}</div></li>'
        for n, name in enumerate(("Roe", "Poe", "Coe"), 3)
    )
    page = (
        f"<html><head>{HIGHWIRE_META}</head><body><h1>{OWN_TITLE}</h1><h2>References</h2><ol>{items}</ol></body></html>"
    )
    first = marked_grid.parsed(page)[0]
    assert (first.raw.label, first.raw.text[:6]) == ("Roe et al., 1999", "Roe J.")
    assert families(first.described) == ["Roe", "Doe"]


def test_a_source_alone_is_a_book_where_nothing_else_can_be_the_title() -> None:
    def described(words: str, source: str) -> tuple[str, str]:
        entry = f'<span class="surname">Cohen</span>, <span class="given">J.</span> (1988). {words}<i class="source">{source}</i>'
        node = parse_html(f"<ol><li>{entry}. New York, NY: Academic Press.</li></ol>").css_first("li")
        assert node is not None
        (raw,) = [p.raw for p in marked_grid.parsed(_page_of(node.html or ""))][:1]
        work = parse(raw).described
        return work.title, work.container_title

    assert described("", "Statistical power analysis") == ("Statistical power analysis", "")
    assert described("Why most tests have little power. ", "Chronicle of Higher Education")[1] == (
        "Chronicle of Higher Education"
    )


def _page_of(entry: str) -> str:
    more = "".join(f"<li>Roe J. A study of words number {n}. BMJ. 1999;{n}:2-{n}.</li>" for n in (3, 4, 5))
    return f"<html><head>{HIGHWIRE_META}</head><body><h1>{OWN_TITLE}</h1><h2>References</h2><ol>{entry}{more}</ol></body></html>"


def test_lists_without_such_markup_are_not_walked() -> None:
    assert not fields_marked(
        ['<li class="references-item"><a class="reference-link" href="/1/">PubMed</a> Roe J.</li>']
    )
    assert fields_marked(['<li><span class="cit-jnl-abbrev">BMJ</span></li>']) == {"container"}


def test_small_blocks_within_paragraphs_do_not_run_the_entries_together() -> None:
    entries = "".join(
        f"<p>{', '.join(map(' '.join, work.authors))} (<div class='year'>{work.year}</div>) {work.title}. <div class='source'>"
        f"{work.journal}</div> <div class='volume'>{work.volume}</div>:<div class='fpage'>{work.first}</div>–{work.last}.</p>"
        for work in marked_grid.WORKS
    )
    page = f"<html><head>{HIGHWIRE_META}</head><body><h1>{OWN_TITLE}</h1><h2>References</h2><div>{entries}</div></body></html>"
    found = [p.described for p in marked_grid.parsed(page)]
    assert [work.title for work in found] == [work.title for work in marked_grid.WORKS]
    assert [(work.volume, work.page) for work in found] == [
        (work.volume, f"{work.first}-{work.last}") for work in marked_grid.WORKS
    ]


@pytest.mark.parametrize("tag", ["li", "p", "div"])
def test_references_without_titles_are_references(tag: str) -> None:
    entries = "".join(
        f"<{tag}>{', '.join(map(' '.join, work.authors))}, <i>{work.journal}</i> <b>{work.volume}</b>, {work.first} "
        f"({work.year}).</{tag}>"
        for work in marked_grid.WORKS
    )
    page = f"<html><head>{HIGHWIRE_META}</head><body><h1>{OWN_TITLE}</h1><h2>References</h2><ol>{entries}</ol></body></html>"
    found = [p.described for p in marked_grid.parsed(page)]
    assert [(work.title, work.container_title, work.volume) for work in found] == [
        ("", work.journal, work.volume) for work in marked_grid.WORKS
    ]


def test_markup_without_end_is_walked_in_bounded_time() -> None:
    deep = "<i class='author'>" * 60 + "Roe J" + "</i>" * 60
    wide = "<i class='surname'>Roe</i> " * 30_000
    assert not marked(f"{deep}. A study of words. BMJ. 1999;1:2.").title
    assert not marked(f"{wide}. A study of words. BMJ. 1999;1:2.").author
