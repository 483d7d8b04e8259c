"""From blocks of physical lines to the lines that their writer meant.

A line may be broken anywhere and go on after a space, even within a letter of two bytes; text in
quoted-printable goes on after a `=`. Where a line goes on, a carriage return takes the place of
the line feed: no block holds one, so a block can be parted into whole lines at once.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from typing import BinaryIO, NamedTuple

from passo.readers.records import Problem, _
from passo.readers.vcard.blocks import CUT, LONGEST, blocks_of
from passo.readers.vcard.text import encoding_named, in_its_encoding

TOO_LONG = _("This line is very long, and only its beginning was read.")

VERSION = "VERSION:"
FOLD = "\r"
BINARY = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)
SOFT_BREAK = re.compile(r"=\n(?!\s*(?:BEGIN|END):VCARD\s*(?:\n|$))", re.IGNORECASE)
QUOTED_PRINTABLE = re.compile(r"[^:\n]*;(?:ENCODING=)?\"?Q(?:UOTED-PRINTABLE)?\b", re.IGNORECASE)
CHARSET = re.compile(r"[^:]*;CHARSET=\"?([\w.-]+)", re.IGNORECASE)
OLD_FOLD = re.compile(r"\r\s*")
FOLDED_EDGE = re.compile(r"(?<=\n)((?:BEGIN|END):VCARD[ \t]*)\r", re.IGNORECASE)
NEXT_LINE = re.compile(r"\n(?![ \t])")
EDGES = {"BEGIN:VCARD", "END:VCARD"}


class Lines(NamedTuple):
    """Whole lines, each with the number of the line in the file where it begins."""

    numbers: Iterable[int]
    texts: list[str]


class Unfolding:
    """Blocks in, whole lines out. The last one waits, since it may go on in the next block."""

    def __init__(self, fallback: str) -> None:
        self.fallback = fallback
        self.problems: list[Problem] = []
        self._next = 1  # the number of the next line to come
        self._number = 1  # where the line that waits begins
        self._waiting = [""]  # its pieces
        self._size = 0
        self._is_soft = False  # it is quoted-printable and says that it goes on
        self._is_dirty = False  # it may hold bytes that are not UTF-8, or be cut
        self._is_old = False  # it is of vCard 2.1, which folds at a space that belongs to the text
        self._may_be_old = False  # so is something in this block, or before it

    def lines_of(self, stream: BinaryIO) -> Iterator[Lines]:
        for block in blocks_of(stream):
            yield self._unfold(block)
        yield self._mended(Lines([self._number], [self._joined()]))

    def _unfold(self, block: bytes) -> Lines:
        was_dirty, first = self._is_dirty, self._next
        try:
            content, self._is_dirty = block.decode(), CUT.encode() in block
        except UnicodeDecodeError:
            content, self._is_dirty = block.decode("utf-8", "surrogateescape"), True
        self._next += content.count("\n") + 1
        content = self._folded(content)
        more, *others = content.split("\n")
        if more:
            self._go_on(more)
        if not others:
            self._is_dirty |= was_dirty
            return Lines([], [])
        is_dirty = was_dirty or self._is_dirty
        self._may_be_old = self._is_old or f"{VERSION}2.1" in content
        ready = self._whole(first + more.count(FOLD), others, is_folded=FOLD in content)
        self._learn_version(content)
        return self._mended(ready) if is_dirty else ready

    def _folded(self, content: str) -> str:
        """With a carriage return wherever a line goes on; what comes first is of what waits."""
        content = f"{'=' if self._is_soft else ''}\n{content}"
        if "=\n" in content:
            content = _softly_folded(content).removeprefix("=")
        if "\nPHOTO" in content:
            content = _without_pictures(content)
        content = content.replace("\n ", FOLD).replace("\n\t", FOLD)
        if content[0] == FOLD and self._waiting[0].strip().upper() in EDGES:
            content = f"\n{content[1:]}"
        # The first and the last line of a card never go on.
        if "VCARD\r" in content or "vcard\r" in content:
            content = FOLDED_EDGE.sub(r"\1\n", content)
        return content

    def _go_on(self, more: str) -> None:
        self._is_soft = more.endswith("=") and QUOTED_PRINTABLE.match(self._waiting[0]) is not None
        if BINARY.match(self._waiting[0]) or self._waiting[-1] == CUT:
            return
        self._size += len(more)
        if self._size > LONGEST:
            more, self._is_dirty = CUT, True
        self._waiting.append(more)

    def _whole(self, first: int, others: list[str], *, is_folded: bool) -> Lines:
        """What waited, and all but the last of the others, which waits now."""
        number, waited = self._number, self._joined()
        last = others.pop()
        self._number = self._next - 1 - last.count(FOLD)
        self._waiting, self._size = [last], len(last)
        self._is_soft = last.endswith("=") and QUOTED_PRINTABLE.match(last) is not None
        numbers = self._join_each(first, others) if is_folded else range(first, self._number)
        others.insert(0, waited)
        return Lines(chain((number,), numbers), others)

    def _join_each(self, first: int, lines: list[str]) -> Iterable[int]:
        """Mends the lines where they stand and gives their numbers."""
        folds = [line.count(FOLD) for line in lines]
        for at, count in enumerate(folds):
            if count:
                lines[at] = self._unfolded(lines[at])
            elif self._may_be_old and lines[at].startswith(VERSION):
                self._learn_version(f"\n{lines[at]}")
        return accumulate([count + 1 for count in folds], initial=first)

    def _learn_version(self, content: str) -> None:
        """The last one that it names."""
        if (at := content.rfind(f"\n{VERSION}")) >= 0:
            self._is_old = content.startswith("2.1", at + 1 + len(VERSION))

    def _joined(self) -> str:
        line = "".join(self._waiting)
        return self._unfolded(line) if FOLD in line else line

    def _unfolded(self, line: str) -> str:
        if BINARY.match(line):
            return line.partition(FOLD)[0]
        if "=\r" in line and QUOTED_PRINTABLE.match(line):
            line = line.replace("=\r", "")
        # A whole card may stand within a line, and there each line is folded.
        if line.partition(FOLD)[0][-12:].upper() == ":BEGIN:VCARD":
            return line.replace(FOLD, "\n")
        return OLD_FOLD.sub(" ", line) if self._is_old else line.replace(FOLD, "")

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


def _softly_folded(content: str) -> str:
    """With a carriage return after each = by which quoted-printable says that it goes on."""
    pieces, done, soft_line = [], 0, 0 if content[0] == "=" else -1
    for found in SOFT_BREAK.finditer(content):
        start = content.rfind("\n", 0, found.start()) + 1
        if start == soft_line or QUOTED_PRINTABLE.match(content, start):
            pieces += [content[done : found.end() - 1], FOLD]
            done = soft_line = found.end()
    return "".join([*pieces, content[done:]])


def _without_pictures(content: str) -> str:
    """Pictures are most of many an address book: of each only its first line and its folds stay."""
    pieces, done = [], 0
    while (start := content.find("\nPHOTO", done)) >= 0:
        first = content.find("\n", start + 1)
        following = NEXT_LINE.search(content, first) if first > 0 else None
        if following is None:  # it may go on in the next block
            break
        pieces += [content[done:first], FOLD * content.count("\n", first, following.start())]
        done = following.start()
    return "".join([*pieces, content[done:]])
