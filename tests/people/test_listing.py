"""Whom the list shows: searched, narrowed, in order, counted up to a cap."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.businesses.models import Business
from passo.people import listing, listing_firms, many
from passo.people.listing import Counted, Wish, every_id, listed, wish_of
from passo.people.models import Person
from tests.people_world import (
    NOW,
    make_import,
    make_organisation,
    make_person,
    make_source,
    make_tag,
)

pytestmark = pytest.mark.django_db


def set_values(person: Person, **values: Any) -> Person:
    person.business.people.filter(pk=person.pk).update(**values)
    return person


@pytest.fixture
def book(bakery: Business) -> dict[str, Person]:
    """Four people, each of another kind; and one who is in no list."""
    firm = make_organisation(bakery)
    paola = make_person(bakery, mail="paola@rinaldi.example", organisation=firm)
    luca = make_person(bakery, "Luca Ferri", phone="051 555 01 42")
    anna = make_person(bakery, "Änna Zöller", mail="a@z.example", phone="051 555 01 99")
    zeno = make_person(bakery, "Zeno")
    gone = make_person(bakery, "Gina Gone", mail="g@g.example")
    set_values(
        paola,
        strength=0.8,
        touch_count=9,
        last_touch_at=NOW,
        warmth="warm",
        due_on=date(2026, 12, 1),
    )
    set_values(
        luca,
        strength=0.4,
        touch_count=2,
        last_touch_at=NOW - timedelta(days=90),
        warmth="cooling",
        due_on=date(2026, 11, 1),
    )
    set_values(anna, strength=0.1, touch_count=1, last_touch_at=NOW - timedelta(days=9))
    gone.leave_out(by=None)
    return {"paola": paola, "luca": luca, "anna": anna, "zeno": zeno, "gone": gone}


def names(business: Business, **asked: str) -> list[str]:
    return [person.name for person in listed(business, wish_of(asked)).people]


PAOLA, LUCA, ANNA, ZENO = "Paola Rinaldi", "Luca Ferri", "Änna Zöller", "Zeno"


@pytest.mark.parametrize(
    ("sort", "wanted"),
    [
        ("", [ANNA, LUCA, PAOLA, ZENO]),
        ("name", [ANNA, LUCA, PAOLA, ZENO]),
        ("closest", [PAOLA, LUCA, ANNA, ZENO]),
        ("last", [PAOLA, ANNA, LUCA]),
        ("due", [LUCA, PAOLA]),
        ("nonsense", [ANNA, LUCA, PAOLA, ZENO]),
    ],
)
def test_the_list_is_in_the_order_that_was_asked_for(
    bakery: Business, book: dict[str, Person], sort: str, wanted: list[str]
) -> None:
    assert names(bakery, sort=sort) == wanted


FILTERS: list[tuple[dict[str, str], list[str]]] = [
    ({"warmth": "warm"}, [PAOLA]),
    ({"warmth": "cooling"}, [LUCA]),
    ({"warmth": "cold"}, []),
    ({"warmth": "hot"}, [ANNA, LUCA, PAOLA, ZENO]),
    ({"organisation": "studio rinaldi srl"}, [PAOLA]),
    ({"organisation": "stud"}, [PAOLA]),
    ({"organisation": "nobody's"}, []),
    ({"organisation": "!!!"}, []),
    ({"organisation": "999999"}, []),
    ({"reach": "mail"}, [ANNA, PAOLA]),
    ({"reach": "phone"}, [ANNA, LUCA]),
    ({"reach": "none"}, [ZENO]),
    ({"spoken": "never"}, [ZENO]),
    ({"reach": "mail", "warmth": "warm"}, [PAOLA]),
    ({"reach": "mail", "spoken": "never"}, []),
    ({"left_out": "1"}, ["Gina Gone"]),
    ({"left_out": "1", "q": "gon"}, ["Gina Gone"]),
    ({"left_out": "1", "q": "paola"}, []),
    ({"q": "rin"}, [PAOLA]),
    ({"q": "zoller"}, [ANNA]),
    ({"q": "paola@rinaldi.example"}, [PAOLA]),
    ({"q": "studio"}, [PAOLA]),
    ({"q": "gina"}, []),
    ({"q": "...", "sort": "due"}, []),
    ({"q": "a", "reach": "phone"}, [ANNA]),
    ({"tag": "77", "came_with": "77"}, [ANNA, LUCA, PAOLA, ZENO]),
]


@pytest.mark.parametrize("few", [0, listing.FEW], ids=["many", "few"])
@pytest.mark.parametrize(("asked", "wanted"), FILTERS, ids=str)
def test_filters_leave_whoever_fits_whether_they_are_few_or_many(
    book: dict[str, Person],
    monkeypatch: pytest.MonkeyPatch,
    asked: dict[str, str],
    wanted: list[str],
    few: int,
) -> None:
    bakery = book["paola"].business
    monkeypatch.setattr(listing, "FEW", few)
    assert names(bakery, **asked) == wanted
    assert listed(bakery, wish_of(asked)).counted == Counted(len(wanted), is_more=False)
    found = bakery.people.filter(pk__in=every_id(bakery, wish_of(asked)))
    assert sorted(person.name for person in found) == sorted(wanted)


@pytest.mark.parametrize("few", [0, listing.FEW], ids=["many", "few"])
@pytest.mark.parametrize("sort", ["name", "closest", "last", "due"])
def test_tags_and_imports_narrow_every_order(
    bakery: Business,
    book: dict[str, Person],
    monkeypatch: pytest.MonkeyPatch,
    sort: str,
    few: int,
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    tag = make_tag(bakery, "fair", book["paola"], book["gone"])
    brought_by = make_import(bakery)
    make_source(book["paola"], brought_by)
    make_source(book["gone"], brought_by)
    assert names(bakery, tag=str(tag.pk), sort=sort) == [PAOLA]
    assert names(bakery, came_with=str(brought_by.pk), sort=sort) == [PAOLA]
    both = {"tag": str(tag.pk), "came_with": str(brought_by.pk), "warmth": "warm"}
    assert names(bakery, **both, sort=sort) == [PAOLA]
    assert names(bakery, **both, q="pao", sort=sort) == [PAOLA]
    assert names(bakery, **both, q="luc", sort=sort) == []


def test_whom_one_never_spoke_with_has_no_last_touch_to_sort_by(
    bakery: Business, book: dict[str, Person]
) -> None:
    assert names(bakery, spoken="never", sort="last") == [ZENO]
    assert names(bakery, spoken="never", sort="closest") == [ZENO]


def test_a_search_among_many_others_finds_the_same(
    bakery: Business, book: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where more fit the filters than are read line by line, the hits are looked at."""
    monkeypatch.setattr(listing, "FOUND", 1)
    assert names(bakery, q="paola", reach="mail") == [PAOLA]
    assert names(bakery, q="luca", reach="mail") == []


