"""Workbooks (XLSX, XLS, ODS, XLSB): one sheet of them, row by row."""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import count
from typing import BinaryIO, NamedTuple

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from passo.readers.records import Problem, _
from passo.readers.tables.room import is_too_large
from passo.readers.tables.splitting import Row

CANNOT = _("This workbook cannot be opened. It may be damaged, or have a password.")
_OLE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PIECE = 1 << 20
_ZIP = b"PK\x03\x04"


class Book(NamedTuple):
    rows: Iterator[Row | Problem]
    sheet: str
    sheets: Sequence[str]


def is_workbook(head: bytes) -> bool:
    return head.startswith((_OLE, _ZIP))


def sheet_of(stream: BinaryIO, sheet: str) -> Book | Problem:
    stream.seek(0)
    try:
        if is_too_large(stream):
            return Problem(1, _("This workbook unpacks to more than Passo can hold."))
        stream.seek(0)
        book = CalamineWorkbook.from_filelike(stream)
        return _sheet_of(book, sheet)
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as why:
        if isinstance(why, PasswordError) or _is_locked(stream):
            sentence = _("This workbook has a password. Save it without one and try again.")
        else:
            sentence = CANNOT
        return Problem(1, sentence, what=str(why)[:80])


def _is_locked(stream: BinaryIO) -> bool:
    """Newer Office puts the whole locked workbook as one part into a file of the old kind."""
    stream.seek(0)
    before = b""
    while piece := stream.read(_PIECE):
        if _LOCKED in before + piece:
            return True
        before = piece[-len(_LOCKED) :]
    return False


def _sheet_of(book: CalamineWorkbook, name: str) -> Book | Problem:
    names = book.sheet_names
    if name and name not in names:
        return Problem(1, _("There is no sheet “%(name)s” in this workbook."), {"name": name})
    hidden = {m.name for m in book.sheets_metadata if m.visible != SheetVisibleEnum.Visible}
    for one in [name] if name else sorted(names, key=lambda name: name in hidden):
        sheet = book.get_sheet_by_name(one)
        if sheet.height or one == name:
            return Book(_rows(sheet), one, names)
    return Problem(1, _("This workbook is empty."))


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    for line, cells in zip(count(1), sheet.iter_rows()):
        yield Row(line, [_text(cell) for cell in cells])


def _text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))  # a phone that the spreadsheet took for a number
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)
