"""Opportunities that Passo proposes after an import: who is warm, where they stand, and why.

The owner keeps or drops them, one or all; nobody types in forty relationships.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, prefetch_related_objects
from django.utils import timezone

from passo.businesses.models import Business, Change, User
from passo.engine.signals import shapes
from passo.lib.db.one_writer import one_writer
from passo.lib.refusal import Refusal
from passo.people import ties
from passo.people.models import Person
from passo.people.models.person import Consent, Warmth
from passo.steps import introduced, pausing, reading
from passo.steps.models import Evidence, Opportunity
from passo.steps.models.opportunity import State
from passo.steps.own_firm import own_domains
from passo.steps.reading import Found, found_for, rows_of

MOST = 60  # that wait for the owner at one time: more is a chore
WARM_ENOUGH = (Warmth.WARM, Warmth.COOLING)


def propose(business: Business) -> int:
    """The closest first. Whoever was proposed once, or walks already, is passed by."""
    with transaction.atomic():
        one_writer("opportunities of", business.pk)
        room = MOST - business.opportunities.waiting().count()
        if room <= 0:
            return 0
        people = worth_proposing(business)[:room]
        told = found_for(business, [person.pk for person in people])
        rows = [proposed(person, told[person.pk]) for person in people if person.pk in told]
        Opportunity.objects.bulk_create(rows)
        evidence = [row for one in rows for row in rows_of(one, told[one.person_id])]
        Evidence.objects.bulk_create(evidence)
        introduced.follow(business, [one.person_id for one in rows])
    return len(rows)


def worth_proposing(business: Business) -> list[Person]:
    """Warm or cooling, or with a rhythm that is kept."""
    in_rhythm = Q(warmth="", due_on__gte=ties.today_of(business))
    people = undecided(business).filter(Q(warmth__in=WARM_ENOUGH) | in_rhythm)
    return list(people.order_by("-strength", "pk")[:MOST])


def undecided(business: Business) -> QuerySet[Person]:
    """Whoever has come to us, and of whom nobody has said anything yet.

    Not who said no last, and nobody of our own firm.
    """
    known = business.opportunities.filter(person=OuterRef("pk"))
    said_no = pausing.theirs(business, (shapes.REFUSAL,), timezone.now())
    both_ways = business.participations.filter(person=OuterRef("pk"), direction__in=("in", "both"))
    people: QuerySet[Person] = business.people.listed().exclude(consent=Consent.REFUSED)
    people = people.filter(Exists(both_ways), ~Exists(known))
    people = people.exclude(organisation__domain__in=own_domains(business))
    return people.exclude(pk__in=said_no.values("who")).select_related("organisation")


def would_propose(business: Business, today: date) -> list[tuple[Opportunity, list[Evidence]]]:
    """As of another day, and written nowhere: of what had passed by then."""
    closest = ties.closest_on(business, today)
    people = undecided(business).in_bulk(closest[: 4 * MOST])
    some = [people[pk] for pk in closest if pk in people][:MOST]
    told = found_for(business, [person.pk for person in some], until=today)
    walks = [proposed(person, told[person.pk]) for person in some if person.pk in told]
    evidence = [rows_of(walk, told[walk.person_id]) for walk in walks]
    prefetch_related_objects([row for rows in evidence for row in rows], "touch__brought_by")
    return list(zip(walks, evidence, strict=True))


def proposed(person: Person, found: Sequence[Found]) -> Opportunity:
    """What lies below where Passo met it happened before, and is not called skipped."""
    stage = max(one.stage for one in found)
    return Opportunity(
        business=person.business,
        person=person,
        organisation=person.organisation,
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
    """Who rested long enough goes on; what came in since is evidence, and then new proposals."""
    wake(business, ties.today_of(business))
    alive = business.opportunities.alive().order_by("pk")
    new = reading.read_again(business, list(alive))
    mark_clients_first(business, timezone.now())
    return new + propose(business)


def mark_clients_first(business: Business, now: datetime) -> None:
    """Who said so in a mail; where the owner has said yes or no before, that stands."""
    unmarked = business.opportunities.alive().filter(wants_clients_first=False)
    said_so = pausing.theirs(business, (shapes.CLIENTS_FIRST,), now, stands=False)
    walks = list(unmarked.filter(person__in=said_so.values("who")).select_related("person"))
    decided = business.changes.filter(
        kind=Opportunity._meta.label_lower, what="mark", thing__in=[str(one.pk) for one in walks]
    )
    told = set(decided.values_list("thing", flat=True))
    for one in walks:
        if str(one.pk) not in told:
            one.mark_clients_first(is_so=True, by=None)


def wake(business: Business, today: date) -> int:
    rested = business.opportunities.filter(state=State.RESTING, resting_until__lte=today)
    return sum(one.go_on(by=None) is not None for one in rested.select_related("person"))
