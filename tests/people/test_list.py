"""The list of people: found, narrowed, paged, kept, and changed many at a time."""

from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from passo.businesses.models import Business, User
from passo.people import listing
from passo.people.listing import Wish
from passo.people.models import Person
from tests.people_world import make_organisation, make_person, make_source, make_tag, make_touch
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def ben_here(client_of: Any, ben: User) -> Visitor:
    visitor: Visitor = client_of(ben)
    return visitor


@pytest.fixture
def book(bakery: Business) -> list[Person]:
    firm = make_organisation(bakery)
    people = [
        make_person(bakery, "Ada Conti", mail="ada@conti.example", organisation=firm),
        make_person(bakery, "Bruno Neri", phone="333 1234567"),
        make_person(bakery, "Carla Rossi"),
    ]
    make_touch(bakery, people[1], kind="meeting", days_ago=1)
    make_tag(bakery, "fair", people[0])
    return people


def at(name: str, business: Business, *more: int) -> str:
    return reverse(name, args=[business.slug, *more])


def shown(visitor: Visitor, business: Business, query: str = "") -> str:
    return words_of(visitor.get(at("people", business) + query))


def names(business: Business, wish: Wish, **marks: str) -> list[str]:
    return [person.name for person in listing.listed(business, wish, **marks).people]


def test_everybody_stands_in_the_order_of_names(ben_here: Visitor, book: list[Person]) -> None:
    page = shown(ben_here, book[0].business)
    assert page.index("Ada Conti") < page.index("Bruno Neri") < page.index("Carla Rossi")
    assert "3 people" in page


def test_nobody_yet_leads_to_bringing_in(ben_here: Visitor, bakery: Business) -> None:
    page = ben_here.get(at("people", bakery))
    assert at("bring_in", bakery) in page.content.decode()


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (Wish(q="conti"), ["Ada Conti"]),
        (Wish(q="3331234567"), ["Bruno Neri"]),
        (Wish(organisation="Studio Rinaldi"), ["Ada Conti"]),
        (Wish(organisation="nowhere"), []),
        (Wish(reach="mail"), ["Ada Conti"]),
        (Wish(reach="phone"), ["Bruno Neri"]),
        (Wish(reach="none"), ["Carla Rossi"]),
        (Wish(spoken="never"), ["Ada Conti", "Carla Rossi"]),
        (Wish(sort="last"), ["Bruno Neri"]),
        (Wish(sort="due"), []),
        (Wish(sort="closest", warmth="warm"), ["Bruno Neri"]),
        (Wish(warmth="cold"), []),
    ],
)
def test_the_list_is_narrowed_and_ordered(
    bakery: Business, book: list[Person], wish: Wish, found: list[str]
) -> None:
    assert names(bakery, wish) == found


def test_a_tag_narrows_together_with_a_search(bakery: Business, book: list[Person]) -> None:
    tag = bakery.tags.get()
    assert names(bakery, Wish(tag=tag.pk)) == ["Ada Conti"]
    assert names(bakery, Wish(tag=tag.pk, q="neri")) == []


def test_the_import_they_came_with_narrows(bakery: Business, book: list[Person]) -> None:
    source = make_source(book[2])
    assert names(bakery, Wish(came_with=source.brought_by_id)) == ["Carla Rossi"]


def test_pages_follow_one_another_and_lead_back(
    bakery: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "SIZE", 2)
    for letter in "ABCDE":
        make_person(bakery, f"{letter} Neri")
    met, marks = [], {}
    for _page in range(3):
        found = listing.listed(bakery, Wish(), **marks)
        met.append([person.name[0] for person in found.people])
        marks = found.later
    assert met == [["A", "B"], ["C", "D"], ["E"]]
    back = listing.listed(bakery, Wish(), **found.earlier)
    assert [person.name[0] for person in back.people] == ["C", "D"]


