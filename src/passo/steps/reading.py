"""Evidence read from what passed between the business and a person, in one question for many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils import timezone

from passo.businesses.models import Business
from passo.engine.signals import shapes
from passo.steps import introduced as introduced_by
from passo.steps import stages
from passo.steps.climbing import show
from passo.steps.models import Evidence, Opportunity
from passo.steps.models.offer import TAKEN
from passo.steps.suggestions.suggestion import on_clock

SMALL = 8  # in a larger round nobody speaks to somebody
IN_PERSON = frozenset({"meeting", "visit"})
SPOKEN = IN_PERSON | {"call"}
WRITTEN = frozenset({"mail", "message", "letter"})
ENOUGH = 2  # mails each way, to call it talking
BATCH = 500
NOTHING: Mapping[str, str] = MappingProxyType({})
# Who says no shows no interest; what a machine wrote shows nothing.
NO_INTEREST = frozenset(
    (shapes.REFUSAL, shapes.OUT_OF_OFFICE, shapes.BOUNCE, shapes.NO_LONGER_HERE)
)
GLAD = (shapes.PRAISE, shapes.THANKS)
TELLING = (*NO_INTEREST, *GLAD, shapes.INTRODUCTION_MADE)
GLAD_DAYS = timedelta(days=60)  # later, thanks are for something else


class Passed(NamedTuple):
    touch: int
    at: datetime
    kind: str
    direction: str
    size: int
    said: Mapping[str, str] = NOTHING  # what its words say, by kind, and in which


class Given(NamedTuple):
    """A small thing that was delivered, or is agreed; since when, and on whose way."""

    since: datetime
    is_delivered: bool
    way: int


@dataclass(frozen=True, slots=True)
class Found:
    """A kind of evidence, and the first touch that gives it."""

    kind: str
    touch: int
    at: datetime
    words: str = ""
    way: int | None = None  # only this opportunity is shown by it

    @property
    def key(self) -> str:
        return f"{self.kind}:touch"

    @property
    def stage(self) -> int:
        return stages.SHOWS[self.kind]


def found_for(
    business: Business, people: Sequence[int], *, until: date | None = None
) -> dict[int, list[Found]]:
    """What the touches of these people show. Somebody of whom they show nothing is not in it.

    A meeting that is only agreed, as calendars have them, shows nothing before it has been.
    """
    passed: dict[int, list[Passed]] = defaultdict(list)
    before = end_of(business, until) if until else timezone.now()
    rows = business.participations.filter(person__in=people, at__lt=before).order_by("at", "pk")
    said, given = said_in(business, people), given_to(business, people)
    for row in rows.values_list("person", "touch", "at", "kind", "direction", "size", named=True):
        of_touch = (row.touch, row.at, row.kind, row.direction, row.size)
        passed[row.person].append(Passed(*of_touch, said.get(row.touch, NOTHING)))
    told = {
        person: list(evidence_in(touches, given.get(person, ())))
        for person, touches in passed.items()
    }
    return {person: found for person, found in told.items() if found}


def said_in(business: Business, people: Sequence[int]) -> dict[int, dict[str, str]]:
    """What they, or a third, say in the mails with these people."""
    rows = business.signals.filter(
        touch__participations__person__in=people, kind__in=TELLING, is_ours=False, address=""
    )
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for touch, kind, quote in rows.values_list("touch", "kind", "quote").distinct():
        found[touch][kind] = quote
    return found


def given_to(business: Business, people: Sequence[int]) -> dict[int, list[Given]]:
    """Small things that these people said yes to; of a delivery the hour is not known."""
    rows = business.offers.filter(
        person__in=people, state__in=TAKEN, opportunity__isnull=False
    ).order_by("pk")
    found: dict[int, list[Given]] = defaultdict(list)
    for person, way, yes, done in rows.values_list(
        "person", "opportunity", "answered_at", "delivered_on"
    ):
        since = end_of(business, done - timedelta(days=1)) if done else yes
        if person and way and since:
            found[person].append(Given(since, is_delivered=bool(done), way=way))
    return found


def evidence_in(touches: Sequence[Passed], given: Sequence[Given] = ()) -> Iterator[Found]:
    """The first of each kind, where there is one. Touches come the earliest first."""
    close = [one for one in touches if one.size <= SMALL]
    for kind, first in (
        ("introduced", introduced(close)),
        ("they_wrote", they_wrote(close)),
        ("talked", talked(close)),
    ):
        if first:
            yield Found(kind, first.touch, first.at)
    for way in dict.fromkeys(one.way for one in given):
        for first, words in valued(close, [one for one in given if one.way == way]):
            yield Found("valued", first.touch, first.at, words, way)


def introduced(touches: Sequence[Passed]) -> Passed | None:
    """It began face to face, or a third wrote to both before either wrote to the other.

    To have stood in one mail is no introduction: they came to us afterwards, or it says so.
    """
    came = any(one.direction == "in" or one.kind in SPOKEN for one in touches[1:])
    for one in touches[:1]:
        is_thirds = one.kind in WRITTEN and one.direction == "both"
        if one.kind in IN_PERSON or (is_thirds and came):
            return one
    says_so = (one for one in touches if shapes.INTRODUCTION_MADE in one.said)
    return next((one for one in says_so if one.direction == "both"), None)


def they_wrote(touches: Sequence[Passed]) -> Passed | None:
    return next((one for one in touches if one.direction == "in" and is_interest(one)), None)


def is_interest(one: Passed) -> bool:
    return NO_INTEREST.isdisjoint(one.said)


def talked(touches: Sequence[Passed]) -> Passed | None:
    """By voice at once; in writing when both have written twice."""
    written = {"in": 0, "out": 0}
    for one in touches:
        if one.kind in SPOKEN:
            return one
        if one.kind in WRITTEN and one.direction in written and is_interest(one):
            written[one.direction] += 1
            if min(written.values()) >= ENOUGH:
                return one
    return None


def valued(touches: Sequence[Passed], given: Sequence[Given]) -> Iterator[tuple[Passed, str]]:
    """The first thanks or praise after something was delivered.

    Before that thanks are for the offer; only praise says that what was agreed is done and good.
    """
    for one in touches:
        for kind in GLAD if one.direction == "in" else ():
            if kind in one.said and any(is_about(one, kind, each) for each in given):
                yield one, one.said[kind]
                return


def is_about(one: Passed, kind: str, given: Given) -> bool:
    is_after = given.since <= one.at <= given.since + GLAD_DAYS
    return is_after and (given.is_delivered or kind == shapes.PRAISE)


def end_of(business: Business, day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(business.time_zone))


def rows_of(opportunity: Opportunity, found: Iterable[Found]) -> list[Evidence]:
    return [
        Evidence(
            business=opportunity.business,
            opportunity=opportunity,
            kind=one.kind,
            stage=one.stage,
            on=on_clock(opportunity.business, one.at),
            touch_id=one.touch,
            key=one.key,
            words=one.words,
        )
        for one in found
        if one.way in (None, opportunity.pk)
    ]


def read_again(business: Business, opportunities: Sequence[Opportunity]) -> int:
    """Add what the touches show by now; how many pieces of evidence are new."""
    before = business.evidence.count()
    for start in range(0, len(opportunities), BATCH):
        some = opportunities[start : start + BATCH]
        told = found_for(business, [one.person_id for one in some])
        rows = [row for one in some for row in rows_of(one, told.get(one.person_id, []))]
        Evidence.objects.bulk_create(rows, ignore_conflicts=True)
        introduced_by.follow(business, [one.person_id for one in some])
        show(one.pk for one in some)
    return business.evidence.count() - before
