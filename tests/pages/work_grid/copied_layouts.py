"""Text copied from publishers' pages, each as it is, without any blank line, and with a blank line behind every line:
what browsers and crawlers make of the same page.
"""

from collections.abc import Callable

from tests.pages.work_grid.articles import OTHERS, Article
from tests.pages.work_grid.forms import as_nlm, dotted, in_words, short
from tests.pages.work_grid.furniture import plain
from tests.pages.work_grid.layouts import FIELDS, Make, layout
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
    vancouver,
    with_initials,
)

_DEGREES = ("MD", "PhD", "MSc", "MD, PhD", "MPH")
_WITHOUT_DOI = " ".join(field for field in FIELDS if field != "doi")


def copied(gives: str = " ".join(FIELDS)) -> Callable[[Make], Make]:
    """Register a layout of text three times: as it is, with no blank line, and with one behind every line."""

    def register(make: Make) -> Make:
        def unparted(article: Article) -> str:
            return "\n".join(line for line in make(article).split("\n") if line.strip()) + "\n"

        def parted(article: Article) -> str:
            return "\n\n".join(line for line in make(article).split("\n") if line.strip()) + "\n"

        for variant in (unparted, parted):
            variant.__name__ = f"{make.__name__}__{variant.__name__}"
            variant.__module__ = make.__module__
            layout(gives)(variant)
        return layout(gives)(make)

    return register


def _body(article: Article) -> str:
    """Abstract, introduction and references behind a head."""
    del article
    return f"Abstract\n\n{PROSE}\n\nIntroduction\n\n{MORE}\n\nReferences\n\n{numbered()}\n"


def _marked(article: Article, form: str = "{name}{n}", marks: int = 3) -> list[str]:
    """Each author with a number of an address."""
    return [form.format(name=name, n=i % marks + 1) for i, name in enumerate(authors_of(article))]


@copied()
def sciencedirect_names_by_lines(a: Article) -> str:
    """Names with letters of addresses, each but the first behind a comma at the beginning of a line."""
    people = "\n, ".join(f"{name} {'abc'[i % 3]}" for i, name in enumerate(authors_of(a)))
    return f"""Skip to main contentSkip to article
ScienceDirect
Journals & Books
Help
Search
My account
Sign in

View PDF
Download full issue
Search ScienceDirect
Elsevier
{a.journal}
Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}, {month(a)} {a.year}, Pages {en(a.pages)}
{a.journal}
Review Article
{plain(a.title)}

Author links open overlay panel
{people}
Show more
Outline
Add to Mendeley
Share
Cite
https://doi.org/{a.doi}
Get rights and content

{_body(a)}"""


@copied()
def sciencedirect_panel_run_together(a: Article) -> str:
    """The button runs into the first name; the title stands above the journal's second mention."""
    people = ", ".join(f"{name} {'abc'[i % 3]}" for i, name in enumerate(authors_of(a)))
    return f"""{a.journal}
Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}, {day_first(a.date)}, Pages {en(a.pages)}
Cover image {a.journal}
Article
{plain(a.title)}
Author links open overlay panel{people}
Show more
https://doi.org/{a.doi}Get rights and content
Highlights
•
The first thing that was found in this work and is told here in short.
•
The second thing.

{_body(a)}"""


@copied()
def bmj_title_above_citation(a: Article) -> str:
    """The title is the text's second line; citation, tabs, then names with roles."""
    roles = ("professor", "senior research fellow", "associate professor", "statistician")
    people = ", ".join(f"{name}, {roles[i % 4]}{i % 3 + 1}" for i, name in enumerate(authors_of(a)))
    return f"""Research
{plain(a.title)}
{a.short} {a.year}; {a.volume} doi: https://doi.org/{a.doi} (Published {day_first(a.date)})
Cite this as: {a.short} {a.year};{a.volume}:{a.pages}
Article
Related content
Metrics
Responses
{people}
Author affiliations
Correspondence to: {authors_of(a)[0]} someone@example.org
Accepted 4 January {a.year}

{_body(a)}"""


@copied()
def citation_behind_abstract(a: Article) -> str:
    """Head with title and names; journal and numbers in a line behind the abstract."""
    return f"""Original research
{plain(a.title)}
{", ".join(_marked(a))}
Author affiliations
Correspondence to Dr {authors_of(a)[0]}; someone@example.org

Abstract

{PROSE}

{a.journal} {a.year};{a.volume}:{en(a.pages)}.
http://dx.doi.org/{a.doi}
Statistics from Altmetric.com
Request Permissions
Introduction

{MORE}

References

{numbered()}
"""


