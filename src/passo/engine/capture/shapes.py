"""What is handed in, and what was understood."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who is already known. `strength` is that of the tie, 0 to 1."""

    id: str | int
    given: str = ""
    family: str = ""
    nickname: str = ""
    organisation: str = ""
    strength: float = 0.0


# Whoever knows the people: words as people may write them, everyone who has any of them in a
# name or organisation. See docs/how/capture.md.
Find = Callable[[Sequence[str]], Sequence[Candidate]]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Somebody whom the sentence names, in the characters from `start` to before `end`.

    One candidate: that is the one. Several, best first: the owner chooses. `is_new`: nobody
    known has this name; candidates are then at most those who share the given name.
    """

    text: str
    start: int
    end: int
    candidates: tuple[Candidate, ...] = ()
    is_new: bool = False
    organisation: str = ""

    @property
    def person(self) -> Candidate | None:
        """Who it is, where that is beyond doubt."""
        return self.candidates[0] if len(self.candidates) == 1 and not self.is_new else None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in hundredths of its currency (ISO 4217)."""

    cents: int
    currency: str


@dataclass(frozen=True, slots=True)
class Span:
    """The characters from `start` to before `end` were taken for `meaning`.

    One of person, touch, touch_date, step, step_date, promise, money.
    """

    start: int
    end: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Captured:
    """What one line was understood to say.

    touch: "", mail, call, meeting, visit, message, letter or note; direction: out, in, both or
    ""; promise: ours, theirs or "".
    """

    note: str
    persons: tuple[Recognised, ...] = ()
    touch: str = ""
    direction: str = ""
    touch_date: date | None = None
    step: str = ""
    step_date: date | None = None
    promise: str = ""
    money: Money | None = None
    spans: tuple[Span, ...] = ()
    language: str = "en"
