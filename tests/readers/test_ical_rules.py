"""Rules of repetition give what another reader of them gives."""

# ruff: noqa: DTZ001 - rules count on a clock, wherever it hangs
from datetime import datetime, timedelta
from itertools import islice, takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from passo.readers.ical.moments import read_clock
from passo.readers.ical.rules import read_rule, unfold

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def clock(text: str) -> datetime:
    return read_clock(text)[0]


def first(text: str, start: datetime, count: int = 10, days: int = 4000) -> list[datetime]:
    high = start + timedelta(days=days)
    return list(islice(unfold(read_rule(text, clock), start, start, high), count))


def numbers(low: int, high: int) -> st.SearchStrategy[str]:
    some = st.lists(st.integers(low, high).filter(bool), min_size=1, max_size=3, unique=True)
    return some.map(lambda chosen: ",".join(map(str, chosen)))


@st.composite
def rules(draw) -> str:
    """Rules of a year, month, week or day, as far as the two readers agree what they mean."""
    frequency = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}"]
    parts += draw(st.sampled_from([[], ["COUNT=7"], ["UNTIL=20250601T120000"], ["WKST=SU"]]))
    if draw(st.booleans()):
        parts.append(f"BYMONTH={draw(numbers(1, 12))}")
    days = draw(st.lists(st.sampled_from(DAYS), max_size=3, unique=True))
    if days and frequency in {"YEARLY", "MONTHLY"} and draw(st.booleans()):
        days = [f"{draw(st.sampled_from([1, 2, -1]))}{day}" for day in days]
    elif frequency == "YEARLY" and draw(st.booleans()):
        parts.append(f"BYWEEKNO={draw(numbers(-53, 53))}")
    if days:
        parts.append("BYDAY=" + ",".join(days))
    if frequency in {"YEARLY", "MONTHLY", "DAILY"} and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={draw(numbers(-31, 31))}")
    if frequency == "YEARLY" and draw(st.booleans()):
        parts.append(f"BYYEARDAY={draw(numbers(-366, 366))}")
    if frequency != "HOURLY" and draw(st.booleans()):
        parts.append("BYHOUR=8,17")
    if frequency in {"YEARLY", "MONTHLY"} and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '2,-2']))}")
    return ";".join(parts)


@settings(deadline=None, max_examples=150)
@given(rules(), st.dates(datetime(2020, 1, 1).date(), datetime(2022, 12, 31).date()))
def test_rules_mean_what_dateutil_says_they_mean(rule: str, day) -> None:
    start = datetime(day.year, day.month, day.day, 9, 30)
    low, high = start + timedelta(days=100), start + timedelta(days=400)
    assume(list(islice(unfold(read_rule(rule, clock), start, start, high), 1)))
    every = takewhile(lambda one: one <= high, rrulestr(rule, dtstart=start))
    assert list(unfold(read_rule(rule, clock), start, low, high)) == [
        each for each in every if each >= low
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=MO,1TU;COUNT=3", ["20240101", "20240102", "20240108"]),
        ("FREQ=WEEKLY;BYDAY=MO,TH;BYSETPOS=2;COUNT=2", ["20240104", "20240111"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2", ["20240229", "20280229"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", ["20240131", "20240229"]),
        ("freq=daily\\;count=2;", ["20240101", "20240102"]),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=MO;COUNT=2", ["20240107", "20250105"]),
    ],
)
def test_rules_that_others_read_differently(rule: str, expected: list[str]) -> None:
    found = first(rule, datetime(2024, 1, 1, 8))
    assert [f"{each:%Y%m%d}" for each in found] == expected


def test_hours_minutes_and_seconds_are_counted_and_chosen() -> None:
    start = datetime(2024, 1, 1, 8, 0, 0)
    assert first("FREQ=HOURLY;BYMINUTE=0,30;BYHOUR=9,10;COUNT=3", start) == [
        datetime(2024, 1, 1, 9),
        datetime(2024, 1, 1, 9, 30),
        datetime(2024, 1, 1, 10),
    ]
    assert first("FREQ=MINUTELY;INTERVAL=20;BYSECOND=5,60;COUNT=3", start) == [
        datetime(2024, 1, 1, 8, 0, 5),
        datetime(2024, 1, 1, 8, 0, 59),
        datetime(2024, 1, 1, 8, 20, 5),
    ]
    assert len(first("FREQ=SECONDLY;COUNT=4", start)) == 4


def test_what_ends_before_it_starts_happens_once() -> None:
    start = datetime(2026, 1, 2)
    rule = read_rule("FREQ=DAILY;UNTIL=20250101", clock)
    assert list(unfold(rule, start, start, start + timedelta(days=9))) == [start]
    after = start + timedelta(days=1)
    assert list(unfold(rule, start, after, after + timedelta(days=9))) == []
