"""A firm's page: its people, what passed with them, its shared addresses."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people import belonging, by_hand
from passo.people.models import Organisation, Participation
from tests.people_world import make_organisation, make_person, make_touch
from tests.world import Visitor, words_of

WAY = {"kind": "web", "value": "rinaldi.example", "said": "rinaldi.example"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(bakery: Business) -> Organisation:
    return make_organisation(bakery, domain="rinaldi.example")


@pytest.fixture
def browser(client_of: Any, ben: User) -> Visitor:
    visitor: Visitor = client_of(ben)
    return visitor


def address(name: str, firm: Organisation, *more: int) -> str:
    return reverse(name, args=[firm.business.slug, firm.pk, *more])


def page_of(browser: Visitor, firm: Organisation) -> str:
    return words_of(browser.get(address("organisation", firm)))


def test_its_people_and_what_passed_with_them(
    bakery: Business, firm: Organisation, browser: Visitor
) -> None:
    paola = make_person(bakery, organisation=firm, job_title="Manager")
    marco = make_person(bakery, "Marco Rossi", organisation=firm)
    luca = make_person(bakery, "Luca Ferri")
    now = timezone.now()
    make_touch(bakery, paola, at=now - timedelta(days=1), direction="out")
    make_touch(bakery, marco, luca, at=now - timedelta(days=2), kind="meeting", subject="Coffee")
    make_touch(bakery, luca, at=now, subject="Not theirs")
    page = page_of(browser, firm)
    assert "You know 2 people there." in page
    assert "You called Paola" in page
    assert "Meeting, with Luca Ferri" in page
    assert "Not theirs" not in page


def test_mail_of_a_shared_address_is_the_firms(
    bakery: Business, firm: Organisation, browser: Visitor
) -> None:
    browser.post(address("add_organisation_way", firm), {"said": "info@rinaldi.example"})
    touch = make_touch(bakery, make_person(bakery), at=timezone.now(), kind="mail", subject="News")
    Participation.objects.filter(touch=touch).update(
        person=None, address="info@rinaldi.example", direction="in"
    )
    assert "News Mail from info@rinaldi.example" in page_of(browser, firm)


def test_shared_addresses_come_and_go_and_come_back(
    bakery: Business, firm: Organisation, browser: Visitor
) -> None:
    browser.post(address("add_organisation_way", firm), {"said": "051 5550142", "label": "office"})
    point = firm.contact_points.get()
    assert "051 5550142 office" in page_of(browser, firm)
    browser.post(address("remove_organisation_way", firm, point.pk))
    assert not firm.contact_points.exists()
    bakery.changes.first().undo(by=None)
    assert firm.contact_points.get().value == "+390515550142"
    browser.post(address("add_organisation_way", firm), {"said": "info@"})
    assert firm.contact_points.count() == 1


def test_its_name_and_domain_are_changed_where_they_stand(
    bakery: Business, firm: Organisation, browser: Visitor
) -> None:
    browser.post(address("correct_organisation", firm), {"domain": "https://www.Rinaldi.it/"})
    firm.refresh_from_db()
    assert firm.domain == "rinaldi.it"
    page = words_of(browser.post(address("correct_organisation", firm), {"domain": "not one"}))
    assert "A domain looks like" in page
    browser.post(address("correct_organisation", firm), {"name": "Rinaldi & Co"})
    assert bakery.search_rows.get(kind="organisation").title == "Rinaldi & Co"
    bakery.changes.first().undo(by=None)
    firm.refresh_from_db()
    assert firm.name == "Studio Rinaldi"
    before = bakery.changes.count()
    browser.post(address("correct_organisation", firm), {"name": "Studio Rinaldi"})
    assert bakery.changes.count() == before


def test_somebody_is_found_and_added(
    bakery: Business, firm: Organisation, browser: Visitor
) -> None:
    luca = make_person(bakery, "Luca Ferri")
    add = address("add_to_organisation", firm)
    assert "Luca Ferri" in words_of(browser.get(add + "?q=luc"))
    browser.post(add, {"person": luca.pk})
    luca.refresh_from_db()
    assert luca.organisation == firm
    assert "You know 1 person there." in page_of(browser, firm)
    assert browser.post(add, {"person": "nobody"}).status_code == 302
    assert browser.post(add, {"person": "9" * 30}).status_code == 302


def test_whom_nobody_knows_there_is_removed_and_brought_back(
    bakery: Business, firm: Organisation, browser: Visitor
) -> None:
    paola = make_person(bakery, organisation=firm)
    browser.post(address("remove_organisation", firm))
    assert bakery.organisations.exists()
    paola.correct(by=None, organisation=None)
    browser.post(address("remove_organisation", firm))
    assert not bakery.organisations.exists()
    bakery.changes.first().undo(by=None)
    assert bakery.organisations.get().name == "Studio Rinaldi"


def test_two_firms_that_are_one_are_joined(
    bakery: Business, firm: Organisation, browser: Visitor
) -> None:
    other = make_organisation(bakery, "Rinaldi Immobili", domain="rinaldi-immobili.example")
    paola = make_person(bakery, organisation=other)
    browser.post(address("add_organisation_way", other), {"said": "info@rinaldi.example"})
    page = words_of(browser.get(address("join_organisation", firm) + "?q=immobili"))
    assert "Rinaldi Immobili" in page
    browser.post(address("join_organisation", firm), {"other": other.pk})
    paola.refresh_from_db()
    assert (paola.organisation, firm.positions.get().person) == (firm, paola)
    assert firm.contact_points.get().value == "info@rinaldi.example"
    assert bakery.organisations.get() == firm
    assert browser.post(address("join_organisation", firm), {"other": firm.pk}).status_code == 302


def test_a_viewer_changes_nothing(
    bakery: Business, firm: Organisation, vera: User, client_of: Any
) -> None:
    html = client_of(vera).get(address("organisation", firm)).content.decode()
    for name in ("correct_organisation", "add_to_organisation", "remove_organisation"):
        assert address(name, firm) not in html


def test_a_large_firm_asks_the_database_no_more_often(
    bakery: Business, firm: Organisation, browser: Visitor, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        person = make_person(bakery, f"Person {number}", organisation=firm)
        make_touch(bakery, person, at=timezone.now() - timedelta(days=number))
    answer = browser.get(address("organisation", firm))
    older = answer.context["story"].older
    with django_assert_max_num_queries(21):
        browser.get(address("organisation", firm))
    more = browser.get(
        address("organisation", firm) + f"?before={older}", headers={"hx-request": "true"}
    )
    assert "<html" not in more.content.decode()


def test_joining_keeps_what_is_on_both_sides_once(bakery: Business, firm: Organisation) -> None:
    other = make_organisation(bakery, "Rinaldi Immobili", domain="immobili.example")
    firm.correct(by=None, domain="")
    for one in (firm, other):
        by_hand.add_way(one, WAY, by=None)
    belonging.join(firm, other, by=None)
    firm.refresh_from_db()
    assert (firm.contact_points.count(), firm.domain) == (1, "immobili.example")
    with pytest.raises(Refusal):
        belonging.join(firm, firm, by=None)


def test_a_firm_without_a_name_is_none(bakery: Business) -> None:
    assert belonging.firm_named(bakery, "", by=None) is None
    assert list(belonging.firms_matching(bakery, " ")) == []
