"""A file on its way here, in pieces that may break off at any place.

What lies in the folder is the truth: who sends asks how much that is, and goes on from there.
"""

import errno
import fcntl
import shutil
from pathlib import Path
from typing import IO, Any, BinaryIO

from django.utils.translation import gettext as _

from passo.businesses import files
from passo.businesses.models import Business
from passo.lib.refusal import Refusal
from passo.people.models import Import
from passo.people.models.source import State

READ_AT_ONCE = 256 * 1024
KEPT_FREE = 200 * 2**20  # bytes, for what is read out of it and for everybody else
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
GIGABYTE = 1e9


class OutOfStep(Exception):  # noqa: N818 -- an answer: so much is here
    """A piece does not begin where the last one ended."""

    def __init__(self, here: int) -> None:
        super().__init__(here)
        self.here = here


def refuse_without_room(business: Business, size: int) -> None:
    free = shutil.disk_usage(files.made_folder(business.pk)).free
    if size + KEPT_FREE > free:
        raise Refusal(
            _(
                "There is not enough room on this machine: the file needs %(size).1f GB, and "
                "%(free).1f GB are free. Make some room, then try again."
            )
            % {"size": (size + KEPT_FREE) / GIGABYTE, "free": free / GIGABYTE}
        )


def full() -> Refusal:
    return Refusal(
        _("The disk of this machine is full. Nothing half was kept. Make some room and try again.")
    )


def expected(business: Business, name: str, size: int, stamp: str) -> Import:
    """The same file as one that broke off goes on; else a new one begins."""
    stamp = stamp.replace("\0", "")[:80]
    started = business.imports.filter(state=State.UPLOADING, name=plain_name(name), bytes=size)
    for one in started:
        if one.options.get("stamp") == stamp and place_of(one).exists():
            return one
    refuse_without_room(business, size)
    return business.imports.create(
        name=plain_name(name),
        bytes=size,
        file=files.new_file(business.pk, "in").name,
        options={"stamp": stamp},
    )


def plain_name(name: str) -> str:
    """Of `../../x.vcf` the end; without signs that nobody sees."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in last if letter.isprintable())[:200] or "?"


def place_of(brought_by: Import) -> Path:
    return files.folder_of(brought_by.business_id) / brought_by.file


def here(brought_by: Import) -> int:
    try:
        return place_of(brought_by).stat().st_size
    except FileNotFoundError:
        return 0


def take(brought_by: Import, stream: Any, at: int) -> int:
    """Add a piece; gives back how much is here now. Of a full disk nothing half is left."""
    with place_of(brought_by).open("r+b", buffering=0) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if (end := file.seek(0, 2)) != at:
            raise OutOfStep(end)
        try:
            copy(stream, file, brought_by.bytes - at)
        except OSError as problem:
            if problem.errno not in NO_ROOM:
                raise
            file.truncate(at)
            raise full() from problem
        return file.tell()


def copy(stream: BinaryIO, file: IO[bytes], most: int) -> None:
    """A broken connection ends it; what came before is in order and stays."""
    while most > 0 and (piece := stream.read(min(READ_AT_ONCE, most))):
        write(file, piece)
        most -= len(piece)


def write(file: IO[bytes], piece: bytes) -> None:
    """On a nearly full disk a write may take only a part, and says so."""
    rest = memoryview(piece)
    while rest:
        rest = rest[file.write(rest) :]


def forget(brought_by: Import) -> None:
    """Nothing was brought in yet: no history, no file."""
    if brought_by.state not in {State.UPLOADING, State.ASKING}:
        raise Refusal(_("It is being brought in already. You can undo it afterwards."))
    forget_file(brought_by)
    brought_by.delete()


def forget_file(brought_by: Import) -> None:
    """What was read is kept as people and touches; the file itself is not."""
    if brought_by.file:
        place_of(brought_by).unlink(missing_ok=True)
