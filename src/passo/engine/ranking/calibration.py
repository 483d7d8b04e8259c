"""When Passo said one in three, was it one in three?"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from passo.engine.ranking.assumptions import CLIENT
from passo.engine.ranking.figures import Floats, Whole

TENTHS = 10
ENOUGH = 200  # tries, before anything is concluded
WEIGHT = 12.0  # successes that the belief in our own chances counts for


class Calibration(NamedTuple):
    """What was foretold, and what came.

    `tries`: (10,), steps foretold at 0 … 10 %, 10 … 20 % and so on; `foretold`, `came`: (10,),
    mean of what was said and share that came true, nan without tries. `held`: how many came for
    each that was foretold, leaning on 1; to be given to `choose`. `brier`: mean squared
    error of what was said; `plain`: the same, had the plain rate of each stage been said, each
    step's own left out. `better`: ours is the smaller one. `enough`: 200 tries or more.
    """

    tries: Whole
    foretold: Floats
    came: Floats
    held: float
    brier: float
    plain: float
    better: bool
    enough: bool


def calibration(foretold: ArrayLike, came: ArrayLike, stage: ArrayLike) -> Calibration:
    """How well did the chances hold?

        held = (12 + Σ came) / (12 + Σ foretold)
        brier = mean (foretold - came)²
        plain = mean (rate of the stage without this try - came)²

    `foretold`: (tries,), 0..1, as `logged` kept it. `came`: (tries,), whether the
    next stage was reached in time. `stage`: (tries,), 0 … 6, at the time. A stage with a single
    try takes the rate of all other tries.

    Cost: O(tries). Source: Brier, Monthly Weather Review 78 (1950); a rate that leaves its own
    case out, so that a stage of few tries does not foretell itself.

    >>> told = calibration([0.1, 0.1, 0.9, 0.9], [False, False, True, False], [0, 0, 1, 1])
    >>> round(told.brier, 2), round(told.plain, 2), int(told.tries[9])
    (0.21, 0.5, 2)
    """
    said = np.asarray(foretold, dtype=np.float64)
    true = np.asarray(came, dtype=bool).astype(np.float64)
    where = np.asarray(stage, dtype=np.int64)
    check(said, true, where)
    tenth = np.minimum((said * TENTHS).astype(int), TENTHS - 1)
    tries = np.bincount(tenth, minlength=TENTHS)
    brier = mean((said - true) ** 2)
    plain = mean((left_out(true, where) - true) ** 2)
    return Calibration(
        tries=tries,
        foretold=means(tenth, said, tries),
        came=means(tenth, true, tries),
        held=float((WEIGHT + true.sum()) / (WEIGHT + said.sum())),
        brier=brier,
        plain=plain,
        better=brier < plain,
        enough=len(said) >= ENOUGH,
    )


def check(said: Floats, true: Floats, where: Whole) -> None:
    if said.ndim != 1 or not said.shape == true.shape == where.shape:
        raise ValueError("every try has a chance, an outcome and a stage")
    if not ((said >= 0) & (said <= 1)).all():
        raise ValueError("a chance lies between 0 and 1")
    if not ((where >= 0) & (where <= CLIENT)).all():
        raise ValueError("there is no such stage")


def mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else float("nan")


def means(tenth: Whole, values: Floats, tries: Whole) -> Floats:
    sums = np.bincount(tenth, values, TENTHS)
    return np.where(tries > 0, sums / np.maximum(tries, 1), np.nan)


def left_out(true: Floats, where: Whole) -> Floats:
    """The rate of the same stage without this try; of all others where it is the only one."""
    tries, yes = np.bincount(where)[where], np.bincount(where, true)[where]
    others = (true.sum() - true) / max(len(true) - 1, 1)
    return np.where(tries > 1, (yes - true) / np.maximum(tries - 1, 1), others)
