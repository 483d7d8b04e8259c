"""What Chiara and Roberto noted themselves: calls, visits, coffee, and what is to be done next."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.demo import Deed, figure
from passo.businesses.models import Business
from passo.lib.search import fold
from passo.people import by_hand, knowing, touching
from passo.people.models import Person


class Noted(NamedTuple):
    days: int
    hour: str
    who: tuple[str, ...]
    kind: str
    direction: str
    subject: str
    text: str = ""
    step: str = ""
    step_in: int = 0  # days after the clock's day
    promise: str = ""
    by: str = "chiara"


PAOLA, NICOLA, BENATI = "Paola Rinaldi", "Nicola Baldi", "Francesca Benati"

NOTES = [
    Noted(
        700,
        "10:30",
        ("Mario Fontana",),
        "visit",
        "both",
        _("Bathroom in Via Mazzini"),
        by="roberto",
    ),
    Noted(
        655,
        "12:40",
        (PAOLA,),
        "call",
        "in",
        _("First call"),
        _("She found us through the bar on the corner."),
    ),
    Noted(610, "09:15", (PAOLA, NICOLA), "visit", "both", _("Fuse box at Via Saragozza 112")),
    Noted(
        560,
        "18:05",
        ("Teresa Lanzi",),
        "visit",
        "both",
        _("Corridor light"),
        _("Fixed at no charge. Coffee and a cake."),
    ),
    Noted(
        520,
        "08:50",
        ("Giuseppe Neri", "Adrian Popescu"),
        "visit",
        "both",
        _("Painting before the sockets"),
        by="roberto",
    ),
    Noted(455, "17:20", ("Walter Fabbri",), "call", "out", _("Chases for the school")),
    Noted(
        410,
        "19:00",
        ("Gianni Zuffa", "Daniela Grandi"),
        "meeting",
        "both",
        _("Evening at the association"),
        by="roberto",
    ),
    Noted(360, "08:10", ("Omar Haddad",), "call", "in", _("No light in staircase B")),
    Noted(
        330,
        "11:00",
        ("Andrea Galli", "Mario Fontana"),
        "visit",
        "both",
        _("Flat in Via Santo Stefano"),
    ),
    Noted(300, "16:30", ("Bruno Carletti",), "call", "in", _("Wants to wait until spring")),
    Noted(270, "07:45", ("Agnese Bolelli",), "visit", "both", _("She keeps our second key")),
    Noted(
        240,
        "13:00",
        ("Monica Righi",),
        "meeting",
        "both",
        _("Lunch"),
        _("Her brother renovates three flats."),
    ),
    Noted(210, "18:40", ("Luca Marini",), "call", "out", _("How is he doing on his own?")),
    Noted(
        192,
        "09:30",
        (PAOLA, "Claudia Serra"),
        "call",
        "both",
        _("Recommended Paola to Villa Ceramiche"),
    ),
    Noted(165, "10:10", ("Mirko Zanetti",), "visit", "both", _("Cupboard for the meters")),
    Noted(150, "20:00", ("Davide Sarti",), "call", "out", _("Cannot start before the summer")),
    Noted(
        134,
        "16:15",
        (PAOLA,),
        "meeting",
        "both",
        _("Coffee in Via Pietralata"),
        _("She worries about the 2027 lift rules. Her son Pietro starts at the technical school."),
    ),
    Noted(
        110,
        "09:05",
        ("Valentina Orsi", "Youssef Amrani"),
        "visit",
        "both",
        _("Emergency lights in the hotel"),
    ),
    Noted(95, "12:20", ("Jürgen Weber",), "call", "out", _("Six chargers, delivery in four weeks")),
    Noted(
        80,
        "17:30",
        (PAOLA, BENATI),
        "note",
        "in",
        _("Introduced you to notary Benati"),
        _("You now keep the keys to her office."),
    ),
    Noted(66, "08:30", (BENATI,), "visit", "both", _("Lights in the archive")),
    Noted(
        48,
        "18:10",
        ("Loredana Pini", "Sergio Pini"),
        "visit",
        "both",
        _("Intercom next door"),
        _("Fixed at no charge."),
    ),
    Noted(
        41,
        "11:45",
        ("Cristina Volta", PAOLA),
        "meeting",
        "both",
        _("Two courtyards, three chargers"),
        _("Paola brought her along."),
    ),
    Noted(
        27,
        "08:20",
        (PAOLA,),
        "call",
        "in",
        _("She called you"),
        _("“The tenants are afraid of the dark on the stairs.”"),
    ),
    Noted(
        25, "15:10", (PAOLA,), "note", "in", _("Accepted the offer"), _("Same day, no haggling.")
    ),
    Noted(17, "09:40", ("Hannah Schneider",), "visit", "both", _("Charger in the courtyard")),
    Noted(
        13,
        "07:30",
        (PAOLA, "Omar Haddad"),
        "visit",
        "both",
        _("Stair lights, Via Saragozza 112"),
        _("Roberto and Amir, one and a half days. Old wiring on the third floor."),
    ),
    Noted(
        9,
        "17:55",
        ("Cesare Vitali",),
        "call",
        "in",
        _("The coffee machine trips the fuse"),
        "",
        _("Bring Cesare a bigger fuse"),
        2,
        "ours",
        "roberto",
    ),
    Noted(
        6,
        "12:35",
        ("Mario Fontana",),
        "call",
        "out",
        _("A week together in January"),
        "",
        _("Tell Mario whether the week of the 11th works"),
        4,
        "ours",
    ),
    Noted(
        4,
        "10:20",
        ("Claudia Serra",),
        "call",
        "in",
        _("Kiln room"),
        _("She wants a price for the lights above the kiln."),
        _("Tell Claudia the price for the kiln room"),
        -1,
        "ours",
    ),
    Noted(
        2,
        "18:20",
        (PAOLA,),
        "letter",
        "in",
        _("Paid invoice 118"),
        _("12 days early, as always."),
        _("Thank Paola and offer her the two spare lamps"),
        0,
        "ours",
    ),
    Noted(
        1,
        "08:40",
        ("Cristina Volta",),
        "call",
        "in",
        _("Three chargers"),
        _("She decides together with Omar."),
        _("Call Cristina about the three chargers"),
        1,
        "theirs",
    ),
]

# Days ago, who, and the words put on them.
TAGS = [
    (590, "Paola Rinaldi", _("Building managers")),
    (590, "Ester Magni", _("Building managers")),
    (590, "Irene Sala", _("Building managers")),
    (585, "Mario Fontana", _("On site")),
    (585, "Giuseppe Neri", _("On site")),
    (585, "Nicola Baldi", _("On site")),
    (400, "Enrico Tosi", _("School")),
    (400, "Laura Bassi", _("School")),
    (90, "Jürgen Weber", _("Chargers")),
    (40, "Cristina Volta", _("Chargers")),
    (16, "Simone Leoni", _("Chargers")),
]
CARES = [
    (133, PAOLA, _("Lift rules of 2027, dark stairs, her son Pietro")),
    (60, BENATI, _("That nobody waits in the dark")),
    (30, "Cristina Volta", _("Chargers before the summer")),
]


def person(business: Business, name: str) -> Person:
    """Of two with one name whoever came first; without anybody the cast is wrong, and it stops."""
    return business.people.listed().filter(sort_key=fold(name)).order_by("pk")[0]


def life(clock: datetime) -> list[tuple[int, str, Deed]]:
    noted = [(one.days, one.hour, note(one, clock.date())) for one in NOTES]
    tagged = [(days, "20:30", tag(name, words)) for days, name, words in TAGS]
    cares = [(days, "21:00", care(name, words)) for days, name, words in CARES]
    return [*noted, *tagged, *cares, *SAID]


def note(one: Noted, today: date) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        touching.note_down(
            business,
            [person(business, name) for name in one.who],
            by=figure(business, one.by),
            kind=one.kind,
            at=then,
            direction=one.direction,
            subject=said(one.subject),
            text=said(one.text),
            step=said(one.step),
            step_on=today + timedelta(days=one.step_in) if one.step else None,
            promise=one.promise,
        )

    return deed


def said(words: str) -> str:
    """Nothing stays nothing: to gettext it would be the head of its file."""
    return gettext(words) if words else ""


def tag(name: str, words: str) -> Deed:
    return lambda business, _then: by_hand.tag(
        person(business, name), gettext(words), by=figure(business, "chiara")
    )


def care(name: str, words: str) -> Deed:
    return lambda business, _then: person(business, name).correct(
        by=figure(business, "chiara"), cares_about=gettext(words)
    )


def agree(name: str, how: str) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        person(business, name).correct(
            by=figure(business, "chiara"),
            what="note_consent",
            consent="agreed",
            consent_note=gettext(how),
            consent_on=then.date(),
        )

    return deed


def wish(name: str, days: int) -> Deed:
    return lambda business, _then: person(business, name).correct(
        by=figure(business, "chiara"), own_cadence_days=days
    )


def knows(name: str, other: str, strength: float, words: str) -> Deed:
    return lambda business, _then: knowing.declare(
        person(business, name),
        person(business, other),
        strength=strength,
        words=gettext(words),
        by=figure(business, "chiara"),
    )


SAID: list[tuple[int, str, Deed]] = [
    (80, "18:00", knows(PAOLA, BENATI, 0.6, _("They meet in the choir on Thursdays."))),
    (134, "18:00", agree(PAOLA, _("She said so over coffee."))),
    (24, "19:10", agree("Hannah Schneider", _("Ticked on the offer."))),
    (35, "19:30", wish("Monica Righi", 60)),
]
