"""The pictures in docs/pictures, taken from a fresh Passo: `python3 tools/pictures.py`.

Welcome, home, settings and the component sheet; on a desk and on a phone.
"""

import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from tests.browser.chromium import DESK, PHONE, QUIETLY, chromium  # noqa: E402
from tests.browser.server import Server, fresh_server  # noqa: E402

SIZES = {"desk": DESK, "phone": PHONE}


def main() -> None:
    folder = HERE / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    with fresh_server() as server, server.serving(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIETLY)
        take(browser, server, {"welcome": welcome_path(server)}, {}, folder)
        ground = server.python("-m", "tests.browser.ground")
        home = f"/b/{ground['slug']}/"
        rooms = {"home": home, "settings": f"{home}settings/", "components": "/components/"}
        take(browser, server, rooms, ground, folder)
        browser.close()


def welcome_path(server: Server) -> str:
    found = re.search(r"/welcome/[\w-]+/", server.said())
    return found[0] if found else sys.exit("The server printed no set-up link.")


def take(
    browser: Browser, server: Server, rooms: dict[str, str], ground: dict[str, Any], folder: Path
) -> None:
    for size, viewport in SIZES.items():
        context = browser.new_context(
            base_url=server.address, viewport=viewport, device_scale_factor=2, locale="en-GB"
        )
        if ground:
            session = {"name": ground["cookie"], "value": ground["sessions"]["lena"]}
            context.add_cookies([session | {"url": server.address}])
        page = context.new_page()
        for room, path in rooms.items():
            page.goto(path, wait_until="networkidle")
            page.screenshot(path=folder / f"{room}-{size}.png", full_page=room == "components")
            print(f"{room}-{size}.png")
        context.close()


if __name__ == "__main__":
    main()
