"""Which few steps matter most today: worked examples, and what must hold for everybody."""

import doctest
import importlib
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.ranking import (
    ANSWER,
    ASK,
    CLIMB,
    KEEP,
    PROMISE,
    STEPS,
    TEMPLATES,
    THANK,
    UNOPENED,
    USUAL,
    Guesses,
    History,
    People,
    Rates,
    Weighed,
    learned,
    open_steps,
    weigh,
)
from passo.engine.ranking.ladder import ladder
from passo.engine.ranking.standing import standing

NAN = float("nan")
MODULES = (
    "choosing",
    "figures",
    "keeping",
    "ladder",
    "learning",
    "people",
    "standing",
    "weighing",
)


def rates(worth: float = 200, price: float = 0.5, history: History | None = None) -> Rates:
    return learned(Guesses(worth, 90, 30, price=price), history or History.none(1))


def one(stage: int = 2, **known: float) -> People:
    """Somebody whom we saw a month ago, and who is free to be written to."""
    return People([1], 0, [stage], **({"theirs": 30, "silence": 30, "ours": 40} | known))


def best(people: People, **changes: float) -> float:
    return float(weigh(people, rates(**changes)).rank.max())


def rank(people: People, step: int, **changes: float) -> float:
    return float(weigh(people, rates(**changes)).rank[step, 0])


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_the_docstrings_hold(module: str) -> None:
    told = doctest.testmod(importlib.import_module(f"passo.engine.ranking.{module}"))
    assert told.failed == 0


# What is learned -------------------------------------------------------------------------------


def test_a_new_business_believes_what_is_usual() -> None:
    told = rates()
    assert told.chance[0].tolist() == pytest.approx(list(USUAL.chances))
    assert told.worth.tolist() == [200]
    assert told.buying.tolist() == [1 / 90]
    assert told.minutes[0].tolist() == list(TEMPLATES)
    assert told.asking.tolist() == [0.2]


def test_own_tries_count_beside_the_usual_rate_and_a_kinds_beside_the_firms() -> None:
    """Twelve tries of one kind on the first stage, three of which climbed."""
    none = History.none(2)
    tries, climbs = none.tries.copy(), none.climbs.copy()
    tries[0, 0], climbs[0, 0] = 12, 3
    history = replace(none, tries=tries, climbs=climbs)
    told = learned(Guesses([100, 100], 90, 30, price=0.5), history).chance[:, 0]
    firm = (12 * 0.45 + 3) / 24
    assert told.tolist() == pytest.approx([(8 * firm + 3) / 20, firm])


def test_worth_buying_introductions_and_minutes_follow_what_happened() -> None:
    planned, spent = np.zeros(12), np.zeros(12)
    planned[0], spent[0] = 40, 80
    history = History(
        np.zeros((1, 6)),
        np.zeros((1, 6)),
        [600],
        [3],
        [270],
        asked=4,
        introduced=3,
        planned=planned,
        spent=spent,
    )
    told = rates(worth=100, history=history)
    assert told.worth.tolist() == [(3 * 100 + 600) / 6]
    assert told.buying.tolist() == [6 / (3 * 90 + 270)]
    assert told.asking.tolist() == [3.8 / 8]
    assert told.minutes[0, :2].tolist() == [5 * 120 / 80, 8]


def test_more_cannot_have_climbed_than_tried() -> None:
    zeros = np.zeros(12)
    history = History([[1] * 6], [[9] * 6], 0, 0, 0, asked=1, introduced=5, planned=0, spent=zeros)
    assert history.climbs.tolist() == [[1] * 6]
    assert history.introduced == 1


def test_guesses_and_history_speak_of_the_same_kinds() -> None:
    with pytest.raises(ValueError, match="different kinds"):
        learned(Guesses([1, 2], 90, 30, price=1), History.none(3))


def test_the_kinds_of_two_businesses_stand_one_after_the_other() -> None:
    told = Rates.joined([rates(worth=10), rates(worth=20)])
    assert told.worth.tolist() == [10, 20]
    assert told.minutes.shape == (2, 12)


@pytest.mark.parametrize("wrong", [{"worth": NAN}, {"between": NAN}, {"price": NAN}])
def test_a_guess_that_is_no_number_is_refused(wrong: dict[str, float]) -> None:
    told = {"worth": 100.0, "between": 90.0, "rhythm": 30.0, "price": 0.5} | wrong
    with pytest.raises(ValueError, match="missing"):
        Guesses(told["worth"], told["between"], told["rhythm"], price=told["price"])


# What somebody is worth ------------------------------------------------------------------------


def test_the_value_of_a_client_is_what_they_will_buy() -> None:
    drain = 0.30 / 365 + 0.0011
    told = ladder(rates())
    assert told.purchases[0, 6] == pytest.approx(1.15 / 90 / drain)
    assert told.minutes[0, 6] == pytest.approx(6 / 30 / drain)


