"""The sample's introductions: every state is there, and the question that it was made for."""

from collections import Counter
from datetime import date

import pytest

from passo.businesses.demo import figure
from passo.businesses.models import Business
from passo.introductions import answering, asking, balance, routes
from passo.introductions.models import Wish
from passo.introductions.models.contribution import Kind, Size
from passo.introductions.models.introduction import State
from passo.introductions.seeking import Asked
from passo.people.models import Person
from passo.today import choosing
from tests.sample import CLOCK

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def named(sample: Business, name: str) -> Person:
    found: Person = sample.people.listed().get(name=name)
    return found


def ways(sample: Business, name: str, who: str = "chiara") -> list[routes.Route]:
    asked = Asked(sample, figure(sample, who), TODAY)
    return routes.found(asked, [named(sample, name).pk])


def levels(way: routes.Route) -> list[str]:
    return [routes.level_of(one) for one in way.strengths]


def test_three_ways_lead_to_giulia_as_strong_as_they_are(sample: Business) -> None:
    found = ways(sample, "Giulia Ferri")
    assert [(way.names, levels(way)) for way in found] == [
        ("Paola Rinaldi", ["strong", "strong"]),
        ("Hassan Amrani", ["good", "fair"]),
        ("Silvia Pozzi, then Marco Tani", ["fair", "weak", "strong"]),
    ]
    assert [way.likelihood for way in found] == ["likely", "maybe", "maybe"]
    assert all(way.is_own for way in found)


def test_each_of_them_says_why(sample: Business) -> None:
    paola, hassan, _silvia = ways(sample, "Giulia Ferri")
    assert "touches in twelve months" in paola.reasons[0].why
    assert "“They sat on the same safety committee for four years.”" in paola.reasons[1].why
    assert paola.standing == "You gave Paola more than you received."
    assert "“He sells to the Coop.”" in hassan.reasons[1].why


def test_whoever_looks_on_sees_that_they_begin_with_chiara(sample: Business) -> None:
    names = [way.names for way in ways(sample, "Giulia Ferri", "marta")]
    assert names[0] == "Chiara Bianchi, then Paola Rinaldi"
    assert len(names) == 3


def test_where_one_is_not_to_be_asked_again_roberto_knows_another(sample: Business) -> None:
    (way,) = ways(sample, "Elisa Fantini")
    assert way.names == "Roberto Bianchi, then Cesare Vitali"


def test_nobody_on_a_way_wants_to_be_left_out(sample: Business) -> None:
    wished = dict(sample.wishes.values_list("kind", "person__name"))
    assert set(wished) == set(Wish.Kind)
    piero = named(sample, wished["through"])
    giulia = named(sample, "Giulia Ferri")
    assert sample.ties.filter(one=min(piero.pk, giulia.pk), other=max(piero.pk, giulia.pk)).exists()
    assert not any(piero in way.people for way in ways(sample, "Giulia Ferri"))
    assert not ways(sample, wished["forget"])


def test_every_state_is_there(sample: Business) -> None:
    sought = Counter(sample.introductions.sought().values_list("state", flat=True))
    assert set(sought) == set(State)
    made = sample.introductions.made().order_by("pk").values_list("state", flat=True)
    assert list(made) == [State.INTRODUCED, State.AGREED]


def test_each_has_what_its_state_needs(sample: Business) -> None:
    for one in sample.introductions.all():
        assert one.words
        assert one.blurb
        assert one.purpose
        assert (one.asked_on is None) == (one.state == State.DRAFTED)
        yeses = one.asks.filter(agreed_at__isnull=False).count()
        assert (one.introduced_on is not None) == (one.contributions.count() == 1 + one.is_made)
        assert yeses == 2 or one.introduced_on is None
    told = sample.introductions.exclude(outcome="").values_list("state", flat=True)
    assert {State.OUTCOME, State.THANKED} == set(told)


def test_nothing_of_it_happens_after_its_clock(sample: Business) -> None:
    assert not sample.introductions.filter(added_at__gt=CLOCK).exists()
    assert not sample.asks.filter(sent_at__gt=CLOCK).exists()
    assert not sample.asks.filter(agreed_at__gt=CLOCK).exists()
    assert not sample.contributions.filter(added_at__gt=CLOCK).exists()
    assert not sample.contributions.filter(on__gt=TODAY).exists()
    assert not sample.sharings.filter(at__gt=CLOCK).exists()
    assert not sample.wishes.filter(at__gt=CLOCK).exists()


def test_no_link_of_it_leads_anywhere(sample: Business) -> None:
    assert sample.asks.count() > 15
    for one in sample.asks.all():
        assert one.link_hash == ""
        assert answering.behind(asking.token_of(one)) is None
    addresses = sample.asks.exclude(address="").values_list("address", flat=True)
    assert addresses
    assert all(one.endswith(".example") for one in addresses)


def test_every_kind_and_size_was_given_and_received(sample: Business) -> None:
    for rows in (sample.contributions.given(), sample.contributions.received()):
        assert set(rows.values_list("kind", flat=True)) == set(Kind)
        assert set(rows.values_list("size", flat=True)) == set(Size)
        assert rows.filter(amount_cents__isnull=False).exists()
    assert len(balance.quarters(sample, TODAY)) >= 6
    assert 2 <= balance.owed(sample, TODAY).count() <= 6


def test_giulia_is_still_to_be_met_and_can_be_reached(sample: Business) -> None:
    way = sample.opportunities.get(person__name="Giulia Ferri")
    assert (way.stage, way.person.touch_count) == (1, 0)


def test_of_the_five_steps_of_today_one_or_two_are_about_introductions(sample: Business) -> None:
    kinds = [each.one.kind for each in choosing.choose(sample, TODAY).offered]
    assert len(kinds) == 5
    assert 1 <= len({"greet", "agreed", "asks", "became", "warm"}.intersection(kinds)) <= 2


def test_what_people_need_is_there_to_be_matched(sample: Business) -> None:
    assert sample.needs.count() >= 4
    assert not sample.meanings.exists()
