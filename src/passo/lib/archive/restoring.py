"""Put a backup in place: wholly, or not at all."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.utils.translation import gettext as _

from passo.lib.archive.databases import is_empty, joined, rebuilt, synced
from passo.lib.archive.filling import fill
from passo.lib.archive.opening import Opened, opened_backup
from passo.lib.archive.packing import Report
from passo.lib.data_folder import data_folder, stored_secrets, write_private
from passo.lib.refusal import Refusal


def restore(
    path: Path,
    *,
    using: str = DEFAULT_DB_ALIAS,
    data: Path | None = None,
    force: bool = False,
) -> Report:
    """Read a backup into an empty Passo; with `force` in place of what is there.

    Call it inside `wall.opened()`, with the lock of the data folder held. Until everything has
    been read back and compared, nothing that exists is changed.
    """
    data, settings = data or data_folder(), connections[using].settings_dict
    with opened_backup(path, data) as backup:
        if not force:
            refuse_unless_empty(settings, data)
        backup.verify()
        connections[using].close()
        recorded = backup.manifest.migrations
        with unpacked(backup, data) as put_in_place, rebuilt(settings, recorded) as connection:
            tables = fill(connection, recorded, backup.rows_of)
            put_in_place()
    stored_secrets.cache_clear()
    return Report(path, tables, len(backup.manifest.files), path.stat().st_size)


def refuse_unless_empty(settings: dict[str, Any], data: Path) -> None:
    with joined(settings) as connection:
        empty = is_empty(connection) and not has_uploads(data)
    if not empty:
        raise Refusal(_("This Passo already holds data, and restoring would replace all of it."))


def has_uploads(data: Path) -> bool:
    folder = data / "files"
    return folder.is_dir() and any(path.is_file() for path in folder.rglob("*"))


@contextmanager
def unpacked(backup: Opened, data: Path) -> Iterator[Callable[[], None]]:
    """Uploads and keys unpacked beside those in use, and a way to let them change places.

    When anything fails afterwards they change back.
    """
    fresh, former = data / "restoring", data / "before-restore"
    for leftover in (fresh, former):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        unpack(backup, fresh)
        former.mkdir(mode=0o700)
        yield lambda: change_places(fresh, data, former)
    except BaseException as problem:
        change_places(former, data, fresh)
        if isinstance(problem, OSError):
            raise Refusal(not_unpacked(data, problem)) from problem
        raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(former, ignore_errors=True)


def unpack(backup: Opened, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "files").mkdir(mode=0o700)
    write_private(folder / "secrets.json", backup.secrets().decode())
    for file in backup.manifest.files:
        path = folder / "files" / file.name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as target:
            for block in backup.blocks(file):
                target.write(block)


def not_unpacked(data: Path, problem: OSError) -> str:
    return _("The backup could not be unpacked into %(folder)s: %(why)s. Nothing was changed.") % {
        "folder": data,
        "why": problem.strerror or problem,
    }


def change_places(coming: Path, here: Path, going: Path) -> None:
    """What waits in `coming` moves in; what stood there moves out to `going`."""
    for name in ("files", "secrets.json"):
        if not (coming / name).exists():
            continue
        if (here / name).exists():
            (here / name).rename(going / name)
        (coming / name).rename(here / name)
    synced(here)
