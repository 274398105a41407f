"""Names as they are printed, and volume, issue and pages that came as one."""

import pytest

from harvester.references.locators import part
from harvester.references.names import find_lead, parse_names

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


def test_volume_issue_and_pages_that_came_as_one_are_parted() -> None:
    assert part("72.1-2", "", "248-254") == ("72", "1-2", "248-254")
    assert part("227", "", "5259): 680–685") == ("227", "5259", "680–685")
    assert part("72", "3", "1-9") == ("72", "3", "1-9")
