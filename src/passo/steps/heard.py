"""What was asked and promised in mails and nobody has seen to: for many people in few questions.

The engine says what became of each (`passo.engine.signals.settle`); here it is asked about the
people with something new, so that a business of any size is answered at once.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from passo.businesses.models import Business
from passo.engine.signals import Touch, settle, shapes
from passo.engine.signals.settling import SPOKEN, WRITTEN, Standing
from passo.people.models import Participation, Person, Signal
from passo.people.models.person import Consent
from passo.people.signals import engine_touches
from passo.steps.own_firm import own_domains
from passo.steps.reading import SMALL
from passo.steps.suggestions.suggestion import day_ends

MOST = 100  # of each kind, the newest first: nobody answers more in a day
QUESTION_DAYS = 30  # a question that waits longer is not waited for
OVER_DAYS = 3  # “shall we meet on Thursday?” asks nothing any more on the Monday after
STRANGER_DAYS = 14  # who does not know us has asked somebody else by then
UNDATED_DAYS = 30  # “I'll let you know”
LATE_DAYS = 21  # a promise further past its day was kept otherwise, or is forgotten by both
VAGUE_DAYS = 5  # “I'll look at it tonight”: nobody waits for anything they would receive
AHEAD_DAYS = 30
SENT_DAYS = 120  # how long ago a promise for these days may have been given
ASKS = (shapes.QUESTION, shapes.COMPLAINT)
TO_BE_CONTACTED = (Consent.NOT_ASKED, Consent.AGREED)


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that was said, who it is between, and how it stands."""

    person: Person
    signal: Signal
    is_overdue: bool = False

    @property
    def is_complaint(self) -> bool:
        return self.signal.kind == shapes.COMPLAINT

    @property
    def is_promise(self) -> bool:
        return self.signal.kind == shapes.PROMISE


def open_words(business: Business, today: date, only: Collection[int] | None = None) -> list[Heard]:
    """Questions and complaints of theirs that wait for us, and promises of both sides.

    Only what somebody said to us in a small round. Promises to pay are left to whoever keeps
    payments. `only`: what was said where one of these people took part.
    """
    these = None if only is None else touches_with(business, today, only)
    if these is not None and not these:
        return []
    signals = [
        *asked(business, today, these),
        *promised(business, today, these, is_ours=True),
        *promised(business, today, these, is_ours=False),
    ]
    if not signals:
        return []
    people = business.people.select_related("organisation").in_bulk({one.who for one in signals})
    since = min(one.at for one in signals) - timedelta(seconds=1)
    touches = engine_touches(business, list(people), since=since)
    standing = {
        pk: states_of(settle([as_question(one) for one in touches[pk]], today)) for pk in people
    }
    return list(still_open(signals, people, standing))


def touches_with(business: Business, today: date, people: Collection[int]) -> set[int]:
    """Those that may still say something: the people are of this business."""
    since = day_ends(business, today) - timedelta(days=SENT_DAYS)
    parts = Participation.objects.filter(
        person__in=people, at__gt=since, touch__signals__kind__in=(*ASKS, shapes.PROMISE)
    )
    return set(parts.values_list("touch", flat=True))


def asked(business: Business, today: date, touches: Collection[int] | None) -> list[Any]:
    """Nobody has written to them or spoken with them since, as far as their own touches say.

    Among colleagues one asks across the table.
    """
    now = day_ends(business, today)
    said = said_by(business, ASKS, is_ours=False, touches=touches)
    said = said.annotate(house=F("touch__participations__person__organisation__domain"))
    recent = said.filter(at__gt=now - timedelta(days=QUESTION_DAYS), at__lte=now)
    recent = recent.exclude(kind=shapes.QUESTION, on__lt=today - timedelta(days=OVER_DAYS))
    is_fresh = Q(at__gt=now - timedelta(days=STRANGER_DAYS))
    waiting = recent.filter(~Exists(our_words_since(now)), is_fresh | Exists(our_words(now)))
    is_colleagues = Q(house__in=own_domains(business), house__isnull=False)
    waiting = waiting.filter(~is_colleagues)
    return list(waiting.order_by("-at", "-pk", "part")[:MOST])


