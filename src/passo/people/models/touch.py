"""One interaction: a mail, a meeting, a call, a note."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business, Change

if TYPE_CHECKING:
    from passo.businesses.models import User


class Kind(models.TextChoices):
    MAIL = "mail", _("mail")
    CALL = "call", _("call")
    MEETING = "meeting", _("meeting")
    VISIT = "visit", _("visit")
    MESSAGE = "message", _("message")
    LETTER = "letter", _("letter")
    NOTE = "note", _("note")


class Direction(models.TextChoices):
    """Who came to whom. Both: a meeting, or a mail that a third wrote to both."""

    OUT = "out", _("you to them")
    IN = "in", _("they to you")
    BOTH = "both", _("together")


class Touch(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="touches")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    at = models.DateTimeField(_("when"))
    direction = models.CharField(
        _("direction"), max_length=4, choices=Direction.choices, default=Direction.BOTH
    )
    subject = models.CharField(_("about"), max_length=300, blank=True, default="")
    text = models.TextField(_("note"), blank=True, default="")
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    # How many took part, us included; a mail to forty says little about each.
    size = models.PositiveIntegerField(default=2)
    # The source's own name for it: with it, the same mail twice is one touch.
    key = models.CharField(max_length=64, blank=True, default="")
    # Message-ID, or UID of the appointment, as the source writes it.
    outer_id = models.CharField(max_length=400, blank=True, default="")
    thread = models.CharField(max_length=64, blank=True, default="")
    brought_by = models.ForeignKey("Import", models.CASCADE, null=True, related_name="touches")
    # Numbers of imports that brought it, too: it stays while one of them does.
    also = models.JSONField(null=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="touches"
    )
    # Whom it was with, for a touch noted by hand; so that undoing its removal brings all back.
    people_ids = models.JSONField(default=list)
    # A dated note of what is to be done, as the owner wrote it in one line.
    step = models.CharField(_("next step"), max_length=300, blank=True, default="")
    step_on = models.DateField(_("on"), null=True, blank=True)
    promise = models.CharField(max_length=6, blank=True, default="")  # ours, theirs or neither

    tracked = ("kind", "at", "direction", "subject", "text", "step", "step_on")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("noted"),
        "correct": _("changed"),
        "finish": _("finished the step of"),
        "lift": _("made a step of"),
        "remove": _("removed"),
        "undo": _("undid a change to"),
    }

    class Meta:
        verbose_name = _("touch")
        verbose_name_plural = _("touches")
        constraints = [
            models.UniqueConstraint(
                fields=["business", "key"], name="one_touch_each", condition=~Q(key="")
            )
        ]
        indexes = [
            models.Index(
                fields=["business", "thread"], name="touches_by_thread", condition=~Q(thread="")
            ),
            models.Index(
                fields=["business", "step_on", "id"],
                name="touches_by_step",
                condition=Q(step_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.subject or self.text[:80] or str(self.get_kind_display())

    def index(self) -> None:
        """Whom it was with, written out; and what it changes for their ties."""
        from passo.people import touching  # noqa: PLC0415 -- touching reads models

        touching.write_out(self)

    def finish(self, *, by: "User | None") -> Change | None:
        """The step it left behind is done; what was said stays."""
        return self.change(by=by, what="finish", step="", step_on=None, promise="")

    def lift_step(self, *, by: "User | None") -> Change | None:
        """What it left to do goes on elsewhere, as a step of its own."""
        return self.change(by=by, what="lift", step="", step_on=None, promise="")

    def remove(self, *, by: "User | None", what: str = "remove") -> Change:
        from passo.people import touching  # noqa: PLC0415 -- touching reads models

        touched = list(self.participations.values_list("person_id", flat=True))
        change = super().remove(by=by, what=what)
        touching.refresh(self.business, touched)
        return change


class Participation(models.Model):
    """That a person took part in a touch. It repeats what ties are reckoned from."""

    business = models.ForeignKey(
        Business, models.CASCADE, related_name="participations", db_index=False
    )
    touch = models.ForeignKey(Touch, models.CASCADE, related_name="participations")
    # Empty until it is known whose address it is.
    person = models.ForeignKey(
        "Person", models.CASCADE, null=True, related_name="participations", db_index=False
    )
    # By which mail address, so that a person taken apart again takes along what is theirs.
    address = models.CharField(max_length=254, blank=True, default="")
    at = models.DateTimeField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    direction = models.CharField(max_length=4, choices=Direction.choices)
    size = models.PositiveIntegerField(default=2)

    class Meta:
        indexes = [
            models.Index(fields=["person", "-at", "-id"], name="participations_of_person"),
            models.Index(
                fields=["business", "address"],
                name="participations_unknown",
                condition=Q(person__isnull=True),
            ),
        ]
