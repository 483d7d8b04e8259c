"""The pages of steps and of what is suggested: a press, its toast, and the way back."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people.models import Person
from passo.steps import suggesting
from tests.people_world import make_person
from tests.steps_world import make_opportunity, make_step
from tests.world import Visitor, make_member, words_of

DAY = timedelta(days=1)
Browsers = Any


@pytest.fixture
def elisa(bakery: Business) -> Person:
    return make_person(bakery, "Elisa Corsi", mail="elisa@corsi.example")


def go(browser: Visitor, name: str, business: Business, **gap: Any) -> str:
    return reverse(name, kwargs={"slug": business.slug, **gap})


def posted(browser: Visitor, name: str, business: Business, values: Any = None, **gap: Any) -> Any:
    return browser.post(go(browser, name, business, **gap), values or {}, follow=True)


def key_of(business: Business) -> str:
    return suggesting.suggestions(business, timezone.localdate())[0].key


@pytest.fixture
def walking(bakery: Business, elisa: Person) -> str:
    make_opportunity(bakery, elisa, stage=2)
    return key_of(bakery)


def undo_from(response: HttpResponse) -> str:
    """Where the button in the toast leads."""
    found = re.search(r'action="([^"]+/history/\d+/undo/)"', response.content.decode())
    assert found
    return found[1]


def test_a_suggestion_is_done_and_undone_from_the_toast(
    bakery: Business, walking: str, client_of: Browsers, anna: User
) -> None:
    browser = client_of(anna)
    shown = browser.get(go(browser, "step", bakery, suggestion_key=walking))
    assert "Ask Elisa for a short talk" in words_of(shown)
    answer = posted(browser, "step_done", bakery, {"minutes": "7"}, suggestion_key=walking)
    assert "Done: “Ask Elisa for a short talk”" in words_of(answer)
    assert bakery.steps.get().minutes_taken == 7
    again = browser.post(go(browser, "step_done", bakery, suggestion_key=walking))
    assert again.status_code == 409
    browser.post(undo_from(answer))
    assert not bakery.steps.exists()
    assert not bakery.touches.exists()


@pytest.mark.parametrize("wish", ["tomorrow", "three", "monday", "day"])
def test_later_on_a_page(
    bakery: Business, walking: str, client_of: Browsers, anna: User, wish: str
) -> None:
    browser = client_of(anna)
    today = timezone.localdate()
    day = (today + 9 * DAY).isoformat()
    answer = posted(
        browser, "step_later", bakery, {"until": wish, "day": day}, suggestion_key=walking
    )
    step = bakery.steps.get()
    assert step.rests_until
    assert today < step.rests_until <= today + 9 * DAY
    assert wish != "monday" or step.rests_until.weekday() == 0
    assert "rests until" in words_of(answer)
    listed = browser.get(go(browser, "steps", bakery))
    assert "Resting" in words_of(listed)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"until": "day"},
        {"until": "day", "day": "9999-99-99"},
        {"until": "day", "day": "0001-01-01"},
        {"until": "day", "day": "9999-12-31"},
        {"until": "\0"},
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(
    bakery: Business, walking: str, client_of: Browsers, anna: User, values: dict[str, str]
) -> None:
    browser = client_of(anna)
    answer = browser.post(go(browser, "step_later", bakery, suggestion_key=walking), values)
    assert answer.status_code == 409
    assert "Choose a day" in words_of(answer)
    assert not bakery.steps.exists()


def test_handed_over_on_a_page(
    bakery: Business, walking: str, client_of: Browsers, ben: User, charlie: User
) -> None:
    browser = client_of(bakery.owners().get().user)
    for to in ("", "x", "9" * 30, str(charlie.pk)):
        refused = browser.post(
            go(browser, "step_hand_over", bakery, suggestion_key=walking), {"to": to}
        )
        assert refused.status_code == 409
    posted(browser, "step_hand_over", bakery, {"to": str(ben.pk)}, suggestion_key=walking)
    step = bakery.steps.get()
    assert step.handed_to == ben
    assert "With others" in words_of(browser.get(go(browser, "steps", bakery)))
    theirs = words_of(client_of(ben).get(go(browser, "steps", bakery)))
    assert "Ask Elisa for a short talk" in theirs
    assert "With others" not in theirs


def test_not_this_teaches_and_too_large_leads_to_splitting(
    bakery: Business, walking: str, client_of: Browsers, anna: User
) -> None:
    browser = client_of(anna)
    make_step(bakery, None, words="Order cable drums")
    assert "Order cable drums" in words_of(browser.get(go(browser, "steps", bakery)))
    split = posted(
        browser, "step_not_this", bakery, {"reason": "too_large"}, suggestion_key=walking
    )
    assert "Part 1" in words_of(split)
    silent = browser.post(go(browser, "step_not_this", bakery, suggestion_key=walking))
    assert silent.status_code == 409
    posted(
        browser,
        "step_not_this",
        bakery,
        {"reason": "words", "words": "<b>moved</b>"},
        suggestion_key=walking,
    )
    step = bakery.steps.get(state="dropped")
    assert step.reason == "<b>moved</b>"
    page = browser.get(go(browser, "step", bakery, step_id=step.pk))
    assert b"<b>moved" not in page.content
    assert "moved" in words_of(page)


def test_a_zero_byte_in_typed_words_is_a_blank(
    bakery: Business, elisa: Person, client_of: Browsers, anna: User
) -> None:
    """PostgreSQL takes none."""
    browser = client_of(anna)
    large, unwanted = make_step(bakery, elisa, minutes=45), make_step(bakery, elisa)
    posted(browser, "step_not_this", bakery, {"words": "moved\0away"}, step_id=unwanted.pk)
    halves = {"words": ["Look\0for it", "Put it in"], "minutes": ["5", "\0"]}
    posted(browser, "step_split", bakery, halves, step_id=large.pk)
    unwanted.refresh_from_db()
    assert unwanted.reason == "moved away"
    assert [part.words for part in large.parts.order_by("pk")] == ["Look for it", "Put it in"]


def test_split_on_a_page_keeps_what_was_typed_when_it_is_too_little(
    bakery: Business, elisa: Person, client_of: Browsers, anna: User
) -> None:
    step = make_step(bakery, elisa, minutes=45)
    browser = client_of(anna)
    assert "into smaller steps" in words_of(browser.get(go(browser, "steps", bakery)))
    address = go(browser, "step_split", bakery, step_id=step.pk)
    one = browser.post(address, {"words": ["Look for the plan", " "], "minutes": ["5", "x"]})
    assert one.status_code == 422
    assert b"Look for the plan" in one.content
    two = {"words": ["Look for the plan", "Send it"], "minutes": ["5", "-3"]}
    posted(browser, "step_split", bakery, two, step_id=step.pk)
    assert list(step.parts.order_by("pk").values_list("words", "minutes")) == [
        ("Look for the plan", 5),
        ("Send it", 10),
    ]
    shown = words_of(browser.get(go(browser, "step", bakery, step_id=step.pk)))
    assert "split into smaller ones" in shown
    assert "Send it" in shown


def test_with_htmx_only_the_card_changes(
    bakery: Business, walking: str, client_of: Browsers, anna: User
) -> None:
    browser = client_of(anna)
    htmx = {"HX-Request": "true"}
    answer = browser.post(
        go(browser, "step_later", bakery, suggestion_key=walking),
        {"until": "tomorrow"},
        headers=htmx,
    )
    text = answer.content.decode()
    assert "<html" not in text
    assert "is-gone" in text, "put off is not done"
    assert 'hx-swap-oob="true"' in text
    assert "Undo" in text
    step = bakery.steps.get()
    led = browser.post(
        go(browser, "step_not_this", bakery, step_id=step.pk),
        {"reason": "too_large"},
        headers=htmx,
    )
    assert led.headers["HX-Redirect"].endswith(f"/steps/{step.pk}/split/")


def test_a_step_is_added_changed_and_removed_by_hand(
    bakery: Business, elisa: Person, client_of: Browsers, anna: User
) -> None:
    browser = client_of(anna)
    answer = posted(
        browser,
        "add_step",
        bakery,
        {"words": "Call about the lights", "who": "elisa corsi", "verb": "call"},
    )
    step = bakery.steps.get()
    assert (step.person, step.verb, step.minutes, step.added_by) == (elisa, "call", 6, anna)
    assert "Noted: “Call about the lights”" in words_of(answer)
    values = {"words": "Call again", "verb": "call", "minutes": "5", "on": "2026-12-01"}
    posted(browser, "change_step", bakery, values, step_id=step.pk)
    step.refresh_from_db()
    assert (step.words, step.minutes, step.on) == ("Call again", 5, date(2026, 12, 1))
    removed = posted(browser, "remove_step", bakery, step_id=step.pk)
    assert not bakery.steps.exists()
    browser.post(undo_from(removed))
    assert bakery.steps.get().words == "Call again"


def test_a_step_for_somebody_begins_on_their_page(
    bakery: Business, elisa: Person, client_of: Browsers, anna: User
) -> None:
    browser = client_of(anna)
    address = go(browser, "add_step", bakery)
    assert "Elisa Corsi" in words_of(browser.get(f"{address}?person={elisa.pk}"))
    browser.post(address, {"words": "Call", "person": elisa.pk, "promise": "ours"})
    assert bakery.steps.get().person == elisa
    assert bakery.steps.get().promise == "ours"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Please write what is to be done."),
        ({"words": " "}, "Please write what is to be done."),
        ({"words": "x", "who": "Nobody Known"}, "Nobody is called like this."),
        ({"words": "x", "who": "Elisa Corsi"}, "Several people are called like this."),
        ({"words": "x", "on": "0099-01-01"}, "Please look at the year."),
        ({"words": "x", "minutes": "999999"}, "600"),
        ({"words": "x", "verb": "destroy"}, "Select a valid choice"),
        ({"words": "x\u202ey"}, "signs in it that nobody can see"),
    ],
)
def test_what_is_mistyped_is_said_at_its_field(
    bakery: Business, client_of: Browsers, anna: User, values: dict[str, str], said: str
) -> None:
    for _twice in range(2):
        make_person(bakery, "Elisa Corsi")
    browser = client_of(anna)
    answer = browser.post(go(browser, "add_step", bakery), values)
    assert said in words_of(answer)
    assert not bakery.steps.exists()


def test_somebody_of_another_business_gets_no_step_here(
    bakery: Business, garage: Business, client_of: Browsers, anna: User
) -> None:
    stranger = make_person(garage, "Rosa Stranger")
    browser = client_of(anna)
    browser.post(go(browser, "add_step", bakery), {"words": "x", "person": stranger.pk})
    assert bakery.steps.get().person is None
    step = make_step(garage, stranger)
    assert browser.get(go(browser, "step", bakery, step_id=step.pk)).status_code == 404


def test_who_may_only_look_sees_steps_without_deeds(
    bakery: Business, elisa: Person, client_of: Browsers, vera: User
) -> None:
    step = make_step(bakery, elisa)
    browser = client_of(vera)
    listed = browser.get(go(browser, "steps", bakery))
    assert "Call about the stair lights" in words_of(listed)
    assert b"/done/" not in listed.content
    page = browser.get(go(browser, "step", bakery, step_id=step.pk))
    assert b"/done/" not in page.content
    assert browser.post(go(browser, "step_done", bakery, step_id=step.pk)).status_code == 403


def test_no_step_yet_says_what_stands_here(
    bakery: Business, client_of: Browsers, anna: User
) -> None:
    browser = client_of(anna)
    assert "No step is waiting" in words_of(browser.get(go(browser, "steps", bakery)))


def test_the_list_asks_few_questions_however_long_it_is(
    bakery: Business, client_of: Browsers, anna: User, django_assert_max_num_queries: Any
) -> None:
    make_member(bakery, "Finn Gruber")
    browser = client_of(anna)
    for number in range(12):
        person = make_person(bakery, f"Person {number}")
        make_step(bakery, person)
        make_step(bakery, person, rests_until=date(2099, 1, 1))
        make_step(bakery, person).finish(by=None)
    with django_assert_max_num_queries(25):
        assert browser.get(go(browser, "steps", bakery)).status_code == 200


def test_a_step_that_is_an_offer_leads_to_where_it_is_written(
    client_of: Any, ben: User, bakery: Business, elisa: Person
) -> None:
    browser, writing = client_of(ben), reverse("new_offer", args=[bakery.slug])
    walk = make_opportunity(bakery, elisa, stage=3, began=3)
    of_way = make_step(bakery, elisa, verb="offer", opportunity=walk)
    of_person = make_step(bakery, elisa, verb="offer")
    other = make_step(bakery, elisa, verb="call")
    pages = [
        browser.get(go(browser, "step", bakery, step_id=one.pk))
        for one in (of_way, of_person, other)
    ]
    assert f'{writing}?opportunity={walk.pk}"' in pages[0].text
    assert f'{writing}?person={elisa.pk}"' in pages[1].text
    assert f"{writing}?" not in pages[2].text