def our_words(now: datetime) -> QuerySet[Participation]:
    is_answer = Q(direction="out", kind__in=WRITTEN) | Q(kind__in=SPOKEN)
    return Participation.objects.filter(
        is_answer, person=OuterRef("who"), at__lte=now, size__lte=SMALL
    )


def our_words_since(now: datetime) -> QuerySet[Participation]:
    """What a machine of ours wrote while we were away answers nobody."""
    away = Signal.objects.filter(
        touch=OuterRef("touch"), kind=shapes.OUT_OF_OFFICE, is_ours=True, address=""
    )
    return our_words(now).filter(~Exists(away), at__gt=OuterRef("at"))


def promised(
    business: Business, today: date, touches: Collection[int] | None, *, is_ours: bool
) -> list[Any]:
    """For a day not long past, or not far ahead; without a day only what we said lately."""
    now = day_ends(business, today)
    said = said_by(business, (shapes.PROMISE,), is_ours=is_ours, touches=touches)
    is_near = Q(on__range=(today - timedelta(days=LATE_DAYS), today + timedelta(days=AHEAD_DAYS)))
    is_near &= ~Q(deed=shapes.DO) | Q(on__gte=today - timedelta(days=VAGUE_DAYS))
    if is_ours:
        is_near |= Q(on__isnull=True, at__gt=now - timedelta(days=UNDATED_DAYS))
    recent = said.filter(is_near, at__gt=now - timedelta(days=SENT_DAYS), at__lte=now)
    return list(recent.exclude(deed=shapes.PAY).order_by("-at", "-pk", "part")[:MOST])


def said_by(
    business: Business,
    kinds: Sequence[str],
    *,
    is_ours: bool = False,
    only: int | None = None,
    touches: Collection[int] | None = None,
) -> Any:
    """Signals of these kinds, each with whom it is between as `who`: a row for each recipient.

    The touches are of this business; named again, it tempts SQLite to read all signals.
    """
    all_said = (
        business.signals.all() if touches is None else Signal.objects.filter(touch__in=touches)
    )
    whom = {"person": only} if only is not None else {}
    wanted = {
        "direction": "out" if is_ours else "in",
        "size__lte": SMALL,
        "person__is_listed": True,
        "person__consent__in": TO_BE_CONTACTED,
        **whom,
    }
    between = {f"touch__participations__{name}": value for name, value in wanted.items()}
    rows = all_said.filter(kind__in=kinds, is_ours=is_ours, address="", **between)
    return rows.annotate(who=F("touch__participations__person"), part=F("touch__participations"))


def as_question(touch: Touch) -> Touch:
    """A complaint waits for an answer as a question does."""
    if shapes.COMPLAINT not in touch.said:
        return touch
    asks = (
        replace(one, kind=shapes.QUESTION) if one.kind == shapes.COMPLAINT else one
        for one in touch.signals
    )
    return replace(touch, signals=tuple(asks))


def states_of(settled: Any) -> dict[tuple[object, str, date | None], Standing]:
    """What is open, by touch, kind and day: a touch says nothing of one kind and day twice."""
    promises = (one for one in settled.open_promises)
    return {key_of(one): one for one in (*settled.owed, *promises)}


def key_of(one: Standing) -> tuple[object, str, date | None]:
    return one.touch.id, one.signal.kind, one.signal.day


def still_open(
    signals: Sequence[Any], people: dict[int, Person], standing: dict[int, Any]
) -> Iterator[Heard]:
    """What was said to several is open only while it is with each; it stands with the first."""
    of_each: dict[int, list[Any]] = defaultdict(list)
    for one in signals:
        of_each[one.pk].append(one)
    complained = {one.touch_id for one in signals if one.kind == shapes.COMPLAINT}
    for one, *others in of_each.values():
        if one.kind == shapes.QUESTION and one.touch_id in complained:
            continue
        kind = shapes.PROMISE if one.kind == shapes.PROMISE else shapes.QUESTION
        key = (one.touch_id, kind, one.on)
        found = [standing[each.who].get(key) for each in (one, *others)]
        if all(found):
            yield Heard(people[one.who], one, is_overdue=found[0].state == "overdue")
