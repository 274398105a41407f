"""A pasted or saved list becomes single references, whatever it is numbered and wrapped like."""

import pytest

from harvester.references import raw, split
from tests.references import measuring


def texts(listed: str) -> list[str]:
    return [reference.text for reference in split(listed)]


@pytest.mark.parametrize("layout", measuring.LAYOUTS)
def test_every_layout_gives_the_references_back(layout: str) -> None:
    refs = [gold["text"] for gold in measuring.load()]
    found = texts(measuring.LAYOUTS[layout](refs))
    assert [measuring.letters(t) for t in found] == [measuring.letters(t) for t in refs]


def test_labels_are_given_without_their_punctuation() -> None:
    assert [r.label for r in split("[7] Smith A. One. J. 2001;1:1.\n[8] Jones B. Two. J. 2002;2:2.")] == ["7", "8"]


def test_numbers_inside_a_reference_start_nothing() -> None:
    listed = (
        "1. Yuan J. New ways. J Immunother Cancer. 2016;4:3. doi:10.1186/s40425-016-0107-3. "
        "2. Catakovic K. Old ways. Cell Comm Signal. 2017;15(1):1. 3. Ornes S. In 2015. 3 trials. PNAS. 2016;113(26):7."
    )
    assert [r.label for r in split(listed)] == ["1", "2", "3"]


def test_a_number_without_a_space_before_it_still_starts_a_reference() -> None:
    listed = "1. Smith A. One. J Med. 2001;1:1-5.2. Jones B. Two. J Med. 2002;2:2-9.3. Brown C. Three. J Med. 2003;3:3."
    assert [t[:5] for t in texts(listed)] == ["Smith", "Jones", "Brown"]


def test_a_supplement_that_counts_from_one_again_follows() -> None:
    first = "\n".join(f"{i}. Smith A. Part {i}. J Med. 200{i};1:1-5." for i in range(1, 6))
    second = "\n".join(f"{i}. Jones B. More {i}. J Med. 201{i};2:1-5." for i in range(1, 4))
    found = split(f"References\n{first}\n\nSupplementary references\n{second}")
    assert [r.label for r in found] == ["1", "2", "3", "4", "5", "1", "2", "3"]
    assert "Supplementary" not in found[4].text


def test_link_words_become_labels_and_leave_the_text() -> None:
    (one, two) = split(
        "1. Smith A. One. J Med. 2001;1:1-5. - DOI - PMC - PubMed\n"
        "2. Jones B. Two. J Med. 2002;2:2-9. [PubMed] [Google Scholar]"
    )
    assert (one.text, one.tail_labels) == ("Smith A. One. J Med. 2001;1:1-5.", ("DOI", "PMC", "PubMed"))
    assert (two.text, two.tail_labels) == ("Jones B. Two. J Med. 2002;2:2-9.", ("PubMed", "Google Scholar"))


def test_link_words_glued_to_the_end_are_found() -> None:
    assert raw("Smith A. One. J Med. 2001;1:1-5.OpenUrlCrossRefPubMed").tail_labels == ("OpenUrl", "CrossRef", "PubMed")


def test_a_title_that_ends_in_such_a_word_keeps_it() -> None:
    assert raw("Smith A. How to write an abstract: an Article").text == "Smith A. How to write an abstract: an Article"


def test_a_hyphen_that_divides_a_word_at_a_line_end_goes_and_that_of_a_compound_stays() -> None:
    listed = "1. Smith A. Recruiting pa-\ntients for double-\nblind trials. J Med. 2001;1:132-\n141."
    assert texts(listed)[0] == "Smith A. Recruiting patients for double-blind trials. J Med. 2001;1:132-141."


def test_a_doi_cut_by_a_line_end_is_whole_again() -> None:
    listed = "1. Smith A. One. J Med. 2001;1:1. https://doi.org/10.1177/\n1534735415570634"
    assert [str(i) for i in split(listed)[0].identifiers] == ["doi:10.1177/1534735415570634"]


