"""What somebody needs, as it is typed: who, and a line."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.businesses.fields import WordsField
from passo.businesses.models import Business
from passo.introductions.models import Need
from passo.lib.search import fold
from passo.people.models import Person
from passo.people.models.person import sort_key_of

SAME_NAME = 3


class NeedForm(forms.Form):
    who = WordsField(
        max_length=200,
        label=gettext_lazy("Who"),
        missing=gettext_lazy("Whose need is it?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    words = WordsField(
        max_length=Need._meta.get_field("words").max_length,
        label=gettext_lazy("What they need"),
        missing=gettext_lazy("Write it in a few words."),
        help_text=gettext_lazy("As they said it, such as: a stonemason for three stairs."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    person: Person

    def __init__(self, *given: Any, business: Business, **options: Any) -> None:
        super().__init__(*given, **options | {"auto_id": "need-%s"})
        self.business = business

    def clean_who(self) -> str:
        name: str = self.cleaned_data["who"]
        listed = self.business.people.listed().filter(sort_key=sort_key_of(name))
        found = [one for one in listed[:SAME_NAME] if fold(one.name) == fold(name)]
        if not found:
            raise ValidationError(_("Nobody is called like this. Add them to People first."))
        if len(found) > 1:
            raise ValidationError(
                _("Several people are called like this. Give one of them another name first.")
            )
        self.person = found[0]
        return name
