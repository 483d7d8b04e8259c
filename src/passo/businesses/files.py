"""Files of a business, in a folder of its own that goes when the business goes."""

import shutil
import time
from pathlib import Path

from django.conf import settings

from passo.lib.secret import make_token


def folder_of(business_id: int) -> Path:
    return Path(settings.MEDIA_ROOT) / "businesses" / str(business_id)


def made_folder(business_id: int) -> Path:
    """The folder, which only Passo can enter."""
    folder = folder_of(business_id)
    for one in (folder.parent, folder):  # `parents=True` would leave the upper one open
        one.mkdir(mode=0o700, exist_ok=True)
    return folder


def new_file(business_id: int, ending: str) -> Path:
    """A name that nobody can guess."""
    path = made_folder(business_id) / f"{make_token()}.{ending}"
    path.touch(mode=0o600)
    return path


def remove_folder(business_id: int) -> None:
    shutil.rmtree(folder_of(business_id), ignore_errors=True)


def remove_older_than(days: int, ending: str) -> None:
    youngest = time.time() - days * 24 * 60 * 60
    for path in (Path(settings.MEDIA_ROOT) / "businesses").glob(f"*/*.{ending}"):
        if path.stat().st_mtime < youngest:
            path.unlink(missing_ok=True)
