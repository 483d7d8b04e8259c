"""What the owner types and chooses on the way in."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.readers import tables
from passo.readers.tables.text import ENCODINGS

MOST_COLUMNS = 200
SAYS_WHO = {"name", "given", "family", "nickname", "organisation", "mail", "phone"}


class KnownChoices(forms.MultipleChoiceField):
    """What is no longer offered, since a file was taken away meanwhile, is passed over."""

    def clean(self, value: Any) -> list[str]:
        return [str(one) for one in self.to_python(value) if self.valid_value(one)]


class StartForm(forms.Form):
    """Whose mailbox it is, and whether what mails say is kept."""

    own = KnownChoices(required=False, widget=forms.CheckboxSelectMultiple)
    more = forms.CharField(
        label=gettext_lazy("Others of yours"),
        help_text=gettext_lazy("One or more, with a comma or a space between them."),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email"}),
    )
    keep_bodies = forms.BooleanField(
        label=gettext_lazy("Keep what the mails say"),
        help_text=gettext_lazy("Otherwise Passo keeps only who, when and what about."),
        required=False,
    )

    def __init__(self, *args: Any, guessed: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        own: Any = self.fields["own"]
        own.choices = [(one, one) for one in guessed]
        own.initial = list(guessed)

    def clean_more(self) -> list[str]:
        addresses = re.split(r"[\s,;]+", self.cleaned_data["more"].strip().lower())
        for one in filter(None, addresses):
            try:
                validate_email(one)
            except ValidationError as problem:
                raise ValidationError(
                    _("“%(address)s” is no whole mail address."), params={"address": one}
                ) from problem
        return [one for one in addresses if one]

    def addresses(self) -> list[str]:
        return [*self.cleaned_data["own"], *self.cleaned_data["more"]]


class ReadAsForm(forms.Form):
    """How a table is written, and which sheet of it is meant."""

    encoding = forms.ChoiceField(required=False, choices=list(ENCODINGS.items()))
    sheet = forms.CharField(required=False, max_length=400)


class ColumnsForm(forms.Form):
    """What each column holds."""

    def __init__(self, *args: Any, found: tables.Preview, **options: Any) -> None:
        super().__init__(*args, **options)
        self.found = found
        meanings = [(name, _(words)) for name, words in tables.FIELDS.items()]
        for at, heading in enumerate(found.headers[:MOST_COLUMNS]):
            self.fields[str(at)] = forms.ChoiceField(
                label=heading or _("Column %(number)s") % {"number": at + 1},
                choices=meanings,
                widget=forms.Select(attrs={"class": "input is-short"}),
                initial=found.mapping.get(str(at), "ignore"),
            )

    def columns(self) -> list[tuple[Any, list[str]]]:
        """Each with what stands in its first rows."""
        rows = self.found.rows
        return [
            (self[name], [row[int(name)][:60] for row in rows if int(name) < len(row)])
            for name in self.fields
        ]

    def clean(self) -> dict[str, Any]:
        chosen = super().clean() or {}
        if not SAYS_WHO & set(chosen.values()):
            raise ValidationError(
                _("Say at least where the name, a mail address, a phone or the organisation is.")
            )
        return chosen
