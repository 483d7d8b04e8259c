"""What machines answer to our mails: somebody is away, is gone, or cannot be reached.

Nobody wrote, so it is no touch. It hangs on the mail of ours that it answers, and names the
address of which it speaks. It may stand in the file before that mail, so it waits in the cursor
until all is read. What answers no mail that we know of is forgotten: it is not known who it was.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from passo.engine.signals import Signal as Said
from passo.engine.signals.shapes import BOUNCE
from passo.lib.db.bulk import insert
from passo.people.addresses import MAIL
from passo.people.bringing_in.keeping_signals import COLUMNS, MACHINES, row_of, words_of
from passo.people.bringing_in.left_out import verdict_on
from passo.people.bringing_in.work import Work
from passo.people.cards import checksum
from passo.people.models import Participation, Signal
from passo.people.models.touch import Direction, Kind
from passo.readers.records import Message

MOST_WAITING = 500  # the newest: who was away years ago says nothing
MOST_NAMED = 5  # addresses in one report
TRIED_FOR = timedelta(days=7)  # a mail server gives up after five days at the latest
NOT_YET = re.compile(r"delay|verzöger|ritard|retras", re.IGNORECASE)  # it goes on trying
Waiting = dict[str, Any]  # as JSON has it


def let_wait(work: Work, messages: Iterable[Message]) -> None:
    fresh = [
        one for message in messages if is_an_answer(work, message) for one in told_in(work, message)
    ]
    if fresh:
        waiting = [*work.brought_by.cursor.get("machines", ()), *fresh]
        waiting.sort(key=lambda one: str(one["at"]))
        work.brought_by.cursor["machines"] = waiting[-MOST_WAITING:]


def is_an_answer(work: Work, message: Message) -> bool:
    """By a machine, for good, and not of somebody whom the owner calls a person all the same."""
    sender = message.sender
    if message.impersonal not in MACHINES or message.is_draft or not message.sent_at:
        return False
    if sender is None or work.is_our_house(sender.address):
        return False
    is_touch = work.verdicts.get(sender.address) == "person"
    return not is_touch and not NOT_YET.search(message.subject)


def told_in(work: Work, message: Message) -> Iterator[Waiting]:
    is_report = message.impersonal == "bounce"
    for said in words_of(work, message):
        if said.kind == BOUNCE or not is_report:
            yield {
                "at": message.sent_at.isoformat() if message.sent_at else "",
                "answers": answered_by(message),
                "addresses": addresses_in(work, message, said),
                "said": [said.kind, said.day and said.day.isoformat(), said.quote, said.certainty],
            }


def answered_by(message: Message) -> list[str]:
    """The newest it names first."""
    names = dict.fromkeys(filter(None, (message.in_reply_to, *reversed(message.references))))
    return [checksum("mail", name) for name in islice(names, MOST_NAMED)]


def addresses_in(work: Work, message: Message, said: Said) -> list[str]:
    """A report names whom it could not reach; whoever is away or gone writes from there."""
    sender = message.sender.address if message.sender else ""
    if said.kind != BOUNCE:
        return [sender]
    named = dict.fromkeys(one[0].lower() for one in MAIL.finditer(message.own_text))
    others = [one for one in named if one != sender and not work.is_our_house(one)]
    return others[:MOST_NAMED] or [sender]


def hang(work: Work) -> None:
    """On our mails, now that all are in. The same once more adds nothing."""
    waiting = work.brought_by.cursor.pop("machines", ())
    rows = [row for one in waiting for row in rows_of(work, one)]
    insert(Signal, COLUMNS, rows, ignore_conflicts=True)


def rows_of(work: Work, one: Waiting) -> Iterator[tuple[Any, ...]]:
    at = datetime.fromisoformat(one["at"])
    kind, day, quote, certainty = one["said"]
    said = Said(kind, False, date.fromisoformat(day) if day else None, quote, certainty, 0, 0)
    for address in one["addresses"]:
        if verdict_on(work, address).is_left_out:
            continue
        if touch := answered(work, address, at, one["answers"]):
            yield row_of(work, touch, at, said, address)


def answered(work: Work, address: str, at: datetime, keys: list[str]) -> int | None:
    """The mail that is named, else the last one that went there shortly before."""
    points = work.business.contact_points.filter(kind="mail", value=address)
    whose = list(points.exclude(person=None).values_list("person", flat=True)[:MOST_NAMED])
    ours = Participation.objects.filter(
        business=work.business, address=address, direction=Direction.OUT, kind=Kind.MAIL
    )
    theirs = ours.filter(person__in=whose) if whose else ours.filter(person=None)
    named = theirs.filter(touch__key__in=keys) if keys else theirs.none()
    near = theirs.filter(at__gt=at - TRIED_FOR, at__lte=at)
    found = named.order_by("-at").first() or near.order_by("-at").first()
    return found.touch_id if found else None
