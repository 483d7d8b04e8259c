"""Whose ties they are: a member's share in a person is that of the touches the member brought."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

import numpy as np
from django.db import connection
from django.db.models import Count
from numpy.typing import NDArray

from passo.businesses.models import Business, User
from passo.people.models import Participation

NOBODY = 0
# Touches in the order in which they lie, then who was in each. From the people, which SQLite would
# take first, a million touches are looked up here and there: three times as long.
COUNTED = (
    "SELECT p.person_id, t.noted_by_id, t.brought_by_id, COUNT(*)"
    " FROM people_touch t CROSS JOIN people_participation p"
    " WHERE p.touch_id = t.id AND t.business_id = %s AND p.person_id IS NOT NULL GROUP BY 1, 2, 3"
)


class Own(NamedTuple):
    """`person`: (ties,), numbers. `member`: (ties,), places in `members`. `strength`: (ties,)."""

    person: NDArray[np.int64]
    member: NDArray[np.int64]
    strength: NDArray[np.float64]
    members: tuple[int, ...]


def ties_of_members(business: Business, asker: User | None) -> Own:
    """The asker's always take part, a colleague's only if that colleague said so."""
    team = list(business.memberships.order_by("pk").values_list("user", "role"))
    close = strengths_of(business)
    if len(team) <= 1:
        people = np.fromiter(close, np.int64, len(close))
        values = np.fromiter(close.values(), np.float64, len(close))
        alone = asker.pk if asker else team[0][0] if team else NOBODY
        return Own(people, np.zeros(len(people), np.int64), values, (alone,))
    members = who_takes_part(business, asker, [user for user, _role in team])
    keeper = keeper_of(team)
    place = {user: at for at, user in enumerate(members)}
    found = [
        (person, place[user], min(1.0, close[person] * share))
        for (person, user), share in shares(business, keeper).items()
        if user in place and person in close
    ]
    columns = list(zip(*found, strict=True)) or [(), (), ()]
    return Own(
        np.array(columns[0], np.int64),
        np.array(columns[1], np.int64),
        np.array(columns[2], np.float64),
        members,
    )


def keeper_of(team: Iterable[tuple[int, str]]) -> int:
    return next((user for user, role in team if role == "owner"), NOBODY)


def strengths_of(business: Business) -> dict[int, float]:
    known = business.people.filter(strength__gt=0).order_by()
    return {pk: min(1.0, strength) for pk, strength in known.values_list("pk", "strength")}


def who_takes_part(business: Business, asker: User | None, team: list[int]) -> tuple[int, ...]:
    sharing = business.sharings.filter(takes_part=True, user__in=team)
    others = sorted(set(sharing.values_list("user", flat=True)) - {asker.pk if asker else NOBODY})
    return (asker.pk, *others) if asker else tuple(others)


def shares(
    business: Business, keeper: int, people: Collection[int] | None = None
) -> dict[tuple[int, int], float]:
    """Of each person and member: the share (0..1) of their touches. What nobody in particular
    brought was brought by whoever keeps the business.
    """
    importers = who_brought(business)
    touches: dict[tuple[int, int], int] = defaultdict(int)
    everyones: dict[int, int] = defaultdict(int)
    counted = everybodys(business) if people is None else theirs(people)
    for person, noted_by, brought_by, count in counted:
        touches[person, noted_by or importers.get(brought_by) or keeper] += count
        everyones[person] += count
    return {(person, user): n / everyones[person] for (person, user), n in touches.items()}


def everybodys(business: Business) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, [business.pk])
        return list(cursor.fetchall())


def theirs(people: Collection[int]) -> Iterable[tuple[Any, ...]]:
    rows = Participation.objects.filter(person__in=people).order_by()
    counted = rows.values_list("person", "touch__noted_by", "touch__brought_by")
    return counted.annotate(Count("pk")).iterator()


def who_brought(business: Business) -> dict[int, int]:
    """Import → member: of a file whoever brought it in, of an account whoever connected it."""
    changes = business.changes.filter(what="add", by__isnull=False)
    files = changes.filter(kind="people.import").values_list("thing", "by")
    found = {int(thing): by for thing, by in files if by}
    connected: dict[str, Any] = dict(
        changes.filter(kind="people.liveaccount").values_list("thing", "by")
    )
    accounts = business.live_accounts.filter(brings__isnull=False).values_list("pk", "brings")
    return found | {
        brings: connected[str(pk)] for pk, brings in accounts if brings and str(pk) in connected
    }
