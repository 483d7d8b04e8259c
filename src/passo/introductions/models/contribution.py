"""Something given or received: what a relationship lives on, and what is owed in gratitude."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import ADD, Historic
from passo.businesses.models import Business, Change
from passo.introductions.sizes import Size, size_of
from passo.lib.money import Money
from passo.lib.refusal import Refusal
from passo.people.models import Person

if TYPE_CHECKING:
    from passo.businesses.models import User

__all__ = ["Contribution", "Contributions", "Kind", "Size"]


class Kind(models.TextChoices):
    INTRODUCTION = "introduction", _("introduction")
    REFERRAL = "referral", _("referral")
    ADVICE = "advice", _("advice")
    HELP = "help", _("help")
    CONTENT = "content", _("content")
    FAVOUR = "favour", _("favour")
    GIFT = "gift", _("gift")


class Contributions(models.QuerySet["Contribution"]):
    def given(self) -> "Contributions":
        return self.filter(is_given=True)

    def received(self) -> "Contributions":
        return self.filter(is_given=False)

    def unthanked(self) -> "Contributions":
        return self.filter(is_given=False, thanked_on=None)


class Contribution(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="contributions")
    person = models.ForeignKey(Person, models.CASCADE, related_name="contributions")
    is_given = models.BooleanField(_("given by you"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    size = models.PositiveSmallIntegerField(_("size"), choices=Size.choices, default=Size.SMALL)
    # Where it was money, in cents of the business's currency; its size follows from it.
    amount_cents = models.BigIntegerField(_("amount"), null=True, blank=True)
    on = models.DateField(_("on"))
    words = models.CharField(_("what it was"), max_length=200, blank=True, default="")
    # The introduction it is the fruit of; that one may go, what was given stays.
    introduction = models.ForeignKey(
        "Introduction", models.SET_NULL, null=True, related_name="contributions"
    )
    thanked_on = models.DateField(_("thanked on"), null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    added_at = models.DateTimeField(default=timezone.now)

    objects = Contributions.as_manager()

    tracked = ("is_given", "kind", "size", "amount_cents", "on", "words", "thanked_on")
    cents_in: ClassVar[dict[str, str]] = {"amount_cents": ""}
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("noted what was given or received"),
        "correct": _("changed what was given or received"),
        "thank": _("thanked for"),
        "remove": _("removed what was given or received"),
        "undo": _("undid a change to what was given or received"),
    }

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        indexes = [
            models.Index(fields=["business", "on", "id"], name="contributions_by_day"),
            models.Index(
                fields=["business", "on", "id"],
                name="contributions_unthanked",
                condition=Q(is_given=False, thanked_on=None),
            ),
        ]

    def __str__(self) -> str:
        return self.words or str(self.get_kind_display())

    @classmethod
    def add(cls, *, by: "User | None", what: str = ADD, **values: Any) -> "Contribution":
        return super().add(by=by, what=what, **weighed(values["business"], values))

    def change(self, *, by: "User | None", what: str, **values: Any) -> "Change | None":
        return super().change(by=by, what=what, **weighed(self.business, values))

    def thank(self, *, on: date, by: "User | None") -> "Change | None":
        """Thanks were said, by whatever way."""
        if self.is_given:
            raise Refusal(_now("This was given by you: it is for them to thank."))
        return self.change(by=by, what="thank", thanked_on=on)

    @property
    def money(self) -> Money | None:
        cents = self.amount_cents
        return None if cents is None else Money(cents, self.business.currency)

    @property
    def is_owed(self) -> bool:
        return not self.is_given and self.thanked_on is None

    @property
    def met(self) -> Person | None:
        """Whom they, or we, were introduced to by it."""
        made = self.introduction
        ends: Iterable[Person | None] = (made.target, made.other) if made else ()
        return next((one for one in ends if one and one.pk != self.person_id), None)


def weighed(business: Business, values: dict[str, Any]) -> dict[str, Any]:
    """Where it was money, its size follows from the sum."""
    cents = values.get("amount_cents")
    return values if cents is None else values | {"size": size_of(Money(cents, business.currency))}
