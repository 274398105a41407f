"""More text copied from publishers' pages: names doubled, cut by "et al", with notes and addresses of ORCID, on lines
that begin or end with a comma; numbers that run into words.
"""

from tests.pages.work_grid.articles import OTHERS, Article
from tests.pages.work_grid.copied_layouts import copied
from tests.pages.work_grid.forms import in_words
from tests.pages.work_grid.furniture import plain
from tests.pages.work_grid.layouts import FIELDS, layout
from tests.pages.work_grid.printed_forms import (
    ADDRESSES,
    MORE,
    PROSE,
    an,
    authors_of,
    day_first,
    en,
    issue_of,
    month,
    numbered,
    with_initials,
)

_WITHOUT_JOURNAL = " ".join(field for field in FIELDS if field != "journal")
_NUMBERS_ALONE = " ".join(field for field in FIELDS if field not in ("journal", "doi"))
_DEGREES = ("MD", "PhD", "MSc", "MD, PhD", "MPH")
_SITE = "https://www.example.org"


def _body() -> str:
    return f"Abstract\n\n{PROSE}\n\nIntroduction\n\n{MORE}\n\nReferences\n\n{numbered()}\n"


def _issue(a: Article, lead: str = ", Issue ") -> str:
    return f"{lead}{a.issue}" if a.issue else ""


@copied()
def sciencedirect_commas_on_either_side(a: Article) -> str:
    """A menu of sections above; a comma begins or ends a line, as the page's markup was cut."""
    people = ""
    for i, name in enumerate(authors_of(a)):
        people += (("\n, ", ", \n", ", ")[i % 3] if i else "") + f"{name} {'abcd'[i % 4]}"
    pages = f"Pages {en(a.pages)}" if a.last else a.first
    return f"""Skip to main content
Skip to article
Journals & Books
Help
Search
My account
Sign in
Access through your organization
Purchase PDF
Article preview
Abstract
Introduction
Section snippets
References (42)
Cited by (41)
{a.journal}
Volume {a.volume}{_issue(a)}, {month(a)} {a.year}, {pages}
{plain(a.title)}
Author links open overlay panel
{people}
Show more
Add to Mendeley
Share
Cite
https://doi.org/{a.doi}
Get rights and content
Highlights
•
What was found was found by counting and by nothing else.
{_body()}"""


@copied(_NUMBERS_ALONE)
def cell_press_line(a: Article) -> str:
    """Kind and numbers run together in capitals; mails behind names; a button for what is left out."""
    people = " ∙ ".join(
        f"{name}{i % 4 + 1},{i % 3 + 5}" + (" Send email to someone@example.org" if i % 5 == 0 else "")
        for i, name in enumerate(authors_of(a))
    )
    return f"""ARTICLEVolume {a.volume}{_issue(a)}P{a.pages}{in_words(a.date)}
Open Access
Download Full Issue
{plain(a.title)}
{people} … Show more
Affiliations & Notes
Article Info
Linked Articles (1)
Download PDF
Outline
Share
More
Highlights
•
What was found was found by counting and by nothing else.
Summary
{PROSE}
Introduction
{MORE}
References
{numbered()}
"""


@copied(_WITHOUT_JOURNAL)
def lancet_dots(a: Article) -> str:
    """Kind, volume, issue, page and date parted by dots and commas."""
    people = " ∙ ".join(f"{name} {_DEGREES[i % 3]} {'abc'[i % 3]}" for i, name in enumerate(authors_of(a)))
    return f"""LeapSpace
Search for...
ARTICLES ∙ Volume {a.volume}{_issue(a)}, P{a.pages}, {in_words(a.date)}
Download Full Issue
{plain(a.title)}
{people}
Affiliations & Notes
Show Outline
DOI: https://doi.org/{a.doi}
Summary

{PROSE}

Introduction

{MORE}

References

{numbered()}
"""


