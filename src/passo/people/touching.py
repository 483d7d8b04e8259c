"""Touches by hand: noted, changed, taken back; and what that does to ties."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction

from passo.businesses.models import Business, User
from passo.people import ties
from passo.people.models import Participation, Person, Touch
from passo.people.models.touch import Direction


def note_down(
    business: Business,
    people: Iterable[Person],
    *,
    by: User | None,
    kind: str,
    at: datetime,
    direction: str = Direction.BOTH,
    text: str = "",
    subject: str = "",
    step: str = "",
    step_on: date | None = None,
    promise: str = "",
) -> Touch:
    """A touch that somebody tells of, with whom it was."""
    ids = sorted({person.pk for person in people})
    return Touch.add(
        by=by,
        business=business,
        noted_by=by,
        kind=kind,
        at=at.astimezone(UTC),  # as it is read back, so that history sees no change
        direction=direction,
        text=text,
        subject=subject,
        size=len(ids) + 1,
        people_ids=ids,
        step=step,
        step_on=step_on,
        promise=promise,
    )


def write_out(touch: Touch) -> None:
    """Whom a touch by hand was with, as rows; again whenever it changes or comes back."""
    if not touch.people_ids:
        return
    with transaction.atomic():
        before = set(touch.participations.values_list("person_id", flat=True))
        touch.participations.all().delete()
        people = still_there(touch.business, touch.people_ids)
        Participation.objects.bulk_create(part_of(touch, person) for person in people)
        refresh(touch.business, {*before, *people})


def still_there(business: Business, ids: Iterable[int]) -> list[int]:
    """Whoever was joined into another since is that other now."""
    found = set(business.people.filter(pk__in=list(ids)).values_list("pk", "merged_into"))
    while joined := {into for _person, into in found if into}:
        still = {one for one in found if one[1] is None}
        found = still | {*business.people.filter(pk__in=joined).values_list("pk", "merged_into")}
    return sorted(person for person, _into in found)


def part_of(touch: Touch, person: int) -> Participation:
    return Participation(
        business=touch.business,
        touch=touch,
        person_id=person,
        at=touch.at,
        kind=touch.kind,
        direction=touch.direction,
        size=touch.size,
    )


def refresh(business: Business, people: Iterable[Any]) -> None:
    """The ties of few people, at once: whoever looks next sees them as they are."""
    ties.refresh(business, [person for person in people if person])
