"""One go-between for each of a few: only who may be asked, and never two asks to one person."""

from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from passo.businesses.models import Business, User
from passo.introductions import seeking, sharing
from passo.introductions.models import Wish
from passo.introductions.nearest import nearest
from passo.introductions.seeking import Asked
from passo.people.models import Person
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_asked, make_contribution, make_introduction
from tests.people_world import make_touch
from tests.world import make_business, make_member

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture
def firm(db: None, dora: User) -> Business:
    return make_business("One Woman", owner=dora)


@pytest.fixture
def giulia(firm: Business) -> Person:
    return known(firm, "Giulia Ferri")


@pytest.fixture
def paola(firm: Business, giulia: Person) -> Person:
    """Knows us both, and nobody better."""
    paola = known(firm, "Paola Rinaldi", 0.8)
    knows(paola, giulia, 0.7)
    return paola


def through(business: Business, *targets: Person, **how: Any) -> dict[str, str]:
    found = nearest(business, [one.pk for one in targets], TODAY, **how)
    names = dict(business.people.values_list("pk", "name"))
    return {names[target]: names[broker] for target, broker in found.items()}


def test_the_closest_on_both_ends_is_named(firm: Business, giulia: Person, paola: Person) -> None:
    knows(known(firm, "Hassan Amrani", 0.9), giulia, 0.3)
    knows(giulia, known(firm, "Zoe Late", 0.7), 0.7)
    assert through(firm, giulia) == {"Giulia Ferri": "Paola Rinaldi"}
    assert through(firm, giulia, besides={(paola.pk, giulia.pk)}) == {"Giulia Ferri": "Zoe Late"}


def test_it_is_the_best_way_of_two_ties_that_the_page_finds(
    firm: Business, giulia: Person, dora: User
) -> None:
    for number in range(9):
        friend = known(firm, f"Friend {number}", 0.4 + 0.05 * (number * 5 % 9))
        knows(friend, giulia, 0.9 - 0.05 * (number * 7 % 9))
    graph, paths = seeking.ways_to(Asked(firm, dora, TODAY), [giulia.pk])
    assert nearest(firm, [giulia.pk], TODAY) == {giulia.pk: graph.person(paths[0].people[1])}


def test_a_faint_way_is_not_proposed(firm: Business, giulia: Person) -> None:
    knows(known(firm, "Hassan Amrani", 0.3), giulia, 0.3)
    assert through(firm, giulia) == {}


def test_what_somebody_declared_counts(firm: Business, giulia: Person) -> None:
    tie = knows(known(firm, "Hassan Amrani", 0.8), giulia, 0.05)
    assert through(firm, giulia) == {}
    firm.ties.filter(pk=tie.pk).update(declared=0.6)
    assert through(firm, giulia) == {"Giulia Ferri": "Hassan Amrani"}


def test_nobody_is_asked_for_two_at_once(firm: Business, giulia: Person, paola: Person) -> None:
    sara = known(firm, "Sara Villa")
    knows(paola, sara, 0.6)
    assert through(firm, giulia, sara) == {"Giulia Ferri": "Paola Rinaldi"}
    knows(known(firm, "Hassan Amrani", 0.5), sara, 0.5)
    assert through(firm, sara, giulia) == {
        "Giulia Ferri": "Paola Rinaldi",
        "Sara Villa": "Hassan Amrani",
    }


@pytest.mark.parametrize("kind", ["through", "strained", "forget"])
def test_who_wishes_so_brings_nobody(
    firm: Business, giulia: Person, paola: Person, kind: str
) -> None:
    Wish.add(by=None, business=firm, person=paola, kind=kind)
    assert through(firm, giulia) == {}


@pytest.mark.parametrize(
    "values", [{"consent": "refused"}, {"is_left_out": True}], ids=["refused", "left out"]
)
@pytest.mark.parametrize("name", ["Paola Rinaldi", "Giulia Ferri"])
def test_who_wants_to_be_left_alone_is_on_no_way(
    firm: Business, giulia: Person, paola: Person, name: str, values: dict[str, Any]
) -> None:
    firm.people.get(name=name).change(by=None, what="correct", **values)
    assert through(firm, giulia) == {}


def test_who_wants_to_be_forgotten_is_not_looked_for(
    firm: Business, giulia: Person, paola: Person
) -> None:
    Wish.add(by=None, business=firm, person=giulia, kind=Wish.Kind.NEVER_THROUGH)
    assert through(firm, giulia) == {"Giulia Ferri": paola.name}
    Wish.add(by=None, business=firm, person=giulia, kind=Wish.Kind.FORGET)
    assert through(firm, giulia) == {}


def test_who_is_asked_already_or_waits_for_thanks_is_not_asked_more(
    firm: Business, giulia: Person, paola: Person, dora: User
) -> None:
    owed = make_contribution(firm, paola, is_given=False)
    assert through(firm, giulia) == {}
    owed.thank(on=TODAY, by=dora)
    assert through(firm, giulia) == {"Giulia Ferri": "Paola Rinaldi"}
    sara = known(firm, "Sara Villa")
    make_introduction(firm, sara, broker=paola)
    assert through(firm, giulia) == {}


def test_a_way_that_was_asked_is_closed(
    firm: Business, giulia: Person, paola: Person, dora: User
) -> None:
    made = make_asked(firm, by=dora, target=giulia, broker=paola, today=TODAY)
    made.rest(TODAY + timedelta(days=10))
    assert through(firm, giulia) == {}


def test_of_several_members_only_shared_ties_count(
    firm: Business, giulia: Person, paola: Person, dora: User
) -> None:
    emil = make_member(firm, "Emil Frey", role="staff").user
    assert through(firm, giulia) == {}
    sharing.decide(firm, emil, takes_part=True)
    assert through(firm, giulia) == {}, "Paola is no friend of Emil's"
    for number in range(4):
        make_touch(firm, paola, by=emil, days_ago=number)
    firm.people.filter(pk=paola.pk).update(strength=0.8)
    knows(paola, giulia, 0.7)
    assert through(firm, giulia) == {"Giulia Ferri": "Paola Rinaldi"}
    sharing.decide(firm, emil, takes_part=False)
    assert through(firm, giulia) == {}


def test_dozens_cost_as_much_as_one(
    firm: Business, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    targets = []
    for number in range(30):
        target = known(firm, f"Target {number}")
        knows(known(firm, f"Friend {number}", 0.8), target, 0.8)
        targets.append(target)
    with django_assert_max_num_queries(12):
        assert len(nearest(firm, [one.pk for one in targets], TODAY)) == 30
