"""Which few of all suggestions are Today: for this member, this day and these minutes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from passo.businesses.models import Business, User
from passo.engine import ranking
from passo.engine.ranking import ANSWER, PROMISE, Chosen, Weighed
from passo.lib.money import Money, format_money
from passo.steps import pausing
from passo.steps.stages import Rung, stage_of
from passo.steps.suggesting import timed
from passo.steps.suggestions import in_mail, next_rung
from passo.steps.suggestions.suggestion import Suggestion
from passo.today import outcomes, weights
from passo.today.kept import look

USUAL_MINUTES = 30
AT_MOST = 5
ALL = 50  # when somebody wants to see more
NO_END = 24 * 60  # minutes
OWED = 1e9  # money a minute: more than anything that is no promise
FIRST = 100 * OWED  # more than all promises that fit into a day
WORTH_TELLING = 0.01  # a smaller chance is none
ROUND = 100  # cents: a guess is told without them
TOP = Rung.CLIENT - 1  # as the engine counts stages


@dataclass(frozen=True)
class Offered:
    """One step of Today, and what Passo believes of it."""

    one: Suggestion
    chosen: Chosen
    effect: str


@dataclass(frozen=True)
class Choice:
    offered: list[Offered]
    resting: int  # ideas that wait for another day
    log: Any  # records of the engine, one for each step weighed; `row` is its place in `found`
    found: list[Suggestion]
    rest: list[Suggestion]  # those ideas, as many as one would look at
    in_peace: int = 0  # of those that rest: who heard from the business a few days ago

    @property
    def minutes(self) -> int:
        return sum(one.one.minutes for one in self.offered)


def choose(
    business: Business,
    today: date,
    *,
    user: User | None = None,
    minutes: int = USUAL_MINUTES,
    at_most: int = AT_MOST,
) -> Choice:
    """What was found for the day (`kept.py`), and of that the few that bring most."""
    kept = look(business, today)
    found, weighed = kept.meant_for(business, user)
    owed = np.array([owed_to(one) for one in found], dtype=np.float64)
    chosen = ranking.choose(
        lifted(answered_first(found, weighed), owed),
        within=minutes,
        at_most=at_most,
        of_a_kind=max(ranking.choosing.OF_A_KIND, int(np.count_nonzero(owed))),
        held=outcomes.held(business, today),
    )
    chosen = [one._replace(rank=float(weighed.rank[:, one.row].max())) for one in chosen]
    offered = [told(timed(found[one.row], kept.learned), one, business.currency) for one in chosen]
    log = ranking.logged(weighed, chosen)
    rest = resting(found, {whose(one.one) for one in offered})
    shown = [timed(one, kept.learned) for one in rest[: max(0, ALL - len(offered))]]
    in_peace = sum(is_in_peace(one) for one in rest)
    return Choice(offered, len(rest), log, found, shown, in_peace)


def whose(one: Suggestion) -> Any:
    return one.person.pk if one.person else one.key


def resting(found: Sequence[Suggestion], taken: Collection[Any]) -> list[Suggestion]:
    """The first that was found for each of the others."""
    firsts: dict[Any, Suggestion] = {}
    for one in found:
        firsts.setdefault(whose(one), one)
    return [one for who, one in firsts.items() if who not in taken]


def is_in_peace(one: Suggestion) -> bool:
    """Nobody is written to every few days; that brings less than it costs."""
    return one.ours_days is not None and one.ours_days < ranking.USUAL.patience


def owed_to(one: Suggestion) -> float:
    """Money a minute, above its worth: who complained is heard first, however many promises there
    are; then a word that is given, for today or a day that is over.
    """
    if one.kind == in_mail.COMPLAINT:
        return FIRST
    is_due = one.due_days is not None and one.due_days <= 0
    return OWED if is_due and weights.step_of(one) == PROMISE else 0.0


def answered_first(found: Sequence[Suggestion], weighed: Weighed) -> Weighed:
    """Who waits for an answer is asked for nothing, and offered nothing, until they have it."""
    waits = {whose(one) for one in found if weights.step_of(one) == ANSWER}
    barred = np.array([begins(one) and whose(one) in waits for one in found], dtype=np.bool_)
    net = np.where(barred, -np.inf, weighed.net)
    return replace(weighed, net=net, rank=net / weighed.minutes)


def begins(one: Suggestion) -> bool:
    return one.kind in pausing.OURS_TO_BEGIN


def lifted(weighed: Weighed, owed: Any) -> Weighed:
    """What is owed comes before what could be done, however little it is worth."""
    net = np.where(owed > 0, np.maximum(weighed.net, 0) + owed * weighed.minutes, weighed.net)
    net = np.where(np.isneginf(weighed.net), -np.inf, net)
    return replace(weighed, net=net, rank=net / weighed.minutes)


def told(one: Suggestion, chosen: Chosen, currency: str) -> Offered:
    """What it may bring, in words; money only where somebody has said what it is worth."""
    words = [str(one.effect)]
    if one.kind == next_rung.KIND and chosen.chance > WORTH_TELLING and chosen.stage < TOP:
        above = stage_of(chosen.stage + 2)
        values = {"n": max(1, round(1 / chosen.chance)), "stage": above.label}
        words = [_("About one in %(n)s such steps leads on to “%(stage)s”.") % values]
    if one.worth_cents:
        worth = Money(one.worth_cents - one.worth_cents % ROUND, currency)
        words.append(_("At stake: about %(money)s.") % {"money": format_money(worth)})
    return Offered(one, chosen, " ".join(words))
