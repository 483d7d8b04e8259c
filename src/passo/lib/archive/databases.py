"""Second connections: a still picture of a database in use, and a new one built aside."""
# ruff: noqa: S608 -- names come from models and migrations, never from outside

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from passo.lib.archive.tables import Migration, tables_at
from passo.lib.refusal import Refusal

SECONDS_TO_WAIT = 5


@contextmanager
def joined(settings: dict[str, Any]) -> Iterator[BaseDatabaseWrapper]:
    """A connection of its own to a database, known to Django by a name of its own."""
    alias = f"archive_{secrets.token_hex(4)}"
    known = connections.configure_settings({"default": {}, alias: deepcopy(settings)})
    connections.settings[alias] = known[alias]
    try:
        connection = connections[alias]
        answer(connection)
        yield connection
    finally:
        with suppress(AttributeError):
            connections[alias].close()
            del connections[alias]
        del connections.settings[alias]


def answer(connection: BaseDatabaseWrapper) -> None:
    try:
        connection.ensure_connection()
    except DatabaseError as problem:
        sentence = _("The database does not answer: %(why)s")
        raise Refusal(sentence % {"why": first_line(problem)}) from problem


def first_line(problem: Exception) -> str:
    return str(problem).strip().split("\n", maxsplit=1)[0]


@contextmanager
def standing_in(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """For a while this connection is Django's default one.

    A migration of django-tasks-db (0016) asks the default database whichever it is to change.
    """
    usual = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connection
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = usual


@contextmanager
def snapshot(settings: dict[str, Any]) -> Iterator[BaseDatabaseWrapper]:
    """Read everything as of one moment, while others go on writing."""
    settings = deepcopy(settings)
    if is_sqlite(settings):
        settings["OPTIONS"] = {**settings["OPTIONS"], "transaction_mode": "DEFERRED"}
    with joined(settings) as connection, transaction.atomic(using=connection.alias):
        hold_still(connection)
        yield connection


def hold_still(connection: BaseDatabaseWrapper) -> None:
    """What one sees is fixed at the first question, so it is asked here."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        connection.introspection.table_names(cursor)


def is_sqlite(settings: dict[str, Any]) -> bool:
    return str(settings["ENGINE"]).endswith("sqlite3")


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    """Nobody has an account, so nothing is anybody's."""
    table = get_user_model()._meta.db_table
    if table not in connection.introspection.table_names():
        return True
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} LIMIT 1")
        return cursor.fetchone() is None


@contextmanager
def rebuilt(settings: dict[str, Any], recorded: list[Migration]) -> Iterator[BaseDatabaseWrapper]:
    """An empty database to fill, which takes the old one's place only when all went well."""
    site = rebuilt_file if is_sqlite(settings) else rebuilt_tables
    try:
        with site(settings, recorded) as connection:
            yield connection
    except DatabaseError as problem:
        sentence = _("The database gave up: %(why)s. Nothing was changed.")
        raise Refusal(sentence % {"why": first_line(problem)}) from problem


@contextmanager
def rebuilt_file(
    settings: dict[str, Any], _recorded: list[Migration]
) -> Iterator[BaseDatabaseWrapper]:
    old = Path(settings["NAME"])
    new = old.with_name(f"{old.name}.{secrets.token_hex(4)}.new")
    try:
        new.touch(mode=0o600)
        with joined({**settings, "NAME": str(new)}) as connection:
            yield connection
        settle(new)
        put_in_place(new, old)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            new.with_name(new.name + ending).unlink(missing_ok=True)


def put_in_place(new: Path, old: Path) -> None:
    """One rename; nobody may hold the old file open then."""
    if old.exists():
        try:
            settle(old)
        except sqlite3.OperationalError as problem:
            sentence = _("Passo is still running on this data. Please stop it first.")
            raise Refusal(sentence) from problem
        except sqlite3.DatabaseError:  # damaged, which may be why one restores
            for ending in ("-wal", "-shm"):
                old.with_name(old.name + ending).unlink(missing_ok=True)
    new.replace(old)
    synced(old.parent)


def settle(path: Path) -> None:
    """Everything in one file, none of it waiting in a log beside."""
    with closing(sqlite3.connect(path, timeout=SECONDS_TO_WAIT, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode=DELETE")
    synced(path)


def synced(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def rebuilt_tables(
    settings: dict[str, Any], recorded: list[Migration]
) -> Iterator[BaseDatabaseWrapper]:
    """PostgreSQL can take back even the making of tables: all of it is one transaction."""
    with joined(settings) as connection, transaction.atomic(using=connection.alias):
        drop_tables(connection, recorded)
        yield connection


def drop_tables(connection: BaseDatabaseWrapper, recorded: list[Migration]) -> None:
    """Passo's tables of today and of that state; others in the same database stay."""
    ours = {table.name for table in tables_at(recorded)} | {"django_migrations"}
    ours |= set(connection.introspection.django_table_names())
    found = sorted(ours & set(connection.introspection.table_names()))
    names = ", ".join(map(connection.ops.quote_name, found))
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{SECONDS_TO_WAIT}s'")
        if found:
            cursor.execute(f"DROP TABLE {names} CASCADE")
