"""When we usually speak: told from our own silences, and noticed when one grows too long."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.strength import CHANNELS, STATES, Book, Rhythms, Touches, rhythms

TODAY = 1000
CALL, MEETING, NOTE = (CHANNELS.index(name) for name in ("call", "meeting", "note"))
days = st.lists(st.integers(0, TODAY), max_size=30)


def told(*lives: list, today: float = TODAY, book: Book | None = None, **of: int) -> Rhythms:
    """The rhythms of as many people as there are lists of days."""
    person = [place for place, life in enumerate(lives) for _ in life]
    every = np.full(len(person), 0)
    touches = Touches(
        person,
        [day for life in lives for day in life],
        every,
        every + of.get("channel", CALL),
        every + of.get("size", 2),
    )
    return rhythms(touches, people=len(lives), today=today, book=book)


def state(*life: list, **more) -> str:
    return STATES[told(*life, **more).state[0]]


def why(life: list, **more) -> str:
    sentence, values = told(life, **more).reason(0)
    return sentence % values


def every(step: int, times: int = 20, until: int = TODAY) -> list[int]:
    return [until - step * back for back in range(times)]


@pytest.mark.parametrize("step", [1, 2, 7, 14, 30, 90])
def test_a_regular_relationship_has_its_own_step_as_cadence(step: int) -> None:
    assert told(every(step, 60)).cadence[0] == pytest.approx(step, rel=0.15)


def test_the_next_time_is_due_one_cadence_after_the_last_contact() -> None:
    rhythm = told(every(14, until=990))
    assert rhythm.last_day[0] == 990
    assert rhythm.due_day[0] == 990 + rhythm.cadence[0]


def test_the_cadence_starts_again_with_every_real_contact() -> None:
    silent = every(7, until=900)
    assert state(silent) == "cold"
    assert state([*silent, 999]) == ""
    assert told([*silent, 999]).due_day[0] > TODAY


def test_several_mails_within_an_exchange_count_once() -> None:
    exchanges = [day + more for day in every(60) for more in (0, 1, 2, 3)]
    assert told(exchanges, today=1010).cadence[0] == pytest.approx(57, rel=0.15)


def test_speaking_nearly_every_day_is_a_rhythm_too() -> None:
    working = [day for day in range(700, TODAY) if day % 7 < 5]
    assert told(working).cadence[0] < 2
    assert why(working) == "You usually speak nearly every day."


def test_one_long_pause_does_not_change_a_rhythm() -> None:
    life = [*every(10, until=1000), *every(10, until=500)]
    assert told(life).cadence[0] == pytest.approx(10, rel=0.15)


@pytest.mark.parametrize("life", [[], [990], [990, 990.5], [988, 989, 990], list(range(970, 995))])
def test_whoever_spoke_once_has_no_rhythm_and_never_cools(life: list) -> None:
    rhythm = told(life, today=3000)
    assert np.isnan(rhythm.cadence[0])
    assert np.isnan(rhythm.due_day[0])
    assert rhythm.cooling[0] == 0
    assert rhythm.state[0] == 0
    assert rhythm.reason(0) == ("Too few contacts to tell a rhythm.", {})


def test_a_few_contacts_lean_on_what_is_usual_in_the_book() -> None:
    weekly = [every(7) for _ in range(40)]
    (among_weekly, alone) = (told([900, 960], *weekly), told([900, 960]))
    assert among_weekly.cadence[0] < alone.cadence[0] < 60


def test_a_long_own_history_outweighs_the_book() -> None:
    weekly = [every(7) for _ in range(40)]
    assert told(every(60, 15), *weekly).cadence[0] == pytest.approx(60, rel=0.35)


def test_silence_first_cools_and_then_is_cold() -> None:
    silences = (0, 10, 14, 20, 45, 80)
    found = [told(every(14, until=TODAY - silence)) for silence in silences]
    unusual = [rhythm.cooling[0] for rhythm in found]
    assert unusual == sorted(unusual)
    assert unusual[2] == pytest.approx(0.5, abs=0.1)
    assert [STATES[rhythm.state[0]] for rhythm in found] == ["", "", "", "", "cold", "cold"]
    assert state(every(14, until=TODAY - 33)) == "cooling"


def test_an_irregular_relationship_is_given_more_time() -> None:
    irregular = TODAY - 45 - np.cumsum([0, *[5, 14, 40] * 8])
    steady = every(14, until=TODAY - 45)
    assert told(list(irregular)).cadence[0] == pytest.approx(told(steady).cadence[0], rel=0.2)
    assert state(list(irregular)) == ""
    assert state(steady) == "cold"


def test_a_meeting_that_is_planned_keeps_a_tie_from_cooling() -> None:
    silent = every(14, until=940)
    assert state(silent) == "cold"
    assert state([*silent, 1005]) == ""
    assert told([*silent, 1005]).next_day[0] == 1005
    assert state([*silent, 1300]) == "cold"


def test_a_mail_to_a_crowd_is_no_contact() -> None:
    assert np.isnan(told(every(14), size=30).cadence[0])
    assert np.isnan(told(every(14), channel=NOTE).last_day[0])


@pytest.mark.parametrize(
    ("life", "sentence"),
    [
        (every(7, until=990), "You usually speak about every 7 days."),
        (every(21, until=990), "You usually speak about every 3 weeks."),
        (every(92, until=990), "You usually speak about every 3 months."),
        (list(range(900, 960)), "You usually speak nearly every day; it is 41 days now."),
        (every(7, until=960), "You usually speak about every 7 days; it is 40 days now."),
        (every(21, until=951), "You usually speak about every 3 weeks; it is 7 weeks now."),
        (every(92, 9, until=700), "You usually speak about every 3 months; it is 10 months now."),
    ],
)
def test_the_reason_says_what_is_usual_and_what_is_now(life: list, sentence: str) -> None:
    assert why(life) == sentence


def test_a_book_in_which_nobody_has_a_rhythm_takes_a_month() -> None:
    assert told([5], [7]).book == Book()
    assert np.exp(Book().middle) == pytest.approx(30)


@given(days, days, days)
def test_with_the_book_at_hand_each_person_can_be_reckoned_alone(
    one: list, other: list, third: list
) -> None:
    whole = told(one, other, third)
    alone = told(other, book=whole.book)
    for name in ("cadence", "last_day", "due_day", "cooling", "state", "silences", "next_day"):
        assert getattr(whole, name)[1:2].tobytes() == getattr(alone, name).tobytes()


@given(days, st.randoms(use_true_random=False))
def test_the_order_of_touches_does_not_matter(life: list, chance) -> None:
    first = told(life)
    chance.shuffle(life)
    assert told(life).cadence.tobytes() == first.cadence.tobytes()


@given(days)
def test_every_answer_makes_sense(life: list) -> None:
    rhythm = told(life, channel=MEETING)
    assert 0 <= rhythm.cooling[0] <= 1
    assert np.isnan(rhythm.cadence[0]) == (rhythm.silences[0] == 0)
    assert rhythm.state[0] == 0 or rhythm.due_day[0] <= TODAY
    sentence, values = rhythm.reason(0)
    assert "%" not in sentence % values


def test_a_person_who_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="not there"):
        rhythms(Touches([1], [1], [0], [0], [2]), people=1, today=TODAY)
