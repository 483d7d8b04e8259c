"""Who belongs to a business, and what they may do there."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models.business import Business
from passo.lib.refusal import Refusal

if TYPE_CHECKING:
    from passo.businesses.models import Change, User


class Role(models.TextChoices):
    """In rising order: each may do what the one before may, and more."""

    VIEWER = "viewer", _("Viewer")
    STAFF = "staff", _("Staff")
    OWNER = "owner", _("Owner")


class Membership(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    since = models.DateTimeField(default=timezone.now)

    tracked = ("role",)
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("joined"),
        "promote": _("changed the role"),
        "leave": _("left"),
        "remove": _("took out of the team"),
        "undo": _("undid a change to the team"),
    }
    lasting = frozenset({"add", "leave"})
    changed_by_role = "owner"

    class Meta:
        verbose_name = _("team member")
        ordering = ["user__name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["business", "user"], name="one_membership_each")
        ]

    def __str__(self) -> str:
        return self.user.name

    def may(self, role: str) -> bool:
        """Whether this role includes that one."""
        order = Role.values
        return order.index(self.role) >= order.index(role)

    def promote(self, role: str, *, by: "User") -> "Change | None":
        return self.change(by=by, what="promote", role=role)

    def leave(self, *, by: "User") -> "Change":
        """By oneself, or taken out by an owner."""
        return self.remove(by=by, what="leave" if by == self.user else "remove")

    def change(self, *, by: "User | None", what: str, **values: Any) -> "Change | None":
        """Guarded here, so that undoing keeps the rule too."""
        with transaction.atomic():
            if values.get("role", Role.OWNER) != Role.OWNER:
                self._refuse_if_last_owner()
            return super().change(by=by, what=what, **values)

    def remove(self, *, by: "User | None", what: str = "remove") -> "Change":
        with transaction.atomic():
            self._refuse_if_last_owner()
            return super().remove(by=by, what=what)

    def index(self) -> None:
        self.business.search_rows.model.remember(
            self.business, "member", str(self.user_id), self.user.name, self.user.email
        )

    def unindex(self) -> None:
        self.business.search_rows.filter(kind="member", ref=str(self.user_id)).delete()

    def _refuse_if_last_owner(self) -> None:
        """Somebody must stay who holds the keys. Owners are locked: two cannot go at once."""
        owners = self.business.owners().select_for_update().order_by("pk")
        if [owner.pk for owner in owners] == [self.pk]:
            raise Refusal(_now("The last owner cannot go. Make somebody else an owner first."))
