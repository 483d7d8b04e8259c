"""What was shown is kept once a day, so that it can be held against what came of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from passo.businesses.models import Business, User
from passo.engine.ranking import STEPS
from passo.today.choosing import Choice
from passo.today.models import Shown

FIGURES = ("there", "chance", "foretold", "climb", "gain", "minutes", "rank")
KEPT = timedelta(days=730)


def remember(business: Business, user: User, today: date, choice: Choice) -> None:
    """New ones only. What was first shown further down the day keeps its own place."""
    rows = list(rows_of(business, user, today, choice))
    keys = [row.key for row in rows]
    known = business.shown.filter(user=user, on=today, key__in=keys)
    shown = dict(known.values_list("key", "place"))
    fresh = [row for row in rows if row.key not in shown]
    now_shown = [row for row in rows if row.place and shown.get(row.key) == 0]
    if fresh:
        Shown.objects.bulk_create(fresh, ignore_conflicts=True)
    for row in now_shown:
        known.filter(key=row.key).update(place=row.place)


def rows_of(business: Business, user: User, today: date, choice: Choice) -> Iterator[Shown]:
    for record in choice.log:
        one = choice.found[int(record["row"])]
        yield Shown(
            business=business,
            user=user,
            on=today,
            key=one.key[:80],
            kind=one.kind,
            person=one.person,
            opportunity=one.opportunity,
            place=int(record["place"]),
            step=STEPS[int(record["step"])],
            stage=int(record["stage"]),
            **figures_of(record),
        )


def figures_of(record: Any) -> dict[str, float]:
    return {name: float(record[name]) for name in FIGURES}


def forget_old(today: date) -> None:
    """Of every business."""
    Shown.objects.filter(on__lt=today - KEPT).delete()
