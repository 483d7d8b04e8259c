"""What can be found as one types: a folded line for each thing."""

from django.db import models

from passo.businesses.models.business import Business
from passo.lib.search import fold


class SearchRow(models.Model):
    business = models.ForeignKey(Business, models.CASCADE, related_name="search_rows")
    kind = models.CharField(max_length=20)
    ref = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    subtitle = models.CharField(max_length=300, blank=True)
    folded = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "kind", "ref"], name="one_row_each")
        ]

    @classmethod
    def remember(
        cls, business: Business, kind: str, ref: str, title: str, subtitle: str = ""
    ) -> None:
        """Put a thing into the index, or bring its words up to date."""
        business.search_rows.update_or_create(
            kind=kind,
            ref=ref,
            defaults={
                "title": title,
                "subtitle": subtitle,
                "folded": fold(f"{title} {subtitle}"),
            },
        )
