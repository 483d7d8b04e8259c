"""If what was foretold came half as often, what should be said from now on?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from passo.engine.calibration.reliability import Floats, check

CORRECTS_FROM = 100  # tries
MIDDLE = np.log(0.2 / 0.8)  # chances lie around one in five
SPREAD = (0.6, 0.3)  # how far shift and slope may lie from 0 and 1, before anything is seen
FLATTEST = 0.2  # a slope below would make all chances the same, or turn them around
LUCK = 5.99  # twice the log likelihood by which two factors seem better in one case of twenty
SURELY = 0.001  # nearer to 0 or 1 than this says nothing more
ROUNDS = 100


@dataclass(frozen=True, slots=True)
class Correction:
    """A chance as it should be told; 0 stays 0, and who had more than another keeps more.

    `shift`: how much likelier than believed, in log odds, at one in five. `slope`: how much of
    the differences between chances was true.
    """

    shift: float = 0.0
    slope: float = 1.0

    def told(self, chance: ArrayLike) -> Floats:
        """Of chances of any shape, 0..1, the corrected ones.

            odds' = odds(1/5) · e^shift · (odds / odds(1/5))^slope

        >>> Correction(shift=-0.8).told([0, 0.2, 0.5]).round(2).tolist()
        [0.0, 0.1, 0.31]
        """
        chances = np.asarray(chance, dtype=np.float64)
        if self == AS_SAID:
            return chances
        corrected = share(MIDDLE + self.shift + self.slope * (logit(chances) - MIDDLE))
        return np.where(chances > 0, corrected, 0.0)

    def __call__(self, chance: float) -> float:
        return float(self.told(chance))


AS_SAID = Correction()


def correction(foretold: ArrayLike, came: ArrayLike, *, enough: int = CORRECTS_FROM) -> Correction:
    """What must be done to our chances so that they hold?

    The shift a and the slope b of

        log odds (came) = μ + a + b (log odds (foretold) - μ),  μ = log odds (1/5)

    that are likeliest after these tries, beginning from a ~ N(0, .6²), b ~ N(1, .3²): few tries
    change little, and no run of luck turns one in five into never. b stays above .2, so order
    stays. Nothing is corrected below `enough` tries, nor while luck may explain the difference
    (likelihood ratio, 95 %): chances that hold are left alone.

    `foretold`: (tries,), 0..1, before any correction. `came`: (tries,), whether it came true.

    Cost: O(tries), 2 ms for 2,000. Sources: Platt, in Advances in Large Margin Classifiers
    (1999); its rounds by Böhning and Lindsay's bound, which never overshoots, Annals of the
    Institute of Statistical Mathematics 40 (1988). The .6 is by how much the rates of businesses
    are taken to differ.

    >>> half = correction([0.4] * 300, [True, False, False, False, False] * 60)
    >>> round(half(0.4), 2), round(half(0.2), 2)
    (0.21, 0.11)
    """
    said = np.asarray(foretold, dtype=np.float64)
    true = np.asarray(came, dtype=bool).astype(np.float64)
    check(said, true, np.zeros(said.shape, dtype=np.int64))
    if len(said) < enough:
        return AS_SAID
    away = logit(said) - MIDDLE
    shift, slope = likeliest(np.stack([np.ones_like(away), away]), true, MIDDLE)
    if slope < FLATTEST:
        slope = FLATTEST
        (shift,) = likeliest(np.ones((1, len(away))), true, MIDDLE + slope * away)
    found = Correction(float(shift), float(slope))
    gained = likelihood(found.told(said), true) - likelihood(said, true)
    return found if 2 * gained > LUCK else AS_SAID


def likeliest(columns: Floats, true: Floats, base: Floats | float) -> Floats:
    """Of each column its factor, (factors,); the first leans on 0, a second on 1."""
    usual = np.array([0.0, 1.0])[: len(columns)]
    doubt = 1 / np.array(SPREAD)[: len(columns)] ** 2
    step = np.linalg.inv(columns @ columns.T / 4 + np.diag(doubt))
    factors = usual
    for _round in range(ROUNDS):
        miss = true - share(base + factors @ columns)
        change = step @ (columns @ miss - doubt * (factors - usual))
        factors = factors + change
    return factors


def likelihood(said: Floats, true: Floats) -> float:
    """Its logarithm: how well this was said of what came."""
    sure = np.clip(said, SURELY, 1 - SURELY)
    return float(np.where(true > 0, np.log(sure), np.log(1 - sure)).sum())


def logit(chance: Floats) -> Floats:
    sure = np.clip(chance, SURELY, 1 - SURELY)
    odds: Floats = np.log(sure / (1 - sure))
    return odds


def share(odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-odds))
