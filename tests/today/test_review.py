"""The week in ten minutes: found, not asked for; what one wants becomes steps."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.steps.models import Opportunity
from passo.today import reviewing
from tests.people_world import make_person, make_touch
from tests.steps_world import make_opportunity, make_step
from tests.world import Visitor, words_of


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def walk(bakery: Business) -> Opportunity:
    return make_opportunity(bakery, stage=3, began=3)


def test_what_moved_and_what_was_done_this_week_is_told(
    bakery: Business, anna: User, walk: Opportunity, today: date
) -> None:
    walk.move(4, by=anna)
    make_step(bakery, walk.person).finish(by=anna, minutes=7)
    week = reviewing.week_of(bakery, today)
    assert [(one.before.name, one.after.name) for one in week.moved] == [
        ("dialogue", "small_offer")
    ]
    assert (week.done_count, week.minutes, week.new_people) == (1, 7, 1)


def test_the_week_before_is_not_this_week(
    bakery: Business, anna: User, walk: Opportunity, today: date
) -> None:
    walk.move(4, by=anna)
    make_step(bakery, walk.person).finish(by=anna)
    week = reviewing.week_of(bakery, today + timedelta(days=8))
    assert (week.moved, week.done_count, week.new_people) == ([], 0, 0)


def test_whoever_stands_still_for_a_month_rests(
    bakery: Business, anna: User, walk: Opportunity, today: date
) -> None:
    assert reviewing.week_of(bakery, today).rests == []
    assert reviewing.week_of(bakery, today + timedelta(days=32)).rests == [walk]


def test_bet_and_thank_you_are_filled_in_and_become_steps(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor], walk: Opportunity
) -> None:
    helper = make_person(bakery, "Davide Monti")
    make_touch(bakery, helper, kind="mail", direction="in", at=timezone.now())
    bakery.people.filter(pk=helper.pk).update(strength=0.9)
    browser, address = client_of(anna), reverse("weekly_review", args=[bakery.slug])
    page = browser.get(address).content.decode()
    assert "Make Paola Rinaldi a small offer" in page
    assert "Thank Davide Monti" in page
    answer = browser.post(
        address, {"bet": "A check-up for three managers", "thanks": "Thank him", "whom": helper.pk}
    )
    assert answer.status_code == 302
    bet, thanks = bakery.steps.order_by("pk")
    assert (bet.words, bet.person, bet.verb) == ("A check-up for three managers", None, "do")
    assert (thanks.words, thanks.person, thanks.verb) == ("Thank him", helper, "thank")
    assert bakery.reviews.get().user == anna


def test_nothing_wished_is_a_week_looked_at(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    address = reverse("weekly_review", args=[bakery.slug])
    page = client_of(anna).post(address, {"bet": " ", "thanks": "", "whom": "999"}, follow=True)
    assert "The week is looked at." in words_of(page)
    assert not bakery.steps.exists()


def test_it_is_due_once_a_week_and_only_where_somebody_walks(
    bakery: Business, anna: User, today: date
) -> None:
    assert not reviewing.is_due(bakery, anna, today)
    make_opportunity(bakery)
    assert reviewing.is_due(bakery, anna, today)
    reviewing.keep(bakery, anna, today, bet="", thanks="", whom=None)
    assert not reviewing.is_due(bakery, anna, today)
    assert reviewing.is_due(bakery, anna, today + timedelta(days=7))


def test_a_stranger_in_the_form_is_nobody(
    bakery: Business, garage: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    theirs = make_person(garage, "Otto Weber")
    address = reverse("weekly_review", args=[bakery.slug])
    client_of(anna).post(address, {"bet": "", "thanks": "Thank Otto", "whom": theirs.pk})
    assert bakery.steps.get().person is None


def test_days_are_those_of_the_business(bakery: Business) -> None:
    assert reviewing.moment(bakery, date(2026, 11, 20)) == datetime.fromisoformat(
        "2026-11-20T00:00:00+01:00"
    )
