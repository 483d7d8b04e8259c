"""How much something was to whoever got it; of a sum, in the money the business counts in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from passo.lib.money import Money

MEDIUM_FROM, LARGE_FROM = 100, 1000  # euros
# About how many of each make a euro, in steps of 1, 2 and 5: of a sum one wants to know no more
# than whether it was small or large. All currencies for which the European Central Bank gives a
# reference rate, as it was in autumn 2025; any other is taken for a euro.
ABOUT_A_EURO = {
    2: ("AUD", "BGN", "CAD", "NZD", "SGD"),
    5: ("BRL", "ILS", "MYR", "PLN", "RON"),
    10: ("CNY", "DKK", "HKD", "NOK", "SEK"),
    20: ("CZK", "MXN", "ZAR"),
    50: ("PHP", "THB", "TRY"),
    100: ("INR", "ISK"),
    200: ("JPY",),
    500: ("HUF",),
    2_000: ("KRW",),
    20_000: ("IDR",),
}
WORTH_A_EURO = {name: count for count, names in ABOUT_A_EURO.items() for name in names}


class Size(models.IntegerChoices):
    """How much it was to whoever got it. The number is what it weighs in the balance."""

    SMALL = 1, _("small")
    MEDIUM = 3, _("medium")
    LARGE = 9, _("large")


def size_of(money: Money) -> Size:
    euros = abs(money.amount) / WORTH_A_EURO.get(money.currency, 1)
    if euros >= LARGE_FROM:
        return Size.LARGE
    return Size.MEDIUM if euros >= MEDIUM_FROM else Size.SMALL
