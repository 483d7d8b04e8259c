"""Pages of a long list, each as quick as the first: a page begins beside the last row shown.

An OFFSET counts through every row before it; here the index leads to the row itself.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, NamedTuple, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

BIGGEST = 2**63 - 1
Row = TypeVar("Row", bound=Model)


class Order(NamedTuple):
    """By a column that is never empty in the rows asked for, then by number."""

    field: str
    is_falling: bool = False

    def turned(self) -> "Order":
        return Order(self.field, not self.is_falling)

    def columns(self) -> tuple[str, str]:
        sign = "-" if self.is_falling else ""
        return f"{sign}{self.field}", f"{sign}pk"


@dataclass(frozen=True)
class Page(Generic[Row]):
    """`before` and `after` are the marks of the pages beside this one; empty where none is."""

    rows: list[Row]
    before: str = ""
    after: str = ""


def page_of(
    rows: QuerySet[Row], order: Order, size: int, *, before: str = "", after: str = ""
) -> Page[Row]:
    """The page after a mark, or before one; the first where the mark says nothing."""
    mark = understood(rows.model._meta.get_field(order.field), before or after)
    if mark is None:
        found = list(rows.order_by(*order.columns())[: size + 1])
        return Page(found[:size], after=mark_if(found, size, order))
    way = order.turned() if before else order
    found = list(beyond(rows, way, *mark).order_by(*way.columns())[: size + 1])
    is_at_the_start = before and len(found) <= size
    if is_at_the_start or not found:
        return page_of(rows, order, size)
    shown = found[:size][::-1] if before else found[:size]
    is_last = not before and len(found) <= size
    return Page(shown, mark_of(shown[0], order), "" if is_last else mark_of(shown[-1], order))


def beyond(rows: QuerySet[Row], order: Order, value: Any, pk: int) -> QuerySet[Row]:
    """The first condition is what an index understands; the others settle equal values."""
    sign = "lt" if order.is_falling else "gt"
    further = Q(**{f"{order.field}__{sign}": value}) | Q(**{f"pk__{sign}": pk})
    return rows.filter(further, **{f"{order.field}__{sign}e": value})


def mark_if(found: list[Row], size: int, order: Order) -> str:
    return mark_of(found[size - 1], order) if len(found) > size else ""


def mark_of(row: Model, order: Order) -> str:
    value = getattr(row, order.field)
    if isinstance(value, datetime):
        value = value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    return f"{value}~{row.pk}"


def understood(field: Any, mark: str) -> tuple[Any, int] | None:
    """A value and a number; nothing where somebody has changed the address by hand."""
    text, _tilde, number = mark.rpartition("~")
    try:
        value, pk = field.to_python(text), int(number)
        value = value.astimezone(UTC) if isinstance(value, datetime) else value
    except (ValidationError, ValueError, OverflowError):
        return None
    return (value, pk) if value not in {None, ""} and 0 <= pk <= BIGGEST else None
