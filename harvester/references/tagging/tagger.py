"""The tagger: a conditional random field that decides for each item of a reference which field it belongs to.

Labels: A author, E editor, T title, C container, D date, V volume, I issue, P pages, U publisher, L place of
publication, N edition, X anything else. The model is trained by `training/train_references.py`, which makes the same
file again from the facts in the repository.
"""

import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from harvester.references.tagging import features, journals
from harvester.references.tagging.items import Items

if TYPE_CHECKING:
    import pycrfsuite

MODEL = "model.crf"


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


def tag_all(every: list[Items]) -> list[tuple[list[str], float]]:
    """For each reference the label of each item, and the probability of the whole labelling, 0 to 1."""
    table = journals.known()
    described = [features.extract(items, table) for items in every]
    tagger, _ = _tagger()
    tagged = []
    for features_of_items in described:
        labels = tagger.tag(features_of_items) if features_of_items else []
        tagged.append((labels, tagger.probability(labels) if labels else 0.0))
    return tagged
