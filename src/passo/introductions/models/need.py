"""What somebody looks for, in a line; and two whom the owner does not want to bring together."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.lib.db.one_writer import one_writer
from passo.lib.queue import later
from passo.lib.refusal import Refusal
from passo.people.models import Person

if TYPE_CHECKING:
    from passo.businesses.models import Change, User


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

    @classmethod
    @transaction.atomic
    def note(cls, person: Person, words: str, *, by: "User | None") -> "Change | None":
        """What they need now stands in place of what they needed before."""
        one_writer("needs of", person.business_id)
        today = timezone.localdate()
        known = person.needs.first()
        if known:
            return known.change(by=by, what="correct", words=words, said_on=today)
        made = cls.add(by=by, business=person.business, person=person, words=words, said_on=today)
        changes = made.business.changes.of(cls._meta.label_lower, str(made.pk))
        return changes.filter(what="add").first()

    def index(self) -> None:
        """What was noted a minute ago is to be matched at once, and not within the hour."""
        later("introductions.understand", self.business_id)


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
    @transaction.atomic
    def keep(cls, one: Person, other: Person, *, by: "User | None") -> "Change | None":
        """Once; to press it again says the same."""
        if one.pk == other.pk:
            raise Refusal(str(_("It takes two.")))
        one_writer("needs of", one.business_id)
        first, second = sorted((one, other), key=lambda person: person.pk)
        either = Q(one=first, other=second) | Q(one=second, other=first)
        there = one.business.dropped.filter(either).first()
        made = there or cls.add(by=by, business=one.business, one=first, other=second)
        return made.first_change()

    def first_change(self) -> "Change | None":
        changes = self.business.changes.of(self._meta.label_lower, str(self.pk))
        return changes.filter(what="add").first()
