"""Styles, scripts and fonts, gathered into the data folder when they have changed."""

import hashlib
from pathlib import Path

from passo import version

STAMP = "stamp.txt"


def collect() -> bool:
    """Whether anything had to be gathered."""
    from django.core.management import call_command

    fresh = fingerprint()
    if collected() == fresh:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp().write_text(fresh, encoding="ascii")
    return True


def is_collected() -> bool:
    return collected() == fingerprint()


def collected() -> str:
    return stamp().read_text(encoding="ascii") if stamp().exists() else ""


def stamp() -> Path:
    from django.conf import settings

    return Path(settings.STATIC_ROOT) / STAMP


def fingerprint() -> str:
    """Of the version, and of every file's name, size and time: reading them all would be slow."""
    from django.contrib.staticfiles.finders import get_finders

    seen = hashlib.sha256(version().encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            seen.update(f"{name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return seen.hexdigest()
