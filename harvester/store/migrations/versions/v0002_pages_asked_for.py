"""How the work of a page stands with the services: verdict, method, evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, default in (("verdict", "open"), ("method", ""), ("evidence", "")):
        op.add_column("source", sa.Column(name, sa.String(), nullable=False, server_default=default))
