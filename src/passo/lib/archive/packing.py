"""One file that holds everything: rows, uploads and the keys that open stored secrets."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from passo import version
from passo.lib.archive.databases import snapshot, synced
from passo.lib.archive.manifest import FileCount, Manifest
from passo.lib.archive.rows import TableCount, Tally, line_of, read_rows
from passo.lib.archive.tables import Table, recorded_migrations, tables_at
from passo.lib.data_folder import data_folder
from passo.lib.refusal import Refusal

BLOCK = 1 << 20


@dataclass(frozen=True)
class Report:
    """What was written or read: per table the rows and a fingerprint, and the uploads."""

    path: Path | None
    tables: list[TableCount]
    files: int
    bytes: int

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)


def backup(
    folder: Path,
    now: datetime,
    *,
    using: str = DEFAULT_DB_ALIAS,
    data: Path | None = None,
) -> Report:
    """Write `passo-20261122-093000.zip` into `folder`, while Passo goes on working.

    Call it inside `wall.opened()`: behind the wall PostgreSQL shows no rows to keep.
    """
    settings, data = connections[using].settings_dict, data or data_folder()
    with written_whole(folder, f"passo-{now:%Y%m%d-%H%M%S}.zip") as (path, file):
        with ZipFile(file, "w", ZIP_DEFLATED) as archive, snapshot(settings) as connection:
            manifest = pack(archive, connection, data, now)
        size = file.tell()
    return Report(path, manifest.tables, len(manifest.files), size)


def pack(archive: ZipFile, connection: BaseDatabaseWrapper, data: Path, now: datetime) -> Manifest:
    """The rows first: an upload that comes later is one too many, never one too few."""
    recorded = recorded_migrations(connection)
    tables = tables_at(recorded)
    manifest = Manifest(
        passo=version(),
        made_at=now.isoformat(),
        database=connection.vendor,
        migrations=recorded,
        tables=[pack_table(archive, connection, table) for table in tables],
        columns={table.name: table.column_names for table in tables},
        files=list(pack_files(archive, data / "files")),
        secrets_sha256=pack_secrets(archive, data / "secrets.json"),
    )
    archive.writestr("manifest.json", manifest.written())
    return manifest


def pack_table(archive: ZipFile, connection: BaseDatabaseWrapper, table: Table) -> TableCount:
    tally = Tally(table.name)
    with archive.open(f"rows/{table.name}.jsonl", "w", force_zip64=True) as entry:
        for row in read_rows(connection, table):
            line = line_of(row)
            tally.add(line)
            entry.write(line.encode())
    return tally.count


def pack_files(archive: ZipFile, folder: Path) -> Iterator[FileCount]:
    """Ordinary files only, by name; one that was just deleted is not missed."""
    for path in sorted(folder.rglob("*")):
        try:
            if not stat.S_ISREG(path.lstat().st_mode):
                continue
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        except FileNotFoundError:
            continue
        with os.fdopen(descriptor, "rb") as file:
            yield pack_file(archive, file, path.relative_to(folder).as_posix())


def pack_file(archive: ZipFile, file: IO[bytes], name: str) -> FileCount:
    digest, size = hashlib.sha256(), 0
    info = ZipInfo(f"files/{name}")
    info.compress_type = ZIP_DEFLATED
    with archive.open(info, "w", force_zip64=True) as entry:
        while block := file.read(BLOCK):
            digest.update(block)
            size += len(block)
            entry.write(block)
    return FileCount(name, size, digest.hexdigest())


def pack_secrets(archive: ZipFile, path: Path) -> str:
    content = path.read_bytes()
    archive.writestr("secrets.json", content)
    return hashlib.sha256(content).hexdigest()


@contextmanager
def written_whole(folder: Path, name: str) -> Iterator[tuple[Path, IO[bytes]]]:
    """A private file that bears its name only when all of it is safely on the disk."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = free_name(folder / name)
        draft = folder / f".{target.name}.part"
        descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(descriptor, "w+b") as file:
                yield target, file
                file.flush()
                os.fsync(descriptor)
            draft.rename(target)
            synced(folder)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as problem:
        raise Refusal(not_written(folder, problem)) from problem


def free_name(path: Path) -> Path:
    """Two backups within one second both stay."""
    number, free = 2, path
    while free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free


def not_written(folder: Path, problem: OSError) -> str:
    why = problem.strerror or str(problem)
    return _("The backup could not be written to %(folder)s: %(why)s. Nothing was kept of it.") % {
        "folder": folder,
        "why": why,
    }
