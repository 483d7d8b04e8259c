"""Given and received: by size, with each person, in the firm by quarters; and thanks owed."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.businesses.models import Business, User
from passo.introductions import balance, balance_words, sizes
from passo.introductions.balance import Balance, Quarter
from passo.introductions.sizes import Size, size_of
from passo.lib.money import Money
from passo.people.models import Person
from tests.introductions_world import TODAY, make_contribution
from tests.people_world import make_person

DAY = timedelta(days=1)


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi")


def give(person: Person, size: int = 1, **values: Any) -> None:
    make_contribution(person.business, person, size=size, **values)


def receive(person: Person, size: int = 1, **values: Any) -> None:
    give(person, size, is_given=False, **values)


@pytest.mark.parametrize(
    ("cents", "currency", "size"),
    [
        (0, "EUR", Size.SMALL),
        (99_99, "EUR", Size.SMALL),
        (100_00, "EUR", Size.MEDIUM),
        (999_99, "CHF", Size.MEDIUM),
        (1_000_00, "EUR", Size.LARGE),
        (19_999, "JPY", Size.SMALL),
        (20_000, "JPY", Size.MEDIUM),
        (49_999_00, "HUF", Size.SMALL),
        (500_000_00, "HUF", Size.LARGE),
        (100_000, "KWD", Size.MEDIUM),
    ],
)
def test_the_size_of_a_sum_is_that_of_its_worth(cents: int, currency: str, size: Size) -> None:
    assert size_of(Money(cents, currency)) == size


@given(
    st.sampled_from([*sorted(sizes.WORTH_A_EURO), "EUR", "XAF"]),
    st.integers(0, 10**12),
    st.integers(0, 10**12),
)
def test_more_money_is_never_smaller(currency: str, one: int, other: int) -> None:
    less, more = sorted((one, other))
    assert size_of(Money(less, currency)) <= size_of(Money(more, currency))


def test_of_money_the_size_follows_also_when_it_is_corrected(paola: Person, anna: User) -> None:
    row = make_contribution(paola.business, paola, amount_cents=150_00, size=Size.LARGE)
    assert (row.size, row.money) == (Size.MEDIUM, Money(150_00, "EUR"))
    change = row.change(by=anna, what="correct", amount_cents=5_000_00, size=Size.SMALL)
    row.refresh_from_db()
    assert row.size == Size.LARGE
    assert change
    change.undo(by=anna)
    row.refresh_from_db()
    assert (row.size, row.amount_cents) == (Size.MEDIUM, 150_00)


def test_the_balance_is_what_was_given_less_what_was_received(
    bakery: Business, paola: Person, django_assert_num_queries: Any
) -> None:
    luca, nobody = make_person(bakery, "Luca Ferri"), make_person(bakery, "Ada Uno")
    give(paola, Size.MEDIUM)
    give(paola, Size.SMALL)
    receive(paola, Size.LARGE)
    give(luca)
    with django_assert_num_queries(1):
        found = balance.balances(bakery, [paola.pk, luca.pk, nobody.pk])
    assert found == {paola.pk: Balance(4, 9), luca.pk: Balance(1, 0), nobody.pk: Balance()}
    assert balance.balance(paola).difference == -5
    assert balance.of_firm(bakery) == Balance(5, 9)


def test_another_business_does_not_count(bakery: Business, garage: Business) -> None:
    stranger = make_person(garage, "Sam Other")
    give(stranger)
    assert balance.balances(bakery, [stranger.pk]) == {stranger.pk: Balance()}
    assert balance.of_firm(bakery) == Balance()


def test_quarters_begin_with_the_first_and_end_today(paola: Person) -> None:
    bakery = paola.business
    assert balance.quarters(bakery, TODAY) == []
    receive(paola, Size.LARGE, on=date(2026, 3, 31))
    give(paola, on=date(2026, 4, 1))
    give(paola, Size.MEDIUM, on=TODAY)
    give(paola, on=TODAY + DAY)
    assert balance.quarters(bakery, TODAY) == [
        Quarter(2026, 1, Balance(0, 9)),
        Quarter(2026, 2, Balance(1, 0)),
        Quarter(2026, 3, Balance()),
        Quarter(2026, 4, Balance(3, 0)),
    ]


def test_what_lies_before_the_last_eight_quarters_is_not_shown(paola: Person) -> None:
    give(paola, on=date(2024, 12, 31))
    assert balance.quarters(paola.business, TODAY) == []
    give(paola, on=date(2025, 1, 1))
    found = balance.quarters(paola.business, TODAY)
    assert (found[0].year, found[0].number, len(found)) == (2025, 1, 8)


def test_who_gave_most_comes_first(bakery: Business, paola: Person) -> None:
    luca, even = make_person(bakery, "Luca Ferri"), make_person(bakery, "Ada Uno")
    receive(paola, Size.MEDIUM)
    receive(luca, Size.LARGE)
    give(luca)
    receive(even)
    give(even)
    receive(make_person(bakery, "Left Out", is_left_out=True), Size.LARGE)
    assert balance.gave_most(bakery) == [(luca, Balance(1, 9)), (paola, Balance(0, 3))]


def test_what_was_received_and_not_thanked_for_is_owed(bakery: Business, paola: Person) -> None:
    give(paola)
    receive(paola, thanked_on=TODAY)
    receive(paola, on=TODAY + DAY)
    receive(make_person(bakery, "Left Out", is_left_out=True))
    receive(make_person(bakery, "Asked Rest", consent="refused"))
    later = make_contribution(bakery, paola, is_given=False)
    earlier = make_contribution(bakery, paola, is_given=False, on=TODAY - 9 * DAY)
    assert list(balance.owed(bakery, TODAY)) == [earlier, later]


def test_the_picture_says_what_it_shows() -> None:
    quarters = [Quarter(2026, 3, Balance(3, 9)), Quarter(2026, 4, Balance(4, 0))]
    drawn = str(balance_words.picture(quarters))
    assert "Q3 2026: Given 3, received 9; Q4 2026: Given 4, received 0" in drawn
    assert drawn.count("<rect") == 4
    assert balance_words.rows(quarters)[0] == ("Q4 2026", Balance(4, 0))
    assert balance_words.picture([]) == ""


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (Balance(), "Nothing noted between you and Paola yet."),
        (Balance(3, 1), "You gave Paola more than you received."),
        (Balance(1, 3), "You received more from Paola than you gave."),
        (Balance(3, 3), "You and Paola are even."),
    ],
)
def test_how_it_stands_is_said_in_words(known: Balance, said: str) -> None:
    assert balance_words.between(known, "Paola") == said
    assert bool(balance_words.bar(known)) == (known != Balance())
