"""Who of your people knows whom. Your own tie to a person is the person's `strength`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from passo.businesses.models import Business


class Tie(models.Model):
    KINDS = [
        ("thread", _("the same mails")),
        ("meeting", _("the same meetings")),
        ("organisation", _("the same organisation")),
        ("declared", _("somebody said so")),
    ]
    business = models.ForeignKey(Business, models.CASCADE, related_name="ties")
    # `one` has the smaller number: each pair has one row.
    one = models.ForeignKey("Person", models.CASCADE, related_name="ties_up")
    other = models.ForeignKey("Person", models.CASCADE, related_name="ties_down")
    strength = models.FloatField()
    kind = models.CharField(max_length=12, choices=KINDS)  # what says so most
    evidence = models.PositiveIntegerField(default=0)  # touches they share
    last_at = models.DateTimeField(null=True)
    # Said by a member: how close, and in what words. No reckoning takes it away.
    declared = models.FloatField(null=True)
    declared_note = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_tie_each")]
