"""Who counts as a person: own addresses, mail providers, senders left out."""

import re
from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.people import rules, sorting
from passo.people.bringing_in.work import Work
from passo.people.models import LeftOut, Organisation
from tests.people.bringing import bring, mail
from tests.people_world import (
    NOW,
    make_import,
    make_live_account,
    make_organisation,
    make_person,
    make_touch,
)
from tests.world import Visitor, visitor, words_of

pytestmark = pytest.mark.django_db
US = "anna@bakery.example"


@pytest.fixture
def browser(anna: User) -> Visitor:
    return visitor(anna)


def address(name: str, bakery: Business, *gaps: Any) -> str:
    return reverse(name, args=[bakery.slug, *gaps])


def press_undo(browser: Visitor, response: Any) -> None:
    shown = browser.get(response["Location"]).content.decode()
    toast = shown.split('class="toast"')[1]
    browser.post(toast.split('action="')[1].split('"')[0], headers={"referer": "/"})


def make_left_out(bakery: Business, mailbox: str = "shop@news.example", **values: Any) -> LeftOut:
    values = {"because": "One can unsubscribe from it.", "messages": 3, "last_at": NOW, **values}
    return LeftOut.objects.create(business=bakery, address=mailbox, **values)


def test_an_own_address_is_added_with_the_member_it_belongs_to(
    browser: Visitor, bakery: Business, anna: User
) -> None:
    response = browser.post(
        address("add_own_address", bakery), {"address": " Anna@Bakery.example", "whose": anna.pk}
    )
    own = bakery.own_addresses.get()
    assert (own.address, own.user) == (US, anna)
    press_undo(browser, response)
    assert not bakery.own_addresses.exists()


def test_an_address_of_somebody_elsewhere_is_everybodys(
    browser: Visitor, bakery: Business, charlie: User
) -> None:
    browser.post(address("add_own_address", bakery), {"address": US, "whose": charlie.pk})
    assert bakery.own_addresses.get().user is None


@pytest.mark.parametrize("typed", ["", "anna", "anna@", US])
def test_an_address_that_is_none_or_known_is_refused(
    browser: Visitor, bakery: Business, typed: str
) -> None:
    bakery.own_addresses.create(address=US)
    response = browser.post(address("add_own_address", bakery), {"address": typed})
    assert response.status_code == 409
    assert bakery.own_addresses.count() == 1


def test_an_own_address_is_taken_away_and_comes_back(browser: Visitor, bakery: Business) -> None:
    own = bakery.own_addresses.create(address=US)
    response = browser.post(address("remove_own_address", bakery, own.pk))
    assert not bakery.own_addresses.exists()
    press_undo(browser, response)
    assert bakery.own_addresses.get().address == US


def test_whoever_writes_from_our_addresses_alone_is_us(browser: Visitor, bakery: Business) -> None:
    bakery.own_addresses.create(address=US)
    ourselves = make_person(bakery, "Anna Bianchi", mail=US)
    friend = make_person(bakery, "Anna B.", mail="anna@home.example")
    friend.contact_points.create(business=bakery, kind="mail", value=US, said=US)
    assert "You are in your own list" in words_of(browser.get(address("sorting", bakery)))
    response = browser.post(address("leave_ourselves_out", bakery))
    assert list(bakery.people.listed()) == [friend]
    press_undo(browser, response)
    ourselves.refresh_from_db()
    assert ourselves.is_listed


def test_nobody_is_left_out_where_nobody_is_us(browser: Visitor, bakery: Business) -> None:
    make_person(bakery, mail="paola@rinaldi.example")
    browser.post(address("leave_ourselves_out", bakery))
    assert bakery.people.listed().count() == 1


def test_a_provider_is_added_and_its_firm_can_go(browser: Visitor, bakery: Business) -> None:
    bakery.own_addresses.create(address=US)
    bring(bakery, mail(1, "luca@paese.example", US), "posta.mbox")
    luca = bakery.people.get()
    assert luca.organisation
    browser.post(address("add_provider", bakery), {"domain": "https://x@WWW.paese.example"})
    assert bakery.free_mail_domains.get().domain == "paese.example"
    assert "Only addresses at paese.example" in words_of(browser.get(address("sorting", bakery)))
    browser.post(address("dissolve_firm", bakery, luca.organisation_id))
    luca.refresh_from_db()
    assert (luca.organisation, bakery.organisations.count()) == (None, 0)


