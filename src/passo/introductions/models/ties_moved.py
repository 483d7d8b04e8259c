"""That ties, or who may be found and passed, have changed; written by `watching.py`."""

from django.db import models

from passo.businesses.models import Business


class TiesMoved(models.Model):
    # No constraint: rows come while a business goes, and leave with it by a trigger.
    business = models.ForeignKey(
        Business, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    # PostgreSQL's own number of the transaction; on SQLite any number.
    wave = models.BigIntegerField()

    is_made_again = True

    class Meta:
        indexes = [models.Index(fields=["business"], name="ties_moved")]
