"""What does this message say that is worth keeping?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from passo.engine.signals import shapes
from passo.engine.signals.days import Day, days_in
from passo.engine.signals.language import language_of
from passo.engine.signals.promises import promises_in
from passo.engine.signals.questions import OPENED, certainty_of_question, day_asked_about
from passo.engine.signals.sentences import Sentence, composed, fold, sentences
from passo.engine.signals.shapes import Signal
from passo.engine.signals.wording import Wording
from passo.engine.signals.wordings import WORDINGS

LONGEST_QUOTE = 160
MOST_LOOKED_AT = 60  # places of set words in one message
TOLD, GUESSED = 0.85, 0.75
BOUNCE_BEGINS = 200  # further down somebody tells of one
# A machine says only this; a newsletter, a list and spam say nothing that counts.
OF_MACHINES = frozenset((shapes.OUT_OF_OFFICE, shapes.BOUNCE, shapes.NO_LONGER_HERE))
MACHINES = frozenset(("automatic", "bounce"))
WITH_DAY = frozenset((shapes.NOT_BEFORE, shapes.OUT_OF_OFFICE))


def read_signals(
    text: str, *, sent_on: date, is_ours: bool, language: str = "", impersonal: str = ""
) -> tuple[Signal, ...]:
    """Which questions, promises, thanks … are in this message?

    `text` is the sender's own (`Message.own_text`), `impersonal` as the reader of mail says it.
    At most one signal of a kind and day, and one question; the surest. Quotes and places are those
    of the text in Unicode's composed form (NFC). Cost: linear in the length, some 0.1 ms for a
    short mail.

    >>> said = read_signals("Hi Ben, I'll send the quote by Friday. Which colour do you want?",
    ...                     sent_on=date(2026, 3, 10), is_ours=True)
    >>> [(one.kind, one.day and one.day.isoformat()) for one in said]
    [('promise', '2026-03-13'), ('question', None)]
    """
    if impersonal and impersonal not in MACHINES:
        return ()
    text = composed(text)
    folded = fold(text)
    wording = WORDINGS[language_of(folded, language)]
    if wording.pattern["campaign"].search(folded):
        return ()
    parts = list(sentences(text, folded, wording))
    found = [*kinds(text, folded, parts, wording, sent_on), *spoken(text, parts, wording, sent_on)]
    return tuple(
        Signal(kind, is_ours, day, quote(text, one), certainty, one.start, one.end, deed)
        for kind, day, one, certainty, deed in fitting(found, impersonal)
    )


Found = tuple[str, date | None, Sentence, float, str]


def kinds(
    text: str, folded: str, parts: list[Sentence], wording: Wording, sent_on: date
) -> Iterator[Found]:
    """What is told by set words: thanks, a complaint, not before March …"""
    starts = [one.start for one in parts]
    for kind, begin, end in islice(told(folded, wording), MOST_LOOKED_AT):
        one = parts[max(bisect_right(starts, begin) - 1, 0)]
        if end > one.end or is_not_meant(kind, one, end - one.start, wording):
            continue
        if kind not in WITH_DAY:
            yield kind, None, one, TOLD, ""
            continue
        days = days_in(text[one.start : one.end], wording.code, sent_on)
        day = day_of(kind, days, begin - one.start)
        if day or kind != shapes.NOT_BEFORE:
            yield kind, day, one, TOLD if day else GUESSED, ""


def told(folded: str, wording: Wording) -> Iterator[tuple[str, int, int]]:
    """Each kind and place of set words; “thanks for the great work” is thanks and praise."""
    place = 0
    while match := wording.any_kind.search(folded, place):
        yield str(match.lastgroup), *match.span()
        place = match.start() + 1


def is_not_meant(kind: str, one: Sentence, end: int, wording: Wording) -> bool:
    """A question tells nothing, but for a complaint and the offer of an introduction."""
    if kind == shapes.BOUNCE and one.start > BOUNCE_BEGINS:
        return True
    if one.asks and kind not in (shapes.COMPLAINT, shapes.INTRODUCTION_OFFERED):
        return True
    guard = wording.unless_patterns.get(kind)
    before = one.folded[:end] if kind == shapes.PRAISE else one.folded
    return bool(guard and guard.search(before))


def day_of(kind: str, days: list[Day], place: int) -> date | None:
    """The last day of an absence; else the first day named from the words on, or before them."""
    if kind == shapes.OUT_OF_OFFICE:
        return max((day.day for day in days), default=None)
    after = [day for day in days if day.end > place]
    return (after or days)[0].day if days else None


def spoken(text: str, parts: list[Sentence], wording: Wording, sent_on: date) -> Iterator[Found]:
    """Questions and promises."""
    for number, one in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        if sure := certainty_of_question(one, following, wording):
            day = day_asked_about(text, one, wording, sent_on)
            yield shapes.QUESTION, day, one, sure, ""
        if sure == OPENED:  # asked without a sign: nothing is promised
            continue
        for promise in promises_in(text, one, wording, sent_on):
            yield shapes.PROMISE, promise.day, one, promise.certainty, promise.deed


def fitting(found: Iterable[Found], impersonal: str) -> list[Found]:
    """Those that go together: the surest of a kind and day, and what one of them rules out gone."""
    best: dict[tuple[str, date | None], Found] = {}
    for one in found:
        key = (one[0], None if one[0] == shapes.QUESTION else one[1])
        known = best.get(key)
        surest = one if known is None or one[3] > known[3] else known
        best[key] = surest if known is None else (one[0], last_of(known, one), *surest[2:])
    present = {kind for kind, _day in best}
    kept = [one for one in best.values() if not is_ruled_out(one, best.values(), present)]
    if impersonal or shapes.BOUNCE in present:
        kept = [one for one in kept if one[0] in OF_MACHINES]
    return sorted(kept, key=lambda one: (one[2].start, one[0], one[1] or date.min))


def last_of(one: Found, other: Found) -> date | None:
    """One reply answers all questions of a message: they wait as long as any of them does."""
    return max(one[1], other[1]) if one[1] and other[1] else None


def is_ruled_out(one: Found, others: Iterable[Found], present: set[str]) -> bool:
    kind, day, where, _sure, _deed = one
    if kind == shapes.QUESTION and not where.asks:
        stronger = (shapes.NOT_BEFORE, shapes.WITHDRAWN, shapes.CLIENTS_FIRST)
        return any(other[0] in stronger and other[2] is where for other in others)
    if kind == shapes.NOT_BEFORE:
        return shapes.OUT_OF_OFFICE in present or is_before_another(one, others)
    if kind == shapes.REFUSAL:  # “we need nothing before March”
        return any(other[0] == shapes.NOT_BEFORE and other[2] is where for other in others)
    if kind == shapes.INTRODUCTION_OFFERED:
        return shapes.INTRODUCTION_MADE in present
    if kind == shapes.THANKS and shapes.REFUSAL in present:  # “no, but thank you”
        return True
    is_formula = kind == shapes.THANKS or (kind == shapes.PROMISE and day is None)
    return is_formula and shapes.OUT_OF_OFFICE in present


def is_before_another(one: Found, others: Iterable[Found]) -> bool:
    """“Not before September, let us talk after the summer” means September."""
    return any(
        other[0] == one[0] and (other[1] or date.min) > (one[1] or date.min) for other in others
    )


def quote(text: str, one: Sentence) -> str:
    return text[one.start : min(one.end, one.start + LONGEST_QUOTE)]
