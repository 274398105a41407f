"""The tables of rules: every rule decides a case that without it would be decided otherwise; so does every fact."""

from dataclasses import replace

import pytest

from harvester.matching import PrintedFacts, choose, judge, same_work
from harvester.matching.comparing import FACTS
from harvester.matching.policies import MERGED, PRINTED, SEARCHED, Rule, Weighed, decide
from harvester.model import Identifier, Name, PartialDate, Verdict, Work
from harvester.model.reason import ReasonCode as Code
from tests.matching.test_traps import ARTICLE, BESIDE, NO_LOCATION

POLICIES = {"printed": PRINTED, "searched": SEARCHED, "merged": MERGED}

CASES = {
    # What agrees, what contradicts, what is nearly so; and the verdict with the rule that gives it.
    ("printed", "a reference to the notice itself, by its page"):
        ("title page volume", "kind", "", Verdict.ASSERTED, Code.IDENTIFIER_AND_PAGE_OF_NOTICE),
    ("printed", "the DOI of a preprint beside the paper's words"):
        ("title author year", "kind", "", Verdict.DOUBTFUL, Code.IDENTIFIER_OF_NO_ARTICLE),
    ("printed", "the DOI of an erratum of something else"):
        ("year", "kind title", "", Verdict.CONFLICT, Code.IDENTIFIER_OF_NO_ARTICLE),
    ("printed", "a translated title, and the right place"):
        ("author year volume page", "title", "", Verdict.ASSERTED, Code.IDENTIFIER_AND_PLACE),
    ("printed", "the identifier of the reference before it"):
        ("year", "title author page", "", Verdict.CONFLICT, Code.IDENTIFIER_OF_OTHER_TITLE),
    ("printed", "another paper of the same author and year"):
        ("author year", "title page", "", Verdict.DOUBTFUL, Code.IDENTIFIER_OF_OTHER_TITLE),
    ("printed", "the title alone, and a misprinted page"):
        ("title", "page", "", Verdict.ASSERTED, Code.IDENTIFIER_AND_WORDS),
    ("printed", "no title, and nothing that agrees"):
        ("", "author page", "", Verdict.CONFLICT, Code.IDENTIFIER_AGAINST_WORDS),
    ("printed", "no title, and one thing that is against it"):
        ("year", "page", "", Verdict.DOUBTFUL, Code.IDENTIFIER_AGAINST_WORDS),
    ("searched", "an erratum under the title on the printed page"):
        ("title page volume author", "kind", "", Verdict.DOUBTFUL, Code.PAGE_OF_NOTICE),
    ("searched", "a preprint of the same people and year"):
        ("title author year", "kind", "", Verdict.UNMATCHED, Code.NO_ARTICLE),
    ("searched", "another article on the printed page"):
        ("journal year volume page", "title", "", Verdict.UNMATCHED, Code.OTHER_TITLE_OR_AUTHOR),
    ("searched", "corrected and republished under another DOI"):
        ("title author year journal", "identifier", "", Verdict.DOUBTFUL, Code.OTHER_IDENTIFIER),
    ("searched", "the same title, author and year with another abstract"):
        ("title author year journal", "abstract", "", Verdict.DOUBTFUL, Code.OTHER_ABSTRACT),
    ("searched", "a letter under the title, its page not printed"):
        ("title author year journal", "", "kind", Verdict.DOUBTFUL, Code.ASIDE_NEEDS_PAGE),
    ("searched", "a title without author, page and journal"):
        ("title year", "", "", Verdict.DOUBTFUL, Code.TITLE_ALONE),
    ("searched", "a report that bears its title every year"):
        ("title author journal", "", "year", Verdict.DOUBTFUL, Code.OTHER_YEAR),
    ("searched", "a title and its author"): ("title author", "", "", Verdict.MATCHED, Code.TITLE_AND_ANOTHER),
    ("searched", "a title, its author, and a volume misprinted"):
        ("title author journal year", "volume", "", Verdict.MATCHED, Code.TITLE_AND_PLACE_MISPRINTED),
    ("searched", "a title on another page"):
        ("title author journal year volume", "page", "", Verdict.DOUBTFUL, Code.TITLE_AGAINST_OTHERS),
    ("searched", "no title, the whole place, and another journal"):
        ("author year volume page", "journal", "", Verdict.DOUBTFUL, Code.NO_TITLE_AND_AGAINST),
    ("searched", "no title, and the whole place"):
        ("author year volume page", "", "", Verdict.MATCHED, Code.WHOLE_PLACE),
    ("searched", "nearly the title, no volume, and the rest"):
        ("author journal year page", "", "title", Verdict.MATCHED, Code.AUTHOR_PAGE_AND_TWO_MORE),
    ("searched", "an author and a page"): ("author page", "", "", Verdict.DOUBTFUL, Code.PLACE_INCOMPLETE),
    ("merged", "all the same but another volume"):
        ("title author year page", "volume", "", Verdict.UNMATCHED, Code.TITLE_AGAINST_OTHERS),
    ("merged", "two letters of an author on one page"):
        ("author year volume page", "", "title", Verdict.UNMATCHED, Code.OTHER_TITLE_OR_AUTHOR),
    ("merged", "a page without authors, and its record by the abstract"):
        ("title abstract", "", "", Verdict.MATCHED, Code.TITLE_AND_ANOTHER),
    ("merged", "a title on a page, whoever wrote it"):
        ("title year page", "", "", Verdict.UNMATCHED, Code.TITLE_ALONE),
    ("merged", "the next year, and no volume"):
        ("title author page", "", "year", Verdict.UNMATCHED, Code.OTHER_YEAR),
    ("merged", "the same page of a journal named otherwise"):
        ("title author year page", "", "", Verdict.MATCHED, Code.WHOLE_PLACE),
    ("merged", "no page, and the same journal"):
        ("title author year journal supplement", "", "", Verdict.MATCHED, Code.TITLE_AND_ANOTHER),
    ("merged", "no page, and a supplement against an issue"):
        ("title author year journal", "", "", Verdict.UNMATCHED, Code.PLACE_INCOMPLETE),
}  # fmt: skip


