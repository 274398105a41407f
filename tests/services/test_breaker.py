"""When a host is not asked any more, on a clock that only moves by hand."""

from harvester.services.breaker import Breaker

HOST = "eutils.example.org"


def test_silence_is_borne_for_a_while_and_any_answer_ends_it() -> None:
    now = [0.0]
    breaker = Breaker(5.0, 20.0, lambda: now[0])
    assert not breaker.is_silent(HOST)
    assert not breaker.miss(HOST, 0.5)
    now[0] = 4.6
    assert breaker.miss(HOST, 0.5), "after the pause it would be too long"
    now[0] = 5.0
    assert breaker.is_silent(HOST)
    breaker.hear(HOST)
    assert not breaker.is_silent(HOST)
    assert not breaker.miss(HOST, 0.5)


def test_errors_are_borne_for_a_while_never_only_once_and_a_good_answer_heals() -> None:
    now = [0.0]
    breaker = Breaker(5.0, 20.0, lambda: now[0])
    assert not breaker.err(HOST, 100.0), "the first error, however long the pause"
    now[0] = 10.0
    assert not breaker.err(HOST, 5.0)
    assert breaker.err(HOST, 11.0)
    breaker.heal(HOST)
    assert not breaker.err(HOST, 11.0)


def test_what_is_known_of_a_host_says_nothing_of_another() -> None:
    breaker = Breaker(0.0, 0.0, lambda: 1.0)
    assert breaker.miss(HOST, 0.0)
    assert breaker.is_silent(HOST)
    assert not breaker.is_silent("api.example.org")
    breaker.hear(HOST)
    assert (breaker.was_reached(HOST), breaker.was_reached("api.example.org")) == (True, False)
