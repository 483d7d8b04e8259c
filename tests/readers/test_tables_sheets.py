"""Workbooks of contacts: every format, typed cells, and those that would fill the memory."""

import io
import shutil
import struct
import sys
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from passo.readers.records import Card, Problem, Said
from passo.readers.tables import preview, read_table, room

CANNOT = "This workbook cannot be opened. It may be damaged, or have a password."
ROWS = [["Name", "Phone", "Birthday"], ["Anna", 393331234567.0, "1980-04-12"]]


def read(data: bytes, **said: str) -> list[Card | Problem]:
    return list(read_table(io.BytesIO(data), **said))


def zipped(files: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def xlsx(sheets: dict[str, list[list[object]]], hidden: str = "") -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name == hidden else "visible"
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(rows: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": "<manifest:manifest/>",
            "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="People">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def ods_row(cells: list[object], rows: int = 1, columns: int = 1) -> str:
    inside = "".join(
        f'<table:table-cell table:number-columns-repeated="{columns}" '
        f'office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{rows}">{inside}</table:table-row>'


def xlsb(rows: list[list[object]], first_column: int = 0) -> bytes:
    def record(kind: int, content: bytes = b"") -> bytes:
        number = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
        return number + bytes([len(content) & 127 | 128, len(content) >> 7]) + content

    def text(words: str) -> bytes:
        return struct.pack("<I", len(words)) + words.encode("utf-16-le")

    def cell(column: int, value: object) -> bytes:
        place = struct.pack("<II", column + first_column, 0)
        if isinstance(value, float):
            return record(5, place + struct.pack("<d", value))
        return record(6, place + text(str(value)))

    sheet = record(129) + record(148, struct.pack("<4I", 0, len(rows), 0, 2)) + record(145)
    for number, row in enumerate(rows):
        sheet += record(0, struct.pack("<I", number) + b"\0" * 13)
        sheet += b"".join(cell(column, value) for column, value in enumerate(row))
    named = record(156, struct.pack("<II", 0, 1) + text("rId1") + text("People"))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.bin": record(131) + record(143) + named + record(144) + record(132),
            "xl/_rels/workbook.bin.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/'
            f'package/2006/relationships"><Relationship Id="rId1" Type="{relation}/worksheet" '
            'Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": sheet + record(146) + record(130),
        }
    )


def compound(streams: dict[str, bytes]) -> bytes:
    """A file of Office before 2007: sectors of 512 bytes, a table of which follows which."""
    contents = [content.ljust(4096, b"\0") for content in streams.values()]
    contents = [content + b"\0" * (-len(content) % 512) for content in contents]
    follows, starts = [0xFFFFFFFD, 0xFFFFFFFE], []
    for content in contents:
        starts.append(len(follows))
        follows += range(len(follows) + 1, len(follows) + len(content) // 512)
        follows.append(0xFFFFFFFE)
    table = struct.pack("<128I", *follows, *[0xFFFFFFFF] * (128 - len(follows)))
    entries = [entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)]
    for number, name in enumerate(streams):
        after = number + 2 if number + 1 < len(streams) else 0xFFFFFFFF
        entries.append(
            entry(name, 2, 0xFFFFFFFF, starts[number], len(contents[number]), after=after)
        )
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0,
                        0xFFFFFFFE, 0)  # fmt: skip
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return head + table + b"".join(entries).ljust(512, b"\0") + b"".join(contents)


def entry(
    name: str, kind: int, child: int, start: int, size: int, *, after: int = 0xFFFFFFFF
) -> bytes:
    words = name.encode("utf-16-le")
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(words) + 2, kind, 1, 0xFFFFFFFF, after, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )


def xls(rows: list[list[object]], *, locked: bool = False) -> bytes:
    def record(kind: int, content: bytes) -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 1996, 0, 6))

    def text(words: str, size: str) -> bytes:
        return struct.pack(f"<{size}B", len(words), 0) + words.encode("latin-1")

    def cell(row: int, column: int, value: object) -> bytes:
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, float):
            return record(0x0203, place + struct.pack("<d", value))
        return record(0x0204, place + text(str(value), "H"))

    sheet = begin(0x10) + b"".join(
        cell(row, column, value)
        for row, cells in enumerate(rows)
        for column, value in enumerate(cells)
    )
    end = record(0x0A, b"")
    opening = begin(5) + (record(0x2F, struct.pack("<HHH", 1, 1, 1)) if locked else b"")
    at = len(opening) + len(record(0x85, b"\0" * 6 + text("People", "B"))) + len(end)
    named = record(0x85, struct.pack("<IH", at, 0) + text("People", "B"))
    return compound({"Workbook": opening + named + end + sheet + end})


@pytest.mark.parametrize(
    "data",
    [
        xlsx({"People": ROWS}),
        xls(ROWS),
        xlsb(ROWS),
        ods(ods_row(ROWS[0]) + ods_row(["Anna", "393331234567", "1980-04-12"])),
    ],
    ids=["xlsx", "xls", "xlsb", "ods"],
)
def test_every_kind_of_workbook_is_read(data: bytes) -> None:
    assert read(data) == [
        Card(2, name="Anna", phones=[Said("393331234567")], birthday="1980-04-12")
    ]


