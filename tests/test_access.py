"""Who may go where: every address is visited as everybody, by GET and by POST.

Closed by default. A stranger is sent to sign in, Charlie finds nothing of the bakery, a member
whose role does not reach gets a sentence, nobody breaks a page, and looking writes nothing.
"""

import re
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie as Cookies
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.urls import Resolver404, resolve, reverse

from passo.businesses import access
from passo.businesses.models import Business, User
from passo.businesses.models.membership import Role
from tests.addresses import Address, every_address
from tests.world import Visitor, make_operator, things_of, visitor

pytestmark = pytest.mark.django_db

ADDRESSES = every_address()
OF_A_BUSINESS = [one for one in ADDRESSES if one.is_of_a_business]
GET, POST = "GET", "POST"
NOT_THERE, TOO_LITTLE, WRONG_METHOD, TOO_OFTEN = 404, 403, 405, 429

# A visit may leave these behind: who is signed in, and where; nothing that a person would miss.
# And what Today showed, which is what its ranking is held against.
FOOTPRINTS = {"django_session", "usersessions_usersession", "today_shown"}
WRITES = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.IGNORECASE)


class Visit(NamedTuple):
    address: Address
    method: str
    status: int
    leads_to: str
    wrote: tuple[str, ...]
    broke: str = ""

    def __str__(self) -> str:
        arrow = f" to {self.leads_to}" if self.leads_to else ""
        wrote = f", writing to {', '.join(self.wrote)}" if self.wrote else ""
        return f"{self.method} {self.address.route}: {self.status}{arrow}{wrote} {self.broke}"


def visit(
    address: Address,
    method: str,
    path: str,
    signed_in: Cookies,
    *,
    body: str = "",
    referer: str = "",
) -> Visit:
    """One visit by a fresh browser; whatever it changed is put back."""
    cache.clear()
    written: list[str] = []

    def watch(execute: Callable[..., Any], sql: str, *others: Any) -> Any:
        table = WRITES.match(sql)
        if table and table[1] not in FOOTPRINTS:
            written.append(table[1])
        return execute(sql, *others)

    mark = transaction.savepoint()
    browser = Visitor(raise_request_exception=False)
    browser.cookies = Cookies(signed_in)
    with connection.execute_wrapper(watch):
        response = browser.generic(
            method,
            path,
            body,
            content_type="application/x-www-form-urlencoded",
            headers={"referer": referer} if referer else None,
        )
        b"".join(response) if response.streaming else None
    transaction.savepoint_rollback(mark)
    return Visit(
        address,
        method,
        response.status_code,
        response.headers.get("Location", ""),
        tuple(sorted(set(written))),
        repr(response.exc_info[1]) if response.exc_info else "",
    )


def signed_in_as(user: User | None) -> Cookies:
    """Once for a whole walk: signing in before each visit took a quarter of its time."""
    cookies: Cookies = visitor(user).cookies
    return cookies


def walk(
    user: User | None, values: dict[str, Any], addresses: list[Address] = ADDRESSES
) -> Iterator[Visit]:
    signed_in = signed_in_as(user)
    for address in addresses:
        for method in (GET, POST):
            yield visit(address, method, address.filled(values), signed_in)


def sent_to_sign_in(one: Visit) -> bool:
    return one.status == 302 and one.leads_to.startswith(reverse("account_login"))


def assert_none(complaints: list[Visit]) -> None:
    assert not complaints, "\n".join(map(str, complaints))


@pytest.fixture
def things(bakery: Business, ben: User, vera: User) -> dict[str, Any]:
    return things_of(bakery)


@pytest.fixture
def operator(db: None) -> User:
    return make_operator()


def reaches(role: str, mark: str) -> bool:
    """Whether somebody with this role may use a view with this mark."""
    return Role.values.index(role) >= Role.values.index(mark)


def test_every_view_says_who_may_see_it() -> None:
    unmarked = [one.route for one in ADDRESSES if not one.mark]
    assert not unmarked, "These views carry no mark of businesses/access.py."


def test_every_mark_is_one_that_is_known() -> None:
    known = {"public", "signed_in", "operator", *Role.values}
    assert {one.mark for one in ADDRESSES} <= known


def test_what_lies_under_a_business_is_for_its_members_alone() -> None:
    """And the other way round: what is for members names the business in its address."""
    for one in ADDRESSES:
        assert one.is_of_a_business == (one.mark in Role.values), one.route


def test_no_library_is_trusted_that_is_not_used() -> None:
    used = {one.view.__module__ for one in ADDRESSES if one.is_of_a_library}
    assert set(access.LIBRARY_VIEWS) <= used


def test_every_gap_in_an_address_can_be_filled(things: dict[str, Any]) -> None:
    for one in ADDRESSES:
        path = one.filled(things)
        try:
            resolve(path)
        except Resolver404:
            pytest.fail(f"“{one.route}” became {path}, which leads nowhere.")


def test_a_stranger_is_sent_to_sign_in(things: dict[str, Any]) -> None:
    closed = [one for one in ADDRESSES if one.mark != "public" and not one.is_of_a_library]
    assert_none(
        [one for one in walk(None, things, closed) if not sent_to_sign_in(one) or one.wrote]
    )


