"""Chances of fields: they hold, fall where print is broken, and what is likelier wrong is left out."""

import pytest

from harvester.formats import json_objects
from harvester.references import chances, parse, raw
from tests.references import reliability

CLEAR = (
    "Cipriani A, Furukawa TA, Salanti G, et al. Comparative efficacy and acceptability of 12 new-generation "
    "antidepressants: a multiple-treatments meta-analysis. Lancet. 2009;373(9665):746-758."
)


def test_fields_of_references_kept_out_are_right_as_often_as_their_chances_say() -> None:
    assert reliability.calibration_error(reliability.judged()) <= 0.01


@pytest.mark.parametrize("field", ["author", "title", "container_title", "issued", "volume", "page"])
def test_each_field_is_right_as_often_as_its_chance_says(field: str) -> None:
    assert reliability.calibration_error(reliability.judged(field)) <= 0.02


def test_the_surest_four_fifths_of_fields_are_nearly_all_right() -> None:
    assert reliability.right_when_covered(reliability.judged()) >= 0.99


def test_the_page_of_documentation_is_that_of_the_evidence() -> None:
    assert reliability.REPORT.read_text("utf-8") == reliability.report()


def test_a_clear_reference_has_a_high_chance_for_each_of_its_fields() -> None:
    parsed = parse(raw(CLEAR))
    assert set(parsed.chances) == set(chances.LABELS)
    assert min(parsed.chances.values()) > 0.95
    assert parsed.confidence > 0.9


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        # Two years that could be that of publication.
        ("Kanis JA, Melton LJ. Fractures 1994 report of a study group. Technical report, 1992 1998.", "issued"),
        ("Rothman KJ Epidemiology an introduction Modern Epidemiology Boston Little Brown", "title"),
        ("Donabedian, A. Evaluating Quality Medical Care Milbank Memorial Fund 44 166", "container_title"),
    ],
)
def test_what_print_leaves_open_has_a_lower_chance_than_what_it_says_clearly(printed: str, field: str) -> None:
    assert parse(raw(printed)).chances.get(field, 0.0) < min(parse(raw(CLEAR)).chances[field], 0.97)


def test_a_field_that_is_likelier_wrong_than_right_is_left_empty_and_its_chance_told() -> None:
    work = parse(raw(CLEAR)).described
    of_fields = dict.fromkeys(chances.LABELS, 0.9) | {"container_title": 0.3, "issued": 0.2, "author": 0.01}
    left = chances.without_doubtful(work, of_fields)
    assert (left.container_title, left.issued, left.author, left.authors_complete) == ("", None, (), False)
    assert (left.title, left.volume, left.page) == (work.title, work.volume, work.page)


def test_a_title_with_a_doubtful_word_is_kept() -> None:
    work = parse(raw(CLEAR)).described
    assert chances.without_doubtful(work, {"title": 0.3}).title == work.title


def test_a_text_of_which_nothing_is_understood_is_not_believed() -> None:
    assert parse(raw("lorem ipsum 99")).confidence == 0.0


def test_evidence_is_the_least_sure_item_of_a_label_and_the_least_sure_beside_it() -> None:
    evidence = chances.evidence_of("ATTCT", [0.9, 0.8, 0.7, 0.6, 0.5], 0.4)
    assert evidence.labels == {"A": (0.9, 0.8, False), "T": (0.5, 0.6, True), "C": (0.6, 0.5, False)}


def test_json_tells_the_chance_of_each_field() -> None:
    told = json_objects.encode_reference(parse(raw(CLEAR)))
    assert set(told["field_confidence"]) == set(chances.LABELS)
    assert all(0.0 <= chance <= 1.0 for chance in told["field_confidence"].values())
