"""What is usual in a business's whole book, so that one person can be reckoned alone."""

from django.db import models

from passo.businesses.models import Business


class UsualRhythm(models.Model):
    """As `engine.strength.Book` has it: the middle and the spread of the logs of silences."""

    business = models.OneToOneField(Business, models.CASCADE, related_name="usual_rhythm")
    middle = models.FloatField()
    spread = models.FloatField()
    reckoned_on = models.DateField()
