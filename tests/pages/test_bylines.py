"""The authors that a line names, with the marks, degrees, roles and buttons that pages print around them."""

import pytest

from harvester.model import Span
from harvester.pages.text.bylines import find_byline
from harvester.pages.text.names_in_lines import names_in
from harvester.pages.text.passages import Passage

BYLINES = {
    "Farah Tamirou 1,*, Frédéric A Houssiau 1": "Tamirou; Houssiau",
    "Linda Tran1 Dan Theodorescu2": "Tran; Theodorescu",
    "Gang Yu,^1 Xiying Wu,^1,2* and Jeffrey M. Gimble^1": "Yu; Wu; Gimble",
    "Jane Roe, MD, PhD; John Smith, RN, MPH; Ana M. García-López, MSc": "Roe; Smith; García-López",
    "Roe, Jane A.; Smith, John; van der Berg, Jan": "Roe; Smith; van der Berg",
    "ROE, J. A., SMITH, J., DOE, P.": "ROE; SMITH; DOE",
    "Roe JA, Smith J, van der Berg JT": "Roe; Smith; van der Berg",
    "SIEW C NG, HAI YUN SHI": "NG; SHI",
    "By Jane Roe and John Smith": "Roe; Smith",
    "Jane Roe, research fellow1, John Smith, professor of medicine2": "Roe; Smith",
    "J. Roe • K. Smith • P. van den Berg": "Roe; Smith; van den Berg",
    "Jane Roe ORCID: orcid.org/0000-0003-0282-8269^1,2,3": "Roe",
    "Jane Roea,b, John Smithb,*, Ana Doec": "Roe; Smith; Doe",
    "Jane Roe a, John Smith b": "Roe; Smith",
    "Dr. Jane Roe, Prof. John Smith": "Roe; Smith",
    "Jane Roe, M.D., John Smith, M.D., and the SPRINT Research Group": "Roe; Smith; SPRINT Research Group",
    "Jane Roe, John Smith; for the PRISMA Group": "Roe; Smith; PRISMA Group",
    "Matthew J Page, Joanne E McKenzie, Patrick M Bossuyt": "Page; McKenzie; Bossuyt",
    "Authors: D'Agostino, Ralph B., Sr; Vasan, Ramachandran S.": "D'Agostino; Vasan",
    "Tim van Timmeren orcid.org/0000-0003-0282-82691,2,3, Anna E. Goudriaan1,6 na1": "van Timmeren; Goudriaan",
    "Muaid S. Ali , 1 Apurba Sutradhar , 2 and Kefyalew Girma 3": "Ali; Sutradhar; Girma",
    "Beatriz Baragaña† , Sandra Duffy∥ , Vicky M. Avery∥": "Baragaña; Duffy; Avery",
    "Silvia Brem sbrem@kjpd.uzh.ch, Silvia Bach, and Ulla RichardsonAuthors Info & Affiliations": "Brem; Bach; Richardson",
    "Fan Wu1, Bin Yu2, Zhi-Gang Song3": "Wu; Yu; Song",
    "Sanderson MJ, Delmotte P, Perez-Zogbhi JF.Sanderson MJ, et al.Proc Am Thorac Soc. 2008 Jan 1": "Sanderson; Delmotte; Perez-Zogbhi",
    "American Diabetes Association a": "American Diabetes Association",
    "Juan Pérez, Ana Ruiz y María Gil": "Pérez; Ruiz; Gil",
    "Victoria O'Collins, Malcolm R. Macleod, Rebecca DerSimonian": "O'Collins; Macleod; DerSimonian",
}


def families(line: str) -> str:
    told = names_in(line)
    return "; ".join(name.literal or name.family for name in told.names) if told else ""


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_names_these(line: str) -> None:
    assert families(line) == BYLINES[line]


@pytest.mark.parametrize(
    "line",
    [
        "Download PDF", "Brain Imaging and Behavior", "Boston, Massachusetts", "New York, NY", "Research Article",
        "Harvard Medical School, Boston", "A systematic review and meta-analysis", "Open Access Peer-Reviewed",
        "Author Page", "The results of Jane Roe were confirmed by others, Boston", "J Fill. 2019;3(1):1-9.", "PLoS Med", "",
    ],
)  # fmt: skip
def test_what_is_no_byline_names_nobody(line: str) -> None:
    assert families(line) == ""


@pytest.mark.parametrize(
    "line",
    ["Jane Roe, MD; John Smith, MD; et al", "Jane Roe, John Smith, +4 authors, Ana Doe", "Jane Roe, +5 , Ana Doe"],
)
def test_a_byline_that_is_cut_says_so(line: str) -> None:
    told = names_in(line)
    assert told is not None and not told.complete


def test_an_address_behind_a_name_is_no_name() -> None:
    assert families("Silvio Danese, Division of Gastroenterology, Istituto Humanitas, Milan, Italy") == "Danese"


def byline(*lines: str) -> tuple[str, bool] | None:
    found = find_byline([Passage(line, Span(n * 100, n * 100 + len(line))) for n, line in enumerate(lines)])
    return ("; ".join(name.family for name in found.names), found.complete) if found else None


def test_names_a_line_each_go_on_past_their_addresses_and_buttons() -> None:
    lines = (
        "Jane Roe, MD",
        "Department of Filler, University of Nowhere, Italy",
        "Search for more papers by this author",
    )
    assert byline(*lines, "John Smith, PhD", *lines[1:], "Published: 3 May 2012") == ("Roe; Smith", True)


def test_a_word_of_menus_is_a_family_name_above_another_name() -> None:
    assert byline("Matthew J Page", "Joanne E McKenzie", "Patrick M Bossuyt") == ("Page; McKenzie; Bossuyt", True)


def test_a_button_of_two_words_is_no_author_behind_the_only_one() -> None:
    assert byline("Jane Roe, MD", "Article", "Metrics", "May 3, 2012", "Chinese Translation") == ("Roe", True)


def test_names_that_are_repeated_with_their_addresses_count_once() -> None:
    assert byline("Jane Roe, John Smith", "Jane Roe", "Institute of Filler, Nowhere", "John Smith") == (
        "Roe; Smith",
        True,
    )


def test_names_behind_et_al_complete_the_list() -> None:
    assert byline("Jane Roe, MD; John Smith, MD; et al", "Ana Doe, BS; Max Poe, PhD") == ("Roe; Smith; Doe; Poe", True)


def test_an_editor_is_no_author() -> None:
    assert byline("Jane Roe 1, John Smith 2", "Editor: Maria Nobody", "Maria Nobody, Max Nobody") == (
        "Roe; Smith",
        True,
    )


def test_names_behind_prose_are_none_of_the_byline() -> None:
    prose = "it has long been said that the words of others are worth more than the ones of ours, and so they are"
    assert byline(prose, "Jane Roe, John Smith") is None
