"""Bringing in files with a real browser: dropped, sent in pieces, broken off and gone on with."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.chromium import PHONE
from tests.browser.looking import barriers, sticking_out
from tests.browser.server import IMPORT_MS
from tests.people.bringing import CARD, card

pytestmark = pytest.mark.browser

SIGNED_OUT = "This did not work."


@pytest.fixture
def here(page_of: Callable[..., Page], ground: dict[str, Any]) -> Page:
    page = page_of("lena")
    page.goto(f"/b/{ground['slug']}/bring-in/")
    return page


def written(folder: Path, name: str, text: str) -> str:
    place = folder / name
    place.write_text(text)
    return str(place)


def start(page: Page) -> None:
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    page.get_by_role("button", name="Bring").click()


def take_away(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"Not this one {name}").click()
    expect(page.get_by_role("button", name=f"Not this one {name}")).to_have_count(0)


def test_files_are_chosen_looked_at_and_read_while_one_watches(here: Page, tmp_path: Path) -> None:
    here.set_input_files("#files", [written(tmp_path, "nuovi.vcf", CARD + card("Ugo Conti"))])
    expect(here.get_by_role("heading", name="Is this right?")).to_be_visible()
    expect(here.get_by_text("Ugo Conti")).to_be_visible()
    assert not barriers(here)
    start(here)
    row = here.locator("#moving li", has_text="nuovi.vcf")
    expect(row.get_by_text("Done")).to_be_visible(timeout=IMPORT_MS)
    row.get_by_role("link").first.click()
    expect(here.get_by_role("heading", name="What came of it")).to_be_visible()
    assert not barriers(here)
    here.get_by_role("link", name="Undo this import").click()
    here.get_by_role("button", name="Take it back").click()
    expect(here.get_by_role("heading", name="It is taken back")).to_be_visible(timeout=IMPORT_MS)


def test_a_large_file_goes_on_after_the_connection_broke(
    window: Callable[..., BrowserContext], ground: dict[str, Any], tmp_path: Path
) -> None:
    """In a window whose own complaint about the broken connection nobody listens to."""
    here = window("lena").new_page()
    here.goto(f"/b/{ground['slug']}/bring-in/")
    many = "".join(card(f"Luca Ferri{n}") for n in range(12_000))
    broken: list[str] = []

    def break_the_second(route: Route) -> None:
        if len(broken) == 1:
            broken.append(route.request.url)
            route.abort("connectionreset")
        else:
            broken.append(route.request.url)
            route.continue_()

    here.route("**/piece/**", break_the_second)
    here.set_input_files("#files", [written(tmp_path, "tanti.vcf", many)])
    expect(here.get_by_text("12,000 contacts")).to_be_visible(timeout=IMPORT_MS)
    assert broken[1] == broken[2], "the piece that broke was sent once more"
    take_away(here, "tanti.vcf")


def test_a_file_can_be_dropped(here: Page) -> None:
    here.evaluate(
        """(text) => {
          const sent = new DataTransfer();
          sent.items.add(new File([text], "lasciato.vcf"));
          const drop = new DragEvent("drop", {dataTransfer: sent, bubbles: true, cancelable: true});
          document.querySelector(".drop").dispatchEvent(drop);
        }""",
        CARD,
    )
    dropped = here.get_by_role("article", name="lasciato.vcf")
    expect(dropped.get_by_text("Paola Rinaldi")).to_be_visible()
    take_away(here, "lasciato.vcf")


def test_whoever_was_signed_out_meanwhile_is_told(here: Page, tmp_path: Path) -> None:
    here.context.clear_cookies()
    here.set_input_files("#files", [written(tmp_path, "tardi.vcf", CARD)])
    expect(here.get_by_text(SIGNED_OUT)).to_be_visible()


def test_without_scripts_a_plain_form_does_it(
    window: Callable[..., BrowserContext], ground: dict[str, Any], tmp_path: Path
) -> None:
    page = window("lena", java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(f"/b/{ground['slug']}/bring-in/")
    page.set_input_files("#files", [written(tmp_path, "semplice.vcf", CARD)])
    page.get_by_role("button", name="Send these files").click()
    expect(page.get_by_text("semplice.vcf").first).to_be_visible()
    page.get_by_role("button", name="Not this one semplice.vcf").click()


def test_on_a_phone_nothing_sticks_out(
    page_of: Callable[..., Page], ground: dict[str, Any], tmp_path: Path
) -> None:
    page = page_of("lena", viewport=PHONE)
    page.goto(f"/b/{ground['slug']}/bring-in/")
    long = "una-rubrica-dal-nome-lunghissimo-senza-un-solo-spazio-in-mezzo.csv"
    table = "Vorname;Nachname;E-Mail\r\nJürgen;Groß;" + "j" * 50 + "@soehne.example\r\n"
    page.set_input_files("#files", [written(tmp_path, long, table)])
    expect(page.get_by_text("Jürgen Groß")).to_be_visible()
    assert not sticking_out(page, 390)
    assert not sticking_out(page, 320)
    assert not barriers(page)
    page.get_by_role("link", name="Check the columns").click()
    expect(page.get_by_role("heading", name="What do the columns hold?")).to_be_visible()
    assert not sticking_out(page, 390)
    assert not barriers(page)
    page.get_by_role("link", name="Back").click()
    take_away(page, long)
