"""What each property tells of a contact. A property that is not here tells nothing to keep."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from passo.readers.records import Card, Place, Problem, Said, _
from passo.readers.vcard.heads import Head
from passo.readers.vcard.text import is_plain, listed, one_line, parts, rows, text
from passo.readers.vcard.values import birthday_in, mails_in, phone_in

NOT_A_LINE = _("This line could not be understood, so it was left out.")
NOT_A_MAIL = _("“%(value)s” is not a mail address, so it was left out.")
NOT_A_PHONE = _("“%(value)s” is not a phone number, so it was left out.")
NOT_A_BIRTHDAY = _("The birthday “%(value)s” could not be understood, so it was left out.")
MOST = 5000  # entries of one card, or thousands of letters
SHOWN = 80  # of a value, in a sentence about it

NO_NAMES = ("",) * 5
NO_PLACE = ("",) * 7
# What an address book calls everyone who is in it
TAGS_OF_EVERYONE = {"my contacts", "mycontacts"}
NO_DATE = "4501"  # the year in which Outlook puts a birthday that there is not

OURS = "//Passo//"  # in the name of the program that wrote a card


class Open:
    """A card that is being read, and what must wait for its end."""

    __slots__ = (
        "awaits_agent",
        "card",
        "kind",
        "labels",
        "marks",
        "nicknames",
        "notes",
        "strange",
    )

    def __init__(self, line: int) -> None:
        self.card = Card(line)
        self.kind = ""  # as the card says it: individual, org, group …
        self.labels: dict[str, str] = {}  # of a group of properties, written as one of them
        self.marks: list[tuple[list[Any], int, Head]] = []  # Said or Place, and which of them
        self.nicknames: list[str] = []
        self.notes: list[str] = []
        self.awaits_agent = False  # the card that begins next is written inside this one
        self.strange = 0  # the last line that was not understood

    @property
    def is_too_much(self) -> bool:
        card = self.card
        reachable = len(card.mails) + len(card.phones) + len(card.places) + len(card.webs)
        written = sum(map(len, self.notes)) + sum(map(len, self.nicknames))
        entries = len(self.notes) + len(self.nicknames) + len(card.tags) + len(self.labels)
        return reachable + entries + written // 1000 > MOST

    def keep(self, items: list[Said], value: str, head: Head) -> None:
        if head.is_special:
            self.mark(items, head)
        items.append(Said(value, head.label))

    def mark(self, items: list[Any], head: Head) -> None:
        """Notes what the end of the card may give a new label or a new place in its row."""
        if head.group or items or head.preference > 1:
            self.marks.append((items, len(items), head))


def read_name(opened: Open, head: Head, value: str, number: int) -> None:
    if not opened.card.name and not head.is_derived:
        opened.card.name = one_line(value)


def read_parts_of_name(opened: Open, head: Head, value: str, number: int) -> None:
    card = opened.card
    if card.family or card.given:
        return
    if is_plain(value):
        pieces = [piece.strip() for piece in value.split(";")]
    else:
        *names, suffix = [*parts(value, ";"), *NO_NAMES][:5]
        pieces = [*(listed(name, " ") for name in names), listed(suffix, ", ")]
    if len(pieces) != len(NO_NAMES):
        pieces = [*pieces, *NO_NAMES][:5]
    card.family, card.given, card.additional, card.prefix, card.suffix = pieces


def read_nickname(opened: Open, head: Head, value: str, number: int) -> None:
    if nickname := listed(value, ", "):
        opened.nicknames.append(nickname)


def read_organisation(opened: Open, head: Head, value: str, number: int) -> None:
    card = opened.card
    if card.organisation:
        return
    if ";" not in value:
        card.organisation = one_line(value)
        return
    first, *units = parts(value, ";")
    card.organisation = one_line(first)
    card.unit = ", ".join(filter(None, map(one_line, units))) or card.unit


def read_unit(opened: Open, head: Head, value: str, number: int) -> None:
    opened.card.unit = opened.card.unit or one_line(value)


def read_title(opened: Open, head: Head, value: str, number: int) -> None:
    if head.name == "TITLE" or not opened.card.title:
        opened.card.title = one_line(value) or opened.card.title


def read_mail(opened: Open, head: Head, value: str, number: int) -> Problem | None:
    addresses = mails_in(value)
    for address in addresses:
        opened.keep(opened.card.mails, address, head)
    return None if addresses else _strange(number, NOT_A_MAIL, value)


def read_phone(opened: Open, head: Head, value: str, number: int) -> Problem | None:
    if phone := phone_in(value):
        opened.keep(opened.card.phones, phone, head)
        return None
    return _strange(number, NOT_A_PHONE, value)


def read_place(opened: Open, head: Head, value: str, number: int) -> None:
    if is_plain(value):
        pieces = [part.strip() for part in value.split(";")]
    else:
        pieces = [", ".join(rows(part)) for part in parts(value, ";")]
    box, more, street, city, region, code, country = [*pieces, *NO_PLACE][:7]
    if box or more:
        street = ", ".join(filter(None, (street, more, box)))
    if street or city or region or code or country:
        if head.is_special:
            opened.mark(opened.card.places, head)
        opened.card.places.append(Place(street, city, region, code, country, head.label))


def read_web(opened: Open, head: Head, value: str, number: int) -> None:
    if address := text(value):
        opened.keep(opened.card.webs, address, head)


def read_profile(opened: Open, head: Head, value: str, number: int) -> None:
    """Where someone can be found in a network, if it is an address that opens."""
    if text(value).lower().startswith(("http:", "https:")):
        read_web(opened, head, value, number)


def read_birthday(opened: Open, head: Head, value: str, number: int) -> Problem | None:
    value = text(value)
    if opened.card.birthday or not value or value.startswith(NO_DATE):
        return None
    opened.card.birthday = birthday_in(value, head.no_year)
    return None if opened.card.birthday else _strange(number, NOT_A_BIRTHDAY, value)


def read_note(opened: Open, head: Head, value: str, number: int) -> None:
    if note := text(value):
        opened.notes.append(note)


def read_tags(opened: Open, head: Head, value: str, number: int) -> None:
    tags = [tag for part in parts(value, ",") if (tag := one_line(part))]
    known = dict.fromkeys([*opened.card.tags, *tags])
    opened.card.tags = [tag for tag in known if tag.lower() not in TAGS_OF_EVERYONE]


def read_uid(opened: Open, head: Head, value: str, number: int) -> None:
    if head.name == "UID" or not opened.card.uid:
        opened.card.uid = text(value).removeprefix("urn:uuid:") or opened.card.uid


def read_kind(opened: Open, head: Head, value: str, number: int) -> None:
    opened.kind = text(value).lower()


def read_shown_as(opened: Open, head: Head, value: str, number: int) -> None:
    if text(value).upper() == "COMPANY":
        opened.kind = "org"


def read_label(opened: Open, head: Head, value: str, number: int) -> None:
    """Apple's own labels come as _$!<HomePage>!$_."""
    label = one_line(value).removeprefix("_$!<").removesuffix(">!$_").lower()
    opened.labels[head.group] = label


