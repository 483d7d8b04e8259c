"""What one person was asked, and the private link by which they answer without an account."""

from django.db import models
from django.utils import timezone

from passo.businesses.models import Business
from passo.introductions.models.introduction import Introduction
from passo.people.models import Person


class Ask(models.Model):
    """One for each whom we ask. A yes is kept; whoever does not say yes leaves nothing here: the
    link stays as it was, and the introduction rests on the day it would have rested in silence.
    """

    class Role(models.TextChoices):
        BROKER = "broker"
        TARGET = "target"
        ONE = "one"  # of two whom we introduce to each other
        OTHER = "other"

    business = models.ForeignKey(Business, models.CASCADE, related_name="asks")
    introduction = models.ForeignKey(Introduction, models.CASCADE, related_name="asks")
    # Nobody yet where the broker hands the link on to somebody whom we do not know.
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="asks")
    role = models.CharField(max_length=6, choices=Role.choices)
    # Of the secret in the link, which is kept nowhere: a key outside the database gives it again.
    link_hash = models.CharField(max_length=64, blank=True, default="")
    sent_at = models.DateTimeField(default=timezone.now)
    # To which Passo itself mailed it; empty where the owner handed the link over.
    address = models.CharField(max_length=254, blank=True, default="")
    reminded_at = models.DateTimeField(null=True)
    ends_on = models.DateField()
    agreed_at = models.DateTimeField(null=True)
    # How they want to be reached, in their own words: given with their yes, to be handed on.
    reach = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["introduction", "role"], name="one_ask_each")
        ]
        indexes = [
            models.Index(
                fields=["link_hash"], name="asks_by_link", condition=~models.Q(link_hash="")
            ),
        ]


class Refused(models.Model):
    """That somebody who was asked has answered, and not with a yes; and what else only the reminder
    may know. A keyed mark, in which nobody reads whom; it goes when the introduction rests.
    """

    business = models.ForeignKey(Business, models.CASCADE, related_name="refused")
    mark = models.CharField(max_length=64)

    # How many there are would already tell.
    is_kept_from_sight = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "mark"], name="one_refused_each")
        ]
