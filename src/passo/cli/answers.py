"""What a command says: one JSON object for a script, sentences and tables for a person."""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

WIDE = 1000
# Signs that steer a window instead of standing in it, and those that turn the way of reading.
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


class Code(IntEnum):
    """How a command ended. Documented in docs/how/command-line.md."""

    FINE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    FOLDER_HELD = 3
    PORT_TAKEN = 4
    NOT_FOUND = 5
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class Stop(Exception):  # noqa: N818 -- an answer in one sentence, not an error
    """Ends the command with a sentence and a code."""

    def __init__(self, sentence: str, code: Code = Code.REFUSED) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


@dataclass(frozen=True)
class Answer:
    """`values` is what `--json` prints; `shown` are strings and rich tables for a person."""

    values: dict[str, Any]
    shown: tuple[Any, ...] = ()
    code: Code = Code.FINE


def table(heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> Any:
    """Rules between head and rows only; what is not a word yet becomes one."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for head in heads:
        made.add_column(head, overflow="fold")
    for row in rows:
        made.add_row(*(worded(cell) for cell in row))
    return made


def worded(cell: Any) -> Any:
    """A cell as text that rich takes literally: a name may contain square brackets."""
    from rich.text import Text

    if isinstance(cell, datetime):
        return Text(f"{cell.astimezone():%Y-%m-%d %H:%M}")
    return Text("" if cell is None else seen(str(cell)))


def seen(words: str) -> str:
    """What others wrote moves no cursor and turns no line."""
    return STEERING.sub(" ", words)


def say(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(answer.values, ensure_ascii=False, default=plain) + "\n")
    else:
        sys.stdout.write(drawn(answer.shown))
    sys.stdout.flush()


def drawn(parts: Iterable[Any]) -> str:
    """Sentences go out whole: a link must not be broken at the edge of the window.

    Nor is a cell cut short where no window is: in a pipe or a file there is room.
    """
    from rich.console import Console

    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
    with console.capture() as drawing:
        for part in parts:
            if isinstance(part, str):
                console.print(seen(part), soft_wrap=True, markup=False)
            else:
                console.print(part)
    return drawing.get()


def plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{value!r} does not go into JSON.")


def complain(sentence: str, *, as_json: bool) -> None:
    """The same sentence to whoever reads: a script on stdout, a person on stderr."""
    if as_json:
        sys.stdout.write(json.dumps({"error": sentence}, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    else:
        sys.stderr.write(sentence + "\n")
