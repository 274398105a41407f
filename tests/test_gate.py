"""The floors hold, and the gate does not let one fall unseen."""

import pytest

from tests import gate

HELD = gate.Floors({"a": 0.9}, {"set": "1"})


def test_every_floor_holds() -> None:
    assert gate.faults(gate.read(), gate.measure(), gate.digests()) == []


@pytest.mark.parametrize(
    ("measured", "sets", "says"),
    [
        ({"a": 0.89}, {"set": "1"}, "below the floor"),
        ({}, {"set": "1"}, "no measure"),
        ({"a": 0.9, "b": 1.0}, {"set": "1"}, "no floor"),
        ({"a": 0.9}, {"set": "2"}, "not the one"),
        ({"a": 0.9}, {}, "not the one"),
    ],
)
def test_what_falls_or_changes_is_named(measured: dict[str, float], sets: dict[str, str], says: str) -> None:
    (line,) = gate.faults(HELD, measured, sets)
    assert says in line


def test_what_holds_is_not_named() -> None:
    assert gate.faults(HELD, {"a": 0.95}, {"set": "1"}) == []


def test_an_update_raises_floors() -> None:
    assert gate.updated(HELD, {"a": 0.95}, {"set": "1"}, may_fall=False).floors == {"a": 0.95}


def test_an_update_refuses_to_lower_a_floor_or_to_change_a_set() -> None:
    with pytest.raises(ValueError, match="allow-regression"):
        gate.updated(HELD, {"a": 0.8}, {"set": "1"}, may_fall=False)
    with pytest.raises(ValueError, match="allow-regression"):
        gate.updated(HELD, {"a": 0.9}, {"set": "2"}, may_fall=False)


def test_a_regression_that_is_allowed_is_pinned() -> None:
    assert gate.updated(HELD, {"a": 0.8}, {"set": "2"}, may_fall=True) == gate.Floors({"a": 0.8}, {"set": "2"})
