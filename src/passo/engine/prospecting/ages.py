"""In which age do we prospect?"""

import numpy as np
from numpy.typing import ArrayLike

AGES = ("manufacturing", "distribution", "information", "customer")


def age_of(rules: ArrayLike) -> tuple[str, float] | None:
    """Who would be found by the way we look for clients?

    `rules` are the firm's seven levels, shape (7,), 0..1, NaN where nothing tells. Their mean
    falls into one of four ages of equal width: of manufacturing (whoever makes it is found),
    of distribution (whoever reaches most), of information (whoever knows most), of the customer
    (whoever they trust). Returns the age and how far through all four we are, 0..1, or None
    where nothing is known.

    The ages are those of Forrester Research, “Competitive Strategy in the Age of the Customer”
    (2011); that the seven rules divide them evenly is Passo's own way of drawing it.

    >>> age_of([1, 1, 0.5, 1, 1, 0.5, 1])
    ('customer', 0.8571428571428571)
    """
    known = np.asarray(rules, dtype=np.float64)
    known = known[~np.isnan(known)]
    if not len(known):
        return None
    through = float(known.mean())
    return AGES[min(int(through * len(AGES)), len(AGES) - 1)], through
