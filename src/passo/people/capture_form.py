"""A line shown back: what was understood, and what its owner corrects before it is kept."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.businesses.fields import TURNING, WordsField
from passo.businesses.models import Business
from passo.engine.capture import Captured, Recognised
from passo.people import capturing, finding
from passo.people.capturing import Newcomer, Note, Piece
from passo.people.models import Person
from passo.people.models.touch import Direction, Kind

OLDEST = date(1900, 1, 1)
FARTHEST = timedelta(days=3660)
MOST_FOUND = 8
MOST_PEOPLE = 40  # in one line
NEW, NOBODY = "new", "nobody"
ISO = "%Y-%m-%d"


class DayField(forms.DateField):
    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format=ISO)
        super().__init__(widget=widget, input_formats=[ISO], **options)
        self.error_messages["invalid"] = gettext_lazy("Please choose a day.")


class CaptureForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("What it was"), choices=Kind.choices)
    direction = forms.ChoiceField(
        label=gettext_lazy("Who came to whom"), choices=Direction.choices, required=False
    )
    day = DayField(label=gettext_lazy("When it was"))
    step = WordsField(
        label=gettext_lazy("What comes next"), max_length=capturing.STEP_LETTERS, required=False
    )
    step_on = DayField(label=gettext_lazy("On which day"), required=False)
    promise = forms.ChoiceField(
        label=gettext_lazy("Is it promised?"),
        choices=[
            ("", gettext_lazy("nobody promised")),
            ("ours", gettext_lazy("you promised it")),
            ("theirs", gettext_lazy("they promised it")),
        ],
        required=False,
    )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise ValidationError(
                _("This day is still ahead. What is to come goes into “What comes next”.")
            )
        return within(day)

    def clean_step_on(self) -> date | None:
        day: date | None = self.cleaned_data["step_on"]
        return within(day) if day else None


def within(day: date) -> date:
    if not OLDEST <= day <= timezone.localdate() + FARTHEST:
        raise ValidationError(_("Please choose a day that is nearer to today."))
    return day


@dataclass
class Slot:
    """One place for a person: whom the sentence names there, and whom else it may be."""

    number: int
    text: str = ""
    options: list[Person] = field(default_factory=list)
    newcomer: Newcomer = field(default_factory=lambda: Newcomer(""))
    chosen: str = ""
    seek: str = ""
    error: str = ""

    @property
    def answer(self) -> Person | Newcomer | None:
        if self.chosen == NEW:
            return self.newcomer if self.newcomer.name else None
        return next((one for one in self.options if str(one.pk) == self.chosen), None)

    @property
    def is_settled(self) -> bool:
        return self.answer is not None or self.chosen == NOBODY

    @property
    def is_open(self) -> bool:
        """Something is to be chosen, or others are known who may be the new person."""
        is_doubtful = not self.is_settled or (self.chosen == NEW and bool(self.options))
        return bool(self.error or self.seek or (self.text and is_doubtful))


class ShownBack:
    """All that a page says about one line. `posted` is what its owner corrected."""

    def __init__(
        self, business: Business, text: str, posted: Mapping[str, Any] | None = None
    ) -> None:
        self.business = business
        self.text = text
        self.posted = posted
        self.error = ""

    @cached_property
    def said(self) -> Captured:
        return capturing.understand(self.business, self.text)

    @cached_property
    def pieces(self) -> list[Piece]:
        return capturing.pieces(self.said)

    @cached_property
    def form(self) -> CaptureForm:
        said = self.said
        understood = {
            "kind": capturing.kind_of(said),
            "direction": said.direction or Direction.BOTH,
            "day": said.touch_date or timezone.localdate(),
            "step": said.step[: capturing.STEP_LETTERS],
            "step_on": said.step_date,
            "promise": said.promise,
        }
        return CaptureForm(self.posted, initial=understood, auto_id="capture-%s")

    @cached_property
    def slots(self) -> list[Slot]:
        """One for each name of the sentence, and an empty one for somebody it does not name."""
        named = self.said.persons[:MOST_PEOPLE]
        slots = [self.slot(number, one) for number, one in enumerate(named)]
        return [*slots, self.slot(len(slots), None)]

    def slot(self, number: int, one: Recognised | None) -> Slot:
        slot = Slot(number)
        ids = [int(candidate.id) for candidate in one.candidates] if one else []
        if one:
            slot.text, slot.newcomer = one.text, capturing.newcomer_of(one)
            slot.chosen = NEW if one.is_new else str(one.person.id) if one.person else ""
        if self.posted is not None:
            self.correct(slot, self.posted)
        ids += [int(slot.chosen)] if is_number(slot.chosen) else []
        known = capturing.people_of(self.business, ids)
        slot.options = [known[pk] for pk in dict.fromkeys(ids) if pk in known]
        if slot.seek:
            slot.options += self.found(slot.seek, {person.pk for person in slot.options})
        return slot

    def correct(self, slot: Slot, posted: Mapping[str, Any]) -> None:
        def word(name: str) -> str:
            said = TURNING.sub("", str(posted.get(f"{name}-{slot.number}", "")))
            seen = "".join(" " if unicodedata.category(one) == "Cc" else one for one in said)
            return " ".join(seen.split())[:200]

        slot.chosen, slot.seek = word("who"), word("seek")
        slot.newcomer = Newcomer(word("name"), word("firm"))

    def found(self, words: str, shown: set[int]) -> list[Person]:
        people = finding.people_matching(self.business, words).exclude(pk__in=shown)
        return list(people.select_related("organisation")[:MOST_FOUND])

    @property
    def people(self) -> list[Person | Newcomer]:
        answers = [slot.answer for slot in self.slots]
        people = [answer for answer in answers if answer is not None]
        return list(dict.fromkeys(people))

    @property
    def has_nobody(self) -> bool:
        return not any(slot.text and slot.chosen != NOBODY for slot in self.slots)

    def value(self, name: str) -> Any:
        """As corrected where that can be read, else as understood."""
        if self.form.is_bound and self.form.is_valid():
            return self.form.cleaned_data.get(name)
        return self.form.initial[name]

    @property
    def is_just_a_note(self) -> bool:
        return self.posted is not None and bool(self.posted.get("alone"))

    def is_valid(self) -> bool:
        """Whoever is named is settled, and there is somebody unless it is just a note."""
        for slot in self.slots:
            if (slot.text or slot.seek or slot.chosen) and not slot.is_settled:
                slot.error = complaint(slot)
        is_whole = self.form.is_valid() and not any(slot.error for slot in self.slots)
        if is_whole and not self.people and not self.is_just_a_note:
            self.error = _("Whom was it with? Search for them, or keep it as just a note.")
        return is_whole and not self.error

    @property
    def note(self) -> Note:
        given = self.form.cleaned_data
        return Note(
            text=self.text,
            people=self.people,
            kind=given["kind"],
            direction=given["direction"],
            day=given["day"],
            step=given["step"],
            step_on=given["step_on"] if given["step"] else None,
            promise=given["promise"],
        )


def complaint(slot: Slot) -> str:
    if slot.chosen == NEW:
        return _("Please write the name of the new person.")
    if slot.seek and not slot.options:
        return _("Nobody by that name. Try fewer letters, or make them a new person.")
    return _("Please choose who it was.")


def is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 18  # noqa: PLR2004 -- fits a key
