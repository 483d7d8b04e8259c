"""When do we usually speak, when is the next time due, and who is cooling?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from passo.engine.strength.touches import (
    CHANNEL_WEIGHTS,
    Floats,
    Touches,
    Whole,
    _,
    calendar_days,
    distinct,
)

STATES = ("", "cooling", "cold")
SMALL_ROUND = 8  # a touch among more people than this is no contact between two
BURST = 3  # days; contacts this close belong to one exchange, over a week-end too
STEADY = 30  # days; a shorter time of daily contact is one exchange
COOLING, COLD = 0.9, 0.98  # share of this person's silences that were shorter
PRIOR_DAYS, PRIOR_SPREAD = 30.0, 0.7  # a month, give or take a factor of two
PRIOR_WEIGHT = 2  # silences that the book's rhythm counts for, beside the person's own
CLEAR = 3  # silences from which a person's rhythm says something of the book's
BOOK_WEIGHT = 5  # people that the prior counts for, beside the book's own
LEAST_SPREAD = 0.5  # nobody is so regular that a little longer means anything
WEEK = 7  # days; a silence is never judged as if they spoke more often
SIGMA = 1.4826  # median absolute deviation to standard deviation
GRAIN = 2.0**20  # whole numbers sort several times faster
LOGISTIC = np.sqrt(3) / np.pi  # standard deviation to scale of a logistic distribution

UNKNOWN = _("Too few contacts to tell a rhythm.")
USUALLY = {
    "day": _("You usually speak nearly every day."),
    "days": _("You usually speak about every %(cadence)s days."),
    "weeks": _("You usually speak about every %(cadence)s weeks."),
    "months": _("You usually speak about every %(cadence)s months."),
}
SILENT = {
    "day": _("You usually speak nearly every day; it is %(silence)s days now."),
    "days": _("You usually speak about every %(cadence)s days; it is %(silence)s days now."),
    "weeks": _("You usually speak about every %(cadence)s weeks; it is %(silence)s weeks now."),
    "months": _("You usually speak about every %(cadence)s months; it is %(silence)s months now."),
}
LONGEST = {"day": 1.5, "days": 13.0, "weeks": 60.0, "months": np.inf}  # days told in this unit
UNITS = {"day": 1.0, "days": 1.0, "weeks": 7.0, "months": 30.44}


class Book(NamedTuple):
    """What is usual in the whole book: middle of log days, and spread of the logs."""

    middle: float = float(np.log(PRIOR_DAYS))
    spread: float = PRIOR_SPREAD


@dataclass(frozen=True, slots=True, eq=False)
class Rhythms:
    """Every array has one entry a person; nan stands where there is no rhythm.

    `cadence`: days from one contact to the next. `last_day`, `due_day`: days. `next_day`: day
    of the first contact planned after today. `silences`: how many own silences the cadence is
    told from. `cooling`: 0..1, how unusual the present silence is; 0 without a rhythm. `state`:
    place in `STATES`. `book`: what is usual in the book; give it back to reckon only some anew.
    """

    today: float
    cadence: Floats
    last_day: Floats
    due_day: Floats
    next_day: Floats
    silences: Whole
    cooling: Floats
    state: NDArray[np.int8]
    book: Book

    def reason(self, person: int) -> tuple[str, Mapping[str, int]]:
        """An English sentence to translate, and what fills its places."""
        days = self.cadence[person]
        if np.isnan(days):
            return UNKNOWN, {}
        unit = unit_of(days)
        silence = np.floor(self.today) - np.floor(self.last_day[person])
        values = {"cadence": days / UNITS[unit], "silence": silence / UNITS[unit]}
        sentence = (SILENT if self.state[person] else USUALLY)[unit]
        return sentence, {name: round(float(value)) for name, value in values.items()}


def unit_of(days: float) -> str:
    """The largest unit of which a cadence holds two, so that no sentence says “1 weeks”."""
    return next(unit for unit, most in LONGEST.items() if days < most)


def rhythms(touches: Touches, *, people: int, today: float, book: Book | None = None) -> Rhythms:
    """When do we usually speak, and whose silence has become unusually long?

    A contact is a touch of at most 8 people that is no note. Contact days at most 3 days apart
    are one exchange; the days between exchanges are silences. Who is in touch so often that
    exchanges fill half of a time of a month or more has the days between contacts as silences
    instead. Then

        cadence = exp(shrunk median of the silences' logs)
        spread = shrunk 1.4826 · median absolute deviation of the logs, at least 0.5
        cooling = 1 / (1 + (silence / max(cadence, 7))^-k), k = π / (√3 · spread)

    which is the share of silences, log-logistic around the cadence, shorter than the present
    one: ½ on the due day, "cooling" from 0.9, "cold" from 0.98. Shrunk: the person's n
    silences beside 2 of the book's usual (the more regular their own, the fewer), the book's
    people beside 5 of a month. So a few contacts say little. One contact has no rhythm and
    never cools. Who has a contact planned within one more cadence is not cooling. `today`:
    days, as in `Touches`; later touches are plans. `book`: usual in the book as an earlier
    answer gave it; then each person's figures depend on their own touches alone.

    Cost: two sorts, O(n log n) for n touches. Sources: median and its absolute deviation for
    robustness, Hampel 1974; shrinkage towards the group, Efron and Morris 1975.

    >>> days = [0, 21, 42, 64, 85, 134]
    >>> weekly = Touches([0] * 6, days, [0] * 6, [2] * 6, [2] * 6)
    >>> told = rhythms(weekly, people=1, today=140)
    >>> sentence, values = told.reason(0)
    >>> STATES[told.state[0]], sentence % values
    ('', 'You usually speak about every 3 weeks.')
    """
    real = (CHANNEL_WEIGHTS[touches.channel] > 0) & (touches.size <= SMALL_ROUND)
    contacts = touches.of(people).where(real)
    past, plans = contacts.where(contacts.day <= today), contacts.where(contacts.day > today)
    cadence, spread, count, book = told_from(*silences(past), people, book)
    last, following = extremes(past, plans, people)
    cooling = unusual(np.floor(today) - np.floor(last), cadence, spread)
    state = (cooling >= COOLING).astype(np.int8) + (cooling >= COLD)
    return Rhythms(
        today=today,
        cadence=cadence,
        last_day=last,
        due_day=last + cadence,
        next_day=following,
        silences=count,
        cooling=cooling,
        state=np.where(following <= today + cadence, 0, state).astype(np.int8),
        book=book,
    )


def told_from(
    person: Whole, silence: Floats, people: int, book: Book | None
) -> tuple[Floats, Floats, Whole, Book]:
    """Cadence, spread and number of silences of each person, and the book's usual."""
    middle, spread, count = own_middles(person, np.log(silence), people)
    book = book or usual(middle, spread, count)
    spread = shrunk(spread, np.maximum(count - 1, 0), book.spread, PRIOR_WEIGHT)
    lean = PRIOR_WEIGHT * (spread / PRIOR_SPREAD) ** 2
    cadence = np.exp(shrunk(middle, count, book.middle, lean))
    return np.where(count > 0, cadence, np.nan), spread, count, book


def silences(contacts: Touches) -> tuple[Whole, Floats]:
    """Persons and days of every silence between exchanges, ordered by person."""
    day = calendar_days(contacts.day)
    first = int(day.min(initial=0))
    span = int(day.max(initial=0)) - first + 1
    days = distinct(contacts.person * span + (day - first))
    person, gap = days // span, np.diff(days)
    same = person[1:] == person[:-1]
    person, gap = person[1:][same], gap[same]
    kept = (gap > BURST) | often(person, gap)
    return person[kept], gap[kept].astype(np.float64)


def often(person: Whole, gap: Whole) -> NDArray[np.bool_]:
    """For each gap: did we speak a month or longer, and do exchanges fill half of the time?"""
    every = np.bincount(person, gap)
    within = np.bincount(person, gap * (gap <= BURST))
    steady: NDArray[np.bool_] = (2 * within >= every) & (every >= STEADY)
    return steady[person]


def own_middles(person: Whole, logs: Floats, people: int) -> tuple[Floats, Floats, Whole]:
    """Median of each person's logs, their spread around it, and how many there are."""
    count = np.bincount(person, minlength=people)
    middle = medians(person, logs, count)
    spread = SIGMA * medians(person, np.abs(logs - middle[person]), count)
    return middle, spread, count


def medians(person: Whole, value: Floats, count: Whole) -> Floats:
    """The median of each person's values, to a millionth; 0 where there are none."""
    if not len(value):
        return np.zeros(len(count))
    grains = np.rint(value * GRAIN).astype(np.int64)
    span = int(grains.max()) + 1
    ordered = np.sort(person * span + grains) % span
    starts = np.cumsum(count) - count
    low = np.minimum(starts + np.maximum(count - 1, 0) // 2, len(value) - 1)
    high = np.minimum(starts + count // 2, len(value) - 1)
    return np.where(count > 0, (ordered[low] + ordered[high]) / 2 / GRAIN, 0.0)


def usual(middle: Floats, spread: Floats, count: Whole) -> Book:
    """What is usual in the book, told from those with three silences or more."""
    clear = count >= CLEAR
    known = int(clear.sum())
    prior = Book()
    if not known:
        return prior
    share = known / (known + BOOK_WEIGHT)
    return Book(
        float(share * np.median(middle[clear]) + (1 - share) * prior.middle),
        max(float(share * np.median(spread[clear]) + (1 - share) * prior.spread), LEAST_SPREAD),
    )


def shrunk(own: Floats, count: Whole, towards: float, weight: Floats | int) -> Floats:
    """The own figure, told from so many, beside another that counts for `weight` of them."""
    return (own * count + towards * weight) / (count + weight)


def extremes(past: Touches, planned: Touches, people: int) -> tuple[Floats, Floats]:
    """Day of the last contact and of the next planned one, nan where there is none."""
    last, following = np.full(people, -np.inf), np.full(people, np.inf)
    np.maximum.at(last, past.person, past.day)
    np.minimum.at(following, planned.person, planned.day)
    return np.where(last > -np.inf, last, np.nan), np.where(following < np.inf, following, np.nan)


def unusual(silence: Floats, cadence: Floats, spread: Floats) -> Floats:
    """The share of a person's silences that are shorter than the present one."""
    times = np.log(np.maximum(silence, 0.01) / np.maximum(cadence, WEEK))
    times /= np.maximum(spread, LEAST_SPREAD) * LOGISTIC
    return np.where(np.isnan(times), 0.0, 1 / (1 + np.exp(-times)))
