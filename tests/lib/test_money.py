"""Money adds up to the last cent and reads as people write it."""

import re
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from passo.lib.money import Money, format_money, parse_money

EURO = "EUR"


def test_cents_of_one_currency_add_up() -> None:
    assert Money(1250, EURO) + Money(50, EURO) == Money(1300, EURO)
    assert Money(1250, EURO) - Money(1300, EURO) == Money(-50, EURO)
    assert Money(-5, EURO) < Money(5, EURO)
    assert -Money(5, EURO) * 3 == Money(-15, EURO)
    assert Money(5, EURO) >= Money(5, EURO) > Money(4, EURO)
    assert Money(4, EURO) <= Money(5, EURO)


def test_two_currencies_never_meet_without_a_rate() -> None:
    with pytest.raises(ValueError, match="EUR and USD"):
        Money(1, EURO) + Money(1, "USD")
    with pytest.raises(ValueError, match="EUR and USD"):
        _ = Money(1, EURO) < Money(1, "USD")


def test_no_float_becomes_money() -> None:
    with pytest.raises(TypeError):
        Money(12.5, EURO)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money(12, EURO) * 1.5  # type: ignore[operator]
    with pytest.raises(ValueError, match="currency code"):
        Money(12, "euro")


def test_a_yen_has_no_decimals_and_a_dinar_three() -> None:
    assert Money(500, "JPY").amount == Decimal(500)
    assert Money(1250, EURO).amount == Decimal("12.50")
    assert Money(1250, "KWD").amount == Decimal("1.250")


def test_a_third_each_is_the_whole_again() -> None:
    assert Money(100, EURO).split(3) == [Money(34, EURO), Money(33, EURO), Money(33, EURO)]
    assert Money(-100, EURO).split(3) == [Money(-34, EURO), Money(-33, EURO), Money(-33, EURO)]


def test_the_left_over_cent_goes_to_who_lost_most_by_rounding() -> None:
    parts = Money(1000, EURO).share([Decimal("33.3"), Decimal("33.3"), Decimal("33.4")])
    assert [part.cents for part in parts] == [333, 333, 334]
    assert [part.cents for part in Money(10, EURO).share([0, 1, 2])] == [0, 3, 7]


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1], [2, -1]])
def test_weights_that_make_no_sense_are_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="Weights"):
        Money(100, EURO).share(weights)


@given(
    st.integers(-(10**14), 10**14),
    st.lists(st.decimals(0, 1000, places=3), min_size=1, max_size=30).filter(any),
)
def test_shares_always_sum_to_the_whole(cents: int, weights: list[Decimal]) -> None:
    whole = Money(cents, EURO)
    parts = whole.share(weights)
    assert sum(part.cents for part in parts) == cents
    total = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.cents - cents * weight / total) < 1


def on_one_line(text: str) -> str:
    """A figure never parts from its sign at the end of a line."""
    assert " " not in text
    return text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("language", "whole", "broken"),
    [
        ("en", "€4,180", "€4,180.50"),
        ("it", "4.180 €", "4.180,50 €"),
        ("de", "4.180 €", "4.180,50 €"),
        ("es", "4.180 €", "4.180,50 €"),
    ],
)
def test_money_reads_as_people_write_it(language: str, whole: str, broken: str) -> None:
    assert on_one_line(format_money(Money(418000, EURO), language)) == whole
    assert on_one_line(format_money(Money(418050, EURO), language)) == broken


def test_cents_are_shown_where_they_are_asked_for() -> None:
    assert on_one_line(format_money(Money(418000, EURO), "en", cents=True)) == "€4,180.00"
    assert on_one_line(format_money(Money(418050, EURO), "en", cents=False)) == "€4,180"
    assert on_one_line(format_money(Money(-418000, EURO), "en")) == "-€4,180"
    assert on_one_line(format_money(Money(4180, "JPY"), "de")) == "4.180 ¥"
    assert on_one_line(format_money(Money(4180, "KWD"), "en")) == "KWD 4.180"


def test_the_language_of_the_reader_is_used() -> None:
    with translation.override("de"):
        assert on_one_line(format_money(Money(100000, EURO))) == "1.000 €"


@pytest.mark.parametrize(
    ("typed", "language", "cents"),
    [
        ("5.400,50", "de", 540050),
        ("5,400.50", "en", 540050),
        ("5.400,50", "en", 540050),
        ("5,400.50", "it", 540050),
        ("1’200", "de", 120000),
        ("1'200.5", "en", 120050),
        ("1 200 300", "es", 120030000),
        ("5.400", "de", 540000),
        ("5,400", "en", 540000),
        ("1.234.567", "it", 123456700),
        ("12,5", "en", 1250),
        ("0,500", "it", 50),
        (",50", "it", 50),
        ("€ 250", "en", 25000),
        ("250 eur", "en", 25000),
        ("−3,20 €", "es", -320),
        ("7.", "en", 700),
    ],
)
def test_an_amount_is_understood_as_it_was_typed(typed: str, language: str, cents: int) -> None:
    assert parse_money(typed, EURO, language) == Money(cents, EURO)


def test_a_currency_keeps_its_own_decimals() -> None:
    assert parse_money("1,250", "KWD", "it") == Money(1250, "KWD")
    assert parse_money("1,250", "KWD", "en") == Money(1250000, "KWD")
    assert parse_money("4.180", "JPY", "de") == Money(4180, "JPY")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("5,4OO", "2 of these are letters. Try 5,400."),
        ("5,4O0", "One of these is a letter. Try 5,400."),
        ("a lot", "in digits"),
        ("", "in digits"),
        ("€", "in digits"),
        ("5-4", "in digits"),
        ("1,2,3", "do not add up"),
        ("1,2345,6.00", "do not add up"),
        ("1.5,400.0", "do not add up"),
        ("5.400", "Is “5.400” 5400?"),
        ("1.2345", "finer than"),
        ("9" * 16, "a digit too many"),
    ],
)
def test_what_cannot_be_read_is_said_kindly(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        parse_money(typed, EURO, "en")


def test_a_currency_without_cents_says_so() -> None:
    with pytest.raises(ValueError, match="no cents"):
        parse_money("12.5", "JPY", "en")


@given(st.integers(-(10**12), 10**12), st.sampled_from(["en", "it", "de", "es"]))
def test_what_passo_writes_it_can_read(cents: int, language: str) -> None:
    money = Money(cents, EURO)
    assert parse_money(format_money(money, language), EURO, language) == money
