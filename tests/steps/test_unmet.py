"""Before the first word: a warm way in where somebody of ours opens it, else a first message."""

from datetime import timedelta

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import doing, drafts, suggesting, verbs
from passo.steps.cards import Card
from passo.steps.models import Opportunity
from passo.steps.models.step import Reason
from passo.steps.suggestions.suggestion import Suggestion
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_introduction
from tests.people_world import make_touch
from tests.steps_world import TODAY, make_opportunity
from tests.world import make_business, visitor

DAY = timedelta(days=1)


@pytest.fixture
def firm(db: None, dora: User) -> Business:
    return make_business("One Woman", owner=dora)


@pytest.fixture
def giulia(firm: Business) -> Person:
    return known(firm, "Giulia Ferri")


@pytest.fixture
def paola(firm: Business, giulia: Person) -> Person:
    paola = known(firm, "Paola Rinaldi", 0.8)
    knows(paola, giulia, 0.7)
    return paola


@pytest.fixture
def way(firm: Business, giulia: Person, paola: Person) -> Opportunity:
    return make_opportunity(firm, giulia, worth_cents=40_000)


def found(business: Business, days: int = 0) -> dict[str, Suggestion]:
    return {one.kind: one for one in suggesting.suggestions(business, TODAY + days * DAY)}


def read(firm: Business, by: User) -> None:
    doing.finish(found(firm)["research"], business=firm, by=by)


def test_somebody_we_know_opens_the_door(
    firm: Business, way: Opportunity, paola: Person, giulia: Person, dora: User
) -> None:
    assert set(found(firm)) == {"research", "warm"}
    one = found(firm)["warm"]
    assert str(one.words) == "Ask Paola for an introduction to Giulia"
    assert (one.person, one.opportunity, one.verb) == (paola, way, verbs.ASK)
    assert (one.stage, one.worth_cents) == (1, 40_000)
    assert suggesting.suggestion(firm, TODAY, one.key) == one
    there = Card(firm, one).there
    assert there
    assert there.url == (
        reverse("write_introduction", args=[firm.slug]) + f"?target={giulia.pk}&broker={paola.pk}"
    )
    assert visitor(dora).get(there.url).status_code == 200
    assert drafts.draft_for(one, firm, dora) is None


def test_the_first_message_waits_while_somebody_opens_the_door(
    firm: Business, way: Opportunity, paola: Person, dora: User
) -> None:
    read(firm, dora)
    assert set(found(firm)) == {"warm"}
    firm.ties.all().delete()
    assert str(found(firm)["rung"].words) == "Write Giulia a first short message"
    assert suggesting.suggestion(firm, TODAY, found(firm)["rung"].key)


def test_who_was_spoken_with_needs_nobody(firm: Business, way: Opportunity, giulia: Person) -> None:
    make_touch(firm, giulia, days_ago=3)
    assert set(found(firm)) == {"rung"}


def test_while_an_introduction_is_on_its_way_nothing_else_is_tried(
    firm: Business, way: Opportunity, giulia: Person, dora: User
) -> None:
    read(firm, dora)
    other = known(firm, "Hassan Amrani", 0.9)
    made = make_introduction(firm, giulia, broker=other, by=dora)
    assert set(found(firm)) == {"asks"}
    firm.introductions.filter(pk=made.pk).update(state="asked", asked_on=TODAY)
    assert set(found(firm)) == set()
    firm.introductions.filter(pk=made.pk).update(state="withdrawn")
    assert set(found(firm)) == {"warm"}


def test_who_was_asked_by_hand_has_a_month(
    firm: Business, way: Opportunity, giulia: Person, dora: User
) -> None:
    knows(known(firm, "Hassan Amrani", 0.7), giulia, 0.7)
    read(firm, dora)
    doing.finish(found(firm)["warm"], business=firm, by=dora)
    assert set(found(firm)) == set()
    firm.steps.filter(verb="ask").update(done_at=firm.steps.latest("pk").added_at - 60 * DAY)
    assert str(found(firm)["warm"].words) == "Ask Hassan for an introduction to Giulia"


def test_who_is_not_wanted_gives_way_to_the_next(
    firm: Business, way: Opportunity, giulia: Person, dora: User
) -> None:
    knows(known(firm, "Hassan Amrani", 0.7), giulia, 0.7)
    doing.drop(found(firm)["warm"], "They fell out", business=firm, today=TODAY, by=dora)
    assert str(found(firm)["warm"].words) == "Ask Hassan for an introduction to Giulia"
    doing.drop(found(firm)["warm"], "Not him", business=firm, today=TODAY, by=dora)
    assert "warm" not in found(firm)


def test_not_now_comes_again_after_a_month(
    firm: Business, way: Opportunity, paola: Person, dora: User
) -> None:
    read(firm, dora)
    doing.drop(found(firm)["warm"], Reason.NOT_NOW, business=firm, today=TODAY, by=dora)
    assert set(found(firm)) == set()
    assert set(found(firm, days=31)) == {"warm"}
