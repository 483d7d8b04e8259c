"""What Passo suggests: from every side, each while its evidence is there, in few questions."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from passo.businesses import wall
from passo.businesses.models import Business, User
from passo.people import ties
from passo.people.models import Participation, Person, Touch
from passo.steps import climbing, doing, minutes, suggesting, verbs
from passo.steps.models.step import Reason
from passo.steps.suggestions import in_mail, next_rung, reply, unmet
from passo.steps.suggestions.suggestion import Said, Suggestion
from tests.people_world import NOW, make_person, make_signal, make_touch
from tests.steps import mail_world
from tests.steps_world import TODAY, make_offer, make_opportunity, make_step

DAY = timedelta(days=1)


def of_kind(business: Business, kind: str, today: date = TODAY) -> list[Suggestion]:
    return [one for one in suggesting.suggestions(business, today) if one.kind == kind]


def make_cool(business: Business, name: str = "Paola Rinaldi", **values: Any) -> Person:
    """Spoken to every ten days, and then no more."""
    person = make_person(business, name, **values)
    for days in (100, 90, 80, 70, 60):
        make_touch(business, person, days_ago=days, kind="mail", direction="both")
    ties.refresh(business, [person.pk], today=TODAY)
    person.refresh_from_db()
    return person


def make_mail(business: Business, *people: Person, **values: Any) -> Touch:
    return make_touch(business, *people, kind="mail", **values)


def test_nobody_known_nothing_suggested(bakery: Business) -> None:
    assert suggesting.suggestions(bakery, TODAY) == []


def test_who_grows_cold_is_asked_how_things_are(bakery: Business) -> None:
    paola = make_cool(bakery)
    (one,) = of_kind(bakery, "cooling")
    assert (one.person, one.verb, one.minutes) == (paola, verbs.WRITE, 4)
    assert str(one.words) == "Ask Paola how things are"
    assert "60 days" in str(one.why)
    assert one.theirs_days == one.ours_days == 60
    assert one.due_days is not None
    assert one.due_days < 0


@pytest.mark.parametrize(
    "values", [{"consent": "refused"}, {"is_left_out": True}], ids=["refused", "left out"]
)
def test_who_wants_no_contact_or_is_left_out_is_left_in_peace(
    bakery: Business, values: dict[str, Any]
) -> None:
    paola = make_cool(bakery)
    make_opportunity(bakery, paola)
    make_mail(bakery, paola, direction="in", days_ago=4)
    assert suggesting.suggestions(bakery, TODAY)
    paola.change(by=None, what="correct", **values)
    assert suggesting.suggestions(bakery, TODAY) == []


@pytest.mark.parametrize("stage", range(1, 8))
def test_every_stage_leads_on(bakery: Business, stage: int) -> None:
    elisa = make_person(bakery, "Elisa Corsi")
    make_touch(bakery, elisa, days_ago=3)
    walk = make_opportunity(bakery, elisa, stage=stage, worth_cents=80_000)
    (one,) = of_kind(bakery, "rung")
    assert (one.opportunity, one.stage, one.worth_cents) == (walk, stage, 80_000)
    assert "Elisa" in str(one.words)
    assert one.minutes == walk.where.minutes
    assert str(walk.where.label) in str(one.why)


def test_before_the_first_word_one_finds_out_and_then_writes(bakery: Business, anna: User) -> None:
    make_opportunity(bakery, make_person(bakery, "Elisa Corsi"))
    (one,) = suggesting.suggestions(bakery, TODAY)
    assert (one.kind, one.verb) == ("research", verbs.RESEARCH)
    doing.finish(one, business=bakery, by=anna)
    (one,) = suggesting.suggestions(bakery, TODAY)
    assert (one.kind, one.verb) == ("rung", verbs.WRITE)
    assert str(one.words) == "Write Elisa a first short message"


def test_only_open_relationships_walk(bakery: Business) -> None:
    make_opportunity(bakery).rest(None, by=None)
    make_opportunity(bakery, make_person(bakery, "Luca Ferri"), state="proposed")
    assert suggesting.suggestions(bakery, TODAY) == []


def test_a_promise_of_ours_is_shown_before_its_day_and_one_of_theirs_after_it(
    bakery: Business,
) -> None:
    elisa = make_person(bakery, "Elisa Corsi")
    make_step(bakery, elisa, promise="ours", on=TODAY + 4 * DAY)
    make_step(bakery, elisa, promise="theirs", on=TODAY)
    (one,) = suggesting.suggestions(bakery, TODAY)
    assert (one.kind, one.promise, one.due_days) == ("promise", "ours", 4)
    with translation.override("en"):
        assert str(one.why) == "You promised it by Tuesday 24 November."
    assert [each.due_days for each in of_kind(bakery, "promised", TODAY + DAY)] == [-1]


def test_what_rests_is_not_shown_until_its_day(bakery: Business) -> None:
    make_step(bakery, rests_until=TODAY + DAY)
    assert of_kind(bakery, "step") == []
    assert len(of_kind(bakery, "step", TODAY + DAY)) == 1


def test_what_was_carried_three_times_or_is_long_asks_to_be_split(bakery: Business) -> None:
    make_step(bakery, put_off=3)
    make_step(bakery, minutes=45)
    carried, long = of_kind(bakery, "split")
    assert str(carried.why) == "Put off 3 times."
    assert str(long.why) == "It takes 45 minutes."
    assert carried.minutes == 3
    make_step(bakery, put_off=5, promise="ours")
    assert len(of_kind(bakery, "promise")) == 1


def test_who_wrote_last_may_wait_for_an_answer(bakery: Business) -> None:
    luca = make_person(bakery, "Luca Ferri")
    make_mail(bakery, luca, direction="out", days_ago=6)
    touch = make_mail(bakery, luca, direction="in", days_ago=4, subject="3 chargers?")
    (one,) = of_kind(bakery, "reply")
    assert (one.person, one.about, one.waiting_days) == (luca, touch.pk, 4)
    assert one.certainty < 0.5, "nobody knows whether it was a question"
    assert str(one.why) == "Luca wrote last, 4 days ago, about “3 chargers?”."
    assert one.key == f"reply:{luca.pk}:{touch.pk}"


@pytest.mark.parametrize(
    "answer",
    [
        {"kind": "mail", "direction": "out", "days_ago": 3},
        {"kind": "call", "direction": "both", "days_ago": 2},
        {"kind": "meeting", "direction": "both", "days_ago": 1},
    ],
    ids=["mail", "call", "meeting"],
)
def test_an_answer_by_any_way_is_an_answer(bakery: Business, answer: dict[str, Any]) -> None:
    luca = make_person(bakery, "Luca Ferri")
    make_mail(bakery, luca, direction="in", days_ago=4)
    make_touch(bakery, luca, **answer)
    assert of_kind(bakery, "reply") == []


def test_a_mail_of_today_of_long_ago_or_to_forty_waits_for_nothing(bakery: Business) -> None:
    for number, values in enumerate(({"days_ago": 0.1}, {"days_ago": 90}, {"days_ago": 4})):
        person = make_person(bakery, f"Person {number}")
        make_mail(bakery, person, direction="in", **values)
    Participation.objects.filter(business=bakery, person=person).update(size=40)
    assert of_kind(bakery, "reply") == []


def test_whoever_brought_you_together_is_thanked_once(bakery: Business, anna: User) -> None:
    davide, elisa = make_person(bakery, "Davide Monti"), make_person(bakery, "Elisa Corsi")
    touch = make_mail(bakery, davide, elisa, direction="both", days_ago=5)
    touch.participations.filter(person=davide).update(direction="in")
    walk = make_opportunity(bakery, elisa)
    climbing.add_evidence(walk, "introduced", on=TODAY - 5 * DAY, key="t", touch=touch)
    (one,) = of_kind(bakery, "thank")
    assert str(one.words) == "Thank Davide for the introduction to Elisa"
    assert one.about == touch.pk
    make_touch(bakery, davide, days_ago=1, direction="out")
    assert of_kind(bakery, "thank") == []


def test_a_yes_is_thanked_for(bakery: Business) -> None:
    walk = make_opportunity(bakery, make_person(bakery, "Elisa Corsi"), stage=4)
    make_offer(bakery, walk.person, opportunity=walk, state="accepted", answered_at=NOW - DAY)
    make_offer(bakery, walk.person, state="accepted", answered_at=NOW - 90 * DAY)
    assert of_kind(bakery, "rung") == [], "what is offered asks for its own next step"
    (one,) = of_kind(bakery, "thank")
    assert (one.stage, one.verb, one.minutes) == (4, verbs.THANK, 3)
    assert "Your meter room" in str(one.why)
    make_touch(bakery, walk.person, days_ago=0.5, direction="out")
    assert of_kind(bakery, "thank") == []


def test_tries_that_nobody_answered_are_counted_by_days(bakery: Business) -> None:
    luca = make_person(bakery, "Luca Ferri")
    make_opportunity(bakery, luca)
    make_mail(bakery, luca, direction="in", days_ago=50)
    for days in (40, 20, 10, 10):
        make_mail(bakery, luca, direction="out", days_ago=days)
    (one,) = of_kind(bakery, "rung")
    assert (one.tries, one.theirs_days, one.ours_days) == (3, 50, 10)


@pytest.mark.parametrize("act", ["finish", "put_off", "hand_over", "drop"])
def test_what_was_acted_upon_is_not_suggested_beside_it_until_something_new_happens(
    bakery: Business, anna: User, ben: User, act: str
) -> None:
    paola = make_cool(bakery)
    (one,) = of_kind(bakery, "cooling")
    change = {
        "finish": lambda: doing.finish(one, business=bakery, by=anna, at=NOW),
        "put_off": lambda: doing.put_off(one, TODAY + DAY, business=bakery, today=TODAY, by=anna),
        "hand_over": lambda: doing.hand_over(one, ben, business=bakery, by=anna),
        "drop": lambda: doing.drop(one, "moved away", business=bakery, today=TODAY, by=anna),
    }[act]()
    assert of_kind(bakery, "cooling") == []
    assert suggesting.suggestion(bakery, TODAY, one.key) is None
    assert change
    change.undo(by=anna)
    ties.refresh(bakery, [paola.pk], today=TODAY)
    assert [each.key for each in of_kind(bakery, "cooling")] == [one.key]


def test_something_new_is_suggested_though_the_old_was_refused(
    bakery: Business, anna: User
) -> None:
    walk = make_opportunity(bakery, make_person(bakery, "Elisa Corsi"), stage=2)
    (one,) = of_kind(bakery, "rung")
    doing.drop(one, "no", business=bakery, today=TODAY, by=anna)
    assert of_kind(bakery, "rung") == []
    walk.move(3, by=anna)
    assert [each.stage for each in of_kind(bakery, "rung")] == [3]


def test_not_now_comes_again_in_a_month_and_not_this_person_does_not(
    bakery: Business, anna: User
) -> None:
    make_cool(bakery)
    (one,) = of_kind(bakery, "cooling")
    doing.drop(one, Reason.NOT_NOW, business=bakery, today=TODAY, by=anna)
    assert of_kind(bakery, "cooling", TODAY + 29 * DAY) == []
    (again,) = of_kind(bakery, "cooling", TODAY + 30 * DAY)
    doing.drop(again, Reason.NOT_THEM, business=bakery, today=TODAY, by=anna)
    make_opportunity(bakery, again.person)
    assert suggesting.suggestions(bakery, TODAY + 40 * DAY) == []


def test_what_was_handed_over_is_shown_to_whom_it_was_handed(
    bakery: Business, anna: User, ben: User
) -> None:
    step = make_step(bakery)
    step.hand_over(ben, by=anna)
    assert suggesting.suggestions(bakery, TODAY, user=anna) == []
    assert len(suggesting.suggestions(bakery, TODAY, user=ben)) == 1
    bakery.memberships.get(user=ben).leave(by=ben)
    assert len(suggesting.suggestions(bakery, TODAY, user=anna)) == 1


def test_minutes_are_those_that_such_steps_take_here(bakery: Business) -> None:
    make_cool(bakery)
    done = make_step(bakery, verb=verbs.WRITE, minutes=20, usual_minutes=20)
    done.finish(by=None, minutes=80)
    assert minutes.factors(bakery) == {verbs.WRITE: 2.0}
    assert [one.minutes for one in of_kind(bakery, "cooling")] == [8]
    assert minutes.of_verb(bakery, verbs.CALL) == verbs.MINUTES[verbs.CALL]


def test_a_suggestion_is_found_by_its_key(crowd: Business) -> None:
    for one in suggesting.suggestions(crowd, TODAY):
        assert suggesting.suggestion(crowd, TODAY, one.key) == one


@pytest.mark.parametrize(
    "key",
    [
        "",
        "cooling",
        "cooling:1:2:3",
        "nothing:1:2",
        "cooling:-1:2",
        "cooling:9223372036854775808:2",
        f"cooling:{10**17}:2",
        "cooling:1:' OR 1=1",
        "cooling:١:2",
        "\0:1:1",
        "a" * 5000,
    ],
)
def test_a_key_that_somebody_made_up_finds_nothing(bakery: Business, key: str) -> None:
    assert suggesting.suggestion(bakery, TODAY, key) is None


def test_every_function_of_the_list_is_found_by_its_word() -> None:
    several = {in_mail.owed: {in_mail.in_mail, reply.replies}, unmet.rungs: {next_rung.next_rung}}
    found = set(suggesting.BY_WORD.values())
    assert found > set(several)
    assert found - set(several) | set().union(*several.values()) == set(suggesting.SUGGESTIONS)


def test_nothing_of_another_business_is_suggested(bakery: Business, garage: Business) -> None:
    make_opportunity(garage, make_cool(garage))
    make_step(garage, promise="ours")
    (some, *_others) = suggesting.suggestions(garage, TODAY)
    assert suggesting.suggestions(bakery, TODAY) == []
    assert suggesting.suggestion(bakery, TODAY, some.key) is None


def test_words_are_told_in_the_language_of_whoever_reads(bakery: Business) -> None:
    said = Said("%(name)s, %(day)s", {"name": "100%s", "day": date(2026, 11, 24)})
    with translation.override("it"):
        assert str(said) == "100%s, martedì 24 novembre"
    assert str(Said("")) == ""


@pytest.fixture
def crowd(bakery: Business) -> Iterator[Business]:
    with wall.inside(bakery.pk):
        for number in range(3):
            busy(bakery, number)
        yield bakery


def busy(business: Business, number: int) -> None:
    """Something of every kind."""
    cool = make_cool(business, f"Paola {number}")
    make_opportunity(business, make_person(business, f"Elisa {number}"))
    make_opportunity(business, cool, stage=3)
    writer = make_person(business, f"Luca {number}")
    make_mail(business, writer, direction="in", days_ago=3)
    make_step(business, cool, promise="ours")
    make_step(business, writer, put_off=3)
    make_touch(business, writer, kind="note", days_ago=9, step="Call", step_on=TODAY)
    yes = make_opportunity(business, make_person(business, f"Ugo {number}"), stage=4)
    make_offer(business, yes.person, opportunity=yes, state="accepted", answered_at=NOW - DAY)
    in_mails(business, number)


def in_mails(business: Business, number: int) -> None:
    """What was said there: asked, complained about, promised, put off, gone, introduced."""
    said = {
        "question": ("in", {}),
        "complaint": ("in", {}),
        "promise": ("out", {"on": TODAY + DAY, "deed": "send"}),
        "not_before": ("in", {"on": TODAY - DAY}),
        "no_longer_here": ("in", {}),
        "introduction_made": ("in", {}),
    }
    for kind, (way, values) in said.items():
        person = make_person(business, f"{kind} {number}", mail=f"{kind}{number}@x.example")
        touch = mail_world.make_mail(business, person, direction=way)
        make_signal(touch, kind, **values)
    touch = mail_world.make_mail(business, person, direction="out")
    make_signal(touch, "bounce", is_ours=False, address=f"{kind}{number}@x.example")


def test_there_are_as_many_questions_for_many_as_for_few(
    crowd: Business, anna: User, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(54):
        few = suggesting.suggestions(crowd, TODAY, user=anna)
    for number in range(10, 16):
        busy(crowd, number)
    with django_assert_max_num_queries(54):
        many = suggesting.suggestions(crowd, TODAY, user=anna)
        assert all(str(one.words) and str(one.why) and str(one.effect) for one in many)
        assert {one.person.organisation for one in many if one.person} == {None}
    assert len(many) == 3 * len(few)
    assert {one.kind for one in few} == {
        "agree", "cooling", "rung", "research", "promise", "split", "noted", "reply", "thank",
        "complaint", "again", "address",
    }  # fmt: skip
