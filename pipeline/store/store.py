"""The store put together. It is the truth of the service: whatever else forgets, this does not.

    store = Store(folder)
    store.applications.put_form(client, "KFQ202600001", form)
    store.uploads.accept(client, "KFQ202600001", arrival)

A database (SQLite in ``folder`` by default) holds the state, ``files`` hold what is large. A file is on disk before a row names
it.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.index import PaperIndex
from pipeline.store.applications import Applications
from pipeline.store.clients import Clients
from pipeline.store.database import Database, migrate
from pipeline.store.deeds import Deeds
from pipeline.store.deliveries import Deliveries
from pipeline.store.files import open_files
from pipeline.store.uploads import Uploads
from pipeline.store.workers import Workers

SQLITE = "heyan.db"


class Store:
    """``folder`` holds the database unless ``database`` names another, and the files unless ``files`` names a bucket."""

    def __init__(self, folder: Path, *, database: str = "", files: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder = folder
        if not database:
            (folder / SQLITE).touch(mode=0o600)  # SQLite would let others read it; its log takes the same permissions
        self.database = Database(database_url(folder, database))
        migrate(self.database.engine)
        self.files = open_files(files, folder)
        self.clients = Clients(self.database)
        self.applications = Applications(self.database)
        self.uploads = Uploads(self.database)
        self.workers = Workers(self.database)
        self.deliveries = Deliveries(self.database)
        self.deeds = Deeds(self.database)
        self.index = PaperIndex(self.database.engine)


def database_url(folder: Path, database: str) -> str:
    return database or f"sqlite:///{folder / SQLITE}"
