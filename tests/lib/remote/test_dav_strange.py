"""Calendar servers that are old, confused or hostile."""

import base64
import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from passo.lib.remote import dav, web
from passo.lib.remote.dav import Batch, Collection, State
from passo.lib.remote.server import Site
from passo.lib.remote.unreachable import (
    Busy,
    Forbidden,
    Silent,
    TooMuch,
    Unreachable,
    WrongPassword,
)
from tests.lib.remote.library import CARD, PASSWORD, USER, say, web_parrot

BOOK = "<d:resourcetype><d:collection/><a:addressbook/></d:resourcetype>"
SPACES = (
    'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" '
    'xmlns:a="urn:ietf:params:xml:ns:carddav"'
)
Request = BaseHTTPRequestHandler
Tell = Callable[[Request, str], tuple[int, str]]


def told(href: str, props: str = "", status: str = "") -> str:
    stat = f"<d:status>HTTP/1.1 {status}</d:status>" if status else ""
    good = "<d:status>HTTP/1.1 200 OK</d:status>"
    inner = f"<d:propstat><d:prop>{props}</d:prop>{good}</d:propstat>" if props else ""
    return f"<d:response><d:href>{href}</d:href>{stat}{inner}</d:response>"


def multistatus(*parts: str, token: str = "") -> tuple[int, str]:
    end = f"<d:sync-token>{token}</d:sync-token>" if token else ""
    return 207, f"<d:multistatus {SPACES}>{''.join(parts)}{end}</d:multistatus>"


def tag(version: str) -> str:
    return f"<d:getetag>{version}</d:getetag>"


def card(name: str, version: str = "1") -> str:
    content = f"<a:address-data>{CARD.format(uid=name, title=name)}</a:address-data>"
    return told(f"/book/{name}.vcf", tag(version) + content)


@contextmanager
def server(tell: Tell) -> Iterator[Site]:
    """`tell` sees the request and its body, and gives a status and an answer."""

    def answer(request: Request) -> None:
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0)).decode()
        status, text = tell(request, body)
        headers = {"Location": text} if status in {301, 302, 307, 308} else {}
        del request.headers["Content-Length"]
        say(request, status, b"" if headers else text.encode(), **headers)

    with web_parrot(answer) as address:
        yield Site(address, USER, PASSWORD)


def read(site: Site, state: Any = None) -> list[Batch]:
    book = Collection(f"{site.address}/book/", "Book", "contacts")
    return list(dav.changes(site, book, state))


def listing(*names: str, token: str = "") -> tuple[int, str]:
    here = told("/book/", BOOK + (f"<d:sync-token>{token}</d:sync-token>" if token else ""))
    return multistatus(here, *(told(f"/book/{name}.vcf", tag("1")) for name in names))


def bodies(batches: list[Batch]) -> dict[str, bool]:
    """Which came, and which were refused."""
    entries = [one for batch in batches for one in batch.entries]
    return {one.href: one.refused for one in entries}


def test_changes_that_come_in_several_parts_are_all_taken() -> None:
    def tell(request: Request, body: str) -> tuple[int, str]:
        if "multiget" in body:
            return multistatus(card("a", "2"), card("b", "2"))
        more = told("/book/", status="507 Insufficient Storage")
        if ">one<" in body:
            return multistatus(told("/book/a.vcf", tag("2")), more, token="two")
        gone = told("/book/c.vcf", status="404 Not Found")
        again = told("/book/a.vcf", tag("2"))
        return multistatus(told("/book/b.vcf", tag("2")), again, gone, token="three")

    state = State(token="one", etags={"/book/c.vcf": "1", "/book/a.vcf": "1"})
    with server(tell) as site:
        batches = read(site, state)
    assert set(bodies(batches)) == {"/book/a.vcf", "/book/b.vcf"}
    assert [gone for batch in batches for gone in batch.gone] == ["/book/c.vcf"]
    assert batches[-1].state == {
        "token": "three", "etags": {"/book/a.vcf": "2", "/book/b.vcf": "2"}
    }  # fmt: skip


