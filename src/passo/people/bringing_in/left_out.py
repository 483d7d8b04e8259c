"""Who did not become a person, and why; the owner may say otherwise."""

from datetime import datetime
from typing import NamedTuple

from passo.people.bringing_in.work import Work
from passo.people.models import LeftOut
from passo.readers.mail import is_impersonal_address
from passo.readers.records import Mailbox, Message, _

SAID_NO = _("You said that this is not a person.")
ERASED = _("You erased this person.")


class Verdict(NamedTuple):
    """Why somebody is left out; without a reason they are a person."""

    because: str = ""

    @property
    def is_left_out(self) -> bool:
        return bool(self.because)


def verdict_on(work: Work, address: str, message: Message | None = None) -> Verdict:
    """The owner's word first, then what the mail says of itself, then what the address says."""
    if work.was_erased([("mail", address)]):
        return Verdict(ERASED)
    said = work.verdicts.get(address)
    if said == "person":
        return Verdict()
    if said == "no":
        return Verdict(SAID_NO)
    if message is not None and message.impersonal:
        return Verdict(message.impersonal_because)
    return Verdict(is_impersonal_address(address))


def leave_out(work: Work, mailbox: Mailbox, verdict: Verdict, at: datetime | None) -> None:
    """Counted in memory; `write_left_out` puts it down with the batch. Of the erased, a number."""
    if verdict.because == ERASED:
        work.counts["erased"] += 1
        return
    work.counts["left_out"] += 1
    work.mails_left_out[mailbox.address] += 1
    before = work.leaving_out.get(mailbox.address)
    work.leaving_out[mailbox.address] = LeftOut(
        business=work.business,
        address=mailbox.address[:254],
        name=(before.name if before else "") or mailbox.name[:200],
        because=verdict.because,
        messages=work.mails_left_out[mailbox.address],
        last_at=max(filter(None, (at, before.last_at if before else None)), default=None),
    )


def write_left_out(work: Work) -> None:
    """The most that one import counted: the same mailbox twice counts the same."""
    waiting, work.leaving_out = work.leaving_out, {}
    known = LeftOut.objects.filter(business=work.business, address__in=list(waiting))
    before = {row.address: row for row in known}
    for address, row in before.items():
        now = waiting.pop(address)
        row.messages = max(row.messages, now.messages)
        row.last_at = max(filter(None, (row.last_at, now.last_at)), default=None)
        row.name = row.name or now.name
    LeftOut.objects.bulk_update(before.values(), ["messages", "last_at", "name"])
    LeftOut.objects.bulk_create(waiting.values(), ignore_conflicts=True)
