"""An introduction that took place is evidence of the first stage, as long as it did."""

from datetime import date, timedelta

import pytest

from passo.businesses.models import Business, User
from passo.introductions.models import Introduction
from passo.people import erasing, merging
from passo.people.models import Person
from passo.steps import beginning, proposing, reading
from passo.steps.models import Opportunity
from tests.introductions_world import make_asked, make_introduction
from tests.people_world import make_person
from tests.steps_world import make_opportunity

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)


@pytest.fixture
def giulia(bakery: Business) -> Person:
    return make_person(bakery, "Giulia Ferri")


@pytest.fixture
def way(bakery: Business, giulia: Person) -> Opportunity:
    return make_opportunity(bakery, giulia)


def introduce(business: Business, target: Person, by: User) -> Introduction:
    made = make_asked(business, by=by, target=target)
    made.introduce(TODAY, by=by)
    return made


def shown(way: Opportunity) -> tuple[int, list[tuple[str, date]]]:
    way.refresh_from_db()
    return way.shown_stage, list(way.evidence.values_list("kind", "on"))


SHOWN = (1, [("introduced", TODAY)])
NOTHING = (0, [])


def test_it_moves_the_first_rung_and_back_when_undone(
    bakery: Business, giulia: Person, way: Opportunity, anna: User
) -> None:
    made = make_asked(bakery, by=anna, target=giulia)
    assert shown(way) == NOTHING
    change = made.introduce(TODAY, by=anna)
    assert shown(way) == SHOWN
    made.meet(TODAY + DAY, by=anna)
    assert shown(way) == SHOWN
    made.change(by=anna, what="undo", state="introduced", met_on=None)
    assert change
    change.undo(by=anna)
    assert shown(way) == NOTHING


def test_two_whom_we_bring_together_show_nothing_of_us(
    bakery: Business, giulia: Person, way: Opportunity, anna: User
) -> None:
    other = make_person(bakery, "Paola Rinaldi")
    make_introduction(bakery, giulia, other=other, state="introduced", introduced_on=TODAY)
    assert shown(way) == NOTHING


def test_a_way_that_begins_later_has_it_too(bakery: Business, giulia: Person, anna: User) -> None:
    introduce(bakery, giulia, anna)
    way, _change = beginning.begin(giulia, purpose="", stage=1, by=anna)
    assert shown(way) == SHOWN
    asked = make_opportunity(bakery, giulia, purpose="more")
    proposing.look_again(bakery)
    assert shown(asked) == SHOWN


def test_what_is_proposed_has_it_and_keeps_it_when_confirmed(
    bakery: Business, giulia: Person, anna: User
) -> None:
    way = make_opportunity(bakery, giulia, state="proposed")
    introduce(bakery, giulia, anna)
    assert shown(way) == SHOWN
    way.confirm(by=anna)
    assert shown(way) == SHOWN


def test_what_has_ended_stays_as_it_was(
    bakery: Business, giulia: Person, way: Opportunity, anna: User
) -> None:
    way.close("moved away", by=anna)
    introduce(bakery, giulia, anna)
    assert shown(way) == NOTHING


def test_it_follows_who_somebody_is(
    bakery: Business, giulia: Person, way: Opportunity, anna: User
) -> None:
    twin = make_person(bakery, "G. Ferri")
    introduce(bakery, twin, anna)
    assert shown(way) == NOTHING
    joined = merging.merge(giulia, twin, by=anna)
    assert shown(way) == SHOWN
    joined.remove(by=anna)
    assert shown(way) == NOTHING


def test_that_it_took_place_outlasts_whoever_is_erased(
    bakery: Business, giulia: Person, way: Opportunity, anna: User
) -> None:
    made = introduce(bakery, giulia, anna)
    assert made.broker
    erasing.erase(made.broker, by=anna)
    assert not bakery.introductions.exists()
    assert shown(way) == SHOWN
    reading.read_again(bakery, [way])
    assert shown(way) == SHOWN


def test_twice_looked_at_is_once_shown(
    bakery: Business, giulia: Person, way: Opportunity, anna: User
) -> None:
    introduce(bakery, giulia, anna)
    Opportunity.look_again_at(bakery, [giulia.pk])
    reading.read_again(bakery, [way])
    assert shown(way) == SHOWN
