"""A small offer: one promise, one price, a fixed scope, few hours, a date."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from passo.businesses import wall
from passo.businesses.history import Historic
from passo.businesses.models import Business, Change
from passo.lib.dates import format_number
from passo.lib.money import Money
from passo.lib.refusal import Refusal
from passo.lib.secret import hash_token, make_token
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


TAKEN = (State.ACCEPTED, State.DELIVERED)


class Offers(models.QuerySet["Offer"]):
    def library(self) -> "Offers":
        """The business's own small offers, to send again with little change."""
        return self.filter(person=None)

    def to_people(self) -> "Offers":
        return self.exclude(person=None)


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
    # Whose mail address stands on it.
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
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
    cents_in: ClassVar[dict[str, str]] = {"price_cents": "currency", "cost_cents": "currency"}
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("wrote the offer"),
        "correct": _("changed the offer"),
        "send": _("sent the offer"),
        "accept": _("said yes to"),
        "decline": _("said “not now” to"),
        "note_yes": _("noted a yes to"),
        "note_no": _("noted a no to"),
        "deliver": _("delivered the offer"),
        "value": _("noted what it was worth"),
        "withdraw": _("took back the offer"),
        "remove": _("removed the offer"),
        "undo": _("undid a change to the offer"),
    }
    told_by_deed = frozenset({"state"})
    # What has reached the client cannot be unsaid here, it is taken back in so many words; and
    # what the client said stays said.
    lasting = frozenset({"send", "accept", "decline"})
    # What the client has read, and said yes to: it stays as it was sent, whatever is undone.
    written = frozenset({"promise", "scope", "price_cents", "cost_cents", "hours", "valid_until"})

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

    @property
    def hours_said(self) -> str:
        return format_number(self.hours.normalize())

    def has_ended(self, today: date) -> bool:
        """Sent, unanswered, and past its day."""
        return (
            self.state == State.SENT and self.valid_until is not None and self.valid_until < today
        )

    def can_be_taken(self, today: date) -> bool:
        """A “not now” may still become a yes, until its day."""
        is_asked = self.state in {State.SENT, State.DECLINED}
        return is_asked and (self.valid_until is None or self.valid_until >= today)

    @classmethod
    def behind(cls, token: str) -> "Offer | None":
        """Which offer a link belongs to. Whoever holds it is not inside."""
        with wall.opened():
            known = cls.objects.select_related("business", "person", "sent_by")
            return known.filter(link_hash=hash_token(token)).first()

    def fresh(self) -> "Offer":
        """As it stands now, held until the transaction ends."""
        return Offer.objects.select_for_update().get(pk=self.pk)

    def change(self, *, by: "User | None", what: str, **values: Any) -> "Change | None":
        """What it shows of the ladder follows, also when it is undone."""
        from passo.steps import offer_evidence  # noqa: PLC0415 -- evidence reads models

        with transaction.atomic():
            if not self.written.isdisjoint(values) and self.fresh().state != State.DRAFT:
                raise Refusal(_now("It has been sent. Take it back, and write a new one."))
            change = super().change(by=by, what=what, **values)
            if change:
                offer_evidence.follow(self)
        return change

    def _remember(
        self, by: "User | None", what: str, *, before: dict[str, Any], after: dict[str, Any]
    ) -> "Change":
        """A price is kept with its currency, so that it can be told later."""
        for row in (before, after):
            if not row.keys().isdisjoint(self.cents_in):
                row["currency"] = self.currency
        return super()._remember(by, what, before=before, after=after)

    def correct(self, *, by: "User | None", **values: Any) -> "Change | None":
        return self.change(by=by, what="correct", **values)

    def send(self, *, by: "User", today: date) -> str:
        """The secret of its link, which is never seen again. Sent again, the old one is closed."""
        with transaction.atomic():
            if self.person_id is None:
                raise Refusal(_now("Choose first for whom it is."))
            if self.fresh().state not in {State.DRAFT, State.SENT}:
                raise Refusal(_now("This offer has been answered already."))
            if self.valid_until and self.valid_until < today:
                raise Refusal(_now("Its last day is over. Choose a later one first."))
            token = make_token()
            self.link_hash = hash_token(token)
            self.save(update_fields=["link_hash"])
            if self.state == State.DRAFT:
                self.change(
                    by=by, what="send", state=State.SENT, sent_at=timezone.now(), sent_by=by.pk
                )
        return token

    def answer(self, *, says_yes: bool, today: date) -> bool:
        """The client's own word, by the link. Whether it changed anything: of two at once, one."""
        wish = State.ACCEPTED if says_yes else State.DECLINED
        with transaction.atomic():
            now = self.fresh()
            if now.state == wish or (says_yes and now.state in TAKEN):
                return False
            if not now.can_be_taken(today):
                raise Refusal(_now("This offer can no longer be answered here."))
            what = "accept" if says_yes else "decline"
            change = now.change(by=None, what=what, state=wish, answered_at=timezone.now())
            if change and now.person:
                change.by_name = now.person.name[:120]
                change.save(update_fields=["by_name"])
        return True

    @transaction.atomic
    def note_answer(self, *, says_yes: bool, by: "User") -> "Change | None":
        """They said so on the phone."""
        self.refuse_unless(State.SENT, State.DECLINED, State.ACCEPTED)
        state = State.ACCEPTED if says_yes else State.DECLINED
        if self.state == state:
            return None
        what = "note_yes" if says_yes else "note_no"
        return self.change(by=by, what=what, state=state, answered_at=timezone.now())

    @transaction.atomic
    def withdraw(self, *, by: "User") -> "Change | None":
        self.refuse_unless(State.SENT, State.DECLINED)
        return self.change(by=by, what="withdraw", state=State.WITHDRAWN)

    @transaction.atomic
    def deliver(
        self, on: date, *, by: "User | None", hours: Decimal | None = None
    ) -> "Change | None":
        self.refuse_unless(State.SENT, State.ACCEPTED, State.DELIVERED)
        return self.change(
            by=by,
            what="deliver",
            state=State.DELIVERED,
            delivered_on=on,
            hours_taken=hours,
            answered_at=self.answered_at or timezone.now(),
        )

    @transaction.atomic
    def value(self, words: str, *, by: "User | None") -> "Change | None":
        self.refuse_unless(State.DELIVERED)
        return self.change(by=by, what="value", value_words=words)

    @transaction.atomic
    def remove(self, *, by: "User | None", what: str = "remove") -> "Change":
        """Only what nobody outside has seen."""
        if self.fresh().state != State.DRAFT:
            raise Refusal(_now("It has been sent, so it stays here. You can take it back."))
        return super().remove(by=by, what=what)

    def refuse_unless(self, *states: State) -> None:
        """As it stands now, and until the transaction ends: the client may answer meanwhile."""
        self.refresh_from_db(fields=["state"], from_queryset=Offer.objects.select_for_update())
        if self.state not in states:
            state = self.get_state_display()
            raise Refusal(_now("This does not fit any more: the offer is %s.") % state)


class Yardstick(Historic):
    """What the owner measures small offers with: what an hour costs, what a usual job brings."""

    business = models.OneToOneField(Business, models.CASCADE, related_name="yardstick")
    hour_cents = models.BigIntegerField(_("an hour costs"), null=True, blank=True)
    job_cents = models.BigIntegerField(_("a usual job brings"), null=True, blank=True)

    tracked = ("hour_cents", "job_cents")
    cents_in: ClassVar[dict[str, str]] = {"hour_cents": "", "job_cents": ""}
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("said what offers are measured with"),
        "correct": _("changed what offers are measured with"),
        "undo": _("undid a change to what offers are measured with"),
    }

    class Meta:
        verbose_name = _("yardstick")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
