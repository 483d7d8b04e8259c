"""`passo backup`, `passo restore`, `passo move`: everything out, in, and from place to place."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer, Code, Stop, table
from passo.cli.commands import command
from passo.cli.finding import confirm
from passo.lib.words import _

if TYPE_CHECKING:
    from passo.lib.archive import Report

Yes = Annotated[bool, typer.Option("--yes", help=_("Do not ask."))]


def attach(app: typer.Typer) -> None:
    command(app, "backup", _("Write everything into one file, also while Passo runs."))(backup)
    command(app, "restore", _("Bring a backup back, into an empty Passo."), tables=False)(restore)
    command(app, "move", _("Carry everything to another database."), tables=False)(move)


def backup(
    to: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=_("Where to: a file, or a folder that is there.")),
    ] = None,
) -> Answer:
    from django.conf import settings
    from django.utils import timezone

    from passo.lib import archive

    as_file = to is not None and not to.is_dir()
    if to is not None and as_file and to.exists():
        raise Stop(_("{file} is there already. Nothing was written.").format(file=to))
    folder = settings.BACKUPS if to is None else to.parent if as_file else to
    report = archive.backup(folder, timezone.now())
    path = report.path
    if to is not None and as_file and path is not None:
        path = path.rename(to)
    said = _("Everything is in {file}.").format(file=path)
    return Answer({"file": path, **told(report)}, (said, facts(report)))


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("A backup."))],
    *,
    force: Annotated[
        bool, typer.Option("--force", help=_("In place of what is there, which is then gone."))
    ] = False,
    yes: Yes = False,
) -> Answer:
    from passo.lib import archive

    if not file.is_file():
        raise Stop(_("There is no file {file}.").format(file=file), Code.NOT_FOUND)
    if force:
        confirm(_("Replace everything in this Passo by what is in {file}?").format(file=file),
                yes=yes)  # fmt: skip
    with alone():
        report = archive.restore(file, force=force)
    said = _("Everything from {file} is back.").format(file=file)
    return Answer({"file": file, **told(report)}, (said, facts(report)))


def move(
    to: Annotated[
        str, typer.Option(metavar="URL", help=_("postgresql://… or sqlite:///…; it must be empty."))
    ],
    *,
    source: Annotated[
        str, typer.Option("--from", metavar="URL", help=_("The database in use, if left out."))
    ] = "",
) -> Answer:
    from django.conf import settings

    from passo.lib import archive

    places = (source or settings.DATABASE_URL, to)
    for place in places:
        refuse_unknown_address(place)
    with alone():
        report = archive.move(*places)
    tables = [(one.table, one.rows, one.sha256[:16]) for one in report.tables]
    shown = (
        table((_("Table"), _("Rows"), _("Fingerprint")), tables),
        _("{rows} rows moved, and read back: both sides are the same.").format(rows=report.rows),
        _("Start Passo with DATABASE_URL naming the new database. The old one is as it was."),
    )
    return Answer(told(report), shown)


@contextmanager
def alone() -> Iterator[None]:
    """Nobody serves from this folder meanwhile: what they wrote would be lost."""
    from passo.lib.data_folder import data_folder
    from passo.lib.serve.lock import HeldError, Lock

    try:
        lock = Lock(data_folder(), "")
    except HeldError as held:
        said = _("Passo is running on this data folder (process {pid}). Stop it first.")
        raise Stop(said.format(pid=held.pid), Code.FOLDER_HELD) from held
    try:
        yield
    finally:
        lock.release()


def refuse_unknown_address(address: str) -> None:
    from passo.lib.db.address import database_settings

    try:
        database_settings(address)
    except ValueError as problem:
        raise Stop(str(problem), Code.WRONG_USAGE) from problem


def told(report: "Report") -> dict[str, Any]:
    return {
        "rows": report.rows,
        "files": report.files,
        "bytes": report.bytes,
        "tables": {one.table: {"rows": one.rows, "sha256": one.sha256} for one in report.tables},
    }


def facts(report: "Report") -> Any:
    filled = sum(1 for one in report.tables if one.rows)
    rows = [
        (_("Rows"), report.rows),
        (_("Tables with something in them"), filled),
        (_("Uploads"), report.files),
        (_("Size"), _("{kilobytes} kB").format(kilobytes=-(-report.bytes // 1000))),
    ]
    return table((_("What"), ""), rows)
