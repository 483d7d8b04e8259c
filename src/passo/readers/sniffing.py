"""What kind of file is this? By what stands in it first, by its name second."""

import codecs
import re
import zlib

from passo.readers.passo_json import is_export

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BY_NAME = {
    "vcard": ("vcf", "vcard"),
    "calendar": ("ics", "ical", "ifb", "icalendar"),
    "mbox": ("mbox", "mbx"),
    "eml": ("eml",),
    "workbook": ("xlsx", "xlsm", "xls", "xlsb", "ods", "xltx"),
    "table": ("csv", "tsv", "txt", "tab"),
    "zip": ("zip",),
}
_KIND = {ending: kind for kind, endings in _BY_NAME.items() for ending in endings}
_OTHER_OFFICE = {"doc", "dot", "ppt", "pps", "msg", "msi", "mpp", "vsd", "pub", "pst", "db"}
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc", b"Rar!", b"!BDN")
_MARKUP = re.compile(r"\s*(<|\{|\[\s*[\[{\]\"])")
_MBOX = re.compile(r">?From \S+.*\d{1,2}:\d{2}.*\d{4}")
_HEAD_LINE = re.compile(r"([A-Za-z][\w-]*):")
_MAIL_HEADS = """return-path received delivered-to from to cc date subject message-id mime-version
    reply-to content-type dkim-signature x-gmail-labels x-mozilla-status authentication-results"""
_SHEETS = re.compile(rb"spreadsheet|ms-excel")
_CUT = 2  # lines; of more the last may be half a line
_UNLIKE = 3  # numbers of cells in the lines of one table
_LOCAL_HEAD = 30  # bytes of an entry of a zip before its name


def kind_of(head: bytes, name: str) -> str:
    """vcard, table, workbook, mbox, eml, calendar, zip, json (an export of Passo), or ""."""
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    if head.startswith(_ZIP):
        return _kind_of_zip(head, ending)
    if head.startswith(_OLE):
        return "" if ending in _OTHER_OFFICE else "workbook"
    if head.startswith(_OTHERS):
        return ""
    return _kind_of_text(_text(head), ending)


def _kind_of_zip(head: bytes, ending: str) -> str:
    first, content = _first_entry(head)
    if first in {b"[Content_Types].xml", b"mimetype"}:
        return "workbook" if _SHEETS.search(content) else ""
    if first.startswith((b"xl/", b"_rels/", b"docProps/")):
        return "workbook" if b"xl/" in head or _KIND.get(ending) == "workbook" else ""
    return "zip"


def _first_entry(head: bytes) -> tuple[bytes, bytes]:
    """The name of the first file in a zip, and as much of what it says as the head holds."""
    packed_how = int.from_bytes(head[8:10], "little")
    name_ends = _LOCAL_HEAD + int.from_bytes(head[26:28], "little")
    begins = name_ends + int.from_bytes(head[28:30], "little")
    content = head[begins : begins + 65536]
    if packed_how == zlib.DEFLATED:
        try:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, 65536)
        except zlib.error:
            content = b""
    return head[_LOCAL_HEAD:name_ends], content


def _text(head: bytes) -> str:
    """A look at the letters; which encoding it is exactly does not matter here."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if head.startswith(mark):
            return head.decode(encoding, errors="replace")
    if head.count(0) * 3 > len(head):
        return head.replace(b"\0", b"").decode("latin-1")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _kind_of_text(text: str, ending: str) -> str:
    start = text.lstrip()
    opening = start[:80].upper()
    if opening.startswith(("BEGIN:VCARD", "BEGIN:VCALENDAR")):
        return "vcard" if opening.startswith("BEGIN:VCARD") else "calendar"
    if _MBOX.match(start):
        return "mbox"
    if _is_mail(start):
        return "eml"
    if is_export(start):
        return "json"
    if not start or _MARKUP.match(start) or _is_binary(text):
        return ""
    return _by_its_name(start, ending)


def _by_its_name(start: str, ending: str) -> str:
    """A workbook by name that is text within is a table that somebody named so."""
    kind = _KIND.get(ending, "")
    if kind in {"workbook", "zip", ""}:
        return "table" if _is_table(start) else ""
    return kind


def _is_mail(start: str) -> bool:
    lines = start.split("\n", 40)[:40]
    if not _HEAD_LINE.match(lines[0]):
        return False
    names = {found[1].casefold() for line in lines if (found := _HEAD_LINE.match(line))}
    return len(names.intersection(_MAIL_HEADS.split())) > 1


def _is_binary(text: str) -> bool:
    odd = sum(letter < " " and letter not in "\t\n\r\f\0" for letter in text[:4096])
    return odd * 50 > len(text[:4096])


def _is_table(start: str) -> bool:
    """Two lines or more with as many delimiters; the last may be cut, quotes may hold a few."""
    lines = [line for line in start.split("\n", 20)[:20] if line.strip()]
    whole = lines[:-1] if len(lines) > _CUT else lines
    counts = ({line.count(delimiter) for line in whole} for delimiter in ";,\t|")
    return len(lines) > 1 and any(len(one) <= _UNLIKE and min(one) > 0 for one in counts)
