"""The pages around the list: adding somebody, tags, firms."""

from typing import Any

import pytest

from passo.businesses.models import Business, User
from passo.people import listing
from passo.people.models import Person, Tag, Tagging
from tests.people.list_pages import PART, address, page_of, undo_last
from tests.people_world import (
    make_organisation,
    make_pair,
    make_person,
    make_tag,
)
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("way", ["anna@", "via Roma 1", "12", "www.roma.example"])
def test_what_is_neither_address_nor_number_is_asked_again(
    bakery: Business, browser: Visitor, way: str
) -> None:
    answer = browser.post(address("add_person", bakery), {"name": "Anna", "way": way})
    assert "Please write a whole mail address or phone number." in words_of(answer)
    assert not bakery.people.exists()


def test_a_search_that_found_nobody_fills_in_the_name(bakery: Business, browser: Visitor) -> None:
    html = browser.get(address("add_person", bakery) + "?name=Zeno").content.decode()
    assert 'value="Zeno"' in html


def test_tags_are_counted_renamed_and_removed_and_come_back(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    tag = make_tag(bakery, "fair", paola, make_person(bakery, "Luca Ferri"))
    assert "fair 2 people" in words_of(browser.get(address("tags", bakery)))
    browser.post(address("rename_tag", bakery, tag.pk), {"name": "Fiera 2026"})
    tag.refresh_from_db()
    assert (tag.name, tag.key) == ("Fiera 2026", "fiera 2026")
    undo_last(browser, bakery)
    tag.refresh_from_db()
    assert (tag.name, tag.key) == ("fair", "fair")
    browser.post(address("remove_tag", bakery, tag.pk))
    assert not Tag.objects.exists()
    undo_last(browser, bakery)
    assert set(Tagging.objects.values_list("person__name", flat=True)) == {
        "Paola Rinaldi",
        "Luca Ferri",
    }
    browser.post(address("rename_tag", bakery, tag.pk), {"name": "Choir"})
    assert Tagging.objects.count() == 2


def test_two_tags_of_one_name_are_refused_in_words(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    fair, choir = make_tag(bakery, "fair", paola), make_tag(bakery, "choir")
    answer = browser.post(address("rename_tag", bakery, choir.pk), {"name": "FAIR"})
    assert answer.status_code == 422
    assert "There is a tag “fair” already." in words_of(answer)
    answer = browser.post(address("rename_tag", bakery, fair.pk), {"name": "…"})
    assert "Please write a word." in words_of(answer)


def test_no_tags_yet_says_how_they_come(bakery: Business, vera: User, client_of: Any) -> None:
    assert "No tags yet." in words_of(client_of(vera).get(address("tags", bakery)))


def test_whoever_is_left_out_can_be_taken_back_in(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    paola.leave_out(by=None)
    page = page_of(browser, bakery, "?left_out=1")
    assert "Take back in Paola Rinaldi" in page
    browser.post(address("take_back_person", bakery, paola.pk))
    assert "Nobody is left out" in page_of(browser, bakery, "?left_out=1")


def test_firms_are_searched_as_one_types(bakery: Business, paola: Person, browser: Visitor) -> None:
    make_organisation(bakery, "Bar Roma")
    page = words_of(browser.get(address("organisations", bakery)))
    assert "2 firms" in page
    assert "Studio Rinaldi 1 Studio Rinaldi" in page
    answer = browser.get(address("organisations", bakery) + "?q=rom", headers=PART)
    html = answer.content.decode()
    assert "Bar Roma" in html
    assert "Studio" not in html
    assert answer.headers["HX-Replace-Url"].endswith("?q=rom")
    answer = browser.get(address("organisations", bakery), headers=PART)
    assert answer.headers["HX-Replace-Url"] == address("organisations", bakery)
    assert "No firm by that name" in words_of(
        browser.get(address("organisations", bakery) + "?q=zzz")
    )


def test_firms_have_pages(
    bakery: Business, browser: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("passo.people.listing_firms.SIZE", 1)
    for name in ("Bar Rimini", "Bar Roma"):
        make_organisation(bakery, name)
    plain = browser.get(address("organisations", bakery)).content.decode()
    found = browser.get(address("organisations", bakery) + "?q=bar").content.decode()
    assert 'href="?after=bar+rimini~' in plain
    assert 'href="?q=bar&amp;after=1"' in found


def test_who_may_be_one_person_is_asked_from_the_list(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    assert "Same person?" not in page_of(browser, bakery)
    make_pair(bakery, paola, make_person(bakery, "P. Rinaldi"))
    assert "Same person?" in page_of(browser, bakery)


def test_more_than_can_be_counted_is_said(
    bakery: Business, browser: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "COUNTED", 1)
    for name in ("Anna", "Bea"):
        make_person(bakery, name)
    assert "1+ people" in page_of(browser, bakery)
    monkeypatch.setattr("passo.people.listing.counted.__defaults__", (1,))
    for name in ("Bar Rimini", "Bar Roma"):
        make_organisation(bakery, name)
    assert "1+ firms" in words_of(browser.get(address("organisations", bakery)))
