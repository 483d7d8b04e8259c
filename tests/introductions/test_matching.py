"""Worthy introductions: what one lacks and the other does; both close, willing, not yet tied."""

import pytest

from passo.businesses.history import undo
from passo.businesses.models import Business, User
from passo.introductions import matching, understanding
from passo.introductions.matching import worthy
from passo.introductions.models import Dropped, Introduction, Need, Wish
from passo.lib.refusal import Refusal
from passo.people.models import Person
from passo.people.models.tie import Tie
from tests.people_world import make_organisation, make_person

pytestmark = pytest.mark.django_db
NEED = "einen Steinmetz für die Treppe"
WORK = "Lavorazione della pietra e del marmo, scale"


def make_close(business: Business, name: str, **values: object) -> Person:
    person = make_person(business, name, **values)
    business.people.filter(pk=person.pk).update(strength=0.6, warmth="warm")
    return person


@pytest.fixture
def two(bakery: Business) -> tuple[Person, Person]:
    lacks, gives = make_close(bakery, "Dora Stein"), make_close(bakery, "Piero Sasso")
    gives.correct(by=None, job_title=WORK)
    Need.note(lacks, NEED, by=None)
    understanding.understand(bakery)
    return lacks, gives


def pairs(business: Business) -> list[tuple[str, str]]:
    return [(one.lacks.name, one.gives.name) for one in worthy(business)]


def test_who_lacks_and_who_does_are_brought_together(
    bakery: Business, two: tuple[Person, Person]
) -> None:
    (one,) = worthy(bakery)
    assert (one.lacks, one.gives) == two
    assert one.reason == f"Dora needs “{NEED}”, and of Piero you keep “{WORK}”."
    assert f"target={two[0].pk}&other={two[1].pk}&purpose=einen+Steinmetz" in one.query


def test_what_somebody_cares_about_comes_after_what_is_needed(
    bakery: Business, two: tuple[Person, Person]
) -> None:
    make_close(bakery, "Ada Riva", cares_about="Bees and honey")
    make_close(bakery, "Ugo Prato", job_title="Beekeeper, bees and honey")
    understanding.understand(bakery)
    first, second = worthy(bakery)
    assert second.likeness > first.likeness
    assert second.reason.startswith("Ada cares about “Bees and honey”")
    assert first.lacks == two[0]


def know_each_other(one: Person, other: Person) -> None:
    first, second = sorted((one, other), key=lambda person: person.pk)
    Tie.objects.create(business=one.business, one=first, other=second, strength=0.2, kind="meeting")


def work_together(one: Person, other: Person) -> None:
    firm = make_organisation(one.business)
    one.business.people.update(organisation=firm)


def say_no(one: Person, other: Person) -> None:
    other.change(by=None, what="note_consent", consent="refused")


def want_peace(one: Person, other: Person) -> None:
    Wish.add(by=None, business=one.business, person=one, kind=Wish.Kind.NEVER_THROUGH)


def grow_cold(one: Person, other: Person) -> None:
    one.business.people.filter(pk=other.pk).update(strength=0.1, warmth="cold")


def were_introduced(one: Person, other: Person) -> None:
    Introduction.add(by=None, business=one.business, target=other, other=one, state="rests")


def are_on_one_way(one: Person, other: Person) -> None:
    Introduction.add(by=None, business=one.business, target=other, broker=one)


def drop(one: Person, other: Person) -> None:
    Dropped.keep(one, other, by=None)


def leave_out(one: Person, other: Person) -> None:
    one.leave_out(by=None)


def change_words(one: Person, other: Person) -> None:
    other.correct(by=None, job_title="Singer")


def need_no_more(one: Person, other: Person) -> None:
    one.needs.get().remove(by=None)


@pytest.mark.parametrize(
    "happens",
    [
        know_each_other,
        work_together,
        say_no,
        want_peace,
        grow_cold,
        were_introduced,
        are_on_one_way,
        drop,
        leave_out,
        change_words,
        need_no_more,
    ],
)
def test_not_those_who(bakery: Business, two: tuple[Person, Person], happens: object) -> None:
    assert pairs(bakery) == [("Dora Stein", "Piero Sasso")]
    happens(*two)
    if happens is work_together:  # the name of a firm changes what is read
        understanding.understand(bakery)
    assert pairs(bakery) == []


def test_at_most_five_and_nobody_twice(bakery: Business) -> None:
    for number in range(8):
        lacks = make_close(bakery, f"Dora {number}")
        Need.note(lacks, NEED, by=None)
        make_close(bakery, f"Piero {number}", job_title=WORK)
    understanding.understand(bakery)
    found = worthy(bakery)
    people = [person.pk for one in found for person in (one.lacks, one.gives)]
    assert len(found) == matching.MOST == 5
    assert len(set(people)) == len(people)


def test_who_does_what_they_need_themselves_is_not_introduced_to_themselves(
    bakery: Business,
) -> None:
    one = make_close(bakery, "Dora Stein", job_title=WORK)
    Need.note(one, WORK, by=None)
    understanding.understand(bakery)
    assert worthy(bakery) == []


def test_what_is_dropped_stays_dropped_until_that_is_undone(
    bakery: Business, anna: User, two: tuple[Person, Person]
) -> None:
    change = Dropped.keep(*two, by=anna)
    again = Dropped.keep(*reversed(two), by=anna)
    assert change == again
    assert bakery.dropped.count() == 1
    assert str(bakery.dropped.get()) == "Dora Stein, Piero Sasso"
    undo(change, by=anna)
    assert len(worthy(bakery)) == 1
    with pytest.raises(Refusal, match="takes two"):
        Dropped.keep(two[0], two[0], by=anna)


def test_a_need_is_changed_and_not_kept_twice(bakery: Business, anna: User) -> None:
    person = make_close(bakery, "Dora Stein")
    Need.note(person, NEED, by=anna)
    change = Need.note(person, "A roof", by=anna)
    assert person.needs.get().words == "A roof"
    assert str(person.needs.get()) == "Dora Stein"
    undo(change, by=anna)
    assert person.needs.get().words == NEED
    assert Need.note(person, NEED, by=anna) is None


def test_few_questions_whatever_the_number(
    bakery: Business, django_assert_max_num_queries: object
) -> None:
    for number in range(20):
        Need.note(make_close(bakery, f"Dora {number}"), f"{NEED} {number}", by=None)
        make_close(bakery, f"Piero {number}", job_title=WORK)
    understanding.understand(bakery)
    with django_assert_max_num_queries(14):
        assert len(worthy(bakery)) == 5
