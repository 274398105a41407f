"""What to ask PubMed for about a printed work: queries and citation lines, made so that their text cannot break
them."""

from collections.abc import Iterable

from harvester.matching.locators import first_page
from harvester.model import Work
from harvester.model.questions import CitedAs
from harvester.text import fold
from harvester.values import names, titles

MAX_TITLE_WORDS = 8
"""Words of a title that are searched for; all must be found, and each is one more that may be misprinted."""
MIN_TITLE_WORDS = 3
"""Telling words that a title needs to be searched for; fewer stand in too many titles."""
_COMMON = frozenset(
    {"with", "from", "that", "this", "their", "into", "than", "between", "among", "using", "during", "after", "before",
     "patients", "study", "effect", "effects", "analysis", "review", "clinical", "human", "role", "association"}
)  # fmt: skip
_UNSEARCHABLE = frozenset('"[]')


def doi_query(dois: Iterable[str]) -> str:
    """All of these DOIs at once; each quoted, since brackets would group (docs/entrez.md 25)."""
    return " OR ".join(f'"{doi}"[doi]' for doi in dois)


def can_be_searched(doi: str) -> bool:
    """Whether PubMed's query language can hold the DOI."""
    return not _UNSEARCHABLE & set(doi)


def word_query(printed: Work) -> str:
    """The telling words of the title, or else author, year and page; "" where too little is printed for either."""
    queries = []
    # All words must be found; the longest are in the fewest titles.
    words = [w for w in dict.fromkeys(fold(titles.plain(printed.title)).split()) if len(w) > 3 and w not in _COMMON]
    if len(words) >= MIN_TITLE_WORDS:
        telling = sorted(words, key=lambda w: (-len(w), w))[:MAX_TITLE_WORDS]
        queries.append(" AND ".join(f"{word}[ti]" for word in words if word in telling))
    year = printed.issued.year if printed.issued else None
    page = first_page(printed.page)
    if printed.author and year and page:
        author = fold(names.medline(printed.author[0]) or printed.author[0].literal)
        queries += [f'"{author}"[1au] AND {year}[dp] AND {page}[pg]'] if author else []
    return " OR ".join(f"({query})" for query in queries)


def citation(printed: Work, key: str) -> CitedAs | None:
    """The printed work as ECitMatch wants it; None where it has no journal, year and place in a volume."""
    journal = (printed.container_title_short or printed.container_title).replace(".", " ")
    year = printed.issued.year if printed.issued else None
    page = first_page(printed.page)
    if not journal.strip() or not year or not (printed.volume or page):
        return None
    author = names.medline(printed.author[0]) if printed.author else ""
    return CitedAs(journal, str(year), printed.volume, page, author, key)
