"""Which ways are not proposed: asked and waiting, resting for a year, or not to be asked again."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from passo.businesses.models import Business
from passo.introductions import marks
from passo.introductions.models import Ask
from passo.introductions.models.introduction import WAITING, State

Way = tuple[int, int]  # broker, target


class Closed:
    """Of these targets. Silence, not now and no are one and the same here."""

    def __init__(self, business: Business, targets: Iterable[int], today: date) -> None:
        self.business, self.today = business, today
        self.ways, self.targets = resting(business, targets, today)

    def among(self, ways: Iterable[Way]) -> set[Way]:
        asked = set(ways)
        shut = {way for way in asked if way in self.ways or way[1] in self.targets}
        return shut | {
            (broker, target)
            for broker, target in marks.refused_ways(self.business, asked - shut, self.today)
            if broker
        }


def resting(business: Business, targets: Iterable[int], today: date) -> tuple[set[Way], set[int]]:
    """Ways that were asked, whatever has become of them; and who was asked beyond, in vain or not:
    if other ways to them went only with a no, their going would tell it.
    """
    is_rest = Q(rests_on__gte=marks.resting_since(today))
    rows = business.introductions.sought().filter(target__in=list(targets))
    rows = rows.filter(is_rest | Q(state__in=(*WAITING, State.BOTH)))
    yes = Ask.objects.filter(role=Ask.Role.BROKER, agreed_at__isnull=False)
    has_agreed = Exists(yes.filter(introduction=OuterRef("pk")))
    ways, closed = set[Way](), set[int]()
    for broker, target, agreed in rows.values_list("broker", "target", has_agreed):
        ways.add((broker or 0, target))
        if agreed:
            closed.add(target)
    return ways, closed
