"""When Passo said one in three, was it one in three?"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

TENTHS = 10
ENOUGH = 200  # tries, before it is concluded that a plain rate would have done as well
SIGMAS = 1.96  # of a 95 % interval


class Calibration(NamedTuple):
    """What was foretold, and what came.

    `tries`: (10,), steps foretold at 0 … 10 %, 10 … 20 % and so on; `foretold`, `came`: (10,),
    mean of what was said and share that came true, nan without tries; `low`, `high`: (10,),
    between which the true share lies, nan without tries. `brier`: mean squared error of what
    was said; `plain`: the same, had the plain rate of each stage been said, each step's own left
    out; `skill`: by which share ours is smaller, below 0 when it is larger. `error`: how far
    what was said lies from what came, tenth by tenth, in the mean. `better`: ours is the smaller
    one. `enough`: 200 tries or more.
    """

    tries: Whole
    foretold: Floats
    came: Floats
    low: Floats
    high: Floats
    brier: float
    plain: float
    skill: float
    error: float
    better: bool
    enough: bool


def calibration(foretold: ArrayLike, came: ArrayLike, stage: ArrayLike) -> Calibration:
    """How well did the chances hold?

        brier = mean (foretold - came)²
        plain = mean (rate of the stage without this try - came)²
        skill = 1 - brier / plain
        error = Σ tries of the tenth · |mean foretold - share that came| / tries

    `foretold`: (tries,), 0..1, as it was said. `came`: (tries,), whether the next stage was
    reached in time. `stage`: (tries,), any number from 0 on that groups tries of one kind, at the
    time. A stage with a single try takes the rate of all other tries.

    Cost: O(tries). Sources: Brier, Monthly Weather Review 78 (1950), and Murphy's skill score
    (ib. 1988) against a rate that leaves its own case out, so that a stage of few tries does not
    foretell itself; expected calibration error, Naeini, Cooper and Hauskrecht (AAAI 2015).

    >>> told = calibration([0.1, 0.1, 0.9, 0.9], [False, False, True, False], [0, 0, 1, 1])
    >>> round(told.brier, 2), round(told.plain, 2), round(told.error, 2), int(told.tries[9])
    (0.21, 0.5, 0.25, 2)
    """
    said = np.asarray(foretold, dtype=np.float64)
    true = np.asarray(came, dtype=bool).astype(np.float64)
    where = np.asarray(stage, dtype=np.int64)
    check(said, true, where)
    tenth = np.minimum((said * TENTHS).astype(int), TENTHS - 1)
    tries = np.bincount(tenth, minlength=TENTHS)
    yes = np.bincount(tenth, true, TENTHS)
    low, high = wilson(yes, tries)
    brier, plain = mean((said - true) ** 2), mean((left_out(true, where) - true) ** 2)
    gap = np.bincount(tenth, said, TENTHS) - yes
    return Calibration(
        tries=tries,
        foretold=means(tenth, said, tries),
        came=means(tenth, true, tries),
        low=low,
        high=high,
        brier=brier,
        plain=plain,
        skill=1 - brier / plain if plain else float("nan"),
        error=float(np.abs(gap).sum()) / max(len(said), 1),
        better=brier < plain,
        enough=len(said) >= ENOUGH,
    )


def wilson(yes: ArrayLike, tries: ArrayLike) -> tuple[Floats, Floats]:
    """Of so many tries, so many came: between which shares does the true one lie?

        (p + z²/2n ± z √(p (1 - p) / n + z²/4n²)) / (1 + z²/n),  z = 1.96

    `yes`, `tries`: (n,), counts; both answers (n,), 0..1, nan where nothing was tried.

    Cost: O(n). Source: Wilson, Journal of the American Statistical Association 22 (1927): 95 %,
    and sensible for few tries, and where none or all came.

    >>> low, high = wilson([0, 5, 0], [10, 10, 0])
    >>> low.round(2).tolist(), high.round(2).tolist()
    ([0.0, 0.24, nan], [0.28, 0.76, nan])
    """
    n = np.asarray(tries, dtype=np.float64)
    n = np.where(n > 0, n, np.nan)
    share, square = np.asarray(yes, dtype=np.float64) / n, SIGMAS**2 / n
    middle = share + square / 2
    half = np.sqrt(square * share * (1 - share) + square**2 / 4)
    within = 1 + square
    # What was seen lies within, whatever rounding says.
    low, high = (middle - half) / within, (middle + half) / within
    return np.clip(low, 0, share), np.clip(high, share, 1)


def check(said: Floats, true: Floats, where: Whole) -> None:
    if said.ndim != 1 or not said.shape == true.shape == where.shape:
        raise ValueError("every try has a chance, an outcome and a stage")
    if not ((said >= 0) & (said <= 1)).all():
        raise ValueError("a chance lies between 0 and 1")
    if not (where >= 0).all():
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