def test_a_mark_changed_by_hand_begins_anew(bakery: Business, book: list[Person]) -> None:
    assert len(names(bakery, Wish(), after="rubbish~x")) == 3
    assert len(names(bakery, Wish(sort="last"), after="rubbish~7")) == 1


def test_typing_brings_the_rows_alone(ben_here: Visitor, book: list[Person]) -> None:
    address = at("people", book[0].business)
    part = ben_here.get(f"{address}?q=ada", headers=HTMX).content.decode()
    assert "Ada Conti" in part
    assert "Bruno Neri" not in part
    assert "<html" not in part


def test_a_list_is_kept_and_forgotten(ben_here: Visitor, bakery: Business, book: Any) -> None:
    ben_here.post(at("keep_view", bakery), {"view": "With mail", "reach": "mail"})
    view = bakery.people_views.get()
    assert (view.name, view.query) == ("With mail", "reach=mail")
    assert "With mail" in shown(ben_here, bakery)
    ben_here.post(at("forget_view", bakery, view.pk))
    assert not bakery.people_views.exists()
    bakery.changes.filter(kind="people.peopleview").first().undo(by=None)
    assert bakery.people_views.exists()


def test_a_list_without_a_name_is_not_kept(ben_here: Visitor, bakery: Business) -> None:
    ben_here.post(at("keep_view", bakery), {"view": " ", "reach": "mail"})
    assert not bakery.people_views.exists()


def test_those_selected_are_tagged_and_untagged(
    ben_here: Visitor, bakery: Business, book: list[Person]
) -> None:
    ids = [book[1].pk, book[2].pk]
    ben_here.post(at("change_people", bakery), {"deed": "put_tag", "tagged": "Lamps", "id": ids})
    tag = bakery.tags.get(key="lamps")
    assert tag.taggings.count() == 2
    ben_here.post(
        at("change_people", bakery), {"deed": "take_tag", "tagged": "lamps", "id": ids[:1]}
    )
    assert tag.taggings.count() == 1


def test_everybody_the_list_means_is_left_out_and_back(
    ben_here: Visitor, bakery: Business, book: list[Person]
) -> None:
    told = {"deed": "leave_out", "everybody": "1", "spoken": "never"}
    page = ben_here.post(at("change_people", bakery), told, follow=True)
    assert [one.name for one in bakery.people.listed()] == ["Bruno Neri"]
    assert "2 people are left out." in words_of(page)
    assert names(bakery, Wish(left_out="1")) == ["Ada Conti", "Carla Rossi"]
    changes = bakery.changes.filter(what="leave_out").order_by("pk").values_list("pk", flat=True)
    first, last = changes[0], changes[1]
    ben_here.post(at("take_back_many", bakery) + f"?from={first}&to={last}")
    assert bakery.people.listed().count() == 3


def test_a_rhythm_is_wished_for_many(ben_here: Visitor, bakery: Business, book: Any) -> None:
    told = {"deed": "keep_in_touch", "days": "30", "id": [book[0].pk, book[1].pk]}
    ben_here.post(at("change_people", bakery), told)
    assert bakery.people.filter(own_cadence_days=30).count() == 2


def test_two_selected_are_compared_and_one_alone_is_not(
    ben_here: Visitor, bakery: Business, book: list[Person]
) -> None:
    two = {"deed": "join", "id": [book[0].pk, book[1].pk]}
    page = ben_here.post(at("change_people", bakery), two)
    assert page.headers["Location"] == at("compare_people", bakery, book[0].pk, book[1].pk)
    assert ben_here.post(at("change_people", bakery), {"deed": "join", "id": 1}).status_code == 409


def test_those_selected_can_be_taken_along(
    ben_here: Visitor, bakery: Business, book: list[Person]
) -> None:
    page = ben_here.post(at("change_people", bakery), {"deed": "export", "id": [book[0].pk]})
    assert page.headers["Location"].endswith(f"?ids={book[0].pk}")


