"""Introductions, wishes and what was given hang on people: joined, taken apart, erased, undone."""

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.introductions.models import Contribution, Introduction, Meaning, Wish
from passo.people import erasing, hanging, merging
from passo.people.bringing_in import undoing
from passo.people.models import Person
from tests.introductions_world import make_asked, make_contribution, make_introduction
from tests.people_world import make_person


@pytest.fixture
def stays(bakery: Business) -> Person:
    return make_person(bakery, "Luca Ferri", mail="luca@ferri.example")


@pytest.fixture
def gone(bakery: Business) -> Person:
    return make_person(bakery, "L. Ferri")


def fresh(row: Introduction) -> Introduction:
    return Introduction.objects.get(pk=row.pk)


def wish(person: Person, kind: str = "through") -> Wish:
    return Wish.add(by=None, business=person.business, person=person, kind=kind)


def test_every_end_of_an_introduction_is_found() -> None:
    named = {hook.key for hook in hanging.hung()}
    kind = "introductions.introduction"
    ends = {f"{kind}.{end}" for end in ("target", "broker", "other")}
    rest = {f"introductions.{model}" for model in ("ask", "contribution", "wish")}
    assert ends | rest <= named
    assert [hook.key for hook in hanging.lists()] == [f"{kind}.beyond"]


def test_what_a_text_means_stays_with_whose_text_it_is(
    bakery: Business, anna: User, stays: Person, gone: Person
) -> None:
    """It is read anew where the text went; whoever holds it in memory goes by its number."""
    read = Meaning.objects.create(
        business=bakery, person=gone, part=Meaning.Part.NOTE, digest="0", vector=b""
    )
    merging.merge(stays, gone, by=anna)
    read.refresh_from_db()
    assert read.person == gone


@pytest.mark.parametrize("end", ["target", "broker", "other"])
def test_an_introduction_goes_along_and_back(
    bakery: Business, anna: User, stays: Person, gone: Person, end: str
) -> None:
    made = make_introduction(bakery, by=anna, **{end: gone})
    merge = merging.merge(stays, gone, by=anna)
    assert getattr(fresh(made), end) == stays
    merge.remove(by=anna)
    assert getattr(fresh(made), end) == gone


def test_asks_wishes_and_gifts_go_along_and_back(
    bakery: Business, anna: User, stays: Person, gone: Person
) -> None:
    ask = make_asked(bakery, by=anna, broker=gone).asks.get()
    rows = (ask, make_contribution(bakery, gone, by=anna), wish(gone))
    merge = merging.merge(stays, gone, by=anna)
    for row in rows:
        row.refresh_from_db()
        assert row.person == stays
    merge.remove(by=anna)
    for row in rows:
        row.refresh_from_db()
        assert row.person == gone


def test_a_wish_that_both_have_stays_with_each(
    bakery: Business, anna: User, stays: Person, gone: Person
) -> None:
    mine, theirs, other = wish(stays), wish(gone), wish(gone, "strained")
    merge = merging.merge(stays, gone, by=anna)
    assert set(stays.wishes.all()) == {mine, other}
    merge.remove(by=anna)
    assert set(gone.wishes.all()) == {theirs, other}


def test_nobody_is_both_ends_of_an_introduction(
    bakery: Business, anna: User, stays: Person, gone: Person
) -> None:
    made = make_introduction(bakery, target=gone, broker=stays)
    merging.merge(stays, gone, by=anna)
    assert fresh(made).target == gone
    assert fresh(made).broker == stays


def test_who_stands_between_is_followed_and_given_back(
    bakery: Business, anna: User, stays: Person, gone: Person
) -> None:
    other = make_person(bakery, "Silvia Pozzi")
    between = make_introduction(bakery, beyond=[gone.pk, other.pk])
    twice = make_introduction(bakery, beyond=[stays.pk, gone.pk])
    at_the_end = make_introduction(bakery, broker=gone, beyond=[stays.pk])
    untouched = make_introduction(bakery, beyond=[other.pk])
    merge = merging.merge(stays, gone, by=anna)
    assert fresh(between).beyond == [stays.pk, other.pk]
    assert fresh(twice).beyond == [stays.pk]
    assert fresh(at_the_end).beyond == []
    merge.remove(by=anna)
    assert fresh(between).beyond == [gone.pk, other.pk]
    assert fresh(twice).beyond == [stays.pk, gone.pk]
    assert fresh(at_the_end).beyond == [stays.pk]
    assert fresh(untouched).beyond == [other.pk]


