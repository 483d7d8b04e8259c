"""From one database to another, SQLite or PostgreSQL either way, nothing lost."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from passo.lib.archive.databases import is_empty, is_sqlite, joined, rebuilt, snapshot
from passo.lib.archive.filling import fill
from passo.lib.archive.packing import Report
from passo.lib.archive.rows import read_rows
from passo.lib.archive.tables import recorded_migrations
from passo.lib.db.address import database_settings
from passo.lib.refusal import Refusal


def move(from_url: str, to_url: str) -> Report:
    """Copy every row, read it back and compare; the first database stays as it is.

    Call it inside `wall.opened()`, with Passo stopped: what is written meanwhile stays behind.
    Uploads and secrets lie in the data folder and do not move.
    """
    source, target = database_settings(from_url), database_settings(to_url)
    refuse_unless_different(source, target)
    with snapshot(source) as old:
        recorded = recorded_migrations(old)
        if not recorded:
            raise Refusal(_("There is no Passo in the database to move from."))
        with rebuilt(target, recorded) as new:
            tables = fill(new, recorded, lambda table: read_rows(old, table))
    return Report(None, tables, files=0, bytes=0)


def refuse_unless_different(source: dict[str, Any], target: dict[str, Any]) -> None:
    """The place to move from exists, the place to move to is another and empty."""
    if is_sqlite(source) and not Path(source["NAME"]).is_file():
        raise Refusal(_("There is no Passo in the database to move from."))
    places = [(one["NAME"], one.get("HOST"), one.get("PORT")) for one in (source, target)]
    if places[0] == places[1]:
        raise Refusal(_("Both addresses name the same database."))
    if is_sqlite(target) and not Path(target["NAME"]).exists():
        return
    with joined(target) as connection:
        if not is_empty(connection):
            raise Refusal(_("The database to move to already holds a Passo. Nothing was moved."))
