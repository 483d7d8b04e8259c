"""Live accounts from the command line."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from passo.businesses.models import Business, User
from passo.people.models import LiveAccount
from tests.lib.remote.post_office import PASSWORD, PostOffice, post_office
from tests.people.live_world import letter, look, read_mailbox


@pytest.fixture
def office(settings: Any) -> Iterator[PostOffice]:
    settings.REACH_PRIVATE = True
    with post_office() as opened:
        yield opened


def test_a_look_tells_what_it_brought(
    bakery: Business, anna: User, office: PostOffice, passo: Callable[..., Any]
) -> None:
    account = read_mailbox(bakery, office, by=anna)
    office.post(letter("one"))
    said = passo("sync", "--json")
    assert said.code == 0
    assert said.told["people_new"] == said.told["touches_new"] == 1
    (one,) = said.told["accounts"]
    assert one["name"] == account.name
    assert one["state"] == "fine"
    assert one["count"] == 1
    assert one["newest_at"].startswith("2026-11-02T09:00")
    assert PASSWORD not in said.out
    assert passo("sync", account.name, "--json").told["touches_new"] == 0


def test_the_list_says_how_each_is_doing(
    bakery: Business, anna: User, office: PostOffice, passo: Callable[..., Any]
) -> None:
    account = read_mailbox(bakery, office, by=anna)
    LiveAccount.objects.filter(pk=account.pk).update(user="nobody")
    look(account)
    (one,) = passo("accounts", "--business", bakery.slug, "--json").told["accounts"]
    assert one["state"] == "password"
    assert "did not accept" in one["error"]
    assert one["next_run_at"] is None
    assert "did not accept" in passo("accounts").out
    assert passo("sync").code == 1
    assert "type the password again" in passo("sync", account.name).err


def test_an_unknown_account_is_not_there(bakery: Business, passo: Callable[..., Any]) -> None:
    said = passo("sync", "posta")
    assert said.code == 5
    assert "There is no account “posta”." in said.err
    assert passo("accounts").out.strip() == passo("sync").out.strip() == "None yet."
