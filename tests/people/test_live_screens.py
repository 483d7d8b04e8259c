"""Connecting, watching and leaving an account, as its owner does it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from passo.businesses.models import Business, User
from passo.lib.refusal import Refusal
from passo.lib.remote.server import Server, Site
from passo.people.bringing_in import undoing
from passo.people.live import connecting, forms, keeping, looking
from passo.people.models import Import, LiveAccount
from passo.people.views import live, live_adding
from tests.lib.remote.library import PASSWORD as BOOKS_PASSWORD
from tests.lib.remote.library import Library, say, web_parrot
from tests.lib.remote.post_office import PASSWORD, USER, PostOffice
from tests.people.live_world import (
    connect_mailbox,
    fresh,
    letter,
    look,
    names_of,
    read_mailbox,
)
from tests.people_world import make_live_account
from tests.world import Visitor, make_member, words_of

Client = Callable[[User | None], Visitor]


@pytest.fixture(autouse=True)
def in_the_shop(settings: Any) -> None:
    settings.REACH_PRIVATE = True


def typed(office: PostOffice, **changes: Any) -> dict[str, Any]:
    said = {"address": USER, "password": PASSWORD, "host": "localhost", "port": office.port}
    return {**said, "security": "plain", "user": "", **changes}


def address(name: str, business: Business, *more: Any) -> str:
    return reverse(name, args=[business.slug, *more])


def test_a_mailbox_is_connected_in_small_steps(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    office.post(letter("one"))
    office.post(
        letter("sent", "Anna <anna@bakery.example>", "Luca Ferri <l@f.example>"), folder="Sent"
    )
    office.post(letter("spam", "Win <win@win.example>"), folder="Junk")
    browser = client_of(anna)
    assert "No account yet" in words_of(browser.get(address("live_accounts", bakery)))
    first = browser.get(address("add_live_account", bakery))
    assert "What is your mail address?" in words_of(first)
    chosen = browser.post(address("add_mailbox", bakery), typed(office), follow=True)
    page = chosen.content.decode()
    assert "Choose what Passo may read" in page
    assert 'value="INBOX" checked' in page
    assert 'value="Sent" checked' in page
    assert 'value="Junk">' in page
    account = LiveAccount.objects.get(business=bakery)
    assert bakery.touches.count() == 0
    done = browser.post(
        address("choose_folders", bakery, account.pk), {"folders": ["INBOX", "Sent"]}, follow=True
    )
    assert "Starts in a moment" in words_of(done)
    assert "<progress" in done.content.decode()
    looking.look_into(bakery, account.pk)
    assert names_of(bakery) == ["Luca Ferri", "Marta Conti"]
    status = words_of(browser.get(address("live_account", bakery, account.pk)))
    assert "Works" in status
    assert "Inbox, Sent" in status
    listed = words_of(browser.get(address("live_accounts", bakery)))
    assert "2 mails" in listed
    assert "Look now" in listed


def test_a_password_is_never_shown_again(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    browser = client_of(anna)
    wrong = browser.post(address("add_mailbox", bakery), typed(office, password="not this one"))
    assert "did not accept this name and password" in words_of(wrong)
    assert "not this one" not in wrong.content.decode()
    assert LiveAccount.objects.count() == 0
    account = read_mailbox(bakery, office, by=anna)
    for name in ("live_account", "choose_folders", "retype_password", "disconnect_live_account"):
        page = browser.get(address(name, bakery, account.pk)).content.decode()
        assert PASSWORD not in page
    assert PASSWORD not in str(list(bakery.changes.values()))


def test_the_provider_s_hint_comes_before_the_password(
    bakery: Business, anna: User, client_of: Client
) -> None:
    page = client_of(anna).get(address("add_mailbox", bakery), {"address": "chiara@gmail.com"})
    assert "Google wants an app password" in words_of(page)
    assert 'value="chiara@gmail.com"' in page.content.decode()


def test_what_a_server_says_is_shown_as_text(
    bakery: Business, anna: User, client_of: Client
) -> None:
    def rude(request: Any) -> None:
        request.send_response(403, "<script>alert(1)</script>")
        request.send_header("Content-Length", "0")
        request.end_headers()

    with web_parrot(rude) as place:
        page = client_of(anna).post(address("add_calendar", bakery), {"address": f"{place}/x.ics"})
    assert "<script>alert" not in page.content.decode()
    assert "&lt;script&gt;alert(1)" in page.content.decode()


def test_a_machine_in_the_house_is_not_knocked_at_unless_allowed(
    bakery: Business, anna: User, office: PostOffice, client_of: Client, settings: Any
) -> None:
    settings.REACH_PRIVATE = False
    page = client_of(anna).post(address("add_mailbox", bakery), typed(office))
    assert page.status_code == 200
    assert LiveAccount.objects.count() == 0


def test_nobody_but_an_owner_connects_or_changes(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    ben, vera = (make_member(bakery, role, role=role).user for role in ("staff", "viewer"))
    account = read_mailbox(bakery, office, by=anna)
    for user in (ben, vera):
        browser = client_of(user)
        seen = words_of(browser.get(address("live_accounts", bakery)))
        assert account.name in seen
        assert "Connect an account" not in seen
        assert browser.post(address("add_mailbox", bakery), typed(office)).status_code == 403
        assert browser.post(address("pause_live_account", bakery, account.pk)).status_code == 403
    assert client_of(vera).post(address("look_now", bakery, account.pk)).status_code == 403
    assert client_of(ben).post(address("look_now", bakery, account.pk)).status_code == 302


def test_a_password_is_typed_again_and_all_goes_on(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    account = read_mailbox(bakery, office, by=anna)
    LiveAccount.objects.filter(pk=account.pk).update(user=USER)
    account.password = "changed over there"
    account.save()
    account = look(account)
    browser = client_of(anna)
    listed = words_of(browser.get(address("live_accounts", bakery)))
    assert "Needs its password again" in listed
    assert "Type it again" in listed
    refused = browser.post(address("look_now", bakery, account.pk))
    assert refused.status_code == 409
    here = address("retype_password", bakery, account.pk)
    assert "did not accept" in words_of(browser.post(here, {"password": "no"}))
    assert fresh(account).password == "changed over there"
    browser.post(here, {"password": PASSWORD})
    office.post(letter("late"))
    looking.look_into(bakery, account.pk)
    assert fresh(account).error == ""
    assert bakery.touches.count() == 1


def test_an_account_rests_and_goes_on(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    account = read_mailbox(bakery, office, by=anna)
    office.post(letter("later"))
    browser = client_of(anna)
    browser.post(address("pause_live_account", bakery, account.pk))
    looking.look_into(bakery, account.pk)
    assert bakery.touches.count() == 0
    assert "Rests" in words_of(browser.get(address("live_account", bakery, account.pk)))
    browser.post(address("resume_live_account", bakery, account.pk))
    looking.look_into(bakery, account.pk)
    assert bakery.touches.count() == 1


@pytest.mark.parametrize("said", ["stays", "goes"])
def test_what_an_account_brought_stays_or_goes(
    bakery: Business, anna: User, office: PostOffice, client_of: Client, said: str
) -> None:
    office.post(letter("one"))
    account = read_mailbox(bakery, office, by=anna)
    browser = client_of(anna)
    here = address("disconnect_live_account", bakery, account.pk)
    asked = words_of(browser.post(here))
    assert "What shall become of them?" in asked
    assert LiveAccount.objects.exists()
    browser.post(here, {"brought": said})
    assert not LiveAccount.objects.exists()
    undoing.carry_out(bakery, account.brings_id, anna.pk)
    assert names_of(bakery) == (["Marta Conti"] if said == "stays" else [])
    assert bakery.touches.count() == (1 if said == "stays" else 0)
    assert PASSWORD not in str(list(bakery.changes.values("before", "after")))


def test_what_was_taken_back_does_not_come_again_by_itself(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    office.post(letter("one"))
    account = read_mailbox(bakery, office, by=anna)
    undoing.begin(account.brings, by=anna)
    undoing.carry_out(bakery, account.brings_id, anna.pk)
    account = look(account)
    assert names_of(bakery) == []
    browser = client_of(anna)
    page = words_of(browser.get(address("live_account", bakery, account.pk)))
    assert "what it brought was taken back" in page
    browser.post(address("resume_live_account", bakery, account.pk))
    looking.look_into(bakery, account.pk)
    assert names_of(bakery) == ["Marta Conti"]


def test_calendars_and_contacts_come_from_one_sign_in(
    bakery: Business, anna: User, books: Library, client_of: Client
) -> None:
    books.make(calendar="jobs", book="clients")
    books.put("clients/a.vcf", "Marta Conti")
    browser = client_of(anna)
    said = {"address": "anna@bakery.example", "password": BOOKS_PASSWORD, "user": "anna"}
    page = browser.post(address("add_books", bakery), {**said, "site": books.root}, follow=True)
    assert "Jobs" in words_of(page)
    calendar, contacts = LiveAccount.objects.order_by("kind")
    (name,) = [one["name"] for one in keeping.choices_of(calendar)]
    here = address("choose_folders", bakery, calendar.pk)
    page = browser.post(here, {"folders": [name]}, follow=True)
    assert "Clients" in words_of(page)
    (name,) = [one["name"] for one in keeping.choices_of(contacts)]
    here = address("choose_folders", bakery, contacts.pk)
    page = browser.post(here, {"folders": [name]}, follow=True)
    assert "Passo begins to look" in page.content.decode()
    looking.look_into(bakery, contacts.pk)
    assert names_of(bakery) == ["Marta Conti"]


def test_an_empty_choice_is_asked_for(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    account = connect_mailbox(bakery, office, by=anna)
    page = client_of(anna).post(address("choose_folders", bakery, account.pk), {})
    assert "Please choose at least one." in words_of(page)


def test_new_folders_are_found_when_asked_for(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    account = connect_mailbox(bakery, office, by=anna)
    office.post(letter("x"), folder="Offers")
    browser = client_of(anna)
    page = browser.post(address("find_folders", bakery, account.pk), follow=True)
    assert "Offers" in words_of(page)


def test_the_list_asks_the_database_the_same_however_long_it_is(
    bakery: Business, vera: User, client_of: Client
) -> None:
    browser = client_of(vera)
    asked = []
    for number in range(12):
        made = Import.objects.create(business=bakery, kind="imap", name=f"{number}", state="done")
        make_live_account(bakery, name=f"posta {number}", brings=made)
        with CaptureQueriesContext(connection) as seen:
            browser.get(address("live_accounts", bakery))
        asked.append(len(seen))
    assert asked[1] == asked[-1]


def test_usual_servers_are_tried_one_after_the_other(office: PostOffice, settings: Any) -> None:
    nobody = Server("localhost", 9, "plain", USER, PASSWORD)
    server, found = connecting.find_folders([nobody, office.address()])
    assert server.port == office.port
    assert [folder["name"] for folder in found] == ["INBOX"]


def test_where_nobody_answers_the_form_says_whom_to_ask() -> None:
    nobody = [Server("localhost", port, "plain", "a@bakery.example", "x") for port in (9, 10)]
    with pytest.raises(connecting.Unreachable, match=r"usual addresses of bakery\.example"):
        connecting.find_folders(nobody)


def test_a_provider_with_a_site_for_each_kind(books: Library) -> None:
    books.make(calendar="jobs", book="clients")
    found = connecting.find_collections([Site("http://localhost:9/"), books.site])
    assert {kind: [one["title"] for _s, one in some] for kind, some in found.items()} == {
        "calendar": ["Jobs"],
        "contacts": ["Clients"],
    }


def test_a_server_without_any_calendar_says_so(books: Library) -> None:
    with pytest.raises(connecting.Unreachable, match="no calendar or address book"):
        connecting.find_collections([books.site])


def test_a_named_server_is_the_only_one_tried() -> None:
    form = forms.MailboxForm({"address": "a@b.example", "password": "x", "host": "mx.b.example"})
    assert form.is_valid()
    assert [one.host for one in form.servers()] == ["mx.b.example"]
    form = forms.MailboxForm({"address": "a@b.example", "password": "x"})
    assert form.is_valid()
    assert next(one.host for one in form.servers()) == "imap.b.example"


def test_a_web_page_is_no_calendar(bakery: Business, anna: User, client_of: Client) -> None:
    with web_parrot(lambda request: say(request, 200, b"<html>sign in</html>")) as place:
        page = client_of(anna).post(address("add_calendar", bakery), {"address": f"{place}/c"})
    assert "a web page, not a calendar" in words_of(page)


def test_the_history_names_the_folders_that_were_chosen(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    read_mailbox(bakery, office, by=anna)
    told = words_of(client_of(anna).get(address("history", bakery)))
    assert "Inbox" in told
    assert "{" not in told


def test_a_calendar_s_address_is_pasted_and_read_at_once(
    bakery: Business, anna: User, client_of: Client
) -> None:
    text = b"BEGIN:VCALENDAR\r\nX-WR-CALNAME:Jobs\r\nEND:VCALENDAR\r\n"
    with web_parrot(lambda request: say(request, 200, text)) as place:
        here = address("add_calendar", bakery)
        page = client_of(anna).post(here, {"address": f"{place}/secret.ics"}, follow=True)
        assert "Starts in a moment" in words_of(page)
        account = LiveAccount.objects.get()
        assert account.name == "Jobs"
        looking.look_into(bakery, account.pk)
        assert fresh(account).error == ""
        keeping.find_again(account)
        assert keeping.choices_of(account) == account.folders
    assert "secret.ics" not in page.content.decode()


def test_whoever_tries_too_often_has_to_wait(
    bakery: Business, anna: User, office: PostOffice, client_of: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(live_adding, "MOST_TRIES", 1)
    monkeypatch.setattr(live, "MOST_TRIES", 1)
    account = connect_mailbox(bakery, office, by=anna)
    browser = client_of(anna)
    browser.post(address("add_mailbox", bakery), {})
    assert browser.post(address("add_mailbox", bakery), {}).status_code == 429
    assert browser.post(address("find_folders", bakery, account.pk)).status_code == 429
    assert browser.post(address("retype_password", bakery, account.pk)).status_code == 429


def test_a_server_that_does_not_answer_cannot_be_asked_for_its_folders(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    account = connect_mailbox(bakery, office, by=anna)
    LiveAccount.objects.filter(pk=account.pk).update(port=9)
    answer = client_of(anna).post(address("find_folders", bakery, account.pk))
    assert answer.status_code == 409
    assert "localhost" in words_of(answer)


def test_an_address_book_s_folders_can_be_asked_for_again(
    bakery: Business, anna: User, books: Library
) -> None:
    books.make(book="clients")
    found = connecting.find_collections([books.site])
    (account,) = keeping.add_collections(bakery, found, name="anna", by=anna)
    books.make(book="friends")
    keeping.find_again(account)
    assert {one["title"] for one in keeping.choices_of(account)} == {"Clients", "Friends"}
    with pytest.raises(Refusal, match="at least one"):
        keeping.choose(account, ["nothing of it"], by=anna)


def test_one_site_that_answers_is_enough(books: Library) -> None:
    books.make(book="clients")
    found = connecting.find_collections([books.site, Site("http://localhost:9/")])
    assert list(found) == ["contacts"]


def test_where_it_stands_can_be_had_as_a_part(
    bakery: Business, anna: User, office: PostOffice, client_of: Client
) -> None:
    account = connect_mailbox(bakery, office, by=anna)
    keeping.choose(account, ["INBOX"], by=anna)
    here = address("live_account", bakery, account.pk)
    part = client_of(anna).get(here, headers={"hx-request": "true"}).content.decode()
    assert part.lstrip().startswith("<div")
    assert f'hx-get="{here}"' in part
    looking.look_into(bakery, account.pk)
    part = client_of(anna).get(here, headers={"hx-request": "true"}).content.decode()
    assert "hx-get" not in part
