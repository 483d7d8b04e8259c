"""Which of many can be reached: each as if asked for alone."""

import numpy as np
import pytest
from hypothesis import given

from passo.engine.paths import Graph, Path, best, reach
from tests.engine.paths.every_path import Question, by_chance, every, questions


def answer(asked: Question) -> list[Path | None]:
    return reach(asked.graph, asked.sources, asked.targets, through=asked.through, kept=asked.kept)


def one_by_one(asked: Question) -> list[tuple[tuple[int, ...], float] | None]:
    return [(every(asked, 1, [target]) or [None])[0] for target in asked.targets]


@pytest.mark.parametrize("alike", [False, True])
def test_each_of_many_gets_the_answer_of_trying_every_path(alike) -> None:
    reached = 0
    for seed in range(300):
        asked = by_chance(seed, alike=alike)
        expected = one_by_one(asked)
        assert [way and (way.people, way.score) for way in answer(asked)] == expected, seed
        reached += len(expected) - expected.count(None)
    assert reached > 200


@given(questions())
def test_any_list_gets_the_answer_of_trying_every_path(asked: Question) -> None:
    assert [way and (way.people, way.score) for way in answer(asked)] == one_by_one(asked)


def test_it_says_of_each_the_same_as_the_single_question() -> None:
    chance = np.random.default_rng(7)
    a, b = (chance.random((2, 2000)) ** 2 * 300).astype(int)
    graph = Graph.build(a, b, chance.beta(1, 3, 2000).clip(0.01), people=320)
    single = [best(graph, [3, 200], target, k=1) for target in range(320)]
    assert reach(graph, [3, 200], range(320)) == [(paths or [None])[0] for paths in single]
    assert sum(map(bool, single)) > 250


def test_the_order_is_that_of_the_question_and_who_is_named_twice_is_answered_twice() -> None:
    graph = Graph.build([0, 1], [1, 2], [0.5, 1.0], people=4)
    found = reach(graph, 0, [3, 2, 1, 2])
    assert [path and path.people for path in found] == [None, (0, 1, 2), (0, 1), (0, 1, 2)]


def test_one_prospect_introduces_another_unless_they_may_not() -> None:
    graph = Graph.build([0, 1], [1, 2], [0.5, 1.0], people=3)
    found = reach(graph, 0, [1, 2], through=[True, False, True])
    assert [path and path.people for path in found] == [(0, 1), None]


def test_our_own_are_not_introduced_to_us() -> None:
    graph = Graph.build([0, 1], [1, 2], [0.5, 1.0], people=3)
    found = reach(graph, [0, 1], [0, 1, 2])
    assert [path and path.people for path in found] == [None, None, (1, 2)]


def test_nobody_to_reach_is_no_answer() -> None:
    graph = Graph.build([], [], [], people=3)
    assert reach(graph, 0, []) == []
    assert reach(graph, 0, [1, 2]) == [None, None]


def test_a_list_is_refused_as_a_single_question_is() -> None:
    with pytest.raises(ValueError, match="kept"):
        reach(Graph.build([], [], [], people=3), 0, [1], kept=0)
