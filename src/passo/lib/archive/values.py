"""One exact way to write a value of any column as JSON, the same from every database.

What a row says is written, not how a database happens to keep it: a moment in UTC with its
microseconds, a decimal with its digits, JSON with sorted keys and plain numbers. NULL is null;
JSON's own null is the text "null".
"""

import base64
import json
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field
from django.utils.duration import duration_microseconds

POINT = re.compile(r"[0-9][.eE]")
MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Kind:
    """`write` makes JSON of what a database gave; `read` makes what a database takes."""

    write: Callable[[Any], Any]
    read: Callable[[Any, BaseDatabaseWrapper], Any]


def plain(value: Any) -> Any:
    if not isinstance(value, str | int | float):
        raise TypeError(f"An archive cannot hold {value!r}.")
    return value


def write_moment(moment: datetime) -> str:
    return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat()


def write_json(text: str) -> str:
    """As Django writes it, with sorted keys, and numbers as PostgreSQL keeps them."""
    if POINT.search(text):
        return spelled(json.loads(text, parse_float=Number))
    return json.dumps(json.loads(text), sort_keys=True)


class Number(Decimal):
    """A JSON number with a point or an exponent, digit for digit."""


def spelled(value: Any) -> str:
    """`json.dumps` knows no decimals, so what holds them is spelled out here."""
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)}: {spelled(value[key])}" for key in sorted(value))
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(spelled, value)) + "]"
    if isinstance(value, Number):
        return format(value or value.copy_abs(), "f")
    return json.dumps(value)


def read_moment(text: str, connection: BaseDatabaseWrapper) -> Any:
    return connection.ops.adapt_datetimefield_value(datetime.fromisoformat(text))


def read_day(text: str, connection: BaseDatabaseWrapper) -> Any:
    return connection.ops.adapt_datefield_value(date.fromisoformat(text))


def read_time(text: str, connection: BaseDatabaseWrapper) -> Any:
    return connection.ops.adapt_timefield_value(time.fromisoformat(text))


def read_duration(microseconds: int, connection: BaseDatabaseWrapper) -> Any:
    if connection.features.has_native_duration_field:
        return microseconds * MICROSECOND
    return int(microseconds)


def read_uuid(text: str, connection: BaseDatabaseWrapper) -> Any:
    value = uuid.UUID(text)
    return value if connection.features.has_native_uuid_field else value.hex


def read_bytes(text: str, _connection: BaseDatabaseWrapper) -> bytes:
    return base64.b64decode(text, validate=True)


PLAIN = Kind(plain, lambda value, _: plain(value))
KINDS = {
    "BinaryField": Kind(lambda value: base64.b64encode(bytes(value)).decode(), read_bytes),
    "BooleanField": Kind(bool, lambda value, _: bool(value)),
    "DateField": Kind(date.isoformat, read_day),
    "DateTimeField": Kind(write_moment, read_moment),
    "DecimalField": Kind(lambda value: format(value, "f"), lambda text, _: Decimal(text)),
    "DurationField": Kind(duration_microseconds, read_duration),
    "JSONField": Kind(write_json, lambda text, _: plain(text)),
    "TimeField": Kind(time.isoformat, read_time),
    "UUIDField": Kind(str, read_uuid),
}


def kind_of(field: Field[Any, Any]) -> Kind:
    return KINDS.get(field.get_internal_type(), PLAIN)
