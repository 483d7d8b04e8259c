"""Small offers of the sample business: its library, and what became of each that went out."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.demo import Deed, figure
from passo.businesses.models import Business
from passo.steps.demo.walks import walk_with
from passo.steps.models import Offer
from passo.steps.models.offer import State


class Small(NamedTuple):
    promise: str
    scope: str
    price: int  # euros
    cost: int
    hours: int


class Sent(NamedTuple):
    who: str
    what: str  # a key of the library
    sent: int  # days ago
    yes: int = 0  # days ago; 0 for no answer yet
    done: int = 0
    worth: str = ""


LIBRARY = {
    "meters": Small(
        _("Your meter room checked in one morning"),
        _("Every line measured, a page with what is urgent and what can wait."),
        95,
        5,
        2,
    ),
    "stairs": Small(
        _("One staircase that is never dark again"),
        _("Sensor and lamp on each floor of one staircase, the old ones taken away."),
        480,
        190,
        4,
    ),
    "charger": Small(
        _("A plan for your charger, on one page"),
        _("A visit, the load of the house, one price."),
        120,
        0,
        2,
    ),
}
SENT = [
    Sent("Paola Rinaldi", "meters", 600, 599, 590, _("Now I know what to tell the owners.")),
    Sent("Paola Rinaldi", "stairs", 25, 25, 13, _("The tenants are no longer afraid.")),
    Sent("Francesca Benati", "stairs", 62, 60, 52, _("Nobody waits in the dark any more.")),
    Sent("Hannah Schneider", "charger", 38, 36, 17),
    Sent("Fabio Marchetti", "meters", 40, 37),
    Sent("Valentina Orsi", "stairs", 9),
]
WRITTEN = 640  # days ago


def life(_clock: datetime) -> list[tuple[int, str, Deed]]:
    told: list[tuple[int, str, Deed]] = [(WRITTEN, "20:30", writing(one)) for one in LIBRARY]
    for one in SENT:
        told.append((one.sent, "18:30", sending(one)))
        if one.yes:
            told.append((one.yes, "18:40", changing(one, "note_yes", accepted)))
        if one.done:
            told.append((one.done, "18:50", changing(one, "deliver", delivered)))
        if one.worth:
            told.append((one.done - 2, "18:55", changing(one, "value", valued)))
    return told


def values_of(small: Small, business: Business) -> dict[str, Any]:
    return {
        "promise": gettext(small.promise),
        "scope": gettext(small.scope),
        "price_cents": small.price * 100,
        "cost_cents": small.cost * 100,
        "hours": Decimal(small.hours),
        "currency": business.currency,
        "language": business.language,
    }


def writing(name: str) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        values = values_of(LIBRARY[name], business)
        by = figure(business, "chiara")
        Offer.add(by=by, business=business, added_at=then, **values)

    return deed


def sending(one: Sent) -> Deed:
    """Without its link: nothing here draws a secret."""

    def deed(business: Business, then: datetime) -> None:
        walk, by = walk_with(business, one.who), figure(business, "chiara")
        values = values_of(LIBRARY[one.what], business)
        library = business.offers.library().filter(promise=values["promise"]).first()
        offer = Offer.add(
            by=by,
            business=business,
            person=walk.person,
            opportunity=walk,
            made_from=library,
            valid_until=then.date() + timedelta(days=21),
            added_at=then,
            **values,
        )
        offer.change(by=by, what="send", state=State.SENT, sent_at=then, sent_by=by.pk)

    return deed


Values = Callable[[Sent, datetime], dict[str, Any]]


def changing(one: Sent, what: str, values: Values) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        sent = business.offers.filter(person__name=one.who).order_by("-sent_at").first()
        assert sent  # noqa: S101 -- it was sent just before
        sent.change(by=figure(business, "chiara"), what=what, **values(one, then))

    return deed


def accepted(_one: Sent, then: datetime) -> dict[str, Any]:
    return {"state": State.ACCEPTED, "answered_at": then}


def delivered(one: Sent, then: datetime) -> dict[str, Any]:
    hours = Decimal(LIBRARY[one.what].hours)
    return {"state": State.DELIVERED, "delivered_on": then.date(), "hours_taken": hours}


def valued(one: Sent, _then: datetime) -> dict[str, Any]:
    return {"value_words": gettext(one.worth)}
