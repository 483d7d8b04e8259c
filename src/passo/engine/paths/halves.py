"""Half paths: whom one tie or two from either end lead to, and where such halves meet."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from passo.engine.paths.graph import Graph, Ids, Mask, Places, ranges

Floats = NDArray[np.float64]
STRIDE = 8  # arcs of a row that are looked at first; then as many times more
FEW = 8  # times as many halves as paths are sought are joined first
SLACK = 1 - 1e-9  # more than any rounding of a bound, so that no path is lost to it
LONGEST = 5  # people on a path
NOBODY = -1


class Halves(NamedTuple):
    """Half paths of one tie or two, each from an end of the path towards its middle.

    `middle`: (halves,), whom each leads to. `worth`: (halves,), the product of its strengths,
    exact: two floats of 24 bits give one of 48. `row`: (halves,), place in `ends` and `betweens`,
    which say where it begins and who stands between; nobody does in a half of one tie.
    """

    middle: Ids
    worth: Floats
    row: Places
    ends: Ids
    betweens: Ids

    def chosen(self, which: Places | Mask) -> "Halves":
        return Halves(
            self.middle[which], self.worth[which], self.row[which], self.ends, self.betweens
        )

    @property
    def end(self) -> Ids:
        return self.ends[self.row]

    @property
    def between(self) -> Ids:
        return self.betweens[self.row]


class Found(NamedTuple):
    """Whole paths. `score`: (paths,). `people`: (paths, 5), source to target, then nobody."""

    score: Floats
    people: Ids


NOTHING = Found(np.empty(0), np.empty((0, LONGEST), dtype=np.int32))


def ones(graph: Graph, ends: Ids) -> Halves:
    """All ties of the ends."""
    arcs = graph.arcs_of(ends)
    begin = np.repeat(ends, graph.start[ends + 1] - graph.start[ends])
    nobody = np.full(len(arcs), NOBODY, dtype=np.int32)
    worth = graph.strength[arcs].astype(np.float64)
    return Halves(graph.other[arcs], worth, np.arange(len(arcs)), begin, nobody)


class Onward(NamedTuple):
    """Halves of one tie, and what can be made of them: where the row of the middle begins, how
    long it is, and what a half of two ties is worth at best. All: (halves,).
    """

    halves: Halves
    begin: Places
    length: Places
    best: Floats


def onward(graph: Graph, halves: Halves) -> Onward:
    begin = graph.start[halves.middle]
    length = graph.start[halves.middle + 1] - begin
    return Onward(halves, begin, length, halves.worth * graph.strength[begin])


def twos(graph: Graph, first: Onward, *, least: float = 0) -> Halves:
    """Every half of two ties that begins with one of `first` and is worth at least `least`.

    Rows begin with their strongest tie: whoever is too weak even with that is passed over, and of
    the others as much is read as can matter.
    """
    row = np.flatnonzero(first.best >= least)
    begin, count = first.begin[row], first.length[row]
    if least:
        count = prefix(graph, begin, count, least / first.halves.worth[row] * SLACK)
    arcs, place = ranges(begin, count), np.repeat(row, count)
    worth = first.halves.worth[place] * graph.strength[arcs]
    halves = Halves(graph.other[arcs], worth, place, first.halves.end, first.halves.middle)
    return halves.chosen(np.flatnonzero(worth >= least)) if least else halves


def prefix(graph: Graph, start: Places, count: Places, need: Floats) -> Places:
    """How much of each row to read so that no tie of strength `need` or more is missed."""
    size = np.minimum(count, STRIDE)
    going = np.flatnonzero(size < count)
    while len(going):
        going = going[graph.strength[start[going] + size[going]] >= need[going]]
        size[going] = np.minimum(size[going] * STRIDE, count[going])
        going = going[size[going] < count[going]]
    return size


def meet(
    left: Halves, right: Halves, *, share: float, k: int, floor: float, may: Mask, room: Floats
) -> Found:
    """The k best paths that `left` and `right` make with a score of at least `floor`, and some.

    score = worth on the left · worth on the right · share. The larger side is weighed with the
    best that the smaller has at the same middle. The most promising are joined first: the k-th
    score among them tells how little of the rest can matter. `room`: (people,), zeros to write
    on, and zeros again afterwards, for in a large network a fresh array each time costs as much.
    """
    turned = len(left.middle) > len(right.middle)
    small, large = (right, left) if turned else (left, right)
    np.maximum.at(room, small.middle, small.worth * may[small.middle])
    promise = room[large.middle]
    promise *= large.worth
    promise *= share
    room[small.middle] = 0
    hopes = np.flatnonzero(promise >= floor if floor else promise)
    if not len(hopes):
        return NOTHING
    if len(hopes) > FEW * k:
        worth = promise[hopes]
        most = hopes[np.argpartition(worth, -FEW * k)[-FEW * k :]]
        tried, *_ = join(small, large.chosen(most), share=share, k=k, floor=floor, room=room)
        floor = max(floor, kth(tried, k))
        hopes = hopes[worth >= floor]
    score, one, other = join(small, large.chosen(hopes), share=share, k=k, floor=floor, room=room)
    return Found(score, side_by_side(other, one) if turned else side_by_side(one, other))


def join(
    small: Halves, large: Halves, *, share: float, k: int, floor: float, room: Floats
) -> tuple[Floats, Halves, Halves]:
    """Each half of `large` with each of `small` at the same middle, if the score is enough.

    Whoever stands between on both sides would be asked twice: that is no path.
    """
    np.maximum.at(room, large.middle, large.worth)
    promise = room[small.middle] * small.worth * share
    room[large.middle] = 0
    small = outstanding(small.chosen(np.flatnonzero(promise >= floor if floor else promise)), k)
    large = outstanding(large, k)
    begin = np.searchsorted(large.middle, small.middle)
    count = np.searchsorted(large.middle, small.middle, side="right") - begin
    one, two = np.repeat(np.arange(len(count)), count), ranges(begin, count)
    score = small.worth[one] * large.worth[two] * share
    between = small.between[one]
    proper = (score >= floor) & ((between != large.between[two]) | (between == NOBODY))
    return score[proper], small.chosen(one[proper]), large.chosen(two[proper])


def outstanding(halves: Halves, k: int) -> Halves:
    """By middle, the best first, and of each middle the k best; equal ones by end, then between.

    No other can matter: with any half that it meets, each of the k before it makes a better path.
    If not, the same person stands between on both sides, and that person alone is one.
    """
    order = np.lexsort((halves.between, halves.end, -halves.worth, halves.middle))
    halves = halves.chosen(order)
    begin = np.searchsorted(halves.middle, halves.middle)
    return halves.chosen(np.flatnonzero(np.arange(len(begin)) - begin < k))


def side_by_side(left: Halves, right: Halves) -> Ids:
    """(paths, 5): end, between, middle, between, end, with nobody moved to the back."""
    columns = (left.end, left.between, left.middle, right.between, right.end)
    people = np.stack(columns, axis=1).astype(np.int32)
    order = np.argsort(people == NOBODY, axis=1, kind="stable")
    return np.take_along_axis(people, order, axis=1)


def kth(score: Floats, k: int) -> float:
    """The k-th best, 0 where there are fewer."""
    return float(np.partition(score, -k)[-k]) if len(score) >= k else 0.0
