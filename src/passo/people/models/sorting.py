"""Who is a person and who is not: own addresses, free-mail domains, senders left out."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business


class OwnAddress(Historic):
    """A mail address of the business itself; its mails are ours, it never becomes a person."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="own_addresses")
    address = models.CharField(_("mail address"), max_length=254)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    tracked = ("address", "user")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("said that this address is ours"),
        "remove": _("said that this address is not ours"),
        "undo": _("undid a change to the own address"),
    }
    told_by_deed = frozenset({"address"})
    changed_by_role = "owner"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "address"], name="one_own_address_each")
        ]

    def __str__(self) -> str:
        return self.address


class FreeMailDomain(Historic):
    """A provider where everybody may have an address: it says nothing about a firm."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="free_mail_domains")
    domain = models.CharField(_("internet domain"), max_length=190)

    tracked = ("domain",)
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("said that anybody may have an address at"),
        "remove": _("said that a firm has the addresses at"),
        "undo": _("undid a change to the mail provider"),
    }
    told_by_deed = frozenset({"domain"})
    changed_by_role = "owner"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "domain"], name="one_domain_each")
        ]

    def __str__(self) -> str:
        return self.domain


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
