"""Who still owes whom a reply, and which promises are open?

For one person (or one organisation, if its people answer for each other): give everything that
was said and every touch with them, in any order. Nothing is remembered between two calls, so a
new mail means one call for the person it is with.

A question is settled by the first later touch of those asked: a mail in any thread, from a
colleague or a shared address, a call, a visit, a meeting; also when whoever asked takes it back.
A promise is settled by a touch that can keep it (a visit keeps “I'll come by”, a payment “we'll
pay”), by thanks or praise of whoever it was made to, or by a newer promise of the same deed; and
it is released where they say that they need it no more.
What a machine sent settles nothing. A later touch never opens what was closed.

Cost: n items · the promises and questions among them, n being one person's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo

from passo.engine.signals import shapes
from passo.engine.signals.shapes import Signal

WRITTEN = frozenset(("mail", "message", "letter"))
SPOKEN = frozenset(("call", "meeting", "visit"))
FACE = frozenset(("meeting", "visit"))
PAYMENT = "payment"
SETTLES_QUESTION = WRITTEN | SPOKEN
KEEPS = {
    shapes.SEND: WRITTEN,
    shapes.ANSWER: WRITTEN | SPOKEN,
    shapes.CALL: WRITTEN | SPOKEN,
    shapes.COME: FACE,
    shapes.PAY: frozenset((PAYMENT,)),
    shapes.DO: WRITTEN | FACE,
}
# Whoever asked and then says so wants no answer any more.
CLOSES = frozenset((shapes.WITHDRAWN, shapes.SOLVED, shapes.THANKS, shapes.REFUSAL))
# To whom it was promised, and who then says so, wants it no more; what works again must still be
# paid, and its invoice sent.
RELEASES = {
    deed: frozenset((shapes.WITHDRAWN, shapes.REFUSAL, shapes.SOLVED))
    for deed in (shapes.COME, shapes.CALL, shapes.DO)
} | {deed: frozenset((shapes.WITHDRAWN, shapes.REFUSAL)) for deed in (shapes.SEND, shapes.ANSWER)}
EITHER_WAY = SPOKEN  # it takes two: whoever called, both were there
OWED, AWAITED, OPEN, OVERDUE, KEPT, RENEWED, RELEASED = (
    "owed", "awaited", "open", "overdue", "kept", "renewed", "released",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Touch:
    """A touch with the person, or a payment. `kind`: mail, message, letter, call, meeting, visit,
    payment. `is_ours`: it came from our side. `id` is whatever the caller knows it by.

    `signals` are those of its text, if it has one. `at` is aware in all of them, in the business's
    own time, or in none.
    """

    id: object
    kind: str
    at: datetime
    is_ours: bool
    signals: tuple[Signal, ...] = ()

    @property
    def said(self) -> frozenset[str]:
        return frozenset(signal.kind for signal in self.signals)

    @property
    def is_automatic(self) -> bool:
        return bool(self.said & {shapes.OUT_OF_OFFICE, shapes.BOUNCE})


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of one question or promise. `by` is the touch that settled it, else None."""

    touch: Touch
    signal: Signal
    state: str  # owed or awaited; open, overdue, kept, renewed, released; answered
    by: Touch | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """Oldest first. `owed`: we owe the reply; `awaited`: they do; `promises`: of both sides."""

    owed: tuple[Standing, ...] = ()
    awaited: tuple[Standing, ...] = ()
    answered: tuple[Standing, ...] = ()
    promises: tuple[Standing, ...] = field(default=())

    @property
    def open_promises(self) -> tuple[Standing, ...]:
        """Also those that are overdue."""
        return tuple(one for one in self.promises if one.by is None)


