"""A meeting that is agreed: it shows nothing before it has been, and nobody is asked for one more.

Calendars bring what lies ahead as well as what is over.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from passo.businesses.models import Business
from passo.people import ties
from passo.people.models import Person
from passo.steps import proposing, reading, suggesting
from passo.steps.models import Opportunity
from passo.steps.stages import Rung
from tests.people_world import NOW, make_person, make_touch
from tests.steps_world import TODAY, make_opportunity

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def luca(bakery: Business) -> Person:
    return make_person(bakery, "Luca Ferri", mail="luca@ferri.example")


def agree(business: Business, person: Person, *, in_days: float, kind: str = "meeting") -> None:
    make_touch(business, person, kind=kind, direction="both", at=NOW + in_days * DAY)


def kinds(business: Business, day: int = 0) -> set[str]:
    return {one.kind for one in suggesting.suggestions(business, TODAY + day * DAY)}


def stands(walk: Opportunity) -> str:
    walk.refresh_from_db()
    return walk.leads_from.name


def test_a_meeting_shows_that_you_talked_once_it_has_been(bakery: Business, luca: Person) -> None:
    walk = make_opportunity(bakery, luca, stage=Rung.INTEREST)
    at = timezone.now() + 2 * DAY
    meeting = make_touch(bakery, luca, kind="meeting", direction="both", at=at)
    assert reading.found_for(bakery, [luca.pk]) == {}
    proposing.look_again(bakery)
    assert stands(walk) == "interest"
    meeting.participations.update(at=timezone.now() - DAY)
    proposing.look_again(bakery)
    assert stands(walk) == "dialogue"


@pytest.mark.parametrize("kind", ["meeting", "visit", "call"])
def test_who_will_be_met_is_not_asked_for_a_talk(bakery: Business, luca: Person, kind: str) -> None:
    make_opportunity(bakery, luca, stage=Rung.INTEREST)
    make_touch(bakery, luca, kind="mail", direction="in", days_ago=20)
    make_touch(bakery, luca, kind="mail", direction="out", days_ago=19)
    assert kinds(bakery) == {"rung"}
    agree(bakery, luca, in_days=3, kind=kind)
    assert kinds(bakery) == set()
    assert kinds(bakery, 2) == set()
    assert kinds(bakery, 4) == {"rung"}


def test_what_is_agreed_for_the_summer_after_next_holds_nothing_up(
    bakery: Business, luca: Person
) -> None:
    make_opportunity(bakery, luca, stage=Rung.INTEREST)
    make_touch(bakery, luca, kind="mail", direction="both", days_ago=20)
    agree(bakery, luca, in_days=200)
    assert kinds(bakery) == {"rung"}


def test_a_fair_with_hundreds_is_no_meeting_with_anybody(bakery: Business, luca: Person) -> None:
    make_opportunity(bakery, luca, stage=Rung.INTEREST)
    make_touch(bakery, luca, kind="mail", direction="both", days_ago=20)
    agree(bakery, luca, in_days=3)
    bakery.participations.filter(kind="meeting").update(size=300)
    assert kinds(bakery) == {"rung"}


def test_who_grew_cool_and_will_be_met_is_not_asked_how_things_are(
    bakery: Business, luca: Person
) -> None:
    for days in (100, 90, 80, 70, 60):
        make_touch(bakery, luca, days_ago=days, kind="mail", direction="both")
    ties.refresh(bakery, [luca.pk], today=TODAY)
    assert kinds(bakery) == {"cooling"}
    agree(bakery, luca, in_days=2)
    bakery.people.filter(pk=luca.pk).update(warmth="cooling", due_on=TODAY)
    assert kinds(bakery) == set()
