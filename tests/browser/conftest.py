"""One browser and one Passo for all tests in here; a fresh window for each."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chromium import DESK, QUIETLY, chromium
from tests.browser.looking import Ears
from tests.browser.server import Server, fresh_server

# A busy machine is slow, not wrong. What never comes fails as surely, only later.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIETLY)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def grown() -> Iterator[tuple[Server, dict[str, Any]]]:
    """A Passo with the sample business in it, and what ground.py tells of it."""
    with fresh_server() as server, server.serving():
        yield server, server.python("-m", "tests.browser.ground")


@pytest.fixture(scope="session")
def server(grown: tuple[Server, dict[str, Any]]) -> Server:
    return grown[0]


@pytest.fixture(scope="session")
def ground(grown: tuple[Server, dict[str, Any]]) -> dict[str, Any]:
    return grown[1]


Opener = Callable[..., BrowserContext]


@pytest.fixture
def window(browser: Browser, server: Server, ground: dict[str, Any]) -> Iterator[Opener]:
    """`window("lena")`: a fresh window in which she is signed in; `window()`: nobody is."""
    opened: list[BrowserContext] = []

    def open_one(who: str = "", address: str = server.address, **options: Any) -> BrowserContext:
        settings = {"viewport": DESK, "locale": "en-GB", "reduced_motion": "reduce"} | options
        context = browser.new_context(base_url=address, service_workers="block", **settings)
        context.set_default_timeout(PATIENCE_MS)
        opened.append(context)
        if who:
            session = {"name": ground["cookie"], "value": ground["sessions"][who], "url": address}
            context.add_cookies([session])
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def page_of(window: Opener) -> Iterator[Callable[..., Page]]:
    """A page in a fresh window; at the end it must have had nothing to complain about."""
    listening: list[Ears] = []

    def open_page(who: str = "", **options: Any) -> Page:
        page = window(who, **options).new_page()
        listening.append(Ears(page))
        return page

    yield open_page
    heard = [one for ears in listening for one in ears.told()]
    assert not heard, "\n".join(heard)
