"""Article numbers: what stands where pages stand in journals that number their articles and print no pages.

One rule for every road. A page alone with fewer than five digits and no letter (`2789`) can be either: only a record
whose journal prints no pages, or a field made for article numbers, tells which. Whoever reads these gives `make_work`
the number beside the page.
"""

import re
from functools import lru_cache

# The American Society for Microbiology's e02527-14: the hyphen parts the number from the year in which it was sent in.
# The zero in front tells it from a range such as e181-92.
HYPHENATED = re.compile(r"e0\d{4}-\d\d", re.ASCII)
_BMJ_CASE_REPORT = re.compile(r"bcr-?\d{4}-?\d{4,}", re.ASCII | re.IGNORECASE)
_NUMBER = re.compile(
    # The letter of BMJ's year and number (n71, m4743), the e of electronic pages (e90479, E123). An S or s is a
    # supplement's page, other capitals are sections that are paged through (G526, R101, D90).
    r"[a-rt-zE]\d+"
    # Two letters and more name the journal or the group (CD003559, MR000012, ofx123, djt001); two digits behind them
    # are pages of a supplement or of a congress (ii12, PP23).
    r"|[A-Za-z]{2,4}\d{3,}"
    # No volume has 10,000 pages (104235; P01019 and C04035 in physics).
    r"|[A-Za-z]?\d{5,}",
    re.ASCII,
)
_ROMAN = re.compile(r"[ivx]{2,4}\d", re.ASCII)
"""Supplements of BMJ's and Oxford's journals are paged ii1 to ii200."""


@lru_cache(maxsize=8192)
def is_article_number(page: str) -> bool:
    """Whether what stands for a page can only be the number of an article."""
    if _NUMBER.fullmatch(page):
        return _ROMAN.match(page) is None
    return HYPHENATED.fullmatch(page) is not None or _BMJ_CASE_REPORT.fullmatch(page) is not None


def is_unpaged(page: str) -> bool:
    """Whether a page alone is an article number in a journal that prints no pages: any number that is no range."""
    return is_article_number(page) or (page.isascii() and page.isdigit())
