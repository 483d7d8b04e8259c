"""Days as people write them in a table: of birth, of a first contact."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

_MONTHS = (
    "january gennaio januar enero jänner",
    "february febbraio februar febrero feber",
    "march marzo märz mrz maerz",
    "april aprile abril",
    "may maggio mai mayo",
    "june giugno juni junio",
    "july luglio juli julio",
    "august agosto",
    "september settembre septiembre sept",
    "october ottobre oktober octubre",
    "november novembre noviembre",
    "december dicembre dezember diciembre",
)
_NUMBERS = re.compile(r"(\d{1,4})\s*([-/.])\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}|\d{2})?)?\.?$")
_ISO = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])$")
_YEARLESS = re.compile(r"--?(\d{2})-?(\d{2})$")
_WORDS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?([^\W\d]+)\.?,?(?:\s+(?:de\s+)?(\d{4}))?$"
)
_ENGLISH = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$")
_TIME = re.compile(r"[T,\s]+\d{1,2}:\d{2}.*$")
_SERIAL = re.compile(r"\d{4,5}(?:\.0)?$")
_EMPTY = re.compile(r"[0\s/.-]+$")
_DAY_ZERO = date(1899, 12, 30)  # of spreadsheets
_NO_YEAR = {1604, 4}  # what a calendar without years writes in its place
_MONTHS_OF_A_YEAR = 12
_DAYS_OF_A_MONTH = 31
_LONGEST = 60  # letters of a day with its time
_SHORTEST = 3  # letters of a month
_NEW_CENTURY = 30  # two digits below it are of this century, as spreadsheets have it


def month_of(word: str) -> int:
    """1 to 12 for a month in English, Italian, German or Spanish, or its first letters; else 0."""
    word = word.casefold()
    found = {
        number
        for number, names in enumerate(_MONTHS, 1)
        if len(word) >= _SHORTEST and any(name.startswith(word) for name in names.split())
    }
    return found.pop() if len(found) == 1 else 0


def day_of(text: str, *, month_first: bool = False) -> str | None:
    """1980-04-12, or --04-12 without a year, or 1980-04 where the day is not known; "" where none
    was meant, none where it is unclear.
    """
    if len(text) > _LONGEST:
        return None
    text = _TIME.sub("", text.strip())
    if not text or _EMPTY.match(text):
        return ""
    return _by_words(text) or _by_numbers(text, month_first=month_first)


def date_of(text: str, *, month_first: bool = False) -> date | None:
    found = day_of(text, month_first=month_first)
    is_whole = found and not found.startswith("-") and not _MONTH.match(found)
    return date.fromisoformat(found) if found and is_whole else None


def is_month_first(texts: Iterable[str], *, when_unclear: bool) -> bool:
    """Which of two numbers is the month? A number above 12 in a column tells for all of it."""
    day_first = month_first = 0
    for text in texts:
        if found := _NUMBERS.match(_TIME.sub("", text[:_LONGEST].strip())):
            day_first += _MONTHS_OF_A_YEAR < int(found[1]) <= _DAYS_OF_A_MONTH
            month_first += int(found[3]) > _MONTHS_OF_A_YEAR
    return month_first > day_first if month_first != day_first else when_unclear


def _by_words(text: str) -> str | None:
    if found := _WORDS.match(text):
        return _whole(found[3], month_of(found[2]), int(found[1]))
    if found := _ENGLISH.match(text):
        return _whole(found[3], month_of(found[1]), int(found[2]))
    return None


def _by_numbers(text: str, *, month_first: bool) -> str | None:
    if found := _ISO.match(text):
        return _whole(found[1], int(found[3]), int(found[4]))
    if found := _YEARLESS.match(text):
        return _whole(None, int(found[1]), int(found[2]))
    if _MONTH.match(text):
        return text
    if _SERIAL.match(text):
        return (_DAY_ZERO + timedelta(days=int(text.partition(".")[0]))).isoformat()
    if (found := _NUMBERS.match(text)) is None:
        return None
    pair = int(found[1]), int(found[3])
    day, month = (pair[1], pair[0]) if month_first else pair
    return _whole(found[4], month, day) or _whole(found[4], day, month)


def _whole(year: str | None, month: int, day: int) -> str | None:
    number = _in_full(year)
    try:
        found = date(number or 2000, month, day)
    except ValueError:
        return None
    return found.isoformat() if number else found.strftime("--%m-%d")


def _in_full(year: str | None) -> int:
    number = int(year or 0)
    if year and len(year) == 2:  # noqa: PLR2004 — the last two digits of it
        return number + (2000 if number < _NEW_CENTURY else 1900)
    return 0 if number in _NO_YEAR else number
