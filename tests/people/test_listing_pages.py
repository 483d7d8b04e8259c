"""The list of people as members see it: searched, narrowed, kept, changed in place, added to."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.people import listing
from passo.people.models import Person
from tests.people.list_pages import PART, address, page_of, undo_last
from tests.people_world import (
    make_import,
    make_person,
    make_source,
    make_tag,
    make_touch,
)
from tests.world import Visitor, words_of

pytestmark = pytest.mark.django_db


def test_an_empty_book_says_what_to_do_first(bakery: Business, browser: Visitor) -> None:
    answer = browser.get(address("people", bakery))
    page = words_of(answer)
    assert "You know more people than you think" in page
    assert "Bring in what you have" in page
    assert "list-words" not in answer.content.decode()


def test_a_viewer_is_not_asked_to_bring_in(bakery: Business, vera: User, client_of: Any) -> None:
    page = page_of(client_of(vera), bakery)
    assert "You know more people than you think" in page
    assert "Bring in what you have" not in page


def test_a_row_says_who_where_when_and_how_close(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    make_tag(bakery, "fair", paola)
    make_touch(bakery, paola, at=timezone.now() - timedelta(days=3))
    bakery.people.filter(pk=paola.pk).update(strength=0.4)
    answer = browser.get(address("people", bakery))
    page, html = words_of(answer), answer.content.decode()
    assert "1 person" in page
    for words in ("Paola Rinaldi", "Building manager", "Studio Rinaldi", "3 days ago", "fair"):
        assert words in page
    assert f'href="{address("person", bakery, paola.pk)}"' in html
    assert "Strength of tie: 2 of 5" in html


def test_warmth_is_said_with_its_reason(bakery: Business, paola: Person, browser: Visitor) -> None:
    because = ["You usually speak about %(rhythm)s.", {"rhythm": "every week"}]
    bakery.people.filter(pk=paola.pk).update(warmth="cooling", warmth_because=because)
    assert "cooling You usually speak about every week." in page_of(browser, bakery)


def test_somebody_never_spoken_with_is_said_so(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    assert "Studio Rinaldi Change it: Paola Rinaldi not yet" in page_of(browser, bakery)


def test_a_viewer_sees_the_list_and_no_way_to_change_it(
    bakery: Business, paola: Person, vera: User, client_of: Any
) -> None:
    html = client_of(vera).get(address("people", bakery)).content.decode()
    assert "Paola Rinaldi" in html
    assert "Studio Rinaldi" in html
    for mark in ("data-edits", 'name="id"', "passo-many", address("add_person", bakery)):
        assert mark not in html


def test_searching_as_one_types_brings_only_the_list(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    make_person(bakery, "Luca Ferri")
    answer = browser.get(address("people", bakery) + "?q=rin&sort=name", headers=PART)
    html = answer.content.decode()
    assert "Paola Rinaldi" in html
    assert "Luca Ferri" not in html
    assert "<html" not in html
    assert 'id="list-tabs" hx-swap-oob="true"' in html
    assert answer.headers["HX-Replace-Url"] == address("people", bakery) + "?q=rin"


def test_whoever_finds_nobody_can_add_them(bakery: Business, browser: Visitor) -> None:
    make_person(bakery)
    page = page_of(browser, bakery, "?q=Zeno+%26+Co")
    assert "Nobody by that name" in page
    assert "Add “Zeno &amp; Co”" in page
    html = browser.get(address("people", bakery) + "?q=Zeno+%26+Co").content.decode()
    assert f"{address('add_person', bakery)}?name=Zeno%20%26%20Co" in html


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?reach=none", "Nobody fits all of this"),
        ("?sort=last", "You have spoken with nobody yet"),
        ("?sort=due", "Nobody has a rhythm yet"),
        ("?left_out=1", "Nobody is left out"),
        ("?left_out=1&q=x", "Nobody by that name is left out"),
        ("?q=x&reach=phone", "Nobody fits all of this"),
    ],
)
def test_an_empty_list_says_why_and_leads_out(
    bakery: Business, paola: Person, browser: Visitor, query: str, words: str
) -> None:
    page = page_of(browser, bakery, query)
    assert words in page
    assert "Show everybody" in page


def test_each_filter_in_force_is_shown_and_can_be_taken_away(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    tag, brought_by = make_tag(bakery, "fair", paola), make_import(bakery)
    make_source(paola, brought_by)
    query = f"?reach=mail&tag={tag.pk}&came_with={brought_by.pk}&organisation=stud&spoken=never"
    html = browser.get(address("people", bakery) + query).content.decode()
    page = page_of(browser, bakery, query)
    for words in ("fair", "came with telefono.vcf", "Studio Rinaldi", "never spoken with"):
        assert f"{words} Without the filter {words}" in page
    assert "1 person" in page
    without = f"?tag={tag.pk}&amp;organisation=stud&amp;came_with={brought_by.pk}&amp;spoken=never"
    assert without in html


def test_filters_of_what_is_gone_say_so(bakery: Business, paola: Person, browser: Visitor) -> None:
    page = page_of(browser, bakery, "?tag=99&came_with=99&organisation=nowhere")
    for words in ("a tag that is gone", "an import that is gone", "no firm called “nowhere”"):
        assert words in page


def test_pages_lead_on_and_back(
    bakery: Business, browser: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "SIZE", 2)
    for name in ("Anna", "Bea", "Carla", "Dina", "Eva"):
        make_person(bakery, name)
    html = browser.get(address("people", bakery) + "?reach=none").content.decode()
    assert 'rel="prev"' not in html
    onwards = html.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    assert onwards.startswith("?reach=none&amp;after=")
    second = browser.get(address("people", bakery) + onwards.replace("&amp;", "&"))
    page = words_of(second)
    assert "Carla" in page
    assert "Anna" not in page
    assert 'rel="prev"' in second.content.decode()


@pytest.mark.parametrize("mark", ["after=%00", "before=a%00~1", "after=%ED%A0%80~1", "q=%00"])
def test_signs_nobody_types_are_no_way_in(
    bakery: Business, paola: Person, browser: Visitor, mark: str
) -> None:
    assert browser.get(address("people", bakery) + f"?{mark}").status_code in {200, 400}


def test_a_page_of_many_asks_no_more_than_a_page_of_one(
    bakery: Business, paola: Person, browser: Visitor, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        person = make_person(bakery, f"Mario {number}", organisation=paola.organisation)
        make_tag(bakery, f"tag {number}", paola, person)
    browser.get(address("people", bakery))
    with django_assert_max_num_queries(18):
        browser.get(address("people", bakery))
    with django_assert_max_num_queries(16):
        browser.get(address("organisations", bakery))


def test_a_list_is_kept_under_a_name_and_forgotten_again(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    kept = {"view": "With mail", "reach": "mail", "sort": "closest"}
    answer = browser.post(address("keep_view", bakery), kept)
    assert answer.headers["Location"] == address("people", bakery) + "?sort=closest&reach=mail"
    view = bakery.people_views.get()
    page = page_of(browser, bakery, "?reach=mail&sort=closest")
    assert "Stop keeping “With mail”" in page
    browser.post(address("forget_view", bakery, view.pk))
    assert not bakery.people_views.exists()
    undo_last(browser, bakery)
    assert bakery.people_views.get().name == "With mail"


def test_a_name_that_is_there_gets_the_new_filters(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    for reach in ("mail", "phone"):
        browser.post(address("keep_view", bakery), {"view": "Mine", "reach": reach})
    assert bakery.people_views.get().query == "reach=phone"
    undo_last(browser, bakery)
    assert bakery.people_views.get().query == "reach=mail"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"view": " ", "reach": "mail"}, "Please give it a name."),
        ({"view": "x" * 61, "reach": "mail"}, "Please shorten this"),
        ({"view": "Long", "q": "ü" * 200}, "These filters are too long to keep."),
    ],
)
def test_a_list_that_cannot_be_kept_says_why(
    bakery: Business, paola: Person, browser: Visitor, sent: dict[str, str], words: str
) -> None:
    answer = browser.post(address("keep_view", bakery), sent, follow=True)
    assert words in words_of(answer)
    assert not bakery.people_views.exists()


def test_a_value_is_changed_where_it_stands_and_taken_back(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    cell = address("edit_cell", bakery, paola.pk)
    form = browser.get(f"{cell}?field=job_title", headers=PART).content.decode()
    assert 'value="Building manager"' in form
    answer = browser.post(f"{cell}?field=job_title", {"job_title": "Notary"}, headers=PART)
    html = answer.content.decode()
    assert "Notary" in html
    assert "Undo" in html
    paola.refresh_from_db()
    assert (paola.job_title, paola.kept) == ("Notary", ["job_title"])
    undo_last(browser, bakery)
    paola.refresh_from_db()
    assert paola.job_title == "Building manager"


def test_a_firm_that_is_typed_is_found_or_made(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    cell = address("edit_cell", bakery, paola.pk) + "?field=organisation"
    browser.post(cell, {"organisation": "Bar Roma"}, headers=PART)
    paola.refresh_from_db()
    assert paola.organisation == bakery.organisations.get(name="Bar Roma")
    answer = browser.post(cell, {"organisation": ""}, headers=PART)
    paola.refresh_from_db()
    assert paola.organisation is None
    assert "cell is-empty" in answer.content.decode()


def test_a_value_that_cannot_be_is_asked_again_in_the_row(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    cell = address("edit_cell", bakery, paola.pk) + "?field=name"
    answer = browser.post(cell, {"name": " "}, headers=PART)
    assert answer.status_code == 422
    assert "Please write a name" in words_of(answer)
    assert 'aria-invalid="true"' in answer.content.decode()


def test_leaving_a_value_brings_the_row_back(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    answer = browser.get(address("edit_cell", bakery, paola.pk), headers=PART)
    assert '<input type="text"' not in answer.content.decode()
    assert "Paola Rinaldi" in words_of(answer)


def test_without_a_script_a_value_is_changed_on_a_page_of_its_own(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    answer = browser.get(address("edit_cell", bakery, paola.pk) + "?field=name")
    assert answer.headers["Location"] == address("edit_person", bakery, paola.pk)


def test_what_is_typed_before_the_script_wakes_is_kept(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    cell = address("edit_cell", bakery, paola.pk) + "?field=name"
    html = browser.get(cell, headers=PART).content.decode()
    (plain,) = re.findall('method="post" action="([^"]+)"', html)
    browser.post(plain, {"name": "Paola Rinaldi junior"})
    paola.refresh_from_db()
    assert paola.name == "Paola Rinaldi junior"


def test_somebody_is_added_in_one_line_and_taken_back(bakery: Business, browser: Visitor) -> None:
    sent = {"name": "Luca Ferri", "way": "051 555 01 42", "organisation": "Bar Roma"}
    answer = browser.post(address("add_person", bakery), sent)
    luca = bakery.people.get()
    assert answer.headers["Location"] == address("person", bakery, luca.pk)
    assert (luca.given, luca.family, str(luca.organisation)) == ("Luca", "Ferri", "Bar Roma")
    assert luca.contact_points.get().value == "+390515550142"
    assert bakery.search_rows.get(kind="person").folded.startswith("luca ferri")
    toast = words_of(browser.get(address("people", bakery)))
    assert "Luca Ferri is in." in toast
    change = bakery.changes.get(kind="people.person", what="add")
    browser.post(address("undo_change", bakery, change.pk))
    assert not bakery.people.exists()


def test_a_name_alone_is_enough_and_the_next_can_follow(bakery: Business, browser: Visitor) -> None:
    answer = browser.post(address("add_person", bakery), {"name": "Zeno", "another": "1"})
    assert answer.headers["Location"] == address("add_person", bakery)
    assert bakery.people.get().given == "Zeno"


def test_an_address_that_is_there_already_is_shown_first(
    bakery: Business, paola: Person, browser: Visitor
) -> None:
    sent = {"name": "P. Rinaldi", "way": "PAOLA@rinaldi.example"}
    answer = browser.post(address("add_person", bakery), sent)
    page = words_of(answer)
    assert "This address or number is there already." in page
    assert "Paola Rinaldi" in page
    assert bakery.people.count() == 1
    browser.post(address("add_person", bakery), {**sent, "sure": "1"})
    assert bakery.people.count() == 2
