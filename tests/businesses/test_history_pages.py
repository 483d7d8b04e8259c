"""The history on screen: days, differences, narrowing, paging, and the way back."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from passo.businesses import history
from tests.world import make_invitation, words_of

# The wall of PostgreSQL asks some of them.
MOST_QUESTIONS = 13

pytestmark = pytest.mark.django_db


def history_of(business, query=""):
    return reverse("history", args=[business.slug]) + query


def rename_often(business, user, times):
    for number in range(times):
        business.settle(by=user, name=f"Bakery number {number}")


def test_a_change_shows_who_did_what_from_what_to_what(client_of, anna, bakery):
    bakery.settle(by=anna, name="Bianchi Bread")
    page = words_of(client_of(anna).get(history_of(bakery)))
    assert "Anna Bianchi changed the business" in page
    assert "name: before: Bianchi Bakery → after: Bianchi Bread" in page


def test_changes_stand_under_their_day_on_the_clock_of_the_business(client_of, anna, bakery):
    """Half past eleven in the evening in London is tomorrow in Tokyo."""
    bakery.settle(by=anna, time_zone="Asia/Tokyo")
    with history.at(datetime(2025, 3, 4, 22, 30, tzinfo=UTC)):
        bakery.settle(by=anna, name="Night Bakery")
    page = client_of(anna).get(history_of(bakery))
    assert "Wednesday 5 March 2025" in page.text


def test_undo_puts_it_back_and_comes_back_to_the_same_page(client_of, anna, bakery):
    change = bakery.settle(by=anna, name="Bianchi Bread")
    client = client_of(anna)
    here = history_of(bakery, f"?kind=businesses.business&thing={bakery.pk}")
    undo = reverse("undo_change", args=[bakery.slug, change.pk])
    assert undo in client.get(here).text
    answer = client.post(undo, {"next": here})
    assert answer.headers["Location"] == here
    page = client.get(here)
    assert "It is as it was before." in words_of(page)
    assert "Undone." in words_of(page)
    assert undo not in page.text
    bakery.refresh_from_db()
    assert bakery.name == "Bianchi Bakery"


def test_undo_leads_nowhere_else(client_of, anna, bakery):
    change = bakery.settle(by=anna, name="Bianchi Bread")
    answer = client_of(anna).post(
        reverse("undo_change", args=[bakery.slug, change.pk]), {"next": "//elsewhere.example/"}
    )
    assert answer.headers["Location"] == history_of(bakery)


def test_undo_of_what_changed_since_is_refused_in_words(client_of, anna, bakery):
    change = bakery.settle(by=anna, name="Bianchi Bread")
    bakery.settle(by=anna, name="Bianchi Rolls")
    page = client_of(anna).post(reverse("undo_change", args=[bakery.slug, change.pk]))
    assert page.status_code == 409
    assert "changed again since" in page.text


def test_staff_and_viewers_see_all_and_undo_nothing_an_owner_decided(
    client_of, anna, bakery, ben, vera
):
    change = bakery.settle(by=anna, name="Bianchi Bread")
    undo = reverse("undo_change", args=[bakery.slug, change.pk])
    for user, status in ((ben, 409), (vera, 403)):
        page = client_of(user).get(history_of(bakery))
        assert "Bianchi Bread" in page.text
        assert undo not in page.text
        assert client_of(user).post(undo).status_code == status
    bakery.refresh_from_db()
    assert bakery.name == "Bianchi Bread"


def test_nobody_undoes_the_change_of_another_business(client_of, anna, bakery, charlie, garage):
    change = bakery.settle(by=anna, name="Bianchi Bread")
    through_his_own = reverse("undo_change", args=[garage.slug, change.pk])
    assert client_of(charlie).post(through_his_own).status_code == 404


def test_the_history_of_one_thing(client_of, anna, bakery):
    bakery.settle(by=anna, name="Bianchi Bread")
    invitation, _ = make_invitation(bakery, "Gina")
    page = words_of(
        client_of(anna).get(
            history_of(bakery, f"?kind=businesses.invitation&thing={invitation.pk}")
        )
    )
    assert "History: Gina" in page
    assert "changed the business" not in page


def test_the_history_of_one_person(client_of, anna, bakery, ben):
    bakery.memberships.get(user=ben).promote("owner", by=anna)
    bakery.settle(by=ben, name="Rossi Rolls")
    page = words_of(client_of(anna).get(history_of(bakery, f"?by={ben.pk}")))
    assert "Rossi Rolls" in page
    assert "changed the role" not in page


def test_forty_to_a_page_and_nothing_between_pages_is_lost(client_of, anna, bakery):
    rename_often(bakery, anna, 95)
    client, here, seen = client_of(anna), history_of(bakery), []
    while here:
        page = client.get(here).text
        shown = re.findall(r"after: </span><bdi>(Bakery number \d+)", page)
        assert len(shown) <= 40
        seen += shown
        older = re.search(r'href="(\?[^"]+)">Older', page)
        here = history_of(bakery, older[1].replace("&amp;", "&")) if older else ""
    assert seen == [f"Bakery number {number}" for number in reversed(range(95))]


def test_a_narrowed_history_stays_narrowed_on_its_second_page(client_of, anna, bakery):
    rename_often(bakery, anna, 45)
    make_invitation(bakery, "Gina")
    client = client_of(anna)
    first = client.get(history_of(bakery, f"?kind=businesses.business&thing={bakery.pk}")).text
    older = re.search(r'href="(\?[^"]+)">Older', first)[1].replace("&amp;", "&")
    assert "kind=businesses.business" in older
    assert "Bakery number 0" in client.get(history_of(bakery, older)).text


@pytest.mark.parametrize(
    "query",
    [
        "?kind=%00",
        "?kind=auth.user%27--",
        "?thing=%00",
        "?by=x",
        "?by=-1",
        "?before=99999999999999999999",
        "?kind=" + "a" * 5000,
    ],
)
def test_a_strange_address_is_not_there(client_of, anna, bakery, query):
    assert client_of(anna).get(history_of(bakery, query)).status_code == 404


def test_an_empty_history_says_so(client_of, anna, bakery):
    page = client_of(anna).get(history_of(bakery, "?kind=businesses.business&thing=0"))
    assert "Nothing here" in page.text


def test_hostile_words_stay_words(client_of, anna, bakery):
    bakery.settle(by=anna, sentence="<img src=x onerror=alert(1)>")
    page = client_of(anna).get(history_of(bakery)).text
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def questions(client, address):
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


@pytest.mark.usefixtures("ben", "vera")
def test_a_full_page_asks_the_database_as_often_as_a_short_one(client_of, anna, bakery):
    client = client_of(anna)
    short = questions(client, history_of(bakery))
    rename_often(bakery, anna, 45)
    bakery.changes.first().undo(by=anna)
    assert questions(client, history_of(bakery)) == short <= MOST_QUESTIONS


def test_htmx_gets_only_the_changes(client_of, anna, bakery):
    page = client_of(anna).get(history_of(bakery), headers={"hx-request": "true"}).text
    assert "<html" not in page
    assert "founded the business" in page


def test_what_is_new_is_told_in_one_line_and_in_words(client_of, anna, bakery):
    """Its name is said already; a currency and a time zone are no codes."""
    page = words_of(client_of(anna).get(history_of(bakery)))
    assert "time zone: Rome" in page
    assert "Europe/Rome" not in page
    assert f"name: {bakery.name}" not in page


def test_a_day_begins_with_a_capital_in_every_language(client_of, anna, bakery):
    with history.at(datetime(2025, 3, 5, 12, tzinfo=UTC)):
        bakery.settle(by=anna, name="Night Bakery")
    anna.language = "it"
    anna.save()
    assert "<h2>Mercoledì 5 marzo 2025</h2>" in client_of(anna).get(history_of(bakery)).text


def test_who_withdrew_a_link_is_not_told_of_its_state_as_well(client_of, anna, bakery):
    invitation, _token = make_invitation(bakery)
    withdrawn = invitation.withdraw(by=anna)
    page = words_of(client_of(anna).get(history_of(bakery)))
    assert "withdrew the invitation" in page
    assert "state:" not in page
    withdrawn.undo(by=anna)
    assert "state: before: withdrawn → after: open" in words_of(
        client_of(anna).get(history_of(bakery))
    )
