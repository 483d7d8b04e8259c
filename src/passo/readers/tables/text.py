"""Bytes in, text out: in which encoding a table is written, block by block."""

import codecs
from collections.abc import Iterable, Iterator

from passo.readers.records import _

BLOCK = 1 << 18

# What an owner may choose, with a name a person knows
ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": _("Windows (Western Europe)"),
    "utf-16": _("UTF-16 (Excel, Unicode text)"),
    "iso8859_15": _("Latin-9 (older Linux)"),
    "mac_roman": _("Mac Roman (older Macs)"),
    "cp850": _("DOS (Western Europe)"),
    "cp1250": _("Windows (Central Europe)"),
    "cp1251": _("Windows (Cyrillic)"),
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = frozenset("àèéìòùáíóúâêîôûëïäöüßñçÀÈÉÌÒÙÁÍÓÚÄÖÜÑÇ")
_FIRST_OF_SEVERAL = 0xC0  # the first byte of a letter of several, in UTF-8
_NOT_IN_CP1252 = b"\x81\x8d\x8f\x90\x9d"


def encoding_of(head: bytes) -> str:
    """UTF-8, UTF-16 by its mark or its NULs, else Windows; other old ones only where it cannot be.

    Guessers take Western European text for Central European, so nothing is guessed that Windows
    Western can explain: the owner sees three rows and may choose another.
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    return _by_its_nuls(head[:4096]) or _by_its_letters(head)


def _by_its_nuls(head: bytes) -> str:
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) // 5 and even * 8 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 5 and odd * 8 < even else ""


def _by_its_letters(head: bytes) -> str:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        if not any(byte in head for byte in _NOT_IN_CP1252):
            return "cp1252"
        return max(("cp1252", "cp850", "mac_roman"), key=lambda name: _letters(head, name))
    return "utf-8"


def _letters(head: bytes, encoding: str) -> int:
    text = head.decode(encoding, errors="replace")
    return sum(letter in _COMMON for letter in text) - text.count("\ufffd")


def known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding  # noqa: SLF001 — base64 is a codec too
    except LookupError:
        return False


def blocks(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    """Text without NULs, all its line ends alike; a block ends where a line does, if it can."""
    decoded = _wide if encoding.startswith(("utf-16", "utf-32")) else _narrow
    rest = ""
    for piece in decoded(pieces, encoding):
        text = (rest + piece).replace("\0", "")
        rest = "\r" if text.endswith("\r") else ""
        if "\r" in text:
            text = text.removesuffix(rest).replace("\r\n", "\n").replace("\r", "\n")
        yield text
    if rest:
        yield "\n"


def _wide(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for piece in pieces:
        yield decoder.decode(piece).removeprefix("\ufeff")
    yield decoder.decode(b"", final=True)


def _narrow(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    rest, mark = b"", codecs.BOM_UTF8 if encoding.startswith("utf") else b""
    for read in pieces:
        piece = rest + read.removeprefix(mark)
        mark = b""
        cut = max(piece.rfind(b"\n"), piece.rfind(b"\r", -BLOCK)) + 1 or _between_letters(piece)
        rest = piece[cut:]
        yield _decoded(piece[:cut], encoding)
    yield _decoded(rest, encoding)


def _between_letters(piece: bytes) -> int:
    """Where a piece without an end of line may be cut: before the last letter of several bytes."""
    for back in range(1, min(4, len(piece)) + 1):
        if piece[-back] >= _FIRST_OF_SEVERAL:
            return len(piece) - back
    return len(piece)


def _decoded(piece: bytes, encoding: str) -> str:
    """Files glued from two sources change their encoding on the way: then line by line."""
    try:
        return piece.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            return piece.decode(encoding, errors="replace")
        return "".join(_line(line) for line in piece.splitlines(keepends=True))


def _line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
