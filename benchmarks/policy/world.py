"""Made-up businesses, many at once: who is there, and what a day brings without the owner.

Arrays are (businesses,), (businesses, 3 kinds) or (businesses, places for people). Times are
working days, 260 a year; what the owner sees is handed on in calendar days (`seeing.py`).
"""

import numpy as np
from policy.families import FIRST, Family

from passo.engine.ranking import CLIENT, TEMPLATES

Array = np.ndarray
Places = tuple[np.ndarray, np.ndarray]  # businesses and, in each, the place of a person
Generator = np.random.Generator

KINDS, DAYS, NEVER = 3, 520, -1e4
WRITING = np.array([0.15, 0.2, 0.3, 0.3, 0.4, 0.5, 0.5])
STAGES = np.array([0.25, 0.2, 0.15, 0.1, 0.08, 0.07, 0.15])
LEAVING = np.array([0, 0, 0, 0.15, 0.30, 0])  # the last one is a purchase
EVEN = np.exp(-(0.3**2) / 2)  # so that the mean of e^(0.3 N) times it is 1
TIMES = ("any", "seen", "theirs", "ours", "asked", "bought", "sent")
MAYBE = ("waiting", "due", "thanks", "reply")
FIGURES = ("rhythm", "worth", "guess", "quality", "trust", "gratitude", "unanswered", "failed")
SUMS = ("own", "times", "signs", "begun")


