"""The graph: what it keeps of the ties that were told, and how they change."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.paths import Graph

PEOPLE = 8
one = st.integers(0, PEOPLE - 1)
told = st.lists(st.tuples(one, one, st.sampled_from([0.25, 0.5, 1.0])), max_size=40)
changes = st.lists(st.tuples(one, one, st.sampled_from([0.0, 0.5, 0.75])), max_size=12)
Rows = list[tuple[int, int, float]]


def columns(rows: Rows) -> tuple[list[int], list[int], list[float]]:
    return tuple([row[column] for row in rows] for column in range(3))  # type: ignore[return-value]


def graph(rows: Rows) -> Graph:
    return Graph.build(*columns(rows), people=PEOPLE)


def strongest(rows: Rows) -> dict[tuple[int, int], float]:
    kept: dict[tuple[int, int], float] = {}
    for a, b, strength in rows:
        if a != b:
            pair = min(a, b), max(a, b)
            kept[pair] = max(strength, kept.get(pair, 0))
    return kept


def same(left: Graph, right: Graph) -> bool:
    return all(
        np.array_equal(getattr(left, name), getattr(right, name))
        and getattr(left, name).dtype == getattr(right, name).dtype
        for name in ("start", "other", "strength")
    )


@given(told)
def test_each_tie_is_kept_once_either_way_with_the_strongest_told(rows: Rows) -> None:
    packed = graph(rows)
    owners = np.repeat(np.arange(PEOPLE), np.diff(packed.start))
    arcs = list(zip(owners.tolist(), packed.other.tolist(), packed.strength.tolist(), strict=True))
    expected = [(a, b, s) for (x, y), s in strongest(rows).items() for a, b in ((x, y), (y, x))]
    assert arcs == sorted(expected, key=lambda arc: (arc[0], -arc[2], arc[1]))


@given(told, st.randoms())
def test_the_same_ties_make_the_same_graph_in_any_order(rows: Rows, chance: object) -> None:
    turned = [(b, a, strength) for a, b, strength in rows]
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert same(graph(rows), graph(turned))


@given(told, changes)
def test_a_changed_graph_is_the_graph_of_the_changed_ties(rows: Rows, new: Rows) -> None:
    after = strongest(rows) | strongest(new)
    built = [(a, b, strength) for (a, b), strength in after.items() if strength]
    assert same(graph(rows).changed(*columns(new)), graph(built))


@given(told, st.lists(one))
def test_a_forgotten_person_has_no_tie_and_the_others_keep_theirs(
    rows: Rows, forgotten: list[int]
) -> None:
    left = [row for row in rows if not {row[0], row[1]} & set(forgotten)]
    assert same(graph(rows).without(forgotten), graph(left))


def test_a_graph_stays_as_it_was_when_another_is_made_of_it() -> None:
    before = graph([(0, 1, 0.5), (1, 2, 0.25)])
    before.changed([0], [1], [1.0])
    before.without([1])
    assert same(before, graph([(0, 1, 0.5), (1, 2, 0.25)]))


def test_an_arc_takes_eight_bytes_and_a_person_eight() -> None:
    packed = graph([(0, 1, 0.5), (1, 2, 0.25), (5, 2, 1.0)])
    size = packed.start.nbytes + packed.other.nbytes + packed.strength.nbytes
    assert size == 6 * 8 + (PEOPLE + 1) * 8
    assert packed.people == PEOPLE


def test_the_strength_of_ties_is_told_from_either_side() -> None:
    packed = graph([(0, 1, 0.5), (1, 2, 0.25), (1, 3, 1.0)])
    a, b = np.array([0, 1, 2, 0, 7]), np.array([1, 0, 1, 2, 6])
    assert packed.ties(a, b).tolist() == [0.5, 0.5, 0.25, 0.0, 0.0]


@pytest.mark.parametrize(
    ("a", "b", "strength"),
    [
        ([0], [8], [0.5]),
        ([-1], [1], [0.5]),
        ([0], [1, 2], [0.5]),
        ([0], [1], [0.5, 0.5]),
        ([0], [1], [0.0]),
        ([0], [1], [1.5]),
        ([0], [1], [-0.5]),
        ([0], [1], [1e-60]),
        ([0], [1], [float("nan")]),
        ([0.5], [1], [0.5]),
    ],
)
def test_ties_that_cannot_be_are_refused(a: list, b: list, strength: list) -> None:
    with pytest.raises(ValueError, match=r"strength|two people|not there|whole numbers"):
        Graph.build(a, b, strength, people=PEOPLE)


@pytest.mark.parametrize("people", [-1, 2**31])
def test_so_many_people_are_refused(people: int) -> None:
    with pytest.raises(ValueError, match="32 bits"):
        Graph.build([], [], [], people=people)


def test_a_change_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="strength"):
        graph([(0, 1, 0.5)]).changed([0], [1], [2.0])
