"""Appointments as an iCalendar file (RFC 5545), as other calendars read them.

Every appointment stands alone with its own times in UTC. One time of a repeating appointment
keeps its UID and says in RECURRENCE-ID which time it is.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

from passo.readers.records import Appointment, Attendee

LAST = date.max - timedelta(days=1)  # no day comes after the last that there is
OCTETS = 75  # of a line, its end not counted
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
OCCURRENCE = re.compile(r"\d{8}(T\d{6}Z)?")
STAMP = "DTSTAMP:19700101T000000Z"  # it must be there; the same export gives the same file


def write_calendar(appointments: Iterable[Appointment], *, name: str) -> Iterator[str]:
    """The lines of the file, each with its end; one appointment is held at a time."""
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Passo//Passo//EN\r\nCALSCALE:GREGORIAN\r\n"
    yield folded("X-WR-CALNAME:" + escaped(name))
    for appointment in appointments:
        if appointment.starts_at is not None:
            yield "".join(folded(line) for line in _lines(appointment, appointment.starts_at))
    yield "END:VCALENDAR\r\n"


def _lines(appointment: Appointment, start: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(appointment.uid)}"
    yield STAMP
    yield from _times(appointment, start)
    if OCCURRENCE.fullmatch(appointment.occurrence):
        kind = "" if "T" in appointment.occurrence else ";VALUE=DATE"
        yield f"RECURRENCE-ID{kind}:{appointment.occurrence}"
    yield from _words(appointment)
    if appointment.organizer is not None:
        yield _person("ORGANIZER", appointment.organizer)
    for attendee in appointment.attendees:
        yield _person("ATTENDEE", attendee)
    yield "END:VEVENT"


def _times(appointment: Appointment, start: datetime) -> Iterator[str]:
    end = appointment.ends_at or start
    if appointment.is_all_day:
        last = max(end.date(), min(start.date(), LAST) + timedelta(days=1))
        yield f"DTSTART;VALUE=DATE:{start.year:04}{start:%m%d}"
        yield f"DTEND;VALUE=DATE:{last.year:04}{last:%m%d}"
    else:
        yield f"DTSTART:{_instant(start)}"
        yield f"DTEND:{_instant(end)}"


def _instant(moment: datetime) -> str:
    there = moment.astimezone(UTC)
    return f"{there.year:04}{there:%m%dT%H%M%S}Z"


def _words(appointment: Appointment) -> Iterator[str]:
    texts = (
        ("SUMMARY", appointment.title),
        ("LOCATION", appointment.location),
        ("DESCRIPTION", appointment.note),
    )
    yield from (f"{name}:{escaped(text)}" for name, text in texts if text)
    if appointment.is_cancelled:
        yield "STATUS:CANCELLED"
    if appointment.is_private:
        yield "CLASS:PRIVATE"
    if appointment.is_free:
        yield "TRANSP:TRANSPARENT"


def _person(role: str, person: Attendee) -> str:
    """Quotes cannot stand within a parameter; RFC 6868 writes them with a caret."""
    name = UNSEEN.sub("", " ".join(person.name.split())).replace("^", "^^").replace('"', "^'")
    parameters = f';CN="{name}"' if name else ""
    if person.kind != "individual":
        parameters += f";CUTYPE={_token(person.kind)}"
    if person.answer:
        parameters += f";PARTSTAT={_token(person.answer)}"
    address = quote(UNSEEN.sub("", person.address), safe="@+!#$&'*/=^`{|}~")
    return f"{role}{parameters}:{'mailto:' + address if address else 'invalid:nomail'}"


def _token(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalpha() and letter.isascii())


def escaped(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNSEEN.sub("", plain).translate(ESCAPES)


def folded(line: str) -> str:
    """At most 75 octets a line, never cut within a letter."""
    if len(line) <= OCTETS and line.isascii():
        return line + "\r\n"
    parts, size, start = [], 0, 0
    for place, letter in enumerate(line):
        octets = len(letter.encode())
        if size + octets > OCTETS:
            parts.append(line[start:place])
            start, size = place, 1  # the space that a folded line begins with
        size += octets
    parts.append(line[start:])
    return "\r\n ".join(parts) + "\r\n"
