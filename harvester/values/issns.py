"""ISSNs: the numbers of journals, eight digits with a hyphen in the middle (ISO 3297)."""

import re
from collections.abc import Iterable
from functools import lru_cache

_ISSN = re.compile(r"(?<![\w-])(\d{4})[-\u2010-\u2015\u2212 ]?(\d{3}[\dXx])(?![\w-])", re.ASCII)


@lru_cache(maxsize=4096)
def read(text: str) -> str:
    """The ISSN that a text says, with its hyphen (`0959-8138`); "" where it says none. Its check is not looked at: a
    misprinted one is what the page says."""
    match = _ISSN.search(text)
    return f"{match[1]}-{match[2].upper()}" if match else ""


def read_all(texts: Iterable[str]) -> tuple[str, ...]:
    """The ISSNs of some texts in their order, each once."""
    return tuple(dict.fromkeys([issn for issn in map(read, texts) if issn]))


def is_valid(issn: str) -> bool:
    """Whether the last digit is the check of the others: the sum of all, weighted 8 to 1, is a multiple of 11, X is
    ten."""
    digits = issn.replace("-", "")
    if not re.fullmatch(r"\d{7}[\dX]", digits, re.ASCII):
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(weight * value for weight, value in zip(range(8, 0, -1), values, strict=True)) % 11 == 0
