"""A file's records, one after the other, by the reader that knows its kind."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, NamedTuple

from passo.people.bringing_in.work import Work
from passo.readers.ical import read_appointments
from passo.readers.mail import Member, members, read_eml, read_mbox
from passo.readers.mail.archives import BROKEN, UNREADABLE, safely
from passo.readers.passo_json import read_export
from passo.readers.records import Problem, Record, _
from passo.readers.tables import read_table
from passo.readers.vcard import read_vcards

YEARS_BACK, YEARS_AHEAD = 10, 2  # of a calendar; what is older says nothing of today's ties
UNKNOWN = _("This file is no contacts, mailbox or calendar that Passo can read.")
WHOLE = "people.json"  # as an export of ours calls it
Found = Record | Problem


class Read(NamedTuple):
    """A record, the file inside an archive that it stood in, and where to go on after it."""

    record: Found
    file: str = ""
    ends_at: int = 0


class Counted(io.RawIOBase):
    """A stream that knows how far it was read."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self.stream = stream
        self.done = 0

    def read(self, size: int = -1) -> bytes:
        piece = self.stream.read(size)
        self.done += len(piece)
        return piece

    def seekable(self) -> bool:
        return self.stream.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        self.done = self.stream.seek(offset, whence)
        return self.done

    def tell(self) -> int:
        return self.stream.tell()


def records_of(work: Work, path: Path, counted: Callable[[Counted], None]) -> Iterator[Read]:
    """From where a killed import stopped: a mailbox is entered there, the rest is counted."""
    kind, cursor = work.brought_by.kind, work.brought_by.cursor
    if kind == "zip" or path.is_dir():
        yield from islice(records_of_archive(work, path), cursor.get("records", 0), None)
        return
    with path.open("rb") as plain:
        stream = Counted(plain)
        counted(stream)
        if kind == "mbox":
            start, line = cursor.get("at", 0), cursor.get("records", 0) + 1
            for record in read_mbox(as_file(stream), start=start, line=line):
                yield Read(record, "", getattr(record, "ends_at", 0))
            return
        found = READERS[kind](work, as_file(stream)) if kind in READERS else iter([unknown()])
        yield from map(Read, islice(found, cursor.get("records", 0), None))


def as_file(stream: Any) -> BinaryIO:
    """What a reader asks of a file is what `Counted` has."""
    file: BinaryIO = stream
    return file


def records_of_archive(work: Work, path: Path) -> Iterator[Read]:
    """Of a zip or a folder, whatever lies in it; what is no contact, mail or calendar is passed."""
    for member in only_ours(path) or members(path):
        if isinstance(member, Problem):
            yield Read(member)
        elif member.kind in {"eml", "mbox"}:
            # Of thousands that lie each in a file of its own none is asked for by its file.
            file = "" if member.kind == "eml" else member.name
            yield from (Read(found, file) for found in safely(member, 1, 0) if found)
        elif member.kind in READERS:
            yield from (Read(found, member.name) for found in readable(work, member))


def only_ours(path: Path) -> list[Member | Problem]:
    """The export of a business tells its people four times; Passo's own way loses nothing."""
    if path.is_dir() or not zipfile.is_zipfile(path):
        return []
    try:
        with zipfile.ZipFile(path) as archive:
            if not any(map(is_whole, archive.namelist())):
                return []
    except BROKEN:
        return []
    return [one for one in members(path) if isinstance(one, Member) and is_ours(one)]


def is_whole(name: str) -> bool:
    return PurePosixPath(name).name == WHOLE


def is_ours(one: Member) -> bool:
    return is_whole(one.name) and one.kind == "json"


def readable(work: Work, member: Member) -> Iterator[Found]:
    try:
        with member.open() as stream:
            yield from READERS[member.kind](work, stream)
    except BROKEN:
        yield Problem(0, UNREADABLE, {"name": member.name})


def unknown() -> Problem:
    return Problem(1, UNKNOWN)


def cards(work: Work, stream: BinaryIO) -> Iterator[Found]:
    return read_vcards(stream)


def table(work: Work, stream: BinaryIO) -> Iterator[Found]:
    options = work.brought_by.options
    return read_table(
        stream,
        encoding=options.get("encoding", ""),
        sheet=options.get("sheet", ""),
        mapping=options.get("mapping"),
        header=options.get("header"),
    )


def mail(work: Work, stream: BinaryIO) -> Iterator[Found]:
    yield read_eml(stream)


def mails(work: Work, stream: BinaryIO) -> Iterator[Found]:
    return read_mbox(stream)


def exported(work: Work, stream: BinaryIO) -> Iterator[Found]:
    return read_export(stream)


def appointments(work: Work, stream: BinaryIO) -> Iterator[Found]:
    """The window is fixed when the import begins, so that a killed one counts the same."""
    return appointments_around(work.brought_by.made_at.date(), stream, work.business.time_zone)


def appointments_around(today: date, stream: BinaryIO, zone: str) -> Iterator[Found]:
    since = today - timedelta(days=365 * YEARS_BACK)
    return read_appointments(stream, since=since, until=last_day(today), zone=zone)


def last_day(today: date) -> date:
    return today + timedelta(days=365 * YEARS_AHEAD)


READERS: dict[str, Callable[[Work, BinaryIO], Iterator[Found]]] = {
    "vcard": cards,
    "table": table,
    "workbook": table,
    "eml": mail,
    "mbox": mails,
    "calendar": appointments,
    "json": exported,
}
