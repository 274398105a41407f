"""The index of words: what of a work can be searched for, kept beside the works."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, column, delete, table

from harvester.model import Work
from harvester.store.sql import insert_values
from harvester.text import fold

FTS = table("work_search", column("rowid"), column("title"), column("author"), column("journal"), column("other"))


def index(connection: Connection, gone: Iterable[int], works: Iterable[tuple[int, Work]]) -> None:
    """Take works out of the index, and put others in as they are now."""
    old = [{"b_rowid": number} for number in gone]
    if old:
        connection.execute(delete(FTS).where(FTS.c.rowid == bindparam("b_rowid")), old)
    # FTS5 folds letters itself; elsewhere they are folded here, with a blank before and after each word to look for.
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
