"""More pages without metadata: catalogues' tables, journals of Latin America, older platforms, text without headings."""

from textwrap import fill

from tests.pages.work_grid.articles import Article
from tests.pages.work_grid.forms import as_nlm, family_first, in_words
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
)


@layout()
def table_record(a: Article) -> str:
    """A table of labels and values under the name of a site; the source in one line."""
    rows = {
        "Title:": a.title,
        "Author(s):": "; ".join(family_first(x) for x in a.authors),
        "Source:": f"{a.journal}, {a.year}, Vol. {a.volume}{f', No. {a.issue}' if a.issue else ''}, pp. {a.pages}",
        "DOI:": a.doi,
        "Type:": "Journal Article",
    }
    table = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows.items())
    return html(
        "Health abstracts online",
        f"<h1>Health abstracts online</h1><p>Back to results</p><table>{table}</table><h2>Abstract</h2><p>{PROSE}</p>"
        f"<h2>References</h2>{listed()}",
    )


@layout()
def printed_portuguese_journal_page(a: Article) -> str:
    """Title in a paragraph, names with raised Roman numbers, an abstract and its heading in Portuguese."""
    people = ", ".join(f"{x}<sup>{('I', 'II', 'I,II')[i % 3]}</sup>" for i, x in enumerate(authors_of(a)))
    return html(
        f"{a.short} - {plain(a.title)}",
        f"<p>Serviços Personalizados</p><p>{a.journal}</p><p><i>On-line version</i> ISSN 1518-8787</p>"
        f"<p><b>{a.short} v.{a.volume}{f' n.{a.issue}' if a.issue else ''} São Paulo {a.year}</b></p>"
        f"<p>https://doi.org/{a.doi}</p><p>Artigos Originais</p><p class='title'><b>{a.title}</b></p><p class='author'>{people}</p>"
        f"<p><sup>I</sup> {ADDRESSES[0]}</p><p><sup>II</sup> {ADDRESSES[1]}</p><p class='sec'>RESUMO</p><p>{PROSE}</p>"
        f"<p><b>Palavras-chave:</b> um; dois</p><p>INTRODUÇÃO</p><p>{MORE}</p><p>REFERÊNCIAS</p>{listed()}"
        f"<p>Como citar este artigo: {', '.join(vancouver(a))}. {a.title}. {a.short}. {a.year};{a.volume}{issue_of(a)}:{a.pages}.</p>",
    )


@layout()
def names_by_breaks(a: Article) -> str:
    """A platform of 2012: names on lines of their own, dates in capitals, one line for journal and place."""
    return html(
        f"{plain(a.title)} - Filler - 2012 - {a.journal} - Online Library",
        f"<ul><li>Home</li><li>Journals</li></ul><h1>{a.title}</h1><ol><li>{'</li><li>'.join(authors_of(a))}</li></ol>"
        f"<p>Article first published online: 4 APR {a.year}</p><p>DOI: {a.doi}</p><p>© {a.year} The Publisher</p>"
        f"<h3>Issue</h3><div><h3>{a.journal}</h3><p>{numbers_of(a)}, pages {en(a.pages)}, {month(a)} {a.year}</p></div>"
        f"<h3>Abstract</h3><p>{PROSE}</p><h3>Introduction</h3><p>{MORE}</p><h3>References</h3>{listed()}",
    )


@layout()
def contributor_list(a: Article) -> str:
    """A platform of 2009: a list of contributors with numbers in links, the citation in a footer."""
    people = "".join(
        f"<li><span>{x}</span><a href='#aff-{i % 2}'><sup>{i % 2 + 1}</sup></a>,</li>"
        for i, x in enumerate(authors_of(a))
    )
    return html(
        plain(a.title),
        f"<div><a href='/'>{a.journal}</a></div><h1 id='article-title-1'>{a.title}</h1><div><ol>{people}</ol><p>+ Author Affiliations</p>"
        f"<ol><li><sup>1</sup> {ADDRESSES[0]}</li><li><sup>2</sup> {ADDRESSES[1]}</li></ol></div><ol><li>Received 3 March {int(a.year) - 1}.</li></ol>"
        f"<h2>Abstract</h2><p>{PROSE}</p><h2>Introduction</h2><p>{MORE}</p><h2>References</h2>{listed()}"
        f"<div><cite>doi: {a.doi} {a.short} {month(a)} {a.year} vol. {a.volume}{f' no. {a.issue}' if a.issue else ''} {a.pages}</cite></div>",
    )


