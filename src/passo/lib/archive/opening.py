"""Open a backup that anybody may have made, and trust nothing in it unread."""

import hashlib
import json
import shutil
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from passo.lib.archive.manifest import FileCount, Manifest
from passo.lib.archive.rows import Row, TableCount, Tally, line_of
from passo.lib.archive.tables import Table, tables_at
from passo.lib.refusal import Refusal

MOST_MANIFEST_BYTES = 64_000_000
MOST_SECRETS_BYTES = 64_000
MOST_LINE_BYTES = 64_000_000
MOST_TIMES_LARGER = 300  # rows that repeat themselves shrink to a hundredth, hardly more
ALWAYS_FINE_BYTES = 64_000_000
BLOCK = 1 << 20


class Opened:
    """A backup whose list of contents agrees with what is there."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.entries = {info.filename: info for info in archive.infolist()}
        for name in ("manifest.json", "secrets.json"):
            if name not in self.entries:
                raise Refusal(damaged())
        self.manifest = Manifest.read(self.small("manifest.json", MOST_MANIFEST_BYTES))
        self.tables = tables_at(self.manifest.migrations)
        self.refuse_other_contents()

    def refuse_other_contents(self) -> None:
        listed = ["manifest.json", "secrets.json"]
        listed += [f"rows/{one.table}.jsonl" for one in self.manifest.tables]
        listed += [f"files/{one.name}" for one in self.manifest.files]
        if sorted(listed) != sorted(self.entries):
            raise Refusal(_("What is in this backup is not what its list of contents says."))
        columns = {table.name: table.column_names for table in self.tables}
        if columns != self.manifest.columns or sorted(columns) != sorted(
            one.table for one in self.manifest.tables
        ):
            raise Refusal(_("The tables of this backup are not those of the Passo it names."))

    def small(self, name: str, most_bytes: int) -> bytes:
        if self.entries[name].file_size > most_bytes:
            raise Refusal(too_large())
        with self.reading(name) as entry:
            return entry.read()

    @contextmanager
    def reading(self, name: str) -> Iterator[IO[bytes]]:
        try:
            with self.archive.open(self.entries[name]) as entry:
                yield entry
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as problem:
            raise Refusal(damaged()) from problem

    def verify(self) -> None:
        """Read everything once and compare, before anything is touched."""
        for one in self.manifest.tables:
            self.verify_table(one)
        for file in self.manifest.files:
            self.verify_file(file)
        if hashlib.sha256(self.secrets()).hexdigest() != self.manifest.secrets_sha256:
            raise Refusal(changed("secrets.json"))

    def verify_table(self, listed: TableCount) -> None:
        tally = Tally(listed.table)
        for line in self.lines(listed.table):
            tally.add(line)
        if tally.count != listed:
            raise Refusal(changed(f"rows/{listed.table}.jsonl"))

    def verify_file(self, listed: FileCount) -> None:
        digest, size = hashlib.sha256(), 0
        for block in self.blocks(listed):
            digest.update(block)
            size += len(block)
        if (size, digest.hexdigest()) != (listed.bytes, listed.sha256):
            raise Refusal(changed(f"files/{listed.name}"))

    def secrets(self) -> bytes:
        content = self.small("secrets.json", MOST_SECRETS_BYTES)
        try:
            kept = json.loads(content)
            if all(isinstance(kept[key], str) for key in ("django", "encryption")):
                return content
        except (ValueError, TypeError, KeyError, RecursionError) as problem:
            raise Refusal(changed("secrets.json")) from problem
        raise Refusal(changed("secrets.json"))

    def blocks(self, file: FileCount) -> Iterator[bytes]:
        with self.reading(f"files/{file.name}") as entry:
            while block := entry.read(BLOCK):
                yield block

    def lines(self, table: str) -> Iterator[str]:
        with self.reading(f"rows/{table}.jsonl") as entry:
            while line := entry.readline(MOST_LINE_BYTES):
                if not line.endswith(b"\n"):
                    raise Refusal(changed(f"rows/{table}.jsonl"))
                yield line.decode(errors="replace")

    def rows_of(self, table: Table) -> Iterator[Row]:
        for line in self.lines(table.name):
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as problem:
                raise Refusal(changed(f"rows/{table.name}.jsonl")) from problem
            if not isinstance(row, list) or line_of(row) != line:
                raise Refusal(changed(f"rows/{table.name}.jsonl"))
            yield row


@contextmanager
def opened_backup(path: Path, room: Path) -> Iterator[Opened]:
    """`room` is the folder whose disk must hold what is unpacked."""
    try:
        with ZipFile(path) as archive:
            refuse_tricks(archive.infolist(), path.stat().st_size, room)
            yield Opened(archive)
    except (BadZipFile, EOFError) as problem:
        raise Refusal(damaged()) from problem
    except OSError as problem:
        sentence = _("%(path)s cannot be read: %(why)s.")
        raise Refusal(sentence % {"path": path, "why": problem.strerror}) from problem


def refuse_tricks(entries: list[ZipInfo], size: int, room: Path) -> None:
    if len({info.filename for info in entries}) != len(entries) or not all(
        is_honest(info) for info in entries
    ):
        raise Refusal(_("This backup holds names that reach outside of it. It is not from Passo."))
    unpacked = sum(info.file_size for info in entries)
    if unpacked > ALWAYS_FINE_BYTES + size * MOST_TIMES_LARGER:
        raise Refusal(too_large())
    if unpacked > shutil.disk_usage(room).free:
        raise Refusal(_("There is not enough room on the disk for what is in this backup."))


def is_honest(info: ZipInfo) -> bool:
    """A relative path without steps back, of an ordinary file that is not locked."""
    name, kind = PurePosixPath(info.filename), stat.S_IFMT(info.external_attr >> 16)
    return (
        info.filename == info.orig_filename == str(name)
        and not name.is_absolute()
        and ".." not in name.parts
        and kind in {0, stat.S_IFREG}
        and not info.flag_bits & 1
    )


def damaged() -> str:
    return _("This is not a whole backup of Passo. It may have been cut short on its way.")


def changed(name: str) -> str:
    return _("%(name)s is not as it was when the backup was made.") % {"name": name}


def too_large() -> str:
    return _("This backup would unpack to far more than it could honestly hold.")