def test_a_way_that_was_changed_or_went_since_is_left_alone(
    bakery: Business, anna: User, stays: Person, gone: Person
) -> None:
    changed, went = (make_introduction(bakery, beyond=[gone.pk]) for _time in range(2))
    merge = merging.merge(stays, gone, by=anna)
    Introduction.objects.filter(pk=changed.pk).update(beyond=[])
    went.remove(by=anna)
    merge.remove(by=anna)
    assert fresh(changed).beyond == []


@pytest.mark.parametrize("end", ["target", "broker", "other"])
def test_the_erased_leave_no_trace(bakery: Business, anna: User, end: str) -> None:
    person = make_person(bakery, "Ottavia Quarantotti")
    purpose = "Ottavia's kiln"
    fruit = make_contribution(
        bakery, introduction=make_introduction(bakery, by=anna, purpose=purpose, **{end: person})
    )
    make_introduction(bakery, by=anna, purpose=purpose, **{end: person}).remove(by=anna)
    make_contribution(bakery, person, by=anna, words="A kiln for Ottavia")
    make_contribution(bakery, person, by=anna, words="Clay for Ottavia").remove(by=anna)
    wish(person).remove(by=anna)
    erasing.erase(person, by=anna)
    told = str(list(bakery.changes.values_list("thing_name", "before", "after")))
    assert "Ottavia" not in told
    assert not bakery.introductions.exists()
    assert not bakery.wishes.exists()
    assert [one.pk for one in Contribution.objects.all()] == [fruit.pk]


def test_what_the_erased_answered_stands_under_nobodys_name(bakery: Business, anna: User) -> None:
    """Of what others answered, and we did, it stays who it was."""
    broker, target = make_person(bakery, "Ottavia Quarantotti"), make_person(bakery, "Giulia Ferri")
    made = make_asked(bakery, by=anna, broker=broker, target=target)
    made.agree("broker", today=timezone.localdate())
    broker.correct(by=anna, name="Ottavia Gatti")
    made.agree("target", today=timezone.localdate())
    erasing.erase(broker, by=anna)
    told = bakery.changes.filter(what="emptied").order_by("pk").values_list("by_name", flat=True)
    assert set(told) == {anna.name, "", "Giulia Ferri"}
    assert "Ottavia" not in str(list(bakery.changes.values()))


def test_the_erased_stand_in_no_way_any_more(bakery: Business, anna: User, gone: Person) -> None:
    other = make_person(bakery, "Silvia Pozzi")
    made = make_introduction(bakery, beyond=[gone.pk, other.pk])
    removed = make_introduction(bakery, beyond=[gone.pk], purpose="By way of Ferri")
    removed.remove(by=anna)
    erasing.erase(gone, by=anna)
    assert fresh(made).beyond == [other.pk]
    told = str(list(bakery.changes.values_list("before", flat=True)))
    assert "By way of Ferri" not in told


def test_whoever_somebody_gave_to_or_asked_stays_when_an_import_goes(
    bakery: Business, anna: User, stays: Person, gone: Person
) -> None:
    idle, between = make_person(bakery, "Ada Uno"), make_person(bakery, "Bea Due")
    bakery.changes.all().delete()
    make_contribution(bakery, stays, by=anna)
    made = make_introduction(bakery, target=gone, by=anna, beyond=[between.pk])
    ids = [stays.pk, gone.pk, idle.pk, between.pk]
    assert made.broker
    assert set(undoing.worked_on(bakery, ids)) == {stays.pk, gone.pk, between.pk}
