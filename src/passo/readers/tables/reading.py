"""A table of contacts, read: first a look for its owner, then card after card."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from itertools import chain, islice
from typing import BinaryIO

from passo.readers.records import Card, Problem, _
from passo.readers.tables import apart
from passo.readers.tables.layouts import (
    Mapping,
    heading_row,
    headings_in,
    layout_of,
    proposed,
)
from passo.readers.tables.mapping import CardMaker, Plan, field_at, signature
from passo.readers.tables.sheets import is_workbook
from passo.readers.tables.splitting import Row, Splitter
from passo.readers.tables.text import BLOCK, ENCODINGS, blocks, encoding_of, known
from passo.readers.tables.values import tidy

DELIMITERS = ",;\t|"
_FIRST = 1000  # rows that are looked at before the first is read
_LETTERS = 1 << 22  # or so many letters of them
_COLUMNS = 1000  # more are left out
_TRIED = 60  # rows by which a delimiter is chosen
_NAMED_DELIMITER = re.compile(r"\ufeff?\"?sep=(.)\"?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Preview:
    """What Passo sees in a file before it reads it, and what its owner may choose."""

    encoding: str = ""
    encodings: dict[str, str] = field(default_factory=lambda: dict(ENCODINGS))
    delimiter: str = ""
    header: int = 0  # the line of the headings, from 1; 0 where there are none
    headers: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    sheet: str = ""
    sheets: list[str] = field(default_factory=list)
    layout: str = ""  # google, outlook, linkedin, hubspot, apple, salesforce, generic or ""
    mapping: Mapping = field(default_factory=dict)
    signature: str = ""
    problem: Problem | None = None  # why it cannot be read at all


@dataclass(slots=True)
class _Table:
    """Rows still to come, and what is known of the file they come from."""

    rows: Iterator[Row | Problem]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: Sequence[str] = ()
    first: list[Row | Problem] = field(default_factory=list)
    header: int = 0
    headers: list[str] = field(default_factory=list)


def preview(
    stream: BinaryIO,
    *,
    encoding: str = "",
    sheet: str = "",
    rows: int = 3,
    header: int | None = None,
) -> Preview:
    """A first look. `header` is the line of the headings, 0 for none, where the owner says it."""
    table = _opened(stream, encoding, sheet, header)
    if isinstance(table, Problem):
        return Preview(problem=table)
    cells = [row.cells for row in table.first if isinstance(row, Row)]
    mapping = proposed(table.headers, cells)
    return Preview(
        encoding=table.encoding,
        delimiter=table.delimiter,
        header=table.header,
        headers=table.headers,
        rows=cells[:rows],
        sheet=table.sheet,
        sheets=list(table.sheets),
        layout=layout_of(table.headers, mapping),
        mapping=mapping,
        signature=signature(table.headers),
    )


def read_table(
    stream: BinaryIO,
    *,
    encoding: str = "",
    sheet: str = "",
    mapping: Mapping | None = None,
    header: int | None = None,
) -> Iterator[Card | Problem]:
    table = _opened(stream, encoding, sheet, header)
    if isinstance(table, Problem):
        yield table
        return
    cells = [row.cells for row in table.first if isinstance(row, Row)]
    chosen = mapping or proposed(table.headers, cells)
    layout = layout_of(table.headers, chosen)
    plan = Plan(table.headers, chosen, layout)
    if not layout and not (mapping and {*field_at(plan)} - {"ignore"}):
        yield Problem(1, _("Passo does not know these columns. Say what each of them holds."))
        return
    yield from _cards(chain(table.first, table.rows), CardMaker(plan, cells))


def _cards(rows: Iterable[Row | Problem], make: CardMaker) -> Iterator[Card | Problem]:
    doubts = make.doubts
    for number, row in enumerate(rows, start=1):
        if isinstance(row, Problem):
            yield row
            continue
        if (card := make(row)) is not None:
            card.number = number
            yield card
        if doubts:
            yield from doubts
            doubts.clear()


def _opened(stream: BinaryIO, encoding: str, sheet: str, header: int | None) -> _Table | Problem:
    head = stream.read(BLOCK)
    if is_workbook(head):
        book = apart.opened(stream, sheet)
        if isinstance(book, Problem):
            return book
        table = _Table(book.rows, sheet=book.sheet, sheets=book.sheets)
    elif not head.strip(b"\0 \t\r\n"):
        return Problem(1, _("This file is empty."))
    else:
        table = _text_table(head, stream, encoding)
    return _with_headings(table, header)


def _text_table(head: bytes, stream: BinaryIO, encoding: str) -> _Table:
    encoding = encoding if known(encoding) else encoding_of(head)
    first = "".join(blocks([head], encoding))
    named = _NAMED_DELIMITER.match(first)
    delimiter = named[1] if named else _delimiter_of(first)
    width = _width(_tried(first, delimiter))
    text = blocks(chain([head], iter(lambda: stream.read(BLOCK), b"")), encoding)
    rows = Splitter(delimiter, width).rows(text)
    return _Table(islice(rows, bool(named), None), encoding=encoding, delimiter=delimiter)


def _delimiter_of(text: str) -> str:
    """The one by which most headings are known words, else by which the rows are most alike."""
    return max(DELIMITERS, key=lambda delimiter: _likelihood(_tried(text, delimiter)))


def _likelihood(rows: list[list[str]]) -> tuple[int, float]:
    at = heading_row(rows)
    known_words = headings_in(rows[at]) if at >= 0 else 0
    width = _width(rows)
    alike = sum(len(row) == width for row in rows) / max(len(rows), 1)
    return known_words, alike * min(width - 1, 10)


def _width(rows: list[list[str]]) -> int:
    """How many cells a whole row has."""
    at = heading_row(rows)
    widths = Counter(len(row) for row in rows if any(row))
    return len(rows[at]) if at >= 0 else max(widths, key=widths.__getitem__, default=1)


def _tried(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text), delimiter=delimiter, skipinitialspace=True)
    try:
        return list(islice(reader, _TRIED))
    except csv.Error:
        return [line.split(delimiter) for line in text.split("\n", _TRIED)[:_TRIED]]


def _with_headings(table: _Table, header: int | None) -> _Table:
    first = list(_up_to(table.rows, _LETTERS))
    rows = [row for row in first if isinstance(row, Row)]
    at = heading_row([row.cells for row in rows])
    if header is not None:
        at = next((number for number, row in enumerate(rows) if row.line == header), -1)
    if at >= 0:
        table.header, headers = rows[at].line, rows[at].cells
        table.headers = [tidy(cell.lstrip("\ufeff")) for cell in headers[:_COLUMNS]]
    else:
        table.headers = [""] * min(_width([row.cells for row in rows]), _COLUMNS)
    table.first = [one for one in first if isinstance(one, Problem) or one.line > table.header]
    return table


def _up_to(rows: Iterator[Row | Problem], letters: int) -> Iterator[Row | Problem]:
    """The first rows, but not more than a screen's memory can hold of them."""
    for row in islice(rows, _FIRST):
        yield row
        letters -= sum(map(len, row.cells)) if isinstance(row, Row) else 0
        if letters < 0:
            return
