"""How likely each field of a parsed reference is right, and all of them: chances that were calibrated, not guessed.

The evidence is the tagger's: how sure it was of the items of a field and of those beside it, and of the whole. The
coefficients (`chances.json`) are made by `training/calibrate.py` of references to works that the tagger had not seen
when it read them, and `docs/confidence.md` shows how well the chances hold on others.
"""

import json
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import groupby
from math import exp, log, log10
from operator import attrgetter
from typing import NamedTuple

from harvester.model import Work, remake_work

COEFFICIENTS = "chances.json"
LABELS = {
    "author": "A", "title": "T", "container_title": "C", "issued": "D", "volume": "V", "issue": "I", "page": "P",
}  # fmt: skip
"""The fields that have a chance, with the tagger's label of what they are made of."""
ABSENCES = 5
"""What a reference may lack that tells of its other fields: see `absent`."""
EMPTIED_BELOW = {
    "title": 0.05, "author": 0.05, "container_title": 0.33, "issued": 0.4, "volume": 0.4, "issue": 0.4, "page": 0.4,
}  # fmt: skip
"""Chances below which a field is left empty: it is clearly likelier wrong than right. Of titles and lists of authors
below a half three in five are right but for a word or a name, with which works are still found; so that only what is no
title or name at all is left out."""
_NEVER_EMPTIED = max(EMPTIED_BELOW.values())
MARKED = 0.99
"""Least chance of a field that the page marks up as what it is."""
RULED = 0.66
"""Least chance of a field that a rule found: of 111 on the references that calibrate two thirds were right."""
_LEAST_DOUBT = 1e-4  # what is left of certainty: the tagger's own 1.0 is wrong about once in ten thousand fields


class Evidence(NamedTuple):
    """What the tagger knew: the probability of its whole reading; for each label that it gave the least sure of the
    items with it, the least sure of those beside them, and whether they stand in more places than one."""

    probability: float
    labels: Mapping[str, tuple[float, float, bool]]


class _Coefficients(NamedTuple):
    """For each field the constants by what is absent, and the weights; those of the whole reference."""

    bases: dict[str, list[float]]
    weights: dict[str, tuple[float, float, float, float]]
    whole: list[float]


def judge(
    line: str, marginals: list[float], probability: float, fields: tuple[str, ...], refused: bool
) -> tuple[dict[str, float], float]:
    """The chances of some fields, and that of the whole, of a line of labels; not to be written to."""
    if not marginals:
        return _judge_sure(
            "".join([label for label, _ in groupby(line)]), round(certainty(probability), 2), fields, refused
        )
    known = evidence_of(line, marginals, probability)
    of_each = of_fields(known, fields)
    return of_each, of_whole(known, of_each, refused)


@lru_cache(maxsize=4096)
def _judge_sure(labels: str, sure: float, fields: tuple[str, ...], refused: bool) -> tuple[dict[str, float], float]:
    """The same of a reading that is sure as a whole: few kinds of lines, remembered with their chances."""
    known = evidence_of(labels, [], 1.0 + _LEAST_DOUBT - 10.0**-sure)
    of_each = of_fields(known, fields)
    return of_each, of_whole(known, of_each, refused)


def with_ruled(chances: dict[str, float], labels: list[str], line: str) -> dict[str, float]:
    """The chances where rules put labels right: of what a rule says the tagger's doubt tells little."""
    changed = {new for old, new in zip(labels, line, strict=True) if old != new}
    if not changed:
        return chances
    return {field: max(chance, RULED) if LABELS[field] in changed else chance for field, chance in chances.items()}


def evidence_of(line: str, marginals: list[float], probability: float) -> Evidence:
    """The evidence of a line of labels; `marginals` are empty where the whole is so sure that they add nothing."""
    found: dict[str, tuple[float, float, bool]] = {}
    if not marginals:
        last = ""
        for label in line:
            if label != last:
                found[label] = (probability, probability, label in found)
                last = label
        return Evidence(probability, found)
    before = 1.0
    for first, behind, label in _runs(line):
        own = min(marginals[first:behind])
        edge = min(before, marginals[behind] if behind < len(line) else 1.0)
        before = marginals[behind - 1]
        if label in found:
            own, edge = min(own, found[label][0]), min(edge, found[label][1])
        found[label] = (own, edge, label in found)
    return Evidence(probability, found)


def _runs(line: str) -> list[tuple[int, int, str]]:
    """The stretches of one label: where each begins and ends, and its label."""
    return [(match.start(), match.end(), match.group(1)) for match in _STRETCH.finditer(line)]


_STRETCH = re.compile(r"(.)\1*")


def certainty(probability: float) -> float:
    """A probability as the number of nines behind its point: .99 is about 2, certainty is 4."""
    return -log10(1.0 + _LEAST_DOUBT - probability)


