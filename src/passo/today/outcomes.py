"""What was shown, held against what came of it within 15 days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Count, Max, Min, Q, Sum

from passo.businesses.models import Business
from passo.engine.calibration import CORRECTS_FROM, Correction, correction
from passo.engine.ranking import ANSWER, CLIENT, CLIMB, PROMISE, STEPS
from passo.steps.models.offer import State as OfferState
from passo.steps.models.step import Reason, State
from passo.steps.suggestions import to_do
from passo.steps.suggestions.suggestion import day_ends, on_clock

WITHIN = timedelta(days=15)
LOOK_BACK = timedelta(days=730)
MOST = 2_000  # the latest
DAY = timedelta(days=1)
HOUR = 60 * 60  # seconds
LEADS_ON = [STEPS[CLIMB], STEPS[ANSWER], STEPS[PROMISE]]


class Fate(StrEnum):
    """What one did with a step that was shown."""

    TAKEN = "taken"
    LATER = "later"
    HANDED_OVER = "handed_over"
    NOT_THIS = "not_this"
    SKIPPED = "skipped"


class Try(NamedTuple):
    """A step that was done, and may have led on. `stage` as the engine counts, 0 … 5."""

    on: date
    way: int  # the opportunity
    stage: int
    foretold: float
    came: bool = False


def held(business: Business, today: date) -> Correction:
    """How chances are to be told, so that they hold. Tries take weeks: an hour is soon enough."""
    kept = f"today.held:{business.pk}:{today}"
    known: Correction | None = cache.get(kept)
    if known is None:
        known = learned(business, today)
        cache.set(kept, known, HOUR)
    return known


def learned(business: Business, today: date) -> Correction:
    """As they are while tries are few."""
    if business.steps.filter(state=State.DONE).count() < CORRECTS_FROM:
        return correction([], [])
    return corrected_by(tries(business, today))


def corrected_by(over: Sequence[Try]) -> Correction:
    return correction([one.foretold for one in over], [one.came for one in over])


# What led on --------------------------------------------------------------------------------


def tries(business: Business, today: date) -> list[Try]:
    """Those whose 15 days are over, the earliest first; three questions to the database.

    Of each person one a day counts. A climb belongs to the last try before it.
    """
    believed = beliefs(business, today)
    moves = climbs(business, {one.way for one in believed}, today)
    ways: dict[int, list[Try]] = defaultdict(list)
    for one in believed:
        ways[one.way].append(one)
    tried = [one for way, its in ways.items() for one in followed(its, moves[way])]
    return sorted(one for one in tried if one.on + WITHIN < today)


def followed(tried: Sequence[Try], moves: Sequence[tuple[date, int]]) -> Iterable[Try]:
    """Of one way, in order: did each reach a higher stage in time, and before the next try?"""
    ends = [after.on - DAY for _one, after in pairwise(tried)]
    for one, end in zip(tried, [*ends, date.max], strict=True):
        until = min(end, one.on + WITHIN)
        came = any(one.on <= day <= until and stage > one.stage for day, stage in moves)
        yield one._replace(came=came)


def beliefs(business: Business, today: date) -> list[Try]:
    """What Passo said last of each step before it was done, one a day of each person."""
    done = days_of_done(business, today)
    rows = business.shown.filter(
        key__in=list(done),
        on__gte=today - LOOK_BACK,
        step__in=LEADS_ON,
        stage__range=(0, CLIENT - 1),
        opportunity__isnull=False,
    )
    found: dict[int, tuple[int | None, Try]] = {}
    for key, on, person, way, stage, foretold in rows.order_by("on", "-pk").values_list(
        "key", "on", "person", "opportunity", "stage", "foretold"
    ):
        step, day = done[key]
        if way and day - WITHIN <= on <= day:
            found[step] = (person, Try(day, way, stage, min(max(foretold, 0.0), 1.0)))
    first = {(one.on, person): one for _pk, (person, one) in sorted(found.items(), reverse=True)}
    return sorted(first.values())


def days_of_done(business: Business, today: date) -> dict[str, tuple[int, date]]:
    """By each key under which it may have been shown: the step, and the day it was done."""
    since, until = day_ends(business, today - LOOK_BACK), day_ends(business, today)
    done = business.steps.filter(state=State.DONE, done_at__gt=since, done_at__lte=until)
    found: dict[str, tuple[int, date]] = {}
    for step, made_of, put_off, at in done.order_by("-done_at", "-pk").values_list(
        "pk", "made_of", "put_off", "done_at"
    )[:MOST]:
        keys = filter(None, (made_of, f"{to_do.STEP}:{step}:{put_off}"))
        found |= dict.fromkeys(keys, (step, on_clock(business, at))) if at else {}
    return found


def climbs(business: Business, ways: set[int], today: date) -> dict[int, list[tuple[date, int]]]:
    """Days and stages, as the engine counts them."""
    found: dict[int, list[tuple[date, int]]] = defaultdict(list)
    since = day_ends(business, today - LOOK_BACK)
    rows = business.climbs.filter(opportunity__in=ways, at__gt=since)
    for way, at, after in rows.values_list("opportunity", "at", "after"):
        found[way].append((on_clock(business, at), after - 1))
    return found


# What became of what was shown -----------------------------------------------------------------


class Seen(NamedTuple):
    key: str
    step: str
    first: date


def fates(business: Business, today: date) -> dict[str, Counter[Fate]]:
    """Of each kind of step, by the engine's word: how often what was done with it."""
    seen = shown(business, today)
    numbers = [subject_of(one.key) for one in seen if is_row(one.key)]
    either = Q(made_of__in=[one.key for one in seen]) | Q(pk__in=numbers)
    rows = list(business.steps.filter(either).order_by("pk"))
    made, own = {one.made_of: one for one in rows}, {one.pk: one for one in rows}
    found: dict[str, Counter[Fate]] = defaultdict(Counter)
    for one in seen:
        row = own.get(subject_of(one.key)) if is_row(one.key) else made.get(one.key)
        fate = fate_of(business, one, row, today)
        if fate:
            found[one.step][fate] += 1
    return found


