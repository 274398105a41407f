"""Where a page says the fields of its own work; an index of the few tellings that fit two works."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "place",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_id", "field"),
        sqlite_with_rowid=False,
    )
    few, torn = sa.text("torn = 1"), sa.text("torn")
    op.create_index("ix_description_torn", "description", ["id"], sqlite_where=few, postgresql_where=torn)
