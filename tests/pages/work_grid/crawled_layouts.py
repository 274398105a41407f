"""Pages turned into Markdown by crawlers, a page of a PDF turned into HTML, and the records of the first PubMed."""

from textwrap import wrap

from tests.pages.work_grid.articles import OTHERS, Article
from tests.pages.work_grid.copied_layouts import copied
from tests.pages.work_grid.forms import as_nlm, in_words
from tests.pages.work_grid.furniture import plain
from tests.pages.work_grid.layouts import FIELDS, layout
from tests.pages.work_grid.printed_forms import (
    ADDRESSES,
    MORE,
    PROSE,
    an,
    authors_of,
    cited,
    day_first,
    en,
    html,
    issue_of,
    listed,
    month,
    numbered,
    vancouver,
    with_initials,
)

_WITHOUT_DOI = " ".join(field for field in FIELDS if field != "doi")
_SITE = "https://www.example.org"


def _linked(names: list[str], behind: str = "") -> list[str]:
    return [f"[{name}]({_SITE}/authors/{i}){behind}" for i, name in enumerate(names)]


def _sections(level: str = "##") -> str:
    entries = "\n".join(f"{n}. {entry} [CrossRef]({_SITE}/ref/{n})" for n, entry in enumerate(cited(), 1))
    return f"{level} Abstract\n\n{PROSE}\n\n{level} Introduction\n\n{MORE}\n\n{level} References\n\n{entries}\n"


@layout()
def markdown_of_a_crawler(a: Article) -> str:
    """A crawler's own head, then the page with a heading of the first level."""
    return f"""Title: {plain(a.title)} | {a.journal}

URL Source: {_SITE}/doi/{a.doi}

Published Time: 2024-03-12T08:00:00Z

Markdown Content:
[Skip to main content]({_SITE}/#main)

*   [Home]({_SITE}/)
*   [Current issue]({_SITE}/current)
*   [Archive]({_SITE}/archive)

# {plain(a.title)}

{", ".join(_linked(authors_of(a)))}

_{a.journal}_, Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}, {month(a)} {a.year}, Pages {en(a.pages)}, [https://doi.org/{a.doi}](https://doi.org/{a.doi})

{_sections()}"""


@layout()
def markdown_underlined_heading(a: Article) -> str:
    """The title underlined; the names a list of links; the citation under "How to cite"."""
    title = plain(a.title)
    return f"""Title: {title}

URL Source: {_SITE}/article/123

Markdown Content:
{title}
{"=" * min(len(title), 80)}

*   {f"{chr(10)}*   ".join(_linked(authors_of(a)))}

Published: {in_words(a.date)}

**DOI:** [{a.doi}](https://doi.org/{a.doi})

Abstract
--------

{PROSE}

How to Cite
-----------

{", ".join(with_initials(a))} ({a.year}). {title}. _{a.journal}_, _{a.volume}_{issue_of(a)}, {en(a.pages)}. [https://doi.org/{a.doi}](https://doi.org/{a.doi})

References
----------

{numbered()}
"""


@layout()
def markdown_second_level(a: Article) -> str:
    """The journal is the heading of the first level, the title of the second."""
    people = ", ".join(f"[{name}]({_SITE}/a/{i})^{i % 2 + 1}^" for i, name in enumerate(authors_of(a)))
    return f"""# {a.journal}

[Home]({_SITE}/) / [Archives]({_SITE}/archives) / [Vol. {a.volume}{f" No. {a.issue}" if a.issue else ""} ({a.year})]({_SITE}/issue/7) / Articles

## {plain(a.title)}

{people}

1. {ADDRESSES[0]}
2. {ADDRESSES[1]}

**Pages:** {en(a.pages)}

**DOI:** https://doi.org/{a.doi}

{_sections("###")}"""


