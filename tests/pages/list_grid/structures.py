"""The structures of HTML in which the entries of a list come: tags, line breaks, tables, boxes, one paragraph.

A structure is a function of the entries; it knows neither what stands over the list nor around it. Where a structure
has a second list or groups under headings of their own, all entries are the page's references.
"""

import textwrap
from collections.abc import Callable, Sequence
from html import escape

from tests.pages.list_grid.styles import Entry

Entries = Sequence[Entry]
Structure = Callable[[Entries], str]


def each(template: str, before: str = "", after: str = "", between: str = "\n") -> Structure:
    """A structure with one piece of markup for each entry; `{n}` is its number, `{e}` its markup, `{t}` its words."""

    def listed(found: Entries) -> str:
        pieces = [
            template.replace("{n}", str(n)).replace("{t}", escape(e.text, quote=False)).replace("{e}", e.html)
            for n, e in enumerate(found, 1)
        ]
        return before + between.join(pieces) + after

    return listed


def _halves(found: Entries) -> tuple[Entries, Entries]:
    middle = (len(found) + 1) // 2
    return found[:middle], found[middle:]


def _pre(found: Entries, numbered: bool, hanging: bool, between: str) -> str:
    lines = []
    for n, e in enumerate(found, 1):
        label = f"{n}. " if numbered else ""
        indent = " " * len(label) if numbered else "    " * hanging
        words = textwrap.wrap(label + e.text, 78, subsequent_indent=indent, break_on_hyphens=False,
                              break_long_words=False)  # fmt: skip
        lines.append(escape("\n".join(words), quote=False))
    return "<pre>\n" + between.join(lines) + "\n</pre>"


def _groups(heading: str, group: Structure) -> Structure:
    def listed(found: Entries) -> str:
        first, second = _halves(found)
        titles = ("Primary care", "Hospital care")
        return "\n".join(
            heading.format(t) + group(part) for t, part in zip(titles, (first, second), strict=True) if part
        )

    return listed


def _two(group: Structure, over_second: str) -> Structure:
    def listed(found: Entries) -> str:
        first, second = _halves(found) if len(found) >= 6 else (found, ())
        return group(first) + (over_second + group(second) if second else "")

    return listed


def _columns(found: Entries) -> str:
    first, second = _halves(found)
    rest = "".join(f"<li>{e.html}</li>" for e in second)
    return (
        f'<table width="100%"><tr valign="top"><td><ol>{"".join(f"<li>{e.html}</li>" for e in first)}</ol></td>'
        f'<td><ol start="{len(first) + 1}">{rest}</ol></td></tr></table>'
    )


def _linked(found: Entries) -> str:
    buttons = (
        '<a href="https://scholar.google.com/scholar_lookup?title=x{0}">Google Scholar</a> '
        '<a href="https://www.ncbi.nlm.nih.gov/pubmed/?term=x{0}">PubMed</a>'
    )
    return "<ol>" + "".join(f"<li>{e.html} {buttons.format(n)}</li>" for n, e in enumerate(found)) + "</ol>"


def _footnotes(found: Entries) -> str:
    notes = "".join(
        f'<li id="fn{n}"><p>{e.html} <a href="#fnref{n}" class="footnote-back">↩</a></p></li>'
        for n, e in enumerate(found, 1)
    )
    return f'<section class="footnotes"><hr><ol>{notes}</ol></section>'


def _split_in_two(found: Entries) -> str:
    """Authors and title in one paragraph of the box, the rest in the next."""
    boxes = []
    for e in found:
        head, mark, tail = e.html.partition("<i>")
        boxes.append(f"<div><p>{head}</p><p>{mark}{tail}</p></div>" if mark else f"<div><p>{head}</p></div>")
    return "\n".join(boxes)


def _run_together(found: Entries) -> str:
    return "<p>" + " ".join(f"{n}. {e.html}" for n, e in enumerate(found, 1)) + "</p>"


