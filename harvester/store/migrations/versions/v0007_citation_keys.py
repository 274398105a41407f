"""What citation keys begin with, beside each work; what a key finds its work again by."""

import sqlalchemy as sa
from alembic import op

from harvester.model import Name, stored_work
from harvester.store.rows import date_from
from harvester.works.citekeys import parts_of

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

AT_ONCE = 1_000
"""Works in memory at a time: enough that statements cost little, few enough for a library of a million."""


def upgrade() -> None:
    for table, names in (("work", ("key_head", "key_word")), ("citekey", ("folded",))):
        for name in names:
            op.add_column(table, sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE citekey SET folded = lower(key)")
    op.create_index("ix_citekey_folded", "citekey", ["folded"], unique=False)
    op.create_table(
        "citekey_trace",
        sa.Column("citekey", sa.String(), nullable=False),
        sa.Column("trace", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["citekey"], ["citekey.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("citekey", "trace"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_citekey_trace_trace", "citekey_trace", ["trace"], unique=False)
    _fill()
    # SQLite takes a partial index only where a statement repeats its condition word for word, and `torn = 1` is none
    # that PostgreSQL understands.
    op.drop_index("ix_description_torn", "description")
    few = sa.text("torn")
    op.create_index("ix_description_torn", "description", ["id"], sqlite_where=few, postgresql_where=few)
    op.create_index("ix_work_key", "work", ["key_head", "key_word"], unique=False)


def _fill() -> None:
    """Let each work say what its keys begin with.

    By today's program, not by a copy of it: it is with today's that a library opened here will compare them. Whoever
    changes how keys are made adds a migration that fills the columns anew.
    """
    connection = op.get_bind()
    works = sa.text("SELECT id, title, issued, issued_literal FROM work WHERE id > :last ORDER BY id LIMIT :most")
    names = sa.text(
        "SELECT work_id, role, family, given, suffix, particle, literal FROM contributor "
        "WHERE work_id > :last AND work_id <= :until AND position = 1"
    )
    filled = sa.text("UPDATE work SET key_head = :head, key_word = :word WHERE id = :id")
    last = 0
    while found := connection.execute(works, {"last": last, "most": AT_ONCE}).all():
        until = found[-1][0]
        first: dict[tuple[int, str], Name] = {
            (work, role): Name(*parts)
            for work, role, *parts in connection.execute(names, {"last": last, "until": until})
        }
        values = []
        for number, title, *date in found:
            author, editor = (tuple(filter(None, (first.get((number, role)),))) for role in ("author", "editor"))
            parts = parts_of(stored_work(title=title, author=author, editor=editor, issued=date_from(*date)))
            values.append({"id": number, "head": parts.head, "word": parts.word})
        connection.execute(filled, values)
        last = until
