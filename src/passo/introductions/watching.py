"""Triggers that note that ties, or who may be found and passed, have changed: whoever writes, and
in whatever way. A graph that was built for another stamp is built anew.
"""
# ruff: noqa: S608 -- every word of these statements stands in this file

from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, F, Max, Q, Sum
from django.db.models.expressions import RawSQL

from passo.businesses.models import Business
from passo.introductions.models import TiesMoved
from passo.lib.db.triggers import Triggers, name_of, trigger

# To be raised when a trigger becomes another, so that an update puts in the new ones.
NAME = "introductions_moved_1"
PREFIX = "introductions_moved"
TABLE = "introductions_tiesmoved"

Stamp = tuple[int, ...]
TIMES = count()  # never the same twice


class Watch(NamedTuple):
    """A table, and what done to which of its rows moves ties."""

    table: str
    events: Mapping[str, str]


ALWAYS = {"INSERT": "", "UPDATE": "", "DELETE": ""}
# A person's row is written anew whenever anything of it changes.
DIFFERS = " OR ".join(
    f"OLD.{name} <> NEW.{name}" for name in ("strength", "touch_count", "consent", "is_listed")
)
WATCHED = [
    Watch("people_tie", ALWAYS),
    Watch(
        "people_person",
        {
            "INSERT": "NEW.strength > 0",
            "UPDATE": DIFFERS,
            "DELETE": "OLD.strength > 0",
        },
    ),
    # Whose touch it is; all else about touches shows in strengths, which are reckoned anew.
    Watch("people_touch", {"UPDATE OF noted_by_id, brought_by_id": ""}),
    Watch("introductions_wish", ALWAYS),
    Watch("introductions_sharing", ALWAYS),
    Watch("businesses_membership", ALWAYS),
]


def stamp_of(business: Business) -> Stamp:
    """As long as it is the same, so is everything that a graph is built from.

    Ask first, then look: what comes in between is looked at once more the next time.
    """
    here = TiesMoved.objects.filter(business=business)
    found = here.aggregate(
        rows=Count("pk"), last=Max("pk"), waves=Sum("wave"), ours=Count("pk", filter=written_here())
    )
    stamp = (found["rows"], found["last"] or 0, int(found["waves"] or 0))
    return (*stamp, next(TIMES)) if found["ours"] else stamp


def written_here() -> Q:
    """By the transaction that asks, and is not over: on PostgreSQL all its changes are one row, so
    that it is never sure to have seen the last of them.
    """
    if connection.vendor != "postgresql":
        return Q(pk=None)
    return Q(wave=RawSQL("pg_current_xact_id_if_assigned()::text::bigint", []))


def forget_old() -> None:
    """On PostgreSQL each change adds a row: of every business the newest tells enough. On SQLite
    there is but one, with the business's own number.
    """
    newest = TiesMoved.objects.values("business").annotate(last=Max("pk")).values_list("last")
    older = TiesMoved.objects.exclude(pk__in=[last for (last,) in newest])
    the_one = Q(pk=F("business")) if connection.vendor == "sqlite" else Q(pk=None)
    older.exclude(the_one).delete()


def named(watch: Watch, event: str) -> str:
    return name_of(NAME, watch.table, event)


def begun(watch: Watch, event: str) -> str:
    return trigger(named(watch, event), event, watch.table, watch.events[event])


def in_sqlite() -> Iterator[str]:
    """One row for each business, with a number that was never there before: not even where a
    change was taken back, and another one made. Imports write a million ties, so it is one deed.
    """
    for watch in WATCHED:
        for event in watch.events:
            here = f"{'OLD' if event == 'DELETE' else 'NEW'}.business_id"
            yield (
                f"{begun(watch, event)} BEGIN"
                f" UPDATE {TABLE} SET wave = {ANY} WHERE id = {here}; END"
            )
    yield (
        f"{NEW_BUSINESS} BEGIN INSERT INTO {TABLE} (id, business_id, wave)"
        f" VALUES (NEW.id, NEW.id, {ANY}); END"
    )
    yield f"{OF_A_BUSINESS} BEGIN {FORGOTTEN}; END"
    yield f"DELETE FROM {TABLE}"
    yield (
        f"INSERT INTO {TABLE} (id, business_id, wave) SELECT id, id, {ANY} FROM businesses_business"
    )


def in_postgresql() -> Iterator[str]:
    """One row for each transaction: nobody waits for anybody."""
    yield NOTE
    for watch in WATCHED:
        for event in watch.events:
            yield f"{begun(watch, event)} EXECUTE FUNCTION {PREFIX}_note()"
    yield FORGET
    yield f"CREATE INDEX IF NOT EXISTS {PREFIX}_wave ON {TABLE} (business_id, wave)"
    yield f"{OF_A_BUSINESS} EXECUTE FUNCTION {PREFIX}_forget()"


ANY = "random() / 4"  # a sum of it never runs over
WAVE = "pg_current_xact_id()::text::bigint"
NOTE = (
    f"CREATE OR REPLACE FUNCTION {PREFIX}_note() RETURNS trigger LANGUAGE plpgsql AS $$"
    " DECLARE here bigint; BEGIN"
    " IF TG_OP = 'DELETE' THEN here := OLD.business_id; ELSE here := NEW.business_id; END IF;"
    f" INSERT INTO {TABLE} (business_id, wave) SELECT here, {WAVE} WHERE NOT EXISTS"
    f" (SELECT FROM {TABLE} WHERE business_id = here AND wave = {WAVE}); RETURN NULL; END $$"
)
FORGOTTEN = f"DELETE FROM {TABLE} WHERE business_id = OLD.id"
FORGET = (
    f"CREATE OR REPLACE FUNCTION {PREFIX}_forget() RETURNS trigger LANGUAGE plpgsql AS"
    f" $$ BEGIN {FORGOTTEN}; RETURN NULL; END $$"
)
BUSINESS = "businesses_business"
NEW_BUSINESS = trigger(f"{NAME}_{BUSINESS}_insert", "INSERT", BUSINESS)
OF_A_BUSINESS = trigger(f"{NAME}_{BUSINESS}", "DELETE", BUSINESS)
TRIGGERS = Triggers(
    PREFIX,
    [named(watch, event) for watch in WATCHED for event in watch.events],
    {TABLE, *(watch.table for watch in WATCHED)},
    in_sqlite,
    in_postgresql,
)
