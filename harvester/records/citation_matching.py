"""ECitMatch answers -> PMIDs by the key that was sent along; lines can be missing, so order says nothing
(docs/entrez.md 28)."""

from dataclasses import dataclass
from typing import Literal

_PARTS = 6


@dataclass(frozen=True, slots=True)
class Matched:
    """What ECitMatch knows of one reference: its PMID, or the candidates of an ambiguous one, or why there is none."""

    key: str
    outcome: Literal["found", "ambiguous", "not found"]
    pmids: tuple[str, ...] = ()
    reason: str = ""


def decode_matches(body: bytes) -> dict[str, Matched]:
    """The outcomes by key; a reference whose line is missing has none."""
    found = {}
    for line in body.decode("utf-8", "replace").replace("\r", "\n").split("\n"):
        parts = line.strip().split("|")
        if len(parts) > _PARTS and parts[_PARTS - 1]:
            found[parts[_PARTS - 1]] = _matched(parts[_PARTS - 1], "|".join(parts[_PARTS:]).strip())
    return found


def _matched(key: str, answer: str) -> Matched:
    if _is_pmid(answer):
        return Matched(key, "found", (answer,))
    if answer.startswith("AMBIGUOUS"):
        listed = tuple(i for i in answer.removeprefix("AMBIGUOUS").replace(" ", "").split(",") if _is_pmid(i))
        return Matched(key, "ambiguous", listed, answer)
    return Matched(key, "not found", (), answer)


def _is_pmid(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= len(text) <= 8 and not text.startswith("0")
