"""Small makers for offers that are on their way."""

import re
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import offer_evidence
from passo.steps.models import Offer
from tests.steps_world import make_offer
from tests.world import words_of

TYPED = {
    "promise": "Your meter room checked in one morning",
    "scope": "Every fuse measured\nNot in it: repairs",
    "price": "95",
    "hours": "2",
    "cost": "8,50",
    "language": "en",
}


def today() -> date:
    return timezone.localdate()


def in_days(days: int) -> date:
    return today() + timedelta(days=days)


def typed(**values: Any) -> dict[str, Any]:
    return {**TYPED, "valid_until": in_days(14).isoformat(), **values}


def make_sent(business: Business, person: Person, *, by: User, **values: Any) -> tuple[Offer, str]:
    """The offer and the secret of its link."""
    values = {"valid_until": in_days(14), **values}
    offer = make_offer(business, person, by=by, **values)
    token = offer_evidence.send(offer, by=by, today=today())
    return offer, token


def link(token: str) -> str:
    return reverse("client_offer", args=[token])


def passed(offer: Offer, **values: Any) -> Offer:
    """As if time had passed: fields set without history."""
    Offer.objects.filter(pk=offer.pk).update(**values)
    return Offer.objects.get(pk=offer.pk)


def at(name: str, business: Business, offer: Offer | None = None) -> str:
    return reverse(name, args=[business.slug, *([offer.pk] if offer else [])])


def undo_on(response: Any) -> str:
    found = re.search(r'action="(/b/[\w-]+/history/\d+/undo/)"', response.content.decode())
    assert found, words_of(response)
    return found[1]
