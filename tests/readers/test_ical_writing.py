"""What Passo writes as a calendar, Passo and others read again."""

import io
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from passo.readers.ical import read_appointments
from passo.readers.ical_writing import write_calendar
from passo.readers.records import Appointment, Attendee

NEW_YEAR = datetime(2024, 1, 3)  # noqa: DTZ001 - hypothesis adds the zone
ROME = ZoneInfo("Europe/Rome")
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40)
LINES = st.lists(WORDS, max_size=4)
NAMES = st.lists(
    WORDS.map(lambda word: word.translate(dict.fromkeys(map(ord, "@\\'\""), ""))), max_size=2
).map(lambda words: " ".join(word for word in words if word))
ADDRESSES = st.from_regex(r"[a-z0-9.+%_-]{1,12}@[a-z0-9-]{1,12}\.example", fullmatch=True)
PEOPLE = st.builds(
    Attendee,
    NAMES,
    ADDRESSES,
    st.sampled_from(["", "accepted", "declined", "tentative"]),
    st.sampled_from(["individual", "group", "resource", "room"]),
)
MOMENTS = st.datetimes(NEW_YEAR, NEW_YEAR + timedelta(days=340), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)


@st.composite
def appointments(draw) -> Appointment:
    start, is_all_day = draw(MOMENTS), draw(st.booleans())
    length = timedelta(minutes=draw(st.integers(0, 3000)))
    if is_all_day:
        start = start.replace(hour=0, minute=0, second=0, tzinfo=ROME)
        length = timedelta(days=draw(st.integers(1, 5)))
    occurrence = draw(st.sampled_from(["", "20240303T100000Z", "20240303"]))
    attendees = draw(st.lists(PEOPLE, max_size=4))
    return Appointment(
        line=1,
        uid=draw(WORDS),
        occurrence=occurrence,
        starts_at=start,
        ends_at=start + length,
        is_all_day=is_all_day,
        title=" ".join(draw(LINES)),
        location=" ".join(draw(LINES)),
        note="\n".join(draw(LINES)),
        organizer=draw(st.none() | PEOPLE),
        attendees=attendees,
        is_cancelled=draw(st.booleans()),
        is_private=draw(st.booleans()),
        is_repeating=bool(occurrence),
        is_free=draw(st.booleans()),
        people=len(attendees),
    )


def read(text: str) -> list:
    stream = io.BytesIO(text.encode())
    return list(read_appointments(stream, since=date(2024, 1, 1), until=date(2024, 12, 31)))


@settings(deadline=None, max_examples=150)
@given(appointments())
def test_what_is_written_is_read_again(appointment: Appointment) -> None:
    text = "".join(write_calendar([appointment], name="Mine"))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert read(text) == [appointment]


@settings(deadline=None, max_examples=40)
@given(appointments())
def test_another_reader_reads_the_same(appointment: Appointment) -> None:
    text = "".join(write_calendar([appointment], name="Chiara; lavori"))
    calendar = icalendar.Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    assert str(calendar["X-WR-CALNAME"]) == "Chiara\\; lavori"
    assert event["UID"] == appointment.uid
    assert event.get("SUMMARY", "") == appointment.title
    start = appointment.starts_at
    assert start is not None
    assert event.decoded("DTSTART") == (start.date() if appointment.is_all_day else start)


def test_what_has_no_time_is_not_written_and_what_has_no_end_ends_at_once() -> None:
    when = datetime(2024, 5, 1, 10, tzinfo=UTC)
    lost, point = Appointment(line=1, uid="a"), Appointment(line=2, uid="b", starts_at=when)
    (found,) = read("".join(write_calendar([lost, point], name="")))
    assert (found.uid, found.starts_at, found.ends_at) == ("b", when, when)


def test_what_no_calendar_can_hold_is_left_out() -> None:
    when = datetime(2024, 5, 1, 10, tzinfo=UTC)
    nobody = Attendee("An\0na\r\nATTENDEE:x", "", "weiß;X=1", "room\n")
    odd = Appointment(1, uid="a", starts_at=when, title="a\r\nb\x07", attendees=[nobody])
    (found,) = read("".join(write_calendar([odd], name="")))
    assert found.title == "a b"
    assert found.attendees == [Attendee("Anna ATTENDEE:x", "", "", "room")]
