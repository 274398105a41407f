"""A person's decisions: they hold against every machine, and each can be taken back."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from harvester.app import curate
from harvester.errors import NotFoundError
from harvester.explain import happened
from harvester.model import Identifier, Verdict, Work
from harvester.model.library_views import Selection
from harvester.model.reason import Reason, ReasonCode
from harvester.ports import Store
from tests.store.building import NOW, article, library, page, put
from tests.store.test_store import AMSTAR, POOR, REVIEW, STATEMENT, WITH_PMID, everything
from tests.works.merge_traps import ONE_WORK

OTHER = article(
    "Rapid reviews: a guide to doing less and saying so", 2018, "33-40", "doi:10.5555/rapid", author="Tricco"
)
UNKNOWN = article("A statement that nobody has heard of before today", 2021, "1-2", author="Nobody")


def state(store: Store) -> list[object]:
    """All that matters of a library: entries, links, and how each reference stands."""
    links = [
        (link.citing.work, link.cited and link.cited.work, link.citation) for link in store.works.links(Selection())
    ]
    return [everything(store), links, store.views.damage()]


def reference(store: Store, text: str) -> str:
    """The name of the reference whose text begins so."""
    for citing in store.works.citing():
        for found in store.views.references(citing):
            if found.text.startswith(text):
                return found.name
    raise AssertionError(text)


def cited(store: Store, name: str) -> Work:
    standing = store.decisions.reference(name)
    return next(iter(store.works.entries([standing.cited_id]))).work


@pytest.fixture
def store(tmp_path: Path) -> Store:
    filled = library(tmp_path)
    put(filled, page("a", REVIEW, [STATEMENT, UNKNOWN, POOR]), page("b", AMSTAR, [WITH_PMID, OTHER]))
    everything(filled)
    return filled


def test_an_accepted_work_is_the_references_work_whatever_it_prints(store: Store) -> None:
    name = reference(store, UNKNOWN.title)
    curate.accept(store, name, "doi:10.5555/rapid", NOW)
    standing = store.decisions.reference(name)
    assert (standing.verdict, standing.method) == (Verdict.CONFIRMED, "a person")
    assert cited(store, name).identifiers == OTHER.identifiers
    assert store.views.damage() == []


def test_a_printed_identifier_gives_way_to_a_persons_word(store: Store) -> None:
    name = reference(store, STATEMENT.title)
    curate.accept(store, name, "doi:10.5555/rapid", NOW)
    assert cited(store, name).title == OTHER.title
    assert store.works.find("doi:10.1136/bmj.n71") != store.works.find("doi:10.5555/rapid")


def test_a_rejected_link_is_cut_and_the_reference_stays_as_printed(store: Store) -> None:
    name = reference(store, STATEMENT.title)
    curate.part(store, "reject", name, NOW)
    assert store.decisions.reference(name).verdict is Verdict.REJECTED
    assert cited(store, name).identifiers == ()
    assert cited(store, name).title == STATEMENT.title
    assert STATEMENT.title in [link.cited.work.title for link in store.works.links(Selection()) if link.cited]


@pytest.mark.parametrize("kind", ["accept", "reject", "none", "new"])
def test_every_decision_is_taken_back_whole(store: Store, kind: str) -> None:
    before = state(store)
    name = reference(store, STATEMENT.title)
    if kind == "accept":
        curate.accept(store, name, "doi:10.5555/rapid", NOW)
    else:
        curate.part(store, kind, name, NOW)
    assert state(store) != before
    curate.undo(store, name, NOW)
    assert state(store) == before


def test_nothing_to_take_back_is_said(store: Store) -> None:
    with pytest.raises(NotFoundError, match="Nobody decided"):
        curate.undo(store, reference(store, STATEMENT.title), NOW)


def test_a_decision_survives_whatever_is_harvested_later(store: Store) -> None:
    name = reference(store, STATEMENT.title)
    curate.part(store, "reject", name, NOW)
    put(store, page("c", OTHER, [STATEMENT, WITH_PMID]), page("a", REVIEW, [STATEMENT, POOR], salt="again"))
    again = reference(store, STATEMENT.title)
    assert store.decisions.reference(again).verdict is Verdict.REJECTED
    assert cited(store, again).identifiers == ()


def test_a_decision_comes_back_with_the_page_that_it_was_about(store: Store) -> None:
    curate.accept(store, reference(store, UNKNOWN.title), "doi:10.5555/rapid", NOW)
    put(store, page("a", REVIEW, [POOR], salt="cut"))
    put(store, page("a", REVIEW, [STATEMENT, UNKNOWN, POOR], salt="whole"))
    name = reference(store, UNKNOWN.title)
    assert store.decisions.reference(name).verdict is Verdict.CONFIRMED
    assert cited(store, name).identifiers == OTHER.identifiers


def test_an_edit_outranks_every_page_and_is_taken_back(store: Store) -> None:
    before = state(store)
    curate.edit(store, "doi:10.1136/bmj.n71", {"volume": "373"}, "volume=373", NOW)
    curate.edit(store, "doi:10.1136/bmj.n71", {"volume": "374"}, "volume=374", NOW)
    put(store, page("c", OTHER, [WITH_PMID]))
    work = next(iter(store.works.entries([store.works.find("pmid:33782057")]))).work
    assert (work.volume, work.title) == ("374", STATEMENT.title)
    curate.undo_edit(store, "pmid:33782057", NOW)
    from harvester.app.harvest import forget

    forget(store.pages.filed("c")[0], store)
    assert state(store) == before


@pytest.mark.parametrize(("about", "one", "other"), ONE_WORK, ids=[row[0] for row in ONE_WORK])
def test_every_merge_is_taken_back_whole(tmp_path: Path, about: str, one: Work, other: Work) -> None:
    if one == other:
        other = Work(**{**_fields(one), "container_title_short": "another"})
    store = library(tmp_path)
    put(store, page("a", REVIEW, [one]))
    everything(store)
    alone = [(e.citekey, e.work) for e in store.works.entries(store.works.chosen(Selection()))]
    put(store, page("b", AMSTAR, [other]))
    assert len(store.works.chosen(Selection())) == 1, about
    curate.unmerge(store, alone[0][0], NOW)
    apart = {e.citekey: e.work for e in store.works.entries(store.works.chosen(Selection()))}
    assert len(apart) == 2
    assert apart[alone[0][0]] == alone[0][1]
    put(store, page("c", POOR, [one, other]))
    assert len(store.works.chosen(Selection())) == 2, "what a person took apart is not joined again"
    assert store.views.damage() == []


def test_a_key_comes_back_to_its_work_when_a_merge_is_taken_back(tmp_path: Path) -> None:
    store = library(tmp_path)
    only_pmid = Work(type="article-journal", identifiers=WITH_PMID.identifiers[1:])
    put(store, page("a", REVIEW, [STATEMENT]), page("b", AMSTAR, [only_pmid]))
    everything(store)
    before = {e.citekey: e.work for e in store.works.entries(store.works.chosen(Selection()))}
    put(store, page("c", POOR, [WITH_PMID]))
    (entry,) = store.works.entries(store.works.chosen(Selection()))
    curate.unmerge(store, entry.citekey, NOW)
    after = {e.citekey: e.work for e in store.works.entries(store.works.chosen(Selection()))}
    assert set(before) <= set(after)


def test_keys_come_back_to_their_works_when_what_joined_them_goes(tmp_path: Path) -> None:
    store = library(tmp_path)
    only_pmid = Work(type="article-journal", identifiers=WITH_PMID.identifiers[1:])
    put(store, page("a", REVIEW, [STATEMENT, OTHER]), page("b", AMSTAR, [only_pmid]))
    everything(store)
    before = {
        e.citekey: (e.work, e.aliases) for e in store.works.entries(store.works.chosen(Selection(with_reviews=True)))
    }

    def now() -> dict[str, tuple[Work, tuple[str, ...]]]:
        return {
            e.citekey: (e.work, e.aliases)
            for e in store.works.entries(store.works.chosen(Selection(with_reviews=True)))
        }

    name = reference(store, OTHER.title)
    for target in ("doi:10.1136/bmj.n160", "doi:10.1136/bmj.n71"):
        curate.accept(store, name, target, NOW)
        assert now() != before
        curate.undo(store, name, NOW)
        assert now() == before
    from harvester.app.harvest import forget

    put(store, page("c", article("A page that is forgotten again"), [WITH_PMID]))
    assert now() != before
    forget(store.pages.filed("c")[0], store)
    assert now() == before


def test_decisions_and_merges_are_kept_as_history(store: Store, tmp_path: Path) -> None:
    name = reference(store, STATEMENT.title)
    curate.part(store, "reject", name, NOW)
    curate.undo(store, name, NOW)
    told = [happened(event) for event in store.views.history(store.works.find("doi:10.1136/bmj.n71"))]
    assert "a person said that a reference does not mean the work it led to" in told
    assert "that was taken back" in told
    with sqlite3.connect(tmp_path / "library.sqlite3") as connection:
        assert connection.execute("SELECT count(*) FROM decision WHERE undone_at IS NOT NULL").fetchone() == (1,)


def _fields(work: Work) -> dict[str, object]:
    return {name: getattr(work, name) for name in Work.__slots__}


def test_a_reference_that_fits_two_works_which_contradict_each_other_is_shown_as_doubtful(tmp_path: Path) -> None:
    one = replace(AMSTAR, identifiers=(Identifier("doi", "10.1136/bmj.j4008"),))
    other = replace(AMSTAR, identifiers=(Identifier("doi", "10.5555/another"),))
    store = library(tmp_path)
    put(store, page("a", REVIEW, [one]), page("b", STATEMENT, [other]), page("c", OTHER, [AMSTAR]))
    everything(store)
    (waiting,) = store.views.waiting({Verdict.DOUBTFUL}, 10)
    assert (waiting.source, waiting.reason) == ("c", Reason(ReasonCode.FITS_TWO_WORKS))
    assert len(store.works.chosen(Selection())) == 3
    from harvester.app.harvest import forget

    forget(store.pages.filed("b")[0], store)
    assert store.views.waiting({Verdict.DOUBTFUL}, 10) == []
    assert len(store.works.chosen(Selection())) == 1


def test_links_to_other_publications_are_kept_with_the_work(tmp_path: Path) -> None:
    from dataclasses import replace

    from harvester.model import Relation

    erratum = Relation("erratum", "pmid:99", "BMJ. 2021;373:n1")
    store = library(tmp_path)
    put(store, page("a", REVIEW, [replace(STATEMENT, relations=(erratum,))]))
    (entry,) = store.works.entries(store.works.chosen(Selection()))
    assert entry.work.relations == (erratum,)


def test_the_first_references_that_wait_are_the_same_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = library(tmp_path)
    pages = [page(f"page {n}", article(f"A review of subject {n}"), [AMSTAR, OTHER], salt=str(n)) for n in (3, 1, 2)]
    put(store, *pages)
    few = [(w.source, w.text) for w in store.views.waiting((), 5)]
    monkeypatch.setattr("harvester.store.views.waiting.FEW", 1)
    assert [(w.source, w.text) for w in store.views.waiting((), 5)] == few
    assert [source for source, _ in few] == ["page 1", "page 1", "page 2", "page 2", "page 3"]
    assert store.views.how_many_wait(()) == store.views.how_many_wait({Verdict.OPEN}) == 6


def test_what_fits_two_works_is_counted_among_the_doubtful_alone(tmp_path: Path) -> None:
    one = replace(AMSTAR, identifiers=(Identifier("doi", "10.1136/bmj.j4008"),))
    other = replace(AMSTAR, identifiers=(Identifier("doi", "10.5555/another"),))
    store = library(tmp_path)
    put(store, page("a", REVIEW, [one]), page("b", STATEMENT, [other]), page("c", OTHER, [AMSTAR]))
    counted = [store.views.how_many_wait(asked) for asked in ({Verdict.DOUBTFUL}, {Verdict.OPEN}, ())]
    assert counted == [1, 2, 3]
    assert [len(store.views.waiting(asked, 9)) for asked in ({Verdict.DOUBTFUL}, {Verdict.OPEN}, ())] == counted
