"""A firm, club or office that persons belong to."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.people.models.person import SORT_LETTERS, sort_key_of

if TYPE_CHECKING:
    from passo.businesses.models import Change, User


class Organisation(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="organisations")
    name = models.CharField(_("name"), max_length=200)
    # What two spellings of one firm share: folded, without GmbH, srl, Ltd.
    key = models.CharField(max_length=200)
    domain = models.CharField(_("internet domain"), max_length=190, blank=True, default="")
    note = models.TextField(_("note"), blank=True, default="")
    kept = models.JSONField(default=list)
    sort_key = models.CharField(max_length=SORT_LETTERS)
    added_at = models.DateTimeField(default=timezone.now)
    brought_by = models.ForeignKey(
        "Import", models.SET_NULL, null=True, related_name="organisations"
    )

    tracked = ("name", "domain", "note")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("added"),
        "meet": _("heard of"),
        "correct": _("changed"),
        "remove": _("removed"),
        "undo": _("undid a change to"),
    }

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.UniqueConstraint(fields=["business", "key"], name="one_organisation_each")
        ]
        indexes = [
            models.Index(fields=["business", "sort_key", "id"], name="organisations_by_name"),
            models.Index(
                fields=["business", "domain"],
                name="organisations_by_domain",
                condition=~Q(domain=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **how: Any) -> None:
        self.sort_key = sort_key_of(self.name)
        if how.get("update_fields") is not None:
            how["update_fields"] = {*how["update_fields"], "sort_key"}
        super().save(**how)

    def correct(self, *, by: "User | None", **values: Any) -> "Change | None":
        kept = sorted({*self.kept, *values})
        return self.change(by=by, what="correct", kept=kept, **values)

    def index(self) -> None:
        from passo.people import finding  # noqa: PLC0415 -- finding reads models

        finding.index_organisations(self.business, [self.pk])

    def unindex(self) -> None:
        self.business.search_rows.filter(kind="organisation", ref=str(self.pk)).delete()


class Position(models.Model):
    """That a person belongs to an organisation, and what they do there."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="positions")
    person = models.ForeignKey("Person", models.CASCADE, related_name="positions", db_index=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="positions")
    job_title = models.CharField(_("what they do"), max_length=200, blank=True, default="")
    is_own = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "organisation"], name="one_position_each")
        ]
