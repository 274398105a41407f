"""Enriching against the stand-in: the five pages, nothing asked twice, any order of things, any fault."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from harvester.explain import say_tally
from harvester.library.core import Library
from harvester.model import Verdict
from tests.app.pages_of_ours import PAPERS, pubmed_page, vancouver, write_samples
from tests.ncbi import Standin
from tests.ncbi.faults import KINDS
from tests.ncbi.papers import papers

Make = Callable[..., Library]


def harvested(library: Library, folder: Path) -> Library:
    assert [o.name for o in library.harvest([str(folder)]) if o.state == "failed"] == []
    return library


def state(library: Library) -> dict[str, list[str]]:
    """What a library says, without its numbers, times and kept answers."""
    out: dict[str, list[str]] = {}
    for review in library.reviews():
        out[review.citekey] = [
            f"{r.ordinal} {r.verdict.value} {r.method} {r.cited_key} {r.cited}"
            for r in library.references(review.citekey)
        ]
        out[review.citekey].append(str(review.work))
    return out


def rows(library: Library) -> list[str]:
    """Every row of the database."""
    with sqlite3.connect(Path(library.settings.library) / "db" / "library.sqlite3") as connection:
        return list(connection.iterdump())


def test_all_printed_references_and_reviews_of_the_five_pages_are_settled(library: Make, samples: Path) -> None:
    one = harvested(library(), samples)
    done = one.enrich()
    assert done.problems == []
    reviews = {r.work.get("pmid"): r for r in one.reviews()}
    assert {"38474037", "30678063", "28324831"} <= set(reviews)
    printed = [r for review in one.reviews() for r in one.references(review.citekey) if "pubmed:" not in r.source]
    assert len(printed) == 21
    left = [r.text for r in printed if not r.verdict.is_settled]
    assert [text[:5] for text in left] == ["Patil"], "one is absent from PubMed and stays as printed"
    assert {r.cited.get("pmid") for r in printed} - {None} <= set(PAPERS)
    assert [r.verdict for r in printed if r.text in left] == [Verdict.UNMATCHED]


def test_lists_are_completed_in_printed_order_with_a_tally(library: Make, samples: Path) -> None:
    one = harvested(library(), samples)
    tallies = {t.title[:8]: say_tally(t) for t in one.enrich().tallies}
    assert tallies["Cellular"] == "page shows 5; PubMed 13; 5 of 5 printed found"
    assert tallies["Primary "] == "page shows 0; PubMed 10; 0 of 0 printed found"
    (review,) = [r for r in one.reviews() if r.work.get("pmid") == "38474037"]
    listed = one.references(review.citekey)
    assert [r.label for r in listed[:5]] == ["1"] * 5
    assert [r.ordinal for r in listed] == list(range(1, 14))
    assert [r.source.endswith("0-ibd.txt") for r in listed] == [True] * 5 + [False] * 8
    assert (review.references, review.cited, review.listed) == (5, 13, 13)


def test_a_second_run_makes_no_request_and_changes_no_row(library: Make, samples: Path, standin: Standin) -> None:
    one = harvested(library(), samples)
    one.enrich()
    state(one)
    before, asked = rows(one), len(standin.log)
    harvested(one, samples)
    again = one.enrich()
    assert (again.requests, len(standin.log)) == (0, asked)
    assert rows(one) == before


def test_offline_first_and_enriching_later_gives_the_same_library_as_all_at_once(library: Make, samples: Path) -> None:
    at_once = library("at-once")
    for page in sorted(samples.iterdir()):
        harvested(at_once, page)
        at_once.enrich()
    later = harvested(library("later"), samples)
    later.enrich()
    assert state(at_once) == state(later)


def test_a_person_reads_the_library_while_it_is_being_enriched(library: Make, samples: Path) -> None:
    one, other = harvested(library(), samples), library()
    seen: list[int] = []
    one.enrich(lambda _line: seen.append(len(other.reviews())))
    assert seen


def _many(folder: Path, count: int, pmids: bool) -> None:
    known = list(papers(count).values())[-count:]
    lines = [f"{n}. {vancouver(p)} {f'PMID: {p.pmid}' if pmids else f'doi: {p.doi}'}" for n, p in enumerate(known, 1)]
    folder.mkdir()
    (folder / "list.txt").write_text("Reading list of ours\n\nReferences\n\n" + "\n".join(lines) + "\n", "utf-8")


def test_a_thousand_known_pmids_cost_at_most_six_requests(tmp_path: Path, hurried: None, library: Make) -> None:
    _many(tmp_path / "many", 1000, pmids=True)
    with Standin(papers(1000)) as standin:
        standin.state.enforce = False
        one = harvested(library(eutils_url=standin.eutils_url), tmp_path / "many")
        done = one.enrich()
        assert len(standin.log) <= 6
        assert done.verdicts[Verdict.ASSERTED] == 1000


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_with_a_fifth_of_all_faults_mixed_the_end_is_the_same(
    library: Make, samples: Path, standin: Standin, seed: int
) -> None:
    whole = harvested(library("whole"), samples)
    whole.enrich()
    calm = len(standin.log)
    standin.faults.__init__(0.2, KINDS, seed)  # type: ignore[misc]  # the same object, anew
    shaken = harvested(library("shaken"), samples)
    for _ in range(5):
        if not shaken.enrich().waiting:
            break
    assert state(shaken) == state(whole)
    good = [repr(e.params) + e.call for e in standin.log[calm:] if e.status == 200 and not e.fault]
    assert len(good) == len(set(good)), "nothing that was answered is asked twice"


def test_an_unreachable_service_leaves_everything_open_and_says_what_waits(library: Make, samples: Path) -> None:
    one = harvested(library(eutils_url="http://127.0.0.1:9/", idconv_url="http://127.0.0.1:9/"), samples)
    before = rows(one)
    done = one.enrich()
    assert str(done.unreachable).startswith("Cannot reach 127.0.0.1:9")
    assert done.waiting == 24
    assert rows(one) == before


def test_after_the_service_was_away_the_same_library_comes_of_it(library: Make, samples: Path) -> None:
    one = harvested(library("one", eutils_url="http://127.0.0.1:9/"), samples)
    one.enrich()
    two = library("one")
    two.enrich()
    whole = harvested(library("whole"), samples)
    whole.enrich()
    assert state(two) == state(whole)


def test_an_ill_service_leaves_batches_for_later_and_they_are_done_then(
    library: Make, samples: Path, standin: Standin
) -> None:
    one = harvested(library(), samples)
    standin.faults.always = "503"
    done = one.enrich()
    assert done.problems
    assert done.waiting == 24
    standin.faults.always = ""
    assert one.enrich().waiting == 0


def test_20_an_error_is_never_taken_for_not_found(library: Make, samples: Path, standin: Standin) -> None:
    standin.faults.always = "error"
    one = harvested(library(), samples)
    one.enrich()
    verdicts = {r.verdict for review in one.reviews() for r in one.references(review.citekey)}
    assert verdicts == {Verdict.OPEN}


def test_25_a_doi_search_that_answers_with_another_paper_links_nothing(
    library: Make, tmp_path: Path, standin: Standin
) -> None:
    page = tmp_path / "one.txt"
    page.write_text("Ours\n\nReferences\n\n1. Nobody N. A title that no database has at all. J Void. 2011;1:1. "
                    "doi: 10.9999/none\n", "utf-8")  # fmt: skip
    standin.faults.always = "wrong-paper"
    one = harvested(library(), page)
    one.enrich()
    (reference,) = one.references(one.reviews()[0].citekey)
    assert reference.verdict is Verdict.UNMATCHED
    assert reference.cited.get("pmid") is None


CONFLICT = (
    "1. Chen DS, Mellman I. Elements of cancer immunity and the cancer-immune set point. Nature. 2017;541:321-330. "
    "doi: 10.1038/nrgastro.2015.150"
)


def test_a_printed_doi_of_another_work_is_a_conflict_and_links_nothing(library: Make, tmp_path: Path) -> None:
    page = tmp_path / "one.txt"
    page.write_text(f"Ours\n\nReferences\n\n{CONFLICT}\n", "utf-8")
    one = harvested(library(), page)
    one.enrich()
    (reference,) = one.references(one.reviews()[0].citekey)
    assert reference.verdict is Verdict.CONFLICT
    assert reference.cited.title.startswith("Elements of cancer immunity")
    assert reference.cited.get("pmid") is None


WRONG = {
    "another work on that page": "Bindea G. A title of something else entirely that was never there. "
    "Immunity. 2013;39(4):782-795.",
    "a letter with a like title": "Ng SC. The global burden of IBD. Nat Rev Gastroenterol Hepatol. 2016;13(1):99.",
    "the next pages": "Moon JJ. Elements of the next article in line. Nature. 2017;541(7637):321-330.",
    "too little": "Kaplan GG. Something about the burden of it. 2015.",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_wrong_link_is_never_made(library: Make, tmp_path: Path, text: str) -> None:
    page = tmp_path / "one.txt"
    good = vancouver(PAPERS["28187290"])
    page.write_text(f"Ours\n\nReferences\n\n1. {good}\n2. {text}\n", "utf-8")
    one = harvested(library(), page)
    one.enrich()
    first, reference = one.references(one.reviews()[0].citekey)
    assert first.cited.get("pmid") == "28187290"
    assert not reference.verdict.is_settled
    assert reference.cited.get("pmid") is None


def test_a_page_is_taken_for_a_paper_only_where_title_and_abstract_agree(library: Make, tmp_path: Path) -> None:
    from dataclasses import replace

    from tests.app.pages_of_ours import qxmd_page

    paper = replace(PAPERS["28324831"], abstract="Entirely other words about kidneys, bones and the weather. " * 9)
    page = tmp_path / "page.txt"
    page.write_text(qxmd_page(paper), "utf-8")
    one = harvested(library(), page)
    one.enrich()
    (review,) = one.reviews()
    assert review.work.get("pmid") is None


def test_forgetting_a_page_takes_out_what_the_services_said_for_it(
    library: Make, samples: Path, tmp_path: Path
) -> None:
    few = tmp_path / "few"
    few.mkdir()
    (samples / "4-company.txt").rename(few / "4-company.txt")
    kept = harvested(library("kept"), few)
    kept.enrich()
    one = harvested(library("one"), few)
    harvested(one, samples)
    one.enrich()
    for page in sorted(samples.iterdir()):
        one.forget(str(page))
    assert state(one) == state(kept)
    assert one.totals().works == kept.totals().works


def test_a_changed_page_keeps_its_fetched_list_and_asks_nothing_known(
    library: Make, samples: Path, standin: Standin
) -> None:
    one = harvested(library(), samples)
    one.enrich()
    page = samples / "0-ibd.txt"
    page.write_text(pubmed_page("38474037", ("26323879", "37429733")), "utf-8")
    asked = len(standin.log)
    harvested(one, samples)
    one.enrich()
    assert len(standin.log) == asked
    (review,) = [r for r in one.reviews() if r.work.get("pmid") == "38474037"]
    assert (review.references, review.cited, review.listed) == (2, 13, 13)


class At:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def test_refresh_asks_for_what_is_due_and_tells_what_changed(library: Make, samples: Path, standin: Standin) -> None:
    from dataclasses import replace

    clock = At()
    one = library()
    one._now = clock
    harvested(one, samples)
    one.enrich()
    asked = len(standin.log)
    clock.now += timedelta(days=10)
    assert one.refresh().changes == []
    known = standin.state.desk.papers
    known["26323879"] = replace(known["26323879"], pages="720-799")
    known["28102259"] = replace(known["28102259"], types=("Journal Article", "Retracted Publication"))
    clock.now += timedelta(days=25)
    done = one.refresh()
    assert len(standin.log) > asked
    told = {c.pmid: (c.alarming, [(f.name, f.old, f.new) for f in c.fields]) for c in done.changes}
    assert told == {
        "26323879": (False, [("page", "720-727", "720-799")]),
        "28102259": (True, [("status", "ppublish", "retracted")]),
    }
    works = {r.cited.get("pmid"): r.cited for review in one.reviews() for r in one.references(review.citekey)}
    assert works["26323879"].page == "720-799"
    assert works["28102259"].status == "retracted"
    assert one.refresh().changes == []


def test_refresh_settles_what_pubmed_did_not_know_before(library: Make, samples: Path, standin: Standin) -> None:
    clock = At()
    missing = standin.state.desk.papers.pop("25667288")
    standin.state.desk.__post_init__()
    one = library()
    one._now = clock
    harvested(one, samples)
    one.enrich()
    standin.state.desk.papers["25667288"] = missing
    standin.state.desk.__post_init__()
    clock.now += timedelta(days=40)
    done = one.refresh()
    assert done.verdicts[Verdict.MATCHED] == 1
    assert state(one) != {}


def test_the_estimate_is_never_less_than_what_is_asked_for_pages_and_references(
    library: Make, tmp_path: Path, standin: Standin
) -> None:
    write_samples(tmp_path / "pages")
    one = harvested(library(), tmp_path / "pages" / "4-company.txt")
    cost = one.estimate()
    assert cost.queries == 11
    one.enrich()
    assert len(standin.log) <= cost.requests


def test_a_persons_word_survives_enriching_and_refreshing(library: Make, samples: Path, standin: Standin) -> None:
    from dataclasses import replace

    clock = At()
    one = library()
    one._now = clock
    harvested(one, samples)
    one.enrich()
    (company,) = [r for r in one.reviews() if r.references == 11]
    name = f"{company.citekey}/1"
    one.curation.part("reject", name)
    one.curation.edit("pmid:28102259", "title=Elements, said a person")
    known = standin.state.desk.papers
    for pmid in ("24138885", "28102259"):
        known[pmid] = replace(known[pmid], volume="999")
    clock.now += timedelta(days=40)
    assert {c.pmid for c in one.refresh().changes} >= {"28102259"}
    work = one.work("pmid:28102259")[1].work
    assert (work.title, work.volume) == ("Elements, said a person", "999")
    first = one.references(company.citekey)[0]
    assert first.verdict is Verdict.REJECTED
    assert first.cited.get("pmid") is None
    assert one._store().views.damage() == []


def test_a_reference_is_known_by_the_name_it_is_shown_under_also_beside_a_fetched_list(
    library: Make, samples: Path
) -> None:
    one = harvested(library(), samples)
    one.enrich()
    listed = [r for review in one.reviews() for r in one.references(review.citekey)]
    assert any("pubmed:" in r.source for r in listed)
    assert [one.curation.why(r.name).reference.text for r in listed] == [r.text for r in listed]


def test_the_number_of_requests_that_is_said_is_the_number_that_is_made(
    library: Callable[..., Library], standin: Standin, tmp_path: Path
) -> None:
    by_doi, by_pmid, by_words = (list(PAPERS.values())[start : start + 4] for start in (0, 4, 8))
    lines = [vancouver(p, doi=True) for p in by_doi if p.doi]
    lines += [f"{vancouver(p)} PMID: {p.pmid}." for p in by_pmid]
    lines += [vancouver(p) for p in by_words if p.volume and p.pages]
    listed = "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
    (tmp_path / "list.txt").write_text(f"Reading list of ours\n\nReferences\n\n{listed}\n", "utf-8")
    one = library()
    assert [o.state for o in one.harvest([str(tmp_path / "list.txt")])] == ["read"]
    cost = one.estimate()
    assert cost.queries == len(lines)
    done = one.enrich()
    assert set(done.verdicts) <= {Verdict.ASSERTED, Verdict.MATCHED}
    assert cost.likely == len(standin.log) == done.requests
    assert cost.likely <= cost.requests
    assert one.estimate().requests == 0


def test_what_nobody_knows_costs_no_more_than_was_said(
    library: Callable[..., Library], standin: Standin, tmp_path: Path
) -> None:
    unknown = [
        f"{n}. Nobody N, Noone A. A study of {word} that was never done by anybody. Nature. 2017;541:{n}{n}-9. {given}"
        for n, (word, given) in enumerate(
            (("lamps", "doi:10.9999/none."), ("kites", "PMID: 39999999."), ("tea", "")), 1
        )
    ]
    (tmp_path / "list.txt").write_text("Reading list of ours\n\nReferences\n\n" + "\n".join(unknown) + "\n", "utf-8")
    one = library()
    assert [o.state for o in one.harvest([str(tmp_path / "list.txt")])] == ["read"]
    cost = one.estimate()
    one.enrich()
    assert 0 < len(standin.log) <= cost.requests
