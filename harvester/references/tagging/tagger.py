"""The tagger: a conditional random field that decides for each item of a reference which field it belongs to.

Labels: A author, E editor, T title, C container, D date, V volume, I issue, P pages, U publisher, L place of
publication, N edition, X anything else. The model is trained by `training/train_references.py`, which makes the same
file again from the facts in the repository.
"""

import pkgutil
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from harvester.references.tagging import features, journals
from harvester.references.tagging.items import Items

if TYPE_CHECKING:
    import pycrfsuite

MODEL = "model.crf"
SURE = 0.98
"""Probability of the whole from which on those of the items are not asked for: they lie between it and 1, and chances
of fields are calibrated as well without them (six of ten references, and a sixth of the tagger's time)."""


@cache
def _tagger() -> "tuple[pycrfsuite.Tagger, bytes]":
    """The tagger, and the model's bytes, which it reads without copying: they must live as long as it does."""
    import pycrfsuite  # loaded when the first reference is parsed: most commands parse none

    data = pkgutil.get_data("harvester.references.tagging", MODEL)
    if data is None:
        raise RuntimeError(f"{MODEL} is not in the package")
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(data)
    return tagger, data


class Tagged(NamedTuple):
    """The label of each item, the probability of the whole labelling, and that of each label; none of these where the
    whole is sure."""

    labels: list[str]
    probability: float
    marginals: list[float]


def tag_all(every: list[Items]) -> list[Tagged]:
    """What the tagger makes of each reference."""
    table = journals.known()
    described = [features.extract(items, table) for items in every]
    tagger, _ = _tagger()
    tagged = []
    for features_of_items in described:
        if not features_of_items:
            tagged.append(Tagged([], 0.0, []))
            continue
        labels = tagger.tag(features_of_items)
        probability = tagger.probability(labels)
        is_sure = probability >= SURE
        marginals = [] if is_sure else list(map(tagger.marginal, labels, range(len(labels))))
        tagged.append(Tagged(labels, probability, marginals))
    return tagged
