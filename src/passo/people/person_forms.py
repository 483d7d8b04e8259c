"""What is typed about a person: details, ways to reach them, touches, consent."""

import re
from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from passo.businesses.fields import WordsField
from passo.businesses.models import Business
from passo.people.addresses import country_of, mail_of, phone_of
from passo.people.birthdays import DAY, day_in
from passo.people.knowing import LEVELS
from passo.people.models import ContactPoint, Person, Touch
from passo.people.models.person import Consent
from passo.people.models.touch import Direction, Kind

LONGEST_NOTE = 20_000
YEAR, MONTH, WEEK = 365, 30, 7
RHYTHMS = (7, 14, 30, 61, 91, 182, 365)
WEB = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+([/?#]\S*)?", re.IGNORECASE)
NUMBER = re.compile(r"(tel:)?[+0-9 ()./-]{4,}")
DAY_PICKER = {"type": "date"}
FIELDS = (
    "name",
    "given",
    "family",
    "nickname",
    "job_title",
    "organisation",
    "cares_about",
    "birthday",
    "note",
)


class TextField(forms.CharField):
    """Several lines."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": options.pop("rows", 4), "class": "input"})
        super().__init__(max_length=LONGEST_NOTE, widget=widget, **options)


class PersonForm(forms.Form):
    """All that the owner may say of a person, or only some of it: what was sent alone counts."""

    name = WordsField(
        label=gettext_lazy("Name"),
        max_length=200,
        missing=gettext_lazy("Please write a name, or whatever you call them."),
    )
    given = WordsField(label=gettext_lazy("Given name"), max_length=100, required=False)
    family = WordsField(label=gettext_lazy("Family name"), max_length=100, required=False)
    nickname = WordsField(label=gettext_lazy("Nickname"), max_length=100, required=False)
    job_title = WordsField(label=gettext_lazy("What they do"), max_length=200, required=False)
    organisation = WordsField(label=gettext_lazy("Firm"), max_length=200, required=False)
    cares_about = WordsField(
        label=gettext_lazy("What they care about"),
        help_text=gettext_lazy("What worries or delights them: lifts, their garden, their club."),
        max_length=300,
        required=False,
    )
    birthday = WordsField(
        label=gettext_lazy("Birthday"),
        help_text=gettext_lazy("Day and month are enough: 12.4. or 12/04/1980."),
        max_length=20,
        required=False,
    )
    note = TextField(label=gettext_lazy("Note"), required=False)

    def __init__(
        self, *args: Any, person: Person, only: Collection[str] = FIELDS, **options: Any
    ) -> None:
        initial = {name: getattr(person, name) for name in FIELDS}
        initial["organisation"] = person.organisation.name if person.organisation else ""
        initial["birthday"] = birthday_to_type(person.birthday)
        super().__init__(*args, **options | {"initial": initial, "auto_id": "person-%s"})
        for name in set(FIELDS) - set(only):
            del self.fields[name]

    def clean_birthday(self) -> str:
        return birthday_in(self.cleaned_data["birthday"])


def birthday_in(typed: str) -> str:
    """Day first, as one says it; as computers write it is understood as well.

    >>> birthday_in("12.4."), birthday_in("3/11/1980"), birthday_in("1980-11-03")
    ('--04-12', '1980-11-03', '1980-11-03')
    """
    parts = re.findall(r"\d+", typed)
    if not typed or re.fullmatch(r"\d{4}(-\d{2})?", typed):
        return typed
    if len(parts) == 3 and len(parts[0]) == 4:  # noqa: PLR2004 -- year, month, day
        parts.reverse()
    if typed.startswith("--"):
        parts.reverse()
    if len(parts) in {2, 3}:
        day, month, *year = parts
        found = f"{year[0].zfill(4) if year else '-'}-{month.zfill(2)}-{day.zfill(2)}"
        whole = DAY.fullmatch(found)
        if whole and day_in(whole) and (not year or len(year[0]) == 4):  # noqa: PLR2004
            return found
    raise ValidationError(_("This is no day we understand. Try 12.4. or 12.4.1980."))


def birthday_to_type(kept: str) -> str:
    found = DAY.fullmatch(kept)
    if not found:
        return kept
    year = "" if found[1] == "-" else found[1]
    return f"{int(found[3])}.{int(found[2])}.{year}"


class WayForm(forms.Form):
    """A mail address, number, web or postal address: which one is seen from what is written."""

    said = WordsField(
        label=gettext_lazy("Number or address"),
        help_text=gettext_lazy("A phone number, mail address, web page or postal address."),
        max_length=254,
        missing=gettext_lazy("Please write a number or an address."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    label = WordsField(
        label=gettext_lazy("Which one is it?"),
        help_text=gettext_lazy("Work, home, mobile: as you like."),
        max_length=40,
        required=False,
    )

    def __init__(
        self, *args: Any, business: Business, point: ContactPoint | None = None, **options: Any
    ) -> None:
        initial = {"said": point.said, "label": point.label} if point else {}
        super().__init__(*args, **options | {"initial": initial, "auto_id": "way-%s"})
        self.business = business

    def values(self) -> dict[str, Any]:
        """The fields of a contact point."""
        said = str(self.cleaned_data["said"])
        kind, value = way_of(said, country_of(self.business))
        place = [said, "", "", "", "", ""] if kind == "place" else []
        return {
            "kind": kind,
            "value": value[:254],
            "said": said,
            "label": self.cleaned_data["label"],
            "place": place,
            "is_own": True,
        }

    def clean_said(self) -> str:
        said = str(self.cleaned_data["said"])
        if "@" in said and not mail_of(said):
            raise ValidationError(_("Please write a whole address, such as anna@example.org."))
        return said


def way_of(said: str, country: str) -> tuple[str, str]:
    """What kind it is, and as machines compare it."""
    if mail := mail_of(said):
        return "mail", mail
    if NUMBER.fullmatch(said) and (number := phone_of(said, country)):
        return "phone", number
    if WEB.fullmatch(said):
        return "web", said.lower()
    return "place", said.lower()


class TouchForm(forms.Form):
    """What happened, and perhaps what comes next."""

    kind = forms.ChoiceField(label=gettext_lazy("What was it?"), choices=Kind.choices)
    direction = forms.ChoiceField(
        label=gettext_lazy("Who came to whom?"),
        choices=Direction.choices,
        widget=forms.RadioSelect,
    )
    on = forms.DateField(
        label=gettext_lazy("When?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY_PICKER),
    )
    text = TextField(label=gettext_lazy("In your words"), required=False, rows=3)
    step = WordsField(label=gettext_lazy("What comes next?"), max_length=300, required=False)
    step_on = forms.DateField(
        label=gettext_lazy("On which day?"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY_PICKER),
    )

    def __init__(self, *args: Any, touch: Touch | None = None, **options: Any) -> None:
        super().__init__(
            *args, **options | {"initial": self.starts_with(touch), "auto_id": "touch-%s"}
        )
        self.touch = touch
        self.fields["on"].widget.attrs["max"] = timezone.localdate().isoformat()

    def starts_with(self, touch: Touch | None) -> dict[str, Any]:
        if touch is None:
            return {"kind": Kind.CALL, "direction": Direction.OUT, "on": timezone.localdate()}
        names = ("kind", "direction", "text", "step", "step_on")
        found = {name: getattr(touch, name) for name in names}
        return {**found, "on": timezone.localtime(touch.at).date()}

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("That day is still to come. Write it as what comes next."))
        if on.year < 1900:  # noqa: PLR2004 -- nobody who is in Passo was spoken to before
            raise ValidationError(_("That is too long ago. Please look at the year."))
        return on

    def values(self) -> dict[str, Any]:
        """The fields of a touch. Today is now; another day is told at its noon."""
        kept = {name: value for name, value in self.cleaned_data.items() if name != "on"}
        return {**kept, "at": self.moment(self.cleaned_data["on"])}

    def moment(self, on: date) -> datetime:
        if self.touch and timezone.localtime(self.touch.at).date() == on:
            return self.touch.at
        if on == timezone.localdate():
            return timezone.now()
        return timezone.make_aware(datetime.combine(on, time(12)))


class CadenceForm(forms.Form):
    days = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        wish = person.own_cadence_days
        super().__init__(
            *args, **options | {"initial": {"days": wish or ""}, "auto_id": "cadence-%s"}
        )
        several = sorted({*RHYTHMS, *([wish] if wish else [])})
        choices = [("", _("as it comes")), *((days, every(days)) for days in several)]
        self.fields["days"].choices = choices  # type: ignore[attr-defined]
        self.fields["days"].label = _("Keep in touch")


def every(days: int) -> str:
    """A number of days as one says it.

    >>> every(14), every(30)
    ('every 2 weeks', 'every month')
    """
    if days % YEAR == 0:
        n = days // YEAR
        return ngettext("every year", "every %(n)d years", n) % {"n": n}
    if days >= MONTH:
        n = round(days / (YEAR / 12))
        return ngettext("every month", "every %(n)d months", n) % {"n": n}
    if days % WEEK == 0:
        n = days // WEEK
        return ngettext("every week", "every %(n)d weeks", n) % {"n": n}
    return ngettext("every day", "every %(n)d days", days) % {"n": days}


class ConsentForm(forms.Form):
    consent = forms.ChoiceField(
        label=gettext_lazy("May you write and call?"),
        choices=Consent.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    consent_on = forms.DateField(
        label=gettext_lazy("Since when?"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY_PICKER),
    )
    consent_note = WordsField(
        label=gettext_lazy("How do you know?"),
        help_text=gettext_lazy("Told me at the fair; ticked the box on the quote."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        initial = {name: getattr(person, name) for name in self.base_fields}
        super().__init__(*args, **options | {"initial": initial, "auto_id": "consent-%s"})

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("consent") and not given.get("consent_on") and "consent_on" in given:
            given["consent_on"] = timezone.localdate()
        return given


class TagForm(forms.Form):
    name = WordsField(
        label=gettext_lazy("Tag"),
        max_length=60,
        missing=gettext_lazy("Please write a word."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "tags-known"}),
    )


class TieForm(forms.Form):
    strength = forms.TypedChoiceField(
        label=gettext_lazy("How well?"),
        choices=LEVELS,
        coerce=float,
        initial="0.6",
        widget=forms.RadioSelect,
    )
    words = WordsField(
        label=gettext_lazy("How do you know?"),
        help_text=gettext_lazy("They were at school together."),
        max_length=200,
        required=False,
    )


def is_number(text: str) -> bool:
    """Whether it can be the number of a row."""
    return text.isascii() and text.isdigit() and len(text) < 19  # noqa: PLR2004 -- 2**63
