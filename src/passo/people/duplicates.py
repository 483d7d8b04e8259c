"""One person once: the columns that the engine links, and the pairs that wait for the owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import transaction
from django.utils.translation import gettext_noop as _

from passo.businesses.models import Business
from passo.engine import linkage
from passo.people.columns import Columns, known_people
from passo.people.models import Pair

MOST_WAITING = 500  # pairs that one look puts into the queue
BATCH = 500
BRIDGED = 0.99
BRIDGE = ["bridge", _("Something new looks like both of them."), {}, 0]
Reason = list[Any]  # feature, sentence, values, weight in bits


@dataclass(eq=False)
class Group:
    """Sources, by number, that are certainly one person; `person` where it is somebody known."""

    sources: list[int]
    person: int | None = None


@dataclass
class Doubt:
    one: Group | int
    other: Group | int
    probability: float
    because: list[Reason]


@dataclass
class Linked:
    groups: list[Group]
    doubts: list[Doubt]


def link(business: Business, new: Columns) -> Linked:
    """Which of these sources are one person, or somebody known already?"""
    known = known_people(business)
    pairs = linkage.find_pairs(known.before(new), new_from=len(known))
    numbers, sources = known.numbers, new.numbers
    apart = kept_separate(business, numbers)
    joined = linkage.certain(pairs, separate=apart + told_apart(pairs, new, len(known)))
    who, bridged = who_is_who(joined, numbers, sources)
    asked = linkage.doubtful(pairs, groups=joined, separate=apart, limit=MOST_WAITING)
    doubts = [doubt_of(pairs, int(place), who) for place in asked]
    groups = dict.fromkeys(one for one in who[len(known) :] if isinstance(one, Group))
    return Linked(list(groups), bridged + doubts)


Who = list[Group | int]  # for each record: the group it is in, or the person it is


def told_apart(pairs: linkage.Pairs, new: Columns, known: int) -> list[tuple[int, int]]:
    """Whom a file of ours tells apart nobody joins unasked: it may have waited there, too."""
    if not new.told_apart:
        return []
    told = np.array([False] * known + [number in new.told_apart for number in new.numbers])
    both = np.flatnonzero(told[pairs.left] & told[pairs.right])
    return list(zip(pairs.left[both].tolist(), pairs.right[both].tolist(), strict=True))


def who_is_who(
    joined: Sequence[Sequence[int]], known: Sequence[int], sources: Sequence[int]
) -> tuple[Who, list[Doubt]]:
    """Every source gets its group. Who was known as two before stays two, and is asked about."""
    who: Who = [*known, *(Group([source]) for source in sources)]
    bridged = []
    for members in joined:
        people = [known[one] for one in members if one < len(known)]
        new = [sources[one - len(known)] for one in members if one >= len(known)]
        group = Group(new, person=people[0] if people else None)
        for one in members:
            if one >= len(known):
                who[one] = group
        bridged += [Doubt(people[0], other, BRIDGED, [BRIDGE]) for other in people[1:]]
    return who, bridged


def doubt_of(pairs: linkage.Pairs, place: int, who: Who) -> Doubt:
    because: list[Reason] = [
        [reason.feature, reason.sentence, dict(reason.values), round(reason.weight, 2)]
        for reason in linkage.reasons(pairs, place)
    ]
    one, other = who[int(pairs.left[place])], who[int(pairs.right[place])]
    return Doubt(one, other, float(pairs.probability[place]), because)


def kept_separate(business: Business, known: Sequence[int]) -> list[tuple[int, int]]:
    """What the owner decided, as places in the columns."""
    place = {person: number for number, person in enumerate(known)}
    pairs = business.pairs.filter(state="separate").values_list("one", "other")
    return [(place[one], place[other]) for one, other in pairs if one in place and other in place]


def queue(business: Business, linked: Linked) -> None:
    """Whatever is in doubt waits for the owner, once; decisions stand."""
    found = {}
    for doubt in linked.doubts:
        one, other = sorted((person_of(doubt.one), person_of(doubt.other)))
        if one and one != other:
            found[one, other] = Pair(
                business=business,
                one_id=one,
                other_id=other,
                probability=doubt.probability,
                because=doubt.because,
            )
    with transaction.atomic():
        Pair.objects.bulk_create(found.values(), ignore_conflicts=True, batch_size=BATCH)


def person_of(one: Group | int) -> int:
    return one if isinstance(one, int) else one.person or 0


def look_again(business: Business) -> int:
    """Everybody against everybody: for a book that grew by hand. Says how many pairs now wait."""
    known = known_people(business)
    pairs = linkage.find_pairs(known.before(Columns()))
    apart = kept_separate(business, known.numbers)
    who: Who = [*known.numbers]
    asked = linkage.doubtful(pairs, separate=apart, limit=MOST_WAITING)
    queue(business, Linked([], [doubt_of(pairs, int(place), who) for place in asked]))
    return business.pairs.filter(state="waiting").count()