@copied()
def bmj_names_as_items(a: Article) -> str:
    roles = ("professor", "senior research fellow", "associate professor", "doctoral candidate")
    people = "\n".join(
        f"{name}, {roles[i % 4]}{i % 3 + 1} {i % 2 + 4}{',' if i < len(a.authors) - 1 else ''}"
        for i, name in enumerate(authors_of(a))
    )
    return f"""Intended for healthcare professionals
Skip to main content
Research
{plain(a.title)}
{a.short} {a.year}; {a.volume} doi: https://doi.org/{a.doi} (Published {day_first(a.date)})
Cite this as: {a.short} {a.year};{a.volume}:{a.pages}
Article
Related content
Metrics
Responses
Peer review
{people}
1{ADDRESSES[0]}
2{ADDRESSES[1]}
Correspondence to: {authors_of(a)[0]} someone@example.org
Accepted 4 January {a.year}
{_body()}"""


@copied()
def aip_copied(a: Article) -> str:
    people = ";\n".join(f"{name} {'ORCID logo' if i % 2 else ''}" for i, name in enumerate(authors_of(a)))
    return f"""RESEARCH ARTICLE| {month(a).upper()} {int(a.date[8:]):02d} {a.year}
{plain(a.title)}
{people}
Author & Article Information
{a.short} {a.volume}, {a.first} ({a.year})
https://doi.org/{a.doi}
Article history
Split-Screen
Views
PDF
Share
Tools
{_body()}"""


@copied()
def physics_reprint(a: Article) -> str:
    """The first page of a downloaded PDF: how to cite above the names, notes behind them."""
    people = an([f"{name},{i % 3 + 1}{',a)' if i == 0 else ''}" for i, name in enumerate(authors_of(a))], " and ")
    return f"""{plain(a.title)}
Cite as: {a.short} {a.volume}, {a.first} ({a.year}); doi: {a.doi}
Submitted: 31 December {int(a.year) - 1} . Accepted: 22 February {a.year} .
Published Online: {day_first(a.date)}
{people}
AFFILIATIONS
1{ADDRESSES[0]}
2{ADDRESSES[1]}
a)Author to whom correspondence should be addressed: someone@example.org
ABSTRACT
{PROSE}
I. INTRODUCTION
{MORE}
REFERENCES
{numbered()}
"""


@copied()
def silverchair_doubled_names(a: Article) -> str:
    """A name twice, its address and a search on three sites; citation behind the names."""
    people = "\n".join(
        f"{name};\n{name}\n{ADDRESSES[i % 3]}\nSearch for other works by this author on:\nThis Site\nPubMed\nGoogle Scholar"
        for i, name in enumerate(authors_of(a))
    )
    return f"""Skip to Main Content
{a.journal}
Issues
Research Article| {month(a)} {int(a.date[8:]):02d} {a.year}
{plain(a.title)}
{people}
Author and Article Information
{a.journal} ({a.year}) {a.volume} {issue_of(a) + ": " if a.issue else ": "}{en(a.pages)}.
https://doi.org/{a.doi}
Views Icon
Views
Share Icon
Share
Cite Icon
Cite
{_body()}
Citation
{", ".join(authors_of(a))}; {plain(a.title)}. {a.journal} {day_first(a.date)}; {a.volume} {issue_of(a)}: {en(a.pages)}. doi: https://doi.org/{a.doi}
"""


@copied()
def oxford_doubled_names(a: Article) -> str:
    """Names with a comma, then each with its address in the order of the list, then the journal's line."""
    people = "\n".join(
        f"{name},\n{name}\n{ADDRESSES[i % 3]}\nSearch for other works by this author on:\nOxford Academic\nPubMed\nGoogle Scholar"
        for i, name in enumerate(authors_of(a))
    )
    return f"""Journal Article
{plain(a.title)}
Get access
{people}
{a.journal}, Volume {a.volume}{_issue(a)}, {day_first(a.date)}, Pages {en(a.pages)}, https://doi.org/{a.doi}
Published: {day_first(a.date)}
Article history
{_body()}"""


@copied()
def jama_et_al_run_together(a: Article) -> str:
    """A button "et al" before the names that were folded; a subtitle's line is left out."""
    names = [f"{name}, {_DEGREES[i % 5]}{i % 3 + 1}" for i, name in enumerate(authors_of(a))]
    people = "; ".join(names[:3]) + ("; et al" if len(names) > 3 else "") + "; ".join(names[3:])
    return f"""Original Investigation Oncology
{in_words(a.date)}
{plain(a.title)}
{people}
Author Affiliations Article Information
{a.short}. {a.year};{a.volume}{issue_of(a)}:{a.pages}. doi:{a.doi}
visual abstract icon Visual
Abstract
Key Points
Question What did others say about what we looked at here?
Findings In this study of all that was printed, the answer was found by counting.
{_body()}"""