def test_every_stage_is_worth_more_than_the_one_below() -> None:
    assert (np.diff(ladder(rates()).purchases[0, :7]) > 0).all()


def test_with_whom_nothing_has_begun_is_worth_a_fifth_of_a_beginning() -> None:
    unopened, first = standing(People([1, 2], 0, [UNOPENED, 0]), rates()).value
    assert unopened == pytest.approx(0.2 * first)


def test_an_answer_to_somebody_new_may_begin_something() -> None:
    told = weigh(one(UNOPENED, waiting=3), rates())
    assert told.expected[ANSWER, 0] == pytest.approx(told.standing.there[0] * 0.6 * 0.2)
    assert told.standing.climb[0] == pytest.approx(0.8 * told.standing.first[0])


def test_a_guess_counts_until_they_have_bought() -> None:
    told = standing(People([1, 2, 3], 0, 6, worth=[NAN, 400, 400], margins=[0, 0, 900],
                           purchases=[0, 0, 3]), rates())  # fmt: skip
    assert told.worth.tolist() == pytest.approx([200, 340, (2 * 340 + 900) / 5])


def test_who_costs_more_than_they_bring_is_worth_nothing() -> None:
    assert standing(one(0), rates(worth=1, price=5)).value.tolist() == [0]


def test_each_failure_lowers_the_chance() -> None:
    told = standing(People([1, 2, 3], 0, 0, failed=[0, 1, 4]), rates()).chance
    assert told.tolist() == pytest.approx([0.45, 0.45 * 3 / 3.9, 0.45 * 3 / 6.6])


def test_a_client_is_due_again_with_time() -> None:
    told = standing(People([1, 2], 0, 6, bought=[0, 90]), rates())
    assert told.chance.tolist() == pytest.approx([0, 0.35 * (1 - np.exp(-1))])
    assert told.climb.tolist() == [200, 200]


def test_who_wrote_today_is_there_and_each_unanswered_try_makes_it_less_sure() -> None:
    told = standing(People([1, 2, 3, 4], 0, 0, theirs=[0, 30, 30, 30], unanswered=[3, 0, 1, 2]),
                    rates()).there  # fmt: skip
    alive = np.exp(-0.0029 * 30)
    assert told[:3].tolist() == pytest.approx([1, alive, alive / 2 / (1 - alive / 2)])
    assert told[3] < told[2]


# Which steps are open --------------------------------------------------------------------------


def opens(people: People) -> set[str]:
    return {STEPS[step] for step in np.flatnonzero(open_steps(people)[:, 0])}


@pytest.mark.parametrize(
    ("people", "steps"),
    [
        (one(), {"climb", "keep"}),
        (one(UNOPENED), {"keep"}),
        (one(5), {"climb", "keep", "ask"}),
        (one(5, asked=20), {"climb", "keep"}),
        (one(ours=3), set()),
        (one(theirs=30, ours=20), set()),
        (one(theirs=30, ours=22), {"climb", "keep"}),
        (one(waiting=2, thanks=1), {"answer", "thank"}),
        (one(ours=3, due=2), {"promise"}),
        (one(unanswered=4, waiting=1, due=1, thanks=1), {"answer"}),
    ],
)
def test_nobody_is_written_to_too_soon(people: People, steps: set[str]) -> None:
    assert opens(people) == steps


def test_what_the_owner_does_not_want_is_not_open() -> None:
    barred = np.zeros((len(STEPS), 1), bool)
    barred[CLIMB] = True
    assert opens(one(barred=barred)) == {"keep"}


# What is more urgent than what -----------------------------------------------------------------


def test_the_rank_is_what_is_gained_less_what_the_minutes_cost_by_the_minute() -> None:
    told = weigh(one(), rates())
    how, step = told.standing, told.gain[CLIMB, 0]
    assert step == pytest.approx(float(how.silence[0] + 0.85 * 0.35 * how.climb[0]))
    assert told.rank[CLIMB, 0] == pytest.approx((how.there[0] * step - 0.5 * 12) / 12)


def test_a_longer_wait_is_more_urgent() -> None:
    assert rank(one(waiting=1), ANSWER) < rank(one(waiting=3), ANSWER)
    assert rank(one(waiting=1), ANSWER) < rank(one(waiting=30), ANSWER)


def test_a_promise_grows_more_urgent_until_it_is_due() -> None:
    ranks = [rank(one(due=days), PROMISE) for days in (30, 10, 5, 1, -3)]
    assert ranks == sorted(ranks)
    assert ranks[0] < ranks[2] < ranks[3] == ranks[4]


def test_a_longer_silence_is_a_stronger_reason_to_say_hello() -> None:
    assert rank(one(silence=20), KEEP) < rank(one(silence=60), KEEP)


def test_a_client_is_thanked_before_a_stranger() -> None:
    assert rank(one(6, thanks=1), THANK) > rank(one(0, thanks=1), THANK)


