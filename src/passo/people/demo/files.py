"""What lay in four files: two phones, a mailbox, a calendar; brought in as in life."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext

from passo.businesses.demo import Deed, figure
from passo.businesses.models import Business
from passo.people.bringing_in.keeping_appointments import keep_appointments
from passo.people.bringing_in.keeping_cards import keep_cards
from passo.people.bringing_in.keeping_mails import keep_mails
from passo.people.bringing_in.left_out import write_left_out
from passo.people.bringing_in.resolving import resolve
from passo.people.bringing_in.work import Work
from passo.people.demo.appointments import appointments
from passo.people.demo.cast import CAST, CHIARA, FREE_MAIL, OFFICE, ROBERTO, Figure, address_of
from passo.people.demo.mails import messages
from passo.people.models import Import, OwnAddress
from passo.people.models.source import State
from passo.readers.records import Appointment, Card, Problem, Said
from passo.readers.vcard.properties import NOT_A_BIRTHDAY, NOT_A_MAIL, NOT_A_PHONE

LINES_OF_A_CARD = 9
BYTES_OF_A_CARD, BYTES_OF_A_MAIL, BYTES_OF_AN_APPOINTMENT = 412, 9_214, 640
RECORDS_PER_SECOND = 1_400
# How Roberto writes down people that Chiara has by their full names.
ROBERTO_SAYS = [
    Card(0, name="Paola R. amministratrice", phones=[Said("0515550142", "work")]),
    Card(0, name="Beppe Neri", organisation="Colori Neri", phones=[Said("051 555 0174", "work")]),
    Card(0, name="Claudia Serra", phones=[Said("335 555 0301", "mobile")]),
    Card(0, name="Notaio Benati", phones=[Said("051 555 0181", "work")]),
    Card(0, name="Luca ???", phones=[Said("340 555 0302", "mobile")]),
    Card(0, name="Gommista", phones=[Said("051 555 0303", "work")]),
]
CHIARAS_PROBLEMS = [
    Problem(88, NOT_A_PHONE, {"value": "34"}, "TEL;TYPE=CELL:34"),
    Problem(203, NOT_A_MAIL, {"value": "teresa.lanzi@"}, "EMAIL:teresa.lanzi@"),
    Problem(311, NOT_A_BIRTHDAY, {"value": "Ferragosto"}, "BDAY:Ferragosto"),
]
ROBERTOS_PROBLEMS = [Problem(41, NOT_A_PHONE, {"value": "Luigi"}, "TEL:Luigi")]
Keeper = Callable[[Work, list[Any], str], None]


def life(clock: datetime) -> list[tuple[int, str, Deed]]:
    """Chiara's phone on her second evening; her father's, the mails and the calendar lately."""
    calendar = f"lavori-{clock.year}.ics"
    return [
        (725, "19:05", say_who_we_are),
        (
            725,
            "19:10",
            bring_in("telefono-chiara.vcf", "vcard", lambda: cards("c"), CHIARAS_PROBLEMS),
        ),
        (
            12,
            "19:40",
            bring_in(
                "telefono-roberto.vcf",
                "vcard",
                lambda: numbered([*cards("r"), *ROBERTO_SAYS]),
                ROBERTOS_PROBLEMS,
                by="roberto",
            ),
        ),
        (2, "20:05", bring_in("posta-bianchi.mbox", "mbox", lambda: messages(clock))),
        (2, "20:20", bring_in(calendar, "calendar", lambda: appointments(clock))),
    ]


def say_who_we_are(business: Business, _then: datetime) -> None:
    """Mails from and to these are ours; that provider's addresses name no firm."""
    OwnAddress.objects.bulk_create(
        OwnAddress(business=business, address=address) for address in (CHIARA, ROBERTO, OFFICE)
    )
    business.free_mail_domains.create(domain=FREE_MAIL)


def cards(whose: str) -> list[Card]:
    return numbered([card_of(one, whose) for one in CAST if whose in one.where])


def card_of(one: Figure, whose: str) -> Card:
    """Roberto keeps numbers, and no addresses."""
    address = address_of(one) if whose == "c" else ""
    return Card(
        0,
        name=one.name,
        organisation=one.firm,
        title=gettext(one.does),
        mails=[Said(address, "work" if one.firm else "home")] if address else [],
        phones=[Said(one.phone, "work" if one.phone.startswith("051") else "mobile")],
    )


def numbered(found: list[Card]) -> list[Card]:
    for place, card in enumerate(found):
        card.line = 1 + place * LINES_OF_A_CARD
    return found


def bring_in(
    name: str,
    kind: str,
    records: Callable[[], list[Any]],
    problems: list[Problem] | None = None,
    by: str = "chiara",
) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        found = records()
        brought_by = begun(business, then, name, kind, found)
        brought_by._remember(figure(business, by), "add", before={}, after=brought_by.snapshot())
        newest = newest_rows(business)
        read(business, brought_by, found, problems or [])
        set_back(business, newest, then)

    return deed


def begun(business: Business, then: datetime, name: str, kind: str, records: list[Any]) -> Import:
    seconds = round(2 + len(records) / RECORDS_PER_SECOND, 1)
    return business.imports.create(
        kind=kind,
        name=name,
        state=State.RUNNING,
        bytes=len(records) * BYTES_OF.get(type(records[0]), BYTES_OF_A_MAIL),
        seconds=seconds,
        made_at=then,
        ended_at=then + timedelta(seconds=seconds),
    )


BYTES_OF = {Card: BYTES_OF_A_CARD, Appointment: BYTES_OF_AN_APPOINTMENT}
KEEPERS: dict[str, Keeper] = {
    "vcard": keep_cards,
    "mbox": keep_mails,
    "calendar": keep_appointments,
}


def read(
    business: Business, brought_by: Import, records: list[Any], problems: list[Problem]
) -> None:
    """The very steps of a true import; ties are reckoned at the end, for all at once."""
    work = Work(business, brought_by)
    KEEPERS[brought_by.kind](work, records, "")
    write_left_out(work)
    work.note(problems)
    work.counts["records"] = len(records)
    work.go_on_from()
    resolve(work)
    Import.objects.filter(pk=brought_by.pk).update(state=State.DONE, cursor={})


def newest_rows(business: Business) -> dict[str, int]:
    """The last of everything that carries the moment it was made."""
    return {name: last_of(business, name) for name in MADE_AT}


MADE_AT = {"people": "added_at", "organisations": "added_at", "left_out": "made_at"}


def last_of(business: Business, name: str) -> int:
    last = getattr(business, name).order_by("-pk").values_list("pk", flat=True).first()
    return last or 0


def set_back(business: Business, newest: dict[str, int], then: datetime) -> None:
    """Whoever came with it came then, and not now."""
    for name, moment in MADE_AT.items():
        getattr(business, name).filter(pk__gt=newest[name]).update(**{moment: then})