def settle(touches: Iterable[Touch], today: date) -> Settled:
    """How do things stand between us and one person on this day?

    >>> asked = Signal("question", False, None, "When?", 0.9, 0, 5)
    >>> mail = Touch(1, "mail", datetime(2026, 3, 10), False, (asked,))
    >>> call = Touch(2, "call", datetime(2026, 3, 11), True)
    >>> [one.touch.id for one in settle([mail], date(2026, 3, 12)).owed]
    [1]
    >>> settle([mail, call], date(2026, 3, 12)).answered[0].by.id
    2
    """
    past = sorted((one for one in touches if one.at.date() <= today), key=lambda one: one.at)
    questions, promises = [], []
    for number, touch in enumerate(past):
        for signal in touch.signals:
            if signal.kind == shapes.QUESTION:
                questions.append(standing_of_question(touch, signal, past[number + 1 :]))
            elif signal.kind == shapes.PROMISE:
                promises.append(standing_of_promise(touch, signal, past[number + 1 :], today))
    return Settled(
        owed=tuple(one for one in questions if one.state == OWED),
        awaited=tuple(one for one in questions if one.state == AWAITED),
        answered=tuple(one for one in questions if one.by),
        promises=tuple(promises),
    )


def standing_of_question(touch: Touch, signal: Signal, later: Sequence[Touch]) -> Standing:
    answer = next((one for one in later if answers(touch, one)), None)
    if answer:
        return Standing(touch, signal, "answered", answer)
    return Standing(touch, signal, AWAITED if touch.is_ours else OWED)


def answers(question: Touch, later: Touch) -> bool:
    if later.at <= question.at or later.is_automatic or later.kind not in SETTLES_QUESTION:
        return False
    if later.kind in EITHER_WAY or later.is_ours != question.is_ours:
        return True
    return bool(later.said & CLOSES) and shapes.QUESTION not in later.said


def standing_of_promise(
    touch: Touch, signal: Signal, later: Sequence[Touch], today: date
) -> Standing:
    for one in later:
        if one.at <= touch.at or one.is_automatic:
            continue
        if keeps(touch, signal, one):
            return Standing(touch, signal, KEPT, one)
        if renews(touch, signal, one):
            return Standing(touch, signal, RENEWED, one)
        if releases(touch, signal, one):
            return Standing(touch, signal, RELEASED, one)
    is_over = signal.day is not None and signal.day < today
    return Standing(touch, signal, OVERDUE if is_over else OPEN)


def keeps(promised: Touch, signal: Signal, later: Touch) -> bool:
    """Whether this touch shows that the promise was kept."""
    if later.is_ours != promised.is_ours and later.kind not in EITHER_WAY:
        is_glad = bool(later.said & {shapes.THANKS, shapes.PRAISE})
        return is_glad and not is_early(signal, later)
    if later.kind not in KEEPS[signal.deed or shapes.DO] or renews(promised, signal, later):
        return False
    if signal.deed == shapes.DO and is_early(signal, later):
        return False
    is_asking = later.kind in WRITTEN and shapes.QUESTION in later.said
    return not is_asking or shapes.ENCLOSED in later.said


def releases(promised: Touch, signal: Signal, later: Touch) -> bool:
    """They need it no more, or decline, and ask for nothing else."""
    if later.is_ours == promised.is_ours or shapes.QUESTION in later.said:
        return False
    return bool(later.said & RELEASES.get(signal.deed or shapes.DO, frozenset()))


def is_early(signal: Signal, later: Touch) -> bool:
    """A mail on Tuesday is not the repair that was promised for Friday."""
    return signal.day is not None and later.at.date() < signal.day


def renews(promised: Touch, signal: Signal, later: Touch) -> bool:
    """The same deed promised again, for another day."""
    return later.is_ours == promised.is_ours and any(
        other.kind == shapes.PROMISE and other.deed == signal.deed for other in later.signals
    )


def at_day_end(day: date, tzinfo: tzinfo | None = None) -> datetime:
    """When a touch was of which only the day is known: after whatever was written that day."""
    return datetime.combine(day, time.max, tzinfo)
