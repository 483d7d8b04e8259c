"""Which browser, and how it is started."""

import os
import shutil
from pathlib import Path

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def chromium() -> str:
    named = os.environ.get("PASSO_CHROMIUM") or "/usr/bin/chromium"
    found = named if Path(named).exists() else next(filter(None, map(shutil.which, CHROMIUM)), "")
    if not found:
        raise FileNotFoundError(
            "There is no Chromium here. “python3 run.py test” gets one where it may; PASSO_CHROMIUM"
            " names another; and pytest -m 'not browser' leaves these tests out."
        )
    return str(found)