@pytest.mark.parametrize("status", [400, 403, 405, 409, 501])
def test_whatever_it_says_to_an_old_token_all_is_compared(status: int) -> None:
    def tell(request: Request, body: str) -> tuple[int, str]:
        if "sync-collection" in body:
            return status, "<error/>"
        return multistatus(card("a")) if "multiget" in body else listing("a", token="new")

    with server(tell) as site:
        batches = read(site, State(token="old", etags={}))
    assert bodies(batches) == {"/book/a.vcf": False}
    assert batches[-1].state["token"] == "new"


def test_a_server_that_promises_more_for_ever_is_compared() -> None:
    def tell(request: Request, body: str) -> tuple[int, str]:
        if "sync-collection" in body:
            return multistatus(told("/book/", status="507 More"), token="same")
        return listing()

    with server(tell) as site:
        assert read(site, State(token="same", etags={"/book/a.vcf": "1"}))[-1].gone == [
            "/book/a.vcf"
        ]


def test_what_did_not_come_is_asked_for_again() -> None:
    """It stands in the list, and then the server does not hand it out."""

    def tell(request: Request, body: str) -> tuple[int, str]:
        gone = told("/book/gone.vcf", status="404 Not Found")
        return (
            multistatus(card("a"), gone)
            if "multiget" in body
            else listing("a", "forgotten", "gone", token="new")
        )

    with server(tell) as site:
        batches = read(site)
    assert bodies(batches) == {"/book/a.vcf": False, "/book/forgotten.vcf": True}
    state = batches[-1].state
    assert state["token"] == ""
    assert dav.changed(state["etags"], {"/book/forgotten.vcf": "1"})


def test_servers_that_hand_out_entries_only_singly_are_read() -> None:
    def tell(request: Request, body: str) -> tuple[int, str]:
        if request.command == "REPORT":
            return 405, ""
        if request.command == "GET":
            return {"/book/a.vcf": (200, "BEGIN:VCARD"), "/book/b.vcf": (403, "no")}.get(
                request.path, (404, "")
            )
        return listing("a", "b", "c")

    with server(tell) as site:
        batches = read(site)
    assert bodies(batches) == {"/book/a.vcf": False, "/book/b.vcf": True}


def test_a_giant_keeps_nothing_else_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def tell(request: Request, body: str) -> tuple[int, str]:
        if "multiget" in body:
            return multistatus(*(card(name if name != "g" else "g" * 60_000)
                                 for name in "abg" if f"/{name}.vcf" in body))  # fmt: skip
        return listing("a", "b", "g", token="new")

    monkeypatch.setattr(web.Visitor.ask, "__kwdefaults__", {"most": 50_000})
    with server(tell) as site:
        batches = read(site)
    assert bodies(batches) == {"/book/a.vcf": False, "/book/b.vcf": False, "/book/g.vcf": True}
    assert batches[-1].state["token"] == "new"


def test_an_address_may_be_written_in_several_ways() -> None:
    def tell(request: Request, body: str) -> tuple[int, str]:
        if "multiget" in body:
            return multistatus(card("caf%c3%a9 %26"))
        return multistatus(told("/book"), told("http://localhost/book/café &amp;.vcf", tag("1")))

    with server(tell) as site:
        batches = read(site)
        assert list(bodies(batches).values()) == [False]
        assert bodies(read(site, batches[-1].state)) == {}


def test_lists_of_tasks_and_inboxes_are_no_calendars() -> None:
    def kinds(*names: str) -> str:
        inner = "".join(f'<c:comp name="{name}"/>' for name in names)
        return f"<c:supported-calendar-component-set>{inner}</c:supported-calendar-component-set>"

    calendar = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"

    def tell(request: Request, body: str) -> tuple[int, str]:
        if request.headers["Depth"] == "1":
            return multistatus(
                told("/home/", "<d:resourcetype><d:collection/></d:resourcetype>"),
                told("/home/tasks/", calendar + kinds("VTODO")),
                told("/home/both%20things/", calendar + kinds("VTODO", "VEVENT")),
                told("/home/old/", calendar + "<d:displayname> Old one </d:displayname>"),
                told("/home/in/", "<d:resourcetype><c:schedule-inbox/></d:resourcetype>"),
            )
        home = "<c:calendar-home-set><d:href>/home/</d:href></c:calendar-home-set>"
        me = "<d:current-user-principal><d:href>/me/</d:href></d:current-user-principal>"
        return multistatus(told(request.path, home if request.path == "/me/" else me))

    with server(tell) as site:
        found = dav.collections(site)
    assert [one.name for one in found] == ["both things", "Old one"]


