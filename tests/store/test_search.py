"""Search: what people type finds what they mean, and nothing they type breaks the query."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harvester.errors import QueryError
from harvester.model import Name, Work
from harvester.ports import Store
from harvester.store.views import search
from tests.store.building import article, library, page, put
from tests.store.test_store import AMSTAR, REVIEW, STATEMENT, everything

MULLER = Work(
    type="article-journal",
    title="Interferon-β in relapsing multiple sclerosis: a randomised trial",
    author=(Name("Müller", "Karl"), Name(literal="TORCH Investigators")),
    container_title="Journal of Neurology",
    container_title_short="J Neurol",
    abstract="Patients were followed for two years.",
    identifiers=STATEMENT.identifiers[:0],
    issued=article("x", 1999).issued,
    volume="246",
    page="113-121",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    filled = library(tmp_path_factory.mktemp("library"))
    put(filled, page("a", REVIEW, [STATEMENT, MULLER]), page("b", AMSTAR, [MULLER]))
    everything(filled)
    return filled


def titles(store: Store, asked: str) -> list[str]:
    return [entry.work.title for number in store.views.search(asked, 20) for entry in store.works.entries([number])]


@pytest.mark.parametrize(
    "asked",
    [
        "sclerosis",
        "SCLEROSIS relapsing",
        "muller",
        "author:müller",
        "author:torch",
        "journal:neurology",
        "title:interferon",
        '"multiple sclerosis"',
        "scler*",
        "followed patients",
        "year:1999 trial",
        "year:1998..2000 trial",
        "year:..2000 trial",
        "sclerosis year:1999..",
        "review:shea2017amstar",
        "verdict:open author:müller",
    ],
)
def test_a_work_is_found_by_any_of_its_sides(store: Store, asked: str) -> None:
    assert titles(store, asked) == [MULLER.title]


@pytest.mark.parametrize(
    "asked", ['"sclerosis multiple"', "author:sclerosis", "year:2005 sclerosis", "verdict:matched sclerosis", "nobody"]
)
def test_what_does_not_fit_is_not_found(store: Store, asked: str) -> None:
    assert titles(store, asked) == []


def test_words_in_a_title_rank_before_words_elsewhere(store: Store) -> None:
    assert titles(store, "bmj statement")[0] == STATEMENT.title


@pytest.mark.parametrize("asked", ['"', "AND", "NOT (", "title:", "a OR", "-x", "NEAR(a b)", "*", "'; DROP"])
def test_operators_of_the_index_are_only_words(store: Store, asked: str) -> None:
    assert isinstance(store.views.search(asked, 5), list)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_nothing_a_person_types_breaks_the_query(store: Store, asked: str) -> None:
    """It is found or not, or told plainly: a word before a colon may name no field."""
    try:
        assert isinstance(search.parse(asked).match, str)
    except QueryError as error:
        assert ":" in asked
        assert str(error)
    else:
        assert isinstance(store.views.search(asked, 5), list)


def test_the_index_follows_the_works(tmp_path: Path) -> None:
    from harvester.app.harvest import forget

    store = library(tmp_path)
    put(store, page("a", REVIEW, [STATEMENT]))
    assert len(store.views.search("prisma statement", 5)) == 1
    forget(store.pages.filed("a")[0], store)
    assert store.views.search("prisma statement", 5) == []
