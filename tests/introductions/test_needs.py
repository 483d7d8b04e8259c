"""A need that is typed finds whoever could meet it, in whatever language their work is written."""

import numpy as np
import pytest

from passo.businesses.models import Business
from passo.introductions import meanings, understanding
from passo.introductions.meanings import arrows_of
from passo.introductions.models import Meaning, Need, Wish
from passo.introductions.needs import Found, find_by_need, stem, what, words_of
from passo.lib import meaning
from tests.people_world import make_organisation, make_person, make_tag

pytestmark = pytest.mark.django_db


def read(business: Business) -> None:
    understanding.understand(business)


def ids(found: list[Found]) -> list[int | None]:
    return [one.person_id for one in found]


def test_a_need_in_german_finds_who_works_in_italian(bakery: Business) -> None:
    vines = make_person(bakery, "Aldo Neri", job_title="Viticoltore, vino e vigneti")
    make_person(bakery, "Bea Gallo", job_title="Guida turistica")
    make_person(bakery, "Carl Moser")
    read(bakery)
    best, *_ = find_by_need(bakery, "einen Winzer, der uns Wein liefert")
    assert best.person_id == vines.pk
    assert best.because == "Viticoltore, vino e vigneti"
    assert best.words == ()
    assert 0.3 <= best.score <= 1


def test_the_words_that_were_met_are_told_as_they_were_typed(bakery: Business) -> None:
    firm = make_organisation(bakery, "Cooperativa Abitare Bologna")
    inside = make_person(bakery, "Gina Sole", organisation=firm, job_title="Presidente")
    read(bakery)
    found = find_by_need(bakery, "someone at a housing co-operative in Bologna.")
    assert {(one.person_id, one.organisation_id) for one in found} == {
        (inside.pk, None),
        (None, firm.pk),
    }
    assert all("Bologna" in one.words for one in found)
    assert all("housing" not in one.words for one in found)


def test_the_town_alone_does_not_outdo_who_is_meant(bakery: Business) -> None:
    town = make_person(bakery, "Ada Riva", job_title="Singer", note="Sings in Bologna")
    meant = make_person(bakery, "Eva Monti", job_title="Housing co-operative, board")
    read(bakery)
    found = ids(find_by_need(bakery, "someone at a housing co-operative in Bologna"))
    assert found[0] == meant.pk
    assert town.pk not in found[:1]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("someone at a housing co-operative in Bologna", "someone at a housing co-operative"),
        ("chi ci trasporta la merce a Reggio Emilia, presto", "chi ci trasporta la merce, presto"),
        ("einen Winzer bei Graz", "einen Winzer"),
        ("a German lawyer", "a German lawyer"),
        ("jemand in der Stadt", "jemand in der Stadt"),
        ("in Bologna", "in Bologna"),
    ],
)
def test_where_is_asked_of_words_alone(said: str, meant: str) -> None:
    assert what(said) == meant


def test_words_find_before_anything_was_read(bakery: Business) -> None:
    person = make_person(bakery, "Ugo Prato", job_title="Beekeeper")
    (found,) = find_by_need(bakery, "a beekeeper")
    assert (found.person_id, found.words, found.because) == (person.pk, ("beekeeper",), "")


@pytest.mark.parametrize("said", ["", "   ", "\0", "…!?", "\ud800"])
def test_nothing_said_finds_nobody(bakery: Business, said: str) -> None:
    make_person(bakery, "Ugo Prato", job_title="Beekeeper")
    read(bakery)
    assert find_by_need(bakery, said) == []


def test_whoever_wants_to_be_left_alone_is_not_found(bakery: Business) -> None:
    for name, values in {"Ada Riva": {"consent": "refused"}, "Eva Monti": {}}.items():
        make_person(bakery, name, job_title="Beekeeper, honey and hives", **values)
    forgotten = bakery.people.get(name="Eva Monti")
    Wish.add(by=None, business=bakery, person=forgotten, kind=Wish.Kind.FORGET)
    gone = make_person(bakery, "Ivo Pratt", job_title="Beekeeper, honey and hives")
    read(bakery)
    gone.leave_out(by=None)
    assert find_by_need(bakery, "a beekeeper with honey") == []


def test_another_business_is_another_world(bakery: Business, garage: Business) -> None:
    make_person(garage, "Ugo Prato", job_title="Beekeeper")
    read(garage)
    assert find_by_need(bakery, "a beekeeper") == []


