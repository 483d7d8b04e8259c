"""What Passo proposes by itself, and whom it leaves alone; who rested long enough goes on."""

from datetime import date, timedelta

import pytest

from passo.businesses.models import Business, User
from passo.lib.queue import at_once, is_wanted
from passo.people import ties
from passo.people.models import Person
from passo.steps import proposing
from passo.today.first_steps import first_steps
from tests.people_world import make_person, make_touch
from tests.steps_world import make_opportunity
from tests.world import make_business

pytestmark = pytest.mark.django_db


def warm(business: Business, name: str) -> Person:
    person = make_person(business, name)
    make_touch(business, person, kind="visit", direction="both")
    business.people.filter(pk=person.pk).update(warmth="warm", strength=0.6)
    return person


def test_after_an_import_and_every_night_it_looks_again(bakery: Business, garage: Business) -> None:
    warm(bakery, "Paola Rinaldi")
    warm(garage, "Luca Ferri")
    at_once("steps.look", bakery.pk)
    assert (bakery.opportunities.count(), garage.opportunities.count()) == (1, 0)
    at_once("steps.look_everywhere")
    assert is_wanted("steps.look", bakery.pk)
    assert is_wanted("steps.look", garage.pk)
    at_once("steps.look", garage.pk)
    at_once("steps.look", garage.pk)
    assert (bakery.opportunities.count(), garage.opportunities.count()) == (1, 1)
    at_once("steps.look", 10**9)


def test_who_does_not_want_to_hear_from_us_is_not_proposed(bakery: Business) -> None:
    paola, luca = warm(bakery, "Paola Rinaldi"), warm(bakery, "Luca Ferri")
    bakery.people.filter(pk=paola.pk).update(consent="refused")
    bakery.people.filter(pk=luca.pk).update(is_left_out=True, is_listed=False)
    assert proposing.propose(bakery) == 0


def test_who_keeps_their_rhythm_is_proposed_and_who_let_it_go_is_not(bakery: Business) -> None:
    kept, gone = warm(bakery, "Paola Rinaldi"), warm(bakery, "Luca Ferri")
    today = ties.today_of(bakery)
    bakery.people.filter(pk=kept.pk).update(warmth="", due_on=today)
    bakery.people.filter(pk=gone.pk).update(warmth="cold", due_on=today)
    assert proposing.worth_proposing(bakery) == [kept]


def test_no_more_wait_than_one_can_look_at(
    bakery: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "MOST", 2)
    for name in ("Paola Rinaldi", "Luca Ferri", "Elisa Corsi"):
        warm(bakery, name)
    assert (proposing.propose(bakery), proposing.propose(bakery)) == (2, 0)


def test_who_rested_long_enough_goes_on(bakery: Business, anna: User) -> None:
    walks = [make_opportunity(bakery, make_person(bakery, name)) for name in "ABC"]
    today = date(2026, 11, 20)
    walks[0].rest(today, by=anna)
    walks[1].rest(today + timedelta(days=1), by=anna)
    walks[2].rest(None, by=anna)
    assert proposing.wake(bakery, today) == 1
    assert [one.state for one in bakery.opportunities.order_by("pk")] == [
        "open",
        "resting",
        "resting",
    ]


def test_the_day_begins_with_whom_to_walk_with(bakery: Business, anna: User, vera: User) -> None:
    make_opportunity(bakery, state="proposed")
    steps = {
        user: {one.name: one for one in first_steps(bakery, bakery.memberships.get(user=user))}
        for user in (anna, vera)
    }
    assert steps[anna]["proposed"].title == "Passo proposes 1 person to walk with"
    assert "proposed" not in steps[vera]


def test_another_business_is_proposed_nothing_of_ours(bakery: Business) -> None:
    warm(bakery, "Paola Rinaldi")
    assert proposing.propose(make_business("Next Door", owner=bakery.owners().first().user)) == 0
