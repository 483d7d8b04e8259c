"""A human being whom the business knows, made of what its sources say and what its owner says."""

import re
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.lib.search import fold

if TYPE_CHECKING:
    from passo.businesses.models import Change, User

SORT_LETTERS = 80


class Warmth(models.TextChoices):
    """How a relationship stands today. Empty: nobody has spoken yet, or only once."""

    WARM = "warm", _("warm")
    COOLING = "cooling", _("cooling")
    COLD = "cold", _("cold")


class Consent(models.TextChoices):
    NOT_ASKED = "", _("not asked yet")
    AGREED = "agreed", _("agreed")
    REFUSED = "refused", _("asked not to be contacted")


class People(models.QuerySet["Person"]):
    def listed(self) -> "People":
        """Those that pages show: neither joined into another, nor left out."""
        return self.filter(is_listed=True)


class Person(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="people")
    name = models.CharField(_("name"), max_length=200)
    given = models.CharField(_("given name"), max_length=100, blank=True, default="")
    family = models.CharField(_("family name"), max_length=100, blank=True, default="")
    nickname = models.CharField(_("nickname"), max_length=100, blank=True, default="")
    job_title = models.CharField(_("what they do"), max_length=200, blank=True, default="")
    organisation = models.ForeignKey(
        "Organisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("organisation"),
    )
    birthday = models.CharField(_("birthday"), max_length=10, blank=True, default="")
    note = models.TextField(_("note"), blank=True, default="")
    cares_about = models.CharField(_("cares about"), max_length=300, blank=True, default="")
    # What the owner set by hand: no import changes it, and undoing an import leaves it.
    kept = models.JSONField(default=list)
    sort_key = models.CharField(max_length=SORT_LETTERS)

    consent = models.CharField(
        _("consent"), max_length=10, choices=Consent.choices, blank=True, default=""
    )
    consent_note = models.CharField(_("how we know"), max_length=200, blank=True, default="")
    consent_on = models.DateField(_("since"), null=True, blank=True)

    merged_into = models.ForeignKey("self", models.CASCADE, null=True, related_name="merged")
    is_left_out = models.BooleanField(_("kept out of all lists"), default=False)
    is_listed = models.BooleanField(default=True)
    added_at = models.DateTimeField(default=timezone.now)

    # What the touches say; `ties.py` brings it up to date.
    strength = models.FloatField(default=0)
    strength_because = models.JSONField(default=list)  # [sentence, values]
    touch_count = models.PositiveIntegerField(default=0)
    last_touch_at = models.DateTimeField(null=True)
    cadence_days = models.PositiveIntegerField(null=True)
    own_cadence_days = models.PositiveIntegerField(_("keep in touch every"), null=True, blank=True)
    due_on = models.DateField(null=True)
    warmth = models.CharField(max_length=10, choices=Warmth.choices, blank=True, default="")
    warmth_because = models.JSONField(default=list)

    tracked = (
        "name",
        "given",
        "family",
        "nickname",
        "job_title",
        "organisation",
        "birthday",
        "note",
        "cares_about",
        "consent",
        "consent_note",
        "consent_on",
        "own_cadence_days",
        "is_left_out",
    )
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("added"),
        "meet": _("met"),
        "correct": _("changed"),
        "leave_out": _("left out"),
        "take_back_in": _("took back in"),
        "take_out": _("took apart as"),
        "note_consent": _("noted the consent of"),
        "tell_ties": _("said who is known by"),
        "erase": _("erased somebody"),
        "emptied": _("did something about somebody who is erased"),
        "remove": _("removed"),
        "undo": _("undid a change to"),
    }
    said_as: ClassVar[dict[str, Any]] = {"organisation": lambda pk: name_of_firm(pk)}  # noqa: PLW0108 -- below
    # Who knows whom is kept in ties, which are reckoned anew; their page takes it back.
    # An undo of taking out would take the records along; whoever was taken out is joined again.
    lasting = frozenset({"tell_ties", "take_out", "erase", "emptied"})

    objects = People.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        # The warmth at an end is read from the index, when an order is walked for the warm.
        indexes = [
            models.Index(
                fields=["business", "sort_key", "id"],
                name="people_by_name",
                condition=Q(is_listed=True),
            ),
            models.Index(
                fields=["business", "-strength", "-id"],
                name="people_by_strength",
                condition=Q(is_listed=True),
            ),
            models.Index(
                fields=["business", "-last_touch_at", "-id", "warmth"],
                name="people_by_last_touch",
                condition=Q(is_listed=True, last_touch_at__isnull=False),
            ),
            models.Index(
                fields=["business", "warmth", "-strength", "-id"],
                name="people_by_warmth",
                condition=Q(is_listed=True) & ~Q(warmth=""),
            ),
            models.Index(
                fields=["business", "due_on", "id", "warmth"],
                name="people_by_due",
                condition=Q(is_listed=True, due_on__isnull=False),
            ),
            models.Index(
                fields=["business", "sort_key", "id"],
                name="people_left_out",
                condition=Q(is_left_out=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """Two letters at the most: of the first and of the last name."""
        words = [word for word in self.name.replace("@", " ").split() if word[0].isalnum()]
        return "".join(word[0] for word in words[:1] + words[1:][-1:]).upper()

    @property
    def first_name(self) -> str:
        """Initials are no name to call anybody by."""
        is_name = any(len(word) > 1 for word in re.split(r"[\s.]+", self.given))
        return self.given if is_name else self.name

    def save(self, **how: Any) -> None:
        """The sort key and the mark of lists follow from the rest."""
        self.sort_key = sort_key_of(self.name)
        self.is_listed = self.merged_into_id is None and not self.is_left_out
        if how.get("update_fields") is not None:
            how["update_fields"] = {*how["update_fields"], "sort_key", "is_listed"}
        super().save(**how)

    def correct(
        self, *, by: "User | None", what: str = "correct", **values: Any
    ) -> "Change | None":
        """What the owner says stands above every source, now and later."""
        kept = sorted({*self.kept, *values})
        return self.change(by=by, what=what, kept=kept, **values)

    def change(self, *, by: "User | None", what: str, **values: Any) -> "Change | None":
        """A wish for a rhythm says how warm somebody is; undoing it says so again."""
        made = super().change(by=by, what=what, **values)
        if made and "own_cadence_days" in values:
            from passo.people import ties  # noqa: PLC0415 -- ties read models

            ties.refresh(self.business, [self.pk])
        return made

    def leave_out(self, *, by: "User | None") -> "Change | None":
        """Private: not in lists, not in Find, not met again by an import."""
        return self.change(by=by, what="leave_out", is_left_out=True)

    def take_back_in(self, *, by: "User | None") -> "Change | None":
        return self.change(by=by, what="take_back_in", is_left_out=False)

    def index(self) -> None:
        from passo.people import belonging, finding  # noqa: PLC0415 -- they read models

        belonging.settle(self)
        finding.index_people(self.business, [self.pk])

    def unindex(self) -> None:
        self.business.search_rows.filter(kind="person", ref=str(self.pk)).delete()
        self.name_words.all().delete()


def name_of_firm(pk: int) -> str:
    """For the history, which keeps numbers; one that is gone has none."""
    from passo.people.models.organisation import Organisation  # noqa: PLC0415 -- it has this file

    found = Organisation.objects.filter(pk=pk).values_list("name", flat=True).first()
    return found or str(_("an organisation that is gone"))


def sort_key_of(name: str) -> str:
    return fold(name)[:SORT_LETTERS]
