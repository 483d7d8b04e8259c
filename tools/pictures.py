"""The pictures in docs/pictures, taken from a fresh Passo: `python3 tools/pictures.py`.

Welcome; then Chiara looks around and makes it hers: home, people, Bring in, Same person,
introductions, settings, a person, who can introduce her to another, the component sheet. On a desk
(`…-light.png`) and on a phone (`…-phone.png`).
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))

from playwright.sync_api import Page, sync_playwright  # noqa: E402

from tests.browser.chromium import DESK, PHONE, QUIETLY, chromium  # noqa: E402
from tests.browser.server import fresh_server  # noqa: E402

FOLDER = HERE / "docs" / "pictures"
PAGES = {
    "home": "",
    "people": "people/",
    "bring-in": "bring-in/",
    "same-person": "people/same/",
    "introductions": "introductions/",
    "settings": "settings/",
}
SIZES = {"light": DESK, "phone": PHONE}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with fresh_server() as server, server.serving(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIETLY)
        welcome = re.search(r"http://\S+/welcome/[\w-]+/", server.said())
        if not welcome:
            sys.exit("The server printed no set-up link.")
        page = browser.new_page(base_url=server.address, device_scale_factor=2, locale="en-GB")
        page.goto(welcome[0])
        take(page, "welcome")
        home = settle_in(page)
        for name, path in PAGES.items():
            page.goto(f"{home}{path}")
            take(page, name)
        page.goto(f"{home}bring-in/")
        page.get_by_role("link", name="telefono-chiara.vcf", exact=True).click()
        page.get_by_role("link", name="Paola Rinaldi", exact=True).click()
        page.wait_for_url(re.compile(r"/people/\d+/$"))
        take(page, "person")
        page.goto(f"{home}people/?q=Giulia+Ferri")
        page.get_by_role("link", name="Giulia Ferri", exact=True).click()
        page.get_by_role("link", name="Who can introduce me?").first.click()
        page.wait_for_url(re.compile(r"/introductions/$"))
        take(page, "who-introduces")
        page.goto("/components/")
        take(page, "components", whole=True)
        browser.close()


def settle_in(page: Page) -> str:
    """Whoever looked around plays Chiara, and stays her afterwards."""
    page.get_by_role("button", name="Look around first").click()
    page.wait_for_url("**/b/*/")
    home = page.url
    page.get_by_role("link", name="Make it yours").click()
    page.get_by_label("What do you do, in one sentence?").fill("We wire homes, small jobs first.")
    page.get_by_role("button", name="Next: your business").click()
    page.get_by_label("What is it called?").fill("Bianchi & Daughter")
    page.get_by_role("button", name="Next: you").click()
    page.get_by_label("Your name").fill("Chiara Bianchi")
    page.get_by_label("Your mail address").fill("chiara@example.org")
    page.get_by_label("A password").fill("nine quiet bicycles")
    page.get_by_role("button", name="Open the door").click()
    page.wait_for_url("**/b/*/")
    return home


def take(page: Page, name: str, *, whole: bool = False) -> None:
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}-{size}.png", full_page=whole)
        print(f"{name}-{size}.png")


if __name__ == "__main__":
    main()
