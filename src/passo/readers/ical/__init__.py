"""iCalendar (RFC 5545, and what the world makes of it): appointments within a window of days.

Single appointments are given as soon as they are read. A repeating one waits until the end of
the file, for the times of it that were changed may stand anywhere; what waits has a limit.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from typing import BinaryIO
from zoneinfo import ZoneInfo

from passo.readers.ical.blocks import Block, Scanner
from passo.readers.ical.events import Event, EventReader
from passo.readers.ical.series import Found, Window, appear, unfold_series
from passo.readers.records import Problem, _

MOST_WAITING = 32 << 20  # bytes of repeating appointments that wait for their changes
WEIGHT = 1500  # what a waiting one weighs beside its text

__all__ = ["read_appointments"]


def read_appointments(
    stream: BinaryIO, *, since: date, until: date, zone: str = "Europe/Rome"
) -> Iterator[Found]:
    """Every appointment that touches the days from `since` to `until`, both included.

    `zone` is where the owner is: for times that name no zone, and for whole days.
    """
    window = Window.of(since, until, ZoneInfo(zone))
    waiting = _Waiting(window)
    for item in Scanner(stream).blocks():
        if isinstance(item, Problem):
            yield item
        elif item.repeats:
            yield from waiting.add(item)
        else:
            yield from _single(item, waiting)
    yield from waiting.leave()


def _single(block: Block, waiting: "_Waiting") -> Iterator[Found]:
    read = EventReader(block, waiting.window.zone)
    if read.unknown_zone:  # it may be defined further down
        yield from waiting.add(block)
        return
    yield from read.problems
    if read.event is not None:
        yield from appear(read.event, waiting.window)


class _Waiting:
    """Series that wait for the end of the file."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.blocks: dict[bytes, list[Block]] = {}
        self.size = 0
        self.gone: set[bytes] = set()  # series that had to leave early

    def add(self, block: Block) -> Iterator[Found]:
        key = _key(block)
        self.blocks.setdefault(key, []).append(block)
        self.size += block.size + WEIGHT
        if key in self.gone:
            yield Problem(
                block.line,
                _("This belongs to a series that was read long before. It was read by itself."),
            )
        if self.size > MOST_WAITING:
            self.gone |= self.blocks.keys()
            yield from self.leave()

    def leave(self) -> Iterator[Found]:
        blocks, self.blocks, self.size = self.blocks, {}, 0
        for key in list(blocks):
            yield from self._series(blocks.pop(key))

    def _series(self, blocks: list[Block]) -> Iterator[Found]:
        events: list[Event] = []
        for block in blocks:
            read = EventReader(block, self.window.zone)
            yield from read.problems
            if read.unknown_zone:
                yield Problem(
                    block.line,
                    _("The time zone %(zone)s is not known. Yours was taken."),
                    {"zone": read.unknown_zone[:100]},
                )
            if read.event is not None:
                events.append(read.event)
        repeating = [event for event in events if event.appointment.is_repeating]
        for event in events:
            if not event.appointment.is_repeating:
                yield from appear(event, self.window)
        if repeating:
            yield from unfold_series(repeating, self.window)


def _key(block: Block) -> bytes:
    """A short name for the UID; without one the block is alone."""
    for text in block.text:
        if text[:3].upper() == b"UID":
            return blake2b(text.partition(b":")[2].strip(), digest_size=12).digest()
    return block.number.to_bytes(8, "big")
