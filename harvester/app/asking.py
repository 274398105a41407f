"""The engine that asks: strategies run over the services, all their questions of a round at once, each going on as soon
as it has its replies.

A strategy is a generator that yields questions and is sent the replies. It decides nothing about the network and knows
no store; it returns what was found out of its batch, which then is one transaction. No other file calls `services.ask`.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from harvester.app.events import Away, Event, Left, Resolved
from harvester.app.resolutions import from_library
from harvester.errors import UnreachableError
from harvester.model import Problem, Verdict
from harvester.model.questions import Question, Reply
from harvester.model.resolution import Query, Resolution
from harvester.ports import Role, Services

T = TypeVar("T")
Replies = dict[Question, Reply]
Asking = Generator[tuple[Question, ...], Replies, T]
Strategy = Asking[tuple[Resolution, ...]]

ONE_TRANSACTION = 200
"""Resolutions that need no request, so many at a time: as many as a batch of PMIDs has, so that a run that is killed
loses no more here than there."""


@dataclass(frozen=True, slots=True)
class Step:
    """One way of asking.

    `role` is what a service must offer for it, `takes` the key by which a query is asked for ("": not in this way),
    `size` how many keys go in a batch. `likely` and `most` are the requests of a batch of so many queries: where all is
    known, and at most. `gets_the_rest` says that what earlier steps do not settle comes here. `takes_up` are the
    verdicts that a fallback asks about again; a step without any asks about what the run is for.
    """

    name: str
    role: Role
    takes: Callable[[Query], str]
    size: int
    strategy: Callable[[Sequence[Query]], Strategy]
    likely: Callable[[int], int]
    most: Callable[[int], int]
    gets_the_rest: bool = False
    takes_up: tuple[Verdict, ...] = ()


def batches(queries: Iterable[Query], step: Step) -> list[list[Query]]:
    """The queries of a step in batches of so many different keys, in an order of their own.

    So a batch that was not finished is made again the same, whatever was read in between, and its answers are kept.
    """
    by_key: dict[str, list[Query]] = {}
    for query in queries:
        if key := step.takes(query):
            by_key.setdefault(key, []).append(query)
    keys = sorted(by_key)
    cut = [keys[i : i + step.size] for i in range(0, len(keys), step.size)]
    return [[query for key in chunk for query in by_key[key]] for chunk in cut]


def settle(
    steps: Iterable[Step],
    open_queries: Callable[[Step], Sequence[Query]],
    hold: Callable[[Sequence[Resolution]], None],
    services: Services,
) -> Iterator[Event]:
    """Take one step after the other, as far as services offer its role: ask about what is open, hold what was found.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached, unless it is a fallback's: then the
    steps after it are left out, and an `Away` says so.
    """
    for step in steps:
        # What such a step would settle stays at its stage, and a later run with that service goes on there.
        if not services.has(step.role):
            continue
        queries = open_queries(step)
        # What the library knows by now costs no question: a work that one review cites is cited by others.
        at_hand = [resolution for query in queries if (resolution := from_library(query)) is not None]
        for start in range(0, len(at_hand), ONE_TRANSACTION):
            part = tuple(at_hand[start : start + ONE_TRANSACTION])
            hold(part)
            yield Resolved(part)
        settled = {resolution.query.claim.digest for resolution in at_hand}
        left = [query for query in queries if query.claim.digest not in settled]
        try:
            for found in run([step.strategy(batch) for batch in batches(left, step)], services):
                if isinstance(found, Problem):
                    yield Left(found)
                else:
                    hold(found)
                    yield Resolved(found)
        except UnreachableError as error:
            # Without PubMed there is nothing to go on with; a fallback costs only what it alone may have known.
            if not step.takes_up:
                raise
            yield Away(error)
            return


def ask_one(question: Question) -> Asking[Reply]:
    """The strategy of a single question: its reply as it came."""
    replies = yield (question,)
    return replies[question]


@dataclass(slots=True, eq=False)
class _Running(Generic[T]):
    """A strategy under way: what it has asked, and the replies that are there."""

    strategy: Asking[T]
    questions: tuple[Question, ...] = ()
    replies: Replies = field(default_factory=dict)


def run(strategies: Iterable[Asking[T]], services: Services) -> Iterator[T | Problem]:
    """What each strategy finds, as soon as it is done; a problem for one whose question nobody answered.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached; strategies that are not done are lost,
    but what was answered is kept.
    """
    running: list[_Running[T]] = []

    def go_on(one: _Running[T]) -> Iterator[T]:
        """It asks more, and waits for the next round, or is done."""
        try:
            one.questions = one.strategy.send(one.replies) if one.questions else next(one.strategy)
        except StopIteration as done:
            yield done.value
        else:
            one.replies = {}
            running.append(one)

    for strategy in strategies:
        yield from go_on(_Running(strategy))
    while running:
        waiting, running = running, []
        # By question, since two strategies may ask the same, which is sent once.
        owners: dict[Question, list[_Running[T]]] = {}
        for one in waiting:
            for question in one.questions:
                owners.setdefault(question, []).append(one)
        for reply in services.ask(owners):
            for one in owners[reply.question]:
                # One question without an answer ends its batch: silence must not be taken for "unknown".
                if reply.problem is not None and one in waiting:
                    waiting.remove(one)
                    one.strategy.close()
                    yield reply.problem
                one.replies[reply.question] = reply
                if one in waiting and all(question in one.replies for question in one.questions):
                    waiting.remove(one)
                    yield from go_on(one)
