"""Rows of text out as CSV, such that no spreadsheet takes a cell of it for a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠]")
# A phone or a number with its sign is no formula, and its readers want it as it is.
_HARMLESS = re.compile(r"\+\d[\d ()./-]{3,24}|[+-]\d{1,15}([.,]\d{1,15})?")


def write_table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a CSV. What was made harmless comes back as it was when Passo reads it."""
    writer = csv.writer(_Line(), lineterminator="\r\n")
    for row in rows:
        yield writer.writerow([harmless(cell) for cell in row])


def harmless(text: str) -> str:
    if _FORMULA.match(text) and not _HARMLESS.fullmatch(text):
        return "'" + text
    return text


class _Line:
    """What `csv.writer` writes, it gives back."""

    def write(self, text: str) -> str:
        return text
