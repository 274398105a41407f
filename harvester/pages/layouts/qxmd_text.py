"""A page of Read by QxMD copied as text: the kind of article in capitals, buttons, then title, authors if any, and
abstract."""

import re

from harvester.model import Page, Problem, Reading, Work
from harvester.text import squeeze
from harvester.values import identifier

_BUTTON = re.compile(r"Add (?:like|dislike|to saved papers)|Save|Share|JOURNAL ARTICLE|[A-Z][A-Z ,.'&-]+$")
_END = re.compile(
    r"^\s{0,8}(?:Full text links|We have located links|Related Resources|For the best experience)", re.MULTILINE
)


def read(page: Page) -> Reading:
    """Understand a QxMD page; its title and abstract are all that it tells of the article."""
    end = _END.search(page.text)
    body = page.text[: end.start() if end else len(page.text)]
    saved = body.rfind("Add to saved papers")
    paragraphs = [squeeze(p) for p in re.split(r"\n\s*\n", body[max(saved, 0) :])]
    paragraphs = [p for p in paragraphs if p and not _BUTTON.match(p)]
    if not paragraphs:
        return Reading(
            "", None, problems=(Problem("no-article", "no article and no reference list: nothing to harvest"),)
        )
    title, *rest = paragraphs
    abstract = max(rest, key=len, default="")
    own = tuple(dict.fromkeys(f.identifier for f in identifier.find(body)))
    work = Work(type="article-journal", title=title, abstract=abstract if len(abstract) > 200 else "", identifiers=own)
    return Reading(title, work, problems=(Problem("no-references", "the page shows no reference list"),))
