"""A calendar file becomes appointments: what each says, and when it is."""

import io
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passo.readers.ical import read_appointments
from passo.readers.records import Appointment, Attendee, Problem

ROME = ZoneInfo("Europe/Rome")


def read(text: str | bytes, since=date(2024, 1, 1), until=date(2024, 12, 31)) -> list:
    raw = text if isinstance(text, bytes) else text.encode()
    return list(read_appointments(io.BytesIO(raw), since=since, until=until))


def calendar(*events: str, head: str = "") -> str:
    blocks = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{blocks}END:VCALENDAR\n"


def one(event: str, head: str = "", **days) -> Appointment:
    (appointment,) = read(calendar(event, head=head), **days)
    assert isinstance(appointment, Appointment)
    return appointment


def appointments(found: list) -> list[Appointment]:
    return [each for each in found if isinstance(each, Appointment)]


def problems(found: list) -> list[Problem]:
    return [each for each in found if isinstance(each, Problem)]


def at(*clock: int) -> datetime:
    return datetime(*clock, tzinfo=UTC)


WHOLE = """
UID:fair-1
DTSTART;TZID=Europe/Rome:20240312T090000
DTEND;TZID=Europe/Rome:20240312T103000
SUMMARY:Sopralluogo\\, via Roma
LOCATION:Via Roma 1\\; Bologna
DESCRIPTION:Portare:\\n- cavi\\n- scala
ORGANIZER;CN=Chiara Neri:mailto:Chiara@Neri.Example
ATTENDEE;CN="Bianchi, Luca";PARTSTAT=ACCEPTED:MAILTO:luca@bianchi.example
ATTENDEE;CN=anna@verdi.example;PARTSTAT=DECLINED:mailto:anna@verdi.example
ATTENDEE;CUTYPE=ROOM;CN=Sala 2;PARTSTAT=TENTATIVE:mailto:sala2@example.com
ATTENDEE;CUTYPE=GROUP;PARTSTAT=NEEDS-ACTION:mailto:team@example.com
CLASS:PRIVATE
TRANSP:TRANSPARENT
"""


def test_an_appointment_says_who_when_where_and_what() -> None:
    assert one(WHOLE) == Appointment(
        line=1,
        uid="fair-1",
        starts_at=at(2024, 3, 12, 8),
        ends_at=at(2024, 3, 12, 9, 30),
        title="Sopralluogo, via Roma",
        location="Via Roma 1; Bologna",
        note="Portare:\n- cavi\n- scala",
        organizer=Attendee("Chiara Neri", "chiara@neri.example"),
        attendees=[
            Attendee("Bianchi, Luca", "luca@bianchi.example", "accepted"),
            Attendee("", "anna@verdi.example", "declined"),
            Attendee("Sala 2", "sala2@example.com", "tentative", "room"),
            Attendee("", "team@example.com", "", "group"),
        ],
        is_private=True,
        is_free=True,
        people=4,
    )


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_stop_the_reader(raw: bytes) -> None:
    assert all(isinstance(each, Appointment | Problem) for each in read(raw))
