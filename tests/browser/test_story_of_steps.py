"""The whole way with Passo, once: from three files to a relationship that has come a stone further.

Chiara speaks Italian, Bruno who works with her German. The words are looked up in Passo's own.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.utils import translation
from playwright.sync_api import Locator, Page, expect

from tests.browser import story_files as files
from tests.browser.chromium import PHONE
from tests.browser.looking import barriers, sticking_out
from tests.browser.server import IMPORT_MS, Server, fresh_server
from tests.browser.test_stories import NEW_PASSWORD, set_up_link, toasts

pytestmark = pytest.mark.browser

PROMISE = "Le luci delle scale sistemate in una mattina"
NOTED = ("Chiamare Sandro Neri", "Scrivere a Marta Conti", "Chiamare Luca Ferri")
WORTH = "Nessuno inciampa più al buio."


def it(english: str, **values: str) -> str:
    return in_language("it", english, **values)


def de(english: str, **values: str) -> str:
    return in_language("de", english, **values)


def in_language(code: str, english: str, **values: str) -> str:
    with translation.override(code):
        return translation.gettext(english) % values if values else translation.gettext(english)


@pytest.fixture
def fresh() -> Iterator[Server]:
    with fresh_server() as server, server.serving():
        yield server


def test_from_three_files_to_a_stone_further(
    fresh: Server, page_of: Callable[..., Page], tmp_path: Path
) -> None:
    chiara = page_of(address=fresh.address, locale="it-IT")
    bruno = page_of(address=fresh.address, locale="de-DE", viewport=PHONE)
    client = page_of(address=fresh.address, locale="it-IT", viewport=PHONE)
    home = set_up(chiara, set_up_link(fresh))
    join(bruno, invitation(chiara, home))
    bring_in(chiara, home, files.three_files(tmp_path))
    keep_the_proposed(chiara)
    note_for_today(chiara, home)
    do_one(chiara)
    put_one_off(chiara)
    undo_it(chiara)
    hand_over(chiara, bruno, home)
    link = make_an_offer(chiara, home)
    say_yes(client, link)
    deliver(chiara, home)
    walk_on(chiara, home)


def set_up(page: Page, link: str) -> str:
    page.goto(link)
    page.get_by_label(it("What do you do, in one sentence?")).fill("Impianti nelle case vecchie.")
    onwards(page)
    page.get_by_label(it("What is it called?")).fill("Verdi Impianti")
    onwards(page)
    name, address = files.OWNER.rstrip(">").split(" <")
    introduce(page, it, name, address)
    expect(page.locator("#steps")).to_be_visible()
    return page.url


def introduce(page: Page, said: Callable[[str], str], name: str, address: str) -> None:
    page.get_by_label(said("Your name")).fill(name)
    page.get_by_label(said("Your mail address")).fill(address)
    page.get_by_label(said("A password"), exact=True).fill(NEW_PASSWORD)
    onwards(page)


def onwards(page: Page) -> None:
    page.get_by_role("main").locator("button.button-primary").last.click()


def invitation(page: Page, home: str) -> str:
    page.goto(f"{home}team/")
    page.get_by_label(it("For whom?")).fill("Bruno Koch")
    page.get_by_role("button", name=it("Make a link")).click()
    return page.get_by_label("Link", exact=True).input_value()


def join(page: Page, link: str) -> None:
    page.goto(link)
    introduce(page, de, "Bruno Koch", "bruno@verdi.example")
    expect(page.locator("#steps")).to_be_visible()


def bring_in(page: Page, home: str, names: list[str]) -> None:
    """When the last is read, the page says whom one could walk with."""
    page.goto(f"{home}bring-in/")
    page.set_input_files("#files", names)
    expect(page.get_by_role("heading", name=it("Is this right?"))).to_be_visible()
    onwards(page)
    done = page.locator("#moving").get_by_text(it("Done"), exact=True)
    expect(done).to_have_count(3, timeout=IMPORT_MS)
    page.goto(f"{home}path/")


def keep_the_proposed(page: Page) -> None:
    page.get_by_role("link", name=it("Look at them")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("3")
    assert not barriers(page)
    page.get_by_role("button", name=it("Keep selected")).click()
    for name, _address, _phone in (files.LUCA, files.PAOLA, files.MARTA):
        expect(page.locator("#stage-dialogue")).to_contain_text(name)


def note_for_today(page: Page, home: str) -> None:
    """In one's own words, on the line of the page itself."""
    for line in NOTED:
        page.goto(home)
        page.locator("main input[name=text]").fill(f"{line} oggi")
        page.keyboard.press("Enter")
        page.get_by_role("button", name=it("Keep")).first.click()
    page.goto(home)


