"""Whole Passos of their own, each with a folder and a database, for tests of the archive."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import psycopg
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connections
from django_tasks_db.models import DBTaskResult

from passo.businesses import wall
from passo.businesses.models import Business, SearchRow, User
from passo.lib.archive import backup, restore
from passo.lib.archive.databases import joined, snapshot, standing_in
from passo.lib.archive.rows import count_of
from passo.lib.archive.tables import recorded_migrations, tables_at
from passo.lib.db.address import database_settings

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
POSTGRESQL = os.environ.get("DATABASE_URL", "")
SECRETS = {"django": "one", "encryption": "two"}
HARD_NAME = "Änna “Ł” 🎂\n\t\\"
HARD_JSON = {"b": 1.50, "a": [1e22, -0.0, 10**20, "è\u2028"]}
UPLOAD = bytes(range(256)) * 100


class Place:
    """A Passo of its own: a data folder, a database and Django's name for it."""

    def __init__(self, data: Path, url: str) -> None:
        self.data = data
        self.url = url
        (data / "files").mkdir(parents=True, exist_ok=True)
        (data / "secrets.json").write_text(json.dumps(SECRETS))

    def backup(self) -> Path:
        with self.joined() as alias:
            path = backup(self.data / "backups", NOW, using=alias, data=self.data).path
        assert path
        return path

    def restore(self, path: Path, *, force: bool = False) -> None:
        with self.joined() as alias:
            restore(path, using=alias, data=self.data, force=force)

    @contextmanager
    def joined(self) -> Iterator[str]:
        with wall.opened(), joined(database_settings(self.url)) as database:
            yield database.alias

    def counts(self) -> list[Any]:
        with wall.opened(), snapshot(database_settings(self.url)) as database:
            recorded = recorded_migrations(database)
            return [count_of(database, table) for table in tables_at(recorded)]

    def ask(self, question: str) -> list[Any]:
        with self.joined() as alias, connections[alias].cursor() as cursor:
            cursor.execute(question)
            return list(cursor.fetchall())


def migrate(alias: str, *target: str) -> None:
    with standing_in(connections[alias]):
        call_command("migrate", *target, database=alias, verbosity=0, skip_checks=True)


def make_hard_rows(place: Place) -> None:
    """Rows that are hard to keep: accents, NULL and null, microseconds, long numbers."""
    with place.joined() as alias:
        User.objects.using(alias).create(email="anna@example.org", name=HARD_NAME)
        shop = Business.objects.using(alias).create(
            name="Bakery", slug="bakery", made_at=datetime(2026, 3, 29, 1, 30, 0, 123456, UTC)
        )
        SearchRow.objects.using(alias).bulk_create(
            SearchRow(business=shop, kind="x", ref=str(number), title="T", folded=f"t {number}")
            for number in range(1200)
        )
        for number, value in enumerate([None, {}, HARD_JSON]):
            DBTaskResult.objects.using(alias).create(
                task_path=f"t{number}",
                args_kwargs={"args": [], "kwargs": {}},
                return_value=value,
                backend_name="default",
                run_after=datetime(9999, 1, 1, tzinfo=UTC),
            )
        for key in ("b", "B", "_", "a"):
            Session.objects.using(alias).create(session_key=key, expire_date=NOW)


def rows_in(path: Path, table: str, column: str) -> list[Any]:
    """One column of a table, as a backup holds it."""
    with ZipFile(path) as archive:
        at = json.loads(archive.read("manifest.json"))["columns"][table].index(column)
        lines = archive.read(f"rows/{table}.jsonl").decode().split("\n")[:-1]
    return [json.loads(line)[at] for line in lines]


def command_postgresql(*commands: str) -> None:
    if commands:
        with psycopg.connect(POSTGRESQL, autocommit=True) as server:
            for command in commands:
                server.execute(command)
