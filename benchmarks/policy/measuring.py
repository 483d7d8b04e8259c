"""Two years of one policy in one family of worlds; and what may be said from such years."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from policy.acting import act
from policy.families import FAMILIES
from policy.policies import RULES, Passo, Steps, oracle
from policy.world import DAYS, World

from passo.engine.ranking import USUAL

HOURS = 100.0
SIGMAS = 1.96
PERSONAL = ("worth", "margins", "purchases")
ABLATIONS: Mapping[str, Callable[[], Passo]] = {
    "worth by kind alone": lambda: Passo(without=PERSONAL),
    "no learning": lambda: Passo(without=("learning",)),
    "no own failures": lambda: Passo(without=("failed",)),
    "no own rhythm": lambda: Passo(without=("rhythm",)),
    "no unanswered tries": lambda: Passo(without=("unanswered",)),
    "no term for silence": lambda: Passo(replace(USUAL, silence=0.0)),
    "no term for waiting": lambda: Passo(replace(USUAL, waiting=0.0)),
    "no term for promises": lambda: Passo(replace(USUAL, promise=0.0)),
    "hazard times 0.4": lambda: Passo(replace(USUAL, cold=(0.0012, 0.00044))),
    "hazard times 2.5": lambda: Passo(replace(USUAL, cold=(0.0072, 0.0028))),
    "three places": lambda: Passo(at_most=3),
    "eight places": lambda: Passo(at_most=8),
    "no variety": lambda: Passo(of_a_kind=99),
}


@dataclass(frozen=True)
class Run:
    family: str
    policy: str
    seed: int
    businesses: int


class Outcome(NamedTuple):
    """Of each business. `profit`: margins less the price of the minutes spent, in years of an
    average client, for each 100 hours that the owner has. `share`: of these hours that is spent.
    """

    profit: np.ndarray
    share: np.ndarray
    seconds: float


def two_years(run: Run) -> Outcome:
    began = time.perf_counter()
    world, policy = World(FAMILIES[run.family], run.seed, run.businesses), policy_of(run.policy)
    for day in range(DAYS):
        world.move(day)
        act(world, day, *policy(world, day))
    has = world.owner_minutes.sum(axis=0) / 60
    profit = world.profit / world.client_year / has * HOURS
    return Outcome(profit, world.worked / 60 / has, time.perf_counter() - began)


def policy_of(name: str) -> Callable[[World, int], Steps]:
    if name in RULES:
        return RULES[name]
    return oracle if name == "oracle" else ABLATIONS.get(name, Passo)()


class Said(NamedTuple):
    """A mean, and half of its 95 % interval."""

    mean: float
    give: float

    def __str__(self) -> str:
        return f"{self.mean:+.1f} ± {self.give:.1f}"

    @property
    def clear(self) -> bool:
        return self.mean > self.give


def said(values: np.ndarray) -> Said:
    return Said(float(values.mean()), float(SIGMAS * values.std(ddof=1) / np.sqrt(len(values))))


def share_of(part: np.ndarray, whole: np.ndarray) -> tuple[float, float, float]:
    """Mean of one over mean of the other, with 95 % of 2,000 redrawn samples of businesses."""
    drawn = np.random.default_rng(1).integers(0, len(part), (2000, len(part)))
    low, high = np.quantile(part[drawn].mean(axis=1) / whole[drawn].mean(axis=1), [0.025, 0.975])
    return float(part.mean() / whole.mean()), float(low), float(high)
