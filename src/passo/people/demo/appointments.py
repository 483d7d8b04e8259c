"""The calendar of two years: what came back every few weeks, and with whom."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.demo import moment
from passo.people.demo.cast import BY_NAME, CHIARA, OUR_DOMAIN, address_of
from passo.people.demo.mails import days_of, on_a_weekday
from passo.readers.records import Appointment, Attendee


class Meeting(NamedTuple):
    title: str
    who: tuple[str, ...]
    every: int
    first: int
    last: int
    hour: str
    minutes: int = 60


MEETINGS = [
    Meeting(
        _("Walk through the house, Via Saragozza 112"),
        ("Paola Rinaldi", "Nicola Baldi"),
        120,
        600,
        34,
        "09:00",
        90,
    ),
    Meeting(
        _("Building site meeting"),
        ("Mario Fontana", "Giuseppe Neri", "Andrea Galli"),
        28,
        640,
        106,
        "08:00",
    ),
    Meeting(
        _("Courtyards and chargers"),
        ("Cristina Volta", "Omar Haddad", "Paola Rinaldi"),
        60,
        300,
        55,
        "11:00",
    ),
    Meeting(_("Houses of spring"), ("Ester Magni", "Nicola Baldi"), 180, 650, 105, "10:00"),
    Meeting(_("Papers for the quarter"), ("Stefano Conti",), 91, 710, 33, "15:00", 45),
    Meeting(
        _("Association, monthly evening"),
        ("Daniela Grandi", "Gianni Zuffa", "Mario Fontana", "Piero Costa"),
        60,
        690,
        47,
        "19:00",
        120,
    ),
    Meeting(_("Practical day at the school"), ("Enrico Tosi",), 120, 400, 62, "09:30", 180),
    Meeting(_("Plans at the table"), ("Andrea Galli", "Beatrice Monti"), 50, 560, 125, "17:00"),
    Meeting(_("Counter day"), ("Marco Reggiani", "Silvia Poli"), 90, 690, 71, "07:30", 30),
    Meeting(_("Kiln room"), ("Claudia Serra", "Matteo Serra"), 60, 180, 45, "14:00"),
    Meeting(_("Signing"), ("Francesca Benati", "Chiara Lodi"), 1, 52, 52, "12:00", 45),
]
# Nobody else is in these: they are hours, and no touches.
ALONE = (_("Van to the garage"), _("Offers and bills"), _("Dentist"))


def appointments(clock: datetime) -> list[Appointment]:
    found = [*with_others(clock), *alone(clock)]
    found.sort(key=lambda one: (one.starts_at or clock, one.uid))
    for line, appointment in enumerate(found, start=1):
        appointment.line = line
    return found


def with_others(clock: datetime) -> Iterator[Appointment]:
    for place, one in enumerate(MEETINGS):
        for turn, days in enumerate(days_of(one.first, one.last, one.every)):
            starts_at = moment(clock, on_a_weekday(clock, days), one.hour)
            yield Appointment(
                0,
                uid=f"{place}.{turn}@{OUR_DOMAIN}",
                starts_at=starts_at,
                ends_at=starts_at + timedelta(minutes=one.minutes),
                title=gettext(one.title),
                organizer=Attendee("Chiara Bianchi", CHIARA),
                attendees=[attendee(name) for name in one.who],
                people=1 + len(one.who),
            )


def attendee(name: str) -> Attendee:
    return Attendee(name, address_of(BY_NAME[name]), "accepted")


def alone(clock: datetime) -> Iterator[Appointment]:
    for turn, days in enumerate(range(650, 10, -32)):
        starts_at = moment(clock, on_a_weekday(clock, days), "17:30")
        yield Appointment(
            0,
            uid=f"a{turn}@{OUR_DOMAIN}",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
            title=gettext(ALONE[turn % len(ALONE)]),
        )
