"""What kind of file something is: by what stands in it first, by its name second."""

import io
import zipfile

import openpyxl
import pytest

from passo.readers.sniffing import kind_of

MAIL = b"Return-Path: <a@x.example>\nReceived: from x\n\tby y\nSubject: Hi\n\nHello"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def packed(files: dict[str, str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def workbook() -> bytes:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"BEGIN:VCARD\nVERSION:3.0", "people.txt", "vcard"),
        (b"\xef\xbb\xbf\r\nbegin:vcard\r\n", "", "vcard"),
        ("BEGIN:VCARD\r\n".encode("utf-16"), "a.csv", "vcard"),
        ("BEGIN:VCARD\r\n".encode("utf-16-be"), "a.csv", "vcard"),
        ("\ufeffBEGIN:VCARD\r\n".encode("utf-16-be"), "a.csv", "vcard"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0", "a.vcf", "calendar"),
        (b"From anna@x.example Mon Jan  5 10:00:00 2026\nSubject: Hi\n", "a", "mbox"),
        (b"From - Mon, 5 Jan 2026 10:00:00 +0100\nTo: x\n", "Inbox", "mbox"),
        (MAIL, "letter", "eml"),
        (MAIL, "letter.csv", "eml"),
        (b"Name;Mail\nAnna;a@x.example\n", "people", "table"),
        (b"Name;Mail\nAnna;a@x.example\n", "people.xls", "table"),
        (b"Name,Mail\nAnna,a@x.example\n", "people.csv", "table"),
        ("Name\tMail\nAnna\ta@x.example\n".encode("utf-16"), "Unicode", "table"),
        (b"Notes:\nFirst Name,Last Name\n", "Connections.csv", "table"),
        (b"anna@x.example\n", "addresses.txt", "table"),
        (b"Dear Anna, see you soon.\nBen\n", "letter", ""),
        (b"", "nothing", ""),
        (b"%PDF-1.7", "a.csv", ""),
        (b"<html><table>", "report.xls", ""),
        (b'[{"name": "Anna"}]', "a.json", ""),
        (bytes(range(1, 32)) * 9, "a.csv", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "people.xls", "workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "letter.doc", ""),
        (packed({"a.mbox": "x"}), "mail.zip", "zip"),
        (packed({"a.mbox": "x"}), "mail.xlsx", "zip"),
        (packed({}), "empty.zip", "zip"),
        (packed({"[Content_Types].xml": "…wordprocessingml…"}), "a.docx", ""),
        (packed({"[Content_Types].xml": "…spreadsheetml…"}), "a", "workbook"),
        (packed({"mimetype": ODS}, zipfile.ZIP_STORED), "a", "workbook"),
        (packed({"mimetype": "application/epub+zip"}, zipfile.ZIP_STORED), "a.ods", ""),
        (packed({"_rels/.rels": "x", "xl/workbook.xml": "y"}), "a", "workbook"),
        (packed({"_rels/.rels": "x", "word/document.xml": "y"}), "a", ""),
        (packed({"[Content_Types].xml": "x"})[:50], "a.xlsx", ""),
        (workbook(), "a.zip", "workbook"),
    ],
    # A zip bears the moment it was made: its bytes would name the test anew each time.
    ids=lambda value: value if isinstance(value, str) else "head",
)
def test_a_file_is_told_by_what_stands_in_it(head: bytes, name: str, kind: str) -> None:
    assert kind_of(head, name) == kind


def test_a_packed_part_that_is_damaged_is_no_workbook() -> None:
    head = bytearray(packed({"[Content_Types].xml": "…spreadsheetml…"}))
    head[49:60] = b"\xff" * 11
    assert kind_of(bytes(head), "a.xlsx") == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.vcf", "vcard"), ("a.ICS", "calendar"), ("a.eml", "eml"), ("a.csv", "table")],
)
def test_where_the_text_says_nothing_the_name_does(name: str, kind: str) -> None:
    assert kind_of(b"hello there\n", name) == kind
