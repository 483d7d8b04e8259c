"""The days that a sentence names, read as capture reads them. Only what lies ahead counts."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from passo.engine.capture.dates import AHEAD, BEHIND, find_dates, offset_of
from passo.engine.capture.line import Line
from passo.engine.capture.tongues import TONGUES

BEFORE_WEEKEND = re.compile(r"before (?:the )?weekend", re.IGNORECASE)  # on Friday, that is
DAY_BEFORE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A day named in the characters from `start` to before `end` of a sentence."""

    start: int
    end: int
    day: date
    is_by: bool  # by, until, before


def days_in(text: str, language: str, sent_on: date) -> list[Day]:
    """The days ahead that a sentence names, in order.

    >>> [one.day.isoformat() for one in days_in("by Friday", "en", date(2026, 3, 10))]
    ['2026-03-13']
    """
    line = Line(text)
    found = []
    for when in find_dates(line, (TONGUES[language],)):
        if when.looks == BEHIND or (offset_of(when) or 0) < 0:
            continue
        day = when.day(sent_on, side=AHEAD)
        if day and day >= sent_on:
            start, end = line.characters(when.first, when.last)
            if BEFORE_WEEKEND.search(text, start, end):
                day = max(day - DAY_BEFORE, sent_on)
            found.append(Day(start, end, day, "by" in when.values))
    return found
