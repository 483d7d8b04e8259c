"""The rows that hold every word typed, the best ones first."""

from functools import reduce
from operator import add, and_
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Case, F, IntegerField, Model, Q, QuerySet, TextField, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat, Length

from passo.lib.search.folding import fold
from passo.lib.search.trigrams import index_name

MOST_WORDS = 8
MOST_LETTERS = 60
MOST_RANKED = 500
TRIGRAM = 3  # letters
QUICKLY_READ = 20_000  # rows; fewer are read faster than looked up among everyone's

Row = TypeVar("Row", bound=Model)


def matching(queryset: QuerySet[Row], words: str, field: str = "folded") -> QuerySet[Row]:
    """Rows of `queryset` with every one of `words` in `field`; whole words, then beginnings.

    Filter (by business, by kind) before, slice after: of very common words only the first 500
    hits may be ranked. Nothing typed is no filter; only signs find nothing.
    """
    if not words.strip():
        return queryset
    wanted = fold(words[: MOST_WORDS * MOST_LETTERS]).split()[:MOST_WORDS]
    if not wanted:
        return queryset.none()
    wanted = [word[:MOST_LETTERS] for word in wanted]
    return ranked(hits(queryset.order_by(), wanted, field), wanted, field)


def hits(queryset: QuerySet[Row], words: list[str], field: str) -> QuerySet[Row]:
    """PostgreSQL plans for itself; SQLite is told when its trigrams are worth asking."""
    if connections[queryset.db].vendor == "postgresql" or is_quickly_read(queryset):
        return queryset.filter(reduce(and_, (like(word, field) for word in words)))
    beginnings = trigram_hits(queryset, [f" {word}" for word in words], field)
    anywhere = trigram_hits(queryset, words, field)
    return queryset.filter(Q(pk__in=beginnings) | Q(pk__in=anywhere))


def is_quickly_read(queryset: QuerySet[Row]) -> bool:
    return queryset[: QUICKLY_READ + 1].count() <= QUICKLY_READ


def like(word: str, field: str) -> Q:
    """One or two letters count at the beginning of a word only."""
    if len(word) >= TRIGRAM:
        return Q(**{f"{field}__contains": word})
    return Q(**{f"{field}__startswith": word}) | Q(**{f"{field}__contains": f" {word}"})


def trigram_hits(
    queryset: QuerySet[Row], pieces: list[str], field: str
) -> QuerySet[Row, dict[str, Any]]:
    """Up to a cap, so that beginnings and letters inside words are asked for apart:
    the letters inside thousands of words never crowd out a beginning.
    """
    indexed = [piece for piece in pieces if len(piece) >= TRIGRAM]
    short = [piece.strip() for piece in pieces if len(piece) < TRIGRAM]
    if indexed:
        queryset = queryset.filter(pk__in=trigram_rows(queryset.model, field, indexed))
    queryset = queryset.filter(reduce(and_, (like(word, field) for word in short), Q()))
    return queryset.values("pk")[:MOST_RANKED]


def trigram_rows(model: type[Model], field: str, pieces: list[str]) -> RawSQL:
    """What FTS5 says; folded pieces hold letters and digits only, so quoting is safe."""
    column: Any = model._meta.get_field(field)
    name = index_name(model._meta.db_table, column.column)
    asked = " AND ".join(f'"{piece}"' for piece in pieces)
    return RawSQL(f"SELECT rowid FROM {name} WHERE {name} MATCH %s", [asked])  # noqa: S608, S611


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
