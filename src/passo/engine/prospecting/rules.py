"""The seven rules of prospecting, each from 0 to 1, read from what happened."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike, NDArray

RULES = (
    "introduction",
    "research",
    "networking",
    "rhythm",
    "relevance",
    "contribution",
    "values",
)
NAMED, MET = 2, 1  # how it began
ENOUGH_KNOWN = 4  # facts, after which more reading tells little
ENOUGH_SHARED = 3  # people known to both
ENOUGH_GIVEN = 2  # gifts before anything is asked
FORGOTTEN = 3.0  # silences of that many rhythms leave nothing of it
FEWEST_SENT = 2  # messages, below which a share of answers says nothing
SEEN_DAYS = 365.0

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of each prospect; every array has one entry for each, `n` in all.

    came_by      how it began: 2 somebody named us to each other, 1 we met or they came, 0 we did
    known        facts noted of them and steps of research done, a count
    seen_days    days since we were last in one room, inf for never
    shared       people who know both of us, a count
    silence      days since any touch, inf for never
    cadence      days between touches that are usual for the two of us, > 0
    sent         messages of ours that had time to be answered, a count
    answered     how many of those were answered, a count
    given        what we gave before we first asked or offered, a count
    valued       times they said what it was worth, or praised, a count
    """

    came_by: ArrayLike
    known: ArrayLike
    seen_days: ArrayLike
    shared: ArrayLike
    silence: ArrayLike
    cadence: ArrayLike
    sent: ArrayLike
    answered: ArrayLike
    given: ArrayLike
    valued: ArrayLike


@dataclass(frozen=True, slots=True)
class Levels:
    """`of[i, r]`: how far prospect `i` lives up to `RULES[r]`, 0..1; NaN where nothing tells."""

    of: Floats


def levels(facts: Facts) -> Levels:
    """How well do we treat each prospect, rule by rule?

    introduction  came_by / 2, with 0.6 for who was met or came by themselves
    research      min(1, known / 4)
    networking    half for one room within a year, half for min(1, shared / 3)
    rhythm        1 up to the usual silence, from there straight to 0 at three times of it
    relevance     answered / sent, where at least two were sent
    contribution  min(1, given / 2)
    values        1 as soon as they have said once what it was worth

    Returns levels, shape (n, 7), dtype float64. Cost: O(n), a few array operations. The
    rules are Passo's own (docs/ideas.md); the bounds are judgements, none is fitted.

    >>> one = Facts([2], [2], [30.0], [0], [10.0], [14.0], [4], [3], [0], [1])
    >>> levels(one).of.round(2).tolist()
    [[1.0, 0.5, 0.5, 1.0, 0.75, 0.0, 1.0]]
    """
    (came_by, known, seen, shared, silence, cadence, sent, answered, given, valued) = columns(facts)
    late = silence / np.maximum(cadence, 1.0)
    share = np.divide(answered, sent, out=np.full_like(sent, np.nan), where=sent >= FEWEST_SENT)
    each = (
        np.select([came_by >= NAMED, came_by >= MET], [1.0, 0.6], 0.0),
        np.minimum(1.0, known / ENOUGH_KNOWN),
        0.5 * (seen <= SEEN_DAYS) + 0.5 * np.minimum(1.0, shared / ENOUGH_SHARED),
        np.clip((FORGOTTEN - late) / (FORGOTTEN - 1.0), 0.0, 1.0),
        np.minimum(1.0, share),
        np.minimum(1.0, given / ENOUGH_GIVEN),
        (valued > 0).astype(np.float64),
    )
    return Levels(np.stack(each, axis=1))


def columns(facts: Facts) -> list[Floats]:
    read = [np.asarray(getattr(facts, one.name), dtype=np.float64) for one in fields(facts)]
    if len({column.shape for column in read}) != 1 or read[0].ndim != 1:
        raise ValueError("Every fact has one entry for each prospect.")
    if any(np.isnan(column).any() or (column < 0).any() for column in read):
        raise ValueError("A fact is a number from 0 up.")
    return read


def firm(several: Sequence[Levels]) -> Floats:
    """The firm as a whole at several moments: the mean of those prospects that tell something.

    Returns shape (moments, 7), NaN where no prospect tells anything. Cost: O(all prospects).
    """
    told = np.full((len(several), len(RULES)), np.nan)
    for at, one in enumerate(several):
        counted = (~np.isnan(one.of)).sum(axis=0)
        sums = np.nansum(one.of, axis=0)
        np.divide(sums, counted, out=told[at], where=counted > 0)
    return told
