"""One event, from its lines to what they mean."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from quopri import decodestring
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from passo.readers.ical.blocks import LARGEST, Block
from passo.readers.ical.moments import Moment, read_clock, read_length
from passo.readers.ical.rules import Rule, read_rule
from passo.readers.records import Appointment, Attendee, Problem, _

KEPT_ATTENDEES = 100
LONGEST_TITLE = 1000
LONGEST_NOTE = 100_000
LONGEST_UID = 255
LONGEST_ADDRESS, LONGEST_WRITTEN = 254, 1_000
MOST_DATES = 20_000  # named one by one in a series
DAY = timedelta(days=1)
PARAMETER = re.compile(r'([A-Za-z0-9_-]+)=((?:"[^"]*"|[^;"]+)*)')
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
BARE_TIME = re.compile(r":\d{8}(T\d{4,6}Z?)?\s*$")
IN_NAME = re.compile(r"\\([,;\"])")
CARET = re.compile(r"\^([n^'])")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff]")
ANSWERS = frozenset({"accepted", "declined", "tentative"})
KINDS = frozenset({"group", "resource", "room"})


@dataclass(slots=True)
class Event:
    """What one VEVENT says, and where it stands."""

    block: Block
    appointment: Appointment
    start: Moment
    length: timedelta
    sequence: int = 0
    instance: Moment | None = None  # which one of a series it changes
    is_also_later: bool = False  # … and those after it
    rules: list[Rule] = field(default_factory=list)
    excluding: list[Rule] = field(default_factory=list)
    added: list[tuple[Moment, timedelta]] = field(default_factory=list)
    excluded: list[Moment] = field(default_factory=list)


class EventReader:
    """Reads one block. What it did not understand stands in `problems`."""

    def __init__(self, block: Block, zone: ZoneInfo) -> None:
        self.block = block
        self.zone = zone
        self.problems: list[Problem] = []
        self.unknown_zone = ""
        self.values: dict[str, tuple[int, str, str]] = {}  # line, parameters, value
        self.several: dict[str, list[tuple[int, str, str]]] = {}
        self.event: Event | None = None
        self._take_apart()
        self.event = self._event()

    def _take_apart(self) -> None:
        for line, text in zip(self.block.lines, decoded(self.block.text), strict=True):
            name, parameters, value = take_apart(text)
            if name in {"ATTENDEE", "EXDATE", "RDATE", "RRULE", "EXRULE"}:
                self.several.setdefault(name, []).append((line, parameters, value))
            else:
                self.values.setdefault(name, (line, parameters, value))
        if self.block.size > LARGEST:
            self.complain(self.block.line, _("This appointment is far too big. Its end was left."))

    def complain(self, line: int, sentence: str, what: str = "", **values: Any) -> None:
        self.problems.append(Problem(line, sentence, values, what[:200]))

    def text(self, name: str, longest: int) -> str:
        """A text, with what is written in codes put back."""
        __, parameters, value = self.values.get(name, (0, "", ""))
        if "QUOTED-PRINTABLE" in parameters.upper():
            charset = parameters_of(parameters).get("CHARSET", "utf-8")
            value = decode_quoted(value, charset)
        if "\\" in value:
            value = ESCAPED.sub(_unescaped, value)
        return UNSEEN.sub("", value[: longest * 2])[:longest].strip()

    def _event(self) -> Event | None:
        start = self._start()
        if start is None:
            return None
        event = Event(self.block, self._appointment(start), start, self._length(start))
        event.sequence = _number(self.values.get("SEQUENCE", (0, "", "0"))[2])
        event.instance, event.is_also_later = self._instance()
        if self.block.repeats:
            self._repeat(event)
            event.appointment.is_repeating = bool(event.rules or event.added or event.instance)
        return event

    def _start(self) -> Moment | None:
        if "DTSTART" not in self.values:
            self.complain(
                self.block.line,
                _("This appointment says no start, so it was left out."),
                self.text("SUMMARY", LONGEST_TITLE),
            )
            return None
        line, parameters, value = self.values["DTSTART"]
        try:
            return self.moment(value, parameters)
        except (ValueError, OverflowError):
            self.complain(
                line, _("The start of this appointment is not a date, so it was left out."), value
            )
            return None

    def moment(self, value: str, parameters: str = "") -> Moment:
        """A time on the clock of its zone; or ValueError."""
        clock, is_utc, is_day = read_clock(value.strip())
        if is_day:
            return Moment(clock, self.zone, is_day=True)
        if is_utc:
            return Moment(clock, UTC)
        name = parameters_of(parameters).get("TZID", "") if parameters else ""
        return Moment(clock, self._zone(name))

    def _zone(self, name: str) -> tzinfo:
        if not name:
            return self.block.zones.find(self.block.zones.name) or self.zone
        found = self.block.zones.find(name)
        if found is None:
            self.unknown_zone = name
        return found or self.block.zones.find(self.block.zones.name) or self.zone

    def _length(self, start: Moment) -> timedelta:
        """From start to end; a day where a day has no end."""
        name = "DTEND" if "DTEND" in self.values else "DURATION"
        usual = DAY if start.is_day else timedelta()
        if name not in self.values:
            return usual
        line, parameters, value = self.values[name]
        try:
            length = self._said_length(start, name, parameters, value)
        except (ValueError, OverflowError):
            self.complain(line, _("The end of this appointment is not a time."), value)
            return usual
        if length < timedelta():
            self.complain(line, _("This appointment ends before it starts."), value)
        return max(length, usual if start.is_day else timedelta())

    def _said_length(self, start: Moment, name: str, parameters: str, value: str) -> timedelta:
        if name == "DURATION":
            length = read_length(value)
            return timedelta(days=-(-length // DAY)) if start.is_day else length
        end = self.moment(value, parameters)
        if start.is_day:
            return timedelta(days=(end.clock.date() - start.clock.date()).days)
        return end.instant - start.instant

    def _instance(self) -> tuple[Moment | None, bool]:
        if "RECURRENCE-ID" not in self.values:
            return None, False
        line, parameters, value = self.values["RECURRENCE-ID"]
        try:
            return self.moment(value, parameters), "THISANDFUTURE" in parameters.upper()
        except (ValueError, OverflowError):
            self.complain(line, _("Which time of a series this changes is not clear."), value)
            return None, False

    def _repeat(self, event: Event) -> None:
        if event.start.zone is UTC and (zone := self.block.zones.find(self.block.zones.name)):
            # Some calendars write everything in UTC and say beside it on whose clock it repeats.
            there = event.start.instant.astimezone(zone).replace(tzinfo=None)
            event.start = Moment(there, zone)
        event.rules = self._rules("RRULE", event.start)
        event.excluding = self._rules("EXRULE", event.start)
        event.excluded = [when for when, __ in self._dates("EXDATE", event)]
        event.added = self._dates("RDATE", event)

    def _rules(self, name: str, start: Moment) -> list[Rule]:
        rules = []
        for line, __, value in self.several.get(name, ())[:10]:
            try:
                rules.append(read_rule(value, lambda text: self._until(text, start)))
            except (ValueError, OverflowError):
                self.complain(
                    line,
                    _("How this appointment repeats was not understood. Its first time was read."),
                    value,
                )
        return rules

    def _until(self, text: str, start: Moment) -> datetime:
        clock, is_utc, is_day = read_clock(text)
        if is_day or start.is_day:
            return clock.replace(hour=23, minute=59, second=59)
        if is_utc:
            return Moment(clock, UTC).instant.astimezone(start.zone).replace(tzinfo=None)
        return clock

    def _dates(self, name: str, event: Event) -> list[tuple[Moment, timedelta]]:
        found: list[tuple[Moment, timedelta]] = []
        for line, parameters, value in self.several.get(name, ()):
            for text in value.split(",") if value.strip(", ") else ():
                if len(found) >= MOST_DATES:
                    self.complain(line, _("This appointment names far too many dates."))
                    return found
                self._add_date(found, line, (parameters, text.strip()), event)
        return found

    def _add_date(
        self,
        found: list[tuple[Moment, timedelta]],
        line: int,
        said: tuple[str, str],
        event: Event,
    ) -> None:
        """One date of a list; it may be a period with an end of its own."""
        parameters, (text, __, end) = said[0], said[1].partition("/")
        try:
            start = self.moment(text, parameters)
            length = event.length
            if end and end[:1] in "Pp+-":
                length = read_length(end)
            elif end:
                length = self.moment(end, parameters).instant - start.instant
        except (ValueError, OverflowError):
            self.complain(line, _("This is not a date of a series."), said[1])
        else:
            found.append((start, max(length, timedelta())))

    def _appointment(self, start: Moment) -> Appointment:
        attendees = self.several.get("ATTENDEE", [])
        people = [attendee(parameters, value) for __, parameters, value in attendees[:100]]
        return Appointment(
            line=self.block.number,
            uid=self._uid(),
            is_all_day=start.is_day,
            title=" ".join(self.text("SUMMARY", LONGEST_TITLE).split()),
            location=" ".join(self.text("LOCATION", LONGEST_TITLE).split()),
            note=self.text("DESCRIPTION", LONGEST_NOTE),
            organizer=self._organizer(),
            attendees=people,
            is_cancelled=self._word("STATUS") == "CANCELLED",
            is_private=self._word("CLASS") in {"PRIVATE", "CONFIDENTIAL"},
            is_free=self._word("TRANSP") == "TRANSPARENT",
            people=len(attendees),
        )

    def _word(self, name: str) -> str:
        return self.values[name][2].strip().upper() if name in self.values else ""

    def _organizer(self) -> Attendee | None:
        __, parameters, value = self.values.get("ORGANIZER", (0, "", ""))
        who = attendee(parameters, value)
        return who if who.address or who.name else None

    def _uid(self) -> str:
        """Its own, or one made from all that it says."""
        uid = self.text("UID", LONGEST_UID + 1)
        if uid and len(uid) <= LONGEST_UID:
            return uid
        said = uid.encode(errors="replace") or b"\n".join(self.block.text)
        return "made-" + hashlib.sha256(said).hexdigest()[:40]


def decoded(lines: list[bytes]) -> list[str]:
    """Lines as text: UTF-8, and what is not is taken for Windows'."""
    try:
        return b"\n".join(lines).decode().split("\n") if lines else []
    except UnicodeDecodeError:
        return [_decoded(line) for line in lines]


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def take_apart(text: str) -> tuple[str, str, str]:
    """Name in capitals, parameters, value. A colon within quotes does not end the parameters."""
    head, __, value = text.partition(":")
    if '"' in head:
        while head.count('"') % 2 and (more := value.partition(":"))[1]:
            head, value = f"{head}:{more[0]}", more[2]
        if head.count('"') % 2:
            head, __, value = text.partition(":")
    if ":" in value and "TZID=" in head and BARE_TIME.search(value):
        head, __, value = text.rpartition(":")  # TZID=(UTC+01:00) Rome, without quotes
    name, __, parameters = head.partition(";")
    return name.rpartition(".")[2].strip().upper(), parameters, value


