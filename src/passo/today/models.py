"""What the owner put off, so that it stays put off; what was shown; and mails in the morning."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.lib.dates import format_clock
from passo.lib.refusal import Refusal
from passo.people.models import Person
from passo.steps.models import Opportunity

if TYPE_CHECKING:
    from datetime import date

    from passo.businesses.models import Change, User


class SetAsides(models.QuerySet["SetAside"]):
    def in_force(self, user: "User", today: "date") -> "SetAsides":
        return self.filter(Q(until__gt=today) | Q(until=None), user=user)


class SetAside(models.Model):
    """A first step that its user does not want to see: until a day, or ever."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="set_asides")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    step = models.CharField(max_length=30)
    until = models.DateField(null=True)
    at = models.DateTimeField(default=timezone.now)

    objects = SetAsides.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "user", "step"], name="one_set_aside_each")
        ]

    @classmethod
    def put(cls, business: Business, user: "User", step: str, *, days: int | None) -> "SetAside":
        until = timezone.localdate() + timedelta(days=days) if days else None
        aside, _ = cls.objects.update_or_create(
            business=business, user=user, step=step, defaults={"until": until}
        )
        return aside


class Review(models.Model):
    """That somebody looked back at a week, on this day."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="reviews")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "user", "on"], name="one_review_a_day")
        ]


class Shown(models.Model):
    """What Passo believed of a step on a day: of each that was shown, and of the best besides."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="shown")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    on = models.DateField()
    key = models.CharField(max_length=80)  # of the suggestion
    kind = models.CharField(max_length=20)
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="shown")
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, null=True, related_name="shown")
    place = models.PositiveSmallIntegerField()  # 1, 2, … as shown; 0 for what was not
    step = models.CharField(max_length=8)  # as the engine calls it
    stage = models.SmallIntegerField()  # 0 … 6 as the engine counts; -1 where nothing has begun
    there = models.FloatField()
    chance = models.FloatField()
    foretold = models.FloatField()
    climb = models.FloatField()
    gain = models.FloatField()
    minutes = models.FloatField()
    rank = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["business", "user", "on", "key"], name="one_shown_a_day"
            )
        ]
        indexes = [models.Index(fields=["business", "on"], name="shown_by_day")]


FRIDAY = 4


def said_hour(hour: Any) -> str:
    return format_clock(datetime(2000, 1, 1, int(hour)))  # noqa: DTZ001 -- an hour of any day


def said_weekday(day: Any) -> str:
    return str(WEEKDAYS[int(day)])


class Digest(Historic):
    """Somebody's wish for a mail in the morning, and how it went with the last one.

    The last fields belong to whoever sends: for which day it was tried, how often, when next,
    and the day that is settled, with a mail or with nothing to tell.
    """

    business = models.ForeignKey(Business, models.CASCADE, related_name="digests")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    is_on = models.BooleanField(_("Today by mail"), default=False)
    hour = models.PositiveSmallIntegerField(_("hour"), default=7)
    workdays_only = models.BooleanField(_("only from Monday to Friday"), default=True)
    review_on = models.PositiveSmallIntegerField(_("day to look back"), null=True, default=FRIDAY)
    tried_for = models.DateField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    settled_on = models.DateField(null=True)
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=10, blank=True, default="")

    tracked = ("is_on", "hour", "workdays_only", "review_on")
    said_as: ClassVar[dict[str, Any]] = {"hour": said_hour, "review_on": said_weekday}
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("chose the mail in the morning"),
        "choose": _("changed the mail in the morning"),
        "stop": _("stopped the mail in the morning"),
        "undo": _("undid a change to the mail in the morning"),
    }

    class Meta:
        verbose_name = _("mail in the morning")
        constraints = [models.UniqueConstraint(fields=["business", "user"], name="one_digest_each")]

    def __str__(self) -> str:
        return self.user.name

    @classmethod
    def choose(cls, business: Business, user: "User", **values: Any) -> "Change | None":
        """From what everybody has who never chose: no mail, and Friday."""
        digest, _made = cls.objects.get_or_create(business=business, user=user)
        if values.get("review_on") is not None:
            business.set_asides.filter(user=user, step="review").delete()
        return digest.change(by=user, what="choose", **values)

    def stop(self) -> "Change | None":
        return self.change(by=self.user, what="stop", is_on=False)

    def change(self, *, by: "User | None", what: str, **values: Any) -> "Change | None":
        """A choice of their own: nobody else undoes it."""
        self.refuse_others(by)
        return super().change(by=by, what=what, **values)

    def remove(self, *, by: "User | None", what: str = "remove") -> "Change":
        self.refuse_others(by)
        return super().remove(by=by, what=what)

    def refuse_others(self, by: "User | None") -> None:
        if by != self.user:
            raise Refusal(_now("Everybody chooses their own mails."))


class Moved(models.Model):
    """That something has moved for somebody of whom Today speaks; written by `watching.py`."""

    # No constraint: rows come while a business goes, and leave with it by a trigger.
    business = models.ForeignKey(
        Business, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    who = models.BigIntegerField()  # number of a person; or everybody, or nobody
    wave = models.BigIntegerField()  # PostgreSQL's own number of the transaction

    is_made_again = True

    class Meta:
        indexes = [
            models.Index(fields=["business", "id"], name="moved_since"),
            models.Index(fields=["business", "wave"], name="moved_since_wave"),
            models.Index(fields=["business", "who"], name="moved_for"),
        ]
