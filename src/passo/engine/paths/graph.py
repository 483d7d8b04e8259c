"""Who is tied to whom, packed so that a search touches only what it needs."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ids = NDArray[np.int32]
Places = NDArray[np.int64]
Strengths = NDArray[np.float32]
Mask = NDArray[np.bool_]
MOST = 2**31 - 1  # people that an id of 32 bits can name


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Who is tied to whom, and how strongly?

    Nobody's tie is one-sided here: each stands as two arcs, one in the row of either person.
    `start`: (people + 1,), where a person's row begins. `other`: (arcs,), the id of whoever the
    arc leads to. `strength`: (arcs,), 0 < strength ≤ 1. A row begins with its strongest tie; equal
    ones stand by id, so the same ties make the same arrays. 8 bytes an arc and 8 a person.
    Nothing in it is ever changed.

    >>> graph = Graph.build([0, 1], [1, 2], [0.5, 1.0], people=3)
    >>> graph.start.tolist(), graph.other.tolist(), graph.strength.tolist()
    ([0, 1, 3, 4], [1, 2, 0, 1], [0.5, 1.0, 0.5, 1.0])
    """

    start: Places
    other: Ids
    strength: Strengths

    @classmethod
    def build(cls, a: ArrayLike, b: ArrayLike, strength: ArrayLike, *, people: int) -> Self:
        """Pack what is known of ties, in any order.

        `a`, `b`: (ties,), ids from 0 to people - 1. `strength`: (ties,), 0 < strength ≤ 1. What is
        told twice, either way round, counts as the strongest that was told; a tie with oneself
        says nothing. Cost: one sort of the ties and one of the arcs. What does not fit raises
        `ValueError`.

        >>> Graph.build([0, 1], [1, 0], [0.25, 0.5], people=2).strength.tolist()
        [0.5, 0.5]
        """
        low, high, worth = once(*told(a, b, strength, people))
        if not (worth > 0).all():
            raise ValueError("a strength is above 0 and at most 1")
        row, other = np.concatenate((low, high)), np.concatenate((high, low))
        strength = np.concatenate((worth, worth))
        order = np.lexsort((other, falling(row, strength)))
        return cls(begins(np.bincount(row, minlength=people)), other[order], strength[order])

    @property
    def people(self) -> int:
        return len(self.start) - 1

    def ties(self, a: Ids, b: Ids) -> Strengths:
        """How strong is each of these ties? 0 where there is none. Cost: the shorter rows.

        >>> Graph.build([0], [1], [0.5], people=3).ties(np.array([1, 1]), np.array([0, 2])).tolist()
        [0.5, 0.0]
        """
        count = np.diff(self.start[[a, a + 1]], axis=0)[0]
        other = np.diff(self.start[[b, b + 1]], axis=0)[0]
        turned = other < count
        row, sought = np.where(turned, b, a), np.where(turned, a, b)
        count = np.minimum(count, other)
        arcs = ranges(self.start[row], count)
        which = np.repeat(np.arange(len(row)), count)
        hit = np.flatnonzero(self.other[arcs] == sought[which])
        strength = np.zeros(len(row), dtype=np.float32)
        strength[which[hit]] = self.strength[arcs[hit]]
        return strength

    def changed(self, a: ArrayLike, b: ArrayLike, strength: ArrayLike) -> Self:
        """The same graph after some ties changed, without building it anew.

        As in `build`, with strength 0 for a tie that is gone; of what is told twice the strongest
        holds. Cost: one copy of the arcs, and sorts of the rows of those whom it concerns.

        >>> graph = Graph.build([0, 1], [1, 2], [0.5, 1.0], people=3)
        >>> graph.changed([2, 0], [1, 2], [0.0, 0.25]).other.tolist()
        [1, 2, 0, 0]
        """
        low, high, worth = once(*told(a, b, strength, self.people))
        row, other = np.concatenate((low, high)), np.concatenate((high, low))
        new = np.concatenate((worth, worth))
        touched = np.unique(row)
        arcs = self.arcs_of(touched)
        rows = np.repeat(touched, self.start[touched + 1] - self.start[touched])
        kept = ~np.isin(pairs(rows, self.other[arcs]), pairs(row, other))
        row = np.concatenate((rows[kept], row[new > 0]))
        other = np.concatenate((self.other[arcs][kept], other[new > 0]))
        strong = np.concatenate((self.strength[arcs][kept], new[new > 0]))
        order = np.lexsort((other, falling(row, strong)))
        return self.spliced(touched, row[order], other[order], strong[order])

    def without(self, forgotten: ArrayLike) -> Self:
        """The same graph after some people asked to be forgotten: they keep no tie, only their id.

        `forgotten`: (some,), ids. Cost: as of `changed`.

        >>> Graph.build([0, 1], [1, 2], [0.5, 1.0], people=3).without([0]).other.tolist()
        [2, 1]
        """
        gone = ids(forgotten, self.people)
        arcs = self.arcs_of(gone)
        row = np.repeat(gone, self.start[gone + 1] - self.start[gone])
        return self.changed(row, self.other[arcs], np.zeros(len(arcs)))

    def arcs_of(self, people: Ids) -> Places:
        """The places of all arcs in the rows of these people, row by row."""
        begin = self.start[people]
        return ranges(begin, self.start[people + 1] - begin)

    def spliced(self, touched: Ids, row: Ids, other: Ids, strength: Strengths) -> Self:
        """New rows for those touched, and everything between them as it was."""
        counts = np.diff(self.start)
        counts[touched] = np.bincount(row, minlength=self.people)[touched]
        begin = np.searchsorted(row, touched)
        end = np.searchsorted(row, touched, side="right")
        kept = zip(
            np.append(0, self.start[touched + 1]), np.append(self.start[touched], self.start[-1]),
            np.append(begin, 0), np.append(end, 0), strict=True,
        )  # fmt: skip
        others, strengths = [], []
        for old, stop, new, last in kept:
            others += [self.other[old:stop], other[new:last]]
            strengths += [self.strength[old:stop], strength[new:last]]
        return type(self)(begins(counts), np.concatenate(others), np.concatenate(strengths))


