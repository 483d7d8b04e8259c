"""Two people who are to meet, whoever brings them together, and how far that has come."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.people.models import Person


class State(models.TextChoices):
    """Of whoever did not say yes nothing shows but that it rests: silence looks the same."""

    DRAFTED = "drafted", _("drafted")
    ASKED = "asked", _("asked")
    AGREED = "agreed", _("the first agreed")
    BOTH = "both", _("both agreed")
    INTRODUCED = "introduced", _("introduced")
    MET = "met", _("met")
    OUTCOME = "outcome", _("something came of it")
    THANKED = "thanked", _("thanked")
    RESTS = "rests", _("rests")
    WITHDRAWN = "withdrawn", _("taken back")


WAITING = (State.ASKED, State.AGREED)
OVER = (State.THANKED, State.RESTS, State.WITHDRAWN)


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
