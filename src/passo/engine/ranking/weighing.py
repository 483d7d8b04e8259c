"""What do I lose if I leave this step until next week?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from passo.engine.ranking.assumptions import (
    ANSWER,
    ASK,
    CLIENT,
    CLIMB,
    KEEP,
    PROMISE,
    STEPS,
    THANK,
    USUAL,
    WEEK,
    Assumptions,
)
from passo.engine.ranking.figures import Floats
from passo.engine.ranking.learning import Rates
from passo.engine.ranking.people import People
from passo.engine.ranking.standing import Standing, standing

FULL = 6.0  # days after which a question has waited as long as it can
PROMISED = 14.0  # days before a promise is due in which it becomes urgent


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Each kind of step with each row's person: arrays are (steps, rows).

    `gain`: money, what acting now brings beside acting in a week, if they are still there;
    `silent`: how much of it is a silence ended. `expected`: 0..1, chance of the next stage, of
    a purchase or of an introduction; 0 for steps that are not meant to bring one. `minutes`:
    what the step takes. `net`: money, there · gain - price · minutes; -inf where the step is
    not open. `rank`: net a minute.
    """

    people: People
    standing: Standing
    gain: Floats
    silent: Floats
    expected: Floats
    minutes: Floats
    net: Floats
    rank: Floats


def weigh(people: People, rates: Rates, assumed: Assumptions = USUAL) -> Weighed:
    """With whom, and doing what, do I lose most if I leave it until next week?

        rank = (A G - c m) / m

    A chance that they are still there, c price of a minute, m minutes of the step, and G:

        climb    K + .85 p D                 answer  K + (1 - e^(-7 h 4 waited)) V + .6 p D
        promise  K + .25 V urgent + 1.2 p D  thank   .85 K + .02 V
        ask      .85 K + .5 q V₀             keep    .85 K

    A, K, p, D, V as in `standing`, q chance that asking brings somebody,
    waited = clip(1 + days / 6; 0, 2), urgent = clip(1 - (days until due - 1) / 14; .1, 1).

    Cost: O(rows), 0.06 s for 100,000. Source: one-step look-ahead on the values of a fixed
    policy (Howard 1960); what each term is worth stands in docs/how/ranking.md.

    >>> from passo.engine.ranking.learning import Guesses, History, learned
    >>> rates = learned(Guesses(200, 90, 30, price=0.5), History.none(1))
    >>> two = People([1, 2], 0, 2, theirs=20, silence=20, ours=30, waiting=[float("nan"), 20])
    >>> [STEPS[step] for step in weigh(two, rates).rank.argmax(axis=0)]
    ['climb', 'answer']
    """
    if people.kind.size and people.kind.max() >= len(rates.worth):
        raise ValueError("there is no such kind")
    how = standing(people, rates, assumed)
    silent = silence_ended(how, assumed)
    gain = silent + beside_silence(people, how, rates, assumed)
    minutes = minutes_of(people, rates)
    net = how.there * gain - rates.price[people.kind] * minutes
    net = np.where(open_steps(people, assumed), net, -np.inf)
    expected = foretold(how, rates.asking[people.kind], assumed)
    return Weighed(people, how, gain, silent, expected, minutes, net, net / minutes)


def silence_ended(how: Standing, assumed: Assumptions) -> Floats:
    """What a week more of silence would cost: (steps, rows); a mere hello is not always heard."""
    heard = np.full(len(STEPS), assumed.noticed)
    heard[[CLIMB, ANSWER, PROMISE]] = 1.0
    return heard[:, None] * how.silence


def beside_silence(people: People, how: Standing, rates: Rates, assumed: Assumptions) -> Floats:
    """What each step's own occasion brings: (steps, rows), money."""
    waited = np.clip(1 + people.waiting / FULL, 0, 2)
    urgent = np.clip(1 - (people.due - 1) / PROMISED, 0.1, 1)
    lost = -np.expm1(-WEEK * how.hazard * assumed.waiting * waited)
    tried = how.chance * how.climb
    own = np.zeros((len(STEPS), len(tried)))
    own[CLIMB] = assumed.noticed * tried
    own[ANSWER] = np.nan_to_num(lost) * how.value + assumed.answering * tried
    own[PROMISE] = assumed.promise * np.nan_to_num(urgent) * how.value + assumed.keeping * tried
    own[THANK] = assumed.thanks * how.value
    own[ASK] = assumed.introduction * rates.asking[people.kind] * how.first
    return own


def foretold(how: Standing, asking: Floats, assumed: Assumptions) -> Floats:
    """How often such a step brings what it is meant to: (steps, rows), 0..1."""
    expected = np.zeros((len(STEPS), len(asking)))
    expected[CLIMB] = assumed.noticed * how.chance
    expected[ANSWER] = assumed.answering * how.chance
    expected[PROMISE] = np.minimum(assumed.keeping * how.chance, 1)
    expected[ASK] = asking
    return how.there * expected


def minutes_of(people: People, rates: Rates) -> Floats:
    """What each step takes: (steps, rows), minutes."""
    minutes = np.empty((len(STEPS), len(people.kind)))
    minutes[CLIMB] = rates.minutes[people.kind, np.maximum(people.stage, 0)]
    minutes[ANSWER:] = rates.minutes[people.kind, CLIENT + ANSWER :].T
    return minutes


def open_steps(people: People, assumed: Assumptions = USUAL) -> NDArray[np.bool_]:
    """Which steps are there to be taken: (steps, rows)?

    No new message within a week of the last, while a reply is awaited (three weeks), or instead
    of an answer. After four unanswered tries only who writes is answered, until a sign of life.
    Cost: O(rows).
    """
    waits, promised = ~np.isnan(people.waiting), ~np.isnan(people.due)
    tried = people.unanswered < assumed.tries
    awaited = (people.ours < people.theirs) & (people.ours < assumed.reply)
    free = ~waits & ~awaited & tried & (people.ours >= assumed.patience)
    known = people.stage >= CLIENT - 1
    can = np.empty((len(STEPS), len(waits)), bool)
    can[CLIMB] = free & (people.stage >= 0)
    can[ANSWER] = waits
    can[PROMISE] = promised & tried
    can[THANK] = ~np.isnan(people.thanks) & tried
    can[ASK] = free & known & (people.asked >= assumed.between_asks)
    can[KEEP] = free
    return can & ~people.barred
