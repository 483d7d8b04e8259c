"""What is written for a mail address, a phone, a birthday; what of it can be used."""

import re
from datetime import date
from urllib.parse import unquote

from passo.readers.vcard.text import text

DATE = re.compile(r"(\d{4}|--)(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T ].*)?", re.ASCII | re.DOTALL)
OTHER_DATES = re.compile(
    r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII
)
MAIL = re.compile(r"[^\s@<>,:;\\]+@[^\s@<>,:;\\]+")
UNKNOWN_YEARS = {"--", "0000", "0001", "1604"}  # 1604 is Apple's
LEAP_YEAR = 2000
LONGEST_DATE = 60
BEGINS_A_PHONE = frozenset("+0123456789(")


def mails_in(value: str) -> list[str]:
    """None, where this is no mail address; several, where many are written as one."""
    if MAIL.fullmatch(value):
        return [value]
    value = text(value)
    if value[:7].lower() == "mailto:":
        value = unquote(value[7:].partition("?")[0])
    return [word for word in re.split(r"[\s,;<>]+", value) if MAIL.fullmatch(word)]


def phone_in(value: str) -> str:
    """Nothing, where there is no digit in it."""
    value = text(value)
    if value[:1] in BEGINS_A_PHONE and value[-1] not in ";," and "  " not in value:
        return value
    if value[:4].lower() == "tel:":
        value = from_uri(value[4:])
    value = " ".join(value.rstrip(";, ").split())
    is_phone = value[:1] in BEGINS_A_PHONE or any(map(str.isdigit, value))
    return value if is_phone else ""


def from_uri(value: str) -> str:
    number, *parameters = unquote(value).split(";")
    for parameter in parameters:
        key, _equals, said = parameter.partition("=")
        if key.lower() == "ext" and said:
            number = f"{number} ext. {said}"
        elif key.lower() == "phone-context" and said.startswith("+"):
            number = said + number
    return number


def birthday_in(value: str, no_year: str) -> str:
    """1980-04-12, --04-12, 1980-04 or 1980: as much as is known; nothing, where nothing is."""
    if len(value) > LONGEST_DATE:
        return ""
    if found := DATE.fullmatch(value):
        year, month, day = found.groups()
    elif found := OTHER_DATES.fullmatch(value):
        year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    else:
        return ""
    if year in UNKNOWN_YEARS or year == no_year:
        year = "-"
    return _day(year, month, day)


def _day(year: str, month: str | None, day: str | None) -> str:
    if year == "-" and day is None:
        return ""
    try:
        date(LEAP_YEAR if year == "-" else int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    if month is None:
        return year
    return f"{year}-{month:0>2}-{day:0>2}" if day else f"{year}-{month}"
