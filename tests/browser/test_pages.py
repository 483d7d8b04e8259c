"""Every page, in both looks and in the longest language: no barrier, nothing cut off."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.chromium import PHONE
from tests.browser.conftest import Opener
from tests.browser.looking import (
    AXE,
    AXE_SHA256,
    Ears,
    barriers,
    sticking_out,
    sticking_out_when_large,
    weight_of,
)

pytestmark = pytest.mark.browser

HEAVIEST_BYTES = 150_000
WRONG = ["/nowhere/"]


@pytest.fixture(scope="session")
def pages(browser: Any, server: Any, ground: dict[str, Any]) -> dict[str, list[str]]:
    """Of all addresses those that answer with a page, to an owner and to a stranger."""
    found = {}
    for who in ("lena", ""):
        context = browser.new_context(base_url=server.address, service_workers="block")
        if who:
            session = {"name": ground["cookie"], "value": ground["sessions"][who]}
            context.add_cookies([session | {"url": server.address}])
        found[who] = [path for path in ground["paths"] if is_page(context, path)]
        context.close()
    return found | {"": [path for path in found[""] if path not in found["lena"]]}


def is_page(context: BrowserContext, path: str) -> bool:
    """Also where a page says no: a used invitation, an export that is gone."""
    answer = context.request.get(path, max_redirects=0)
    kind = answer.headers.get("content-type", "")
    return answer.status in {200, 409, 410} and "text/html" in kind


@pytest.fixture
def walk(
    window: Opener, ground: dict[str, Any], pages: dict[str, list[str]]
) -> Callable[..., Iterator[tuple[str, Page, Ears]]]:
    """Each page of an owner, what a viewer sees otherwise, what strangers see, what goes wrong."""
    home = f"/b/{ground['slug']}/"
    otherwise = [home, f"{home}settings/", f"{home}team/", f"{home}history/", f"{home}delete/"]

    def go(who: str, **options: Any) -> Iterator[tuple[str, Page, Ears]]:
        known, viewer, stranger = (
            window(one, **options).new_page() for one in (who, f"{who}-viewer", "")
        )
        for page, paths in (
            (known, pages["lena"] + WRONG),
            (viewer, otherwise),
            (stranger, pages[""] + WRONG),
        ):
            ears = Ears(page)
            for path in paths:
                page.goto(path)
                yield path, page, ears
        known.route(
            "**/broken/",
            lambda one: one.fulfill(status=500, body=ground["broken"], content_type="text/html"),
        )
        known.goto("/broken/")
        yield "500", known, Ears(known)

    return go


def test_axe_is_the_one_that_was_put_here() -> None:
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() == AXE_SHA256


def test_what_looks_for_trouble_finds_it(window: Opener) -> None:
    """So that an empty list of complaints means something."""
    page = window("lena").new_page()
    page.goto("/")
    assert not barriers(page)
    assert not sticking_out(page, 390)
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert any(one.startswith("label") for one in barriers(page))
    page.evaluate("document.querySelector('main h1').style.width = '500px'")
    assert sticking_out(page, 390)


def test_there_are_pages_to_walk(pages: dict[str, list[str]], ground: dict[str, Any]) -> None:
    assert f"/b/{ground['slug']}/" in pages["lena"]
    assert "/account/login/" in pages[""]


@pytest.mark.parametrize("who", ["lena", "dario"], ids=["light", "dark"])
def test_no_page_has_a_barrier_or_a_complaint(walk: Any, who: str) -> None:
    scheme = "dark" if who == "dario" else "light"
    found = [
        f"{path}: {one}"
        for path, page, ears in walk(who, color_scheme=scheme)
        for one in barriers(page) + ears.told()
    ]
    assert not found, "\n".join(found)


def test_no_page_has_a_barrier_on_a_phone(walk: Any) -> None:
    found = [
        f"{path}: {one}" for path, page, _ in walk("lena", viewport=PHONE) for one in barriers(page)
    ]
    assert not found, "\n".join(found)


def test_nothing_sticks_out_in_german_on_a_phone_and_every_page_says_that_it_is(walk: Any) -> None:
    """German words are the longest; 320 px is what a page at 400 % has left."""
    found = [
        f"{path}: {one}"
        for path, page, _ in walk("greta", viewport=PHONE, locale="de-DE")
        for one in (
            *speaking_another_language(path, page),
            *sticking_out(page, 390),
            *sticking_out(page, 320),
            *sticking_out_when_large(page, 390),
        )
    ]
    assert not found, "\n".join(found)


def speaking_another_language(path: str, page: Page) -> list[str]:
    """Behind a link that stops a mail it is the one of whoever got the mail."""
    speaks = page.locator("html").get_attribute("lang")
    wanted = "en" if path.startswith("/mail/stop/") else "de"
    return [] if speaks == wanted else [f"it says that it speaks {speaks}"]


@pytest.mark.parametrize("who", ["lena", ""], ids=["home", "signing in"])
def test_a_first_visit_weighs_less_than_150_kilobytes(
    window: Opener, ground: dict[str, Any], who: str
) -> None:
    path = f"/b/{ground['slug']}/" if who else "/account/login/"
    context = window(who)
    base = context._impl_obj._options["baseURL"]
    weights = weight_of(context, base + path)
    told = "\n".join(f"{size:>8} {name}" for name, size in sorted(weights.items()))
    assert any(".woff2" in name for name in weights), told
    assert sum(weights.values()) < HEAVIEST_BYTES, told