@layout()
def no_heading_over_prose(a: Article) -> str:
    """Copied text whose abstract has no heading; the citation at the end, with full first names nowhere."""
    people = ", ".join(f"{x}{i % 2 + 1}{'*' if i == 0 else ''}" for i, x in enumerate(authors_of(a)))
    return f"""REVIEW
{a.short}, {day_first(a.date)} | https://doi.org/{a.doi}
{plain(a.title)}
{people}
1{ADDRESSES[0]}
2{ADDRESSES[1]}
{PROSE}
Keywords: one, two, three
INTRODUCTION
{MORE}
REFERENCES
{numbered()}
Conflict of Interest: The authors declare none.
Citation: {an(vancouver(a))} ({a.year}) {plain(a.title)}. {a.short} {a.volume}:{a.first}. doi: {a.doi}
Copyright © {a.year} The authors.
"""


@layout()
def copied_with_information_print(a: Article) -> str:
    """Copied text: a press's date under the title, names with "and", a box "Information" behind the abstract."""
    return f"""Home
Journals
{a.journal}
{plain(a.title)}
English
Français
{plain(a.title)}
Published online by the University Press:  {day_first(a.date)}
{an(authors_of(a))}
Show author details
Article contents
Abstract
{PROSE}
Type
Research Article
Information
{a.journal} , {numbers_of(a)} , {month(a)} {a.year} , pp. {a.pages.replace("-", " - ")}
DOI: https://doi.org/{a.doi}
Introduction
{MORE}
References
{numbered()}
"""


@layout()
def copied_middle_dots(a: Article) -> str:
    """Copied text: names with letters and middle dots, journal and place in one line under them."""
    return f"""Original Paper
{plain(a.title)}
{" · ".join(f"{x} {'ab'[i % 2]}" for i, x in enumerate(authors_of(a)))}
Author affiliations
a{ADDRESSES[0]}
b{ADDRESSES[1]}
Corresponding Author
{a.short} {a.year};{a.volume}:{en(a.pages)}
https://doi.org/{a.doi}
Abstract
{PROSE}
© {a.year} The publisher
Introduction
{MORE}
References
{numbered()}
"""


@layout()
def copied_place_first(a: Article) -> str:
    """Copied text: DOI and place above the title, a name a line without any mark."""
    return f"""{a.journal}
Full-text search
Subscribe to RSS
{a.short} {a.year}; {a.volume}{issue_of(a)}: {a.pages}
DOI: {a.doi}
Original Article
{plain(a.title)}
{chr(10).join(authors_of(a))}
Further Information
Publication History
received: 12 January {int(a.year) - 1}
Publication Date: {day_first(a.date)} (online)
Abstract
{PROSE}
Introduction
{MORE}
References
{numbered()}
"""


@layout()
def markdown_page_print(a: Article) -> str:
    """A page converted to Markdown."""
    return f"""[Home](/) / [Journals](/j)

# {plain(a.title)}

**{"**, **".join(authors_of(a))}**

*{a.journal}* **{a.volume}**{issue_of(a)}, {en(a.pages)} ({a.year})

[https://doi.org/{a.doi}](https://doi.org/{a.doi})

Published: {in_words(a.date)}

## Abstract

{PROSE}

## Introduction

{MORE}

## References

{numbered()}
"""


@layout()
def w3m_society_page(a: Article) -> str:
    """w3m's print of a society's journal: the issue above, names wrapped, a list of buttons between."""
    people = "; ".join(f"{x}, {('MD', 'PhD', 'RN, PhD')[i % 3]}" for i, x in enumerate(authors_of(a)))
    return f"""[logo] Society of Filler

  • Home
  • Current Issue
  • Archive

{a.journal}: {as_nlm(a.date)} - Volume {a.volume}{f" - Issue {a.issue}" if a.issue else ""} - p {a.pages}

doi: {a.doi}

Original Article

{fill(plain(a.title), 100)}

{fill(people, 100)}

Author Information

{ADDRESSES[0]}

  • Print
  • Permissions

Abstract

{fill(PROSE, 100)}

Introduction

{fill(MORE, 100)}

References

{chr(10).join(fill(line, 100, subsequent_indent="   ") for line in numbered().split(chr(10)))}
"""


