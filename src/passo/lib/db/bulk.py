"""Thousands of rows at once, as plain values: a model object for each would cost the most.

Only for rows that nobody looks at before they are written. Whatever is not named gets the
field's default.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import (
    DateField,
    DateTimeField,
    DecimalField,
    Field,
    JSONField,
    Model,
    UUIDField,
)

# These are written otherwise than Python has them.
TRANSLATED = (DateField, DateTimeField, DecimalField, JSONField, UUIDField)
AT_ONCE = 5_000


def next_ids(model: type[Model], count: int) -> list[int]:
    """Numbers for new rows, so that others can point at them before they are read back.

    To be called inside the transaction that writes them: SQLite has one writer at a time.
    """
    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [table, key, count],
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
    return list(range(last + 1, last + 1 + count))


def insert(
    model: type[Model],
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    ignore_conflicts: bool = False,
) -> None:
    """`insert(Touch, ["id", "business_id", "kind"], rows)`: the names are those of attributes."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    given = [fields[name] for name in names]
    rest = [field for field in fields.values() if field not in given and not field.primary_key]
    blank = model()
    defaults = tuple(as_stored(field, field.pre_save(blank, add=True)) for field in rest)
    columns = ", ".join(connection.ops.quote_name(str(one.column)) for one in (*given, *rest))
    places = ", ".join(["%s"] * (len(given) + len(rest)))
    table = connection.ops.quote_name(model._meta.db_table)
    sql = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 -- names of models
    if ignore_conflicts:
        sql += " ON CONFLICT DO NOTHING"
    translated = [
        (place, field, nothing := field.get_default(), as_stored(field, nothing))
        for place, field in enumerate(given)
        if isinstance(field, TRANSLATED)
    ]
    stored = [(*written(row, translated), *defaults) for row in rows]
    with connection.cursor() as cursor:
        for start in range(0, len(stored), AT_ONCE):
            cursor.executemany(sql, stored[start : start + AT_ONCE])


Translated = Sequence[tuple[int, "Field[Any, Any]", Any, Any]]


def written(row: Sequence[Any], translated: Translated) -> list[Any]:
    """Most cells of these kinds hold nothing, which is written the same each time."""
    values = list(row)
    for place, field, nothing, empty in translated:
        value = values[place]
        is_empty = not value and value == nothing
        values[place] = empty if is_empty else as_stored(field, value)
    return values


def as_stored(field: "Field[Any, Any]", value: Any) -> Any:
    return field.get_db_prep_save(value, connection)
