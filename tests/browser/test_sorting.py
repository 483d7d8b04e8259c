"""Who counts as a person, in a real browser: what cannot be is said in a line, not on a page."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_provider_known_already_is_said_in_a_line(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena")
    page.goto(f"/b/{ground['slug']}/settings/people/")
    field = page.get_by_label("One more provider")
    field.fill("gmail.com")
    field.press("Enter")
    expect(page.get_by_text("Passo knows this provider already.")).to_be_visible()
    field.fill("post.bakery.example")
    field.press("Enter")
    expect(page.locator("li", has_text="post.bakery.example")).to_be_visible()
    page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(page.locator("li", has_text="post.bakery.example")).to_have_count(0)
