"""Titles in British and American spelling, names with their umlauts spelled out: one work, and what stays two."""

from dataclasses import replace

import pytest

from harvester.matching.spellings import american, spelled_out
from harvester.model import Identifier, Name, PartialDate, Work
from harvester.model.claim import Origin
from harvester.works.claims import make_claim
from harvester.works.clusters import clusters

TUMOUR = Work(
    type="article-journal",
    title="Tumour markers in the diagnosis of oesophageal cancer",
    author=(Name("Müller", "K"),),
    issued=PartialDate(1999),
    container_title="Journal of Neurology",
    volume="246",
    page="113-121",
)
TITLE = "Tumor markers in the diagnosis of esophageal cancer"


def works(one: Work, other: Work) -> int:
    """How many works two references are of."""
    return len(clusters([make_claim(one, Origin.REFERENCE, "one"), make_claim(other, Origin.REFERENCE, "other")]))


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [("Müller", "Mueller"), ("Møller", "Moeller"), ("Sørensen", "Soerensen"), ("Höß", "Hoess"), ("Kjær", "Kjaer"),
     ("Åkesson", "Aakesson"), ("Wölk", "Woelk"), ("Gräf", "Graef"), ("Mu\u0308ller", "Mueller")],
)  # fmt: skip
def test_a_name_with_its_umlauts_spelled_out_is_the_same_author(printed: str, spelled: str) -> None:
    one = replace(TUMOUR, author=(Name(printed, "K"),))
    assert works(one, replace(one, title=TITLE, author=(Name(spelled, "K."),))) == 1


@pytest.mark.parametrize(
    ("british", "other"),
    [
        (TUMOUR.title, TITLE),
        ("Anaemia and leukaemia in haemodialysis: a randomised trial", "Anemia and leukemia in hemodialysis: a "
         "randomized trial"),
        ("Behavioural programme for ageing adults at a paediatric centre", "Behavioral program for aging adults at a "
         "pediatric center"),
        ("Fibre intake, oedema and diarrhoea in foetal growth", "Fiber intake, edema and diarrhea in fetal growth"),
        ("Modelling of leucocyte counts by sulphur and aluminium", "Modeling of leukocyte counts by sulfur "
         "and aluminum"),
    ],
)  # fmt: skip
def test_a_title_in_american_spelling_is_the_same_title(british: str, other: str) -> None:
    one = replace(TUMOUR, title=british)
    assert works(one, replace(one, title=other, author=(Name("Mueller", "K"),))) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"page": "122-130"},
        {"page": "", "volume": "247"},
        {"author": (Name("Mueller", "A"),)},
        {"author": (Name("Weber", "K"),), "page": ""},
        {"title": "Tumor markers in the diagnosis of gastric cancer"},
        {"title": f"Comment on: {TITLE}"},
        {"issued": PartialDate(2003)},
        {"container_title": "Lancet", "page": ""},
        {"identifiers": (Identifier("doi", "10.5555/other"),)},
    ],
    ids=str,
)
def test_two_spellings_do_not_hide_what_contradicts(changes: dict[str, object]) -> None:
    one = replace(TUMOUR, identifiers=(Identifier("doi", "10.5555/one"),))
    other = replace(TUMOUR, title=TITLE, author=(Name("Mueller", "K"),))
    assert works(one, other) == 1
    assert works(one, replace(other, **changes)) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"), [("Bauer", "Baur"), ("Höß", "Hess"), ("Moe", "Mo"), ("Poel", "Pol"), ("Müri", "Mari")]
)
def test_names_that_only_look_so_are_two_authors(one: str, other: str) -> None:
    left = replace(TUMOUR, author=(Name(one, "K"),))
    assert works(left, replace(left, author=(Name(other, "K"),))) == 2


def test_the_order_of_the_claims_does_not_matter() -> None:
    claims = [
        make_claim(work, Origin.REFERENCE, work.title)
        for work in (TUMOUR, replace(TUMOUR, title=TITLE), replace(TUMOUR, author=(Name("Mueller", "K"),)),
                     replace(TUMOUR, title=TITLE, author=(Name("Mueller", "K"),)))
    ]  # fmt: skip
    assert len(clusters(claims)) == 1
    assert clusters(claims) == clusters(claims[::-1])


def test_what_is_spelled_alike_stays() -> None:
    words = "four hours of our disease and a national course"
    assert american(words) == words
    assert spelled_out("Bauer") == "Bauer"
