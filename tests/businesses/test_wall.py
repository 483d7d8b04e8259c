"""Where one stands: the rules of nesting, the same on both databases.

What PostgreSQL makes of it is tried in test_wall_postgresql.py.
"""

import threading
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations.state import ProjectState

from passo.businesses import wall
from passo.businesses.wall import CLOSED, Opening, Walled

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def before_a_closed_wall(the_wall_is_open: None) -> Iterator[None]:
    """As a page begins."""
    with wall.of_user(None):
        yield


def standing() -> Opening:
    return wall._now.get()


def test_outside_of_everything_one_stands_before_a_closed_wall() -> None:
    assert standing() == CLOSED


def test_inside_a_business_one_keeps_being_the_user() -> None:
    with wall.of_user(7), wall.inside(3):
        assert standing() == Opening(business="3", user="7")
    assert standing() == CLOSED


def test_entering_a_business_closes_what_was_open() -> None:
    with wall.opened():
        with wall.inside(3):
            assert standing() == Opening(business="3")
        assert standing() == Opening(open="yes")


def test_a_business_within_another_replaces_it_until_one_leaves() -> None:
    with wall.inside(3):
        with wall.inside(4):
            assert standing().business == "4"
        assert standing().business == "3"


def test_becoming_another_user_leaves_the_business() -> None:
    with wall.inside(3), wall.of_user(8):
        assert standing() == Opening(user="8")


def test_nobody_is_a_user_too() -> None:
    with wall.of_user(None):
        assert standing() == CLOSED


def test_a_mistake_inside_leads_out_again() -> None:
    with pytest.raises(ZeroDivisionError), wall.inside(3):
        _ = 1 / 0
    assert standing() == CLOSED


def test_another_thread_starts_outside() -> None:
    found = []
    with wall.opened():
        thread = threading.Thread(target=lambda: found.append(standing()))
        thread.start()
        thread.join()
    assert found == [CLOSED]


def test_the_wall_around_a_table_says_what_it_does() -> None:
    operation = Walled("bakery_loaf")
    operation.state_forwards("bakery", ProjectState())
    assert operation.describe() == "Put bakery_loaf behind the wall"
    assert operation.reversible


def walled_models() -> list[type[models.Model]]:
    """Every model of ours with a business."""
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("passo.")
        and any(field.name == "business" for field in model._meta.concrete_fields)
    ]


def test_the_models_with_a_business_are_found() -> None:
    names = {model._meta.label for model in walled_models()}
    assert {"businesses.Membership", "businesses.Change", "businesses.SearchRow"} <= names


def test_the_wall_costs_nothing_where_there_is_none(
    django_assert_num_queries: object,
) -> None:
    expected = 2 if connection.vendor == "postgresql" else 0
    connection.ensure_connection()
    with django_assert_num_queries(expected), wall.inside(3):  # type: ignore[operator]
        pass
