"""Who is a person and who is not: own addresses, free-mail domains, senders left out."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.models import Business


class OwnAddress(models.Model):
    """A mail address of the business itself; its mails are ours, it never becomes a person."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="own_addresses")
    address = models.CharField(_("mail address"), max_length=254)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "address"], name="one_own_address_each")
        ]


class FreeMailDomain(models.Model):
    """A provider where everybody may have an address: it says nothing about a firm."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="free_mail_domains")
    domain = models.CharField(_("internet domain"), max_length=190)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "domain"], name="one_domain_each")
        ]


class LeftOut(models.Model):
    """A sender that did not become a person, and why. The owner may say otherwise, or say so."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="left_out")
    address = models.CharField(_("mail address"), max_length=254)
    name = models.CharField(_("name"), max_length=200, blank=True, default="")
    because = models.CharField(max_length=300)  # English; shown in the reader's language
    messages = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(null=True)
    # Empty: the rule decides. "person": the owner says it is one. "no": the owner says it is not.
    verdict = models.CharField(max_length=6, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "address"], name="one_left_out_each")
        ]
