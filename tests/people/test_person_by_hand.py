"""What is said of a person by hand: fields, ways to reach them, rhythm, tags."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business
from passo.people import merging
from passo.people.models import Person
from tests.people.bringing import bring, card
from tests.people.person_pages import address, page_of, undo_last
from tests.people_world import (
    make_person,
    make_touch,
)
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db


def test_one_value_is_changed_where_it_stands(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    browser.post(address("correct_person", paola), {"cares_about": "Lift rules"})
    paola.refresh_from_db()
    assert (paola.cares_about, paola.name, paola.kept) == (
        "Lift rules",
        "Paola Rinaldi",
        ["cares_about"],
    )
    undo_last(browser, bakery)
    paola.refresh_from_db()
    assert (paola.cares_about, paola.kept) == ("", [])


def test_a_mistyped_value_comes_back_with_its_reason(paola: Person, browser: Visitor) -> None:
    page = words_of(browser.post(address("correct_person", paola), {"birthday": "soon"}))
    assert "This is no day we understand" in page
    page = words_of(browser.post(address("correct_person", paola), {"name": "  "}))
    assert "Please write a name" in page
    paola.refresh_from_db()
    assert (paola.birthday, paola.name) == ("", "Paola Rinaldi")


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("12.4.", "--04-12", "12 April"),
        ("3/11/1980", "1980-11-03", "3 November 1980"),
        ("1980-11-03", "1980-11-03", "3 November 1980"),
        ("--11-03", "--11-03", "3 November"),
        ("29.2.", "--02-29", "29 February"),
        ("1980", "1980", "1980"),
        ("1980-11", "1980-11", "November 1980"),
    ],
)
def test_a_birthday_is_understood_as_people_write_it(
    paola: Person, browser: Visitor, typed: str, kept: str, shown: str
) -> None:
    browser.post(address("correct_person", paola), {"birthday": typed})
    paola.refresh_from_db()
    assert paola.birthday == kept
    assert shown in page_of(browser, paola)


def test_a_birthday_that_is_near_is_said(paola: Person, browser: Visitor) -> None:
    coming = timezone.localdate() + timedelta(days=5)
    paola.correct(by=None, birthday=f"--{coming:%m-%d}")
    assert "Birthday in 5 days." in page_of(browser, paola)


def test_a_firm_is_found_under_any_spelling_and_its_people_are_colleagues(
    bakery: Business, browser: Visitor, paola: Person
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    browser.post(address("correct_person", luca), {"organisation": "STUDIO RINALDI S.r.l."})
    luca.refresh_from_db()
    assert luca.organisation == paola.organisation
    assert luca.positions.get().is_own
    assert "Others at Studio Rinaldi Luca Ferri" in page_of(browser, paola).replace("LF ", "")
    undo_last(browser, bakery)
    luca.refresh_from_db()
    assert luca.organisation is None
    assert not luca.positions.exists()


def test_everything_can_be_changed_on_one_page(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    page = browser.get(address("edit_person", paola))
    sent = {name: field.value() or "" for name, field in fields_of(page.context["form"])}
    browser.post(address("edit_person", paola), {**sent, "nickname": "Pao"})
    paola.refresh_from_db()
    assert (paola.nickname, paola.kept) == ("Pao", ["nickname"])
    before = bakery.changes.count()
    browser.post(address("edit_person", paola), {**sent, "nickname": "Pao"})
    assert bakery.changes.count() == before


def fields_of(form: Any) -> list[tuple[str, Any]]:
    return [(bound.name, bound) for bound in form]


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("Anna@Example.org", "mail", "anna@example.org"),
        ("333 1234567", "phone", "+393331234567"),
        ("www.rinaldi.example/chi", "web", "www.rinaldi.example/chi"),
        ("Via Saragozza 112, Bologna", "place", "via saragozza 112, bologna"),
    ],
)
def test_a_way_to_reach_them_is_told_by_what_is_written(
    paola: Person, browser: Visitor, typed: str, kind: str, value: str
) -> None:
    browser.post(address("add_way", paola), {"said": typed, "label": "home"})
    point = paola.contact_points.get(label="home")
    assert (point.kind, point.value, point.said, point.is_own) == (kind, value, typed, True)


def test_half_an_address_is_asked_for_again(paola: Person, browser: Visitor) -> None:
    page = words_of(browser.post(address("add_way", paola), {"said": "anna@"}))
    assert "Please write a whole address" in page


def test_the_same_number_twice_is_refused_in_words(paola: Person, browser: Visitor) -> None:
    answer = browser.post(address("add_way", paola), {"said": "+39 051 5550142"})
    assert answer.status_code == 409
    assert paola.contact_points.count() == 2


def test_a_number_that_was_taken_away_is_not_brought_back_by_an_import(
    bakery: Business, browser: Visitor
) -> None:
    bring(bakery, card("Luca Ferri", EMAIL="luca@x.example", TEL="333 1234567"))
    luca = bakery.people.get()
    point = luca.contact_points.get(kind="phone")
    browser.post(address("remove_way", luca, point.pk))
    bring(bakery, card("Luca Ferri", EMAIL="luca@x.example", TEL="333 1234567", TITLE="Fitter"))
    assert [one.kind for one in luca.contact_points.all()] == ["mail"]
    removed = bakery.changes.of("people.contactpoint", str(point.pk)).first()
    removed.undo(by=None)
    merging.tell_anew(bakery, [luca])
    assert luca.contact_points.filter(kind="phone").exists()


def test_a_changed_number_is_found_and_can_be_undone(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    point = paola.contact_points.get(kind="phone")
    browser.post(address("change_way", paola, point.pk), {"said": "333 7654321", "label": "mobile"})
    row = bakery.search_rows.get(kind="person", ref=str(paola.pk))
    assert "393337654321" in row.folded
    undo_last(browser, bakery)
    point.refresh_from_db()
    assert (point.said, point.label) == ("051 555 01 42", "")
    assert "Change 051 555 01 42" in words_of(browser.get(address("change_way", paola, point.pk)))


def test_a_rhythm_that_one_wishes_for_counts(
    paola: Person, bakery: Business, browser: Visitor
) -> None:
    make_touch(bakery, paola, at=timezone.now() - timedelta(days=20))
    browser.post(address("keep_in_touch", paola), {"days": "14"})
    paola.refresh_from_db()
    assert (paola.own_cadence_days, paola.warmth) == (14, "cooling")
    assert "You wish to speak every 14 days; it is 20 days now." in page_of(browser, paola)
    browser.post(address("keep_in_touch", paola), {"days": ""})
    paola.refresh_from_db()
    assert (paola.own_cadence_days, paola.warmth) == (None, paola.warmth)
    browser.post(address("keep_in_touch", paola), {"days": "fortnightly"})
    paola.refresh_from_db()
    assert paola.own_cadence_days is None


def test_undoing_a_wish_reckons_anew(paola: Person, bakery: Business, browser: Visitor) -> None:
    make_touch(bakery, paola, at=timezone.now() - timedelta(days=20))
    browser.post(address("keep_in_touch", paola), {"days": "7"})
    undo_last(browser, bakery)
    paola.refresh_from_db()
    assert (paola.own_cadence_days, paola.warmth) == (None, "")


def test_tags_are_put_on_and_taken_off(paola: Person, bakery: Business, browser: Visitor) -> None:
    browser.post(address("tag_person", paola), {"name": "Fair"})
    browser.post(address("tag_person", paola), {"name": "fair "})
    tag = bakery.tags.get()
    assert "Tags Fair" in page_of(browser, paola)
    browser.post(address("untag_person", paola, tag.pk))
    assert not paola.taggings.exists()
    undo_last(browser, bakery)
    assert paola.taggings.get().tag == tag
    browser.post(address("tag_person", paola), {"name": " "})
    assert bakery.tags.count() == 1
    assert browser.post(address("tag_person", paola), {"name": "!!"}).status_code in {302, 409}
