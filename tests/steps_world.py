"""Small makers for opportunities, steps and offers."""

from datetime import date
from decimal import Decimal
from typing import Any

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import climbing, verbs
from passo.steps.models import Feed, Offer, OfferMail, Opportunity, Step
from tests.people_world import make_person

TODAY = date(2026, 11, 20)


def make_opportunity(
    business: Business, person: Person | None = None, *, by: User | None = None, **values: Any
) -> Opportunity:
    person = person or make_person(business)
    return Opportunity.add(by=by, business=business, person=person, **values)


def make_step(
    business: Business, person: Person | None = None, *, by: User | None = None, **values: Any
) -> Step:
    verb = values.setdefault("verb", verbs.CALL)
    values = {"words": "Call about the stair lights", "minutes": verbs.MINUTES[verb], **values}
    return Step.add(by=by, business=business, person=person, **values)


def make_offer(
    business: Business, person: Person | None = None, *, by: User | None = None, **values: Any
) -> Offer:
    usual = {
        "promise": "Your meter room checked in one morning",
        "price_cents": 9500,
        "currency": "EUR",
        "hours": Decimal(2),
    }
    return Offer.add(by=by, business=business, person=person, **usual | values)


def make_steps_of_every_kind(business: Business) -> dict[str, int]:
    """A row in every table of the area; and what stands in the gaps of its addresses."""
    person = make_person(business, "Elisa Corsi")
    opportunity = make_opportunity(business, person, purpose="Night lights")
    evidence = climbing.add_evidence(opportunity, "talked", on=TODAY, key="talked:by hand")
    opportunity.move(3, by=None)
    begun = make_opportunity(business, make_person(business, "Ugo Landi"), stage=2)
    step = make_step(business, person, opportunity=opportunity)
    offer = make_offer(business, person, opportunity=opportunity)
    # Its page speaks the language of the offer, whoever looks: the longest words there are.
    sent = make_offer(business, person, opportunity=opportunity, language="de")
    token = sent.send(by=owner_of(business), today=TODAY)
    OfferMail.objects.create(business=business, offer=sent, address="elisa@corsi.example")
    return {
        "opportunity_id": opportunity.pk,
        "evidence_id": evidence.pk,
        "step_id": step.pk,
        "suggestion_key": f"rung:{begun.pk}:2-0",
        "offer_id": offer.pk,
        "client_offer.token": token,
        "client_offer_pdf.token": token,
        "calendar_feed.token": Feed.make(business, owner_of(business)),
    }


def owner_of(business: Business) -> User:
    membership = business.owners().first()
    assert membership
    return membership.user
