"""Values from JSON whose shape nobody promises: the value if it is there and has the right type, else an empty one."""

import json
from collections.abc import Mapping

Object = Mapping[str, object]


def load(body: bytes) -> Object:
    """The object in an answer; an empty one if the answer is not an object."""
    try:
        data = json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def child(holder: Object, name: str) -> Object:
    """An inner object."""
    found = holder.get(name)
    return found if isinstance(found, dict) else {}


def children(holder: Object, name: str) -> list[Object]:
    """The objects of a list."""
    found = holder.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def text(holder: Object, name: str) -> str:
    """A string, or a number as a string, with its white space folded; of a list the first element."""
    return " ".join(as_sent(holder, name).split())


def as_sent(holder: Object, name: str) -> str:
    """The same with its white space as it was sent: line ends tell where markup was written over several lines."""
    found = holder.get(name)
    if isinstance(found, list):
        found = next((one for one in found if one), "")
    if isinstance(found, bool):
        return ""
    return str(found) if isinstance(found, str | int | float) else ""


def texts(holder: Object, name: str) -> tuple[str, ...]:
    """The strings of a list."""
    found = holder.get(name)
    return tuple(one for one in found if isinstance(one, str) and one) if isinstance(found, list) else ()


def number(value: object) -> int | None:
    """A whole number, also where it is written as a string."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 9 else None
