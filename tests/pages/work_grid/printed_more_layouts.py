"""More pages without metadata: those that tell their DOI or their place only where they say how to cite them, and those
whose path, buttons and boxes stand between title and names."""

from textwrap import fill

from tests.pages.work_grid.articles import Article
from tests.pages.work_grid.forms import family_first, in_words
from tests.pages.work_grid.furniture import plain
from tests.pages.work_grid.layouts import layout
from tests.pages.work_grid.printed_forms import (
    ADDRESSES,
    MORE,
    PROSE,
    an,
    authors_of,
    day_first,
    en,
    html,
    issue_of,
    listed,
    month,
    numbered,
    numbers_of,
    vancouver,
    with_initials,
)


@layout()
def cited_without_title(a: Article) -> str:
    """A platform of 2017: names as a list with "Email author", the DOI only in a citation that leaves the title out."""
    people = "</li><li>".join(
        f"<span>{x}</span><ul><li>{i % 2 + 1}</li></ul>{'<span>Email author</span>' if i == 0 else ''}"
        for i, x in enumerate(authors_of(a))
    )
    return html(
        f"{plain(a.title)} | Platform",
        f"<p>Article</p><p>{a.journal}</p><p>{numbers_of(a)}, pp {en(a.pages)}</p><p>First Online: {day_first(a.date)}</p><h1>{a.title}</h1>"
        f"<ul><li>{people}</li></ul><ol><li>1. {ADDRESSES[0]}</li><li>2. {ADDRESSES[1]}</li></ol><h2>Abstract</h2><p>{PROSE}</p>"
        f"<h2>Keywords</h2><p>one two</p><h2>1 Introduction</h2><p>{MORE}</p><h2>References</h2>{listed()}<h2>Copyright information</h2>"
        f"<p>© The Authors {a.year}</p><h2>About this article</h2><h3>Cite this article as:</h3><div>{', '.join(with_initials(a)[:3])} et al. "
        f"{a.short} ({a.year}) {a.volume}: {a.first}. https://doi.org/{a.doi}</div><ul><li>Publisher Name Platform</li></ul>",
    )


@layout()
def path_with_title_page(a: Article) -> str:
    """Copied text: the title in the path too, names parted by blanks and commas, the DOI in the suggested citation."""
    return f"""Home / Journals / {a.journal} / {numbers_of(a)} / {plain(a.title)}
{plain(a.title)}
Published online by a press: {day_first(a.date)}
{" , ".join(authors_of(a))}
Show author details
Article contents
Extract
{PROSE}
References
{numbered()}
Recommended citation
{an([family_first(x) for x in a.authors])} ({a.year}). {plain(a.title)}. {a.journal}, {a.volume}{issue_of(a)}, {a.pages}. https://doi.org/{a.doi}
"""


@layout()
def boxes_between_words(a: Article) -> str:
    """A journal's page with boxes of figures and buttons between title and names."""
    people = an([f"{x}, {('M.D.', 'Ph.D.')[i % 2]}" for i, x in enumerate(authors_of(a))], ", and ")
    return html(
        f"{plain(a.title)} | {a.short}",
        f"<header><a>{a.journal}</a></header><p>Original Article</p><h1>{a.title}</h1><ul><li>List of authors.</li><li>{people}</li></ul>"
        f"<ul><li>Article</li><li>Figures/Media</li><li>Metrics</li></ul><p>{in_words(a.date)}</p><p>{a.short} {a.year}; {a.volume}:{a.pages}</p>"
        f"<p>DOI: {a.doi}</p><p>Chinese Translation</p><h2>Abstract</h2><h3>Background</h3><p>{PROSE}</p><h3>Methods</h3><p>{MORE}</p>"
        f"<h2>References</h2>{listed()}",
    )


@layout()
def dates_in_one_line(a: Article) -> str:
    """Copied text: the article's history in one line, its place in the next, "Cite this" with a label of its own."""
    return f"""{a.journal} ({a.short})
Sign in | Register
Full length article
{plain(a.title)}
{"; ".join(authors_of(a))}
{ADDRESSES[0]}
Received 12 January {int(a.year) - 1}, Accepted 3 April {int(a.year) - 1}, Published {day_first(a.date)}
{a.short} {a.year}, {a.volume}{issue_of(a)}:{a.pages}
https://doi.org/{a.doi}
ABSTRACT
{PROSE}
INTRODUCTION
{MORE}
REFERENCES
{numbered()}
"""


@layout("title year doi authors journal")
def no_place_yet(a: Article) -> str:
    """An accepted manuscript: journal and "in press", a date, no volume."""
    return html(
        plain(a.title),
        f"<p>{a.journal}</p><p>Available online {day_first(a.date)}</p><p>In Press, Corrected Proof</p><h1>{a.title}</h1>"
        f"<p>{', '.join(f'{x}<sup>{chr(97 + i % 2)}</sup>' for i, x in enumerate(authors_of(a)))}</p><p>https://doi.org/{a.doi}</p>"
        f"<h2>Abstract</h2><p>{PROSE}</p><p>Keywords: one</p><h2>Introduction</h2><p>{MORE}</p><h2>References</h2>{listed()}",
    )


@layout()
def w3m_browser_of_a_press(a: Article) -> str:
    """w3m's print: bullets for authors, place behind the word "In"."""
    people = "\n".join(f"  • {x}^{i % 2 + 1}" for i, x in enumerate(authors_of(a)))
    return f"""  • Browse
  • Publish

{fill(plain(a.title), 90)}

{people}

{ADDRESSES[0]}

In: {a.journal}, {numbers_of(a)}, {month(a)} {a.year}, pp. {a.pages}

DOI https://doi.org/{a.doi}

Abstract

{fill(PROSE, 90)}

Introduction

{fill(MORE, 90)}

References

{chr(10).join(fill(line, 90, subsequent_indent="   ") for line in numbered().split(chr(10)))}

How to cite

{fill(f"{', '.join(vancouver(a))}. {plain(a.title)}. {a.short}. {a.year};{a.volume}{issue_of(a)}:{a.pages}.", 90)}
"""


@layout()
def journal_over_kind(a: Article) -> str:
    """The journal as a heading of its own above the kind of article; volume and pages far below, and the journal again
    only in the browser's title."""
    return html(
        f"{plain(a.title)} - {a.journal} - A Library",
        f"<div>A Library</div><h2><a href='/j'>{a.journal}</a></h2><p>Research Article</p><h1>{a.title}</h1><p>{'; '.join(authors_of(a))}</p>"
        f"<p>First published: {day_first(a.date)}</p><p>https://doi.org/{a.doi}</p><p>Cited by: 12</p><div>Volume {a.volume}</div>"
        f"<div>{f'Issue {a.issue}' if a.issue else 'Open issue'}</div><div>Pages {en(a.pages)}</div><h2>Abstract</h2><p>{PROSE}</p>"
        f"<h2>Introduction</h2><p>{MORE}</p><h2>References</h2>{listed()}",
    )
