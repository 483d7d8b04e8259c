"""The rows that hold every word typed, the best ones first."""

import json
from collections.abc import Iterator
from functools import reduce
from operator import add
from typing import Any, TypeVar

from django.db import connections
from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat, Length

from passo.lib.search.folding import fold
from passo.lib.search.trigrams import index_name

MOST_WORDS = 8
MOST_LETTERS = 60
MOST_RANKED = 500
FIRST_BATCH, MOST_AT_ONCE = 1_000, 16_000  # hits looked at together
TRIGRAM = 3  # letters
QUICKLY_READ = 20_000  # rows; fewer are read faster than looked up among everyone's

Row = TypeVar("Row", bound=Model)


def matching(
    queryset: QuerySet[Row], words: str, field: str = "folded", *, only: Q | None = None
) -> QuerySet[Row]:
    """Rows of `queryset` with every one of `words` in `field`; whole words, then beginnings.

    Filter (by business, by kind) before, slice after: of very common words only the first 500
    hits may be ranked. `only` is a condition that costs something: it is asked of hits alone.
    Nothing typed is no filter; only signs find nothing.
    """
    condition = only or Q()
    if not words.strip():
        return queryset.filter(condition)
    wanted = fold(words[: MOST_WORDS * MOST_LETTERS]).split()[:MOST_WORDS]
    if not wanted:
        return queryset.none()
    wanted = [word[:MOST_LETTERS] for word in wanted]
    return ranked(hits(queryset.order_by(), wanted, field, condition), wanted, field)


def hits(queryset: QuerySet[Row], words: list[str], field: str, only: Q) -> QuerySet[Row]:
    """PostgreSQL plans for itself; SQLite is told when its trigrams are worth asking."""
    if connections[queryset.db].vendor == "postgresql" or is_quickly_read(queryset):
        return queryset.filter(*(like(word, field) for word in words)).filter(only)
    found = trigram_hits(queryset.filter(only), words, field)
    return queryset.model._base_manager.using(queryset.db).filter(pk__in=found)


def is_quickly_read(queryset: QuerySet[Row]) -> bool:
    return queryset[: QUICKLY_READ + 1].count() <= QUICKLY_READ


def like(word: str, field: str) -> Q:
    """One or two letters count at the beginning of a word only."""
    if len(word) >= TRIGRAM:
        return Q(**{f"{field}__contains": word})
    return Q(**{f"{field}__startswith": word}) | Q(**{f"{field}__contains": f" {word}"})


def trigram_hits(queryset: QuerySet[Row], words: list[str], field: str) -> list[int]:
    """Beginnings of words up to a cap, then letters inside words up to another:
    the letters inside thousands of words never crowd out a beginning.
    """
    long = [word for word in words if len(word) >= TRIGRAM]
    beginnings = [f" {word}" for word in words if len(word) >= TRIGRAM - 1]
    short = [like(word, field) for word in words if len(word) < TRIGRAM]
    if not beginnings:
        return list(queryset.filter(*short).values_list("pk", flat=True)[:MOST_RANKED])
    rows = trigram_rows(queryset, field, beginnings)
    found = up_to_the_cap(queryset, short, rows)
    if long:
        seen = set(rows)
        others = [row for row in trigram_rows(queryset, field, long) if row not in seen]
        found += up_to_the_cap(queryset, short, others)
    return found


def up_to_the_cap(queryset: QuerySet[Row], short: list[Q], rows: list[int]) -> list[int]:
    found: list[int] = []
    for some in batched(rows):
        found += of_these(queryset, short, some)
        if len(found) >= MOST_RANKED:
            break
    return found[:MOST_RANKED]


def trigram_rows(queryset: QuerySet[Row], field: str, pieces: list[str]) -> list[int]:
    """What FTS5 says, a thousand in a third of a millisecond; folded pieces hold letters and
    digits only, so quoting is safe.
    """
    model = queryset.model
    column: Any = model._meta.get_field(field)
    name = index_name(model._meta.db_table, column.column)
    asked = " AND ".join(f'"{piece}"' for piece in pieces)
    with connections[queryset.db].cursor() as cursor:
        cursor.execute(f"SELECT rowid FROM {name} WHERE {name} MATCH %s", [asked])  # noqa: S608
        return [row[0] for row in cursor]


def batched(numbers: list[int]) -> Iterator[list[int]]:
    """Twice as many each time: most searches are answered by the first thousand."""
    start, size = 0, FIRST_BATCH
    while start < len(numbers):
        yield numbers[start : start + size]
        start, size = start + size, min(2 * size, MOST_AT_ONCE)


def of_these(queryset: QuerySet[Row], short: list[Q], numbers: list[int]) -> list[int]:
    """Said so that SQLite goes from the numbers to the rows, and not the other way round."""
    these = RawSQL("SELECT value FROM json_each(%s)", [json.dumps(numbers)])
    rows = queryset.model._base_manager.using(queryset.db).filter(pk__in=these).filter(*short)
    theirs = rows.filter(Exists(queryset.filter(pk=OuterRef("pk"))))
    return list(theirs.values_list("pk", flat=True))


def ranked(queryset: QuerySet[Row], words: list[str], field: str) -> QuerySet[Row]:
    """Whole words before beginnings before letters inside; then the shorter text."""
    padded = Concat(Value(" "), F(field), Value(" "), output_field=TextField())
    distance = reduce(add, (distance_of(word) for word in words))
    rows: QuerySet[Row] = queryset.alias(padded=padded).alias(distance=distance)
    return rows.order_by("distance", Length(field), "pk")


def distance_of(word: str) -> Case:
    return Case(
        When(padded__contains=f" {word} ", then=0),
        When(padded__contains=f" {word}", then=1),
        default=2,
        output_field=IntegerField(),
    )
