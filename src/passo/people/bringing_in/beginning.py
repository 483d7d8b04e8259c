"""The first look at a file: what it is, what it holds, and what the owner should be asked."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from passo.businesses.models import Business, User
from passo.lib.queue import later
from passo.lib.refusal import Refusal
from passo.people.models import Import, OwnAddress
from passo.people.models.source import State
from passo.readers.mail import read_archive, read_mbox
from passo.readers.records import Message, Problem
from passo.readers.sniffing import kind_of

HEAD = 64 * 1024  # bytes that tell what a file is
LOOKED_AT = 400  # mails that tell whose mailbox it is
FREQUENT = 0.5  # share of the mails that the owner's own address takes part in


def begin(business: Business, path: Path, name: str, *, by: User | None) -> Import:
    """A file lies in the business's folder: look at it and say what is to be asked."""
    kind = "zip" if path.is_dir() else sniffed(path, name)
    if not kind:
        raise Refusal(
            _("%(name)s is no contacts, mailbox or calendar that Passo can read.") % {"name": name}
        )
    return Import.add(
        by=by,
        business=business,
        kind=kind,
        name=name[:200],
        file=path.name,
        bytes=path.stat().st_size,
        state=State.ASKING,
    )


def sniffed(path: Path, name: str) -> str:
    with path.open("rb") as stream:
        return kind_of(stream.read(HEAD), name)


def start(brought_by: Import, *, queue: bool = True, **options: Any) -> None:
    """The owner has looked at it: read it, in the background unless the caller does so itself."""
    business = brought_by.business
    with transaction.atomic():
        brought_by.options = {**brought_by.options, **options}
        brought_by.state = State.WAITING
        brought_by.progress = business.progresses.create(
            kind="import", title=brought_by.name[:120], total=brought_by.bytes or None
        )
        brought_by.save(update_fields=["options", "state", "progress"])
        if queue:
            later("people.bring_in", business.pk, brought_by.pk)


def own_addresses(business: Business) -> list[str]:
    return list(business.own_addresses.order_by("address").values_list("address", flat=True))


def say_own(business: Business, addresses: list[str]) -> None:
    """These are ours."""
    OwnAddress.objects.bulk_create(
        (OwnAddress(business=business, address=one.strip().lower()[:254]) for one in addresses),
        ignore_conflicts=True,
    )


def guess_own(business: Business, path: Path, kind: str) -> list[str]:
    """The members' own addresses, and whoever nearly every mail is from or to."""
    members = business.memberships.values_list("user__email", flat=True)
    frequent = frequent_addresses(path, kind) if kind in {"mbox", "zip"} else ()
    return sorted({*members, *frequent} - {""})


def frequent_addresses(path: Path, kind: str) -> list[str]:
    messages = [
        found
        for found in islice(mails_in(path, kind), LOOKED_AT)
        if isinstance(found, Message) and not found.impersonal
    ]
    sent = [message.sender.address for message in messages if message.is_sent and message.sender]
    seen: Counter[str] = Counter()
    for message in messages:
        senders = [message.sender] if message.sender else []
        seen.update({one.address for one in (*senders, *message.to, *message.cc)})
    often = [one for one, count in seen.items() if count >= max(3, FREQUENT * len(messages))]
    return sorted({*often, *(address for address, _n in Counter(sent).most_common(1))})


def mails_in(path: Path, kind: str) -> Iterator[Message | Problem]:
    if kind != "mbox":
        yield from read_archive(path)
        return
    with path.open("rb") as stream:
        yield from read_mbox(stream)
