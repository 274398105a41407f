"""Names and pages as they are printed."""

import pytest

from harvester.references.names import find_lead, parse_names
from harvester.references.numbers import is_article_number, pages, place

NAMES = {
    "Kaplan G.G.": [("Kaplan", "G.G.", "")],
    "Redig AJ, Jänne PA": [("Redig", "AJ", ""), ("Jänne", "PA", "")],
    "Liu J., Di B., Xu L.-L.": [("Liu", "J.", ""), ("Di", "B.", ""), ("Xu", "L.-L.", "")],
    "Düzel, E., Schott, B. H., & Tobler, P. N.": [
        ("Düzel", "E.", ""),
        ("Schott", "B. H.", ""),
        ("Tobler", "P. N.", ""),
    ],
    "Z. Boughrara, J.C. Roujeau": [("Boughrara", "Z.", ""), ("Roujeau", "J.C.", "")],
    "Peek RM Jr, Perez Perez GI": [("Peek", "RM", "Jr"), ("Perez Perez", "GI", "")],
    "Miner PB Jr.": [("Miner", "PB", "Jr.")],
    "Miner PB 3rd.": [("Miner", "PB", "3rd")],
    "Bastyr EJ 3rd, Price KL": [("Bastyr", "EJ", "3rd"), ("Price", "KL", "")],
    "van den Hout, W., Klarenbeek, N.": [("van den Hout", "W.", ""), ("Klarenbeek", "N.", "")],
    "Le Chatelier E., Duong C.P.M.": [("Le Chatelier", "E.", ""), ("Duong", "C.P.M.", "")],
    "d’Aubigne RM, Postel M": [("d’Aubigne", "RM", ""), ("Postel", "M", "")],
    "Lee, C.G.; Da Silva, C.A.": [("Lee", "C.G.", ""), ("Da Silva", "C.A.", "")],
    "Иванов И.И., Петров П.П.": [("Иванов", "И.И.", ""), ("Петров", "П.П.", "")],
    "ZHANG W, LI X": [("ZHANG", "W", ""), ("LI", "X", "")],
    "Zhang, Wei, and Li, Qiang": [("Zhang", "Wei", ""), ("Li", "Qiang", "")],
    "Pierluigi Puca": [("Puca", "Pierluigi", "")],
}
BODIES = {
    "World Health Organization": ["World Health Organization"],
    "NHS Blood and Transplant": ["NHS Blood and Transplant"],
    "Bril V: MBBQ Study Group": ["Bril", "MBBQ Study Group"],
    "Oakley, A., Strange, V. and RIPPLE Study Team": ["Oakley", "Strange", "RIPPLE Study Team"],
    "Moher D, Altman DG; PRISMA Group": ["Moher", "Altman", "PRISMA Group"],
    "王伟, 李强": ["王伟", "李强"],
}


@pytest.mark.parametrize("text", NAMES)
def test_people_are_told_apart(text: str) -> None:
    assert [(n.family, n.given, n.suffix) for n in parse_names(text).names] == NAMES[text]


@pytest.mark.parametrize("text", BODIES)
def test_a_body_stays_whole_among_people(text: str) -> None:
    assert [n.family or n.literal for n in parse_names(text).names] == BODIES[text]


@pytest.mark.parametrize("tail", [", et al.", " et al", "; et al.", ", et al..", ", …", " [and others]", " 等"])
def test_what_means_and_others_makes_a_list_incomplete(tail: str) -> None:
    found = parse_names("Smith AB, Jones C" + tail)
    assert ([n.family for n in found.names], found.complete) == (["Smith", "Jones"], False)


def test_a_clear_list_ends_where_the_title_begins() -> None:
    text = "Tamiya A, Tamiya M, Shiroyama T, et al. Phase II trial of carboplatin."
    lead = find_lead(text)
    assert lead is not None
    assert text[lead.end :] == " Phase II trial of carboplatin."


@pytest.mark.parametrize(
    ("printed", "expanded"),
    [
        ("720–727", "720-727"), ("123–8", "123-128"), ("S1564-S1580", "S1564-S1580"), ("G526–34", "G526-G534"),
        ("1288S–1294S", "1288S-1294S"), ("iii–iv", "iii-iv"), ("e90479", "e90479"), ("CD006135", "CD006135"),
        ("pp. 12-5", "12-15"), ("194-198.e4", "194-198.e4"), ("5–5", "5"), ("", ""), ("99-101", "99-101"),
    ],
)  # fmt: skip
def test_page_ranges_are_given_with_both_ends(printed: str, expanded: str) -> None:
    assert pages(printed) == expanded


@pytest.mark.parametrize(("page", "is_number"), [("e90479", True), ("104235", True), ("12-15", False), ("14", False)])
def test_an_article_number_is_told_from_a_page(page: str, is_number: bool) -> None:
    assert is_article_number(page) is is_number


def test_volume_issue_and_pages_that_came_as_one_are_parted() -> None:
    assert place("72.1-2", "", "248-254") == ("72", "1-2", "248-254")
    assert place("227", "", "5259): 680–685") == ("227", "5259", "680–685")
    assert place("72", "3", "1-9") == ("72", "3", "1-9")
