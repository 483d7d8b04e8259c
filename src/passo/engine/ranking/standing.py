"""How do I stand with each of my people: are they still there, and what are they worth?"""

from typing import NamedTuple

import numpy as np

from passo.engine.ranking.assumptions import CLIENT, UNOPENED, USUAL, WEEK, Assumptions
from passo.engine.ranking.figures import Floats, Whole
from passo.engine.ranking.ladder import ladder
from passo.engine.ranking.learning import Rates
from passo.engine.ranking.people import People

LONGEST = 5.0  # rhythms of silence beyond the first; more says nothing more


class Standing(NamedTuple):
    """Every array is (rows,).

    `rhythm`: days usual between two contacts. `hazard`: a day, of going cold. `there`: 0..1,
    chance that they are still there. `worth`: money a purchase. `value`, `first`: money, what
    they are worth on their stage, and what somebody like them is worth on the first. `chance`:
    0..1, that an answered try reaches the next stage, or that a client buys. `climb`: money that
    this adds. `silence`: money that a week more of their silence costs.
    """

    rhythm: Floats
    hazard: Floats
    there: Floats
    worth: Floats
    value: Floats
    first: Floats
    chance: Floats
    climb: Floats
    silence: Floats


def standing(people: People, rates: Rates, assumed: Assumptions = USUAL) -> Standing:
    """What is somebody worth to me as we stand, and what does it cost to be silent?

        w = (2 (.7 guess + .3 w_kind) + Σ margins) / (2 + purchases)
        V_s = max(0, w U_s - c C_s), U and C from `ladder`, c price of a minute
        p = p_kind · 3 / (3 + 2 p_kind · failed tries);  of a client .35 (1 - e^(-b · days))
        D = a_s w + V_s+1 - V_s;  of a client w
        K = (1 - e^(-7 h 3 over)) V_s, over = clip((silence + 3.5) / rhythm - 1; 0, 5)

    Cost: O(rows). Source: Beta prior of a person's own chance; the rest as in `ladder`.
    """
    kind, client = people.kind, people.stage == CLIENT
    rungs, price = ladder(rates, assumed), rates.price[kind]
    rhythm = np.where(np.isnan(people.rhythm), rates.rhythm[kind], people.rhythm)
    hazard = rates.cold[kind, client.astype(int)]
    worth = own_worth(people, rates, assumed)

    def value_on(stage: Whole | int) -> Floats:
        spent = price * rungs.minutes[kind, stage]
        value: Floats = np.maximum(worth * rungs.purchases[kind, stage] - spent, 0)
        return value

    value, above = value_on(people.stage), value_on(np.minimum(people.stage + 1, CLIENT))
    at_once = np.array([*assumed.leaving, 1.0, 0.0])[people.stage] * worth
    over = np.clip((people.silence + WEEK / 2) / rhythm - 1, 0, LONGEST)
    return Standing(
        rhythm=rhythm,
        hazard=hazard,
        there=still_there(people, rhythm, hazard),
        worth=worth,
        value=value,
        first=value_on(0),
        chance=own_chance(people, rates, assumed),
        climb=np.maximum(at_once + above - value, 0),
        silence=-np.expm1(-WEEK * hazard * assumed.silence * over) * value,
    )


def still_there(people: People, rhythm: Floats, hazard: Floats) -> Floats:
    """Are they still there? (rows,), 0..1.

        S = e^(-h · days since their last sign of life · (1 + clip(days / rhythm - 1; 0, 5)))
        A = S ½ᵘ / (S ½ᵘ + 1 - S)

    u unanswered tries, of which half go unanswered by those who are there. Cost: O(rows).
    Source: Bayes' rule; dropout as in Schmittlein, Morrison and Colombo, Management Science 33
    (1987).
    """
    longer = 1 + np.clip(people.theirs / rhythm - 1, 0, LONGEST)
    silent = hazard * people.theirs * longer
    gone, quiet = -np.expm1(-silent), np.exp(-silent) * 0.5**people.unanswered
    there: Floats = quiet / np.maximum(quiet + gone, np.finfo(float).tiny)
    return there


def own_worth(people: People, rates: Rates, assumed: Assumptions) -> Floats:
    """What does a purchase of theirs leave? The owner's guess, then what they bought."""
    usual, guess = rates.worth[people.kind], assumed.own_share
    guessed = np.where(np.isnan(people.worth), usual, guess * people.worth + (1 - guess) * usual)
    weight = assumed.own_weight
    return (weight * guessed + people.margins) / (weight + people.purchases)


def own_chance(people: People, rates: Rates, assumed: Assumptions) -> Floats:
    """That an answered try succeeds: less after each failure; a client is due again in time."""
    kind, weight = people.kind, assumed.person_weight
    usual = rates.chance[kind, np.clip(people.stage, 0, CLIENT - 1)]
    usual = np.where(people.stage == UNOPENED, assumed.opening, usual)
    climbs = usual * weight / (weight + 2 * usual * people.failed)
    buys = -assumed.offer * np.expm1(-rates.buying[kind] * people.bought)
    chance: Floats = np.where(people.stage == CLIENT, buys, climbs)
    return chance
