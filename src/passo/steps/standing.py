"""Where one opportunity stands: its seven stones, what shows each, and how it went by the year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from passo.steps import stages
from passo.steps.few_words import because, icon_of, touch_url
from passo.steps.models import Evidence, Opportunity
from passo.steps.models.offer import State as OfferState
from passo.steps.models.step import State as StepState

TOLD = 40  # of each kind, in the timeline
NO_QUOTES: Mapping[int, str] = MappingProxyType({})
DONE, HERE, SKIPPED, AHEAD = "done", "here", "skipped", ""


class Shown(NamedTuple):
    """One piece of evidence, as the page tells it."""

    icon: str
    text: str
    words: str
    on: date
    source: str
    url: str
    is_said: bool


@dataclass(frozen=True)
class Stone:
    stage: stages.Stage
    state: str
    shown: list[Shown]
    is_said: bool
    mend: str  # the small step that makes up for it

    @property
    def is_before(self) -> bool:
        """Passed, and nothing shows it: that was before Passo."""
        return self.state == DONE and not self.shown


class Passed(NamedTuple):
    icon: str
    text: str
    on: date


def stones_of(
    walk: Opportunity, evidence: Sequence[Evidence], quotes: Mapping[int, str] = NO_QUOTES
) -> list[Stone]:
    """`quotes`: by touch, what was asked or promised in it."""
    skipped = {stage.rung for stage in walk.skipped({row.stage for row in evidence})}
    return [
        Stone(
            stage,
            state_of(walk, stage.rung, skipped),
            [shown(walk, row, quotes) for row in evidence if row.stage == stage.rung],
            str(stage.rung.value) in walk.said,
            stage.mend.words_for(walk.person.first_name),
        )
        for stage in stages.STAGES
    ]


def state_of(walk: Opportunity, rung: int, skipped: set[stages.Rung]) -> str:
    if rung == walk.stage:
        return HERE
    if rung > walk.stage:
        return AHEAD
    return SKIPPED if rung in skipped else DONE


def rungs_of(stones: Iterable[Stone]) -> list[tuple[str, str]]:
    """As the ladder is drawn."""
    return [(str(stone.stage.label), stone.state) for stone in stones]


def shown(walk: Opportunity, row: Evidence, quotes: Mapping[int, str]) -> Shown:
    touch = row.touch
    return Shown(
        icon=icon_of(row),
        text=because(row),
        words=row.words or quotes.get(row.touch_id or 0, ""),
        on=row.on,
        source=source_of(row),
        url=touch_url(touch, walk.business.slug, walk.person_id) if touch else "",
        is_said=row.kind == stages.BY_HAND,
    )


def source_of(row: Evidence) -> str:
    """What the touch was about, and the file it came with."""
    if row.touch is None:
        return ""
    about = row.touch.subject or str(row.touch.get_kind_display())
    brought_by = row.touch.brought_by
    return f"{about} ({brought_by.name})" if brought_by else about


def years_of(walk: Opportunity, evidence: Iterable[Evidence]) -> list[tuple[int, list[Passed]]]:
    """The newest year first, and in it the newest day."""
    told = [*climbs_of(walk), *firsts_of(evidence), *delivered_with(walk), *done_with(walk)]
    told.append(began(walk))
    told.sort(key=lambda one: one.on, reverse=True)
    return [(year, list(those)) for year, those in groupby(told, key=lambda one: one.on.year)]


def began(walk: Opportunity) -> Passed:
    where = stages.stage_of(walk.began).label
    return Passed(
        "footprints", _("Passo met it at: %(stage)s") % {"stage": where}, day(walk.added_at)
    )


def climbs_of(walk: Opportunity) -> list[Passed]:
    climbs = list(walk.climbs.order_by("-at", "-pk")[:TOLD])
    return [
        Passed(
            "trending-up" if one.after > one.before else "corner-down-right",
            _("From %(before)s to %(after)s")
            % {
                "before": stages.stage_of(one.before).label,
                "after": stages.stage_of(one.after).label,
            },
            day(one.at),
        )
        for one in climbs
    ]


def firsts_of(evidence: Iterable[Evidence]) -> list[Passed]:
    return [Passed(icon_of(row), row.words or because(row), row.on) for row in evidence][-TOLD:]


def delivered_with(walk: Opportunity) -> list[Passed]:
    """The small things taken care of, in the client's words where there are some."""
    offers = walk.offers.filter(state=OfferState.DELIVERED, delivered_on__isnull=False)
    return [
        Passed("check", told_of(one.promise, one.value_words), one.delivered_on)
        for one in offers.order_by("-delivered_on", "-pk")[:TOLD]
        if one.delivered_on
    ]


def told_of(promise: str, value: str) -> str:
    words = _("Delivered: %(promise)s. “%(value)s”") if value else _("Delivered: %(promise)s")
    return words % {"promise": promise, "value": value}


def done_with(walk: Opportunity) -> list[Passed]:
    done = walk.steps.filter(state=StepState.DONE, done_at__isnull=False)
    steps = done.order_by("-done_at", "-pk")[:TOLD]
    return [Passed("check", one.words, day(one.done_at)) for one in steps if one.done_at]


def day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
