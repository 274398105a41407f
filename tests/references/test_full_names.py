"""Lists of names with whole given names, before or behind the family names."""

import pytest

from harvester.references.full_names import find_full_names

LISTS = (
    ("Weng, Chunhua, and Nicole Gray Weiskopf. 2013. “", ["Weng, Chunhua", "Weiskopf, Nicole Gray"]),
    ("Moher, David, Alessandro Liberati, and Douglas G. Altman. 2009. ",
     ["Moher, David", "Liberati, Alessandro", "Altman, Douglas G."]),
    ("Shea, B.J. and J.M. Grimshaw, Development of a tool", ["Shea, B.J.", "Grimshaw, J.M."]),
    ("Douglas, Mary/Wildavsky, Aaron (1982): Risk", ["Douglas, Mary", "Wildavsky, Aaron"]),
    ("Müller, Hans; Schmidt, Karl-Heinz (1992): Pflege", ["Müller, Hans", "Schmidt, Karl-Heinz"]),
    ("Kahneman, Daniel. “Maps of bounded rationality.”", ["Kahneman, Daniel"]),
    ("Amos Tversky and Daniel Kahneman. 1974. Judgment", ["Tversky, Amos", "Kahneman, Daniel"]),
    ("O'Brien, Kevin, and Jane van der Berg. 2011. “", ["O'Brien, Kevin", "van der Berg, Jane"]),
    ("Ware, John E., Jr., and Cathy D. Sherbourne. 1992. “", ["Ware, John E., Jr.", "Sherbourne, Cathy D."]),
    ("Cochrane, Archie (June 3, 1972). “", ["Cochrane, Archie"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "names"), LISTS, ids=lambda value: str(value)[:24])
def test_names_are_read_in_either_order(text: str, names: list[str]) -> None:
    found = find_full_names(text)
    assert found and [str(name) for name in found[2]] == names


def test_a_list_that_is_cut_says_so() -> None:
    found = find_full_names("Page, Matthew J., Joanne E. McKenzie, Patrick M. Bossuyt, et al. 2021. “")
    assert found and not found[1] and len(found[2]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Effectiveness and efficiency: random reflections. London: 1972.",
        "Heart Disease, Stroke. 2009. Statistics.",
        "Ministry of Health, Labour and Welfare. 2010.",
        "Nursing and Midwifery Council. 2018. The Code.",
        "Smoking, Drinking, and Drug Use among Young People",
    ],
)
def test_bodies_and_titles_are_no_names(text: str) -> None:
    assert find_full_names(text) is None