def told(
    a: ArrayLike, b: ArrayLike, strength: ArrayLike, people: int
) -> tuple[Ids, Ids, Strengths]:
    """Lower id, higher id, strength; ties with oneself are left out."""
    if not 0 <= people <= MOST:
        raise ValueError("people is a count that 32 bits can hold")
    one, two = ids(a, people, once=False), ids(b, people, once=False)
    exact = np.asarray(strength, dtype=np.float64)
    worth = exact.astype(np.float32)
    if not one.shape == two.shape == worth.shape:
        raise ValueError("every tie has two people and a strength")
    if not ((exact >= 0) & (exact <= 1) & ((exact > 0) == (worth > 0))).all():
        raise ValueError("a strength is above 0 and at most 1")
    proper = one != two
    return np.minimum(one, two)[proper], np.maximum(one, two)[proper], worth[proper]


def ids(people: ArrayLike, count: int, *, once: bool = True) -> Ids:
    """Checked at the door; each once and in order, unless asked otherwise."""
    found = np.asarray(people)
    if found.size == 0:
        found = found.astype(np.int32)
    if found.ndim > 1 or not np.issubdtype(found.dtype, np.integer):
        raise ValueError("people are named by whole numbers")
    if found.size and not (found.min() >= 0 and found.max() < count):
        raise ValueError("somebody is named who is not there")
    found = np.atleast_1d(found).astype(np.int32)
    return np.unique(found) if once and len(found) > 1 else found


def once(low: Ids, high: Ids, worth: Strengths) -> tuple[Ids, Ids, Strengths]:
    """Each pair once, in order, with the strongest that was told of it."""
    pair = pairs(low, high)
    order = np.argsort(pair, kind="stable")
    pair = pair[order]
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    if not len(first):
        return low, high, worth
    return low[order[first]], high[order[first]], np.maximum.reduceat(worth[order], first)


def pairs(one: Ids, two: Ids) -> Places:
    """Two ids as one number that sorts as they do."""
    return one.astype(np.int64) << 32 | two


def falling(row: Ids, strength: Strengths) -> Places:
    """One number that sorts by row, then the strongest first: the bits of a positive float rise
    as it does.
    """
    return pairs(row, np.int32(MOST) - strength.view(np.int32))


def begins(count: Places) -> Places:
    """Where each row begins and the last one ends, from how long they are."""
    start = np.zeros(len(count) + 1, dtype=np.int64)
    np.cumsum(count, out=start[1:])
    return start


def ranges(begin: Places, count: Places) -> Places:
    """begin, begin + 1, … for `count` each, one after the other."""
    places: Places = np.repeat(begin - (np.cumsum(count) - count), count)
    places += np.arange(len(places))
    return places
