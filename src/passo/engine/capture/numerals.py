"""Numbers: amounts of money, and days written in figures."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from passo.engine.capture.line import Line
from passo.engine.capture.shapes import Money
from passo.engine.capture.tongue import Tongue

if TYPE_CHECKING:
    from passo.engine.capture.dates import When

CURRENCIES = {
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "$": "USD",
    "usd": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "£": "GBP",
    "gbp": "GBP",
    "pound": "GBP",
    "pounds": "GBP",
    "quid": "GBP",
    "chf": "CHF",
    "franken": "CHF",
    "franchi": "CHF",
    "fr": "CHF",
    "francs": "CHF",
    "francos": "CHF",
    "dollari": "USD",
    "dolares": "USD",
    "sterline": "GBP",
    "libras": "GBP",
    "pfund": "GBP",
}
THOUSANDS = {
    "mille": 1000,
    "tausend": 1000,
    "mil": 1000,
    "thousand": 1000,
    "duemila": 2000,
    "cento": 100,
    "hundert": 100,
    "cien": 100,
    "zweitausend": 2000,
}
SIGN = "(?P<{}>" + "|".join(re.escape(word) for word in sorted(CURRENCIES, key=len)[::-1]) + ")"
AMOUNT = (
    r"(?P<{0}>\d{{1,9}}(?:[.,']\d{{1,3}}){{0,4}})(?: , - ?)?"
    r"(?: (?P<{1}>k|mila|mil|tsd|tausend|thousand))?"
)
PRICE = re.compile(
    f"(?<= )(?:{SIGN.format('before')} {AMOUNT.format('amount', 'times')}"
    f"|{AMOUNT.format('amount2', 'times2')} {SIGN.format('after')}"
    rf"|(?P<amount3>\d{{1,6}}(?:[.,]\d{{1,3}})?) (?P<times3>k)"
    f"|(?P<word>{'|'.join(THOUSANDS)}) {SIGN.format('named')})(?= )"
)
CENTS_MOST = 10**15
CENTS_PLACES = 2
DAYS, MONTHS = range(1, 32), range(1, 13)
FIGURES = re.compile(
    r"(?<= )(?:(?P<by>by|before|entro il|entro l '|bis zum|bis|antes del|para el|hasta el) |"
    r"(?:on|am|ab|den|il|l '|dal|el|del|for) )?(?P<day>\d{1,2})(?P<sign>[/.])(?P<month>\d{1,2})"
    r"(?:(?P=sign)(?P<year>20\d\d|\d\d))?(?P<dot> \.(?= (?:[a-z,]|$)))?"
    r"(?= )(?! [%€$£k] | euro | eur | "
    r"x )"
)
ISO = re.compile(r"(?<= )(?P<year>20\d\d) - (?P<month>\d\d) - (?P<day>\d\d)(?= )")


def find_money(line: Line, currency: str) -> tuple[int, int, Money] | None:
    """The first amount, with its tokens. “3 chargers” or a house number is none."""
    for found in PRICE.finditer(line.folded):
        if money := read_price(found, currency):
            return *line.tokens_of(*found.span()), money
    return None


def read_price(found: re.Match[str], currency: str) -> Money | None:
    values = found.groupdict()
    sign = values["before"] or values["after"] or values["named"]
    times = values["times"] or values["times2"] or values["times3"]
    figures = values["amount"] or values["amount2"] or values["amount3"]
    cents = THOUSANDS[values["word"]] * 100 if values["word"] else cents_of(figures)
    if times:
        cents *= 1000
    if cents > CENTS_MOST:
        return None
    return Money(cents, CURRENCIES.get(sign or "", currency))


def cents_of(figures: str) -> int:
    """Hundredths, whatever the country's signs.

    The last sign parts the cents when one or two figures follow it; any other sign groups.

    >>> cents_of("1.200"), cents_of("1,200.50"), cents_of("1'500"), cents_of("118,5")
    (120000, 120050, 150000, 11850)
    """
    parts = re.split(r"[.,']", figures)
    if len(parts) > 1 and len(parts[-1]) <= CENTS_PLACES:
        return int("".join(parts[:-1])) * 100 + int(parts[-1].ljust(2, "0"))
    return int("".join(parts)) * 100


def numeric_dates(line: Line, tongue: Tongue, make: "Callable[..., When]") -> "Iterator[When]":
    """12/3, 12.3., 12.3.2026 (day first) and 2026-03-12."""
    for pattern in (FIGURES, ISO):
        for found in pattern.finditer(line.folded):
            values: dict[str, Any] = {k: v for k, v in found.groupdict().items() if v}
            if is_day(values):
                yield make(
                    *line.tokens_of(*found.span()), "day", values, tongue, int("by" in values)
                )


def is_day(values: dict[str, str]) -> bool:
    """A decimal such as 1.25 is no day; 12/3 and 12.3. are."""
    fits = int(values["day"]) in DAYS and int(values["month"]) in MONTHS
    return fits and not (values.get("sign") == "." and not {"year", "dot", "by"} & values.keys())
