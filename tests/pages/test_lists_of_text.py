"""Lists in pages that lynx and w3m print: what is an entry, what is of other works, what is the page's own."""

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.pages.text.printed_lists import unnested
from tests.pages.layouts import CITED, OWN_DOI, OWN_TITLE, Cited

HEAD = f"{OWN_TITLE}\n\n   Puca P.\n   J Fill. 2024;25:1-2. doi: {OWN_DOI}\n\nAbstract\n\n   Words of ours.\n\n"
OTHERS = "".join(
    f"    {n}. Other {letter}. A work that is not cited here. J Other.\n       2021;3:4-5. doi:10.5555/not.cited.{n}\n"
    for n, letter in enumerate("ABCD", 1)
)


def reading(text: str) -> Reading:
    (page,) = recognize(Source("page.txt", text.encode(), "0" * 64)).pages
    assert page.format == "text"
    return read(page)


def nested(cited: Cited, number: int) -> str:
    """An entry of HighWire as lynx prints it: its number twice, its authors a list of their own."""
    authors = "".join(f"         {n}. {name},\n" for n, name in enumerate(cited.authors.split(", "), 1))
    facts = f". {cited.title}. {cited.journal}\n       {cited.year};{cited.volume}:{cited.pages}.\n"
    return f"    {number}. {number}.\u21b5\n{authors}       {facts}       CrossRefMedlineGoogle Scholar\n"


def line(cited: Cited, number: int) -> str:
    facts = f"{cited.authors}. {cited.title}. {cited.journal}. {cited.year};{cited.volume}:{cited.pages}."
    return f"    {number}. {facts}\n       doi: {cited.doi}\n"


NESTED = "".join(nested(cited, number) for number, cited in enumerate(CITED, 1))
LINES = "".join(line(cited, number) for number, cited in enumerate(CITED, 1))


def test_lists_of_authors_within_entries_are_no_entries() -> None:
    found = reading(f"{HEAD}References\n\n{NESTED}\nArticles citing this article\n\n{OTHERS}")
    assert [r.text.split(".")[0] for r in found.references] == [f"{cited.authors}," for cited in CITED]
    assert [r.label for r in found.references] == ["1", "2", "3", "4"]


def test_blanks_for_numbers_keep_every_place() -> None:
    blank = unnested(NESTED)
    assert len(blank) == len(NESTED)
    assert "Hayney MS" in blank
    assert "1. Hayney" not in blank
    assert blank.index("Hayney MS") == NESTED.index("Hayney MS")


def test_a_number_that_goes_on_in_an_entrys_next_line_stays() -> None:
    text = "".join(f"    {n}. Kaplan GG. Title. Suppl\n       1. 2015;12:720-727.\n" for n in range(1, 5))
    assert unnested(text) == text


@pytest.mark.parametrize(
    "heading", ["Cited by", "Similar articles", "Articles citing this article (4)", "Most read articles"]
)
def test_a_numbered_list_under_a_heading_of_other_works_is_none_of_the_page(heading: str) -> None:
    found = reading(f"{HEAD}{heading}\n\n{OTHERS}")
    assert found.references == ()
    assert found.citing is not None
    assert found.citing.get("doi") == OWN_DOI


def test_a_list_under_citations_behind_the_references_is_of_what_cites_the_page() -> None:
    found = reading(f"{HEAD}References\n\n{LINES}\nCitations\n\n{OTHERS}")
    assert [[i.value for i in r.identifiers] for r in found.references] == [[c.doi.lower()] for c in CITED]


def test_an_identifier_in_an_entry_above_the_list_is_not_the_pages_own() -> None:
    other_language = LINES.replace("The global burden", "Die globale Last")
    found = reading(f"{OWN_TITLE}\n\n   Words of ours.\n\nLiteraturhinweise\n\n{other_language}\nReferences\n\n{LINES}")
    assert found.citing is not None
    assert found.citing.identifiers == ()
    assert len(found.references) == len(CITED)


