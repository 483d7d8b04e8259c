"""An mbox cut into its messages as it streams by, whatever its length and its dialect.

A line that begins with `From ` parts two messages if it looks like what mail programs put there
(an address and a date, or after an empty line at least a time) and a field follows it. Bodies hold
such words unescaped (mboxo, mboxcl), so neither alone would do. Where a Content-Length leads to
exactly such a line, it is believed.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

CHUNK = 1 << 20
KEPT = (1 << 20) + (512 << 10)  # of a message: its head and the beginning of its body
MARGIN = 4096  # a From_ line, and the field after it, are looked for within this
BEFORE = 4
LONGEST_LINE = 1000
MARK = b"\nFrom "
STRICT = re.compile(
    rb"From (?:\S+.{0,300}?[ \t])?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?[ \t]+(?:\w{3}|\d{1,2})[ \t]+"
    rb"[^\n]{0,60}\d{1,2}:\d\d[^\n]{0,60}"
)
LOOSE = re.compile(
    rb"From (?:\S+@\S+|-|\S*MAILER-DAEMON\S*|\S+[ \t][^\n]{0,200}\d\d?:\d\d[^\n]*)[ \t]*"
)
NEXT = re.compile(rb"(?:>From |[!-9;-~]{1,100}[ \t]*:)")
LENGTH = re.compile(rb"\ncontent-length:[ \t]*(\d{1,9})[ \t]*\r?\n", re.IGNORECASE)
END_OF_HEAD = re.compile(rb"\n\r?\n")
LONGEST_LEAP = 64 << 10


class Piece(NamedTuple):
    """One message of a file, as far as it is kept."""

    content: bytes
    starts_at: int
    ends_at: int


def pieces(stream: BinaryIO, start: int = 0) -> Iterator[Piece]:
    """Each message, and what stands before the first one, as they come."""
    skip(stream, start)
    held: list[bytes] = []
    length, at, begins = 0, start, start
    for is_new, run in runs(stream):
        if is_new and at > begins:
            yield Piece(b"".join(held), begins, at)
            held, length, begins = [], 0, at
        if length < KEPT:
            held.append(run[: KEPT - length])
            length += len(held[-1])
        at += len(run)
    if at > begins:
        yield Piece(b"".join(held), begins, at)


def skip(stream: BinaryIO, start: int) -> None:
    if start and stream.seekable():
        stream.seek(start)
        return
    while start > 0 and (passed := stream.read(min(start, CHUNK))):
        start -= len(passed)


def runs(stream: BinaryIO) -> Iterator[tuple[bool, bytes]]:
    """The whole file in stretches of at most one message, and whether each begins one."""
    buffer, given, is_new = b"\n\n", 2, False
    while chunk := stream.read(CHUNK):
        buffer += chunk
        for cut in cuts(buffer, given, len(buffer) - MARGIN):
            if cut > given:
                yield is_new, buffer[given:cut]
            given, is_new = cut, True
        if (edge := len(buffer) - MARGIN) > given:
            yield is_new, buffer[given:edge]
            given, is_new = edge, False
        buffer = buffer[max(0, given - BEFORE) :]
        given = min(given, BEFORE)
    for cut in cuts(buffer, given, len(buffer)):
        if cut > given:
            yield is_new, buffer[given:cut]
        given, is_new = cut, True
    if given < len(buffer):
        yield is_new, buffer[given:]


def cuts(buffer: bytes, given: int, edge: int) -> Iterator[int]:
    """Where messages begin, between what was given already and the edge."""
    at = given - 1
    while 0 <= (at := buffer.find(MARK, at, edge + len(MARK))) < edge:
        if is_separator(buffer, at + 1):
            yield at + 1
            at = leap(buffer, at + 1, edge)
        else:
            at += len(MARK)


def is_separator(buffer: bytes, at: int) -> bool:
    """Whether a mail begins here, and not a sentence with the word From."""
    end = buffer.find(b"\n", at, at + LONGEST_LINE)
    if end < 0 or not NEXT.match(buffer, end + 1):
        return False
    line = buffer[at:end].rstrip(b"\r")
    if STRICT.fullmatch(line):
        return True
    follows_empty = (
        buffer[max(0, at - 2) : at] == b"\n\n" or buffer[max(0, at - 3) : at] == b"\n\r\n"
    )
    return follows_empty and bool(LOOSE.fullmatch(line))


def leap(buffer: bytes, at: int, edge: int) -> int:
    """Past a body whose length its head tells truly; else only past the From_ line."""
    head = END_OF_HEAD.search(buffer, at, min(edge, at + LONGEST_LEAP))
    said = LENGTH.search(buffer, at, head.end()) if head else None
    if not (head and said):
        return at
    end = head.end() + int(said[1])
    for begin in (end, end + 1, end + 2):
        if begin < edge and buffer.startswith(MARK, begin - 1) and is_separator(buffer, begin):
            return begin - 1
    return at
