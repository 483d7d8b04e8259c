"""How close we are: what makes a tie stronger, what weakens it, and that nothing else does."""

import doctest
import importlib
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.strength import CHANNELS, Touches, strengths

PEOPLE, TODAY = 6, 400
MAIL, MEETING, NOTE = (CHANNELS.index(name) for name in ("mail", "meeting", "note"))

one_touch = st.tuples(
    st.integers(0, PEOPLE - 1),
    st.floats(-2000, TODAY + 50),
    st.sampled_from([-1, 0, 1]),
    st.integers(0, len(CHANNELS) - 1),
    st.integers(0, 60),
)
some_touches = st.lists(one_touch, max_size=40)


def touches(rows: list[tuple]) -> Touches:
    return Touches(*([row[column] for row in rows] for column in range(5)))


def strength(*days: float, way: int = 0, channel: int = MAIL, size: int = 2) -> float:
    """The strength of one person with such touches."""
    told = strengths(touches([(0, day, way, channel, size) for day in days]), people=1, today=TODAY)
    return float(told.value[0])


def why(*rows: tuple) -> str:
    told = strengths(touches([(0, *row) for row in rows]), people=1, today=TODAY)
    sentence, values = told.reason(0)
    return sentence % {**values, "ago": f"{values.get('days')} days ago"}


@pytest.mark.parametrize("module", ["touches", "own", "rhythm", "acquaintance"])
def test_the_examples_in_the_docstrings_hold(module: str) -> None:
    told = doctest.testmod(importlib.import_module(f"passo.engine.strength.{module}"))
    assert told.attempted > 0
    assert told.failed == 0


def test_a_recent_touch_says_more_than_an_old_one() -> None:
    weaker = [strength(TODAY - age) for age in (0, 1, 7, 30, 90, 365, 3000)]
    assert all(nearer > further > 0 for nearer, further in pairwise(weaker))


def test_what_comes_back_says_more_than_what_goes_out_alone() -> None:
    rows = [(0, 390, 1, MAIL, 2), (0, 395, 1, MAIL, 2), (1, 390, 1, MAIL, 2), (1, 395, -1, MAIL, 2)]
    silent, answering = strengths(touches(rows), people=2, today=TODAY).value
    assert answering > silent


def test_a_meeting_says_more_than_a_mail() -> None:
    assert strength(390, channel=MEETING) > strength(390, channel=MAIL)


def test_a_mail_to_forty_says_little_about_each() -> None:
    assert strength(399, size=40) < 0.3 * strength(399)
    assert strength(399, size=3) < strength(399)


def test_a_size_that_nobody_knew_counts_as_two() -> None:
    assert strength(399, size=0) == strength(399, size=2)


def test_nine_mails_of_a_day_say_three_times_as_much_as_one() -> None:
    rows = touches([(0, 399, 0, MAIL, 2)] + [(1, 399.5, 0, MAIL, 2)] * 9)
    one, nine = strengths(rows, people=2, today=TODAY).memory.sum(axis=(1, 2))
    assert nine == pytest.approx(3 * one)


def test_ten_days_with_a_mail_say_more_than_ten_mails_of_a_day() -> None:
    assert strength(*range(391, 401)) > strength(*[400] * 10)


def test_a_usual_silence_takes_less_away_than_an_unusual_one() -> None:
    """Sixty days are nothing between those who speak twice a year."""
    rare, often = (40, 190, 340), range(40, 341, 10)
    rows = [(who, day, 0, MAIL, 2) for who, days in enumerate((rare, often)) for day in days]
    told = strengths(touches(rows), people=2, today=TODAY)
    kept = told.value / (1 - told.value) / told.memory.sum(axis=(1, 2))
    assert kept[0] > 1.3 * kept[1]
    assert told.gap.tolist() == [110, 330 / 31]


def test_a_note_is_no_contact() -> None:
    assert strength(399, channel=NOTE) == 0
    assert why((399, 0, NOTE, 2)) == "No touches yet."


def test_what_is_still_to_come_is_not_counted() -> None:
    assert strength(TODAY + 1) == 0
    assert strength(390, TODAY + 1) == strength(390)


def test_a_strength_means_the_same_in_every_book() -> None:
    crowd = [(person, day, 0, MEETING, 2) for person in range(1, 50) for day in range(300, 400, 5)]
    mine = [(0, day, 1, MAIL, 3) for day in (100, 200, 390)]
    alone = strengths(touches(mine), people=1, today=TODAY).value[0]
    assert strengths(touches(crowd + mine), people=50, today=TODAY).value[0] == alone


def test_the_scale_holds_what_an_owner_would_say() -> None:
    assert strength(*range(0, TODAY, 7), channel=MEETING) > 0.8
    assert 0.4 < strength(*range(10, TODAY + 1, 30), channel=MEETING) < 0.8
    assert strength(35) < 0.05


def test_no_number_of_touches_reaches_one() -> None:
    rows = Touches(*(np.full(200_000, value) for value in (0, 400, 0, 4, 2)))
    (value,) = strengths(rows, people=1, today=TODAY).value
    assert 0.9 < value < 1


