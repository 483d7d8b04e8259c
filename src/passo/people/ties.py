"""Rows into arrays and back: how close each person is to us, their rhythm, and who knows whom.

Figures are reckoned by `engine/strength` from participations. When touches arrive only the
people in them are reckoned anew; once a night everybody is, for ties fade with the days.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.engine.strength import CHANNELS, STATES, Book, Rhythms, Strengths, Touches
from passo.engine.strength import rhythms as reckon_rhythms
from passo.engine.strength import strengths as reckon_strengths
from passo.lib.db.days import Days
from passo.people.models import UsualRhythm
from passo.people.models.person import Warmth

CHANNEL = {name: place for place, name in enumerate(CHANNELS)}
WAY = {"out": 1, "in": -1, "both": 0}
WARM = 0.3  # from this strength on somebody is warm, unless their silence says otherwise
WISHED = _("You wish to speak every %(cadence)s days; it is %(silence)s days now.")
EPOCH = date(1970, 1, 1)
BATCH = 500
MANY = 4_000  # people; beyond, all at once is quicker
SET = (
    "UPDATE people_person SET strength = %s, strength_because = %s, last_touch_at = %s,"
    " touch_count = %s, cadence_days = %s, due_on = %s, warmth = %s, warmth_because = %s"
    " WHERE id = %s"
)


def refresh(
    business: Business, ids: Iterable[int] | None = None, *, today: date | None = None
) -> None:
    """Reckon these people anew, or everybody; and the ties among them."""
    from passo.people import acquaintance  # noqa: PLC0415 -- it stands on this one

    people = sorted(set(ids)) if ids is not None else None
    today = today or today_of(business)
    reckon_some(business, people, today)
    acquaintance.refresh(business, people, today=today)


def reckon_some(business: Business, people: Sequence[int] | None, today: date) -> None:
    """What is usual in the whole book is learned when everybody is reckoned, and at first."""
    book = usual(business)
    if people is None or len(people) > MANY or book is None:
        reckon(business, everyone(business), today, None)
        return
    for start in range(0, len(people), BATCH):
        reckon(business, people[start : start + BATCH], today, book)


def today_of(business: Business) -> date:
    return timezone.now().astimezone(ZoneInfo(business.time_zone)).date()


def everyone(business: Business) -> list[int]:
    """Whoever has touches, or had some when they were reckoned last."""
    met = business.participations.filter(person__isnull=False).values_list("person", flat=True)
    before = business.people.filter(touch_count__gt=0).values_list("pk", flat=True)
    return sorted({*met.distinct(), *before})


def reckon(business: Business, people: Sequence[int], today: date, book: Book | None) -> Book:
    touches = load_touches(business, people)
    # The end of the day: what happened today has happened.
    now = float((today - EPOCH).days) + 0.99999
    strengths = reckon_strengths(touches, people=len(people), today=now)
    rhythms = reckon_rhythms(touches, people=len(people), today=now, book=book)
    counts = np.bincount(touches.person, minlength=len(people))
    save(business, people, strengths, rhythms, counts)
    if book is None:
        keep_usual(business, rhythms.book, today)
    return rhythms.book


def closest_on(business: Business, today: date) -> list[int]:
    """Who is warm or cooling on another day, or in their rhythm, the closest first; reckoned anew
    and kept nowhere.
    """
    people, now = everyone(business), float((today - EPOCH).days) + 0.99999
    touches = load_touches(business, people)
    touches = touches.where(touches.day <= now)
    strengths = reckon_strengths(touches, people=len(people), today=now)
    rhythms = reckon_rhythms(touches, people=len(people), today=now, book=None)
    wishes = own_cadences(business, people)
    found = []
    for place, pk in enumerate(people):
        warmth, _why = warmth_of(place, strengths, rhythms, wishes.get(pk))
        is_in_rhythm = not warmth and rhythms.last_day[place] + rhythms.cadence[place] >= now - 1
        if warmth in {Warmth.WARM, Warmth.COOLING} or is_in_rhythm:
            found.append((-float(strengths.value[place]), pk))
    return [pk for _strength, pk in sorted(found)]


def usual(business: Business) -> Book | None:
    kept = UsualRhythm.objects.filter(business=business).first()
    return Book(kept.middle, kept.spread) if kept else None


def keep_usual(business: Business, book: Book, today: date) -> None:
    values = {"middle": book.middle, "spread": book.spread, "reckoned_on": today}
    UsualRhythm.objects.update_or_create(business=business, defaults=values)


def load_touches(business: Business, people: Sequence[int]) -> Touches:
    """Days by the owner's clock, so that an evening is not the next day."""
    rows = business.participations.filter(person__isnull=False)
    if len(people) <= BATCH:
        rows = rows.filter(person__in=people)
    found = rows.annotate(day=Days("at")).values_list("person", "day", "direction", "kind", "size")
    columns = list(zip(*found.iterator(chunk_size=20_000), strict=True)) or [()] * 5
    person = np.searchsorted(np.asarray(people, dtype=np.int64), np.array(columns[0], np.int64))
    return Touches(
        person,
        np.array(columns[1], np.float64) + offset_days(business),
        [WAY[way] for way in columns[2]],
        [CHANNEL[kind] for kind in columns[3]],
        np.array(columns[4], np.int64),
    )


