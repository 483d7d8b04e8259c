"""Who is next? Passo by its own engine, seven simple rules, and an oracle."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from policy.acting import template
from policy.seeing import Seen, believed, true_rates
from policy.world import World

from passo.engine.ranking import (
    ANSWER,
    ASK,
    CLIMB,
    KEEP,
    PROMISE,
    TEMPLATES,
    THANK,
    USUAL,
    Assumptions,
    Rates,
    Weighed,
    chosen_rows,
    open_steps,
    weigh,
)

AT_MOST, OF_A_KIND = 5, 2
ORDER = np.array([ANSWER, PROMISE, THANK, ASK, CLIMB, KEEP])  # of a person's steps, in every rule
MINUTES = np.array(TEMPLATES)
Steps = tuple[np.ndarray, np.ndarray]  # person and verb, (businesses, steps), -1 for none


@dataclass
class Passo:
    """The engine as shipped. `without`: fields of `People` that it is not told, and "learning"."""

    assumed: Assumptions = USUAL
    without: tuple[str, ...] = ()
    at_most: int = AT_MOST
    of_a_kind: int = OF_A_KIND
    rates: Rates | None = None

    def __call__(self, world: World, day: int) -> Steps:
        if self.rates is None or day % 20 == 0:
            learning = "learning" not in self.without
            self.rates = believed(world, self.assumed, learning=learning)
        seen = Seen(world, day, without=self.without)
        weighed = weigh(seen.people, self.rates, self.assumed)
        return pick(world, day, seen, weighed, at_most=self.at_most, of_a_kind=self.of_a_kind)


def oracle(world: World, day: int) -> Steps:
    """The same look ahead with each person's true rates, worth and rhythm."""
    seen = Seen(world, day, knows_all=True)
    return pick(world, day, seen, weigh(seen.people, true_rates(world, seen)))


def pick(
    world: World,
    day: int,
    seen: Seen,
    weighed: Weighed,
    *,
    at_most: int = AT_MOST,
    of_a_kind: int = OF_A_KIND,
) -> Steps:
    """`choose` for each business; all of them were weighed in one go."""
    step = weighed.rank.argmax(axis=0)
    rows = np.arange(len(step))
    net, minutes = weighed.net[step, rows], weighed.minutes[step, rows]
    kind = template(step, seen.people.stage)
    person, verb = np.full((2, world.businesses, at_most), -1)
    for b in np.flatnonzero(world.owner_minutes[day] > 0):
        mine = slice(seen.starts[b], seen.starts[b + 1])
        rows = chosen_rows(
            seen.people.person[mine],
            kind[mine],
            net[mine],
            minutes[mine],
            within=world.owner_minutes[day, b],
            at_most=at_most,
            of_a_kind=of_a_kind,
        )
        person[b, : len(rows)] = seen.n[mine][rows]
        verb[b, : len(rows)] = step[mine][rows]
    return person, verb


@dataclass
class Rule:
    """People by one score, each with the first open step of `ORDER`; what fits is taken."""

    score: Callable[[World, int, Seen], np.ndarray]

    def __call__(self, world: World, day: int) -> Steps:
        seen = Seen(world, day)
        can = open_steps(seen.people)[ORDER]
        score = np.full(world.there.shape, -np.inf)
        score[seen.b, seen.n] = np.where(can.any(axis=0), self.score(world, day, seen), -np.inf)
        verb = np.zeros(world.there.shape, int)
        verb[seen.b, seen.n] = ORDER[can.argmax(axis=0)]
        return walk(world, day, score, verb)


def walk(world: World, day: int, score: np.ndarray, verb: np.ndarray) -> Steps:
    """Down the list in all businesses at once: what fits, five at most, two of a kind."""
    order, kind = np.argsort(-score, axis=1, kind="stable"), template(verb, world.label)
    left, every = world.owner_minutes[day].copy(), np.arange(world.businesses)
    taken, kinds = np.zeros(world.businesses, int), np.zeros((world.businesses, len(MINUTES)), int)
    person, verbs = np.full((2, world.businesses, AT_MOST), -1)
    for place in range(order.shape[1]):
        n = order[:, place]
        if np.isneginf(score[every, n]).all():
            break
        minutes = MINUTES[kind[every, n]]
        fits = (score[every, n] > -np.inf) & (minutes <= left) & (taken < AT_MOST)
        b = np.flatnonzero(fits & (kinds[every, kind[every, n]] < OF_A_KIND))
        person[b, taken[b]], verbs[b, taken[b]] = n[b], verb[b, n[b]]
        kinds[b, kind[b, n[b]]] += 1
        left[b] -= minutes[b]
        taken[b] += 1
        if not ((taken < AT_MOST) & (left >= MINUTES.min())).any():
            break
    return person, verbs


def by_chance(world: World, day: int, seen: Seen) -> np.ndarray:
    luck = np.random.default_rng([world.seed, 4, day])
    return luck.random(world.there.shape)[seen.b, seen.n]


def by_due_date(world: World, day: int, seen: Seen) -> np.ndarray:
    """A promise by its date, a question after three days, everybody else when the rhythm says."""
    people = seen.people
    promise = np.nan_to_num(people.due, nan=np.inf)
    question = np.nan_to_num(3 - people.waiting, nan=np.inf)
    return -np.minimum(np.minimum(promise, question), people.rhythm - people.silence)


def by_recency_frequency_money(world: World, day: int, seen: Seen) -> np.ndarray:
    people, total = seen.people, np.zeros(len(seen.b))
    listed = np.diff(seen.starts)[seen.b]
    for figure in (-people.theirs, people.purchases, people.worth):
        order = np.lexsort((figure, seen.b))
        total[order] += (np.arange(len(order)) - seen.starts[seen.b[order]]) / listed[order]
    return total


RULES: Mapping[str, Rule] = {
    "random": Rule(by_chance),
    "due date": Rule(by_due_date),
    "longest silent": Rule(lambda _world, _day, seen: seen.people.silence),
    "biggest first": Rule(lambda _world, _day, seen: seen.people.worth),
    "furthest first": Rule(lambda _world, _day, seen: 1e9 * seen.people.stage + seen.people.worth),
    "newest first": Rule(lambda _world, _day, seen: -seen.people.theirs),
    "rfm": Rule(by_recency_frequency_money),
}