def step(page: Page, words: str) -> Locator:
    return page.locator(".step", has=page.get_by_role("heading", name=words))


def do_one(page: Page) -> None:
    step(page, NOTED[0]).get_by_role("button", name=it("Done")).click()
    expect(toasts(page)).to_contain_text(it("Done: “%(step)s”", step=NOTED[0]))


def put_one_off(page: Page) -> None:
    one = step(page, NOTED[1])
    one.get_by_text(it("Later"), exact=True).click()
    one.get_by_role("button", name=it("In 3 days")).click()
    expect(toasts(page)).to_contain_text(NOTED[1])


def undo_it(page: Page) -> None:
    """What was put off stands in Today again."""
    toasts(page).get_by_role("button", name=it("Undo")).last.click()
    expect(step(page, NOTED[1])).to_be_visible()


def hand_over(page: Page, colleague: Page, home: str) -> None:
    one = step(page, NOTED[2])
    one.get_by_text(it("Hand over"), exact=True).click()
    one.get_by_role("button", name="Bruno Koch").click()
    expect(toasts(page)).to_contain_text(NOTED[2])
    page.goto(home)
    expect(step(page, NOTED[2])).to_have_count(0)
    colleague.goto(home)
    expect(step(colleague, NOTED[2])).to_be_visible()


def make_an_offer(page: Page, home: str) -> str:
    """From where Luca stands on the path to the link that he gets."""
    page.goto(f"{home}path/")
    page.locator("#stage-dialogue").get_by_role("link", name="Luca Ferri", exact=True).click()
    page.get_by_role("link", name=it("Write an offer")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Luca Ferri")
    page.get_by_label(it("What do you promise?")).fill(PROMISE)
    page.get_by_label(it("What is in it?")).fill("Tutti i piani misurati")
    page.get_by_label(f"{it('Price')} (EUR)").fill("95")
    page.get_by_label(it("Your hours")).fill("3")
    page.get_by_role("button", name=it("Keep, and look at it")).click()
    page.get_by_role("button", name=it("Make the link")).click()
    return page.get_by_label("Link", exact=True).input_value()


def say_yes(page: Page, link: str) -> None:
    """Without an account, and with nothing else of the business in sight."""
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text(PROMISE)
    assert not barriers(page)
    assert not sticking_out(page, PHONE["width"])
    page.get_by_role("button", name=it("Yes, please")).click()
    expect(page.get_by_role("status")).to_contain_text(it("You said yes. Thank you."))


def deliver(page: Page, home: str) -> None:
    page.goto(f"{home}offers/")
    page.locator(".notice", has_text=PROMISE).get_by_role("link").first.click()
    page.get_by_role("button", name=it("Delivered")).click()
    page.get_by_label(it("What was it worth to them, in their words?")).fill(WORTH)
    page.get_by_role("button", name=it("Keep"), exact=True).click()
    expect(page.locator("blockquote")).to_contain_text(WORTH)


def walk_on(page: Page, home: str) -> None:
    """Passo says how far it has come; she moves Luca there."""
    page.get_by_role("link", name=it("On the path: %(stage)s", stage=it("Dialogue"))).click()
    there = it("Added value")
    expect(page.locator("#stone-added_value")).to_contain_text(WORTH)
    page.get_by_role("button", name=it("Move to %(stage)s", stage=there)).click()
    page.goto(f"{home}path/")
    expect(page.locator("#stage-added_value")).to_contain_text("Luca Ferri")
