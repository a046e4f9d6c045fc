"""Called by Alembic: runs the migrations on the connection that ``pipeline.store.database`` passes in."""

from alembic import context

from pipeline.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    compare_type=True,
    render_as_batch=True,  # SQLite changes a table by copying it
    transactional_ddl=False,  # the caller's transaction holds all of it
)
context.run_migrations()
