"""The nouns of Harvester: frozen, slotted dataclasses on the standard library alone.

A *reference* is text, a *citation* is the link, a *work* is the publication; the vocabulary of works is CSL's
(https://docs.citationstyles.org/en/stable/specification.html, appendix IV), in snake_case.

Each is imported when it is first asked for: making a frozen dataclass costs about a millisecond, and a command that
only reads a page should not pay for the nouns of matching and planning.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harvester.model.citation import Candidate, Citation, Entry, Link, Match, Penalty, Provisional, Verdict
    from harvester.model.page import Page, Problem, Skip, SkipCode, Source, Span
    from harvester.model.reading import Asserted, Mention, ParsedReference, RawReference, Reading
    from harvester.model.work import Relation, Work, make_work, remake_work, stored_work
    from harvester.values.dates import PartialDate
    from harvester.values.identifier import Found, Identifier, Scheme
    from harvester.values.names import Name

_HOME = {
    "harvester.model.citation": (
        "Candidate",
        "Citation",
        "Entry",
        "Link",
        "Match",
        "Penalty",
        "Provisional",
        "Verdict",
    ),
    "harvester.model.page": ("Page", "Problem", "Skip", "SkipCode", "Source", "Span"),
    "harvester.model.reading": ("Asserted", "Mention", "ParsedReference", "RawReference", "Reading"),
    "harvester.model.work": ("Relation", "Work", "make_work", "remake_work", "stored_work"),
    "harvester.values.dates": ("PartialDate",),
    "harvester.values.identifier": ("Found", "Identifier", "Scheme"),
    "harvester.values.names": ("Name",),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "Asserted",
    "Candidate",
    "Citation",
    "Entry",
    "Found",
    "Identifier",
    "Link",
    "Match",
    "Mention",
    "Name",
    "Page",
    "ParsedReference",
    "PartialDate",
    "Penalty",
    "Problem",
    "Provisional",
    "RawReference",
    "Reading",
    "Relation",
    "Scheme",
    "Skip",
    "SkipCode",
    "Source",
    "Span",
    "Verdict",
    "Work",
    "make_work",
    "remake_work",
    "stored_work",
]


def __getattr__(name: str) -> object:
    """A noun, from the module that holds it."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_MODULE_OF[name]), name)
    # The next time Python finds it by itself, and does not ask here.
    globals()[name] = found
    return found
