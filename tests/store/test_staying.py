"""What a person relies on stays when a page changes: numbers, decisions, edits, citation keys."""

from dataclasses import replace
from pathlib import Path

import pytest

from harvester.app import curate
from harvester.app.harvest import forget
from harvester.errors import NotFoundError
from harvester.model import Identifier, Verdict, Work
from harvester.model.library_views import Selection
from harvester.ports import Store
from tests.store.building import NOW, article, library, page, put
from tests.store.test_deciding import OTHER, cited, reference
from tests.store.test_store import AMSTAR, REVIEW, STATEMENT, WITH_PMID, everything

COMPANY = Work(type="webpage", title="Evidence grading for committees that write guidance")
OLD = article("Exhaustion of stem cells in the ageing bowel, and how to count it", 2015, "i-ii", author="Patil")
NEW = replace(OLD, title=OLD.title.replace("count it", "count all of it"), page="i-iii")
ANOTHER = replace(NEW, author=AMSTAR.author)
"""Printed nearly as the old one, and of another work by what it tells."""
LETTER = Work(type="article-journal", title="Letter to the editor from a reader")
CHANGED = Work(type="article-journal", title="Letter to the editors from a reader")
"""What tells too little to be known again: named by its page and place."""


def keys(store: Store) -> dict[str, str]:
    """The title of each work of a library by its key in use."""
    everything(store)
    return {e.citekey: e.work.title for e in store.works.entries(store.works.chosen(Selection(with_reviews=True)))}


def key_of(store: Store, work: Work) -> str:
    return next(key for key, title in keys(store).items() if title == work.title)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return library(tmp_path)


def test_a_page_without_identifiers_keeps_its_key_when_it_changes(store: Store) -> None:
    put(store, page("a", COMPANY, [AMSTAR]))
    before = keys(store)
    put(store, page("a", COMPANY, [AMSTAR, OTHER], salt="a last line"))
    assert before.items() <= keys(store).items()


def test_an_edit_of_a_page_without_identifiers_outlasts_its_change_and_is_taken_back(store: Store) -> None:
    put(store, page("a", COMPANY, [AMSTAR]))
    key = key_of(store, COMPANY)
    curate.edit(store, key, {"title": "Edited by me"}, "title=Edited by me", NOW)
    put(store, page("a", COMPANY, [AMSTAR], salt="a last line"))
    assert keys(store)[key] == "Edited by me"
    curate.undo_edit(store, key, NOW)
    assert keys(store)[key] == COMPANY.title
    assert store.views.damage() == []


def test_another_work_under_the_name_of_a_file_gets_neither_key_nor_edit(store: Store) -> None:
    put(store, page("a", COMPANY, [AMSTAR]))
    key = key_of(store, COMPANY)
    curate.edit(store, key, {"title": "Edited by me"}, "title=Edited by me", NOW)
    put(store, page("a", Work(type="webpage", title="Something else entirely"), [OTHER], salt="new"))
    assert "Edited by me" not in keys(store).values()
    with pytest.raises(NotFoundError):
        store.works.find(key)


def test_a_page_of_another_doi_is_of_another_work(store: Store) -> None:
    put(store, page("a", REVIEW, [AMSTAR]))
    before = store.works.find("doi:10.1136/bmj.n160")
    put(store, page("a", replace(REVIEW, identifiers=(Identifier("doi", "10.5555/new"),)), [AMSTAR], salt="new"))
    assert store.works.find("doi:10.5555/new") != before


def test_a_slightly_changed_reference_keeps_its_number_and_its_works_key(store: Store) -> None:
    put(store, page("a", REVIEW, [STATEMENT, OLD, AMSTAR]))
    key, name = key_of(store, OLD), reference(store, OLD.title)
    put(store, page("a", REVIEW, [AMSTAR, NEW], salt="new"))
    assert reference(store, NEW.title) == name
    assert key_of(store, NEW) == key


def test_a_key_stays_with_the_old_work_while_another_page_tells_of_it(store: Store) -> None:
    put(store, page("a", REVIEW, [OLD]), page("b", AMSTAR, [OLD]))
    key = key_of(store, OLD)
    put(store, page("a", REVIEW, [ANOTHER], salt="new"))
    assert {key_of(store, OLD), key_of(store, ANOTHER)} > {key}
    assert key_of(store, OLD) == key


