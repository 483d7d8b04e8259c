"""Every path there is, walked one by one: slow, and so plain that it is right."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st

from passo.engine.paths import Graph

Ways = list[tuple[tuple[int, ...], float]]


class Question(NamedTuple):
    graph: Graph
    sources: list[int]
    targets: list[int]
    through: list[bool]
    k: int
    kept: float


def every(asked: Question, k: int, targets: list[int]) -> Ways:
    """The k best paths with their scores: by score, then fewer ties, then lower ids."""
    ends = set(targets) - set(asked.sources)
    ties = neighbours(asked.graph)
    found = []
    for source in sorted(set(asked.sources)):
        for people, strengths in walks(ties, asked, ends, (source,), ()):
            score = product(strengths) * asked.kept ** (len(strengths) - 1)
            found.append((-score, len(people), people))
    return [(people, -score) for score, _, people in sorted(found)[:k]]


def walks(
    ties: list[dict[int, float]],
    asked: Question,
    ends: set[int],
    people: tuple[int, ...],
    strengths: tuple[float, ...],
) -> Iterator[tuple[tuple[int, ...], tuple[float, ...]]]:
    for other, strength in ties[people[-1]].items():
        if other in people or other in asked.sources:
            continue
        on, so_far = (*people, other), (*strengths, strength)
        if other in ends:
            yield on, so_far
        elif len(so_far) < 4 and asked.through[other]:
            yield from walks(ties, asked, ends, on, so_far)


def product(strengths: tuple[float, ...]) -> float:
    """Rounded once: two floats of 24 bits have an exact product."""
    one, two, three, four = (*strengths, 1.0, 1.0, 1.0)[:4]
    return (one * two) * (three * four)


def neighbours(graph: Graph) -> list[dict[int, float]]:
    rows = np.split(np.arange(len(graph.other)), graph.start[1:-1])
    return [
        dict(zip(graph.other[row].tolist(), graph.strength[row].tolist(), strict=True))
        for row in rows
    ]


def by_chance(seed: int, *, alike: bool) -> Question:
    """A small network, and somebody to ask for. `alike`: many ties are equally strong."""
    chance = np.random.default_rng(seed)
    people = int(chance.integers(4, 32))
    a, b = chance.integers(0, people, (2, int(chance.integers(people, people * 4))))
    strength = chance.choice([0.25, 0.3, 0.5, 1.0], len(a)) if alike else 1 - chance.random(len(a))
    some = chance.integers(1, 4, 2)
    return Question(
        Graph.build(a, b, strength, people=people),
        chance.integers(0, people, some[0]).tolist(),
        chance.integers(0, people, some[1]).tolist(),
        (chance.random(people) < 0.8).tolist(),
        int(chance.integers(1, 11)),
        float(chance.choice([0.3, 0.75, 1.0])),
    )


def in_a_crowd(seed: int) -> Question:
    """Long rows of ties, few of them strong, so that a long way round can be the best."""
    chance = np.random.default_rng(seed)
    a, b = np.triu_indices(24, 1)
    known = chance.random(len(a)) < 0.5
    strength = (1 - chance.random(len(a))) ** 6 * 0.999 + 0.001
    return Question(
        Graph.build(a[known], b[known], strength[known], people=24),
        [0],
        [23],
        [True] * 24,
        int(chance.integers(1, 11)),
        float(chance.choice([0.75, 1.0])),
    )


@st.composite
def questions(draw: st.DrawFn) -> Question:
    people = draw(st.integers(1, 12))
    one = st.integers(0, people - 1)
    strength = st.sampled_from([0.25, 0.5, 1.0]) | st.floats(2**-20, 1, width=32)
    ties = draw(st.lists(st.tuples(one, one, strength), max_size=40))
    a, b, strengths = zip(*ties, strict=True) if ties else ((), (), ())
    return Question(
        Graph.build(a, b, strengths, people=people),
        draw(st.lists(one, min_size=1, max_size=3)),
        draw(st.lists(one, max_size=4)),
        draw(st.lists(st.booleans(), min_size=people, max_size=people)),
        draw(st.integers(1, 10)),
        draw(st.sampled_from([0.5, 0.75, 1.0])),
    )
