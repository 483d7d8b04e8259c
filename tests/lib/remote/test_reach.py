"""What may be visited, whatever name it goes by."""

import ipaddress
import socket
import ssl
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passo.lib.remote import dav, imap, reach
from passo.lib.remote.address import as_site, download
from passo.lib.remote.server import Server, Site
from passo.lib.remote.unreachable import Forbidden, NotTrusted, Silent, Unreachable
from tests.lib.remote.library import say, web_parrot

PUBLIC = ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"]
OURS = [
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.20", "100.64.1.1", "::1",
    "fd12:3456::1", "::ffff:127.0.0.1", "::ffff:192.168.1.20", "64:ff9b::a01:203",
    "2002:7f00:1::", "2002:c0a8:0114::1",
]  # fmt: skip
NOBODYS = [
    "0.0.0.0", "::",  # noqa: S104 -- nobody listens there
    "169.254.169.254", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe",
    "fe80::1", "fe80::1%1", "224.0.0.1", "ff02::1", "168.63.129.16", "fd00:ec2::254",
    "fd20:ce::254", "100.100.100.200", "::7f00:1", "fec0::1",
]  # fmt: skip


@pytest.fixture
def alone(settings: Any) -> None:
    """As it is where many businesses share one Passo."""
    settings.REACH_PRIVATE = False


@pytest.mark.parametrize("written", PUBLIC)
def test_the_public_is_visited_but_never_bare(written: str) -> None:
    address = ipaddress.ip_address(written)
    assert reach.may_visit(address)
    assert not reach.may_visit(address, plain=True)


@pytest.mark.parametrize("written", OURS)
def test_the_house_is_visited_only_with_leave(written: str, settings: Any) -> None:
    address = ipaddress.ip_address(written)
    assert reach.may_visit(address)
    assert reach.may_visit(address, plain=True)
    settings.REACH_PRIVATE = False
    assert not reach.may_visit(address)


@pytest.mark.parametrize("written", NOBODYS)
def test_what_is_nobodys_is_never_visited(written: str) -> None:
    assert not reach.may_visit(ipaddress.ip_address(written))


@given(st.ip_addresses())
def test_no_address_is_both_public_and_ours(address: Any) -> None:
    assert not (reach.is_public(address) and reach.is_ours(address))
    if isinstance(address, ipaddress.IPv4Address):
        mapped = ipaddress.IPv6Address(f"::ffff:{address}")
        assert reach.is_public(mapped) == reach.is_public(address)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_without_leave_nobody_knocks_at_our_own_doors(alone: None, host: str) -> None:
    inside = "inside the network that this Passo runs in"
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        door.settimeout(0.05)
        with pytest.raises(Forbidden, match=inside):
            imap.folders(Server(host, port))
        near = f"[{host}]" if ":" in host else host
        with pytest.raises(Forbidden, match=inside):
            dav.collections(Site(f"http://{near}:{port}/", "anna", "secret"))
        with pytest.raises(Forbidden, match=inside), download(as_site(f"http://{near}:{port}/a")):
            pass
        with pytest.raises(TimeoutError):
            door.accept()


def test_a_redirect_leads_to_no_door_that_is_closed(settings: Any) -> None:
    def onward(request: Any) -> None:
        settings.REACH_PRIVATE = False
        say(request, 302, Location="http://127.0.0.1:1/secret", Connection="close")

    with web_parrot(onward) as address, pytest.raises(Forbidden), download(as_site(address)):
        pass


def test_a_name_is_looked_up_once_and_visited_there(monkeypatch: Any, alone: None) -> None:
    """The second answer would be this machine: nobody asks for it."""
    answers = [("93.184.216.34", 993), ("127.0.0.1", 993)]
    dialled: list[Any] = []

    def look_up(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", answers.pop(0))]

    def refused(line: socket.socket, target: Any) -> None:
        dialled.append(target)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket.socket, "connect", refused)
    with pytest.raises(Silent, match=r"Nobody answers at mail\.example, port 993"):
        imap.folders(Server("mail.example"))
    assert dialled == [("93.184.216.34", 993)]


def test_a_password_crosses_no_public_line_unencrypted(monkeypatch: Any) -> None:
    def look_up(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 143))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(NotTrusted, match="not encrypted"):
        imap.folders(Server("mail.example", 143, "plain"))
    with pytest.raises(NotTrusted, match="not encrypted"):
        dav.collections(Site("http://mail.example/", "anna", "secret"))


def test_a_name_that_nobody_has_is_said(monkeypatch: Any) -> None:
    def look_up(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    for server in (Server("mail.exmaple"), Server("." * 300)):
        with pytest.raises(Unreachable, match="no server called"):
            imap.folders(server)


def test_of_several_addresses_the_first_that_answers_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        line = reach.connect("localhost", port, seconds=5)
        assert line.getpeername() == ("127.0.0.1", port)
        line.close()


def test_who_has_no_time_left_is_told_so(monkeypatch: Any) -> None:
    with pytest.raises(Silent, match="took too long"):
        reach.connect("127.0.0.1", 9, seconds=0)


def test_an_encrypted_line_that_breaks_is_no_matter_of_encryption() -> None:
    assert isinstance(reach.tls_problem("mail.example", ssl.SSLEOFError()), Silent)
    assert isinstance(reach.tls_problem("mail.example", ssl.SSLError()), NotTrusted)


def test_a_deaf_address_leaves_time_for_the_next(monkeypatch: Any) -> None:
    waits: list[float] = []

    def look_up(*_: Any, **__: Any) -> list[Any]:
        deaf = (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2606:2800:220:1::1", 993, 0, 0))
        return [deaf, (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 993))]

    def deaf(line: socket.socket, target: Any) -> None:
        waits.append(line.gettimeout() or 0)
        raise TimeoutError

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket.socket, "connect", deaf)
    with pytest.raises(Silent, match="took too long"):
        reach.connect("mail.example", 993, seconds=30)
    assert waits[0] <= 15
    assert len(waits) == 2
