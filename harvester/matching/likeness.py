"""How alike two strings are; rapidfuzz is loaded when something is compared for the first time, not before."""

from collections.abc import Callable, Collection
from functools import cache

__all__ = ["has_like", "one_slip", "ratio"]


def ratio(one: str, other: str, at_least: float) -> float:
    """Of 100, how alike two strings are; 0 where it is less than asked for, which costs less to find out."""
    return _ratio()(one, other, score_cutoff=at_least)


def has_like(word: str, others: Collection[str], at_least: float) -> bool:
    """Whether one of the others is so much like the word."""
    return _best()(word, others, scorer=_ratio(), score_cutoff=at_least) is not None


def one_slip(one: str, other: str) -> bool:
    """At most one letter wrong, missing, too many, or two in each other's place; of words of three letters and more,
    which then begin or end alike."""
    if one == other:
        return True
    if (one[:1] != other[:1] and one[-1:] != other[-1:]) or abs(len(one) - len(other)) > 1:
        return False
    return _distance()(one, other, score_cutoff=1) <= 1


@cache
def _ratio() -> Callable[..., float]:
    from rapidfuzz import fuzz

    return fuzz.ratio


@cache
def _best() -> Callable[..., object]:
    from rapidfuzz import process

    return process.extractOne


@cache
def _distance() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    return OSA.distance
