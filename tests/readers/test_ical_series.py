"""Repeating appointments come once for each time, as it was changed."""

from datetime import date, timedelta

import pytest

from passo.readers.records import Attendee
from tests.readers.calendars import (
    SERIES,
    appointments,
    at,
    calendar,
    problems,
    read,
    starts,
)


def test_a_series_stays_on_its_clock_when_the_clocks_change() -> None:
    found = read(calendar(SERIES.format("RRULE:FREQ=WEEKLY;COUNT=3")))
    assert [each.occurrence for each in found] == [
        "20240325T090000Z",
        "20240401T080000Z",
        "20240408T080000Z",
    ]
    assert all(each.is_repeating and each.uid == "s" for each in found)
    assert found[1].ends_at == at(2024, 4, 1, 9)


def test_a_time_of_a_series_can_be_dropped_moved_cancelled_or_added() -> None:
    master = SERIES.format(
        "RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/Rome:20240401T100000\n"
        "RDATE:20240402T060000Z,20240402T060000Z"
    )
    moved = "UID:s\nRECURRENCE-ID:20240408T080000Z\nDTSTART:20240409T120000Z\nSUMMARY:Moved\n"
    moved += "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@verdi.example"
    off = "UID:s\nRECURRENCE-ID;VALUE=DATE:20240415\nDTSTART:20240415T080000Z\nSTATUS:CANCELLED"
    single = "UID:other\nDTSTART:20240101T080000Z"
    found = {each.occurrence: each for each in read(calendar(moved, single, master, off))}
    assert sorted(found) == [
        "",
        "20240325T090000Z",
        "20240402T060000Z",
        "20240408T080000Z",
        "20240415",
        "20240422T080000Z",
    ]
    assert found["20240415"].is_cancelled
    assert found["20240408T080000Z"].starts_at == at(2024, 4, 9, 12)
    assert found["20240408T080000Z"].attendees == [Attendee("", "anna@verdi.example", "declined")]


def test_a_rule_that_drops_times_is_obeyed() -> None:
    rules = "RRULE:FREQ=DAILY;COUNT=4\nEXRULE:FREQ=DAILY;INTERVAL=2;COUNT=9"
    assert starts(SERIES.format(rules)) == [at(2024, 3, 26, 9), at(2024, 3, 28, 9)]


def test_whole_days_repeat_and_are_named_by_day() -> None:
    event = "UID:d\nDTSTART;VALUE=DATE:20240330\nRRULE:FREQ=DAILY;UNTIL=20240401T100000Z\n"
    change = "UID:d\nRECURRENCE-ID:20240331T000000Z\nDTSTART;VALUE=DATE:20240405\nSUMMARY:Later"
    found = read(calendar(event + "RDATE;VALUE=DATE:20240410\nEXDATE:20240401T080000Z", change))
    assert [(each.occurrence, each.starts_at.date()) for each in found] == [
        ("20240331", date(2024, 4, 5)),
        ("20240330", date(2024, 3, 30)),
        ("20240410", date(2024, 4, 10)),
    ]


@pytest.mark.parametrize(("hour", "expected"), [(12, 11), (7, 6)])
def test_a_change_may_hold_for_all_later_times(hour: int, expected: int) -> None:
    master = (
        "UID:s\nDTSTART;TZID=Europe/Rome:20240108T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4"
    )
    change = (
        "UID:s\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Rome:20240115T100000\n"
        f"DTSTART;TZID=Europe/Rome:20240115T{hour:02}0000\nDURATION:PT2H\nSUMMARY:Longer"
    )
    found = sorted(read(calendar(master, change)), key=lambda each: each.starts_at)
    assert [each.starts_at.hour for each in found] == [9, expected, expected, expected]
    assert [each.title for each in found] == ["", "Longer", "Longer", "Longer"]
    assert found[3].ends_at == at(2024, 1, 29, expected + 2)


def test_periods_have_an_end_of_their_own() -> None:
    dates = "RDATE;VALUE=PERIOD:20240501T080000Z/PT3H,20240502T080000Z/20240502T090000Z"
    found = read(calendar(f"UID:p\nDTSTART:20240430T080000Z\n{dates}"))
    assert [each.ends_at - each.starts_at for each in found] == [
        timedelta(),
        timedelta(hours=3),
        timedelta(hours=1),
    ]


def test_a_series_that_ends_before_it_begins_has_its_first_time() -> None:
    assert len(starts(SERIES.format("RRULE:FREQ=WEEKLY;UNTIL=20240101"))) == 1
    assert len(starts(SERIES.format("RRULE:FREQ=WEEKLY;UNTIL=20240401T100000"))) == 2
    assert len(starts(SERIES.format("RRULE:FREQ=WEEKLY;UNTIL=20240401T080000Z"))) == 2


def test_a_changed_time_alone_is_read_and_its_newest_change_counts() -> None:
    old = "UID:s\nRECURRENCE-ID:20240408T080000Z\nDTSTART:20240409T120000Z\nSEQUENCE:{}\nSUMMARY:{}"
    found = read(calendar(old.format(2, "New"), old.format(1, "Old")))
    assert [(each.title, each.occurrence) for each in found] == [("New", "20240408T080000Z")]


def test_a_dropped_time_stays_dropped_though_it_was_changed() -> None:
    master = SERIES.format(
        "RRULE:FREQ=WEEKLY;COUNT=1\nRDATE:20240410T080000Z\nEXDATE:20240410T080000Z"
    )
    change = "UID:s\nRECURRENCE-ID:20240410T080000Z\nDTSTART:20240411T080000Z"
    assert starts(master, change) == [at(2024, 3, 25, 9)]


def test_of_two_series_with_one_name_the_newest_is_read_and_the_other_told() -> None:
    old = "UID:s\nDTSTART:20240101T100000Z\nRRULE:FREQ=DAILY;COUNT=1\nSUMMARY:{}\nSEQUENCE:{}"
    found = read(calendar(old.format("New", 3), old.format("Old", 1)))
    assert [str(each) for each in problems(found)] == [
        "2 series carry the same identifier. The newest was read."
    ]
    assert [each.title for each in appointments(found)] == ["New"]
