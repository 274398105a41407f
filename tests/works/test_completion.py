"""A list united from services that each lack a different part is whole and in printed order."""

import random

import pytest

from harvester.model import Identifier
from harvester.works.completion import Listed, ServiceList, unite

WORDS = [
    "adherence",
    "airway",
    "biopsy",
    "cohort",
    "dialysis",
    "embryo",
    "fracture",
    "glucose",
    "hepatic",
    "insulin",
    "kinase",
    "lesion",
    "melanoma",
]


def entry(number: int, *schemes: str) -> Listed:
    dice = random.Random(number)
    text = f"Author {number}. {' '.join(dice.sample(WORDS, 6))} {number}. J Ours. {1990 + number % 30};{number}:1."
    values = {"pmid": str(1000 + number), "doi": f"10.5555/{number}"}
    return Listed(number, text, tuple(Identifier(s, values[s]) for s in schemes))  # type: ignore[arg-type]


def a_review(seed: int, size: int = 120) -> tuple[list[Listed], list[ServiceList]]:
    """The truth, and four services that each lack a run of it and some more."""
    dice = random.Random(seed)
    schemes = {"PubMed": ("pmid",), "PMC": ("pmid", "doi"), "Crossref": ("doi",), "Europe PMC": ("pmid", "doi")}
    truth = [entry(n, "pmid", "doi") for n in range(1, size + 1)]
    lists = []
    for location, (source, given) in enumerate(schemes.items()):
        gone = set(range(location * size // 4 + 1, location * size // 4 + 6)) | set(dice.sample(range(1, size + 1), 8))
        kept = tuple(entry(n, *given) for n in range(1, size + 1) if n not in gone)
        lists.append(ServiceList(source, kept, numbered=source in ("PMC", "Europe PMC")))
    return truth, lists


@pytest.mark.parametrize("seed", range(5))
def test_union_and_order_are_the_truth_and_each_entry_names_its_sources(seed: int) -> None:
    truth, lists = a_review(seed)
    listed = {e.text for one in lists for e in one.entries}
    united = unite(lists)
    assert [u.text for u in united] == [e.text for e in truth if e.text in listed]
    for u in united:
        assert u.sources == tuple(one.source for one in lists if u.text in {e.text for e in one.entries})


def test_lists_by_pmid_and_by_doi_become_one_through_their_words() -> None:
    united = unite([ServiceList("PubMed", (entry(1, "pmid"),)), ServiceList("Crossref", (entry(1, "doi"),))])
    assert [(u.sources, len(u.identifiers)) for u in united] == [(("PubMed", "Crossref"), 2)]


def test_like_words_under_other_identifiers_stay_two() -> None:
    other = Listed(2, entry(1).text, (Identifier("pmid", "9"),))
    assert len(unite([ServiceList("PubMed", (entry(1, "pmid"), other))])) == 2


def test_two_gaps_at_one_place_are_filled_by_their_numbers() -> None:
    one = ServiceList("PMC", tuple(entry(n, "pmid") for n in (1, 2, 3, 5)), numbered=True)
    two = ServiceList("Europe PMC", tuple(entry(n, "pmid") for n in (1, 2, 4, 5)), numbered=True)
    assert [u.number for u in unite([one, two])] == [1, 2, 3, 4, 5]


def test_nothing_united_is_nothing() -> None:
    assert unite([]) == ()
    assert unite([ServiceList("PubMed", ())]) == ()


def test_a_list_that_counts_wrongly_is_put_into_the_order_of_the_others() -> None:
    gone = ServiceList("PMC", tuple(entry(n, "pmid") for n in (1, 6, 7, 8)), numbered=True)
    renumbered = ServiceList(
        "PMC", tuple(Listed(at, e.text, e.identifiers) for at, e in enumerate(gone.entries, 1)), numbered=True
    )
    other = ServiceList("Europe PMC", tuple(entry(n, "pmid") for n in (1, 2, 3, 4, 5)), numbered=True)
    third = ServiceList("Crossref", tuple(entry(n, "pmid") for n in (5, 6)))
    assert [u.text for u in unite([renumbered, other, third])] == [entry(n).text for n in range(1, 9)]


def test_lists_that_contradict_each_other_lose_nothing() -> None:
    lists = [ServiceList(name, tuple(entry(n, "pmid") for n in order))
             for name, order in (("a", (1, 2, 3)), ("b", (3, 1, 2)), ("c", (2, 3, 1, 1)))]  # fmt: skip
    assert sorted(u.text for u in unite(lists)) == sorted(entry(n).text for n in (1, 2, 3))
