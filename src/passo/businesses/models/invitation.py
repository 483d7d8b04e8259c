"""A link that lets one person into a business."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from passo.businesses import wall
from passo.businesses.history import Historic
from passo.businesses.models.business import Business
from passo.businesses.models.membership import Membership, Role
from passo.lib.refusal import Refusal
from passo.lib.secret import hash_token, make_token

if TYPE_CHECKING:
    from passo.businesses.models import Change, User

LIFE = timedelta(days=14)


def in_two_weeks() -> Any:
    return timezone.now() + LIFE


class Invitations(models.QuerySet["Invitation"]):
    def open(self) -> "Invitations":
        return self.filter(state="open", expires_at__gt=timezone.now())


class Invitation(Historic):
    """Only the hash of its link is kept: the link is shown once."""

    STATES = [
        ("open", _("open")),
        ("accepted", _("accepted")),
        ("withdrawn", _("withdrawn")),
    ]
    business = models.ForeignKey(Business, models.CASCADE, related_name="invitations")
    name = models.CharField(_("for whom"), max_length=120)
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.STAFF)
    state = models.CharField(_("state"), max_length=10, choices=STATES, default="open")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    expires_at = models.DateTimeField(_("until"), default=in_two_weeks)

    objects = Invitations.as_manager()

    tracked = ("name", "role", "state")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("invited"),
        "withdraw": _("withdrew the invitation"),
        "accept": _("accepted the invitation"),
        "undo": _("undid a change to an invitation"),
    }
    told_by_deed = frozenset({"state"})
    lasting = frozenset({"accept"})
    changed_by_role = "owner"

    class Meta:
        verbose_name = _("invitation")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.state == "open" and self.expires_at > timezone.now()

    @classmethod
    def behind(cls, token: str) -> "Invitation | None":
        """Which invitation a link belongs to. Whoever holds it is not inside yet."""
        with wall.opened():
            known = cls.objects.select_related("business", "made_by")
            return known.filter(token_hash=hash_token(token)).first()

    @classmethod
    def write(cls, business: Business, *, name: str, role: str, by: "User") -> tuple[Any, str]:
        """The invitation and the secret of its link, which is never seen again."""
        token = make_token()
        invitation = cls.add(
            by=by,
            business=business,
            name=name,
            role=role,
            made_by=by,
            token_hash=hash_token(token),
        )
        return invitation, token

    def withdraw(self, *, by: "User") -> "Change | None":
        if self.state != "open":
            raise Refusal(_now("This invitation has been answered already."))
        return self.change(by=by, what="withdraw", state="withdrawn")

    def accept(self, user: "User") -> Membership:
        """Whoever holds the link joins; the link is used up."""
        with transaction.atomic():
            fresh = Invitation.objects.select_for_update().get(pk=self.pk)
            if not fresh.is_open:
                raise Refusal(_now("This invitation is no longer open. Ask for a new one."))
            fresh.change(by=user, what="accept", state="accepted")
            known = self.business.memberships.filter(user=user).first()
            return known or self.business.take_in(user, role=self.role, by=user)
