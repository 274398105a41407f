"""Citation keys: provisional until a bibliography is written with them, then the same for good."""

import random
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from harvester.app import curate
from harvester.app.export import export
from harvester.app.harvest import forget
from harvester.errors import NotFoundError
from harvester.model import Provisional, Verdict, Work
from harvester.model.library_views import Selection
from harvester.ports import Store
from harvester.store.library import open_library
from harvester.store.views import works
from harvester.works import citekeys
from tests.store.building import NOW, article, library, page, put
from tests.store.test_store import AMSTAR, REVIEW, STATEMENT, WITH_PMID, everything

RIVALS = [
    article("Cell death", 2020, "1", "doi:10.5555/1", "Li"),
    article("Cell death in the gut", 2020, "2", "doi:10.5555/2", "Li"),
    article("Cell death in the gut", 2020, "3", "doi:10.5555/3", "Li"),
    article("Cells suicide", 2020, "4", "doi:10.5555/4", "Li"),
    article("Cell survival", 2020, "5", "doi:10.5555/5", "Li"),
    article("Celldeath", 2020, "6", "doi:10.5555/6", "Li"),
    replace(article("", 2020, "", "doi:10.5555/0", "Li"), container_title=""),
    article("Nd data of many", 2020, "7", "doi:10.5555/7", "WHO-3"),
    Work(type="article-journal", identifiers=article("", ids="pmid:71").identifiers),
    Work(type="article-journal", identifiers=article("", ids="pmid:72").identifiers),
]
"""Works whose keys get in each other's way."""
PATTERNS = ("{author}{year}{word}", "{Author}-{year}", "{word}{author}{year}", "{author}{word}", "x:{year}_{Author}")


def keys(store: Store) -> dict[str, Work]:
    """Every work by its key."""
    return {e.citekey: e.work for e in store.works.entries(store.works.chosen(Selection(with_reviews=True)))}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_key_worked_out_alone_is_the_one_that_all_works_named_together_give(tmp_path: Path, pattern: str) -> None:
    store = open_library(f"sqlite:///{tmp_path / 'library.sqlite3'}", create=True, pattern=pattern)
    put(store, page("a", REVIEW, RIVALS[:6]), page("b", AMSTAR, [*RIVALS[4:], STATEMENT]))
    numbers = store.works.chosen(Selection(with_reviews=True))
    with store.works._reading() as reader:
        whole = works.whole(reader, numbers)
        digests = dict(reader.rows("SELECT work_id, min(digest) FROM description GROUP BY work_id"))
    together = citekeys.assign({digests[number]: whole[number] for number in numbers}, (), pattern)
    assert len(whole) == len({*REVIEW.identifiers, *AMSTAR.identifiers}) + len(RIVALS) + 2
    for number in numbers:
        (entry,) = store.works.entries([number])
        assert entry.citekey == together[digests[number]]
        assert isinstance(entry.citekey, Provisional)
        assert store.works.find(entry.citekey) == store.works.find(f"~{entry.citekey}") == number


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_key_of_a_work_begins_with_its_head(pattern: str) -> None:
    for work in [*RIVALS, STATEMENT, AMSTAR]:
        for key in citekeys.propose(work, pattern):
            heads = citekeys.heads(key, pattern)
            assert heads is None or citekeys.parts_of(work).head in heads


def test_the_order_of_harvesting_gives_nobody_a_better_key(tmp_path: Path) -> None:
    found = []
    for seed in range(4):
        (tmp_path / str(seed)).mkdir()
        store = library(tmp_path / str(seed))
        pages = [page(str(n), REVIEW, [work], salt=str(n)) for n, work in enumerate(RIVALS)]
        random.Random(seed).shuffle(pages)
        put(store, *pages)
        found.append(keys(store))
    assert all(one == found[0] for one in found)


def test_a_provisional_key_follows_what_is_known_and_a_fixed_one_does_not(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [Work(title="Prisma", identifiers=STATEMENT.identifiers)]))
    assert "prismand" in keys(store)
    put(store, page("b", AMSTAR, [STATEMENT]))
    assert keys(store).keys() >= {"page2021prisma"}
    everything(store)
    put(store, page("c", AMSTAR, [replace(STATEMENT, title="Another title of the same")], salt="c"))
    assert keys(store).keys() >= {"page2021prisma"}
    assert not any(isinstance(key, Provisional) for key in keys(store))


