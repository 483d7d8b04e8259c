"""What people need, who wants to be left out, and whose ties may be found."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.demo import Deed, figure
from passo.businesses.models import Business
from passo.introductions import sharing
from passo.introductions.models import Need, Wish
from passo.people.demo.by_hand import person


class Needed(NamedTuple):
    days: int  # ago
    who: str
    words: str


class Wished(NamedTuple):
    days: int  # ago
    who: str
    kind: Wish.Kind


NEEDS = [
    Needed(35, "Daniela Grandi", _("An architect for two small rooms")),
    Needed(20, "Francesca Benati", _("A painter for her two rooms")),
    Needed(14, "Hannah Schneider", _("An accountant for her two rented rooms")),
    Needed(8, "Claudia Serra", _("A plumber for the washing room")),
]
WISHES = [
    Wished(149, "Davide Sarti", Wish.Kind.STRAINED),
    Wished(39, "Piero Costa", Wish.Kind.NEVER_THROUGH),
    Wished(11, "Ivano Masi", Wish.Kind.FORGET),
]
SHARE = ("chiara", "roberto")


def life() -> list[tuple[int, str, Deed]]:
    told: list[tuple[int, str, Deed]] = [(one.days, "18:15", needing(one)) for one in NEEDS]
    told += [(one.days, "18:20", wishing(one)) for one in WISHES]
    told += [(70, "21:15", letting_find(who)) for who in SHARE]
    return told


def needing(one: Needed) -> Deed:
    """That is to be understood, which the queue does afterwards: here nobody waits for it."""

    def deed(business: Business, then: datetime) -> None:
        Need.add(
            by=figure(business, "chiara"),
            business=business,
            person=person(business, one.who),
            words=gettext(one.words),
            said_on=then.date(),
        )

    return deed


def wishing(one: Wished) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        Wish.add(
            by=figure(business, "chiara"),
            business=business,
            person=person(business, one.who),
            kind=one.kind,
            at=then,
        )

    return deed


def letting_find(who: str) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        user = figure(business, who)
        sharing.decide(business, user, takes_part=True)
        business.sharings.filter(user=user).update(at=then)

    return deed
