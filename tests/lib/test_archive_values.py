"""Every kind of value is written one exact way, whatever the database."""

import json
import uuid
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection, models
from django.db.models import JSONField, Value
from django.test.utils import isolate_apps

from passo.businesses.models import Business
from passo.lib.archive.packing import pack
from passo.lib.archive.rows import clear, read_rows, write_rows
from passo.lib.archive.tables import table_of
from tests.places import NOW, Place, rows_in

LONG_JSON = (
    '{"a": 10000000000000000000000, "z": [1, 1.0, null, "\\ud7ff\\u2028", '
    '{"e": 0.0000001, "\\u00e9": 0.0}]}'
)
HARD = [
    {},
    {
        "moment": datetime(2026, 10, 25, 0, 30, 0, 1, UTC),
        "day": date(1, 1, 1),
        "clock": time(23, 59, 59, 999999),
        "span": timedelta(days=-3, microseconds=1),
        "amount": Decimal("-123456.10"),
        "ratio": 0.1 + 0.2,
        "blob": bytes(range(256)),
        "key": uuid.UUID(int=7),
        "yes": True,
        "large": 2**62,
        "address": "2001:db8::1",
        "json": {"z": [1, 1.0, None, "\ud7ff\u2028", {"é": -0.0, "e": 1e-7}], "a": 1e22},
    },
    {"json": Value(None, JSONField()), "blob": b"", "span": timedelta(0), "amount": Decimal(0)},
]


@isolate_apps("passo.businesses")
def make_everything_model() -> Any:
    class Everything(models.Model):
        moment = models.DateTimeField(null=True)
        day = models.DateField(null=True)
        clock = models.TimeField(null=True)
        span = models.DurationField(null=True)
        amount = models.DecimalField(null=True, max_digits=12, decimal_places=2)
        ratio = models.FloatField(null=True)
        blob = models.BinaryField(null=True)
        key = models.UUIDField(null=True)
        yes = models.BooleanField(null=True)
        large = models.BigIntegerField(null=True)
        address = models.GenericIPAddressField(null=True)
        json = models.JSONField(null=True)

        class Meta:
            app_label = "businesses"

    return Everything


@pytest.mark.django_db(transaction=True)
def test_every_kind_of_value_comes_back_exactly() -> None:
    everything = make_everything_model()
    with connection.schema_editor() as editor:
        editor.create_model(everything)
    try:
        table = table_of(everything)
        for values in HARD:
            everything.objects.create(**values)
        seen = list(everything.objects.order_by("pk").values())
        rows = list(read_rows(connection, table))
        clear(connection, [table])
        write_rows(connection, table, json.loads(json.dumps(rows)))
        assert list(read_rows(connection, table)) == rows
        assert list(everything.objects.order_by("pk").values()) == seen
        assert [row[-1] for row in rows] == [
            None,
            LONG_JSON,
            "null",
        ]
        assert rows[1][1:5] == [
            "2026-10-25T00:30:00.000001+00:00",
            "0001-01-01",
            "23:59:59.999999",
            -3 * 24 * 3600 * 10**6 + 1,
        ]
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(everything)


@pytest.mark.django_db
def test_the_current_database_keeps_what_lies_behind_its_wall(full: Place) -> None:
    Business.objects.create(name="Salon", slug="salon")
    path = full.data / "here.zip"
    with ZipFile(path, "w") as archive:
        pack(archive, connection, full.data, NOW)
    assert rows_in(path, "businesses_business", "slug") == ["salon"]
