"""Every hour Passo reads what is new about people, in each business."""

import pytest

from passo.businesses.models import Business
from passo.introductions.models import Meaning
from passo.lib.queue import at_once, is_wanted
from tests.people_world import make_person

pytestmark = pytest.mark.django_db


def test_every_business_is_read(bakery: Business, garage: Business) -> None:
    """By itself: what breaks in one holds up no other."""
    make_person(garage, "Ugo Prato", job_title="Beekeeper")
    at_once("introductions.understand_everybody")
    assert is_wanted("introductions.understand", bakery.pk)
    assert is_wanted("introductions.understand", garage.pk)
    at_once("introductions.understand", garage.pk)
    assert (bakery.meanings.count(), garage.meanings.count()) == (0, 1)


def test_a_business_that_is_gone_is_not_read() -> None:
    at_once("introductions.understand", 10**9)
    assert not Meaning.objects.exists()
