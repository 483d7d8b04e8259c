"""The second wall: PostgreSQL itself shows only the rows of the business one is in.

Every table with a `business` column carries a policy that looks at three settings of the
connection. Without any of them set, nothing is visible. SQLite has no such thing: there
`access.py` stands alone, and these context managers cost nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation
from psycopg.pq import TransactionStatus


class Opening(NamedTuple):
    """Which rows may be seen: those of a business, those that name a user, or all."""

    business: str = ""
    user: str = ""
    open: str = ""


CLOSED = Opening()
_now: ContextVar[Opening] = ContextVar("wall", default=CLOSED)


def inside(business_id: int) -> Any:
    """See the rows of one business."""
    return _standing(_now.get()._replace(business=str(business_id), open=""))


def of_user(user_id: int | None) -> Any:
    """See the memberships of one user, and of their businesses the names."""
    return _standing(Opening(user=str(user_id or "")))


def opened() -> Any:
    """See everything: for the command line, backups and sweeps, said aloud each time."""
    return _standing(Opening(open="yes"))


@contextmanager
def _standing(opening: Opening) -> Iterator[None]:
    token = _now.set(opening)
    tell(connection)
    try:
        yield
    finally:
        _now.reset(token)
        tell(connection)


def tell(database: BaseDatabaseWrapper) -> None:
    """Say to the connection where we stand. A failed transaction takes its settings back itself."""
    if database.vendor != "postgresql" or database.connection is None or in_error(database):
        return
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('passo.business', %s, false),"
            " set_config('passo.user', %s, false), set_config('passo.open', %s, false)",
            list(_now.get()),
        )


def in_error(database: BaseDatabaseWrapper) -> bool:
    status: TransactionStatus = database.connection.info.transaction_status
    return status == TransactionStatus.INERROR


def tell_new_connection(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """A connection that was lost and made again stands where the old one stood."""
    tell(connection)


BUSINESS = "(SELECT nullif(current_setting('passo.business', true), '')::bigint)"
USER = "(SELECT nullif(current_setting('passo.user', true), '')::bigint)"
OPEN = "(SELECT current_setting('passo.open', true)) = 'yes'"
INSIDE = f"business_id = {BUSINESS}"


class Walled(Operation):
    """Put a table behind the wall: `Walled("businesses_change")`, in the migration that makes it.

    `seen` says which rows may be seen, `written` which may be made or changed; by default
    those whose business one is in.
    """

    reversible = True

    def __init__(self, table: str, seen: str = INSIDE, written: str = INSIDE) -> None:
        self.table = table
        self.seen = seen
        self.written = written

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Models know nothing of it."""

    def database_forwards(self, app_label: str, schema_editor: Any, *_: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"ALTER TABLE {self.table} ENABLE ROW LEVEL SECURITY")
            schema_editor.execute(f"ALTER TABLE {self.table} FORCE ROW LEVEL SECURITY")
            schema_editor.execute(
                f"CREATE POLICY wall ON {self.table} USING ({OPEN} OR {self.seen})"
                f" WITH CHECK ({OPEN} OR {self.written})"
            )

    def database_backwards(self, app_label: str, schema_editor: Any, *_: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP POLICY wall ON {self.table}")
            schema_editor.execute(f"ALTER TABLE {self.table} NO FORCE ROW LEVEL SECURITY")
            schema_editor.execute(f"ALTER TABLE {self.table} DISABLE ROW LEVEL SECURITY")

    def describe(self) -> str:
        return f"Put {self.table} behind the wall"
