"""What is typed about an offer: the offer itself, how it went, and what it is measured with."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from passo.businesses.fields import TURNING, MoneyField, WordsField
from passo.lib.dates import format_number
from passo.lib.money import Money
from passo.steps.models import Offer, Yardstick

LONGEST_PROMISE, LONGEST_SCOPE, LONGEST_VALUE = 160, 1_200, 500
MOST_LINES = 24
MOST_HOURS = 999
HOURS_AND_MINUTES = re.compile(r"(\d{1,3}):([0-5]\d)")
DAY_PICKER = {"type": "date"}
CENT = Decimal("0.01")


class HoursField(forms.CharField):
    """`2`, `1,5`, `1.5` or `1:30`."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=10, widget=widget, **options)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value).strip().replace(",", ".")
        if not typed:
            return None
        clock = HOURS_AND_MINUTES.fullmatch(typed)
        if clock:
            return (Decimal(clock[1]) + Decimal(clock[2]) / 60).quantize(CENT)
        if not re.fullmatch(r"[0-9]{0,4}\.?[0-9]{0,4}", typed, re.ASCII):
            raise ValidationError(_("Please write hours in digits, such as 2 or 1.5 or 1:30."))
        return self.counted(typed)

    def counted(self, typed: str) -> Decimal:
        try:
            hours = Decimal(typed).quantize(CENT)
        except InvalidOperation as problem:
            raise ValidationError(_("Please write hours in digits, such as 2.")) from problem
        if hours > MOST_HOURS:
            raise ValidationError(_("Is there a digit too many?"))
        return hours

    def prepare_value(self, value: Any) -> Any:
        return format_number(value.normalize()) if isinstance(value, Decimal) else value


