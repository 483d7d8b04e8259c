"""Whom Passo suggests to greet: ties that words made, in both directions, and not long ago."""

from datetime import date, timedelta

import pytest

from passo.businesses.models import Business, User
from passo.introductions.models import Wish
from passo.people import ties
from passo.people.models import Person
from passo.steps import suggesting
from passo.steps.suggestions.suggestion import Suggestion
from tests.people_world import make_person, make_touch
from tests.steps.mail_world import make_mail
from tests.steps_world import TODAY, make_opportunity

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def greetings(business: Business, today: date = TODAY) -> list[Suggestion]:
    return [one for one in suggesting.suggestions(business, today) if one.kind == "cooling"]


def make_cool(business: Business) -> Person:
    """Spoken to every ten days, and then no more."""
    person = make_person(business, "Paola Rinaldi")
    for days in (100, 90, 80, 70, 60):
        make_touch(business, person, days_ago=days, kind="mail", direction="both")
    ties.refresh(business, [person.pk], today=TODAY)
    return person


@pytest.mark.parametrize(("ways", "count"), [("in out", 1), ("in", 0), ("out", 0), ("both", 0)])
def test_who_only_wrote_or_only_stood_in_the_same_mails_is_not_greeted(
    bakery: Business, ways: str, count: int
) -> None:
    person = make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example")
    for way in ways.split():
        make_mail(bakery, person, direction=way, days_ago=60)
    bakery.people.filter(pk=person.pk).update(warmth="cold", due_on=TODAY)
    assert len(greetings(bakery)) == count
    bakery.people.filter(pk=person.pk).update(own_cadence_days=20)
    assert len(greetings(bakery)) == 1


def test_years_of_silence_are_not_mended_by_a_greeting(bakery: Business) -> None:
    make_cool(bakery)
    assert greetings(bakery, TODAY + 500 * DAY) == []


def test_a_silence_is_as_long_as_on_the_day_that_is_asked_for(bakery: Business) -> None:
    paola = make_cool(bakery)
    (one,) = greetings(bakery, TODAY + 5 * DAY)
    assert "65 days" in str(one.why)
    bakery.people.filter(pk=paola.pk).update(own_cadence_days=20)
    ties.refresh(bakery, [paola.pk], today=TODAY)
    (one,) = greetings(bakery, TODAY + 6 * DAY)
    assert str(one.why) == "You wish to speak every 20 days; it is 66 days now."


def test_with_whom_one_does_not_want_to_go_on_is_not_greeted(bakery: Business, anna: User) -> None:
    make_opportunity(bakery, make_cool(bakery), state="proposed").decline(by=anna)
    assert greetings(bakery) == []


def test_who_wants_to_be_forgotten_is_not_greeted(bakery: Business) -> None:
    Wish.note(make_cool(bakery), Wish.Kind.STRAINED, by=None)
    assert len(greetings(bakery)) == 1
    Wish.note(bakery.people.get(), Wish.Kind.FORGET, by=None)
    assert greetings(bakery) == []
