"""What the ranking is told of a business and of its suggestions, in the engine's own words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.db.models import Avg, Count, F, OuterRef, Subquery

from passo.businesses.models import Business
from passo.engine import ranking
from passo.engine.ranking import ANSWER, CLIENT, CLIMB, KEEP, PROMISE, STEPS, TEMPLATES, THANK
from passo.introductions.models.introduction import TOOK_PLACE
from passo.introductions.models.introduction import State as Introduced
from passo.lib.money import Money
from passo.people.models import Participation
from passo.steps.models.offer import State as OfferState
from passo.steps.models.step import State
from passo.steps.stages import Rung
from passo.steps.suggesting import minutes_of
from passo.steps.suggestions import (
    as_asked,
    brought,
    in_mail,
    introducing,
    keep_in_touch,
    next_rung,
    noted,
    thank,
    to_do,
    unmet,
)
from passo.steps.suggestions.suggestion import Suggestion

# What kind of step each suggestion is to the engine; a kind of small offers climbs.
STEP_OF = {
    to_do.PROMISE: PROMISE,
    to_do.STEP: PROMISE,
    to_do.SPLIT: PROMISE,
    to_do.PROMISED: KEEP,
    noted.KIND: PROMISE,
    in_mail.REPLY: ANSWER,
    in_mail.COMPLAINT: ANSWER,
    as_asked.AGAIN: ANSWER,
    as_asked.ADDRESS: ANSWER,
    brought.GREET: ANSWER,
    brought.OFFERED: ANSWER,
    introducing.AGREED: ANSWER,
    introducing.ASKS: PROMISE,
    introducing.BECAME: PROMISE,
    thank.KIND: THANK,
    unmet.WARM: CLIMB,
    next_rung.KIND: CLIMB,
    next_rung.RESEARCH: CLIMB,
    keep_in_touch.KIND: KEEP,
}
# Guesses until the business says or shows otherwise.
USUAL_PRICE = 30_000  # cents: what a purchase leaves
USUAL_HOUR = 3_000  # cents
BETWEEN_PURCHASES = 180.0  # days
USUAL_RHYTHM = 30.0  # days
FIRST_OTHERS = 3  # tries in vain that “come back when you have clients” counts for
UNDATED = 10  # days: a step that somebody noted without a day
LOOK_BACK = timedelta(days=730)
ANSWERED_WITHIN = timedelta(days=15)
NEVER, UNKNOWN = float("inf"), float("nan")


def step_of(one: Suggestion) -> int:
    return STEP_OF.get(one.kind, CLIMB if one.opportunity else KEEP)


def units(cents: float, currency: str) -> float:
    """Estimates are no money: the engine reckons in whole units."""
    return float(cents) / float(10 ** Money(0, currency).digits)


def rates(business: Business, now: datetime) -> ranking.Rates:
    return ranking.learned(guesses(business), history(business, now))


def guesses(business: Business) -> ranking.Guesses:
    yardstick = getattr(business, "yardstick", None)
    usual = business.offers.to_people().aggregate(usual=Avg("price_cents"))["usual"]
    job = (yardstick and yardstick.job_cents) or usual or USUAL_PRICE
    hour = (yardstick and yardstick.hour_cents) or USUAL_HOUR
    currency = business.currency
    return ranking.Guesses(
        [units(job, currency)],
        BETWEEN_PURCHASES,
        USUAL_RHYTHM,
        price=units(hour, currency) / 60,
    )


def history(business: Business, now: datetime) -> ranking.History:
    """One kind of relationship: a small business has not enough of each to tell them apart."""
    since = now - LOOK_BACK
    up = business.climbs.filter(at__gt=since, before__lt=Rung.CLIENT, after__gt=F("before"))
    counted = up.order_by().values_list("before").annotate(times=Count("pk"))
    climbed = Counter({before - 1: times for before, times in counted})
    tried = tries(business, since, now)
    planned, spent = minutes_by_kind(business, since)
    offers = business.offers.filter(state=OfferState.DELIVERED)
    margins = [
        units(price - cost, business.currency)
        for price, cost in offers.values_list("price_cents", "cost_cents")
    ]
    asked, introduced = asked_for(business, since)
    clients = business.opportunities.alive().filter(stage=Rung.CLIENT)
    days = sum((now - at).days for at in clients.values_list("moved_at", flat=True))
    return ranking.History(
        [[tried[stage] + climbed[stage] for stage in range(CLIENT)]],
        [[climbed[stage] for stage in range(CLIENT)]],
        [max(0.0, sum(margins))],
        [len(margins)],
        [max(0, days)],
        asked=asked,
        introduced=introduced,
        planned=planned,
        spent=spent,
    )


def asked_for(business: Business, since: datetime) -> tuple[int, int]:
    """Introductions that were asked for and are over or took place; and those that did."""
    rows = business.introductions.sought().filter(asked_on__gt=since.date()).order_by()
    counted = Counter(dict(rows.values_list("state").annotate(Count("pk"))))
    took_place = sum(counted[state] for state in TOOK_PLACE)
    return took_place + counted[Introduced.RESTS], took_place


def tries(business: Business, since: datetime, now: datetime) -> Counter[int]:
    """Steps that were done for somebody and answered in time, by the stage they still stand on.

    Those that climbed meanwhile are counted with the climbs.
    """
    done = business.steps.filter(
        state=State.DONE, done_at__gt=since, done_at__lt=now, opportunity__stage__lt=Rung.CLIENT
    )
    rows = done.filter(done_at__gte=F("opportunity__moved_at")).annotate(back=Subquery(answer()))
    return Counter(
        stage - 1
        for stage, at, back in rows.values_list("opportunity__stage", "done_at", "back")
        if at and back and back <= at + ANSWERED_WITHIN
    )


def answer() -> Any:
    """The first after a step. The person is of the same business."""
    heard = Participation.objects.filter(
        person=OuterRef("person"), direction__in=("in", "both"), at__gt=OuterRef("done_at")
    )
    return heard.order_by("at").values("at")[:1]


def minutes_by_kind(business: Business, since: datetime) -> tuple[list[int], list[int]]:
    """Planned and spent, in the order of the engine's templates."""
    planned, spent = [0] * len(TEMPLATES), [0] * len(TEMPLATES)
    done = business.steps.filter(state=State.DONE, minutes_taken__isnull=False, done_at__gt=since)
    for kind, stage, minutes, taken in done.values_list(
        "made_of", "opportunity__stage", "minutes", "minutes_taken"
    ):
        step = STEP_OF.get(kind.partition(":")[0], CLIMB)
        place = max(0, (stage or 1) - 1) if step == CLIMB else CLIENT + step
        planned[place] += minutes
        spent[place] += taken or 0
    return planned, spent


