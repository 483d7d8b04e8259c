"""An introduction that took place shows the first stage of every way with whom it was to."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from passo.businesses.models import Business
from passo.introductions.models.introduction import TOOK_PLACE
from passo.steps import stages
from passo.steps.climbing import show
from passo.steps.models import Evidence

OURS = "introduction:"  # how the keys of this evidence begin
KIND = "introduced"


def follow(business: Business, people: Collection[int]) -> None:
    """After any change of an introduction, an undo too, and of who somebody is.

    What is no longer there, because somebody on it was erased, did take place all the same.
    """
    alive = business.opportunities.alive().filter(person__in=people)
    ways = dict(alive.values_list("pk", "person"))
    if not ways:
        return
    took_place = days_of(business, people)
    known = business.evidence.filter(opportunity__in=list(ways), key__startswith=OURS)
    stands: set[tuple[int, str]] = set()
    stale = []
    for row in known:
        if row.key in took_place[ways[row.opportunity_id]]:
            stands.add((row.opportunity_id, row.key))
        else:
            stale.append(row)
    gone = without_source(business, stale)
    new = [
        evidence(business, way, key, on)
        for way, person in ways.items()
        for key, on in took_place[person].items()
        if (way, key) not in stands
    ]
    if gone or new:
        business.evidence.filter(pk__in=gone).delete()
        Evidence.objects.bulk_create(new, ignore_conflicts=True)
        show({row.opportunity_id for row in (*stale, *new)})


def days_of(business: Business, people: Collection[int]) -> dict[int, dict[str, date]]:
    rows = business.introductions.sought().filter(target__in=people, state__in=TOOK_PLACE)
    found: dict[int, dict[str, date]] = defaultdict(dict)
    for pk, target, on in rows.values_list("pk", "target", "introduced_on"):
        if on:
            found[target][f"{OURS}{pk}"] = on
    return found


def without_source(business: Business, stale: Collection[Evidence]) -> list[int]:
    """Of introductions that are there and did not take place, or not with them."""
    numbers = {row.pk: int(row.key.removeprefix(OURS)) for row in stale}
    there = business.introductions.filter(pk__in=set(numbers.values())) if numbers else ()
    known = {one.pk for one in there}
    return [pk for pk, number in numbers.items() if number in known]


def evidence(business: Business, way: int, key: str, on: date) -> Evidence:
    return Evidence(
        business=business,
        opportunity_id=way,
        kind=KIND,
        stage=stages.SHOWS[KIND],
        on=on,
        key=key,
    )
