"""``heyan serve`` and what else operators type: clients, watch, backup, restore, purge, requeue. ``pipeline/cli.py`` calls them.

Heavy imports stand inside the commands, so that ``heyan --help`` costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.problems import needs
from pipeline.terminal import harmless

if TYPE_CHECKING:
    from pipeline.settings import Settings
    from pipeline.store.store import Store

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def serve(
    only: Annotated[
        list[str] | None, typer.Option(metavar="api|worker|server", help="Run these parts only; other machines run the others.")
    ] = None,
) -> None:
    """Take uploads over HTTP, read them and judge applications by itself, until stopped."""
    parts = only or ["api", "worker", "server"]
    needs(not set(parts) - {"api", "worker", "server"}, "--only takes api, worker or server")
    from pipeline.logs import begin
    from pipeline.service.supervisor import parts_of
    from pipeline.service.supervisor import serve as run
    from pipeline.settings import load_settings
    from pipeline.traces import need

    settings = load_settings()
    begin(settings.log_level, settings.log_format)
    need(settings.otlp_endpoint)
    if "worker" in parts:
        from models.ocr.weights import lacking

        missing = lacking(settings.ocr)
        needs(missing is None, str(missing))
    store = store_of(settings)
    for line in addresses(settings, parts):
        print(line, flush=True)
    run(store, settings.service, parts_of(settings.service, parts))


def store_of(settings: Settings) -> Store:
    from pipeline.store.store import Store

    service = settings.service
    return Store(service.folder, database=service.database, files=service.files)


def addresses(settings: Settings, parts: Sequence[str]) -> Iterator[str]:
    """Where what was started answers."""
    service = settings.service
    if "api" in parts:
        yield f"uploads: http://{service.host}:{service.port}/api/v1/openapi.json"
    if "server" in parts and not service.prefect:
        yield f"runs: http://{service.host}:{service.prefect_port}/runs?tab=task-runs"
    if "worker" in parts:
        yield f"reading: {service.workers} workers"


clients_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Keys for portals and people that call the API.")
commands.add_typer(clients_app, name="clients")


@clients_app.command("add")
def add_client(
    name: str,
    scope: Annotated[list[str], typer.Option(help="apply, review or operate; may be given several times.")],
    webhook: Annotated[str | None, typer.Option(metavar="URL", help="Where the client takes its news.")] = None,
) -> None:
    """Make a key; it is shown once."""
    from pipeline.settings import load_settings

    made = store_of(load_settings()).clients.add(name, scope, webhook=webhook)
    print(f"key: {made.key}")
    if made.secret:
        print(f"webhook secret: {made.secret}")


@clients_app.command("list")
def list_clients() -> None:
    """Names, scopes and webhooks."""
    from pipeline.settings import load_settings

    for client in store_of(load_settings()).clients.all():
        print("\t".join((client.name, " ".join(client.scopes), client.webhook or "-")))


@clients_app.command("revoke")
def revoke_client(name: str) -> None:
    """The key stops working at once."""
    from pipeline.settings import load_settings

    store_of(load_settings()).clients.revoke(name)


@commands.command()
def requeue(
    document: Annotated[str | None, typer.Argument(metavar="[DOCUMENT]", help="One document's id; else all.")] = None,
) -> None:
    """Read anew what was put aside after three failures; without DOCUMENT all of it."""
    from pipeline.settings import load_settings

    print(f"{store_of(load_settings()).uploads.requeue(document)} documents will be read anew")


@commands.command()
def watch(
    place: Annotated[
        str, typer.Argument(metavar="DIR|URL", help="Where application folders are dropped, e.g. s3://bucket/prefix.")
    ],
    once: Annotated[bool, typer.Option("--once", help="End when every folder has its report.")] = False,
) -> None:
    """Take application folders that are dropped into a place; the report goes into each folder's heyan-report."""
    from pipeline.logs import begin
    from pipeline.service.places import open_place
    from pipeline.service.watch import Watch, keep_looking, workers
    from pipeline.settings import load_settings
    from pipeline.traces import need

    settings = load_settings()
    begin(settings.log_level, settings.log_format)
    need(settings.otlp_endpoint)
    found = open_place(place, file_bytes=settings.limits.file_bytes)
    store = store_of(settings)
    readers = None if store.workers.somebody_works() else workers()
    if readers is None:
        print("reading: the workers of the service that runs", flush=True)
    watcher = Watch(found, store, settings.limits, say=lambda line: print(harmless(line), flush=True))
    keep_looking(watcher, once=once, readers=readers, stopped=stop_asked())


def stop_asked() -> Callable[[float], bool]:
    """A wait of some seconds that ends at once, with True, when the process is asked to stop."""
    import signal
    import threading

    asked = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: asked.set())
    return asked.wait


@commands.command()
def backup(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where it goes; what is there already is not copied again.")],
) -> None:
    """Put the whole store into a folder, as of now; the service may go on meanwhile."""
    from pipeline.settings import load_settings
    from pipeline.store.backup import back_up

    done = back_up(store_of(load_settings()), folder)
    print(f"{done.files} files, {done.new} of them new, and the database: {folder}")
    needs(not done.missing, f"{done.missing} files that the store names are lost: neither in it nor in an earlier backup")


@commands.command()
def restore(folder: Annotated[Path, typer.Argument(metavar="DIR", help="What heyan backup made.")]) -> None:
    """Put a backup into the store of the settings, which must be empty; every file is compared with its digest."""
    from pipeline.settings import load_settings
    from pipeline.store.backup import restore as put_back

    service = load_settings().service
    restored = put_back(folder, service.folder, database=service.database, files=service.files)
    print(f"{restored.files} files and the database of {restored.made_at.isoformat(timespec='seconds')} restored")


@commands.command()
def purge(
    application: Annotated[str | None, typer.Option(metavar="ID", help="Forget this application, however new it is.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how much would go.")] = False,
) -> None:
    """Forget applications without a change for service.keep_days, or the one named: rows, index, files nobody else names."""
    from pipeline.settings import load_settings
    from pipeline.store.purge import called, kept_long_enough
    from pipeline.store.purge import purge as forget

    settings = load_settings()
    chosen = called(application) if application else kept_long_enough(settings.service.keep_days)
    done = forget(store_of(settings), chosen, dry_run=dry_run)
    needs(not application or done.applications > 0, "the store has no such application")
    print(
        f"{'would go' if dry_run else 'gone'}: {done.applications} applications, {done.documents} documents, {done.files} files"
    )
    if done.waiting:
        print(f"waiting: {done.waiting} files were put lately; a purge tomorrow takes them")
    print(f"kept: {done.deeds_kept} deeds of operators (no personal data), {done.clients_kept} clients")
