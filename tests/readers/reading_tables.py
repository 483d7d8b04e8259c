"""Reading a table that a test writes down as text."""

import io

from passo.readers.records import Card, Problem
from passo.readers.tables import Preview, preview, read_table


def read(text: str | bytes, **said: object) -> list[Card | Problem]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_table(io.BytesIO(data), **said))  # type: ignore[arg-type]


def cards(text: str | bytes, **said: object) -> list[Card]:
    found = read(text, **said)
    assert not [str(one) for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Card)]


def card(text: str | bytes, **said: object) -> Card:
    (one,) = cards(text, **said)
    return one


def problems(text: str | bytes, **said: object) -> list[str]:
    return [f"{one.line}: {one}" for one in read(text, **said) if isinstance(one, Problem)]


def look(text: str | bytes, **said: object) -> Preview:
    data = text.encode() if isinstance(text, str) else text
    return preview(io.BytesIO(data), **said)  # type: ignore[arg-type]
