"""Everything of one business in files that other programs read: CSV and JSON in one zip."""

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.template.loader import render_to_string
from django.utils.module_loading import import_string

from passo.businesses.models import Business, Progress, SearchRow, User
from passo.lib.secret import SecretField

BATCH = 500
# Made again from the rest, or only about this Passo.
LEFT_OUT = {SearchRow, Progress}
# A spreadsheet would run what begins like this.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = dict[str, Any]


def write_export(business: Business, path: Path, advance: Callable[[int], None]) -> int:
    """Writes the zip and says how many rows lie in it; `advance` hears how far it has come."""
    done = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", render_to_string("businesses/export.txt"))
        archive.writestr("business.json", as_json(row_of(business)))
        for model in models_of_a_business():
            rows = rows_of(model._default_manager.filter(business=business))
            done += write_both(archive, name_of(model), rows, onwards(advance, done))
        for name, pieces in told_by_areas(business):
            write_pieces(archive, name, pieces)
    return done


def told_by_areas(business: Business) -> Iterator[tuple[str, Iterator[str]]]:
    """What an area writes in formats of its own; the settings name who."""
    for path in settings.EXPORTED_BY:
        yield from import_string(path)(business)


def write_pieces(archive: zipfile.ZipFile, name: str, pieces: Iterator[str]) -> None:
    with archive.open(name, "w", force_zip64=True) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        text.writelines(pieces)
        text.flush()


def onwards(advance: Callable[[int], None], before: int) -> Callable[[int], None]:
    """Of all rows, not of this table's alone."""
    return lambda here: advance(before + here)


def count(business: Business) -> int:
    return sum(
        model._default_manager.filter(business=business).count() for model in models_of_a_business()
    )


def models_of_a_business() -> list[type[models.Model]]:
    """Each area's, without asking any area: whatever has a `business`."""
    return [model for model in apps.get_models() if belongs(model) and is_told(model)]


def is_told(model: type[models.Model]) -> bool:
    """What an area makes again from the rest says so, and what nobody is to see."""
    says_no = (getattr(model, name, False) for name in ("is_made_again", "is_kept_from_sight"))
    return model not in LEFT_OUT and not any(says_no)


def belongs(model: type[models.Model]) -> bool:
    fields = {field.name: field for field in model._meta.concrete_fields}
    return "business" in fields and fields["business"].related_model is Business


def name_of(model: type[models.Model]) -> str:
    return f"{model._meta.app_label}-{model._meta.model_name}"


def write_both(
    archive: zipfile.ZipFile, name: str, rows: Iterator[Row], advance: Callable[[int], None]
) -> int:
    """One reading for both files: JSON waits in a file of its own, memory holds one batch."""
    done = 0
    with tempfile.TemporaryFile("w+", encoding="utf-8") as waiting:
        with archive.open(f"{name}.csv", "w", force_zip64=True) as file:
            text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
            for done, row in enumerate(rows, start=1):
                write_row(csv.writer(text), waiting, row, is_first=done == 1)
                if done % BATCH == 0:
                    advance(done)
            text.flush()
        waiting.write("\n]\n" if done else "[]\n")
        copy_into(archive, f"{name}.json", waiting)
    advance(done)
    return done


def write_row(table: Any, waiting: TextIO, row: Row, *, is_first: bool) -> None:
    if is_first:
        table.writerow(row.keys())
    table.writerow([cell(value) for value in row.values()])
    waiting.write(("[\n" if is_first else ",\n") + as_json(row))


def copy_into(archive: zipfile.ZipFile, name: str, waiting: TextIO) -> None:
    waiting.seek(0)
    with archive.open(name, "w", force_zip64=True) as file:
        while piece := waiting.read(1_000_000):
            file.write(piece.encode())


def rows_of(things: "models.QuerySet[Any]") -> Iterator[Row]:
    people = [field.name for field in things.model._meta.concrete_fields if is_person(field)]
    for thing in things.select_related(*people).order_by("pk").iterator(chunk_size=BATCH):
        yield row_of(thing)


def row_of(thing: models.Model) -> Row:
    """Its fields; people by name and mail address too, and no secrets."""
    row: Row = {}
    for field in thing._meta.concrete_fields:
        if is_secret(field):
            continue
        row[field.attname] = field.value_from_object(thing)
        if is_person(field):
            person = getattr(thing, field.name)
            row[f"{field.name}_name"] = person.name if person else ""
            row[f"{field.name}_email"] = person.email if person else ""
    return row


def is_person(field: Any) -> bool:
    return field.related_model is User


def is_secret(field: Any) -> bool:
    return isinstance(field, SecretField) or field.name.endswith("_hash")


def as_json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)


def cell(value: Any) -> Any:
    """A number stays one; words that look like a formula get an apostrophe before them."""
    if isinstance(value, dict | list):
        value = as_json(value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
