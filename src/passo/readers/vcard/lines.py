"""From blocks of physical lines to the lines that their writer meant.

A line may be broken anywhere and go on after a space, even within a letter of two bytes; text in
quoted-printable goes on after a `=`. A block in which nothing of this happens passes as a whole.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO, NamedTuple

from passo.readers.records import Problem, _
from passo.readers.vcard.blocks import CUT, LONGEST, blocks_of
from passo.readers.vcard.text import encoding_named, in_its_encoding

TOO_LONG = _("This line is very long, and only its beginning was read.")

BINARY = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)
QUOTED_PRINTABLE = re.compile(r"[^:]*;(?:ENCODING=)?\"?Q(?:UOTED-PRINTABLE)?\b", re.IGNORECASE)
CHARSET = re.compile(r"[^:]*;CHARSET=\"?([\w.-]+)", re.IGNORECASE)
EDGES = {"BEGIN:VCARD", "END:VCARD"}


class Lines(NamedTuple):
    """Whole lines, each with the number of the line in the file where it begins."""

    numbers: Iterable[int]
    texts: list[str]


class Unfolding:
    """Physical lines in, whole lines out. The last one waits, since it may go on."""

    def __init__(self, fallback: str) -> None:
        self.fallback = fallback
        self.problems: list[Problem] = []
        self._next = 1  # the number of the next line to come
        self._number = 0  # where the line that waits begins; 0 while there is none
        self._waiting: list[str] = []  # its pieces
        self._size = 0
        self._is_binary = False  # a picture or a key, of which only the beginning is kept
        self._is_soft = False  # quoted-printable that says it goes on
        self._is_dirty = False  # what waits may hold bytes that are not UTF-8, or be cut
        self._is_old = False  # vCard 2.1 folds at a space that belongs to the text

    def lines_of(self, stream: BinaryIO) -> Iterator[Lines]:
        for block in blocks_of(stream):
            yield self._unfold(block)
        yield self._mended(self._last())

    def _unfold(self, block: bytes) -> Lines:
        was_dirty = self._is_dirty
        try:
            content, self._is_dirty = block.decode(), CUT.encode() in block
        except UnicodeDecodeError:
            content, self._is_dirty = block.decode("utf-8", "surrogateescape"), True
        texts = content.split("\n")
        first, self._next = self._next, self._next + len(texts)
        ready = self._plain(first, texts) if self._is_plain(content) else self._folded(first, texts)
        self._learn_version(content)
        needs_mending = was_dirty or self._is_dirty
        self._is_dirty |= was_dirty and self._number < first
        return self._mended(ready) if needs_mending else ready

    def _is_plain(self, content: str) -> bool:
        return not (
            "\n " in content
            or "\n\t" in content
            or "=\n" in content
            or content.startswith((" ", "\t"))
            or self._is_soft
        )

    def _learn_version(self, content: str) -> None:
        if (at := content.rfind("VERSION:")) >= 0:
            self._is_old = content.startswith("2.1", at + 8)

    def _plain(self, first: int, texts: list[str]) -> Lines:
        numbers: Iterable[int] = range(first, self._next - 1)
        last = texts.pop()
        if self._number:
            numbers = chain((self._number,), numbers)
            texts.insert(0, "".join(self._waiting))
        self._begin(self._next - 1, last)
        return Lines(numbers, texts)

    def _folded(self, first: int, texts: list[str]) -> Lines:
        numbers, whole = [], []
        for number, line in enumerate(texts, first):
            if self._goes_on(line):
                continue
            if self._number:
                numbers.append(self._number)
                whole.append("".join(self._waiting))
                self._learn_version(whole[-1])
            self._begin(number, line)
        return Lines(numbers, whole)

    def _begin(self, number: int, line: str) -> None:
        self._number, self._waiting, self._size = number, [line], len(line)
        self._is_binary = False
        self._is_soft = line.endswith("=") and QUOTED_PRINTABLE.match(line) is not None

    def _goes_on(self, line: str) -> bool:
        """Whether this was one more piece of the line that waits."""
        if self._is_soft and line.strip().upper() not in EDGES:
            self._add(f"\n{line}")
        elif line.startswith((" ", "\t")) and self._can_go_on():
            self._add(self._piece(line))
        else:
            return False
        self._is_soft = line.endswith("=") and QUOTED_PRINTABLE.match(self._waiting[0]) is not None
        return True

    def _can_go_on(self) -> bool:
        """The first and the last line of a card never do."""
        return bool(self._number) and self._waiting[0].strip().upper() not in EDGES

    def _piece(self, line: str) -> str:
        # A whole card may stand within a line, and there each line is indented.
        if self._waiting[0][-12:].upper() == ":BEGIN:VCARD":
            return f"\n{line[1:]}"
        return f" {line.lstrip()}" if self._is_old else line[1:]

    def _add(self, piece: str) -> None:
        if len(self._waiting) == 1:
            self._is_binary = BINARY.match(self._waiting[0]) is not None
        if self._is_binary or self._waiting[-1] == CUT:
            return
        self._size += len(piece)
        if self._size > LONGEST:
            piece, self._is_dirty = CUT, True
        self._waiting.append(piece)

    def _last(self) -> Lines:
        return Lines([self._number], ["".join(self._waiting)]) if self._number else Lines([], [])

    def _mended(self, lines: Lines) -> Lines:
        """With the bytes that are not UTF-8 read, and told of what was cut."""
        numbers = list(lines.numbers)
        texts = [self._read(line) for line in lines.texts]
        for at, line in enumerate(texts):
            if CUT in line:
                texts[at] = line.replace(CUT, "")
                if not BINARY.match(line):
                    self.problems.append(Problem(numbers[at], TOO_LONG, what=line[:80]))
        return Lines(numbers, texts)

    def _read(self, line: str) -> str:
        try:
            line.encode()
        except UnicodeEncodeError:
            named = CHARSET.match(line)
            declared = encoding_named(named[1]) if named else ""
            raw = line.encode("utf-8", "surrogateescape")
            return in_its_encoding(raw, declared, self.fallback)
        return line
