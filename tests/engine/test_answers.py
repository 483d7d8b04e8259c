"""How likely is a yes, and how soon? Priors first, then what was asked before."""

import doctest

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.answers import KEEN, USUAL_DAYS, chance, days, willing

pairs = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda one: (min(one), max(one))),
    min_size=1,
    max_size=20,
)


def test_the_examples_are_true() -> None:
    assert doctest.testmod(willing).failed == 0


def test_before_anybody_was_asked_two_of_three_agree() -> None:
    assert chance([0, 0], [0, 0]).tolist() == pytest.approx([KEEN, KEEN])
    assert days([]) == USUAL_DAYS


@given(pairs)
def test_nobody_is_ever_certain(told: list[tuple[int, int]]) -> None:
    yes, asked = zip(*told, strict=True)
    assert ((chance(yes, asked) > 0) & (chance(yes, asked) < 1)).all()


@given(pairs)
def test_a_yes_more_makes_a_yes_likelier(told: list[tuple[int, int]]) -> None:
    yes, asked = np.array(told).T
    more = chance(np.append(yes[:1] + 1, yes[1:]), np.append(asked[:1] + 1, asked[1:]))
    assert (more >= chance(yes, asked) - 1e-12).all()


@given(st.lists(st.integers(0, 60), min_size=1))
def test_days_lie_between_the_usual_and_their_own(taken: list[int]) -> None:
    own = float(np.median(taken))
    assert min(own, USUAL_DAYS) <= days(taken) <= max(own, USUAL_DAYS)


def test_what_does_not_fit_is_turned_away() -> None:
    for yes, asked in (([2], [1]), ([1], [1, 1]), ([[1]], [[1]]), ([-1], [1])):
        with pytest.raises(ValueError, match=r"never more|below nothing"):
            chance(yes, asked)
    with pytest.raises(ValueError, match="below nothing"):
        days([-1])
