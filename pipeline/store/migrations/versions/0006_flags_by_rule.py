"""Flags are counted by rule at each scrape of the figures"""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_index("flags_by_rule", "flags", ["rule", "severity", "count"])


def downgrade() -> None:
    op.drop_index("flags_by_rule", "flags")
