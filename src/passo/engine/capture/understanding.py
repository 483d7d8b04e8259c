"""One line in the owner's own words: who, what happened, what is to be done, and when.

    Spoke with Luca at the fair, wants a quote for 3 chargers, call Tuesday

says that there was a meeting with Luca today and that he is to be called on Tuesday. Nothing is
decided here: what was understood is shown back before it is kept.

Each sentence is read with the words of the language it is written in; days are understood in
all four. Cost: linear in the length of the text.
"""

from datetime import date

from passo.engine.capture.clauses import clauses_of
from passo.engine.capture.dates import When, find_dates
from passo.engine.capture.line import Line
from passo.engine.capture.newcomers import Newcomers, tokens_of
from passo.engine.capture.numerals import find_money
from passo.engine.capture.persons import People, merged
from passo.engine.capture.reading import Reading
from passo.engine.capture.shapes import Captured, Find
from passo.engine.capture.steps import find_step
from passo.engine.capture.tongue import Tongue
from passo.engine.capture.tongues import TONGUES
from passo.engine.capture.touches import cues


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
    found = find_dates(line, (tongue, *others))
    dated = {number for when in found if is_beyond_doubt(line, when) for number in tokens_in(when)}
    known = People(line, tongue, find, dated).known()
    persons = Newcomers(line, tongue, known).all()
    names = tokens_of(line, persons)
    dates = [when for when in found if names.isdisjoint(tokens_in(when))]
    clauses = clauses_of(line, tongue, dates, names)
    cues(line, clauses, tongue, today)
    step = find_step(line, clauses, tongue, names, today)
    money = find_money(line, currency)
    return Reading(line, tongue, merged(persons), clauses, step, money, today).captured()


def tongue_of(line: Line, language: str) -> tuple[Tongue, list[Tongue]]:
    """The language most of the words speak for, then the others."""
    words = [token.folded for token in line.tokens if token.is_word]
    counts = {
        code: sum((word in tongue.vocabulary) + (word in tongue.sets["marks"]) for word in words)
        for code, tongue in TONGUES.items()
    }
    order = sorted(TONGUES, key=lambda code: (-counts[code], code != language, code))
    return TONGUES[order[0]], [TONGUES[code] for code in order[1:]]


def tokens_in(when: When) -> range:
    return range(when.first, when.last)


def is_beyond_doubt(line: Line, when: When) -> bool:
    """“4 May”, “domenica” are days even where somebody is called May or Domenica."""
    is_long = when.last - when.first > 1 and when.meaning in ("day", "weekday")
    return is_long or not line.tokens[when.first].is_capital
