"""A mail about an offer that Passo sent, or is to send: to the client, and to whoever offered."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from passo.businesses.models import Business
from passo.steps.models.offer import Offer


class Kind(models.TextChoices):
    OFFER = "offer"  # the offer itself
    TOLD = "told"  # their answer, to whoever sent it
    CONFIRMED = "confirmed"  # their answer, to themselves


class OfferMail(models.Model):
    """Each answer is told and confirmed once, however often the job runs that does it."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="offer_mails")
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="mails")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    answer = models.CharField(max_length=9, blank=True, default="")
    address = models.EmailField(max_length=320)
    added_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=10, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "kind", "answer"],
                name="one_mail_an_answer",
                condition=~Q(kind=Kind.OFFER),
            )
        ]
