"""Who wants to be kept out of introductions, and whose ties take part in the search."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.lib.db.one_writer import one_writer
from passo.people.models import Person

if TYPE_CHECKING:
    from passo.businesses.models import Change, User


class Wish(Historic):
    """Never through me: said by themselves behind a link, or noted by the owner."""

    class Kind(models.TextChoices):
        NEVER_THROUGH = "through", _("never through them")
        STRAINED = "strained", _("not now: the tie is strained")
        FORGET = "forget", _("wants to be forgotten")

    business = models.ForeignKey(Business, models.CASCADE, related_name="wishes")
    person = models.ForeignKey(Person, models.CASCADE, related_name="wishes")
    kind = models.CharField(_("wish"), max_length=8, choices=Kind.choices)
    is_their_own = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    tracked = ("kind",)
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("noted a wish of"),
        "remove": _("no longer keeps to a wish of"),
        "undo": _("undid a change to a wish of"),
    }

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_wish_each")]

    def __str__(self) -> str:
        return self.person.name

    @classmethod
    @transaction.atomic
    def note(
        cls, person: Person, kind: str, *, by: "User | None", is_their_own: bool = False
    ) -> "Change | None":
        """As the owner heard it, or as they said themselves; nothing where it was noted before."""
        one_writer("wishes of", person.business_id)
        if person.wishes.filter(kind=kind).exists():
            return None
        values: dict[str, Any] = {"person": person, "kind": kind, "is_their_own": is_their_own}
        made = cls.add(by=by, business=person.business, **values)
        return made.business.changes.of(cls._meta.label_lower, str(made.pk)).first()


class Sharing(models.Model):
    """Whether a member's own ties may be found by colleagues. No row: they may not."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="sharings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    takes_part = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    # Each decides alone, and nobody sees what the others chose: an owner with the export neither.
    is_kept_from_sight = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "user"], name="one_sharing_each")
        ]
