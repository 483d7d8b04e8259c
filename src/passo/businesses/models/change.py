"""One change of meaning: the row that history and undo are made of."""

from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone

from passo.businesses import history
from passo.businesses.models.business import Business

if TYPE_CHECKING:
    from passo.businesses.models import User


class Difference(NamedTuple):
    field: str
    before: str
    after: str


class Changes(models.QuerySet["Change"]):
    def of(self, kind: str, thing: str) -> "Changes":
        return self.filter(kind=kind, thing=thing)


class Change(models.Model):
    business = models.ForeignKey(Business, models.CASCADE, related_name="changes")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="changes"
    )
    by_name = models.CharField(max_length=120, blank=True)
    what = models.CharField(max_length=30)
    kind = models.CharField(max_length=60)
    thing = models.CharField(max_length=40)
    thing_name = models.CharField(max_length=200)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    undoes = models.OneToOneField("self", models.SET_NULL, null=True, related_name="undone_by")

    objects = Changes.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["business", "-id"], name="change_by_business"),
            models.Index(fields=["business", "kind", "thing", "-id"], name="change_by_thing"),
        ]

    @property
    def undone(self) -> bool:
        return hasattr(self, "undone_by")

    @property
    def deed(self) -> str:
        """In words: “renamed the business”."""
        model: Any = apps.get_model(self.kind)
        return str(model.deeds.get(self.what, self.what))

    @property
    def can_be_undone(self) -> bool:
        """An undo is not undone: to have it again, do it again."""
        model: Any = apps.get_model(self.kind)
        return not self.undone and self.what != "undo" and self.what not in model.lasting

    @property
    def undone_by_role(self) -> str:
        """Undoing asks for as much as doing did: staff cannot take back what an owner decided."""
        model: Any = apps.get_model(self.kind)
        return str(model.changed_by_role)

    def differences(self) -> list[Difference]:
        """What it was and what it became, named as on screen."""
        model = apps.get_model(self.kind)
        shown = self.after or {name: self.before.get(name) for name in model.tracked}
        return [
            Difference(
                label(model, name),
                worded(model, name, self.before),
                worded(model, name, self.after),
            )
            for name in shown
            if self.what == "undo" or name not in model.told_by_deed
        ]

    def first_values(self) -> list[Difference]:
        """Of something new: what it was given. Its name is said already."""
        return [one for one in self.differences() if one.after not in ("", self.thing_name)]

    def undo(self, *, by: "User | None") -> None:
        history.undo(self, by=by)


def label(model: Any, name: str) -> str:
    try:
        return str(model._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        return name


def worded(model: Any, name: str, values: dict[str, Any]) -> str:
    value = values.get(name)
    if value in (None, "", []):
        return ""
    if name in model.said_as:
        return str(model.said_as[name](value))
    try:
        choices = dict(model._meta.get_field(name).flatchoices)
    except FieldDoesNotExist:
        choices = {}
    return str(choices.get(value, value))
