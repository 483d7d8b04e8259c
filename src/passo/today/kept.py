"""What was found for a day is kept in memory, and only what has moved since is looked at again.

Nothing is ever shown that is not so any more: before it is used, the database is asked for whom
anything has moved since (`moved.py`), whoever moved it, in whatever process. After a large change,
on another day, or under another clock, everything is looked at anew.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from threading import Lock
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db import connection

from passo.businesses.models import Business, User
from passo.engine import ranking
from passo.steps import asking, minutes
from passo.steps.asking import WORN, Asked
from passo.steps.models import Opportunity
from passo.steps.suggesting import (
    SUGGESTIONS,
    Standing,
    Suggest,
    meant_for,
    numbered,
    standing,
    still_open,
)
from passo.steps.suggestions import in_mail
from passo.steps.suggestions.suggestion import Suggestion
from passo.today import moved, weights
from passo.today.moved import AT_FIRST, Mark, News

BUSINESSES = 8  # kept at the same time; of a large one some fifteen megabytes


class Clock(NamedTuple):
    """What stands still for as long as something is kept."""

    day: date
    time_zone: str
    currency: str


@dataclass(frozen=True)
class Kept:
    """Made once and never changed."""

    clock: Clock
    said: Mapping[Suggest, Sequence[Suggestion]]
    at_first: Mapping[Suggest, int]  # how many, when a kind was asked for as a whole
    complaints: Sequence[Suggestion]  # also those that were seen to: they let others rest
    stands: Mapping[int, Standing]  # of each person
    ways: Mapping[int, Opportunity]
    learned: Mapping[str, float]
    rates: ranking.Rates

    @cached_property
    def found(self) -> list[Suggestion]:
        """In the same order, whatever was asked again."""
        return sorted((one for those in self.said.values() for one in those), key=key_of)

    @property
    def complained(self) -> frozenset[int]:
        return whom(self.complaints)

    @cached_property
    def weighed(self) -> ranking.Weighed:
        return self.weigh(self.found)

    def weigh(self, found: Sequence[Suggestion]) -> ranking.Weighed:
        return weights.weigh(found, self.rates, self.learned, self.clock.day, self.clock.currency)

    def meant_for(
        self, business: Business, user: User | None
    ) -> tuple[list[Suggestion], ranking.Weighed]:
        found = meant_for(business, self.found, user)
        return found, self.weighed if len(found) == len(self.found) else self.weigh(found)


def key_of(one: Suggestion) -> str:
    return one.key


class Shelf:
    """The few that were used last, each with up to where the database was asked."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[Kept, Mark]] = OrderedDict()
        self._lock = Lock()

    def take(self, business: Business, clock: Clock) -> tuple[Kept | None, Mark]:
        with self._lock:
            kept, until = self._kept.get(business.pk, (None, AT_FIRST))
        return (kept, until) if kept and kept.clock == clock else (None, AT_FIRST)

    def put(self, business: Business, kept: Kept, until: Mark) -> None:
        with self._lock:
            self._kept[business.pk] = (kept, until)
            self._kept.move_to_end(business.pk)
            while len(self._kept) > BUSINESSES:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()


SHELF = Shelf()


def look(business: Business, day: date) -> Kept:
    """Inside a transaction nothing is kept: what is seen there may never come to be."""
    clock = Clock(day, business.time_zone, business.currency)
    if connection.in_atomic_block:
        return anew(business, clock)
    before, until = SHELF.take(business, clock)
    news = moved.since(business, until)
    kept = anew(business, clock) if before is None else after(business, before, news)
    SHELF.put(business, kept, news.until)
    return kept


def anew(business: Business, clock: Clock) -> Kept:
    asked = {suggest: asking.ask(business, clock.day, suggest) for suggest in SUGGESTIONS}
    return put_together(business, clock, asked)


