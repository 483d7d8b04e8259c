"""A file lies here: what it is, what the owner should be asked, and the start of reading it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from passo.businesses.models import Business, User
from passo.lib.queue import later
from passo.lib.refusal import Refusal
from passo.people.bringing_in.looking import first_look, look_into_table
from passo.people.bringing_in.receiving import place_of, plain_name
from passo.people.models import Import, OwnAddress, TableMapping
from passo.people.models.source import State
from passo.readers import tables
from passo.readers.mail import read_archive, read_mbox
from passo.readers.records import Message, Problem
from passo.readers.sniffing import kind_of

HEAD = 64 * 1024  # bytes that tell what a file is
FIRST_LINE = 1
LOOKED_AT = 400  # mails that tell whose mailbox it is
READ_FOR_IT = 64 * 2**20  # bytes of them, at most
FREQUENT = 0.5  # share of the mails that the owner's own address takes part in
# Contacts first: then mails and appointments meet people who have names already.
ORDER = ("vcard", "table", "workbook", "json", "mbox", "eml", "zip", "calendar")
EMPTY = gettext_noop("This file is empty.")
UNKNOWN = gettext_noop("%(name)s is no contacts, mailbox or calendar that Passo can read.")


def begin(business: Business, path: Path, name: str, *, by: User | None) -> Import:
    """A file in the business's folder that must be one we can read."""
    kind = "zip" if path.is_dir() else sniffed(path, name)
    if not kind:
        raise Refusal(_(UNKNOWN) % {"name": name})
    made = business.imports.create(
        kind=kind,
        name=plain_name(name),
        file=path.name,
        bytes=path.stat().st_size,
        state=State.ASKING,
    )
    use_known_columns(made, path)
    return made


def receive(business: Business, path: Path, name: str) -> Import:
    """It came whole, with a form."""
    made = business.imports.create(name=plain_name(name), file=path.name, bytes=path.stat().st_size)
    look_at(made)
    return made


def look_at(brought_by: Import) -> None:
    """All of it is here: say what it is, and show its first records. Nothing is refused."""
    path = place_of(brought_by)
    brought_by.bytes = path.stat().st_size
    brought_by.kind = sniffed(path, brought_by.name) if brought_by.bytes else ""
    brought_by.sentence = "" if brought_by.kind else UNKNOWN if brought_by.bytes else EMPTY
    brought_by.state = State.ASKING
    use_known_columns(brought_by, path)
    look_again(brought_by)


def look_again(brought_by: Import, **options: Any) -> None:
    """With another encoding, sheet or meaning of its columns."""
    path = place_of(brought_by)
    brought_by.options = {**brought_by.options, **options}
    if brought_by.kind:
        seen = first_look(brought_by, path)
        own = brought_by.options.get("own")
        own = guess_own(brought_by.business, path, brought_by.kind) if own is None else own
        brought_by.options = {**brought_by.options, "seen": seen, "own": own}
    brought_by.save()


def sniffed(path: Path, name: str) -> str:
    with path.open("rb") as stream:
        return kind_of(stream.read(HEAD), name)


def use_known_columns(brought_by: Import, path: Path) -> None:
    """What the owner said of such a table before holds for this one."""
    if brought_by.kind not in {"table", "workbook"}:
        return
    for header in (None, FIRST_LINE):
        found = look_into_table(brought_by, path, header=header)
        mappings = brought_by.business.table_mappings
        known = mappings.filter(signature=found.signature).first() if found.header else None
        if known:
            wishes = {"mapping": known.mapping, "header": header}
            brought_by.options = {**brought_by.options, **wishes}
            brought_by.save(update_fields=["options"])
            return


def say_columns(brought_by: Import, found: tables.Preview, mapping: dict[str, str]) -> None:
    """Remembered by the headings; a table without any is like no other."""
    if found.header:
        TableMapping.objects.update_or_create(
            business=brought_by.business,
            signature=found.signature,
            defaults={"mapping": mapping},
        )
    look_again(brought_by, mapping=mapping, header=found.header)


def table_of(brought_by: Import, *, header: int | None) -> tables.Preview:
    """Read anew, for the page where its columns are explained."""
    found = look_into_table(brought_by, place_of(brought_by), header=header)
    known = brought_by.options.get("mapping")
    is_same = header is None or header == brought_by.options.get("header")
    return replace(found, mapping=known) if known and is_same else found


