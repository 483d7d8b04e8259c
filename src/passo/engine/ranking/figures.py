"""Numbers as they come, made fit to reckon with."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

FAR = 100_000.0  # days; nobody knows anybody for longer
RICH = 1e12  # money; no purchase leaves more


def figures(
    values: ArrayLike,
    shape: tuple[int, ...],
    most: float,
    *,
    least: float = 0.0,
    unknown: bool = False,
) -> Floats:
    """As floats of this shape, between `least` and `most`; nan only where it means something.

    Cost: O(n).

    >>> figures([-1, np.inf], (2,), FAR).tolist()
    [0.0, 100000.0]
    """
    array = np.asarray(values, dtype=np.float64)
    if not unknown and np.isnan(array).any():
        raise ValueError("a number of days, of times or of money is missing")
    return np.clip(np.broadcast_to(array, shape), least, most)
