"""What came since the last mail, in one line."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.businesses.models import Business, User
from passo.lib.dates import format_number
from passo.steps.models.offer import TAKEN
from passo.steps.models.offer import State as OfferState
from passo.steps.models.step import State
from passo.steps.stages import stage_of

AT_MOST = 3
NAMED = 3  # more people are counted


def told(business: Business, user: User, since: datetime, now: datetime) -> str:
    """The weightiest first: answers, what was handed over, how far somebody came, who wrote."""
    sentences = [
        *answers(business, since, now),
        *handed_over(business, user, since),
        *climbs(business, since, now),
        *came_in(business, since, now),
    ]
    return " ".join(sentences[:AT_MOST])


def answers(business: Business, since: datetime, now: datetime) -> Iterator[str]:
    said = (OfferState.DECLINED, *TAKEN)  # an offer may be taken back after a “not now”
    asked = business.offers.filter(answered_at__gte=since, answered_at__lt=now, state__in=said)
    for offer in asked.select_related("person").order_by("-answered_at")[:AT_MOST]:
        values = {"name": offer.person, "offer": offer.promise}
        if offer.state == OfferState.DECLINED:
            yield _("%(name)s said “not now” to “%(offer)s”.") % values
        else:
            yield _("%(name)s said yes to “%(offer)s”.") % values


def handed_over(business: Business, user: User, since: datetime) -> Iterator[str]:
    """By somebody else, and still to do."""
    deeds = business.changes.filter(kind="steps.step", what="hand_over", at__gte=since)
    handed = deeds.exclude(by=user).values_list("thing", flat=True)
    numbers = [int(thing) for thing in handed[:500]]
    mine = business.steps.filter(pk__in=numbers, handed_to=user, state=State.OPEN).count()
    if mine:
        words = ngettext("One step was handed to you.", "%(n)s steps were handed to you.", mine)
        yield words % {"n": format_number(mine)}


def climbs(business: Business, since: datetime, now: datetime) -> Iterator[str]:
    rows = business.climbs.filter(at__gte=since, at__lt=now).select_related("opportunity__person")
    for one in rows.order_by("-after", "-at")[:AT_MOST]:
        if one.after > one.before:
            values = {"name": one.opportunity.person, "stage": stage_of(one.after).label}
            yield _("%(name)s has come as far as “%(stage)s”.") % values


def came_in(business: Business, since: datetime, now: datetime) -> Iterator[str]:
    came = business.participations.filter(at__gte=since, at__lt=now, direction="in")
    people = business.people.listed().filter(pk__in=came.values("person"))
    names = list(people.order_by("-strength", "pk").values_list("name", flat=True)[: NAMED + 1])
    if len(names) > NAMED:
        count = people.count()
        words = ngettext("%(n)s person got in touch.", "%(n)s people got in touch.", count)
        yield words % {"n": format_number(count)}
    elif names:
        yield _("In touch: %(names)s.") % {"names": ", ".join(names)}