class World:
    def __init__(self, family: Family, seed: int, businesses: int) -> None:
        self.family, self.seed, self.businesses = family, seed, businesses
        chance = np.random.default_rng([seed, 1])
        self._draw_businesses(chance)
        shape = (businesses, family.most)
        for name in TIMES:
            setattr(self, name, np.full(shape, NEVER))
        for name in MAYBE:
            setattr(self, name, np.full(shape, np.nan))
        for name in FIGURES + SUMS:
            setattr(self, name, np.zeros(shape))
        for name in ("there", "alive", "waster", "wins", "awaited"):
            setattr(self, name, np.zeros(shape, bool))
        for name in ("stage", "label", "kind", "rung"):
            setattr(self, name, np.zeros(shape, int))
        self.profit, self.worked = np.zeros(businesses), np.zeros(businesses)
        self._begin_counting()
        self._first_people(chance)

    def _draw_businesses(self, chance: Generator) -> None:
        family, size = self.family, self.businesses

        def drawn(least: float, most: float) -> Array:
            return np.exp(chance.uniform(np.log(least), np.log(most), size))

        def spread(sigma: float, *shape: int) -> Array:
            return np.exp(sigma * chance.standard_normal(shape))

        each = (size, KINDS)
        self.minutes = drawn(*family.minutes)
        self.price = drawn(0.25, 0.8)
        self.mix = chance.dirichlet([2, 2, 1.5], size)
        self.margin = drawn(*family.margin)[:, None] * np.array(family.kinds) * spread(0.3, *each)
        self.buying = drawn(*family.buying)[:, None] * spread(0.3, *each)
        self.usual_rhythm = drawn(*family.rhythm)[:, None] * spread(0.25, *each)
        first = np.array(FIRST) * family.chances
        logit = np.log(first / (1 - first)) + 0.6 * chance.standard_normal((size, 1, CLIENT))
        logit = logit + 0.35 * chance.standard_normal((*each, CLIENT))
        self.chance = 1 / (1 + np.exp(-logit))
        self.cold = np.array(family.cold) * spread(0.5, size, 2)
        self.slope = family.slope * spread(0.4, size, 1)
        self.impatience = family.unanswered * spread(0.3, size, 1)
        self.replies = chance.uniform(*family.replies, size)
        self.leads = chance.uniform(*family.leads, size)
        self.unasked = chance.uniform(*family.unasked, size)[:, None]
        self.yes = chance.uniform(*family.asked, size)
        self.thankless = family.gratitude * spread(0.3, size, 1)
        self.slowness = spread(family.minutes_error, size, len(TEMPLATES))
        self.error = spread(0.4, *each)  # of the owner's guess of a kind's margin
        self.guessed_margin = self.margin * self.error
        self.guessed_between = 1 / (self.buying * spread(0.4, *each))
        self.guessed_rhythm = self.usual_rhythm * spread(0.4, *each)
        mean = (self.mix * self.margin * self.buying).sum(axis=1)
        self.client_year = 260 * mean
        people = drawn(*family.people)
        self.first = np.minimum(np.rint(people).astype(int), family.most)
        self.owner_minutes = chance.uniform(0.5, 1.5, (DAYS, size)) * self.minutes
        self.owner_minutes[chance.random((DAYS, size)) < 0.1] = 0

    def _begin_counting(self) -> None:
        size = self.businesses
        self.tries, self.climbs = np.zeros((2, size, KINDS, CLIENT))
        self.margins, self.purchases, self.client_days = np.zeros((3, size, KINDS))
        self.asks, self.introduced = np.zeros((2, size))
        self.planned, self.spent = np.zeros((2, size, len(TEMPLATES)))

    def _first_people(self, chance: Generator) -> None:
        at = b, _ = np.nonzero(np.arange(self.family.most) < self.first[:, None])
        kind, stage = self._kinds(b, chance), chance.choice(CLIENT + 1, len(b), p=STAGES)
        self._enter(at, kind, stage, self.family.wasters, chance)
        self.stage[at] = np.where(self.waster[at], np.minimum(stage, 4), stage)
        self.label[at] = self._labels(self.stage[at], chance)
        silent = chance.exponential(0.8 * self.rhythm[at])
        late = np.maximum(silent / self.rhythm[at] - 1, 0)
        self.alive[at] = chance.random(len(b)) < np.exp(-0.15 * late)
        for times in (self.any, self.seen, self.theirs, self.begun):
            times[at] = -silent
        self.ours[at] = -silent - 1
        since = chance.exponential(1 / self.buying[b, kind])
        self.bought[at] = np.where(self.stage[at] == CLIENT, -since, NEVER)

    def _kinds(self, b: Array, chance: Generator) -> Array:
        return (chance.random(len(b))[:, None] > self.mix[b].cumsum(axis=1)[:, :2]).sum(axis=1)

    def _enter(
        self, at: Places, kind: Array, stage: Array, wasters: float, chance: Generator
    ) -> None:
        def spread(sigma: float) -> Array:
            return np.exp(sigma * chance.standard_normal(len(kind)))

        for name in TIMES:
            getattr(self, name)[at] = NEVER
        for name in MAYBE:
            getattr(self, name)[at] = np.nan
        for name in FIGURES + SUMS:
            getattr(self, name)[at] = 0
        b, more = at[0], self.family.worth_spread
        self.there[at] = self.alive[at] = True
        self.awaited[at] = self.wins[at] = False
        self.kind[at], self.stage[at], self.label[at] = kind, stage, self._labels(stage, chance)
        self.rhythm[at] = self.usual_rhythm[b, kind] * spread(0.5)
        self.worth[at] = self.margin[b, kind] * spread(more) * np.exp(-(more**2) / 2)
        self.guess[at] = self.worth[at] * self.error[b, kind] * spread(0.5)
        self.quality[at] = spread(0.4) * np.exp(-(0.4**2) / 2)
        self.waster[at] = chance.random(len(b)) < wasters
        self.trust[at], self.gratitude[at] = 1, 0.8

    def _labels(self, stage: Array, chance: Generator) -> Array:
        off = np.where(chance.random(len(stage)) < 0.5, 1, -1)
        wrong = (chance.random(len(stage)) < self.family.noise) & (stage < CLIENT)
        return np.where(wrong, np.clip(stage + off, 0, CLIENT - 1), stage)

    # what a day brings ---------------------------------------------------------------------

    def over(self, day: int) -> Array:
        """Rhythms of silence beyond the first."""
        return np.clip((day - self.any) / np.maximum(self.rhythm, 1) - 1, 0, 5)

    def move(self, day: int) -> None:
        chance = np.random.default_rng([self.seed, 2, day])
        luck = chance.random((8, *self.there.shape), dtype=np.float32)
        over = self.over(day)
        self._go_cold(day, over, luck[0])
        self._replies_come(day, luck[1:3], chance)
        self._they_write(day, luck[3])
        self._they_buy(day, over, luck[4:6], chance)
        self._newcomers(day, over, luck[6], chance)
        self._promises_break(day, luck[7])
        self._thanks_grow_old(day)
        silent = (self.unanswered >= 4) | (day - self.theirs > 200)
        self.there &= self.alive | ~silent
        clients = self.there & (self.label == CLIENT)
        for kind in range(KINDS):
            self.client_days[:, kind] += 1.4 * (clients & (self.kind == kind)).sum(axis=1)

    def _go_cold(self, day: int, over: Array, luck: Array) -> None:
        hazard = np.where(self.stage == CLIENT, self.cold[:, 1:], self.cold[:, :1])
        steep = 2 * (over > 1) if self.family.alien else over
        waited = np.nan_to_num(np.clip((day - self.waiting - 1) / 4, 0, 2))
        hazard = hazard * (1 + self.slope * steep) * (1 + self.impatience * waited)
        self.alive &= luck >= hazard / np.sqrt(np.maximum(self.trust, 0.1))

    def _replies_come(self, day: int, luck: Array, chance: Generator) -> None:
        late = self.awaited & (day - self.sent > 15)
        self.unanswered[late] += 1
        self.awaited[late] = False
        come = self.there & self.alive & (self.reply <= day)
        self.reply[self.reply <= day] = np.nan
        at = np.nonzero(come)
        self.signs_of_life(at, day)
        self.awaited[at] = False
        self.tried(at, self.wins[at])
        self.climb(at, self.wins[at], day, chance)
        what, when = luck[0][at], luck[1][at]
        self.due[at] = np.where(what < 0.3, day + 5 + np.floor(6 * when), self.due[at])
        self.ask_us(tuple(each[(what >= 0.3) & (what < 0.5)] for each in at), day)

    def _they_write(self, day: int, luck: Array) -> None:
        rate = WRITING[self.stage] / np.maximum(self.rhythm, 1)
        at = np.nonzero(self.there & self.alive & (luck < rate))
        self.signs_of_life(at, day)
        self.ask_us(at, day)

    def _they_buy(self, day: int, over: Array, luck: Array, chance: Generator) -> None:
        season = 1 + self.family.season * np.sin(2 * np.pi * day / 260)
        rate = np.take_along_axis(self.buying, self.kind, axis=1) * np.exp(-0.4 * over) * season
        buys = self.there & self.alive & (self.stage == CLIENT) & (luck[0] < rate)
        at = np.nonzero(buys)
        self.purchase(at, day, chance)
        self.signs_of_life(at, day)
        self.owe_thanks(np.nonzero(buys & (luck[1] < 0.15)), day)

    def _newcomers(self, day: int, over: Array, luck: Array, chance: Generator) -> None:
        rate = self.unasked * self.gratitude * np.exp(-0.4 * over)
        tells = self.there & self.alive & (self.stage >= 5) & (luck < rate)
        while tells.any():
            b = np.flatnonzero(tells.any(axis=1))
            n = tells[b].argmax(axis=1)
            tells[b, n] = False
            self.introduce((b, n), day, chance)
        b = np.flatnonzero(chance.random(self.businesses) < self.leads)
        stage, waits = chance.integers(0, 2, len(b)), chance.random(len(b)) < 0.5
        at, came = self.arrive(b, self._kinds(b, chance), stage, self.family.wasters, chance)
        self.first_sign(at, day)
        self.ask_us(tuple(each[waits[came]] for each in at), day)

    def _promises_break(self, day: int, luck: Array) -> None:
        broken = self.due + 8 < day
        self.trust[broken] *= 0.6
        self.alive &= ~(broken & (luck < 0.12))
        self.due[broken] = np.nan

    def _thanks_grow_old(self, day: int) -> None:
        late = self.thanks + 5 < day
        loses = np.maximum(1 - 0.02 * self.thankless, 0)
        self.gratitude = np.where(late, self.gratitude * loses, self.gratitude)
        self.thanks[self.thanks + 60 < day] = np.nan

    # what the day and the owner's steps both do -----------------------------------------------

    def arrive(
        self, b: Array, kind: Array, stage: Array, wasters: float, chance: Generator
    ) -> tuple[Places, Array]:
        """One newcomer for each of these businesses, all different, where there is room."""
        free = ~self.there[b]
        room = free.any(axis=1)
        at = (b[room], free[room].argmax(axis=1))
        self._enter(at, kind[room], stage[room], wasters, chance)
        return at, room

    def first_sign(self, at: Places, day: int) -> None:
        for times in (self.any, self.seen, self.theirs, self.begun):
            times[at] = day

    def introduce(self, at: Places, day: int, chance: Generator) -> None:
        """Somebody new comes by a person in each of these businesses, all different."""
        self.owe_thanks(at, day)
        own = chance.random(len(at[0])) < 0.7
        kind = np.where(own, self.kind[at], chance.integers(0, KINDS, len(own)))
        stage = (chance.random(len(own)) < 0.4).astype(int)
        new, _ = self.arrive(at[0], kind, stage, self.family.wasters / 2, chance)
        self.first_sign(new, day)

    def owe_thanks(self, at: Places, day: int) -> None:
        self.thanks[at] = np.where(np.isnan(self.thanks[at]), day, self.thanks[at])

    def ask_us(self, at: Places, day: int) -> None:
        self.waiting[at] = np.where(np.isnan(self.waiting[at]), day, self.waiting[at])

    def signs_of_life(self, at: Places, day: int) -> None:
        self.any[at] = self.seen[at] = self.theirs[at] = day
        self.unanswered[at] = 0
        self.signs[at] += 1

    def tried(self, at: Places, wins: Array) -> None:
        """The owner counts an answered try, on the stage on which they believed to be."""
        rung = self.rung[at]
        counts = rung < CLIENT
        cell = (at[0][counts], self.kind[at][counts], rung[counts])
        np.add.at(self.tries, cell, 1)
        np.add.at(self.climbs, cell, wins[counts])
        self.failed[at] = np.where(wins, 0, self.failed[at] + 1)

    def climb(self, at: Places, wins: Array, day: int, chance: Generator) -> None:
        skips = wins & (chance.random(len(wins)) < 0.15) & self.family.alien
        falls = ~wins & (chance.random(len(wins)) < 0.08) & self.family.alien
        stage = self.stage[at]
        client = stage == CLIENT
        self.purchase(tuple(each[wins & client] for each in at), day, chance)
        for steps in (wins & ~client, skips & ~client):
            self._one_up(tuple(each[steps] for each in at), day, chance)
        down = tuple(each[falls & ~client & (stage > 0)] for each in at)
        self.stage[down] -= 1
        new = tuple(each[(self.stage[at] != stage)] for each in at)
        self.label[new] = self._labels(self.stage[new], chance)

    def _one_up(self, at: Places, day: int, chance: Generator) -> None:
        at = tuple(each[self.stage[at] < CLIENT] for each in at)
        stage = self.stage[at]
        last = stage == CLIENT - 1
        self.purchase(tuple(each[last] for each in at), day, chance)
        at_once = np.where(last, 0, LEAVING[stage] * self.worth[at])
        np.add.at(self.profit, at[0], at_once)
        self.stage[at] += 1

    def purchase(self, at: Places, day: int, chance: Generator) -> None:
        margin = EVEN * self.worth[at] * np.exp(0.3 * chance.standard_normal(len(at[0])))
        np.add.at(self.profit, at[0], margin)
        np.add.at(self.margins, (at[0], self.kind[at]), margin)
        np.add.at(self.purchases, (at[0], self.kind[at]), 1)
        self.own[at] += margin
        self.times[at] += 1
        self.bought[at] = day
