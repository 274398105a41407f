"""What a person calls things: works by citation key, identifier or number; references by review and number."""

from collections.abc import Collection, Iterable

from harvester.errors import Fault, NotFoundError
from harvester.model import Provisional
from harvester.model.prepared import RESULTS
from harvester.model.resolution import FETCHED_LIST
from harvester.store.views import citekeys
from harvester.store.views.reader import Reader
from harvester.text import shown
from harvester.values import identifier

BY_NUMBER = "SELECT id FROM work WHERE id = :number"
BY_IDENTIFIER = "SELECT work_id FROM identifier WHERE scheme = :scheme AND value = :value"
PAGES = f"""
SELECT work_id, digest FROM source WHERE work_id IN (:these) AND format NOT IN ('{FETCHED_LIST}', '{RESULTS}')
"""

HIGHEST = 2**63 - 1
"""The highest number of a row in either database; a greater one cannot even be asked for."""
DIGEST_SHOWN = 12
"""Digits of a page's digest that name it: 48 bits, so that of a million pages one pair in five hundred libraries is
alike, and those are then asked for with more."""


def find_work(reader: Reader, name: str) -> int | None:
    """The number of a work by citekey, `w` number or identifier (CURIE, address, bare PMID, PMCID, DOI), or None."""
    key = name.removeprefix("~")
    # A fixed key is what it says, also where it looks like an identifier or a number.
    if (fixed := reader.one(citekeys.HOME, key=key)) is not None:
        return int(fixed)
    if name[:1] == "w" and name[1:].isdecimal():
        number = int(name[1:])
        found: int | None = reader.one(BY_NUMBER, number=number) if number <= HIGHEST else None
        return found
    scheme, _, value = name.partition(":")
    if named := identifier.parse(name, "pmid" if name.isdecimal() else None):
        scheme, value = named.scheme, named.value
    found = reader.one(BY_IDENTIFIER, scheme=scheme, value=value)
    return citekeys.find(reader, key) if found is None else found


def get_work(reader: Reader, name: str) -> int:
    """The number of a work by its name. Raises `NotFoundError`, with the keys that are like a mistyped one."""
    wanted = shown(name)
    if (number := find_work(reader, wanted)) is not None:
        return number
    near = citekeys.near(reader, wanted.removeprefix("~"))
    fault = Fault.MISTYPED_WORK if near else Fault.NO_WORK
    raise NotFoundError(f"This library has no work {wanted!r}", fault, near=" or ".join(near))


def page_names(reader: Reader, citing: Iterable[int]) -> dict[str, str]:
    """By the digest of a page, the citation key of its review where that names its references (see `of_reference`)."""
    pages: dict[int, set[str]] = {}
    for work, digest in reader.each(PAGES, citing):
        pages.setdefault(work, set()).add(digest)
    keys = citekeys.keys_of(reader, pages)
    return {digest: keys[work][0] for work, digests in pages.items() if len(digests) == 1 for digest in digests}


def of_reference(key: str, digest: str, pages: Collection[str], number: int) -> str:
    """The name of a reference: by its review's key, or by its page where the review was saved more than once."""
    return numbered(key if list(pages) == [digest] else digest[:DIGEST_SHOWN], number)


def numbered(key: str, number: int) -> str:
    """The name of a reference; as provisional as the key that it begins with."""
    name = f"{key}/{number}"
    return Provisional(name) if isinstance(key, Provisional) else name
