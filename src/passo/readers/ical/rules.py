"""Rules of repetition (RFC 5545, 3.3.10), unfolded with a limit on the work.

Each period (a year, a month, a week, a day, an hour …) gives a set of days, each day its times;
`BYSETPOS` chooses among them. A rule that finds nothing, or far too much, ends in `TooMuch`
rather than never.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count as count_up
from itertools import product

MOST_WORK = 50_000  # days and times looked at for one rule
MOST_HOURS = 20_000  # the same, for rules by hour, minute or second
MOST_TIMES = 1440  # times within one period
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SECONDS = {"DAILY": 86400, "HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", *SECONDS)
BOUNDS = {
    "BYSECOND": (0, 60),
    "BYMINUTE": (0, 59),
    "BYHOUR": (0, 23),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYMONTH": (1, 12),
    "BYSETPOS": (-366, 366),
}
NEVER_ZERO = {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"}
BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


class TooMuch(Exception):  # noqa: N818 - it is not a fault, it is a limit
    """The rule asks for more work than any appointment is worth."""


@dataclass(slots=True)
class Rule:
    frequency: str
    interval: int
    count: int | None
    until: datetime | None  # on the clock of the event
    by: dict[str, tuple[int, ...]]
    days: tuple[tuple[int, int], ...]  # (which, weekday); 0: every one
    week_start: int


def read_rule(text: str, local: Callable[[str], datetime]) -> Rule:
    """A rule, or ValueError. `local` reads the time of UNTIL on the clock of the event."""
    parts = {
        name.strip().upper(): value.strip().upper()
        for name, __, value in (
            part.partition("=") for part in text.replace("\\", "").strip("; ").split(";")
        )
    }
    frequency = parts.get("FREQ", "")
    interval = int(parts.get("INTERVAL") or 1)
    if frequency not in FREQUENCIES or interval < 1:
        raise ValueError(text[:100])
    if parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise ValueError(text[:100])
    return Rule(
        frequency,
        min(interval, 10_000_000),
        _count(parts.get("COUNT", "")),
        local(parts["UNTIL"]) if parts.get("UNTIL") else None,
        {name: _numbers(name, parts[name]) for name in BOUNDS if parts.get(name)},
        tuple(_weekday(day.strip()) for day in parts.get("BYDAY", "").split(",") if day.strip()),
        DAYS.index(parts.get("WKST") or "MO"),
    )


def _count(text: str) -> int | None:
    if text and int(text) < 1:
        raise ValueError(text)
    return int(text) if text else None


def _numbers(name: str, text: str) -> tuple[int, ...]:
    low, high = BOUNDS[name]
    numbers = {int(number) for number in text.split(",") if number.strip()}
    if name == "BYSECOND":
        numbers = {min(number, 59) for number in numbers}
    if not all(low <= number <= high for number in numbers):
        raise ValueError(text[:100])
    if name in NEVER_ZERO and 0 in numbers:
        raise ValueError(text[:100])
    return tuple(sorted(numbers))


def _weekday(text: str) -> tuple[int, int]:
    found = BYDAY.fullmatch(text)
    if found is None or (found[1] and int(found[1]) == 0):
        raise ValueError(text[:100])
    return int(found[1] or 0), DAYS.index(found[2])


def unfold(
    rule: Rule, start: datetime, low: datetime, high: datetime, work: int = MOST_WORK
) -> Iterator[datetime]:
    """The starts from `low` to `high`, in order, of what first started at `start`.

    What ends before it starts happens once: whoever wrote it down meant that day at least.
    """
    if rule.until and rule.until < start:
        yield from (start for _once in range(low <= start <= high))
        return
    high = min(high, rule.until) if rule.until else high
    for number, clock in enumerate(_Unfolding(rule, start, work).starts(low, high)):
        if number == rule.count:
            return
        if clock >= low:
            yield clock


class _Unfolding:
    def __init__(self, rule: Rule, start: datetime, work: int) -> None:
        self.rule = rule
        self.start = start
        self.work = work if rule.frequency not in FREQUENCIES[4:] else min(work, MOST_HOURS)
        self.by = dict(rule.by)
        self.days = rule.days
        self._fill_in()
        self.weekdays = {weekday for which, weekday in self.days if not which}
        self.within_year = rule.frequency == "YEARLY" and "BYMONTH" not in rule.by
        if rule.frequency not in {"YEARLY", "MONTHLY"}:
            self.weekdays = {weekday for __, weekday in self.days}
            self.days = ()
        self.numbered = [(which, weekday) for which, weekday in self.days if which]
        self.times = self._times()
        places = {(day - rule.week_start) % 7 for day in self.weekdays}
        self.week = sorted(places) or list(range(7))

    def _fill_in(self) -> None:
        """What the rule leaves open is as it was the first time."""
        frequency, by = self.rule.frequency, self.by
        if not self.days and not by.keys() & {"BYWEEKNO", "BYYEARDAY", "BYMONTHDAY"}:
            if frequency == "YEARLY":
                by.setdefault("BYMONTH", (self.start.month,))
            if frequency in {"YEARLY", "MONTHLY"}:
                by["BYMONTHDAY"] = (self.start.day,)
            if frequency == "WEEKLY":
                self.days = ((0, self.start.weekday()),)

    def _times(self) -> list[time]:
        """The times within a day, or within the hour or minute that a period is."""
        finest = FREQUENCIES.index(self.rule.frequency)
        hours, minutes, seconds = (
            self.by.get(name, (usual,)) if finest < FREQUENCIES.index(each) else (0,)
            for name, usual, each in (
                ("BYHOUR", self.start.hour, "HOURLY"),
                ("BYMINUTE", self.start.minute, "MINUTELY"),
                ("BYSECOND", self.start.second, "SECONDLY"),
            )
        )
        if len(hours) * len(minutes) * len(seconds) > MOST_TIMES:
            raise TooMuch
        return [
            time(hour, minute, second) for hour, minute, second in product(hours, minutes, seconds)
        ]

    def starts(self, low: datetime, high: datetime) -> Iterator[datetime]:
        for number in count_up(self._first_period(low)):
            try:
                begin, clocks = self._period(number)
            except (OverflowError, ValueError):
                return  # beyond the year 9999
            for clock in clocks:
                if clock > high:
                    return
                if clock >= self.start:
                    yield clock
            if begin > high:
                return
            self._spend(1)

    def _first_period(self, low: datetime) -> int:
        """Without COUNT nobody needs to go through what was before."""
        if self.rule.count is not None or low <= self.start:
            return 0
        gone = low - self.start
        seconds = {"YEARLY": 366 * 86400, "MONTHLY": 31 * 86400, "WEEKLY": 7 * 86400, **SECONDS}
        period = timedelta(seconds=seconds[self.rule.frequency] * self.rule.interval)
        return max(0, gone // period - 1)

    def _period(self, number: int) -> tuple[datetime, list[datetime]]:
        """When the period begins, and what the rule chooses in it, in order."""
        frequency, steps = self.rule.frequency, number * self.rule.interval
        if frequency == "YEARLY":
            begin = datetime(self.start.year + steps, 1, 1)  # noqa: DTZ001 - clocks without zone
            return begin, self._chosen(self._year_days(begin.year))
        if frequency == "MONTHLY":
            year, month = divmod(self.start.year * 12 + self.start.month - 1 + steps, 12)
            begin = datetime(year, month + 1, 1)  # noqa: DTZ001 - clocks without zone
            return begin, self._chosen(self._month_days(year, month + 1))
        if frequency == "WEEKLY":
            back = (self.start.weekday() - self.rule.week_start) % 7
            first = self.start.date() + timedelta(days=7 * steps - back)
            week = [first + timedelta(days=day) for day in self.week]
            return datetime.combine(first, time()), self._chosen(week)
        begin = self.start + timedelta(seconds=SECONDS[frequency] * steps)
        return begin, self._within(begin)

    def _within(self, begin: datetime) -> list[datetime]:
        """The choice in a period of a day or less."""
        finer = FREQUENCIES.index(self.rule.frequency) - FREQUENCIES.index("DAILY")
        now = (begin.hour, begin.minute, begin.second)[:finer]
        names = ("BYHOUR", "BYMINUTE", "BYSECOND")
        held = all(at in self.by.get(name, (at,)) for name, at in zip(names, now, strict=False))
        if not (held and self._fits(begin.date())):
            return []
        self._spend(len(self.times))
        clocks = [(*now, *(each.hour, each.minute, each.second)[finer:]) for each in self.times]
        return self._positions(
            [begin.replace(hour=at[0], minute=at[1], second=at[2]) for at in clocks]
        )

    def _chosen(self, days: list[date]) -> list[datetime]:
        fitting = [day for day in days if self._fits(day)]
        self._spend(len(days) + len(fitting) * len(self.times))
        return self._positions(
            [datetime.combine(day, clock) for day in fitting for clock in self.times]
        )

    def _spend(self, work: int) -> None:
        self.work -= work
        if self.work < 0:
            raise TooMuch

    def _positions(self, clocks: list[datetime]) -> list[datetime]:
        wanted = self.by.get("BYSETPOS")
        if wanted is None:
            return clocks
        places = (place - 1 if place > 0 else len(clocks) + place for place in wanted)
        return [clocks[place] for place in sorted(set(places)) if 0 <= place < len(clocks)]

    def _year_days(self, year: int) -> list[date]:
        return [
            day
            for month in self.by.get("BYMONTH", tuple(range(1, 13)))
            for day in self._month_days(year, month)
        ]

    def _month_days(self, year: int, month: int) -> list[date]:
        last = monthrange(year, month)[1]
        wanted = self.by.get("BYMONTHDAY")
        if wanted is None:
            return [date(year, month, day) for day in range(1, last + 1)]
        days = {day if day > 0 else last + 1 + day for day in wanted}
        return [date(year, month, day) for day in sorted(days) if 1 <= day <= last]

    def _fits(self, day: date) -> bool:
        by = self.by
        return (
            ("BYMONTH" not in by or day.month in by["BYMONTH"])
            and ("BYMONTHDAY" not in by or self._fits_month(day))
            and ("BYYEARDAY" not in by or self._fits_year(day))
            and ("BYWEEKNO" not in by or self._fits_week(day))
            and (not (self.weekdays or self.numbered) or self._fits_weekday(day))
        )

    def _fits_month(self, day: date) -> bool:
        back = day.day - monthrange(day.year, day.month)[1] - 1
        return day.day in self.by["BYMONTHDAY"] or back in self.by["BYMONTHDAY"]

    def _fits_year(self, day: date) -> bool:
        place, length = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
        return place in self.by["BYYEARDAY"] or place - length - 1 in self.by["BYYEARDAY"]

    def _fits_week(self, day: date) -> bool:
        """A week belongs to the year that holds its fourth day."""
        fourth = day.toordinal() - (day.weekday() - self.rule.week_start) % 7 + 3
        year = date.fromordinal(min(max(fourth, 1), date.max.toordinal())).year
        week = (fourth - date(year, 1, 1).toordinal()) // 7 + 1
        last = date(year, 12, 31).toordinal()
        middle = last - (date(year, 12, 31).weekday() - self.rule.week_start) % 7 + 3
        weeks = ((middle if middle <= last else middle - 7) - date(year, 1, 1).toordinal()) // 7 + 1
        return week in self.by["BYWEEKNO"] or week - weeks - 1 in self.by["BYWEEKNO"]

    def _fits_weekday(self, day: date) -> bool:
        if day.weekday() in self.weekdays:
            return True
        return any(
            weekday == day.weekday() and which in self._places(day)
            for which, weekday in self.numbered
        )

    def _places(self, day: date) -> tuple[int, int]:
        """Which of its weekday it is in the month or year, from the front and from the back."""
        if self.within_year:
            place = day.timetuple().tm_yday
            length = date(day.year, 12, 31).timetuple().tm_yday
        else:
            place, length = day.day, monthrange(day.year, day.month)[1]
        return (place - 1) // 7 + 1, -((length - place) // 7 + 1)
