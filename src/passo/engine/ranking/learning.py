"""How often does what I try succeed, what is it worth, and how long does it take me?"""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from passo.engine.ranking.assumptions import CLIENT, TEMPLATES, USUAL, Assumptions
from passo.engine.ranking.figures import FAR, RICH, Floats, figures

MANY = 1e9  # tries, purchases, minutes: more than any business has


@dataclass(frozen=True, slots=True, eq=False)
class Guesses:
    """What does the owner believe of each kind of relationship, before anything is counted?

    `worth`: (kinds,), money that a purchase leaves. `between`: (kinds,), days between two
    purchases of a client. `rhythm`: (kinds,), days usual between two contacts. `price`: money
    that a minute of the owner is worth.

    >>> Guesses([200, 50], 90, [30, 14], price=0.5).between.tolist()
    [90.0, 90.0]
    """

    worth: Floats
    between: Floats
    rhythm: Floats
    price: float

    def __init__(
        self,
        worth: ArrayLike,
        between: ArrayLike,
        rhythm: ArrayLike,
        *,
        price: float,
    ) -> None:
        keep = object.__setattr__
        keep(self, "worth", figures(np.atleast_1d(worth), np.atleast_1d(worth).shape, RICH))
        keep(self, "between", figures(between, self.worth.shape, FAR, least=1.0))
        keep(self, "rhythm", figures(rhythm, self.worth.shape, FAR, least=1.0))
        keep(self, "price", float(figures(price, (), RICH)))


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """What happened so far, counted; all zeros for a business that begins today.

    `tries`, `climbs`: (kinds, 6), answered tries on each stage, and those that reached the next.
    `margins`, `purchases`, `client_days`: (kinds,), money in sum, times, days. `asked`,
    `introduced`: introductions asked for, and those that came of it. `planned`, `spent`: (12,),
    minutes by kind of step, in the order of `TEMPLATES`.

    >>> History.none(2).tries.shape
    (2, 6)
    """

    tries: Floats
    climbs: Floats
    margins: Floats
    purchases: Floats
    client_days: Floats
    asked: float
    introduced: float
    planned: Floats
    spent: Floats

    def __init__(
        self,
        tries: ArrayLike,
        climbs: ArrayLike,
        margins: ArrayLike,
        purchases: ArrayLike,
        client_days: ArrayLike,
        *,
        asked: float,
        introduced: float,
        planned: ArrayLike,
        spent: ArrayLike,
    ) -> None:
        keep = object.__setattr__
        kinds, steps = len(np.atleast_1d(margins)), (len(TEMPLATES),)
        keep(self, "tries", figures(tries, (kinds, CLIENT), MANY))
        keep(self, "climbs", np.minimum(figures(climbs, (kinds, CLIENT), MANY), self.tries))
        keep(self, "margins", figures(margins, (kinds,), RICH))
        keep(self, "purchases", figures(purchases, (kinds,), MANY))
        keep(self, "client_days", figures(client_days, (kinds,), MANY))
        keep(self, "asked", float(figures(asked, (), MANY)))
        keep(self, "introduced", min(float(figures(introduced, (), MANY)), self.asked))
        keep(self, "planned", figures(planned, steps, MANY))
        keep(self, "spent", figures(spent, steps, MANY))

    @classmethod
    def none(cls, kinds: int) -> Self:
        """Of a business that begins today."""
        table, row, steps = (np.zeros(shape) for shape in ((kinds, CLIENT), kinds, len(TEMPLATES)))
        return cls(table, table, row, row, row, asked=0, introduced=0, planned=steps, spent=steps)


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """What is believed now of each kind of relationship: every array begins with (kinds,).

    `chance`: (kinds, 6), 0..1, that an answered try reaches the next stage. `worth`: money a
    purchase. `buying`: purchases a client-day. `rhythm`: days. `cold`: (kinds, 2), hazard a day
    of going cold, before and as a client. `asking`: chance that asking brings somebody.
    `price`: money a minute. `minutes`: (kinds, 12), in the order of `TEMPLATES`.
    """

    chance: Floats
    worth: Floats
    buying: Floats
    rhythm: Floats
    cold: Floats
    asking: Floats
    price: Floats
    minutes: Floats

    @classmethod
    def joined(cls, several: list[Self]) -> Self:
        """The kinds of several businesses, one after the other: to weigh them in one go."""
        return cls(
            *(np.concatenate([getattr(one, f.name) for one in several]) for f in fields(cls))
        )


def learned(guesses: Guesses, history: History, assumed: Assumptions = USUAL) -> Rates:
    """What may I expect, after what happened so far?

    Beta and Gamma priors, updated on own history: each guess counts as so many cases seen.

        p_firm = (12 p⁰ + climbs) / (12 + tries)                        for each stage
        p_kind = (8 p_firm + climbs of the kind) / (8 + its tries)
        worth = (3 guess + Σ margins) / (3 + purchases)                 for each kind
        buying = (3 + purchases) / (3 · days between + client-days)
        asking = (0.8 + introduced) / (4 + asked)
        minutes = template · (40 + Σ spent) / (40 + Σ planned)          for each kind of step

    Cost: O(kinds). Source: conjugate priors, Gelman et al., Bayesian Data Analysis, ch. 2 and 5.

    >>> guesses = Guesses([100], [90], [30], price=0.5)
    >>> learned(guesses, History.none(1)).chance.round(2).tolist()
    [[0.45, 0.4, 0.35, 0.3, 0.4, 0.35]]
    """
    every = np.ones(len(guesses.worth))
    if history.margins.shape != every.shape:
        raise ValueError("guesses and history speak of different kinds")
    weight = assumed.minutes_weight
    minutes = np.array(TEMPLATES) * (weight + history.spent) / (weight + history.planned)
    weight = assumed.worth_weight
    worth = (weight * guesses.worth + history.margins) / (weight + history.purchases)
    weight = assumed.buying_weight
    buying = (weight + history.purchases) / (weight * guesses.between + history.client_days)
    yes, asked = assumed.asking
    return Rates(
        chance=chances(history, assumed),
        worth=worth,
        buying=buying,
        rhythm=guesses.rhythm,
        cold=every[:, None] * np.array(assumed.cold),
        asking=every * (yes + history.introduced) / (asked + history.asked),
        price=every * guesses.price,
        minutes=every[:, None] * minutes,
    )


def chances(history: History, assumed: Assumptions) -> Floats:
    """Of the next stage, by kind: the firm's own rate leans on the usual one, a kind's on it."""
    firm_tries, firm_climbs = history.tries.sum(axis=0), history.climbs.sum(axis=0)
    weight = assumed.firm_weight
    firm = (weight * np.array(assumed.chances) + firm_climbs) / (weight + firm_tries)
    weight = assumed.kind_weight
    chance: Floats = (weight * firm + history.climbs) / (weight + history.tries)
    return chance
