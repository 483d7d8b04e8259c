"""Introductions as steps: ours to send, to make, to tell, and nothing while others decide."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from passo.businesses.models import Business, User
from passo.introductions import answering
from passo.introductions.models import Introduction, Wish
from passo.people.models import Person
from passo.steps import doing, drafts, suggesting, verbs
from passo.steps.cards import Card
from passo.steps.suggestions import introducing, thank
from passo.steps.suggestions.suggestion import Suggestion
from tests.introductions_world import make_asked, make_contribution, make_introduction
from tests.people_world import make_person, make_touch
from tests.world import visitor

DAY = timedelta(days=1)
TODAY = date(2026, 11, 20)


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, "Paola Rinaldi", mail="paola@rinaldi.example")


@pytest.fixture
def giulia(bakery: Business) -> Person:
    return make_person(bakery, "Giulia Ferri", mail="giulia@ferri.example")


@pytest.fixture
def made(bakery: Business, paola: Person, giulia: Person, anna: User) -> Introduction:
    return make_introduction(bakery, giulia, broker=paola, by=anna)


@pytest.fixture
def pair(bakery: Business, paola: Person, giulia: Person, anna: User) -> Introduction:
    return make_introduction(bakery, giulia, other=paola, by=anna)


def found(business: Business, today: date = TODAY) -> list[Suggestion]:
    return suggesting.suggestions(business, today)


def told(business: Business, today: date = TODAY) -> list[str]:
    with translation.override("en"):
        return sorted(str(one.words) for one in found(business, today))


def agree(made: Introduction, today: date = TODAY) -> None:
    for ask in list(made.asks.order_by("pk")):
        answering.answer(ask, "yes", reach="", day=today)
        made.refresh_from_db()
    for ask in made.asks.filter(agreed_at=None):
        answering.answer(ask, "yes", reach="", day=today)
    made.refresh_from_db()


def set_to(made: Introduction, **values: Any) -> None:
    made.change(by=None, what="correct", **values)


def test_a_draft_waits_to_be_sent(bakery: Business, made: Introduction, paola: Person) -> None:
    (one,) = found(bakery)
    assert str(one.words) == "Ask Paola to introduce you to Giulia"
    assert (one.person, one.verb, one.minutes) == (paola, verbs.ASK, 6)
    assert suggesting.suggestion(bakery, TODAY, one.key) == one
    assert Card(bakery, one).there == (
        reverse("introduction", args=[bakery.slug, made.pk]),
        "To the introduction",
    )


def test_of_two_whom_we_bring_together_both_are_asked(bakery: Business, pair: Introduction) -> None:
    assert told(bakery) == ["Ask Giulia and Paola whether you may introduce them"]


@pytest.mark.parametrize("kind", ["through", "strained", "forget"])
def test_nobody_is_to_be_asked_against_a_wish(
    bakery: Business, made: Introduction, paola: Person, kind: str
) -> None:
    Wish.add(by=None, business=bakery, person=paola, kind=kind)
    assert found(bakery) == []


def test_who_refused_to_be_contacted_is_not_named(
    bakery: Business, made: Introduction, giulia: Person
) -> None:
    giulia.change(by=None, what="correct", consent="refused")
    assert found(bakery) == []


@pytest.mark.parametrize("answer", ["", "later", "no"])
def test_while_somebody_is_asked_nothing_is_suggested_whatever_they_say(
    bakery: Business, paola: Person, giulia: Person, anna: User, answer: str
) -> None:
    made = make_asked(bakery, by=anna, target=giulia, broker=paola, today=TODAY)
    if answer:
        answering.answer(made.asks.get(), answer, reach="", day=TODAY)
    for days in range(15):
        assert found(bakery, TODAY + days * DAY) == []
    made.rest(TODAY + 10 * DAY)
    assert found(bakery, TODAY + 11 * DAY) == []


def test_once_both_said_yes_they_wait_for_us(
    bakery: Business, giulia: Person, paola: Person, anna: User
) -> None:
    made = make_asked(bakery, by=anna, target=giulia, broker=paola)
    agree(made)
    today = timezone.localdate()
    (one,) = found(bakery, today + 2 * DAY)
    assert str(one.words) == "Write to Giulia and Paola together"
    assert one.waiting_days == 2
    assert drafts.draft_for(one, bakery, anna) is None, "it is written on its own page"


def test_two_who_both_said_yes_are_introduced_when_the_step_is_done(
    bakery: Business, giulia: Person, paola: Person, anna: User
) -> None:
    made = make_asked(bakery, by=anna, target=giulia, other=paola, broker=None, blurb_other="P")
    agree(made)
    today = timezone.localdate()
    (one,) = found(bakery, today)
    assert str(one.words) == "Introduce Giulia and Paola to each other"
    change = doing.finish(one, business=bakery, by=anna)
    made.refresh_from_db()
    assert (made.state, made.introduced_on) == ("introduced", today)
    assert change
    change.undo(by=anna)
    made.refresh_from_db()
    assert (made.state, made.introduced_on) == ("both", None)
    assert [each.key for each in found(bakery, today)] == [one.key]


def test_whether_one_met_and_what_came_of_it(
    bakery: Business, made: Introduction, giulia: Person, paola: Person, anna: User
) -> None:
    set_to(made, state="introduced", introduced_on=TODAY - 12 * DAY)
    make_touch(bakery, giulia, kind="mail", direction="out", days_ago=1)
    assert told(bakery) == ["Did you meet Giulia?", "Thank Paola for the introduction to Giulia"]
    one = next(each for each in found(bakery) if each.kind == introducing.BECAME)
    doing.finish(one, business=bakery, by=anna)
    made.refresh_from_db()
    assert made.state == "met"
    later = (made.met_on or TODAY) + 14 * DAY
    assert "What came of meeting Giulia?" in told(bakery, later)
    made.tell("A yes to the small offer", by=anna)
    assert "What came of meeting Giulia?" not in told(bakery, later)


def test_after_thanks_one_is_still_asked_what_came_of_it(
    bakery: Business, made: Introduction, giulia: Person
) -> None:
    make_touch(bakery, giulia, kind="mail", direction="out", days_ago=1)
    day = TODAY - 20 * DAY
    set_to(made, state="thanked", introduced_on=day, thanked_on=day)
    (one,) = found(bakery)
    assert str(one.words) == "What came of meeting Giulia?"
    assert "Paola introduced you on" in str(one.why)


def test_two_whom_we_introduced_are_asked_how_it_went(bakery: Business, pair: Introduction) -> None:
    set_to(pair, state="introduced", introduced_on=TODAY - 12 * DAY)
    (one,) = found(bakery)
    assert (str(one.words), one.verb) == ("Ask Giulia how it went with Paola", verbs.ASK)
    set_to(pair, state="met", met_on=TODAY - 20 * DAY)
    assert found(bakery) == []


def test_who_was_introduced_and_heard_nothing_waits_for_us(
    bakery: Business, made: Introduction, giulia: Person, anna: User
) -> None:
    set_to(made, state="introduced", introduced_on=TODAY - 3 * DAY)
    one = next(each for each in found(bakery) if each.kind == "greet")
    assert str(one.words) == "Write to Giulia: Paola introduced you"
    assert (one.person, one.verb, one.waiting_days) == (giulia, verbs.ANSWER, 3)
    draft = drafts.draft_for(one, bakery, anna)
    assert draft
    assert "Paola introduced us" in draft.subject
    doing.finish(one, business=bakery, by=anna, at=timezone.now())
    assert "greet" not in {each.kind for each in found(bakery)}
    assert "greet" not in {each.kind for each in found(bakery, TODAY + 40 * DAY)}


def test_their_own_message_after_it_is_one_step_and_no_two(
    bakery: Business, made: Introduction, giulia: Person
) -> None:
    set_to(made, state="introduced", introduced_on=TODAY - 9 * DAY)
    make_touch(bakery, giulia, kind="mail", direction="in", days_ago=4)
    (one,) = (each for each in found(bakery) if each.person == giulia)
    assert (one.kind, one.certainty, one.waiting_days) == ("greet", 1.0, 4)
    assert "wrote on" in str(one.why)
    make_touch(bakery, giulia, kind="mail", direction="out", days_ago=3)
    make_touch(bakery, giulia, kind="mail", direction="in", days_ago=2)
    (one,) = (each for each in found(bakery) if each.person == giulia)
    assert one.kind == "reply"


def test_thanks_for_an_introduction_are_one_and_note_it(
    bakery: Business, made: Introduction, giulia: Person, paola: Person, anna: User
) -> None:
    set_to(made, state="introduced", introduced_on=TODAY - 3 * DAY)
    (one,) = (each for each in found(bakery) if each.kind == thank.KIND)
    assert str(one.words) == "Thank Paola for the introduction to Giulia"
    change = doing.finish(one, business=bakery, by=anna)
    gift = bakery.contributions.get()
    assert gift.thanked_on is not None
    assert not [each for each in found(bakery) if each.kind == thank.KIND]
    assert change
    change.undo(by=anna)
    gift.refresh_from_db()
    assert gift.thanked_on is None
    assert [each.key for each in found(bakery) if each.kind == thank.KIND] == [one.key]


def test_thanks_after_something_came_of_it_end_the_introduction(
    bakery: Business, made: Introduction, giulia: Person, anna: User
) -> None:
    make_touch(bakery, giulia, kind="mail", direction="out", days_ago=1)
    set_to(made, state="outcome", introduced_on=TODAY - 3 * DAY, outcome="A client")
    (one,) = found(bakery)
    change = doing.finish(one, business=bakery, by=anna)
    made.refresh_from_db()
    assert made.state == "thanked"
    assert change
    change.undo(by=anna)
    made.refresh_from_db()
    assert (made.state, made.thanked_on) == ("outcome", None)
    assert bakery.contributions.get().is_owed


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("advice", "Thank Paola for the advice"),
        ("referral", "Thank Paola for sending you somebody"),
        ("gift", "Thank Paola for the gift"),
    ],
)
def test_what_was_received_is_thanked_for(
    bakery: Business, paola: Person, kind: str, words: str, anna: User
) -> None:
    gift = make_contribution(bakery, paola, is_given=False, kind=kind)
    make_contribution(bakery, paola, is_given=True)
    (one,) = found(bakery)
    assert str(one.words) == words
    assert "“Which lamps last”" in str(one.why)
    assert "Which lamps last" not in repr(drafts.draft_for(one, bakery, anna))
    gift.thank(on=TODAY, by=anna)
    assert found(bakery) == []


def test_what_was_changed_since_stays_when_the_step_is_undone(
    bakery: Business, paola: Person, anna: User
) -> None:
    gift = make_contribution(bakery, paola, is_given=False)
    (one,) = found(bakery)
    change = doing.finish(one, business=bakery, by=anna)
    gift.refresh_from_db()
    gift.thank(on=TODAY - DAY, by=anna)
    assert change
    change.undo(by=anna)
    gift.refresh_from_db()
    assert gift.thanked_on == TODAY - DAY


def test_a_step_of_long_ago_settles_nothing_twice(
    bakery: Business, paola: Person, anna: User
) -> None:
    gift = make_contribution(bakery, paola, is_given=False)
    (one,) = found(bakery)
    doing.put_off(one, TODAY + DAY, business=bakery, today=TODAY, by=anna)
    gift.thank(on=TODAY, by=anna)
    change = doing.finish(bakery.steps.get(), business=bakery, by=anna)
    assert change
    change.undo(by=anna)
    gift.refresh_from_db()
    assert gift.thanked_on == TODAY


def test_what_is_on_a_page_of_its_own_leads_there_from_the_step(
    bakery: Business, made: Introduction, anna: User
) -> None:
    (one,) = found(bakery)
    page = visitor(anna).get(
        reverse("step", kwargs={"slug": bakery.slug, "suggestion_key": one.key})
    )
    assert reverse("introduction", args=[bakery.slug, made.pk]) in page.text
    assert "To the introduction" in page.text
    doing.put_off(one, TODAY + DAY, business=bakery, today=TODAY, by=anna)
    row = bakery.steps.get()
    page = visitor(anna).get(reverse("step", kwargs={"slug": bakery.slug, "step_id": row.pk}))
    assert reverse("introduction", args=[bakery.slug, made.pk]) in page.text
