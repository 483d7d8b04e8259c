"""Every hour Passo reads what is new about people, in each business."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from passo.businesses.models import Business
from passo.introductions.jobs import whose_texts_moved
from passo.introductions.models import Meaning
from passo.lib.queue import at_once, is_wanted
from passo.people.models import Import
from tests.people_world import make_person

pytestmark = pytest.mark.django_db


def test_every_business_is_read(bakery: Business, garage: Business) -> None:
    """By itself: what breaks in one holds up no other."""
    make_person(garage, "Ugo Prato", job_title="Beekeeper")
    for business in (bakery, garage):
        business.changes.create(what="add", kind="people.person", thing="1", thing_name="Ugo")
    at_once("introductions.understand_everybody")
    assert is_wanted("introductions.understand", bakery.pk)
    assert is_wanted("introductions.understand", garage.pk)
    at_once("introductions.understand", garage.pk)
    assert (bakery.meanings.count(), garage.meanings.count()) == (0, 1)


def test_a_business_that_is_gone_is_not_read() -> None:
    at_once("introductions.understand", 10**9)
    assert not Meaning.objects.exists()


def at_another_hour(*businesses: Business) -> datetime:
    """At which none of these has its daily turn, three hours after all that was done."""
    turns = {business.pk % 24 for business in businesses}
    later = timezone.now() + timedelta(hours=3)
    return next(
        moment
        for moment in (later + timedelta(hours=hours) for hours in range(24))
        if moment.hour not in turns
    )


def test_a_business_in_which_nothing_happens_is_read_once_a_day(
    bakery: Business, garage: Business
) -> None:
    quiet = at_another_hour(bakery, garage)
    assert whose_texts_moved(quiet) == []
    day = [pk for hours in range(24) for pk in whose_texts_moved(quiet + timedelta(hours=hours))]
    assert sorted(day) == sorted([bakery.pk, garage.pk])


def test_a_change_or_the_end_of_an_import_is_read_within_the_hour(
    bakery: Business, garage: Business
) -> None:
    quiet = at_another_hour(bakery, garage)
    person = make_person(bakery, "Ugo Prato")
    person.change(by=None, what="correct", job_title="Beekeeper")
    bakery.changes.filter(pk=bakery.changes.latest("id").pk).update(at=quiet - timedelta(hours=1))
    assert whose_texts_moved(quiet) == [bakery.pk]
    ended = quiet - timedelta(hours=1)
    Import.objects.create(business=garage, name="book.vcf", state="done", ended_at=ended)
    assert whose_texts_moved(quiet) == [bakery.pk, garage.pk]
