"""The seven rules from rows: who began, what was noted, when one met, what was answered."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.engine.prospecting import RULES
from passo.people.models import Person, Tie
from passo.steps import climbing, prospecting, verbs
from passo.steps.models import Opportunity
from tests.introductions_world import make_contribution, make_introduction
from tests.people_world import NOW, make_person, make_touch
from tests.steps_world import make_opportunity, make_step
from tests.world import visitor

TODAY = date(2026, 11, 20)
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


def walk_with(business: Business, name: str = "Paola Rinaldi", **values: object) -> Opportunity:
    person = make_person(business, name, added_at=LONG_AGO, **values)
    return make_opportunity(business, person, added_at=LONG_AGO)


def level(business: Business, rule: str, day: date = TODAY) -> float:
    found = prospecting.told_of(business).at(day).of
    return float(found[0, RULES.index(rule)])


def mail(person: Person, direction: str, days_ago: float, **values: object) -> None:
    make_touch(
        person.business, person, kind="mail", direction=direction, days_ago=days_ago, **values
    )


@pytest.mark.parametrize(
    ("kind", "direction", "is_level"),
    [("mail", "out", 0.0), ("mail", "in", 0.6), ("visit", "both", 0.6), ("mail", "both", 0.6)],
)
def test_how_it_began_is_the_level_of_introduction(
    bakery: Business, kind: str, direction: str, is_level: float
) -> None:
    walk = walk_with(bakery)
    make_touch(bakery, walk.person, kind=kind, direction=direction, days_ago=90)
    assert level(bakery, "introduction") == is_level


def test_whom_a_third_brought_together_with_us_and_who_wrote_then_was_introduced(
    bakery: Business,
) -> None:
    walk = walk_with(bakery)
    mail(walk.person, "both", 90)
    mail(walk.person, "in", 80)
    assert level(bakery, "introduction") == 1.0


def test_an_introduction_that_the_owner_tells_of_counts(bakery: Business) -> None:
    walk = walk_with(bakery)
    mail(walk.person, "out", 90)
    climbing.add_evidence(walk, "introduced", on=TODAY - timedelta(days=9), key="Davide")
    assert level(bakery, "introduction") == 1.0


def test_who_was_introduced_came_by_somebody_from_that_day_on(bakery: Business) -> None:
    walk = walk_with(bakery)
    mail(walk.person, "out", 90)
    day = TODAY - timedelta(days=9)
    make_introduction(bakery, walk.person, state="introduced", introduced_on=day)
    assert level(bakery, "introduction") == 1.0
    assert level(bakery, "introduction", day - timedelta(days=1)) == 0.0


@pytest.mark.parametrize("role", ["broker", "other", "asked"])
def test_an_introduction_that_led_elsewhere_or_nowhere_does_not_count(
    bakery: Business, role: str
) -> None:
    walk = walk_with(bakery)
    mail(walk.person, "out", 90)
    if role == "asked":
        make_introduction(bakery, walk.person, state="asked", asked_on=TODAY)
    else:
        values = {role: walk.person, "introduced_on": TODAY}
        make_introduction(bakery, state="introduced", **values)
    assert level(bakery, "introduction") == 0.0


def test_what_is_noted_and_found_out_is_research(bakery: Business, anna: User) -> None:
    walk = walk_with(bakery, job_title="Architect")
    assert level(bakery, "research") == 0.25
    step = make_step(bakery, walk.person, verb=verbs.RESEARCH)
    step.finish(by=anna)
    bakery.steps.update(done_at=NOW)
    assert level(bakery, "research") == 0.5


def test_one_room_and_people_known_to_both_are_networking(bakery: Business) -> None:
    walk = walk_with(bakery)
    assert level(bakery, "networking") == 0.0
    make_touch(bakery, walk.person, kind="meeting", days_ago=20)
    assert level(bakery, "networking") == 0.5
    for name in ("Ada Uno", "Bea Due", "Cleo Tre"):
        Tie.objects.create(
            business=bakery, one=walk.person, other=make_person(bakery, name), strength=0.5
        )
    assert level(bakery, "networking") == 1.0


def test_what_was_answered_in_time_is_relevance(bakery: Business) -> None:
    person = walk_with(bakery).person
    mail(person, "out", 100)
    assert np.isnan(level(bakery, "relevance"))
    mail(person, "in", 95)
    mail(person, "out", 60)
    mail(person, "in", 30)
    mail(person, "out", 2)
    assert level(bakery, "relevance") == 0.5


def test_what_is_given_before_the_first_offer_is_a_contribution(
    bakery: Business, anna: User
) -> None:
    walk = walk_with(bakery)
    make_step(bakery, walk.person, verb=verbs.SEND).finish(by=anna)
    bakery.steps.update(done_at=NOW - timedelta(days=30))
    assert level(bakery, "contribution") == 0.5
    climbing.add_evidence(walk, "offered", on=TODAY - timedelta(days=60), key="offer")
    assert level(bakery, "contribution") == 0.0


def test_what_was_noted_as_given_before_the_first_offer_counts(bakery: Business) -> None:
    walk = walk_with(bakery)
    day = TODAY - timedelta(days=30)
    make_contribution(bakery, walk.person, on=day)
    make_contribution(bakery, walk.person, on=day, is_given=False)
    assert level(bakery, "contribution") == 0.5
    assert level(bakery, "contribution", day - timedelta(days=1)) == 0.0
    make_contribution(bakery, walk.person, on=day + timedelta(days=2))
    assert level(bakery, "contribution") == 1.0
    climbing.add_evidence(walk, "offered", on=day + timedelta(days=1), key="offer")
    assert level(bakery, "contribution") == 0.5


def test_a_step_and_what_it_gave_are_one_gift(bakery: Business, anna: User) -> None:
    walk = walk_with(bakery)
    make_step(bakery, walk.person, verb=verbs.SEND).finish(by=anna)
    bakery.steps.update(done_at=NOW - timedelta(days=30))
    make_contribution(bakery, walk.person, on=(NOW - timedelta(days=30)).date())
    assert level(bakery, "contribution") == 0.5


def test_worth_in_their_words_shows_values(bakery: Business) -> None:
    walk = walk_with(bakery)
    assert level(bakery, "values") == 0.0
    climbing.add_evidence(walk, "valued", on=TODAY - timedelta(days=1), key="saved us a week")
    assert level(bakery, "values") == 1.0


def test_the_quarters_end_where_quarters_end() -> None:
    ends = prospecting.quarter_ends(TODAY)
    assert [end.isoformat() for end in ends[-3:]] == ["2026-06-30", "2026-09-30", "2026-12-31"]
    assert len(ends) == prospecting.QUARTERS


def test_a_quarter_before_the_first_prospect_is_left_out(bakery: Business) -> None:
    assert prospecting.quarters(prospecting.told_of(bakery), TODAY) == []
    person = make_person(bakery, added_at=NOW)
    make_opportunity(bakery, person, added_at=NOW)
    mail(person, "in", 120)
    found = prospecting.quarters(prospecting.told_of(bakery), TODAY)
    assert [(one.year, one.number) for one in found] == [(2026, 3), (2026, 4)]
    assert all(one.age == "manufacturing" for one in found)


def test_each_rule_names_the_prospect_whom_a_step_helps_most(bakery: Business) -> None:
    known = walk_with(bakery, "Paola Rinaldi", job_title="Notary", note="Dogs", cares_about="Jazz")
    walk_with(bakery, "Luca Ferri")
    mail(known.person, "in", 3)
    found = {one.name: one for one in prospecting.standings(prospecting.told_of(bakery), TODAY)}
    assert tuple(found) == RULES
    assert found["research"].step == "Note two things that Luca Ferri cares about"
    assert found["research"].level == pytest.approx(0.375)
    assert found["relevance"].level is None
    assert found["relevance"].lowest is None


def test_the_questions_do_not_grow_with_the_prospects(
    bakery: Business, django_assert_num_queries: object
) -> None:
    for name in ("Ada Uno", "Bea Due", "Cleo Tre"):
        mail(walk_with(bakery, name).person, "in", 10)
    with django_assert_num_queries(7):  # type: ignore[operator]
        told = prospecting.told_of(bakery)
        prospecting.quarters(told, TODAY)
        prospecting.standings(told, TODAY)


def test_the_rules_with_one_prospect_each_have_the_step_that_raises_them(
    bakery: Business, django_assert_max_num_queries: Any
) -> None:
    walk = walk_with(bakery)
    mail(walk.person, "in", 3)
    with django_assert_max_num_queries(7):
        found = {one.name: one for one in prospecting.rules_of(walk, TODAY)}
    assert list(found) == list(RULES)
    assert (found["introduction"].level, found["rhythm"].level) == (0.6, 1.0)
    assert found["introduction"].step == "Find who could introduce you to Paola Rinaldi"
    assert (found["rhythm"].lowest, found["relevance"].level) == (None, None)
    assert found["relevance"].lowest == walk, "what is not known yet can be found out"


def test_a_prospect_met_after_the_day_is_asked_about_tells_nothing(bakery: Business) -> None:
    walk = walk_with(bakery)
    found = prospecting.rules_of(walk, date(2020, 1, 1))
    assert {one.level for one in found} == {None}


def test_nobody_is_looked_for_to_introduce_one_to_whom_one_talks_with(
    bakery: Business, anna: User
) -> None:
    told = [walk_with(bakery, name) for name in ("Ada Uno", "Bea Due", "Cleo Tre")]
    make_touch(bakery, told[0].person, kind="call", direction="out", days_ago=9)
    told[1].move(3, by=anna)
    rules = {one.name: one for one in prospecting.standings(prospecting.told_of(bakery), TODAY)}
    assert rules["introduction"].lowest == told[2]
    assert rules["introduction"].asks_who_introduces
    assert not rules["research"].asks_who_introduces
    first = [prospecting.rules_of(one, TODAY)[0].lowest for one in told]
    assert first == [None, None, told[2]]


def test_the_step_of_the_first_rule_leads_to_who_can_introduce(
    bakery: Business, anna: User
) -> None:
    walk = walk_with(bakery)
    there = reverse("who_introduces", args=[bakery.slug, walk.person_id])
    for name, gap in (("prospecting_rules", []), ("opportunity", [walk.pk])):
        assert there in visitor(anna).get(reverse(name, args=[bakery.slug, *gap])).text