def test_a_stranger_breaks_nothing_that_is_public(things: dict[str, Any]) -> None:
    open_ones = [one for one in ADDRESSES if one.mark == "public" or one.is_of_a_library]
    assert_none([one for one in walk(None, things, open_ones) if one.status >= 500])


def test_charlie_finds_nothing_of_the_bakery(things: dict[str, Any], charlie: User) -> None:
    """Not even that it exists: an address of the bakery and one of nobody look the same to him."""
    nowhere = things | {"slug": "nobody-has-this"}
    hidden = {NOT_THERE, WRONG_METHOD}
    real = list(walk(charlie, things, OF_A_BUSINESS))
    assert_none([one for one in real if one.status not in hidden or one.wrote])
    unreal = list(walk(charlie, nowhere, OF_A_BUSINESS))
    assert [one.status for one in real] == [one.status for one in unreal]


def test_charlie_cannot_reach_a_thing_of_the_bakery_through_his_own_garage(
    things: dict[str, Any], charlie: User, garage: Business
) -> None:
    """The address names his business, and the number of something that is not his."""
    mixed = things | {"slug": garage.slug}
    named = [one for one in OF_A_BUSINESS if one.names_a_thing]
    hidden = {NOT_THERE, WRONG_METHOD}
    assert_none(
        [one for one in walk(charlie, mixed, named) if one.status not in hidden or one.wrote]
    )


def test_who_does_not_run_this_passo_does_not_see_its_machinery(
    things: dict[str, Any], anna: User
) -> None:
    machinery = [one for one in ADDRESSES if one.mark == "operator"]
    assert machinery
    hidden = {NOT_THERE, WRONG_METHOD}
    assert_none(
        [one for one in walk(anna, things, machinery) if one.status not in hidden or one.wrote]
    )


@pytest.mark.parametrize("role", Role.values)
def test_a_member_may_do_what_the_role_reaches_and_is_told_no_beyond(
    things: dict[str, Any], bakery: Business, role: str
) -> None:
    user = bakery.memberships.filter(role=role).first().user
    within = [one for one in OF_A_BUSINESS if reaches(role, one.mark)]
    beyond = [one for one in OF_A_BUSINESS if not reaches(role, one.mark)]
    broken = {NOT_THERE, TOO_LITTLE, TOO_OFTEN}
    assert_none(
        [one for one in walk(user, things, within) if one.status in broken or one.status >= 500]
    )
    refused = {TOO_LITTLE, WRONG_METHOD}
    assert_none(
        [one for one in walk(user, things, beyond) if one.status not in refused or one.wrote]
    )


def test_a_viewer_changes_nothing_of_the_business(
    things: dict[str, Any], bakery: Business, vera: User
) -> None:
    """What a viewer may post concerns herself alone: what she put off, that she leaves."""
    own = {"today_setaside", "businesses_membership", "businesses_change", "businesses_searchrow"}
    assert_none([one for one in walk(vera, things, OF_A_BUSINESS) if set(one.wrote) - own])


def test_nothing_breaks_for_whoever_runs_this_passo(things: dict[str, Any], operator: User) -> None:
    elsewhere = [one for one in ADDRESSES if not one.is_of_a_business]
    assert_none([one for one in walk(operator, things, elsewhere) if one.status >= 500])


@pytest.mark.parametrize("who", ["anna", "ben", "vera", "charlie", "operator", "nobody"])
def test_looking_writes_nothing(
    things: dict[str, Any], request: pytest.FixtureRequest, who: str
) -> None:
    """Search engines, previews and prefetching browsers look at everything."""
    user = None if who == "nobody" else request.getfixturevalue(who)
    signed_in = signed_in_as(user)
    looks = (visit(one, GET, one.filled(things), signed_in) for one in ADDRESSES)
    assert_none([one for one in looks if one.wrote and not leaves_by_looking(one)])


def leaves_by_looking(one: Visit) -> bool:
    """Allauth's own, each read: a mailed link confirms the address that it was sent to, and the
    page of the mail address notes the one that the user has, where that was not done before.
    """
    return one.address.name in {"account_confirm_email", "account_email"}


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example"]
)
def test_no_address_sends_anybody_elsewhere(
    things: dict[str, Any], anna: User, elsewhere: str
) -> None:
    """A link to Passo can be trusted: it ends at Passo."""
    asked = urlencode({"next": elsewhere})
    for signed_in in (signed_in_as(anna), signed_in_as(None)):
        for one in ADDRESSES:
            for method in (GET, POST):
                path = f"{one.filled(things)}?{asked}"
                led = visit(one, method, path, signed_in, body=asked, referer=elsewhere)
                assert "evil" not in urlsplit(led.leads_to).netloc + led.leads_to[:3], led
                assert not led.leads_to.startswith(elsewhere), led


def test_a_form_without_its_token_is_turned_away(bakery: Business, anna: User) -> None:
    """The crawl goes without tokens; a browser does not."""
    browser = visitor(anna, enforce_csrf_checks=True)
    response = browser.post(reverse("set_aside", args=[bakery.slug, "invite"]))
    assert response.status_code == TOO_LITTLE


def test_each_visit_of_the_world_starts_outside_the_wall() -> None:
    assert isinstance(visitor(), Visitor)