def weigh(
    found: Sequence[Suggestion],
    rates: ranking.Rates,
    learned: Mapping[str, float],
    today: date,
    currency: str,
) -> ranking.Weighed:
    """With the minutes of each very step, and its gain as certain as its evidence is."""
    weighed = ranking.weigh(people_of(found, today, currency), rates)
    own = [float(minutes_of(one, learned)) for one in found]
    minutes = np.broadcast_to(own, weighed.gain.shape)
    certain = np.array([one.certainty for one in found], dtype=np.float64)
    gain, silent = weighed.gain * certain, weighed.silent * certain
    net = weighed.standing.there * gain - rates.price[0] * minutes
    net = np.where(np.isneginf(weighed.net), -np.inf, net)
    return replace(weighed, gain=gain, silent=silent, minutes=minutes, net=net, rank=net / minutes)


def people_of(found: Sequence[Suggestion], today: date, currency: str) -> ranking.People:
    """A row for each suggestion, in which every other step is barred; one step a person."""
    steps = np.array([step_of(one) for one in found], dtype=np.int64)
    barred = np.arange(len(STEPS))[:, None] != steps[None, :]
    theirs = [days(one.theirs_days) for one in found]
    ours = [days(one.ours_days) for one in found]
    return ranking.People(
        [one.person.pk if one.person else -1 - at for at, one in enumerate(found)],
        0,
        [one.stage - 1 for one in found],
        theirs=theirs,
        silence=np.minimum(theirs, ours),
        ours=ours,
        unanswered=[one.tries for one in found],
        failed=[FIRST_OTHERS if wants_clients_first(one) else 0 for one in found],
        waiting=[waits(one) for one in found],
        due=[due(one) for one in found],
        thanks=[0 if one.kind == thank.KIND else UNKNOWN for one in found],
        worth=[worth(one, currency) for one in found],
        rhythm=[rhythm(one) for one in found],
        barred=barred,
    )


def wants_clients_first(one: Suggestion) -> bool:
    return one.opportunity is not None and one.opportunity.wants_clients_first


def days(known: int | None) -> float:
    return NEVER if known is None else float(known)


def waits(one: Suggestion) -> float:
    if step_of(one) != ANSWER:
        return UNKNOWN
    return float(one.waiting_days or 0)


def due(one: Suggestion) -> float:
    if step_of(one) != PROMISE:
        return UNKNOWN
    return float(UNDATED if one.due_days is None else one.due_days)


def worth(one: Suggestion, currency: str) -> float:
    return UNKNOWN if one.worth_cents is None else max(0.0, units(one.worth_cents, currency))


def rhythm(one: Suggestion) -> float:
    wished = one.person and (one.person.own_cadence_days or one.person.cadence_days)
    return float(wished) if wished else UNKNOWN
