"""Mail and calendar servers that say what no honest one would."""

import itertools
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from passo.businesses.models import Business, User
from passo.lib.remote import dav, imap
from passo.lib.remote.address import as_site
from passo.lib.remote.server import Server
from passo.lib.remote.unreachable import Forbidden, Unreachable
from passo.people.live import connecting, keeping
from passo.people.live.calendars import stem
from tests.lib.remote.post_office import parrot
from tests.lib.remote.test_dav_strange import BOOK, multistatus, server, tag, told
from tests.people.live_world import fresh, look

pytestmark = pytest.mark.django_db
Request = BaseHTTPRequestHandler


@pytest.fixture(autouse=True)
def in_the_shop(settings: Any) -> None:
    settings.REACH_PRIVATE = True


def test_a_mailbox_whose_folders_have_impossible_names_and_counts_is_read(
    bakery: Business, anna: User
) -> None:
    names = (b"INBOX", b"&AAA-", b"&2AA-", b"a\\0b", b"&IC4-gpj.exe", b"x" * 900)
    folders = b"".join(b'* LIST () "/" "' + one + b'"\r\n' for one in names)
    with parrot(
        ("LIST", [folders + b"TAG OK done\r\n"]),
        ("STATUS", [b"* STATUS x (MESSAGES 9999999999)\r\nTAG OK done\r\n"]),
    ) as office:
        answered, found = connecting.find_folders([office])
        account = keeping.add_mailbox(bakery, answered, found, name="a@x.example", by=anna)
        keeping.choose(account, [one["name"] for one in found], by=anna)
        account = look(account)
    assert not any(set(one["title"]) & set("\0\u202e") for one in account.folders)
    assert len(account.folders) == len(names)


def test_a_calendar_whose_own_name_is_impossible_is_connected(bakery: Business, anna: User) -> None:
    words = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:a\0b\u202e\x07c" + "d" * 500 + "\r\nEND:VCALENDAR\r\n"

    def tell(request: Request, _body: str) -> tuple[int, str]:
        return 200, words

    with server(tell) as kept:
        site = as_site(kept.address)
        name = connecting.name_of_calendar(site)
        account = keeping.add_calendar(bakery, site, name=name, by=anna)
        look(account)
    assert fresh(account).name.startswith("a b c")
    assert fresh(account).error == ""


def test_an_address_that_is_none_is_passed_over(bakery: Business) -> None:
    home = "<c:calendar-home-set><d:href>http://[</d:href></c:calendar-home-set>"

    def tell(request: Request, body: str) -> tuple[int, str]:
        odd = told("http://[x", BOOK), told("//[", BOOK), told("/own/", BOOK)
        return multistatus(told("/", home), *odd)

    with server(tell) as site:
        found = dav.collections(site)
    assert all("[" not in one.address for one in found)


def test_new_versions_of_an_address_that_is_none_are_passed_over(bakery: Business) -> None:
    def tell(request: Request, body: str) -> tuple[int, str]:
        return multistatus(told("http://[x.vcf", tag("1")), told("/own/", BOOK))

    with server(tell) as site:
        book = dav.Collection(f"{site.address}/own/", "own", "contacts")
        assert [batch.entries for batch in dav.changes(site, book)] == [()]


def test_a_server_with_a_thousand_homes_is_not_visited_in_all_of_them(bakery: Business) -> None:
    hrefs = "".join(f"<d:href>/home{n}/</d:href>" for n in range(1_000))
    asked = itertools.count()

    def tell(request: Request, body: str) -> tuple[int, str]:
        next(asked)
        homes = f"<c:calendar-home-set>{hrefs}</c:calendar-home-set>"
        return multistatus(told("/", homes))

    with server(tell) as site:
        assert dav.collections(site) == []
    assert next(asked) < 200


def test_an_answer_of_a_million_parts_within_each_other_is_not_taken_in(bakery: Business) -> None:
    deep = "<d:x>" * 200_000 + "</d:x>" * 200_000
    answer = multistatus(told("/", deep))
    with server(lambda _request, _body: answer) as site, pytest.raises(Unreachable):
        dav.collections(site)


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]", "0", "[::]", "169.254.169.254",
     "[fe80::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "localhost.", "LOCALHOST"],
)  # fmt: skip
def test_no_way_of_writing_it_leads_into_the_house(
    bakery: Business, settings: Any, host: str
) -> None:
    settings.REACH_PRIVATE = False
    for visit in (
        lambda: connecting.name_of_calendar(as_site(f"https://{host}/a.ics")),
        lambda: connecting.find_collections([as_site(f"https://{host}/", "a", "b")]),
        lambda: connecting.find_folders([Server(host.strip("[]"), user="a", password="b")]),
    ):
        with pytest.raises(Unreachable) as said:
            visit()
        assert isinstance(said.value, Forbidden) or "no server called" in said.value.sentence


def test_being_sent_on_into_the_house_is_refused(bakery: Business) -> None:
    answer = 302, "http://169.254.169.254/latest/"
    with server(lambda _request, _body: answer) as site, pytest.raises(Unreachable):
        connecting.name_of_calendar(as_site(site.address))


def test_being_sent_on_to_no_address_is_said(bakery: Business) -> None:
    with server(lambda _request, _body: (302, "http://[x")) as site, pytest.raises(Unreachable):
        dav.collections(site)


def test_the_uid_in_an_address_holds_nothing_a_database_refuses() -> None:
    assert stem("/cal/a%00b%ED%A0%80.ics").encode() == "ab\ufffd\ufffd\ufffd".encode()


def test_a_folder_that_holds_a_zero_byte_is_none() -> None:
    line = b'() "/" {3}'
    assert [one.title for one in imap.folders_in([(line, b"a\0b")])] == []