def shown(business: Business, today: date) -> list[Seen]:
    """What stood on the page, once, however often and to whomever."""
    rows = business.shown.filter(place__gt=0, on__gte=today - LOOK_BACK, on__lte=today).order_by()
    once = rows.values("key").annotate(kind_of_step=Max("step"), first=Min("on"))
    latest = once.order_by("-first", "key")[:MOST]
    return [Seen(row["key"], row["kind_of_step"], row["first"]) for row in latest]


def is_row(key: str) -> bool:
    return key.startswith(f"{to_do.STEP}:")


def subject_of(key: str) -> int:
    return int(key.split(":")[1])


def fate_of(business: Business, seen: Seen, step: Any, today: date) -> Fate | None:
    """None while its days are not over."""
    then = int(seen.key.split(":")[2]) if is_row(seen.key) else 0
    if step and step.put_off > then:
        return Fate.LATER
    if step and step.handed_to_id and not is_row(seen.key):
        return Fate.HANDED_OVER
    if step and step.state == State.DROPPED:
        return Fate.TAKEN if step.reason == Reason.SPLIT else Fate.NOT_THIS
    if step and step.done_at and on_clock(business, step.done_at) <= seen.first + WITHIN:
        return Fate.TAKEN
    return Fate.SKIPPED if seen.first + WITHIN < today else None


# Minutes, money and reasons --------------------------------------------------------------------


class Minutes(NamedTuple):
    verb: str
    steps: int
    guessed: int
    taken: int


def minutes(business: Business, today: date) -> list[Minutes]:
    """Guessed and taken in all, by verb, of what was measured."""
    since = day_ends(business, today - LOOK_BACK)
    done = business.steps.filter(state=State.DONE, minutes_taken__isnull=False, done_at__gt=since)
    rows = done.order_by().values("verb")
    sums = rows.annotate(n=Count("pk"), guessed=Sum("minutes"), taken=Sum("minutes_taken"))
    told = sums.order_by("-n", "verb").values_list("verb", "n", "guessed", "taken")
    return [Minutes(*one) for one in told]


class Worth(NamedTuple):
    """Of ways with a guess, from which something has come: cents."""

    ways: int
    guessed: int
    came: int


def worth(business: Business) -> Worth | None:
    delivered = business.offers.filter(
        state=OfferState.DELIVERED,
        currency=business.currency,
        opportunity__worth_cents__isnull=False,
    )
    came = delivered.aggregate(came=Sum("price_cents"))["came"]
    known = business.opportunities.filter(pk__in=delivered.values("opportunity"))
    guessed = known.aggregate(ways=Count("pk"), guessed=Sum("worth_cents"))
    return Worth(guessed["ways"], guessed["guessed"], came) if guessed["ways"] else None


def reasons(business: Business, today: date) -> Counter[str]:
    """Why not this, as it was said; the most frequent first."""
    since = day_ends(business, today - LOOK_BACK)
    dropped = business.steps.filter(state=State.DROPPED, added_at__gt=since)
    rows = dropped.exclude(reason__in=(Reason.SPLIT, "")).order_by().values("reason")
    told = rows.annotate(n=Count("pk")).order_by("-n", "reason").values_list("reason", "n")
    return Counter(dict(told[:MOST]))
