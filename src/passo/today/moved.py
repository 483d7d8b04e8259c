"""For whom anything has moved since one looked: the database itself notes it (`watching.py`).

SQLite has one writer at a time, so whatever is new has a higher number; each person stands once.
On PostgreSQL a lower number may come to light after a higher one: there the transaction's own
number is noted, and everything counts as new that might not have been seen. Nobody waits for
anybody, for rows are only added; `forget_old` takes out those that a newer one repeats.
"""

from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef

from passo.businesses.models import Business
from passo.today.models import Moved
from passo.today.watching import EVERYBODY

FEW = 100  # people; for more, everything is looked at


class News(NamedTuple):
    """Up to where was looked, and for whom something has moved since."""

    until: int
    of: frozenset[int]

    @property
    def is_large(self) -> bool:
        return EVERYBODY in self.of or len(self.of) > FEW


def since(business: Business, before: int) -> News:
    """Ask first, then look: what comes in between is looked at once more the next time."""
    here = Moved.objects.filter(business=business)
    if connection.vendor == "postgresql":
        until, rows = first_unsettled(), here.filter(wave__gte=before)
        return News(until, frozenset(rows.values_list("who", flat=True).distinct()[: FEW + 1]))
    found = dict(here.filter(pk__gt=before).order_by("-pk").values_list("pk", "who")[: FEW + 1])
    return News(max(found, default=before), frozenset(found.values()))


def first_unsettled() -> int:
    """Every transaction below this number is over, and can be seen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return int(cursor.fetchone()[0])


def forget_old() -> None:
    """Of every business: whatever a newer row repeats."""
    newer = Moved.objects.filter(
        business=OuterRef("business"), who=OuterRef("who"), pk__gt=OuterRef("pk")
    )
    Moved.objects.filter(Exists(newer)).delete()
