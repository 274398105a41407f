"""The baseline: the schema of Harvester's first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answer",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("request", sa.String(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=False),
        sa.Column("expires_at", sa.String(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("started_at", sa.String(), nullable=False),
        sa.Column("finished_at", sa.String(), nullable=True),
        sa.Column("summary", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "work",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("authors_complete", sa.Boolean(), nullable=False),
        sa.Column("issued", sa.String(), nullable=False),
        sa.Column("issued_literal", sa.String(), nullable=False),
        sa.Column("container_title", sa.String(), nullable=False),
        sa.Column("container_title_short", sa.String(), nullable=False),
        sa.Column("volume", sa.String(), nullable=False),
        sa.Column("issue", sa.String(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("publisher_place", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("event_title", sa.String(), nullable=False),
        sa.Column("abstract", sa.String(), nullable=False),
        sa.Column("keywords", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("issn", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("accessed", sa.String(), nullable=False),
        sa.Column("accessed_literal", sa.String(), nullable=False),
        sa.Column("genre", sa.String(), nullable=False),
        sa.Column("original_title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "citekey",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("given_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_citekey_work_id"), "citekey", ["work_id"], unique=False)
    op.create_table(
        "contributor",
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("particle", sa.String(), nullable=False),
        sa.Column("literal", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("work_id", "role", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "description",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("origin", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("matched", sa.String(), nullable=False),
        sa.Column("disputed", sa.String(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("answer_key", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answer_key"],
            ["answer.key"],
        ),
        sa.ForeignKeyConstraint(
            ["work_id"],
            ["work.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )
    op.create_index(op.f("ix_description_answer_key"), "description", ["answer_key"], unique=False)
    op.create_index(op.f("ix_description_work_id"), "description", ["work_id"], unique=False)
    op.create_table(
        "identifier",
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scheme", "value"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_identifier_work_id"), "identifier", ["work_id"], unique=False)
    op.create_table(
        "description_key",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("description_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["description_id"], ["description.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "description_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_description_key_description_id"), "description_key", ["description_id"], unique=False)
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("stated_total", sa.Integer(), nullable=True),
        sa.Column("reader", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.String(), nullable=False),
        sa.Column("description_id", sa.Integer(), nullable=True),
        sa.Column("work_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["description_id"],
            ["description.id"],
        ),
        sa.ForeignKeyConstraint(
            ["work_id"],
            ["work.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", "part"),
    )
    op.create_index(op.f("ix_source_description_id"), "source", ["description_id"], unique=False)
    op.create_index(op.f("ix_source_digest"), "source", ["digest"], unique=False)
    op.create_index(op.f("ix_source_work_id"), "source", ["work_id"], unique=False)
    op.create_table(
        "mention",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "problem",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("tail_labels", sa.String(), nullable=False),
        sa.Column("asserted", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("page_printed", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reference_source", "reference", ["source_id", "ordinal"], unique=False)
    op.create_table(
        "citation",
        sa.Column("reference_id", sa.Integer(), nullable=False),
        sa.Column("description_id", sa.Integer(), nullable=False),
        sa.Column("citing_id", sa.Integer(), nullable=False),
        sa.Column("cited_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cited_id"],
            ["work.id"],
        ),
        sa.ForeignKeyConstraint(
            ["citing_id"],
            ["work.id"],
        ),
        sa.ForeignKeyConstraint(
            ["description_id"],
            ["description.id"],
        ),
        sa.ForeignKeyConstraint(["reference_id"], ["reference.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reference_id", "description_id"),
    )
    op.create_index("ix_citation_cited", "citation", ["cited_id", "citing_id"], unique=False)
    op.create_index("ix_citation_citing", "citation", ["citing_id", "cited_id"], unique=False)
    op.create_index(op.f("ix_citation_description_id"), "citation", ["description_id"], unique=False)
    op.create_index(op.f("ix_citation_verdict"), "citation", ["verdict"], unique=False)