def weighed(agree: str, against: str, nearly: str) -> Weighed:
    return Weighed(frozenset(agree.split()), frozenset(against.split()), frozenset(nearly.split()))


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_a_rule_decides_its_case(case: tuple[str, str]) -> None:
    *facts, verdict, reason = CASES[case]
    assert decide(POLICIES[case[0]], weighed(*map(str, facts))) == (verdict, reason)


@pytest.mark.parametrize("name", POLICIES)
def test_no_rule_can_be_left_out(name: str) -> None:
    """Without a rule one of its cases comes out otherwise, or nothing decides at all."""
    policy = POLICIES[name]
    cases = [(weighed(*map(str, facts)), (verdict, reason))
             for (of, _), (*facts, verdict, reason) in CASES.items() if of == name]  # fmt: skip

    def needed(rule: Rule) -> bool:
        rest = tuple(other for other in policy if other is not rule)
        firsts = [next((r for r in rest if r.holds(w)), None) for w, _ in cases]
        return any(r is None or (r.verdict, r.reason) != said for r, (_, said) in zip(firsts, cases, strict=True))

    assert [policy.index(rule) for rule in policy if not needed(rule)] == []


def test_a_cut_title_is_the_title_where_all_else_is_the_same() -> None:
    same = weighed("author year volume page", "", "title")
    assert decide(MERGED, replace(same, cut=True))[0] is Verdict.MATCHED
    assert decide(MERGED, replace(same, cut=True, agree=same.agree - {"volume"}))[0] is Verdict.UNMATCHED


WORDS = " ".join(f"word{n}" for n in range(40))
OTHER_WORDS = " ".join(f"other{n}" for n in range(40))
NO_JOURNAL = {"container_title": "", "container_title_short": ""}
PRINTED_ARTICLE = replace(ARTICLE, identifiers=())

NEEDED = {
    # Two namesakes under one title: with other people.
    "authors": (
        replace(PRINTED_ARTICLE, **NO_JOURNAL, **NO_LOCATION, issued=None),
        {"author": (Name("Andersen", "KB"), Name("Okafor", "C"), Name("Li", "X"))},
        (),
    ),
    # Two papers of one author and year under one title, one of them in PMC: the page's link says which.
    "labels": (replace(PRINTED_ARTICLE, **NO_JOURNAL, **NO_LOCATION), {}, ("PubMed", "PMC")),
    # Corrected and republished under a DOI of its own.
    "identifier": (
        replace(ARTICLE, identifiers=(Identifier("doi", "10.5555/first"),)),
        {"identifiers": (BESIDE, Identifier("doi", "10.5555/second"))},
        (),
    ),
    # A page that shows its title and abstract, and another article of the journal and year under that title.
    "abstract": (
        replace(PRINTED_ARTICLE, author=(), **NO_LOCATION, abstract=WORDS),
        {"abstract": OTHER_WORDS, "volume": "", "page": ""},
        (),
    ),
}


@pytest.mark.parametrize("fact", NEEDED)
def test_a_fact_that_the_benchmark_does_not_need_is_needed_here(fact: str, monkeypatch: pytest.MonkeyPatch) -> None:
    printed, beside, labels = NEEDED[fact]
    record = replace(ARTICLE, **{"identifiers": (BESIDE,), **beside})
    asked = PrintedFacts(printed, labels=labels)
    assert choose([judge(asked, record, "searched", "test")]).verdict is not Verdict.MATCHED
    monkeypatch.delitem(FACTS, fact)
    assert choose([judge(asked, record, "searched", "test")]).verdict is Verdict.MATCHED


PREPRINT = replace(ARTICLE, type="article", genre="Preprint", container_title="Cold Spring Harbor Laboratory",
                   container_title_short="", volume="", issue="", page="")  # fmt: skip


def test_a_preprint_is_not_merged_with_its_paper_whatever_its_container_is_called() -> None:
    paper = replace(ARTICLE, container_title="Cold Spring Harbor Laboratory", container_title_short="", **NO_LOCATION)
    assert not same_work(PREPRINT, paper)
    assert not same_work(paper, PREPRINT)
    assert same_work(PREPRINT, replace(PREPRINT, issued=PartialDate(2014, 5)))


NURSES = Work(
    type="article-journal", title="Handing over at the bedside: what patients hear of it on surgical wards",
    author=(Name("Andersen", "KB"),), issued=PartialDate(2014), container_title="J Clin Nurs",
)  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "own", "other"),
    [
        ("J Clin Nurs", "Journal of clinical nursing", "Journal of clinical neuroscience"),
        ("Br J Nurs", "British journal of nursing (Mark Allen Publishing)", "British journal of neurosurgery"),
        ("Nurs Res", "Nursing research", "Neuroscience research"),
        ("J Adv Nurs", "Journal of advanced nursing", "Journal of advanced neuroscience"),
    ],
)
def test_a_journal_with_a_like_abbreviation_is_neither_merged_nor_linked(printed: str, own: str, other: str) -> None:
    one = replace(NURSES, container_title=printed)
    for name, same in ((own, True), (other, False)):
        record = replace(NURSES, container_title=name)
        assert same_work(one, record) is same
        facts = judge(PrintedFacts(one), record, "searched", "test").weighed
        assert ("journal" in facts.agree, "journal" in facts.against) == (same, not same)
