"""What is somebody on this stage worth to me?"""

from typing import NamedTuple

import numpy as np

from passo.engine.ranking.assumptions import CLIENT, USUAL, WEEK, YEAR, Assumptions
from passo.engine.ranking.figures import Floats
from passo.engine.ranking.learning import Rates


class Ladder(NamedTuple):
    """`purchases`, `minutes`: (kinds, 8), still to come and still to be spent, by stage 0 … 6;
    the last column is for those with whom nothing has begun, where stage -1 finds it.
    """

    purchases: Floats
    minutes: Floats


def ladder(rates: Rates, assumed: Assumptions = USUAL) -> Ladder:
    """How many purchases are still to come from each stage, and how many minutes to be spent?

    One try every τ = rhythm (a week at least) climbs with P = .85 p; meanwhile interest δ and
    the hazard of going cold h are at work, β = e^(-(δ + h) τ):

        U₆ = 1.15 b / (δ + h₆)        C₆ = (minutes of half an offer / τ) / (δ + h₆)
        U_s = β P (a_s + U_s+1) / (1 - β (1 - P))
        C_s = (m_s + β P C_s+1) / (1 - β (1 - P))

    b purchases a day, a_s what leaving a stage brings at once, in purchases, m_s minutes of the
    rung. It holds all later tries already: what is easy and lasts is worth much, and not urgent.

    Cost: O(kinds). Source: value of a fixed policy of a Markov chain (Howard, Dynamic
    Programming and Markov Processes, 1960).
    """
    interest, turn = assumed.interest / YEAR, np.maximum(rates.rhythm, WEEK)
    drain = interest + rates.cold
    purchases, minutes = np.zeros((2, len(turn), CLIENT + 2))
    purchases[:, CLIENT] = assumed.further * rates.buying / drain[:, 1]
    minutes[:, CLIENT] = rates.minutes[:, CLIENT] / 2 / turn / drain[:, 1]
    kept = np.exp(-drain[:, 0] * turn)
    for stage in reversed(range(CLIENT)):
        climbs = assumed.noticed * rates.chance[:, stage]
        again = 1 - kept * (1 - climbs)
        won = climbs * (assumed.leaving[stage] + purchases[:, stage + 1])
        spent = rates.minutes[:, stage] + kept * climbs * minutes[:, stage + 1]
        purchases[:, stage], minutes[:, stage] = kept * won / again, spent / again
    purchases[:, -1] = assumed.opening * purchases[:, 0]
    minutes[:, -1] = assumed.opening * minutes[:, 0]
    return Ladder(purchases, minutes)
