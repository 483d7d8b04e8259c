"""One relationship on its way up the ladder, what shows where it is, and how it moved."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Case, Count, F, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses import history
from passo.businesses.history import Historic
from passo.businesses.models import Business, Change
from passo.people.models import Organisation, Person, Touch
from passo.steps import stages

if TYPE_CHECKING:
    from passo.businesses.models import User

ON_THE_LADDER = [MinValueValidator(1), MaxValueValidator(len(stages.STAGES))]
STUCK = timedelta(days=30)


class State(models.TextChoices):
    PROPOSED = "proposed", _("proposed by Passo")
    OPEN = "open", _("on the way")
    RESTING = "resting", _("resting")
    CLOSED = "closed", _("ended")
    DECLINED = "declined", _("not wanted")


ALIVE = (State.PROPOSED, State.OPEN, State.RESTING)


def words_of_said(said: dict[str, list[str]]) -> str:
    """“Trust: He gave me his keys”, for the history."""
    told = (f"{stages.stage_of(int(rung)).label}: {one[1]}" for rung, one in sorted(said.items()))
    return "; ".join(line.removesuffix(": ") for line in told)


class Opportunities(models.QuerySet["Opportunity"]):
    def walking(self) -> "Opportunities":
        return self.filter(state=State.OPEN)

    def waiting(self) -> "Opportunities":
        """Proposed, and not decided about."""
        return self.filter(state=State.PROPOSED)

    def alive(self) -> "Opportunities":
        return self.filter(state__in=ALIVE)

    def skipping(self) -> "Opportunities":
        """Those with a stage that was stepped over."""
        return self.filter(skips__gt=0)

    def show_again(self) -> None:
        """How far evidence shows them, and how many stages nothing shows: kept, to be listed by."""
        theirs = Evidence.objects.filter(opportunity=OuterRef("pk")).order_by()
        of_each = theirs.values("opportunity")
        highest = of_each.annotate(found=Max("stage")).values("found")
        between = of_each.filter(stage__gte=OuterRef("began"), stage__lt=OuterRef("stage"))
        seen = between.annotate(found=Count("stage", distinct=True)).values("found")
        shown = Coalesce(Subquery(highest), 0)
        is_new = When(shown_stage__lt=shown, then=Value(history.now()))
        self.update(
            shown_stage=shown,
            shown_at=Case(is_new, default=F("shown_at")),
            skips=Greatest(F("stage") - F("began"), 0) - Coalesce(Subquery(seen), 0),
        )


class Opportunity(Historic):
    business = models.ForeignKey(
        Business, models.CASCADE, related_name="opportunities", db_index=False
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="opportunities")
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="opportunities"
    )
    purpose = models.CharField(_("about"), max_length=200, blank=True, default="")
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN)
    stage = models.PositiveSmallIntegerField(
        _("stage"), choices=stages.CHOICES, validators=ON_THE_LADDER, default=1
    )
    # The highest stage that evidence shows; none yet is 0.
    shown_stage = models.PositiveSmallIntegerField(default=0)
    # When Passo learned of it; what the owner has said since stands.
    shown_at = models.DateTimeField(default=history.now)
    # How many stages below where it stands nothing shows; reckoned from evidence.
    skips = models.PositiveSmallIntegerField(default=0)
    # Where Passo met it. What lies below happened before, and is not called skipped.
    began = models.PositiveSmallIntegerField(default=1)
    # Stages that are reached because the owner says so: {"6": [day, words]}.
    said = models.JSONField(_("by your word"), default=dict, blank=True)
    moved_at = models.DateTimeField(default=timezone.now)
    resting_until = models.DateField(_("until"), null=True, blank=True)
    wants_clients_first = models.BooleanField(_("they want clients first"), default=False)
    # What the owner guesses it is worth, in cents of the business's currency.
    worth_cents = models.BigIntegerField(null=True, blank=True)
    reason = models.CharField(_("because"), max_length=300, blank=True, default="")
    added_at = models.DateTimeField(default=timezone.now)

    objects = Opportunities.as_manager()

    tracked = (
        "purpose",
        "state",
        "stage",
        "resting_until",
        "wants_clients_first",
        "reason",
        "said",
    )
    said_as: ClassVar[dict[str, Any]] = {"said": words_of_said}
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("began to walk with"),
        "propose": _("proposed to walk with"),
        "confirm": _("began to walk with"),
        "decline": _("does not want to walk with"),
        "move": _("moved"),
        "rest": _("lets rest"),
        "go_on": _("goes on with"),
        "close": _("ended the way with"),
        "correct": _("changed what it is about with"),
        "mark": _("noted what is wanted by"),
        "say": _("said how far it is with"),
        "unsay": _("no longer says how far it is with"),
        "undo": _("undid a change to the way with"),
        "remove": _("removed the way with"),
    }

    class Meta:
        verbose_name = _("opportunity")
        verbose_name_plural = _("opportunities")
        indexes = [
            models.Index(
                fields=["business", "state", "stage", "moved_at", "id", "skips"],
                name="opportunities_by_stage",
            ),
        ]

    def __str__(self) -> str:
        return self.person.name

    @property
    def where(self) -> stages.Stage:
        return stages.stage_of(self.stage)

    @property
    def further(self) -> stages.Stage | None:
        """Evidence shows them higher than they stand."""
        return stages.stage_of(self.shown_stage) if self.shown_stage > self.stage else None

    @property
    def leads_from(self) -> stages.Stage:
        """The stage whose step is next: what was shown since the owner said where they stand."""
        is_later = self.shown_at > self.moved_at
        return (self.further if is_later else None) or self.where

    def skipped(self, shown: set[int]) -> list[stages.Stage]:
        """Below where it stands, above where Passo met it, and shown by nothing."""
        between = range(self.began, self.stage)
        return [stages.stage_of(rung) for rung in between if rung not in shown]

    def is_stuck(self, now: datetime) -> bool:
        return now - self.moved_at > STUCK

    def days_here(self, now: datetime) -> int:
        return max(0, (now - self.moved_at).days)

    def confirm(self, *, by: "User | None", stage: int = 0) -> Change | None:
        """Where they stand, if the owner knows better: it was so before Passo met it."""
        where = {"stage": stages.Rung(stage).value, "began": stage} if stage else {}
        since = {"moved_at": history.now()}  # nobody is stuck before one has begun to walk
        return self.change(by=by, what="confirm", state=State.OPEN, **since, **where)

    def decline(self, *, by: "User | None") -> Change | None:
        return self.change(by=by, what="decline", state=State.DECLINED)

    def move(self, stage: int, *, by: "User | None") -> Change | None:
        """The owner says where it stands; nothing blocks that."""
        return self.change(by=by, what="move", stage=stages.Rung(stage).value)

    def change(self, *, by: "User | None", what: str, **values: Any) -> Change | None:
        """Where it stands is also kept as a move; an undo takes the move back."""
        before = self.stage
        with transaction.atomic():
            change = super().change(by=by, what=what, **values)
            if change and what == "undo" and self.stage != before:
                self.forget_move(before)
            elif change and what == "move":
                self.remember_move(before, change)
        return change

    @classmethod
    def look_again_at(cls, business: Business, people: Collection[int]) -> None:
        """What hangs on these people has changed (`people.hanging`)."""
        from passo.steps import introduced  # noqa: PLC0415 -- it reads models

        introduced.follow(business, people)

    def index(self) -> None:
        """What the owner says is evidence too; and evidence is looked at from where it stands."""
        self.write_out_said()
        Opportunity.objects.filter(pk=self.pk).show_again()
        self.refresh_from_db(fields=["shown_stage", "skips"])

    def write_out_said(self) -> None:
        by_hand = self.evidence.filter(kind=stages.BY_HAND)
        by_hand.exclude(stage__in=[int(rung) for rung in self.said]).delete()
        for rung, (day, words) in self.said.items():
            key = f"{stages.BY_HAND}:{rung}"
            of_hand = {"kind": stages.BY_HAND, "stage": int(rung), "on": day, "words": words}
            self.evidence.update_or_create(
                key=key, defaults=of_hand, create_defaults={**of_hand, "business": self.business}
            )

    def remember_move(self, before: int, change: Change) -> None:
        self.climbs.create(
            business=self.business, before=before, after=self.stage, at=change.at, by=change.by
        )
        self.stand_since(change.at)

    def forget_move(self, after: int) -> None:
        undone = self.climbs.filter(before=self.stage, after=after).last()
        if undone is None:
            return
        undone.delete()
        earlier = self.climbs.last()
        self.stand_since(earlier.at if earlier else self.added_at)

    def stand_since(self, moment: datetime) -> None:
        self.moved_at = moment
        self.save(update_fields=["moved_at"])

    def rest(self, until: date | None, *, by: "User | None", reason: str = "") -> Change | None:
        return self.change(
            by=by, what="rest", state=State.RESTING, resting_until=until, reason=reason
        )

    def go_on(self, *, by: "User | None") -> Change | None:
        return self.change(by=by, what="go_on", state=State.OPEN, resting_until=None, reason="")

    def close(self, reason: str, *, by: "User | None") -> Change | None:
        return self.change(by=by, what="close", state=State.CLOSED, reason=reason)

    def mark_clients_first(self, *, is_so: bool, by: "User | None") -> Change | None:
        return self.change(by=by, what="mark", wants_clients_first=is_so)

    def say(self, stage: int, words: str, *, on: date, by: "User | None") -> Change | None:
        """The owner knows what no program knows."""
        told = [on.isoformat(), words[:300]]
        said = {**self.said, str(stages.Rung(stage).value): told}
        return self.change(by=by, what="say", said=said)

    def unsay(self, stage: int, *, by: "User | None") -> Change | None:
        said = {rung: told for rung, told in self.said.items() if rung != str(stage)}
        return self.change(by=by, what="unsay", said=said)


class Evidence(models.Model):
    """One thing that shows a stage."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="evidence")
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=10, choices=stages.KINDS)
    stage = models.PositiveSmallIntegerField(choices=stages.CHOICES)
    on = models.DateField(_("on"))
    # In the words of the source, or the owner's; what is said of it otherwise follows from kind.
    words = models.CharField(_("in words"), max_length=300, blank=True, default="")
    touch = models.ForeignKey(Touch, models.SET_NULL, null=True, related_name="+")
    # The source's own name for it: with it, the same thing twice is one.
    key = models.CharField(max_length=80)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = _("evidence")
        constraints = [
            models.UniqueConstraint(fields=["opportunity", "key"], name="one_evidence_each")
        ]


class Climb(models.Model):
    """One move on the ladder: what rates are learned from, and the timeline of the years."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="climbs")
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="climbs")
    before = models.PositiveSmallIntegerField()
    after = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(before=models.F("after")), name="a_climb_moves")
        ]
