"""Mails become touches; the addresses in them, people to be told or senders left out.

Of a mail Passo keeps who, when, what about and which way. Who it was is told afterwards
(`resolving.py`): an address that nobody has yet becomes a source that waits for its person.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from passo.lib.db.bulk import insert, next_ids
from passo.people.bringing_in.holding import hold
from passo.people.bringing_in.keeping_cards import insert_sources
from passo.people.bringing_in.keeping_machines import let_wait
from passo.people.bringing_in.keeping_signals import keep_signals, without_signals
from passo.people.bringing_in.left_out import leave_out, verdict_on
from passo.people.bringing_in.work import Work
from passo.people.cards import PlainCard, checksum, digest_of
from passo.people.models import Participation, Source, Touch
from passo.people.models.touch import Direction, Kind
from passo.readers.records import Mailbox, Message, Problem, _

# In a larger round only the two who wrote and were written to know each other.
SMALL_ROUND = 25
TOUCH = (
    "id",
    "business_id",
    "brought_by_id",
    "kind",
    "at",
    "direction",
    "subject",
    "text",
    "minutes",
    "size",
    "key",
    "outer_id",
    "thread",
)
KNOWN = ("key", "at", "size", "brought_by", "also")
PART = ("business_id", "touch_id", "person_id", "address", "at", "kind", "direction", "size")
Part = tuple[int, int, int | None, str, datetime, str, str, int]
NO_DATE = _("This mail has no date that can be understood.")


def keep_mails(work: Work, messages: list[Message], file: str) -> None:
    meant = [message for message in messages if is_meant(work, message)]
    work.note((no_date(one) for one in meant if one.sent_at is None), file)
    dated = [message for message in meant if message.sent_at is not None]
    keyed = by_key(dated)
    known = known_among(work, keyed)
    hold(work, known.values())
    fresh = {key: message for key, message in keyed.items() if key not in known}
    work.counts["touches_unchanged"] += len(dated) - len(fresh)
    rounds = {key: list(round_of(work, message)) for key, message in fresh.items()}
    touches = {
        key: touch_of(work, key, fresh[key], len(rounds[key])) for key in fresh if rounds[key]
    }
    write_touches(touches.values())
    work.counts["touches_new"] += len(touches)
    parts = [part for key in touches for part in parts_of(work, touches[key], rounds[key])]
    insert(Participation, PART, parts)
    said = {**touches, **without_signals(work, known)}
    keep_signals(work, ((touch, keyed[key]) for key, touch in said.items()))
    let_wait(work, messages)
    remember_addresses(
        work,
        (
            Met(mailbox, fresh[key].line, fresh[key].message_id)
            for key in touches
            for mailbox, _way in rounds[key]
        ),
        file,
    )


def write_touches(touches: Collection[Touch]) -> None:
    """They get their numbers, so that who took part can point at them."""
    for touch, number in zip(touches, next_ids(Touch, len(touches)), strict=True):
        touch.pk = number
    insert(Touch, TOUCH, ([getattr(touch, name) for name in TOUCH] for touch in touches))


def is_meant(work: Work, message: Message) -> bool:
    """Drafts were never sent. What a machine wrote is no touch, whoever it names."""
    if message.is_draft or message.sender is None:
        return False
    if work.is_our_house(message.sender.address):
        return True
    verdict = verdict_on(work, message.sender.address, message)
    if verdict.is_left_out:
        leave_out(work, message.sender, verdict, message.sent_at)
    return not verdict.is_left_out


def no_date(message: Message) -> Problem:
    return Problem(message.line, NO_DATE, what=message.subject[:200])


def by_key(messages: Iterable[Message]) -> dict[str, Message]:
    """The first of each, in their order."""
    found: dict[str, Message] = {}
    for message in messages:
        found.setdefault(checksum("mail", message.message_id), message)
    return found


def known_among(work: Work, keys: Iterable[str]) -> dict[str, Touch]:
    known = Touch.objects.filter(business=work.business, key__in=list(keys))
    return {touch.key: touch for touch in known.only(*KNOWN)}


def round_of(work: Work, message: Message) -> Iterator[tuple[Mailbox, Direction]]:
    """Who took part beside us, and which way it went for each."""
    sender = message.sender
    if sender is None:
        return
    ours = work.is_our_house(sender.address)
    seen = set(work.own)
    if not ours:
        seen.add(sender.address)
        yield sender, Direction.IN
    if message.people > SMALL_ROUND:
        return
    for mailbox in (*message.to, *message.cc):
        if mailbox.address not in seen and not work.is_our_house(mailbox.address):
            seen.add(mailbox.address)
            verdict = verdict_on(work, mailbox.address)
            if not verdict.is_left_out:
                yield mailbox, Direction.OUT if ours else Direction.BOTH
            else:
                leave_out(work, mailbox, verdict, message.sent_at)


def touch_of(work: Work, key: str, message: Message, others: int) -> Touch:
    if message.sent_at is None:
        raise ValueError("a mail without a date is no touch")
    sender = message.sender.address if message.sender else ""
    return Touch(
        business_id=work.business.pk,
        brought_by_id=work.brought_by.pk,
        kind=Kind.MAIL,
        at=message.sent_at,
        direction=Direction.OUT if work.is_our_house(sender) else Direction.IN,
        subject=message.subject[:300],
        text=message.own_text if work.brought_by.options.get("keep_bodies") else "",
        size=max(others, message.people) + 1,
        key=key,
        outer_id=message.message_id[:400],
        thread=checksum("thread", thread_of(message)),
    )


def thread_of(message: Message) -> str:
    """The mail that a conversation began with."""
    return next(iter(message.references), "") or message.in_reply_to or message.message_id


def parts_of(
    work: Work, touch: Touch, others: Iterable[tuple[Mailbox, Direction]]
) -> Iterator[Part]:
    for mailbox, direction in others:
        person = work.people_by_mail.get(mailbox.address)
        yield part_of(touch, person, mailbox.address, direction)


def part_of(touch: Touch, person: int | None, address: str, direction: Direction) -> Part:
    return (
        touch.business_id,
        touch.pk,
        person,
        address,
        touch.at,
        touch.kind,
        direction,
        touch.size,
    )


class Met(NamedTuple):
    """Somebody, and the mail or appointment in which they were met: its number and its name."""

    mailbox: Mailbox
    line: int
    outer_id: str


def remember_addresses(work: Work, found: Iterable[Met], file: str) -> None:
    """An address that nobody has waits as a source; the first name that is more than it counts."""
    fresh: dict[str, Met] = {}
    names: dict[str, str] = {}
    for met in found:
        name, address = met.mailbox
        if address not in work.people_by_mail:
            fresh.setdefault(address, met)
            names[address] = names.get(address) or name
    insert_sources(address_source(work, fresh[one], names[one], file) for one in fresh)
    for address in fresh:
        work.people_by_mail[address] = None


def address_source(work: Work, met: Met, name: str, file: str) -> Source:
    address = met.mailbox.address
    card: PlainCard = {"mails": [[address, address, ""]], "from_mail": True}
    if name and "@" not in name:
        card["name"] = name[:200]
    return Source(
        business_id=work.business.pk,
        brought_by_id=work.brought_by.pk,
        key=checksum("mail", address),
        digest=digest_of(card),
        file=file[:200],
        line=min(met.line, 2**31 - 1),
        outer_id=met.outer_id[:400],
        card=card,
    )
