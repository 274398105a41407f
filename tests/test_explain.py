"""How works stand, and what changed, in words."""

from dataclasses import replace

import pytest

from harvester.explain import marked, notices_of, say_change
from harvester.model import Name, PartialDate, Relation, Work
from harvester.works.notices import changes, is_alarming

WORK = Work(title="A trial", status="ppublish", volume="12", author=(Name("Doe", "JA"),), issued=PartialDate(2019))
NOTICE = Relation("retraction", "pmid:99999999", "J Clin. 2020;1:2")


@pytest.mark.parametrize(
    ("status", "relations", "said"),
    [
        ("ppublish", (), ()),
        ("retracted", (), ("retracted",)),
        ("retracted", (NOTICE,), ("retracted: see pmid:99999999",)),
        ("retracted", (Relation("republication", "pmid:5"),), ("retracted: see pmid:5",)),
        ("ppublish", (Relation("republication", "pmid:5"),), ()),
        ("", (Relation("concern", "", "BMJ. 2020;1:2"),), ("expression of concern: see BMJ. 2020;1:2",)),
        ("ppublish", (Relation("erratum", "pmid:7"), Relation("erratum", "pmid:8")),
         ("corrected: see pmid:7, pmid:8",)),
        ("ppublish", (Relation("retracted", "pmid:9"), Relation("comment", "pmid:7")), ()),
    ],
)  # fmt: skip
def test_what_a_reader_has_to_know_is_said_with_where_to_read_of_it(
    status: str, relations: tuple[Relation, ...], said: tuple[str, ...]
) -> None:
    assert notices_of(replace(WORK, status=status, relations=relations)) == said


def test_a_title_is_marked_by_the_gravest() -> None:
    work = replace(WORK, status="retracted", relations=(Relation("erratum", "pmid:7"),))
    assert marked(work) == "[RETRACTED] A trial"
    assert marked(WORK) == "A trial"


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ({}, ()),
        ({"status": "retracted", "relations": (NOTICE,)}, ("retracted: see pmid:99999999",)),
        ({"status": "aheadofprint"}, ("now ahead of print (was in print)",)),
        ({"volume": ""}, ("volume: 12 -> (none)",)),
        ({"issued": PartialDate(2019, 5), "author": (Name("Doe", "JA"), Name("Roe", "R"))},
         ("authors: Doe, JA -> Doe, JA; Roe, R", "date: 2019 -> 2019-05")),
        ({"relations": (Relation("comment", "pmid:7"),)}, ("new: a comment on it (pmid:7)",)),
        ({"relations": (Relation("erratum", "pmid:7"),)}, ("corrected: see pmid:7",)),
    ],
)  # fmt: skip
def test_what_changed_is_said_in_words_and_once(new: dict[str, object], said: tuple[str, ...]) -> None:
    assert tuple(map(say_change, changes(WORK, replace(WORK, **new)))) == said  # type: ignore[arg-type]


def test_a_retraction_taken_back_is_said_too() -> None:
    assert say_change(changes(replace(WORK, status="retracted"), WORK)[0]) == "no longer retracted"


@pytest.mark.parametrize(
    ("old", "new", "alarming"),
    [
        ({}, {"status": "retracted"}, True),
        ({}, {"relations": (Relation("concern", "pmid:5"),)}, True),
        ({"status": "expression of concern"}, {"status": "retracted"}, True),
        ({"status": "retracted"}, {}, False),
        ({"status": "retracted"}, {"status": "retracted", "volume": "13"}, False),
        ({}, {"relations": (Relation("erratum", "pmid:5"),)}, False),
    ],
)
def test_an_alarm_is_raised_by_a_new_retraction_or_concern(
    old: dict[str, object], new: dict[str, object], alarming: bool
) -> None:
    before, after = replace(WORK, **old), replace(WORK, **new)  # type: ignore[arg-type]
    assert is_alarming(changes(before, after)) is alarming
