"""Who of my people knows whom: told from what they share, and little from what many share."""

from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.engine.strength import KINDS, Groups, acquaintance, third_party

TODAY = 100
THREAD, MEETING, ORGANISATION = range(3)
one_group = st.tuples(
    st.lists(st.integers(0, 9), max_size=6),
    st.floats(0, TODAY + 10),
    st.integers(0, 40),
    st.integers(0, len(KINDS) - 1),
)


def groups(*rows: tuple) -> Groups:
    """Each row: who, day, size, kind."""
    return Groups(
        [person for who, *_ in rows for person in who],
        [place for place, (who, *_) in enumerate(rows) for _ in who],
        *([row[column] for row in rows] for column in (1, 2, 3)),
    )


def strength(*rows: tuple) -> float:
    (value,) = third_party(groups(*rows), today=TODAY).strength
    return float(value)


def test_two_who_share_a_meeting_know_each_other() -> None:
    known = third_party(groups(([7, 3], 90, 3, MEETING)), today=TODAY)
    assert (known.a.tolist(), known.b.tolist()) == ([3], [7])
    assert known.kind.tolist() == [MEETING]
    assert known.evidence.tolist() == [1]
    assert known.last_day.tolist() == [90]


def test_pairs_come_once_and_in_order() -> None:
    known = third_party(groups(([2, 0, 1], 90, 4, THREAD), ([1, 0], 95, 3, THREAD)), today=TODAY)
    assert list(zip(known.a, known.b, strict=True)) == [(0, 1), (0, 2), (1, 2)]
    assert known.evidence.tolist() == [2, 1, 1]
    assert known.last_day.tolist() == [95, 90, 90]


def test_the_fewer_share_it_the_more_it_says() -> None:
    said = [strength(([0, 1], 99, size, THREAD)) for size in (3, 5, 10, 30)]
    assert said == sorted(said, reverse=True)
    assert said[-1] < 0.02


def test_what_forty_share_says_nothing() -> None:
    assert not len(third_party(groups(([0, 1], 99, 40, THREAD)), today=TODAY).a)
    crowd = groups((list(range(40)), 99, 0, MEETING))
    assert not len(third_party(crowd, today=TODAY).a)


def test_a_size_smaller_than_who_was_there_is_not_believed() -> None:
    five = list(range(5))
    told = [third_party(groups((five, 99, size, THREAD)), today=TODAY) for size in (0, 5)]
    assert told[0].strength.tolist() == told[1].strength.tolist()


def test_whoever_stands_in_a_group_twice_stands_in_it_once() -> None:
    assert strength(([0, 1, 1, 0], 99, 3, THREAD)) == strength(([0, 1], 99, 3, THREAD))
    assert not len(third_party(groups(([4, 4], 99, 3, THREAD)), today=TODAY).a)


def test_shared_time_fades_but_colleagues_do_not() -> None:
    for kind in (THREAD, MEETING):
        assert strength(([0, 1], 10, 3, kind)) < strength(([0, 1], 99, 3, kind))
    colleagues = [strength(([0, 1], day, 3, ORGANISATION)) for day in (10, 99)]
    assert colleagues[0] == colleagues[1]


def test_the_kind_that_says_most_is_named() -> None:
    rows = [([0, 1], 99, 3, THREAD), ([0, 1], 99, 2, MEETING), ([0, 1], 99, 9, ORGANISATION)]
    known = third_party(groups(*rows), today=TODAY)
    assert known.kind.tolist() == [MEETING]
    assert known.evidence.tolist() == [3]


def test_what_is_still_to_come_is_not_counted() -> None:
    assert not len(third_party(groups(([0, 1], TODAY + 1, 3, MEETING)), today=TODAY).a)


def test_nothing_shared_is_nobody_known() -> None:
    assert not len(third_party(groups(), today=TODAY).a)
    assert not len(third_party(groups(([5], 99, 3, THREAD)), today=TODAY).a)


def test_the_same_answer_whatever_fits_in_memory_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(5)
    person, group = chance.integers(0, 30, 900), chance.integers(0, 200, 900)
    columns = chance.uniform(0, TODAY, 200), chance.integers(2, 20, 200), chance.integers(0, 3, 200)
    many = Groups(person, group, *columns)
    whole = third_party(many, today=TODAY)
    monkeypatch.setattr(acquaintance, "AT_ONCE", 10)
    for one, other in zip(whole, third_party(many, today=TODAY), strict=True):
        assert one.tobytes() == other.tobytes()


@given(st.lists(one_group, max_size=12))
def test_the_pairs_are_those_that_a_plain_count_finds(rows: list[tuple]) -> None:
    shared: dict[tuple[int, int], list[float]] = defaultdict(list)
    for who, day, size, _kind in rows:
        if day <= TODAY and size <= acquaintance.LARGEST:
            for pair in combinations(sorted(set(who)), 2):
                shared[pair].append(day)
    known = third_party(groups(*rows), today=TODAY)
    assert list(zip(known.a, known.b, strict=True)) == sorted(shared)
    assert known.evidence.tolist() == [len(shared[pair]) for pair in sorted(shared)]
    assert known.last_day.tolist() == [max(shared[pair]) for pair in sorted(shared)]
    assert ((known.strength > 0) & (known.strength < 1)).all()


@given(st.lists(one_group, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_groups_does_not_matter(rows: list[tuple], chance) -> None:
    told = third_party(groups(*rows), today=TODAY)
    chance.shuffle(rows)
    for one, other in zip(told, third_party(groups(*rows), today=TODAY), strict=True):
        assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize(
    ("columns", "complaint"),
    [
        (([0, 1], [0], [1], [2], [0]), "a person and a group"),
        (([0], [0], [1], [2, 3], [0]), "a day, a size and a kind"),
        (([0], [0], [1], [2], [3]), "no such kind"),
        (([0], [0], [np.nan], [2], [0]), "no such kind or day"),
        (([0], [1], [1], [2], [0]), "not there"),
        (([-1], [0], [1], [2], [0]), "not there"),
    ],
)
def test_what_does_not_fit_is_refused(columns: tuple, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Groups(*columns)
