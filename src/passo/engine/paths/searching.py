"""Who can introduce me to her? The k best paths."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from passo.engine.paths.graph import Graph, Ids, Mask, ids
from passo.engine.paths.halves import (
    LONGEST,
    NOBODY,
    NOTHING,
    SLACK,
    Found,
    Halves,
    Onward,
    kth,
    meet,
    ones,
    onward,
    twos,
)

KEPT = 0.75  # share of a request that is left each time it is handed on
MOST = 10  # paths; nobody weighs more


class Path(NamedTuple):
    """`people`: ids from source to target, with the go-betweens in between. `strengths`: of each
    tie on the way. `score`: 0 < score ≤ 1.
    """

    people: tuple[int, ...]
    strengths: tuple[float, ...]
    score: float


def best(
    graph: Graph,
    sources: ArrayLike,
    targets: ArrayLike,
    *,
    k: int = 5,
    through: ArrayLike | None = None,
    kept: float = KEPT,
) -> list[Path]:
    """Who can introduce us to her, or to anybody over there?

    The k best paths of one to four ties from any of `sources` to any of `targets`, by

        score = kept^(go-betweens) · product of the strengths of the ties,

    the product rounded once, the penalty after it. Equal scores: fewer ties first, then the lower
    ids, read from the source. Nobody stands on a path twice; sources and targets stand at its
    ends only. It is exact: the same as trying every path.

    `sources`, `targets`: ids, one or (some,). Whoever is both is no target. `through`: (people,)
    of bool, who may be a go-between, everybody unless told; whoever may not is found all the
    same. k: 1 to 10. `kept`: above 0, at most 1. What does not fit raises `ValueError`.

    Cost: at most the half paths of two ties from either end, mostly far fewer, for rows begin with
    the strongest tie and are read no further than the k-th score allows. Sources: search from both
    ends, Pohl, Machine Intelligence 6 (1971); of 296 whom Travers and Milgram asked (Sociometry
    32, 1969), 217 handed the request on, hence `kept`.

    >>> graph = Graph.build([0, 1, 0, 2], [1, 3, 2, 3], [0.5, 0.5, 1.0, 0.5], people=4)
    >>> [(path.people, path.score) for path in best(graph, 0, 3)]
    [((0, 2, 3), 0.375), ((0, 1, 3), 0.1875)]
    """
    checked(k, kept)
    ours, theirs = ids(sources, graph.people), ids(targets, graph.people)
    theirs = theirs[~(theirs[:, None] == ours).any(axis=1)]
    may = allowed(through, graph.people)
    may[ours] = may[theirs] = False
    near, far = ones(graph, ours), ones(graph, theirs)
    search = Search(graph, may, k, kept)
    search.add(direct(near, theirs))
    search.between(near.chosen(may[near.middle]), far.chosen(may[far.middle]))
    return as_paths(graph, search.found)


class Search:
    """One question on its way to the answer: what was found so far, and what more must score."""

    def __init__(self, graph: Graph, may: Mask, k: int, kept: float) -> None:
        self.graph, self.may, self.k, self.kept = graph, may, k, kept
        self.found = NOTHING
        self.floor = 0.0  # what a path must score to matter
        self.room = np.zeros(graph.people)
        self.turned = False  # is the near end the target's?

    def between(self, ours: Halves, theirs: Halves) -> None:
        """Paths of two ties or more, each split in one way only: two ties are one and one; three
        are two on the side where there is less to read, and one; four are two and two.
        """
        if not len(ours.middle) or not len(theirs.middle):
            return
        self.add(self.met(ours, theirs, 1))
        near, far = onward(self.graph, ours), onward(self.graph, theirs)
        self.turned = bool(near.length.sum() > far.length.sum())
        if self.turned:
            near, far = far, near
        grown = self.grown(near, self.promise(far))
        if len(grown.middle):
            self.add(self.met(grown, far.halves, 2))
            other = self.grown(far, float(grown.worth.max()) * self.kept**3)
            self.add(self.met(grown, other, 3))

    def met(self, near: Halves, far: Halves, between: int) -> Found:
        left, right = (far, near) if self.turned else (near, far)
        share = self.kept**between
        return meet(
            left, right, share=share, k=self.k, floor=self.floor, may=self.may, room=self.room
        )

    def add(self, more: Found) -> None:
        if not len(more.score):
            return
        self.found = first(joined(self.found, more), self.k)
        self.floor = max(self.floor, kth(self.found.score, self.k))

    def grown(self, first: Onward, partner: float) -> Halves:
        """Halves of two ties, as far as they matter if the best other half is worth `partner`."""
        return twos(self.graph, first, least=self.floor / partner * SLACK)

    def promise(self, far: Onward) -> float:
        """What a half of one or two ties from there is worth at best, penalties included."""
        return float(max(far.halves.worth.max() * self.kept**2, far.best.max() * self.kept**3))


def checked(k: int, kept: float) -> None:
    if not 1 <= k <= MOST or not 0 < kept <= 1:
        raise ValueError("from 1 to 10 paths; what is kept is above 0 and at most 1")


def allowed(through: ArrayLike | None, people: int) -> Mask:
    """Who may be a go-between, in an array of our own."""
    if through is None:
        return np.ones(people, dtype=bool)
    may = np.array(through)
    if may.shape != (people,) or may.dtype != bool:
        raise ValueError("through says true or false of everybody")
    return may


def direct(ours: Halves, theirs: Ids) -> Found:
    """Whom we know ourselves. `theirs` are in order."""
    begin = np.searchsorted(theirs, ours.middle)
    place = np.flatnonzero(np.searchsorted(theirs, ours.middle, side="right") > begin)
    people = np.full((len(place), LONGEST), NOBODY, dtype=np.int32)
    people[:, 0], people[:, 1] = ours.end[place], ours.middle[place]
    return Found(ours.worth[place], people)


def joined(*parts: Found) -> Found:
    score, people = zip(*parts, strict=True)
    return Found(np.concatenate(score), np.concatenate(people))


def first(found: Found, k: int) -> Found:
    """The k best: by score, then fewer ties, then lower ids from the source on."""
    order = ranked(found)[:k]
    return Found(found.score[order], found.people[order])


def ranked(found: Found) -> NDArray[np.intp]:
    lengths = (found.people != NOBODY).sum(axis=1)
    return np.lexsort((*found.people.T[::-1], lengths, -found.score))


def as_paths(graph: Graph, found: Found) -> list[Path]:
    """As they are handed out: without nobody, and with the strength of each tie."""
    before, after = found.people[:, :-1], found.people[:, 1:]
    strengths = np.zeros(before.shape)
    strengths[after != NOBODY] = graph.ties(before[after != NOBODY], after[after != NOBODY])
    return [
        Path(tuple(people[people != NOBODY].tolist()), tuple(ties[ties > 0].tolist()), float(score))
        for people, ties, score in zip(found.people, strengths, found.score, strict=True)
    ]
