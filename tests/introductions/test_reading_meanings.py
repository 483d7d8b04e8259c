"""Every hour Passo reads what is new about people, in each business."""

import pytest

from passo.businesses.models import Business
from passo.introductions import jobs
from passo.introductions.models import Meaning
from tests.people_world import make_person

pytestmark = pytest.mark.django_db


def test_every_business_is_read(bakery: Business, garage: Business) -> None:
    for business in (bakery, garage):
        make_person(business, "Ugo Prato", job_title="Beekeeper")
    jobs.understand_everybody.func()
    assert bakery.meanings.count() == garage.meanings.count() == 1


def test_a_business_that_is_gone_is_not_read() -> None:
    jobs.understand.func(10**9)
    assert not Meaning.objects.exists()
