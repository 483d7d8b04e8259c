"""Strength, rhythm, warmth and acquaintance as they stand with a person."""

from datetime import timedelta

import pytest

from passo.businesses.models import Business, User
from passo.lib.queue import at_once, is_wanted
from passo.people import acquaintance, ties
from tests.people_world import NOW, make_organisation, make_person, make_touch

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def test_a_touch_makes_a_tie_at_once(bakery: Business) -> None:
    paola = make_person(bakery)
    make_touch(bakery, paola, kind="meeting", days_ago=1)
    paola.refresh_from_db()
    assert 0 < paola.strength < 1
    assert paola.strength_because[0]
    assert paola.last_touch_at == NOW - timedelta(days=1)


def test_ties_fade_overnight(bakery: Business) -> None:
    paola = make_person(bakery)
    make_touch(bakery, paola, days_ago=1)
    ties.refresh(bakery, today=TODAY)
    paola.refresh_from_db()
    before = paola.strength
    ties.refresh(bakery, today=TODAY + timedelta(days=90))
    paola.refresh_from_db()
    assert paola.strength < before


def test_every_night_each_business_is_reckoned_by_itself(
    bakery: Business, garage: Business
) -> None:
    """What breaks in one holds up no other."""
    paola, luca = make_person(bakery), make_person(garage, "Luca Ferri")
    for person in (paola, luca):
        make_touch(person.business, person, days_ago=1)
    for person in (paola, luca):
        type(person).objects.filter(pk=person.pk).update(strength=0)
    at_once("people.reckon_everybody")
    assert is_wanted("people.reckon", bakery.pk)
    assert is_wanted("people.reckon", garage.pk)
    at_once("people.reckon", garage.pk)
    at_once("people.reckon", 10**9)
    paola.refresh_from_db()
    luca.refresh_from_db()
    assert paola.strength == 0 < luca.strength


def test_some_reckoned_alone_are_as_if_all_were(bakery: Business) -> None:
    people = [make_person(bakery, f"Guest {number}") for number in range(4)]
    for number, person in enumerate(people):
        for days in range(5, 200, 20 + number * 9):
            make_touch(bakery, person, days_ago=days)
    ties.refresh(bakery, today=TODAY)
    fields = ("strength", "cadence_days", "due_on", "warmth", "touch_count")
    all_at_once = list(bakery.people.order_by("pk").values_list(*fields))
    ties.refresh(bakery, [people[1].pk], today=TODAY)
    assert list(bakery.people.order_by("pk").values_list(*fields)) == all_at_once


def test_a_long_silence_cools(bakery: Business) -> None:
    paola = make_person(bakery)
    for weeks in range(30, 60, 2):
        make_touch(bakery, paola, days_ago=7 * weeks)
    ties.refresh(bakery, today=TODAY)
    paola.refresh_from_db()
    assert paola.warmth == "cold"
    assert paola.cadence_days is not None
    assert 12 <= paola.cadence_days <= 16
    assert paola.due_on is not None
    assert paola.due_on < TODAY
    sentence, values = paola.warmth_because
    assert "weeks" in sentence % values


def test_the_owners_wish_stands_above_what_was_usual(bakery: Business, anna: User) -> None:
    paola = make_person(bakery)
    make_touch(bakery, paola, days_ago=15)
    paola.correct(by=anna, own_cadence_days=10)
    ties.refresh(bakery, [paola.pk], today=TODAY)
    paola.refresh_from_db()
    assert (paola.cadence_days, paola.warmth) == (10, "cooling")
    assert paola.due_on == TODAY - timedelta(days=5)


def test_a_wish_without_a_contact_yet_harms_nobody(bakery: Business, anna: User) -> None:
    paola = make_person(bakery)
    paola.correct(by=anna, own_cadence_days=10)
    make_touch(bakery, paola, kind="note", days_ago=1)
    paola.refresh_from_db()
    assert (paola.warmth, paola.due_on) == ("", None)


def test_a_touch_taken_back_takes_its_tie_along(bakery: Business, anna: User) -> None:
    paola = make_person(bakery)
    touch = make_touch(bakery, paola)
    change = touch.remove(by=anna)
    paola.refresh_from_db()
    assert (paola.strength, paola.touch_count) == (0, 0)
    change.undo(by=anna)
    paola.refresh_from_db()
    assert paola.touch_count == 1


def test_who_meets_in_a_small_round_knows_each_other(bakery: Business) -> None:
    paola, luca, ugo = (make_person(bakery, f"{name} Neri") for name in ("Paola", "Luca", "Ugo"))
    make_touch(bakery, paola, luca, kind="meeting")
    tie = bakery.ties.get()
    assert {tie.one, tie.other} == {paola, luca}
    assert (tie.kind, tie.evidence) == ("meeting", 1)
    make_touch(bakery, luca, ugo, kind="meeting")
    assert bakery.ties.count() == 2


def test_a_small_firm_puts_its_people_together(bakery: Business) -> None:
    firm = make_organisation(bakery)
    people = [make_person(bakery, f"Guest {number}", organisation=firm) for number in range(3)]
    acquaintance.refresh(bakery, [people[0].pk], today=TODAY)
    assert bakery.ties.filter(kind="organisation").count() == 3 - 1
    acquaintance.refresh(bakery, None, today=TODAY)
    assert bakery.ties.filter(kind="organisation").count() == 3


def test_what_somebody_declared_no_reckoning_takes_away(bakery: Business) -> None:
    paola, luca = make_person(bakery), make_person(bakery, "Luca Ferri")
    bakery.ties.create(
        one=paola, other=luca, strength=0.8, kind="declared", declared=0.8, declared_note="cousins"
    )
    acquaintance.refresh(bakery, None, today=TODAY)
    tie = bakery.ties.get()
    assert (tie.declared, tie.declared_note) == (0.8, "cousins")
    assert tie.strength > 0


def test_many_at_once_are_reckoned_like_few(
    bakery: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [make_person(bakery, f"Guest {number}") for number in range(5)]
    make_touch(bakery, *people[:3], kind="meeting")
    few = list(bakery.ties.order_by("one", "other").values_list("one", "other", "strength"))
    monkeypatch.setattr(ties, "MANY", 2)
    monkeypatch.setattr(acquaintance, "MANY", 2)
    ties.refresh(bakery, [person.pk for person in people], today=ties.today_of(bakery))
    many = list(bakery.ties.order_by("one", "other").values_list("one", "other", "strength"))
    assert many == few