def test_how_to_cite_the_page_behind_a_numbered_list_is_none_of_it() -> None:
    behind = f"\n   How to cite this article: Puca P. {OWN_TITLE}. J Fill. 2014;25:1-2. doi:{OWN_DOI}\n"
    found = reading(f"{OWN_TITLE}\n\n   Words of ours.\n\nReferences\n\n{LINES}{behind}")
    assert [[i.value for i in r.identifiers] for r in found.references] == [[c.doi.lower()] for c in CITED]


def test_lists_of_chapters_and_of_kinds_of_references_are_one_list() -> None:
    parts = [line(cited, number) for number, cited in zip((1, 2, 1, 2), CITED, strict=True)]
    found = reading(
        f"{HEAD}References\n\nReferences to studies included in this review\n\n{''.join(parts[:2])}\n"
        f"Additional references\n\n{''.join(parts[2:])}"
    )
    assert [[i.value for i in r.identifiers] for r in found.references] == [[c.doi.lower()] for c in CITED]
    assert [r.ordinal for r in found.references] == [1, 2, 3, 4]


def test_a_list_that_is_printed_under_two_headings_is_one_list() -> None:
    found = reading(f"{HEAD}References\n\n{LINES}\nReferences\n\n{LINES}")
    assert len(found.references) == len(CITED)


@pytest.mark.parametrize(
    "foot",
    [
        "Received: May 12, 2013; Accepted: June 20, 2014",
        "Correspondence to: P. Puca, 12 Fill Street, 20551-030",
        f"Puca, P. (2014). {OWN_TITLE}. J Fill, 25, 1-2. https://doi.org/{OWN_DOI}",
    ],
)
def test_what_stands_behind_a_list_by_author_and_year_is_none_of_it(foot: str) -> None:
    entries = "".join(
        f"   {c.authors.split(',')[0]} ({c.year}). {c.title}. {c.journal}, {c.volume}, {c.pages}.\n"
        f"   https://doi.org/{c.doi}\n\n"
        for c in CITED
    )
    found = reading(f"{OWN_TITLE}\n\n   Words of ours.\n\nReferences\n\n{entries}   {foot}\n")
    assert [[i.value for i in r.identifiers] for r in found.references] == [[c.doi.lower()] for c in CITED]


def test_of_a_list_that_is_printed_twice_the_one_with_links_counts() -> None:
    plain = LINES.replace("doi: ", "")
    found = reading(f"{HEAD}References\n\n{LINES}\nMetrics\n\nReferences\n\n{plain}")
    assert [[i.value for i in r.identifiers] for r in found.references] == [[c.doi.lower()] for c in CITED]


def test_the_page_has_the_doi_of_the_paragraph_that_cites_it_by_its_heading() -> None:
    behind = f"\n\nCite this article as: Puca P. {OWN_TITLE}. J Fill\n2019;3:1-9. doi: {OWN_DOI}\n"
    found = reading(f"Home\nIssues\n\n{OWN_TITLE}\n\nWords of ours.\n\nReferences\n\n{LINES}{behind}")
    assert found.citing is not None
    assert found.citing.get("doi") == OWN_DOI
    assert len(found.references) == len(CITED)


def test_a_saved_pages_links_are_lynxs_links_to_files() -> None:
    entries = "".join(
        f"    {n}. {c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}. [{n}]PubMed\n"
        for n, c in enumerate(CITED, 1)
    )
    links = "".join(f"   {n}. file:///{c.pmid}/\n" for n, c in enumerate(CITED, 1))
    found = reading(f"{HEAD}References\n\n{entries}\nReferences\n\n{links}")
    assert [[i.value for i in r.identifiers] for r in found.references] == [[c.pmid] for c in CITED]


