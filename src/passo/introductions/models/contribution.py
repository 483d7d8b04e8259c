"""Something given or received: what a relationship lives on, and what is owed in gratitude."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.people.models import Person


class Kind(models.TextChoices):
    INTRODUCTION = "introduction", _("introduction")
    REFERRAL = "referral", _("referral")
    ADVICE = "advice", _("advice")
    HELP = "help", _("help")
    CONTENT = "content", _("content")
    FAVOUR = "favour", _("favour")
    GIFT = "gift", _("gift")


class Size(models.IntegerChoices):
    """How much it was to whoever got it. The number is what it weighs in the balance."""

    SMALL = 1, _("small")
    MEDIUM = 3, _("medium")
    LARGE = 9, _("large")


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
