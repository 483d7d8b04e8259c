"""How fast are tables of contacts read, beside the plain readers of the same files?

    python benchmarks/tables.py [rows]

Prints rows a second from a CSV of six columns, from one with quoted ends of lines, from Google's
export and from a workbook; beside them `csv.DictReader` and openpyxl, which make no cards.
Before that the memory that a large file takes; after it what is read of PASSO_SAMPLES.
"""

import csv
import io
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl

from passo.readers.records import Problem
from passo.readers.tables import preview, read_table

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
SHEET_ROWS = ROWS // 5
NAMES = ["Anna", "Ben", "Carla", "Dora", "Elio"]
LARGE = 1 << 27
PROJECT = Path(__file__).resolve().parents[1]
SAMPLES = Path(os.environ.get("PASSO_SAMPLES", PROJECT.parent / "shared/data"))
PLAIN = ["First Name", "Last Name", "E-mail", "Phone", "Company", "City"]
GOOGLE = [
    "First Name", "Last Name", "Organization Name", "Birthday", "Notes", "Labels",
    "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value",
    "Address 1 - Label", "Address 1 - Street", "Address 1 - City", "Address 1 - Country",
    *(f"Custom Field {number} - Value" for number in range(1, 17)),
]  # fmt: skip


def main() -> None:
    print(f"{ROWS:,} rows")
    memory()
    compare("six columns", written(PLAIN, ROWS, plain_row))
    compare("notes of two lines", written([*PLAIN, "Notes"], ROWS, noted_row))
    compare("Google, 30 columns", written(GOOGLE, ROWS, google_row))
    workbook()
    samples()


def plain_row(number: int, chance: random.Random) -> list[str]:
    name = f"{chance.choice(NAMES)}{number % 997}"
    phone = f"+39 {chance.randint(300, 399)} {number:07}"
    firm = f"Studio {number % 300}, Srl"
    return [name, f"Rossi{number}", f"{name}@f{number % 50}.example", phone, firm, "Bolzano"]


def noted_row(number: int, chance: random.Random) -> list[str]:
    return [*plain_row(number, chance), "Called,\nwill call again."]


def google_row(number: int, chance: random.Random) -> list[str]:
    given, family, mail, phone, firm, city = plain_row(number, chance)
    mails = f"{mail} ::: second.{mail}"
    return [
        given, family, firm, "1980-04-12", "", "* myContacts", "Work", mails, "Mobile", phone,
        "Home", "Via Roma 1", city, "IT", *[""] * 16,
    ]  # fmt: skip


def written(headings: list[str], rows: int, make: Callable) -> bytes:
    chance, out = random.Random(5), io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows(make(number, chance) for number in range(rows))
    return out.getvalue().encode()


def compare(title: str, content: bytes) -> None:
    def theirs() -> int:
        lines = io.TextIOWrapper(io.BytesIO(content), "utf-8", newline="")
        return sum(1 for _ in csv.DictReader(lines))

    show(title, lambda: sum(1 for _ in read_table(io.BytesIO(content))), "DictReader", theirs)


def workbook() -> None:
    chance, stream = random.Random(5), io.BytesIO()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("People")
    for row in (PLAIN, *(plain_row(number, chance) for number in range(SHEET_ROWS))):
        sheet.append(row)
    book.save(stream)

    def theirs() -> int:
        opened = openpyxl.load_workbook(io.BytesIO(stream.getvalue()), read_only=True)
        return sum(1 for _ in opened.worksheets[0].iter_rows(values_only=True)) - 1

    def ours() -> int:
        return sum(1 for _ in read_table(io.BytesIO(stream.getvalue())))

    show(f"XLSX, {SHEET_ROWS:,} rows", ours, "openpyxl", theirs)


def show(title: str, ours: Callable[[], int], peer: str, theirs: Callable[[], int]) -> None:
    mine, other = min(timed(ours) for _ in range(3)), min(timed(theirs) for _ in range(2))
    print(f"{title:22} cards {1 / mine:>9,.0f} rows/s   {peer} {1 / other:>9,.0f} rows/s", end="")
    print(f"   {other / mine:.2f} x")


def timed(work: Callable[[], int]) -> float:
    """Seconds for one row."""
    start = time.perf_counter()
    rows = work()
    return (time.perf_counter() - start) / rows


class Endless(io.RawIOBase):
    """A file of many rows that is made while it is read, so that it takes no memory itself."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces

    def read(self, size: int = -1) -> bytes:
        return next(self.pieces, b"")


def memory() -> None:
    block = written(PLAIN, 3000, plain_row)
    head, _, body = block.partition(b"\n")
    last = b"Ben,Blau,b@x.example\n"
    kinds = {
        "many rows": [body] * (LARGE // len(body)),
        "one line": [b"Anna,Rossi,", *[b"x" * (1 << 18)] * (LARGE >> 18), b"\n", last],
        "one cell": [b'Anna,Rossi,"', *[b"x" * 80 + b"\n"] * (LARGE // 81), b'"\n', last],
    }
    for kind, pieces in kinds.items():
        before = peak()
        start = time.perf_counter()
        found = sum(1 for _ in read_table(Endless(iter([head + b"\n", *pieces]))))
        seconds = time.perf_counter() - start
        print(f"{LARGE >> 20} MB of {kind}: {found:,} records in {seconds:.1f} s", end="")
        print(f", memory at its peak {peak()} MB (+{peak() - before})")


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def samples() -> None:
    for path in sorted((SAMPLES / "contacts_csv").rglob("*.csv")):
        with path.open("rb") as stream:
            seen = preview(stream)
        with path.open("rb") as stream:
            found = list(read_table(stream))
        problems = sum(isinstance(one, Problem) for one in found)
        print(f"{path.name:36} {seen.layout or '—':9} {len(found) - problems:>5} cards", end="")
        print(f" {problems:>3} problems")


main()
