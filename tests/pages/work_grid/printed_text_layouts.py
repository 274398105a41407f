"""Text copied from a browser, shown by its reader view, or printed by lynx and w3m."""

from textwrap import fill

from tests.pages.work_grid.articles import OTHERS, Article
from tests.pages.work_grid.forms import as_nlm, family_first, in_words, short
from tests.pages.work_grid.furniture import plain
from tests.pages.work_grid.layouts import layout
from tests.pages.work_grid.printed_forms import (
    ADDRESSES,
    MORE,
    PROSE,
    an,
    authors_of,
    cited,
    day_first,
    en,
    issue_of,
    month,
    numbered,
    vancouver,
    with_initials,
)


@layout()
def copied_nature(a: Article) -> str:
    """Copied text: breadcrumb, kind, date, title, names with glued numbers, journal volume pages, cite."""
    people = an([f"{x}{i % 3 + 1}" + (",4" if i == 0 else "") for i, x in enumerate(authors_of(a))], " & ")
    return f"""Skip to main content
Advertisement
{a.journal}
View all journals
Search
Log in
Article
Open access
Published: {day_first(a.date)}
{plain(a.title)}
{people}
{a.journal} volume {a.volume}, pages {en(a.pages)} ({a.year})Cite this article
12k Accesses
345 Citations
Abstract
{PROSE}
Introduction
{MORE}
References
{numbered()}
About this article
Cite this article
{", ".join(with_initials(a)[:5])}{" et al." if len(a.authors) > 5 else ""} {plain(a.title)}. {a.short} {a.volume}, {en(a.pages)} ({a.year}). https://doi.org/{a.doi}
"""


@layout()
def copied_sciencedirect(a: Article) -> str:
    return f"""Elsewhere
{a.journal}
Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}, {day_first(a.date)}, Pages {en(a.pages)}
{a.journal}
Review
{plain(a.title)}
Author links open overlay panel
{", ".join(f"{x} {'ab'[i % 2]}" for i, x in enumerate(authors_of(a)))}
Show more
Add to Mendeley
Share
Cite
https://doi.org/{a.doi}
Get rights and content
Abstract
{PROSE}
Introduction
{MORE}
References
{numbered()}
Cited by (123)
{OTHERS[0].title}
2017, {OTHERS[0].short}
"""


@layout()
def w3m_pmc(a: Article) -> str:
    people = an([f"{x},^{i % 2 + 1}" for i, x in enumerate(authors_of(a))], " and ")
    return f"""  • Journal List
  • {a.short}
  • v.{a.volume}{issue_of(a)}; {a.year} {month(a)[:3]}
  • PMC1234567

Logo of thejournal

{a.short}. {as_nlm(a.date)}; {a.volume}{issue_of(a)}: {en(a.pages)}.
Published online {as_nlm(a.date)}. doi: {a.doi}

PMCID: PMC1234567
PMID: {a.pmid}

{fill(plain(a.title), 100)}

{fill(people, 100)}

^1{ADDRESSES[0]}
^2{ADDRESSES[1]}

Author information ► Article notes ► Copyright and License information ► Disclaimer
Received {int(a.year) - 1} Sep 28; Accepted {a.year} Jan 3.

Abstract

{fill(PROSE, 100)}

Introduction

{fill(MORE, 100)}

References

{chr(10).join(fill(f" {n}. {c}", 100, subsequent_indent="    ") for n, c in enumerate(cited(), 1))}
"""


@layout()
def reader_view_words(a: Article) -> str:
    """A browser's reader view: site, title, "By" line, date, minutes."""
    return f"""journals.example.org
{plain(a.title)}
By {an(authors_of(a))}
{in_words(a.date)}
5-6 minutes

{a.short}. {a.year};{a.volume}{issue_of(a)}:{a.pages}. doi:{a.doi}

Abstract

{PROSE}

Introduction

{MORE}

References

{numbered()}
"""


@layout()
def one_name_a_line(a: Article) -> str:
    """Copied text of a society's journal: a name a line with degrees, its address under it."""
    people = "\n".join(
        f"{x}, {('MD, PhD', 'RN, PhD', 'MSc')[i % 3]}\n{ADDRESSES[i % 3]}\nSearch for more papers by this author"
        for i, x in enumerate(authors_of(a))
    )
    return f"""{a.journal}
Vol. {a.volume}{f", No. {a.issue}" if a.issue else ""}
Research Article
{plain(a.title)}
{people}
Published Online: {day_first(a.date)}
https://doi.org/{a.doi}
PDF
Tools
Share
Abstract
{PROSE}
Methods
{MORE}
References
{numbered()}
How to cite this article:
{", ".join(vancouver(a))}. {plain(a.title)}. {a.short}. {a.year};{a.volume}{issue_of(a)}:{a.pages}.
"""


