"""Calendars to try the reader with."""

import io
from datetime import UTC, date, datetime

from passo.readers.ical import read_appointments
from passo.readers.records import Appointment, Problem

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


DEFINED = """BEGIN:VTIMEZONE
TZID:Chiara's own
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0500
TZOFFSETTO:+0400
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0400
TZOFFSETTO:+0500
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
OWN = "DTSTART;TZID=Chiara's own:20240{}15T100000\nUID:{}"


SERIES = "UID:s\nDTSTART;TZID=Europe/Rome:20240325T100000\nDURATION:PT1H\n{}\nSUMMARY:Weekly"


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


def starts(*events: str, **days) -> list[datetime]:
    found = appointments(read(calendar(*events), **days))
    return sorted(each.starts_at for each in found if each.starts_at)