def test_a_key_leads_to_the_work_that_was_there_before_the_reference_came_to_mean_it(store: Store) -> None:
    put(store, page("a", REVIEW, [OLD]), page("b", AMSTAR, [ANOTHER]))
    old, new = key_of(store, OLD), key_of(store, ANOTHER)
    put(store, page("a", REVIEW, [ANOTHER], salt="new"))
    assert store.works.find(old) == store.works.find(new)
    assert store.views.damage() == []


@pytest.mark.parametrize(("was", "now"), [(OLD, NEW), (LETTER, LETTER), (LETTER, CHANGED), (STATEMENT, WITH_PMID)])
@pytest.mark.parametrize("kind", ["accept", "reject", "none", "new"])
def test_a_decision_outlasts_a_change_of_its_page_and_is_taken_back(
    store: Store, kind: str, was: Work, now: Work
) -> None:
    put(store, page("a", REVIEW, [was, AMSTAR]), page("b", AMSTAR, [OTHER, STATEMENT]))
    name = reference(store, was.title)
    if kind == "accept":
        curate.accept(store, name, "doi:10.5555/rapid", NOW)
    else:
        curate.part(store, kind, name, NOW)
    state = store.decisions.reference(name)
    before = (state.verdict, store.works.find("doi:10.5555/rapid") == state.cited_id)
    put(store, page("a", REVIEW, [AMSTAR, now], salt="new"))
    assert reference(store, now.title) == name
    state = store.decisions.reference(name)
    after = (state.verdict, store.works.find("doi:10.5555/rapid") == state.cited_id)
    assert after == before
    curate.undo(store, name, NOW)
    assert store.decisions.reference(name).verdict is Verdict.OPEN
    assert cited(store, name).title == now.title
    assert store.views.damage() == []


def test_a_decision_about_words_that_another_page_prints_too_is_made_of_the_changed_ones_also(store: Store) -> None:
    put(store, page("a", REVIEW, [OLD]), page("b", AMSTAR, [OLD, OTHER]))
    everything(store)
    one = reference(store, OLD.title)
    curate.accept(store, one, "doi:10.5555/rapid", NOW)
    put(store, page("a", REVIEW, [ANOTHER], salt="new"))
    names = [reference(store, ANOTHER.title), reference(store, OLD.title)]
    assert {cited(store, name).title for name in names} == {OTHER.title}
    curate.undo(store, names[0], NOW)
    assert [cited(store, name).title for name in names] == [ANOTHER.title, OTHER.title]
    curate.undo(store, names[1], NOW)
    assert cited(store, names[1]).title == OLD.title
    assert store.views.damage() == []


def test_a_page_that_changes_there_and_back_is_what_it_was(store: Store) -> None:
    first, second = page("a", REVIEW, [OLD, LETTER]), page("a", REVIEW, [LETTER, NEW], salt="new")
    put(store, first, page("b", AMSTAR, [OTHER]))
    curate.accept(store, reference(store, LETTER.title), "doi:10.5555/rapid", NOW)
    before = everything(store)
    put(store, second)
    put(store, second, first)
    assert everything(store) == before
    curate.undo(store, reference(store, LETTER.title), NOW)
    forget(store.pages.filed("a")[0], store)
    assert store.views.damage() == []


def test_a_merge_is_taken_apart_after_a_page_of_it_changed(store: Store) -> None:
    put(store, page("a", REVIEW, [OLD]), page("b", AMSTAR, [replace(OLD, issue="4")]))
    work = store.decisions.reference(reference(store, OLD.title)).cited_id
    put(store, page("a", REVIEW, [replace(OLD, container_title_short="BMJ")], salt="new"))
    curate.unmerge(store, f"w{work}", NOW)
    with pytest.raises(NotFoundError):
        curate.unmerge(store, f"w{work}", NOW)
    assert len([w for w in keys(store).values() if w == OLD.title]) == 2


def test_the_number_of_a_reference_that_is_gone_is_never_given_again(store: Store) -> None:
    put(store, page("a", REVIEW, [STATEMENT, OTHER]))
    put(store, page("a", REVIEW, [STATEMENT], salt="cut"))
    put(store, page("a", REVIEW, [STATEMENT, AMSTAR], salt="new"))
    assert reference(store, AMSTAR.title).endswith("/3")


def test_reading_a_changed_page_twice_changes_nothing_more(store: Store) -> None:
    put(store, page("a", REVIEW, [OLD, LETTER]))
    changed = page("a", REVIEW, [NEW, CHANGED], salt="new")
    put(store, changed)
    before = everything(store)
    put(store, changed)
    assert everything(store) == before