def test_the_happier_the_asking_was_the_more_it_is_worth() -> None:
    history = replace(History.none(1), asked=10.0, introduced=9.0)
    better = weigh(one(6), rates(history=history)).rank[ASK, 0]
    assert better > rank(one(6), ASK)


def test_what_somebody_is_known_to_be_worth_matters() -> None:
    assert best(one(worth=500)) > best(one(worth=50))


def test_longer_minutes_make_a_step_less_urgent() -> None:
    planned, spent = np.full(12, 40.0), np.full(12, 400.0)
    slow = replace(History.none(1), planned=planned, spent=spent)
    assert weigh(one(), rates(history=slow)).rank[CLIMB, 0] < rank(one(), CLIMB)


# What must hold for everybody ------------------------------------------------------------------

days = st.floats(0, 2000)
maybe_days = st.one_of(st.just(NAN), st.floats(-100, 400))
money = st.floats(0, 10_000)
somebody = st.fixed_dictionaries(
    {
        "theirs": days,
        "silence": days,
        "ours": days,
        "unanswered": st.integers(0, 5),
        "failed": st.integers(0, 9),
        "waiting": maybe_days,
        "due": maybe_days,
        "thanks": maybe_days,
        "asked": days,
        "bought": days,
        "worth": money,
        "margins": money,
        "purchases": st.integers(0, 20),
        "rhythm": st.one_of(st.just(NAN), st.floats(1, 400)),
    }
)
stages = st.integers(UNOPENED, 6)


@given(somebody, stages, st.floats(1, 5), st.floats(0.1, 10))
def test_more_worth_never_ranks_lower(known: dict, stage: int, more: float, price: float) -> None:
    less = weigh(People([1], 0, stage, **known), rates(price=price)).rank
    known["worth"] *= more
    richer = weigh(People([1], 0, stage, **known), rates(price=price)).rank
    open_ = ~np.isneginf(less)
    assert (richer[open_] >= less[open_] - 1e-9 * np.abs(less[open_]) - 1e-12).all()


@given(somebody, stages, st.sampled_from([0.5, 1, 2]))
def test_an_unanswered_try_never_raises(known: dict, stage: int, more: float) -> None:
    before = weigh(People([1], 0, stage, **known), rates()).rank
    known["unanswered"] += more
    after = weigh(People([1], 0, stage, **known), rates()).rank
    open_ = ~np.isneginf(after)
    assert (after[open_] <= before[open_] + 1e-12).all()


COUNTED = st.floats(allow_nan=False)
PERHAPS = ("waiting", "due", "thanks", "worth", "rhythm")
ALWAYS = ("theirs", "silence", "ours", "unanswered", "failed", "asked", "bought", "margins")
hostile = {name: st.floats() for name in PERHAPS} | dict.fromkeys(ALWAYS, COUNTED)


@given(
    st.fixed_dictionaries(hostile | {"purchases": COUNTED}),
    stages,
    st.tuples(COUNTED, COUNTED, COUNTED, COUNTED),
)
def test_hostile_numbers_never_end_in_what_is_no_number(
    known: dict, stage: int, guesses: tuple
) -> None:
    told = learned(Guesses(*guesses[:3], price=guesses[3]), History.none(1))
    weighed = weigh(People([1], 0, stage, **known), told)
    assert not np.isnan(weighed.rank).any()
    assert not np.isposinf(weighed.rank).any()
    assert np.isfinite(weighed.gain).all()
    assert ((weighed.expected >= 0) & (weighed.expected <= 1)).all()


@given(st.lists(st.tuples(somebody, stages), min_size=1, max_size=8), st.randoms())
def test_the_order_of_people_says_nothing(several: list, luck) -> None:
    order = list(range(len(several)))
    luck.shuffle(order)

    def told(rows: list[int]) -> Weighed:
        columns = {name: [several[row][0][name] for row in rows] for name in several[0][0]}
        return weigh(People(rows, 0, [several[row][1] for row in rows], **columns), rates())

    assert np.array_equal(told(sorted(order)).rank[:, order], told(order).rank)


# What does not fit -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"stage": 7}, "no such stage"),
        ({"stage": -2}, "no such stage"),
        ({"kind": -1}, "no such kind"),
        ({"person": [[1]]}, "one row"),
        ({"theirs": NAN}, "missing"),
        ({"ours": [1, 2, 3]}, "broadcast"),
    ],
)
def test_what_does_not_fit_is_refused_at_the_door(wrong: dict, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        People(**({"person": [1], "kind": 0, "stage": 0} | wrong))


def test_a_kind_without_rates_is_refused() -> None:
    with pytest.raises(ValueError, match="no such kind"):
        weigh(People([1], 1, 0), rates())


def test_a_business_without_people_has_nothing_to_weigh() -> None:
    assert weigh(People([], 0, []), rates()).rank.shape == (len(STEPS), 0)
