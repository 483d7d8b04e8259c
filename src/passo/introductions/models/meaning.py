"""What a text about somebody means, as numbers; made again from the text at any time."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from passo.businesses.models import Business
from passo.people.models import Organisation, Person


class Meaning(models.Model):
    class Part(models.TextChoices):
        WORK = "work"  # what they do, where, and the owner's tags
        NOTE = "note"
        CARES = "cares"  # what they care about
        NEEDS = "needs"

    is_made_again = True

    business = models.ForeignKey(Business, models.CASCADE, related_name="meanings", db_index=False)
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, related_name="meanings", db_index=False
    )
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, related_name="meanings", db_index=False
    )
    part = models.CharField(max_length=5, choices=Part.choices)
    digest = models.CharField(max_length=16)
    vector = models.BinaryField()  # 512 numbers of two bytes
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "part"], name="one_meaning_of_a_person"),
            models.UniqueConstraint(fields=["organisation", "part"], name="one_meaning_of_a_firm"),
            models.CheckConstraint(
                condition=Q(person=None) ^ Q(organisation=None), name="meaning_of_one"
            ),
        ]
        indexes = [models.Index(fields=["business", "read_at"], name="meanings_by_moment")]
