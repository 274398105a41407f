"""A work as a source has it -> a claim: named by its content, with the keys that it can be recognized by."""

import hashlib
import json

from harvester.matching.spellings import american, spelled_out
from harvester.model import Work, work_json
from harvester.model.claim import Claim, Key, KeyKind, Origin
from harvester.text import fold
from harvester.values import titles

STRICT = ("doi", "pmid", "pmcid", "arxiv")
"""Schemes of which a work has one value; an ISBN is shared by a book and its chapters and joins nothing."""

MIN_TITLE = 20
"""Letters that a title needs before its words count as a key: "Introduction" or "Editorial" say nothing."""

TITLE_KEY = 40
"""Letters of a title that make its key: enough to tell works apart, few enough to see through a cut subtitle."""

_SPELLED = 2 * TITLE_KEY
"""Letters and blanks of a title that are spelled anew; its key has fewer."""


def make_claim(work: Work, origin: Origin, salt: str) -> Claim:
    """The claim that a source makes of a work.

    One that can be recognized by a key is named by its content alone; any other is named by `salt` too, since the
    same poor words in two places need not mean the same work.
    """
    keys = keys_of(work, origin)
    content = json.dumps(work_json.encode(work), sort_keys=True, ensure_ascii=False)
    named = f"{origin.value}\n{content}" if keys else f"{origin.value}\n{content}\n{salt}"
    # 128 bits: no two of any number of claims that a person can collect are named alike by chance.
    return Claim(hashlib.sha256(named.encode()).hexdigest()[:32], origin, work, keys)


def keys_of(work: Work, origin: Origin) -> tuple[Key, ...]:
    """What a claim can be recognized by, strongest first.

    A key brings two claims together to be compared; only an identifier says by itself that they are of one work.
    Words make keys where they say enough to be compared: a title and a first author, a year and a place in the
    journal.
    """
    keys = [Key.of(i) for scheme in STRICT for i in work.identifiers if i.scheme == scheme]
    words = fold(titles.plain(work.title))
    title = words.replace(" ", "")
    if len(title) < MIN_TITLE:
        return tuple(keys)
    # Two saved pages of one article can have nothing in common but its title and abstract.
    if origin is Origin.PAGE and work.abstract:
        keys.append(Key(KeyKind.ABSTRACT, _short(title, fold(work.abstract))))
    if not (work.author and work.issued and work.issued.year):
        return tuple(keys)

    page = work.page.partition("-")[0]
    if page or work.container_title or work.container_title_short:
        # Where a title is spelled in British English it has a second key, so that it meets the American spelling.
        spellings = (words, american(words[:_SPELLED]))
        beginnings = dict.fromkeys(spelling.replace(" ", "")[:TITLE_KEY] for spelling in spellings)
        keys += [Key(KeyKind.TITLE, _short(beginning)) for beginning in beginnings]
    if page and work.volume:
        name = work.author[0].family or work.author[0].literal
        # Müller is printed as Muller and as Mueller.
        firsts = (fold(name),) if name.isascii() else dict.fromkeys((fold(name), fold(spelled_out(name))))
        locator = (str(work.issued.year), fold(work.volume), fold(page))
        keys += [Key(KeyKind.LOCATOR, _short(first, *locator)) for first in firsts]
    return tuple(keys)


def _short(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]
