"""From a mail address to servers."""

import pytest

from passo.lib.remote.guess import PROVIDERS, guess, guess_sites, hint


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("anna@gmail.com", "imap.gmail.com"),
        (" Anna@Web.DE ", "imap.web.de"),
        ("anna@libero.it", "imapmail.libero.it"),
        ("anna@t-online.de", "secureimap.t-online.de"),
        ("anna@bakery.example", "imap.bakery.example"),
        ("anna@bäckerei.example", "imap.bäckerei.example"),
    ],
)
def test_the_likeliest_server_comes_first(address: str, host: str) -> None:
    server = guess(address, "secret")[0]
    assert (server.host, server.port, server.security) == (host, 993, "tls")
    assert (server.user, server.password) == (address.strip(), "secret")


@pytest.mark.parametrize("address", ["", "anna", "anna@", "anna@nas", "a@b c.it", "a@b/c.it"])
def test_what_is_no_address_leads_nowhere(address: str) -> None:
    assert guess(address) == guess_sites(address) == []
    assert hint(address) == ""


def test_calendars_are_looked_for_where_the_provider_keeps_them() -> None:
    assert [one.address for one in guess_sites("anna@icloud.com")] == [
        "https://caldav.icloud.com/",
        "https://contacts.icloud.com/",
    ]
    assert guess_sites("anna@bakery.example")[0].address == "https://bakery.example/"


def test_who_needs_more_than_a_password_is_told_what() -> None:
    assert "app password" in hint("anna@yahoo.it")
    assert "iCal" in hint("anna@gmail.com")
    assert guess_sites("anna@gmail.com") == []
    assert guess("anna@proton.me") == []
    assert "Bridge" in hint("anna@proton.me")


def test_no_domain_belongs_to_two_providers() -> None:
    domains = [domain for provider in PROVIDERS for domain in provider.domains.split()]
    assert len(domains) == len(set(domains))
