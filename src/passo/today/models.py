"""What the owner put off, so that it stays put off."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from passo.businesses.models import Business
from passo.people.models import Person
from passo.steps.models import Opportunity

if TYPE_CHECKING:
    from datetime import date

    from passo.businesses.models import User


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
