"""Dates, times and lengths as a calendar writes them."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

EARLIEST = datetime(1, 1, 3, tzinfo=UTC)
LATEST = datetime(9999, 12, 29, tzinfo=UTC)
LONGEST = timedelta(days=3_000_000)
TIME = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)?:?(\d\d)?(?:[.,]\d+)?(?:(Z)|([+-]\d\d:?\d\d))?)?",
    re.IGNORECASE | re.ASCII,
)
LENGTH = re.compile(
    r"([+-])?P?(?:(\d{1,9})W)?(?:(\d{1,9})D)?"
    r"(?:T?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?",
    re.IGNORECASE,
)


class Moment(NamedTuple):
    """A time on the clock of a zone, or a day."""

    clock: datetime  # naive
    zone: tzinfo
    is_day: bool = False

    def on(self, clock: datetime) -> "Moment":
        return Moment(clock, self.zone, self.is_day)

    @property
    def instant(self) -> datetime:
        """In UTC; pushed a little away from the first and the last day that there are."""
        if self.clock.year in {1, 9999}:
            return min(max(self.clock.replace(tzinfo=UTC), EARLIEST), LATEST)
        return self.clock.replace(tzinfo=self.zone).astimezone(UTC)

    @property
    def key(self) -> str:
        """What it is called as one of a series, the same however it was written."""
        if self.is_day:
            return day_key(self.clock)
        return instant_key(self.instant)

    @property
    def midnight(self) -> datetime:
        """Where a day begins for its owner; near the first and last day there are, in UTC."""
        if self.clock.year in {1, 9999}:
            return self.instant
        return self.clock.replace(tzinfo=self.zone)


def instant_key(there: datetime) -> str:
    return f"{day_key(there)}T{there.hour:02}{there.minute:02}{there.second:02}Z"


def day_key(day: datetime) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def read_clock(text: str) -> tuple[datetime, bool, bool]:
    """Time on the clock, whether it is in UTC, whether it is only a day; or ValueError."""
    found = TIME.fullmatch(text.strip())
    if found is None:
        raise ValueError(text[:50])
    year, month, day, hour, minute, second, is_utc, ahead = found.groups()
    midnight = datetime(int(year), int(month), int(day))  # noqa: DTZ001 - zones come later
    if hour is None:
        return midnight, False, True
    if (int(hour), int(minute or 0)) == (24, 0):
        return midnight + timedelta(days=1), bool(is_utc), False
    clock = time(int(hour), int(minute or 0), min(int(second or 0), 59))
    there = datetime.combine(midnight, clock)
    return there - _ahead(ahead) if ahead else there, bool(is_utc or ahead), False


def _ahead(text: str) -> timedelta:
    """+0130"""
    length = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return -length if text[0] == "-" else length


def read_length(text: str) -> timedelta:
    """A length of time as `P1W`, `P1DT2H`, `PT45M`; or ValueError."""
    found = LENGTH.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        raise ValueError(text[:50])
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups()[1:])
    seconds += minutes * 60 + hours * 3600
    seconds += (weeks * 7 + days) * 86400
    length = min(timedelta(seconds=min(seconds, 86400 * 3_000_000)), LONGEST)
    return -length if found[1] == "-" else length


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def later(clock: datetime, length: timedelta) -> datetime:
    """`clock` + `length`, or the last time that there is."""
    try:
        return clock + length
    except OverflowError:
        return datetime.max.replace(microsecond=0, tzinfo=clock.tzinfo)


def earlier(clock: datetime, length: timedelta) -> datetime:
    try:
        return clock - length
    except OverflowError:
        return datetime.min.replace(tzinfo=clock.tzinfo)
