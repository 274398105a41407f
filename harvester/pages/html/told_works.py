"""Works that a page tells of beside its entries (COinS, metadata), and what of them the entry's own text confirms."""

import re
from urllib.parse import unquote_plus

from harvester.model import Name, Work, make_work
from harvester.pages.html.field_values import filled, folded, make
from harvester.values import names as single_names


def confirmed(told: Work, text: str) -> Work | None:
    """Of a work that is told beside an entry the fields that the entry's text has; None if it has none of them.

    Title and container are the printed ones, letter by letter the same but for case and signs.
    """
    letters, places = _letters(text)
    title = _place(told.title, text, letters, places, 0)
    behind = max(letters.find(folded(told.title)), 0) + len(folded(told.title)) if title else 0
    container = _place(told.container_title, text, letters, places, behind)
    year = str(told.issued.year) if told.issued and told.issued.year else ""
    numbers = set(re.findall(r"\w+", text))
    first_page = re.search(r"\w+", told.page)
    fields = {
        "title": title,
        # A short name may stand in the title too ("cell"), or in another word's place.
        "container": container if behind or container == told.container_title else "",
        "volume": told.volume if told.volume in numbers else "",
        # A single digit may be any number; an issue stands in brackets, or behind its word.
        "issue": told.issue if any(f"{mark}{told.issue}" in text for mark in _ISSUE_MARKS) else "",
        "pages": told.page if first_page and first_page[0] in numbers else "",
        "publisher": _place(told.publisher, text, letters, places, behind),
    }
    people = told.author if _are_all(told.author, text, text.find(title) if title else -1) else ()
    has_year = year != "" and year in text
    if not people and not has_year and not any(fields.values()):
        return None
    made = make({field: value for field, value in fields.items() if value}, people, complete=True)
    return filled(made, make_work(issued=told.issued)) if has_year else made


_ISSUE_MARKS = ("(", "( ", "no. ", "No. ", "no.", "no ", "issue ", "Issue ", "iss. ")
_JOINING = re.compile(r"[\w/_@#]")
"""What stands before or behind words that are only a part of something longer."""


def is_told_of(told: Work, text: str) -> bool:
    """Whether what is told beside an entry is told of it: its text has the title, or else three other facts."""
    if told.title:
        return folded(told.title) in folded(text)
    numbers = set(re.findall(r"\w+", text))
    facts = (str(told.issued.year) if told.issued else "", told.volume, told.page.partition("-")[0])
    return all(fact in numbers for fact in facts)


def _letters(text: str) -> tuple[str, list[int]]:
    """A text folded, and where each of its letters stands in the text."""
    pairs = [(letter, n) for n, sign in enumerate(text) for letter in sign.casefold() if letter.isalnum()]
    return "".join(letter for letter, _ in pairs), [n for _, n in pairs]


def _place(value: str, text: str, letters: str, places: list[int], behind: int) -> str:
    """The stretch of a text, as words of their own, that has the letters of a value; "" if there is none."""
    wanted = folded(value)
    start = letters.find(wanted, behind) if wanted else -1
    if start < 0:
        return ""
    first, last = places[start], places[start + len(wanted) - 1] + 1
    # Not within a word, an address or a DOI ("10.1093/embo-reports/kvf004").
    if (first and _JOINING.match(text[first - 1])) or _JOINING.match(text, last):
        return ""
    return (
        text[first : last + 1] if value.rstrip()[-1:] == text[last : last + 1] in ("?", "!", ")") else text[first:last]
    )


_BEHIND_NAME = 12
"""Letters behind the last author's name and before the title: initials, "and", "et al."; more are another name."""


def _are_all(people: tuple[Name, ...], text: str, title: int) -> bool:
    """Whether a text prints these authors, and no more of them, before its title."""
    before = text[:title] if title > _BEHIND_NAME else ""
    if not people or not before or "et al" in before:
        return False
    families = [name.family or name.literal for name in people]
    letters = folded(before)
    last = letters.rfind(folded(families[-1])) + len(folded(families[-1]))
    rest = sum(map(str.isalpha, letters[last:])) if last else 0
    return all(folded(family) in letters for family in families) and rest <= len(people[-1].given) + _BEHIND_NAME


def of_coins(address: str) -> Work | None:
    """The work that a span of COinS (OpenURL's keys, Z39.88) describes."""
    values: dict[str, list[str]] = {}
    for pair in address.replace("&amp;", "&").split("&")[:400]:
        key, _, value = pair.partition("=")
        if key.startswith("rft.") and value:
            values.setdefault(key[4:], []).append(" ".join(unquote_plus(value).split()))

    def get(*keys: str) -> str:
        return next((values[key][0] for key in keys if key in values), "")

    part = get("atitle")
    people = [single_names.read(value) for value in values.get("au", ())]
    if family := get("aulast"):
        first = Name(family, get("aufirst", "auinit"))
        people = [first, *(n for n in people if n and n.family != family)]
    fields = {
        "title": part or get("btitle", "title"),
        "container": get("jtitle", "stitle") or (get("btitle", "title") if part else ""),
        "year": get("date"),
        "volume": get("volume"),
        "issue": get("issue"),
        "pages": get("pages"),
        "first": get("spage", "artnum"),
        "last": get("epage"),
        "publisher": get("pub"),
    }
    given = {key: value for key, value in fields.items() if value}
    return make(given, [name for name in people if name], complete=True) if given else None
