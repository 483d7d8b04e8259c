"""One line in the owner's own words: who, what happened, what is to be done, and when.

    Spoke with Luca at the fair, wants a quote for 3 chargers, call Tuesday

says that there was a meeting with Luca today and that he is to be called on Tuesday. Nothing is
decided here: what was understood is shown back before it is kept.

Each sentence is read with the words of the language it is written in; days are understood in
all four. Cost: linear in the length of the text.
"""

from collections.abc import Sequence
from datetime import date

from passo.engine.capture.clauses import Clause, clauses_of
from passo.engine.capture.dates import When, find_dates
from passo.engine.capture.line import Line
from passo.engine.capture.newcomers import Newcomers
from passo.engine.capture.numerals import find_money
from passo.engine.capture.persons import People, merged
from passo.engine.capture.shapes import Captured, Find, Recognised, Span
from passo.engine.capture.steps import Step, find_step
from passo.engine.capture.tongue import Tongue
from passo.engine.capture.tongues import TONGUES
from passo.engine.capture.touches import cues, touch_day


def understand(
    text: str, *, today: date, find: Find, language: str = "en", currency: str = "EUR"
) -> Captured:
    """What does this line say?

    `find` is called at most once, with the words that may be names, folded; it returns everyone
    who has any of them in a name or organisation. `language` only decides where the words do not.

    >>> from passo.engine.capture.shapes import Candidate
    >>> known = [Candidate(7, "Paola", "Conti")]
    >>> said = understand("Ho sentito Paola ieri, le ho promesso il preventivo entro venerdì",
    ...                   today=date(2026, 3, 10), find=lambda words: known)
    >>> said.persons[0].person.id, said.touch, said.touch_date.isoformat()
    (7, 'call', '2026-03-09')
    >>> said.step, said.step_date.isoformat(), said.promise
    ('il preventivo', '2026-03-13', 'ours')
    """
    line = Line(text)
    tongue, others = tongue_of(line, language)
    people = People(line, tongue, find, (tongue, *others))
    persons = Newcomers(line, tongue, people.known()).all()
    dates = free_dates(line, (tongue, *others), persons)
    clauses = clauses_of(line, tongue, dates, name_tokens(line, persons))
    cues(line, clauses, tongue)
    return told(line, tongue, merged(persons), clauses, find_step(line, clauses, tongue, today),
                today, currency)  # fmt: skip


def tongue_of(line: Line, language: str) -> tuple[Tongue, list[Tongue]]:
    """The language most of the words speak for, then the others."""
    words = [token.folded for token in line.tokens if token.is_word]
    counts = {code: sum(word in tongue.sets["marks"] for word in words)
              for code, tongue in TONGUES.items()}  # fmt: skip
    order = sorted(TONGUES, key=lambda code: (-counts[code], code != language, code))
    return TONGUES[order[0]], [TONGUES[code] for code in order[1:]]


def name_tokens(line: Line, persons: Sequence[Recognised]) -> set[int]:
    return {
        number
        for number, token in enumerate(line.tokens)
        if any(one.start <= token.start < one.end for one in persons)
    }


def free_dates(line: Line, tongues: Sequence[Tongue], persons: Sequence[Recognised]) -> list[When]:
    """The days of a sentence, save words that are somebody's name: Frau Montag, May Chen."""
    names = name_tokens(line, persons)
    return [
        when for when in find_dates(line, tongues) if names.isdisjoint(range(when.first, when.last))
    ]


def told(
    line: Line, tongue: Tongue, persons: list[Recognised], clauses: list[Clause],
    step: Step | None, today: date, currency: str,
) -> Captured:  # fmt: skip
    spans = [Span(one.start, one.end, "person") for one in persons]
    money = find_money(line, currency)
    if money:
        spans.append(Span(*line.characters(money[0], money[1]), "money"))
    touch, direction, touch_date = "", "", None
    telling = [one for one in clauses if one.cue and (step is None or one is not step.clause)]
    if telling:
        cue, others = telling[0].cue, [one for one in clauses if one is not telling[0]
                                       and (step is None or one is not step.clause)]  # fmt: skip
        assert cue
        touch, direction = cue.kind, cue.direction
        touch_date, when = touch_day(telling[0], others, today)
        spans.append(Span(*line.characters(*line.tokens_of(*telling[0].cue_at)), "touch"))
        spans += date_span(line, when, "touch_date")
    elif step is None and line.text.strip():
        touch = "note"
        touch_date = touch_day(clauses[0], clauses[1:], today)[0] if clauses else today
    if step:
        spans += date_span(line, step.when, "step_date")
        spans.append(Span(*line.characters(step.clause.first, step.clause.last), "step"))
    return Captured(
        note=line.text, persons=tuple(persons), touch=touch, direction=direction,
        touch_date=touch_date, step=step.text if step else "",
        step_date=step.day if step else None, promise=step.promise if step else "",
        money=money[2] if money else None,
        spans=tuple(sorted(spans, key=lambda span: (span.start, span.end))),
        language=tongue.code,
    )  # fmt: skip


def date_span(line: Line, when: When | None, meaning: str) -> list[Span]:
    return [Span(*line.characters(when.first, when.last), meaning)] if when else []
