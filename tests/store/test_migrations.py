"""Migrations: from nothing to today's tables, as often and from as many processes as one likes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text

from pipeline.index import numbers
from pipeline.store.database import migrate, open_database
from pipeline.store.figures import figures
from pipeline.store.store import Store
from pipeline.store.tables import Table
from tests.conftest import ROOT

MIGRATE = "import sys; from pipeline.store.database import migrate, open_database; migrate(open_database(sys.argv[1]))"


def test_an_empty_database_gets_all_tables_and_may_be_migrated_again(database: str) -> None:
    engine = open_database(database)
    for _ in range(2):
        migrate(engine)
    assert set(inspect(engine).get_table_names()) == {*Table.metadata.tables, "alembic_version"}


def test_migrated_tables_are_those_that_the_code_declares(database: str) -> None:
    engine = open_database(database)
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Table.metadata) == []


def test_what_the_first_version_stored_is_there_with_todays_tables(database: str, tmp_path: Path) -> None:
    engine = open_database(database)
    migrate(engine, "0001")
    moment = "'2026-01-20 10:30:00'"
    with engine.execution_options(writes=True).begin() as connection:
        for statement in (
            "INSERT INTO clients (id, name, key, scopes, webhook, secret, created_at)"
            f" VALUES ('c', 'portal', 'k', 'apply', 'https://portal.example', 'whsec_AAAA', {moment})",
            "INSERT INTO deliveries (number, id, client_id, event, body, attempts, due_at)"
            f" VALUES (1, 'd', 'c', 'report.ready', '{{}}', 0, {moment})",
            "INSERT INTO applications (id, client_id, application_id, revision, judged, dirty, attempts, created_at, changed_at,"
            f" judged_at) VALUES (1, 'c', 'A', 1, 1, false, 0, {moment}, {moment}, {moment})",
            "INSERT INTO numbers (application, programme, kind, number) VALUES ('A', 'p', 'uscc', 'n')",
            f"INSERT INTO workers (id, host, process, beat, memory, started_at) VALUES ('w', 'h', 1, 5, 1000, {moment})",
        ):
            connection.exec_driver_sql(statement)
    store = Store(tmp_path, database=database)
    found = figures(store.database)
    assert [(one.memory, one.readings) for one in found.workers] == [(1000, 0)]
    assert [(one.count, one.since) for one in found.waiting if one.kind == "news"] == [
        (1, datetime(2026, 1, 20, 10, 30, tzinfo=UTC))
    ]
    assert store.workers.leave("w") == 0
    with store.database.reading() as session:
        assert session.scalars(select(numbers.c.client)).all() == ["c"]


def test_processes_that_begin_at_once_migrate_once(database: str) -> None:
    processes = [subprocess.Popen([sys.executable, "-c", MIGRATE, database], cwd=ROOT) for _ in range(4)]
    assert [process.wait(timeout=120) for process in processes] == [0, 0, 0, 0]
    with open_database(database).connect() as connection:
        assert len(list(connection.execute(text("SELECT * FROM alembic_version")))) == 1


def test_a_migration_that_fails_leaves_nothing_behind(database: str) -> None:
    engine = open_database(database)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("CREATE TABLE uploads (id INTEGER)"))  # in the way of the last table
    try:
        migrate(engine)
    except Exception:
        assert set(inspect(engine).get_table_names()) <= {"uploads", "alembic_version"}
    else:
        raise AssertionError("must fail")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nobody_else_may_read_the_database_even_in_a_folder_that_was_there(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Store(tmp_path).clients.add("portal", ["apply"])
    assert {file.stat().st_mode & 0o077 for file in tmp_path.glob("heyan.db*")} == {0}


def test_what_was_stored_is_there_after_opening_anew(database: str, tmp_path: Path) -> None:
    Store(tmp_path, database=database).clients.add("portal", ["apply"])
    assert [client.name for client in Store(tmp_path, database=database).clients.all()] == ["portal"]
