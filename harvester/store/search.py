"""Full-text search over the works: what a person types, as a query that SQLite's FTS5 cannot choke on.

Words are joined by AND; "quoted words" stand together; `word*` is a prefix; `author:`, `journal:`, `title:` look in one
field; `year:2015`, `year:2015..2018`, `review:KEY` and `verdict:open` filter. Every word reaches FTS5 inside quotes, so
that nothing a person types is taken for its operators (https://www.sqlite.org/fts5.html section 3).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    column,
    delete,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)

from harvester.errors import Fault, NotFoundError, QueryError
from harvester.model import Verdict, Work
from harvester.store.bulk import insert_values
from harvester.store.looking import find_work
from harvester.store.tables import T
from harvester.text import fold
from harvester.values.identifier import parse as find_identifier

FTS = table("work_search", column("rowid"), column("title"), column("author"), column("journal"), column("other"))
FIELDS = {"title": "title", "author": "author", "journal": "journal", "in": "journal"}
WEIGHTS = (8.0, 4.0, 2.0, 1.0)
"""Of the columns, for `bm25`: a word in a title says more than one in an abstract."""

_TERM = re.compile(r'(?:(\w+):)?(?:"([^"]*)"?|(\S+))')
_YEARS = re.compile(r"^(\d{4})?(\.\.)?(\d{4})?$")


_FILTERS = ("year", "review", "verdict")
_VERDICTS = tuple(verdict.value for verdict in Verdict)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together, in one column or ("") in any; the last may be the beginning of one."""

    words: str
    column: str = ""
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asked for: terms (none match all), and filters."""

    terms: tuple[Term, ...] = ()
    years: tuple[int, int] | None = None
    review: str = ""
    verdict: str = ""

    @property
    def match(self) -> str:
        """The terms as an expression of FTS5."""
        return " AND ".join(
            f'{f"{t.column} : " if t.column else ""}"{t.words}"{"*" if t.is_prefix else ""}' for t in self.terms
        )


def parse(asked: str) -> Query:
    """Read a search. Raises `QueryError` for a field that there is not, or a value that its field cannot have."""
    terms: list[Term] = []
    filters: dict[str, str] = {}
    for name, quoted, bare in _TERM.findall(asked):
        value = quoted or bare
        key = name.lower()
        if key in _FILTERS:
            filters[key] = _checked(key, value)
        elif key.isalpha() and key not in FIELDS:
            raise _no_field(name, value)
        else:
            known = FIELDS.get(key, "")
            looked_for = value if known or not name else f"{name} {value}"
            terms.extend(_terms(looked_for, known, quoted=bool(quoted)))
    return Query(
        tuple(terms), _years(filters.get("year", "")), filters.get("review", ""), filters.get("verdict", "").lower()
    )


def _checked(key: str, value: str) -> str:
    """The value of a filter, if it can have it."""
    if key == "year" and not (_YEARS.match(value) and value.strip(".")):
        raise QueryError(
            f"year: takes a year or a range, as in year:2015, year:2015..2018 or year:2015.., not {value!r}."
        )
    if key == "verdict" and value.lower() not in _VERDICTS:
        raise QueryError(f"There is no verdict {value!r}. There are: {', '.join(_VERDICTS)}.")
    return value


def _no_field(name: str, value: str) -> QueryError:
    fields = ", ".join(f"{field}:" for field in (*FIELDS, *_FILTERS))
    if find_identifier(f"{name}:{value}"):
        return QueryError("Identifiers are not searched for", Fault.SEARCHED_IDENTIFIER, identifier=f"{name}:{value}")
    words = f"To look for the words, leave a blank: {name} {value}"
    return QueryError(f"There is no field {name!r} to search in. There are {fields}. {words}")


def _terms(value: str, column_name: str, *, quoted: bool) -> list[Term]:
    plain = [part for part in re.split(r"[\W_]+", value) if part]
    if quoted and plain:
        return [Term(" ".join(plain), column_name)]
    cut = value.endswith("*") and not quoted
    return [Term(word, column_name, cut and place == len(plain)) for place, word in enumerate(plain, 1)]


def _years(value: str) -> tuple[int, int] | None:
    match = _YEARS.match(value)
    if not value or not match:
        return None
    first, dots, last = match.groups()
    low = int(first) if first else 0
    return (low, int(last) if last else (9999 if dots else low))


def find(connection: Connection, pattern: str, query: Query, limit: int) -> list[int]:
    """The numbers of the works that a query finds, the best first."""
    work = T["work"]
    chosen = select(work.c.id)
    newest = chosen.order_by(work.c.issued.desc(), work.c.id)
    chosen = _matching(connection, chosen, query) if query.terms else newest
    for condition in _filters(connection, pattern, query):
        chosen = chosen.where(condition)
    return list(connection.execute(chosen.limit(limit)).scalars())


def _matching(connection: Connection, chosen: Select[Any], query: Query) -> Select[Any]:
    work = T["work"]
    found = chosen.join(FTS, FTS.c.rowid == work.c.id)
    if connection.dialect.name != "sqlite":
        return found.where(*map(_like, query.terms)).order_by(work.c.issued.desc(), work.c.id)
    matched = text("work_search MATCH :match").bindparams(match=query.match)
    rank: Any = literal_column(f"bm25(work_search, {', '.join(map(str, WEIGHTS))})")
    return found.where(matched).order_by(rank, work.c.id)


def _like(term: Term) -> Any:
    """Without FTS5, as on PostgreSQL: the words of the folded text, looked through row by row without an index."""
    words = f" {fold(term.words)}{'' if term.is_prefix else ' '}"
    columns = [FTS.c[term.column]] if term.column else [FTS.c[name] for name in INDEXED[1:]]
    return or_(*(found.contains(words, autoescape=True) for found in columns))


def _filters(connection: Connection, pattern: str, query: Query) -> list[Any]:
    work, citation = T["work"], T["citation"]
    conditions: list[Any] = []
    if query.years:
        low, high = query.years
        conditions.append(func.substr(work.c.issued, 1, 4).between(f"{low:04d}", f"{high:04d}"))
    if query.review:
        number = find_work(connection, pattern, query.review)
        if number is None:
            raise NotFoundError(f"This library has no review {query.review!r}", Fault.NO_REVIEW)
        conditions.append(work.c.id.in_(select(citation.c.cited_id).where(citation.c.citing_id == number)))
    if query.verdict:
        conditions.append(work.c.id.in_(select(citation.c.cited_id).where(citation.c.verdict == query.verdict)))
    return conditions


def index(connection: Connection, gone: Iterable[int], works: Iterable[tuple[int, Work]]) -> None:
    """Take works out of the index, and put others in as they are now."""
    old = [{"b_rowid": number} for number in gone]
    if old:
        connection.execute(delete(FTS).where(FTS.c.rowid == bindparam("b_rowid")), old)
    if connection.dialect.name == "sqlite":
        new: list[tuple[int | str, ...]] = [(number, *words_of(work)) for number, work in works]
    else:
        new = [(number, *(f" {fold(words)} " for words in words_of(work))) for number, work in works]
    insert_values(connection, FTS, INDEXED, new)


INDEXED = ("rowid", "title", "author", "journal", "other")


def words_of(work: Work) -> tuple[str, str, str, str]:
    """What the `INDEXED` columns after the first hold of a work."""
    names = " ".join([f"{n.particle} {n.family} {n.given} {n.literal}" for n in (*work.author, *work.editor)])
    other = " ".join((work.abstract, " ".join(work.keywords), work.original_title, work.publisher))
    return work.title, names, f"{work.container_title} {work.container_title_short}", other
