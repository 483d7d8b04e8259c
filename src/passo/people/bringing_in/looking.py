"""A first look at a file that waits: about how much it holds, and its first records as understood.

Only a few megabytes are read, whatever the size; what is seen is kept with the import, so that
no page reads the file.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from passo.people.bringing_in.reading import READERS, Found, records_of_archive
from passo.people.bringing_in.work import Work
from passo.people.models import Import
from passo.readers import tables
from passo.readers.mail.archives import BROKEN
from passo.readers.records import Appointment, Card, Exported, Message, Problem, _

SHOWN = 3
TRIED = 40  # records, to find that many good ones
HEAD = 1 << 20
SAMPLES = 8
LONGEST = 120
MOST_SHEETS = 60
MOST_CELLS = 8
# None looks further than its own line: of millions of empty ones each would look to the end.
MARKS = {
    "vcard": re.compile(rb"BEGIN:VCARD", re.IGNORECASE),
    "calendar": re.compile(rb"BEGIN:VEVENT", re.IGNORECASE),
    "mbox": re.compile(rb"^From \S+ .*\d{4}[ \t\r]*$", re.MULTILINE),
    "json": re.compile(rb'"record": "person"'),
    "table": re.compile(rb"\n[ \t\r]*\S"),
}
NOTHING = _("Passo found no contact, mail or appointment in it.")
Seen = dict[str, Any]


def first_look(brought_by: Import, path: Path) -> Seen:
    """What its page shows; `trouble` says why it cannot be brought in as it is."""
    seen: Seen = {}
    if brought_by.kind in {"table", "workbook"}:
        seen["table"] = look_at_table(brought_by, path)
    found = list(islice(first_records(brought_by, path), TRIED))
    problems = [one for one in found if isinstance(one, Problem)]
    good = [told for one in found if (told := told_of(one))]
    seen["first"] = good[:SHOWN]
    seen["about"], seen["is_exact"] = how_many(brought_by, path)
    if not good:
        first = problems[0] if problems else Problem(0, NOTHING)
        seen["trouble"] = [first.sentence, {k: str(v) for k, v in first.values.items()}]
    return seen


def first_records(brought_by: Import, path: Path) -> Iterator[Found]:
    work = Work(brought_by.business, brought_by)
    if brought_by.kind == "zip":
        yield from (read.record for read in records_of_archive(work, path))
    elif brought_by.kind == "workbook":
        with path.open("rb") as stream:
            yield from READERS["workbook"](work, stream)
    elif brought_by.kind in READERS:
        yield from READERS[brought_by.kind](work, BytesIO(head_of(path)))


def head_of(path: Path) -> bytes:
    """Cut where a line ends, so that the last record is whole or not there."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        if not stream.read(1):
            return head
    return head[: head.rfind(b"\n") + 1] or head


def look_at_table(brought_by: Import, path: Path) -> Seen:
    """How it is written, and what stands in it."""
    found = look_into_table(brought_by, path)
    return {
        "encoding": found.encoding,
        "header": found.header,
        "sheet": found.sheet,
        "sheets": [sheet[:LONGEST] for sheet in found.sheets[:MOST_SHEETS]],
        "layout": found.layout,
        "signature": found.signature,
        "rows": [[clean(cell) for cell in row[:MOST_CELLS]] for row in found.rows],
    }


def look_into_table(brought_by: Import, path: Path, *, header: int | None = None) -> tables.Preview:
    """Of a CSV the beginning; a workbook cannot be read in part."""
    options = brought_by.options
    encoding, sheet = options.get("encoding", ""), options.get("sheet", "")
    header = options.get("header") if header is None else header
    with path.open("rb") if brought_by.kind == "workbook" else BytesIO(head_of(path)) as stream:
        return tables.preview(stream, encoding=encoding, sheet=sheet, header=header)


def how_many(brought_by: Import, path: Path) -> tuple[int, bool]:
    """Counted in a small file; of a large one a few places say about how many."""
    if brought_by.kind == "zip":
        return files_in(path), True
    if brought_by.kind == "eml":
        return 1, True
    mark = MARKS.get(brought_by.kind)
    if mark is None or not brought_by.bytes:
        return 0, False
    found = looked_at = 0
    for piece in samples(path, brought_by.bytes):
        found += len(mark.findall(piece.replace(b"\0", b"")))
        looked_at += len(piece)
    is_exact = looked_at >= brought_by.bytes and brought_by.kind != "table"
    return round(found * brought_by.bytes / max(looked_at, 1)), is_exact


def samples(path: Path, size: int) -> Iterator[bytes]:
    with path.open("rb") as stream:
        if size <= SAMPLES * HEAD:
            yield stream.read()
            return
        for number in range(SAMPLES):
            stream.seek(number * (size - HEAD) // (SAMPLES - 1))
            yield stream.read(HEAD)


def files_in(path: Path) -> int:
    if path.is_dir():
        return sum(1 for _one in path.rglob("*"))
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(not one.is_dir() for one in archive.infolist())
    except BROKEN:
        return 0


def told_of(found: Found) -> Seen | None:
    """One record in three words: who, what, when."""
    if isinstance(found, Card):
        who = found.name or " ".join(filter(None, (found.given, found.family)))
        rest = [found.organisation, *(one.value for one in (*found.mails[:1], *found.phones[:1]))]
        return seen_of(who or found.organisation, rest)
    if isinstance(found, Message):
        who = (found.sender.name or found.sender.address) if found.sender else ""
        to = [one.name or one.address for one in found.to[:1]]
        return seen_of(found.subject, [f"{who} → {to[0]}" if to else who], found.sent_at)
    if isinstance(found, Appointment):
        others = [one.name or one.address for one in found.attendees[:3]]
        return seen_of(found.title, others, found.starts_at)
    if isinstance(found, Exported) and found.record == "person":
        rest = [way["said"] for way in found.values["ways"][:2]]
        return seen_of(found.values["name"], rest)
    return None


def seen_of(what: str, rest: list[str], at: Any = None) -> Seen:
    words = [clean(one) for one in rest if one]
    return {"what": clean(what), "rest": words, "at": at.isoformat() if at else ""}


def clean(words: str) -> str:
    return " ".join(words.replace("\0", "").split())[:LONGEST]
