"""One person once: joining, taking apart, and remembering what is separate."""

import pytest

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people import duplicates, merging
from passo.people.models import Person
from tests.people.bringing import bring, card, mail
from tests.people_world import make_organisation, make_person, make_source, make_tag, make_touch

pytestmark = pytest.mark.django_db


@pytest.fixture
def paola(bakery: Business) -> Person:
    return make_person(bakery, mail="paola@rinaldi.example")


@pytest.fixture
def twin(bakery: Business) -> Person:
    firm = make_organisation(bakery)
    return make_person(bakery, "Paola R.", phone="333 1234567", organisation=firm)


def ways(person: Person) -> list[str]:
    return sorted(person.contact_points.values_list("value", flat=True))


def test_everything_of_the_one_moves_to_the_other(
    paola: Person, twin: Person, anna: User, bakery: Business
) -> None:
    make_touch(bakery, twin)
    make_tag(bakery, "fair", paola, twin)
    make_tag(bakery, "lights", twin)
    merging.merge(paola, twin, by=anna)
    paola.refresh_from_db()
    twin.refresh_from_db()
    assert ways(paola) == ["+393331234567", "paola@rinaldi.example"]
    assert (paola.touch_count, twin.merged_into, twin.is_listed) == (1, paola, False)
    assert sorted(paola.taggings.values_list("tag__name", flat=True)) == ["fair", "lights"]
    assert paola.strength > 0
    assert not bakery.search_rows.filter(kind="person", ref=str(twin.pk)).exists()


def test_taken_apart_each_has_what_was_theirs(
    paola: Person, twin: Person, anna: User, bakery: Business
) -> None:
    make_touch(bakery, twin)
    made = merging.merge(paola, twin, by=anna)
    made.remove(by=anna)
    for person in (paola, twin):
        person.refresh_from_db()
    assert ways(paola) == ["paola@rinaldi.example"]
    assert ways(twin) == ["+393331234567"]
    assert (paola.touch_count, twin.touch_count, twin.is_listed) == (0, 1, True)
    assert bakery.search_rows.filter(kind="person", ref=str(twin.pk)).exists()
    assert bakery.pairs.get().state == "separate"


def test_a_joining_is_undone_from_the_history_too(
    paola: Person, twin: Person, anna: User, bakery: Business
) -> None:
    merging.merge(paola, twin, by=anna)
    bakery.changes.get(kind="people.merge", what="add").undo(by=anna)
    twin.refresh_from_db()
    assert twin.merged_into is None


def test_two_who_are_one_already_are_not_joined_again(
    paola: Person, twin: Person, anna: User, bakery: Business
) -> None:
    third = make_person(bakery, "P. Rinaldi")
    merging.merge(paola, twin, by=anna)
    with pytest.raises(Refusal, match="meantime"):
        merging.merge(third, twin, by=anna)
    with pytest.raises(Refusal, match="two different"):
        merging.merge(paola, paola, by=anna)


def test_a_record_is_taken_out_with_the_touches_of_its_address(
    bakery: Business, anna: User
) -> None:
    bakery.own_addresses.create(address="anna@bakery.example")
    us = "anna@bakery.example"
    bring(
        bakery,
        card("Luca Ferri", UID="1", TEL="333 1234567", EMAIL="luca@ferri.example")
        + card("Luca Ferri", UID="2", TEL="333 1234567", EMAIL="l.ferri@home.example"),
    )
    luca = bakery.people.listed().get()
    bring(bakery, mail(1, "l.ferri@home.example", us) + mail(2, "luca@ferri.example", us), "p.mbox")
    source = luca.sources.get(outer_id="2")
    other = merging.take_out(source, by=anna)
    luca.refresh_from_db()
    other.refresh_from_db()
    assert (luca.touch_count, other.touch_count) == (1, 1)
    assert ways(other) == ["+393331234567", "l.ferri@home.example"]
    assert bakery.pairs.get().state == "separate"


def test_the_last_record_of_a_person_is_the_person(paola: Person, anna: User) -> None:
    source = make_source(paola)
    with pytest.raises(Refusal, match="nothing else"):
        merging.take_out(source, by=anna)


def test_what_is_separate_is_never_joined_by_an_import(bakery: Business, anna: User) -> None:
    one = make_person(bakery, "Luca Ferri", phone="333 1234567", mail="luca@ferri.example")
    other = make_person(bakery, "Luca Ferri", phone="333 1234567")
    merging.decide(bakery, one, other, "separate", by=anna)
    bring(bakery, card("Luca Ferri", TEL="333 1234567", EMAIL="luca@ferri.example"))
    assert bakery.people.listed().count() == 2
    assert duplicates.look_again(bakery) == 0


def test_doubtful_pairs_wait_with_their_reasons(bakery: Business) -> None:
    bring(
        bakery,
        card("Giuseppe Ferri", TEL="051 5550142", ORG="Ferri Impianti")
        + card("G. Ferri", ORG="Ferri Impianti"),
    )
    assert bakery.people.listed().count() == 2
    pair = bakery.pairs.get()
    assert pair.state == "waiting"
    assert 0 < pair.probability <= 1
    assert pair.because


def test_looking_again_finds_who_was_typed_twice(bakery: Business) -> None:
    make_person(bakery, "Giuseppe Montanari", phone="333 1234567")
    make_person(bakery, "Pino Montanari", phone="333 1234567")
    assert duplicates.look_again(bakery) == 1
    sentences = [sentence for _feature, sentence, *_rest in bakery.pairs.get().because]
    assert any("phone" in sentence for sentence in sentences)


def test_somebody_known_twice_is_asked_about_and_not_joined_unseen(bakery: Business) -> None:
    make_person(bakery, "Luca Ferri", mail="luca@ferri.example")
    make_person(bakery, "Luca Ferri", phone="333 1234567")
    bring(bakery, card("Luca Ferri", TEL="333 1234567", EMAIL="luca@ferri.example"))
    assert bakery.people.listed().count() == 2
    assert bakery.pairs.filter(state="waiting").count() == 1


def test_joined_they_have_each_number_once_and_apart_both_have_it_again(
    bakery: Business, anna: User
) -> None:
    both = {"EMAIL": "l@ferri.example", "TEL": "051 5550142"}
    bring(bakery, card("Luca Ferri", **both), "one.vcf")
    bring(bakery, card("Bruno Neri", **both), "other.vcf")
    luca, bruno = bakery.people.order_by("pk")
    bruno.contact_points.filter(kind="mail").update(is_own=True)
    made = merging.merge(luca, bruno, by=anna)
    assert ways(luca) == ["+390515550142", "l@ferri.example"]
    assert luca.contact_points.get(kind="mail").is_own
    made.remove(by=anna)
    assert ways(luca) == ways(bruno) == ["+390515550142", "l@ferri.example"]
