"""The pictures in docs/pictures, taken from a fresh Passo: `python3 tools/pictures.py`.

Welcome; then somebody looks around first: home, settings, the component sheet. On a desk and on
a phone.
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
SIZES = {"desk": DESK, "phone": PHONE}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with fresh_server() as server, server.serving(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIETLY)
        welcome = re.search(r"http://\S+/welcome/[\w-]+/", server.said())
        if not welcome:
            sys.exit("The server printed no set-up link.")
        for size, viewport in SIZES.items():
            page = browser.new_page(
                base_url=server.address, viewport=viewport, device_scale_factor=2, locale="en-GB"
            )
            look_around(page, welcome[0], size)
            page.close()
        browser.close()


def look_around(page: Page, welcome: str, size: str) -> None:
    page.goto(welcome)
    take(page, f"welcome-{size}.png")
    page.get_by_role("button", name="Look around first").click()
    page.wait_for_url("**/b/*/")
    home = page.url
    take(page, f"home-{size}.png")
    page.goto(f"{home}settings/")
    take(page, f"settings-{size}.png")
    page.goto("/components/")
    take(page, f"components-{size}.png", whole=True)


def take(page: Page, name: str, *, whole: bool = False) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / name, full_page=whole)
    print(name)


if __name__ == "__main__":
    main()
