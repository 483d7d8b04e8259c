"""What every reader gives: one plain record for each contact, message or appointment.

A reader is a generator over a binary stream. It yields records and, among them, a `Problem` for
each place it could not understand, and it goes on. It holds one record at a time, whatever the
size of the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple


def _(sentence: str) -> str:
    """Marks a sentence for translation; whoever shows it translates it."""
    return sentence


@dataclass(frozen=True, slots=True)
class Problem:
    """A place in a file that was not understood, and why, in a sentence for its owner.

    `sentence` is English with `%(name)s` places; `values` fills them. `line` counts from 1; for
    a format without lines it is the number of the record. `what` shows what was read there.
    """

    line: int
    sentence: str
    values: Mapping[str, Any] = field(default_factory=dict)
    what: str = ""

    def __str__(self) -> str:
        return self.sentence % self.values


class Said(NamedTuple):
    """A mail address, phone or web address as the source writes it, and what it calls it."""

    value: str
    label: str = ""  # home, work, mobile, fax …; small letters, as the source says


class Place(NamedTuple):
    """A postal address."""

    street: str = ""
    city: str = ""
    region: str = ""
    code: str = ""
    country: str = ""
    label: str = ""


@dataclass(slots=True)
class Card:
    """One contact: a person, or an organisation where `is_organisation`."""

    line: int  # where it begins, from 1; for tables the row
    uid: str = ""  # the source's own lasting name for it, if it has one
    name: str = ""  # as written; empty where the source has only parts
    given: str = ""
    additional: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    organisation: str = ""
    unit: str = ""
    title: str = ""
    mails: list[Said] = field(default_factory=list)
    phones: list[Said] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    webs: list[Said] = field(default_factory=list)
    birthday: str = ""  # as much as is known: 1980-04-12, --04-12, 1980-04 or 1980
    note: str = ""
    tags: list[str] = field(default_factory=list)
    is_organisation: bool = False
    connected_on: date | None = None
    # Which record of its file it is, from 1; says nothing of whom the card is about
    number: int = field(default=0, compare=False)
    # Passo wrote this file: whom its cards are about was told apart before
    is_told_apart: bool = field(default=False, compare=False)


class Mailbox(NamedTuple):
    """Someone in the head of a message."""

    name: str
    address: str  # small letters


@dataclass(slots=True)
class Message:
    """One mail: who, when, what about. `own_text` is what its sender wrote, and is not stored."""

    line: int  # the number of the message in its file, from 1
    message_id: str = ""  # without <>; where a mail has none, made from what it holds
    sent_at: datetime | None = None  # aware
    subject: str = ""
    sender: Mailbox | None = None
    to: list[Mailbox] = field(default_factory=list)
    cc: list[Mailbox] = field(default_factory=list)
    reply_to: list[Mailbox] = field(default_factory=list)
    people: int = 0  # how many recipients it had; `to` and `cc` keep the first 100
    in_reply_to: str = ""
    references: list[str] = field(default_factory=list)
    # "" for mail that a person wrote; else newsletter, list, automatic, bounce or spam
    impersonal: str = ""
    # Why, in an English sentence for its owner
    impersonal_because: str = ""
    is_draft: bool = False
    own_text: str = ""
    folder: str = ""  # the mailbox folder or labels, where the source says
    is_sent: bool = False  # it lay in a folder of sent mail, so its sender is the owner
    ends_at: int = 0  # the byte where the next message begins; 0 where there is no such place


class Attendee(NamedTuple):
    name: str
    address: str  # small letters; empty where the source has none
    answer: str = ""  # accepted, declined, tentative or ""
    kind: str = "individual"  # individual, group, resource, room


@dataclass(slots=True)
class Appointment:
    """One appointment at one time; a repeating one comes once for each time in the window."""

    line: int  # the number of the event in its file, from 1
    uid: str = ""
    occurrence: str = ""  # which of a repeating one, as a stable text; else empty
    starts_at: datetime | None = None  # aware
    ends_at: datetime | None = None
    is_all_day: bool = False
    title: str = ""
    location: str = ""
    note: str = ""
    organizer: Attendee | None = None
    attendees: list[Attendee] = field(default_factory=list)
    is_cancelled: bool = False
    is_private: bool = False
    is_repeating: bool = False
    is_free: bool = False  # stands in the calendar without taking the owner's time
    people: int = 0  # how many attendees it had; `attendees` keeps the first 100


@dataclass(slots=True)
class Exported:
    """A record of Passo's own export; `values` has the fields that `passo_json` names for it."""

    line: int
    record: str  # person, organisation, touch, tie, pair, own_address, free_mail_domain, left_out
    values: dict[str, Any] = field(default_factory=dict)


Record = Card | Message | Appointment | Exported
