"""What the owner sees of a made-up world, in calendar days; and what an oracle knows."""

import numpy as np
from policy.world import KINDS, World

from passo.engine.ranking import (
    TEMPLATES,
    Assumptions,
    Guesses,
    History,
    People,
    Rates,
    learned,
)

CALENDAR = 1.4  # calendar days in a working day


class Seen:
    """The people listed, business after business; `b`, `n` say where they stand in the world."""

    def __init__(
        self, world: World, day: int, *, knows_all: bool = False, without: tuple[str, ...] = ()
    ) -> None:
        self.b, self.n = b, n = np.nonzero(world.there)
        self.starts = np.searchsorted(b, np.arange(world.businesses + 1))

        def days(times: np.ndarray) -> np.ndarray:
            return CALENDAR * (day - times[b, n])

        told = {
            "theirs": days(world.theirs),
            "silence": days(world.seen),
            "ours": days(world.ours),
            "asked": days(world.asked),
            "bought": days(world.bought),
            "waiting": days(world.waiting),
            "due": -days(world.due),
            "thanks": days(world.thanks),
            "unanswered": world.unanswered[b, n],
            "failed": world.failed[b, n],
        }
        if not knows_all:
            told |= {
                "worth": world.guess[b, n],
                "margins": world.own[b, n],
                "purchases": world.times[b, n],
                "rhythm": CALENDAR * own_rhythm(world, b, n),
            }
        told = {name: figure for name, figure in told.items() if name not in without}
        every = np.arange(len(b))
        kind = every if knows_all else b * KINDS + world.kind[b, n]
        stage = (world.stage if knows_all else world.label)[b, n]
        self.people = People(every, kind, stage, **told)


def own_rhythm(world: World, b: np.ndarray, n: np.ndarray) -> np.ndarray:
    """The owner's guess for the kind, bent by the mean gap between this person's signs of life."""
    signs, kind = world.signs[b, n], world.kind[b, n]
    span = np.maximum(world.theirs[b, n] - world.begun[b, n], 0)
    known = world.there & (world.signs > 0)
    all_span = np.where(known, np.maximum(world.theirs - world.begun, 0), 0).sum(axis=1)
    usual = all_span / np.maximum(np.where(known, world.signs, 0).sum(axis=1), 1)
    relative = span / np.maximum(signs, 1) / np.maximum(usual[b], 1)
    return world.guessed_rhythm[b, kind] * (4 + signs * relative) / (4 + signs)


def believed(world: World, assumed: Assumptions, *, learning: bool = True) -> Rates:
    """What each business has learned so far, by the engine's own learning."""
    return Rates.joined(
        [of_one_business(world, b, assumed, learning=learning) for b in range(world.businesses)]
    )


def of_one_business(world: World, b: int, assumed: Assumptions, *, learning: bool) -> Rates:
    guesses = Guesses(
        world.guessed_margin[b],
        CALENDAR * world.guessed_between[b],
        CALENDAR * world.guessed_rhythm[b],
        price=world.price[b],
    )
    history = History(
        world.tries[b],
        world.climbs[b],
        world.margins[b],
        world.purchases[b],
        world.client_days[b],
        asked=world.asks[b],
        introduced=world.introduced[b],
        planned=world.planned[b],
        spent=world.spent[b],
    )
    return learned(guesses, history if learning else History.none(KINDS), assumed)


def true_rates(world: World, seen: Seen) -> Rates:
    """Each person's own: true rates, worth and rhythm, but not who has gone or wastes time."""
    b, n = seen.b, seen.n
    kind = world.kind[b, n]
    better = (world.quality * np.minimum(world.trust, 1.3))[b, n]
    rhythm = CALENDAR * world.rhythm[b, n]
    return Rates(
        chance=np.minimum(world.chance[b, kind] * better[:, None], 0.95),
        worth=world.worth[b, n],
        buying=world.buying[b, kind] / CALENDAR,
        rhythm=rhythm,
        cold=world.cold[b] / CALENDAR,
        asking=world.yes[b] * world.gratitude[b, n],
        price=world.price[b],
        minutes=np.array(TEMPLATES) * world.slowness[b],
    )
