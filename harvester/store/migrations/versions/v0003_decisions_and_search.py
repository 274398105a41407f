"""What persons decide, what merged, and the index of the search."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("undone_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_decision_digest", "decision", ["digest"], unique=False)
    op.create_table(
        "mark",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("digest", "key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mark_decision_id", "mark", ["decision_id"], unique=False)
    op.create_table(
        "merge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("into", sa.String(), nullable=False),
        sa.Column("joined", sa.String(), nullable=False),
        sa.Column("citekeys", sa.String(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_merge_work_id", "merge", ["work_id"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        _make_search()
    else:
        _make_plain_search()


def _make_search() -> None:
    """The index, filled from the works that are there."""
    op.execute(
        "CREATE VIRTUAL TABLE work_search USING fts5(title, author, journal, other, "
        'tokenize = "unicode61 remove_diacritics 2")'
    )
    op.execute(
        "INSERT INTO work_search (rowid, title, author, journal, other) "
        "SELECT w.id, w.title, coalesce((SELECT group_concat(c.particle || ' ' || c.family || ' ' || c.given || ' ' || "
        "c.literal, ' ') FROM contributor c WHERE c.work_id = w.id), ''), "
        "w.container_title || ' ' || w.container_title_short, "
        "w.abstract || ' ' || w.keywords || ' ' || w.original_title || ' ' || w.publisher FROM work w"
    )


def _make_plain_search() -> None:
    """Where there is no FTS5, a table of the same columns, whose words are looked through one by one.

    Libraries on PostgreSQL are younger than this step, so that there is nothing to fill it from.
    """
    words = [sa.Column(name, sa.String(), nullable=False) for name in ("title", "author", "journal", "other")]
    op.create_table("work_search", sa.Column("rowid", sa.Integer(), primary_key=True, autoincrement=False), *words)
