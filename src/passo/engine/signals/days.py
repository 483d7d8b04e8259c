"""The days that a sentence names, read as capture reads them. Only what lies ahead counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from passo.engine.capture.dates import AHEAD, BEHIND, find_dates, offset_of
from passo.engine.capture.line import Line
from passo.engine.capture.tongue import Tongue
from passo.engine.capture.tongues import TONGUES
from passo.engine.signals.pledges.forms import either
from passo.engine.signals.sentences import fold

MORE = {
    "en": (
        r"(?:in|within) (?:the )?(?:next |about )?(?:\w+ )?(?:minutes?|hours?)",
        r"(?:on|by) the first(?: of the month)?\b",
        r"before the month is (?:out|over)",
    ),
    "it": (
        r"(?:tra|fra|entro|in) (?:\w+ )?(?:minut[io]|or[ae]|mezz'ora|un'ora)\b",
        r"(?:il|entro il) primo(?: del mese)?\b",
        r"prima (?:della fine del|che finisca il) mese",
    ),
    "de": (
        r"(?:in|innerhalb von) (?:\w+ )?(?:minuten?|stunden?)\b",
        r"(?:am|zum|bis zum) ersten\b",
        r"(?:noch )?vor monatsende",
    ),
    "es": (
        r"(?:en|dentro de) (?:\w+ )?(?:minutos?|horas?|un rato)\b",
        r"el (?:uno|primero)(?: de mes)?\b",
        r"antes de (?:que acabe el|fin de) mes",
    ),
}
SOON = {
    code: re.compile("|".join(f"({one})" for one in phrases), re.IGNORECASE)
    for code, phrases in MORE.items()
}
OTHER = (
    "weekend sat first wochenende monatsende jahresende ersten fine weekend primo finde semana uno "
    "spring summer autumn winter primavera estate autunno inverno verano otono invierno fruhjahr "
    "fruhling sommer herbst easter christmas pasqua natale ostern weihnachten pascua navidad santa "
    "minute minutes hour hours minuto minuti ora ore mezz un'ora minuten stunde stunden minutos "
    "hora horas rato"
)


def words_of(tongue: Tongue) -> re.Pattern[str]:
    """A quick look for anything that may be a day; whole sentences are read only where it is so."""
    named = re.split(r"[ |]+", f"{tongue.weekdays} {tongue.months}")
    last = [phrase.split()[-1] for phrase in (*tongue.offsets, *tongue.units)]
    return re.compile(rf"\d|\b{either([*named, *last, *OTHER.split()])}(?!\w)")


WORDS = {code: words_of(tongue) for code, tongue in TONGUES.items()}
BEFORE_WEEKEND = re.compile(r"before (?:the )?weekend", re.IGNORECASE)  # on Friday, that is
GONE = re.compile(r"(?:since|seit|vom)\b")
DAY_BEFORE = timedelta(days=1)
DATIVE = re.compile(r"\b[Dd]em (?=\d{1,2}\.)")  # “ab dem 30.” is a day as “den 30.” is
ORDINALS = {ord("°"): " ", ord("º"): " "}  # “1° settembre”


@dataclass(frozen=True, slots=True)
class Day:
    """A day named in the characters from `start` to before `end` of a sentence."""

    start: int
    end: int
    day: date
    is_by: bool  # by, until, before


def may_name_day(folded: str, language: str) -> bool:
    return bool(WORDS[language].search(folded))


def days_in(text: str, language: str, sent_on: date) -> list[Day]:
    """The days ahead that a sentence names, in order.

    >>> [one.day.isoformat() for one in days_in("by Friday", "en", date(2026, 3, 10))]
    ['2026-03-13']
    """
    if not may_name_day(fold(text), language):
        return []
    line = Line(DATIVE.sub("den ", text.translate(ORDINALS)))
    found = []
    for when in find_dates(line, (TONGUES[language],)):
        if when.looks == BEHIND or (offset_of(when) or 0) < 0:
            continue
        if GONE.match(fold(text[slice(*line.characters(when.first, when.last))])):
            continue
        day = when.day(sent_on, side=AHEAD)
        if day and day >= sent_on:
            start, end = line.characters(when.first, when.last)
            if BEFORE_WEEKEND.search(text, start, end):
                day = max(day - DAY_BEFORE, sent_on)
            found.append(Day(start, end, day, "by" in when.values))
    return sorted([*found, *days_soon(text, language, sent_on, found)], key=lambda day: day.start)


def days_soon(text: str, language: str, sent_on: date, found: list[Day]) -> Iterator[Day]:
    """Within minutes or hours: today; on the first; before the month is out."""
    next_first = (sent_on.replace(day=1) + timedelta(days=31)).replace(day=1)
    days = (sent_on, next_first, next_first - DAY_BEFORE)
    for match in SOON[language].finditer(text):
        if all(match.end() <= day.start or match.start() >= day.end for day in found):
            number = int(match.lastindex or 1)
            yield Day(*match.span(), days[number - 1], is_by=number == len(days))
