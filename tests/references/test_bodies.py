"""Where the name of a body ends that begins a reference or follows its people."""

from typing import Any

import pytest

from harvester.references import parse, raw
from harvester.references.bodies import end_of_body


def authors(text: str) -> list[str]:
    work: Any = parse(raw(text)).described
    return [name.literal or name.family for name in work.author]


@pytest.mark.parametrize(
    ("body", "behind"),
    [
        ("EFSA Panel on Dietetic Products, Nutrition and Allergies (NDA)", ": Scientific opinion on water."),
        ("U.S. Department of Agriculture", ". Dietary guidelines for Americans."),
        ("GBD 2017 Diet Collaborators", ". Health effects of dietary risks in 195 countries."),
        ("Ministério da Saúde", ". Guia alimentar para a população brasileira."),
        ("Brasil. Ministério da Saúde. Secretaria de Atenção à Saúde", ". Guia alimentar."),
        ("Deutsche Gesellschaft für Ernährung", ". Referenzwerte."),
        ("National Institute for Health and Care Excellence", " (2019). Hypertension in adults."),
        ("ClinicalTrials.gov", ". A study of sodium."),
        (
            "American College of Cardiology/American Heart Association Task Force on Practice Guidelines",
            ", 2013. Title.",
        ),
        ("R Core Team", ", 2020: R: a language."),
    ],
)
def test_a_body_s_name_ends_at_the_mark_behind_the_authors(body: str, behind: str) -> None:
    assert end_of_body(body + behind, 0) == len(body)


@pytest.mark.parametrize(
    "title",
    [
        "Group A streptococcal infections in children. Lancet. 2010;1:1-9.",
        "Group B Streptococcus. Lancet. 2010;1:1-9.",
        "Network meta-analysis of sodium. BMJ. 2013;346:f1325.",
        "Cancer statistics, 2020. CA Cancer J Clin. 2020;70:7-30.",
        "The Lancet. Sodium and salt. 2018.",
    ],
)
def test_a_title_is_no_body(title: str) -> None:
    assert end_of_body(title, 0) is None


@pytest.mark.parametrize("between", ["; ", ", ", " for the ", "; on behalf of the ", " and the "])
def test_people_before_a_body_stay_people(between: str) -> None:
    people = "Sacks FM, Svetkey LP, Vollmer WM, Appel LJ, Bray GA, Harsha D, Obarzanek E, Conlin PR, Miller ER"
    text = f"{people}{between}DASH-Sodium Collaborative Research Group. Effects on blood pressure of reduced sodium."
    found = authors(f"{text} N Engl J Med. 2001;344:3-10.")
    assert (len(found), found[0], found[-1]) == (10, "Sacks", "DASH-Sodium Collaborative Research Group")


def test_a_year_in_a_body_s_name_is_no_date() -> None:
    work = parse(
        raw("GBD 2017 Diet Collaborators. Health effects of dietary risks. Lancet. 2019;393:1958-72.")
    ).described
    assert (authors_of(work), str(work.issued)) == (["GBD 2017 Diet Collaborators"], "2019")


def authors_of(work: Any) -> list[str]:
    return [name.literal or name.family for name in work.author]
