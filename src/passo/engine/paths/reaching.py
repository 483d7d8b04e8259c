"""Which of these many can we reach? The best path to each."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from passo.engine.paths.graph import Graph, Ids, Mask, Places, Strengths, ids, ranges
from passo.engine.paths.halves import (
    NOBODY,
    SLACK,
    Floats,
    Found,
    Halves,
    ones,
    onward,
    side_by_side,
    twos,
)
from passo.engine.paths.searching import (
    KEPT,
    Path,
    allowed,
    as_paths,
    checked,
    direct,
    joined,
    ranked,
)


def reach(
    graph: Graph,
    sources: ArrayLike,
    targets: ArrayLike,
    *,
    through: ArrayLike | None = None,
    kept: float = KEPT,
) -> list[Path | None]:
    """Which of these prospects can somebody introduce us to, and who best?

    The best path to each of `targets`, in their order, as `best` with k = 1 would find it; None
    where there is none of four ties or fewer, and for our own. One prospect may be a go-between
    to another. Arguments as in `best`.

    Cost: the halves of two ties from the sources, and once the rows of everybody whom a target
    knows; so never more than the arcs of the graph, however many the targets. The best way to
    everybody in two ties is spread out first; each target takes what its own ties make of it.
    No path so found visits anybody twice, for the shorter one without the detour is better.

    >>> graph = Graph.build([0, 1, 0, 2], [1, 3, 2, 3], [0.5, 0.5, 1.0, 0.5], people=5)
    >>> [path and path.people for path in reach(graph, 0, [4, 3, 1])]
    [None, (0, 2, 3), (0, 1)]
    """
    checked(1, kept)
    ours, asked = ids(sources, graph.people), ids(targets, graph.people, once=False)
    theirs = np.setdiff1d(asked, ours)
    may = allowed(through, graph.people)
    may[ours] = False
    known = ones(graph, ours)
    near, far = known.chosen(may[known.middle]), ones(graph, theirs)
    far = far.chosen(may[far.middle])
    found = joined(direct(known, theirs), *in_between(graph, near, far, may, kept))
    paths = as_paths(graph, each_best(found))
    by_target = {path.people[-1]: path for path in paths}
    return [by_target.get(target) for target in asked.tolist()]


def in_between(graph: Graph, near: Halves, far: Halves, may: Mask, kept: float) -> Iterator[Found]:
    """The paths with one, two and three go-betweens that can be the best to their target.

    For everybody whom a target knows: what the best way there is worth, by its number of ties.
    What comes close to the best of these is then put together exactly.
    """
    one, two = leading(near, may), leading(twos(graph, onward(graph, near)), may)
    third = Third(graph, np.unique(far.middle), two)
    ways = (spread(one, graph.people), spread(two, graph.people), third.worth)
    hopes = [way[far.middle] * far.worth * kept**n for n, way in enumerate(ways, 1)]
    most = np.zeros(graph.people)
    for hope in hopes:
        np.maximum.at(most, far.end, hope)
    enough = most[far.end] * SLACK
    last = [far.chosen(np.flatnonzero((hope > 0) & (hope >= enough))) for hope in hopes]
    yield together(one, last[0], kept)
    yield together(two, last[1], kept**2)
    yield together(two, third.before(last[2]), kept**3)


class Third:
    """The best third ties: from whoever two ties lead to, to somebody whom a target knows."""

    def __init__(self, graph: Graph, brokers: Ids, two: Halves) -> None:
        """`worth`: (people,), the best three ties that lead to each of `brokers`."""
        arcs = graph.arcs_of(brokers)
        count = graph.start[brokers + 1] - graph.start[brokers]
        middle, strength = graph.other[arcs], graph.strength[arcs]
        worth = spread(two, graph.people)[middle] * strength
        self.worth = np.zeros(graph.people)
        if len(brokers):
            self.worth[brokers] = np.maximum.reduceat(worth, np.cumsum(count) - count)
        broker = np.repeat(brokers, count)
        best = np.flatnonzero((worth > 0) & (worth >= self.worth[broker] * SLACK))
        best = best[lowest(broker[best], middle[best], strength[best], two)]
        self.broker, self.middle, self.strength = broker[best], middle[best], strength[best]

    def before(self, last: Halves) -> Halves:
        """Halves of two ties from the targets, by way of the best third ties."""
        begin = np.searchsorted(self.broker, last.middle)
        count = np.searchsorted(self.broker, last.middle, side="right") - begin
        arcs, row = ranges(begin, count), np.repeat(np.arange(len(count)), count)
        worth = last.worth[row] * self.strength[arcs]
        return Halves(self.middle[arcs], worth, row, last.end, last.middle)


def lowest(broker: Ids, middle: Ids, strength: Strengths, two: Halves) -> Places:
    """Of third ties that nothing tells apart but ids, the one with the lowest before it."""
    place = np.searchsorted(two.middle, middle)
    rank = np.empty(len(two.middle), dtype=np.int64)
    rank[np.lexsort((two.middle, two.between, two.end))] = np.arange(len(rank))
    columns = (strength, two.worth[place], broker)
    order = np.lexsort((rank[place], *columns))
    new = np.zeros(len(order), dtype=bool)
    new[:1] = True
    for column in columns:
        new[1:] |= np.diff(column[order]) != 0
    return order[new]


def leading(halves: Halves, may: Mask) -> Halves:
    """The best half to each middle, of equal ones that with the lowest ids, by middle."""
    halves = halves.chosen(np.flatnonzero(may[halves.middle]))
    best = np.zeros(len(may))
    np.maximum.at(best, halves.middle, halves.worth)
    halves = halves.chosen(np.flatnonzero(halves.worth == best[halves.middle]))
    halves = halves.chosen(np.lexsort((halves.between, halves.end, halves.middle)))
    return halves.chosen(np.flatnonzero(np.diff(halves.middle, prepend=-1)))


def spread(halves: Halves, people: int) -> Floats:
    """(people,): what the half to each is worth, 0 where none leads."""
    worth = np.zeros(people)
    worth[halves.middle] = halves.worth
    return worth


def together(lead: Halves, last: Halves, share: float) -> Found:
    """Each of `last` with the half that leads to its middle."""
    lead = lead.chosen(np.searchsorted(lead.middle, last.middle))
    return Found(lead.worth * last.worth * share, side_by_side(lead, last))


def each_best(found: Found) -> Found:
    """The first in rank to each target."""
    last = (found.people != NOBODY).sum(axis=1) - 1
    target = found.people[np.arange(len(last)), last]
    order = ranked(found)
    _, place = np.unique(target[order], return_index=True)
    return Found(found.score[order[place]], found.people[order[place]])
