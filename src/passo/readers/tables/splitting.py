"""Text in, rows of cells out: quotes, line ends inside them, and what to do when they go wrong.

The standard reader of CSV splits whole blocks at once. A last line that no file can hold shows
whether the block ended inside a quote. A row that never ends is cut, told, and gone past.
"""

import _csv
import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import NamedTuple

from passo.readers.records import Problem, _

ROW = 1 << 20  # letters of one row; more is cut
KEPT = 1 << 16  # letters that are kept of a row that is cut
_LAST = "\0last\0"  # text has lost its NULs before it comes here
_SHOWN = 80


class Row(NamedTuple):
    line: int
    cells: list[str]


class Splitter:
    """Gives the rows of a text that comes in blocks, and the problems among them."""

    def __init__(self, delimiter: str, width: int) -> None:
        self.delimiter = delimiter
        self.width = width
        self.line = 1  # the number of the line that `rest` begins with
        self.rest = ""
        self.skipping = ""  # "line": to the end of this line; "row": to the next whole row
        self.quotes = 0  # how many were skipped

    def rows(self, blocks: Iterable[str]) -> Iterator[Row | Problem]:
        for block in blocks:
            yield from self._take(block, final=False)
        yield from self._take("\n" if self.rest[-1:] not in {"", "\n"} else "", final=True)

    def _take(self, block: str, *, final: bool) -> Iterator[Row | Problem]:
        text = self.rest + block
        if self.skipping:
            text = self._skip(text)
        whole = text.rfind("\n") + 1
        self.rest = text[whole:]
        if whole:
            yield from self._split(text[:whole], final=final)
        if len(self.rest) > ROW and not self.skipping:
            yield from self._cut(self.line, self.rest)
            self._skip_line(self.rest)

    def _split(self, text: str, *, final: bool) -> Iterator[Row | Problem]:
        """All rows that end in this text; one that does not end goes back to `rest`."""
        count = text.count("\n")
        try:
            rows = list(self._reader(StringIO(text + _LAST)))
        except csv.Error:
            rows = []
        if len(rows) == count + 1 and rows[-1] == [_LAST]:
            rows.pop()
            first, self.line = self.line, self.line + count
            yield from map(Row, range(first, self.line), rows)
        else:
            yield from self._with_care(list(StringIO(text)), final=final)

    def _with_care(self, lines: list[str], *, final: bool) -> Iterator[Row | Problem]:
        """The same, one by one: rows of several lines, too long a cell, a quote left open."""
        first, at, base = self.line, 0, 0
        reader = self._reader([*lines, _LAST])
        while at < len(lines):
            cells = _next_of(reader)
            end = base + reader.line_num
            if (
                cells is not None
                and end > len(lines)
                and not final
                and sum(map(len, lines[at:])) < ROW
            ):
                self.line, self.rest = first + at, "".join(lines[at:]) + self.rest
                return
            if cells is None or end > len(lines) or self._swallowed(cells, lines[at:end]):
                base = end = self._next_whole_row(lines, at, final=final)
                reader = self._reader([*lines[end:], _LAST])
                yield from self._cut(first + at, "".join(lines[at:end]))
            else:
                yield Row(first + at, cells)
            at = end
        self.line = first + len(lines)

    def _swallowed(self, cells: list[str], lines: list[str]) -> bool:
        """Did a quote without its end take the rows after it into its cell?"""
        if len(lines) == 1 or not all(map(self._is_whole, lines[:2])):
            return False
        return len(cells) != self.width or not self._is_well_quoted(lines)

    def _is_well_quoted(self, lines: list[str]) -> bool:
        try:
            next(csv.reader(lines, delimiter=self.delimiter, skipinitialspace=True, strict=True))
        except csv.Error:
            return False
        return True

    def _is_whole(self, line: str) -> bool:
        return line.count(self.delimiter) >= self.width - 1

    def _next_whole_row(self, lines: list[str], at: int, *, final: bool) -> int:
        """Where it goes on after a broken row: at a line with as many cells as the headings."""
        quotes = 0
        for number in range(at, len(lines)):
            if number > at and self._is_whole(lines[number]):
                return number
            quotes += lines[number].count('"')
            if quotes % 2 == 0:
                return number + 1
        self.skipping, self.quotes = "" if final else "row", quotes
        return len(lines)

    def _cut(self, line: int, text: str) -> Iterator[Row | Problem]:
        """What can be had of a broken row, and that it was broken."""
        yield Row(line, self._rescued(text))
        sentence = _("A quotation mark is never closed here.")
        if len(text) > KEPT:
            sentence = _("This row is too long. Its end was left out.")
        yield Problem(line, sentence, what=text[:_SHOWN])

    def _rescued(self, text: str) -> list[str]:
        cells = text[:KEPT].partition("\n")[0].split(self.delimiter)
        if len(cells) != self.width:
            cells = _next_of(self._reader(StringIO(text[:KEPT]))) or cells
        return [cell.strip().strip('"') for cell in cells]

    def _skip(self, text: str) -> str:
        """What is left of a text when the rest of a broken row is gone from its beginning."""
        place = 0
        while end := text.find("\n", place) + 1:
            if self.skipping == "row" and self._is_whole(text[place:end]):
                break
            self.quotes += text.count('"', place, end)
            self.skipping, place = "row", end
            self.line += 1
            if self.quotes % 2 == 0:
                break
        else:
            if self.skipping == "line" or len(text) - place > ROW:
                self._skip_line(text[place:])
                return ""
            return text[place:]
        self.skipping, self.quotes = "", 0
        return text[place:]

    def _skip_line(self, text: str) -> None:
        self.skipping, self.quotes, self.rest = "line", self.quotes + text.count('"'), ""

    def _reader(self, lines: Iterable[str]) -> _csv.Reader:
        return csv.reader(lines, delimiter=self.delimiter, skipinitialspace=True)


def _next_of(reader: _csv.Reader) -> list[str] | None:
    """The next row; none where a cell is longer than may be.

    That length is a setting of the whole process: it is neither changed nor relied upon.
    """
    try:
        return next(reader)
    except csv.Error:
        return None
