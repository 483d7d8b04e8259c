"""How likely is a yes, and how many days does it take? From what was asked before, priors first."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

SURE = 2.0  # what is expected weighs as much as two answers
KEEN = 2 / 3  # of those who are asked for something small by somebody they know
USUAL_DAYS = 5.0


def chance(yes: ArrayLike, asked: ArrayLike) -> Floats:
    """Will they say yes?

        of all    = (Σ yes + 2 · ⅔) ÷ (Σ asked + 2)
        of one    = (yes + 2 · of all) ÷ (asked + 2)

    `yes`, `asked`: (people,), how often each was asked and answered or let it rest, and how often
    with a yes. The answer: (people,), above 0 and below 1. Whoever was never asked is taken for
    one of all; before anybody was, two of three agree. Silence and a no are one and the same here.
    Cost: one pass over the people. Sources: the prior is the share of whom Travers and Milgram
    asked (Sociometry 32, 1969: 217 of 296) that handed on what a stranger wanted, taken down a
    little; the shrinking is the mean of a beta distribution (Gelman et al., Bayesian Data
    Analysis, 2013, section 2.4). What does not fit raises `ValueError`.

    >>> chance([0, 2, 0], [0, 2, 4]).round(2).tolist()
    [0.42, 0.71, 0.14]
    >>> chance([0], [0]).round(2).tolist()
    [0.67]
    """
    agreed, told = counts(yes), counts(asked)
    if agreed.shape != told.shape or (agreed > told).any():
        raise ValueError("of those who were asked some agree, and never more")
    overall = (agreed.sum() + SURE * KEEN) / (told.sum() + SURE)
    found: Floats = (agreed + SURE * overall) / (told + SURE)
    return found


def days(taken: ArrayLike) -> float:
    """How many days until they answer?

        (n · median + 2 · 5) ÷ (n + 2)

    `taken`: (n,), days of each answer so far, 0 or more. One pass and a sort. Of a single quick
    answer not much follows; of ten almost all does. Source: the same shrinking as of `chance`,
    towards five days, after which we remind.

    >>> days([]), days([1, 1])
    (5.0, 3.0)
    """
    answers = counts(taken)
    if not len(answers):
        return USUAL_DAYS
    n = len(answers)
    return float((n * np.median(answers) + SURE * USUAL_DAYS) / (n + SURE))


def counts(told: ArrayLike) -> Floats:
    found = np.asarray(told, dtype=np.float64)
    if found.ndim != 1 or not (found >= 0).all():
        raise ValueError("a row of numbers, none below nothing")
    return found
