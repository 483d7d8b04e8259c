"""A file of those one wants to meet, as people and programs write it; and files that are none."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from passo.introductions.targets import lines_in
from passo.lib.refusal import Refusal


def workbook(*rows: tuple[str, ...]) -> bytes:
    book, file = Workbook(), BytesIO()
    assert book.active
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("file", "lines"),
    [
        (b"Giulia Ferri\r\n\r\nfar away\r\n", ["Giulia Ferri", "", "far away"]),
        ("Jürgen Größl\nZoë".encode("cp1252"), ["Jürgen Größl", "Zoë"]),
        ("\ufeffJürgen Größl\n".encode(), ["Jürgen Größl"]),
        ("Jürgen Größl\nZoë\n".encode("utf-16"), ["Jürgen Größl", "Zoë"]),
        (b"Giulia <g@coop.example>\nh@x.example\n", ["Giulia <g@coop.example>", "h@x.example"]),
        (b"Ferri, Giulia\nRinaldi, Paola\n", ["Ferri, Giulia", "Rinaldi, Paola"]),
        (b"Name\nGiulia Ferri\n", ["Giulia Ferri"]),
        (b"E-Mail\ng@coop.example\n", ["g@coop.example"]),
        (b"Nobody\0 Else\n", ["Nobody Else"]),
        (b"", []),
        (b"\xef\xbb\xbf \r\n\n", []),
    ],
)
def test_a_name_or_an_address_a_line(file: bytes, lines: list[str]) -> None:
    assert lines_in(file, "list.txt") == lines


@pytest.mark.parametrize(
    "file",
    [
        b"name,email,company\nGiulia Ferri,g@coop.example,Coop\nPaola,,\n,h@x.example,\n,,Coop\n",
        "Nome;Cognome;E-mail\nGiulia;Ferri;g@coop.example\nPaola;;\n;;h@x.example\n;;\n".encode(
            "utf-16"
        ),
        b"Giulia Ferri;g@coop.example\nPaola;\n;h@x.example\n",
        workbook(
            ("Name", "Mail"), ("Giulia Ferri", "g@coop.example"), ("Paola", ""), ("", "h@x.example")
        ),
    ],
    ids=["comma", "semicolon in UTF-16", "without headings", "workbook"],
)
def test_a_table_as_programs_write_it(file: bytes) -> None:
    assert lines_in(file, "x") == ["Giulia Ferri <g@coop.example>", "Paola", "h@x.example"]


@pytest.mark.parametrize(
    "file",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        bytes(range(1, 32)) * 40,
        b"<!doctype html><p>Giulia Ferri",
        b'{"people": ["Giulia"]}',
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Giulia Ferri\r\nEND:VCARD\r\n",
        b"PK\x03\x04 not a workbook",
    ],
    ids=["picture", "pdf", "binary", "page", "json", "vcard", "zip"],
)
def test_what_is_no_list_is_said(file: bytes) -> None:
    with pytest.raises(Refusal, match=r"^“?odd\.bin"):
        lines_in(file, "odd.bin")


def test_a_workbook_that_cannot_be_read_is_said() -> None:
    whole = workbook(("Name", "Mail"), ("Giulia Ferri", "g@coop.example"))
    with pytest.raises(Refusal):
        lines_in(whole[: len(whole) // 2], "half.xlsx")


@given(st.binary(max_size=2_000))
def test_of_any_bytes_come_lines_or_a_sentence(file: bytes) -> None:
    with suppress(Refusal):
        assert not any("\0" in line for line in lines_in(file, "odd.bin"))
