"""Passo's own export: everything about people in one JSON file, a record a line.

    {"format": "passo-people", "version": 1, …, "records": [
    {"record": "person", "uid": "urn:uuid:…", "name": "Paola Rinaldi", …},
    {"record": "touch", …}
    ]}

It is read piece by piece: memory holds one record and what came in with it. How the file is
broken into lines does not matter, so one that another program wrote again is read too. What each
record holds is said in `RECORDS` and in docs/how/export.md.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from passo.readers.records import Exported, Problem, _
from passo.readers.shapes import (
    OddError,
    Shape,
    clean,
    day,
    fields,
    flag,
    instance,
    many,
    moment,
    number,
    one_of,
    row,
    share,
    text,
)

FORMAT = "passo-people"
VERSION = 1
PIECE = 1 << 16
LONGEST_RECORD = 1 << 24  # letters; nobody's record comes near
LONGEST_HEAD = 1 << 16
LONGEST_TEXT = 1_000_000
INTEGER = 2**31 - 1
MOST = 10_000  # of anything that one record holds a list of
HEAD = re.compile(r'\ufeff?\s*\{\s*"format"\s*:\s*"passo-people"\s*,')
VERSION_SAID = re.compile(r'"version"\s*:\s*(\d{1,6})\b')
RECORDS_BEGIN = re.compile(r'"records"\s*:\s*\[')
BETWEEN = re.compile(r"[\s,]*")
NEXT = re.compile(r'\n\s*(?=\{\s*"record")')

NO_EXPORT = _("This file is no export of Passo.")
TOO_NEW = _("A newer Passo wrote this file. Update this Passo, then bring it in again.")
ODD = _("This record of the export is not as Passo writes it, and was passed over.")
UNKNOWN = _("This Passo does not know what a “%(record)s” is, and passed it over.")
CUT = _("The file ends in the middle: it was cut off while it was copied or written.")

WAYS = {
    "kind": one_of("mail", "phone", "place", "web"),
    "value": text(254),
    "said": text(400),
    "label": text(40),
    "place": many(text(400), 6),
}
CARD: dict[str, Shape] = {
    "name": text(200),
    "given": text(100),
    "family": text(100),
    "prefix": text(200),
    "nickname": text(100),
    "title": text(200),
    "org": text(200),
    "unit": text(200),
    "birthday": text(10),
    "note": text(20_000),
    "mails": many(row(254, 400, 40), MOST),
    "phones": many(row(254, 400, 40), MOST),
    "webs": many(row(254, 40), MOST),
    "places": many(row(*[400] * 5, 40), MOST),
    "tags": many(text(60), MOST),
    "is_org": flag,
    "from_mail": flag,
    "connected_on": text(10),
    "number": number(INTEGER),
}


def card(value: Any) -> dict[str, Any]:
    """As cards are kept: only what is there."""
    return {name: told for name, told in fields(CARD)(value).items() if told}


def reason(value: Any) -> list[Any]:
    """As a pair has it: what is alike, the sentence, its values, how much it weighs."""
    feature, sentence, values, weight = [*instance(value, list, []), None, None, None, None][:4]
    told = instance(values, dict, {})
    if not feature or not sentence or not isinstance(weight or 0, int | float):
        raise OddError
    plain = {name: one for name, one in told.items() if isinstance(one, str | int | float)}
    clean_values = {
        clean(name): clean(one) if isinstance(one, str) else one for name, one in plain.items()
    }
    return [text(40)(feature), text(400)(sentence), clean_values, weight or 0]


SOURCE = {
    "file": text(200),
    "line": number(INTEGER),
    "outer_id": text(400),
    "key": text(64),
    "card": card,
}
SIGNAL = {
    "kind": text(20),
    "ours": flag,
    "at": moment,
    "on": day,
    "quote": text(160),
    "certainty": share,
    "deed": text(8),
    "address": text(254),
}
RECORDS: dict[str, dict[str, Shape]] = {
    "own_address": {"address": text(254)},
    "free_mail_domain": {"domain": text(190)},
    "left_out": {
        "address": text(254),
        "name": text(200),
        "because": text(300),
        "messages": number(INTEGER),
        "last_at": moment,
        "verdict": one_of("", "person", "no"),
        "decided_at": moment,
    },
    "organisation": {
        "key": text(200),
        "name": text(200),
        "domain": text(190),
        "note": text(LONGEST_TEXT),
        "ways": many(fields(WAYS), MOST),
        "sources": many(fields(SOURCE), MOST),
    },
    "person": {
        "uid": text(60),
        "name": text(200),
        "given": text(100),
        "family": text(100),
        "nickname": text(100),
        "job_title": text(200),
        "organisation": text(200),
        "birthday": text(10),
        "note": text(LONGEST_TEXT),
        "cares_about": text(300),
        "kept": many(text(400), MOST),
        "consent": one_of("", "agreed", "refused"),
        "consent_note": text(200),
        "consent_on": day,
        "cadence_days": number(36_500),
        "left_out": flag,
        "added_at": moment,
        "ways": many(fields(WAYS), MOST),
        "positions": many(
            fields({"organisation": text(200), "job_title": text(200), "own": flag}), MOST
        ),
        "tags": many(text(60), MOST),
        "sources": many(fields(SOURCE), MOST),
    },
    "touch": {
        "uid": text(60),
        "kind": one_of("note", "mail", "call", "meeting", "visit", "message", "letter"),
        "at": moment,
        "direction": one_of("both", "out", "in"),
        "subject": text(300),
        "text": text(LONGEST_TEXT),
        "minutes": number(INTEGER),
        "size": number(INTEGER),
        "key": text(64),
        "outer_id": text(400),
        "thread": text(64),
        "step": text(300),
        "step_on": day,
        "promise": one_of("", "ours", "theirs"),
        "noted_by": text(254),
        "by_hand": flag,
        "people": many(
            fields(
                {
                    "person": text(60),
                    "address": text(254),
                    "direction": one_of("both", "out", "in"),
                }
            ),
            MOST,
        ),
        "signals": many(fields(SIGNAL), MOST),
    },
    "tie": {"one": text(60), "other": text(60), "declared": share, "note": text(200)},
    "pair": {
        "one": text(60),
        "other": text(60),
        "probability": share,
        "because": many(reason, 40),
        "decided_at": moment,
        "state": one_of("waiting", "unsure", "separate"),
    },
}
# Without these a record says nothing.
NEEDED = {
    "own_address": ("address",),
    "free_mail_domain": ("domain",),
    "left_out": ("address",),
    "organisation": ("name",),
    "person": ("uid", "name"),
    "touch": ("uid", "at"),
    "tie": ("one", "other", "declared"),
    "pair": ("one", "other"),
}
SHAPED = {name: fields(shapes) for name, shapes in RECORDS.items()}
DECODER = json.JSONDecoder()


def is_export(head: str) -> bool:
    """Whether a file that begins so is one of ours."""
    return bool(HEAD.match(head))


def read_export(stream: BinaryIO) -> Iterator[Exported | Problem]:
    pieces = Pieces(stream)
    trouble = pieces.find_records()
    if trouble:
        yield Problem(1, trouble)
        return
    while True:
        pieces.skip()
        if pieces.is_over():
            return
        line = pieces.line
        found = pieces.value()
        yield found if isinstance(found, Problem) else record_of(line, found)
        if isinstance(found, Problem) and found.sentence == CUT:
            return


def record_of(line: int, found: Any) -> Exported | Problem:
    name = found.get("record") if isinstance(found, dict) else None
    if not isinstance(name, str):
        return Problem(line, ODD)
    if name not in SHAPED:
        return Problem(line, UNKNOWN, {"record": clean(name[:60])})
    try:
        values = SHAPED[name](found)
    except OddError:
        return Problem(line, ODD, what=clean(str(found.get("name", ""))[:200]))
    if any(values[needed] in {"", None} for needed in NEEDED[name]):
        return Problem(line, ODD)
    return Exported(line, name, values)


class Pieces:
    """The text of the file, as much of it as one record needs."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.letters = codecs.getincrementaldecoder("utf-8")("replace")
        self.text = ""
        self.place = 0
        self.line = 1
        self.is_at_end = False

    def more(self, size: int = PIECE) -> None:
        """Forgets what was read, and reads on."""
        piece = self.stream.read(size)
        self.is_at_end = not piece
        self.text = self.text[self.place :] + self.letters.decode(piece, final=not piece)
        self.place = 0

    def go_to(self, place: int) -> None:
        self.line += self.text.count("\n", self.place, place)
        self.place = place

    def find_records(self) -> str:
        """To the first record; a sentence where there are none."""
        begin = None
        while not begin and not self.is_at_end and len(self.text) < LONGEST_HEAD:
            self.more()
            begin = RECORDS_BEGIN.search(self.text)
        if not begin or not is_export(self.text):
            return NO_EXPORT
        version = VERSION_SAID.search(self.text, 0, begin.start())
        if version is None or int(version[1]) > VERSION:
            return TOO_NEW if version else NO_EXPORT
        self.go_to(begin.end())
        return ""

    def skip(self) -> None:
        """What stands between two records."""
        while True:
            found = BETWEEN.match(self.text, self.place)
            self.go_to(found.end() if found else self.place)
            if self.place < len(self.text) or self.is_at_end:
                return
            self.more()

    def is_over(self) -> bool:
        return self.text.startswith("]", self.place)

    def value(self) -> Any:
        """The next one; of what is broken or beyond all reason a Problem, and on to the next."""
        size = PIECE
        while True:
            try:
                found, end = DECODER.raw_decode(self.text, self.place)
            except (ValueError, RecursionError) as wrong:
                if self.is_at_end or not could_go_on(wrong, self):
                    return self.pass_over()
                size *= 2
                self.more(size)
            else:
                self.go_to(end)
                return found

    def pass_over(self) -> Problem:
        """To the line where the next record begins."""
        line = self.line
        while True:
            found = NEXT.search(self.text, self.place)
            if found:
                self.go_to(found.end())
                return Problem(line, ODD)
            if self.is_at_end:
                return Problem(line, CUT)
            self.go_to(max(self.place, len(self.text) - LONGEST_HEAD))
            self.more()


def could_go_on(wrong: Exception, pieces: Pieces) -> bool:
    """Whether it is only that the rest of the record has not been read yet."""
    length = len(pieces.text) - pieces.place
    if isinstance(wrong, RecursionError) or length > LONGEST_RECORD:
        return False
    return not NEXT.search(pieces.text, pieces.place)