def test_who_has_no_touch_has_no_strength() -> None:
    told = strengths(touches([(1, 390, 1, MAIL, 2)]), people=3, today=TODAY)
    assert told.value[[0, 2]].tolist() == [0, 0]
    assert np.isnan(told.last_day[[0, 2]]).all()
    assert told.channel.tolist() == [-1, MAIL, -1]


def test_a_book_without_people_has_no_strengths() -> None:
    assert strengths(touches([]), people=0, today=TODAY).value.shape == (0,)


def test_what_explains_a_strength_looks_back_twelve_months() -> None:
    rows = [(0, day, way, MEETING, 4) for day, way in ((20, 1), (36, 1), (300, -1), (390, 0))]
    told = strengths(touches([*rows, (0, 399, -1, MAIL, 2)]), people=1, today=TODAY)
    assert (told.ours[0], told.theirs[0], told.shared[0]) == (1, 2, 1)
    assert told.last_day[0] == 399
    assert told.group_share[0] == 0.75
    assert told.channel[0] == MEETING


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "No touches yet."),
        ([(20, 1, 0, 2)], "No touches in twelve months; the last one 380 days ago."),
        ([(400, 1, 0, 2)], "One touch in twelve months, today."),
        ([(399, 1, 0, 2)], "One touch in twelve months, yesterday."),
        ([(391, 1, 0, 2)], "One touch in twelve months, 9 days ago."),
        (
            [(400, 1, 0, 2), (399, -1, 0, 2)],
            "2 touches in twelve months, 1 started by them; last one today.",
        ),
        (
            [(399, 1, 0, 2), (398, 1, 0, 2)],
            "2 touches in twelve months, 0 started by them; last one yesterday.",
        ),
        (
            [(391, -1, 0, 2), (390, -1, 0, 2), (100, 1, 0, 2)],
            "3 touches in twelve months, 2 started by them; last one 9 days ago.",
        ),
    ],
)
def test_the_reason_says_how_often_who_and_when(rows: list[tuple], sentence: str) -> None:
    assert why(*rows) == sentence


@given(some_touches)
def test_every_strength_lies_between_nothing_and_one(rows: list[tuple]) -> None:
    value = strengths(touches(rows), people=PEOPLE, today=TODAY).value
    assert ((value >= 0) & (value < 1)).all()


@given(some_touches, st.randoms(use_true_random=False))
def test_the_order_of_touches_does_not_matter_to_the_last_bit(rows: list[tuple], chance) -> None:
    told = strengths(touches(rows), people=PEOPLE, today=TODAY)
    chance.shuffle(rows)
    again = strengths(touches(rows), people=PEOPLE, today=TODAY)
    assert told.value.tobytes() == again.value.tobytes()


@given(some_touches, st.sets(st.integers(0, PEOPLE - 1)))
def test_some_persons_alone_get_the_same_figures_to_the_last_bit(
    rows: list[tuple], chosen: set[int]
) -> None:
    order = sorted(chosen)
    theirs = [(order.index(row[0]), *row[1:]) for row in rows if row[0] in chosen]
    whole = strengths(touches(rows), people=PEOPLE, today=TODAY)
    part = strengths(touches(theirs), people=len(order), today=TODAY)
    for name in ("value", "ours", "theirs", "shared", "last_day", "group_share", "channel"):
        assert getattr(whole, name)[order].tobytes() == getattr(part, name).tobytes()


@given(some_touches, st.integers(0, 500))
def test_without_new_touches_a_later_day_needs_no_touches(rows: list[tuple], days: int) -> None:
    past = touches([row for row in rows if row[1] <= TODAY])
    then = strengths(past, people=PEOPLE, today=TODAY).later(TODAY + days)
    assert then == pytest.approx(strengths(past, people=PEOPLE, today=TODAY + days).value)


@given(some_touches, one_touch)
def test_one_more_conversation_today_never_weakens(rows: list[tuple], more: tuple) -> None:
    person = more[0]
    before = strengths(touches(rows), people=PEOPLE, today=TODAY).value[person]
    talk = (person, TODAY, 0, MEETING, 2)
    after = strengths(touches([*rows, talk]), people=PEOPLE, today=TODAY).value[person]
    assert after >= before


@pytest.mark.parametrize(
    "columns",
    [
        ([0], [1, 2], [0], [0], [2]),
        ([0], [np.nan], [0], [0], [2]),
        ([0], [np.inf], [0], [0], [2]),
        ([0], [1e12], [0], [0], [2]),
        ([0], [1], [2], [0], [2]),
        ([0], [1], [0], [len(CHANNELS)], [2]),
        ([0.5], [1], [0], [0], [2]),
        ([[0]], [[1]], [[0]], [[0]], [[2]]),
    ],
    ids=["shape", "nan", "inf", "far", "direction", "channel", "fraction", "table"],
)
def test_what_does_not_fit_is_refused(columns: tuple) -> None:
    with pytest.raises(ValueError, match=r"touch|whole numbers|channel"):
        Touches(*columns)


@pytest.mark.parametrize("person", [-1, 1])
def test_a_person_who_is_not_there_is_refused(person: int) -> None:
    with pytest.raises(ValueError, match="not there"):
        strengths(touches([(person, 1, 0, 0, 2)]), people=1, today=TODAY)
