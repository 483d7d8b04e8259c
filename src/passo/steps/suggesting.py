"""What may be done next, from every side: one plain list of functions, and nothing hidden."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import OuterRef, Subquery

from passo.businesses.models import Business, User
from passo.steps import minutes, pausing
from passo.steps.models.step import Reason, State
from passo.steps.reading import SMALL
from passo.steps.suggestions import (
    as_asked,
    brought,
    in_mail,
    introducing,
    keep_in_touch,
    next_rung,
    noted,
    reply,
    small_offers,
    thank,
    to_do,
    unmet,
)
from passo.steps.suggestions.suggestion import Suggestion, day_ends, on_clock

Suggest = Callable[[Business, date, int | None], Iterable[Suggestion]]

# Each gives the suggestions of one kind, and with a number only those about that subject.
SUGGESTIONS: list[Suggest] = [
    to_do.to_do,
    noted.noted_lines,
    in_mail.in_mail,
    reply.replies,
    as_asked.as_asked,
    brought.brought,
    introducing.introductions,
    small_offers.small_offers,
    thank.thanks,
    unmet.ways_in,
    next_rung.next_rung,
    next_rung.research,
    keep_in_touch.keep_in_touch,
]
# The first word of a key says whose it is.
BY_WORD: dict[str, Suggest] = {
    to_do.STEP: to_do.to_do,
    noted.KIND: noted.noted_lines,
    **dict.fromkeys(in_mail.WORDS, in_mail.owed),
    **dict.fromkeys(as_asked.WORDS, as_asked.as_asked),
    **dict.fromkeys(brought.WORDS, brought.brought),
    **dict.fromkeys(introducing.WORDS, introducing.introductions),
    **dict.fromkeys(small_offers.WORDS, small_offers.small_offers),
    thank.KIND: thank.thanks,
    unmet.WARM: unmet.ways_in,
    next_rung.KIND: unmet.rungs,
    next_rung.RESEARCH: next_rung.research,
    keep_in_touch.KIND: keep_in_touch.keep_in_touch,
}
KEY = re.compile(r"(?P<word>[a-z]{1,20}):(?P<subject>\d{1,18}):[\w-]{1,40}", re.ASCII)
# What nobody waits for: “not this person” ends these.
OF_OUR_OWN = frozenset({keep_in_touch.KIND, next_rung.KIND, next_rung.RESEARCH, unmet.WARM})
NOT_THEM_DAYS = 365
TRIES_DAYS = 180


def suggestions(business: Business, today: date, *, user: User | None = None) -> list[Suggestion]:
    """All that is open; for a user without what was handed to another."""
    found = [one for suggest in SUGGESTIONS for one in suggest(business, today, None)]
    found = still_open(business, found, today)
    return with_numbers(business, meant_for(business, found, user), today)


def still_open(business: Business, found: Sequence[Suggestion], today: date) -> list[Suggestion]:
    """Neither resting nor seen to. With all complaints among them, for those let others rest."""
    return without_acted_upon(business, pausing.without_resting(business, found, today), today)


def suggestion(business: Business, today: date, key: str) -> Suggestion | None:
    """The one with this key, if it is still open."""
    said = KEY.fullmatch(key)
    if not said or said["word"] not in BY_WORD:
        return None
    some = BY_WORD[said["word"]](business, today, int(said["subject"]))
    found = without_acted_upon(business, [one for one in some if one.key == key], today)
    return next(iter(with_numbers(business, found, today)), None)


def without_acted_upon(
    business: Business, found: Sequence[Suggestion], today: date
) -> list[Suggestion]:
    """Whatever somebody has done, put off or refused is not suggested again beside it."""
    computed = {one.key for one in found if one.step is None}
    rows = business.steps.filter(made_of__in=computed)
    acted = {
        key
        for key, state, until in rows.values_list("made_of", "state", "rests_until")
        if not (state == State.DROPPED and until and until <= today)
    }
    unwanted = not_wanted(business, found, today)
    return [
        one
        for one in found
        if one.step or (one.key not in acted and (one.kind, who(one)) not in unwanted)
    ]


def not_wanted(
    business: Business, found: Sequence[Suggestion], today: date
) -> set[tuple[str, int | None]]:
    """Kinds that end with somebody of whom was said: not this person."""
    people = {who(one) for one in found if one.kind in OF_OUR_OWN}
    since = day_ends(business, today) - timedelta(days=NOT_THEM_DAYS)
    rows = business.steps.filter(
        person__in=people, state=State.DROPPED, reason=Reason.NOT_THEM, added_at__gt=since
    )
    named = set(rows.values_list("person", flat=True))
    return {(kind, person) for kind in OF_OUR_OWN for person in named}


def who(one: Suggestion) -> int | None:
    return one.person.pk if one.person else None


def meant_for(
    business: Business, found: Sequence[Suggestion], user: User | None
) -> list[Suggestion]:
    not_theirs = handed_to_others(business, user) if user and any(map(is_handed, found)) else ()
    return [one for one in found if not one.step or one.step.pk not in not_theirs]


def is_handed(one: Suggestion) -> bool:
    return one.step is not None and one.step.handed_to_id is not None


def handed_to_others(business: Business, user: User) -> set[int]:
    handed = business.steps.filter(state=State.OPEN, handed_to__isnull=False)
    others = handed.exclude(pk__in=business.steps.meant_for(user))
    return set(others.values_list("pk", flat=True))


class Standing(NamedTuple):
    """How one stands with somebody today."""

    theirs: date | None
    ours: date | None
    tries: int


def with_numbers(business: Business, found: Sequence[Suggestion], today: date) -> list[Suggestion]:
    """Minutes as this owner works, and what the ranking weighs; a few questions for all."""
    people = {one.person.pk for one in found if one.person}
    stands = standing(business, people, today) if people else {}
    learned = minutes.factors(business) if found else {}
    return [timed(numbered(one, stands, today), learned) for one in found]


def numbered(one: Suggestion, stands: Mapping[int, Standing], today: date) -> Suggestion:
    stand = stands.get(who(one) or 0, Standing(None, None, 0))
    return replace(
        one,
        theirs_days=least(days_since(stand.theirs, today), one.shown_days),
        ours_days=days_since(stand.ours, today),
        tries=stand.tries,
    )


def timed(one: Suggestion, learned: Mapping[str, float]) -> Suggestion:
    return one if one.minutes else replace(one, minutes=minutes_of(one, learned))


def minutes_of(one: Suggestion, learned: Mapping[str, float]) -> int:
    return one.minutes or minutes.as_here(one.usual_minutes, one.verb, learned)


def least(one: int | None, other: int | None) -> int | None:
    return min((days for days in (one, other) if days is not None), default=None)


def days_since(day: date | None, today: date) -> int | None:
    return max(0, (today - day).days) if day else None


def standing(business: Business, people: Iterable[int], today: date) -> dict[int, Standing]:
    """Their last sign of life, our last message, and the tries that nobody answered."""
    ids, now = list(people), day_ends(business, today)
    rows = business.people.filter(pk__in=ids).annotate(
        theirs=last_at(business, now, ("in", "both")), ours=last_at(business, now, ("out", "both"))
    )
    tried = tries_of(business, ids, now)
    return {
        pk: Standing(
            day_or_none(business, theirs),
            day_or_none(business, ours),
            len({on_clock(business, at) for at in tried[pk] if not theirs or at > theirs}),
        )
        for pk, theirs, ours in rows.values_list("pk", "theirs", "ours")
    }


def last_at(business: Business, now: datetime, ways: Sequence[str]) -> Subquery:
    parts = business.participations.filter(
        person=OuterRef("pk"), direction__in=ways, size__lte=SMALL, at__lte=now
    )
    return Subquery(parts.order_by("-at", "-pk").values("at")[:1])


def tries_of(business: Business, ids: Sequence[int], now: datetime) -> dict[int, list[datetime]]:
    since = now - timedelta(days=TRIES_DAYS)
    parts = business.participations.filter(
        person__in=ids, direction="out", size__lte=SMALL, at__gt=since, at__lte=now
    )
    found: dict[int, list[datetime]] = defaultdict(list)
    for person, at in parts.values_list("person", "at"):
        found[person or 0].append(at)
    return found


def day_or_none(business: Business, moment: datetime | None) -> date | None:
    return on_clock(business, moment) if moment else None
