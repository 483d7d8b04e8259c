"""Calendars that live elsewhere: what is new, moved, cancelled or no longer there.

Series are told for some years ahead. Once a year all is read again, so that what is endless goes
on; until then only what changed over there is asked for.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from django.db import transaction
from django.utils import timezone

from passo.lib.remote import address, dav
from passo.people import ties
from passo.people.bringing_in import keeping_appointments
from passo.people.bringing_in.carrying_on import in_batches
from passo.people.bringing_in.reading import Read, appointments_around, last_day
from passo.people.live import turns
from passo.people.live.gathering import NOT_HANDED_OUT, gathered
from passo.people.live.looking import Look
from passo.people.live.places import (
    Folder,
    calendar_address_of,
    collection_of,
    folders_of,
    site_of,
)
from passo.people.models import Touch
from passo.readers.records import Appointment, Problem

ENTRIES_AT_ONCE = 100
YEAR = timedelta(days=365)
# Such calendars leave out what is long over by themselves: it took place all the same.
STILL_TOLD = timedelta(days=7)


class Told:
    """What a calendar says now: which appointments, by their UIDs and keys."""

    def __init__(self, look: Look, folder: Folder) -> None:
        self.title = folder["title"]
        self.zone = look.work.business.time_zone
        self.today = ties.today_of(look.work.business)
        self.uids: set[str] = set()
        self.keys: set[str] = set()

    def read(self, stream: Any) -> Iterator[Read]:
        for found in appointments_around(self.today, stream, self.zone):
            if isinstance(found, Appointment):
                self.uids.add(found.uid[:400])
                self.keys.add(keeping_appointments.key_of(found))
            yield Read(found, self.title)


def read_calendars(look: Look) -> None:
    for folder in folders_of(look.account):
        with look.going_past():
            read_calendar(look, folder)
        if look.more:
            return


def read_calendar(look: Look, folder: Folder) -> None:
    account = look.account
    state, until = beginning(look.place(folder), ties.today_of(look.work.business))
    is_first = state is None
    news = dav.changes(site_of(account), collection_of(account, folder), state)
    for some in gathered(news, ENTRIES_AT_ONCE):
        keep_entries(look, folder, some, until=until, is_first=is_first)
        if look.is_time_up() and some.left:
            look.more = True
            return


def beginning(place: dict[str, Any], today: date) -> tuple[dav.State | None, str]:
    """From where we stand; or all once more, where the years ahead are running out."""
    state: dav.State | None = place.get("state")
    until = place.get("until", "")
    if state is None or until >= (today + YEAR).isoformat():
        return state, until or last_day(today).isoformat()
    return dav.State(token="", etags=dict.fromkeys(state["etags"], "")), last_day(today).isoformat()


def keep_entries(
    look: Look, folder: Folder, batch: dav.Batch, *, until: str, is_first: bool
) -> None:
    told = Told(look, folder)
    uids: dict[str, str] = dict(look.place(folder).get("uids", {}))
    before = {uid_at(entry.href, uids) for entry in batch.entries if not entry.refused}
    with transaction.atomic():
        for some in in_batches(read_entries(told, batch.entries, uids)):
            look.keep(some, newest_of(some))
        gone = {uids.pop(href, stem(href)) for href in batch.gone}
        gone -= still_there(look, folder, batch.state, uids) if gone else set()
        if not is_first:
            take_out(look, before | told.uids | gone, told.keys)
        etags = batch.state["etags"]
        look.go_on_from(
            folder, state=batch.state, count=len(etags), left=batch.left, until=until, uids=uids
        )
    look.tell()


def read_entries(told: Told, entries: Sequence[dav.Entry], uids: dict[str, str]) -> Iterator[Read]:
    """Each entry is one appointment or series; `uids` keeps what its address does not say."""
    for entry in entries:
        if entry.refused:
            yield Read(Problem(0, NOT_HANDED_OUT, what=entry.href[:200]), told.title)
            continue
        for read in told.read(io.BytesIO(entry.body)):
            if isinstance(read.record, Appointment) and read.record.uid != stem(entry.href):
                uids[entry.href] = read.record.uid[:400]
            yield read


def uid_at(href: str, uids: dict[str, str]) -> str:
    return uids.get(href, stem(href))


def stem(href: str) -> str:
    """Most servers and programs name the file by the UID."""
    path = unquote(urlsplit(href).path).replace("\0", "")
    return PurePosixPath(path).name.removesuffix(".ics")


def still_there(look: Look, here: Folder, state: dav.State, uids: dict[str, str]) -> set[str]:
    """The same appointment may stand in several calendars of an account, or under a new name."""
    places = {folder["name"]: look.place(folder) for folder in look.account.folders}
    places[here["name"]] = {"state": state, "uids": uids}
    return {
        uid_at(href, place.get("uids", {}))
        for place in places.values()
        for href in place.get("state", {}).get("etags", ())
    }


def take_out(look: Look, uids: Iterable[str], keys: set[str]) -> None:
    """Times of these appointments that are no longer told; what somebody wrote on stays."""
    told = plain_touches(look).filter(outer_id__in=[uid for uid in uids if uid])
    forget(look, [touch for touch in told if touch.key not in keys])


def plain_touches(look: Look) -> Any:
    brought = look.work.business.touches.filter(brought_by=look.account.brings)
    return brought.filter(text="", step="").only("pk", "key")


def forget(look: Look, touches: list[Touch]) -> None:
    keeping_appointments.forget(look.work, touches)


def newest_of(reads: Iterable[Read]) -> Any:
    """The last that has begun: a series goes on for years."""
    now = timezone.now()
    starts = (read.record.starts_at for read in reads if isinstance(read.record, Appointment))
    return max((start for start in starts if start and start <= now), default=None)


def read_calendar_address(look: Look) -> None:
    folder: Folder = look.account.folders[0]
    state, until = address_beginning(look, folder)
    with address.download(calendar_address_of(look.account), state) as download:
        if download.file is not None:
            keep_download(look, folder, download.file, state=download.state, until=until)


def address_beginning(look: Look, folder: Folder) -> tuple[address.State | None, str]:
    place, today = look.place(folder), ties.today_of(look.work.business)
    state: address.State | None = place.get("state")
    if state and place["until"] >= (today + YEAR).isoformat():
        return state, place["until"]
    return None, last_day(today).isoformat()


def keep_download(look: Look, folder: Folder, file: IO[bytes], **place: Any) -> None:
    told = Told(look, folder)
    for some in in_batches(told.read(file)):
        with transaction.atomic():
            look.keep(some, newest_of(some))
            turns.keep_claim(look.account)
            look.work.go_on_from()
        look.work.advance("reading", len(told.keys), None)
        look.work.breathe()
    with transaction.atomic():
        recent = plain_touches(look).filter(at__gte=timezone.now() - STILL_TOLD)
        forget(look, [touch for touch in recent if touch.key not in told.keys])
        look.go_on_from(folder, count=len(told.keys), left=0, **place)
