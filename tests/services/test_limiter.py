"""The limit of requests a second, on a clock that only moves when somebody sleeps."""

import json
import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from harvester.services.limiter import LONGEST_HOLD, Limiter
from tests.ncbi.server import busiest_second


class World:
    """A clock, and requests under way: each leaves the limiter's slot when its answer comes."""

    def __init__(self) -> None:
        self.now = 1000.0

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += max(seconds, 1e-6)


def _arrivals(limit: int, ways: list[tuple[float, float]], path: Path | None = None) -> list[float]:
    """When requests arrive at the server, if each needs (way there, way back) seconds; they are sent one by one."""
    world = World()
    limiter = Limiter(path, limit, world.clock, world.sleep)
    arrivals = []
    for there, back in ways:
        with limiter.slot():
            arrivals.append(world.now + there)
            world.now += there + back
    return arrivals


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([3, 10]), st.lists(st.tuples(st.floats(0, 0.5), st.floats(0, 0.5)), min_size=30, max_size=60))
def test_no_sliding_second_at_the_server_holds_more_than_the_limit_whatever_the_jitter(
    limit: int, ways: list[tuple[float, float]]
) -> None:
    assert busiest_second(_arrivals(limit, ways)) <= limit


def test_requests_under_way_at_once_never_pass_the_limit_either(tmp_path: Path) -> None:
    world, dice = World(), random.Random(7)
    limiter = Limiter(tmp_path / "state.json", 10, world.clock, world.sleep)
    under_way: list[tuple[float, str]] = []
    arrivals = []
    for _ in range(200):
        while under_way and under_way[0][0] <= world.now:
            limiter.give_back(under_way.pop(0)[1])
        ticket = limiter.take()
        arrivals.append(world.now + dice.uniform(0, 0.45))
        under_way.append((world.now + dice.uniform(0.45, 2), ticket))
        under_way.sort()
    assert busiest_second(arrivals) <= 10


def test_a_quick_service_is_asked_nearly_as_often_as_it_allows() -> None:
    arrivals = _arrivals(10, [(0.005, 0.005)] * 100)
    assert 100 / (arrivals[-1] - arrivals[0]) > 9


def test_processes_that_share_a_state_file_share_the_limit(tmp_path: Path) -> None:
    world = World()
    one = Limiter(tmp_path / "s.json", 3, world.clock, world.sleep)
    other = Limiter(tmp_path / "s.json", 3, world.clock, world.sleep)
    times = []
    for _ in range(10):
        for limiter in (one, other):
            with limiter.slot():
                times.append(world.now)
    assert busiest_second(times) <= 3


def test_other_keys_and_hosts_have_limits_of_their_own_and_file_names_do_not_tell_the_key(tmp_path: Path) -> None:
    for host, key in (("a.example", "SECRET"), ("a.example", ""), ("b.example", "SECRET")):
        with Limiter.shared(tmp_path, host, key, 3).slot():
            pass
    names = sorted(p.name for p in tmp_path.glob("*.json"))
    assert len(names) == 3
    assert not any("SECRET" in name for name in names)


def test_a_state_file_that_cannot_be_understood_costs_a_short_silence(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    for rubbish in ("", "{", "[]", '{"sent": 3}', "\x00" * 50):
        path.write_text(rubbish)
        world = World()
        with Limiter(path, 3, world.clock, world.sleep).slot():
            assert 1.0 <= world.now - 1000 <= 3.0
        json.loads(path.read_text())


def test_a_hold_stops_everybody_and_is_not_believed_for_ever(tmp_path: Path) -> None:
    world = World()
    limiter = Limiter(tmp_path / "s.json", 3, world.clock, world.sleep)
    other = Limiter(tmp_path / "s.json", 3, world.clock, world.sleep)
    limiter.hold(5)
    with other.slot():
        assert world.now == 1005
    limiter.hold(1e9)
    with other.slot():
        assert world.now <= 1005 + LONGEST_HOLD + 0.001


def test_a_clock_that_started_anew_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_text(json.dumps({"sent": {"a": [9e9, None], "b": [9e9, 9e9], "c": [9e9, None]}, "hold_until": 9e9}))
    world = World()
    with Limiter(path, 3, world.clock, world.sleep).slot():
        assert world.now == 1000


def test_without_a_folder_to_write_the_limit_is_kept_by_this_process(tmp_path: Path) -> None:
    file = tmp_path / "no-folder"
    file.write_text("")
    world = World()
    limiter = Limiter.shared(file / "below", "h", "", 3)
    limiter._now, limiter._sleep = world.clock, world.sleep
    times = []
    for _ in range(9):
        with limiter.slot():
            times.append(world.now)
    assert busiest_second(times) == 3
