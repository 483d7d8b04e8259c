"""The path: who walks where, in columns that are counted and cut; one column in pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.models import Business, User
from passo.lib.dates import format_short_day
from passo.lib.db.keyset import Order, page_of
from passo.steps import climbing, stages
from passo.steps.few_words import Chip, chips_of
from passo.steps.models import Opportunity, Step
from passo.steps.models.opportunity import STUCK, Opportunities, State
from passo.steps.models.step import State as StepState

CARDS = 5  # in a column; whoever wants more opens the stage
PAGE = 30
NEWEST = Order("moved_at", is_falling=True)


class Asked(NamedTuple):
    """Whose path is looked at, by whom, and when."""

    business: Business
    user: User
    now: datetime


class View(NamedTuple):
    """One way to look at the path."""

    label: Any
    narrow: Callable[[Opportunities, Asked], Opportunities]


def mine(walks: Opportunities, asked: Asked) -> Opportunities:
    """Whom this member moved last, or has a step with that is theirs to do."""
    last = asked.business.climbs.filter(opportunity=OuterRef("pk")).order_by("-at", "-pk")
    moved_by = Subquery(last.values("by")[:1])
    own = Q(handed_to=asked.user) | Q(handed_to=None, added_by=asked.user)
    steps = asked.business.steps.filter(own, person=OuterRef("person"), state=StepState.OPEN)
    walks = walks.walking().alias(moved_by=moved_by)
    return walks.filter(Q(moved_by=asked.user.pk) | Exists(steps))


VIEWS: dict[str, View] = {
    "everyone": View(_("Everyone"), lambda walks, _asked: walks.walking()),
    "mine": View(_("Mine"), mine),
    "moving": View(
        _("Moving"), lambda walks, asked: walks.walking().filter(moved_at__gt=asked.now - STUCK)
    ),
    "stuck": View(
        _("Stuck 30 days"),
        lambda walks, asked: walks.walking().filter(moved_at__lte=asked.now - STUCK),
    ),
    "skipped": View(_("Skipped a stone"), lambda walks, _asked: walks.walking().skipping()),
    "resting": View(_("Resting"), lambda walks, _asked: walks.filter(state=State.RESTING)),
    "ended": View(_("Ended"), lambda walks, _asked: walks.filter(state=State.CLOSED)),
}
USUAL = "everyone"


@dataclass
class Card:
    """One opportunity in a few words."""

    walk: Opportunity
    chips: list[Chip]
    skipped: list[stages.Stage]
    step: Step | None = None
    is_next: bool = False

    @property
    def about(self) -> str:
        """What it is for, else whose they are."""
        firm = self.walk.organisation
        return self.walk.purpose or (firm.name if firm else "")

    @property
    def due(self) -> str:
        step = self.step
        return format_short_day(step.on, timezone.localdate()) if step and step.on else ""

    @property
    def lead(self) -> str:
        """What would lead on, where nothing is planned."""
        return self.walk.leads_from.onward.words_for(self.walk.person.first_name)

    @property
    def further(self) -> stages.Stage | None:
        """Evidence shows them higher than they stand."""
        return self.walk.further


@dataclass
class Column:
    stage: stages.Stage
    count: int
    cards: list[Card] = field(default_factory=list)

    @property
    def more(self) -> int:
        return self.count - len(self.cards)


@dataclass(frozen=True)
class Facts:
    """How many there are of each kind, whatever is shown."""

    walking: int
    skipping: int
    proposed: int
    resting: int
    ended: int


class Listed(NamedTuple):
    """A page of one column; `before` and `after` are the marks of those beside it."""

    column: Column
    before: str
    after: str


def facts(business: Business) -> Facts:
    def count(**of: Any) -> Count:
        return Count("pk", filter=Q(**of))

    return Facts(
        **business.opportunities.aggregate(
            walking=count(state=State.OPEN),
            skipping=count(state=State.OPEN, skips__gt=0),
            proposed=count(state=State.PROPOSED),
            resting=count(state=State.RESTING),
            ended=count(state=State.CLOSED),
        )
    )


def those(asked: Asked, show: str) -> Opportunities:
    walks: Opportunities = asked.business.opportunities.all()
    return VIEWS[show].narrow(walks, asked)


def columns(asked: Asked, show: str) -> list[Column]:
    """All seven; in each the few that moved last."""
    business, found = asked.business, those(asked, show)
    counts = dict(found.order_by().values_list("stage").annotate(Count("pk")))
    board = [Column(stage, counts.get(stage.rung, 0)) for stage in stages.STAGES]
    ids = [pk for one in board if one.count for pk in newest(found, one.stage.rung)]
    cards = cards_of(business, whole(business, ids))
    for one in board:
        one.cards = [card for card in cards if card.walk.stage == one.stage.rung]
    mark_the_next(cards)
    return board


def newest(found: Opportunities, rung: int) -> list[int]:
    rows = found.filter(stage=rung).order_by(*NEWEST.columns())
    return list(rows.values_list("pk", flat=True)[:CARDS])


def whole(business: Business, ids: Iterable[int]) -> list[Opportunity]:
    rows = business.opportunities.filter(pk__in=list(ids)).order_by(*NEWEST.columns())
    return list(with_person(rows))


def with_person(rows: Opportunities) -> Opportunities:
    """What a card shows of them, and not their notes."""
    unshown = ("note", "kept", "strength_because", "warmth_because")
    return rows.select_related("person", "organisation").defer(
        *(f"person__{name}" for name in unshown), "organisation__note"
    )


def one_stage(asked: Asked, show: str, rung: int, *, before: str = "", after: str = "") -> Listed:
    found = those(asked, show).filter(stage=rung)
    shown = page_of(with_person(found), NEWEST, PAGE, before=before, after=after)
    column = Column(stages.stage_of(rung), found.count())
    column.cards = cards_of(asked.business, shown.rows)
    mark_the_next(column.cards)
    return Listed(column, shown.before, shown.after)


def cards_of(business: Business, walks: Sequence[Opportunity]) -> list[Card]:
    """Evidence and steps in one question each, for all of them."""
    shown = climbing.shown_by(walks)
    steps = next_steps(business, walks)
    return [
        Card(
            walk,
            chips_of(shown[walk.pk]),
            climbing.skipped(walk, shown[walk.pk]),
            steps.get(walk.pk),
        )
        for walk in walks
    ]


def next_steps(business: Business, walks: Iterable[Opportunity]) -> dict[int, Step]:
    """What is planned first with each: about this way, or about the person alone."""
    by_person: dict[int, list[int]] = {}
    for walk in walks:
        by_person.setdefault(walk.person_id, []).append(walk.pk)
    theirs = Q(opportunity__in=[pk for ids in by_person.values() for pk in ids])
    alone = Q(opportunity=None, person__in=by_person)
    planned = business.steps.filter(theirs | alone, state=StepState.OPEN)
    planned = planned.select_related("handed_to")
    found: dict[int, Step] = {}
    for step in planned.order_by(F("on").asc(nulls_last=True), "pk"):
        own = by_person.get(step.person_id or 0, [])
        for pk in [step.opportunity_id] if step.opportunity_id else own:
            found.setdefault(pk, step)
    return found


def mark_the_next(cards: Iterable[Card]) -> None:
    """One thing on a screen is marked: what is due first."""
    dated = [(card.step.on, card) for card in cards if card.step and card.step.on]
    if dated:
        min(dated, key=lambda one: one[0])[1].is_next = True
