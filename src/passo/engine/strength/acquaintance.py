"""Who of my people knows whom?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from passo.engine.strength.touches import (
    Floats,
    Whole,
    are_days,
    calendar_days,
    distinct,
    faded,
    whole,
    within,
)

# What one shared thing of each kind says, were they alone in it. Belonging does not fade.
WEIGHTS = {"thread": 1.0, "meeting": 3.0, "organisation": 3.0}
KINDS = tuple(WEIGHTS)
KIND_WEIGHTS = np.array(list(WEIGHTS.values()))
LASTING = np.array([False, False, True])
LARGEST = 30  # people; what is shared by more says nothing about two of them
HALF = 1.5  # the raw strength that is shown as 0.5
AT_ONCE = 1_000_000  # pairs held beside the result
GRAIN = 2.0**40  # so that sums know no order


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """What do my people share? Threads, meetings, organisations.

    `person`, `group`: (participations,), who takes part in what; the same twice counts once.
    `day`: (groups,), days as in `Touches`; of a thread the last one. `size`: (groups,), how many
    took part, strangers and we included, or how many the organisation has. `kind`: (groups,),
    place in `KINDS`. What does not fit raises `ValueError`.

    >>> Groups([0, 1], [0, 0], day=[10], size=[3], kind=[1]).size.tolist()
    [3]
    """

    person: Whole
    group: Whole
    day: Floats
    size: Whole
    kind: Whole

    def __init__(
        self,
        person: ArrayLike,
        group: ArrayLike,
        day: ArrayLike,
        size: ArrayLike,
        kind: ArrayLike,
    ) -> None:
        keep = object.__setattr__
        keep(self, "person", whole(person, "person"))
        keep(self, "group", whole(group, "group"))
        keep(self, "day", np.asarray(day, dtype=np.float64))
        keep(self, "size", whole(size, "size"))
        keep(self, "kind", whole(kind, "kind"))
        self._check()

    def _check(self) -> None:
        groups = (len(self.day),)
        if self.person.shape != self.group.shape or self.person.ndim != 1:
            raise ValueError("every participation has a person and a group")
        if self.day.shape != groups or self.size.shape != groups or self.kind.shape != groups:
            raise ValueError("every group has a day, a size and a kind")
        if not within(self.kind, 0, len(KINDS) - 1) or not are_days(self.day):
            raise ValueError("no such kind or day")
        if not within(self.person, 0, 2**31) or not within(self.group, 0, len(self.day) - 1):
            raise ValueError("a participation names a person or group that is not there")


class Known(NamedTuple):
    """Who knows whom, ordered by (a, b): each array has one entry a pair, a < b.

    `strength`: 0 ≤ strength < 1. `kind`: place in `KINDS` of what says so most. `evidence`: how
    many things they share. `last_day`: day of the last of them.
    """

    a: Whole
    b: Whole
    strength: Floats
    kind: NDArray[np.int8]
    evidence: Whole
    last_day: Floats


class Pairs(NamedTuple):
    """Distinct pairs as one number each, and what is known of them so far."""

    pair: Whole
    raw: Floats  # (kinds, pairs)
    evidence: Whole
    last_day: Floats


def third_party(groups: Groups, *, today: float) -> Known:
    """Who of my people knows whom, how well, and what says so?

    A thread or meeting says weight(kind) · fade(age) / (size - 1) about each two who share it:
    Newman's way to count that time for one is not time for another. An organisation says
    3 / log2(size), which does not fade, for colleagues stay colleagues. strength =
    raw / (raw + 1.5), with raw the sum over all that two share. What more than 30 share says
    nothing. Groups after `today` (days) are not counted yet.

    Cost: O(participations + pairs), and sorts of them; at most 29 pairs a participation, of
    which a million at once are held beside the result. Sources: Newman, Physical Review E 64,
    016132 (2001) for 1 / (size - 1); `own.strengths` for the rest.

    >>> shared = Groups([0, 1, 1, 2], [0, 0, 1, 1], day=[99, 99], size=[3, 3], kind=[1, 0])
    >>> told = third_party(shared, today=100)
    >>> told.a.tolist(), told.b.tolist(), told.strength.round(2).tolist()
    ([0, 1], [1, 2], [0.41, 0.19])
    """
    people = int(groups.person.max(initial=0)) + 1
    group, person, members = participations(groups, today)
    says = what_it_says(groups, members, today)
    pieces = (
        told_by(a * people + b, where, groups, says) for a, b, where in pairs_in(group, person)
    )
    found = gathered(pieces)
    strength = found.raw.sum(axis=0)
    return Known(
        a=found.pair // people,
        b=found.pair % people,
        strength=np.minimum(strength / (strength + HALF), np.nextafter(1.0, 0.0)),
        kind=found.raw.argmax(axis=0).astype(np.int8),
        evidence=found.evidence,
        last_day=found.last_day,
    )


def participations(groups: Groups, today: float) -> tuple[Whole, Whole, Whole]:
    """Groups and persons that count, each pair of them once and in order, and members a group."""
    counts = (groups.day <= today) & (groups.size <= LARGEST)
    chosen = counts[groups.group]
    people = int(groups.person.max(initial=0)) + 1
    once = distinct(groups.group[chosen] * people + groups.person[chosen])
    group, person = once // people, once % people
    members = np.bincount(group, minlength=len(groups.day))
    small = (members <= LARGEST)[group]
    return group[small], person[small], members


def what_it_says(groups: Groups, members: Whole, today: float) -> Floats:
    """How much each group says about each two in it: (groups,)."""
    size = np.maximum(np.maximum(groups.size, members), 2)
    age = np.maximum(int(np.floor(today)) - calendar_days(groups.day), 0)
    company = np.choose(groups.kind, [size - 1, size - 1, np.log2(size)])
    fade = np.where(LASTING[groups.kind], 1.0, faded(age).sum(axis=0))
    says: Floats = np.rint(KIND_WEIGHTS[groups.kind] * fade / company * GRAIN) / GRAIN
    return says


def pairs_in(group: Whole, person: Whole) -> Iterator[tuple[Whole, Whole, Whole]]:
    """Each two who share a group, the smaller first, and the group: blocks of bounded size."""
    names, starts, members = np.unique(group, return_index=True, return_counts=True)
    for size in range(2, LARGEST + 1):
        of_size = np.flatnonzero(members == size)
        one, other = np.triu_indices(size, 1)
        step = max(AT_ONCE // len(one), 1)
        for begin in range(0, len(of_size), step):
            block = of_size[begin : begin + step]
            rows = person[starts[block][:, None] + np.arange(size)]
            yield rows[:, one].ravel(), rows[:, other].ravel(), names[block].repeat(len(one))


def gathered(pieces: Iterable[Pairs]) -> Pairs:
    """All pieces as one; new ones wait until they are as many as what was found before."""
    found = Pairs(
        np.empty(0, np.int64), np.empty((len(KINDS), 0)), np.empty(0, np.int64), np.empty(0)
    )
    waiting: list[Pairs] = []
    for piece in pieces:
        waiting.append(piece)
        if sum(len(one.pair) for one in waiting) >= max(len(found.pair), AT_ONCE):
            found, waiting = together([found, *waiting]), []
    return together([found, *waiting])


def told_by(pair: Whole, where: Whole, groups: Groups, says: Floats) -> Pairs:
    """What these groups tell of these pairs, each pair still as often as it comes."""
    raw = np.zeros((len(KINDS), len(pair)))
    raw[groups.kind[where], np.arange(len(pair))] = says[where]
    return Pairs(pair, raw, np.ones(len(pair), np.int64), groups.day[where])


def together(pieces: list[Pairs]) -> Pairs:
    """Several pieces as one, in which each pair stands once, in order."""
    pair = np.concatenate([piece.pair for piece in pieces])
    order = np.argsort(pair, kind="stable")
    pair = pair[order]
    starts = np.flatnonzero(np.diff(pair, prepend=-1))
    if not len(starts):
        return pieces[0]
    raw = np.concatenate([piece.raw for piece in pieces], axis=1)[:, order]
    evidence = np.concatenate([piece.evidence for piece in pieces])[order]
    last_day = np.concatenate([piece.last_day for piece in pieces])[order]
    return Pairs(
        pair[starts],
        np.add.reduceat(raw, starts, axis=1),
        np.add.reduceat(evidence, starts),
        np.maximum.reduceat(last_day, starts),
    )
