"""Time zones by all the names that calendars give them.

First the names everyone knows, then those of Windows, then what can be made out of the name, then
what the calendar itself defines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from passo.readers.ical.moments import earlier, read_clock
from passo.readers.ical.rules import Rule, TooMuch, read_rule, unfold

OFFSET = re.compile(
    r"\(?(?:GMT|UTC)?\s*([+−-])\s*(\d{1,2})(?:[:.]?(\d\d))?\)?(.*)",
    re.IGNORECASE | re.DOTALL,
)
UTC_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d):?(\d\d)?")
LONGEST_NAME = 200
MOST_YEARS = 500  # kept of a defined zone
MOST_ONSETS = 100


@cache
def _names() -> dict[str, str]:
    """Every name in small letters, and every city, to the zone's own name."""
    zones = sorted(available_timezones())
    cities = {zone.rpartition("/")[2].replace("_", " ").lower(): zone for zone in zones}
    windows = {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}
    return cities | windows | {zone.lower(): zone for zone in zones} | {"z": "UTC"}


@lru_cache(maxsize=1024)
def known_zone(name: str) -> tzinfo | None:
    """The zone that a name means, wherever it comes from."""
    name = name.strip(" \"'\t")[:LONGEST_NAME]
    for candidate in _candidates(name.lower()):
        if candidate in _names():
            return ZoneInfo(_names()[candidate])
    return _zone_by_offset(name)


def _candidates(name: str) -> Iterator[str]:
    yield name
    yield name.rstrip(" 0123456789")
    yield name.replace("-", "/")
    parts = name.strip("/").split("/")  # /mozilla.org/20070129_1/Europe/Rome
    for length in (3, 2, 1):
        if len(parts) > length:
            yield "/".join(parts[-length:])
    yield from (city.strip() for city in re.split("[,;:]", name))


def _zone_by_offset(name: str) -> tzinfo | None:
    """(UTC+01:00) Amsterdam, Berlin, Bern: the first city that we know, else the hours.

    The first city is told here, the others by their commas.
    """
    found = OFFSET.fullmatch(name)
    if found is None:
        return None
    sign, hours, minutes, cities = found.groups()
    city = re.split("[,;]", cities.lower())[0].strip()
    if city in _names():
        return ZoneInfo(_names()[city])
    ahead = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if ahead >= timedelta(hours=24):
        return None
    return timezone(ahead if sign == "+" else -ahead)


@dataclass(slots=True)
class Observance:
    """One half of a defined zone: from when on its clocks are how far ahead of UTC."""

    start: datetime
    before: timedelta
    ahead: timedelta
    rules: list[Rule]
    dates: list[datetime]

    def onsets(self, low: datetime, high: datetime) -> Iterator[datetime]:
        yield self.start
        yield from self.dates
        for rule in self.rules:
            first = min(low, earlier(rule.until, timedelta(days=800))) if rule.until else low
            try:
                for number, onset in enumerate(unfold(rule, self.start, first, high)):
                    if number == MOST_ONSETS:
                        break
                    yield onset
            except TooMuch:
                return


class DefinedZone(tzinfo):
    """A time zone as a calendar defines it."""

    def __init__(self, observances: list[Observance]) -> None:
        self.observances = sorted(observances, key=lambda one: one.start)
        self.years: dict[int, tuple[list[datetime], list[timedelta]]] = {}

    def utcoffset(self, moment: datetime | None) -> timedelta:
        if moment is None:
            return self.observances[0].ahead
        onsets, offsets = self._year(moment.year)
        place = bisect_right(onsets, moment.replace(tzinfo=None))
        return offsets[place - 1] if place else self.observances[0].before

    def dst(self, moment: datetime | None) -> timedelta:
        return timedelta()

    def tzname(self, moment: datetime | None) -> str:
        return "defined"

    def fromutc(self, moment: datetime) -> datetime:
        return moment + self.utcoffset(moment + self.utcoffset(moment))

    def _year(self, year: int) -> tuple[list[datetime], list[timedelta]]:
        if year not in self.years:
            low = datetime(max(year - 1, 1), 1, 1)  # noqa: DTZ001 - clocks without zone
            high = datetime(year, 12, 31, 23, 59, 59)  # noqa: DTZ001
            pairs = sorted(
                (onset, one.ahead) for one in self.observances for onset in one.onsets(low, high)
            )
            if len(self.years) >= MOST_YEARS:
                self.years.clear()
            self.years[year] = ([pair[0] for pair in pairs], [pair[1] for pair in pairs])
        return self.years[year]


class CalendarZones:
    """The zones of one calendar: those everyone knows, and those that it defines."""

    __slots__ = ("defined", "name", "read")

    def __init__(self) -> None:
        self.name = ""  # of the whole calendar, X-WR-TIMEZONE
        self.defined: dict[str, list[bytes]] = {}
        self.read: dict[str, tzinfo | None] = {}

    def define(self, lines: list[bytes]) -> None:
        for line in lines:
            name, __, value = line.partition(b":")
            if name.partition(b";")[0].upper() == b"TZID":
                self.defined.setdefault(value.decode(errors="replace").strip(), lines)
                return

    def find(self, name: str) -> tzinfo | None:
        found = known_zone(name)
        if found is None and name in self.defined:
            if name not in self.read:
                self.read[name] = _defined_zone(self.defined[name])
            found = self.read[name]
        return found


def _defined_zone(lines: list[bytes]) -> tzinfo | None:
    observances: list[Observance] = []
    fields: list[tuple[str, str]] = []
    for line in lines:
        head, __, value = line.decode(errors="replace").partition(":")
        name = head.partition(";")[0].upper()
        if name == "BEGIN":
            fields = []
        elif name == "X-LIC-LOCATION" and (known := known_zone(value)):
            return known
        elif name == "END":
            observances += _observance(fields)
        else:
            fields.append((name, value.strip()))
    return DefinedZone(observances) if observances else None


def _observance(fields: list[tuple[str, str]]) -> list[Observance]:
    """One observance, or none where it is broken."""
    values = dict(fields)
    try:
        start = read_clock(values["DTSTART"])[0]
        ahead = _offset(values["TZOFFSETTO"])
        before = _offset(values.get("TZOFFSETFROM", values["TZOFFSETTO"]))

        def local(text: str) -> datetime:
            clock, is_utc, __ = read_clock(text)
            return clock + before if is_utc else clock

        rules = [read_rule(value, local) for name, value in fields if name == "RRULE"]
        dates = [
            read_clock(text)[0]
            for name, value in fields
            if name == "RDATE"
            for text in value.split(",")
        ]
    except (KeyError, ValueError, OverflowError):
        return []
    return [Observance(start, before, ahead, rules, dates)]


def _offset(text: str) -> timedelta:
    found = UTC_OFFSET.fullmatch(text)
    if found is None:
        raise ValueError(text[:50])
    sign, hours, minutes, seconds = found.groups()
    ahead = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0))
    if ahead >= timedelta(hours=24):
        raise ValueError(text[:50])
    return ahead if sign == "+" else -ahead
