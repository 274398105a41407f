"""Full-text search over the works: what a person types, as a query that SQLite's FTS5 cannot choke on.

Words are joined by AND; "quoted words" stand together; `word*` is a prefix; `author:`, `journal:`, `title:` look in one
field; `year:2015`, `year:2015..2018`, `review:KEY` and `verdict:open` filter. Every word reaches FTS5 inside quotes, so
that nothing a person types is taken for its operators (https://www.sqlite.org/fts5.html section 3).
"""

import re
from dataclasses import dataclass

from harvester.errors import Fault, NotFoundError, QueryError
from harvester.model import Verdict
from harvester.store.views.names import find_work
from harvester.store.views.reader import Reader
from harvester.text import fold, shown
from harvester.values.identifier import parse as find_identifier

FIELDS = {"title": "title", "author": "author", "journal": "journal", "in": "journal"}
COLUMNS = ("title", "author", "journal", "other")
WEIGHTS = (8.0, 4.0, 2.0, 1.0)
"""Of the columns, for `bm25`: a word in a title says more than one in an abstract."""

ALL = "SELECT work.id FROM work WHERE 1 = 1"
MATCHING = """
SELECT work.id FROM work JOIN work_search ON work_search.rowid = work.id WHERE work_search MATCH :match"""
LIKE = "SELECT work.id FROM work JOIN work_search ON work_search.rowid = work.id WHERE 1 = 1"
WORDS_ANYWHERE = "(" + " OR ".join(f"work_search.{column} LIKE :words ESCAPE '/'" for column in COLUMNS) + ")"
WORDS_IN = {column: f"work_search.{column} LIKE :words ESCAPE '/'" for column in COLUMNS}
FILTERS = {
    "year": "substr(work.issued, 1, 4) BETWEEN :first AND :last",
    "review": "work.id IN (SELECT cited_id FROM citation WHERE citing_id = :review)",
    "verdict": "work.id IN (SELECT cited_id FROM citation WHERE verdict = :verdict)",
}
BEST_FIRST = f"ORDER BY bm25(work_search, {', '.join(map(str, WEIGHTS))}), work.id LIMIT :most"
NEWEST_FIRST = "ORDER BY work.issued DESC, work.id LIMIT :most"

_TERM = re.compile(r'(?:(\w+):)?(?:"([^"]*)"?|(\S+))')
_YEARS = re.compile(r"^(\d{4})?(\.\.)?(\d{4})?$")
_VERDICTS = tuple(verdict.value for verdict in Verdict)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together, in one column or ("") in any; the last may be the beginning of one."""

    words: str
    column: str = ""
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Search:
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


def parse(asked: str) -> Search:
    """Read a search. Raises `QueryError` for a field that there is not, or a value that its field cannot have."""
    terms: list[Term] = []
    filters: dict[str, str] = {}
    for name, quoted, bare in _TERM.findall(asked):
        value = quoted or bare
        key = name.lower()
        if key == "year" and not (_YEARS.match(value) and value.strip(".")):
            forms = "a year or a range, as in year:2015, year:2015..2018 or year:2015.."
            raise QueryError(f"year: takes {forms}, not {value!r}.")
        if key == "verdict" and value.lower() not in _VERDICTS:
            raise QueryError(f"There is no verdict {value!r}. There are: {', '.join(_VERDICTS)}.")
        if key in FILTERS:
            filters[key] = value
        elif key.isalpha() and key not in FIELDS:
            if find_identifier(f"{name}:{value}"):
                problem = "Identifiers are not searched for"
                raise QueryError(problem, Fault.SEARCHED_IDENTIFIER, identifier=f"{name}:{value}")
            fields = ", ".join(f"{field}:" for field in (*FIELDS, *FILTERS))
            words = f"To look for the words, leave a blank: {name} {value}"
            raise QueryError(f"There is no field {name!r} to search in. There are {fields}. {words}")
        else:
            known = FIELDS.get(key, "")
            looked_for = value if known or not name else f"{name} {value}"
            plain = [part for part in re.split(r"[\W_]+", looked_for) if part]
            if quoted and plain:
                terms.append(Term(" ".join(plain), known))
            else:
                cut = looked_for.endswith("*") and not quoted
                terms += [Term(word, known, cut and place == len(plain)) for place, word in enumerate(plain, 1)]
    years = None
    if "year" in filters and (match := _YEARS.match(filters["year"])):
        first, dots, last = match.groups()
        low = int(first) if first else 0
        years = (low, int(last) if last else 9999 if dots else low)
    return Search(tuple(terms), years, filters.get("review", ""), filters.get("verdict", "").lower())


def find(reader: Reader, asked: str, limit: int) -> list[int]:
    """The numbers of the works that a search finds, the best first. Raises as `parse`, and for an unknown review."""
    search = parse(shown(asked))
    values: dict[str, object] = {"most": limit}
    conditions: list[str] = []
    if search.years:
        values["first"], values["last"] = (f"{year:04d}" for year in search.years)
        conditions.append(FILTERS["year"])
    # A review may be named by its key, which the statement cannot work out.
    if search.review:
        values["review"] = find_work(reader, search.review)
        if values["review"] is None:
            raise NotFoundError(f"This library has no review {search.review!r}", Fault.NO_REVIEW)
        conditions.append(FILTERS["review"])
    if search.verdict:
        values["verdict"] = search.verdict
        conditions.append(FILTERS["verdict"])
    statement, order = ALL, NEWEST_FIRST
    if search.terms and reader.is_sqlite:
        statement, order = MATCHING, BEST_FIRST
        values["match"] = search.match
    elif search.terms:
        # Without FTS5, as on PostgreSQL: the words of the folded text, looked through row by row without an index.
        statement = LIKE
        for place, term in enumerate(search.terms):
            words = f" {fold(term.words)}{'' if term.is_prefix else ' '}"
            values[f"words_{place}"] = f"%{re.sub('[/%_]', lambda found: '/' + found.group(), words)}%"
            condition = WORDS_IN[term.column] if term.column else WORDS_ANYWHERE
            conditions.append(condition.replace(":words", f":words_{place}"))
    return [row[0] for row in reader.rows(" AND ".join([statement, *conditions]) + f" {order}", **values)]
