"""Which few steps fit into my minutes, and why these?"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from passo.engine.ranking.assumptions import ASK, CLIENT, CLIMB, STEPS
from passo.engine.ranking.figures import Floats, Whole
from passo.engine.ranking.weighing import Weighed

AT_MOST, OF_A_KIND = 5, 2
REASONS = ("climb", "waiting", "promise", "thanks", "introduction", "silence")  # a step's own
UNKNOWN = float("nan")


class Chosen(NamedTuple):
    """One step for today.

    `row`: place in `People`. `step`: word of `STEPS`. `stage`: where they stand. `rank`: money a
    minute. `reason`: word of `REASONS`, the largest part of the gain, with its `values`:

        climb         chance, stage (that may be reached), worth
        waiting       days
        promise       days (until it is due, negative when late)
        thanks        days
        introduction  chance
        silence       days, rhythm

    `chance`: 0..1 that it brings the next stage, a purchase or an introduction; nan where it is
    not meant to. `worth`: money that this is worth; nan where only what is usual is known.
    """

    row: int
    person: int
    step: str
    stage: int
    minutes: float
    rank: float
    reason: str
    values: Mapping[str, float]
    chance: float
    worth: float


def choose(
    weighed: Weighed,
    *,
    within: float,
    at_most: int = AT_MOST,
    of_a_kind: int = OF_A_KIND,
    held: Callable[[float], float] = float,
) -> list[Chosen]:
    """I have so many minutes: which steps, and why?

    The best-ranked step of each row stands for it. They are walked down once by rank, once by
    what they bring in all, and the walk that brings more is kept: on a short day minutes are
    what is scarce, on a long one the `at_most` places. What fits `within` minutes is taken, one
    step a person, at most `of_a_kind` of a kind (each stage's rung is one) unless places stay
    empty. What costs more than it brings is never taken. Best rank first; equal ones by person.
    `held`: by which the chances that are told are corrected (`engine.calibration`).

    Cost: O(rows log rows), 0.03 s for 100,000. Source: greedy knapsack (Dantzig, Operations
    Research 5, 1957), its better half against the greedy one by worth.
    """
    step = weighed.rank.argmax(axis=0)
    rows = np.arange(len(step))
    places = chosen_rows(
        weighed.people.person,
        kinds_of_step(step, weighed.people.stage),
        weighed.net[step, rows],
        weighed.minutes[step, rows],
        within=within,
        at_most=at_most,
        of_a_kind=of_a_kind,
    )
    return [explained(weighed, row, int(step[row]), held) for row in places]


def kinds_of_step(step: Whole, stage: Whole) -> Whole:
    """In the order of `TEMPLATES`: six rungs, the offer to a client, then the other steps."""
    return np.where(step == CLIMB, stage, CLIENT + step)


def chosen_rows(
    person: Whole,
    kind: Whole,
    net: Floats,
    minutes: Floats,
    *,
    within: float,
    at_most: int = AT_MOST,
    of_a_kind: int = OF_A_KIND,
) -> list[int]:
    """`choose` on bare arrays of one step a row, (rows,): places in the order to take them.

    >>> person, kind = np.array([1, 2, 3]), np.array([7, 7, 8])
    >>> net, minutes = np.array([9.0, 5.0, 1.0]), np.array([20.0, 5.0, 15.0])
    >>> chosen_rows(person, kind, net, minutes, within=20)
    [0]
    """
    rows = np.flatnonzero((net > 0) & (minutes <= within))
    rank = net / minutes

    def walk(worth: Floats) -> list[int]:
        order = rows[np.lexsort((person[rows], -worth[rows]))]
        return walked(order, person, kind, minutes, Limits(within, at_most, of_a_kind))

    by_rank, by_net = walk(rank), walk(net)
    better = by_net if net[by_net].sum() > net[by_rank].sum() else by_rank
    return sorted(better, key=lambda row: (-rank[row], person[row]))


class Limits(NamedTuple):
    within: float
    at_most: int
    of_a_kind: int


def walked(order: Whole, person: Whole, kind: Whole, minutes: Floats, limits: Limits) -> list[int]:
    """Down the list with variety, then once more without it if places stayed empty."""
    left, taken = limits.within, list[int]()
    people, kinds = set[int](), Counter[int]()
    least = minutes[order].min(initial=np.inf)
    for limit in (limits.of_a_kind, limits.at_most):
        for row in order.tolist():
            if len(taken) >= limits.at_most or left < least:
                return taken
            who, what, takes = int(person[row]), int(kind[row]), float(minutes[row])
            if who not in people and kinds[what] < limit and takes <= left:
                taken.append(row)
                people.add(who)
                kinds[what] += 1
                left -= takes
    return taken


def explained(weighed: Weighed, row: int, step: int, held: Callable[[float], float]) -> Chosen:
    """A step with the largest part of its gain, and what it may bring."""
    silent = weighed.silent[step, row]
    reason = "silence" if silent > weighed.gain[step, row] - silent else REASONS[step]
    people, chance = weighed.people, held(float(weighed.expected[step, row]))
    return Chosen(
        row=row,
        person=int(people.person[row]),
        step=STEPS[step],
        stage=int(people.stage[row]),
        minutes=float(weighed.minutes[step, row]),
        rank=float(weighed.rank[step, row]),
        reason=reason,
        values=VALUES[reason](weighed, row, chance),
        chance=chance or UNKNOWN,
        worth=money(weighed, row) if chance and step != ASK else UNKNOWN,
    )


def money(weighed: Weighed, row: int) -> float:
    """What the next stage is worth, where the owner guessed or they have bought."""
    people = weighed.people
    known = people.purchases[row] > 0 or not np.isnan(people.worth[row])
    return float(weighed.standing.climb[row]) if known else UNKNOWN


def climbs(weighed: Weighed, row: int, chance: float) -> dict[str, float]:
    above = min(int(weighed.people.stage[row]) + 1, CLIENT)
    return {"chance": chance, "stage": above, "worth": money(weighed, row)}


def is_silent(weighed: Weighed, row: int, chance: float) -> dict[str, float]:
    days, rhythm = weighed.people.silence[row], weighed.standing.rhythm[row]
    return {"days": float(days), "rhythm": float(rhythm)}


VALUES: Mapping[str, Callable[[Weighed, int, float], dict[str, float]]] = {
    "climb": climbs,
    "waiting": lambda weighed, row, _: {"days": float(weighed.people.waiting[row])},
    "promise": lambda weighed, row, _: {"days": float(weighed.people.due[row])},
    "thanks": lambda weighed, row, _: {"days": float(weighed.people.thanks[row])},
    "introduction": lambda _weighed, _row, chance: {"chance": chance},
    "silence": is_silent,
}
