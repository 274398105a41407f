"""References that a page tells in its metadata beside the entries it prints."""

import json

from harvester.model import RawReference, Reading, Source
from harvester.pages.html.meta_references import joined, references_from, with_tags
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.references import parse, parse_many
from tests.pages.layouts import CITED, OWN_DOI, OWN_TITLE

PRINTED = (
    RawReference(1, "1", "Shea BJReeves BC AMSTAR 2: a critical appraisal tool. BMJ. 2017;358j4008- 12"),
    RawReference(2, "2", "Page MJMcKenzie JE The PRISMA 2020 statement: an updated guideline. BMJ. 2021;37271- 80"),
    RawReference(3, "3", "Higgins JPT, ed. Handbook. 2019."),
)
TAGS = [
    "citation_title=AMSTAR 2: a critical appraisal tool.; citation_author=Shea  BJ; citation_author=Reeves  BC; BMJ.; "
    " citation_year=2017; citation_volume=358; citation_pages=4008-4012; ",
    "citation_title=The PRISMA 2020 statement: an updated guideline.; citation_author=Page  MJ; "
    "citation_author=McKenzie  JE; BMJ.;  citation_year=2021; citation_volume=372; citation_pages=71-80; ",
    "citation_number=3",
]


def test_tags_that_surely_belong_to_the_entries_tell_of_them() -> None:
    composed = [entry.in_metadata for entry in with_tags(PRINTED, TAGS)]
    assert composed == [
        "Shea BJ, Reeves BC. AMSTAR 2: a critical appraisal tool. BMJ. 2017;358:4008-4012",
        "Page MJ, McKenzie JE. The PRISMA 2020 statement: an updated guideline. BMJ. 2021;372:71-80",
        "",
    ]


def test_entries_keep_their_words_beside_what_is_told() -> None:
    assert [entry.text for entry in with_tags(PRINTED, TAGS)] == [entry.text for entry in PRINTED]


def test_tags_in_another_number_tell_nothing() -> None:
    assert with_tags(PRINTED, TAGS[:2]) == PRINTED
    assert with_tags(PRINTED, []) == PRINTED


def told(entries: tuple[RawReference, ...]) -> list[str]:
    """What the tags tell of each entry whole, and the titles that they confirm."""
    works = [entry.marked.work() if entry.marked else None for entry in entries]
    return [f"{entry.in_metadata}{work.title if work else ''}" for entry, work in zip(entries, works, strict=True)]


def test_tags_in_another_order_tell_nothing() -> None:
    assert told(with_tags(PRINTED, [TAGS[1], TAGS[0], TAGS[2]])) == ["", "", ""]


def test_one_tag_with_another_year_makes_all_unsure() -> None:
    tags = [TAGS[0], TAGS[1].replace("citation_year=2021", "citation_year=2019"), TAGS[2]]
    assert [entry.in_metadata for entry in with_tags(PRINTED, tags)] == ["", "", ""]


def test_a_place_that_print_glues_is_read_from_what_is_told() -> None:
    second = next(iter(parse_many(with_tags(PRINTED, TAGS)[1:])))
    w = second.described
    assert [n.family for n in w.author] == ["Page", "McKenzie"]
    assert (w.container_title, str(w.issued), w.volume, w.page) == ("BMJ", "2021", "372", "71-80")
    assert second.raw.text == PRINTED[1].text
    assert second.confidence > parse(PRINTED[1]).confidence


def test_print_that_is_whole_is_believed_before_what_is_told() -> None:
    entry = RawReference(
        1, "1", "Shea BJ. AMSTAR 2. BMJ. 2017;358:40-8.", in_metadata="Shea BJ. AMSTAR 2. BMJ. 2017;1:1"
    )
    assert parse(entry).described.page == "40-48"


def test_a_journal_told_without_its_name_is_the_journal_of_a_page_with_tags_alone() -> None:
    (first, *_) = references_from(TAGS[:1], ())
    assert first.text == "Shea BJ, Reeves BC. AMSTAR 2: a critical appraisal tool. BMJ. 2017;358:4008-4012"


WHOLE = [
    f"citation_title={title}; citation_author=Roe J; citation_journal_title=Gut; citation_year={year}; "
    f"citation_volume={volume}; citation_firstpage={page}; citation_doi=10.1136/gut.{volume}.{page}"
    for title, year, volume, page in (
        ("Faecal calprotectin in children", 2001, 41, 101),
        ("Mucosal healing after surgery", 2002, 42, 102),
        ("A trial of exclusive enteral nutrition", 2003, 43, 103),
        ("Vedolizumab in older people", 2004, 44, 104),
    )
]


def printed(*titles: str) -> tuple[RawReference, ...]:
    return tuple(
        RawReference(n, str(n), f"Roe J. {title}. Gut. {2000 + n};4{n}:10{n}.") for n, title in enumerate(titles, 1)
    )


