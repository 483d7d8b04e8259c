"""What a value out of a JSON file must look like, and how it is made harmless.

A shape is a function: a value in, the same value clean and no longer than there is room for, or
`OddError`. A value that is not there is `None`; each shape knows what stands for it.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

Shape = Callable[[Any], Any]
# What is further away has no moment in every time zone, and nobody was there.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class OddError(ValueError):
    """It does not look as it must."""


def text(longest: int) -> Shape:
    def shaped(value: Any) -> str:
        return clean(instance(value, str, ""))[:longest]

    return shaped


def clean(value: str) -> str:
    """Without NUL, which no database keeps, and without half a letter."""
    value = value.replace("\0", "")
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def instance(value: Any, kind: type, default: Any) -> Any:
    if value is None:
        return default
    if not isinstance(value, kind):
        raise OddError
    return value


def flag(value: Any) -> bool:
    return bool(instance(value, bool, default=False))


def number(highest: int) -> Shape:
    """A whole one, or none."""

    def shaped(value: Any) -> int | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= highest:
            raise OddError
        return value

    return shaped


def share(value: Any) -> float | None:
    """Between none and all."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise OddError
    return float(value)


def day(value: Any) -> date | None:
    written = instance(value, str, "")
    try:
        found = date.fromisoformat(written) if written else None
    except ValueError as wrong:
        raise OddError from wrong
    if found and not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise OddError
    return found


def moment(value: Any) -> datetime | None:
    """In UTC; where no zone is said it is meant so."""
    written = instance(value, str, "")
    try:
        found = datetime.fromisoformat(written) if written else None
        if found is None:
            return None
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as wrong:
        raise OddError from wrong
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise OddError
    return found


def one_of(*known: str) -> Shape:
    """The first of them where nothing is said."""

    def shaped(value: Any) -> str:
        said: str = instance(value, str, known[0])
        if said not in known:
            raise OddError
        return said

    return shaped


def many(shape: Shape, most: int) -> Shape:
    def shaped(value: Any) -> list[Any]:
        return [shape(one) for one in instance(value, list, [])[:most]]

    return shaped


def row(*longest: int) -> Shape:
    """So many texts in a row; those at the end may be missing."""
    cells = [text(one) for one in longest]

    def shaped(value: Any) -> list[str]:
        given = instance(value, list, [])[: len(cells)]
        given = [*given, *[None] * (len(cells) - len(given))]
        return [cell(one) for cell, one in zip(cells, given, strict=True)]

    return shaped


def fields(shapes: Mapping[str, Shape]) -> Shape:
    """Each by its name; what has another name is passed over."""

    def shaped(value: Any) -> dict[str, Any]:
        given = instance(value, dict, {})
        return {name: shape(given.get(name)) for name, shape in shapes.items()}

    return shaped