class LinesField(forms.CharField):
    """A few lines of words."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": options.pop("rows", 4), "class": "input"})
        super().__init__(widget=widget, **options)
        self.error_messages["max_length"] = ngettext_lazy(
            "Please shorten this to %(limit_value)d letter.",
            "Please shorten this to %(limit_value)d letters.",
            "limit_value",
        )

    def to_python(self, value: Any) -> str:
        lines = (super().to_python(value) or "").splitlines()
        return "\n".join(" ".join(line.split()) for line in lines).strip()

    def validate(self, value: Any) -> None:
        super().validate(value)
        if TURNING.search(value) or any(ord(sign) < 32 and sign != "\n" for sign in value):  # noqa: PLR2004
            raise ValidationError(
                _("There are signs in it that nobody can see. Please type it anew.")
            )
        if len(value.splitlines()) > MOST_LINES:
            raise ValidationError(_("Please say it in fewer lines: it goes on one page."))


class OfferForm(forms.Form):
    """The three minutes."""

    promise = WordsField(
        label=gettext_lazy("What do you promise?"),
        help_text=gettext_lazy("One thing they have afterwards, in their words."),
        max_length=LONGEST_PROMISE,
        missing=gettext_lazy("One sentence is enough."),
    )
    scope = LinesField(
        label=gettext_lazy("What is in it?"),
        help_text=gettext_lazy("One thing a line, and what is not in it if it matters."),
        max_length=LONGEST_SCOPE,
        required=False,
    )
    price = MoneyField(label=gettext_lazy("Price"), missing=gettext_lazy("Please write one price."))
    valid_until = forms.DateField(
        label=gettext_lazy("Valid until"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY_PICKER),
        error_messages={"invalid": gettext_lazy("Please choose a day.")},
    )
    hours = HoursField(
        label=gettext_lazy("Your hours"),
        help_text=gettext_lazy("Only you see this."),
        required=False,
    )
    cost = MoneyField(
        label=gettext_lazy("What you spend on it"),
        help_text=gettext_lazy("Material, travel. Only you see this."),
        required=False,
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the offer"), choices=settings.LANGUAGES
    )

    def __init__(self, *args: Any, currency: str, **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "offer-%s"})
        for name in ("price", "cost"):
            field: Any = self.fields[name]
            field.currency = currency
            field.label = f"{field.label} ({currency})"
        self.fields["valid_until"].widget.attrs["min"] = timezone.localdate().isoformat()

    def clean_valid_until(self) -> date | None:
        until: date | None = self.cleaned_data["valid_until"]
        if until and until < timezone.localdate():
            raise ValidationError(_("That day is over. Choose a later one."))
        return until

    def values(self) -> dict[str, Any]:
        """The fields of an offer."""
        kept = dict(self.cleaned_data)
        price, cost = kept.pop("price"), kept.pop("cost")
        return {
            **kept,
            "currency": price.currency,
            "price_cents": price.cents,
            "cost_cents": cost.cents if cost else 0,
            "hours": kept["hours"] or Decimal(0),
        }


def typed(offer: Offer) -> dict[str, Any]:
    """What stands in the form when it is changed or written anew after this one."""
    names = ("promise", "scope", "price", "valid_until", "language")
    found = {name: getattr(offer, name) for name in names}
    return {**found, "cost": offer.cost if offer.cost_cents else "", "hours": offer.hours or ""}


class DeliveredForm(forms.Form):
    delivered_on = forms.DateField(
        label=gettext_lazy("On which day?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY_PICKER),
        error_messages={
            "required": gettext_lazy("Please choose a day."),
            "invalid": gettext_lazy("Please choose a day."),
        },
    )
    hours_taken = HoursField(
        label=gettext_lazy("How many hours did it take?"),
        help_text=gettext_lazy("So that the next one is guessed better. Leave it out if unsure."),
        required=False,
    )

    def __init__(self, *args: Any, offer: Offer, **options: Any) -> None:
        initial = {
            "delivered_on": offer.delivered_on or timezone.localdate(),
            "hours_taken": offer.hours_taken if offer.hours_taken is not None else "",
        }
        super().__init__(*args, **options | {"initial": initial, "auto_id": "delivered-%s"})
        self.fields["delivered_on"].widget.attrs["max"] = timezone.localdate().isoformat()

    def clean_delivered_on(self) -> date:
        on: date = self.cleaned_data["delivered_on"]
        if on > timezone.localdate():
            raise ValidationError(_("That day is still to come. Note it when it is done."))
        if on.year < 2000:  # noqa: PLR2004 -- a slip of the finger
            raise ValidationError(_("That is too long ago. Please look at the year."))
        return on


class ValueForm(forms.Form):
    value_words = WordsField(
        label=gettext_lazy("What was it worth to them, in their words?"),
        help_text=gettext_lazy("As they said it: “We sleep better now.”"),
        max_length=LONGEST_VALUE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "input"}),
    )


class YardstickForm(forms.Form):
    hour = MoneyField(
        label=gettext_lazy("What does an hour of yours cost?"),
        help_text=gettext_lazy("What you want to earn with it. It is taken off each profit."),
        required=False,
    )
    job = MoneyField(
        label=gettext_lazy("What does a usual job bring?"),
        help_text=gettext_lazy("A small offer stays well below it."),
        required=False,
    )

    def __init__(
        self, *args: Any, currency: str, yardstick: Yardstick | None, **options: Any
    ) -> None:
        kept = {"hour": yardstick.hour_cents, "job": yardstick.job_cents} if yardstick else {}
        initial = {
            name: Money(cents, currency) for name, cents in kept.items() if cents is not None
        }
        super().__init__(*args, **options | {"initial": initial, "auto_id": "yardstick-%s"})
        for name in ("hour", "job"):
            field: Any = self.fields[name]
            field.currency = currency
            field.label = f"{field.label} ({currency})"

    def values(self) -> dict[str, int | None]:
        hour, job = self.cleaned_data["hour"], self.cleaned_data["job"]
        return {
            "hour_cents": hour.cents if hour else None,
            "job_cents": job.cents if job else None,
        }


class MailForm(forms.Form):
    """The words that go with it, as they leave."""

    words = LinesField(label=gettext_lazy("Your words"), max_length=4_000, rows=8)
    token = forms.RegexField(r"[\w-]{20,80}", widget=forms.HiddenInput)
