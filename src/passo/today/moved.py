"""For whom anything has moved since one looked: the database itself notes it (`watching.py`).

SQLite has one writer at a time, so whatever is new has a higher number; each person stands once.
On PostgreSQL a lower number may come to light after a higher one: there the transaction's own
number is noted, and what the last look could see is told by its snapshot. Nobody waits for
anybody, for rows are only added; `forget_old` takes out those that a newer one repeats.
"""

# ruff: noqa: S608 -- every word of these statements stands in this file or in `watching.py`

from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from passo.businesses.models import Business
from passo.today.models import Moved
from passo.today.watching import EVERYBODY, TABLE, WAVE

FEW = 100  # people; for more, everything is looked at
# Up to where one has looked: a number, or the snapshot of PostgreSQL.
Mark = int | str
AT_FIRST: Mark = 0


class News(NamedTuple):
    """Up to where was looked, and for whom something has moved since."""

    until: Mark
    of: frozenset[int]

    @property
    def is_large(self) -> bool:
        return EVERYBODY in self.of or len(self.of) > FEW


def since(business: Business, before: Mark) -> News:
    """Ask first, then look: what comes in between is looked at once more the next time."""
    if connection.vendor == "postgresql":
        return since_snapshot(business, str(before or "1:1:"))
    new = Moved.objects.filter(business=business, pk__gt=before).order_by("-pk")
    found = dict(new.values_list("pk", "who")[: FEW + 1])
    return News(max(found, default=before), frozenset(found.values()))


def since_snapshot(business: Business, before: str) -> News:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        (until,) = cursor.fetchone()
        cursor.execute(NEW, [business.pk, before, before, FEW + 1])
        return News(until, frozenset(who for (who,) in cursor.fetchall()))


@transaction.atomic
def forget_old() -> None:
    """Of every business: whatever a newer row repeats. On PostgreSQL that may have been seen where
    the older one was not, so it counts as new once more.
    """
    newer = Moved.objects.filter(
        business=OuterRef("business"), who=OuterRef("who"), pk__gt=OuterRef("pk")
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(ONCE_MORE)
    Moved.objects.filter(Exists(newer)).delete()


NEW = (
    f"SELECT DISTINCT who FROM {TABLE} WHERE business_id = %s"
    " AND wave >= pg_snapshot_xmin(%s::pg_snapshot)::text::bigint"
    " AND NOT pg_visible_in_snapshot(wave::text::xid8, %s::pg_snapshot) LIMIT %s"
)
SAME = f"SELECT FROM {TABLE} b WHERE b.business_id = a.business_id AND b.who = a.who AND b.id"
ONCE_MORE = (
    f"UPDATE {TABLE} a SET wave = {WAVE}"
    f" WHERE EXISTS ({SAME} < a.id) AND NOT EXISTS ({SAME} > a.id)"
)
