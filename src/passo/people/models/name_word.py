"""The words of people's names and firms, so that a sentence finds whom it names."""

from django.db import models

from passo.businesses.models import Business

LETTERS = 40


class NameWord(models.Model):
    """That a person's name, or their firm's, holds a word; made again with the line of Find."""

    business = models.ForeignKey(
        Business, models.CASCADE, related_name="name_words", db_index=False
    )
    word = models.CharField(max_length=LETTERS)
    person = models.ForeignKey("Person", models.CASCADE, related_name="name_words")

    # Told by the rest: an export leaves it out.
    is_made_again = True

    class Meta:
        indexes = [models.Index(fields=["business", "word", "person"], name="people_by_word")]