def parameters_of(text: str) -> dict[str, str]:
    return {name.upper(): value.strip('" ') for name, value in PARAMETER.findall(text)}


def decode_quoted(value: str, charset: str) -> str:
    raw = decodestring(value.encode(errors="replace"))
    try:
        return raw.decode(charset)
    except (LookupError, ValueError):
        return _decoded(raw)


def _unescaped(found: "re.Match[str]") -> str:
    return "\n" if found[1] in "nN" else found[1]


def _number(text: str) -> int:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0  # noqa: PLR2004


def attendee(parameters: str, value: str) -> Attendee:
    said = parameters_of(parameters) if parameters else {}
    address = _address(value) or _address(said.get("EMAIL", ""))
    answer = said.get("PARTSTAT", "").lower()
    kind = said.get("CUTYPE", "").lower()
    if address.endswith(("@resource.calendar.google.com", "@group.calendar.google.com")):
        kind = "resource"
    return Attendee(
        _person_name(said.get("CN", "")),
        address,
        answer if answer in ANSWERS else "",
        kind if kind in KINDS else "individual",
    )


def _address(value: str) -> str:
    address = value.strip()[:LONGEST_WRITTEN].lower()
    while address.startswith("mailto:"):
        address = address[7:].lstrip()
    address = unquote(address.partition("?")[0]).strip("<>\"' ")
    is_mail = "@" in address and ":" not in address and address[0] != "/"
    is_mail = is_mail and len(address) <= LONGEST_ADDRESS
    return address if is_mail and not UNSEEN.search(address) and len(address.split()) == 1 else ""


def _person_name(text: str) -> str:
    """A mail address in the place of a name is no name."""
    if "^" in text:
        text = CARET.sub(lambda found: {"n": " ", "^": "^", "'": '"'}[found[1]], text)
    name = " ".join(UNSEEN.sub("", IN_NAME.sub(r"\1", text)).split())[:LONGEST_TITLE]
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    return "" if "@" in name else name
