"""Bytes from a service -> what they say: `check` first, then the decoder of the call.

`check(kind, status, body)` tells a whole answer from an empty one, an error for good and one that means "come back
later"; the decoders then give works, PMIDs and reference lists. Pure: bytes in, values out.
"""

from harvester.records.checking import AnswerStatus, Check, check

__all__ = ["AnswerStatus", "Check", "check"]
