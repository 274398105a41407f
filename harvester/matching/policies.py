"""What compared facts come to: three policies, each a table of rules of which the first that holds decides.

A wrong link is worse than a missing one. A link that was searched for needs two independent facts that agree, the title
or the whole place in the journal among them, and nothing weighty against it. A printed identifier is believed unless
its record is of another work. Two claims without a common identifier are merged where their words agree and nothing
contradicts: a wrong yes merges two papers, a wrong no lists one paper twice, so every doubt is a no. What only stands
beside an article (an erratum, a retraction notice, a preprint, another part, a thesis) is never taken for it.

Each rule has a case in `tests/matching/test_policies.py` that another rule would decide otherwise.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from harvester.matching.thresholds import AGREES, CONTRADICTS, CUT
from harvester.model import Verdict
from harvester.model.citation import Compared
from harvester.model.reason import ReasonCode as Code
from harvester.values.fast_init import fast_init

PLACE = frozenset({"author", "year", "volume", "page"})
"""What is printed of a work where its title is not, as in the lists of some journals."""
STANDS = frozenset({"journal", "year", "volume", "page"})
"""What says where a work stands; one of them may be misprinted where two others agree, but for the page: another page
of the same volume is where letters, errata and abstracts stand, and one digit wrong is no contradiction."""


@fast_init
@dataclass(frozen=True, slots=True)
class Weighed:
    """The names of the facts that agree, that contradict, and that are only nearly so; and whether one title is the
    other's beginning or end."""

    agree: frozenset[str]
    against: frozenset[str]
    nearly: frozenset[str]
    cut: bool = False


def weigh(compared: Sequence[Compared]) -> Weighed:
    """Sort what was compared by what it says."""
    agree: list[str] = []
    against: list[str] = []
    nearly: list[str] = []
    for name, amount, _, _, _ in compared:  # all five by name: a star makes a list of each
        (agree if amount <= AGREES else against if amount >= CONTRADICTS else nearly).append(name)
    cut = "title" in nearly and any(name == "title" and amount == CUT for name, amount, *_ in compared)
    return Weighed(frozenset(agree), frozenset(against), frozenset(nearly), cut)


@dataclass(frozen=True, slots=True)
class Rule:
    """If this holds of the facts, this is the verdict, and this the reason."""

    holds: Callable[[Weighed], bool]
    verdict: Verdict
    reason: Code


def decide(policy: tuple[Rule, ...], weighed: Weighed) -> tuple[Verdict, Code]:
    """The verdict of the first rule that holds, and its reason; the last rule of a policy always holds."""
    for rule in policy:
        if rule.holds(weighed):
            return rule.verdict, rule.reason
    raise AssertionError("the last rule of a policy holds of everything")


def _otherwise(_weighed: Weighed) -> bool:
    return True


_ASSERTED, _MATCHED, _DOUBTFUL = Verdict.ASSERTED, Verdict.MATCHED, Verdict.DOUBTFUL
_CONFLICT, _UNMATCHED = Verdict.CONFLICT, Verdict.UNMATCHED
_ON_ITS_PAGE = frozenset({"title", "page", "volume"})

PRINTED = (
    # A reference can be to a notice itself, without saying so but by its page.
    Rule(lambda w: "kind" in w.against and w.agree >= _ON_ITS_PAGE, _ASSERTED, Code.IDENTIFIER_AND_PAGE_OF_NOTICE),
    Rule(lambda w: w.against == {"kind"} and "title" in w.agree, _DOUBTFUL, Code.IDENTIFIER_OF_NO_ARTICLE),
    Rule(lambda w: "kind" in w.against, _CONFLICT, Code.IDENTIFIER_OF_NO_ARTICLE),
    # Titles are translated, or printed of the chapter; three facts of the place are no chance.
    Rule(lambda w: "title" in w.against and len(w.agree & PLACE) >= 3, _ASSERTED, Code.IDENTIFIER_AND_PLACE),
    Rule(lambda w: "title" in w.against and (len(w.agree & PLACE) <= 1 or "author" in w.against),
         _CONFLICT, Code.IDENTIFIER_OF_OTHER_TITLE),
    Rule(lambda w: "title" in w.against, _DOUBTFUL, Code.IDENTIFIER_OF_OTHER_TITLE),
    Rule(lambda w: "title" in w.agree or len(w.agree) >= 2 or not w.against, _ASSERTED, Code.IDENTIFIER_AND_WORDS),
    Rule(lambda w: len(w.against) >= 2 and not w.agree, _CONFLICT, Code.IDENTIFIER_AGAINST_WORDS),
    Rule(_otherwise, _DOUBTFUL, Code.IDENTIFIER_AGAINST_WORDS),
)  # fmt: skip
"""The page gives the identifier: believed unless the words are of another work."""

