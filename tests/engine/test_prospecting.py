"""The seven rules and the four ages: by hand, and whatever the numbers are."""

import doctest

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from passo.engine.prospecting import AGES, RULES, Facts, Levels, age_of, firm, levels
from passo.engine.prospecting import ages as ages_module
from passo.engine.prospecting import rules as rules_module

NAMES = tuple(Facts.__dataclass_fields__)
BEST = {
    "came_by": 2, "known": 4, "seen_days": 10, "shared": 3, "silence": 5, "cadence": 14,
    "sent": 4, "answered": 4, "given": 2, "valued": 1,
}  # fmt: skip
WORST = {
    "came_by": 0, "known": 0, "seen_days": np.inf, "shared": 0, "silence": np.inf, "cadence": 14,
    "sent": 4, "answered": 0, "given": 0, "valued": 0,
}  # fmt: skip


def facts(**values: float) -> Facts:
    return Facts(**{name: [values[name]] for name in NAMES})


def level(rule: str, **changed: float) -> float:
    return float(levels(facts(**BEST | changed)).of[0, RULES.index(rule)])


@pytest.mark.parametrize("module", [rules_module, ages_module])
def test_the_examples_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_the_best_and_the_worst_are_the_ends() -> None:
    assert levels(facts(**BEST)).of.tolist() == [[1.0] * 7]
    assert levels(facts(**WORST)).of.tolist() == [[0.0] * 7]


@pytest.mark.parametrize(
    ("rule", "changed", "is_now"),
    [
        ("introduction", {"came_by": 1}, 0.6),
        ("research", {"known": 1}, 0.25),
        ("networking", {"seen_days": 400}, 0.5),
        ("networking", {"shared": 0}, 0.5),
        ("rhythm", {"silence": 14}, 1.0),
        ("rhythm", {"silence": 28}, 0.5),
        ("rhythm", {"silence": 42}, 0.0),
        ("relevance", {"answered": 1}, 0.25),
        ("contribution", {"given": 1}, 0.5),
    ],
)
def test_each_rule_falls_with_what_it_is_about(
    rule: str, changed: dict[str, float], is_now: float
) -> None:
    assert level(rule, **changed) == pytest.approx(is_now)


def test_too_few_messages_say_nothing_of_relevance() -> None:
    assert np.isnan(level("relevance", sent=1, answered=0))


def test_the_firm_is_the_mean_of_those_that_tell_something() -> None:
    two = Levels(np.array([[1.0] * 7, [np.nan] + [0.0] * 6]))
    assert firm([two])[0].tolist() == [1.0] + [0.5] * 6
    assert np.isnan(firm([Levels(np.zeros((0, 7)))])).all()


def test_the_ages_are_four_and_in_order() -> None:
    found = [age_of([share] * 7) for share in (0.0, 0.3, 0.6, 1.0)]
    assert [one[0] for one in found if one] == list(AGES)
    assert age_of([np.nan] * 7) is None


@pytest.mark.parametrize("wrong", [{"known": -1}, {"known": np.nan}])
def test_what_is_no_count_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="from 0 up"):
        levels(facts(**BEST | wrong))


def test_columns_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="one entry"):
        levels(Facts(**{name: [1.0] * (1 + (name == "known")) for name in NAMES}))


NUMBERS = st.floats(0, 1e9) | st.just(np.inf)


@given(st.integers(0, 6).flatmap(lambda n: arrays(np.float64, (10, n), elements=NUMBERS)))
def test_a_level_is_a_share_or_unknown(columns: np.ndarray) -> None:
    columns[[0, 1, 3, 6, 7, 8, 9]] = np.minimum(columns[[0, 1, 3, 6, 7, 8, 9]], 1e6)
    columns[5] = np.minimum(columns[5], 1e4)
    found = levels(Facts(*columns)).of
    told = found[~np.isnan(found)]
    assert found.shape == (columns.shape[1], 7)
    assert ((told >= 0) & (told <= 1)).all()
