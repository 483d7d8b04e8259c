"""What Today showed Chiara on some mornings of two years, what she did of it, and how that went.

Whether a step led on stands in `steps/demo/walks.py`; what was foretold knows nothing of it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from passo.businesses.demo import Deed, figure
from passo.businesses.models import Business
from passo.engine.ranking import CLIMB, KEEP, STEPS, USUAL
from passo.steps import verbs
from passo.steps.demo.walks import RESTS, WALKS, Walk, walk_with
from passo.steps.models import Opportunity, Step
from passo.steps.models.step import Reason, State
from passo.steps.stages import Rung, stage_of
from passo.steps.suggestions import keep_in_touch, next_rung
from passo.steps.suggestions.suggestion import Said

BEFORE = (3, 8, 1, 11, 5)  # days from a step to what came of it
BETWEEN = (19, 26, 17, 23, 31)  # days to the next one, when nothing came
JUDGED = 17  # days ago: later ones have not had their time
THERE = (0.95, 0.8, 0.9, 0.6, 0.85)  # chance that they are still there
TOOK = (0.7, 1.1, 0.9, 1.2, 0.9)  # of the planned minutes
SLOW = {verbs.OFFER: 1.5}  # she ponders over offers
PRICE = 0.5  # euros a minute
DONE = {"state": State.DONE}
WITH_THE_SECOND: tuple[dict[str, Any], ...] = (
    {},
    DONE,
    {"state": State.DROPPED, "reason": Reason.NOT_NOW},
    {**DONE, "put_off": 1},
    {},
    DONE,
    {"state": State.DROPPED, "reason": Reason.DONE_ALREADY},
    DONE,
    {},
    {"state": State.DROPPED, "reason": Reason.TOO_LARGE},
)


class Tried(NamedTuple):
    """One step towards the next stage: when, where they stood, how often in vain before."""

    days: int  # ago
    walk: Walk
    stage: int
    failed: int


def life(_clock: datetime) -> list[tuple[int, str, Deed]]:
    told = sorted((one for walk in WALKS for one in tried(walk)), key=lambda one: -one.days)
    return [(one.days, "19:15", morning(one, at)) for at, one in enumerate(told)]


def tried(walk: Walk) -> Iterator[Tried]:
    """Now and then on each stage, and once shortly before they moved on."""
    until = RESTS[1] if walk.who == RESTS[0] else 0
    begins = [(walk.began, walk.at), *walk.moves]
    ends = [days for days, _stage in walk.moves]
    for turn, ((since, stage), end) in enumerate(zip(begins, [*ends, until], strict=True)):
        if stage < Rung.CLIENT:
            leads = turn < len(ends)
            last = end + BEFORE[turn % len(BEFORE)] if leads else max(until, JUDGED)
            yield from on_a_stage(walk, stage, since, last, leads=leads)


def on_a_stage(walk: Walk, stage: int, since: int, last: int, *, leads: bool) -> Iterator[Tried]:
    days, failed = since - BEFORE[stage % len(BEFORE)], 0
    while days > last + BETWEEN[0] * leads:
        yield Tried(days, walk, stage, failed)
        failed += 1
        days -= BETWEEN[(stage + failed) % len(BETWEEN)]
    if leads and since > last > JUDGED:
        yield Tried(last, walk, stage, failed)


def morning(one: Tried, at: int) -> Deed:
    """Two stood there: the way with somebody, and somebody else to keep in touch with."""

    def deed(business: Business, then: datetime) -> None:
        way = walk_with(business, one.walk.who)
        rung(way, then, one, at)
        others = business.opportunities.exclude(pk=way.pk).select_related("person").order_by("pk")
        for second in list(others)[at % 7 :: 7][:1]:
            hello(second, then, at)

    return deed


def rung(way: Opportunity, then: datetime, one: Tried, at: int) -> None:
    stage, there, weight = stage_of(one.stage), THERE[at % len(THERE)], USUAL.person_weight
    usual = USUAL.chances[one.stage - 1]
    chance = usual * weight / (weight + 2 * usual * one.failed)
    is_first = stage.rung == Rung.INTRODUCTION
    verb = verbs.WRITE if is_first else stage.verb
    key = f"{next_rung.KIND}:{way.pk}:{one.stage}-{eve(then)}"
    believed = {"there": there, "chance": chance, "foretold": USUAL.noticed * there * chance}
    show(way, then, key, verb, place=1, kind=next_rung.KIND, step=STEPS[CLIMB], **believed)
    words = next_rung.FIRST_WORDS if is_first else stage.step
    act(way, then, key, verb, at, words=said(words, way), opportunity=way, **DONE)


def hello(way: Opportunity, then: datetime, at: int) -> None:
    """Or the way with them, which she left lying."""
    deed = WITH_THE_SECOND[at % len(WITH_THE_SECOND)]
    if not deed:
        key = f"{next_rung.KIND}:{way.pk}:{way.stage}-{eve(then)}"
        believed = {"there": 0.6, "chance": 0.3, "foretold": USUAL.noticed * 0.6 * 0.3}
        kind = {"kind": next_rung.KIND, "step": STEPS[CLIMB]}
        show(way, then, key, verbs.WRITE, place=2, **kind, **believed)
        return
    key = f"{keep_in_touch.KIND}:{way.person_id}:{eve(then)}"
    believed = {"there": 0.7, "chance": 0.0, "foretold": 0.0}
    kind = {"kind": keep_in_touch.KIND, "step": STEPS[KEEP]}
    show(way, then, key, verbs.WRITE, place=2, **kind, **believed)
    act(way, then, key, verbs.WRITE, at, words=said(keep_in_touch.WORDS, way), **deed)


def said(words: Any, way: Opportunity) -> str:
    return str(Said(words, {"name": way.person.first_name}))


def eve(then: datetime) -> str:
    """When one had heard of them last: that makes a suggestion another one."""
    return f"{then - timedelta(days=9):%Y%m%d}"


def show(way: Opportunity, then: datetime, key: str, verb: str, **values: Any) -> None:
    minutes = float(verbs.MINUTES[verb])
    worth = (way.worth_cents or 0) / 100
    gain = values["foretold"] * worth
    way.business.shown.create(
        user=figure(way.business, "chiara"),
        on=then.date(),
        key=key,
        person=way.person,
        opportunity=way,
        stage=way.stage - 1,
        climb=worth,
        gain=gain,
        minutes=minutes,
        rank=(values["there"] * gain - PRICE * minutes) / minutes,
        **values,
    )


def act(
    way: Opportunity, then: datetime, key: str, verb: str, at: int, *, state: str, **values: Any
) -> None:
    by, planned = figure(way.business, "chiara"), verbs.MINUTES[verb]
    if state == State.DONE:
        took = max(1, round(planned * TOOK[at % len(TOOK)] * SLOW.get(verb, 1)))
        values |= {"done_at": then, "minutes_taken": took}
    Step.add(
        by=by,
        what="finish" if state == State.DONE else "drop",
        business=way.business,
        person=way.person,
        verb=verb,
        minutes=planned,
        state=state,
        made_of=key,
        added_at=then,
        added_by=by,
        **values,
    )
