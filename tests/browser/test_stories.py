"""What people do with Passo, told in a real browser."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Opener
from tests.browser.looking import barriers
from tests.browser.server import Server, fresh_server
from tests.world import PASSWORD

pytestmark = pytest.mark.browser

NEW_PASSWORD = "nine quiet bicycles"
TODAY = re.compile("today", re.IGNORECASE)


@pytest.fixture
def fresh() -> Iterator[Server]:
    """A Passo that nobody has set up yet."""
    with fresh_server() as server, server.serving():
        yield server


def set_up_link(server: Server) -> str:
    """As it stands in the window where Passo was started."""
    found = re.search(r"http://\S+/welcome/[\w-]+/", server.said())
    assert found, server.said()
    return found[0]


def answer_the_three_questions(page: Page) -> None:
    page.get_by_label("What do you do, in one sentence?").fill("We wire homes, small jobs first.")
    assert not barriers(page)
    page.get_by_role("button", name="Next: your business").click()
    page.get_by_label("What is it called?").fill("Verdi Electrics")
    assert not barriers(page)
    page.get_by_role("button", name="Next: you").click()
    introduce(page, "Chiara Verdi", "chiara@example.org")
    assert not barriers(page)
    page.get_by_role("button", name="Open the door").click()


def introduce(page: Page, name: str, mail: str) -> None:
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your mail address").fill(mail)
    page.get_by_label("A password").fill(NEW_PASSWORD)


def toasts(page: Page) -> Locator:
    return page.locator("#toasts")


def test_the_first_start_leads_home_in_three_questions(
    fresh: Server, page_of: Callable[..., Page]
) -> None:
    page = page_of(address=fresh.address)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("ready for its owner")
    page.goto(set_up_link(fresh))
    answer_the_three_questions(page)
    expect(page).to_have_url(re.compile(r"/b/verdi-electrics/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(TODAY)
    page.goto(set_up_link(fresh))
    expect(page.get_by_role("main")).not_to_contain_text("one sentence")


def test_looking_around_first_and_making_it_ones_own_later(
    fresh: Server, page_of: Callable[..., Page]
) -> None:
    page = page_of(address=fresh.address)
    page.goto(set_up_link(fresh))
    page.get_by_role("button", name="Look around first").click()
    expect(page.get_by_role("main")).to_contain_text("This is a sample.")
    page.goto(page.url + "history/")
    expect(page.locator(".timeline li").nth(20)).to_be_visible()
    page.get_by_role("button", name="Remove the sample").click()
    answer_the_three_questions(page)
    expect(page).to_have_url(re.compile(r"/b/verdi-electrics/$"))
    page.goto("/businesses/")
    expect(page.get_by_role("main")).not_to_contain_text("Bianchi")


def test_the_first_start_works_without_scripts(fresh: Server, page_of: Callable[..., Page]) -> None:
    page = page_of(address=fresh.address, java_script_enabled=False)
    page.goto(set_up_link(fresh))
    page.get_by_label("What do you do, in one sentence?").fill("We wire homes.")
    page.get_by_role("button", name="Next: your business").click()
    page.get_by_label("What is it called?").fill("Verdi Electrics")
    page.get_by_role("button", name="Next: you").click()
    introduce(page, "Chiara Verdi", "chiara@example.org")
    page.get_by_role("button", name="Open the door").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TODAY)


def test_a_setting_is_changed_and_undone_without_scripts(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena", java_script_enabled=False)
    home = f"/b/{ground['slug']}/"
    page.goto(f"{home}settings/")
    sentence = page.get_by_label("one sentence")
    before = sentence.input_value()
    sentence.fill("Something else for a moment.")
    page.get_by_role("button", name="Keep these").click()
    expect(toasts(page)).to_contain_text("Your changes are kept.")
    page.goto(f"{home}history/")
    change = page.locator(".timeline li").filter(has_text="Something else for a moment.")
    change.get_by_role("button", name="Undo").first.click()
    expect(toasts(page)).to_contain_text("as it was before")
    page.goto(f"{home}settings/")
    expect(sentence).to_have_value(before)


def test_finding_works_without_scripts(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena", java_script_enabled=False)
    page.goto(f"/b/{ground['slug']}/")
    page.get_by_role("link", name=re.compile("^Find")).first.click()
    page.get_by_label("What are you looking for?").fill("histo")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("main").get_by_role("link", name="History").first.click()
    expect(page).to_have_url(re.compile(r"/history/$"))


def test_the_palette_opens_finds_and_goes(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena")
    page.goto(f"/b/{ground['slug']}/")
    page.keyboard.press("Control+k")
    palette = page.get_by_role("dialog")
    expect(palette).to_be_visible()
    assert not barriers(page)
    page.keyboard.type("histo")
    expect(palette).to_contain_text("History")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/history/"))


def test_the_palette_closes_and_gives_the_focus_back(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena")
    page.goto(f"/b/{ground['slug']}/settings/")
    page.get_by_label("one sentence").focus()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label("one sentence")).to_be_focused()


def test_what_was_put_off_comes_back_from_the_toast(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena")
    page.goto(f"/b/{ground['slug']}/")
    steps = page.locator(".steps > li")
    first = steps.first.get_by_role("heading").inner_text()
    steps.first.get_by_text("Later").click()
    steps.first.get_by_role("button", name="Tomorrow").click()
    expect(page.locator(".step.is-gone")).to_contain_text(first)
    toasts(page).get_by_role("button", name="Undo").click()
    expect(steps.first.get_by_role("heading")).to_have_text(first)


def test_somebody_comes_in_by_an_invitation(
    window: Opener, page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    """The link goes from one browser to another; each sees only what is theirs."""
    owner, newcomer = page_of("lena"), page_of()
    team = f"/b/{ground['slug']}/team/"
    owner.goto(team)
    owner.get_by_label("for whom").fill("Gina")
    owner.get_by_label("Role").select_option("viewer")
    owner.get_by_role("button", name="Make a link").click()
    link = owner.get_by_label("Link").input_value()
    assert not barriers(owner)
    newcomer.goto(link)
    expect(newcomer.get_by_role("main")).to_contain_text("Lena Light invites you")
    assert not barriers(newcomer)
    introduce(newcomer, "Gina Moretti", "gina@example.org")
    newcomer.get_by_role("button", name="Join").click()
    expect(newcomer).to_have_url(re.compile(f"/b/{ground['slug']}/$"))
    owner.goto(team)
    expect(owner.get_by_role("main")).to_contain_text("Gina Moretti")
    stranger = window().new_page()
    stranger.goto(link)
    expect(stranger.get_by_role("button", name="Join")).to_have_count(0)


def test_a_dialog_takes_the_focus_and_gives_it_back(page_of: Callable[..., Page]) -> None:
    page = page_of("lena")
    page.goto("/components/")
    opener = page.get_by_role("button", name="Open the dialog")
    opener.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert not barriers(page)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()


def test_the_look_is_chosen_and_stays(page_of: Callable[..., Page]) -> None:
    page = page_of("chiara", color_scheme="light")
    page.goto("/you/")
    light = brightness(page)
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert brightness(page) < light / 2
    page.goto("/businesses/")
    assert brightness(page) < light / 2
    page.goto("/you/")
    page.get_by_role("button", name="As the device").click()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")
    assert brightness(page) == light


def brightness(page: Page) -> float:
    """Of the paper, 0 to 255, as it was painted."""
    paint = """() => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      const paper = [document.body, document.documentElement]
        .map((one) => getComputedStyle(one).backgroundColor)
        .find((one) => !one.startsWith("rgba(0, 0, 0, 0"));
      canvas.fillStyle = paper;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    }"""
    return float(sum(page.evaluate(paint)) / 3)


def test_the_whole_way_goes_by_keyboard(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    """Sign in, skip to the content, change a setting: no mouse."""
    page = page_of()
    page.goto("/account/login/")
    tab_to(page, "input[type=email]")
    page.keyboard.type("chiara.bianchi@example.org")
    tab_to(page, "input[type=password]")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(TODAY)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "main a, main button")
    page.goto(f"/b/{ground['slug']}/")
    tab_to(page, ".switcher")
    page.keyboard.press("Enter")
    tab_to(page, f"#switcher a[href='/b/{ground['slug']}/settings/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
    tab_to(page, "[name=name]")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(toasts(page)).to_contain_text("Nothing was different.")


def tab_to(page: Page, selector: str) -> None:
    """On the way each stop must be seen: an outline or a shadow around it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        assert here.evaluate(
            "one => getComputedStyle(one).outlineStyle !== 'none'"
            " || getComputedStyle(one).boxShadow !== 'none'"
        ), f"The focus cannot be seen on {here.evaluate('one => one.outerHTML')[:200]}"
        if here.evaluate("(one, wanted) => one.matches(wanted)", selector):
            return
    pytest.fail(f"Sixty times Tab did not lead to {selector}.")


def test_the_shortcuts_are_told_and_lead_on(
    page_of: Callable[..., Page], ground: dict[str, Any]
) -> None:
    page = page_of("lena")
    page.goto(f"/b/{ground['slug']}/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
