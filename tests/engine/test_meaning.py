"""What comes closest, by hand and beside trying every pair."""

import doctest

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from passo.engine import meaning
from passo.engine.meaning import Match, closest, matches, taken_together

ARROWS = st.integers(0, 9).flatmap(
    lambda rows: arrays(np.float32, (rows, 4), elements=st.sampled_from([-0.5, 0.0, 0.25, 0.5, 1]))
)
ONE = arrays(np.float32, 4, elements=st.sampled_from([-0.5, 0.0, 0.5, 1]))
LEAST = st.sampled_from([-1.0, 0.0, 0.25, 0.5])


def test_the_examples_are_right() -> None:
    assert doctest.testmod(meaning).failed == 0


@given(ARROWS, ONE, st.integers(1, 5), LEAST)
def test_the_closest_are_those_of_sorting_all(
    vectors: np.ndarray, asked: np.ndarray, most: int, least: float
) -> None:
    all_of_them = sorted((-float(row @ asked), place) for place, row in enumerate(vectors))
    wanted = [(place, -alike) for alike, place in all_of_them if -alike >= least][:most]
    places, likeness = closest(vectors, asked, most=most, least=least)
    assert list(zip(places.tolist(), likeness.tolist(), strict=True)) == wanted


@given(ARROWS, ARROWS, st.integers(1, 3), LEAST)
def test_matches_are_those_of_asking_for_each_need(
    needs: np.ndarray, offers: np.ndarray, each: int, least: float
) -> None:
    wanted = []
    for need, row in enumerate(needs):
        places, likeness = closest(offers, row, most=each, least=least)
        pairs = zip(places.tolist(), likeness.tolist(), strict=True)
        wanted += [Match(need, place, alike) for place, alike in pairs]
    wanted.sort(key=lambda match: (-match.likeness, match.need, match.offer))
    assert matches(needs, offers, each=each, least=least) == wanted


def test_more_needs_than_are_held_at_once_are_all_met() -> None:
    needs = np.tile(np.array([[1, 0]], np.float32), (meaning.AT_ONCE + 3, 1))
    found = matches(needs, np.array([[1, 0]], np.float32), each=1, least=0.5)
    assert [one.need for one in found] == list(range(meaning.AT_ONCE + 3))


@given(st.floats(-1, 1), st.floats(0, 1))
def test_words_and_meaning_both_help_and_never_beyond_one(likeness: float, share: float) -> None:
    both = taken_together(likeness, share)
    assert max(likeness, meaning.WORDS * share) - 1e-9 <= both <= 1
    assert taken_together(likeness, 0) == pytest.approx(max(likeness, 0))


def test_arrows_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="one arrow"):
        closest(np.zeros((2, 3), np.float32), np.zeros(2, np.float32), most=1, least=0)
    with pytest.raises(ValueError, match="same length"):
        matches(np.zeros((2, 3), np.float32), np.zeros((2, 2), np.float32), each=1, least=0)
