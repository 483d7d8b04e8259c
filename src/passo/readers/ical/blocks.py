"""A calendar file, cut into its events without understanding them.

It looks only at where lines and events begin, and keeps only the lines that Passo has a use for,
so that memory stays flat whatever the file holds.
"""

import codecs
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from passo.readers.ical.zones import CalendarZones
from passo.readers.records import Problem, _

CHUNK = 1 << 16
LONGEST = 1 << 20  # bytes kept of one line
LARGEST = 4 << 20  # bytes kept of one event; ten thousand attendees need two
LARGEST_ZONE = 1000  # lines kept of one zone
LONGEST_ZONE_LINE = 2000
MOST_ZONES = 1000  # kept of one calendar
TEXTS = frozenset({b"DESCRIPTION", b"LOCATION", b"SUMMARY"})
REPEATING = frozenset({b"RRULE", b"RDATE", b"RECURRENCE-ID"})
WANTED = REPEATING | frozenset(
    b"ATTENDEE CLASS DESCRIPTION DTEND DTSTART DURATION EXDATE EXRULE LOCATION ORGANIZER"
    b" SEQUENCE STATUS SUMMARY TRANSP UID".split()
)
# What else may stand in an event (RFC 5545, 7986, 9073, 9253): it ends a text, as all of ours does.
ORDINARY = WANTED | frozenset(
    b"ATTACH CALENDAR-ADDRESS CATEGORIES COLOR COMMENT CONCEPT CONFERENCE CONTACT CREATED DTSTAMP"
    b" GEO IMAGE LAST-MODIFIED LINK LOCATION-TYPE NAME PARTICIPANT-TYPE PERCENT-COMPLETE PRIORITY"
    b" REFID RELATED-TO REQUEST-STATUS RESOURCES SOURCE STRUCTURED-DATA STYLED-DESCRIPTION URL"
    b" ALARMID DALARM AALARM MALARM PALARM METHOD PRODID VERSION".split()
)


@dataclass(slots=True)
class Block:
    """One event as it stands in the file, unfolded: its lines, and where each of them began."""

    number: int
    line: int
    zones: CalendarZones
    text: list[bytes] = field(default_factory=list)
    lines: "array[int]" = field(default_factory=lambda: array("Q"))
    size: int = 0
    repeats: bool = False
    is_text_open: bool = False  # its last line is a text that may go on without the space it needs
    more: list[bytes] = field(default_factory=list)  # how it went on so far

    def add(self, line: int, text: bytes) -> None:
        self.join()
        self.size += len(text)
        if self.size <= LARGEST:
            self.text.append(text)
            self.lines.append(line)

    def go_on(self, text: bytes) -> None:
        self.size += len(text) + 2
        if self.size <= LARGEST:
            self.more.append(text.replace(b"\\", b"\\\\"))

    def join(self) -> None:
        """At once: adding each line to the text would copy a long one thousands of times."""
        if self.more:
            self.text[-1] = b"\\n".join([self.text[-1], *self.more])
            self.more = []