def test_small_words_and_endings_say_nothing() -> None:
    assert words_of("Jemand, der uns beim Dach hilft!") == {"dach": "Dach", "hilft": "hilft"}
    assert stem("cooperativa") == "cooperati"
    assert stem("ovenly") == "ovenl"
    assert stem("oven") == "oven"
    assert len(words_of("one two three four five six seven eight")) == 6


def test_only_what_changed_is_read_again(bakery: Business) -> None:
    person = make_person(bakery, "Ugo Prato", job_title="Beekeeper", cares_about="Bees")
    make_tag(bakery, "Honey", person)
    assert understanding.understand(bakery) == 2
    assert understanding.understand(bakery) == 0
    person.correct(by=None, job_title="Baker", cares_about="")
    Need.add(by=None, business=bakery, person=person, words="Flour")
    assert understanding.understand(bakery) == 2
    kept = dict(bakery.meanings.values_list("part", "digest"))
    assert kept == {
        "work": meaning.digest("Baker, Honey"),
        "needs": meaning.digest("Flour"),
    }
    person.leave_out(by=None)
    understanding.understand(bakery)
    assert not bakery.meanings.exists()


def test_the_same_words_are_read_once_and_kept_for_each(bakery: Business) -> None:
    one, other = (make_person(bakery, name, job_title="Baker") for name in ("Ada", "Eva"))
    understanding.understand(bakery)
    vectors = [bytes(row.vector) for row in bakery.meanings.all()]
    assert {row.person_id for row in bakery.meanings.all()} == {one.pk, other.pk}
    assert vectors[0] == vectors[1]
    assert len(vectors[0]) == 2 * meaning.SIZE


def test_whoever_was_erased_meanwhile_is_not_written_down(bakery: Business) -> None:
    person = make_person(bakery, "Ugo Prato", job_title="Beekeeper")
    firm = make_organisation(bakery, "Hives")
    places = [
        understanding.Place(person.pk, None, Meaning.Part.WORK),
        understanding.Place(None, firm.pk, Meaning.Part.WORK),
    ]
    person.delete()
    row = meaning.packed(meaning.encode(["Beekeeper"])[0])
    understanding.write(bakery, [(place, "0", row) for place in places])
    assert [one.organisation_id for one in bakery.meanings.all()] == [firm.pk]


def test_reading_asks_few_questions_whatever_the_number(
    bakery: Business, django_assert_max_num_queries: object
) -> None:
    for number in range(40):
        make_person(bakery, f"Ugo {number}", job_title=f"Maker of {number} lamps")
    with django_assert_max_num_queries(12):
        assert understanding.understand(bakery) == 40
    with django_assert_max_num_queries(20):
        assert find_by_need(bakery, "maker of lamps")


def test_arrows_are_kept_until_they_change(bakery: Business, garage: Business) -> None:
    make_person(bakery, "Ugo Prato", job_title="Beekeeper")
    read(bakery)
    first = arrows_of(bakery)
    assert arrows_of(bakery) is first
    assert len(arrows_of(garage).places) == 0
    make_person(bakery, "Ada Riva", job_title="Singer")
    read(bakery)
    again = arrows_of(bakery)
    assert len(again.places) == 2
    assert np.allclose(np.linalg.norm(again.vectors, axis=1), 1, atol=0.01)


def test_many_texts_are_brought_into_memory_in_parts(
    bakery: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(5):
        make_person(bakery, f"Ugo {at}", job_title=f"{at} lamps")
    read(bakery)
    whole = meanings.load(bakery)
    monkeypatch.setattr(meanings, "CHUNK", 2)
    parts = meanings.load(bakery)
    assert parts.places == whole.places
    assert np.array_equal(parts.vectors, whole.vectors)


def test_only_so_many_texts_are_held(
    bakery: Business, garage: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those asked for last; and be they too many, those of whoever asks."""
    for business in (bakery, garage):
        make_person(business, "Ugo Prato", job_title="Beekeeper")
        read(business)
    monkeypatch.setattr(meanings, "KEPT", 2)
    first, other = arrows_of(bakery), arrows_of(garage)
    assert arrows_of(bakery) is first
    assert arrows_of(garage) is other
    monkeypatch.setattr(meanings, "KEPT", 0)
    make_person(garage, "Ada Riva", job_title="Singer")
    read(garage)
    again = arrows_of(garage)
    assert arrows_of(garage) is again
    assert arrows_of(bakery) is not first
