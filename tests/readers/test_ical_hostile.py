"""Broken, huge and ill-meant calendars are told about, and the rest is read."""

import io
import tracemalloc
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passo.readers import ical
from passo.readers.ical import read_appointments
from passo.readers.records import Appointment, Problem
from tests.readers.calendars import (
    DEFINED,
    SERIES,
    WHOLE,
    appointments,
    calendar,
    one,
    problems,
    read,
    starts,
)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_stop_the_reader(raw: bytes) -> None:
    assert all(isinstance(each, Appointment | Problem) for each in read(raw))


def test_only_what_touches_the_window_is_given() -> None:
    day = {"since": date(2024, 5, 10), "until": date(2024, 5, 10)}
    touching = ["20240509T230000", "20240510T000000", "20240510T235959"]
    beside = ["20240509T210000", "20240511T000000", "00010101T000000", "99991231T235959"]
    events = [f"DTSTART:{start}\nDURATION:PT2H" for start in touching + beside]
    assert len(starts(*events, **day)) == 3
    assert len(starts("DTSTART:00010101T000000Z\nDTEND:99991231T235959Z", **day)) == 1
    assert len(starts("DTSTART:20240509\nDTEND:20240510", **day)) == 0


def test_the_first_and_the_last_year_are_read_without_harm() -> None:
    days = {"since": date(1, 1, 1), "until": date(9999, 12, 31)}
    events = ["DTSTART:00010101T000000", "DTSTART:99991231T235959", "DTSTART;VALUE=DATE:99991231"]
    endless = "DTSTART:99980101T000000Z\nRRULE:FREQ=MONTHLY\nRDATE:99991231T235959Z"
    found = starts(*events, endless, **days)
    assert len(found) == 3 + 25
    assert all(each.astimezone(ZoneInfo("Pacific/Kiritimati")) for each in found)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY;BYYEARDAY=366;COUNT=999999999",
        "FREQ=DAILY;COUNT=999999999;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYHOUR=0,1,2;BYMINUTE="
        + ",".join(map(str, range(60)))
        + ";BYSECOND=1,2,3,4,5,6,7,8,9",
        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12;BYSETPOS=-1;COUNT=5000",
    ],
)
def test_a_rule_without_measure_is_cut_and_told(rule: str) -> None:
    events = [f"UID:{number}\nDTSTART:0001010{1}T000000Z\nRRULE:{rule}" for number in range(3)]
    found = read(calendar(*events))
    assert {str(each) for each in problems(found)} == {
        "This appointment repeats without measure. Only its first times were read."
    }
    assert len(appointments(found)) <= 3 * 2000


def test_two_thousand_times_are_enough() -> None:
    found = read(calendar("UID:1\nDTSTART:20240101T000000Z\nRRULE:FREQ=SECONDLY"))
    assert len(appointments(found)) == 2000
    assert len(problems(found)) == 1


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=SOMETIMES",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=many",
        "FREQ=WEEKLY;BYDAY=0MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;UNTIL=tomorrow",
        "FREQ=YEARLY;RSCALE=CHINESE",
        "FREQ=WEEKLY;WKST=XX",
        "W1 MO #0",
        "",
    ],
)
def test_of_a_broken_rule_the_first_time_is_read(rule: str) -> None:
    found = read(calendar(f"DTSTART:20240101T000000Z\nRRULE:{rule}\nSUMMARY:Once"))
    (problem,) = problems(found)
    assert (problem.line, problem.what) == (5, rule)
    assert [each.title for each in appointments(found)] == ["Once"]


@pytest.mark.parametrize(
    ("event", "line", "sentence", "left"),
    [
        ("SUMMARY:x", 3, "This appointment says no start, so it was left out.", 0),
        ("DTSTART:soon", 4, "The start of this appointment is not a date, so it was left out.", 0),
        (
            "DTSTART:20240230",
            4,
            "The start of this appointment is not a date, so it was left out.",
            0,
        ),
        ("DTSTART:20240201\nDTEND:x", 5, "The end of this appointment is not a time.", 1),
        ("DTSTART:20240201\nDURATION:P", 5, "The end of this appointment is not a time.", 1),
        ("DTSTART:20240202\nDTEND:20240201", 5, "This appointment ends before it starts.", 1),
        (
            "DTSTART:20240202T000000\nDURATION:-PT1H",
            5,
            "This appointment ends before it starts.",
            1,
        ),
        (
            "DTSTART:20240202\nRECURRENCE-ID:x",
            5,
            "Which time of a series this changes is not clear.",
            1,
        ),
        ("DTSTART:20240202\nRDATE:x", 5, "This is not a date of a series.", 1),
        ("DTSTART:20240202\n???\n!!!", 5, "This line has no meaning in a calendar.", 1),
        (
            "DTSTART:20240202\nRDATE:" + "20240202," * 20_002,
            5,
            "This appointment names far too many dates.",
            1,
        ),
    ],
)
def test_what_is_broken_is_told_with_its_line_and_the_rest_is_read(
    event, line, sentence, left
) -> None:
    found = read(calendar(event, "DTSTART:20240303T100000Z\nSUMMARY:Good"))
    (problem,) = problems(found)
    assert (problem.line, str(problem)) == (line, sentence)
    assert len(appointments(found)) == left + 1
    assert "Good" in {each.title for each in appointments(found)}


