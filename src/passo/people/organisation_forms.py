"""What is typed about a firm."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.businesses.fields import WordsField
from passo.people.models import Organisation
from passo.people.person_forms import TextField

FIELDS = ("name", "domain", "note")


class OrganisationForm(forms.Form):
    name = WordsField(
        label=gettext_lazy("Name"),
        max_length=200,
        missing=gettext_lazy("Please write what it is called."),
    )
    domain = WordsField(
        label=gettext_lazy("Internet domain"),
        help_text=gettext_lazy("What stands after the @ in its people's mail addresses."),
        max_length=190,
        required=False,
    )
    note = TextField(label=gettext_lazy("Note"), required=False)

    def __init__(
        self,
        *args: Any,
        organisation: Organisation,
        only: Collection[str] = FIELDS,
        **options: Any,
    ) -> None:
        initial = {name: getattr(organisation, name) for name in FIELDS}
        super().__init__(*args, **options | {"initial": initial, "auto_id": "organisation-%s"})
        for name in set(FIELDS) - set(only):
            del self.fields[name]

    def clean_domain(self) -> str:
        typed = str(self.cleaned_data["domain"]).lower().removeprefix("https://")
        domain = typed.removeprefix("http://").removeprefix("www.").rpartition("@")[2].strip("/")
        if domain and ("." not in domain or " " in domain or "/" in domain):
            raise ValidationError(_("A domain looks like studio-rinaldi.it."))
        return domain
