"""Who stands on the way of an introduction, from us on: what its picture shows."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext as _

from passo.businesses.models import Business, User
from passo.introductions.drafts import Wanted
from passo.introductions.routes import level_of, ties_among
from passo.people.models import Person
from passo.ui.charts import Stop


class Picture(NamedTuple):
    """`you`: the place of ours among the stops."""

    stops: list[Stop]
    label: str
    you: int = 0


def of_way(wanted: Wanted, beyond: Sequence[int], asker: User | None, *, is_me: bool) -> Picture:
    """By a broker, and by whoever else stands between; or of two whom we bring together."""
    ours = Stop(asker.initials if asker else "•", named(asker, is_me=is_me))
    if wanted.other:
        return between(wanted.target, wanted.other, ours)
    assert wanted.broker  # noqa: S101 -- the one or the other
    people = [wanted.broker, *known(wanted.business, beyond), wanted.target]
    stops = [ours, *ties(wanted.business, people)]
    return Picture(stops, ", ".join([ours.name, *map(tied, stops[1:], people)]))


def of_pair(one: Person, other: Person, me: User) -> Picture:
    """Two whom whoever looks could bring together."""
    return between(one, other, Stop(me.initials, _("You")))


def named(asker: User | None, *, is_me: bool) -> str:
    return _("You") if is_me or asker is None else asker.first_name


def known(business: Business, numbers: Sequence[int]) -> list[Person]:
    people = business.people.in_bulk(list(numbers)) if numbers else {}
    return [people[one] for one in numbers if one in people]


def ties(business: Business, people: Sequence[Person]) -> list[Stop]:
    """Each with the tie that leads to them: the first is ours, the others are among themselves."""
    among = ties_among(business, [one.pk for one in people])
    strengths = [people[0].strength]
    for one, other in pairwise(people):
        tie = among.get((min(one.pk, other.pk), max(one.pk, other.pk)))
        strengths.append(max(tie.strength, tie.declared or 0) if tie else 0.0)
    return [stop(one, strength) for one, strength in zip(people, strengths, strict=True)]


def between(one: Person, other: Person, ours: Stop) -> Picture:
    """We stand in the middle, and each tie is ours."""
    first, last = stop(one, one.strength), stop(other, other.strength)
    middle = ours._replace(strength=first.strength, words=first.words)
    told = ", ".join([tied(first, one), ours.name, tied(last, other)])
    return Picture([first, middle, last], told, you=1)


def stop(person: Person, strength: float) -> Stop:
    words = level_of(strength) if strength > 0 else ""
    return Stop(person.initials, person.first_name, strength, words)


def tied(stop: Stop, person: Person) -> str:
    if not stop.words:
        return _("no tie to %(name)s that Passo sees") % {"name": person.name}
    return _("%(level)s tie to %(name)s") % {"level": stop.words, "name": person.name}