@pytest.mark.parametrize(
    "links", [("Crossref", "PubMed", "Search in Google Scholar"), ("go to the record", "[d]", "[v]")]
)
def test_items_that_only_name_links_are_no_entries(links: tuple[str, ...]) -> None:
    entries = "".join(
        f"- {n} {c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}.\n"
        + "".join(f"- {link}\n" for link in links)
        for n, c in enumerate(CITED, 1)
    )
    found = reading(f"{HEAD}References\n\n{entries}\nMore Like This\n\nOther work, 2018 J Other, pp. 1-2\n")
    assert [(r.label, r.text.split(".")[0]) for r in found.references] == [
        (str(n), c.authors) for n, c in enumerate(CITED, 1)
    ]
    assert found.references[0].tail_labels == links


REFS = [f"{c.authors}. {c.title}. {c.journal}. {c.year};{c.volume}:{c.pages}." for c in CITED]


@pytest.mark.parametrize("heading", ["References: ", "Kaynaklar: ", "参考文献：", "REFERENCES "])
def test_a_heading_may_stand_on_the_line_of_its_lists_first_number(heading: str) -> None:
    listed = heading + "\n".join(f"{n}. {words}" for n, words in enumerate(REFS, 1))
    assert [r.text for r in reading(HEAD + listed).references] == REFS


def test_a_heading_in_spaced_letters_heads_a_list() -> None:
    assert [r.text for r in reading(HEAD + "R E F E R E N C E S\n\n" + "\n".join(REFS)).references] == REFS


@pytest.mark.parametrize("mark", ["{}. ", "S{} ", "R{}. ", "{}: ", "({}) "])
def test_a_list_and_further_reading_that_count_from_one_are_both_read(mark: str) -> None:
    numbered = [mark.format(n) + words for n, words in enumerate(REFS, 1)]
    again = [
        f"{mark.format(n)}Other {letter}. A further work. J Oth. 2020;{n}:1-{n}." for n, letter in enumerate("AB", 1)
    ]
    listed = "References\n\n" + "\n".join(numbered) + "\n\nFurther reading\n\n" + "\n".join(again)
    assert [r.text[:7] for r in reading(HEAD + listed).references] == [*(w[:7] for w in REFS), "Other A", "Other B"]


def test_a_text_that_is_nothing_but_two_numbered_references_is_a_list() -> None:
    cut = f"2[1]{REFS[0]}\n3[2]{REFS[1]}"
    assert [(r.label, r.text) for r in reading(cut).references] == [("2", REFS[0]), ("3", REFS[1])]


def test_a_text_that_begins_with_a_number_is_no_list() -> None:
    assert (
        reading("12 nurses met in 2019; 4 of them stayed.\nIn 2020, 9(3) of 12 wards were closed.\n").references == ()
    )


PROSE = (
    "Introduction\n\nHandover has been studied in many wards, with mixed results (Kaplan, 2015; Hayney, 1998). Few of the"
    " studies asked the nurses themselves. We wanted to know what they think of it (Sharma, 2017; Wei, 2018).\n\n"
)
APA = [
    f"{name}, A. B., & Lind, J. ({year}). A work that is cited. J Med, {year % 90}, 11-19."
    for name, year in (("Kaplan", 2015), ("Hayney", 1998), ("Sharma", 2017), ("Wei", 2018))
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_references_without_heading_and_numbers_at_an_articles_end_are_its_list(between: str) -> None:
    text = HEAD + PROSE + between.join(APA) + "\n\nReceived 3 March 2020. Accepted 14 May 2020.\n"
    assert [r.text for r in reading(text).references] == APA


@pytest.mark.parametrize("heading", ["More from this journal", "Selected publications", "Read next:"])
def test_works_under_a_heading_of_their_own_are_no_references(heading: str) -> None:
    assert reading(HEAD + PROSE + f"{heading}\n\n" + "\n\n".join(APA)).references == ()


@pytest.mark.parametrize("heading", ["[References]", "[ REFERENCES ]", "【参考文献】"])
def test_a_heading_in_brackets_heads_a_list(heading: str) -> None:
    assert [r.text for r in reading(HEAD + f"{heading}\n\n" + "\n".join(REFS)).references] == REFS
