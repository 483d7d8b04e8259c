"""A way to reach a person or an organisation: mail, phone, post, web."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from passo.businesses.models import Business


class ContactPoint(models.Model):
    KINDS = [
        ("mail", _("mail address")),
        ("phone", _("phone")),
        ("place", _("postal address")),
        ("web", _("web address")),
    ]
    business = models.ForeignKey(
        Business, models.CASCADE, related_name="contact_points", db_index=False
    )
    person = models.ForeignKey("Person", models.CASCADE, null=True, related_name="contact_points")
    organisation = models.ForeignKey(
        "Organisation", models.CASCADE, null=True, related_name="contact_points"
    )
    kind = models.CharField(_("kind"), max_length=5, choices=KINDS)
    # As machines compare it: a mail in small letters, a phone as +390515550142.
    value = models.CharField(max_length=254)
    said = models.CharField(_("as written"), max_length=400)
    label = models.CharField(_("label"), max_length=40, blank=True, default="")
    # Street, city, region, code and country of a postal address.
    place = models.JSONField(default=list)
    is_own = models.BooleanField(default=False)  # typed by the owner: no import takes it away

    class Meta:
        verbose_name = _("contact detail")
        indexes = [
            models.Index(fields=["business", "kind", "value"], name="contact_point_by_value"),
        ]

    def __str__(self) -> str:
        return self.said
