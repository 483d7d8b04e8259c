"""Opportunities that Passo proposes after an import: who is warm, where they stand, and why.

The owner keeps or drops them, one or all; nobody types in forty relationships.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.people.models.person import Warmth
from passo.steps import reading
from passo.steps.models import Evidence, Opportunity
from passo.steps.models.opportunity import State
from passo.steps.reading import Found, found_for, rows_of

MOST = 60  # that wait for the owner at one time: more is a chore
WARM_ENOUGH = (Warmth.WARM, Warmth.COOLING)


def propose(business: Business) -> int:
    """The closest first. Whoever was proposed once, or walks already, is passed by."""
    room = MOST - business.opportunities.waiting().count()
    if room <= 0:
        return 0
    people = worth_proposing(business)[:room]
    told = found_for(business, [person.pk for person in people])
    rows = [proposed(person, told[person.pk]) for person in people if person.pk in told]
    with transaction.atomic():
        Opportunity.objects.bulk_create(rows)
        evidence = [row for one in rows for row in rows_of(one, told[one.person_id])]
        Evidence.objects.bulk_create(evidence)
    return len(rows)


def worth_proposing(business: Business) -> list[Person]:
    known = business.opportunities.filter(person=OuterRef("pk"))
    both_ways = business.participations.filter(person=OuterRef("pk"), direction__in=("in", "both"))
    people = business.people.listed().filter(
        Exists(both_ways), ~Exists(known), warmth__in=WARM_ENOUGH
    )
    return list(people.order_by("-strength", "pk")[:MOST])


def proposed(person: Person, found: Sequence[Found]) -> Opportunity:
    """What lies below where Passo met it happened before, and is not called skipped."""
    stage = max(one.stage for one in found)
    return Opportunity(
        business=person.business,
        person=person,
        organisation_id=person.organisation_id,
        state=State.PROPOSED,
        stage=stage,
        shown_stage=stage,
        began=stage,
        moved_at=max(one.at for one in found if one.stage == stage),
    )


def keep(business: Business, ids: Iterable[int], *, by: User) -> list[Opportunity]:
    """All or nothing, so that one undo of each is left and no half."""
    return decided(business, ids, "confirm", by)


def drop(business: Business, ids: Iterable[int], *, by: User) -> list[Opportunity]:
    """They are not proposed again."""
    return decided(business, ids, "decline", by)


def decided(business: Business, ids: Iterable[int], verb: str, by: User) -> list[Opportunity]:
    waiting = business.opportunities.waiting().filter(pk__in=list(ids)).select_related("person")
    with transaction.atomic():
        found = list(waiting)
        for one in found:
            getattr(one, verb)(by=by)
    return found


def look_again(business: Business) -> int:
    """What came in since: evidence for those on the way, then new proposals."""
    alive = business.opportunities.alive().order_by("pk")
    new = reading.read_again(business, list(alive))
    return new + propose(business)
