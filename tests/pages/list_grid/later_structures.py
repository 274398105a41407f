"""Structures that were written when the readers had been mended, without looking at them, and scored once: how far
the rules carry over. They stay in the grid as its third part, `later`."""

from collections.abc import Sequence

from tests.pages.list_grid.structures import Structure, each
from tests.pages.list_grid.styles import Entry
from tests.pages.list_grid.text_structures import TextStructure, lines


def _by_letter(found: Sequence[Entry]) -> str:
    """An item for each half of the alphabet, with a list in it."""
    middle = (len(found) + 1) // 2
    parts = [("A-K", found[:middle]), ("L-Z", found[middle:])]
    items = [
        f"<li>{letters}<ul>{''.join(f'<li>{e.html}</li>' for e in part)}</ul></li>" for letters, part in parts if part
    ]
    return f"<ul>{''.join(items)}</ul>"


LATER: dict[str, Structure] = {
    "labels and words in spans": each(
        '<li value="{n}"><span class="lab">{n}.</span> <span class="txt">{e}</span></li>', "<ol>", "</ol>"
    ),
    "menu": each("<li>{e}</li>", "<menu>", "</menu>"),
    "a definition list for each": each("<dl><dd>{e}</dd></dl>"),
    "anchors and linked brackets": each('<p><a name="ref{n}"></a>[<a href="#cit{n}">{n}</a>] {e}</p>'),
    "rows with an empty cell": each(
        "<tr><td>{n}</td><td>{e}</td><td>&nbsp;</td></tr>", "<table><thead></thead><tbody>", "</tbody></table>"
    ),
    "bold numbers in boxes": each("<div><b>{n}</b> {e}</div>"),
    "number and words as brothers": each("<div>{n}</div><div>{e}</div>", '<div class="grid">', "</div>"),
    "lists in items by letter": _by_letter,
    "empty paragraphs between": each("<p>{e}</p>", between="\n<p>&nbsp;</p>\n"),
    "roles of EPUB": each(
        '<p role="doc-biblioentry" id="b{n}">{e}</p>', '<section role="doc-bibliography">', "</section>"
    ),
    "typewriter lines": each("<tt>{n}. {e}</tt><br>", "<div>", "</div>"),
    "captions of figures": each("<figure><figcaption>{e}</figcaption></figure>"),
}
LATER_TEXT: dict[str, TextStructure] = {
    "text: number, stop and hyphen": lines("{n}.- "),
    "text: margin, wrapped, blank lines": lines(width=70, between="\n\n", margin=4),
    "text: brackets, wrapped, blank lines": lines("[{n}] ", 76, 0, "\n\n"),
}
