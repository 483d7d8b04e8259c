"""What is typed about something given or received, and what narrows the list of it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.businesses.fields import MoneyField, WordsField
from passo.businesses.models import Business
from passo.introductions.models import Contribution
from passo.introductions.models.contribution import Kind
from passo.introductions.sizes import Size
from passo.lib.money import Money
from passo.lib.search import fold
from passo.people.models import Person
from passo.people.models.person import sort_key_of

DAY_PICKER = {"type": "date"}
FIRST_YEAR = 1950
WAYS = [("given", gettext_lazy("I gave")), ("received", gettext_lazy("I received"))]


class ContributionForm(forms.Form):
    """One line is enough: which way, what kind. The rest is filled in already."""

    who = WordsField(
        label=gettext_lazy("With whom?"),
        max_length=200,
        missing=gettext_lazy("Please write with whom."),
        help_text=gettext_lazy("A name as it stands in People."),
    )
    way = forms.ChoiceField(
        label=gettext_lazy("Which way?"), choices=WAYS, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(label=gettext_lazy("What kind?"), choices=Kind.choices)
    words = WordsField(
        label=gettext_lazy("What was it?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("A few words, so that you remember. May stay empty."),
    )
    size = forms.ChoiceField(
        label=gettext_lazy("How much was it to whoever got it?"),
        choices=Size.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    amount = MoneyField(
        label=gettext_lazy("Was it money?"),
        required=False,
        help_text=gettext_lazy("Then the sum is enough: its size follows."),
    )
    on = forms.DateField(
        label=gettext_lazy("When?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY_PICKER),
    )

    def __init__(
        self,
        *args: Any,
        business: Business,
        person: Person | None = None,
        row: Contribution | None = None,
        **options: Any,
    ) -> None:
        begin = {"initial": starts_with(row), "auto_id": "contribution-%s"}
        super().__init__(*args, **begin | options)
        self.business, self.person = business, row.person if row else person
        self.currency_of("amount", business.currency)
        if self.person:
            del self.fields["who"]

    def currency_of(self, name: str, currency: str) -> None:
        field: Any = self.fields[name]
        field.currency = currency

    def clean_who(self) -> str:
        """The only one of that name; two of a name are told apart on their pages."""
        name: str = self.cleaned_data["who"]
        listed = self.business.people.listed().filter(sort_key=sort_key_of(name))
        found = [one for one in listed[:3] if fold(one.name) == fold(name)]
        if len(found) != 1:
            raise ValidationError(
                _("Several people are called like this. Note it on their own page.")
                if found
                else _("Nobody is called like this. Add them to People first.")
            )
        self.person = found[0]
        return name

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("This day lies ahead. Note it once it has happened."))
        if on.year < FIRST_YEAR:
            raise ValidationError(_("Please look at the year."))
        return on

    def values(self) -> dict[str, Any]:
        """As the model keeps them."""
        amount: Money | None = self.cleaned_data["amount"]
        return {
            "is_given": self.cleaned_data["way"] == "given",
            "amount_cents": amount.cents if amount else None,
            "size": int(self.cleaned_data["size"] or Size.SMALL),
            **{name: self.cleaned_data[name] for name in ("kind", "words", "on")},
        }


def starts_with(row: Contribution | None) -> dict[str, Any]:
    if row is None:
        return {"size": Size.SMALL, "on": timezone.localdate(), "kind": Kind.HELP}
    return {
        "way": "given" if row.is_given else "received",
        "amount": row.money,
        **{name: getattr(row, name) for name in ("kind", "words", "size", "on")},
    }
