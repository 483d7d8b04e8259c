"""Small makers for introductions, asks, wishes and contributions."""

from datetime import date, timedelta
from typing import Any

from passo.businesses.models import Business, User
from passo.introductions.models import (
    Ask,
    Contribution,
    Introduction,
    Refused,
    Sharing,
    Wish,
)
from passo.lib.secret import hash_token, make_token
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


def make_ask(introduction: Introduction, role: str = "broker", **values: Any) -> tuple[Ask, str]:
    """And the secret of its link."""
    token = make_token()
    ask = introduction.asks.create(
        business=introduction.business,
        person=introduction.broker or introduction.target,
        role=role,
        link_hash=hash_token(token),
        **{"ends_on": TODAY + timedelta(days=30)} | values,
    )
    return ask, token


def make_introductions_of_every_kind(business: Business) -> dict[str, int]:
    """A row in every table of the area; and what stands in the gaps of its addresses."""
    introduction = make_introduction(business, purpose="Chargers for three car parks")
    ask, token = make_ask(introduction)
    contribution = make_contribution(business, introduction.broker)
    person = make_person(business, "Silvia Pozzi")
    wish = Wish.add(by=None, business=business, person=person, kind=Wish.Kind.NEVER_THROUGH)
    Refused.objects.create(business=business, mark="0" * 64)
    owner = business.owners().first()
    assert owner
    Sharing.objects.create(business=business, user=owner.user, takes_part=True)
    return {
        "introduction_id": introduction.pk,
        "ask_id": ask.pk,
        "contribution_id": contribution.pk,
        "wish_id": wish.pk,
        "asked.token": token,
    }