def offset_days(business: Business) -> float:
    offset = datetime.now(ZoneInfo(business.time_zone)).utcoffset() or timedelta()
    return offset / timedelta(days=1)


def save(
    business: Business,
    people: Sequence[int],
    strengths: Strengths,
    rhythms: Rhythms,
    counts: "np.ndarray[tuple[int], np.dtype[np.int64]]",
) -> None:
    """Thousands of single rows: one statement each is quicker than one great CASE."""
    wishes = own_cadences(business, people)
    offset = offset_days(business)
    rows = [
        (
            *figures_of(place, strengths, offset),
            int(counts[place]),
            *rhythm_of(place, strengths, rhythms, wishes.get(person)),
            person,
        )
        for place, person in enumerate(people)
    ]
    for start in range(0, len(rows), BATCH):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(SET, rows[start : start + BATCH])


def own_cadences(business: Business, people: Sequence[int]) -> dict[int, int]:
    """What the owner wished for stands above what was usual."""
    wished = business.people.filter(own_cadence_days__isnull=False)
    if len(people) <= BATCH:
        wished = wished.filter(pk__in=people)
    found = wished.values_list("pk", "own_cadence_days")
    return {person: days for person, days in found if days}


def figures_of(place: int, strengths: Strengths, offset: float) -> tuple[Any, ...]:
    last = strengths.last_day[place]
    moment = None if np.isnan(last) else moment_of(float(last) - offset)
    return (
        float(strengths.value[place]),
        json.dumps(strengths.reason(place)),
        connection.ops.adapt_datetimefield_value(moment),
    )


def rhythm_of(
    place: int, strengths: Strengths, rhythms: Rhythms, wish: int | None
) -> tuple[Any, ...]:
    cadence = wish or whole(rhythms.cadence[place])
    due = day_of(rhythms.last_day[place] + cadence) if cadence else None
    warmth, because = warmth_of(place, strengths, rhythms, wish)
    return (cadence, connection.ops.adapt_datefield_value(due), warmth, json.dumps(because))


def warmth_of(
    place: int, strengths: Strengths, rhythms: Rhythms, wish: int | None
) -> tuple[str, tuple[str, Mapping[str, int]]]:
    because = rhythms.reason(place)
    state = STATES[rhythms.state[place]]
    if wish and not np.isnan(rhythms.last_day[place]):
        silence = int(rhythms.today - rhythms.last_day[place])
        because = (WISHED, {"cadence": wish, "silence": silence})
        state = ("", "cooling", "cold")[min(2, silence // wish)]
    if state:
        return state, because
    return (Warmth.WARM if strengths.value[place] >= WARM else ""), because


def whole(days: float) -> int | None:
    return None if np.isnan(days) else max(1, round(float(days)))


def day_of(days: float) -> date | None:
    return None if np.isnan(days) else EPOCH + timedelta(days=int(days))


def moment_of(days: float) -> datetime:
    return datetime.combine(EPOCH, time(), UTC) + timedelta(seconds=round(days * 86_400))
