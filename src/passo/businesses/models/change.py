"""One change of meaning: the row that history and undo are made of."""

from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from passo.businesses import history
from passo.businesses.models.business import Business
from passo.lib.dates import format_day, format_moment
from passo.lib.money import Money, format_money

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
        model: Any = apps.get_model(self.kind)
        shown = self.after or {name: self.before.get(name) for name in model.tracked}
        told = frozenset() if self.what == "undo" else model.told_by_deed
        differences = [
            Difference(
                str(field.verbose_name),
                self.worded(model, field, self.before),
                self.worded(model, field, self.after),
            )
            for field in model._meta.concrete_fields
            if field.name in shown and field.name not in told and has_words(model, field)
        ]
        return [one for one in differences if one.before or one.after]

    def worded(self, model: Any, field: Any, row: dict[str, Any]) -> str:
        value = row.get(field.name)
        if field.name not in model.cents_in or value is None:
            return worded(model, field, value)
        currency = row.get(model.cents_in[field.name]) or self.business.currency
        return format_money(Money(value, currency))

    def first_values(self) -> list[Difference]:
        """Of something new: what it was given. Its name is said already."""
        return [one for one in self.differences() if one.after not in ("", self.thing_name)]

    def undo(self, *, by: "User | None") -> None:
        history.undo(self, by=by)


def has_words(model: Any, field: Any) -> bool:
    """A field without a name for people is the program's own; so is a bare number of a row."""
    is_named = isinstance(field.verbose_name, Promise)
    return field.name in model.said_as or (is_named and not field.is_relation)


def worded(model: Any, field: Any, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if field.name in model.said_as:
        return str(model.said_as[field.name](value))
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(field, models.DateTimeField):
        return format_moment(field.to_python(value), timezone.localdate())
    if isinstance(field, models.DateField):
        return format_day(field.to_python(value), timezone.localdate())
    return str(dict(field.flatchoices).get(value, value))
