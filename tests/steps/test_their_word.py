"""On the page of a way: what they said of it; under a touch, what was asked in it."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people.models import Person, Touch
from passo.steps import climbing, proposing
from passo.steps.models import Opportunity
from tests.people_world import make_person, make_signal, make_touch
from tests.steps.mail_world import make_mail
from tests.steps_world import make_opportunity
from tests.world import Visitor, words_of

DAY = timedelta(days=1)


@pytest.fixture
def walk(bakery: Business) -> Opportunity:
    luca = make_person(bakery, "Luca Ferri", mail="luca@ferri.example")
    return make_opportunity(bakery, luca, stage=2)


def lately(business: Business, person: Person, days: int = 2, **values: str) -> Touch:
    return make_mail(business, person, at=timezone.now() - days * DAY, **values)


@pytest.fixture
def browser(client_of: Any, anna: User) -> Visitor:
    visitor: Visitor = client_of(anna)
    return visitor


def page_of(walk: Opportunity, browser: Visitor) -> str:
    return words_of(browser.get(reverse("opportunity", args=[walk.business.slug, walk.pk])))


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("refusal", "Luca said no."),
        ("not_before", "Luca asked to wait until"),
        ("out_of_office", "Luca is away until"),
        ("no_longer_here", "Luca is no longer reached there."),
        ("bounce", "Your mail did not reach Luca."),
    ],
)
def test_what_they_said_stands_until_they_come_again(
    walk: Opportunity, browser: Visitor, kind: str, says: str
) -> None:
    touch = lately(walk.business, walk.person)
    on = timezone.localdate() + 9 * DAY if kind in {"not_before", "out_of_office"} else None
    make_signal(touch, kind, on=on, quote="In their own words.")
    told = page_of(walk, browser)
    assert says in told
    assert ("In their own words." in told) == (kind != "bounce")
    make_touch(walk.business, walk.person, kind="call", direction="in", at=timezone.now())
    assert says not in page_of(walk, browser)


def test_what_is_over_by_its_day_is_not_told(walk: Opportunity, browser: Visitor) -> None:
    touch = lately(walk.business, walk.person, days=20)
    today = timezone.localdate()
    make_signal(touch, "not_before", on=today)
    make_signal(touch, "out_of_office", on=today - DAY)
    told = page_of(walk, browser)
    assert "asked to wait" not in told
    assert "is away" not in told


def test_an_absence_without_a_day_is_told_for_a_week(walk: Opportunity, browser: Visitor) -> None:
    make_signal(lately(walk.business, walk.person), "out_of_office")
    assert "Luca is away." in page_of(walk, browser)


def test_clients_first_is_told_with_their_words_while_the_owner_agrees(
    walk: Opportunity, browser: Visitor
) -> None:
    touch = lately(walk.business, walk.person)
    make_signal(touch, "clients_first", quote="Come back when you have clients.")
    proposing.look_again(walk.business)
    told = page_of(walk, browser)
    assert "They want clients first." in told
    assert "Come back when you have clients." in told
    walk.refresh_from_db()
    walk.mark_clients_first(is_so=False, by=None)
    assert "Come back when" not in page_of(walk, browser)


def test_under_a_touch_stands_what_was_asked_in_it(walk: Opportunity, browser: Visitor) -> None:
    touch = lately(walk.business, walk.person, text="What would three chargers cost?")
    climbing.add_evidence(walk, "they_wrote", on=timezone.localdate(), key="t", touch=touch)
    assert "What would three chargers cost?" in page_of(walk, browser)


def told_of(person: Person, browser: Visitor) -> str:
    page = browser.get(reverse("person", args=[person.business.slug, person.pk]))
    return words_of(page).replace("“ ", "“").replace(" ”", "”")


def test_on_the_page_of_a_person_it_is_told_what_came_of_it(
    walk: Opportunity, bakery: Business, browser: Visitor
) -> None:
    luca = walk.person
    lately(bakery, luca, days=9, text="What would three chargers cost?")
    lately(bakery, luca, days=8, text="I will send you the price tomorrow.", direction="out")
    lately(bakery, luca, days=7, text="Here is the price.", direction="out")
    lately(bakery, luca, days=3, text="The light is still broken, I am not happy with that.")
    lately(bakery, luca, days=2, text="Could you come on Monday?")
    told = told_of(luca, browser)
    assert "“What would three chargers cost?” · answered" in told
    assert "“I will send you the price tomorrow.” · kept" in told
    assert "“Could you come on Monday?” · waits for your answer" in told
    assert "I am not happy with that." in told


def test_a_promise_that_they_need_no_more_is_told_as_that(
    walk: Opportunity, bakery: Business, browser: Visitor
) -> None:
    lately(bakery, walk.person, days=8, text="I will come by on Friday.", direction="out")
    lately(bakery, walk.person, days=7, text="No need to come, it works again.")
    assert "“I will come by on Friday.” · no longer needed" in told_of(walk.person, browser)


def test_what_a_third_wrote_to_both_is_not_told_as_theirs(
    walk: Opportunity, bakery: Business, browser: Visitor
) -> None:
    make_signal(lately(bakery, walk.person, direction="both"), "question", quote="Who comes?")
    url = reverse("person", args=[bakery.slug, walk.person_id])
    assert "Who comes?" not in words_of(browser.get(url))