def test_an_export_fixes_the_keys_that_were_shown(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, RIVALS))
    before = keys(store)
    everything(store)
    assert keys(store) == before


def test_an_export_of_a_part_fixes_the_keys_that_all_would_have_got(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, RIVALS[:3]), page("b", AMSTAR, RIVALS[3:]))
    before = keys(store)
    "".join(export(store, Selection(review="doi:10.1136/bmj.n160"), "bibtex", NOW))
    assert keys(store) == before
    assert {isinstance(key, Provisional) for key in keys(store)} == {True, False}


@pytest.mark.parametrize("again", [STATEMENT, WITH_PMID, replace(STATEMENT, title="The same under another title")])
def test_a_work_that_was_forgotten_and_is_harvested_again_has_its_key_back(tmp_path: Path, again: Work) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT, AMSTAR]))
    everything(store)
    put(store, page("b", AMSTAR, [STATEMENT]))
    for name in ("a", "b"):
        forget(store.pages.filed(name)[0], store)
    with pytest.raises(NotFoundError):
        store.works.find("page2021prisma")
    rival = article("The PRISMA story of another", 2021, "7", "doi:10.5555/rival")
    put(store, page("c", AMSTAR, [rival]))
    assert "page2021prisma" not in keys(store)
    put(store, page("d", AMSTAR, [again], salt="d"))
    assert store.works.find("page2021prisma") == store.works.find("doi:10.1136/bmj.n71")
    assert store.views.damage() == []


def test_a_poor_work_comes_back_to_its_key_by_the_very_words_on_the_very_page(tmp_path: Path) -> None:
    store = library(tmp_path)
    first = page("a", REVIEW, [Work(type="article-journal", title="Unpublished data")])
    put(store, first)
    everything(store)
    before = {key: work for key, work in keys(store).items() if not work.identifiers}
    forget(store.pages.filed("a")[0], store)
    put(store, first)
    assert before.items() <= keys(store).items()
    assert not any(isinstance(key, Provisional) for key in keys(store))


def test_a_key_that_comes_back_to_a_work_with_another_key_is_its_alias(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT]))
    everything(store)
    forget(store.pages.filed("a")[0], store)
    by_pmid = Work(type="article-journal", title="Prisma", identifiers=WITH_PMID.identifiers[1:])
    put(store, page("b", AMSTAR, [by_pmid]))
    everything(store)
    put(store, page("c", AMSTAR, [WITH_PMID], salt="c"))
    (entry,) = (e for e in store.works.entries(store.works.chosen(Selection())))
    assert {entry.citekey, *entry.aliases} == {"page2021prisma", "prismand"}


def test_two_that_export_at_once_never_give_one_key_to_two_works(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, page("a", REVIEW, RIVALS[:5]), page("b", AMSTAR, RIVALS[5:]))
    wrong: list[Exception] = []

    def run(review: str) -> None:
        try:
            "".join(
                export(open_library(store.works._database.url, create=False), Selection(review=review), "bibtex", NOW)
            )
        except Exception as error:  # noqa: BLE001
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(name,)) for name in ("doi:10.1136/bmj.n160", "w1") * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(keys(store)) == len(store.works.chosen(Selection(with_reviews=True)))


def test_a_decision_by_which_a_reviews_key_changes_answers_of_the_same_reference(tmp_path: Path) -> None:
    store = library(tmp_path)
    review = replace(STATEMENT, title="The PRISMA 2020 explanation", identifiers=REVIEW.identifiers[:1])
    rival = replace(STATEMENT, identifiers=article("", ids="doi:10.1000/first").identifiers)
    put(store, page("a", review, [rival, AMSTAR]))
    own = store.works.find(f"doi:{REVIEW.identifiers[0].value}")
    (entry,) = store.works.entries([own])
    name = next(r.name for r in store.views.references(own) if r.cited.identifiers == rival.identifiers)
    assert name.startswith(f"{entry.citekey}/")
    state = curate.accept(store, name, f"w{own}", NOW)
    assert (state.name, state.verdict) == (name, Verdict.CONFIRMED)
    (after,) = store.works.entries([state.cited_id])
    assert after.citekey != entry.citekey
