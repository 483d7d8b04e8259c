"""Are Passo's chances mended where they are wrong, and left alone where they are right?

    python benchmarks/calibration.py
    python benchmarks/calibration.py --families "" --firms 200

First drawn tries, whose true chance is known: what Passo believes is right, twice too much, half
of it, too spread, or the same for everybody. After N tries a correction is learned, and held
against the true chance of a thousand further ones: mean distance in points. Then the made-up
businesses of benchmarks/policy live their days with Passo as shipped; every rung, answer and kept
promise is a try, and reaching a higher stage within 15 days, before the next try, is its success.
Each try is told with what was learned from the business's own tries whose 15 days were over.

`as said` changes nothing; `ratio` multiplies by what came for what was foretold, leaning on 1;
`shift` moves the odds; `Passo` is `engine.calibration.correction`; `Platt` is the same without
anything believed beforehand. Seeds are fixed; nothing was tuned on those printed (1000).
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from policy.acting import act
from policy.families import FAMILIES
from policy.policies import Passo, Steps, pick
from policy.seeing import CALENDAR, Seen
from policy.seeing import believed as believed_by
from policy.world import World

from passo.engine.calibration import AS_SAID, CORRECTS_FROM, correction
from passo.engine.calibration.correcting import MIDDLE, likeliest, logit, share
from passo.engine.ranking import CLIENT, PROMISE, weigh

SEED, FIRMS = 1000, 300
TRIES = (50, 100, 200, 400)
WITHIN = int(15 / CALENDAR)  # working days
DAYS, LEARNS_EVERY, WEIGHT = 260, 20, 12
Told = Callable[[np.ndarray], np.ndarray]


class Try(NamedTuple):
    """Days are working days; `known`: when it was over."""

    business: int
    stage: int
    day: int
    said: float
    known: int = -1
    came: bool = False


def as_said(_foretold: np.ndarray, _came: np.ndarray) -> Told:
    return AS_SAID.told


def ratio(foretold: np.ndarray, came: np.ndarray) -> Told:
    held = (WEIGHT + came.sum()) / (WEIGHT + foretold.sum())
    return lambda chance: np.minimum(chance * held, 1)


def shift(foretold: np.ndarray, came: np.ndarray) -> Told:
    (by,) = likeliest(np.ones((1, len(came))), came, logit(foretold))
    return lambda chance: share(logit(chance) + by)


def passo(foretold: np.ndarray, came: np.ndarray) -> Told:
    return correction(foretold, came, enough=0).told


def platt(foretold: np.ndarray, came: np.ndarray) -> Told:
    x = np.stack([np.ones(len(came)), logit(foretold) - MIDDLE])
    factors = np.array([0.0, 1.0])
    for _round in range(300):
        miss = came - share(MIDDLE + factors @ x)
        factors = factors + np.linalg.pinv(x @ x.T / 4 + 1e-6 * np.eye(2)) @ (x @ miss)
    return lambda chance: share(MIDDLE + factors[0] + factors[1] * (logit(chance) - MIDDLE))


WAYS = {"as said": as_said, "ratio": ratio, "shift": shift, "Passo": passo, "Platt": platt}


# Drawn tries, whose true chance is known ---------------------------------------------------------


def believed(way: str, true: np.ndarray) -> np.ndarray:
    odds = logit(true) - MIDDLE
    return {
        "right": true,
        "twice": np.minimum(true * 2, 0.95),
        "half": true / 2,
        "too spread": share(MIDDLE + 2 * odds),
        "one for all": np.full_like(true, true.mean()),
    }[way]


def tell_drawn(firms: int) -> None:
    print(f"Distance from the true chance in points, {firms} firms, seed {SEED}")
    print(f"{'':14}{'tries':>6}" + "".join(f"{name:>9}" for name in WAYS))
    for belief in ("right", "twice", "half", "too spread", "one for all"):
        for tries in TRIES:
            off = np.array([distances(belief, tries, firm) for firm in range(firms)])
            row = "".join(f"{100 * one:9.1f}" for one in off.mean(axis=0))
            print(f"{belief:14}{tries:6}{row}", flush=True)


def distances(belief: str, tries: int, firm: int) -> list[float]:
    luck = np.random.default_rng([SEED, firm])
    true = luck.beta(1.6, 6, tries + 1000)  # one in five in the mean, as rungs are
    said = believed(belief, true)
    came = (luck.random(tries) < true[:tries]).astype(float)
    told = (learn(said[:tries], came)(said[tries:]) for learn in WAYS.values())
    return [float(np.abs(one - true[tries:]).mean()) for one in told]


# Businesses that live --------------------------------------------------------------------------


@dataclass
class Watched(Passo):
    """Passo as shipped, whose every try is followed until it succeeds, or 15 days are over."""

    closed: list[Try] = field(default_factory=list)
    open: dict[tuple[int, int], Try] = field(default_factory=dict)

    def __call__(self, world: World, day: int) -> Steps:
        if self.rates is None or day % LEARNS_EVERY == 0:
            self.rates = believed_by(world, self.assumed)
        seen = Seen(world, day)
        weighed = weigh(seen.people, self.rates, self.assumed)
        person, verb = pick(world, day, seen, weighed)
        row = np.full(world.there.shape, -1)
        row[seen.b, seen.n] = np.arange(len(seen.b))
        for b, place in np.argwhere((person >= 0) & (verb <= PROMISE)).tolist():
            n = int(person[b, place])
            if world.label[b, n] < CLIENT:
                said = float(weighed.expected[verb[b, place], row[b, n]])
                self.end((b, n), day, came=False)
                self.open[b, n] = Try(b, int(world.stage[b, n]), day, said)
        return person, verb

    def look(self, world: World, day: int) -> None:
        for (b, n), one in list(self.open.items()):
            came = bool(world.there[b, n] and world.stage[b, n] > one.stage)
            if came or day - one.day >= WITHIN:
                self.end((b, n), day, came=came)

    def end(self, who: tuple[int, int], day: int, *, came: bool) -> None:
        if who in self.open:
            self.closed.append(self.open.pop(who)._replace(known=day, came=came))


def tell_family(family: str, businesses: int) -> None:
    world, policy = World(FAMILIES[family], SEED, businesses), Watched()
    for day in range(DAYS):
        world.move(day)
        policy.look(world, day)
        act(world, day, *policy(world, day))
        policy.look(world, day)
    told = np.array([row for b in range(businesses) for row in told_of(policy.closed, b)])
    came, said = told[:, 0], told[:, 1:]
    print(f"{family:14}{len(told):7}{came.mean():7.2f}", end="")
    for at in range(len(WAYS)):
        print(f"{said[:, at].mean():7.2f}{((said[:, at] - came) ** 2).mean():7.4f}", end="")
    print(flush=True)


def told_of(closed: list[Try], business: int) -> list[list[float]]:
    """Of each try after the hundredth that was over: what came, and what each way told."""
    mine = [one for one in closed if one.business == business]
    rows = []
    for begin in range(0, DAYS, LEARNS_EVERY):
        # Nothing that came early counts before the others of its day are over.
        known = [one for one in mine if one.day + WITHIN <= begin]
        now = [one for one in mine if begin <= one.day < begin + LEARNS_EVERY]
        if len(known) < CORRECTS_FROM or not now:
            continue
        foretold = np.array([one.said for one in known])
        came = np.array([float(one.came) for one in known])
        said = np.array([one.said for one in now])
        told = [learn(foretold, came)(said) for learn in WAYS.values()]
        rows += [[float(one.came), *(float(way[at]) for way in told)] for at, one in enumerate(now)]
    return rows


def main() -> None:
    asked = argparse.ArgumentParser(description="Chances: mended where wrong, kept where right")
    asked.add_argument("--firms", type=int, default=FIRMS)
    asked.add_argument("--families", default="mixed,slow_b2b,alien")
    asked.add_argument("--businesses", type=int, default=30)
    told = asked.parse_args()
    tell_drawn(told.firms)
    print(
        f"\nOne year of {told.businesses} businesses: tries after the first {CORRECTS_FROM},",
        end=" ",
    )
    print("what was told of them in the mean, and its Brier score")
    print(f"{'':14}{'tries':>7}{'came':>7}" + "".join(f"{name:>14}" for name in WAYS))
    for family in filter(None, told.families.split(",")):
        tell_family(family, told.businesses)


if __name__ == "__main__":
    main()
