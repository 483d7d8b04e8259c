"""A calendar file becomes appointments: what each says, and when it is."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from passo.readers.records import Appointment, Attendee
from tests.readers.calendars import (
    DEFINED,
    OWN,
    WHOLE,
    appointments,
    at,
    calendar,
    one,
    problems,
    read,
)

ROME = ZoneInfo("Europe/Rome")


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


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        ("DTSTART:20240701T100000Z", at(2024, 7, 1, 10), at(2024, 7, 1, 10)),
        ("DTSTART:20240701T100000", at(2024, 7, 1, 8), at(2024, 7, 1, 8)),
        ("DTSTART:20240701T100000Z\nDURATION:PT1H30M", at(2024, 7, 1, 10), at(2024, 7, 1, 11, 30)),
        ("DTSTART:20240701T1000Z\nDURATION:P1W", at(2024, 7, 1, 10), at(2024, 7, 8, 10)),
        ("DTSTART:2024-07-01T10:00:00+02:00", at(2024, 7, 1, 8), at(2024, 7, 1, 8)),
        ("DTSTART:2024-07-01T10:00:00-0130", at(2024, 7, 1, 11, 30), at(2024, 7, 1, 11, 30)),
        ("DTSTART:20240701T240000Z", at(2024, 7, 2), at(2024, 7, 2)),
        ("DTSTART:20240701T100060Z", at(2024, 7, 1, 10, 0, 59), at(2024, 7, 1, 10, 0, 59)),
    ],
)
def test_times_are_understood_as_they_are_written(lines: str, start, end) -> None:
    found = one(lines)
    assert (found.starts_at, found.ends_at) == (start, end)


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("DTSTART;VALUE=DATE:20240701", 1),
        ("DTSTART:20240701\nDTEND:20240701", 1),
        ("DTSTART;VALUE=DATE:20240701\nDTEND;VALUE=DATE:20240704", 3),
        ("DTSTART;VALUE=DATE:20240701\nDURATION:P2D", 2),
        ("DTSTART;VALUE=DATE:20240701\nDURATION:PT1H", 1),
    ],
)
def test_a_whole_day_begins_at_midnight_where_the_owner_is(lines: str, days: int) -> None:
    found = one(lines)
    assert found.is_all_day
    assert found.starts_at == datetime(2024, 7, 1, tzinfo=ROME)
    assert found.ends_at == datetime(2024, 7, 1 + days, tzinfo=ROME)


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Rome",
        "europe/rome",
        "W. Europe Standard Time",
        "W. Europe Standard Time 1",
        "(UTC+01:00) Amsterdam\\, Berlin\\, Bern\\, Rome\\, Stockholm\\, Vienna",
        '"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"',
        '"(GMT+01.00) Central Europe; Rome"',
        "/freeassociation.sourceforge.net/Tzfile/Europe/Rome",
        "/mozilla.org/20070129_1/Europe/Rome",
        "Europe-Rome",
        '"Central European: Rome; Vienna"',
        "GMT+0200",
        "(UTC+02:00) Nowhere",
        "UTC+02:00",
    ],
)
def test_a_zone_is_known_by_many_names(zone: str) -> None:
    found = read(calendar(f"DTSTART;TZID={zone}:20240701T100000"))
    assert [each.starts_at for each in found] == [at(2024, 7, 1, 8)]


def test_a_zone_that_the_calendar_defines_is_used() -> None:
    found = read(calendar(OWN.format(2, "a"), OWN.format(7, "b"), head=DEFINED))
    assert [each.starts_at for each in found] == [at(2024, 2, 15, 6), at(2024, 7, 15, 5)]


def test_a_zone_may_be_defined_after_its_use() -> None:
    text = calendar(OWN.format(7, "b")).replace("END:VCALENDAR\n", DEFINED + "END:VCALENDAR\n")
    assert [each.starts_at for each in read(text)] == [at(2024, 7, 15, 5)]


def test_a_defined_zone_may_name_its_days_one_by_one_or_be_another_in_disguise() -> None:
    dated = DEFINED.replace("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "RDATE:20231029T030000")
    dated = dated.replace("BYMONTH=3", "BYMONTH=3;UNTIL=20150329T000000Z")
    assert read(calendar(OWN.format(7, "b"), head=dated))[0].starts_at == at(2024, 7, 15, 6)
    known = DEFINED.replace("BEGIN:STANDARD", "X-LIC-LOCATION:Europe/Rome\nBEGIN:STANDARD", 1)
    assert read(calendar(OWN.format(7, "b"), head=known))[0].starts_at == at(2024, 7, 15, 8)


@pytest.mark.parametrize("broken", ["+99", "+9900", "east", "+0400\nRRULE:FREQ=NEVER"])
def test_a_zone_that_nobody_knows_is_told_and_the_owners_is_taken(broken: str) -> None:
    head = DEFINED.replace("+0400", broken).replace("+0500", broken)
    found = read(calendar(OWN.format(7, "b"), head=head))
    assert [str(each) for each in problems(found)] == [
        "The time zone Chiara's own is not known. Yours was taken."
    ]
    assert [each.starts_at for each in appointments(found)] == [at(2024, 7, 15, 8)]


def test_the_zone_of_the_whole_calendar_is_for_times_that_name_none() -> None:
    head = "X-WR-TIMEZONE:America/New_York\n"
    assert one("DTSTART:20240701T100000", head=head).starts_at == at(2024, 7, 1, 14)
    found = read(calendar("UID:1\nDTSTART:20240109T150000Z\nRRULE:FREQ=YEARLY;COUNT=1", head=head))
    assert found[0].starts_at == at(2024, 1, 9, 15)
    weekly = calendar("UID:1\nDTSTART:20240304T150000Z\nRRULE:FREQ=WEEKLY;COUNT=2", head=head)
    assert [each.starts_at for each in read(weekly)] == [at(2024, 3, 4, 15), at(2024, 3, 11, 14)]


def test_without_a_name_of_its_own_an_event_gets_a_lasting_one() -> None:
    first, second = one("DTSTART:20240101\nSUMMARY:A"), one("DTSTART:20240101\nSUMMARY:B")
    assert first.uid == one("DTSTART:20240101\nDTSTAMP:20240404T000000Z\nSUMMARY:A").uid
    assert first.uid != second.uid
    assert len(one(f"UID:{'x' * 5000}\nDTSTART:20240101").uid) < 60


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("cp1252"),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.replace("\n", "\r\n").encode().replace(b"Caff", b"Ca\0ff"),
        lambda text: text.encode().replace(b"\xc3\xa8", b"\xc3\r\n \xa8"),
        lambda text: text.encode().replace(b"Caff", b"Ca\n\n\tff"),
        lambda text: text.replace(
            "SUMMARY:Caffè", "SUMMARY;ENCODING=QUOTED-PRINTABLE:Caff=C3=\n=A8"
        ).encode(),
        lambda text: text.replace(
            "SUMMARY:Caffè", "SUMMARY;CHARSET=cp1252;ENCODING=QUOTED-PRINTABLE:Caff=E8"
        ).encode(),
        lambda text: text.replace(
            "SUMMARY:Caffè", "SUMMARY;CHARSET=no;ENCODING=QUOTED-PRINTABLE:Caff=E8"
        ).encode(),
        lambda text: text.replace("SUMMARY", "summary").replace("BEGIN", "begin").encode(),
        lambda text: text.replace("SUMMARY", 'group.SUMMARY;X-A="a:b"').encode(),
        lambda text: text.replace("SUMMARY", 'SUMMARY;X-A="a').encode(),
    ],
)
def test_letters_survive_whatever_they_were_written_in(encode) -> None:
    (found,) = read(encode(calendar("DTSTART:20240101\nSUMMARY:Caffè")))
    assert found.title == "Caffè"


def test_a_text_that_goes_on_without_a_space_is_put_together() -> None:
    text = "DESCRIPTION:\nDear all\nPasscode: 12\\3\nDTSTART:20240101\nSUMMARY:Call"
    found = one(text)
    assert (found.note, found.title) == ("Dear all\nPasscode: 12\\3", "Call")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ATTENDEE:MAILTO:mailto:%3CA%40b.it%3E?subject=x", Attendee("", "a@b.it")),
        ("ATTENDEE;EMAIL=a@b.it;CN='Anna':/principals/1", Attendee("Anna", "a@b.it")),
        ("ATTENDEE;CN=Anna ^n^'Nina^' ^^:invalid:nomail", Attendee('Anna "Nina" ^', "")),
        ("ATTENDEE:a b@c.it", Attendee("", "")),
        (
            "ATTENDEE;CN=Beamer:mailto:x@resource.calendar.google.com",
            Attendee("Beamer", "x@resource.calendar.google.com", "", "resource"),
        ),
    ],
)
def test_people_are_understood_however_they_are_written(line: str, expected: Attendee) -> None:
    assert one(f"DTSTART:20240101\n{line}").attendees == [expected]


@pytest.mark.parametrize("zone", ["(UTC+99:00)", "nowhere", "x" * 5000, "(UTC-03:30) Nowhere"])
def test_the_hours_in_a_zones_name_count_where_the_rest_is_unknown(zone: str) -> None:
    found = read(calendar(f'UID:z\nDTSTART;TZID="{zone}":20240701T100000'))
    hours = 13 if "-03" in zone else 8
    assert [each.starts_at.hour for each in appointments(found)] == [hours]
    assert len(problems(found)) == (0 if "-03" in zone else 1)


def test_a_defined_zone_has_its_first_offset_before_all_others_and_never_fails() -> None:
    late = DEFINED.replace("16010101", "20300101").replace("RRULE:", "RDATE:x\nX:", 1)
    found = read(calendar(OWN.format(7, "b"), head=late))
    assert [each.starts_at for each in found] == [at(2024, 7, 15, 6)]
    often = DEFINED.replace("FREQ=YEARLY;BYDAY=-1SU", "FREQ=SECONDLY")
    assert len(read(calendar(OWN.format(7, "b"), head=often))) == 1
    never = DEFINED.replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=SECONDLY;BYYEARDAY=366")
    assert len(read(calendar(OWN.format(7, "b"), head=never))) == 1


def test_a_series_may_repeat_on_the_clock_of_a_defined_zone() -> None:
    series = f"{OWN.format(2, 'r')}\nRRULE:FREQ=MONTHLY;UNTIL=20240415T100000Z"
    found = read(calendar(series, head=DEFINED))
    assert [each.starts_at.hour for each in found] == [6, 6, 5]
