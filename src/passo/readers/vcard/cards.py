"""From the lines of a file to its cards: where each begins and ends, and one within another."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import repeat

from passo.readers.records import Card, Problem, _
from passo.readers.vcard.finishing import finish
from passo.readers.vcard.heads import Head, end_of_quoted_head, read_head
from passo.readers.vcard.properties import (
    READINGS,
    SHOWN,
    Open,
    Reading,
    not_understood,
)
from passo.readers.vcard.text import (
    from_base64,
    from_escapes,
    from_quoted_printable,
    unescaped,
)

OUTSIDE = _("This stands outside any contact card, so it was left out.")
NO_END = _("This card stops before its end, so something of it may be missing.")
TOO_MUCH = _("This card is far too long, and only its beginning was kept.")

CARD = "VCARD"
BEGINNING = re.compile(r"\ufeff?\s*BEGIN:VCARD\s*(?:\n|$)", re.IGNORECASE)
BINARY = {"PHOTO", "LOGO", "SOUND", "KEY"}
NAME = re.compile(r"[A-Z0-9_-]+", re.ASCII)
DECODINGS = {"q": from_quoted_printable, "b": from_base64, "escapes": from_escapes}
DEEPEST = 4  # cards in cards in cards
HEADS = 4096  # kept in mind; a file with more of them invents them
LONGEST_HEAD = 400


@dataclass(frozen=True, slots=True)
class Property:
    """What stands before a colon, and what to do with what stands after it."""

    head: Head
    reading: Reading | None  # nothing, where it tells nothing that Passo keeps
    begins: bool = False
    may_spill: bool = False  # over lines that say nothing of whose they are


class Cards:
    """Takes lines; what they told waits in `found` until it is fetched."""

    def __init__(self, fallback: str, counted: Counter[str]) -> None:
        self.fallback = fallback
        self.counted = counted
        self.found: list[Card | Problem] = []
        self._opened: Open | None = None
        self._around: list[Open] = []  # the cards in which the open one is written
        self._properties: dict[str, Property] = {}
        self._count = 0
        self._last: Property | None = None
        self._is_astray = False  # outside any card, and that was told

    def take(self, numbers: Iterable[int], lines: Iterable[str]) -> None:
        known, here = self._properties, self._last
        for number, line in zip(numbers, lines, strict=False):
            start, colon, value = line.partition(":")
            if not colon:
                self._take_rest(number, line, here)
                continue
            here = known.get(start) or self._learn(start)
            opened = self._opened
            if opened is None:
                self._take_outside(here, value, number)
            elif (reading := here.reading) and (
                problem := reading(opened, here.head, value, number)
            ):
                self.found.append(problem)

        self._last = here

    def _take_outside(self, here: Property, value: str, number: int) -> None:
        if here.begins:
            self._begin(None, here.head, value, number)
        else:
            self._pass_by(number, f"{here.head.name}:{value}")

    def end_of_block(self) -> None:
        """A card without end must not fill the memory."""
        if self._opened is not None and self._opened.is_too_much:
            self.found.append(Problem(self._opened.card.line, TOO_MUCH))
            self._close()
            self._is_astray = self._opened is None

    def end_of_file(self) -> None:
        while self._opened is not None:
            self._break_off()

    def _learn(self, start: str) -> Property:
        here = self._property(start)
        if len(start) < LONGEST_HEAD:
            if len(self._properties) >= HEADS:
                self._properties.clear()
            self._properties[start] = here
        return here

    def _property(self, start: str) -> Property:
        if start.count('"') % 2:
            return Property(Head(""), self._quoted(start))
        head = read_head(start)
        return Property(
            head,
            self._reading(head),
            begins=head.name == "BEGIN",
            may_spill=head.encoding == "b" or head.name in BINARY,
        )

    def _reading(self, head: Head) -> Reading | None:
        edges = {"BEGIN": self._begin, "END": self._end, "AGENT": self._read_agent}
        reading = edges.get(head.name) or READINGS.get(head.name)
        if reading is None:
            return None if NAME.fullmatch(head.name) else not_understood
        coded = "escapes" if head.charset.startswith("iso2022") else head.encoding
        return self._decoded(reading, coded) if coded else reading

    def _decoded(self, reading: Reading, coded: str) -> Reading:
        decode = DECODINGS[coded]

        def read_decoded(opened: Open, head: Head, value: str, number: int) -> Problem | None:
            return reading(opened, head, decode(value, head.charset, self.fallback), number)

        return read_decoded

    def _quoted(self, start: str) -> Reading:
        """A colon within quotes has parted the line too early."""

        def read_quoted(opened: Open, head: Head, value: str, number: int) -> Problem | None:
            line = f"{start}:{value}"
            end = end_of_quoted_head(line)
            if end < 0:
                return not_understood(opened, head, line, number)
            here = self._property(line[:end])
            if here.reading is None:
                return None
            return here.reading(opened, here.head, line[end + 1 :], number)

        return read_quoted

    def _begin(self, opened: Open | None, head: Head, value: str, number: int) -> None:
        if value != CARD and value.strip().upper() != CARD:
            self._pass_by(number, f"BEGIN:{value}")
            return
        if opened is not None and opened.awaits_agent and len(self._around) < DEEPEST:
            opened.awaits_agent = False
            self._around.append(opened)
        elif opened is not None:
            self._break_off()
            self._around += [self._opened] if self._opened else []
        self._opened = Open(number)
        self._count += 1
        self._opened.card.number = self._count
        self._is_astray = False

    def _end(self, opened: Open, head: Head, value: str, number: int) -> None:
        if value == CARD:
            self._close()
        elif (said := value.strip())[: len(CARD)].upper() == CARD:
            self._close()
            # Two files were put together, and the first had no line end.
            if BEGINNING.match(said[len(CARD) :]):
                self._begin(self._opened, head, CARD, number)

    def _close(self) -> None:
        opened, self._opened = self._opened, self._around.pop() if self._around else None
        if opened is not None and (found := finish(opened, self.counted)):
            self.found.append(found)

    def _break_off(self) -> None:
        opened = self._opened
        self._close()
        if opened is not None and self.found[-1:] == [opened.card]:
            self.found.append(Problem(opened.card.line, NO_END))

    def _read_agent(self, opened: Open, head: Head, value: str, number: int) -> Problem | None:
        """The card of someone who acts for this one: after it, or in its text."""
        # Over many lines it is written as it is, in one line with escapes.
        written = (value if "\n" in value else unescaped(value)).strip()
        opened.awaits_agent = not written or BEGINNING.match(written) is not None
        depth = len(self._around)
        if not written or not opened.awaits_agent:
            return None
        if depth == DEEPEST:
            return not_understood(opened, head, value, number)
        self.take(repeat(number), written.split("\n"))
        while "\n" in written and len(self._around) > depth:
            self._break_off()
        return None

    def _take_rest(self, number: int, line: str, last: Property | None) -> None:
        """A line without a colon: empty, or more of a picture, or a riddle."""
        if not line or line.isspace() or (last is not None and last.may_spill):
            return
        if self._opened is None:
            self._pass_by(number, line)
        elif problem := not_understood(self._opened, Head(""), line, number):
            self.found.append(problem)

    def _pass_by(self, number: int, line: str) -> None:
        """Told once for all that stands between two cards."""
        if self._opened is None and not self._is_astray:
            self.found.append(Problem(number, OUTSIDE, what=line[:SHOWN]))
            self._is_astray = True
