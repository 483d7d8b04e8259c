"""What was shown, held against what came of it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.engine.calibration import AS_SAID
from passo.steps.models import Opportunity, Step
from passo.today import choosing, outcomes
from passo.today.foretold import ENOUGH
from passo.today.models import Shown
from passo.today.outcomes import Fate
from tests.people_world import make_person, make_touch
from tests.steps_world import make_offer, make_opportunity, make_step
from tests.world import Visitor, make_member, words_of

FIGURES = {"there": 0.9, "chance": 0.3, "climb": 1.0, "gain": 1.0, "minutes": 8.0, "rank": 1.0}


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def way(bakery: Business) -> Opportunity:
    return make_opportunity(bakery, make_person(bakery, "Ada Uno"), stage=2, began=2)


def at(business: Business, day: date) -> datetime:
    return datetime.combine(day, time(10), ZoneInfo(business.time_zone))


def show(
    business: Business,
    user: User,
    on: date,
    key: str,
    way: Opportunity | None = None,
    **values: Any,
) -> Shown:
    about = {"opportunity": way, "person": way.person if way else None}
    usual = {"kind": "rung", "step": "climb", "stage": 1, "place": 1, "foretold": 0.25}
    return business.shown.create(
        user=user, on=on, key=key, **{**FIGURES, **about, **usual, **values}
    )


def do(
    business: Business, on: date, key: str, way: Opportunity | None = None, **values: Any
) -> Step:
    person = way.person if way else None
    values = {"state": "done", "done_at": at(business, on), "made_of": key, **values}
    return make_step(business, person, opportunity=way, **values)


def climb(way: Opportunity, on: date, before: int = 2, after: int = 3) -> None:
    moment = at(way.business, on)
    way.climbs.create(business=way.business, before=before, after=after, at=moment)


def tried(business: Business, today: date) -> list[tuple[float, bool]]:
    return [(one.foretold, one.came) for one in outcomes.tries(business, today)]


# What led on ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "came"), [(0, True), (15, True), (16, False), (-1, False)])
def test_a_try_leads_on_within_fifteen_days(
    bakery: Business, anna: User, way: Opportunity, today: date, days: int, *, came: bool
) -> None:
    then = today - timedelta(days=40)
    show(bakery, anna, then, "rung:1:2-0", way)
    do(bakery, then, "rung:1:2-0", way)
    climb(way, then + timedelta(days=days))
    assert tried(bakery, today) == [(0.25, came)]


def test_a_move_down_or_to_the_same_stage_is_no_success(
    bakery: Business, anna: User, way: Opportunity, today: date
) -> None:
    then = today - timedelta(days=40)
    show(bakery, anna, then, "rung:1:2-0", way)
    do(bakery, then, "rung:1:2-0", way)
    climb(way, then, before=3, after=2)
    assert tried(bakery, today) == [(0.25, False)]


def test_what_may_still_come_is_not_judged(
    bakery: Business, anna: User, way: Opportunity, today: date
) -> None:
    then = today - timedelta(days=15)
    show(bakery, anna, then, "rung:1:2-0", way)
    do(bakery, then, "rung:1:2-0", way)
    climb(way, then)
    assert tried(bakery, today) == []
    assert tried(bakery, today + timedelta(days=1)) == [(0.25, True)]


def test_a_climb_belongs_to_the_last_try_before_it(
    bakery: Business, anna: User, way: Opportunity, today: date
) -> None:
    first, second = today - timedelta(days=40), today - timedelta(days=32)
    for then, key, chance in ((first, "rung:1:2-0", 0.1), (second, "rung:1:2-1", 0.2)):
        show(bakery, anna, then, key, way, foretold=chance)
        do(bakery, then, key, way)
    climb(way, second + timedelta(days=1))
    assert tried(bakery, today) == [(0.1, False), (0.2, True)]


def test_of_each_person_one_try_a_day_counts(
    bakery: Business, anna: User, way: Opportunity, today: date
) -> None:
    then = today - timedelta(days=40)
    ben = make_member(bakery, "Ben Rossi").user
    for key, chance in (("rung:1:2-0", 0.1), ("reply:1:2-0", 0.2)):
        show(bakery, anna, then, key, way, foretold=chance)
        show(bakery, ben, then, key, way, foretold=chance)
        do(bakery, then, key, way)
    assert tried(bakery, today) == [(0.1, False)]


def test_what_was_said_last_before_it_was_done_counts(
    bakery: Business, anna: User, way: Opportunity, today: date
) -> None:
    done = today - timedelta(days=40)
    for days, chance in ((20, 0.9), (3, 0.3), (1, 0.2), (-1, 0.8)):
        show(bakery, anna, done - timedelta(days=days), "rung:1:2-0", way, foretold=chance)
    do(bakery, done, "rung:1:2-0", way)
    assert tried(bakery, today) == [(0.2, False)]


def test_a_noted_step_is_known_by_its_own_number(
    bakery: Business, anna: User, way: Opportunity, today: date
) -> None:
    done = today - timedelta(days=40)
    step = do(bakery, done, "rung:1:2-0", way, put_off=1)
    show(bakery, anna, done, f"step:{step.pk}:1", way, step="promise", foretold=0.4)
    show(bakery, anna, done - timedelta(days=9), "rung:1:2-0", way, foretold=0.2)
    assert tried(bakery, today) == [(0.4, False)]


@pytest.mark.parametrize(
    "values",
    [{"step": "thank"}, {"stage": 6}, {"stage": -1}, {"opportunity": None}, {"key": "rung:2:2-0"}],
    ids=str,
)
def test_what_is_not_meant_to_lead_on_is_no_try(
    bakery: Business, anna: User, way: Opportunity, today: date, values: dict[str, Any]
) -> None:
    then = today - timedelta(days=40)
    show(bakery, anna, then, values.pop("key", "rung:1:2-0"), way, **values)
    do(bakery, then, "rung:1:2-0", way)
    assert tried(bakery, today) == []


def test_the_tries_of_another_business_are_not_ours(
    bakery: Business, garage: Business, anna: User, way: Opportunity, today: date
) -> None:
    then = today - timedelta(days=40)
    show(bakery, anna, then, "rung:1:2-0", way)
    do(bakery, then, "rung:1:2-0", way)
    assert tried(garage, today) == []


# What is told from then on ----------------------------------------------------------------------


def try_often(way: Opportunity, user: User, today: date, times: int, *, foretold: float) -> None:
    """One of ten led on."""
    for number in range(times):
        then, key = today - timedelta(days=20 + number), f"rung:1:2-{number}"
        show(way.business, user, then, key, way, foretold=foretold)
        do(way.business, then, key, way, verb="write", minutes_taken=12)
        if number % 10 == 0:
            climb(way, then)


def test_from_a_hundred_tries_on_chances_are_corrected(
    bakery: Business, anna: User, way: Opportunity, today: date, django_assert_num_queries: Any
) -> None:
    try_often(way, anna, today, 99, foretold=0.4)
    with django_assert_num_queries(1):
        assert outcomes.learned(bakery, today) == AS_SAID
    then = today - timedelta(days=200)
    show(bakery, anna, then, "rung:1:2-x", way, foretold=0.4)
    do(bakery, then, "rung:1:2-x", way)
    with django_assert_num_queries(4):
        held = outcomes.held(bakery, today)
    assert 0.08 < held(0.4) < 0.15
    with django_assert_num_queries(0):
        assert outcomes.held(bakery, today) == held


def test_today_tells_the_corrected_chance_and_keeps_what_was_believed(
    bakery: Business, anna: User, way: Opportunity, today: date
) -> None:
    make_touch(bakery, way.person, at=at(bakery, today - timedelta(days=20)))
    try_often(way, anna, today, 120, foretold=0.4)
    choice = choosing.choose(bakery, today)
    (told,) = choice.offered
    (kept,) = (row for row in choice.log if row["place"])
    held = outcomes.held(bakery, today)
    assert told.chosen.chance == held(kept["foretold"]) < kept["foretold"]


# What became of what was shown -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "fate"),
    [
        ({"state": "done"}, Fate.TAKEN),
        ({"state": "done", "days": 16}, Fate.SKIPPED),
        ({"state": "done", "put_off": 1}, Fate.LATER),
        ({"state": "open", "put_off": 2}, Fate.LATER),
        ({"state": "dropped", "reason": "not_them"}, Fate.NOT_THIS),
        ({"state": "dropped", "reason": "split"}, Fate.TAKEN),
        ({"state": "open"}, Fate.SKIPPED),
        (None, Fate.SKIPPED),
    ],
    ids=str,
)
def test_a_step_that_was_shown_has_a_fate(
    bakery: Business, anna: User, today: date, values: dict[str, Any] | None, fate: Fate
) -> None:
    then = today - timedelta(days=40)
    for days in (0, 1):
        show(bakery, anna, then + timedelta(days=days), "touch:1:2-0", step="keep")
    if values is not None:
        done = then + timedelta(days=values.pop("days", 3))
        do(bakery, done, "touch:1:2-0", **{"done_at": None, **values, **when(bakery, done, values)})
    assert outcomes.fates(bakery, today) == {"keep": {fate: 1}}


def when(business: Business, day: date, values: dict[str, Any]) -> dict[str, Any]:
    return {"done_at": at(business, day)} if values["state"] == "done" else {}


def test_what_was_handed_over_is_the_others(bakery: Business, anna: User, today: date) -> None:
    then = today - timedelta(days=40)
    ben = make_member(bakery, "Ben Rossi").user
    show(bakery, anna, then, "touch:1:2-0", step="keep")
    step = do(bakery, then, "touch:1:2-0", handed_to=ben)
    show(bakery, ben, then, f"step:{step.pk}:0", step="promise")
    assert outcomes.fates(bakery, today) == {
        "keep": {Fate.HANDED_OVER: 1},
        "promise": {Fate.TAKEN: 1},
    }


def test_what_was_only_weighed_or_is_still_there_has_none(
    bakery: Business, anna: User, today: date
) -> None:
    show(bakery, anna, today - timedelta(days=40), "touch:1:2-0", place=0)
    show(bakery, anna, today - timedelta(days=15), "touch:2:2-0")
    assert outcomes.fates(bakery, today) == {}


# Minutes, money and reasons ----------------------------------------------------------------------


def test_minutes_money_and_reasons_are_counted(
    bakery: Business, way: Opportunity, today: date
) -> None:
    for taken in (10, 20):
        do(bakery, today, "", verb="write", minutes=8, minutes_taken=taken)
    for reason in ("not_now", "not_now", "split", "On leave"):
        make_step(bakery, state="dropped", reason=reason)
    assert outcomes.minutes(bakery, today) == [outcomes.Minutes("write", 2, 16, 30)]
    assert outcomes.reasons(bakery, today) == {"not_now": 2, "On leave": 1}
    assert outcomes.worth(bakery) is None
    Opportunity.objects.filter(pk=way.pk).update(worth_cents=100_000)
    for _offer in range(2):
        make_offer(bakery, way.person, opportunity=way, state="delivered", price_cents=9_500)
    make_offer(bakery, way.person, opportunity=way, state="sent", price_cents=1)
    assert outcomes.worth(bakery) == outcomes.Worth(1, 100_000, 19_000)


# The page ----------------------------------------------------------------------------------------


@pytest.fixture
def page(
    bakery: Business, vera: User, client_of: Callable[[User], Visitor]
) -> Callable[[], tuple[str, str]]:
    """Its words and its source, for somebody who may look."""
    browser = client_of(vera)

    def visit() -> tuple[str, str]:
        answer = browser.get(reverse("foretold", args=[bakery.slug]))
        return words_of(answer), answer.content.decode()

    return visit


def test_before_there_are_enough_it_says_how_many_are_missing(
    way: Opportunity, anna: User, today: date, page: Callable[[], tuple[str, str]]
) -> None:
    assert f"{ENOUGH} more steps that are done" in page()[0]
    try_often(way, anna, today, ENOUGH - 1, foretold=0.25)
    words, source = page()
    assert "One more step that is done" in words
    assert 'class="diagonal"' not in source


def test_it_tells_in_words_what_was_foretold_and_what_came(
    way: Opportunity, anna: User, today: date, page: Callable[[], tuple[str, str]]
) -> None:
    try_often(way, anna, today, 40, foretold=0.25)
    words, source = page()
    assert "Of 40 steps Passo expected 10 to lead on; 4 did. Passo hopes too much." in words
    assert "Of 40 steps of which Passo believed that 1 in 4 leads on, 4 did." in words
    assert "From 100 steps on Passo corrects what it says; 60 are missing." in words
    assert 'class="diagonal"' in source
    assert "style=" not in source
    assert "1 in 4 40 4 4% to 23%" in words
    assert "Next stage 40 shown" in words
    assert "Write 40 8 12" in words


def test_with_two_hundred_it_is_held_against_the_plain_rate(
    bakery: Business, way: Opportunity, anna: User, today: date, page: Callable[[], tuple[str, str]]
) -> None:
    try_often(way, anna, today, 200, foretold=0.4)
    words, _source = page()
    assert "where it reckons 2 in 5, it now says 1 in 10." in words
    assert "plain rate of each stage would have been as close, or closer." in words
    bakery.shown.update(foretold=0.02)
    assert "More comes than Passo believes." in page()[0]
    bakery.shown.update(foretold=0.1)
    words, _source = page()
    assert "not larger than luck makes it" in words
    assert "That is closer than always saying the plain rate" in words


def test_what_is_known_besides_is_told(
    bakery: Business, way: Opportunity, page: Callable[[], tuple[str, str]]
) -> None:
    for reason in ("not_now", "too_large", "On leave", "On leave", "<b>Never</b>"):
        make_step(bakery, state="dropped", reason=reason)
    Opportunity.objects.filter(pk=way.pk).update(worth_cents=100_000)
    make_offer(bakery, way.person, opportunity=way, state="delivered", price_cents=9_500)
    words, source = page()
    assert "With one person you guessed €1,000; €95 has come in small offers so far." in words
    assert "Not now 1 × The same is suggested again after a month" in words
    assert "In your own words 3 × “On leave”" in words
    assert "<b>Never" not in source


def test_today_and_the_week_lead_there(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    there = reverse("foretold", args=[bakery.slug])
    for name in ("today", "weekly_review"):
        page = client_of(anna).get(reverse(name, args=[bakery.slug])).content.decode()
        assert f'href="{there}"' in page


def test_it_asks_few_questions_however_many_tries(
    way: Opportunity, anna: User, today: date, page: Any, django_assert_max_num_queries: Any
) -> None:
    try_often(way, anna, today, 60, foretold=0.25)
    with django_assert_max_num_queries(20):
        page()
