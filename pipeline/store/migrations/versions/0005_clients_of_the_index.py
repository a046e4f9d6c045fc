"""Whose client's an application in the index is: two clients may give the same number"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

JUDGED = "SELECT client_id AS client, application_id AS application FROM applications WHERE judged > 0 ORDER BY judged_at"
"""Of two by one number, the one judged last is in the index."""


def upgrade() -> None:
    judged = [dict(row) for row in op.get_bind().execute(sa.text(JUDGED)).mappings()]
    for table in ("pages", "numbers"):
        op.add_column(table, sa.Column("client", sa.String(length=32), nullable=True))
        op.execute(f"UPDATE {table} SET client = ''")
        if judged:
            op.get_bind().execute(sa.text(f"UPDATE {table} SET client = :client WHERE application = :application"), judged)
        with op.batch_alter_table(table) as rows:
            rows.alter_column("client", existing_type=sa.String(length=32), nullable=False)


def downgrade() -> None:
    op.drop_column("numbers", "client")
    op.drop_column("pages", "client")
