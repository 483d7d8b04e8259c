"""What did Passo believe when it showed these steps, and what did it not show?"""

import numpy as np
from numpy.typing import NDArray

from passo.engine.ranking.assumptions import STEPS
from passo.engine.ranking.choosing import Chosen
from passo.engine.ranking.weighing import Weighed

BESIDES = 50  # steps not shown that are kept, so that the rule can be judged later
LOG = np.dtype(
    [
        ("person", "i8"),
        ("row", "i8"),
        ("step", "i1"),  # place in STEPS
        ("stage", "i1"),
        ("place", "i1"),  # 1 … as shown, 0 for what was not
        ("there", "f8"),  # A
        ("chance", "f8"),  # p
        ("foretold", "f8"),  # what was said: A p and what the kind of step makes of it
        ("climb", "f8"),  # D
        ("gain", "f8"),  # G
        ("minutes", "f8"),  # m
        ("rank", "f8"),
    ]
)


def logged(weighed: Weighed, chosen: list[Chosen], *, besides: int = BESIDES) -> NDArray[np.void]:
    """What is to be kept for calibration: the shown steps, and the best of those not shown.

    One record a step, fields as in `LOG`: shown ones first and in their order, then up to
    `besides` others by rank (equal ones by person, then by step).

    Cost: O(rows), and a sort of the steps that are worth their minutes.
    """
    shown = [(STEPS.index(one.step), one.row) for one in chosen]
    steps, rows = np.nonzero(weighed.net > 0)
    rank, person = weighed.rank[steps, rows], weighed.people.person[rows]
    best = np.lexsort((steps, person, -rank))[: besides + len(shown)]
    pairs = zip(steps[best].tolist(), rows[best].tolist(), strict=True)
    others = [pair for pair in pairs if pair not in set(shown)][:besides]
    return records(weighed, shown + others, len(shown))


def records(weighed: Weighed, pairs: list[tuple[int, int]], shown: int) -> NDArray[np.void]:
    """One record for each (step, row), of which the first ones were shown."""
    steps, rows = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    kept = np.zeros(len(pairs), dtype=LOG)
    kept["person"], kept["row"], kept["step"] = weighed.people.person[rows], rows, steps
    kept["stage"] = weighed.people.stage[rows]
    kept["place"][:shown] = np.arange(1, shown + 1)
    how = weighed.standing
    kept["there"], kept["chance"], kept["climb"] = (
        how.there[rows],
        how.chance[rows],
        how.climb[rows],
    )
    kept["foretold"], kept["gain"] = weighed.expected[steps, rows], weighed.gain[steps, rows]
    kept["minutes"], kept["rank"] = weighed.minutes[steps, rows], weighed.rank[steps, rows]
    return kept
