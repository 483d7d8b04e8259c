"""What is typed about a step: what, with whom, how long, until when."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.businesses.fields import WordsField
from passo.businesses.models import Business
from passo.lib.refusal import Refusal
from passo.lib.search import fold
from passo.people.models import Person
from passo.people.models.person import sort_key_of
from passo.steps import minutes, verbs
from passo.steps.doing import Part
from passo.steps.models import Step
from passo.steps.models.step import Promise

DAY_MINUTES = 600
DAY_PICKER = {"type": "date"}
YEARS = range(1990, 2200)
AHEAD = {"tomorrow": 1, "three": 3}
MOST_PARTS = 3


class StepForm(forms.Form):
    """By hand: one line is enough; minutes are proposed from what such steps take here."""

    words = WordsField(
        label=gettext_lazy("What is the step?"),
        max_length=300,
        missing=gettext_lazy("Please write what is to be done."),
    )
    who = WordsField(
        label=gettext_lazy("With whom?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("A name as it stands in People; or nobody."),
    )
    verb = forms.ChoiceField(label=gettext_lazy("How?"), choices=verbs.CHOICES, required=False)
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"), min_value=1, max_value=DAY_MINUTES, required=False
    )
    on = forms.DateField(
        label=gettext_lazy("By when?"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY_PICKER),
    )
    promise = forms.ChoiceField(
        label=gettext_lazy("Was it promised?"),
        choices=[("", gettext_lazy("no")), *Promise.choices],
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        *args: Any,
        business: Business,
        person: Person | None = None,
        step: Step | None = None,
        idea: dict[str, Any] | None = None,
        **options: Any,
    ) -> None:
        initial = starts_with(step) | (idea or {})
        super().__init__(*args, **options | {"initial": initial, "auto_id": "step-%s"})
        self.business, self.person, self.step = business, person, step
        if person or step:
            del self.fields["who"]

    def clean_who(self) -> str:
        """The only one of that name; two of a name are told apart on their pages."""
        name: str = self.cleaned_data["who"]
        if not name:
            return name
        listed = self.business.people.listed().filter(sort_key=sort_key_of(name))
        found = [one for one in listed[:3] if fold(one.name) == fold(name)]
        if len(found) != 1:
            raise ValidationError(
                _("Several people are called like this. Add the step from their page.")
                if found
                else _("Nobody is called like this. Leave it empty, or add them to People first.")
            )
        self.person = found[0]
        return name

    def clean_on(self) -> date | None:
        on: date | None = self.cleaned_data["on"]
        if on and on.year not in YEARS:
            raise ValidationError(_("Please look at the year."))
        return on

    def values(self) -> dict[str, Any]:
        given = {name: value for name, value in self.cleaned_data.items() if name != "who"}
        verb = given["verb"] or verbs.OTHER
        takes = given["minutes"] or minutes.of_verb(self.business, verb)
        return {**given, "verb": verb, "minutes": takes}


def starts_with(step: Step | None) -> dict[str, Any]:
    if step is None:
        return {"verb": verbs.OTHER}
    return {name: getattr(step, name) for name in ("words", "verb", "minutes", "on", "promise")}


def day_chosen(sent: Any, today: date) -> date:
    """Tomorrow, in three days, next Monday, or a day."""
    wish = sent.get("until", "")
    if wish in AHEAD:
        return today + timedelta(days=AHEAD[wish])
    if wish == "monday":
        return today + timedelta(days=7 - today.weekday())
    try:
        day: date | None = forms.DateField(required=False).clean(sent.get("day", ""))
    except ValidationError:
        day = None
    if day is None:
        raise Refusal(_("Choose a day, please."))
    return day


def minutes_taken(sent: Any) -> int | None:
    """How long it took, if somebody says so; nonsense is as if nothing was said."""
    try:
        taken: int | None = forms.IntegerField(
            min_value=1, max_value=DAY_MINUTES, required=False
        ).clean(sent.get("minutes", ""))
    except ValidationError:
        return None
    return taken


def line_typed(words: str) -> str:
    """One line; PostgreSQL keeps no zero byte."""
    return " ".join(words.replace("\0", " ").split())


def parts_typed(words: list[str], takes: list[str]) -> list[Part]:
    """Lines that are empty do not count; minutes that cannot be are the usual ones."""
    pairs = [(line_typed(one), long) for one, long in zip(words, takes, strict=False)]
    usual = verbs.MINUTES[verbs.OTHER]
    return [
        Part(one[:300], minutes_taken({"minutes": long}) or usual)
        for one, long in pairs[:MOST_PARTS]
        if one
    ]
