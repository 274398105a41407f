"""Chains run over the services: all their questions of a round at once, each chain going on as soon as it has its
replies."""

from collections.abc import Iterable, Iterator

from harvester.app.strategies import Replies, Strategy
from harvester.model import Problem
from harvester.model.questions import Question
from harvester.model.resolution import Resolution
from harvester.ports import Services


class _Running:
    """A chain under way: what it has asked, and the replies that are there."""

    def __init__(self, strategy: Strategy, questions: tuple[Question, ...]) -> None:
        self.strategy, self.questions = strategy, questions
        self.replies: Replies = {}

    @property
    def is_complete(self) -> bool:
        return all(question in self.replies for question in self.questions)


def run(strategies: Iterable[Strategy], services: Services) -> Iterator[tuple[Resolution, ...] | Problem]:
    """What each chain finds, as soon as it is done; a problem for one whose question nobody answered.

    Raises `harvester.errors.UnreachableError` where a service cannot be reached; chains that are not done are lost,
    but what was answered is kept.
    """
    running: list[_Running] = []
    for strategy in strategies:
        yield from _advance(strategy, None, running)
    while running:
        waiting, running = running, []
        owners: dict[Question, list[_Running]] = {}
        for one in waiting:
            for question in one.questions:
                owners.setdefault(question, []).append(one)
        for reply in services.ask(owners):
            for one in owners[reply.question]:
                if reply.problem is not None and one in waiting:
                    waiting.remove(one)
                    one.strategy.close()
                    yield reply.problem
                one.replies[reply.question] = reply
                if one in waiting and one.is_complete:
                    waiting.remove(one)
                    yield from _advance(one.strategy, one.replies, running)


def _advance(strategy: Strategy, replies: Replies | None, running: list[_Running]) -> Iterator[tuple[Resolution, ...]]:
    """Go on with a chain: it asks more, and waits for the next round, or is done."""
    try:
        questions = next(strategy) if replies is None else strategy.send(replies)
    except StopIteration as done:
        yield done.value
    else:
        running.append(_Running(strategy, questions))