def is_ready(brought_by: Import) -> bool:
    """Its kind is known, and something in it was understood."""
    trouble = brought_by.options.get("seen", {}).get("trouble")
    return brought_by.state == State.ASKING and bool(brought_by.kind) and not trouble


def start_all(business: Business, *, by: User, keep_bodies: bool) -> list[Import]:
    """Everything that is ready, contacts first."""
    ready = [one for one in business.imports.filter(state=State.ASKING) if is_ready(one)]
    ready.sort(key=lambda one: (order_of(one.kind), one.pk))
    for one in ready:
        start(one, by=by, keep_bodies=keep_bodies)
    return ready


def order_of(kind: str) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def start(
    brought_by: Import, *, by: User | None = None, queue: bool = True, **options: Any
) -> None:
    """The owner has looked at it: read it, in the background unless the caller does so itself."""
    with transaction.atomic():
        if not take_up(brought_by, State.ASKING):
            return
        brought_by.options = {**brought_by.options, **options}
        brought_by.progress = brought_by.business.progresses.create(
            kind="import", title=brought_by.name[:120], total=brought_by.bytes >> 10 or None
        )
        brought_by.save(update_fields=["options", "progress"])
        brought_by._remember(by, "add", before={}, after=brought_by.snapshot())
        if queue:
            later("people.bring_in", brought_by.business_id, brought_by.pk)


def take_up(brought_by: Import, state: str) -> bool:
    """Two who press the same button begin it once."""
    taken = Import.objects.filter(pk=brought_by.pk, state=state).update(state=State.WAITING)
    brought_by.state = State.WAITING
    return bool(taken)


def let_it_go_on(brought_by: Import) -> None:
    """It stopped for want of room, or because its process was gone."""
    with transaction.atomic():
        if not take_up(brought_by, State.FAILED):
            raise Refusal(_("It is not standing still."))
        if brought_by.progress:
            brought_by.progress.state = "waiting"
            brought_by.progress.save()
        later("people.bring_in", brought_by.business_id, brought_by.pk)


def own_addresses(business: Business) -> list[str]:
    return list(business.own_addresses.order_by("address").values_list("address", flat=True))


def say_own(business: Business, addresses: list[str]) -> None:
    """These are ours."""
    OwnAddress.objects.bulk_create(
        (
            OwnAddress(business=business, address=address)
            for one in addresses
            if (address := one.strip().lower()[:254])
        ),
        ignore_conflicts=True,
    )


def guess_own(business: Business, path: Path, kind: str) -> list[str]:
    """The members' own addresses, and whoever nearly every mail is from or to."""
    members = business.memberships.values_list("user__email", flat=True)
    frequent = frequent_addresses(path, kind) if kind in {"mbox", "zip"} else ()
    return sorted({*members, *frequent} - {""})


def frequent_addresses(path: Path, kind: str) -> list[str]:
    """Who takes part in nearly every mail; but the two who write to each other are not one."""
    messages = [
        found
        for found in islice(mails_in(path, kind), LOOKED_AT)
        if isinstance(found, Message) and not found.impersonal
    ]
    sent = Counter(one.sender.address for one in messages if one.is_sent and one.sender)
    own = [address for address, _n in sent.most_common(1)]
    rounds = [everybody_in(message) for message in messages]
    received = Counter(one for message in messages for one in written_to(message))
    seen = Counter(one for round_ in rounds for one in round_)
    for address in sorted(seen, key=lambda one: (-seen[one], -received[one], one)):
        together = sum(address in round_ and not round_.isdisjoint(own) for round_ in rounds)
        is_often = seen[address] >= max(3, FREQUENT * len(messages))
        if is_often and together <= seen[address] * FREQUENT and address not in own:
            own.append(address)
    return sorted(own)


def written_to(message: Message) -> set[str]:
    return {one.address for one in (*message.to, *message.cc)}


def everybody_in(message: Message) -> set[str]:
    return written_to(message) | ({message.sender.address} if message.sender else set())


def mails_in(path: Path, kind: str) -> Iterator[Message | Problem]:
    if kind != "mbox":
        yield from read_archive(path)
        return
    with path.open("rb") as stream:
        for found in read_mbox(stream):
            yield found
            if stream.tell() > READ_FOR_IT:
                return
