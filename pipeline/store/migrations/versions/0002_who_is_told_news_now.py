"""Who is told news now, and how old news are"""

import sqlalchemy as sa
from alembic import op

from pipeline.store.tables import Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("clients", sa.Column("quiet_until", Moment(), nullable=True))
    op.add_column("deliveries", sa.Column("made_at", Moment(), nullable=True))
    op.execute("UPDATE deliveries SET made_at = due_at")
    with op.batch_alter_table("deliveries") as deliveries:
        deliveries.alter_column("made_at", existing_type=Moment(), nullable=False)
        deliveries.create_index("deliveries_of_client", ["client_id", "done_at", "due_at"])


def downgrade() -> None:
    op.drop_index("deliveries_of_client", "deliveries")
    op.drop_column("deliveries", "made_at")
    op.drop_column("clients", "quiet_until")
