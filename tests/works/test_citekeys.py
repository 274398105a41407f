"""Citation keys: legal, frozen by content, the same in any order."""

import re
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvester.model import Name, PartialDate, Work
from harvester.works import citekeys
from tests.formats.strategies import works
from tests.formats.torture import article

LEGAL = re.compile(r"[A-Za-z0-9:_-]+")


def first(**fields: object) -> str:
    return next(citekeys.propose(Work(**fields)))  # type: ignore[arg-type]


IBD = article(
    "The global burden of IBD: from 2015 to 2025", "Kaplan, G.G.", "Nat Rev", "2015;", "doi:10.1038/nrgastro.2015.150"
)


def test_a_key_is_author_year_and_first_significant_title_word() -> None:
    assert list(islice(citekeys.propose(IBD), 4)) == [
        "kaplan2015global",
        "kaplan2015globalburden",
        "kaplan2015globalburdenibd",
        "kaplan2015global-doi10-1038-nrgastro-2015-150",
    ]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"author": (Name("Łukasz-Ørsted", particle="van der"),), "title": "Größe"}, "vanderlukaszorstedndgrosse"),
        ({"author": (Name(literal="KEYNOTE-001 Investigators"),), "issued": PartialDate(2018)}, "keynote001-2018"),
        ({"author": (Name(literal="World Health Organization (WHO)"),)}, "whond"),
        ({"author": (Name(literal="Global Burden of Disease Collaborators"),)}, "globalburdennd"),
        ({"title": "The fact sheet", "issued": PartialDate(literal="Winter 2018")}, "fact2018sheet"),
        ({"editor": (Name("Higgins"),), "title": "A handbook"}, "higginsndhandbook"),
        ({"author": (Name("O'Brien"),), "title": "TNFα and β-blockers"}, "obrienndtnfalpha"),
        ({"title": "Гены и болезни"}, "genyndbolezni"),
        ({"title": "中文"}, "zhongwennd"),
        ({"author": (Name("王", "小明"),), "issued": PartialDate(2020), "title": "Global incidence"}, "wang2020global"),
        ({"author": (Name("田中", "太郎"),), "issued": PartialDate(2020)}, "tianzhong2020"),
        ({"author": (Name("김", "철수"),), "issued": PartialDate(2020)}, "gim2020"),
        ({"author": (Name("الفارسي", "محمد"),), "issued": PartialDate(2020)}, "lfrsy2020"),
        ({"author": (Name("Щукин"),), "issued": PartialDate(2020)}, "shchukin2020"),
        ({"author": (Name("Παπαδόπουλος"),), "issued": PartialDate(2020)}, "papadopoylos2020"),
        ({"title": "≥ “–” ♀"}, "anonnd"),
        ({}, "anonnd"),
    ],
)
def test_a_key_is_ascii_whatever_the_name(fields: dict[str, object], key: str) -> None:
    assert first(**fields) == key


def test_of_two_works_that_would_share_a_key_one_gets_a_further_title_word() -> None:
    alike = article("The global spread of colitis", "Kaplan, G.", "Gut", "2015;", "doi:10.9/z")
    assert citekeys.assign({"a": alike, "b": IBD}) == {"b": "kaplan2015global", "a": "kaplan2015globalspread"}


def test_a_taken_key_is_given_to_nobody_even_in_another_case() -> None:
    assert citekeys.assign({1: IBD}, ["Kaplan2015GLOBAL"]) == {1: "kaplan2015globalburden"}


def test_works_that_are_equal_in_all_that_is_known_still_get_keys_of_their_own() -> None:
    keys = citekeys.assign({1: Work(title="x"), 2: Work(title="x"), 3: Work(title="x")})
    assert len(set(keys.values())) == 3


@settings(max_examples=50, deadline=None)
@given(works())
def test_every_proposed_key_is_legal_and_there_is_one(work: Work) -> None:
    proposed = list(citekeys.propose(work))
    assert proposed
    assert all(LEGAL.fullmatch(key) for key in proposed)


@settings(max_examples=40, deadline=None)
@given(st.lists(works(), max_size=5, unique=True), st.randoms(use_true_random=False))
def test_keys_do_not_depend_on_the_order_of_the_works(found: list[Work], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    keys = citekeys.assign({work: work for work in found})
    assert keys == citekeys.assign({work: work for work in shuffled})
    assert len({key.lower() for key in keys.values()}) == len(found)
