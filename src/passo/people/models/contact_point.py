"""A way to reach a person or an organisation: mail, phone, post, web."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business

if TYPE_CHECKING:
    from passo.businesses.models import Change, User


class ContactPoint(Historic):
    KINDS = [
        ("mail", _("mail address")),
        ("phone", _("phone")),
        ("place", _("postal address")),
        ("web", _("web address")),
    ]
    business = models.ForeignKey(
        Business, models.CASCADE, related_name="contact_points", db_index=False
    )
    person = models.ForeignKey(
        "Person", models.CASCADE, null=True, related_name="contact_points", db_index=False
    )
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

    tracked = ("person", "organisation", "kind", "said", "label")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("added the contact detail"),
        "correct": _("changed the contact detail"),
        "remove": _("removed the contact detail"),
        "undo": _("undid a change to the contact detail"),
    }
    told_by_deed = frozenset({"said"})

    class Meta:
        verbose_name = _("contact detail")
        indexes = [
            models.Index(fields=["business", "kind", "value"], name="contact_point_by_value"),
            models.Index(fields=["person", "kind"], name="contact_points_of_person"),
        ]

    def __str__(self) -> str:
        return self.said

    def index(self) -> None:
        if self.person:
            self.person.index()

    def unindex(self) -> None:
        """Its person is looked at again once it is gone."""

    def remove(self, *, by: "User | None", what: str = "remove") -> "Change":
        change = super().remove(by=by, what=what)
        self.index()
        return change