@layout()
def plain_table_print(a: Article) -> str:
    """A record as a table of labels without colons, with no heading on the page but that of its abstract."""
    rows = {
        "Article title": a.title,
        "Author": "; ".join(vancouver(a)),
        "Journal": a.journal,
        "Year": a.year,
        "Volume": a.volume,
        "Issue": a.issue,
        "Page": a.pages,
        "DOI": a.doi,
    }
    table = "".join(f"<tr><td class='l'>{label}</td><td>{value}</td></tr>" for label, value in rows.items() if value)
    return (
        f"<html><head><title>Record view</title></head><body><table><tr><td>Home</td><td>Search</td><td>Help</td></tr></table>"
        f"<table>{table}</table><h3>Abstract</h3><p>{PROSE}</p><p>Keywords: one; two</p><h3>References</h3>{listed()}</body></html>"
    )


@layout()
def strong_headings_print(a: Article) -> str:
    """A page of 2003: a table of links, the citation in small type, headings that are only bold."""
    people = an([f"{x}<sup>{i % 2 + 1}</sup>" for i, x in enumerate(authors_of(a))], " and ")
    return (
        f"<html><head><title>{plain(a.title)} -- {a.authors[0].family} {a.volume}: {a.first} -- {a.journal}</title></head><body>"
        "<table><tr><td>QUICK SEARCH</td><td>[advanced]</td></tr><tr><td>Author:</td><td>Keyword(s):</td></tr></table>"
        f"<p><font size='-1'>{a.journal} Vol. {a.volume}{f', No. {a.issue}' if a.issue else ''}, pp. {a.pages}, {month(a)} {a.year}<br>"
        f"Copyright &copy; {a.year} by the Society<br>doi:{a.doi}</font></p><h2>{a.title}</h2><b>{people}</b><br>"
        f"<font size='-1'><sup>1</sup> {ADDRESSES[0]}; and <sup>2</sup> {ADDRESSES[1]}</font><br><br><b>ABSTRACT</b><p>{PROSE}</p>"
        f"<p><b>Key Words:</b> one &#149; two</p><b>INTRODUCTION</b><p>{MORE}</p><b>REFERENCES</b>{listed()}</body></html>"
    )


@layout()
def lynx_journal(a: Article) -> str:
    """lynx's print: all but the title indented, the place in two lines."""
    people = fill(
        "   " + ", ".join(f"{x} {i % 2 + 1}" for i, x in enumerate(authors_of(a))), 78, subsequent_indent="   "
    )
    return f"""   #[1]Home [2]Search

   [3]Skip to content

   {a.journal}
   Volume {a.volume}, {a.year}{f" - Issue {a.issue}" if a.issue else ""}

   Article

{fill(plain(a.title), 78)}

{people}
   Pages {a.pages} | Received 01 May {int(a.year) - 1}, Accepted 02 Jun {int(a.year) - 1}, Published online: {day_first(a.date)}

     * [4]Cite this article
     * [5]https://doi.org/{a.doi}

   Abstract

{fill(PROSE, 78, initial_indent="   ", subsequent_indent="   ")}

   Introduction

{fill(MORE, 78, initial_indent="   ", subsequent_indent="   ")}

   References

{chr(10).join(fill("    " + line, 78, subsequent_indent="       ") for line in numbered().split(chr(10)))}
"""


@layout()
def copied_one_line_place_print(a: Article) -> str:
    """Copied text: the journal's menus, names without marks, journal and place with the DOI in one line under them."""
    return f"""{a.journal}
Issues
More Content
Submit
Purchase
About
Article Contents
{plain(a.title)}
{", ".join(authors_of(a))}
Author Notes
{a.journal}, Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}, {month(a)} {a.year}, Pages {en(a.pages)}, https://doi.org/{a.doi}
Published: {day_first(a.date)}
Cite
Abstract
{PROSE}
Introduction
{MORE}
References
{numbered()}
"""


@layout()
def marks_on_lines(a: Article) -> str:
    """Copied text in which each name and its marks have lines of their own."""
    people = "\n".join(f"{x}\n{i % 3 + 1}{',*' if i == 0 else ''}" for i, x in enumerate(authors_of(a)))
    return f"""Journals
{a.journal}
Volume {a.volume}
{f"Issue {a.issue}" if a.issue else "All issues"}
Open Access Article
{plain(a.title)}
by
{people}
1
{ADDRESSES[0]}
2
{ADDRESSES[1]}
*
Author to whom correspondence should be addressed.
{a.short} {a.year}, {a.volume}{issue_of(a)}, {a.pages}; https://doi.org/{a.doi}
Received: 1 January {a.year} / Accepted: 3 March {a.year} / Published: {day_first(a.date)}
Abstract
{PROSE}
1. Introduction
{MORE}
References
{numbered()}
"""
