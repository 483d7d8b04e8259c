"""Which ways are not proposed: asked and waiting, resting for a year, or not to be asked again."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from passo.businesses.models import Business
from passo.introductions import marks
from passo.introductions.models import Ask
from passo.introductions.models.introduction import WAITING, State

YEAR = timedelta(days=365)
Way = tuple[int, int]  # broker, target


class Closed:
    """Of these targets. Silence, not now and no are one and the same here."""

    def __init__(self, business: Business, targets: Iterable[int], today: date) -> None:
        self.business = business
        self.ways, self.targets = resting(business, targets, today)

    def among(self, ways: Iterable[Way]) -> set[Way]:
        asked = set(ways)
        shut = {way for way in asked if way in self.ways or way[1] in self.targets}
        return shut | {
            (broker, target)
            for broker, target in marks.refused_ways(self.business, asked - shut)
            if broker
        }


def resting(business: Business, targets: Iterable[int], today: date) -> tuple[set[Way], set[int]]:
    """Ways that were asked; and who did not answer although the broker agreed."""
    is_rest = Q(state=State.RESTS, rests_on__gt=today - YEAR)
    rows = business.introductions.sought().filter(target__in=list(targets))
    rows = rows.filter(is_rest | Q(state__in=(*WAITING, State.BOTH)))
    yes = Ask.objects.filter(role=Ask.Role.BROKER, agreed_at__isnull=False)
    has_agreed = Exists(yes.filter(introduction=OuterRef("pk")))
    ways, closed = set[Way](), set[int]()
    for broker, target, state, agreed in rows.values_list("broker", "target", "state", has_agreed):
        ways.add((broker or 0, target))
        if state == State.RESTS and agreed:
            closed.add(target)
    return ways, closed
