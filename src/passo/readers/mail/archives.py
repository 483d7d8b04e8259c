"""Archives and folders of mail: what lies in them, and every mail of it in a lasting order.

Nothing is ever unpacked onto the disk, so a name such as `../../etc` can do no harm: it is only a
name. A zip that says it would grow beyond all reason (a bomb) is left closed, with a Problem.
"""

import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple, cast

from passo.readers.mail.boxes import pieces
from passo.readers.mail.reading import from_piece, read_eml
from passo.readers.records import Message, Problem, _
from passo.readers.sniffing import kind_of

# Letters shrink to a fifth, at the very best to a fiftieth; a bomb to a thousandth.
MOST_GROWTH = 200
HARMLESS = 64 << 20  # below this many bytes nobody asks how well it was packed
MOST_MEMBERS = 2_000_000
SNIFFED = 4096
MAILDIR = ("cur", "new")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    UnicodeDecodeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
)

NO_ZIP = _("This archive is broken or was cut off while it was copied.")
BOMB = _("This archive would grow to %(size)s GB, far more than mail can: it was left closed.")
BOMB_MEMBER = _("%(name)s would grow far more than mail can: it was left closed.")
LOCKED = _("%(name)s is locked with a password, and Passo cannot open it.")
UNREADABLE = _("%(name)s is broken: what comes after this place in it could not be read.")
TOO_MANY = _("This archive holds more than %(count)s files; the rest was left out.")
NO_MAIL = _("There is no mail in here.")


class Member(NamedTuple):
    """One file in an archive or folder, not opened yet."""

    name: str  # as the archive calls it, with its folders
    kind: str  # vcard, table, workbook, mbox, eml, calendar, zip, or empty
    open: Callable[[], BinaryIO]
    flags: str = ""  # of a Maildir's mail: D draft, S seen …


def members(path: Path | str) -> Iterator[Member | Problem]:
    """Each file in a zip or under a folder, in the order of their names."""
    place = Path(path)
    if place.is_dir():
        yield from in_folder(place)
        return
    try:
        with zipfile.ZipFile(place) as archive:
            yield from in_zip(archive)
    except BROKEN:
        yield Problem(0, NO_ZIP, what=place.name)


def in_zip(archive: zipfile.ZipFile) -> Iterator[Member | Problem]:
    listed = [one for one in archive.infolist() if not one.is_dir()]
    grown, packed = sum(one.file_size for one in listed), sum_packed(archive)
    if grown > HARMLESS and grown > MOST_GROWTH * packed:
        yield Problem(0, BOMB, {"size": max(1, grown >> 30)})
        return
    if len(listed) > MOST_MEMBERS:
        yield Problem(0, TOO_MANY, {"count": MOST_MEMBERS})
    for one in sorted(listed[:MOST_MEMBERS], key=lambda one: one.filename):
        if found := zip_member(archive, one):
            yield found


def sum_packed(archive: zipfile.ZipFile) -> int:
    """What the archive truly weighs: members that overlap say more than there is."""
    stream = cast("BinaryIO", archive.fp)
    return stream.seek(0, os.SEEK_END)


def zip_member(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> Member | Problem | None:
    name = one.filename.replace("\\", "/")
    if is_link(one) or PurePosixPath(name).name.startswith("._"):
        return None
    if one.flag_bits & 1:
        return Problem(0, LOCKED, {"name": name})
    if one.file_size > HARMLESS and one.file_size > MOST_GROWTH * one.compress_size:
        return Problem(0, BOMB_MEMBER, {"name": name})
    opener = partial(opened, archive, one)
    try:
        return member(name, opener)
    except BROKEN:
        return Problem(0, UNREADABLE, {"name": name})


def opened(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> BinaryIO:
    """Also after the archive has been gone through to its end, and closed."""
    if archive.fp is None:
        archive = zipfile.ZipFile(str(archive.filename))
    return cast("BinaryIO", archive.open(one))


def is_link(one: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(one.external_attr >> 16)


def in_folder(folder: Path) -> Iterator[Member | Problem]:
    """Links are not followed: they may lead out of the folder, or round in a circle."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith(".") or path.is_symlink() or not path.is_file():
                continue
            said = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "replace")
            opener = cast("Callable[[], BinaryIO]", partial(path.open, "rb"))
            try:
                yield member(said, opener)
            except OSError:
                yield Problem(0, UNREADABLE, {"name": said})


def member(name: str, opener: Callable[[], BinaryIO]) -> Member:
    """A Maildir says by its folders what a file is; of others the first bytes tell."""
    path = PurePosixPath(name)
    if path.parent.name in MAILDIR:
        return Member(name, "eml", opener, maildir_flags(path.name))
    with closing(opener()) as stream:
        return Member(name, kind_of(stream.read(SNIFFED), path.name), opener)


def maildir_flags(name: str) -> str:
    """What follows `:2,` in the name; file systems that know no colon have ! or ; there."""
    for mark in (":2,", "!2,", ";2,", "_2,"):
        before, found, flags = name.rpartition(mark)
        if found and before:
            return flags
    return ""


def folder_of(name: str) -> str:
    """The mailbox folder that a member belongs to.

    >>> folder_of("Mail/.Sent/cur/1.a:2,S"), folder_of("Takeout/Mail/Inbox.mbox")
    ('Mail/Sent', 'Takeout/Mail/Inbox')
    """
    path = PurePosixPath(name)
    if path.parent.name in MAILDIR:
        path = path.parent.parent
    elif path.name == "mbox" or path.suffix.lower() in {".eml", ".emlx"}:
        path = path.parent
    parts = [part.removesuffix(".mbox").strip(".") for part in path.parts]
    return "/".join(part for part in parts if part)


def read_archive(path: Path | str, *, after: int = 0) -> Iterator[Message | Problem]:
    """Each mail in a zip or folder; `line` numbers them all, and `after` of them are passed over.

    The order is always the same, so a reading that was stopped goes on with the `line` of the
    last mail it had as `after`. Mail that was passed over is counted, but not understood again.
    """
    line = 1
    for found in members(path):
        if isinstance(found, Problem):
            yield found
        elif found.kind in {"mbox", "eml"}:
            for read in safely(found, line, after):
                if read:
                    yield read
                line += 1
    if line == 1:
        yield Problem(0, NO_MAIL)


def read_maildir(folder: Path | str, *, after: int = 0) -> Iterator[Message | Problem]:
    """Each mail in a Maildir and in the folders beneath it."""
    yield from read_archive(folder, after=after)


def safely(one: Member, line: int, after: int) -> Iterator[Message | Problem | None]:
    """Its mail, nothing for what is passed over, and where it breaks, a Problem."""
    try:
        with closing(one.open()) as stream:
            yield from mail_in(one, stream, line, after)
    except BROKEN:
        yield Problem(line, UNREADABLE, {"name": one.name})


def mail_in(
    one: Member, stream: BinaryIO, line: int, after: int
) -> Iterator[Message | Problem | None]:
    folder = folder_of(one.name)
    if one.kind == "eml":
        yield None if line <= after else as_flagged(read_eml(stream, line, folder), one.flags)
        return
    for number, piece in enumerate(pieces(stream), start=line):
        if number <= after:
            yield None
        else:
            place = piece._replace(ends_at=0)
            yield from_piece(place, number, folder, is_first=number == line)


def as_flagged(read: Message | Problem, flags: str) -> Message | Problem:
    if isinstance(read, Message) and "D" in flags:
        read.is_draft = True
    return read
