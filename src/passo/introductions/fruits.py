"""What an introduction leaves in what was given and received: once it took place, and as long."""

from typing import TYPE_CHECKING

from passo.introductions.models.contribution import Contribution, Kind
from passo.introductions.models.introduction import TOOK_PLACE, Introduction
from passo.introductions.sizes import Size
from passo.people.models import Person

if TYPE_CHECKING:
    from passo.businesses.models import User


def follow(made: Introduction, *, by: "User | None") -> None:
    """Received from its broker, or given to both whom we brought together."""
    known = {row.person_id: row for row in made.contributions.filter(kind=Kind.INTRODUCTION)}
    wanted = whose(made) if made.state in TOOK_PLACE else ()
    for person in wanted:
        if person.pk not in known:
            note(made, person, by=by)
    for person_id, row in known.items():
        if person_id not in {person.pk for person in wanted}:
            row.remove(by=by)


def thank(made: Introduction, *, by: "User | None") -> None:
    """Thanks for the introduction are thanks for what was received; also when taken back."""
    for row in made.contributions.filter(kind=Kind.INTRODUCTION, is_given=False):
        row.change(by=by, what="thank", thanked_on=made.thanked_on)


def whose(made: Introduction) -> tuple[Person, ...]:
    return tuple(filter(None, (made.target, made.other) if made.is_made else (made.broker,)))


def note(made: Introduction, person: Person, *, by: "User | None") -> None:
    Contribution.add(
        by=by,
        business=made.business,
        person=person,
        is_given=made.is_made,
        kind=Kind.INTRODUCTION,
        size=Size.MEDIUM,
        on=made.introduced_on,
        introduction=made,
        noted_by=by,
    )