def read_connected_on(opened: Open, head: Head, value: str, number: int) -> None:
    """Ours alone: an export of Passo keeps since when two are connected."""
    with suppress(ValueError):
        opened.card.connected_on = date.fromisoformat(text(value))


def read_maker(opened: Open, head: Head, value: str, number: int) -> None:
    opened.card.is_told_apart = OURS in value


def not_understood(opened: Open, head: Head, value: str, number: int) -> Problem | None:
    """Told once for lines that follow one another."""
    before, opened.strange = opened.strange, number
    told = before and number - before <= 1
    return None if told else Problem(number, NOT_A_LINE, what=value[:SHOWN])


def _strange(number: int, sentence: str, value: str) -> Problem | None:
    """Nothing, where nothing was written."""
    value = one_line(value)[:SHOWN]
    return Problem(number, sentence, {"value": value}, value) if value else None


Reading = Callable[[Open, Head, str, int], Problem | None]

READINGS: dict[str, Reading] = {
    "FN": read_name,
    "N": read_parts_of_name,
    "NICKNAME": read_nickname,
    "ORG": read_organisation,
    "X-DEPARTMENT": read_unit,
    "TITLE": read_title,
    "ROLE": read_title,
    "EMAIL": read_mail,
    "TEL": read_phone,
    "ADR": read_place,
    "URL": read_web,
    "X-SOCIALPROFILE": read_profile,
    "SOCIALPROFILE": read_profile,
    "BDAY": read_birthday,
    "NOTE": read_note,
    "CATEGORIES": read_tags,
    "UID": read_uid,
    "X-ABUID": read_uid,
    "KIND": read_kind,
    "X-ADDRESSBOOKSERVER-KIND": read_kind,
    "X-ABSHOWAS": read_shown_as,
    "X-ABLABEL": read_label,
    "X-PASSO-CONNECTED-ON": read_connected_on,
    "PRODID": read_maker,
}
