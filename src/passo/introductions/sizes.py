"""How much something was to whoever got it; of a sum, in the money the business counts in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from passo.lib.money import Money

MEDIUM_FROM, LARGE_FROM = 100, 1000  # euros
# About how many of each are worth a euro, in steps of 1, 2 and 5: it only sorts into three sizes.
# Whoever is not here is worth about one. After the reference rates of the European Central Bank.
WORTH_A_EURO = {
    "PLN": 5,
    "RON": 5,
    "ILS": 5,
    "BRL": 5,
    "DKK": 10,
    "CNY": 10,
    "HKD": 10,
    "NOK": 10,
    "SEK": 10,
    "CZK": 20,
    "MXN": 20,
    "ZAR": 20,
    "THB": 50,
    "TRY": 50,
    "PHP": 50,
    "INR": 100,
    "ISK": 100,
    "JPY": 200,
    "HUF": 500,
    "KRW": 2000,
    "IDR": 20000,
}


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
