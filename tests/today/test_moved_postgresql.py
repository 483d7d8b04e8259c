"""What others have under way, on the database on which several write at the same time."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from passo.businesses import wall
from passo.businesses.models import Business
from passo.today import moved
from tests.people_world import make_person, make_touch
from tests.today_world import seen_until_now

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_was_under_way_is_seen_once_it_is_done(bakery: Business) -> None:
    """And it lets nothing else look new meanwhile, however long it takes."""
    ada = make_person(bakery, "Ada Uno")
    begun, may_end = Event(), Event()

    def touch_slowly() -> None:
        with wall.inside(bakery.pk), transaction.atomic():
            make_touch(bakery, ada)
            begun.set()
            may_end.wait(60)
        connection.close()

    slow = Thread(target=touch_slowly)
    slow.start()
    assert begun.wait(60)
    before = seen_until_now(bakery)
    meanwhile = moved.since(bakery, before).of
    may_end.set()
    slow.join()
    assert meanwhile == frozenset()
    assert ada.pk in moved.since(bakery, before).of
