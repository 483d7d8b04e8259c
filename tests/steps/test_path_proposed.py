"""Whom Passo proposes: kept or dropped together, put right beside, taken back together."""

from typing import Any

import pytest

from passo.businesses.models import Business, User
from passo.steps import proposing
from passo.steps.models import Opportunity
from tests.people_world import make_person, make_touch
from tests.steps.path_world import address, undo_on
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db
NAMES = ("Paola Rinaldi", "Luca Ferri", "Elisa Corsi")


@pytest.fixture
def browser(client_of: Any, ben: User) -> Visitor:
    visitor: Visitor = client_of(ben)
    return visitor


@pytest.fixture
def three(bakery: Business) -> list[Opportunity]:
    """Two of whom a visit tells, and one who wrote."""
    for name in NAMES:
        person = make_person(bakery, name)
        how = ("mail", "in") if name == "Elisa Corsi" else ("visit", "both")
        make_touch(bakery, person, kind=how[0], direction=how[1])
        bakery.people.filter(pk=person.pk).update(warmth="warm", strength=0.6)
    proposing.propose(bakery)
    found = {one.person.name: one for one in bakery.opportunities.select_related("person")}
    return [found[name] for name in NAMES]


def decide(
    browser: Visitor, business: Business, deed: str, *walks: Opportunity, **more: Any
) -> Any:
    values = {"deed": deed, "id": [walk.pk for walk in walks], **more}
    return browser.post(address("decide_proposed", business), values, follow=True)


def states(business: Business) -> dict[str, str]:
    return dict(business.opportunities.values_list("person__name", "state"))


def test_each_proposal_says_where_and_why(
    browser: Visitor,
    bakery: Business,
    three: list[Opportunity],
) -> None:
    page = browser.get(address("proposed", bakery))
    told = words_of(page)
    assert "Passo proposes 3 people to walk with" in told
    assert "You talked, or wrote back and forth. Tuesday 17 November" in told
    assert told.index("Dialogue") < told.index("They came to you.")
    assert page.content.decode().count(" checked") == 3


def test_all_are_kept_at_once_and_taken_back_at_once(
    browser: Visitor,
    bakery: Business,
    three: list[Opportunity],
) -> None:
    page = decide(browser, bakery, "keep", *three)
    assert page.redirect_chain[-1][0] == address("path", bakery)
    assert "You are walking with 3 people more." in words_of(page)
    assert set(states(bakery).values()) == {"open"}
    page = undo_on(browser, page)
    assert "It is as it was before." in words_of(page)
    assert set(states(bakery).values()) == {"proposed"}


def test_those_of_one_stage_are_dropped_and_the_rest_waits(
    browser: Visitor,
    bakery: Business,
    three: list[Opportunity],
) -> None:
    page = decide(browser, bakery, "drop-3", *three)
    assert page.redirect_chain[-1][0] == address("proposed", bakery)
    assert "2 people are not proposed again." in words_of(page)
    assert states(bakery)["Elisa Corsi"] == "proposed"
    assert proposing.propose(bakery) == 0


def test_a_stage_is_put_right_before_keeping_and_nothing_counts_as_skipped(
    browser: Visitor,
    bakery: Business,
    three: list[Opportunity],
) -> None:
    paola = three[0]
    moved = paola.moved_at
    page = decide(browser, bakery, "keep", paola, **{f"stage-{paola.pk}": "6"})
    paola.refresh_from_db()
    assert (paola.stage, paola.began, paola.skips, paola.climbs.count()) == (6, 6, 0, 0)
    assert paola.moved_at > moved, "nobody is stuck before one has begun to walk"
    undo_on(browser, page)
    paola.refresh_from_db()
    assert (paola.stage, paola.began, paola.state, paola.moved_at) == (3, 3, "proposed", moved)


@pytest.mark.parametrize("stage", ["0", "8", "x", "3\0", "-2"])
def test_a_stage_that_is_not_there_leaves_what_was_believed(
    browser: Visitor,
    bakery: Business,
    three: list[Opportunity],
    stage: str,
) -> None:
    decide(browser, bakery, "keep", three[0], **{f"stage-{three[0].pk}": stage})
    three[0].refresh_from_db()
    assert (three[0].stage, three[0].state) == (3, "open")


def test_what_is_asked_wrongly_is_answered_in_words(
    browser: Visitor,
    bakery: Business,
    garage: Business,
    three: list[Opportunity],
) -> None:
    told = words_of(decide(browser, bakery, "keep"))
    assert "Please select somebody first." in told
    assert decide(browser, bakery, "marry", *three).status_code == 409
    browser.post(address("decide_proposed", bakery), {"deed": "keep", "id": ["x", "9" * 30, "\0"]})
    theirs = Opportunity.objects.create(
        business=garage, person=make_person(garage), state="proposed"
    )
    decide(browser, bakery, "keep", theirs)
    theirs.refresh_from_db()
    assert theirs.state == "proposed"
    assert set(states(bakery).values()) == {"proposed"}


def test_what_moved_on_since_stays_when_the_rest_is_taken_back(
    browser: Visitor,
    bakery: Business,
    three: list[Opportunity],
    ben: User,
) -> None:
    page = decide(browser, bakery, "keep", *three)
    three[0].refresh_from_db()
    three[0].close("Gone", by=ben)
    undo_on(browser, page)
    assert sorted(states(bakery).values()) == ["closed", "proposed", "proposed"]
    nothing = address("take_back_proposed", bakery)
    told = words_of(browser.post(f"{nothing}?from=x&to=1", follow=True))
    assert "There was nothing to take back." in told


def test_another_cannot_take_back_what_they_did_not_decide(
    browser: Visitor,
    client_of: Any,
    anna: User,
    bakery: Business,
    three: list[Opportunity],
) -> None:
    decide(browser, bakery, "keep", *three)
    last = bakery.changes.first()
    assert last
    there = f"{address('take_back_proposed', bakery)}?from=1&to={last.pk}"
    client_of(anna).post(there)
    assert set(states(bakery).values()) == {"open"}


def test_whoever_may_only_look_sees_them_and_decides_nothing(
    client_of: Any, vera: User, bakery: Business, three: list[Opportunity]
) -> None:
    text = client_of(vera).get(address("proposed", bakery)).content.decode()
    assert "Paola Rinaldi" in text
    assert 'name="id"' not in text
    assert client_of(vera).post(address("decide_proposed", bakery)).status_code == 403


def test_when_all_is_decided_the_page_says_when_it_looks_again(
    browser: Visitor,
    bakery: Business,
) -> None:
    assert "After the next import Passo looks again" in words_of(
        browser.get(address("proposed", bakery))
    )


def test_a_proposal_more_asks_nothing_more(
    browser: Visitor,
    bakery: Business,
    three: list[Opportunity],
    django_assert_max_num_queries: Any,
) -> None:
    with django_assert_max_num_queries(12):
        browser.get(address("proposed", bakery))
