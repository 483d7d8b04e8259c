"""Two years of mail: conversations that come back in a rhythm, and what machines sent."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.demo import moment
from passo.people.demo.cast import BY_NAME, CHIARA, OFFICE, OUR_DOMAIN, address_of
from passo.readers.records import Mailbox, Message

US = Mailbox("Chiara Bianchi", CHIARA)
STAIRS = (
    _("Stair lights, Via Saragozza 112"),
    _("Fuse box in the cellar"),
    _("Yearly check of the stairs"),
    _("Doorbell on the second floor"),
)
SITE = (_("Who is on site on Monday"), _("Keys for the building site"), _("Chases in the walls"))
ORDERS = (
    _("Order and delivery date"),
    _("Cable and sockets for next week"),
    _("New price list"),
    _("Credit note for two lamps"),
)
PLANS = (
    _("Plans for the flat in Via Santo Stefano"),
    _("Where the sockets go"),
    _("Kitchen lights: one more question"),
)
PAPERS = (_("Papers for the quarter"), _("Certificate of conformity"), _("A signature is missing"))
HOME = (_("When could you come?"), _("Quote for the kitchen"), _("Thank you for yesterday"))
SHOP = (_("The fridges at night"), _("Light above the vegetables"), _("A bill for the new lines"))
CHARGER = (
    _("Charger in the courtyard"),
    _("How much power do we need?"),
    _("Grant for chargers"),
)
TOGETHER = (
    _("Next meeting of the members"),
    _("Open day at the school"),
    _("Evening of electrics"),
)
SWAY = (0, 2, -1, 3, -2, 1)  # days; nobody writes by the clock


class Rhythm(NamedTuple):
    """They write every so many days, from so many days ago until so many days ago."""

    who: str
    every: int
    first: int
    last: int
    about: tuple[str, ...]
    is_started_by_us: bool = False
    also: tuple[str, ...] = ()
    mails: int = 2  # in each conversation


RHYTHMS = [
    Rhythm("Paola Rinaldi", 33, 610, 6, STAIRS),
    Rhythm("Paola Rinaldi", 120, 500, 30, STAIRS, also=("Nicola Baldi", "Ester Magni")),
    Rhythm("Tommaso Villa", 60, 420, 40, STAIRS),
    Rhythm("Ester Magni", 35, 700, 12, STAIRS),
    Rhythm("Ester Magni", 150, 640, 60, STAIRS, also=("Sandro Gatti", "Nicola Baldi")),
    Rhythm("Cristina Volta", 45, 380, 20, CHARGER, mails=3),
    Rhythm("Cristina Volta", 110, 330, 50, CHARGER, also=("Omar Haddad", "Paola Rinaldi")),
    Rhythm("Irene Sala", 28, 560, 62, STAIRS),
    Rhythm("Emily Carter", 50, 300, 25, HOME),
    Rhythm("James Whitfield", 100, 300, 290, HOME, also=("Emily Carter",)),
    Rhythm("Nicola Baldi", 40, 520, 15, SITE, is_started_by_us=True),
    Rhythm("Mario Fontana", 30, 700, 9, SITE, is_started_by_us=True),
    Rhythm("Mario Fontana", 75, 640, 35, SITE, also=("Giuseppe Neri", "Andrea Galli")),
    Rhythm("Sara Fontana", 90, 600, 35, SITE),
    Rhythm("Giuseppe Neri", 42, 690, 95, SITE),
    Rhythm("Adrian Popescu", 70, 400, 90, SITE),
    Rhythm("Davide Sarti", 40, 330, 195, SITE, is_started_by_us=True),
    Rhythm("Luca Marini", 30, 425, 160, SITE),
    Rhythm("Piero Costa", 90, 690, 45, CHARGER),
    Rhythm("Francesca Benati", 30, 78, 18, PAPERS),
    Rhythm("Francesca Benati", 60, 70, 30, PAPERS, also=("Chiara Lodi",)),
    Rhythm("Andrea Galli", 24, 640, 14, PLANS, mails=3),
    Rhythm("Andrea Galli", 80, 600, 40, PLANS, also=("Beatrice Monti", "Giuseppe Neri")),
    Rhythm("Beatrice Monti", 55, 360, 130, PLANS),
    Rhythm("Stefano Conti", 45, 720, 20, PAPERS),
    Rhythm("Elena Ricci", 90, 500, 40, PAPERS),
    Rhythm("Federica Amato", 30, 420, 270, PLANS),
    Rhythm("Marco Reggiani", 21, 720, 8, ORDERS, is_started_by_us=True),
    Rhythm("Marco Reggiani", 90, 600, 50, ORDERS, also=("Silvia Poli",)),
    Rhythm("Silvia Poli", 40, 500, 15, ORDERS, is_started_by_us=True),
    Rhythm("Alessia Dotti", 50, 690, 210, ORDERS, is_started_by_us=True),
    Rhythm("Jürgen Weber", 55, 340, 33, CHARGER),
    Rhythm("Jürgen Weber", 100, 330, 80, ORDERS, also=("Katrin Vogel",)),
    Rhythm("Lucía Navarro", 45, 250, 110, ORDERS, also=("Íñigo Beltrán",)),
    Rhythm("Claudia Serra", 38, 192, 28, HOME),
    Rhythm("Claudia Serra", 80, 190, 60, HOME, also=("Matteo Serra",)),
    Rhythm("Fabio Marchetti", 60, 650, 260, HOME),
    Rhythm("Valentina Orsi", 32, 480, 72, HOME),
    Rhythm("Valentina Orsi", 90, 470, 110, HOME, also=("Youssef Amrani",)),
    Rhythm("Laura Bassi", 100, 400, 55, TOGETHER),
    Rhythm("Enrico Tosi", 60, 400, 45, TOGETHER, also=("Laura Bassi",)),
    Rhythm("Daniela Grandi", 40, 700, 22, TOGETHER),
    Rhythm("Gianni Zuffa", 110, 700, 65, TOGETHER, also=("Daniela Grandi", "Mario Fontana")),
    Rhythm("Teresa Lanzi", 150, 700, 50, HOME),
    Rhythm("Bruno Carletti", 60, 500, 320, HOME),
    Rhythm("Anna Maria Forni", 90, 610, 75, HOME),
    Rhythm("Lorenzo Bertini", 35, 260, 80, HOME),
    Rhythm("Hannah Schneider", 30, 130, 22, CHARGER),
    Rhythm("Carmen Ruiz", 30, 90, 28, HOME),
    Rhythm("Peter Collins", 50, 560, 410, HOME),
    Rhythm("Gabriella Tinti", 1, 16, 16, HOME),
    Rhythm("Simone Leoni", 80, 480, 60, CHARGER),
    Rhythm("Patrizia Nanni", 70, 600, 340, HOME),
    Rhythm("Sergio Pini", 200, 600, 180, HOME),
    Rhythm("Monica Righi", 60, 720, 140, TOGETHER),
    Rhythm("Riccardo Bianconi", 90, 600, 70, TOGETHER),
    Rhythm("Hassan Amrani", 32, 420, 18, SHOP),
    Rhythm("Silvia Pozzi", 70, 300, 50, PLANS),
]


class Letter(NamedTuple):
    """A mail of which the words are told: what it asks or promises waits."""

    who: str
    days: int
    hour: str
    about: str
    words: str
    is_ours: bool = False


LETTERS = [
    Letter(
        "Beatrice Monti",
        5,
        "17:20",
        _("Flats in Via Mascarella"),
        _(
            "Hello Chiara, the owners want light on the stairs before Christmas."
            " Could you come and look at the flats next week?"
        ),
    ),
    Letter(
        "Ester Magni",
        5,
        "18:10",
        _("Houses in the north"),
        _("Hello Ester, I'll call you in five days about the houses in the north."),
        is_ours=True,
    ),
]
# Who writes, how often, since when, what about, and what kind of mail it is, with why.
MACHINES = [
    (
        Mailbox("Elettroforniture Reno", "newsletter@elettroforniturereno.example"),
        14,
        _("Offers of the week"),
        ("newsletter", "One can unsubscribe from it."),
    ),
    (
        Mailbox("Artigiani Insieme", "notizie@artigianiinsieme.example"),
        30,
        _("News for members"),
        ("newsletter", "A program for newsletters sent it."),
    ),
    (
        Mailbox("", "noreply@corriere.example"),
        25,
        _("Your parcel is on its way"),
        ("automatic", "Its address takes no answers."),
    ),
    (
        Mailbox("", "fatture@energia.example"),
        60,
        _("Your bill is ready"),
        ("automatic", "It says itself that a program sent it."),
    ),
    (
        Mailbox("", "mailer-daemon@posta.example"),
        230,
        _("Your mail could not be delivered"),
        ("bounce", "A mail server wrote it, to report on another mail."),
    ),
]


def days_of(first: int, last: int, every: int) -> Iterator[int]:
    """From long ago to lately, with a sway, and the last on its very day."""
    days = [
        day + SWAY[turn % 6] for turn, day in enumerate(range(first, last + every // 2, -every))
    ]
    yield from (before for before, after in pairwise([*days, last]) if before > after)
    yield last


def on_a_weekday(clock: datetime, days: int) -> int:
    """Saturday's and Sunday's mails wait for Monday, unless Monday is still to come."""
    day: date = clock.date() - timedelta(days=days)
    later = (0, 0, 0, 0, 0, 2, 1)[day.weekday()]
    return days - later if days - later >= 3 else days  # noqa: PLR2004 -- read two days ago


def messages(clock: datetime) -> list[Message]:
    """All that lies in the mailbox, the oldest first."""
    found = [*personal(clock), *told(clock), *by_machines(clock)]
    found.sort(key=lambda one: (one.sent_at or clock, one.message_id))
    for line, message in enumerate(found, start=1):
        message.line = line
    return found


def personal(clock: datetime) -> Iterator[Message]:
    for place, rhythm in enumerate(RHYTHMS):
        for turn, days in enumerate(days_of(rhythm.first, rhythm.last, rhythm.every)):
            yield from conversation(clock, rhythm, place, turn, on_a_weekday(clock, days))


def conversation(
    clock: datetime, rhythm: Rhythm, place: int, turn: int, days: int
) -> Iterator[Message]:
    """To and fro on one day. Whoever else is in it, is in all of it."""
    subject = gettext(rhythm.about[turn % len(rhythm.about)])
    them, *others = [mailbox_of(name) for name in (rhythm.who, *rhythm.also)]
    begun = f"{place}.{turn}.0@{OUR_DOMAIN}"
    for number in range(rhythm.mails):
        is_ours = (number % 2 == 0) == rhythm.is_started_by_us
        sender, receiver = (US, them) if is_ours else (them, US)
        hour = f"{8 + 2 * number + (place + turn) % 3:02}:{(place * 7 + turn * 11) % 60:02}"
        yield Message(
            0,
            message_id=f"{place}.{turn}.{number}@{OUR_DOMAIN}",
            sent_at=moment(clock, days, hour),
            subject=f"Re: {subject}" if number else subject,
            sender=sender,
            to=[receiver],
            cc=others,
            people=1 + len(others),
            references=[begun] if number else [],
            is_sent=is_ours,
        )


def told(clock: datetime) -> Iterator[Message]:
    for place, letter in enumerate(LETTERS):
        them = mailbox_of(letter.who)
        sender, receiver = (US, them) if letter.is_ours else (them, US)
        yield Message(
            0,
            message_id=f"l{place}@{OUR_DOMAIN}",
            sent_at=moment(clock, on_a_weekday(clock, letter.days), letter.hour),
            subject=gettext(letter.about),
            sender=sender,
            to=[receiver],
            people=1,
            own_text=gettext(letter.words),
            is_sent=letter.is_ours,
        )


def mailbox_of(name: str) -> Mailbox:
    return Mailbox(name, address_of(BY_NAME[name]))


def by_machines(clock: datetime) -> Iterator[Message]:
    for place, (sender, every, subject, (kind, because)) in enumerate(MACHINES):
        for turn, days in enumerate(range(700, 3, -every)):
            yield Message(
                0,
                message_id=f"m{place}.{turn}@{OUR_DOMAIN}",
                sent_at=moment(clock, days, "06:05"),
                subject=gettext(subject),
                sender=sender,
                to=[Mailbox("", OFFICE)],
                people=1,
                impersonal=kind,
                impersonal_because=because,
            )
