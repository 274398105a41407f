"""How right references are, on `gold.jsonl`: each field of each reference, and lists printed in many layouts."""

import json
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from harvester import references
from harvester.model import ParsedReference

GOLD = Path(__file__).with_name("gold.jsonl")
Gold = dict[str, Any]


def load() -> list[Gold]:
    """The references of the set, each with its fields."""
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def said(parsed: ParsedReference) -> Gold:
    """What a parsed reference says, in the shape of the set."""
    work = parsed.described
    return {
        "author": [f"{n.particle} {n.family}".strip() or n.literal for n in work.author],
        "complete": work.authors_complete,
        "title": work.title.rstrip("."),
        "container": work.container_title.rstrip("."),
        "year": str(work.issued) if work.issued else "",
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "type": work.type,
        "publisher": work.publisher,
        "place": work.publisher_place,
        "edition": work.edition.rstrip("."),
        "editor": [n.family or n.literal for n in work.editor],
        "url": work.url,
        "accessed": str(work.accessed) if work.accessed else "",
        "identifiers": [str(i) for i in work.identifiers],
    }


def expected(gold: Gold, field: str) -> Any:
    """A field of a gold reference, without a closing stop where `said` has none."""
    value = gold.get(field, [] if field in ("editor", "identifiers", "author") else "")
    return value.rstrip(".") if field in ("container", "title", "edition") else value


def wrong_fields() -> Iterator[tuple[Gold, str, Any, Any]]:
    """Each field that is not as the set has it: the reference, the field, what is right and what was said."""
    for gold in load():
        parsed = said(references.parse(references.raw(gold["text"])))
        for field, value in parsed.items():
            if value != expected(gold, field):
                yield gold, field, expected(gold, field), value


def right_share(fields: tuple[str, ...]) -> float:
    """The share of references that are right in all the fields named."""
    gold = load()
    bad = {reference["text"] for reference, field, _, _ in wrong_fields() if field in fields}
    return round(1 - len(bad) / len(gold), 4)


# Layouts: how a list of references is printed or saved.


def _wrapped(text: str, indent: str = "", width: int = 88) -> str:
    return "\n".join(
        textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)
    )


LAYOUTS: dict[str, Callable[[list[str]], str]] = {
    "number and stop": lambda refs: "References\n\n" + "\n".join(f"{i}. {r}" for i, r in enumerate(refs, 1)),
    "numbers in square brackets": lambda refs: "\n".join(f"[{i}] {r}" for i, r in enumerate(refs, 1)),
    "numbers in round brackets": lambda refs: "\n".join(f"({i}) {r}" for i, r in enumerate(refs, 1)),
    "number and bracket": lambda refs: "\n".join(f"{i}) {r}" for i, r in enumerate(refs, 1)),
    "bare numbers": lambda refs: "\n".join(f"{i} {r}" for i, r in enumerate(refs, 1)),
    "numbers on lines of their own": lambda refs: "\n".join(f"{i}.\n{r}\n" for i, r in enumerate(refs, 1)),
    "numbers that begin with 41": lambda refs: "\n".join(f"{i}. {r}" for i, r in enumerate(refs, 41)),
    "all numbered one, as PubMed is copied": lambda refs: (
        "References\n\n" + "\n".join(f"    1. {r} - DOI - PubMed" for r in refs)
    ),
    "glued numbers with link words": lambda refs: (
        "References\n" + "\n".join(f"{i}.{r} [DOI] [PubMed] [Google Scholar]" for i, r in enumerate(refs, 1))
    ),
    "run together": lambda refs: " ".join(f"{i}. {r}" for i, r in enumerate(refs, 1)),
    "run together in square brackets": lambda refs: " ".join(f"[{i}] {r}" for i, r in enumerate(refs, 1)),
    "run together and wrapped": lambda refs: _wrapped(" ".join(f"{i}. {r}" for i, r in enumerate(refs, 1))),
    "wrapped at the margin": lambda refs: "\n".join(_wrapped(f"{i}. {r}") for i, r in enumerate(refs, 1)),
    "wrapped with blank lines": lambda refs: "\n\n".join(_wrapped(f"{i}. {r}") for i, r in enumerate(refs, 1)),
    "hanging without numbers": lambda refs: "\n".join(_wrapped(r, "    ") for r in refs),
    "one a line without numbers": lambda refs: "\n".join(refs),
    "one a line with link words": lambda refs: "\n".join(f"{r} [Google Scholar] [CrossRef]" for r in refs),
    "one a block without numbers": lambda refs: "\n\n".join(refs),
    "bullets": lambda refs: "Further reading\n\n" + "\n".join(f"  • {r}" for r in refs),
    "page furniture between": lambda refs: "\n".join(
        f"{i}. {r}" + (f"\n\nPage {i} of 99\n" if i % 5 == 0 else "") for i, r in enumerate(refs, 1)
    ),
    "prose before and after": lambda refs: (
        "Resistance has causes [1, 2]. In 2015. 3 trials ended.\n\nReferences\n"
        + "\n".join(f"{i}. {r}" for i, r in enumerate(refs, 1))
        + "\n\nAcknowledgements\nWe thank 2. nobody."
    ),
    "printed twice": lambda refs: "\n".join(f"{i}. {r}" for _ in range(2) for i, r in enumerate(refs, 1)),
}


def letters(text: str) -> str:
    """The letters and digits of a text, which no layout may change."""
    return "".join(filter(str.isalnum, text)).casefold()


def split_share() -> float:
    """The share of references that come out of all layouts letter by letter as they were put in."""
    refs = [gold["text"] for gold in load()]
    right = total = 0
    for layout in LAYOUTS.values():
        found = [letters(r.text) for r in references.split(layout(refs))]
        right += sum(letters(r) in found for r in refs) - max(0, len(found) - len(refs))
        total += len(refs)
    return round(max(0.0, right / total), 4)


def layouts_share() -> float:
    """The share of layouts that are split without any fault."""
    refs = [gold["text"] for gold in load()]
    whole = sum(
        [letters(r.text) for r in references.split(layout(refs))] == [letters(r) for r in refs]
        for layout in LAYOUTS.values()
    )
    return round(whole / len(LAYOUTS), 4)
