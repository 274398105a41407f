"""References that a page tells in its metadata beside the entries it prints."""

from harvester.model import RawReference
from harvester.pages.html.meta_references import references_from, with_tags
from harvester.references import parse, parse_many

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


def test_tags_in_another_order_tell_nothing() -> None:
    assert with_tags(PRINTED, [TAGS[1], TAGS[0], TAGS[2]]) == PRINTED


def test_one_tag_with_another_year_makes_all_unsure() -> None:
    assert (
        with_tags(PRINTED, [TAGS[0], TAGS[1].replace("citation_year=2021", "citation_year=2019"), TAGS[2]]) == PRINTED
    )


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
