"""Everything about people goes out as JSON, and comes back as it was."""

import pytest

from passo.businesses.models import Business, User
from passo.people.bringing_in import undoing
from passo.people.models import Import
from passo.people.yours.as_json import write_json
from tests.people.bringing import bring, card
from tests.people.yours_world import book, fill, sizes
from tests.world import make_business, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna() -> User:
    return make_user("Anna")


@pytest.fixture
def bakery(anna: User) -> Business:
    business = make_business("Bakery", owner=anna)
    fill(business, anna)
    return business


@pytest.fixture
def empty(anna: User) -> Business:
    return make_business("Second bakery", owner=anna)


def exported(business: Business) -> str:
    return "".join(write_json(business))


def take_back(brought_by: Import, by: User) -> None:
    undoing.begin(brought_by, by=by)
    undoing.carry_out(brought_by.business, brought_by.pk, by.pk)


def test_an_empty_business_gets_the_same_people_and_touches(
    bakery: Business, empty: Business
) -> None:
    made = bring(empty, exported(bakery), "people.json")
    assert made.kind == "json"
    assert made.state == "done"
    assert not made.problems.exists()
    before, after = book(bakery), book(empty)
    for name, rows in before.items():
        assert after[name] == rows, name


def test_the_same_again_adds_nothing(bakery: Business, empty: Business) -> None:
    text = exported(bakery)
    bring(empty, text, "people.json")
    before = sizes(empty), book(empty)
    again = bring(empty, text, "people.json")
    assert (sizes(empty), book(empty)) == before
    assert again.counts["people_new"] == again.counts["touches_new"] == 0


def test_a_business_does_not_double_from_its_own_export(bakery: Business) -> None:
    before = sizes(bakery), book(bakery)
    made = bring(bakery, exported(bakery), "people.json")
    assert (sizes(bakery), book(bakery)) == before
    assert made.counts["people_unchanged"] == len(before[1]["people"])


def test_undone_it_leaves_nothing(bakery: Business, empty: Business, anna: User) -> None:
    before = sizes(empty)
    made = bring(empty, exported(bakery), "people.json")
    assert sizes(empty) != before
    take_back(made, anna)
    assert sizes(empty) == before


def test_what_went_on_to_another_passo_comes_back_as_what_it_is(
    bakery: Business, empty: Business
) -> None:
    before = sizes(bakery)
    bring(empty, exported(bakery), "people.json")
    made = bring(bakery, exported(empty), "people.json")
    after = sizes(bakery)
    assert made.counts["people_new"] == made.counts["touches_new"] == 0
    assert after["people"] == before["people"]
    assert after["touches"] == before["touches"]


def test_whoever_is_known_here_already_is_joined(bakery: Business, empty: Business) -> None:
    bring(empty, card("Luca Ferri", EMAIL="luca@ferri.example"))
    before = empty.people.get()
    made = bring(empty, exported(bakery), "people.json")
    luca = empty.people.get(name="Luca Ferri")
    assert luca.pk == before.pk
    assert made.counts["people_joined"] == 1
    assert luca.taggings.count() == 2
