"""Two people who are to meet, whoever brings them together, and how far that has come."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.lib.db.one_writer import one_writer
from passo.lib.refusal import Refusal
from passo.people import hanging
from passo.people.models import Person

if TYPE_CHECKING:
    from passo.businesses.models import Change, User


class State(models.TextChoices):
    """Of whoever did not say yes nothing shows but that it rests: silence looks the same."""

    DRAFTED = "drafted", _("drafted")
    ASKED = "asked", _("asked")
    AGREED = "agreed", _("the first agreed")
    BOTH = "both", _("both agreed")
    INTRODUCED = "introduced", _("introduced")
    MET = "met", pgettext_lazy("introduction", "met")
    OUTCOME = "outcome", _("something came of it")
    THANKED = "thanked", _("thanked")
    RESTS = "rests", _("rests")
    WITHDRAWN = "withdrawn", _("taken back")


WAITING = (State.ASKED, State.AGREED)
OVER = (State.THANKED, State.RESTS, State.WITHDRAWN)
TOOK_PLACE = (State.INTRODUCED, State.MET, State.OUTCOME, State.THANKED)
# Whoever is asked has this long; then it rests.
DAYS_TO_ANSWER = 10


class Introductions(models.QuerySet["Introduction"]):
    def sought(self) -> "Introductions":
        """Those by which we are to meet somebody."""
        return self.exclude(broker=None)

    def made(self) -> "Introductions":
        """Those by which we bring two others together."""
        return self.filter(broker=None)

    def going_on(self) -> "Introductions":
        return self.exclude(state__in=OVER)


class Introduction(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="introductions")
    # Whom we want to meet; or, where we bring two together, one of them.
    target = models.ForeignKey(Person, models.CASCADE, related_name="introductions")
    # Whom we ask to introduce us. Nobody: we introduce `target` and `other` to each other.
    broker = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="brokered"
    )
    other = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="introduced_to"
    )
    # Who stands between the broker and the target, if anybody: their numbers, from us on.
    beyond = models.JSONField(default=list)
    # Who asks, and whose name stands under it.
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    purpose = models.CharField(_("about"), max_length=200, blank=True, default="")
    language = models.CharField(max_length=2, default="en")
    words = models.TextField(_("words"), blank=True, default="")
    # What the broker can hand on as it is.
    blurb = models.CharField(_("one line to hand on"), max_length=300, blank=True, default="")
    # Where we bring two together, `blurb` tells of the target, and this of the other.
    blurb_other = models.CharField(
        _("one line about the other"), max_length=300, blank=True, default=""
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.DRAFTED
    )
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    # From this day on it rests, whether nobody answered or somebody said no.
    rests_on = models.DateField(null=True, blank=True)
    introduced_on = models.DateField(_("introduced on"), null=True, blank=True)
    met_on = models.DateField(_("met on"), null=True, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=300, blank=True, default="")
    thanked_on = models.DateField(_("thanked on"), null=True, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    objects = Introductions.as_manager()

    lists_people = ("beyond",)
    tracked = (
        "purpose",
        "words",
        "blurb",
        "blurb_other",
        "state",
        "asked_on",
        "introduced_on",
        "met_on",
        "outcome",
        "thanked_on",
    )
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("wrote the ask for an introduction to"),
        "correct": _("changed the ask for an introduction to"),
        "send": _("asked for an introduction to"),
        "agree": _("agreed to an introduction to"),
        "note_yes": _("noted a yes to the introduction to"),
        "introduce": _("noted the introduction to"),
        "meet": _("met, after an introduction,"),
        "tell": _("noted what came of the introduction to"),
        "thank": _("thanked for the introduction to"),
        "rest": _("lets the introduction rest to"),
        "withdraw": _("took back the ask for an introduction to"),
        "remove": _("removed the ask for an introduction to"),
        "undo": _("undid a change to the introduction to"),
    }
    told_by_deed = frozenset({"state"})
    # What others have read or said cannot be unsaid here.
    lasting = frozenset({"send", "agree", "note_yes", "rest"})
    # What whoever was asked has read stays as it was sent, whatever is undone.
    written = frozenset({"purpose", "words", "blurb", "blurb_other"})

    class Meta:
        verbose_name = _("introduction")
        verbose_name_plural = _("introductions")
        constraints = [
            models.CheckConstraint(
                condition=Q(broker=None) ^ Q(other=None), name="asked_of_one_or_made_of_two"
            )
        ]
        indexes = [
            models.Index(fields=["business", "state", "id"], name="introductions_by_state"),
        ]

    def __str__(self) -> str:
        return self.target.name

    @property
    def is_made(self) -> bool:
        """By us, for two others."""
        return self.other_id is not None

    def index(self) -> None:
        """Who is met by it shows how far one is with them; after an undo too."""
        if not self.is_made:
            hanging.look_again(self.business, [self.target_id])

    def change(self, *, by: "User | None", what: str, **values: Any) -> "Change | None":
        """What was given and received follows, also when it is undone."""
        from passo.introductions import fruits  # noqa: PLC0415 -- fruits read models

        with transaction.atomic():
            if not self.written.isdisjoint(values):
                self.refuse_unless(State.DRAFTED)
            change = super().change(by=by, what=what, **values)
            if change:
                fruits.follow(self, by=by)
            if change and "thanked_on" in values:
                fruits.thank(self, by=by)
        return change

    def correct(self, *, by: "User | None", **values: Any) -> "Change | None":
        return self.change(by=by, what="correct", **values)

    @transaction.atomic
    def send(self, *, by: "User", today: date) -> "Change | None":
        """It goes out under the name of whoever sends it."""
        from passo.introductions import asking  # noqa: PLC0415 -- asking reads models

        self.refuse_unless(State.DRAFTED)
        one_writer("wishes of", self.business_id)
        asking.refuse_what_is_not_asked(self, today)
        rests_on = today + timedelta(days=DAYS_TO_ANSWER)
        change = self.change(
            by=by, what="send", state=State.ASKED, asked_on=today, rests_on=rests_on, asker=by.pk
        )
        asking.ask_first(self)
        return change

    @transaction.atomic
    def agree(self, role: str, *, today: date, by: "User | None" = None, reach: str = "") -> bool:
        """By their link, or as the owner heard it. Of two yeses at once, one counts."""
        from passo.introductions import asking  # noqa: PLC0415 -- asking reads models

        self.refuse_unless(*WAITING)
        ask = self.asks.select_related("person").filter(role=role, agreed_at=None).first()
        if ask is None:
            return False
        asking.refuse_whom_to_leave_alone(self.business, asking.others_beside(ask))
        ask.agreed_at, ask.reach = timezone.now(), reach
        ask.save(update_fields=["agreed_at", "reach"])
        values: dict[str, Any] = {"state": asking.state_of_answers(self)}
        if role == "broker":
            values["rests_on"] = today + timedelta(days=DAYS_TO_ANSWER)
        change = self.change(by=by, what="note_yes" if by else "agree", **values)
        if change and by is None and ask.person:
            change.by_name = ask.person.name[:120]
            change.save(update_fields=["by_name"])
        if role == "broker":
            asking.ask_target(self, ask)
        return True

    @transaction.atomic
    def introduce(self, on: date, *, by: "User") -> "Change | None":
        """A broker may bring two together in their own way; we do it once both have said yes."""
        self.refuse_unless(State.BOTH, *(() if self.is_made else WAITING))
        return self.change(by=by, what="introduce", state=State.INTRODUCED, introduced_on=on)

    @transaction.atomic
    def meet(self, on: date, *, by: "User") -> "Change | None":
        self.refuse_unless(State.INTRODUCED)
        return self.change(by=by, what="meet", state=State.MET, met_on=on)

    @transaction.atomic
    def tell(self, outcome: str, *, by: "User") -> "Change | None":
        """What came of it, even where it is already thanked for."""
        self.refuse_unless(*TOOK_PLACE)
        state = State.THANKED if self.state == State.THANKED else State.OUTCOME
        return self.change(by=by, what="tell", state=state, outcome=outcome)

    @transaction.atomic
    def thank(self, on: date, *, by: "User") -> "Change | None":
        self.refuse_unless(State.INTRODUCED, State.MET, State.OUTCOME)
        return self.change(by=by, what="thank", state=State.THANKED, thanked_on=on)

    @transaction.atomic
    def rest(self, today: date) -> "Change | None":
        """Nobody answered, or somebody said no: nobody can tell, we neither."""
        from passo.introductions import marks  # noqa: PLC0415 -- marks read models

        self.refuse_unless(*WAITING)
        if self.rests_on is None or self.rests_on > today:
            raise Refusal(_now("They still have time to answer."))
        marks.forget(self)
        return self.change(by=None, what="rest", state=State.RESTS)

    @transaction.atomic
    def withdraw(self, *, by: "User") -> "Change | None":
        self.refuse_unless(*WAITING, State.BOTH)
        return self.change(by=by, what="withdraw", state=State.WITHDRAWN)

    @transaction.atomic
    def remove(self, *, by: "User | None", what: str = "remove") -> "Change":
        """Only what nobody else has seen."""
        if what != "undo":
            self.refuse_unless(State.DRAFTED)
        return super().remove(by=by, what=what)

    @transaction.atomic
    def refuse_as_it_stands(self, *states: State) -> None:
        """Before something that no transaction can take back."""
        self.refuse_unless(*states)

    def refuse_unless(self, *states: State) -> None:
        """As it stands now, and until the transaction ends: they may answer meanwhile."""
        here = Introduction.objects.select_for_update()
        self.refresh_from_db(fields=["state", "rests_on"], from_queryset=here)
        if self.state not in states:
            state = self.get_state_display()
            raise Refusal(_now("This does not fit any more: the introduction is %s.") % state)
