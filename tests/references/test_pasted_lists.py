"""What stands before, between and behind the references of a pasted list is told from them, whatever it looks like."""

import time

import pytest

from harvester.references import split
from tests.references import pasted_grid

HIGGINS = (
    "Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. BMJ. 2003;327:557-60."
)
EGGER = "Egger M, Davey Smith G, Schneider M. Bias in meta-analysis detected by a simple test. BMJ. 1997;315:629-34."
DERSIMONIAN = "DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials. 1986;7:177-88."
KAPLAN = "Kaplan GG. The global burden of IBD: from 2015 to 2025. Nat Rev Gastroenterol Hepatol. 2015;12:720-7."
FOUR = [HIGGINS, EGGER, DERSIMONIAN, KAPLAN]


def texts(listed: str) -> list[str]:
    return [reference.text for reference in split(listed)]


def numbered(form: str, between: str = "\n") -> str:
    return between.join(form.format(n) + text for n, text in enumerate(FOUR, 1))


@pytest.mark.parametrize(
    "heading",
    [
        "References: ",
        "REFERENCES ",
        "Literatur: ",
        "Bibliographie. ",
        "References",
        "Список литературы: ",
        "Heimildaskrá: ",
    ],
)
def test_a_heading_on_the_line_of_the_first_number_is_no_part_of_it(heading: str) -> None:
    assert texts(heading + numbered("{}. ", " ")) == FOUR


@pytest.mark.parametrize("mark", ["{}", "{}[1]", "R{}. ", "S{} ", "{}: ", "{} - ", "{}.- ", "#{} ", "[CR{}] ", "0{}. "])
def test_numbers_in_any_signs_at_lines_starts_are_labels(mark: str) -> None:
    found = split(numbered(mark))
    assert [r.text.removeprefix("[1]") for r in found] == FOUR
    assert [r.label.lstrip("RSC0") for r in found] == ["1", "2", "3", "4"]


def test_raised_numbers_are_labels() -> None:
    found = split("\n".join(f"{sign}{text}" for sign, text in zip("¹²³⁴", FOUR, strict=True)))
    assert [(r.label, r.text) for r in found] == [("1", FOUR[0]), ("2", FOUR[1]), ("3", FOUR[2]), ("4", FOUR[3])]


def test_a_number_may_be_missing_in_a_run_on_list() -> None:
    listed = f"1. {HIGGINS} 2. {EGGER} 4. {DERSIMONIAN} 5. {KAPLAN}"
    assert [r.label for r in split(listed)] == ["1", "2", "4", "5"]