def test_the_first_sheet_with_something_in_it_that_is_not_hidden_is_taken() -> None:
    data = xlsx({"Lists": [["Name", "Mail"], ["Old", "o@x.example"]], "Empty": [], "People": ROWS},
                hidden="Lists")  # fmt: skip
    seen = preview(io.BytesIO(data))
    assert (seen.sheet, seen.sheets) == ("People", ["Lists", "Empty", "People"])
    assert (seen.header, seen.rows) == (1, [["Anna", "393331234567", "1980-04-12"]])
    (chosen,) = read(data, sheet="Lists")
    assert isinstance(chosen, Card)
    assert chosen.name == "Old"


def test_rows_keep_their_number_below_empty_ones_and_notes() -> None:
    rows: list[list[object]] = [[], ["Our clients"], [], ["Name", "Mail"], ["Anna", "a@x.example"]]
    (anna,) = read(xlsx({"People": rows}))
    assert (anna.line, preview(io.BytesIO(xlsx({"People": rows}))).header) == (5, 4)


def test_typed_cells_become_the_words_a_person_would_write() -> None:
    moment = datetime(1980, 4, 12, 3, 4)  # noqa: DTZ001 — a sheet knows no zone
    values = [date(1980, 4, 12), moment, time(3, 4), True, 1.5, 7]
    data = xlsx({"People": [["Name", "Mail", "c", "d", "e", "f"], values]})
    (row,) = preview(io.BytesIO(data)).rows
    assert row == ["1980-04-12", "1980-04-12T03:04:00", "03:04:00", "True", "1.5", "7"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (xlsx({"People": ROWS})[:900], CANNOT),
        (zipped({"a.txt": "x"}), CANNOT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, CANNOT),
        (xlsx({"People": []}), "This workbook is empty."),
        (xls(ROWS, locked=True), CANNOT),
        (
            compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}),
            "This workbook has a password. Save it without one and try again.",
        ),
    ],
)
def test_a_workbook_that_cannot_be_read_is_told_in_a_sentence(data: bytes, sentence: str) -> None:
    (problem,) = read(data)
    assert str(problem) == sentence
    assert str(preview(io.BytesIO(data)).problem) == sentence


def test_a_sheet_that_is_not_there_is_told() -> None:
    (problem,) = read(xlsx({"People": ROWS}), sheet="Clients")
    assert str(problem) == "There is no sheet “Clients” in this workbook."


def far_corners() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "Name"
    book.active["ZZ1048576"] = "far"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


TOO_LARGE = {
    "two cells in far corners": far_corners,
    "one row repeated": lambda: ods(ods_row(["x"], rows=1_000_000, columns=1000)),
    "far corners in binary": lambda: xlsb([["Name"]] * 100, first_column=1 << 20),
    "a bomb": lambda: zipped({"xl/sharedStrings.xml": b"\0" * (1 << 27)}),
}


@pytest.mark.parametrize("kind", TOO_LARGE)
def test_a_workbook_that_would_fill_the_memory_is_not_let_in(kind: str) -> None:
    (problem,) = read(TOO_LARGE[kind]())
    assert str(problem) == "This workbook unpacks to more than Passo can hold."


def test_what_unpacks_to_more_than_a_limit_is_not_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "UNPACKED", 1000)
    assert room.is_too_large(io.BytesIO(xlsx({"People": ROWS})))


def test_a_damaged_workbook_takes_no_other_process_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    assert str(read(xlsx({"People": ROWS}))[0]) == CANNOT


def test_rows_that_stop_coming_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text(
        '#!/bin/sh\necho \'{"sheet": "A", "sheets": ["A"]}\'\n'
        'echo \'[["Name", "Mail"], ["Anna", ""]]\'\nexit 134\n'
    )
    broken.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(broken))
    anna, problem = read(xlsx({"People": ROWS}))
    assert isinstance(anna, Card)
    assert str(problem) == "The workbook breaks off here. It may be damaged."


def test_empty_rows_at_the_end_take_no_room() -> None:
    trailing = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
    trailing += 'table:number-columns-repeated="16384"/></table:table-row>'
    data = ods(ods_row(["Name", "Mail"]) + ods_row(["Anna", "a@x.example"]) + trailing)
    (anna,) = read(data)
    assert isinstance(anna, Card)


def test_a_binary_sheet_that_is_cut_short_is_told() -> None:
    data = zipped({"xl/worksheets/sheet1.bin": b"\x80", "xl/worksheets/sheet2.txt": b"x"})
    assert str(read(data)[0]) == CANNOT


def test_a_locked_workbook_is_found_wherever_its_name_stands() -> None:
    data = compound({"A": b"\0" * 10_000, "EncryptedPackage": b"x"})
    assert "has a password" in str(read(data)[0])


def test_a_look_at_a_long_sheet_does_not_wait_for_its_end() -> None:
    rows = [["Name", "Mail"], *(["Anna" * 20, f"a{number}@x.example"] for number in range(5000))]
    seen = preview(io.BytesIO(xlsx({"People": rows})))
    assert (seen.header, len(seen.rows)) == (1, 3)
