"""Evidence read from what passed between the business and a person, in one question for many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from passo.businesses.models import Business
from passo.steps import stages
from passo.steps.climbing import show
from passo.steps.models import Evidence, Opportunity

SMALL = 8  # in a larger round nobody speaks to somebody
IN_PERSON = frozenset({"meeting", "visit"})
WRITTEN = frozenset({"mail", "message", "letter"})
ENOUGH = 2  # mails each way, to call it talking
BATCH = 500


class Passed(NamedTuple):
    touch: int
    at: datetime
    kind: str
    direction: str
    size: int


@dataclass(frozen=True, slots=True)
class Found:
    """A kind of evidence, and the first touch that gives it."""

    kind: str
    touch: int
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.kind}:touch"

    @property
    def stage(self) -> int:
        return stages.SHOWS[self.kind]


def found_for(
    business: Business, people: Sequence[int], *, until: date | None = None
) -> dict[int, list[Found]]:
    """What the touches of these people show. Somebody of whom they show nothing is not in it."""
    passed: dict[int, list[Passed]] = defaultdict(list)
    rows = business.participations.filter(person__in=people).order_by("at", "pk")
    if until:
        rows = rows.filter(at__lt=end_of(business, until))
    for row in rows.values_list("person", "touch", "at", "kind", "direction", "size", named=True):
        passed[row.person].append(Passed(row.touch, row.at, row.kind, row.direction, row.size))
    told = {person: list(evidence_in(touches)) for person, touches in passed.items()}
    return {person: found for person, found in told.items() if found}


def evidence_in(touches: Sequence[Passed]) -> Iterator[Found]:
    """The first of each kind, where there is one. Touches come the earliest first."""
    close = [one for one in touches if one.size <= SMALL]
    for kind, first in (
        ("introduced", introduced(close)),
        ("they_wrote", they_wrote(close)),
        ("talked", talked(close)),
    ):
        if first:
            yield Found(kind, first.touch, first.at)


def introduced(touches: Sequence[Passed]) -> Passed | None:
    """A third wrote to both before either wrote to the other, or it began face to face."""
    for one in touches[:1]:
        if one.kind in IN_PERSON or (one.kind in WRITTEN and one.direction == "both"):
            return one
    return None


def they_wrote(touches: Sequence[Passed]) -> Passed | None:
    return next((one for one in touches if one.direction == "in"), None)


def talked(touches: Sequence[Passed]) -> Passed | None:
    """By voice at once; in writing when both have written twice."""
    written = {"in": 0, "out": 0}
    for one in touches:
        if one.kind in IN_PERSON or one.kind == "call":
            return one
        if one.kind in WRITTEN and one.direction in written:
            written[one.direction] += 1
            if min(written.values()) >= ENOUGH:
                return one
    return None


def end_of(business: Business, day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(business.time_zone))


def day_of(business: Business, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(business.time_zone)).date()


def rows_of(opportunity: Opportunity, found: Iterable[Found]) -> list[Evidence]:
    return [
        Evidence(
            business=opportunity.business,
            opportunity=opportunity,
            kind=one.kind,
            stage=one.stage,
            on=day_of(opportunity.business, one.at),
            touch_id=one.touch,
            key=one.key,
        )
        for one in found
    ]


def read_again(business: Business, opportunities: Sequence[Opportunity]) -> int:
    """Add what the touches show by now; how many pieces of evidence are new."""
    before = business.evidence.count()
    for start in range(0, len(opportunities), BATCH):
        some = opportunities[start : start + BATCH]
        told = found_for(business, [one.person_id for one in some])
        rows = [row for one in some for row in rows_of(one, told.get(one.person_id, []))]
        Evidence.objects.bulk_create(rows, ignore_conflicts=True)
        show(one.pk for one in some)
    return business.evidence.count() - before