@copied(" ".join(field for field in FIELDS if field != "journal"))
def lancet_line_run_together(a: Article) -> str:
    """Kind, volume, issue, pages and date run together; names with degrees and letters, parted by a dot; the journal's
    name is a picture."""
    people = " ∙ ".join(f"{name}, {_DEGREES[i % 5]}{'abc'[i % 3]}" for i, name in enumerate(authors_of(a)))
    numbers = f"Volume {a.volume}{f', Issue {a.issue}' if a.issue else ''}p{a.pages}{in_words(a.date)}"
    return f"""Skip to Main Content
This journal
Journals
Publish
Clinical
Articles{numbers}
{plain(a.title)}
{people} Show more
Affiliations & Notes
Article Info
Download PDF
Cite
Share
DOI: {a.doi} External Link
Summary

{PROSE}

Introduction

{MORE}

References

{numbered()}
"""


@copied()
def jama_key_points(a: Article) -> str:
    """Kind, section and day above the title; degrees and semicolons; citation; key points before the abstract."""
    people = "; ".join(f"{name}, {_DEGREES[i % 5]}{i % 3 + 1}" for i, name in enumerate(authors_of(a)))
    return f"""Original Investigation
General Medicine
{in_words(a.date)}
{plain(a.title)}
{people}
Author Affiliations Article Information
{a.short}. {a.year};{a.volume}{issue_of(a)}:{en(a.pages)}. doi:{a.doi}
Related Articles
editorial comment icon Editorial
multimedia icon Multimedia

Key Points
Question What did others say about what we looked at here?
Findings In this study of all that was printed, the answer was found by counting.
Meaning Counting helps.

{_body(a)}"""


@copied()
def nejm_authors_label(a: Article) -> str:
    people = an([f"{name}, {('M.D.', 'Ph.D.', 'M.P.H.')[i % 3]}" for i, name in enumerate(authors_of(a))], ", and ")
    return f"""Original Article
{plain(a.title)}
Authors: {people}Author Info & Affiliations
Published {in_words(a.date)}
{a.short} {a.year};{a.volume}:{a.pages}
DOI: {a.doi}
VOL. {a.volume} NO. {a.issue or "1"}
Copyright © {a.year}

{_body(a)}"""


@copied()
def title_is_the_first_line(a: Article) -> str:
    """Nothing above the title; initials with stops; citation under them."""
    return f"""{plain(a.title)}
{", ".join(dotted(x) for x in a.authors)}
{a.journal} {a.volume}{issue_of(a)}, {en(a.pages)} ({a.year})
https://doi.org/{a.doi}

{_body(a)}"""


@copied()
def title_first_and_full_stop(a: Article) -> str:
    """As in a record: title, names and citation each with a full stop."""
    return f"""{plain(a.title).rstrip("?")}.
{", ".join(vancouver(a))}.
{a.short}. {as_nlm(a.date)};{a.volume}{issue_of(a)}:{a.pages}.
doi: {a.doi}.

{_body(a)}"""


@copied()
def affiliations_between_names(a: Article) -> str:
    """A name, an ORCID icon, its address and mail, a line each."""
    people = "\n".join(
        f"{name}\nORCID Icon\n{ADDRESSES[i % 3]}\n{'View further author information' if i else 'Correspondence mail'}"
        for i, name in enumerate(authors_of(a))
    )
    return f"""Home
All Journals
{a.journal}
List of Issues
Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}
{plain(a.title)}
Search in:
This Journal
Advanced search
{a.journal}
Volume {a.volume}, {a.year}{f" - Issue {a.issue}" if a.issue else ""}
Submit an article
Journal homepage
1,234
Views
56
CrossRef citations to date
Research Article
{plain(a.title)}
{people}
Pages {en(a.pages)} | Received 01 Feb {int(a.year) - 1}, Accepted 12 Mar {a.year}, Published online: {day_first(a.date)}
Cite this article
https://doi.org/{a.doi}
Full Article
Figures & data
References
Citations
Metrics
Reprints & Permissions

{_body(a)}"""


@copied()
def europe_pmc_record(a: Article) -> str:
    people = " , ".join(f"{short(x)} {i % 3 + 1}" for i, x in enumerate(a.authors))
    return f"""About
Tools
Developers
Help
Europe PMC plus
Search life-sciences literature
Advanced search
{plain(a.title)}.
{people}
Author information
Affiliations
1. {ADDRESSES[0]}
2. {ADDRESSES[1]}

{a.journal}, {a.date[8:].lstrip("0")} {month(a)[:3]} {a.year}, {a.volume}{issue_of(a)}:{a.pages}
https://doi.org/{a.doi} PMID: {a.pmid}

Free to read
Share this article
Abstract

{PROSE}

Full text links

References

{numbered()}
"""


@copied()
def wiley_copied(a: Article) -> str:
    return f"""{a.journal}
ORIGINAL ARTICLE
{plain(a.title)}
{", ".join(authors_of(a))}
First published: {day_first(a.date)}
https://doi.org/{a.doi}
Citations: 321

{_body(a)}
Citing Literature
Volume{a.volume}{f", Issue{a.issue}" if a.issue else ""}
{month(a)} {a.year}
Pages {a.pages}
Recommended
{OTHERS[0].title}
{authors_of(OTHERS[0])[0]}
{OTHERS[0].journal}
"""


