"""Whether what was foretold came; and that chances are mended where they are wrong."""

import doctest
import importlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.calibration import (
    AS_SAID,
    CORRECTS_FROM,
    Correction,
    calibration,
    correction,
    wilson,
)

NAN = float("nan")
CHANCES = st.floats(0, 1)
TRIES = st.lists(st.tuples(CHANCES, st.booleans()), min_size=CORRECTS_FROM, max_size=160)


@pytest.mark.parametrize("module", ["correcting", "reliability"])
def test_the_examples_in_the_docstrings_hold(module: str) -> None:
    told = doctest.testmod(importlib.import_module(f"passo.engine.calibration.{module}"))
    assert told.failed == 0
    assert told.attempted


# Whether it held -------------------------------------------------------------------------------


def test_what_was_foretold_is_set_beside_what_came() -> None:
    told = calibration([0.05, 0.35, 0.35, 1.0], [False, True, False, True], [0, 1, 1, 2])
    assert told.tries.tolist() == [1, 0, 0, 2, 0, 0, 0, 0, 0, 1]
    assert told.came[[0, 3, 9]].tolist() == [0, 0.5, 1]
    assert told.foretold[[0, 3, 9]].tolist() == pytest.approx([0.05, 0.35, 1])
    assert np.isnan(told.came[1])
    assert np.isnan(told.low[1])
    assert told.low[3] < 0.5 < told.high[3]
    assert told.brier == pytest.approx((0.05**2 + 0.65**2 + 0.35**2) / 4)
    assert told.plain == pytest.approx(((2 / 3) ** 2 + 1 + 1 + (2 / 3) ** 2) / 4)
    assert told.skill == pytest.approx(1 - told.brier / told.plain)
    assert told.error == pytest.approx((0.05 + 2 * 0.15 + 0) / 4)
    assert told.better
    assert not told.enough


def test_the_plain_rate_may_be_the_better_one() -> None:
    told = calibration([0.0, 1.0] * 150, [True, False] * 150, [2] * 300)
    assert told.brier == told.error == 1
    assert told.skill < 0
    assert not told.better
    assert told.enough


def test_one_try_and_none_can_be_asked_about() -> None:
    assert calibration([0.5], [True], [0]).plain == 1
    nothing = calibration([], [], [])
    assert np.isnan(nothing.brier)
    assert nothing.error == 0
    assert np.isnan(calibration([0.5, 0.5], [True, True], [0, 0]).skill)


@given(st.lists(st.tuples(CHANCES, st.booleans(), st.integers(0, 6)), max_size=40))
def test_a_score_lies_between_nothing_and_one(tries: list) -> None:
    told = calibration(*([row[k] for row in tries] for k in range(3)))
    assert told.tries.sum() == len(tries)
    if tries:
        assert 0 <= told.brier <= 1
        assert 0 <= told.plain <= 1
        assert 0 <= told.error <= 1


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_an_interval_holds_the_share_that_was_seen(tries: int, share: float) -> None:
    yes = round(tries * share)
    (low,), (high,) = wilson([yes], [tries])
    assert 0 <= low <= yes / tries <= high <= 1
    (wider_low,), (wider_high,) = wilson([yes / 4], [tries / 4])
    assert wider_low <= low + 1e-9
    assert high <= wider_high + 1e-9


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (([1.5], [True], [0]), "between 0 and 1"),
        (([NAN], [True], [0]), "between 0 and 1"),
        (([0.5], [True], [-1]), "no such stage"),
        (([0.5], [True, False], [0]), "outcome"),
        (([[0.5]], [[True]], [[0]]), "outcome"),
    ],
)
def test_tries_that_do_not_fit_are_refused(wrong: tuple, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        calibration(*wrong)


# What is said from now on ----------------------------------------------------------------------


def drawn(tries: int, belief: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """True chances, what was said of them, and what came."""
    luck = np.random.default_rng(7)
    true = luck.beta(2, 8, tries)
    return true, np.minimum(true * belief, 0.95), luck.random(tries) < true


def off(told: np.ndarray, true: np.ndarray) -> float:
    return float(np.abs(told - true).mean())


@pytest.mark.parametrize("belief", [2, 0.5])
def test_a_chance_believed_wrongly_is_mended(belief: float) -> None:
    true, said, came = drawn(400, belief)
    after_100, after_400 = (correction(said[:n], came[:n]) for n in (100, 400))
    assert off(after_100.told(said), true) < off(said, true) * 0.7
    assert off(after_400.told(said), true) < off(said, true) * 0.35


def test_a_chance_that_holds_is_left_alone() -> None:
    _true, said, came = drawn(400, 1)
    assert correction(said, came) is AS_SAID
    assert AS_SAID.told([0.0, 0.3, 1.0]).tolist() == [0.0, 0.3, 1.0]


def test_nothing_is_corrected_before_a_hundred_tries() -> None:
    said, came = [0.9] * (CORRECTS_FROM - 1), [False] * (CORRECTS_FROM - 1)
    assert correction(said, came) is AS_SAID
    assert correction([*said, 0.9], [*came, False])(0.9) < 0.5


def test_chances_that_stand_on_their_head_become_nearly_the_same() -> None:
    flat = correction([0.05, 0.6] * 200, ([True, False] * 200))
    assert flat.slope == pytest.approx(0.2)
    assert 0 < flat(0.6) - flat(0.05) < 0.4


def test_a_run_of_bad_luck_does_not_make_it_impossible() -> None:
    assert correction([0.2] * 100, [False] * 100)(0.2) > 0.005


def test_tries_without_outcome_are_refused() -> None:
    with pytest.raises(ValueError, match="outcome"):
        correction([0.5, 0.5], [True])


@given(TRIES, st.lists(CHANCES, min_size=2, max_size=20))
def test_who_had_more_keeps_more_and_a_chance_stays_one(tries: list, asked: list) -> None:
    told = correction([said for said, _ in tries], [came for _, came in tries])
    after = told.told(sorted(asked))
    assert (np.diff(after) >= 0).all()
    assert ((after >= 0) & (after <= 1)).all()
    assert told(0) == 0


@given(st.floats(-3, 3), st.floats(0.2, 2), CHANCES, CHANCES)
def test_order_stays_whatever_is_learned(
    shift: float, slope: float, one: float, two: float
) -> None:
    lower, higher = sorted((one, two))
    told = Correction(shift, slope)
    assert told(lower) <= told(higher)
