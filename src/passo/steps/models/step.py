"""One small next action: one person, one verb, minutes, perhaps a day, a reason."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business, Change, Membership, Role, User
from passo.people.models import Person, Touch
from passo.steps import verbs
from passo.steps.models.opportunity import Opportunity


class State(models.TextChoices):
    OPEN = "open", _("to be done")
    DONE = "done", _("done")
    DROPPED = "dropped", _("not this")


class Promise(models.TextChoices):
    OURS = "ours", _("promised by you")
    THEIRS = "theirs", _("promised to you")


class Reason(models.TextChoices):
    """Why not this: what can be chosen. Other words are kept as they were written."""

    NOT_NOW = "not_now", _("not now")
    NOT_THEM = "not_them", _("not this person")
    DONE_ALREADY = "done_already", _("done already")
    TOO_LARGE = "too_large", _("too large")
    SPLIT = "split", _("split into smaller ones")


class Steps(models.QuerySet["Step"]):
    def ahead(self, today: date) -> "Steps":
        """To be done, and not put off beyond today."""
        is_awake = Q(rests_until=None) | Q(rests_until__lte=today)
        return self.filter(is_awake, state=State.OPEN)

    def owed(self) -> "Steps":
        return self.filter(state=State.OPEN).exclude(promise="")

    def meant_for(self, user: User) -> "Steps":
        """Theirs, and nobody's. Who left the team, or may only look by now, does nothing more, so
        it is nobody's again.
        """
        works_here = Membership.objects.filter(
            business=OuterRef("business"), user=OuterRef("handed_to")
        ).exclude(role=Role.VIEWER)
        return self.filter(Q(handed_to=None) | Q(handed_to=user) | ~Exists(works_here))


class Step(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="steps", db_index=False)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="steps")
    opportunity = models.ForeignKey(
        Opportunity, models.SET_NULL, null=True, blank=True, related_name="steps"
    )
    verb = models.CharField(_("what"), max_length=10, choices=verbs.CHOICES, default=verbs.OTHER)
    words = models.CharField(_("step"), max_length=300)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    # What such a step takes in general; `minutes` is how long it takes here. By hand: the same.
    usual_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    on = models.DateField(_("by"), null=True, blank=True)
    promise = models.CharField(
        _("promise"), max_length=6, choices=Promise.choices, blank=True, default=""
    )
    because = models.CharField(_("why now"), max_length=300, blank=True, default="")
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.OPEN)
    rests_until = models.DateField(_("rests until"), null=True, blank=True)
    put_off = models.PositiveSmallIntegerField(default=0)  # how often
    # Who is to do it, when it is not for whoever finds it.
    handed_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("because"), max_length=300, blank=True, default="")
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    minutes_taken = models.PositiveSmallIntegerField(_("took minutes"), null=True, blank=True)
    # The suggestion it was made of, so that the same is not suggested beside it.
    made_of = models.CharField(max_length=80, blank=True, default="")
    part_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="parts")
    # The touch it answers or comes from, and the one it left behind when it was done.
    about = models.ForeignKey(Touch, models.SET_NULL, null=True, related_name="+")
    left = models.ForeignKey(Touch, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects = Steps.as_manager()

    tracked = (
        "words",
        "minutes",
        "on",
        "promise",
        "state",
        "rests_until",
        "put_off",
        "handed_to",
        "reason",
        "minutes_taken",
    )
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("wants to"),
        "correct": _("changed the step"),
        "finish": _("did"),
        "put_off": _("put off"),
        "hand_over": _("handed over"),
        "drop": _("does not want the step"),
        "split": _("split"),
        "part": _("wants to"),
        "remove": _("removed the step"),
        "undo": _("undid a change to the step"),
    }
    said_as: ClassVar[dict[str, Any]] = {
        "handed_to": lambda pk: name_of_user(pk),  # noqa: PLW0108 -- below
        "reason": lambda reason: words_of(reason),  # noqa: PLW0108 -- below
    }
    told_by_deed = frozenset({"state"})

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        indexes = [
            models.Index(
                fields=["business", "on", "id"],
                name="steps_ahead",
                condition=Q(state=State.OPEN),
            ),
            models.Index(
                fields=["business", "made_of"],
                name="steps_by_suggestion",
                condition=~Q(made_of=""),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def asks_to_be_split(self) -> bool:
        return self.minutes > verbs.LARGE or self.put_off >= verbs.CARRIED

    def is_overdue(self, today: date) -> bool:
        return self.state == State.OPEN and self.on is not None and self.on < today

    @property
    def because_of(self) -> str:
        """Why it was dropped, in words."""
        return words_of(self.reason)

    def finish(
        self, *, by: User | None, minutes: int | None = None, left: Touch | None = None
    ) -> Change | None:
        return self.change(
            by=by,
            what="finish",
            state=State.DONE,
            done_at=timezone.now(),
            minutes_taken=minutes,
            left=left.pk if left else None,
        )

    def put_it_off(self, until: date, *, by: User | None) -> Change | None:
        return self.change(by=by, what="put_off", rests_until=until, put_off=self.put_off + 1)

    def hand_over(self, to: User, *, by: User | None) -> Change | None:
        return self.change(by=by, what="hand_over", handed_to=to.pk, rests_until=None)

    def drop(
        self, reason: str, *, by: User | None, rests_until: date | None = None, what: str = "drop"
    ) -> Change | None:
        """Rests until: then the same may be suggested again. No day: it is not wanted."""
        return self.change(
            by=by, what=what, state=State.DROPPED, reason=reason, rests_until=rests_until
        )

    def change(self, *, by: User | None, what: str, **values: Any) -> Change | None:
        """An undo takes back what came of it: the touch it left, the parts it was split into."""
        left, was_split, was_done = self.left, self.reason == Reason.SPLIT, self.done_at
        with transaction.atomic():
            change = super().change(by=by, what=what, **values)
            if change and what == "undo":
                self.take_back_touch(left if self.left_id is None else None, by=by)
                self.take_back_settled(by=by, is_undone=bool(was_done and not self.done_at))
                if was_split and self.state == State.OPEN:
                    self.take_back_parts(by=by)
        return change

    def remove(self, *, by: User | None, what: str = "remove") -> Change:
        """Undoing a suggestion that was acted upon: the line it came from waits again."""
        with transaction.atomic():
            if what == "undo":
                self.take_back_touch(self.left, by=by)
                self.take_back_settled(by=by, is_undone=self.done_at is not None)
                self.give_back_note(by=by)
            return super().remove(by=by, what=what)

    def take_back_touch(self, left: Touch | None, *, by: User | None) -> None:
        if left:
            left.remove(by=by)

    def take_back_settled(self, *, by: User | None, is_undone: bool) -> None:
        from passo.steps import settling  # noqa: PLC0415 -- settling reads suggestions, they steps

        if is_undone:
            settling.take_back(self, by=by)

    def take_back_parts(self, *, by: User | None) -> None:
        for part in self.parts.filter(state=State.OPEN):
            part.remove(by=by)

    def give_back_note(self, *, by: User | None) -> None:
        if self.about and self.made_of.startswith("noted:") and not self.about.step:
            self.about.change(
                by=by, what="correct", step=self.words, step_on=self.on, promise=self.promise
            )


def name_of_user(pk: int) -> str:
    user = User.objects.filter(pk=pk).first()
    return user.name if user else ""


def words_of(reason: str) -> str:
    return str(dict(Reason.choices).get(reason, reason))
