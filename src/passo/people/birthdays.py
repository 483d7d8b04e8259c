"""Birthdays as much as is known of them: 1980-04-12, --04-12, 1980-04 or 1980."""

import re
from datetime import date
from typing import NamedTuple

from babel.dates import format_date, format_skeleton

from passo.lib.dates import babel_locale

SOON_DAYS = 30
DAY = re.compile(r"(\d{4}|-)-?(\d{2})-?(\d{2})")
MONTH = re.compile(r"(\d{4})-(\d{2})")
A_LEAP_YEAR = 2000


class Birthday(NamedTuple):
    said: str  # in the reader's language
    in_days: int | None  # until the next one, where its day is known and near
    turning: int | None  # how old they will be


def birthday(text: str, today: date) -> Birthday | None:
    """In words, and whether it is near.

    >>> birthday("--04-12", date(2026, 4, 2))
    Birthday(said='12 April', in_days=10, turning=None)
    """
    found = DAY.fullmatch(text)
    born = day_in(found) if found else None
    if found and born:
        year = int(found[1]) if found[1] != "-" else None
        coming = next_one(born, today)
        days = (coming - today).days
        return Birthday(
            said=in_words(born, has_year=year is not None),
            in_days=days if days <= SOON_DAYS else None,
            turning=coming.year - year if year and year < coming.year else None,
        )
    return Birthday(month_in_words(text), None, None) if text else None


def day_in(found: re.Match[str]) -> date | None:
    year = int(found[1]) if found[1] != "-" else A_LEAP_YEAR
    try:
        return date(year, int(found[2]), int(found[3]))
    except ValueError:
        return None


def next_one(born: date, today: date) -> date:
    """Who was born on 29 February has it on the 28th in most years."""
    this_year = in_year(born, today.year)
    return this_year if this_year >= today else in_year(born, today.year + 1)


def in_year(born: date, year: int) -> date:
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def in_words(born: date, *, has_year: bool) -> str:
    locale = babel_locale()
    if has_year:
        return str(format_date(born, "long", locale))
    return str(format_skeleton("MMMMd", born, locale=locale))


def month_in_words(text: str) -> str:
    found = MONTH.fullmatch(text)
    month = int(found[2]) if found else 0
    if found and 1 <= month <= 12:  # noqa: PLR2004 -- months
        first = date(max(1, int(found[1])), month, 1)
        return str(format_skeleton("yMMMM", first, locale=babel_locale()))
    return text