def after(business: Business, before: Kept, news: News) -> Kept:
    """Of a kind that looks from one person to another, all; of the others, whoever has moved."""
    if not news.of:
        return before
    if news.is_large:
        return anew(business, before.clock)
    day, people = before.clock.day, news.of
    mails = mails_again(business, before, people)
    # Whoever complains is asked nothing else meanwhile.
    people |= before.complained ^ whom(complaints_in(mails.new))
    asked: dict[Suggest, Asked] = {in_mail.in_mail: mails}
    for suggest in SUGGESTIONS:
        if suggest not in asked:
            again = asking.ask_again(business, day, suggest, people, before.said[suggest])
            asked[suggest] = enough(again, before, suggest) or asking.ask(business, day, suggest)
    return put_together(business, before.clock, asked, before, people)


def mails_again(business: Business, before: Kept, people: Collection[int]) -> Asked:
    """Complaints are looked at closely each time, for they decide what else rests."""
    mails = in_mail.in_mail
    known = [one for one in before.said[mails] if one.kind != in_mail.COMPLAINT]
    known += before.complaints
    again = asking.ask_mails_again(business, before.clock.day, people, known)
    again = enough(again, before, mails) or asking.ask(business, before.clock.day, mails)
    same = [one for one in again.same if one.kind != in_mail.COMPLAINT]
    return Asked(same, [*again.new, *complaints_in(again.same)])


def enough(again: Asked | None, before: Kept, suggest: Suggest) -> Asked | None:
    """Of a kind that was cut off, whoever came behind the limit is missing."""
    is_worn = again and len(again.same) + len(again.new) < before.at_first[suggest] - WORN
    return None if is_worn else again


def put_together(
    business: Business,
    clock: Clock,
    asked: Mapping[Suggest, Asked],
    before: Kept | None = None,
    people: Collection[int] = (),
) -> Kept:
    """What is new is looked at closely; the rest stands as it did."""
    new = [one for each in asked.values() for one in each.new]
    still = still_open(business, new, clock.day)
    known = before.stands.keys() - set(people) if before else set()
    strangers = {one.person.pk for one in still if one.person} - known
    stands = {**(before.stands if before else {}), **stands_of(business, strangers, clock.day)}
    ways = {pk: way for pk, way in before.ways.items() if pk in known} if before else {}
    ways |= ways_with(strangers)
    is_open = {one.key for one in still}
    said = {
        suggest: [
            *each.same,
            *(seen(one, stands, ways, clock.day) for one in each.new if one.key in is_open),
        ]
        for suggest, each in asked.items()
    }
    return Kept(
        clock=clock,
        said=said,
        at_first={
            suggest: before.at_first[suggest] if before and each.same else len(said[suggest])
            for suggest, each in asked.items()
        },
        complaints=complaints_in(asked[in_mail.in_mail].new),
        stands=stands,
        ways=ways,
        learned=minutes.factors(business),
        rates=weights.rates(business, end_of(clock)),
    )


def stands_of(business: Business, people: Collection[int], day: date) -> dict[int, Standing]:
    return standing(business, people, day) if people else {}


def ways_with(people: Collection[int]) -> dict[int, Opportunity]:
    """The people are of one business; named again, it tempts SQLite to read all its ways."""
    ways = Opportunity.objects.walking().filter(person__in=people).order_by("stage", "-pk")
    return {way.person_id: way for way in ways} if people else {}


def seen(
    one: Suggestion,
    stands: Mapping[int, Standing],
    ways: Mapping[int, Opportunity],
    day: date,
) -> Suggestion:
    """With how one stands. A word that is owed to somebody weighs as much as the way with them."""
    way = ways.get(one.person.pk) if one.person and not one.opportunity else None
    if way:
        one = replace(one, opportunity=way, stage=way.stage, worth_cents=way.worth_cents)
    return numbered(one, stands, day)


def whom(found: Iterable[Suggestion]) -> frozenset[int]:
    return frozenset(one.person.pk for one in found if one.person)


def complaints_in(found: Iterable[Suggestion]) -> list[Suggestion]:
    return [one for one in found if one.kind == in_mail.COMPLAINT]


def end_of(clock: Clock) -> datetime:
    return datetime.combine(clock.day, time.max, ZoneInfo(clock.time_zone))
