"""Links between publications that are not one work, and tellings that fit two."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("work_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_correction_target", "correction", ["target"], unique=False)
    op.add_column("description", sa.Column("torn", sa.Boolean(), nullable=False, server_default=sa.false()))