@layout()
def markdown_names_with_icons(a: Article) -> str:
    """Each name a link with an icon's picture and a link to ORCID behind it."""
    people = ",\n".join(
        f"[{name}]({_SITE}/a/{i}) [![ORCID logo]({_SITE}/orcid.png)](https://orcid.org/0000-0002-1825-009{i % 10})"
        for i, name in enumerate(authors_of(a))
    )
    return f"""[![{a.journal}]({_SITE}/logo.png)]({_SITE}/)

- [About]({_SITE}/about)
- [Issues]({_SITE}/issues)

Original Article

# {plain(a.title)}

{people}

{a.short}. {a.year};{a.volume}{issue_of(a)}:{a.pages}. doi: [{a.doi}](https://doi.org/{a.doi})

Published {day_first(a.date)}

{_sections()}
## Related articles

- [{OTHERS[0].title}](https://doi.org/{OTHERS[0].doi})
"""


@layout()
def markdown_bold_title(a: Article) -> str:
    """No headings at all: the title in bold, the journal in italics."""
    return f"""_{a.journal}_ {a.year}; **{a.volume}**{issue_of(a)}: {en(a.pages)}

**{plain(a.title)}**

{an(authors_of(a))}

[{a.doi}](https://doi.org/{a.doi})

**Abstract**

{PROSE}

**References**

{numbered()}
"""


@layout()
def markdown_pmc(a: Article) -> str:
    people = ", ".join(
        f"[{name}]({_SITE}/pubmed/?term={i})<sup>{i % 3 + 1}</sup>" for i, name in enumerate(authors_of(a))
    )
    return f"""[Skip to main content]({_SITE}/#main)

[{a.journal}]({_SITE}/journals/1/)

. {as_nlm(a.date)};{a.volume}{issue_of(a)}:{a.pages}. doi: [{a.doi}](https://doi.org/{a.doi})

# {plain(a.title)}

{people}

- Author information
- Article notes

PMCID: PMC1234567  PMID: [{a.pmid}]({_SITE}/{a.pmid}/)

{_sections()}"""


@copied(_WITHOUT_DOI)
def entrez_abstract(a: Article) -> str:
    """The Abstract view of the first PubMed: number, source, links, title, names, address, status."""
    return f"""1: {a.short}. {as_nlm(a.date)};{a.volume}{issue_of(a)}:{a.pages}.\tRelated Articles, Links

{plain(a.title).rstrip("?")}.

{", ".join(vancouver(a))}.

{ADDRESSES[0]}. someone@example.org

{PROSE}

Publication Types:
Review

PMID: {a.pmid} [PubMed - indexed for MEDLINE]
"""


@layout(_WITHOUT_DOI)
def entrez_page_in_html(a: Article) -> str:
    """The same as a page of tables, without metadata."""
    return html(
        "Entrez PubMed",
        "<table><tr><td>NCBI</td><td>PubMed</td><td>A service of the National Library of Medicine</td></tr></table>"
        "<table><tr><td>All Databases</td><td>PubMed</td><td>Nucleotide</td><td>Protein</td></tr></table>"
        "<form>Search <select><option>PubMed</option></select> for <input></form>"
        f"<dl><dt><table><tr><td>1: <b>{a.short}.</b> {as_nlm(a.date)};{a.volume}{issue_of(a)}:{a.pages}.</td>"
        "<td>Related Articles, <a href='#'>Links</a></td></tr></table></dt>"
        f"<dd><br><font size='+1'><b>{plain(a.title).rstrip('?')}.</b></font><br><br><b>{', '.join(vancouver(a))}.</b>"
        f"<br><br>{ADDRESSES[0]}.<br><br>{PROSE}<br><br>PMID: {a.pmid} [PubMed - indexed for MEDLINE]</dd></dl>"
        "<p>Write to the Help Desk</p><p>NCBI | NLM | NIH</p>",
    )


def _line(words: str, top: int, kind: int) -> str:
    return f'<p style="position:absolute;top:{top}px;left:72px;white-space:nowrap" class="ft0{kind}">{words}</p>'


