"""A person settles which work a page is of, and over a machine's match which work a reference means."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harvester.errors import NotFoundError
from harvester.library.core import Library
from harvester.model import Verdict, reason
from harvester.model.reason import ComparedFact, Outcome, Reason, ReasonCode
from tests.app.pages_of_ours import pubmed_page
from tests.app.test_enrich import harvested, state
from tests.ncbi.papers import papers

Make = Callable[..., Library]
PMID = "38474037"
DIFFER = Reason(ReasonCode.COMPARED, (ComparedFact("author", Outcome.DIFFERS),))


@pytest.fixture
def doubtful(library: Make, tmp_path: Path) -> Library:
    """A library with a page that tells neither DOI nor PMID of its work, and words that lead nowhere."""
    folder = tmp_path / "own"
    folder.mkdir()
    paper = papers()[PMID]
    text = pubmed_page(PMID, [p for p in papers() if p != PMID][:3])
    doi = next(i for i in text.split() if i.startswith("10."))
    text = text.replace(doi, "").replace(paper.title, "An overview that nobody has listed under this name")
    (folder / "page.txt").write_text(text, "utf-8")
    made = harvested(library(), folder)
    made.enrich()
    return made


def key(library: Library) -> str:
    (review,) = library.reviews()
    return review.citekey


def test_a_page_gets_the_record_that_a_person_names(doubtful: Library) -> None:
    doubtful.curation.identify(key(doubtful), f"pmid:{PMID}")
    (review,) = doubtful.reviews()
    assert review.work.get("pmid") == PMID
    doubtful.enrich()
    (review,) = doubtful.reviews()
    assert review.work.title == papers()[PMID].title
    before = state(doubtful)
    assert doubtful.enrich().requests == 0
    assert state(doubtful) == before


def test_naming_a_page_is_taken_back(doubtful: Library) -> None:
    before = state(doubtful)
    doubtful.curation.identify(key(doubtful), f"pmid:{PMID}")
    assert state(doubtful) != before
    doubtful.curation.undo_identity(key(doubtful))
    assert state(doubtful) == before
    with pytest.raises(NotFoundError, match="Nobody said"):
        doubtful.curation.undo_identity(key(doubtful))


def test_what_a_person_named_outlasts_a_change_of_the_page(doubtful: Library, tmp_path: Path) -> None:
    doubtful.curation.identify(key(doubtful), f"pmid:{PMID}")
    doubtful.enrich()
    before = state(doubtful)
    path = tmp_path / "own" / "page.txt"
    path.write_text(path.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    harvested(doubtful, path.parent)
    doubtful.enrich()
    assert state(doubtful) == before


def test_what_a_person_named_holds_for_both_copies_of_a_page_of_which_one_changes(
    doubtful: Library, tmp_path: Path
) -> None:
    path = tmp_path / "own" / "page.txt"
    (path.parent / "copy.txt").write_bytes(path.read_bytes())
    harvested(doubtful, path.parent)
    doubtful.curation.identify(key(doubtful), f"pmid:{PMID}")
    path.write_text(path.read_text("utf-8").replace("An overview that", "One overview which"), "utf-8")
    harvested(doubtful, path.parent)
    (review,) = doubtful.reviews()
    assert (review.work.get("pmid"), len(review.sources)) == (PMID, 2)


def test_what_is_no_identifier_is_refused(doubtful: Library) -> None:
    with pytest.raises(NotFoundError, match="is no identifier"):
        doubtful.curation.identify(key(doubtful), "something")
    with pytest.raises(NotFoundError, match="is only cited"):
        doubtful.curation.identify(doubtful.references(key(doubtful))[0].cited_key, f"pmid:{PMID}")


def test_a_doubtful_page_waits_before_all_references(doubtful: Library) -> None:
    with doubtful._store().works._writing() as connection:
        differ = reason.encode(DIFFER)
        connection.exec_driver_sql(f"UPDATE source SET verdict = 'doubtful', reason = '{differ}' WHERE part = 0")
    waiting = doubtful.curation.waiting([], 9)
    assert (waiting[0].name, waiting[0].verdict, waiting[0].reason) == (key(doubtful), Verdict.DOUBTFUL, DIFFER)
    doubtful.curation.identify(key(doubtful), f"pmid:{PMID}")
    assert key(doubtful) not in {w.name for w in doubtful.curation.waiting([], 9)}
    doubtful.curation.undo_identity(key(doubtful))
    assert doubtful.curation.waiting([], 9)[0].reason == DIFFER


def test_a_persons_word_holds_against_a_link_that_a_machine_found(library: Make, samples: Path) -> None:
    made = harvested(library(), samples)
    made.enrich()
    found = [(r, one) for r in made.reviews() for one in made.references(r.citekey)]
    review, matched = next((r, one) for r, one in found if one.verdict is Verdict.MATCHED)
    other = next(one for _, one in found if one.cited.get("pmid") and one.cited_key != matched.cited_key)
    before = state(made)
    made.curation.accept(matched.name, other.cited_key)
    again = next(one for one in made.references(review.citekey) if one.name == matched.name)
    assert (again.verdict, again.cited_key) == (Verdict.CONFIRMED, other.cited_key)
    made.curation.undo(matched.name)
    assert state(made) == before
