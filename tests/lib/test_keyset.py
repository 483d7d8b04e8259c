"""Pages by mark: every row once, forwards and backwards, whatever is typed into the address."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.db.models import QuerySet

from passo.businesses.models import Business
from passo.lib.db.keyset import Order, page_of
from passo.people.models import Person
from tests.people_world import make_person

pytestmark = pytest.mark.django_db

NAMES = ["Anna", "Bea", "Bea", "Bea", "Carla", "Dina", "Dina", "Eva"]
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def people(bakery: Business) -> "QuerySet[Person]":
    for number, name in enumerate(NAMES):
        person = make_person(bakery, name)
        moment = NOW - timedelta(days=number // 2, microseconds=number)
        bakery.people.filter(pk=person.pk).update(strength=number // 3 / 7, last_touch_at=moment)
    return bakery.people.all()


ORDERS = [
    Order("sort_key"),
    Order("sort_key", is_falling=True),
    Order("strength", is_falling=True),
    Order("last_touch_at", is_falling=True),
    Order("last_touch_at"),
]


@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize("size", [1, 3, 4, 8, 20])
def test_going_on_shows_everybody_once_and_going_back_the_same_pages(
    people: "QuerySet[Person]", order: Order, size: int
) -> None:
    pages = [page_of(people, order, size)]
    while pages[-1].after:
        pages.append(page_of(people, order, size, after=pages[-1].after))
    shown = [person.pk for page in pages for person in page.rows]
    assert shown == [person.pk for person in people.order_by(*order.columns())]
    for earlier, later in pairwise(pages):
        assert page_of(people, order, size, before=later.before) == earlier
    assert not pages[0].before


def test_a_page_before_the_first_few_is_the_whole_first_page(people: "QuerySet[Person]") -> None:
    order = Order("sort_key")
    second = people.order_by("sort_key", "pk")[1]
    page = page_of(people, order, 3, before=f"{second.sort_key}~{second.pk}")
    assert page == page_of(people, order, 3)


def test_whoever_is_gone_since_leaves_no_gap(people: "QuerySet[Person]") -> None:
    order = Order("sort_key")
    first = page_of(people, order, 3)
    first.rows[-1].delete()
    onwards = page_of(people, order, 3, after=first.after)
    assert [one.name for one in onwards.rows] == ["Bea", "Carla", "Dina"]


def test_behind_the_last_is_the_first_page(people: "QuerySet[Person]") -> None:
    page = page_of(people, Order("sort_key"), 3, after="zzz~9")
    assert page == page_of(people, Order("sort_key"), 3)


@pytest.mark.parametrize(
    "mark", ["", "~", "x", "x~", "~7", "x~-1", "x~99999999999999999999", "x~1e3", "~~~"]
)
def test_a_mark_that_says_nothing_is_the_first_page(people: "QuerySet[Person]", mark: str) -> None:
    order = Order("sort_key")
    assert page_of(people, order, 3, after=mark) == page_of(people, order, 3)
    assert page_of(people, order, 3, before=mark) == page_of(people, order, 3)


@pytest.mark.parametrize(
    ("field", "mark"),
    [
        ("strength", "warm~1"),
        ("last_touch_at", "yesterday~1"),
        ("last_touch_at", "0001-01-01T00:00+14:00~1"),
        ("last_touch_at", "2026-13-01~1"),
    ],
)
def test_a_value_of_another_kind_is_the_first_page(
    people: "QuerySet[Person]", field: str, mark: str
) -> None:
    assert page_of(people, Order(field), 3, after=mark) == page_of(people, Order(field), 3)


def test_a_deep_page_asks_as_little_as_the_first(
    people: "QuerySet[Person]", django_assert_num_queries: object
) -> None:
    first = page_of(people, Order("sort_key"), 2)
    with django_assert_num_queries(1):  # type: ignore[operator]
        page_of(people, Order("sort_key"), 2, after=first.after)
