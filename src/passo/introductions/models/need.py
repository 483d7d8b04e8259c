"""What somebody looks for, in a line; and two whom the owner does not want to bring together."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.people.models import Person

if TYPE_CHECKING:
    from passo.businesses.models import User


class Need(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="needs")
    person = models.ForeignKey(Person, models.CASCADE, related_name="needs", db_index=False)
    words = models.CharField(_("what they need"), max_length=200)
    said_on = models.DateField(default=timezone.localdate)

    tracked = ("words",)
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("noted what is needed by"),
        "correct": _("changed what is needed by"),
        "remove": _("no longer notes what is needed by"),
        "undo": _("undid a change to what is needed by"),
    }

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        constraints = [models.UniqueConstraint(fields=["person"], name="one_need_each")]

    def __str__(self) -> str:
        return self.person.name


class Dropped(Historic):
    """An introduction that Passo proposed and the owner does not want: not proposed again."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="dropped")
    # `one` has the smaller number: each pair has one row.
    one = models.ForeignKey(Person, models.CASCADE, related_name="dropped_up", db_index=False)
    other = models.ForeignKey(Person, models.CASCADE, related_name="dropped_down")
    at = models.DateTimeField(default=timezone.now)

    tracked = ("one", "other")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("does not want to introduce to each other"),
        "remove": _("may introduce to each other again"),
        "undo": _("may introduce to each other again"),
    }

    class Meta:
        verbose_name = _("introduction that is not wanted")
        verbose_name_plural = _("introductions that are not wanted")
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_dropped_each")]

    def __str__(self) -> str:
        return f"{self.one}, {self.other}"

    @classmethod
    def keep(cls, one: Person, other: Person, *, by: "User | None") -> "Dropped":
        first, second = sorted((one, other), key=lambda person: person.pk)
        return cls.add(by=by, business=one.business, one=first, other=second)