def test_an_event_that_never_ends_or_breaks_off_is_still_read() -> None:
    open_end = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:{}\n"
    found = read(open_end.format("A") + open_end.format("B"))
    assert [(each.line, str(each)) for each in problems(found)] == [
        (2, "This appointment has no end line. It was read."),
        (6, "The file breaks off within this appointment."),
    ]
    assert [(each.line, each.title) for each in appointments(found)] == [(1, "A"), (2, "B")]


@pytest.mark.parametrize("raw", [b"", b"\x89PNG\r\n", b"BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n"])
def test_what_is_no_calendar_is_told_at_once(raw: bytes) -> None:
    assert [str(each) for each in read(raw)] == ["This is not a calendar file."]


def test_what_is_no_appointment_is_passed_over() -> None:
    others = "".join(
        f"BEGIN:{kind}\nDTSTART:20240101\nSUMMARY:{kind}\nBEGIN:VALARM\nEND:VALARM\nEND:{kind}\n"
        for kind in ("VTODO", "VJOURNAL", "VFREEBUSY", "X-OWN")
    )
    alarm = "DTSTART:20240101\nBEGIN:VALARM\nDTSTART:x\nSUMMARY:Alarm\nEND:VALARM\nSUMMARY:Real"
    found = read(calendar(alarm, head=others) + "rubbish\nmore rubbish\n" + calendar(alarm))
    assert [each.title for each in appointments(found)] == ["Real", "Real"]
    assert [str(each) for each in problems(found)] == ["This line has no meaning in a calendar."]


def test_of_ten_thousand_attendees_a_hundred_are_kept_and_all_are_counted() -> None:
    who = "".join(f"ATTENDEE;CN=P {n}:mailto:p{n}@made.example\n" for n in range(10_000))
    found = one(f"DTSTART:20240101\n{who}")
    assert (found.people, len(found.attendees)) == (10_000, 100)


class Endless(io.BytesIO):
    """Gives the same piece again and again, without holding it all."""

    def __init__(self, head: bytes, piece: bytes, times: int, tail: bytes) -> None:
        super().__init__()
        self.pieces = iter([head, *([piece] * times), tail])

    def read(self, size: int | None = -1) -> bytes:
        return next(self.pieces, b"")


@pytest.mark.parametrize(
    ("piece", "told"),
    [
        (b"A" * 65536, ["This line is far too long. Only its beginning was read."]),
        (b"\n " + b"A" * 65536, ["This line is far too long. Only its beginning was read."]),
        (b"\0" * 65536, []),
    ],
)
def test_a_line_without_end_does_not_fill_the_memory(piece: bytes, told: list[str]) -> None:
    head = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:A"
    stream = Endless(head, piece, 1000, b"\nLOCATION:Here\nEND:VEVENT\nEND:VCALENDAR\n")
    tracemalloc.start()
    found = list(read_appointments(stream, since=date(2024, 1, 1), until=date(2024, 12, 31)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [str(each) for each in problems(found)] == told
    assert [each.location for each in appointments(found)] == ["Here"]
    assert peak < 12_000_000


def test_a_long_attachment_is_passed_over_without_a_word() -> None:
    found = read(calendar("DTSTART:20240101\nATTACH;ENCODING=BASE64:" + "QUJD" * 500_000))
    assert len(found) == 1


def test_an_event_of_many_megabytes_is_cut_and_told() -> None:
    note = "COMMENT:x\nDESCRIPTION:" + "a" * 900_000 + "\n"
    found = read(calendar("DTSTART:20240101\n" + note * 6 + "more of it\nSUMMARY:late"))
    assert [str(each) for each in problems(found)] == [
        "This appointment is far too big. Its end was left."
    ]


def test_series_that_wait_too_long_are_read_and_a_late_change_is_told(monkeypatch) -> None:
    monkeypatch.setattr(ical, "MOST_WAITING", 1000)
    change = "UID:s\nRECURRENCE-ID:20240401T080000Z\nDTSTART:20240402T080000Z\nSUMMARY:Late"
    found = read(calendar(SERIES.format("RRULE:FREQ=WEEKLY;COUNT=2"), change))
    assert [str(each) for each in problems(found)] == [
        "This belongs to a series that was read long before. It was read by itself."
    ]
    assert [each.title for each in appointments(found)] == ["Weekly", "Weekly", "Late"]


def test_a_zone_definition_without_end_is_kept_small() -> None:
    head = "BEGIN:VTIMEZONE\n" + "BEGIN:STANDARD\nTZID:x\nEND:STANDARD\n" * 3000
    assert len(read(calendar("DTSTART:20240101", head=head + "END:VTIMEZONE\nEND:VALARM\n"))) == 1
    many = "".join(f"BEGIN:VTIMEZONE\nTZID:{n}\nEND:VTIMEZONE\n" for n in range(1100))
    assert (
        len(read(calendar("DTSTART:20240101", head=many + "BEGIN:VTIMEZONE\nEND:VTIMEZONE\n"))) == 1
    )


PIECES = st.sampled_from(
    [
        *WHOLE.split("\n"),
        *DEFINED.split("\n"),
        *SERIES.format("RRULE:FREQ=DAILY").split("\n"),
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VCALENDAR",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20240326",
        "RDATE:99991231T235959Z",
        "DTSTART:00010101T000000",
        "DURATION:P3000000D",
        "EXDATE:20240325",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES | st.text(max_size=8), max_size=30))
def test_lines_in_any_order_do_not_stop_the_reader(lines: list[str]) -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + "\n".join(lines)
    for each in read(text.encode(errors="replace")):
        assert isinstance(each, Appointment | Problem)
        assert str(each)
