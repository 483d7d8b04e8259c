from datetime import date

import pytest

from passo.engine.capture import Money, understand
from tests.engine.capture.gold import finder


def money(text: str) -> Money | None:
    return understand(text, today=date(2026, 5, 14), find=finder([])).money


@pytest.mark.parametrize(
    ("text", "cents", "currency"),
    [
        ("€1.200", 120000, "EUR"),
        ("1200 euro", 120000, "EUR"),
        ("1.2k", 120000, "EUR"),
        ("1,200.50 EUR", 120050, "EUR"),
        ("1.200,50 €", 120050, "EUR"),
        ("CHF 300", 30000, "CHF"),
        ("CHF 1'500", 150000, "CHF"),
        ("CHF 1’500", 150000, "CHF"),
        ("mille euro", 100000, "EUR"),
        ("12k", 1200000, "EUR"),
        ("3 tausend Euro", 300000, "EUR"),
        ("£ 7.5", 750, "GBP"),
        ("1.840,- €", 184000, "EUR"),
        ("600€", 60000, "EUR"),
    ],
)
def test_an_amount_is_read_as_its_country_writes_it(text, cents, currency):
    assert money(f"Quote over {text} for the office") == Money(cents, currency)


@pytest.mark.parametrize(
    "text",
    ["3 chargers", "07700 900123", "Via Garibaldi 12", "in 10 days", "999999999 mil tsd €€",
     "12/3", "1.1.1.1.1.1.1 €", "999999999.999.999 thousand euro"],
)  # fmt: skip
def test_other_numbers_are_no_money(text):
    assert money(f"Spoke about {text} at length") is None


def test_an_amount_without_a_sign_is_in_the_currency_of_the_business():
    said = understand("12k", today=date(2026, 5, 14), find=finder([]), currency="CHF")
    assert said.money == Money(1200000, "CHF")
