"""Mail out of bytes and files: one message after the other, with a Problem where one is none."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from passo.readers.mail.boxes import KEPT, Piece, pieces
from passo.readers.mail.heads import FIELD, fields, message, parted
from passo.readers.mail.impersonal import RULES, offers_to_leave
from passo.readers.mail.own_text import own_text
from passo.readers.mail.parts import text_of
from passo.readers.records import Message, Problem, _

EMLX = re.compile(rb"(\d{1,12})[ \t]*\r?\n")
BEGINNING = 80
NO_HEAD = _("This is not a mail: it has no head that says from whom and to whom.")
BEFORE_FIRST = _("Before the first mail there is something that is not mail; it was left out.")
EMPTY = _("There is no mail in this file.")


def read_message(content: bytes, line: int = 1, folder: str = "") -> Message | Problem:
    """One mail as a server or a file gives it. Of a long one the beginning is enough."""
    head, body = parted(content)
    found = fields(head)
    if not found:
        return Problem(line, NO_HEAD, what=beginning(content))
    given = message(found, content, line, folder)
    name, address = given.sender or ("", "")
    given.own_text = own_text(text_of(found, body)[0], name)
    if not given.impersonal and offers_to_leave(found, address, given.subject, given.own_text):
        given.impersonal, given.impersonal_because = RULES["offers_to_leave"]
    return given


def beginning(content: bytes) -> str:
    return content[:BEGINNING].decode("utf-8", "replace").replace("\0", "")


def read_eml(stream: BinaryIO, line: int = 1, folder: str = "") -> Message | Problem:
    """A file with one mail, also as Apple Mail keeps it (.emlx: its length, the mail, and more)."""
    content = stream.read(KEPT).removeprefix(b"\xef\xbb\xbf")
    if counted := EMLX.match(content):
        content = content[counted.end() :][: int(counted[1])]
    return read_message(content.lstrip(b"\r\n"), line, folder)


def read_mbox(
    stream: BinaryIO, *, start: int = 0, line: int = 1, folder: str = ""
) -> Iterator[Message | Problem]:
    """Each mail of an mbox.

    To go on where a reading stopped, give as `start` the `ends_at` of the last mail that was
    read, and as `line` the number that the next one has.
    """
    count = 0
    for count, piece in enumerate(pieces(stream, start), start=1):
        read = from_piece(piece, line, folder, is_first=count == 1 and not start)
        if read:
            yield read
            line += 1
    if not count and not start:
        yield Problem(line, EMPTY)


def from_piece(piece: Piece, line: int, folder: str, *, is_first: bool) -> Message | Problem | None:
    """What stands before the first From_ line may be a mail, nothing, or something else."""
    content = piece.content
    if is_first and not content.startswith(b"From "):
        content = content.removeprefix(b"\xef\xbb\xbf").lstrip()
        if not content:
            return None
        if not content.startswith(b"From ") and not FIELD.match(content):
            return Problem(line, BEFORE_FIRST, what=beginning(content))
    read = read_message(content, line, folder)
    if isinstance(read, Message):
        read.ends_at = piece.ends_at
    return read
