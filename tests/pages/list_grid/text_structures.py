"""The structures of plain text in which the entries of a list come: numbers, bullets, blank lines, wrapped lines."""

import textwrap
from collections.abc import Callable, Sequence

from tests.pages.list_grid.styles import Entry

Entries = Sequence[Entry]
TextStructure = Callable[[Entries], str]


def lines(label: str = "", width: int = 0, hanging: int = 0, between: str = "\n", margin: int = 0) -> TextStructure:
    """A structure with some lines for each entry: its label (`{n}` is the number), its words, wrapped at a width."""

    def listed(found: Entries) -> str:
        made = []
        for n, e in enumerate(found, 1):
            words = label.replace("{n}", str(n)) + e.text
            if width:
                wrapped = textwrap.wrap(words, width, subsequent_indent=" " * hanging, break_on_hyphens=False,
                                        break_long_words=False)  # fmt: skip
                words = "\n".join(wrapped)
            made.append(textwrap.indent(words, " " * margin))
        return between.join(made) + "\n"

    return listed


def _groups(found: Entries) -> str:
    middle = (len(found) + 1) // 2
    numbered = [f"{n}. {e.text}\n" for n, e in enumerate(found, 1)]
    return "Primary care\n\n" + "".join(numbered[:middle]) + "\nHospital care\n\n" + "".join(numbered[middle:])


def _two(found: Entries) -> str:
    middle = len(found) // 2 if len(found) >= 6 else len(found)
    first, second = lines("{n}. ")(found[:middle]), found[middle:]
    return first + ("\nFurther reading\n\n" + lines("{n}. ")(second) if second else "")


TEXT_STRUCTURES: dict[str, TextStructure] = {
    "text: numbers": lines("{n}. "),
    "text: numbers, margin": lines("{n}. ", margin=3),
    "text: brackets": lines("[{n}] "),
    "text: round brackets": lines("({n}) "),
    "text: number and bracket": lines("{n}) "),
    "text: numbers, blank lines": lines("{n}. ", between="\n\n"),
    "text: numbers, wrapped": lines("{n}. ", 76, 3),
    "text: numbers, wrapped flush": lines("{n}. ", 76),
    "text: numbers, wrapped, blank lines": lines("{n}. ", 76, between="\n\n"),
    "text: brackets, wrapped": lines("[{n}] ", 80, 4),
    "text: number on its own line": lines("{n}.\n"),
    "text: number and tab": lines("{n}\t"),
    "text: bare numbers": lines("{n} "),
    "text: bullets": lines("• "),
    "text: stars, margin, wrapped": lines("* ", 76, 2, margin=3),
    "text: hyphens": lines("- "),
    "text: one a line": lines(),
    "text: blank lines": lines(between="\n\n"),
    "text: wrapped, blank lines": lines(width=76, between="\n\n"),
    "text: wrapped, hanging": lines(width=76, hanging=4),
    "text: wrapped, hanging, blank lines": lines(width=76, hanging=4, between="\n\n"),
    "text: one line": lines("{n}. ", between=" "),
    "text: groups": _groups,
    "text: list and further reading": _two,
}
