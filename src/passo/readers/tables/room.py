"""How much room would a workbook take, once unpacked?

The library that reads workbooks holds a sheet as one full rectangle, from its first cell to its
last, so two cells in far corners ask for gigabytes; and what is packed may be a thousand times
larger. Both are found out here by one pass over the packed file that holds a megabyte of it.
"""

import re
import zipfile
from collections.abc import Iterator
from typing import IO, BinaryIO

UNPACKED = 1 << 30  # bytes, at most
CELLS = 1 << 25  # in the rectangle of one sheet, at most; each takes 32 bytes
_SUSPICIOUS = 1 << 26  # bytes from which on a high ratio is no accident
_RATIO = 250
_PIECE = 1 << 20
_LONGEST_TAG = 1 << 12
_WIDE = re.compile(rb'r="([A-Z]{2,3})\d')
_ROW = re.compile(rb'<(?:\w+:)?row [^<>]*?r="(\d{1,7})"')
_PLACE = re.compile(rb'r="[A-Z]{1,3}(\d{7})"')
_OPEN_TAG = re.compile(rb"<table:table-(row|cell)\b([^<>]*)>")
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')
_LETTERS = 26
_A = ord("A") - 1


def is_too_large(stream: BinaryIO) -> bool:
    if not zipfile.is_zipfile(stream):
        return False  # XLS holds 65,536 rows of 256 cells at most
    with zipfile.ZipFile(stream) as packed:
        unpacked = sum(entry.file_size for entry in packed.infolist())
        size = sum(entry.compress_size for entry in packed.infolist())
        if unpacked > UNPACKED or (unpacked > _SUSPICIOUS and unpacked > size * _RATIO):
            return True
        return any(_cells(packed, name) > CELLS for name in packed.namelist())


def _cells(packed: zipfile.ZipFile, name: str) -> int:
    ways = {"content.xml": _cells_of_ods, "xml": _cells_of_xlsx, "bin": _cells_of_xlsb}
    if name != "content.xml" and not name.lower().startswith("xl/worksheets/sheet"):
        return 0
    way = ways.get(name) or ways.get(name.rpartition(".")[2])
    if way is None:
        return 0
    with packed.open(name) as sheet:
        return way(sheet)


def _pieces(sheet: IO[bytes]) -> Iterator[bytes]:
    """Pieces that end where a tag does."""
    rest = b""
    while read := sheet.read(_PIECE):
        piece = rest + read
        cut = piece.rfind(b">") + 1
        rest = piece[cut:][-_LONGEST_TAG:]
        yield piece[:cut]


def _cells_of_xlsx(sheet: IO[bytes]) -> int:
    rows, columns = 0, _LETTERS
    for piece in _pieces(sheet):
        numbers = map(int, _ROW.findall(piece) + _PLACE.findall(piece))
        rows = max(rows, max(numbers, default=0))
        columns = max(columns, max(map(_column, set(_WIDE.findall(piece))), default=0))
    return rows * columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - _A
    return number


def _cells_of_ods(sheet: IO[bytes]) -> int:
    """All cells with something in them, each as often as it is repeated."""
    cells = wide = 0
    rows = 1
    for piece in _pieces(sheet):
        for kind, more in _OPEN_TAG.findall(piece):
            times = int(found[1]) if (found := _REPEATED.search(more)) else 1
            if kind == b"row":
                cells, rows, wide = cells + rows * wide, times, 0
            elif not more.endswith(b"/"):
                wide += times
    return cells + rows * wide


def _cells_of_xlsb(sheet: IO[bytes]) -> int:
    """Each record is a number, a length and so many bytes; 0 begins a row, 1 to 11 are cells."""
    rows = columns = 0
    data = sheet.read()
    place = 0
    while place < len(data):
        kind, place = _number(data, place)
        length, place = _number(data, place)
        if kind == 0:
            rows = max(rows, int.from_bytes(data[place : place + 4], "little") + 1)
        elif kind <= _LAST_CELL:
            columns = max(columns, int.from_bytes(data[place : place + 4], "little") + 1)
        place += length
    return rows * columns


_LAST_CELL = 11


def _number(data: bytes, place: int) -> tuple[int, int]:
    """Seven bits a byte, the lowest first."""
    value = shift = 0
    while place < len(data):
        byte = data[place]
        value, shift, place = value | (byte & 0x7F) << shift, shift + 7, place + 1
        if byte < 0x80:  # noqa: PLR2004 — the highest bit says that more follows
            break
    return value, place
