"""What is typed about an opportunity: where it stands, what shows it, rest, end, what it is for."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from passo.steps import stages
from passo.steps.models import Opportunity

LONGEST_REST = timedelta(days=3 * 366)


class StageForm(forms.Form):
    stage = forms.TypedChoiceField(label=_("Stage"), choices=stages.CHOICES, coerce=int)


class SayForm(StageForm):
    words = forms.CharField(
        label=_("What shows it"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class RestForm(forms.Form):
    until = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    reason = forms.CharField(label=_("Because"), max_length=300, required=False)

    def __init__(self, *given: Any, today: date, **values: Any) -> None:
        super().__init__(*given, **values)
        self.today = today

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if until and not self.today < until <= self.today + LONGEST_REST:
            raise ValidationError(_("Choose a day ahead, within three years."))
        return until


class CloseForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it ends"),
        max_length=300,
        help_text=_("In a few words. It teaches what to look for next time."),
    )


class AboutForm(forms.Form):
    purpose = forms.CharField(
        label=_("What it is about"),
        max_length=Opportunity._meta.get_field("purpose").max_length,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class BeginForm(AboutForm, StageForm):
    field_order = ("purpose", "stage")