def physical_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of the stream as UTF-8 (or as they are), each cut off at `LONGEST`."""
    rest, is_cut = b"", False
    for chunk in _clean_chunks(stream):
        lines = (rest + chunk).split(b"\n") if not is_cut else _after_cut(rest, chunk)
        rest = lines.pop()
        is_cut = len(rest) >= LONGEST
        if is_cut:
            rest = rest[:LONGEST]
        yield from lines
    if rest:
        yield rest


def _after_cut(rest: bytes, chunk: bytes) -> list[bytes]:
    __, end, after = chunk.partition(b"\n")
    return [rest, *after.split(b"\n")] if end else [rest]


def _clean_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """Chunks in which a line ends with a line feed and nothing is NUL."""
    is_return_open = False
    for chunk in _recoded(stream):
        if b"\0" in chunk:
            chunk = chunk.translate(None, b"\0")  # noqa: PLW2901 - the same chunk, cleaned
        if is_return_open and chunk[:1] == b"\n":
            chunk = chunk[1:]  # noqa: PLW2901 - the other half of a line end that is already given
        is_return_open = chunk[-1:] == b"\r"
        yield chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _recoded(stream: BinaryIO) -> Iterator[bytes]:
    first = stream.read(CHUNK)
    encoding = _wide_encoding(first)
    chunks = _chunks(stream, first.removeprefix(codecs.BOM_UTF8))
    if not encoding:
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for chunk in chunks:
        yield decoder.decode(chunk).removeprefix("\ufeff").encode(errors="replace")


def _chunks(stream: BinaryIO, first: bytes) -> Iterator[bytes]:
    chunk = first
    while chunk:
        yield chunk
        chunk = stream.read(CHUNK)


def _wide_encoding(first: bytes) -> str:
    """UTF-16 shows itself by its mark, or by the NUL beside the B of BEGIN."""
    if first[:2] == codecs.BOM_UTF16_LE or first[:4] == b"B\0E\0":
        return "utf-16-le"
    if first[:2] == codecs.BOM_UTF16_BE or first[:4] == b"\0B\0E":
        return "utf-16-be"
    return ""


def unfolded_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes] | Problem]:
    """Each line with the number of the physical line that it begins on."""
    parts: list[bytes] = []
    start = size = 0
    for number, line in enumerate(physical_lines(stream), 1):
        if line[:1] in (b" ", b"\t") and parts:
            size += len(line)
            if size <= LONGEST:
                parts.append(line[1:])
        elif parts and parts[-1][-1:] == b"=" and _is_quoted_printable(parts[0]):
            parts[-1] = parts[-1][:-1]
            size += len(line)
            if size <= LONGEST:
                parts.append(line)
        elif line:
            yield from _one(start, parts, size)
            parts, start, size = [line], number, len(line)
    yield from _one(start, parts, size)


def _one(start: int, parts: list[bytes], size: int) -> Iterator[tuple[int, bytes] | Problem]:
    if size >= LONGEST and not parts[0][:6].upper().startswith((b"ATTACH", b"X-")):
        yield Problem(start, _("This line is far too long. Only its beginning was read."))
    if parts:
        yield start, parts[0] if len(parts) == 1 else b"".join(parts)


def _is_quoted_printable(text: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in text.partition(b":")[0].upper()


class Scanner:
    """Where in a calendar we are: in which event or time zone, and how deep in it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.zones = CalendarZones()
        self.event: Block | None = None
        self.zone: list[bytes] | None = None
        self.inside: list[bytes] = []  # components within the event or zone, and skipped ones
        self.count = 0
        self.is_calendar = False
        self.is_lost = False

    def blocks(self) -> Iterator[Block | Problem]:
        for item in unfolded_lines(self.stream):
            if isinstance(item, Problem):
                yield item
                continue
            yield from self.read(*item)
        if self.event is not None:
            yield Problem(self.event.line, _("The file breaks off within this appointment."))
            yield from self.close()
        elif not self.is_calendar:
            yield Problem(1, _("This is not a calendar file."))

    def read(self, line: int, text: bytes) -> Iterator[Block | Problem]:
        if text[:1] in b"BbEe" and text[:6].upper().startswith((b"BEGIN:", b"END:")):
            yield from self.turn(line, text)
        elif self.event is not None:
            if not self.inside:
                yield from self.keep(self.event, line, text)
        elif self.zone is not None:
            if len(self.zone) < LARGEST_ZONE:
                self.zone.append(text[:LONGEST_ZONE_LINE])
        elif not self.inside:
            yield from self.outside(line, text)

    def turn(self, line: int, text: bytes) -> Iterator[Block | Problem]:
        """A component begins or ends."""
        word, __, name = text.partition(b":")
        name = name.strip().upper()
        if word.upper() == b"BEGIN":
            yield from self.begin(line, name)
        else:
            yield from self.end(name)

    def begin(self, line: int, name: bytes) -> Iterator[Block | Problem]:
        if name in (b"VEVENT", b"VCALENDAR"):
            yield from self.leave()
            self.is_calendar, self.is_lost = True, False
            if name == b"VCALENDAR":
                self.zones = CalendarZones()
                return
            self.count += 1
            self.event = Block(self.count, line, self.zones)
        elif name == b"VTIMEZONE" and self.event is None:
            self.zone, self.inside = [], []
        elif self.zone is not None:
            self.zone = [*self.zone[:LARGEST_ZONE], b"BEGIN:" + name[:50]]
        else:
            self.inside.append(name[:50])
            del self.inside[20:]

    def end(self, name: bytes) -> Iterator[Block | Problem]:
        if name == b"VEVENT":
            yield from self.close()
        elif name == b"VCALENDAR":
            yield from self.leave()
        elif name == b"VTIMEZONE" and self.zone is not None:
            if len(self.zones.defined) < MOST_ZONES:
                self.zones.define(self.zone)
            self.zone = None
        elif self.zone is not None:
            self.zone = [*self.zone[:LARGEST_ZONE], b"END:" + name[:50]]
        elif name in self.inside:
            del self.inside[self.inside.index(name) :]

    def leave(self) -> Iterator[Block | Problem]:
        """Something else begins: an event that is still open was not closed."""
        if self.event is not None:
            yield Problem(self.event.line, _("This appointment has no end line. It was read."))
        yield from self.close()

    def close(self) -> Iterator[Block]:
        if self.event is not None:
            self.event.join()
            yield self.event
        self.event, self.zone, self.inside = None, None, []

    def keep(self, event: Block, line: int, text: bytes) -> Iterator[Problem]:
        name = _name(text)
        if event.is_text_open and name not in ORDINARY and name[:2] != b"X-":
            event.go_on(text)
            return
        event.is_text_open = name in TEXTS
        if name in WANTED:
            event.add(line, text)
            event.repeats = event.repeats or name in REPEATING
        elif not name and not self.is_lost:
            self.is_lost = True  # one word for a whole run of such lines
            yield Problem(line, _("This line has no meaning in a calendar."), what=_shown(text))

    def outside(self, line: int, text: bytes) -> Iterator[Problem]:
        name = _name(text)
        if name == b"X-WR-TIMEZONE":
            self.zones.name = _shown(text.partition(b":")[2])
        elif not name and self.is_calendar and not self.is_lost:
            self.is_lost = True
            yield Problem(line, _("This line has no meaning in a calendar."), what=_shown(text))


def _name(text: bytes) -> bytes:
    """The name of a property, without the group that some write before it; empty if none."""
    head, colon, __ = text.partition(b":")
    name = head.partition(b";")[0].rpartition(b".")[2].strip().upper()
    return name if colon and name.replace(b"-", b"").replace(b"_", b"").isalnum() else b""


def _shown(text: bytes) -> str:
    return text[:200].decode(errors="replace").strip()
