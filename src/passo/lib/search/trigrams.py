"""The index behind search: every three letters in a row, on SQLite (FTS5) and PostgreSQL.

On SQLite the index is a table of its own, kept by three triggers. A migration that rebuilds the
indexed table (Django does so for most changes of a column) loses the triggers: put the same
operation at the end of that migration; it starts afresh. `tests/lib/test_search.py` watches.
"""
# ruff: noqa: S608 -- names come from models and migrations, never from outside

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation


def index_name(table: str, column: str) -> str:
    return f"{table}_{column}_trigrams"


class TrigramIndex(Operation):
    """`TrigramIndex("businesses_searchrow", "folded")`: the column holds what `fold` gave."""

    reversible = True
    atomic = True

    def __init__(self, table: str, column: str) -> None:
        self.table = table
        self.column = column

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Models know nothing of it."""

    def database_forwards(self, app_label: str, schema_editor: Any, *_: Any) -> None:
        run(schema_editor, self.removal(schema_editor.connection))
        run(schema_editor, self.making(schema_editor.connection))

    def database_backwards(self, app_label: str, schema_editor: Any, *_: Any) -> None:
        run(schema_editor, self.removal(schema_editor.connection))

    def describe(self) -> str:
        return f"Index {self.table}.{self.column} by every three letters"

    def making(self, connection: BaseDatabaseWrapper) -> list[str]:
        if connection.vendor == "postgresql":
            return self.postgresql_making()
        with connection.cursor() as cursor:
            key = connection.introspection.get_primary_key_column(cursor, self.table)
        return self.sqlite_making(str(key))

    def removal(self, connection: BaseDatabaseWrapper) -> list[str]:
        """The extension stays: others may use it."""
        name = index_name(self.table, self.column)
        if connection.vendor == "postgresql":
            return [f"DROP INDEX IF EXISTS {name}"]
        triggers = [f"DROP TRIGGER IF EXISTS {name}_{when}" for when in ("in", "out", "change")]
        return [*triggers, f"DROP TABLE IF EXISTS {name}"]

    def postgresql_making(self) -> list[str]:
        name = index_name(self.table, self.column)
        return [
            "CREATE EXTENSION IF NOT EXISTS pg_trgm",
            f"CREATE INDEX {name} ON {self.table} USING gin ({self.column} gin_trgm_ops)",
        ]

    def sqlite_making(self, key: str) -> list[str]:
        """A space on both sides, so that the beginning of a word is a trigram too.

        `content=''`: the index keeps no second copy of the words.
        """
        name, table, column = index_name(self.table, self.column), self.table, self.column
        put = f"INSERT INTO {name} (rowid, words) VALUES (new.{key}, ' ' || new.{column} || ' ')"
        take = (
            f"INSERT INTO {name} ({name}, rowid, words)"
            f" VALUES ('delete', old.{key}, ' ' || old.{column} || ' ')"
        )
        options = "words, content='', tokenize='trigram case_sensitive 1'"
        changed = f"AFTER UPDATE OF {key}, {column} ON {table}"
        return [
            f"CREATE VIRTUAL TABLE {name} USING fts5 ({options})",
            f"INSERT INTO {name} (rowid, words) SELECT {key}, ' ' || {column} || ' ' FROM {table}",
            f"CREATE TRIGGER {name}_in AFTER INSERT ON {table} BEGIN {put}; END",
            f"CREATE TRIGGER {name}_out AFTER DELETE ON {table} BEGIN {take}; END",
            f"CREATE TRIGGER {name}_change {changed} BEGIN {take}; {put}; END",
        ]


def run(schema_editor: Any, commands: list[str]) -> None:
    for command in commands:
        schema_editor.execute(command, params=None)
