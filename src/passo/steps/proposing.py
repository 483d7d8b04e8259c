"""Opportunities that Passo proposes after an import: who is warm, where they stand, and why.

The owner keeps or drops them, one or all; nobody types in forty relationships.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef

from passo.businesses.models import Business, Change, User
from passo.lib.refusal import Refusal
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


def keep(
    business: Business,
    ids: Iterable[int],
    *,
    by: User,
    stages: Mapping[int, int] | None = None,
) -> list[Change]:
    """All or nothing. `stages`: where the owner knows better how far it is."""
    said = stages or {}
    with transaction.atomic():
        found = [one.confirm(by=by, stage=said.get(one.pk, 0)) for one in these(business, ids)]
    return [change for change in found if change]


def drop(business: Business, ids: Iterable[int], *, by: User) -> list[Change]:
    """They are not proposed again."""
    with transaction.atomic():
        found = [one.decline(by=by) for one in these(business, ids)]
    return [change for change in found if change]


def these(business: Business, ids: Iterable[int]) -> list[Opportunity]:
    waiting = business.opportunities.waiting().filter(pk__in=list(ids))
    return list(waiting.select_related("person", "business").order_by("pk"))


def take_back(business: Business, first: int, last: int, *, by: User) -> int:
    """What this person decided together. Whatever was changed again since stays as it is."""
    decided = business.changes.filter(
        pk__range=(first, last),
        kind=Opportunity._meta.label_lower,
        what__in=("confirm", "decline"),
        undone_by=None,
        by=by,
    )
    return sum(taken_back(change, by) for change in decided.order_by("-pk")[:MOST])


def taken_back(change: Change, by: User) -> bool:
    try:
        change.undo(by=by)
    except Refusal:
        return False
    return True


def look_again(business: Business) -> int:
    """What came in since: evidence for those on the way, then new proposals."""
    alive = business.opportunities.alive().order_by("pk")
    new = reading.read_again(business, list(alive))
    return new + propose(business)
