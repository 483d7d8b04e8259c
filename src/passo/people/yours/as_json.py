"""Everything about people as JSON, a record a line; `passo.readers.passo_json` reads it again."""

import json
from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from passo.businesses.models import Business
from passo.people.yours.plain import People, everything
from passo.readers.passo_json import FORMAT, VERSION


def write_json(business: Business, chosen: People | None = None) -> Iterator[str]:
    head = {
        "format": FORMAT,
        "version": VERSION,
        "business": business.name,
        "written_at": timezone.now(),
    }
    yield line_of(head)[:-1] + ', "records": ['
    before = "\n"
    for record in everything(business, chosen):
        yield before + line_of(record)
        before = ",\n"
    yield "\n]}\n"


def line_of(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, default=written)


def written(value: object) -> str:
    """To the microsecond, so that it comes back as it was."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{value!r} does not go into JSON.")