def test_a_firm_for_which_more_speaks_stays(browser: Visitor, bakery: Business, anna: User) -> None:
    firm = make_organisation(bakery, "Paese", domain="paese.example", note="Our neighbours")
    bakery.free_mail_domains.create(domain="paese.example")
    browser.post(address("dissolve_firm", bakery, firm.pk))
    assert Organisation.objects.filter(pk=firm.pk).exists()


def test_a_firm_that_a_card_names_does_not_dissolve(bakery: Business, anna: User) -> None:
    firm = make_organisation(bakery, "Paese", domain="paese.example")
    person = make_person(bakery, mail="luca@paese.example")
    person.positions.create(business=bakery, organisation=firm, is_own=True)
    with pytest.raises(Refusal, match="stays"):
        sorting.dissolve(firm, by=anna)


@pytest.mark.parametrize("typed", ["", "nothing", "gmail.com", "paese.example", "a..b"])
def test_a_provider_that_is_none_or_known_is_refused(
    browser: Visitor, bakery: Business, typed: str
) -> None:
    bakery.free_mail_domains.create(domain="paese.example")
    assert browser.post(address("add_provider", bakery), {"domain": typed}).status_code == 409


def test_a_provider_is_removed_and_comes_back(browser: Visitor, bakery: Business) -> None:
    provider = bakery.free_mail_domains.create(domain="paese.example")
    response = browser.post(address("remove_provider", bakery, provider.pk))
    assert not bakery.free_mail_domains.exists()
    press_undo(browser, response)
    assert bakery.free_mail_domains.exists()


def test_the_rules_are_explained_and_staff_only_look(bakery: Business, ben: User) -> None:
    bakery.own_addresses.create(address=US)
    shown = visitor(ben).get(address("sorting", bakery))
    words = words_of(shown)
    for kind in rules.RULES_BY_KIND:
        assert kind.label in words
        assert all(sentence in words for sentence in kind.sentences())
    assert "Not ours" not in words


def test_senders_left_out_are_shown_with_why_and_how_many(
    browser: Visitor, bakery: Business
) -> None:
    make_left_out(bakery, name="The Shop")
    words = words_of(browser.get(address("left_out", bakery)))
    for said in ("shop@news.example", "The Shop", "One can unsubscribe from it.", "3 mails"):
        assert said in words


def test_they_are_narrowed_by_reason_and_by_words(browser: Visitor, bakery: Business) -> None:
    make_left_out(bakery)
    make_left_out(bakery, "list@club.example", because="It came through a mailing list.")
    make_left_out(bakery, "old@club.example", verdict="no")
    make_left_out(bakery, "luca@club.example", verdict="person")

    def found(**wish: str) -> list[str]:
        response = browser.get(address("left_out", bakery), wish, headers={"HX-Request": "true"})
        return re.findall(r"<b><bdi>(\w+)@", response.content.decode())

    assert found() == ["list", "luca", "old", "shop"]
    assert found(why="list") == ["list"]
    assert found(why="newsletter") == ["shop"]
    assert found(why="said_no") == ["old"]
    assert found(why="said_person") == ["luca"]
    assert found(q="CLUB old") == ["old"]
    assert found(q="nothing") == []
    assert found(why="something") == found()