def test_a_site_is_left_only_within_its_own_house() -> None:
    def away(request: Request, body: str) -> tuple[int, str]:
        return 301, "https://elsewhere.example/dav/"

    with server(away) as site, pytest.raises(Forbidden, match=r"on to https://elsewhere\.example"):
        dav.collections(site)
    house = web.Visitor(Site("https://caldav.icloud.com/", USER, PASSWORD))
    with house as visitor:
        there = "https://p67-caldav.icloud.com:443/123/calendars/"
        assert visitor.within(visitor.site.address, there) == there
        for other in ("https://icloud.com.evil.example/", "https://evilicloud.com/"):
            with pytest.raises(Forbidden):
                visitor.within(visitor.site.address, other)
        with pytest.raises(Forbidden):
            visitor.within(visitor.site.address, "http://caldav.icloud.com/")


@pytest.mark.parametrize(
    ("status", "kind"), [(401, WrongPassword), (503, Busy), (500, Unreachable), (403, Unreachable)]
)
def test_what_a_server_says_instead_is_told(status: int, kind: type) -> None:
    with server(lambda *_: (status, "")) as site, pytest.raises(kind):
        dav.collections(site)


@pytest.mark.parametrize(
    "body",
    [
        "<html>not this</html",
        "",
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    ],
)
def test_what_is_no_answer_is_said_to_be_none(body: str) -> None:
    with (
        server(lambda *_: (207, body)) as site,
        pytest.raises(Unreachable, match="does not answer as a calendar"),
    ):
        read(site)


def test_a_page_in_place_of_an_answer_is_none() -> None:
    with server(lambda *_: (200, "<html/>")) as site, pytest.raises(Unreachable, match="as a cal"):
        dav.collections(site)


def test_an_endless_list_is_cut() -> None:
    def endless(request: Request) -> None:
        request.send_response(207)
        request.end_headers()
        while True:
            request.wfile.write(told("/book/a.vcf", tag("1")).encode() * 1000)

    with web_parrot(endless) as address, pytest.raises(TooMuch, match="more than 64 MB"):
        read(Site(address, USER, PASSWORD))


def test_headers_that_drip_are_too_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    def drip(request: Request) -> None:
        request.wfile.write(b"HTTP/1.1 207 Fine\r\nX: ")
        for _ in itertools.count():
            time.sleep(0.02)
            request.wfile.write(b".")

    monkeypatch.setattr(web, "IN_ALL", 0.3)
    with web_parrot(drip) as address, pytest.raises(Silent, match="took too long"):
        read(Site(address, USER, PASSWORD))


def test_the_password_is_sent_as_the_letters_it_is_made_of() -> None:
    keys: list[str] = []

    def tell(request: Request, body: str) -> tuple[int, str]:
        keys.append(request.headers["Authorization"])
        return listing()

    with server(tell) as site:
        read(Site(site.address, "anna", "größe€"))
    assert base64.b64decode(keys[0].split()[1]).decode() == "anna:größe€"


def test_no_cookie_is_carried_along() -> None:
    cookies: list[Any] = []

    def tell(request: Request) -> None:
        cookies.append(request.headers["Cookie"])
        say(request, 302 if request.path != "/on" else 401, Location="/on", Set_Cookie="a=b")

    with web_parrot(tell) as address, pytest.raises(WrongPassword):
        read(Site(address, USER, PASSWORD))
    assert cookies == [None, None]
