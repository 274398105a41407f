"""Labels put right by what stands further off than the tagger sees."""

from typing import Any

import pytest

from harvester.references import parse, raw


def work(text: str) -> Any:
    return parse(raw(text)).described


@pytest.mark.parametrize(
    ("title", "journal"),
    [
        ("Hepatitis B", "Lancet"),
        ("Advances in the epidemiology of hepatitis C", "J Viral Hepat"),
        ("Vitamin D", "N Engl J Med"),
        ("The many faces of vitamin K", "Nutr Rev"),
    ],
)
def test_a_title_keeps_its_last_capital(title: str, journal: str) -> None:
    w = work(f"Holick MF, Trépo C. {title}. {journal}. 2007;357:266-81.")
    assert (w.title, w.container_title) == (title, journal)


def test_a_year_in_a_journal_s_bracket_is_no_date() -> None:
    w = work("Convertino VA, Bloomfield SA. Physical inactivity and bone. J Appl Physiol (1985). 1997;83:1-9.")
    assert (str(w.issued), w.container_title, w.volume) == ("1997", "J Appl Physiol (1985)", "83")


def test_a_year_that_begins_a_title_is_no_date() -> None:
    w = work(
        "Whelton PK, Carey RM, et al. 2017 ACC/AHA Guideline for high blood pressure. Hypertension. 2018;71:13-115."
    )
    assert (w.title, str(w.issued)) == ("2017 ACC/AHA Guideline for high blood pressure", "2018")


@pytest.mark.parametrize("mark", ["(Hrsg.)", "(Hg.)", "(eds.)", "(org.)", "(coord.)"])
def test_what_follows_editors_behind_in_contains_the_work(mark: str) -> None:
    w = work(
        f"Beck, U. (1994): Jenseits von Stand und Klasse? In: Beck, U./Beck-Gernsheim, E. {mark}: Riskante Freiheiten"
    )
    assert (w.container_title, [n.family for n in w.editor]) == ("Riskante Freiheiten", ["Beck", "Beck-Gernsheim"])


def test_editors_in_the_order_of_speech_stand_before_the_word_for_them() -> None:
    text = (
        "Luhmann, Niklas (1995). Was ist Kommunikation?, in: Hans Ulrich Gumbrecht/Ludwig Pfeiffer (Hg.): Materialität"
    )
    assert [(n.given, n.family) for n in work(text).editor] == [("Hans Ulrich", "Gumbrecht"), ("Ludwig", "Pfeiffer")]


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("Jg. 44, H. 3, S. 193-203", ("44", "3", "193-203")),
        ("v.44, n.3, p.193-203", ("44", "3", "193-203")),
        ("Т. 44, № 3, С. 193-203", ("44", "3", "193-203")),
    ],
)
def test_words_of_other_languages_stand_before_volume_issue_and_pages(printed: str, place: tuple[str, ...]) -> None:
    w = work(f"Becker G, Nunes M. Soziale Netzwerke im Alter. Zeitschrift für Soziologie, {printed}, 1998.")
    assert (w.container_title, (w.volume, w.issue, w.page)) == ("Zeitschrift für Soziologie", place)


def test_an_initial_before_the_year_is_no_word_for_a_place() -> None:
    w = work("Sick, H. 1997. Ornitologia brasileira: uma introdução. Rio de Janeiro: Nova Fronteira.")
    assert [(n.family, n.given) for n in w.author] == [("Sick", "H.")]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Clin Chem 40/2: 245–249.", ("Clin Chem", "40", "2", "245-249")),
        ("Clin Chem 12/13: 245–249.", ("Clin Chem", "12/13", "", "245-249")),
        ("Clin Chem 14.", ("Clin Chem", "14", "", "")),
        (
            "Revista Mexicana de Agronegocios, VI(11), 463-482.",
            ("Revista Mexicana de Agronegocios", "VI", "11", "463-482"),
        ),
        ("Clin Chem, (46), 71-110.", ("Clin Chem", "", "46", "71-110")),
    ],
)
def test_volume_and_issue_are_told_apart_in_rare_forms(place: str, expected: tuple[str, ...]) -> None:
    w = work(f"Teerlink T, Houdijk A (1994) Plasma amino acids determined by chromatography. {place}")
    assert (w.container_title, w.volume, w.issue, w.page) == expected


def test_the_number_of_a_part_belongs_to_the_issue() -> None:
    w = work(
        "Coosemans M, Van Gompel A. The principal vectors of disease. Bull Soc Pathol Exot. 1998;91(5 Pt 1-2):467-73."
    )
    assert (w.volume, w.issue, w.page) == ("91", "5 Pt 1-2", "467-473")


@pytest.mark.parametrize("count", ["212 S.", "212 p.", "212 pp."])
def test_a_count_of_pages_is_no_page(count: str) -> None:
    w = work(f"Böhlke JE, Chaplin CCG. Fishes of the Bahamas. 2nd ed. Austin: University of Texas Press; 1993. {count}")
    assert w.page == ""


def test_the_academic_editor_of_plos_is_no_part_of_the_title() -> None:
    title = "Transmission of dengue in Port Sudan: a longitudinal survey"
    w = work(f"Seidahmed OME, Hassan SA. {title}. Kading RC, editor. PLoS Negl Trop Dis. 2012;6:e1821.")
    assert (w.title, w.container_title) == (title, "PLoS Negl Trop Dis")


def test_what_a_body_s_name_is_followed_by_is_the_title() -> None:
    title = "KDIGO 2012 clinical practice guideline for acute kidney injury"
    w = work(f"KDIGO AKI Work Group. {title}. Kidney Int Suppl. 2012;2(1):1-138.")
    assert (w.title, [n.literal for n in w.author], str(w.issued)) == (title, ["KDIGO AKI Work Group"], "2012")
