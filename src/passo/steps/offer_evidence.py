"""What the offers of one relationship show of the ladder: made, taken again, worth it, returned."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from django.db import transaction

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import climbing, reading
from passo.steps.models import Offer, Opportunity
from passo.steps.models.offer import TAKEN, State
from passo.steps.models.opportunity import State as Way
from passo.steps.suggestions.suggestion import on_clock

When = TypeVar("When", date, datetime)

OURS = "offer:"  # how the keys of this evidence begin


class Shown(NamedTuple):
    kind: str
    on: date
    key: str
    words: str


def follow(offer: Offer) -> None:
    """After any change of an offer, an undo too: its relationship shows what its offers show."""
    opportunity = offer.opportunity
    if opportunity is None:
        return
    wanted = {one.key: one for one in shown_by(opportunity.offers.all(), offer.business)}
    kept = opportunity.evidence.filter(key__startswith=OURS)
    stale = [row.pk for row in kept if not is_wanted(row.words, wanted.get(row.key))]
    if stale:
        opportunity.evidence.filter(pk__in=stale).delete()
        climbing.show([opportunity.pk])
    for one in wanted.values():
        climbing.add_evidence(opportunity, one.kind, on=one.on, key=one.key, words=one.words)


def is_wanted(words: str, wanted: Shown | None) -> bool:
    return wanted is not None and wanted.words == words


def shown_by(offers: Iterable[Offer], business: Business) -> Iterator[Shown]:
    made = [one for one in offers if one.state != State.WITHDRAWN]
    for at, one in in_order((one.sent_at, one) for one in made):
        yield shown("offered", one, on_clock(business, at))
    taken = in_order((one.answered_at, one) for one in made if one.state in TAKEN)
    for at, one in taken[1:]:
        yield shown("relied", one, on_clock(business, at))
    given = in_order((one.delivered_on, one) for one in made if one.state == State.DELIVERED)
    for on, one in given[1:]:
        yield shown("returned", one, on)
    for on, one in given:
        if one.value_words:
            yield shown("valued", one, on, one.value_words)


def in_order(offers: Iterable[tuple[When | None, Offer]]) -> list[tuple[When, Offer]]:
    """By when it happened; those to which it did not are left away."""
    happened = [(when, offer) for when, offer in offers if when]
    return sorted(happened, key=lambda one: (one[0], one[1].pk))


def shown(kind: str, offer: Offer, on: date, words: str = "") -> Shown:
    return Shown(kind, on, f"{OURS}{offer.pk}:{kind}", (words or offer.promise)[:300])


def way_with(person: Person, *, by: User) -> Opportunity:
    """The relationship an offer belongs to. Whoever gets one is walked with from now on."""
    alive = person.opportunities.alive().order_by("-moved_at", "-pk")
    found = sorted(alive, key=lambda one: one.state != Way.OPEN)
    if not found:
        return begin(person, by=by)
    if found[0].state == Way.PROPOSED:
        found[0].confirm(by=by)
    return found[0]


def begin(person: Person, *, by: User) -> Opportunity:
    """Where what passed so far says that they stand."""
    told = reading.found_for(person.business, [person.pk]).get(person.pk, [])
    stage = max((one.stage for one in told), default=1)
    opportunity = Opportunity.add(
        by=by,
        business=person.business,
        person=person,
        organisation_id=person.organisation_id,
        stage=stage,
        began=stage,
    )
    reading.read_again(person.business, [opportunity])
    return opportunity


def send(offer: Offer, *, by: User, today: date) -> str:
    """Out it goes, with its place on the ladder; the secret of its link comes back."""
    with transaction.atomic():
        if offer.person and offer.opportunity is None:
            offer.opportunity = way_with(offer.person, by=by)
            offer.save(update_fields=["opportunity"])
        return offer.send(by=by, today=today)