def test_they_are_paged_by_address(
    browser: Visitor, bakery: Business, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        make_left_out(bakery, f"n{number:02}@news.example")
    with django_assert_max_num_queries(16):
        first = browser.get(address("left_out", bakery), {"why": "newsletter"})
    second = browser.get(address("left_out", bakery) + first.context["more"])
    assert [len(one.context["rows"]) for one in (first, second)] == [50, 10]
    assert second.context["rows"][0][0].address == "n50@news.example"
    assert (second.context["more"], second.context["first"]) == ("", "?why=newsletter")


def test_an_empty_page_says_what_would_be_there(browser: Visitor, bakery: Business) -> None:
    assert "Nobody is left out" in words_of(browser.get(address("left_out", bakery)))
    assert "Nobody fits" in words_of(browser.get(address("left_out", bakery), {"q": "x"}))


def test_who_is_called_a_person_is_one_at_once_and_from_then_on(
    browser: Visitor, bakery: Business
) -> None:
    bakery.own_addresses.create(address=US)
    bring(bakery, mail(1, "info-news@paese.example", US, heads="List-Id: <x.y>\n"), "p.mbox")
    left = bakery.left_out.get()
    assert not bakery.people.exists()
    account = make_live_account(bakery, folders=[{"name": "INBOX"}])
    response = browser.post(address("this_is_a_person", bakery, left.pk))
    person = bakery.people.listed().get()
    assert person.contact_points.get().value == "info-news@paese.example"
    shown = words_of(browser.get(response["Location"]))
    assert "comes in when the mailbox is read again" in shown
    assert f"Read {account} again" in shown
    bring(bakery, mail(1, "info-news@paese.example", US, heads="List-Id: <x.y>\n"), "q.mbox")
    person.refresh_from_db()
    assert person.touch_count == 1


def test_a_person_called_so_by_mistake_goes_again(browser: Visitor, bakery: Business) -> None:
    left = make_left_out(bakery, name="Luca Ferri")
    response = browser.post(address("this_is_a_person", bakery, left.pk))
    assert bakery.people.get().name == "Luca Ferri"
    press_undo(browser, response)
    left.refresh_from_db()
    assert (bakery.people.count(), left.verdict, left.decided_at) == (0, "", None)


def test_a_person_with_whom_something_passed_since_stays(bakery: Business, anna: User) -> None:
    left = make_left_out(bakery)
    person = sorting.call_person(left, by=anna)
    make_touch(bakery, person)
    sorting.take_back_call(left, by=anna)
    assert bakery.people.listed().get() == person


def test_a_call_is_taken_back_where_the_person_is_gone(bakery: Business, anna: User) -> None:
    left = make_left_out(bakery)
    sorting.call_person(left, by=anna).remove(by=anna)
    sorting.take_back_call(left, by=anna)
    assert left.verdict == ""


def test_somebody_left_out_comes_back_and_goes_again(bakery: Business, anna: User) -> None:
    person = make_person(bakery, mail="shop@news.example")
    person.leave_out(by=anna)
    left = make_left_out(bakery)
    assert sorting.call_person(left, by=anna) == person
    person.refresh_from_db()
    assert person.is_listed
    sorting.take_back_call(left, by=anna)
    person.refresh_from_db()
    assert not person.is_listed


def test_no_person_leaves_out_and_remembers_the_addresses(
    browser: Visitor, bakery: Business
) -> None:
    person = make_person(bakery, "Tickets", mail="tickets@fair.example")
    response = browser.post(address("no_person", bakery, person.pk))
    person.refresh_from_db()
    assert (person.is_listed, bakery.left_out.get().verdict) == (False, "no")
    assert Work(bakery, make_import(bakery)).verdicts == {"tickets@fair.example": "no"}
    press_undo(browser, response)
    person.refresh_from_db()
    assert (person.is_listed, bakery.left_out.count()) == (True, 0)


def test_whoever_is_taken_back_in_elsewhere_is_somebody_again(bakery: Business, anna: User) -> None:
    person = make_person(bakery, "Tickets", mail="tickets@fair.example")
    sorting.call_nobody(person, by=anna)
    person.take_back_in(by=anna)
    assert Work(bakery, make_import(bakery)).verdicts == {}


def test_no_person_is_taken_back_from_the_list_too(bakery: Business, anna: User) -> None:
    person = make_person(bakery, "Tickets", mail="tickets@fair.example")
    sorting.call_nobody(person, by=anna)
    sorting.take_back_call(bakery.left_out.get(), by=anna)
    person.refresh_from_db()
    assert (person.is_listed, bakery.left_out.count()) == (True, 0)


def test_what_a_rule_said_of_them_stays_where_no_person_is_taken_back(
    bakery: Business, anna: User
) -> None:
    left = make_left_out(bakery, "tickets@fair.example")
    person = make_person(bakery, "Tickets", mail="tickets@fair.example")
    sorting.call_nobody(person, by=anna)
    sorting.take_back_nobody(person, by=anna)
    left.refresh_from_db()
    assert (left.verdict, left.messages) == ("", 3)


def test_a_mailbox_is_read_again_from_its_beginning(browser: Visitor, bakery: Business) -> None:
    places = {"INBOX": {"last_uid": 9}}
    account = make_live_account(
        bakery, folders=[{"name": "INBOX"}], cursor={"places": places, "other": 1}
    )
    browser.post(address("read_again", bakery, account.pk))
    account.refresh_from_db()
    assert account.cursor == {"places": {}, "other": 1}


def test_a_mailbox_that_rests_is_not_read_again(browser: Visitor, bakery: Business) -> None:
    account = make_live_account(bakery, is_paused=True, cursor={"places": {"INBOX": {}}})
    assert browser.post(address("read_again", bakery, account.pk)).status_code == 409
    account.refresh_from_db()
    assert account.cursor == {"places": {"INBOX": {}}}
