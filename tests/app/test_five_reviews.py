"""Five reviews, each completed from services that lack a different part of its list: union, order, tally and flag."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from harvester.explain import say_tally
from harvester.library.core import Library
from harvester.settings import Settings
from tests.app.conftest import KEY
from tests.app.pages_of_ours import page_of
from tests.ncbi import Standin
from tests.ncbi.paper import Journal, Paper
from tests.others import CrossrefStandin, EuropePmcStandin

LONG = 14
OURS = Journal("Journal of our own filler", "J Own Filler")
SUBJECTS = (
    "winter sleep of dormice", "harbour noise and hearing", "bread crust and appetite", "tea cups in hospital wards",
    "stairs climbed by postmen", "choir singing and breath", "gloves of young surgeons", "bicycles and knee pain",
    "moonlight and night shifts", "bee keepers and allergy", "chalk dust in old schools", "rowing in late life",
    "whistling and lip strength", "garden soil and asthma", "paper masks in bakeries", "the height of desks",
)  # fmt: skip
FAMILIES = ("Andersen", "Bianchi", "Castro", "Dubois", "Eriksen")


def cited_paper(review: int, place: int) -> Paper:
    """The work that stands at a place of a review's list; the one after the last is on no list."""
    pmid = str(20_000_000 + 1000 * review + place)
    region = "ABCDE"[review]
    return Paper(
        pmid, f"A survey of {SUBJECTS[place]} in region {region} of our country",
        (f"{FAMILIES[review]} {'ABCDEFGHIJKLMNOP'[place]}", "Silva M"), OURS,
        2001 + place, volume=str(10 + review), issue="2", pages=f"{100 + 10 * place}-{104 + 10 * place}",
        doi=f"10.5555/five.{review}.{place}",
    )  # fmt: skip


@dataclass(frozen=True)
class Lacks:
    """The places of a review's list (from 0) that each service does not have; None: it has no list at all."""

    pubmed: range | None
    pmc: range | None
    crossref: range | None
    europe: range | None
    stranger: bool = False


ALL, END, TAIL, HEAD = range(0), range(10, LONG), range(6, LONG), range(5)
REVIEWS = (
    Lacks(pubmed=TAIL, pmc=HEAD, crossref=range(3, 9), europe=END),
    Lacks(pubmed=None, pmc=range(2, 6), crossref=END, europe=range(6, 9)),
    Lacks(pubmed=HEAD, pmc=None, crossref=TAIL, europe=range(5, 7), stranger=True),
    Lacks(pubmed=range(7, 11), pmc=END, crossref=None, europe=HEAD, stranger=True),
    Lacks(pubmed=range(4, 8), pmc=range(8, 12), crossref=HEAD, europe=None),
)


def kept(truth: Sequence[Paper], lacks: range | None) -> list[tuple[int, Paper]]:
    """What a service has of a list, with the printed numbers."""
    return [] if lacks is None else [(n, p) for n, p in enumerate(truth, 1) if n - 1 not in lacks]


class World:
    """The reviews, what they cite, and the services, each with its part."""

    def __init__(self) -> None:
        self.truth = [[cited_paper(n, place) for place in range(LONG)] for n in range(len(REVIEWS))]
        self.strangers = [cited_paper(n, LONG) for n in range(len(REVIEWS))]
        papers = {p.pmid: p for cited in [*self.truth, self.strangers] for p in cited}
        self.reviews = [self._review(n, lacks) for n, lacks in enumerate(REVIEWS)]
        papers.update((p.pmid, p) for p in self.reviews)
        self.ncbi = Standin(papers)
        both = list(enumerate(zip(REVIEWS, self.truth, strict=True)))
        self.ncbi.state.desk.full_texts.update(
            (self.reviews[n].pmc, tuple(p.as_reference() for _, p in kept(t, one.pmc))) for n, (one, t) in both
        )
        listed = {
            self.reviews[n].doi: [{"key": f"r{at}", "DOI": p.doi} for at, p in kept(t, one.crossref)]
            for n, (one, t) in both
        }
        self.crossref = CrossrefStandin(papers.values(), listed=listed)
        self.europe = EuropePmcStandin({
            f"MED/{self.reviews[n].pmid}": [
                {"id": p.pmid, "source": "MED", "citedOrder": at} for at, p in kept(t, one.europe)
            ] for n, (one, t) in both
        })  # fmt: skip
        for service in (self.ncbi, self.crossref, self.europe):
            service.state.enforce = False
        self.crossref.state.a_second = 50

    def _review(self, number: int, lacks: Lacks) -> Paper:
        known = [p for _, p in kept(self.truth[number], lacks.pubmed)]
        paper = cited_paper(number, LONG + 1)
        return replace(
            paper, title=f"Review number {number} of what was surveyed in region {'ABCDE'[number]}", month=3, day=1,
            pmc=f"PMC{700 + number}", references=tuple(p.as_reference() for p in known),
            cites=tuple(p.pmid for p in known), abstract="Filler of our own. " * 8,
        )  # fmt: skip

    def shown(self, number: int) -> list[Paper]:
        """What the page shows: the first five, and where it is so a reference that is on no list."""
        first = self.truth[number][:5]
        return [*first, self.strangers[number]] if REVIEWS[number].stranger else first


@pytest.fixture
def world() -> World:
    return World()


def test_five_reviews_are_whole_and_in_order_with_tally_and_flag(world: World, hurried: None, tmp_path: Path) -> None:
    for number, review in enumerate(world.reviews):
        (tmp_path / f"{number}.txt").write_text(page_of(review, world.shown(number)), "utf-8")
    with world.ncbi as ncbi, world.crossref as crossref, world.europe as europe:
        urls = {"eutils_url": ncbi.eutils_url, "idconv_url": ncbi.idconv_url, "crossref_url": crossref.url}
        one = Library(
            Settings(library=str(tmp_path / "lib"), api_key=KEY, europepmc_url=europe.url, doi_url="off", **urls)
        )
        assert [o.state for o in one.harvest([str(tmp_path / f"{n}.txt") for n in range(5)])] == ["read"] * 5
        done = one.enrich()
    assert (done.problems, done.fallbacks_away) == ([], [])
    tallies = {tally.title: tally for tally in done.tallies}
    for number, review in enumerate(world.reviews):
        (entry,) = [r for r in one.reviews() if r.work.title == review.title]
        cited = [r.cited.get("pmid") for r in one.references(entry.citekey)]
        shown, truth = [p.pmid for p in world.shown(number)], [p.pmid for p in world.truth[number]]
        assert cited == [*shown, *(pmid for pmid in truth if pmid not in shown)], number
        assert say_tally(tallies[review.title]) == tally_of(number)
        flagged = [(line[:3], world.strangers[number].title in line) for line in tallies[review.title].missing]
        assert flagged == ([("6. ", True)] if REVIEWS[number].stranger else [])


def tally_of(number: int) -> str:
    """What is to be said of a review."""
    lacks = REVIEWS[number]
    parts = (("PubMed", lacks.pubmed), ("PMC", lacks.pmc), ("Crossref", lacks.crossref), ("Europe PMC", lacks.europe))
    counts = {name: 0 if gone is None else LONG - len(gone) for name, gone in parts}
    told = ", ".join(f"{name} {count}" for name, count in counts.items() if count or name == "PubMed")
    shown = 6 if lacks.stranger else 5
    return f"page shows {shown} of {LONG}; {told}; 5 of {shown} printed found"
