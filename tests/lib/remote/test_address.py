"""A calendar that is subscribed to by its address."""

import gzip
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from passo.lib.remote.address import as_site, download
from passo.lib.remote.server import Site
from passo.lib.remote.unreachable import Busy, Forbidden, Gone, Silent, TooMuch, Unreachable
from tests.lib.remote.library import EVENT, say, web_parrot

CALENDAR = EVENT.format(uid="1", title="Market").encode()
Tell = Callable[[BaseHTTPRequestHandler], None]


def read(address: str, state: Any = None, **options: Any) -> tuple[bytes | None, Any]:
    with download(as_site(address), state, **options) as found:
        return found.file.read() if found.file else None, found.state


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("webcal://cal.example/anna.ics?key=1", "https://cal.example/anna.ics?key=1"),
        ("WEBCAL://cal.example/a", "https://cal.example/a"),
        (" cal.example/anna.ics ", "https://cal.example/anna.ics"),
        ("http://nas/anna.ics#top", "http://nas/anna.ics"),
    ],
)
def test_a_pasted_address_becomes_one_to_visit(written: str, address: str) -> None:
    assert as_site(written) == Site(address)


def test_a_password_in_the_address_is_taken_out_of_it() -> None:
    site = as_site("https://anna:s%C3%BC%40ss@cal.example/a.ics")
    assert site == Site("https://cal.example/a.ics", "anna", "sü@ss")
    assert "sü@ss" not in repr(site)


def test_what_has_not_changed_is_not_sent_again() -> None:
    def tell(request: BaseHTTPRequestHandler) -> None:
        known = request.headers.get("If-None-Match") == '"7"'
        say(request, 304 if known else 200, b"" if known else CALENDAR, ETag='"7"')

    with web_parrot(tell) as address:
        content, state = read(address)
        assert content == CALENDAR
        assert read(address, state) == (None, state)


def test_the_date_of_the_file_serves_where_it_has_no_tag() -> None:
    def tell(request: BaseHTTPRequestHandler) -> None:
        known = "If-Modified-Since" in request.headers
        day = "Mon, 02 Nov 2026 10:00:00 GMT"
        say(request, 304 if known else 200, b"" if known else CALENDAR, Last_Modified=day)

    with web_parrot(tell) as address:
        assert read(address, read(address)[1])[0] is None


def test_the_same_content_is_no_news_even_where_the_server_says_nothing() -> None:
    with web_parrot(lambda request: say(request, 200, CALENDAR)) as address:
        assert read(address, read(address)[1])[0] is None


def test_a_huge_calendar_is_cut_with_a_sentence() -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"BEGIN:VEVENT\r\n" * 1000)

    def promised(request: BaseHTTPRequestHandler) -> None:
        say(request, 200, Content_Length="1000000000")

    for tell in (endless, promised):
        with web_parrot(tell) as address, pytest.raises(TooMuch, match="more than 2 MB"):
            read(address, most=2_000_000)


def test_a_slow_server_is_not_waited_for_for_ever() -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.rfile.read(1)

    with web_parrot(drip) as address, pytest.raises(Silent, match="took too long"):
        read(address, seconds=0.2)


def test_a_page_to_sign_in_is_no_calendar() -> None:
    page = b"\xef\xbb\xbf \n<!DOCTYPE html><title>Sign in</title>"
    said = pytest.raises(Unreachable, match="shows a web page, not a calendar")
    with web_parrot(lambda request: say(request, 200, page)) as address, said:
        read(address)


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (404, Gone, "nothing at this address"),
        (429, Busy, "too much to do"),
        (500, Unreachable, "said: “Internal Server Error”"),
        (204, Unreachable, "204 No Content"),
    ],
)
def test_what_a_server_says_instead_is_told(status: int, kind: type, words: str) -> None:
    said = pytest.raises(kind, match=words)
    with web_parrot(lambda request: say(request, status)) as address, said as caught:
        read(f"{address}/private-1f3a/anna.ics")
    assert "1f3a" not in f"{caught.value}"


def test_redirects_are_followed_but_not_for_ever() -> None:
    def tell(request: BaseHTTPRequestHandler) -> None:
        if request.path == "/there":
            say(request, 200, CALENDAR)
        else:
            say(request, 302, Location="/there" if request.path == "/here" else "/round")

    with web_parrot(tell) as address:
        assert read(f"{address}/here")[0] == CALENDAR
        with pytest.raises(Unreachable, match="in circles"):
            read(f"{address}/round")


def test_a_password_does_not_follow_to_another_host() -> None:
    came: list[str] = []

    def note(request: BaseHTTPRequestHandler) -> None:
        came.append(request.path)
        say(request, 200, CALENDAR)

    with web_parrot(note) as other:
        there = other.replace("localhost", "127.0.0.1")
        with web_parrot(lambda request: say(request, 302, Location=there)) as address:
            with pytest.raises(Forbidden, match="sends Passo on to http"):
                read(address.replace("http://", "http://anna:secret@"))
            assert not came
            assert read(address)[0] == CALENDAR


def test_half_an_answer_is_none() -> None:
    def half(request: BaseHTTPRequestHandler) -> None:
        say(request, 200, CALENDAR[:20], Content_Length=str(len(CALENDAR)))

    with web_parrot(half) as address, pytest.raises(Silent, match="before it was over"):
        read(address)


def test_a_small_packet_that_unpacks_into_a_huge_one_is_cut() -> None:
    bomb = gzip.compress(b"0" * 20_000_000)
    tell: Tell = lambda request: say(request, 200, bomb, Content_Encoding="gzip")  # noqa: E731
    with web_parrot(tell) as address, pytest.raises(TooMuch):
        read(address, most=1_000_000)