STRUCTURES: dict[str, Structure] = {
    "ordered list": each("<li>{e}</li>", "<ol>", "</ol>"),
    "unordered list": each("<li>{e}</li>", "<ul>", "</ul>"),
    "list with printed numbers": each("<li>{n}. {e}</li>", '<ul style="list-style:none">', "</ul>"),
    "list without end tags": each("<li>{e}", "<ol>", "</ol>"),
    "list of paragraphs": each('<li><p class="c">{e}</p></li>', "<ol>", "</ol>"),
    "list of boxes": each('<li><div><span class="n">{n}.</span> <div>{e}</div></div></li>', "<ul>", "</ul>"),
    "list in a list": each('<li><ol><li value="{n}">{e}</li></ol></li>', '<ol class="x">', "</ol>"),
    "list in an aside": each("<li>{e}</li>", "<aside><ol>", "</ol></aside>"),
    "list in a nav": each("<li>{e}</li>", "<nav><ul>", "</ul></nav>"),
    "list in a sidebar": each("<li>{e}</li>", '<div class="sidebar"><ol>', "</ol></div>"),
    "list in a hidden tab": each("<li>{e}</li>", '<div class="tab-pane" style="display:none"><ol>', "</ol></div>"),
    "list in a footer": each("<li>{e}</li>", "<footer><ol>", "</ol></footer>"),
    "list in a form": each("<li>{e}</li>", '<form action="/x"><fieldset><ol>', "</ol></fieldset></form>"),
    "list with service links": _linked,
    "list in two columns": _columns,
    "footnotes": _footnotes,
    "paragraphs": each("<p>{e}</p>"),
    "paragraphs without end tags": each("<p>{e}"),
    "paragraphs with numbers": each("<p>{n}. {e}</p>"),
    "paragraphs with brackets": each("<p>[{n}] {e}</p>"),
    "paragraphs with raised numbers": each("<p><sup>{n}</sup> {e}</p>"),
    "paragraphs of Word": each(
        '<p class=MsoNormal style="margin-left:18.0pt;text-indent:-18.0pt"><span lang=EN-GB>{n}.&nbsp;&nbsp; {e}'
        "<o:p></o:p></span></p>"
    ),
    "paragraphs with rules between": each("<p>{e}</p>", between="<hr>"),
    "paragraphs in a list without items": each("<p>{e}</p>", "<ul>", "</ul>"),
    "small paragraphs": each('<p><font size="2">{e}</font></p>'),
    "boxes": each("<div>{e}</div>"),
    "boxes of a class": each('<div class="e{n} row">{e}</div>', "<div>", "</div>"),
    "boxes with a label": each('<div class="i"><div class="l">{n}</div><div class="t">{e}</div></div>'),
    "boxes three deep": each("<div><div><div>{e}</div></div></div>", "<div><div>", "</div></div>"),
    "boxes of two paragraphs": _split_in_two,
    "line breaks": each("{e}", "<p>", "</p>", "<br>"),
    "two line breaks": each("{e}", "<p>", "</p>", "<br><br>\n"),
    "numbers and line breaks": each("{n}. {e}", "<div>", "</div>", "<br>"),
    "brackets and line breaks": each("[{n}] {e}", "<div>", "</div>", "<br />\n"),
    "words with two line breaks": each("{e}", between="<br><br>\n"),
    "font with two line breaks": each("{e}", '<font size="2">', "</font>", "<br>\n<br>\n"),
    "spans": each("<span>{e}</span>", "<div>", "</div>"),
    "spans with line breaks": each('<span class="r">{e}</span><br>', "<div>", "</div>"),
    "links": each('<a href="#w{n}">{e}</a>', "<div>", "</div>"),
    "cite elements": each("<cite>{e}</cite>", "<div>", "</div>"),
    "small headings": each("<h6>{e}</h6>"),
    "rows of a table": each("<tr><td>{n}.</td><td>{e}</td></tr>", "<table><tbody>", "</tbody></table>"),
    "rows of one cell": each("<tr><td>{e}</td></tr>", '<table border="0">', "</table>"),
    "rows without end tags": each("<tr><td>[{n}]<td>{e}", "<table>", "</table>"),
    "a table for each": each("<table><tr><td>{n}</td><td>{e}</td></tr></table>"),
    "definitions": each("<dt>{n}.</dt><dd>{e}</dd>", "<dl>", "</dl>"),
    "definitions without terms": each("<dd>{e}</dd>", "<dl>", "</dl>"),
    "terms": each("<dt>{e}</dt>", "<dl>", "</dl>"),
    "details": each("<li>{e}</li>", "<details><summary>Show the list</summary><ol>", "</ol></details>"),
    "custom elements": each("<bib-entry>{e}</bib-entry>", "<bib-entries>", "</bib-entries>"),
    "custom elements in boxes": each("<x-cite><x-no>{n}</x-no> <x-text>{e}</x-text></x-cite>", "<div>", "</div>"),
    "articles": each("<article>{e}</article>", "<section>", "</section>"),
    "sections": each("<section><p>{e}</p></section>"),
    "quotations": each("<blockquote>{e}</blockquote>"),
    "rows of boxes": each(
        '<div role="row"><div role="cell">{n}</div><div role="cell">{e}</div></div>', '<div role="table">', "</div>"
    ),
    "preformatted with blank lines": lambda found: _pre(found, False, False, "\n\n"),
    "preformatted with numbers": lambda found: _pre(found, True, False, "\n"),
    "preformatted with hanging lines": lambda found: _pre(found, False, True, "\n"),
    "run together": _run_together,
    "lists under headings": _groups("<h6>{}</h6>", each("<li>{e}</li>", "<ul>", "</ul>")),
    "paragraphs under bold lines": _groups("<p><b>{}</b></p>", each("<p>{e}</p>")),
    "paragraphs under bold letters": _groups("<p><b>{}</b><br></p>", each("<p>{e}</p>")),
    "list and further reading": _two(each("<li>{e}</li>", "<ol>", "</ol>"), "<h2>Further reading</h2>"),
    "list and supplementary references": _two(
        each("<li>{e}</li>", "<ol>", "</ol>"), "<h2>Supplementary references</h2>"
    ),
}
