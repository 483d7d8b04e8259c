"""The k best paths: the same as by trying every one, and what keeps somebody off a path."""

import doctest
import importlib

import numpy as np
import pytest
from hypothesis import given

from passo.engine.paths import KEPT, Graph, Path, best, halves
from tests.engine.paths.every_path import Question, Ways, by_chance, every, in_a_crowd, questions

ANNA, BEN, CARLO, DORA, EMIL, FRIDA = range(6)


def ties(*rows: tuple[int, int, float], people: int = 6) -> Graph:
    return Graph.build(*zip(*rows, strict=True), people=people)


def told(paths: list[Path]) -> Ways:
    return [(path.people, path.score) for path in paths]


def answer(asked: Question) -> Ways:
    return told(
        best(
            asked.graph,
            asked.sources,
            asked.targets,
            k=asked.k,
            through=asked.through,
            kept=asked.kept,
        )
    )


@pytest.mark.parametrize("module", ["graph", "halves", "reaching", "searching"])
def test_every_example_in_the_docstrings_is_true(module: str) -> None:
    assert doctest.testmod(importlib.import_module(f"passo.engine.paths.{module}")).failed == 0


@pytest.mark.parametrize("alike", [False, True])
def test_a_thousand_questions_get_the_answer_of_trying_every_path(alike) -> None:
    answered = 0
    for seed in range(500):
        asked = by_chance(seed, alike=alike)
        expected = every(asked, asked.k, asked.targets)
        assert answer(asked) == expected, seed
        answered += bool(expected)
    assert answered > 400


def test_in_a_crowd_too_no_path_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "STRIDE", 2)  # or no row would be long
    lengths = set()
    for seed in range(40):
        asked = in_a_crowd(seed)
        expected = every(asked, asked.k, asked.targets)
        assert answer(asked) == expected, seed
        lengths |= {len(people) for people, _ in expected}
    assert lengths == {2, 3, 4, 5}


@given(questions())
def test_any_question_gets_the_answer_of_trying_every_path(asked: Question) -> None:
    assert answer(asked) == every(asked, asked.k, asked.targets)


@given(questions())
def test_a_path_shows_the_strength_of_each_tie_on_it(asked: Question) -> None:
    for path in best(asked.graph, asked.sources, asked.targets):
        pairs = np.array(path.people[:-1]), np.array(path.people[1:])
        assert path.strengths == tuple(asked.graph.ties(*pairs).tolist())
        assert path.score == pytest.approx(np.prod(path.strengths) * KEPT ** (len(pairs[0]) - 1))


def test_many_equal_paths_come_by_the_lowest_ids() -> None:
    """1,600 halves from either end, 64,000 paths, all of one score."""
    near, middle, far = np.arange(1, 41), np.arange(41, 81), np.arange(81, 121)
    a = np.concatenate((np.zeros(40, int), np.repeat(near, 40), np.repeat(middle, 40), far))
    b = np.concatenate((near, np.tile(middle, 40), np.tile(far, 40), np.full(40, 121)))
    graph = Graph.build(a, b, np.full(len(a), 0.5), people=122)
    found = [path.people for path in best(graph, 0, 121, k=3)]
    assert found == [(0, 1, 41, 81, 121), (0, 1, 41, 82, 121), (0, 1, 41, 83, 121)]


def test_a_tie_of_our_own_comes_first_and_needs_nobody() -> None:
    graph = ties((ANNA, BEN, 0.4), (ANNA, CARLO, 1.0), (CARLO, BEN, 0.5))
    assert [path.people for path in best(graph, ANNA, BEN)] == [(ANNA, BEN), (ANNA, CARLO, BEN)]


def test_one_go_between_more_costs_a_quarter() -> None:
    graph = ties((ANNA, BEN, 1.0), (BEN, CARLO, 1.0), (CARLO, DORA, 1.0), (DORA, EMIL, 1.0))
    scores = [best(graph, ANNA, target)[0].score for target in (BEN, CARLO, DORA, EMIL)]
    assert scores == [1, 0.75, 0.75**2, 0.75**3]


def test_nobody_is_reached_by_four_go_betweens() -> None:
    chain = [(person, person + 1, 1.0) for person in range(5)]
    assert best(ties(*chain), ANNA, FRIDA) == []


def test_never_through_me_is_found_all_the_same() -> None:
    graph = ties((ANNA, BEN, 0.9), (BEN, CARLO, 0.9), (ANNA, DORA, 0.2), (DORA, CARLO, 0.2))
    not_ben = [person != BEN for person in range(6)]
    assert [path.people for path in best(graph, ANNA, CARLO, through=not_ben)] == [
        (ANNA, DORA, CARLO)
    ]
    assert best(graph, ANNA, BEN, through=not_ben)[0].people == (ANNA, BEN)
    assert not_ben == [True, False, True, True, True, True]


def test_who_may_be_a_go_between_is_left_as_it_was_told() -> None:
    graph, everybody = ties((ANNA, BEN, 0.9), (BEN, CARLO, 0.9)), np.ones(6, dtype=bool)
    assert best(graph, ANNA, CARLO, through=everybody)
    assert everybody.all()


def test_forgotten_people_are_neither_found_nor_asked() -> None:
    graph = ties((ANNA, BEN, 0.9), (BEN, CARLO, 0.9)).without([BEN])
    assert best(graph, ANNA, BEN) == best(graph, ANNA, CARLO) == []


def test_each_member_asks_for_the_firm_and_none_is_a_go_between() -> None:
    graph = ties((ANNA, BEN, 1.0), (BEN, CARLO, 0.5), (CARLO, DORA, 0.5), (ANNA, CARLO, 0.1))
    found = [path.people for path in best(graph, [ANNA, BEN], DORA)]
    assert found == [(BEN, CARLO, DORA), (ANNA, CARLO, DORA)]


def test_anybody_at_the_organisation_will_do_and_a_colleague_is_no_go_between() -> None:
    graph = ties((ANNA, BEN, 0.5), (BEN, CARLO, 0.5), (CARLO, DORA, 1.0), (BEN, DORA, 0.1))
    found = [path.people for path in best(graph, ANNA, [CARLO, DORA])]
    assert found == [(ANNA, BEN, CARLO), (ANNA, BEN, DORA)]


def test_our_own_are_no_targets() -> None:
    graph = ties((ANNA, BEN, 0.5), (BEN, CARLO, 0.5))
    assert best(graph, [ANNA, BEN], BEN) == []
    assert [path.people for path in best(graph, [ANNA, BEN], [BEN, CARLO])] == [(BEN, CARLO)]


def test_without_targets_or_ties_there_is_no_path() -> None:
    assert best(ties((ANNA, BEN, 0.5)), ANNA, []) == []
    assert best(Graph.build([], [], [], people=2), 0, 1) == []


@pytest.mark.parametrize(
    "wrong",
    [{"k": 0}, {"k": 11}, {"kept": 0}, {"kept": 1.1}, {"through": [True]}, {"through": [1] * 6}],
)
def test_what_does_not_fit_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"paths|through"):
        best(ties((ANNA, BEN, 0.5)), ANNA, BEN, **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(("sources", "targets"), [(6, 0), (-1, 0), (0, [[1]]), (0, 1.0)])
def test_people_who_are_not_there_are_refused(sources: object, targets: object) -> None:
    with pytest.raises(ValueError, match=r"whole numbers|not there"):
        best(ties((ANNA, BEN, 0.5)), sources, targets)  # type: ignore[arg-type]
