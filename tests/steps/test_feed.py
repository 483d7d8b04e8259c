"""Steps in somebody's calendar: by a private address, read back as a calendar reads it."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import icalendar
import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.steps.models import Feed
from tests.people_world import make_person
from tests.steps_world import TODAY, make_step
from tests.world import Visitor, make_member, words_of


@pytest.fixture
def address(bakery: Business, anna: User) -> str:
    return reverse("calendar_feed", args=[Feed.make(bakery, anna)])


def events(address: str) -> list[icalendar.Event]:
    answer = Client(headers={"host": "localhost"}).get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_step_with_a_day_is_a_whole_day_in_the_calendar(bakery: Business, address: str) -> None:
    person = make_person(bakery, "Paola Rinaldi")
    make_step(bakery, person, words="Call; bring lamps, two", on=TODAY, promise="ours")
    (event,) = events(address)
    assert event["SUMMARY"] == "Call; bring lamps, two (Paola Rinaldi)"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (TODAY, TODAY + timedelta(days=1))
    assert "promised by you" in event["DESCRIPTION"]


def test_what_has_no_day_is_done_or_another_does_is_not_there(
    bakery: Business, anna: User, address: str
) -> None:
    ben = make_member(bakery, "Ben Rossi").user
    make_step(bakery)
    make_step(bakery, on=TODAY).finish(by=anna)
    make_step(bakery, on=TODAY).hand_over(ben, by=anna)
    assert events(address) == []


def test_what_is_put_off_stands_at_its_new_day(bakery: Business, anna: User, address: str) -> None:
    make_step(bakery, on=TODAY).put_it_off(TODAY + timedelta(days=5), by=anna)
    assert [event["DTSTART"].dt for event in events(address)] == [date(2026, 11, 25)]


def test_the_address_is_shown_once_and_a_new_one_closes_the_old(
    bakery: Business, anna: User, client_of: Callable[[User], Visitor]
) -> None:
    browser = client_of(anna)
    first = link_on(browser.post(reverse("make_feed", args=[bakery.slug])))
    assert events(first) == []
    page = browser.get(reverse("steps_calendar", args=[bakery.slug]))
    assert first not in page.content.decode()
    assert "Your address was made on" in words_of(page)
    second = link_on(browser.post(reverse("make_feed", args=[bakery.slug])))
    assert Client(headers={"host": "localhost"}).get(first).status_code == 404
    browser.post(reverse("revoke_feed", args=[bakery.slug]))
    assert Client(headers={"host": "localhost"}).get(second).status_code == 404


def link_on(answer: HttpResponse) -> str:
    found = re.search(r'value="http://[^/]+(/calendar/[^"]+)"', answer.content.decode())
    assert found
    return found.group(1)


def test_a_day_at_the_end_of_time_leaves_the_others_where_they_are(
    bakery: Business, address: str
) -> None:
    for day in (TODAY, date.max, date.min):
        make_step(bakery, on=day)
    assert [event["DTSTART"].dt for event in events(address)] == [date.min, TODAY, date.max]


def test_whoever_left_reads_nothing_any_more(bakery: Business, anna: User) -> None:
    ben = make_member(bakery, "Ben Rossi").user
    address = reverse("calendar_feed", args=[Feed.make(bakery, ben)])
    assert events(address) == []
    bakery.memberships.get(user=ben).remove(by=anna)
    assert Client(headers={"host": "localhost"}).get(address).status_code == 404


def test_whoever_comes_back_makes_a_new_address(bakery: Business, anna: User) -> None:
    ben = make_member(bakery, "Ben Rossi").user
    address = reverse("calendar_feed", args=[Feed.make(bakery, ben)])
    bakery.memberships.get(user=ben).remove(by=anna)
    make_member(bakery, ben)
    assert Client(headers={"host": "localhost"}).get(address).status_code == 404
    assert events(reverse("calendar_feed", args=[Feed.make(bakery, ben)])) == []


def test_whoever_may_only_look_reads_no_steps_to_do(bakery: Business, anna: User) -> None:
    """Nor could they take the address back."""
    ben = make_member(bakery, "Ben Rossi")
    address = reverse("calendar_feed", args=[Feed.make(bakery, ben.user)])
    ben.promote("viewer", by=anna)
    assert Client(headers={"host": "localhost"}).get(address).status_code == 404


def test_whoever_may_not_sign_in_any_more_reads_nothing(anna: User, address: str) -> None:
    assert events(address) == []
    User.objects.filter(pk=anna.pk).update(is_active=False)
    assert Client(headers={"host": "localhost"}).get(address).status_code == 404


def test_what_was_handed_to_somebody_who_left_is_for_whoever_finds_it(
    bakery: Business, anna: User, address: str
) -> None:
    """And so is that of somebody who may only look by now."""
    ben, finn = make_member(bakery, "Ben Rossi"), make_member(bakery, "Finn Gruber")
    for member in (ben, finn):
        make_step(bakery, on=TODAY).hand_over(member.user, by=anna)
    assert events(address) == []
    ben.remove(by=anna)
    assert len(events(address)) == 1
    finn.promote("viewer", by=anna)
    assert len(events(address)) == 2


def test_no_search_engine_and_no_memory_keeps_the_calendar(address: str) -> None:
    headers = Client(headers={"host": "localhost"}).get(address).headers
    assert (headers["Cache-Control"], headers["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")


def test_a_guesser_has_to_wait(bakery: Business) -> None:
    client = Client(headers={"host": "localhost"})
    answers = {client.get(f"/calendar/{n}/passo.ics").status_code for n in range(25)}
    assert answers == {404, 429}
