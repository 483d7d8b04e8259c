"""When? Words for a day, and the day they mean.

A weekday lies ahead for what is to be done (“call Tuesday”) and behind for what was
(“spoke Tuesday”), so a `When` keeps both readings open until its sentence is understood.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from passo.engine.capture.line import Line
from passo.engine.capture.numerals import numeric_dates
from passo.engine.capture.tongue import Tongue

AHEAD, BEHIND, EITHER = 1, -1, 0
SATURDAY, FRIDAY, WEEK, MONTHS = 5, 4, 7, 12
DAYS_IN = {"day": 1, "week": WEEK, "fortnight": 2 * WEEK}
AFTER = ("after", "dopo", "nach", "despues de")
TOO_NEAR = 2  # nobody says “mercoledì prossimo” for tomorrow
CENTURY, LAST_SHORT = 2000, 100  # “12.3.26”
LAST = frozenset(
    ["last", "letzten", "letzte", "letzter", "vergangenen", "scorso", "scorsa", "pasado"]
)
NEXT_WEEK = frozenset(["next", "nachsten", "nachste", "nachster"])
AFTER_NEXT = frozenset(["ubernachsten", "ubernachster", "ubernachste"])
NEXT_COMING = frozenset(["prossimo", "prossima", "proximo", "che viene", "que viene"])
SEASONS = {
    "spring": 3,
    "primavera": 3,
    "fruhjahr": 3,
    "fruhling": 3,
    "summer": 6,
    "sommer": 6,
    "estate": 6,
    "verano": 6,
    "autumn": 9,
    "herbst": 9,
    "autunno": 9,
    "otono": 9,
    "winter": 12,
    "inverno": 12,
    "invierno": 12,
}
EASTER_WORDS = frozenset(["easter", "pasqua", "ostern", "pascua"])


@dataclass(frozen=True, slots=True)
class When:
    """Words for a day: from token `first` to before `last`, and how to read them."""

    first: int
    last: int
    meaning: str
    values: dict[str, str]
    tongue: Tongue
    looks: int = EITHER  # AHEAD: cannot be a day gone by

    def day(self, today: date, *, side: int) -> date | None:
        """The day meant; None for a time of day alone or a day that no calendar has."""
        try:
            return READINGS[self.meaning](self, today, side)
        except (ValueError, OverflowError):
            return None

    def number(self, name: str = "count") -> int:
        word = self.values[name]
        return self.tongue.counts.get(word) or int(word)


def find_dates(line: Line, tongues: Sequence[Tongue]) -> list[When]:
    """All words for a day, in order, none over another; the longest wins, then the first tongue."""
    found = list(numeric_dates(line, tongues[0], When))
    for tongue in tongues:
        for meaning, pattern in tongue.date_patterns:
            found += (read(line, tongue, meaning, match) for match in pattern.finditer(line.folded))
    return apart(sorted(found, key=lambda when: when.first - when.last))


def read(line: Line, tongue: Tongue, meaning: str, match: object) -> When:
    start, end = match.span()  # type: ignore[attr-defined]
    values = {name: value for name, value in match.groupdict().items() if value}  # type: ignore[attr-defined]
    return When(*line.tokens_of(start, end), meaning, values, tongue, looking(meaning, values))


def looking(meaning: str, values: dict[str, str]) -> int:
    if meaning in ("ago", "last") or values.get("which", values.get("before")) in LAST:
        return BEHIND
    if meaning == "offset":
        return EITHER
    if meaning in ("ahead", "next", "end", "part", "season", "feast", "new_year", "month"):
        return AHEAD
    return AHEAD if "by" in values or {"which", "before"} & values.keys() else EITHER


def apart(found: list[When]) -> list[When]:
    """Those that do not overlap one that came before in the list, in the order of the text."""
    kept: list[When] = []
    taken: set[int] = set()
    for when in found:
        tokens = range(when.first, when.last)
        if taken.isdisjoint(tokens) and when.last > when.first:
            kept.append(when)
            taken.update(tokens)
    return sorted(kept, key=lambda when: when.first)


def lies_ahead(when: When, today: date) -> bool:
    """A day of a month nearer ahead than behind: “lunch on 5 December”, said in November."""
    if when.meaning != "day" or when.looks == BEHIND:
        return False
    before, after = (when.day(today, side=side) for side in (BEHIND, AHEAD))
    if before is None or after is None:
        return False
    return after - today < today - before


def of_offset(when: When, today: date, side: int) -> date:
    return today + timedelta(days=when.tongue.offsets[when.values["offset"]])


def offset_of(when: When) -> int | None:
    """Days from today where the words say so by themselves: tomorrow 1, yesterday −1."""
    return when.tongue.offsets[when.values["offset"]] if when.meaning == "offset" else None


def of_weekday(when: When, today: date, side: int) -> date:
    name = when.values.get("weekday")
    number = SATURDAY if name is None else when.tongue.weekday_numbers[name]
    which = when.values.get("which") or when.values.get("before") or ""
    if which in LAST or (side == BEHIND and when.looks != AHEAD):
        return today - timedelta(days=(today.weekday() - number - 1) % WEEK + 1)
    ahead = (number - today.weekday() - 1) % WEEK + 1
    if which in AFTER_NEXT or (which in NEXT_COMING and ahead <= TOO_NEAR):
        ahead += WEEK
    if which in NEXT_WEEK or "after" in when.values:
        ahead = number - today.weekday() + WEEK
    return today + timedelta(days=ahead)


def of_ahead(when: When, today: date, side: int) -> date:
    return later(today, when.number(), when.tongue.units[when.values["unit"]])


def of_ago(when: When, today: date, side: int) -> date:
    return later(today, -when.number(), when.tongue.units[when.values["unit"]])


def of_last(when: When, today: date, side: int) -> date:
    return later(today, -1, unit_of(when))


def of_next(when: When, today: date, side: int) -> date:
    unit, is_over = unit_of(when), not {"over", "over2"}.isdisjoint(when.values)
    if unit == "week":
        return today + timedelta(days=WEEK * (1 + is_over) - today.weekday())
    return later(today, 1 + is_over, unit).replace(
        day=1, **({"month": 1} if unit == "year" else {})
    )


def of_end(when: When, today: date, side: int) -> date:
    unit = unit_of(when)
    if unit == "week":
        weekend = FRIDAY if today.weekday() <= FRIDAY else SATURDAY + 1
        return today + timedelta(days=weekend - today.weekday())
    month = today.month if unit == "month" else MONTHS
    return last_day(today.year, month)


def of_part(when: When, today: date, side: int) -> date:
    first = of_month(when, today, side).replace(day=1)
    part = when.values["part"].split()[0]
    if part in ("mid", "middle", "meta", "mitte", "mediados"):
        return first.replace(day=15)
    if part in ("end", "late", "fine", "ende", "finales", "fin"):
        return last_day(first.year, first.month)
    return max(first, today) if first.month == today.month else first


def of_month(when: When, today: date, side: int) -> date:
    number = when.tongue.month_numbers[when.values["month"]]
    return first_of(number, today)


def of_season(when: When, today: date, side: int) -> date:
    return first_of(SEASONS[when.values["season"]], today)


def of_new_year(when: When, today: date, side: int) -> date:
    return date(today.year + 1, 1, 1)


def of_feast(when: When, today: date, side: int) -> date:
    """The eve of the feast, or the first day after it."""
    is_after = when.values["by"] in AFTER
    this_year, next_year = (
        feast_days(when.values["feast"], year)[is_after] for year in (today.year, today.year + 1)
    )
    return this_year if this_year >= today else next_year


def feast_days(feast: str, year: int) -> tuple[date, date]:
    if feast in EASTER_WORDS or feast == "semana santa":
        sunday = easter(year)
        monday_off = feast in EASTER_WORDS
        return sunday - timedelta(days=1), sunday + timedelta(days=1 + monday_off)
    return date(year, 12, 24), date(year, 12, 27)


def of_day(when: When, today: date, side: int) -> date:
    """A day of the month: the nearest that lies on the right side of today."""
    day = int(when.values.get("day", "1"))
    month, year = month_and_year(when)
    if year:
        return date(year, month or today.month, day)
    if month:
        return nearest([(today.year + more, month) for more in (-1, 0, 1, 2)], day, today, side)
    around = range(-2, 4)
    return nearest([months_from(today, more) for more in around], day, today, side)


def month_and_year(when: When) -> tuple[int, int]:
    named, year = when.values.get("month", ""), int(when.values.get("year", 0))
    month = int(named) if named.isdecimal() else when.tongue.month_numbers.get(named, 0)
    return month, year + CENTURY if 0 < year < LAST_SHORT else year


def nearest(months: list[tuple[int, int]], day: int, today: date, side: int) -> date:
    days = [date(year, month, day) for year, month in months if day <= month_length(year, month)]
    right = [one for one in days if (one <= today if side == BEHIND else one >= today)]
    if not right:
        raise ValueError(day)
    return max(right) if side == BEHIND else min(right)


def of_time(when: When, today: date, side: int) -> None:
    return None


READINGS = {
    "offset": of_offset,
    "weekday": of_weekday,
    "ahead": of_ahead,
    "ago": of_ago,
    "next": of_next,
    "last": of_last,
    "end": of_end,
    "part": of_part,
    "day": of_day,
    "month": of_month,
    "season": of_season,
    "feast": of_feast,
    "new_year": of_new_year,
    "time": of_time,
}


def unit_of(when: When) -> str:
    whole = {"monatsende": "month", "jahresende": "year", "wochenende": "week"}
    if word := when.values.get("whole"):
        return whole[word]
    word = when.values.get("unit") or when.values.get("unit2") or "week"
    return when.tongue.units.get(word) or {"monats": "month", "jahres": "year"}.get(word, "week")


def later(day: date, count: int, unit: str) -> date:
    """So many days, weeks, months or years on; the 31st becomes the last day of a shorter month.

    >>> later(date(2026, 1, 31), 1, "month")
    datetime.date(2026, 2, 28)
    """
    if unit in DAYS_IN:
        return day + timedelta(days=count * DAYS_IN[unit])
    year, month = months_from(day, count * (MONTHS if unit == "year" else 1))
    return date(year, month, min(day.day, month_length(year, month)))


def months_from(day: date, count: int) -> tuple[int, int]:
    years, month = divmod(day.month - 1 + count, MONTHS)
    return day.year + years, month + 1


def month_length(year: int, month: int) -> int:
    if not date.min.year <= year <= date.max.year:
        raise ValueError(year)
    return calendar.monthrange(year, month)[1]


def last_day(year: int, month: int) -> date:
    return date(year, month, month_length(year, month))


def first_of(month: int, today: date) -> date:
    """The first day of the next such month; of this one, while it lasts, its end."""
    if month == today.month:
        return last_day(today.year, month)
    return date(today.year + (month < today.month), month, 1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