def test_a_list_cut_on_the_page_goes_on_with_its_tags() -> None:
    found = joined(printed("Faecal calprotectin in children", "Mucosal healing after surgery"), WHOLE, ())
    assert [(r.ordinal, r.label) for r in found.references] == [(1, "1"), (2, "2"), (3, "3"), (4, "4")]
    assert found.references[1].text == "Roe J. Mucosal healing after surgery. Gut. 2002;42:102."
    assert [str(i) for i in found.references[2].identifiers] == ["doi:10.1136/gut.43.103"]
    assert found.total is None


def test_a_cut_list_whose_entries_have_not_all_a_tag_only_says_how_many_there_are() -> None:
    found = joined(printed("Faecal calprotectin in children", "A study that no tag has"), WHOLE, ())
    assert (len(found.references), found.total) == (2, 5)


def test_tags_of_another_work_list_say_nothing() -> None:
    entries = printed("A study that no tag has", "Another one of these", "And yet another study")
    assert joined(entries, WHOLE, ()).references == entries
    assert joined(entries, WHOLE, ()).total is None


def test_several_tags_of_one_entry_are_no_further_references() -> None:
    entries = (
        RawReference(1, "1", "(a) Roe J. Faecal calprotectin in children. Gut. 2001;41:101. (b) Roe J. Mucosal healing "
                     "after surgery. Gut. 2002;42:102."),
        RawReference(2, "2", "Roe J. A trial of exclusive enteral nutrition. Gut. 2003;43:103."),
        RawReference(3, "3", "Roe J. Vedolizumab in older people. Gut. 2004;44:104."),
    )  # fmt: skip
    assert len(joined(entries, WHOLE, ()).references) == 3


def test_tags_of_some_entries_tell_of_these() -> None:
    entries = printed(
        "Letters", "Faecal calprotectin in children", "Another one", "Mucosal healing after surgery", "More"
    )
    works = [r.marked.work() if r.marked else None for r in joined(entries, WHOLE[:2], ()).references]
    assert [work.title if work else "" for work in works] == [
        "", "Faecal calprotectin in children", "", "Mucosal healing after surgery", "",
    ]  # fmt: skip


def test_a_journal_is_not_found_in_a_doi_or_in_the_title() -> None:
    tag = "citation_title=What a cell needs in Pnas; citation_journal_title=PNAS; citation_year=2001"
    entry = RawReference(1, "", "Roe J. What a cell needs in Pnas. Proc Natl Acad Sci. 2001. doi:10.1073/pnas.2412.")
    (found,) = with_tags((entry,), [tag])
    work = found.marked.work() if found.marked else None
    assert work is not None
    assert (work.title, work.container_title) == ("What a cell needs in Pnas", "")


def test_a_page_with_tags_alone_has_its_fields_from_them() -> None:
    found = list(parse_many(references_from(WHOLE, ())))
    assert [p.described.title for p in found][2] == "A trial of exclusive enteral nutrition"
    assert {p.described.container_title for p in found} == {"Gut"}


LINKED = [
    {
        "@type": "ScholarlyArticle",
        "name": c.title,
        "author": [{"@type": "Person", "name": name} for name in c.authors.split(", ")],
        "datePublished": c.year,
        "isPartOf": {"@type": "PublicationVolume", "volumeNumber": c.volume, "isPartOf": {"@type": "Periodical",
                                                                                             "name": c.journal}},
        "pageStart": c.pages.partition("-")[0],
        "sameAs": f"https://doi.org/{c.doi}",
    }
    for c in CITED
]  # fmt: skip


def linked_page(citations: object, body: str) -> Reading:
    own = {"@context": "https://schema.org", "@type": "ScholarlyArticle", "headline": OWN_TITLE,
           "@id": f"https://doi.org/{OWN_DOI}", "citation": citations}  # fmt: skip
    page = (
        f'<html><head><title>{OWN_TITLE}</title><script type="application/ld+json">{json.dumps(own)}</script></head>'
        f"<body><h1>{OWN_TITLE}</h1><p>Words of ours.</p>{body}</body></html>"
    )
    (found,) = recognize(Source("page.html", page.encode(), "0" * 64)).pages
    return read(found)


def test_citations_of_json_ld_are_the_references_of_a_page_that_prints_none() -> None:
    found = [p.described for p in parse_many(linked_page(LINKED, "").references)]
    assert [(w.title, w.container_title, w.volume) for w in found] == [(c.title, c.journal, c.volume) for c in CITED]
    assert [[n.family for n in w.author] for w in found][1] == ["Hayney", "Poland"]
    assert [w.get("doi") for w in found] == [c.doi.lower() for c in CITED]


def test_citations_of_json_ld_follow_a_list_cut_on_the_page() -> None:
    body = "".join(f"<li>{c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}.</li>" for c in CITED[:3])
    found = linked_page(LINKED, f"<h2>References</h2><ol>{body}</ol>").references
    assert len(found) == len(CITED)


def test_one_citation_in_json_ld_may_be_how_to_cite_the_page() -> None:
    assert linked_page(f"Roe J. {OWN_TITLE}. J Fill. 2024;1:2.", "").references == ()
    assert linked_page(LINKED[:1], "").references == ()