def absent(evidence: Evidence) -> int:
    """What of a reference is absent, a bit each: title, authors, volume, and a container, with an imprint in its stead
    (books have none), or with neither (seldom read right)."""
    labels = evidence.labels
    bits = ("T" not in labels) + 2 * ("A" not in labels) + 4 * ("V" not in labels)
    if "C" not in labels:
        bits += 8 if "U" in labels or "L" in labels else 16
    return bits


def of_fields(evidence: Evidence, fields: Iterable[str]) -> dict[str, float]:
    """The chance of each of the given fields."""
    bases, weights, _ = coefficients()
    pattern, whole = absent(evidence), certainty(evidence.probability)
    chances = {}
    for field in fields:
        own_weight, edge_weight, whole_weight, split_weight = weights[field]
        own, edge, split = of_label(evidence, field)
        score = bases[field][pattern] + own_weight * certainty(own) + edge_weight * certainty(edge)
        score += whole_weight * whole + split_weight * split
        chances[field] = 1.0 / (1.0 + exp(-score))
    return chances


def of_label(evidence: Evidence, field: str) -> tuple[float, float, bool]:
    """The evidence for a field: that of its label, or of the whole where it was made of another's words."""
    return evidence.labels.get(LABELS[field]) or (evidence.probability, evidence.probability, False)


def of_whole(evidence: Evidence, chances: Mapping[str, float], refused: bool) -> float:
    """The chance that all fields are right and none is missing; 0 where nothing was understood."""
    if not chances:
        return 0.0
    return 1.0 / (1.0 + exp(-sum(map(_product, coefficients().whole, whole_features(evidence, chances, refused)))))


def whole_features(evidence: Evidence, chances: Mapping[str, float], refused: bool) -> list[float]:
    """What the chance of the whole is made of: the fields' chances, and what is missing or was refused."""
    together = max(sum(map(log, chances.values())), _FEWEST)
    features = [1.0, together, certainty(exp(together)), certainty(evidence.probability), float(refused)]
    labels, pattern = evidence.labels, absent(evidence)
    features += [float(pattern >> bit & 1) for bit in range(ABSENCES)]
    return [*features, float("D" not in labels), float("P" not in labels)]


_FEWEST = -8.0  # the logarithm of one in three thousand: below that all are wrong


def _product(left: float, right: float) -> float:
    return left * right


def given_fields(work: Work) -> tuple[str, ...]:
    """The fields with a chance that a work has."""
    return tuple([field for field, value in zip(LABELS, _VALUES(work), strict=True) if value])


_VALUES = attrgetter(*LABELS)


def with_marked(chances: Mapping[str, float], marked: Work) -> dict[str, float]:
    """The chances where a page marks some fields up as what they are."""
    return {**chances, **{field: max(chances.get(field, 0.0), MARKED) for field in given_fields(marked)}}


def without_doubtful(work: Work, chances: Mapping[str, float]) -> Work:
    """A work without the fields that are likelier wrong than right; their words stay in the reference's text."""
    if not chances or min(chances.values()) >= _NEVER_EMPTIED:
        return work
    doubtful = {field for field, chance in chances.items() if chance < EMPTIED_BELOW[field]}
    if not doubtful:
        return work
    for field in doubtful:
        work = _EMPTIED[field](work)
    return work


_EMPTIED: dict[str, Callable[[Work], Work]] = {
    "author": lambda work: remake_work(work, author=(), authors_complete=False),
    "title": lambda work: remake_work(work, title=""),
    "container_title": lambda work: remake_work(work, container_title=""),
    "issued": lambda work: remake_work(work, issued=None),
    "volume": lambda work: remake_work(work, volume=""),
    "issue": lambda work: remake_work(work, issue=""),
    "page": lambda work: remake_work(work, page=""),
}


@cache
def coefficients() -> _Coefficients:
    """The coefficients that ship, read when the first reference is parsed."""
    data = pkgutil.get_data("harvester.references", COEFFICIENTS)
    if data is None:
        raise RuntimeError(f"{COEFFICIENTS} is not in the package")
    return coefficients_of(json.loads(data))


def coefficients_of(held: Mapping[str, list[float]]) -> _Coefficients:
    """The coefficients as the file has them, for each field: the constant, the weights of the least sure item, of those
    beside, of the whole, of more places than one, and of what is absent."""
    bases, weights = {}, {}
    for field in LABELS:
        constant, own, edge, whole, split, *gone = held[field]
        patterns = range(1 << ABSENCES)
        bases[field] = [constant + sum(w for bit, w in enumerate(gone) if pattern >> bit & 1) for pattern in patterns]
        weights[field] = (own, edge, whole, split)
    return _Coefficients(bases, weights, list(held["whole"]))