_SUPPORT = frozenset({"author", "page", "abstract", "authors"})
"""One of these bears a title out; without any, the year with the journal or the volume does."""

SEARCHED = (
    Rule(lambda w: "kind" in w.against and w.agree >= _ON_ITS_PAGE, _DOUBTFUL, Code.PAGE_OF_NOTICE),
    Rule(lambda w: "kind" in w.against, _UNMATCHED, Code.NO_ARTICLE),
    Rule(lambda w: "title" in w.against or "author" in w.against, _UNMATCHED, Code.OTHER_TITLE_OR_AUTHOR),
    # The same words under another identifier: corrected and republished, or one of two papers printed wrong.
    Rule(lambda w: "identifier" in w.against, _DOUBTFUL, Code.OTHER_IDENTIFIER),
    Rule(lambda w: "abstract" in w.against, _DOUBTFUL, Code.OTHER_ABSTRACT),
    Rule(lambda w: "kind" in w.nearly and not (w.agree >= {"page", "author"} and not w.against),
         _DOUBTFUL, Code.ASIDE_NEEDS_PAGE),
    # By the title.
    Rule(lambda w: "title" in w.agree and not w.agree & _SUPPORT
         and ("author" in w.nearly or not (w.agree >= {"journal", "year"} or w.agree >= {"volume", "year"})),
         _DOUBTFUL, Code.TITLE_ALONE),
    # Reports bear the same title every year.
    Rule(lambda w: "title" in w.agree and "year" in w.nearly and not w.agree & {"volume", "page"},
         _DOUBTFUL, Code.OTHER_YEAR),
    Rule(lambda w: "title" in w.agree and not w.against, _MATCHED, Code.TITLE_AND_ANOTHER),
    Rule(lambda w: "title" in w.agree and len(w.against) == 1 and not w.against & {"page"}
         and len(w.agree & STANDS) >= 2,
         _MATCHED, Code.TITLE_AND_PLACE_MISPRINTED),
    Rule(lambda w: "title" in w.agree, _DOUBTFUL, Code.TITLE_AGAINST_OTHERS),
    # Without the title: the whole place and the author, or the author and the page with most of the rest.
    Rule(lambda w: bool(w.against), _DOUBTFUL, Code.NO_TITLE_AND_AGAINST),
    Rule(lambda w: w.agree >= PLACE, _MATCHED, Code.WHOLE_PLACE),
    Rule(lambda w: w.agree >= {"author", "page"} and len(w.agree & (STANDS | {"authors"})) >= 3,
         _MATCHED, Code.AUTHOR_PAGE_AND_TWO_MORE),
    Rule(_otherwise, _DOUBTFUL, Code.PLACE_INCOMPLETE),
)  # fmt: skip
"""Somebody else gave the record: two independent facts must agree, and none that matters may contradict."""

MERGED = (
    Rule(lambda w: bool(w.against), _UNMATCHED, Code.TITLE_AGAINST_OTHERS),
    # A title and its cut are one work where all else is the same; with less they are a paper and a wider one.
    Rule(lambda w: "title" not in w.agree and not (w.cut and w.agree >= {"author", "volume", "page"}),
         _UNMATCHED, Code.OTHER_TITLE_OR_AUTHOR),
    # A page's own work is often printed without its authors; then the abstract speaks for it.
    Rule(lambda w: "author" not in w.agree and "abstract" in w.agree, _MATCHED, Code.TITLE_AND_ANOTHER),
    Rule(lambda w: "author" not in w.agree, _UNMATCHED, Code.TITLE_ALONE),
    # The next year, as between online and print, only where volume and page are the same.
    Rule(lambda w: "year" not in w.agree and not ("year" in w.nearly and w.agree >= {"volume", "page"}),
         _UNMATCHED, Code.OTHER_YEAR),
    Rule(lambda w: "page" in w.agree, _MATCHED, Code.WHOLE_PLACE),
    # One of them knows no page: an abstract in a supplement bears the title of the paper that follows it.
    Rule(lambda w: w.agree >= {"journal", "supplement"}, _MATCHED, Code.TITLE_AND_ANOTHER),
    Rule(_otherwise, _UNMATCHED, Code.PLACE_INCOMPLETE),
)  # fmt: skip
"""Two claims without a common identifier, of which none contradicts another: one work, or two."""
