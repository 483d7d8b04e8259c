"""Today under a thumb, in German: every deed is a word, and nothing leaves a narrow screen."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.looking import barriers, sticking_out, sticking_out_when_large

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}

# The longest a mail provider gives out, in a button that opens a mail to it.
LONG = "amministrazione.condominiale@stabile-santo-stefano.example"
PUT_LONG = """(words) => {
  for (const link of document.querySelectorAll("[data-mail]")) link.lastChild.textContent = words;
}"""
# What is kept for ears alone is one pixel wide
SHOWN = """() => [...document.querySelectorAll(".step-actions > :is(a, form, details)")]
  .map((one) => one.querySelector("button, summary") ?? one)
  .map((one) => [one, ...one.querySelectorAll("span")]
    .filter((part) => part.getBoundingClientRect().width > 2)
    .flatMap((part) => [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
    .map((node) => node.textContent.trim()).join(""))"""


@pytest.fixture
def today(page_of: Callable[..., Page], ground: dict[str, Any]) -> Page:
    page = page_of("greta", viewport=PHONE)
    page.goto(f"/b/{ground['slug']}/")
    return page


def fits(page: Page) -> None:
    assert not sticking_out(page, 320)
    assert not sticking_out_when_large(page, PHONE["width"])
    page.set_viewport_size(PHONE)  # type: ignore[arg-type] -- a width and a height


def test_every_deed_of_a_step_is_a_word_on_a_phone(today: Page) -> None:
    words = today.evaluate(SHOWN)
    assert {"Worte", "Später", "Übergeben", "Das nicht"} <= set(words)
    assert all(words)


def test_what_a_deed_asks_stays_on_a_narrow_screen(today: Page) -> None:
    for deed in today.locator(".step").first.locator(".step-deed").all():
        deed.locator("summary").click()
        fits(today)
    assert not barriers(today)


def test_a_long_mail_address_stays_inside_its_button(today: Page) -> None:
    today.locator(".step-open:has-text('Worte')").first.click()
    today.wait_for_selector("[data-mail]")
    today.evaluate(PUT_LONG, LONG)
    fits(today)
