"""Triggers of ours: put in once all tables are there, taken out before one is made anew."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections

THERE = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal",
}


@dataclass(frozen=True)
class Triggers:
    """`prefix` begins the names of all that ever were, `names` are those of today; `tables` they
    speak of. The commands make them and whatever they need.
    """

    prefix: str
    names: Collection[str]
    tables: Collection[str]
    in_sqlite: Callable[[], Iterable[str]]
    in_postgresql: Callable[[], Iterable[str]]

    def take_out_before(self, *, using: str, plan: Any = (), **_: Any) -> None:
        """On SQLite no trigger may speak of a table while a migration makes it anew."""
        if plan:
            self.remove(using)

    def put_in_after(self, *, using: str, **_: Any) -> None:
        database = connections[using]
        if self.stand(using) or not set(self.tables) <= set(database.introspection.table_names()):
            return
        self.remove(using)
        make = self.in_postgresql if database.vendor == "postgresql" else self.in_sqlite
        with database.cursor() as cursor:
            for command in make():
                cursor.execute(command)

    def stand(self, using: str) -> bool:
        return set(self.names) <= set(self.there(using))

    def there(self, using: str) -> dict[str, str]:
        """Each with its table."""
        with connections[using].cursor() as cursor:
            cursor.execute(THERE[connections[using].vendor])
            return {
                name: table for name, table in cursor.fetchall() if name.startswith(self.prefix)
            }

    def remove(self, using: str) -> None:
        is_postgresql = connections[using].vendor == "postgresql"
        with connections[using].cursor() as cursor:
            for name, table in self.there(using).items():
                cursor.execute(f"DROP TRIGGER {name}{f' ON {table}' if is_postgresql else ''}")


def name_of(prefix: str, table: str, event: str) -> str:
    """Of `UPDATE OF name` the first word tells enough."""
    return f"{prefix}_{table}_{event[:6].lower()}"


def trigger(name: str, event: str, table: str, when: str = "") -> str:
    """How a command that makes one begins; what it does stands behind."""
    which = f" WHEN ({when})" if when else ""
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW{which}"