@copied()
def sage_ids_between_names(a: Article) -> str:
    """Addresses of ORCID and mail behind names; journal and numbers behind them with the year first."""
    people = an(
        [
            f"{n} <https://orcid.org/0000-0003-2607-746{i % 10}>" if i % 2 else f"{n} someone@example.org"
            for i, n in enumerate(authors_of(a))
        ],
        " , and ",
    )
    return f"""{plain(a.title)}
{people} View all authors and affiliations
{a.year} {a.journal} Volume {a.volume}{_issue(a)}
https://doi.org/{a.doi}
Pages {a.pages}
{_body()}"""


@layout()
def taylor_francis_numbered_links(a: Article) -> str:
    """Markdown with links by number: the journal, the issue and the names are links."""
    people = "\n\n".join(f"[{name}][{i + 7}] {ADDRESSES[i % 3]}" for i, name in enumerate(authors_of(a)))
    targets = "\n".join(f"[{i}]: {_SITE}/link/{i}" for i in range(1, 8 + len(a.authors)))
    return f"""Full article: {plain(a.title)}

Skip to Main Content

[Advanced search][1]

[image: Publication Cover]

[{a.journal}][2] Volume {a.volume}, {a.year} - [Issue {a.issue or 1}][3]

[Submit an article][4] [Journal homepage][5]

Free access

427

Views

0

CrossRef citations to date

[Listen][6]

Original Article

# {plain(a.title)}

{people}

Pages {a.pages} | Published online: {day_first(a.date)}

- Cite this article
- https://doi.org/{a.doi}

{_body()}
{targets}
"""


@layout()
def aha_markdown(a: Article) -> str:
    """Names with degrees are links, each with a link to ORCID behind; the volume is a link."""
    people = ", ".join(
        f"[{name}, {_DEGREES[i % 5]}]({_SITE}/doi/{a.doi}#con{i}) [https://orcid.org/0000-0002-1885-069{i % 10}](https://orcid.org/0000-0002-1885-069{i % 10})"
        for i, name in enumerate(authors_of(a))
    )
    return f"""[Skip to main content]({_SITE}#main)
# {plain(a.title)}
{people} [someone@example.org](mailto:someone@example.org)[Author Info & Affiliations]({_SITE}/doi/{a.doi}#tab)
{a.journal}
[Volume {a.volume}, Number {a.issue or 1}]({_SITE}/toc/1/1)
[https://doi.org/{a.doi}](https://doi.org/{a.doi})
[1,2126]({_SITE}#)Metrics
Total Downloads1,212
[Abstract]({_SITE}#abstract)

## Abstract

{PROSE}

## References

{numbered()}

## Information & Authors

### Published In

{a.journal}
Volume {a.volume} • Number {a.issue or 1} • {day_first(a.date)}
Pages: {a.pages}
"""


@copied()
def old_aha_run_together(a: Article) -> str:
    """Names doubled and run together are left out: how to cite says them; the numbers stand before the abstract."""
    return f"""Home{a.journal}Vol. {a.volume}, No. {a.issue or 1}{plain(a.title)}
Free Access
Research Article
{plain(a.title)}
{an(authors_of(a))}
Originally published{day_first(a.date)}
https://doi.org/{a.doi}
{a.journal}. {a.year};{a.volume}:{en(a.pages)}
{_body()}"""


@copied()
def conference_supplement(a: Article) -> str:
    """A society's site: labels in lines of their own, values under them."""
    return f"""{a.journal}
Home
About
Current issue
ARTICLE
{plain(a.title)}
Authors
{chr(10).join(authors_of(a))}
DOI:
https://doi.org/{a.doi}
Published
{a.date}
Issue
Vol. {a.volume}{_issue(a, " No. ")} ({a.year}): {a.journal}
Pages
{a.pages}
Section
Articles
{_body()}
How to Cite
{", ".join(with_initials(a))} ({a.year}). {plain(a.title)}. {a.journal}, {a.volume}{issue_of(a)}, {a.pages}. https://doi.org/{a.doi}
More Citation Formats
{OTHERS[0].title}
"""
