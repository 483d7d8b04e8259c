"""What happened? The touch that a sentence tells of: its kind, direction and day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from passo.engine.capture.clauses import Clause
from passo.engine.capture.dates import AHEAD, BEHIND, When, lies_ahead, offset_of
from passo.engine.capture.line import Line
from passo.engine.capture.tongue import Cue, Tongue

SPOKEN = ("call", "both")
WE = frozenset(
    [
        "i",
        "we",
        "just",
        "ho",
        "abbiamo",
        "ich",
        "wir",
        "habe",
        "hab",
        "haben",
        "he",
        "hemos",
        "yo",
        "and",
        "e",
        "y",
        "und",
    ]
)


def cues(line: Line, clauses: Sequence[Clause], tongue: Tongue, today: date) -> None:
    """Notes in each clause the touch it tells of, if any: the first by place."""
    for clause in clauses:
        clause.cue, clause.cue_at = first_cue(line, clause, tongue, today)


def first_cue(
    line: Line, clause: Clause, tongue: Tongue, today: date
) -> tuple[Cue | None, tuple[int, int]]:
    best: tuple[int, int, Cue] | None = None
    for cue, pattern in tongue.touch_patterns:
        found = clause.finds(pattern)
        if found and (best is None or found.start() < best[0]) and not is_ahead(cue, clause, today):
            best = (found.start(), found.end(), cue)
    if best is None:
        return None, (0, 0)
    start, end, cue = best
    return settled(line, clause, tongue, cue, start), (clause.offset + start, clause.offset + end)


def is_ahead(cue: Cue, clause: Clause, today: date) -> bool:
    """“Lunch with Luca tomorrow” has not been yet; a day read so is so for the step, too."""
    if not cue.weak:
        return False
    clause.dates = [
        replace(when, looks=AHEAD) if lies_ahead(when, today) else when for when in clause.dates
    ]
    return clause.has_ahead()


def settled(line: Line, clause: Clause, tongue: Tongue, cue: Cue, start: int) -> Cue:
    """The direction by who does it, and a talk at the fair as a meeting."""
    if (cue.kind, cue.direction) == SPOKEN and clause.finds(tongue.patterns["places"]):
        return Cue("meeting", "both", "")
    if cue.direction == "subject":
        return Cue(cue.kind, "out" if is_ours(clause, start) else "in", "")
    if cue.direction == "accent":
        token = line.tokens[line.tokens_of(clause.offset + start, clause.offset + start + 1)[0]]
        return Cue(cue.kind, "out" if token.text[-1] in "éeÉE" else "in", "")
    return cue


def is_ours(clause: Clause, start: int) -> bool:
    """The verb begins its clause, or follows “I” or “we”: “Called Ben”, not “Ben called”."""
    before = clause.folded[:start].split()
    return not before or before[-1] in WE


def touch_day(clause: Clause, others: Sequence[Clause], today: date) -> tuple[date, When | None]:
    """The day of the touch: its clause's, else a day gone by in another, else today."""
    for when in clause.dates:
        if (offset_of(when) or 0) <= 0 and when.looks != AHEAD:
            day = when.day(today, side=BEHIND)
            if day is not None and day <= today:
                return day, when
    return day_gone_by(others, today)


def day_gone_by(clauses: Sequence[Clause], today: date) -> tuple[date, When | None]:
    """The first day that can only lie behind: yesterday, last week; else today."""
    for when in (when for clause in clauses for when in clause.dates):
        if when.looks == BEHIND or (offset_of(when) or 0) < 0:
            day = when.day(today, side=BEHIND)
            if day is not None and day <= today:
                return day, when
    return today, None
