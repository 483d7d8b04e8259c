"""What a mail says is read while its words are here: questions, promises, thanks … Then they go."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from passo.engine.signals import Signal as Said
from passo.engine.signals import read_signals
from passo.engine.signals.shapes import COMPLAINT, PROMISE, QUESTION
from passo.lib.db.bulk import insert
from passo.people.bringing_in.work import Work
from passo.people.models import Signal, Touch
from passo.people.signals import SMALL
from passo.readers.mail.words import tidy
from passo.readers.records import Message

COLUMNS = (
    "business_id",
    "touch_id",
    "kind",
    "is_ours",
    "at",
    "on",
    "quote",
    "certainty",
    "deed",
    "address",
)
KIND = COLUMNS.index("kind")
COUNTED = {QUESTION: "questions", PROMISE: "promises"}
MACHINES = frozenset(("automatic", "bounce"))
TO_SOMEBODY = frozenset((QUESTION, COMPLAINT))
ESSAY = 4_000  # letters; whoever begins a talk with more asks their readers


def keep_signals(work: Work, mails: Iterable[tuple[Touch, Message]]) -> None:
    """In a round of more than a few nobody speaks to somebody."""
    rows = [
        row_of(work, touch.pk, touch.at, said)
        for touch, message in mails
        if touch.size <= SMALL
        for said in words_of(work, message)
    ]
    insert(Signal, COLUMNS, rows)
    for row in rows:
        if row[KIND] in COUNTED:
            work.counts[COUNTED[row[KIND]]] += 1


def without_signals(work: Work, known: Mapping[str, Touch]) -> dict[str, Touch]:
    """Those that came in before anybody read what they say, or that say nothing."""
    numbers = [touch.pk for touch in known.values()]
    signals = Signal.objects.filter(business=work.business, touch__in=numbers, address="")
    read = set(signals.values_list("touch", flat=True))
    return {key: touch for key, touch in known.items() if touch.pk not in read}


def words_of(work: Work, message: Message) -> tuple[Said, ...]:
    if message.sender is None or message.sent_at is None:
        return ()
    said = read_signals(
        message.own_text,
        sent_on=message.sent_at.astimezone(work.zone).date(),
        is_ours=work.is_our_house(message.sender.address),
        language=work.business.language,
        impersonal=impersonal(work, message),
    )
    if is_for_others(work, message) or is_essay(message):
        return tuple(one for one in said if one.is_ours or one.kind not in TO_SOMEBODY)
    return said


def is_for_others(work: Work, message: Message) -> bool:
    """Whoever gets a copy is told, and not asked."""
    to, cc = ([one.address for one in some] for some in (message.to, message.cc))
    return bool(to) and not any(map(work.is_our_house, to)) and any(map(work.is_our_house, cc))


def is_essay(message: Message) -> bool:
    return len(message.own_text) > ESSAY and not message.in_reply_to


def impersonal(work: Work, message: Message) -> str:
    """Whom the owner calls a person speaks as one; only what a machine wrote stays a machine's."""
    if message.impersonal in MACHINES or message.sender is None:
        return message.impersonal
    is_person = work.verdicts.get(message.sender.address) == "person"
    return "" if is_person else message.impersonal


def row_of(work: Work, touch: int, at: datetime, said: Said, address: str = "") -> tuple[Any, ...]:
    return (
        work.business.pk,
        touch,
        said.kind,
        said.is_ours,
        at,
        said.day,
        tidy(said.quote),  # however its mail program broke the line, and whatever it hid
        said.certainty,
        said.deed,
        address,
    )
