"""What a mail says that is worth keeping: a question, a promise, thanks … Never the mail."""

from django.db import models
from django.db.models import Q

from passo.businesses.models import Business


class Signal(models.Model):
    """One thing that a touch says, as `engine.signals` read it once, when it was brought in."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="signals", db_index=False)
    touch = models.ForeignKey("Touch", models.CASCADE, related_name="signals", db_index=False)
    kind = models.CharField(max_length=20)  # of engine.signals.KINDS
    is_ours = models.BooleanField()  # its sender says it
    # When it was said: as the touch has it, so that those since a day are found at once.
    at = models.DateTimeField()
    # Of a promise until when, of “not before” from when, of an absence the last day, of a question
    # the last day it asks about.
    on = models.DateField(null=True, blank=True)
    quote = models.CharField(max_length=160)
    certainty = models.FloatField()
    deed = models.CharField(max_length=8, blank=True, default="")
    # A machine speaks of this address, in answer to our touch. Else whoever wrote speaks.
    address = models.CharField(max_length=254, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["touch", "kind", "address", "on"], name="one_signal_each"
            ),
            models.UniqueConstraint(
                fields=["touch", "kind", "address"],
                name="one_signal_each_without_day",
                condition=Q(on__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["business", "kind", "at"], name="signals_by_kind"),
        ]

    def __str__(self) -> str:
        return self.quote
