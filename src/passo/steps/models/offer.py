"""A small offer: one promise, one price, a fixed scope, few hours, a date."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business, Change
from passo.lib.money import Money
from passo.people.models import Person
from passo.steps.models.opportunity import Opportunity

if TYPE_CHECKING:
    from passo.businesses.models import User


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    SENT = "sent", _("sent")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    DELIVERED = "delivered", _("delivered")
    WITHDRAWN = "withdrawn", _("taken back")


class Offers(models.QuerySet["Offer"]):
    def library(self) -> "Offers":
        """The business's own small offers, to send again with little change."""
        return self.filter(person=None)


class Offer(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="offers", db_index=False)
    # Nobody yet: one of the library.
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="offers")
    opportunity = models.ForeignKey(
        Opportunity, models.SET_NULL, null=True, blank=True, related_name="offers"
    )
    made_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="sent_as")
    promise = models.CharField(_("promise"), max_length=200)
    scope = models.TextField(_("what is in it"), blank=True, default="")
    currency = models.CharField(max_length=3)
    price_cents = models.BigIntegerField(_("price"))
    cost_cents = models.BigIntegerField(_("cost"), default=0)
    hours = models.DecimalField(_("hours"), max_digits=6, decimal_places=2, default=Decimal(0))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    language = models.CharField(max_length=2, default="en")
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.DRAFT)
    # Of the link by which the client answers; the link itself is kept nowhere.
    link_hash = models.CharField(max_length=64, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    delivered_on = models.DateField(_("delivered on"), null=True, blank=True)
    value_words = models.CharField(
        _("what it was worth, in their words"), max_length=500, blank=True, default=""
    )
    hours_taken = models.DecimalField(
        _("hours taken"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    added_at = models.DateTimeField(default=timezone.now)

    objects = Offers.as_manager()

    tracked = (
        "promise",
        "scope",
        "price_cents",
        "cost_cents",
        "hours",
        "valid_until",
        "state",
        "delivered_on",
        "value_words",
        "hours_taken",
    )
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("wrote the offer"),
        "correct": _("changed the offer"),
        "send": _("sent the offer"),
        "accept": _("noted a yes to"),
        "decline": _("noted a no to"),
        "deliver": _("delivered"),
        "value": _("noted what it was worth:"),
        "withdraw": _("took back the offer"),
        "remove": _("removed the offer"),
        "undo": _("undid a change to the offer"),
    }
    told_by_deed = frozenset({"state"})
    # What has reached the client cannot be unsaid here; it is taken back in so many words.
    lasting = frozenset({"send", "accept", "decline"})

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        indexes = [
            models.Index(fields=["business", "state", "id"], name="offers_by_state"),
            models.Index(fields=["link_hash"], name="offers_by_link", condition=~Q(link_hash="")),
        ]

    def __str__(self) -> str:
        return self.promise

    @property
    def price(self) -> Money:
        return Money(self.price_cents, self.currency)

    @property
    def cost(self) -> Money:
        return Money(self.cost_cents, self.currency)

    def has_ended(self, today: date) -> bool:
        """Sent, unanswered, and past its day."""
        return (
            self.state == State.SENT and self.valid_until is not None and self.valid_until < today
        )

    def deliver(self, on: date, *, by: "User | None") -> Change | None:
        return self.change(by=by, what="deliver", state=State.DELIVERED, delivered_on=on)
