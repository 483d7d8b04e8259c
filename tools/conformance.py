"""Does every sample file go through without a crash, a hang or a silent loss?

    python tools/conformance.py [FOLDER]

Walks the rooms of a folder of samples (by default ../shared/data beside the project) and prints
for each source and kind of file: files, records read, problems told, and lost: records that a
naive look at the text finds, of which the reader neither gave anything nor said why. Ends with 1
if anything was lost, crashed or took more than a minute.
"""

import io
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from csv import reader as csv_rows
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, NamedTuple

from passo.readers.ical import read_appointments
from passo.readers.mail import read_eml, read_mbox
from passo.readers.records import Problem, Record
from passo.readers.sniffing import kind_of
from passo.readers.tables import preview, read_table
from passo.readers.vcard import read_vcards
from passo.readers.vcard.blocks import wide_encoding

HERE = Path(__file__).resolve().parents[1]
MINUTE = 60
# The rooms, and how a file is tried there whose kind is not plain
ROOMS = {"vcard": "vcard", "ical": "calendar", "contacts_csv": "table", "mail": "eml"}
SNIFFED = 1 << 16
WHENEVER = {"since": date(1, 1, 3), "until": date(9999, 12, 1)}
LINE_END = re.compile(r"\r{0,2}\n|\r")
FROM_LINE = re.compile(r"(?:^|\n\r?\n)(?=From \S+.*\d{1,2}:\d\d.*\d{4})")


class Seen(NamedTuple):
    """A record that the text seems to hold: what its `line` should be, and where it stands.

    What has the same name is the same in another state, and it is enough if one state is read.
    """

    line: int
    first: int
    last: int
    name: str


class Result(NamedTuple):
    read: int
    problems: int
    lost: int


def text_of(raw: bytes) -> str:
    return raw.decode(wide_encoding(raw) or "latin-1", "replace")


def begun(raw: bytes, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Where each begins, and its lines."""
    lines = LINE_END.split(text_of(raw))
    starts = [at for at, line in enumerate(lines) if mark in line.upper()]
    for start, after in pairwise([*starts, len(lines)]):
        yield start + 1, lines[start:after]


def cards_in(raw: bytes) -> Iterator[Seen]:
    for line, lines in begun(raw, "BEGIN:VCARD"):
        yield Seen(line, line, line + len(lines) - 1, str(line))


def events_in(raw: bytes) -> Iterator[Seen]:
    for number, (line, lines) in enumerate(begun(raw, "BEGIN:VEVENT"), 1):
        uids = [text for text in lines if text.upper().startswith("UID")]
        yield Seen(number, line, line + len(lines) - 1, uids[0] if uids else str(number))


def mails_in(raw: bytes) -> Iterator[Seen]:
    for number, _ in enumerate(FROM_LINE.findall(text_of(raw)), 1):
        yield Seen(number, number, number, str(number))


def one_in(raw: bytes) -> Iterator[Seen]:
    yield Seen(1, 1, 1, "1")


def nothing_in(raw: bytes) -> Iterator[Seen]:
    """A workbook cannot be looked at naively; it must only go through."""
    yield from ()


def rows_in(raw: bytes) -> Iterator[Seen]:
    """The rows below the headings; none, where Passo says that it knows none of the columns."""
    seen = preview(io.BytesIO(raw))
    rows = csv_rows(
        io.StringIO(raw.decode(seen.encoding or "utf-8", "replace"), newline=""),
        delimiter=seen.delimiter or ",",
    )
    for row in rows if seen.layout else ():
        line = rows.line_num
        if line > seen.header and any(cell.strip() for cell in row):
            yield Seen(line, line, line, str(line))


def read_one_mail(stream: BinaryIO) -> Iterator[Record | Problem]:
    yield read_eml(stream)


def read_calendar(stream: BinaryIO) -> Iterator[Record | Problem]:
    return read_appointments(stream, **WHENEVER)


Reader = Callable[[BinaryIO], Iterator[Record | Problem]]
READERS: dict[str, tuple[Reader, Callable[[bytes], Iterator[Seen]]]] = {
    "vcard": (read_vcards, cards_in),
    "calendar": (read_calendar, events_in),
    "mbox": (read_mbox, mails_in),
    "eml": (read_one_mail, one_in),
    "table": (read_table, rows_in),
    "workbook": (read_table, nothing_in),
}


def tried(kind: str, raw: bytes) -> Result:
    read, look = READERS[kind]
    groups: Counter[str] = Counter()  # of people, and rooms and the like: nobody, but not lost
    read = partial(read, counted=groups) if read is read_vcards else read
    found = list(read(io.BytesIO(raw)))
    given = {one.line for one in found if not isinstance(one, Problem)}
    told = [one.line for one in found if isinstance(one, Problem)]
    seen = list(look(raw))
    known = {
        one.name
        for one in seen
        if one.line in given or any(one.first <= line <= one.last for line in told)
    }
    lost = [one for one in seen if one.name not in known]
    problems = sum(isinstance(one, Problem) for one in found)
    return Result(len(found) - problems, problems, max(0, len(lost) - groups.total()))


class File(NamedTuple):
    source: str
    name: str
    kind: str
    raw: bytes


def files_under(folder: Path) -> Iterator[File]:
    for room, otherwise in ROOMS.items():
        for path in sorted(path for path in (folder / room).rglob("*") if path.is_file()):
            source = "/".join(path.relative_to(folder).parts[:2])
            for name, raw in contents_of(path):
                yield File(source, name, kind_of(raw[:SNIFFED], name) or otherwise, raw)


def contents_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """A file, or the files of an archive one by one."""
    if not path.name.endswith(".tar.gz"):
        yield str(path), path.read_bytes()
        return
    with tarfile.open(path) as archive:
        for member in archive:
            if (content := archive.extractfile(member)) is not None:
                yield f"{path}/{member.name}", content.read()


class Report:
    def __init__(self) -> None:
        self.pool = ProcessPoolExecutor(1)
        self.sums: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.failures: list[str] = []

    def add(self, file: File) -> None:
        sums = self.sums[file.source, file.kind]
        sums["files"] += 1
        waiting = self.pool.submit(tried, file.kind, file.raw)
        try:
            crash = waiting.exception(MINUTE)
        except TimeoutError:
            crash = TimeoutError("took more than a minute")
            self.stop_worker()
        if crash is not None:
            self.failures.append(f"{file.name}: {crash!r}")
            return
        result = waiting.result()
        sums.update(read=result.read, problems=result.problems, lost=result.lost)
        if result.lost:
            self.failures.append(f"{file.name}: {result.lost} lost")

    def stop_worker(self) -> None:
        for process in list(self.pool._processes.values()):  # noqa: SLF001 -- there is no other way
            process.kill()
        self.pool.shutdown()
        self.pool = ProcessPoolExecutor(1)

    def show(self) -> None:
        names = ("files", "read", "problems", "lost")
        print(f"{'source':50} {'kind':18}", *(f"{name:>9}" for name in names))
        for (source, kind), sums in sorted(self.sums.items()):
            print(f"{source:50} {kind:18}", *(f"{sums[name]:9,}" for name in names))
        print("\n".join(self.failures) or "Nothing was lost.")


def main(words: list[str]) -> int:
    folder = Path(words[0]) if words else HERE.parent / "shared" / "data"
    report = Report()
    for file in files_under(folder):
        report.add(file)
    report.pool.shutdown()
    report.show()
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
