"""How well are the gold threads read? Counts of right, wrong and missed."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache

from passo.engine.signals import Settled, Signal, Touch, read_signals, settle
from tests.engine.signals_gold.gold import Mail, Thread

HIDDEN = frozenset(("enclosed", "withdrawn", "solved"))


@dataclass(frozen=True)
class Score:
    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


Given = frozenset[Hashable]


@dataclass(frozen=True)
class Reading:
    """What somebody says of one thread: whose reply is owed, what is open, what was said."""

    owed: Given
    awaited: Given
    open: Given
    said: Given


def truth(thread: Thread) -> Reading:
    said = ((n, *label) for n, mail in enumerate(thread.mails, 1) for label in mail.labels)
    return Reading(thread.owed, thread.awaited, thread.open, frozenset(said))


@cache
def ours(thread: Thread) -> Reading:
    """What Passo says of it."""
    touches = [touch(n, mail) for n, mail in enumerate(thread.mails, 1)]
    settled = settle(touches, thread.on)
    said = frozenset(
        (one.id, signal.kind, None if signal.kind == "question" else signal.day)
        for one in touches
        for signal in one.signals
        if signal.kind not in HIDDEN
    )
    return Reading(numbers(settled.owed), numbers(settled.awaited), open_of(settled), said)


def touch(number: int, mail: Mail) -> Touch:
    signals: tuple[Signal, ...] = ()
    if mail.kind == "mail":
        signals = read_signals(mail.text, sent_on=mail.day, is_ours=mail.is_ours)
    at = datetime.combine(mail.day, time(9)) + timedelta(minutes=number)
    return Touch(number, mail.kind, at, mail.is_ours, signals)


def numbers(standing: Iterable) -> Given:
    return frozenset(one.touch.id for one in standing)


def open_of(settled: Settled) -> Given:
    return frozenset((one.touch.id, one.signal.day) for one in settled.open_promises)


def score(
    threads: Iterable[Thread], read: Callable[[Thread], Reading], part: str, kind: str = ""
) -> Score:
    """`part` is owed, awaited, open or said; of `said` only those of a kind, if one is given."""
    right = wrong = missed = 0
    for thread in threads:
        known, told = (pick(one, part, kind) for one in (truth(thread), read(thread)))
        right, wrong, missed = (
            right + len(known & told), wrong + len(told - known), missed + len(known - told),
        )  # fmt: skip
    return Score(right, wrong, missed)


def pick(reading: Reading, part: str, kind: str) -> Given:
    given: Given = getattr(reading, part)
    return frozenset(one for one in given if one[1] == kind) if kind else given  # type: ignore[index]
