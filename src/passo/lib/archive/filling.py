"""Fill a new database with rows, and believe it only after reading them back."""

from collections.abc import Callable, Iterable

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from passo.lib.archive.databases import standing_in
from passo.lib.archive.rows import (
    Row,
    TableCount,
    Tally,
    clear,
    count_of,
    counted,
    write_rows,
)
from passo.lib.archive.tables import Migration, Table, last_migrations, tables_at
from passo.lib.refusal import Refusal

RowsOf = Callable[[Table], Iterable[Row]]


def fill(
    connection: BaseDatabaseWrapper, recorded: list[Migration], rows_of: RowsOf
) -> list[TableCount]:
    """Tables as they were then, the rows, then forward to today's tables."""
    tables = tables_at(recorded)
    with standing_in(connection):
        MigrationExecutor(connection).migrate(last_migrations(recorded))
        with transaction.atomic(using=connection.alias):
            counts = load(connection, tables, rows_of)
        call_command("migrate", database=connection.alias, verbosity=0, skip_checks=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # or the planner takes the full tables for empty ones
    return counts


def load(connection: BaseDatabaseWrapper, tables: list[Table], rows_of: RowsOf) -> list[TableCount]:
    connection.check_constraints()  # and from here on only at the end: migrations may change that
    clear(connection, tables)
    counts = [load_table(connection, table, rows_of(table)) for table in tables]
    try:
        connection.check_constraints()
    except DatabaseError as problem:
        raise Refusal(_("Some rows point to rows that are missing.")) from problem
    reset_sequences(connection, tables)
    compare(counts, [count_of(connection, table) for table in tables])
    return counts


def load_table(connection: BaseDatabaseWrapper, table: Table, rows: Iterable[Row]) -> TableCount:
    tally = Tally(table.name)
    write_rows(connection, table, counted(rows, tally))
    return tally.count


def reset_sequences(connection: BaseDatabaseWrapper, tables: list[Table]) -> None:
    """The next new row gets a number that is free."""
    models = [table.model for table in tables]
    with connection.cursor() as cursor:
        for command in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(command)


def compare(given: list[TableCount], kept: list[TableCount]) -> None:
    for one, other in zip(given, kept, strict=True):
        if one != other:
            raise Refusal(
                _("%(table)s reads differently after writing it. Nothing was changed.")
                % {"table": one.table}
            )
