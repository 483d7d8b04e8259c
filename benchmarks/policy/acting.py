"""The owner takes steps, one after the other, until the minutes are used."""

from dataclasses import dataclass

import numpy as np
from policy.world import Array, Generator, Places, World

from passo.engine.ranking import ANSWER, ASK, CLIENT, CLIMB, KEEP, PROMISE, TEMPLATES, THANK

GIVING = np.array([0, 0, 0, 0.06, 0.06, 0, 0])
MINUTES = np.array(TEMPLATES)


def template(verb: Array, stage: Array) -> Array:
    """Place among the templates: the rung, the offer to a client, or the kind of step."""
    return np.where(verb == CLIMB, stage, CLIENT + verb)


def act(world: World, day: int, person: Array, verb: Array) -> None:
    """`person`, `verb`: (businesses, steps), -1 where there is none. The last one may overrun."""
    chance = np.random.default_rng([world.seed, 3, day])
    left = world.owner_minutes[day].copy()
    for place in range(person.shape[1]):
        luck = chance.random((6, world.businesses))
        noise = np.exp(0.3 * chance.standard_normal(world.businesses) - 0.045)
        delay = chance.exponential(world.family.delay, world.businesses)
        b = np.flatnonzero((person[:, place] >= 0) & (left > 0))
        at, what = (b, person[b, place]), verb[b, place]
        which = template(what, world.label[at])
        took = MINUTES[which] * world.slowness[b, which] * noise[b]
        left[b] -= took
        world.worked[b] += took
        world.profit[b] -= world.price[b] * took
        np.add.at(world.planned, (b, which), MINUTES[which])
        np.add.at(world.spent, (b, which), took)
        Turn(world, day, at, what, luck[:, b], delay[b], chance).take()


@dataclass
class Turn:
    """One step in each of some businesses. All arrays have one entry a step."""

    world: World
    day: int
    at: Places
    what: Array
    luck: Array
    delay: Array
    chance: Generator

    def take(self) -> None:
        world, at = self.world, self.at
        self.over, self.ready = world.over(self.day)[at], self.readiness()
        self.fresh = np.exp(-0.3 * self.over)
        if world.family.alien:
            self.fresh = np.where(self.day - world.theirs[at] <= 10, 1.4, 0.7)
        self.chances = self.success() * self.fresh
        world.ours[at] = world.seen[at] = self.day
        noticed = world.alive[at] & (self.luck[0] < 0.85)
        world.any[self.those(noticed)] = self.day
        world.rung[at] = np.where(self.what <= PROMISE, world.label[at], world.rung[at])
        self.climb()
        self.speak(self.what == ANSWER, 0.6 * np.maximum(self.ready, 0.5))
        self.speak(self.what == PROMISE, 1.2 * np.maximum(self.ready, 0.7))
        self.settle()
        self.thank()
        self.keep()
        self.ask()

    def those(self, chosen: Array) -> Places:
        return self.at[0][chosen], self.at[1][chosen]

    def readiness(self) -> Array:
        """Nobody likes to be nagged."""
        since, rhythm = self.day - self.world.ours[self.at], self.world.rhythm[self.at]
        if self.world.family.alien:
            return np.where(since < rhythm / 2, 0.3, 1.0)
        return 1 - np.exp(-since / (0.35 * rhythm))

    def success(self) -> Array:
        world, at = self.world, self.at
        stage, kind = world.stage[at], world.kind[at]
        chance = world.chance[at[0], kind, np.minimum(stage, CLIENT - 1)]
        chance = np.where(world.waster[at] & (stage >= 4), 0, chance)
        since = self.day - world.bought[at]
        offer = 0.35 * (1 - np.exp(-world.buying[at[0], kind] * since))
        chance = np.where(stage == CLIENT, offer, chance)
        return chance * world.quality[at] * np.minimum(world.trust[at], 1.3)

    def climb(self) -> None:
        tries = self.what == CLIMB
        world, at = self.world, self.those(tries)
        np.add.at(world.profit, at[0], -GIVING[world.stage[at]] * world.worth[at])
        answers = world.alive[at] & (self.luck[1][tries] < world.replies[at[0]])
        when = self.day + np.ceil(1 + self.delay[tries])
        world.reply[at] = np.where(answers, when, np.nan)
        world.wins[at] = (self.luck[2] < self.chances * self.ready)[tries]
        world.sent[at], world.awaited[at] = self.day, True

    def speak(self, chosen: Array, factor: Array) -> None:
        """An answer or a kept promise: who is still there speaks with us, and may climb."""
        chosen = chosen & self.world.alive[self.at]
        at, wins = self.those(chosen), (self.luck[2] < self.chances * factor)[chosen]
        self.world.signs_of_life(at, self.day)
        self.world.tried(at, wins)
        self.world.climb(at, wins, self.day, self.chance)

    def settle(self) -> None:
        kept = self.those(self.what == PROMISE)
        self.world.trust[kept] = np.minimum(1.1 * self.world.trust[kept], 1.5)
        self.world.due[kept] = np.nan
        self.world.waiting[self.those(self.what == ANSWER)] = np.nan

    def thank(self) -> None:
        world, at = self.world, self.those(self.what == THANK)
        more = np.where(self.day - world.thanks[at] > 5, 0.05, 0.12)
        world.gratitude[at] = np.minimum(world.gratitude[at] + more, 1.2)
        world.trust[at] = np.minimum(1.03 * world.trust[at], 1.5)
        world.thanks[at] = np.nan

    def keep(self) -> None:
        says_hello = self.what == KEEP
        answers = says_hello & self.world.alive[self.at] & (self.luck[3] < 0.5)
        self.world.signs_of_life(self.those(answers), self.day)
        self.world.unanswered[self.those(says_hello & ~answers)] += 0.5

    def ask(self) -> None:
        asks = self.what == ASK
        world, at = self.world, self.those(asks)
        since = self.day - world.asked[at]
        ready = world.gratitude[at] * (1 - np.exp(-since / 130)) * self.fresh[asks]
        yes = world.alive[at] & (self.luck[4][asks] < world.yes[at[0]] * ready)
        annoyed = self.luck[5][asks] < 0.03 * np.exp(-since / 60)
        world.alive[at] &= ~annoyed
        world.asked[at] = self.day
        world.asks[at[0]] += 1
        world.introduced[at[0][yes]] += 1
        world.introduce((at[0][yes], at[1][yes]), self.day, self.chance)
