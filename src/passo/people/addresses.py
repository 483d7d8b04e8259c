"""Mail addresses and phone numbers as machines compare them."""

import re
from functools import lru_cache

import phonenumbers
from babel.core import get_global

from passo.businesses.models import Business
from passo.people.free_mail import FREE_MAIL

MAIL = re.compile(r"[^\s@<>(),;:\"\[\]\\]+@[^\s@<>(),;:\"\[\]\\]+\.[^\s@<>(),;:\"\[\]\\.]{2,}")
INTERNATIONAL = re.compile(r"\+[0-9 ./()\u00a0-]+")
NOT_DIGITS = re.compile(r"\D")
FEWEST_DIGITS, MOST_DIGITS = 4, 15
LONGEST_MAIL = 254
GOOGLE = {"gmail.com", "googlemail.com"}


def country_of(business: Business) -> str:
    """Where a number without a country code is at home: the country of the time zone."""
    return str(get_global("zone_territories").get(business.time_zone, "IT"))


def mail_of(text: str) -> str:
    """The address in small letters; empty where there is none.

    >>> mail_of("mailto:Paola@Studio-Rinaldi.example ")
    'paola@studio-rinaldi.example'
    """
    found = MAIL.search(text[: 4 * LONGEST_MAIL])
    if not found:
        return ""
    address = found[0].removeprefix("mailto:").strip("'").lower()
    return address if len(address) <= LONGEST_MAIL else ""


def domain_of(address: str) -> str:
    return address.rpartition("@")[2]


def undecorated(address: str) -> str:
    """One address, however its provider lets it be written.

    >>> undecorated("c.bianchi+shop@googlemail.com"), undecorated("c.bianchi+shop@bianchi.example")
    ('cbianchi@gmail.com', 'c.bianchi@bianchi.example')
    """
    beginning, _at, domain = address.rpartition("@")
    beginning = beginning.partition("+")[0] or beginning
    if domain in GOOGLE:
        beginning, domain = beginning.replace(".", ""), "gmail.com"
    return f"{beginning}@{domain}"


@lru_cache(maxsize=5_000)
def phone_of(text: str, country: str) -> str:
    """The number with its country code; only its digits where no such number can exist.

    >>> phone_of("051 555 01 42", "IT"), phone_of("0039 051 5550142", "IT"), phone_of("12", "IT")
    ('+390515550142', '+390515550142', '')
    """
    text = text.strip().removeprefix("tel:")[:60]
    digits = NOT_DIGITS.sub("", text)
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS + 2:
        return ""
    if INTERNATIONAL.fullmatch(text) and (plain := without_trunk_zero(digits)):
        return f"+{plain}"
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_possible_number(number):
        return digits
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return str(written)


def without_trunk_zero(digits: str) -> str:
    """Quick for the plain case; empty where a zero after the country code has to be thought about.

    In Italy and San Marino that zero belongs to the number.
    """
    for length in (1, 2, 3):
        if int(digits[:length]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            is_plain = digits[length : length + 1] != "0" or digits[:length] == "39"
            return digits if is_plain and len(digits) <= MOST_DIGITS else ""
    return ""


def free_mail_domains(business: Business) -> frozenset[str]:
    """Providers where everybody may have an address, and those that the owner added."""
    own = business.free_mail_domains.values_list("domain", flat=True)
    return FREE_MAIL | frozenset(own)
