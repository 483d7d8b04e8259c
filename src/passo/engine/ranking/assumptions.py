"""What does Passo believe before it has seen anything of this business?"""

from dataclasses import dataclass

STEPS = ("climb", "answer", "promise", "thank", "ask", "keep")
CLIMB, ANSWER, PROMISE, THANK, ASK, KEEP = range(len(STEPS))
CLIENT = 6  # the top of the ladder; stages 0 … 5 lead to it
UNOPENED = -1  # somebody known, with whom nothing has begun
YEAR, WEEK = 365.0, 7.0
# Minutes of a step: the rungs from each stage, the offer to a client, then the other steps.
TEMPLATES = (5.0, 8.0, 12.0, 20.0, 20.0, 25.0, 12.0, 6.0, 20.0, 3.0, 6.0, 4.0)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Every number of the ranking that is a judgement, in one place; days are calendar days.

    Most lie on a plateau: half or twice as much changes little (docs/how/ranking.md). Where a
    weight is given, the number before it counts like so many cases seen.
    """

    chances: tuple[float, ...] = (0.45, 0.40, 0.35, 0.30, 0.40, 0.35)  # of the next stage, a try
    firm_weight: float = 12.0  # tries
    kind_weight: float = 8.0
    person_weight: float = 3.0
    offer: float = 0.35  # chance that a client who is due again takes an offer
    leaving: tuple[float, ...] = (0.0, 0.0, 0.0, 0.15, 0.30, 1.0)  # purchases' worth, at once
    further: float = 1.15  # purchases of a client, offers included, for each without
    worth_weight: float = 3.0  # purchases
    buying_weight: float = 3.0
    own_share: float = 0.7  # of the guess about a person; the rest is what is usual in the kind
    own_weight: float = 2.0
    cold: tuple[float, float] = (0.0029, 0.0011)  # hazard a day, before and as a client
    asking: tuple[float, float] = (0.8, 4.0)  # introductions of so many asked for
    minutes_weight: float = 40.0  # minutes
    interest: float = 0.30  # a year
    opening: float = 0.2  # chance that something begins where nothing has
    noticed: float = 0.85  # share of our messages that are read
    silence: float = 3.0  # how much a silence of twice the usual raises the hazard
    waiting: float = 4.0  # how much an unanswered question does
    promise: float = 0.25  # share of their worth that a broken promise costs
    answering: float = 0.6  # chance of climbing with an answer, beside that of a try
    keeping: float = 1.2  # with a kept promise
    thanks: float = 0.02  # share of their worth that a thank-you keeps
    introduction: float = 0.5  # of what somebody new is worth: they would have come, or not stay
    patience: float = 7.0  # days between two messages of ours
    reply: float = 21.0  # days in which a reply is awaited
    tries: float = 4.0  # unanswered
    between_asks: float = 56.0  # days


USUAL = Assumptions()
