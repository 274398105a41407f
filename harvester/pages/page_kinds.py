"""Pages that are not articles: what they are, by their content, so that nothing is harvested from them."""

import re

from harvester.model import Problem
from harvester.values.identifier import Identifier

_KINDS = (
    ("blocked", "a page that refuses access: open it in a browser and save it again",
     r"Your access to (?:PubMed Central|PMC) has been blocked|Access Denied|Error 403|403 Forbidden|Request blocked"
     r"|You don't have permission to access|unusual traffic from your computer network"
     r"|Attention Required! \| Cloudflare"),
    ("captcha", "a page that asks whether you are human, not the article: open it in a browser and save it again",
     r"g-recaptcha|recaptcha/api|Just a moment\.\.\.|Checking your browser"
     r"|Verif(?:y|ying) (?:that )?you are (?:a )?human"
     r"|Are you a robot|Please complete the security check|cf-challenge|hcaptcha"
     r"|Enable JavaScript and cookies to continue"),
    ("not-found", "an error page, not the article",
     r"Page not (?:found|available)|404 Not Found|The requested (?:page|URL) was not found"
     r"|This page (?:can't|cannot) be found"),
)  # fmt: skip
_TESTS = tuple((code, detail, re.compile(pattern, re.IGNORECASE)) for code, detail, pattern in _KINDS)
# Every match of a pattern contains one of these: looked for first, since patterns that ignore case are slow.
_PIECES = (
    "blocked", "denied", "error 403", "403 forbidden", "permission to access", "unusual traffic", "attention required",
    "captcha", "just a moment", "checking your browser", "you are", "security check", "cf-challenge",
    "enable javascript", "not found", "not available", "be found",
)  # fmt: skip
_SHORT = 6000
"""Characters of visible text of an error page or a check, at most; a longer page is something else."""

DATA = Problem("data-record", "a record of data, not an article: nothing to harvest")
# Registrations of archives that hold data alone (DataCite's and Crossref's registries); those that hold preprints or
# reports as well are not among them.
_OF_DATA = (
    "10.5061/dryad",
    "10.7910/dvn",
    "10.17632/",
    "10.1594/pangaea",
    "10.15468/",
    "10.3886/icpsr",
    "10.5255/ukda",
)


def is_of_data(own: tuple[Identifier, ...]) -> bool:
    """Whether a page's own DOI is a data set's."""
    return any(i.scheme == "doi" and i.value.startswith(_OF_DATA) for i in own)


def not_an_article(text: str) -> Problem | None:
    """What a short page without an article is (block page, captcha, error page); None if nothing says so.

    `text` is the visible text; a page longer than any error page is never one.
    """
    if len(text) > _SHORT:
        return None
    lower = text.lower()
    if not any(map(lower.__contains__, _PIECES)):
        return None
    return next((Problem(code, detail) for code, detail, test in _TESTS if test.search(text)), None)
