"""What the owner put off, so that it stays put off."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from passo.businesses.models import Business

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
