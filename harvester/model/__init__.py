"""The nouns of Harvester: frozen, slotted dataclasses on the standard library alone.

A *reference* is text, a *citation* is the link, a *work* is the publication; the vocabulary of works is CSL's
(https://docs.citationstyles.org/en/stable/specification.html, appendix IV), in snake_case.
"""

from harvester.model.citation import Candidate, Citation, Entry, Link, Match, Penalty, Verdict
from harvester.model.identifier import Found, Identifier, Scheme
from harvester.model.page import Page, Problem, Source, Span
from harvester.model.reading import Asserted, Mention, ParsedReference, RawReference, Reading
from harvester.model.work import Name, PartialDate, Work

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
    "RawReference",
    "Reading",
    "Scheme",
    "Source",
    "Span",
    "Verdict",
    "Work",
]
