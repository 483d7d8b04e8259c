"""Done, later, handed over, not this, split: of rows and of suggestions, and the way back."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people.models import Person
from passo.steps import doing, minutes, suggesting, verbs
from passo.steps.doing import Part
from passo.steps.models import Step
from passo.steps.models.step import Reason, State
from passo.steps.suggestions.suggestion import Suggestion
from tests.people_world import make_person, make_touch
from tests.steps_world import TODAY, make_opportunity, make_step
from tests.world import Visitor, make_member, words_of

DAY = timedelta(days=1)
Browsers = Any


@pytest.fixture
def elisa(bakery: Business) -> Person:
    return make_person(bakery, "Elisa Corsi", mail="elisa@corsi.example")


@pytest.fixture
def suggested(bakery: Business, elisa: Person) -> Suggestion:
    make_touch(bakery, elisa, days_ago=20)
    make_opportunity(bakery, elisa, stage=2)
    (one,) = suggesting.suggestions(bakery, TODAY)
    return one


def undo_last(business: Business, by: User) -> None:
    business.changes.filter(kind="steps.step").latest("pk").undo(by=by)


# --- Verbs ---------------------------------------------------------------------------------------


def test_done_leaves_its_touch_and_undo_takes_both_back(
    bakery: Business, elisa: Person, anna: User
) -> None:
    step = make_step(bakery, elisa, verb=verbs.CALL)
    doing.finish(step, business=bakery, by=anna, minutes=9)
    step.refresh_from_db()
    touch = bakery.touches.get()
    assert (step.state, step.minutes_taken, step.left) == (State.DONE, 9, touch)
    assert (touch.kind, touch.direction, touch.text) == ("call", "both", step.words)
    undo_last(bakery, anna)
    step.refresh_from_db()
    assert (step.state, step.minutes_taken, step.left, step.done_at) == ("open", None, None, None)
    assert not bakery.touches.exists()


def test_a_suggestion_that_is_done_becomes_a_row_and_its_touch_is_evidence(
    bakery: Business, elisa: Person, anna: User
) -> None:
    walk = make_opportunity(bakery, elisa)
    make_touch(bakery, elisa, days_ago=9, kind="mail", direction="out")
    step = make_step(bakery, elisa, verb=verbs.CALL, opportunity=walk)
    change = doing.finish(step, business=bakery, by=anna)
    assert set(walk.evidence.values_list("kind", flat=True)) == {"talked"}
    walk.refresh_from_db()
    assert walk.shown_stage == 3
    assert change


def test_what_is_no_touch_leaves_none(bakery: Business, elisa: Person, anna: User) -> None:
    doing.finish(make_step(bakery, elisa, verb=verbs.RESEARCH), business=bakery, by=anna)
    doing.finish(make_step(bakery, None, verb=verbs.CALL), business=bakery, by=anna)
    assert not bakery.touches.exists()


def test_a_done_suggestion_is_kept_with_where_it_came_from(
    bakery: Business, suggested: Suggestion, anna: User
) -> None:
    doing.finish(suggested, business=bakery, by=anna, minutes=12)
    step = bakery.steps.get()
    assert (step.made_of, step.state, step.words) == (
        suggested.key,
        State.DONE,
        "Ask Elisa for a short talk",
    )
    assert (step.usual_minutes, step.minutes_taken) == (8, 12)
    assert step.because == str(suggested.why)
    undo_last(bakery, anna)
    assert not bakery.steps.exists()
    assert bakery.touches.count() == 1, "the one that was there before"


def test_later_rests_until_a_day_and_counts(bakery: Business, elisa: Person, anna: User) -> None:
    step = make_step(bakery, elisa)
    for times in (1, 2, 3):
        doing.put_off(step, TODAY + times * DAY, business=bakery, today=TODAY, by=anna)
        assert (step.put_off, step.rests_until) == (times, TODAY + times * DAY)
    assert step.asks_to_be_split
    undo_last(bakery, anna)
    step.refresh_from_db()
    assert (step.put_off, step.rests_until) == (2, TODAY + 2 * DAY)


@pytest.mark.parametrize("days", [0, -1, 5000])
def test_later_is_after_today_and_not_for_ever(
    bakery: Business, suggested: Suggestion, anna: User, days: int
) -> None:
    with pytest.raises(Refusal):
        doing.put_off(suggested, TODAY + days * DAY, business=bakery, today=TODAY, by=anna)
    assert not bakery.steps.exists()


def test_only_somebody_of_the_team_who_may_change_things_takes_over(
    bakery: Business, suggested: Suggestion, vera: User, charlie: User, ben: User
) -> None:
    for other in (vera, charlie):
        with pytest.raises(Refusal):
            doing.hand_over(suggested, other, business=bakery, by=None)
    doing.hand_over(suggested, ben, business=bakery, by=None)
    step = bakery.steps.get()
    assert step.handed_to == ben
    assert list(bakery.steps.meant_for(vera)) == []
    assert list(bakery.steps.meant_for(ben)) == [step]
    with pytest.raises(Refusal):
        doing.hand_over(step, charlie, business=bakery, by=None)


def test_of_two_who_press_at_once_the_second_is_told(
    bakery: Business, suggested: Suggestion, anna: User, ben: User
) -> None:
    doing.finish(suggested, business=bakery, by=anna)
    with pytest.raises(Refusal):
        doing.put_off(suggested, TODAY + DAY, business=bakery, today=TODAY, by=ben)
    assert bakery.steps.count() == 1
    with pytest.raises(Refusal):
        doing.finish(bakery.steps.get(), business=bakery, by=ben)


def test_not_this_keeps_its_reason(bakery: Business, elisa: Person, anna: User) -> None:
    step = make_step(bakery, elisa)
    doing.drop(step, " She sold the house ", business=bakery, today=TODAY, by=anna)
    assert (step.state, step.because_of) == (State.DROPPED, "She sold the house")
    undo_last(bakery, anna)
    step.refresh_from_db()
    assert (step.state, step.reason) == (State.OPEN, "")
    doing.drop(step, Reason.NOT_NOW, business=bakery, today=TODAY, by=anna)
    assert (str(step.because_of), step.rests_until) == ("not now", TODAY + 30 * DAY)
    with pytest.raises(Refusal):
        doing.drop(make_step(bakery), "  ", business=bakery, today=TODAY, by=anna)


def test_split_makes_parts_of_which_the_last_carries_the_promise(
    bakery: Business, elisa: Person, anna: User
) -> None:
    step = make_step(bakery, elisa, minutes=60, promise="ours", on=TODAY + DAY)
    proposed = doing.first_parts(step.words, step.verb, step.minutes)
    assert [part.minutes for part in proposed] == [10, 20, 20]
    doing.split(step, proposed, business=bakery, by=anna)
    assert (step.state, step.reason) == (State.DROPPED, Reason.SPLIT)
    first, middle, last = step.parts.order_by("pk")
    assert (first.promise, middle.on, last.promise, last.on) == ("", None, "ours", TODAY + DAY)
    assert all(part.person == elisa and part.part_of == step for part in (first, middle, last))
    first.finish(by=anna)
    bakery.changes.get(what="split").undo(by=anna)
    step.refresh_from_db()
    assert step.state == State.OPEN
    assert [part.state for part in step.parts.all()] == [State.DONE], "what is done is done"


@pytest.mark.parametrize("count", [0, 1, 4])
def test_one_part_is_no_split_and_four_are_a_list(
    bakery: Business, suggested: Suggestion, anna: User, count: int
) -> None:
    with pytest.raises(Refusal):
        doing.split(suggested, [Part("a", 5)] * count, business=bakery, by=anna)
    assert not bakery.steps.exists()


def test_a_suggestion_is_split_too(bakery: Business, suggested: Suggestion, anna: User) -> None:
    doing.split(suggested, [Part("a", 5), Part("b", 5)], business=bakery, by=anna)
    assert bakery.steps.get(reason=Reason.SPLIT).made_of == suggested.key
    assert set(bakery.steps.filter(state=State.OPEN).values_list("words", flat=True)) == {"a", "b"}


@pytest.mark.parametrize("verb", list(verbs.MINUTES))
def test_every_verb_has_first_parts_that_are_small(verb: str) -> None:
    parts = doing.first_parts("x" * 300, verb, 500)
    assert len(parts) in doing.PARTS
    assert all(len(part.words) <= 300 and part.minutes <= verbs.LARGE for part in parts)


def test_minutes_come_from_the_template_and_own_history_within_bounds(bakery: Business) -> None:
    assert minutes.of_verb(bakery, verbs.CALL) == 6
    for taken in (30, 14):
        make_step(bakery, minutes=5, usual_minutes=6).finish(by=None, minutes=taken)
    make_step(bakery, minutes=5).finish(by=None)
    assert minutes.factors(bakery)[verbs.CALL] == pytest.approx((40 + 44) / (40 + 12))
    make_step(bakery).finish(by=None, minutes=600)
    assert minutes.factors(bakery)[verbs.CALL] == minutes.MOST


# --- Journeys ------------------------------------------------------------------------------------


def go(browser: Visitor, name: str, business: Business, **gap: Any) -> str:
    return reverse(name, kwargs={"slug": business.slug, **gap})


def posted(browser: Visitor, name: str, business: Business, values: Any = None, **gap: Any) -> Any:
    return browser.post(go(browser, name, business, **gap), values or {}, follow=True)


def key_of(business: Business) -> str:
    return suggesting.suggestions(business, date.today())[0].key  # noqa: DTZ011 -- as pages do


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
    today = date.today()  # noqa: DTZ011 -- as the page does
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
    step = bakery.steps.get()
    assert step.reason == "<b>moved</b>"
    page = browser.get(go(browser, "step", bakery, step_id=step.pk))
    assert b"<b>moved" not in page.content
    assert "moved" in words_of(page)


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
    assert "is-done" in text
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


def test_history_tells_the_reason_and_the_colleague_in_words(
    bakery: Business, elisa: Person, anna: User, ben: User
) -> None:
    step: Step = make_step(bakery, elisa)
    step.hand_over(ben, by=anna)
    step.drop(Reason.NOT_THEM, by=anna)
    told = [
        one.after
        for each in bakery.changes.of("steps.step", str(step.pk))
        for one in each.differences()
    ]
    assert "not this person" in told
    assert "Ben Rossi" in told