def test_another_business_is_never_in_it(
    bakery: Business, garage: Business, book: dict[str, Person]
) -> None:
    theirs = make_person(garage, "Paola Weber", mail="p@weber.example")
    tag, brought_by = make_tag(garage, "theirs", theirs), make_import(garage)
    make_source(theirs, brought_by)
    everybody = names(bakery)
    assert "Paola Weber" not in everybody
    assert names(bakery, tag=str(tag.pk)) == everybody
    assert names(bakery, came_with=str(brought_by.pk)) == everybody
    assert names(bakery, q="paola") == [PAOLA]
    assert names(garage, reach="mail") == ["Paola Weber"]


def test_more_than_the_cap_is_said_as_more(
    bakery: Business, book: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "COUNTED", 3)
    monkeypatch.setattr(listing, "COUNTED_AMONG_FEWER", 1)
    assert listed(bakery, Wish()).counted == Counted(3, is_more=True)
    assert listed(bakery, Wish(reach="mail")).counted == Counted(2, is_more=False)
    two = wish_of({"reach": "mail", "organisation": "stud"})
    assert listed(bakery, two).counted == Counted(1, is_more=False)
    assert listed(bakery, wish_of({"reach": "mail", "spoken": "never"})).counted.number == 0


def test_a_search_goes_on_page_by_page_and_back(
    bakery: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "SIZE", 2)
    for number in range(5):
        make_person(bakery, f"Mario {number}")
    wish, marks, shown = Wish(q="mario"), {"after": ""}, []
    while marks:
        page = listed(bakery, wish, **marks)
        shown.append([person.name for person in page.people])
        before, marks = page.earlier, page.later
    assert [len(names) for names in shown] == [2, 2, 1]
    assert len({name for names in shown for name in names}) == 5
    assert [one.name for one in listed(bakery, wish, **before).people] == shown[1]
    assert not listed(bakery, wish, after="0").earlier


@given(st.dictionaries(st.sampled_from([*listing.KNOWN, "q", "tag"]), st.text(max_size=30)))
def test_whatever_stands_in_an_address_is_a_wish_that_reads_the_same_again(
    asked: dict[str, str],
) -> None:
    from django.http import QueryDict  # noqa: PLC0415 -- of this test alone

    wish = wish_of(asked)
    assert wish_of(QueryDict(wish.query).dict()) == wish
    assert wish.sort in listing.ORDERS


def test_a_wish_says_only_what_is_not_as_usual() -> None:
    assert Wish().query == ""
    assert wish_of({"sort": "name", "q": "  ", "tag": "-3"}) == Wish()
    assert Wish(q="a b", tag=3).query == "q=a+b&tag=3"
    assert Wish(tag=3, q="x", sort="due").filters == {"tag": 3}


def test_firms_are_listed_with_how_many_one_knows(
    bakery: Business, book: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_organisation(bakery, "Alpha")
    found = listing_firms.firms(bakery, "")
    assert [(firm.name, people) for firm, people in found.rows] == [
        ("Alpha", 0),
        ("Studio Rinaldi", 1),
    ]
    monkeypatch.setattr(listing_firms, "SIZE", 1)
    first = listing_firms.firms(bakery, "")
    assert first.later
    assert not first.earlier
    onwards = listing_firms.firms(bakery, "", **first.later)
    assert [firm.name for firm, _people in onwards.rows] == ["Studio Rinaldi"]


def test_firms_are_found_by_words_page_by_page(
    bakery: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_firms, "SIZE", 1)
    for name in ("Bar Roma", "Bar Rimini"):
        make_organisation(bakery, name)
    first = listing_firms.firms(bakery, "bar")
    later = listing_firms.firms(bakery, "bar", **first.later)
    assert {one.rows[0][0].name for one in (first, later)} == {"Bar Roma", "Bar Rimini"}
    assert listing_firms.firms(bakery, "bar", **later.earlier) == first
    assert first.counted == (2, False)


def test_leaving_out_and_back_in_changes_what_is_listed_and_found(
    bakery: Business, book: dict[str, Person], anna: Any
) -> None:
    ids = [book["luca"].pk, book["zeno"].pk]
    assert many.do(bakery, "leave_out", ids, "", by=anna).people == 2
    assert names(bakery) == [ANNA, PAOLA]
    assert names(bakery, q="luca") == []
    assert many.do(bakery, "leave_out", ids, "", by=anna).people == 0
    many.do(bakery, "take_back_in", ids, "", by=anna)
    assert names(bakery, q="luca") == [LUCA]
