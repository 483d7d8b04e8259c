"""What fits into my minutes, why it was chosen, and what is kept of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.ranking import (
    LOG,
    REASONS,
    STEPS,
    Chosen,
    Guesses,
    History,
    People,
    Weighed,
    choose,
    chosen_rows,
    learned,
    logged,
    weigh,
)

NAN = float("nan")
RATES = learned(Guesses([200], 90, 30, price=0.5), History.none(1))


def weighed(*stages: int, **known: list[float] | float) -> Weighed:
    free = {"theirs": 30, "silence": 30, "ours": 40}
    return weigh(People(np.arange(len(stages)), 0, stages, **(free | known)), RATES)


def only(told: Weighed) -> Chosen:
    (chosen,) = choose(told, within=60)
    return chosen


def rows(net: list[float], minutes: list[float], within: float, **limits: int) -> list[int]:
    person = np.arange(len(net))
    net, minutes = np.array(net, float), np.array(minutes, float)
    return chosen_rows(person, person, net, minutes, within=within, **limits)


# What fits -------------------------------------------------------------------------------------


def test_a_short_day_holds_what_brings_most_a_minute() -> None:
    assert rows([9, 8, 8], [20, 10, 10], within=20) == [1, 2]


def test_a_long_day_holds_what_brings_most_in_all() -> None:
    net, minutes = [2, 2, 2, 2, 2, 9, 9], [1, 1, 1, 1, 1, 30, 30]
    assert rows(net, minutes, within=90) == [0, 1, 2, 5, 6]


def test_what_costs_more_than_it_brings_is_left() -> None:
    assert rows([-1, 0, 3], [5, 5, 5], within=60) == [2]


def test_no_minutes_no_steps() -> None:
    assert rows([9, 9], [5, 5], within=0) == []
    assert choose(weighed(2, 3), within=-5) == []


def test_five_at_most_unless_asked() -> None:
    assert len(rows([1] * 9, [1] * 9, within=60)) == 5
    assert len(rows([1] * 9, [1] * 9, within=60, at_most=8)) == 8


def test_two_of_a_kind_while_there_is_something_else() -> None:
    person, kind = np.arange(6), np.array([0, 0, 0, 0, 1, 2])
    net, minutes = np.array([9.0, 8, 7, 6, 2, 1]), np.full(6, 5.0)
    assert chosen_rows(person, kind, net, minutes, within=60, at_most=4) == [0, 1, 4, 5]
    assert chosen_rows(person, kind, net, minutes, within=60) == [0, 1, 2, 4, 5]


def test_one_step_a_person_even_with_two_opportunities() -> None:
    people = People([7, 7, 8], 0, [1, 3, 2], theirs=30, silence=30, ours=40)
    chosen = choose(weigh(people, RATES), within=60)
    assert sorted(one.person for one in chosen) == [7, 8]


def test_nobody_to_look_after_means_nothing_to_do() -> None:
    assert choose(weigh(People([], 0, []), RATES), within=60) == []


several = st.lists(st.tuples(st.floats(-5, 50), st.floats(1, 40), st.integers(0, 3)), max_size=30)


@given(several, st.floats(0, 120), st.integers(0, 7))
def test_it_stays_within_the_minutes_and_the_places(
    rows_: list, within: float, at_most: int
) -> None:
    net, minutes, kind = (np.array([row[k] for row in rows_], float) for k in range(3))
    person = np.arange(len(rows_)) // 2
    told = chosen_rows(person, kind.astype(int), net, minutes, within=within, at_most=at_most)
    assert minutes[told].sum() <= within + 1e-9
    assert len(told) <= at_most
    assert len(set(person[told].tolist())) == len(told)
    assert (net[told] > 0).all()


@given(several, st.randoms())
def test_the_order_in_which_they_come_says_nothing(rows_: list, luck) -> None:
    order = list(range(len(rows_)))
    luck.shuffle(order)
    net, minutes, kind = (np.array([row[k] for row in rows_], float) for k in range(3))
    place = np.array(order, dtype=int)

    def told(these: np.ndarray) -> list[int]:
        found = chosen_rows(these, kind[these].astype(int), net[these], minutes[these], within=45)
        return [int(these[row]) for row in found]

    assert told(place) == told(np.sort(place))


# Why -------------------------------------------------------------------------------------------


def test_a_rung_is_explained_by_what_it_may_bring() -> None:
    told = only(weighed(2, worth=300))
    assert (told.step, told.reason, told.values["stage"]) == ("climb", "climb", 3)
    assert told.chance == told.values["chance"] == pytest.approx(0.35 * 0.85, rel=0.1)
    assert told.worth == told.values["worth"] > 0


def test_who_waits_is_explained_by_their_waiting() -> None:
    told = only(weighed(1, waiting=4, theirs=4, silence=4))
    assert (told.step, told.reason, told.values) == ("answer", "waiting", {"days": 4})


def test_a_promise_is_explained_by_its_date() -> None:
    told = only(weighed(1, due=-2, theirs=4, silence=4, ours=3))
    assert (told.step, told.reason, told.values) == ("promise", "promise", {"days": -2})


def test_thanks_are_explained_by_what_is_owed() -> None:
    told = only(weighed(6, thanks=3, theirs=3, silence=3, ours=3, worth=900))
    assert (told.step, told.reason, told.values) == ("thank", "thanks", {"days": 3})
    assert np.isnan([told.chance, told.worth]).all()


def test_asking_is_explained_by_how_often_it_brings_somebody() -> None:
    told = only(weighed(6, theirs=10, silence=10, bought=0, worth=900))
    assert (told.step, told.reason) == ("ask", "introduction")
    assert told.chance == told.values["chance"] == pytest.approx(0.2, rel=0.05)
    assert np.isnan(told.worth)


def test_a_silence_is_explained_by_what_is_usual() -> None:
    told = only(weighed(6, silence=120, theirs=20, bought=1, asked=1, rhythm=20))
    assert (told.step, told.reason) == ("keep", "silence")
    assert told.values == {"days": 120, "rhythm": 20}


def test_money_is_told_only_where_somebody_knows() -> None:
    told = choose(weighed(2, 2, 2, worth=[NAN, 300, NAN], purchases=[0, 0, 1]), within=60)
    known = {one.person: not np.isnan(one.worth) for one in told}
    assert known == {0: False, 1: True, 2: True}


def test_what_is_told_is_corrected_by_what_held_so_far() -> None:
    told = weighed(2, worth=300)
    (usual,), (less,) = choose(told, within=60), choose(told, within=60, held=lambda one: one / 2)
    assert less.chance == less.values["chance"] == pytest.approx(usual.chance / 2)
    assert less.rank == usual.rank


def test_every_step_has_a_reason() -> None:
    assert len(REASONS) == len(STEPS)


# What is kept ----------------------------------------------------------------------------------


def test_what_was_shown_is_kept_and_the_best_of_what_was_not() -> None:
    told = weighed(2, 3, 4, 1, 0, 2, 3)
    chosen = choose(told, within=25)
    kept = logged(told, chosen, besides=4)
    assert kept.dtype == LOG
    assert kept["place"].tolist() == [*range(1, len(chosen) + 1), 0, 0, 0, 0]
    assert kept["person"][: len(chosen)].tolist() == [one.person for one in chosen]
    rest = kept[len(chosen) :]
    assert (np.diff(rest["rank"]) <= 0).all()
    pairs = list(zip(kept["row"].tolist(), kept["step"].tolist(), strict=True))
    assert len(set(pairs)) == len(pairs)
    first = chosen[0]
    assert kept["foretold"][0] == first.chance
    assert kept["rank"][0] == first.rank
    assert kept["minutes"][0] == first.minutes


def test_a_day_without_steps_keeps_nothing() -> None:
    nobody = weigh(People([], 0, []), RATES)
    assert len(logged(nobody, [])) == 0
