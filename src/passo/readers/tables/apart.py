"""Workbooks are opened in a process of their own.

A damaged workbook can make the library that reads it ask for all memory there is, or stop the
whole process. So it does that to a small one beside ours, which may have only so much. What
comes back are lines of JSON: what was opened, then rows by the hundred, then `null`.
"""

import json
import os
import resource
import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from subprocess import DEVNULL, PIPE, Popen
from tempfile import TemporaryFile
from typing import BinaryIO

from passo.readers.records import Problem, _
from passo.readers.tables.sheets import CANNOT, Book, sheet_of
from passo.readers.tables.splitting import Row

MEMORY = 3 << 30  # bytes; a sheet of the largest size that is let in takes one
_SECONDS = 600
_BATCH = 500


def opened(stream: BinaryIO, sheet: str) -> Book | Problem:
    lines = _lines(stream, sheet)
    told = json.loads(next(lines, b"null"))
    if told is None:
        return Problem(1, CANNOT)
    if "sentence" in told:
        next(lines, None)  # it ends by itself
        return Problem(1, **told)
    return Book(_rows(lines), told["sheet"], told["sheets"])


def _lines(stream: BinaryIO, sheet: str) -> Iterator[bytes]:
    """Whoever stops asking for lines ends the other process with it."""
    stream.seek(0)
    with TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        command = [sys.executable, "-m", "passo.readers.tables.apart", sheet]
        paths = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        with Popen(command, stdin=copy, stdout=PIPE, stderr=DEVNULL, env=paths) as child:  # noqa: S603 — our own module; the name of a sheet is one argument
            try:
                yield from child.stdout or ()
            except GeneratorExit:
                child.kill()
                raise


def _rows(lines: Iterator[bytes]) -> Iterator[Row | Problem]:
    line, is_whole = 0, False
    for batch in map(json.loads, lines):
        is_whole = batch is None
        for cells in batch or ():
            line += 1
            yield Row(line, cells)
    if not is_whole:
        yield Problem(line + 1, _("The workbook breaks off here. It may be damaged."))


def main() -> None:
    """The other process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    found = sheet_of(sys.stdin.buffer, sys.argv[1])
    if isinstance(found, Problem):
        _tell({"sentence": found.sentence, "values": dict(found.values), "what": found.what})
        return
    _tell({"sheet": found.sheet, "sheets": list(found.sheets)})
    rows = (row.cells for row in found.rows if isinstance(row, Row))
    while batch := list(islice(rows, _BATCH)):
        _tell(batch)
    _tell(None)


def _tell(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")


if __name__ == "__main__":
    main()
