"""Bytes from a service -> their content: `check` first, then the decoder of the call.

`check(kind, status, body)` distinguishes a whole answer, an empty one, a lasting error and one that means "come back
later"; the decoders then give works, PMIDs and reference lists. Pure: bytes in, values out. One file a service:
`pubmed` (EFetch), `ncbi` (its other answers), `crossref`, `europepmc`.
"""

from dataclasses import dataclass

from harvester.model import Identifier
from harvester.records.checking import AnswerStatus, Check, check

__all__ = ["AnswerStatus", "Check", "ListedReference", "check"]


@dataclass(frozen=True, slots=True)
class ListedReference:
    """One entry of a reference list as a service gives it: its number in the list, its text, its identifiers."""

    ordinal: int
    text: str
    identifiers: tuple[Identifier, ...] = ()
