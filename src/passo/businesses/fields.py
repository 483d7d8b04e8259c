"""What a person types into a form, made clean; what cannot be kept is said in plain words."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from passo.lib.money import Money, format_money, parse_money

MOST_CENTS = 10**14
# Signs that turn the direction of all that follows, so that a name could pose as another.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

TOO_LONG = ngettext_lazy(
    "Please shorten this to %(limit_value)d letter.",
    "Please shorten this to %(limit_value)d letters.",
    "limit_value",
)


class WordsField(forms.CharField):
    """One line of words: no line breaks, no signs that nobody sees."""

    def __init__(self, *, missing: Any = "", **options: Any) -> None:
        super().__init__(**options)
        if missing:
            self.error_messages["required"] = missing
        for validator in self.validators:
            if isinstance(validator, MaxLengthValidator):
                validator.message = TOO_LONG

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())

    def validate(self, value: Any) -> None:
        super().validate(value)
        if TURNING.search(value) or any(unicodedata.category(sign) == "Cc" for sign in value):
            raise ValidationError(
                _("There are signs in it that nobody can see. Please type it anew.")
            )


class MailField(forms.EmailField):
    """Mail addresses are kept in small letters, so that one person has one account."""

    default_validators = [
        EmailValidator(gettext_lazy("Please write a whole address, such as anna@example.org."))
    ]

    def __init__(self, **options: Any) -> None:
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        super().__init__(max_length=254, widget=options.pop("widget", widget), **options)
        self.error_messages["required"] = gettext_lazy("Please write your mail address.")

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class MoneyField(forms.CharField):
    """Typed as one writes it, in the currency of the business."""

    def __init__(self, *, missing: Any = "", **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=40, widget=widget, **options)
        self.currency = "EUR"
        if missing:
            self.error_messages["required"] = missing

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            money = parse_money(typed, self.currency)
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem
        if money.cents < 0:
            raise ValidationError(_("Please write it without a minus."))
        if money.cents > MOST_CENTS:
            raise ValidationError(_("Is there a digit too many?"))
        return money

    def prepare_value(self, value: Any) -> Any:
        return format_money(value) if isinstance(value, Money) else value
