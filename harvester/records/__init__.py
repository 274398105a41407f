"""Bytes from a service -> what they say: `check` first, then the decoder of the call.

`check(kind, status, body)` tells a whole answer from an empty one, an error for good and one that means "come back
later"; the decoders then give works, PMIDs and reference lists. Pure: bytes in, values out. One file a service:
`pubmed` (EFetch), `ncbi` (its other answers), `crossref`, `europepmc`.
"""

from dataclasses import dataclass

from harvester.model import Identifier
from harvester.records.checking import AnswerStatus, Check, check

__all__ = ["AnswerStatus", "Check", "ListedReference", "check"]


@dataclass(frozen=True, slots=True)
class ListedReference:
    """One entry of a reference list as a service gives it: its number there, its text, its identifiers."""

    ordinal: int
    text: str
    identifiers: tuple[Identifier, ...] = ()