@layout()
def positioned_lines(a: Article) -> str:
    """A PDF turned into HTML: each line of print is a paragraph of its own."""
    heads = [f"<i>{a.journal} {a.volume}{issue_of(a)} ({a.year}) {en(a.pages)}</i>", "Original article"]
    rows = [(words, 0) for words in heads]
    rows += [(f"<b>{words}</b>", 1) for words in wrap(plain(a.title), 48)]
    rows += [(words, 2) for words in wrap(", ".join(f"{n}<sup>a</sup>" for n in authors_of(a)), 90)]
    rows += [(f"<i>{words}</i>", 3) for words in (f"<sup>a</sup>{ADDRESSES[0]}",)]
    rows += [("Received 1 March 2001; accepted 3 May 2001", 3), ("<b>Abstract</b>", 4)]
    rows += [(words, 5) for words in wrap(PROSE, 90)]
    rows += [(f"doi:{a.doi}", 5), ("<b>1. Introduction</b>", 4), *[(words, 5) for words in wrap(MORE, 90)]]
    rows += [("<b>References</b>", 4), *[(f"[{n}] {entry}", 5) for n, entry in enumerate(cited(), 1)]]
    lines = "".join(_line(words, 60 + 18 * number, kind) for number, (words, kind) in enumerate(rows))
    return html("untitled.pdf", f'<div id="page1-div" style="position:relative">{lines}</div>')


@layout()
def positioned_blocks(a: Article) -> str:
    """The same with a `<div>` for each line and the title in capitals' size; the citation stands at the foot."""
    rows = [(words, "h") for words in wrap(plain(a.title), 40)]
    rows += [(words, "a") for words in wrap(an(authors_of(a)), 80)]
    rows += [(ADDRESSES[1], "b"), ("A B S T R A C T", "c"), *[(words, "b") for words in wrap(PROSE, 80)]]
    rows += [("1. Introduction", "c"), *[(words, "b") for words in wrap(MORE, 80)]]
    rows += [(f"{a.short} {a.year};{a.volume}{issue_of(a)}:{en(a.pages)}", "f"), (f"https://doi.org/{a.doi}", "f")]
    lines = "".join(
        f'<div class="t {kind} m{n % 3}" style="bottom:{900 - n * 12}px">{words}</div>'
        for n, (words, kind) in enumerate(rows)
    )
    return html("", f'<div class="pf"><div class="pc">{lines}</div></div><h2>References</h2>{listed()}')


@layout()
def society_front_matter(a: Article) -> str:
    """Under the journal's name whose organ it is; the title between rules."""
    return html(
        f"{a.journal}",
        f"<center><h1>{a.journal}</h1><p>Official Organ of the Society for Printed Matter</p>"
        f"<p>Volume {a.volume}{f', Number {a.issue}' if a.issue else ''}, {month(a)} {a.year}</p></center><hr>"
        f"<h2>{a.title}</h2><p>{an(authors_of(a))}</p><p>{ADDRESSES[0]}</p>"
        f"<p>pp. {a.pages}</p><p>doi:{a.doi}</p><h3>Abstract</h3><p>{PROSE}</p><h3>References</h3>{listed()}",
    )


@layout()
def print_view_of_a_platform(a: Article) -> str:
    """Printed from the platform: the address and the day of printing above all."""
    return html(
        plain(a.title),
        f"<p>{_SITE}/doi/full/{a.doi}</p><p>3/12/24, 10:04 AM</p><p>{a.journal} &gt; List of Issues &gt; Volume {a.volume}"
        f"{f', Issue {a.issue}' if a.issue else ''} &gt; {a.title}</p><div><b>{a.title}</b></div>"
        f"<div>{', '.join(authors_of(a))}</div><div>Published Online: {day_first(a.date)} • Pages {a.pages} • "
        f"https://doi.org/{a.doi}</div><div><b>Abstract</b></div><div>{PROSE}</div><div><b>References</b></div>{listed()}",
    )