@copied()
def sage_copied(a: Article) -> str:
    people = ", ".join(f"{name} https://orcid.org/0000-0002-1825-009{i % 10}" for i, name in enumerate(authors_of(a)))
    return f"""Restricted access
Research article
First published online {in_words(a.date)}
{plain(a.title)}
{people}View all authors and affiliations
Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}
https://doi.org/{a.doi}
Contents
Get access
Cite article
Share options
Information, rights and permissions

{_body(a)}
Published in
{a.journal}
Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}
Pages: {en(a.pages)}
Article first published online: {in_words(a.date)}
"""


@copied()
def springer_copied(a: Article) -> str:
    people = an(
        [f"{name} ORCID: orcid.org/0000-0002-1825-009{i % 10}{i % 3 + 1}" for i, name in enumerate(authors_of(a))],
        " & ",
    )
    return f"""Home
{a.journal}
Article
{plain(a.title)}
Original Paper
Published: {day_first(a.date)}
Volume {a.volume}, pages {en(a.pages)}, ({a.year})
Cite this article
Download PDF
{people}
432 Accesses
21 Citations
Explore all metrics

{_body(a)}
Cite this article
{", ".join(with_initials(a))} {plain(a.title)}. {a.short} {a.volume}, {en(a.pages)} ({a.year}). https://doi.org/{a.doi}
Download citation
Published
{day_first(a.date)}
"""


@copied()
def plos_copied(a: Article) -> str:
    people = "\n".join(f"{name}," if i < len(a.authors) - 1 else name for i, name in enumerate(authors_of(a)))
    return f"""plos.org
create account
sign in
{a.journal}
Publish
About
Browse
Open Access
Peer-reviewed
Research Article
{plain(a.title)}
{people}
Published: {in_words(a.date)}
https://doi.org/{a.doi}
Article
Authors
Metrics
Comments
Media Coverage

{_body(a)}
Citation: {an(vancouver(a), ", ")} ({a.year}) {plain(a.title)}. {a.short} {a.volume}{issue_of(a)}: {a.pages}. https://doi.org/{a.doi}
"""


@copied(_WITHOUT_DOI)
def jstor_copied(a: Article) -> str:
    """No DOI; the numbers in words with the month in brackets."""
    return f"""JOURNAL ARTICLE
{plain(a.title)}
{an(authors_of(a))}
{a.journal}
Vol. {a.volume}{f", No. {a.issue}" if a.issue else ""} ({month(a)[:3]}., {a.year}), pp. {a.pages} ({12} pages)
Published By: {a.publisher}

{_body(a)}"""


@copied()
def aps_copied(a: Article) -> str:
    """Names with "and"; the publisher's own citation line with "Published"."""
    return f"""{plain(a.title)}
{an(authors_of(a))}
{a.short} {a.volume}, {a.first} – Published {day_first(a.date)}
DOI: https://doi.org/{a.doi}
Article
References
No Citing Articles
PDF
HTML
Export Citation

{_body(a)}"""


@copied()
def annual_reviews_copied(a: Article) -> str:
    return f"""Home
A-Z Publications
{a.journal}
Volume {a.volume}, {a.year}
Article
{plain(a.title)}
{an([f"{name}1" if i == 0 else f"{name}2" for i, name in enumerate(authors_of(a))], ", and ")}
View Affiliations
Vol. {a.volume}:{en(a.pages)} (Volume publication date {month(a)} {a.year})
https://doi.org/{a.doi}
First published as a Review in Advance on {in_words(a.date)}
© Annual Reviews

{_body(a)}"""


@copied()
def wolters_kluwer_copied(a: Article) -> str:
    people = "; ".join(f"{name} {_DEGREES[i % 5]}" for i, name in enumerate(authors_of(a)))
    return f"""Log in or Register
Get new issue alerts
Submit a Manuscript
{a.journal}
Articles & Issues
Original Articles
{plain(a.title)}
{people}
Author Information
{a.journal} {a.volume}{issue_of(a)}:p {a.pages}, {month(a)} {a.year}. | DOI: {a.doi}
BUY

{_body(a)}"""


@copied()
def aha_copied(a: Article) -> str:
    people = ", ".join(f"{name}, {_DEGREES[i % 3]}" for i, name in enumerate(authors_of(a)))
    return f"""Home {a.journal} Vol. {a.volume}, No. {a.issue or "1"}
{plain(a.title)}
Free Access
Research Article
Originally Published {day_first(a.date)}
{plain(a.title)}
{people} Author Info & Affiliations
{a.journal} Volume {a.volume}, Number {a.issue or "1"}
https://doi.org/{a.doi}
Contents
PDF

{_body(a)}
Information & Authors
Published In
{a.journal}
Volume {a.volume} • Number {a.issue or "1"} • {day_first(a.date)}
Pages: {a.pages}
"""
