"""A small offer from its first word to what it was worth, the client in a window of their own."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import PHONE
from tests.browser.looking import barriers, sticking_out, sticking_out_when_large

pytestmark = pytest.mark.browser
PROMISE = "Your stair lights looked at in one morning"


def toasts(page: Page) -> Locator:
    return page.locator("#toasts")


def write(page: Page, promise: str = PROMISE) -> None:
    page.get_by_label("What do you promise?").fill(promise)
    page.get_by_label("What is in it?").fill("Every landing measured\nNot in it: new lamps")
    page.get_by_label("Price (EUR)").fill("95,50")
    page.get_by_label("Your hours").fill("2")


def send_to_the_first(page: Page) -> str:
    """From the editor to the link: where it leads."""
    page.get_by_role("button", name="Keep, and choose for whom").click()
    page.locator("#people").get_by_role("button").first.click()
    page.get_by_role("button", name="Make the link").click()
    return page.get_by_label("Link", exact=True).input_value()


def holds_on_a_phone(page: Page) -> None:
    assert not barriers(page)
    assert not sticking_out(page, 390)
    assert not sticking_out_when_large(page, 390)
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_small_offer_is_written_sent_taken_delivered_and_valued(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    owner, client = page_of("lena"), page_of()
    owner.goto(f"/b/{ground['slug']}/offers/new/")
    write(owner, "All your lights; and the chargers")
    expect(owner.locator("#smallness")).to_contain_text("two promises")
    write(owner)
    expect(owner.locator("#smallness")).not_to_contain_text("two promises")
    holds_on_a_phone(owner)
    link = send_to_the_first(owner)
    holds_on_a_phone(owner)

    client.goto(link)
    expect(client.get_by_role("heading", level=1)).to_have_text(PROMISE)
    expect(client.get_by_text("€95.50")).to_be_visible()
    holds_on_a_phone(client)
    client.get_by_role("button", name="Yes, please").click()
    expect(client.get_by_role("status")).to_contain_text("You said yes. Thank you.")

    owner.goto(f"/b/{ground['slug']}/offers/")
    expect(owner.locator(".notice", has_text=f"said yes: {PROMISE}")).to_be_visible()
    holds_on_a_phone(owner)
    owner.locator(".notice", has_text=PROMISE).get_by_role("link", name="Look at it").click()
    owner.get_by_label("How many hours did it take?").fill("1:30")
    owner.get_by_role("button", name="Delivered").click()
    expect(toasts(owner)).to_contain_text("In a week, ask what it was worth.")
    holds_on_a_phone(owner)
    owner.get_by_label("What was it worth to them, in their words?").fill("No more dark stairs.")
    owner.get_by_role("button", name="Keep").click()
    expect(owner.locator("blockquote")).to_contain_text("No more dark stairs.")
    holds_on_a_phone(owner)
    toasts(owner).get_by_role("button", name="Undo").last.click()
    expect(owner.locator("blockquote")).to_have_count(0)


def test_a_small_offer_works_without_scripts_and_says_when_it_is_taken_back(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    owner = page_of("lena", java_script_enabled=False)
    client = page_of(java_script_enabled=False, viewport=PHONE)
    owner.goto(f"/b/{ground['slug']}/offers/new/")
    write(owner)
    link = send_to_the_first(owner)
    client.goto(link)
    client.get_by_role("button", name="Not now").click()
    expect(client.get_by_role("status")).to_contain_text("You said: not now.")
    owner.get_by_role("link", name="Back to the offer").click()
    owner.get_by_role("button", name="Take it back").click()
    expect(toasts(owner)).to_contain_text("Taken back.")
    client.goto(link)
    expect(client.get_by_role("heading", level=1)).to_have_text("This offer was taken back.")
