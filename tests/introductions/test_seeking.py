"""Who can introduce me: the best first, in words, and nobody who is not to be asked."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.introductions import routes, seeking, sharing, wanted
from passo.introductions.balance import Balance
from passo.introductions.models import Wish
from passo.introductions.routes import Route
from passo.introductions.seeking import Asked
from passo.people.models import Person
from tests.introductions.ties_world import known, knows
from tests.introductions_world import make_contribution, make_introduction
from tests.people_world import make_organisation, make_person, make_touch
from tests.world import make_business

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture
def firm(db: None, dora: User) -> Business:
    return make_business("One Woman", owner=dora)


@pytest.fixture
def asked(firm: Business, dora: User) -> Asked:
    return Asked(firm, dora, TODAY)


@pytest.fixture
def giulia(firm: Business) -> Person:
    return known(firm, "Giulia Ferri")


def friend(firm: Business, giulia: Person, name: str, strength: float = 0.5) -> Person:
    """Who knows us both."""
    person = known(firm, name, strength)
    knows(person, giulia, strength)
    return person


def brokers(found: list[Route]) -> list[str]:
    return [one.names for one in found]


def answered(firm: Business, broker: Person, target: Person, *, days: float | None) -> None:
    """Asked some time ago; a yes after so many days, or none at all."""
    made = make_introduction(firm, target, broker=broker)
    sent = timezone.make_aware(datetime(2024, 3, 1))  # noqa: DTZ001 -- made aware here
    yes = None if days is None else sent + timedelta(days=days)
    made.asks.create(
        business=firm, person=broker, role="broker", sent_at=sent, agreed_at=yes, ends_on=TODAY
    )
    state = "rests" if days is None else "thanked"
    firm.introductions.filter(pk=made.pk).update(state=state, rests_on=date(2024, 4, 1))


def test_the_best_way_through_each_of_the_best_the_strongest_first(
    firm: Business, asked: Asked, giulia: Person
) -> None:
    for number, name in enumerate(("Silvia Pozzi", "Paola Rinaldi", "Hassan Amrani")):
        friend(firm, giulia, name, 0.4 + 0.2 * number)
    assert brokers(routes.found(asked, [giulia.pk])) == [
        "Hassan Amrani",
        "Paola Rinaldi",
        "Silvia Pozzi",
    ]


def test_others_are_proposed_though_ten_ways_begin_with_one_friend(
    firm: Business, asked: Asked, giulia: Person
) -> None:
    hub = known(firm, "Paola Rinaldi", 0.9)
    for number in range(12):
        knows(hub, friend(firm, giulia, f"Friend {number}", 0.9), 0.9)
    firm.people.filter(name__startswith="Friend").update(strength=0)
    friend(firm, giulia, "Hassan Amrani", 0.1)
    found = routes.found(asked, [giulia.pk])
    assert found[0].brokers[0] == hub
    assert "Hassan Amrani" in brokers(found)


def test_who_knows_only_the_best_of_them_takes_nobodys_place(
    firm: Business, asked: Asked, giulia: Person
) -> None:
    paola = friend(firm, giulia, "Paola Rinaldi", 0.9)
    for number in range(6):
        knows(known(firm, f"Neighbour {number}", 0.8), paola, 0.8)
    silvia, marco = known(firm, "Silvia Pozzi", 0.2), known(firm, "Marco Tani")
    knows(silvia, marco, 0.1)
    knows(marco, giulia, 0.6)
    ways = routes.found(asked, [giulia.pk])
    assert brokers(ways) == ["Paola Rinaldi", "Silvia Pozzi, then Marco Tani"]


def test_three_go_betweens_and_no_more(firm: Business, asked: Asked, giulia: Person) -> None:
    chain = [known(firm, f"Link {number}", 0.9 if number == 0 else 0) for number in range(4)]
    for one, other in zip(chain, [*chain[1:], giulia], strict=True):
        knows(one, other, 0.9)
    assert routes.found(asked, [giulia.pk]) == []
    knows(chain[0], chain[2], 0.9)
    (way,) = routes.found(asked, [giulia.pk])
    assert way.names == "Link 0, then Link 2, then Link 3"
    assert way.as_asked.count("beyond=") == 2
    assert way.likelihood == "unlikely"
    assert len(way.stops) == 5


def test_who_is_known_already_needs_no_introduction(firm: Business, asked: Asked) -> None:
    paola = known(firm, "Paola Rinaldi", 0.7)
    (way,) = routes.found(asked, [paola.pk])
    assert (way.broker, way.names, way.days) == (None, "You know each other", 0)
    assert way.label == "You, strong tie to Paola Rinaldi"


def test_each_tie_says_why_it_is_believed(firm: Business, asked: Asked, giulia: Person) -> None:
    paola = known(firm, "Paola Rinaldi", 0.7)
    tie = knows(paola, giulia, 0.4)
    (way,) = routes.found(asked, [giulia.pk])
    ours, theirs = way.reasons
    assert (ours.between, theirs.between) == ("You and Paola", "Paola and Giulia")
    assert ours.why.startswith("12 mails")
    assert theirs.why.startswith("4 meetings together, ")
    tie.declared, tie.declared_note = 0.9, "Same choir"
    tie.save()
    (way,) = routes.found(asked, [giulia.pk])
    assert way.reasons[1].why == "You said: very well, “Same choir”"
    assert way.label == "You, strong tie to Paola Rinaldi, strong tie to Giulia Ferri"


def test_two_of_three_agree_until_one_knows_better(
    firm: Business, asked: Asked, giulia: Person
) -> None:
    paola, silvia = (friend(firm, giulia, name) for name in ("Paola Rinaldi", "Silvia Pozzi"))
    first = routes.found(asked, [giulia.pk])
    assert {one.likelihood for one in first} == {"maybe"}
    assert {one.whole_days for one in first} == {5}
    somebody = known(firm, "Somebody Else")
    for _thrice in range(3):
        answered(firm, paola, somebody, days=1)
        answered(firm, silvia, somebody, days=None)
    best, last = routes.found(asked, [giulia.pk])
    assert (best.broker, best.likelihood, best.whole_days) == (paola, "likely", 3)
    assert (last.broker, last.likelihood, last.whole_days) == (silvia, "unlikely", 5)


def test_what_was_given_and_received_stands_beside_it(
    firm: Business, asked: Asked, giulia: Person
) -> None:
    paola = friend(firm, giulia, "Paola Rinaldi")
    make_contribution(firm, paola, size=9)
    make_contribution(firm, paola, is_given=False, size=3)
    (way,) = routes.found(asked, [giulia.pk])
    assert (way.balance.given, way.balance.received) == (9, 3)
    assert way.standing == "You gave Paola more than you received."


@pytest.mark.parametrize("kind", list(Wish.Kind))
def test_nobody_is_asked_who_does_not_want_it(
    firm: Business, asked: Asked, giulia: Person, kind: str
) -> None:
    paola = friend(firm, giulia, "Paola Rinaldi", 0.9)
    friend(firm, giulia, "Hassan Amrani", 0.3)
    Wish.add(by=None, business=firm, person=paola, kind=kind)
    assert brokers(routes.found(asked, [giulia.pk])) == ["Hassan Amrani"]


def test_who_was_asked_in_vain_is_not_proposed_for_her_again_and_is_for_others(
    firm: Business, asked: Asked, giulia: Person
) -> None:
    paola, other = friend(firm, giulia, "Paola Rinaldi", 0.9), known(firm, "Luca Ferri")
    knows(paola, other)
    friend(firm, giulia, "Hassan Amrani", 0.3)
    asked = asked._replace(today=date(2029, 2, 1))
    make_introduction(firm, giulia, broker=paola, state="rests", rests_on=TODAY)
    assert brokers(routes.found(asked, [giulia.pk])) == ["Hassan Amrani"]
    assert brokers(routes.found(asked, [other.pk])) == ["Paola Rinaldi"]
    (to_her, to_him) = routes.each(asked, [giulia.pk, other.pk])
    assert (to_her and to_her.names, to_him and to_him.names) == ("Hassan Amrani", "Paola Rinaldi")


@pytest.mark.parametrize("state", ["asked", "agreed", "both"])
def test_a_way_that_is_asked_is_not_proposed_again(
    firm: Business, asked: Asked, giulia: Person, state: str
) -> None:
    paola = friend(firm, giulia, "Paola Rinaldi", 0.9)
    friend(firm, giulia, "Hassan Amrani", 0.3)
    make_introduction(firm, giulia, broker=paola, state=state)
    assert brokers(routes.found(asked, [giulia.pk])) == ["Hassan Amrani"]


def test_whoever_was_asked_beyond_is_reached_through_nobody_for_a_year(
    firm: Business, asked: Asked, giulia: Person
) -> None:
    paola = friend(firm, giulia, "Paola Rinaldi", 0.9)
    made = make_introduction(firm, giulia, broker=paola, state="rests", rests_on=TODAY)
    assert routes.found(asked, [giulia.pk]) == []
    friend(firm, giulia, "Hassan Amrani", 0.3)
    assert brokers(routes.found(asked, [giulia.pk])) == ["Hassan Amrani"]
    made.asks.create(
        business=firm,
        person=paola,
        role="broker",
        agreed_at=timezone.now(),
        ends_on=TODAY,
    )
    assert routes.found(asked, [giulia.pk]) == []
    assert routes.each(asked, [giulia.pk]) == [None]
    later = asked._replace(today=date(2027, 11, 22))
    assert brokers(routes.found(later, [giulia.pk])) == ["Hassan Amrani"]


def test_to_anybody_at_an_organisation(firm: Business, asked: Asked) -> None:
    coop = make_organisation(firm, "Coop Aurora")
    there = [known(firm, name, organisation=coop) for name in ("Giulia Ferri", "Marco Tani")]
    paola = friend(firm, there[1], "Paola Rinaldi")
    assert set(wanted.people_at(coop)) == {one.pk for one in there}
    (way,) = routes.found(asked, wanted.people_at(coop))
    assert (way.broker, way.target) == (paola, there[1])


def test_a_need_finds_who_fits_and_the_way_there(firm: Business, asked: Asked) -> None:
    coop = make_organisation(firm, "Cooperativa Case Nuove Bologna")
    giulia = known(firm, "Giulia Ferri", organisation=coop, job_title="Facility manager")
    friend(firm, giulia, "Paola Rinaldi")
    known(firm, "Nobody Near", organisation=coop)
    found = wanted.for_need(asked, "somebody at a cooperativa in Bologna")
    ways = {one.person.name: one.route and one.route.names for one in found}
    assert ways == {"Giulia Ferri": "Paola Rinaldi", "Nobody Near": None}
    assert [one.person for one in wanted.for_need(asked, "Giulia Ferri")] == [giulia]
    assert wanted.for_need(asked, "zzz") == []


def test_of_many_who_fit_only_the_first_few_stand_there_without_a_way(
    firm: Business, asked: Asked
) -> None:
    for name in ("Ada Uno", "Bea Due", "Cia Tre", "Dea Quattro", "Eva Cinque"):
        known(firm, name, job_title="Plumber")
    friend(firm, known(firm, "Fia Sei", job_title="Plumber"), "Paola Rinaldi")
    found = wanted.for_need(asked, "plumber")
    assert sum(one.route is None for one in found) in {wanted.SHOWN_ANYWAY - 1, wanted.SHOWN_ANYWAY}
    assert "Fia Sei" in {one.person.name for one in found if one.route}


def test_a_list_is_read_by_address_name_and_words(firm: Business, asked: Asked) -> None:
    giulia = known(firm, "Giulia Ferri", mail="giulia@coop.example")
    friend(firm, giulia, "Paola Rinaldi")
    lines = ["  Giulia   Ferri ", "", "GIULIA@coop.example", "Giulia Ferri <x@y.z>", "Ferri", "?"]
    found = wanted.of_lines(asked, lines)
    assert [one.person for one in found] == [giulia, giulia, giulia, giulia, None]
    assert [one.route.names if one.route else "" for one in found] == ["Paola Rinaldi"] * 4 + [""]
    make_person(firm, "Luca Ferri")
    (twice,) = wanted.of_lines(asked, ["Ferri"])
    assert twice.person is None
    assert wanted.of_lines(asked, []) == []


@pytest.mark.parametrize(
    "line",
    [
        "giulia@coop.example",
        "Ferri, Giulia",
        "Giulia Ferri; GIULIA@coop.example; Coop Aurora",
        "giulia@coop.example  Giulia",
        "<giulia@coop.example>",
        "Ferri Giulia",
        "Giulia (Coop Aurora)",
        "Coop Giulia",
    ],
)
def test_a_line_is_read_as_programs_and_people_write_it(
    firm: Business, asked: Asked, line: str
) -> None:
    coop = make_organisation(firm, "Coop Aurora")
    giulia = known(firm, "Giulia Ferri", mail="giulia@coop.example", organisation=coop)
    known(firm, "Gina Sole", organisation=coop)
    known(firm, "Luca Ferri")
    (found,) = wanted.of_lines(asked, [line])
    assert found.person == giulia
    assert list(wanted.who_may_be(firm, line)) == [giulia]


def test_who_may_be_meant_is_not_guessed(firm: Business) -> None:
    giulia, luca = known(firm, "Giulia Ferri", 0.2), known(firm, "Luca Ferri", 0.4)
    assert list(wanted.who_may_be(firm, "Ferri")) == [luca, giulia]
    assert list(wanted.who_may_be(firm, "zzz")) == []
    assert list(wanted.who_may_be(firm, "…;")) == []
    assert wanted.known_as(firm, ["Ferri", "zzz", "", "@"]) == {}


def test_many_unknown_names_take_few_questions(
    firm: Business, asked: Asked, django_assert_max_num_queries: Any
) -> None:
    giulia = known(firm, "Giulia Anna Ferri")
    lines = [*(f"Nobody {at}" for at in range(200)), "Ferri Giulia"]
    with django_assert_max_num_queries(2 * wanted.LOOKED_UP + 12):
        found = wanted.of_lines(asked, lines)
    assert [one.person for one in found if one.person] == [giulia]


@pytest.mark.django_db(transaction=True)
def test_five_hundred_take_no_more_questions_than_one(
    firm: Business, asked: Asked, django_assert_max_num_queries: Any
) -> None:
    hub = known(firm, "Paola Rinaldi", 0.9)
    targets = []
    for number in range(30):
        target = make_person(firm, f"Target {number}")
        knows(hub, target)
        targets.append(target.pk)
    routes.each(asked, targets[:1])
    with django_assert_max_num_queries(10):
        found = routes.each(asked, targets)
    assert all(found)


def test_a_colleague_who_shares_begins_the_way(bakery: Business, anna: User, ben: User) -> None:
    paola, giulia = make_person(bakery, "Paola Rinaldi"), make_person(bakery, "Giulia Ferri")
    make_touch(bakery, paola, by=ben)
    knows(paola, giulia)
    asked = Asked(bakery, anna, TODAY)
    assert routes.found(asked, [giulia.pk]) == []
    sharing.decide(bakery, ben, takes_part=True)
    (way,) = routes.found(asked, [giulia.pk])
    assert way.names == f"{ben.name}, then Paola Rinaldi"
    assert not way.is_own
    assert way.label.startswith(f"{ben.name}, ")
    (direct,) = routes.found(asked, [paola.pk])
    assert (direct.names, direct.broker) == (ben.name, None)
    told = routes.plain(way)
    assert (told["through_member"], told["broker"]) == (ben.name, "Paola Rinaldi")


def test_without_ties_there_is_no_way(firm: Business, asked: Asked, giulia: Person) -> None:
    assert routes.found(asked, [giulia.pk]) == []
    assert routes.each(asked, [giulia.pk]) == [None]
    assert seeking.one_other(asked, giulia.pk) is None


def test_of_the_business_as_a_whole_no_member_is_named(giulia: Person) -> None:
    way = Route(None, True, (giulia,), (0.5,), 0.5, (), 1.0, 0.0, Balance())
    start = routes.plain(way)["path"][0]
    assert start == {"id": None, "name": "", "is_member": True}
    assert way.stops[0].name == "You"
