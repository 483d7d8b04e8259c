"""What evidence shows leads on before the card is moved; what the owner says since stands."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.steps import climbing, suggesting
from passo.steps.models import Opportunity
from passo.steps.suggestions import next_rung
from passo.steps.suggestions.suggestion import Suggestion
from tests.people_world import make_person, make_touch
from tests.steps.path_world import address
from tests.steps_world import make_opportunity
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client_of: Any, ben: User) -> Visitor:
    visitor: Visitor = client_of(ben)
    return visitor


@pytest.fixture
def way(bakery: Business) -> Opportunity:
    """A small offer, and since then what it was worth in their words."""
    luca = make_person(bakery, "Luca Ferri")
    make_touch(bakery, luca, days_ago=30, kind="call")
    way = make_opportunity(bakery, luca, stage=4, began=4)
    climbing.add_evidence(way, "valued", on=timezone.localdate(), key="one", words="No more dust")
    return way


def rungs(business: Business) -> list[Suggestion]:
    found = suggesting.suggestions(business, timezone.localdate())
    return [one for one in found if one.kind == next_rung.KIND]


def test_the_step_of_the_stage_that_is_shown_is_suggested(
    bakery: Business, way: Opportunity
) -> None:
    (one,) = rungs(bakery)
    assert str(one.words) == "Ask Luca what comes next"
    assert str(one.why) == "You have it at “Small offer”; it looks like “Added value” by now."
    assert one.stage == 5


def test_what_the_owner_says_afterwards_stands(
    bakery: Business, way: Opportunity, anna: User
) -> None:
    way.move(3, by=anna)
    (one,) = rungs(bakery)
    assert str(one.words) == "Make Luca a small offer"
    assert way.further is not None
    assert way.leads_from == way.where


def test_a_proposal_that_is_confirmed_lower_leads_on_from_there(
    bakery: Business, anna: User
) -> None:
    way = make_opportunity(
        bakery, make_person(bakery, "Ada Uno"), stage=3, shown_stage=3, state="proposed"
    )
    way.confirm(by=anna, stage=2)
    assert way.leads_from.rung == 2


def test_undoing_the_move_lets_evidence_lead_again(
    bakery: Business, way: Opportunity, anna: User
) -> None:
    Opportunity.objects.filter(pk=way.pk).update(added_at=timezone.now() - timedelta(days=9))
    way.refresh_from_db()
    change = way.move(3, by=anna)
    assert change is not None
    change.undo(by=anna)
    way.refresh_from_db()
    assert way.leads_from.rung == 5


def test_the_card_of_today_moves_it_with_one_press(
    bakery: Business, way: Opportunity, browser: Visitor
) -> None:
    today = address("today", bakery)
    assert "Move to Added value" in words_of(browser.get(today))
    move = address("move_opportunity", bakery, way.pk)
    answer = browser.post(move, {"stage": 5, "next": today})
    assert answer["Location"] == today
    told = words_of(browser.get(today))
    assert "Move to Added value" not in told
    assert "At “Added value”. You were in touch last on" in told


def test_the_page_of_the_way_tells_the_same_step(
    bakery: Business, way: Opportunity, browser: Visitor
) -> None:
    page = address("opportunity", bakery, way.pk)
    assert "Ask Luca what comes next" in words_of(browser.get(page))
    browser.post(address("take_step", bakery, way.pk), {"stage": 5})
    step = way.steps.get()
    assert (step.words, step.verb, step.because) == ("Ask Luca what comes next", "ask", "")
