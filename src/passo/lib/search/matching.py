"""The rows that hold every word typed, the best ones first."""

from functools import reduce
from operator import add, and_, or_
from typing import TypeVar

from django.db import connections
from django.db.models import Case, F, IntegerField, Model, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat, Length

from passo.lib.search.folding import fold
from passo.lib.search.trigrams import index_name

MOST_WORDS = 8
MOST_LETTERS = 60
MOST_RANKED = 500
INDEXED = 3  # letters; fewer make no trigram

Row = TypeVar("Row", bound=Model)


def matching(queryset: QuerySet[Row], words: str, field: str = "folded") -> QuerySet[Row]:
    """Rows of `queryset` with every one of `words` in `field`; whole words, then beginnings.

    Filter (by business, by kind) before, slice after: of very common words only the first 500
    rows of each kind of hit are ranked. Nothing typed is no filter; only signs find nothing.
    """
    if not words.strip():
        return queryset
    wanted = fold(words[: MOST_WORDS * MOST_LETTERS]).split()[:MOST_WORDS]
    if not wanted:
        return queryset.none()
    wanted = [word[:MOST_LETTERS] for word in wanted]
    return ranked(hits(queryset, wanted, field), wanted, field)


def hits(queryset: QuerySet[Row], words: list[str], field: str) -> QuerySet[Row]:
    """Beginnings of words and letters inside words, each up to a cap.

    Two lists, so that the letters inside thousands of other words never crowd out a beginning.
    One or two letters are looked for at beginnings only.
    """
    plain = queryset.order_by()
    beginnings = [f" {word}" for word in words]
    anywhere = [word if len(word) >= INDEXED else f" {word}" for word in words]
    found = [holding(plain, pieces, field) for pieces in (beginnings, anywhere)]
    return plain.filter(
        reduce(or_, (Q(pk__in=some.values("pk")[:MOST_RANKED]) for some in found))
    )


def holding(queryset: QuerySet[Row], pieces: list[str], field: str) -> QuerySet[Row]:
    """Rows whose words hold every piece; a piece may begin with a space."""
    if connections[queryset.db].vendor == "postgresql":
        return queryset.filter(reduce(and_, (like(piece, field) for piece in pieces)))
    indexed = [piece for piece in pieces if len(piece) >= INDEXED]
    short = [piece for piece in pieces if len(piece) < INDEXED]
    if indexed:
        queryset = queryset.filter(pk__in=trigram_rows(queryset.model, field, indexed))
    return queryset.filter(reduce(and_, (like(piece, field) for piece in short), Q()))


def like(piece: str, field: str) -> Q:
    anywhere = Q(**{f"{field}__contains": piece})
    if not piece.startswith(" "):
        return anywhere
    return anywhere | Q(**{f"{field}__startswith": piece.lstrip()})


def trigram_rows(model: type[Model], field: str, pieces: list[str]) -> RawSQL:
    """What FTS5 says; folded pieces hold letters and digits only, so quoting is safe."""
    table = model._meta.db_table  # noqa: SLF001 -- Django's own public name for it
    name = index_name(table, model._meta.get_field(field).column)  # noqa: SLF001
    asked = " AND ".join(f'"{piece}"' for piece in pieces)
    return RawSQL(f"SELECT rowid FROM {name} WHERE {name} MATCH %s", [asked])  # noqa: S608, S611


def ranked(queryset: QuerySet[Row], words: list[str], field: str) -> QuerySet[Row]:
    """Whole words before beginnings before letters inside; then the shorter text."""
    padded = Concat(Value(" "), F(field), Value(" "))
    queryset = queryset.alias(padded=padded)
    distance = reduce(add, (distance_of(word) for word in words))
    return queryset.alias(distance=distance).order_by("distance", Length(field), "pk")


def distance_of(word: str) -> Case:
    return Case(
        When(padded__contains=f" {word} ", then=0),
        When(padded__contains=f" {word}", then=1),
        default=2,
        output_field=IntegerField(),
    )
