"""Which ways are not proposed: asked and waiting, or asked before in vain.

A way that was asked is not proposed again, whatever was answered: if only a no closed it, its being
closed would tell of the no. Who wants to may ask the same once more by hand, after a year.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from passo.businesses.models import Business
from passo.introductions.models import Ask, Introduction
from passo.introductions.models.introduction import WAITING, State

Way = tuple[int, int]  # broker, target
YEAR = timedelta(days=365)
IN_VAIN = (State.RESTS, State.WITHDRAWN)


def resting_since(today: date) -> date:
    """What would have rested from this day on is not asked again yet."""
    return today - YEAR


def may_be_asked_again(made: Introduction, today: date) -> bool:
    """By hand: it has rested for long enough."""
    is_old = made.rests_on is not None and made.rests_on < resting_since(today)
    return is_old and made.state in IN_VAIN


class Closed:
    """Of these targets. Silence, not now and no are one and the same here."""

    def __init__(self, business: Business, targets: Iterable[int], today: date) -> None:
        self.ways, self.targets = asked_before(business, targets, today)

    def among(self, ways: Iterable[Way]) -> set[Way]:
        return {way for way in ways if way in self.ways or way[1] in self.targets}


def asked_before(
    business: Business, targets: Iterable[int], today: date
) -> tuple[set[Way], set[int]]:
    """Ways that were asked, whatever has become of them; and who was asked beyond within a year,
    in vain or not: if other ways to them went only with a no, their going would tell it.
    """
    lately = Q(rests_on__gte=resting_since(today)) | Q(state__in=(*WAITING, State.BOTH))
    rows = business.introductions.sought().filter(target__in=list(targets))
    rows = rows.filter(lately | Q(state__in=IN_VAIN))
    yes = Ask.objects.filter(role=Ask.Role.BROKER, agreed_at__isnull=False)
    has_agreed = Exists(yes.filter(introduction=OuterRef("pk")))
    ways, closed = set[Way](), set[int]()
    columns = rows.annotate(is_late=lately).values_list("broker", "target", "is_late", has_agreed)
    for broker, target, is_late, agreed in columns:
        ways.add((broker or 0, target))
        if agreed and is_late:
            closed.add(target)
    return ways, closed
