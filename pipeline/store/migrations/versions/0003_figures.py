"""What figures for operators are made of: times of stages, flags of reports, readings of workers"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "timings",
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("below", sa.Float(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("stage", "below"),
    )
    op.create_table(
        "flags",
        sa.Column("application", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("severity", sa.String(length=20), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["application"], ["applications.id"]),
        sa.PrimaryKeyConstraint("application", "rule", "severity"),
    )
    op.create_index("ix_applications_reason", "applications", ["reason"])
    op.create_index("uploads_by_state", "uploads", ["state", "type"])
    op.add_column("workers", sa.Column("readings", sa.Integer(), nullable=True))
    op.execute("UPDATE workers SET readings = 0")
    with op.batch_alter_table("workers") as workers:
        workers.alter_column("readings", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    op.drop_column("workers", "readings")
    op.drop_index("uploads_by_state", "uploads")
    op.drop_index("ix_applications_reason", "applications")
    op.drop_table("flags")
    op.drop_table("timings")
