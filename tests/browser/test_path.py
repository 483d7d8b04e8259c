"""The path in a real browser: a card carried by the mouse, by keys and from a list, and a thumb."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import barriers, sticking_out, sticking_out_when_large
from tests.browser.server import Server

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def here(page_of: Callable[..., Page], ground: dict[str, Any]) -> Page:
    page = page_of("lena")
    page.goto(f"/b/{ground['slug']}/path/")
    return page


def stage(page: Page, name: str) -> Locator:
    return page.locator(f"#stage-{name}")


def first_of(page: Page, name: str) -> str:
    return stage(page, name).locator(".card h3").first.inner_text()


def stands_at(page: Page, who: str, name: str) -> None:
    expect(stage(page, name).locator(".card h3").first).to_have_text(who)


def undo(page: Page, who: str, name: str) -> None:
    page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(stage(page, name)).to_contain_text(who)


def test_a_card_is_carried_by_the_mouse_and_taken_back(here: Page) -> None:
    who = first_of(here, "dialogue")
    card = stage(here, "dialogue").locator(".card").first
    card.drag_to(stage(here, "small_offer"), target_position={"x": 60, "y": 40})
    expect(here.locator("#toasts")).to_contain_text(f"{who} stands at Small offer now.")
    stands_at(here, who, "small_offer")
    undo(here, who, "dialogue")


def test_a_card_is_walked_to_and_carried_by_keys(here: Page) -> None:
    who = first_of(here, "dialogue")
    name = stage(here, "dialogue").locator(".card h3 a").first
    name.focus()
    here.keyboard.press("ArrowDown")
    here.keyboard.press("ArrowUp")
    expect(name).to_be_focused()
    here.keyboard.press("Shift+ArrowRight")
    stands_at(here, who, "small_offer")
    expect(stage(here, "small_offer").locator(".card h3 a").first).to_be_focused()
    here.keyboard.press("ArrowLeft")
    expect(stage(here, "dialogue").locator(".card h3 a").first).to_be_focused()
    undo(here, who, "dialogue")


def test_a_card_is_moved_from_the_list_of_the_seven(here: Page) -> None:
    who = first_of(here, "dialogue")
    stage(here, "dialogue").get_by_role("link", name=f"Move {who}").click()
    dialog = here.get_by_role("dialog", name="Where does it stand?")
    expect(dialog).to_contain_text(who)
    assert not barriers(here)
    here.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    stands_at(here, who, "dialogue")
    stage(here, "dialogue").get_by_role("link", name=f"Move {who}").click()
    dialog.get_by_role("button", name="Trust").click()
    stands_at(here, who, "trust")
    assert not barriers(here)
    undo(here, who, "dialogue")


def test_a_thumb_unfolds_a_stage_and_moves_somebody(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena", viewport=PHONE, has_touch=True)
    page.goto(f"/b/{ground['slug']}/path/")
    expect(stage(page, "client").locator(".card").first).to_be_hidden()
    page.get_by_role("navigation", name="Stages").get_by_role("link", name="Client").tap()
    expect(stage(page, "client").locator(".card").first).to_be_visible()
    assert not sticking_out(page, PHONE["width"])
    assert not sticking_out_when_large(page, PHONE["width"])
    who = first_of(page, "client")
    page.get_by_role("link", name=f"Move {who}").tap()
    page.get_by_role("dialog").get_by_role("button", name="Trust").tap()
    expect(page.locator("#toasts")).to_contain_text(f"{who} stands at Trust now.")
    expect(stage(page, "trust").locator(".card h3 a").first).to_be_focused()
    page.locator("#toasts").get_by_role("button", name="Undo").tap()
    expect(page.locator("#toasts")).to_contain_text("It is as it was before.")


def test_without_scripts_a_form_moves_somebody(
    page_of: Callable[..., Page], ground: dict[str, Any], server: Server
) -> None:
    page = page_of("lena", java_script_enabled=False)
    page.goto(f"/b/{ground['slug']}/path/")
    stage(page, "dialogue").get_by_role("link", name="Move").first.click()
    page.locator("#move").get_by_role("button", name="Small offer").click()
    expect(page.locator("#toasts")).to_contain_text("stands at Small offer now.")
    page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(page.locator("#move").get_by_role("button", name="Dialogue")).to_be_disabled()
