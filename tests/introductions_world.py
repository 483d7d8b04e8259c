"""Small makers for introductions, asks, wishes and contributions."""

from datetime import date
from typing import Any

from django.utils import timezone

from passo.businesses.models import Business, User
from passo.introductions import asking
from passo.introductions.models import (
    Contribution,
    Dropped,
    Introduction,
    Need,
    Refused,
    Sharing,
    Wish,
)
from passo.people.models import Person
from tests.people_world import make_person

TODAY = date(2026, 11, 20)


def make_introduction(
    business: Business, target: Person | None = None, *, by: User | None = None, **values: Any
) -> Introduction:
    target = target or make_person(business, "Giulia Ferri")
    if "other" not in values:
        values.setdefault("broker", None)
        values["broker"] = values["broker"] or make_person(business, "Paola Rinaldi")
    return Introduction.add(by=by, business=business, target=target, asker=by, **values)


def make_contribution(
    business: Business, person: Person | None = None, *, by: User | None = None, **values: Any
) -> Contribution:
    usual = {"is_given": True, "kind": "advice", "on": TODAY, "words": "Which lamps last"}
    person = person or make_person(business)
    return Contribution.add(by=by, business=business, person=person, **usual | values)


def make_asked(
    business: Business, *, by: User, today: date | None = None, **values: Any
) -> Introduction:
    """Written and sent."""
    usual = {"words": "Hi Paola,\n\nmay I?", "blurb": "Anna bakes. May she write to you?"}
    introduction = make_introduction(business, by=by, **usual | values)
    introduction.send(by=by, today=today or timezone.localdate())
    return introduction


def secret(introduction: Introduction, role: str) -> str:
    """Of the link of whoever is asked in this role."""
    return asking.token_of(introduction.asks.get(role=role))


def make_introductions_of_every_kind(business: Business) -> dict[str, Any]:
    """A row in every table of the area; and what stands in the gaps of its addresses."""
    owner = business.owners().first()
    assert owner
    # The page of whoever is asked speaks the language of the ask: the longest words there are.
    values = {"purpose": "Chargers for three car parks", "language": "de"}
    introduction = make_asked(business, by=owner.user, **values)
    ask = introduction.asks.get()
    contribution = make_contribution(business, introduction.broker)
    person = make_person(business, "Silvia Pozzi")
    wish = Wish.add(by=None, business=business, person=person, kind=Wish.Kind.NEVER_THROUGH)
    Dropped.keep(person, introduction.target, by=None)
    need = Need.add(by=None, business=business, person=person, words="A stonemason")
    business.meanings.create(person=person, part="needs", digest="0" * 16, vector=bytes(1024))
    Refused.objects.create(business=business, mark="0" * 64)
    Sharing.objects.get_or_create(business=business, user=owner.user, takes_part=True)
    return {
        "introduction_id": introduction.pk,
        "ask_id": ask.pk,
        "contribution_id": contribution.pk,
        "wish_id": wish.pk,
        "need_id": need.pk,
        "asked.token": asking.token_of(ask),
    }