def test_nobody_selected_is_said(ben_here: Visitor, bakery: Business, book: Any) -> None:
    page = ben_here.post(at("change_people", bakery), {"deed": "leave_out"}, follow=True)
    assert "Please select somebody first." in words_of(page)


def test_a_value_is_changed_in_its_row(
    ben_here: Visitor, bakery: Business, book: list[Person]
) -> None:
    address = at("edit_cell", bakery, book[2].pk)
    assert "<input" in ben_here.get(f"{address}?field=job_title", headers=HTMX).content.decode()
    page = ben_here.post(f"{address}?field=job_title", {"job_title": "Notary"}, headers=HTMX)
    assert "Notary" in page.content.decode()
    book[2].refresh_from_db()
    assert (book[2].job_title, "job_title" in book[2].kept) == ("Notary", True)
    wrong = ben_here.post(f"{address}?field=name", {"name": ""}, headers=HTMX)
    assert "Please write a name" in words_of(wrong)
    assert ben_here.get(address).headers["Location"] == at("edit_person", bakery, book[2].pk)


def test_somebody_is_added_and_one_who_is_there_already_is_shown(
    ben_here: Visitor, bakery: Business, book: list[Person]
) -> None:
    told = {"name": "Dino Berti", "way": "ada@conti.example", "organisation": "Berti srl"}
    assert "Ada Conti" in words_of(ben_here.post(at("add_person", bakery), told))
    ben_here.post(at("add_person", bakery), told | {"sure": "1"})
    dino = bakery.people.get(family="Berti")
    assert (dino.given, str(dino.organisation)) == ("Dino", "Berti srl")
    assert dino.contact_points.get().value == "ada@conti.example"


def test_tags_are_renamed_and_removed_with_a_way_back(
    ben_here: Visitor, bakery: Business, book: list[Person]
) -> None:
    tag = bakery.tags.get()
    assert "fair" in words_of(ben_here.get(at("tags", bakery)))
    ben_here.post(at("rename_tag", bakery, tag.pk), {"name": "Trade fair"})
    tag.refresh_from_db()
    assert (tag.name, tag.key) == ("Trade fair", "trade fair")
    ben_here.post(at("remove_tag", bakery, tag.pk))
    assert not bakery.tags.exists()


def test_firms_are_listed_with_how_many_people_one_knows_there(
    ben_here: Visitor, bakery: Business, book: list[Person]
) -> None:
    make_organisation(bakery, "Galli Architetti")
    page = words_of(ben_here.get(at("organisations", bakery)))
    assert "Studio Rinaldi" in page
    assert "Galli" not in words_of(ben_here.get(at("organisations", bakery) + "?q=rinaldi"))


def test_a_viewer_looks_and_changes_nothing(
    client_of: Any, vera: User, bakery: Business, book: list[Person]
) -> None:
    visitor = client_of(vera)
    assert "Ada Conti" in shown(visitor, bakery)
    told = {"deed": "leave_out", "id": [book[0].pk]}
    assert visitor.post(at("change_people", bakery), told).status_code == 403
    assert bakery.people.listed().count() == 3


def test_ids_of_the_neighbours_do_nothing(
    ben_here: Visitor, bakery: Business, garage: Business, book: list[Person]
) -> None:
    theirs = make_person(garage, "Karl Weber")
    ben_here.post(at("change_people", bakery), {"deed": "leave_out", "id": [theirs.pk]})
    theirs.refresh_from_db()
    assert theirs.is_listed
    assert ben_here.get(at("edit_cell", bakery, theirs.pk), headers=HTMX).status_code == 404


def test_the_list_asks_as_often_however_many_there_are(
    ben_here: Visitor, bakery: Business, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        make_person(bakery, f"Guest {number}", mail=f"g{number}@x.example")
    ben_here.get(at("people", bakery))
    with django_assert_max_num_queries(30):
        ben_here.get(at("people", bakery))
