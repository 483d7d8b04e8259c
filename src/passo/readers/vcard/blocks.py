"""From a stream of bytes to blocks of whole lines, in bounded memory.

A file may be UTF-16, may end its lines in four ways, may hold zeros, and may put a picture of
50 MB, or a gigabyte of nothing, in one line.
"""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 1 << 16
LONGEST = 1 << 20  # bytes of one line; what is longer, no person wrote
CUT = "\0"  # ends a line that was cut; no other line holds one

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
LONGEST_MARK = 4
ZEROS_OF: dict[tuple[bool, ...], str] = {
    (False, True) * 2: "utf-16-le",
    (True, False) * 2: "utf-16-be",
}


def blocks_of(stream: BinaryIO) -> Iterator[bytes]:
    """Each block is one line or many, with a line feed between two and none at the end."""
    return whole_lines(with_plain_ends(chunks(stream)))


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream in pieces, as UTF-8 or in whatever encoding of single bytes it has."""
    chunk = stream.read(CHUNK)
    while len(chunk) < LONGEST_MARK and (more := stream.read(CHUNK)):
        chunk += more
    wide = wide_encoding(chunk)
    if not wide:
        chunk = chunk.removeprefix(codecs.BOM_UTF8) or stream.read(CHUNK)
    decoder = codecs.getincrementaldecoder(wide or "utf-8")("replace")
    while chunk:
        yield decoder.decode(chunk).encode() if wide else chunk
        chunk = stream.read(CHUNK)


def wide_encoding(beginning: bytes) -> str:
    """The encoding of two or four bytes a character that this is in, or nothing."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if beginning.startswith(mark):
            return encoding
    return ZEROS_OF.get(tuple(byte == 0 for byte in beginning[:LONGEST_MARK]), "")


def with_plain_ends(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Every line ends in one line feed, and nothing holds a zero."""
    held = b""
    for piece in pieces:
        chunk = held + piece.replace(b"\0", b"")
        # What ends in \r may go on with \n.
        held = b"\r" * min(2, len(chunk) - len(chunk.rstrip(b"\r")))
        chunk = chunk[: len(chunk) - len(held)]
        if b"\r" in chunk:
            # The zero keeps one \r more from making one line end of two.
            chunk = chunk.replace(b"\r\r\n", b"\0").replace(b"\r\n", b"\n")
            chunk = chunk.replace(b"\r", b"\n").replace(b"\0", b"\n")
        yield chunk
    yield held.replace(b"\r", b"\n")


def whole_lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        if len(rest) < LONGEST:
            block = rest + piece
        elif (end := piece.find(b"\n")) >= 0:
            block = _cut(rest) + piece[end:]
        else:
            continue
        done, end_of_line, rest = block.rpartition(b"\n")
        if end_of_line:
            yield done
    if rest:
        yield _cut(rest)


def _cut(line: bytes) -> bytes:
    return line if len(line) < LONGEST else line[:LONGEST] + CUT.encode()