@layout()
def copied_pubmed_record(a: Article) -> str:
    return f"""{a.short}
. {as_nlm(a.date)};{a.volume}{issue_of(a)}:{a.pages}. doi: {a.doi}.
{plain(a.title)}
{", ".join(f"{x} {i % 3 + 1}" for i, x in enumerate(authors_of(a)))}
Affiliations
1 {ADDRESSES[0]}.
2 {ADDRESSES[1]}.
PMID: {a.pmid} DOI: {a.doi}
Abstract
{PROSE}
Similar articles
{OTHERS[0].title}.
{", ".join(vancouver(OTHERS[0]))}. {OTHERS[0].short}. {OTHERS[0].year};{OTHERS[0].volume}({OTHERS[0].issue}):{OTHERS[0].pages}. doi: {OTHERS[0].doi}.
PMID: 28187290 Review.
References
{numbered()}
"""


@layout()
def copied_mdpi(a: Article) -> str:
    return f"""Open AccessReview
{plain(a.title)}
by {an([f"{x} {i % 3 + 1}" + (",*" if i == 0 else "") for i, x in enumerate(authors_of(a))])}
1
{ADDRESSES[0]}
2
{ADDRESSES[1]}
*
Author to whom correspondence should be addressed.
{a.short} {a.year}, {a.volume}{issue_of(a)}, {a.pages}; https://doi.org/{a.doi}
Submission received: 1 January {a.year} / Revised: 2 February {a.year} / Accepted: 3 March {a.year} / Published: {day_first(a.date)}
Download keyboard_arrow_down
Abstract
{PROSE}
Keywords: one; two; three
1. Introduction
{MORE}
References
{numbered()}
"""


@layout()
def copied_frontiers_print(a: Article) -> str:
    return f"""REVIEW article
{a.short}, {day_first(a.date)}
Sec. Something of Everything
Volume {a.volume} - {a.year} | https://doi.org/{a.doi}
{plain(a.title)}
{chr(10).join(x + chr(10) + f"{i % 2 + 1}*" for i, x in enumerate(authors_of(a)))}
1{ADDRESSES[0]}
2{ADDRESSES[1]}
{PROSE}
Introduction
{MORE}
References
{numbered()}
Citation: {an([short(x) for x in a.authors])} ({a.year}) {plain(a.title)}. {a.short} {a.volume}:{a.first}. doi: {a.doi}
Edited by: Somebody Else, University of Nowhere, Italy
"""


@layout()
def copied_oxford_page(a: Article) -> str:
    return f"""{a.journal}
Issues
Advance articles
Submit
Article Navigation
JOURNAL ARTICLE
{plain(a.title)}
{an(authors_of(a), ", ")}
{a.journal}, Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}, {day_first(a.date)}, Pages {en(a.pages)}, https://doi.org/{a.doi}
Published: {day_first(a.date)}
Article history
PDF
Split View
Cite
Permissions Icon
Abstract
{PROSE}
Introduction
{MORE}
References
{numbered()}
"""


@layout()
def copied_cambridge(a: Article) -> str:
    return f"""Home > Journals > {a.journal} > Volume {a.volume}{f" Issue {a.issue}" if a.issue else ""} > {plain(a.title)}
{plain(a.title)}
Published online by Cambride Press: {day_first(a.date)}
{" , ".join(authors_of(a))}
Show author details
Article contents
Abstract
{PROSE}
Introduction
{MORE}
References
{numbered()}
Suggested citation
{an([family_first(x) for x in a.authors])} ({a.year}). {plain(a.title)}. {a.journal}, {a.volume}{issue_of(a)}, {a.pages}. doi:{a.doi}
"""


@layout()
def lynx_tf(a: Article) -> str:
    return f"""   Journal

{fill(a.journal, 78, initial_indent="   ", subsequent_indent="   ")}
   Volume {a.volume}, {a.year}{f" - Issue {a.issue}" if a.issue else ""}

   Original Articles

{fill(plain(a.title), 78)}

{fill("   " + an(authors_of(a), " & "), 78, subsequent_indent="   ")}
   Pages {a.pages} | Received 01 Feb {int(a.year) - 1}, Published online: {day_first(a.date)}
     * Download citation
     * https://doi.org/{a.doi}

   Abstract

{fill(PROSE, 78, initial_indent="   ", subsequent_indent="   ")}

   Introduction

{fill(MORE, 78, initial_indent="   ", subsequent_indent="   ")}

   References

{chr(10).join(fill(f"    {n}. {c}", 78, subsequent_indent="       ") for n, c in enumerate(cited(), 1))}
"""


@layout()
def copied_pmc_new(a: Article) -> str:
    return f"""Skip to main content
{a.journal} logoLink to {a.journal}
. {as_nlm(a.date)};{a.volume}{issue_of(a)}:{a.pages}. doi: {a.doi}
{plain(a.title)}
{", ".join(f"{x} {i % 2 + 1}" + (",✉" if i == 0 else "") for i, x in enumerate(authors_of(a)))}
Author information
Article notes
Copyright and License information
PMCID: PMC1234567  PMID: {a.pmid}
Abstract
{PROSE}
Introduction
{MORE}
References
{numbered()}
"""
