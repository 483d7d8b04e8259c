"""The list of people in a real browser: typed into, walked by keys, changed in place, selected."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import PHONE
from tests.browser.looking import barriers, sticking_out

pytestmark = pytest.mark.browser


@pytest.fixture
def here(page_of: Callable[..., Page], ground: dict[str, Any]) -> Page:
    page = page_of("lena")
    page.goto(f"/b/{ground['slug']}/people/")
    return page


def rows(page: Page) -> Locator:
    return page.locator(".people-list tbody tr")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def names(page: Page) -> list[str]:
    return page.locator("[data-open]").all_text_contents()


def to_the_end(page: Page) -> None:
    """What the bar lies over is no target."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")


def test_the_list_narrows_as_one_types_and_the_address_follows(here: Page) -> None:
    first = names(here)[0]
    here.keyboard.press("/")
    here.keyboard.type(first[:5])
    expect(rows(here).first).to_contain_text(first)
    expect(here.get_by_role("status").filter(has_text="the best first")).to_be_visible()
    here.wait_for_url("**/people/?q=*")
    here.get_by_label("In which order?").select_option("closest")
    here.wait_for_url("**sort=closest*")
    assert not barriers(here)


def test_keys_walk_the_rows_select_and_open(here: Page) -> None:
    there = names(here)
    for _press in range(3):
        here.keyboard.press("j")
    here.keyboard.press("k")
    assert focused(here) == there[1]
    here.keyboard.press("x")
    expect(here.locator("[data-count]")).to_have_text("1")
    here.keyboard.press("Enter")
    expect(here.get_by_role("heading", level=1)).to_have_text(there[1])


def test_a_name_is_changed_in_its_row_and_taken_back(here: Page) -> None:
    name = names(here)[0]
    here.keyboard.press("j")
    here.keyboard.press("e")
    field = rows(here).first.get_by_label("Name")
    expect(field).to_be_focused()
    here.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(rows(here).first).to_contain_text(name)
    expect(rows(here).first.locator("[data-open]")).to_be_focused()
    here.keyboard.press("e")
    expect(field).to_be_focused()
    field.fill(f"{name} junior")
    here.keyboard.press("Enter")
    expect(rows(here).first.locator("[data-open]")).to_have_text(f"{name} junior")
    here.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(rows(here).first.locator("[data-open]")).to_have_text(name)


def test_a_range_is_selected_with_shift_tagged_and_taken_back(here: Page) -> None:
    boxes = rows(here).get_by_role("checkbox")
    expect(here.locator("#many")).to_be_hidden()
    boxes.nth(0).check()
    boxes.nth(2).click(modifiers=["Shift"])
    expect(here.locator("[data-count]")).to_have_text("3")
    to_the_end(here)
    assert not barriers(here)
    here.get_by_label("Tag", exact=True).last.fill("choir")
    here.get_by_role("button", name="Put on").click()
    expect(rows(here).nth(1)).to_contain_text("choir")
    here.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(rows(here).nth(1)).not_to_contain_text("choir")


def test_what_is_selected_stays_so_when_a_row_is_changed_and_when_one_goes_back(
    here: Page,
) -> None:
    rows(here).first.get_by_role("checkbox").check()
    rows(here).first.locator("[data-open]").focus()
    here.keyboard.press("e")
    here.keyboard.press("Escape")
    expect(rows(here).first.get_by_role("checkbox")).to_be_checked()
    expect(here.locator("[data-count]")).to_have_text("1")
    rows(here).nth(1).locator("[data-open]").click()
    expect(here.get_by_role("heading", level=1)).not_to_have_text("People")
    here.go_back()
    expect(rows(here).first.get_by_role("checkbox")).to_be_checked()
    expect(here.locator("#many")).to_be_visible()


def test_all_on_a_page_are_selected_at_once(here: Page) -> None:
    here.get_by_label("All on this page").check()
    expect(here.locator("[data-count]")).to_have_text(str(rows(here).count()))
    here.get_by_label("All on this page").uncheck()
    expect(here.locator("#many")).to_be_hidden()


def test_a_thumb_selects_and_finds_what_to_do(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena", viewport=PHONE)
    page.goto(f"/b/{ground['slug']}/people/")
    rows(page).get_by_role("checkbox").first.check()
    page.get_by_text("What to do").click()
    expect(page.get_by_role("button", name="Leave out")).to_be_visible()
    assert not sticking_out(page, PHONE["width"])
    to_the_end(page)
    assert not barriers(page)


def test_a_word_longer_than_the_screen_is_broken(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena", viewport=PHONE)
    page.goto(f"/b/{ground['slug']}/people/add/")
    page.get_by_label("Name", exact=True).fill("Zz" + "donaudampfschifffahrt" * 4)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#toasts .toast")).to_be_visible()
    assert not sticking_out(page, PHONE["width"])
    assert not sticking_out(page, 320)
    page.goto(f"/b/{ground['slug']}/people/?q=zzdonau")
    expect(rows(page)).to_have_count(1)
    assert not sticking_out(page, 320)