def test_identifiers_stand_where_the_page_has_them() -> None:
    listed = "References\n\n  1. Smith A. One.\n     J Med. 2001. doi:\n     10.1000/xyz123"
    (asserted,) = split(listed)[0].asserted
    assert asserted.span is not None
    assert listed[asserted.span.start : asserted.span.end] == "10.1000/xyz123"
    assert asserted.how == "label"


def test_spans_cover_the_references_text() -> None:
    listed = "Intro words.\n\nReferences\n1. Smith A. One. J Med. 2001;1:1.\n2. Jones B. Two. J Med. 2002;2:2."
    spans = [listed[r.span.start : r.span.end] for r in split(listed) if r.span]
    assert spans == ["Smith A. One. J Med. 2001;1:1.", "Jones B. Two. J Med. 2002;2:2."]


def test_what_follows_the_list_is_no_part_of_it() -> None:
    found = texts(
        "References\n1. Smith A. One. J Med. 2001;1:1.\n2. Jones B. Two. J Med. 2002;2:2.\n\nMeSH terms\nHumans"
    )
    assert found[-1] == "Jones B. Two. J Med. 2002;2:2."


@pytest.mark.parametrize("nothing", ["", " \n\t\n", "\ufeff"])
def test_nothing_gives_no_references(nothing: str) -> None:
    assert split(nothing) == ()


def test_one_reference_alone_is_one() -> None:
    assert texts("1. Smith A. One. J Med. 2001;1:1.") == ["Smith A. One. J Med. 2001;1:1."]


def test_raw_takes_the_label_off_one_line() -> None:
    reference = raw("[12] Smith A. One. J Med. 2001;1:1.  doi:10.1000/ABC", 3)
    assert (reference.ordinal, reference.label, reference.text[:8]) == (3, "12", "Smith A.")
    assert [str(i) for i in reference.identifiers] == ["doi:10.1000/abc"]


def test_raw_keeps_a_year_that_begins_a_line() -> None:
    assert raw("2013 Smith A. One. J Med.").text.startswith("2013 Smith")


def test_years_and_volumes_on_lines_of_their_own_are_not_taken_for_page_numbers() -> None:
    entry = "Kaplan GG.\n\nThe global burden of IBD.\n\nNat Rev\n\n2015\n\n;\n\n12\n\n:720-727.\n\nCrossref\nPubMed\n\n"
    (first, *_) = split("References\n\n" + entry * 3)
    assert "2015" in first.text.split()
    assert "12" in first.text.split()


def test_one_wrapped_reference_of_many_short_ones_stays_one() -> None:
    short = [f"Kaplan G, Li A. Effects of therapy in {n} rats. Gut. 2001;{n}:{n}-{n + 9}." for n in range(101, 116)]
    wrapped = [*short[:9], short[9].replace(" in 110", "\n    in 110"), *short[10:]]
    assert [reference.text for reference in split("\n".join(wrapped))] == short


def test_words_that_a_pasted_list_repeats_behind_its_entries_are_no_part_of_them() -> None:
    names = ("Roe", "Poe", "Coe", "Doe", "Moe")
    entries = [f"{n}. {name} J. A study of {n} words. J Fill. 200{n};{n}:1-{n}5" for n, name in enumerate(names, 1)]
    found = split("\n".join(f"{entry} UnserKatalog" for entry in entries))
    assert [reference.text for reference in found] == [entry.partition(". ")[2] for entry in entries]
    assert {reference.tail_labels for reference in found} == {("UnserKatalog",)}


def test_a_running_head_behind_a_page_number_stands_in_no_entry() -> None:
    listed = (
        "1. Kaplan GG. The global burden of IBD. Nat Rev Gastroenterol Hepatol. 2015;12:720-7.\n\n480\n\n"
        "\fJournal of Loud Nights\n\n"
        "2. Page MJ, McKenzie JE. The PRISMA 2020 statement. BMJ. 2021;372:n71.\n"
        "3. Zar JH. Biostatistical analysis. Upper Saddle River: Prentice Hall; 1999.\n"
    )
    found = [reference.text for reference in split(listed)]
    assert found[0].endswith("2015;12:720-7.")
    assert len(found) == 3
