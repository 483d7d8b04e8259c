"""Done, later, handed over, not this, split: of rows and of suggestions, and the way back."""

from datetime import timedelta

import pytest

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

DAY = timedelta(days=1)


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
    step = make_step(bakery)
    of_both = Step.objects.get(pk=step.pk)
    doing.finish(step, business=bakery, by=anna)
    with pytest.raises(Refusal):
        doing.finish(of_both, business=bakery, by=ben)


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
