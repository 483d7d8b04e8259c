"""When a mail was sent, from dates in every shape that is found in nature."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

# Before 1971 there was no mail; clocks that lost their battery say 1970, jokers say 9999.
FIRST_YEAR, LAST_YEAR = 1971, 2099
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene gen jän",
            "feb",
            "mar mär mrz",
            "apr abr",
            "may mai mag",
            "jun giu",
            "jul lug",
            "aug ago",
            "sep set",
            "oct okt ott",
            "nov",
            "dec dez dic",
        ),
        start=1,
    )
    for name in names.split()
}
# Hours from UTC of the zones that RFC 5322 calls obsolete, and of some that people write.
ZONES = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "AST": -4, "ADT": -3, "MET": 1, "MEZ": 1, "CET": 1, "WEST": 1, "BST": 1, "MEST": 2,
    "MESZ": 2, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "AEST": 10, "AEDT": 11,
}  # fmt: skip
TIME = r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\b\.?)?"
ZONE = r"(?:\s*(?:GMT|UTC)?([+-]\d{1,2}:?\d{2})|\s*\(?([A-Za-z]{1,5})\b)?"
USUAL = re.compile(
    rf"(\d{{1,2}})[\s.-]+([^\W\d_]{{3,10}})\.?[\s.,-]+(\d{{2,5}})[\s,T]+{TIME}{ZONE}",
    re.IGNORECASE,
)
ISO = re.compile(rf"(\d{{4}})[-/](\d\d)[-/](\d\d)[T\s]+{TIME}{ZONE}", re.IGNORECASE)
ASCTIME = re.compile(
    rf"\b([^\W\d_]{{3}})\s+(\d{{1,2}}),?\s+{TIME}(?:\s+([+-]\d{{4}})|\s+([A-Z]{{1,5}}))?"
    r"\s+(\d{4})(?:\s+([+-]\d{4})\b)?",
    re.IGNORECASE,
)
TURN = 69  # 69 and later are of the last century, as in POSIX
FARTHEST_MINUTES = 14 * 60


def moment(text: str) -> datetime | None:
    """The time that this text tells, aware; None where it tells none that could be true.

    >>> moment("Tue, 3 Mar 20 10:15 EST")
    datetime.datetime(2020, 3, 3, 10, 15, tzinfo=datetime.timezone(datetime.timedelta(days=-1, \
seconds=68400)))
    """
    text = text[:200]
    if found := USUAL.search(text):
        day, month, year, hour, minute, second, half, offset, name = found.groups()
    elif found := ISO.search(text):
        year, month, day, hour, minute, second, half, offset, name = found.groups()
    elif found := ASCTIME.search(text):
        month, day, hour, minute, second, half, offset, name, year, after = found.groups()
        offset = offset or after
    else:
        return None
    hours = int(hour) % 12 + 12 * (half in "pP") if half else int(hour)
    clock = (hours, int(minute), min(int(second or 0), 59))
    return made((full_year(year), month, int(day)), clock, zone(offset, name))


def made(
    date: tuple[int, str, int], clock: tuple[int, int, int], where: timezone
) -> datetime | None:
    year, month, day = date
    number = int(month) if month.isdecimal() else MONTHS.get(month[:3].lower(), 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return datetime(year, number, day, *clock, tzinfo=where)
    except ValueError:
        return None


def full_year(digits: str) -> int:
    """Two digits, or three as of a program that counted on from 1900."""
    year = int(digits)
    if len(digits) == len("99"):
        return year + (2000 if year < TURN else 1900)
    return year + 1900 if len(digits) == len("999") else year


@lru_cache(maxsize=512)
def zone(offset: str | None, name: str | None) -> timezone:
    """Where the clock stood; UTC where nobody can tell."""
    if not offset:
        hours = ZONES.get((name or "").upper(), 0)
        return timezone(timedelta(hours=hours)) if hours else UTC
    digits = offset[1:].replace(":", "").zfill(4)
    minutes = int(digits[:-2]) * 60 + int(digits[-2:])
    if not 0 < minutes <= FARTHEST_MINUTES:
        return UTC
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
