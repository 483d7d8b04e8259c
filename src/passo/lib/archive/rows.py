"""Rows out of a database and into another, a handful at a time."""
# ruff: noqa: S608 -- names come from models and migrations, never from outside

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from passo.lib.archive.tables import Column, Table
from passo.lib.refusal import Refusal

AT_A_TIME = 500
MOST_PARAMETERS = 30_000

Row = list[Any]


@dataclass(frozen=True)
class TableCount:
    """How many rows a table has, and a fingerprint that is the same on every database."""

    table: str
    rows: int
    sha256: str


class Tally:
    """Counts and fingerprints rows as they pass."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.rows = 0
        self.hash = hashlib.sha256()

    def add(self, line: str) -> None:
        self.rows += 1
        self.hash.update(line.encode())

    @property
    def count(self) -> TableCount:
        return TableCount(self.table, self.rows, self.hash.hexdigest())


def line_of(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


def counted(rows: Iterable[Row], tally: Tally) -> Iterator[Row]:
    for row in rows:
        tally.add(line_of(row))
        yield row


def count_of(connection: BaseDatabaseWrapper, table: Table) -> TableCount:
    tally = Tally(table.name)
    for row in read_rows(connection, table):
        tally.add(line_of(row))
    return tally.count


def read_rows(connection: BaseDatabaseWrapper, table: Table) -> Iterator[Row]:
    """In the order of their key, the same order on every database."""
    writers = [writer_of(column, connection) for column in table.columns]
    with connection.chunked_cursor() as cursor:
        cursor.execute(selection(connection, table))
        while batch := cursor.fetchmany(AT_A_TIME):
            for values in batch:
                yield [write(value) for write, value in zip(writers, values, strict=True)]


def writer_of(column: Column, connection: BaseDatabaseWrapper) -> Any:
    converters, write = column.converters(connection), column.kind.write

    def written(value: Any) -> Any:
        for convert in converters:
            value = convert(value)
        return None if value is None else write(value)

    return written


def selection(connection: BaseDatabaseWrapper, table: Table) -> str:
    quote = connection.ops.quote_name
    order = quote(table.key.name)
    is_text = table.key.field.get_internal_type() in {"CharField", "TextField", "SlugField"}
    if connection.vendor == "postgresql" and is_text:
        order += ' COLLATE "C"'
    columns = ", ".join(map(quote, table.column_names))
    return f"SELECT {columns} FROM {quote(table.name)} ORDER BY {order}"


def write_rows(connection: BaseDatabaseWrapper, table: Table, rows: Iterable[Row]) -> None:
    each = max(1, min(AT_A_TIME, MOST_PARAMETERS // len(table.columns)))
    rows = iter(rows)
    with connection.cursor() as cursor:
        while batch := list(islice(rows, each)):
            values = [value for row in batch for value in values_of(row, table, connection)]
            try:
                cursor.execute(insertion(connection, table, len(batch)), values)
            except (DatabaseError, ValueError) as problem:
                raise Refusal(not_taken(table, problem)) from problem


def values_of(row: Row, table: Table, connection: BaseDatabaseWrapper) -> Iterator[Any]:
    """The form of an outside file is not trusted: what does not fit is damaged."""
    try:
        for value, column in zip(row, table.columns, strict=True):
            yield None if value is None else column.kind.read(value, connection)
    except (ValueError, TypeError, ArithmeticError, AttributeError) as problem:
        raise Refusal(not_taken(table, problem)) from problem


def not_taken(table: Table, problem: Exception) -> str:
    why = str(problem).strip().split("\n", maxsplit=1)[0]
    return _("A row of %(table)s does not fit here: %(why)s") % {"table": table.name, "why": why}


def insertion(connection: BaseDatabaseWrapper, table: Table, count: int) -> str:
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, table.column_names))
    one = "(" + ", ".join(["%s"] * len(table.columns)) + ")"
    rows = ", ".join([one] * count)
    return f"INSERT INTO {quote(table.name)} ({columns}) VALUES {rows}"


def clear(connection: BaseDatabaseWrapper, tables: Iterable[Table]) -> None:
    """Migrations leave rows of their own; what is loaded is the whole truth."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table.name)}")