@pytest.mark.parametrize(
    "behind",
    [
        "Received 3 March 2020. Accepted 14 May 2020.",
        "© 2019 The Authors. Published by Elsevier Ltd.",
        "This is an open access article under the CC BY license.",
        "How to cite this article: Puca P, Rossi M. Our own words. J Fill. 2024;25:2789.",
        "Correspondence to: Dr P. Puca, Via Roma 1, Rome, Italy.",
        "Author contributions: P.P. wrote the first draft in 2019.",
        "Figure 1. Flow of patients. In 2014, 212 patients were screened.",
        "Eingegangen am 3. März 2015, angenommen am 9. Juni 2015.",
    ],
)
@pytest.mark.parametrize("mark", ["{}. ", "[{}] ", "", "- "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_follows_the_last_reference_is_none_of_it(behind: str, mark: str, gap: str) -> None:
    assert texts(numbered(mark) + gap + behind) == FOUR


def test_a_paragraph_of_any_words_behind_wrapped_entries_is_none_of_them() -> None:
    wrapped = "\n".join(f"{n}. {text[:60]}\n{text[60:]}" for n, text in enumerate(FOUR, 1))
    assert texts(wrapped + "\n\nThe ward where this was written has since been closed.")[3] == texts(wrapped)[3]


def test_a_second_list_without_numbers_is_read_under_its_heading() -> None:
    first = "\n".join(f"{n}. {text}" for n, text in enumerate(FOUR[:2], 1))
    found = split(f"References\n{first}\n\nFurther reading\n{DERSIMONIAN}\n{KAPLAN}")
    assert [(r.label, r.text) for r in found] == [("1", HIGGINS), ("2", EGGER), ("", DERSIMONIAN), ("", KAPLAN)]


@pytest.mark.parametrize(
    "heading", ["Kynningarrit", "R E F E R E N C E S", "VII. References", "References\n=========="]
)
def test_a_heading_in_any_language_over_a_list_without_numbers_is_no_reference(heading: str) -> None:
    assert texts(heading + "\n" + "\n".join(FOUR)) == FOUR


def test_pages_numbers_and_heads_between_wrapped_lines_belong_to_no_reference() -> None:
    refs = [f"{text} Part {number}." for number, text in enumerate(FOUR * 4)]
    lines = [line for text in refs for line in (text[:50].rstrip(), "   " + text[50:].lstrip())]
    pages = [lines[at : at + 10] for at in range(0, len(lines), 10)]
    printed = "\n".join(
        "\n".join(page) + f"\n{number}\n\fTHE WARD JOURNAL   {number}\n" for number, page in enumerate(pages, 213)
    )
    assert [pasted_grid.letters(t) for t in texts(printed)] == [pasted_grid.letters(t) for t in refs]


def test_a_line_that_begins_with_a_month_or_a_journal_cuts_no_reference() -> None:
    listed = (
        "Higgins, J. P. T., & Thompson, S. G. (2003). Measuring inconsistency.\nBMJ B, 327, 557-560.\n"
        "Egger, M., & Smith, G. D. (1997). Bias in meta-analysis detected by a\n"
        "simple test. BMJ, 315, 629-634. Retrieved\n"
        "March 2003, from the library.\nDerSimonian, R., & Laird, N. (1986). Meta-analysis in trials. Control\n"
        "Clin Trials, 7, 177-188.\n"
    )
    assert [t.split(",")[0] for t in texts(listed)] == ["Higgins", "Egger", "DerSimonian"]


def test_every_second_structure_of_the_grid_is_looked_at() -> None:
    names = [structure.is_seen for structure in pasted_grid.structures(400)]
    assert 150 < sum(names) < 250


@pytest.mark.parametrize(
    "unit", ["References 1 ", "(1)\n", "1\n", "R1 a\n", "¹ A\n", "A B. 1900\n", "Received 1 2000\n", "1 - \f"]
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    began = time.process_time()
    split(unit * 2000)
    short = time.process_time() - began
    began = time.process_time()
    split(unit * 8000)
    assert time.process_time() - began < 12 * short + 0.5


def test_headings_of_groups_within_a_numbered_list_are_no_part_of_entries() -> None:
    listed = f"1. {HIGGINS}\n2. {EGGER}\n\nHospital care\n\n3. {DERSIMONIAN}\n4. {KAPLAN}"
    assert texts(listed) == FOUR


@pytest.mark.parametrize(
    "broken", ["10.1093/aje\n/kwp173", "10.1016/j\n.jaci.2013.11.020", "10.1182/blood-2010\n-10-311704"]
)
def test_a_doi_cut_before_a_sign_is_whole_again(broken: str) -> None:
    listed = "\n".join(f"{n}. {text} doi:{broken}" for n, text in enumerate(FOUR, 1))
    assert [str(r.identifiers[0]) for r in split(listed)] == ["doi:" + broken.replace("\n", "")] * 4


@pytest.mark.parametrize("mark", ["[{}.] ", "({}.) ", "{}/ ", "№{} ", "<{}> ", "{}° ", "［{}］", "{}、", "[^{}]: "])
@pytest.mark.parametrize("heading", ["", "References\n", "Viri: ", "参考文献："])
def test_numbers_between_any_signs_are_labels(mark: str, heading: str) -> None:
    found = split(heading + numbered(mark))
    assert [(r.label, r.text) for r in found] == [(str(n), text) for n, text in enumerate(FOUR, 1)]


def test_roman_numbers_that_rise_are_labels_and_initials_are_none() -> None:
    found = split("\n".join(f"{roman}. {text}" for roman, text in zip(("I", "II", "III", "IV"), FOUR, strict=True)))
    assert [(r.label, r.text) for r in found] == [(str(n), text) for n, text in enumerate(FOUR, 1)]
    named = ["C. Rodriguez and S. Mathew. Time to change. Crit Care Nurs. 2007;27:42.", *FOUR]
    assert texts("\n".join(named)) == named


def test_keys_in_brackets_are_labels() -> None:
    keys = ("HTDA03", "EDS+97", "DL86", "Kap15a")
    found = split("\n".join(f"[{key}] {text}" for key, text in zip(keys, FOUR, strict=True)))
    assert [(r.label, r.text) for r in found] == list(zip(keys, FOUR, strict=True))


@pytest.mark.parametrize("bullet", ["‣", "†", "◦", "o", "»"])
def test_any_sign_that_begins_the_lines_is_a_bullet(bullet: str) -> None:
    assert texts("\n".join(f"{bullet} {text}\n    - DOI - PubMed" for text in FOUR)) == FOUR


@pytest.mark.parametrize("rule", ["-----", "* * *", "=========="])
def test_rules_between_entries_separate_them(rule: str) -> None:
    wrapped = [f"{text[:50].strip()}\n{text[50:].strip()}" for text in FOUR]
    assert len(texts(f"\n{rule}\n".join(wrapped))) == len(FOUR)


def test_the_pages_own_doi_behind_the_list_is_no_references() -> None:
    (*_, last) = split(numbered("{}. ") + "\n\nDOI: 10.5555/jwm.2020.11\n")
    assert (last.text, last.asserted) == (KAPLAN, ())


def test_services_in_brackets_or_glued_to_a_doi_are_link_words() -> None:
    found = split(numbered("{}. ").replace("720-7.", "720-7. [Crossref], [PubMed], [Web of Science ®]"))
    assert (found[3].text, found[3].tail_labels) == (KAPLAN, ("Crossref", "PubMed", "Web of Science"))
    assert split(f"1. {HIGGINS} doi:10.1002/JOC571OCPubMed\n2. {EGGER}")[0].text == f"{HIGGINS} doi:10.1002/JOC571OC"


def test_the_rest_of_the_last_references_doi_on_a_line_of_its_own_belongs_to_it() -> None:
    listed = f"1. {HIGGINS} doi: 10.1182/blood-2010-10-\n311704\n2. {EGGER} doi: 10.1016/S0140-\n6736(03)12345-6"
    assert [str(r.identifiers[0]) for r in split(listed)] == [
        "doi:10.1182/blood-2010-10-311704",
        "doi:10.1016/s0140-6736(03)12345-6",
    ]


BODY = "World Health Organization. Global report on diabetes. Geneva: WHO; 2016."
"""A reference without an author's name, volume and page."""


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_reference_by_a_body_is_kept_wherever_it_stands(between: str, at: int) -> None:
    refs = [*FOUR[:at], BODY, *FOUR[at:]]
    assert texts(between.join(refs)) == refs


def test_references_by_bodies_behind_a_blank_line_are_kept() -> None:
    assert texts("\n".join(FOUR) + f"\n\n{BODY}\n{BODY.replace('diabetes', 'health')}\n")[4] == BODY


def test_a_pages_number_above_the_heading_is_no_label() -> None:
    assert [r.label for r in split("412\n\nErreferentziak:\n" + numbered("{}"))] == ["1", "2", "3", "4"]


def test_a_dash_that_begins_one_line_among_bullets_is_none() -> None:
    refs = [
        *FOUR,
        *(text.replace("20", "21") for text in FOUR),
        "Roe C. Running 338 km within five days – the Isar run. Gut. 2003;1:1.",
    ]
    listed = "\n".join(f"• {text}" for text in refs).replace("days – the", "days\n– the")
    assert texts(listed) == refs


@pytest.mark.parametrize("number", [1, 37])
def test_a_heading_in_any_language_may_stand_before_any_first_number(number: int) -> None:
    listed = "Kynningarrit: " + "\n".join(f"{n}. {text}" for n, text in enumerate(FOUR, number))
    assert texts(listed) == FOUR
