"""Whom nobody may bring back: fingerprints of people who were erased, without their names."""

from django.db import models
from django.utils import timezone

from passo.businesses.models import Business


class Erased(models.Model):
    business = models.ForeignKey(Business, models.CASCADE, related_name="erased")
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "fingerprint"], name="one_erased_each")
        ]
