"""What is new in an account, by the kind of its server: each batch is kept with its cursor."""

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.utils import timezone

from passo.lib.remote import dav, imap
from passo.lib.remote.answers import Fetched
from passo.people.bringing_in import beginning
from passo.people.bringing_in.reading import Read
from passo.people.live.calendars import read_calendar_address, read_calendars
from passo.people.live.gathering import NOT_HANDED_OUT, gathered
from passo.people.live.looking import Look
from passo.people.live.places import Folder, collection_of, folders_of, server_of, site_of
from passo.readers.mail import read_message
from passo.readers.records import Card, Message, Problem, _
from passo.readers.vcard import read_vcards

IN_A_TURN = 10  # batches of one mail folder, then the next: the newest of each comes first
CARDS_AT_ONCE = 500
OFTEN = 3  # mails of a hundred: who sends that many from the folder of sent mail is its owner
NOT_HANDED_OUT_BECAUSE = _("The server did not hand out this mail. It said: “%(text)s”")


def read_mailbox(look: Look) -> None:
    """Round by round, so that a large folder does not keep the others waiting."""
    waiting = folders_of(look.account)
    with imap.mailbox(server_of(look.account)) as mailbox:
        while waiting and not look.is_time_up():
            waiting = [folder for folder in waiting if read_some_mail(look, mailbox, folder)]
    look.more = bool(waiting)


def read_some_mail(look: Look, mailbox: imap.Mailbox, folder: Folder) -> bool:
    """Whether there is more in this folder."""
    batch = None
    with look.going_past():
        batches = mailbox.batches(folder["name"], look.place(folder).get("state"))
        for batch in islice(batches, IN_A_TURN):
            keep_mail(look, folder, batch)
            if look.is_time_up():
                break
    return bool(batch and batch.left)


def keep_mail(look: Look, folder: Folder, batch: imap.Batch) -> None:
    read = [read_mail(one, folder) for one in batch.messages if "\\Deleted" not in one.flags]
    learn_own(look, folder, read)
    place = look.place(folder)
    is_same = place and place["state"]["uidvalidity"] == batch.state["uidvalidity"]
    before = place["count"] if is_same else 0
    if is_same:
        count_on(look, read)
    count = before + len(batch.messages)
    with transaction.atomic():
        look.keep([Read(one, folder["title"]) for one in read], newest_of(read))
        look.go_on_from(folder, state=batch.state, count=count, left=batch.left)
    look.tell()


def count_on(look: Look, read: Iterable[Message | Problem]) -> None:
    """These mails are new, so whoever was left out before was so once more."""
    counted = look.work.mails_left_out
    senders = {one.sender.address for one in read if isinstance(one, Message) and one.sender}
    known = look.work.business.left_out.filter(address__in=senders - counted.keys())
    counted.update(dict(known.values_list("address", "messages")))


def read_mail(fetched: Fetched, folder: Folder) -> Message | Problem:
    if fetched.refused:
        return Problem(fetched.uid, NOT_HANDED_OUT_BECAUSE, {"text": fetched.refused[:150]})
    message = read_message(fetched.content, fetched.uid, folder["title"])
    if isinstance(message, Message):
        message.is_draft = message.is_draft or "\\Draft" in fetched.flags
        message.is_sent = message.is_sent or folder["use"] == "sent"
    return message


def newest_of(read: Iterable[Message | Problem]) -> datetime | None:
    """A mail that says it is from tomorrow is not the newest for ever."""
    now = timezone.now()
    dates = (one.sent_at for one in read if isinstance(one, Message) and one.sent_at)
    return max((date for date in dates if date <= now), default=None)


def learn_own(look: Look, folder: Folder, read: Iterable[Message | Problem]) -> None:
    """Whoever writes what lies in the folder of sent mail is one of us, by whatever address."""
    if folder["use"] != "sent":
        return
    sent = (one.sender for one in read if isinstance(one, Message) and one.sender)
    counted = Counter(sender.address for sender in sent)
    often = {one for one, count in counted.items() if count >= OFTEN} - look.work.own
    if often:
        beginning.say_own(look.work.business, sorted(often))
        del look.work.own


def read_address_books(look: Look) -> None:
    for folder in folders_of(look.account):
        with look.going_past():
            read_address_book(look, folder)
        if look.more:
            return


def read_address_book(look: Look, folder: Folder) -> None:
    news = dav.changes(
        site_of(look.account),
        collection_of(look.account, folder),
        look.place(folder).get("state"),
    )
    for some in gathered(news, CARDS_AT_ONCE):
        keep_cards(look, folder, some)
        if look.is_time_up() and some.left:
            look.more = True
            return


def keep_cards(look: Look, folder: Folder, batch: dav.Batch) -> None:
    """Whoever was taken out of the book stays a person: what we know is not lost by it."""
    reads = [Read(record, folder["title"]) for entry in batch.entries for record in cards_of(entry)]
    newest = timezone.now() if reads else None
    with transaction.atomic():
        look.keep(reads, newest)
        count = len(batch.state["etags"])
        look.go_on_from(folder, state=batch.state, count=count, left=batch.left)
    look.tell()


def cards_of(entry: dav.Entry) -> Iterator[Card | Problem]:
    if entry.refused:
        return iter([Problem(0, NOT_HANDED_OUT, what=entry.href[:200])])
    return read_vcards(io.BytesIO(entry.body))


READERS: dict[str, Callable[[Look], None]] = {
    "imap": read_mailbox,
    "carddav": read_address_books,
    "caldav": read_calendars,
    "ics": read_calendar_address,
}
