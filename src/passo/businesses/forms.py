"""What people type: about their business, themselves and their team."""

from typing import Any

from allauth.account.utils import filter_users_by_email
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.businesses import places
from passo.businesses.fields import MailField, WordsField
from passo.businesses.models import Business, Role, User
from passo.businesses.models.business import must_be_a_time_zone
from passo.businesses.models.user import THEMES

SENTENCE_LETTERS = 300
NAME_LETTERS = 120
PASSWORD_LETTERS = 500
PASSWORD_HINT = gettext_lazy(
    "At least ten letters or signs. Three or four words that belong together only for you are "
    "strong, and easy to keep."
)


def sentence_field(**options: Any) -> WordsField:
    return WordsField(
        label=gettext_lazy("What do you do, in one sentence?"),
        help_text=gettext_lazy("As you would say it at a dinner. You can change it any day."),
        max_length=SENTENCE_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3, "class": "input"}),
        missing=gettext_lazy("One sentence is enough, and it need not be perfect."),
        **options,
    )


class SentenceForm(forms.Form):
    """The first question."""

    sentence = sentence_field()


class BusinessForm(forms.Form):
    """The second question."""

    name = WordsField(
        label=gettext_lazy("What is it called?"),
        max_length=NAME_LETTERS,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        missing=gettext_lazy("Please give it a name. You can change it any day."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the business"),
        help_text=gettext_lazy("For what Passo drafts. Each of you chooses their own on screen."),
        choices=settings.LANGUAGES,
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=places.currencies)
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=places.time_zones)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._keep_the_unusual("currency")
        self._keep_the_unusual("time_zone")

    def _keep_the_unusual(self, name: str) -> None:
        """What was set on the command line under an older name stays a choice here."""
        field: Any = self.fields[name]
        current = self.initial.get(name)
        if current and not field.valid_value(current):
            field.choices = [(current, current), *field.choices]

    def clean_time_zone(self) -> str:
        chosen = str(self.cleaned_data["time_zone"])
        must_be_a_time_zone(chosen)
        return chosen


class NewBusinessForm(BusinessForm):
    """The first two questions on one page."""

    sentence = sentence_field(required=False)
    field_order = ["name", "sentence", "language", "currency", "time_zone"]


class SettingsForm(NewBusinessForm):
    """All that an owner may change about the business."""

    def __init__(self, *args: Any, business: Business, **options: Any) -> None:
        initial = {name: getattr(business, name) for name in Business.tracked}
        super().__init__(*args, initial=initial, **options)


class AccountForm(forms.Form):
    """The third question, and what an invited person is asked."""

    name = WordsField(
        label=gettext_lazy("Your name"),
        max_length=NAME_LETTERS,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        missing=gettext_lazy("Please write your name."),
    )
    email = MailField(
        label=gettext_lazy("Your mail address"),
        help_text=gettext_lazy("You sign in with it. Nobody outside sees it."),
    )
    password = forms.CharField(
        label=gettext_lazy("A password"),
        help_text=PASSWORD_HINT,
        max_length=PASSWORD_LETTERS,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Please choose a password.")},
    )

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        if filter_users_by_email(email):
            raise ValidationError(
                _("There is an account with this address already. Sign in with it instead.")
            )
        return email

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "password" in given:
            about = User(name=given.get("name", ""), email=given.get("email", ""))
            try:
                validate_password(given["password"], about)
            except ValidationError as problem:
                self.add_error("password", problem)
        return given


class NameForm(forms.Form):
    name = WordsField(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("As your colleagues call you."),
        max_length=NAME_LETTERS,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        missing=gettext_lazy("Please write your name."),
    )


class LanguageForm(forms.Form):
    language = forms.ChoiceField(choices=settings.LANGUAGES)


class ThemeForm(forms.Form):
    theme = forms.ChoiceField(choices=THEMES, required=False)


class InvitationForm(forms.Form):
    name = WordsField(
        label=gettext_lazy("For whom?"),
        help_text=gettext_lazy("Only so that you remember. They choose their own name."),
        max_length=NAME_LETTERS,
        missing=gettext_lazy("Please write for whom it is."),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        help_text=gettext_lazy("The smallest that lets them work. You can change it later."),
        choices=Role.choices,
        initial=Role.STAFF,
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(choices=Role.choices)


class TypedForm(forms.Form):
    """For what cannot be undone: type these very words."""

    typed = forms.CharField(
        required=False, max_length=400, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, expected: str, label: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.expected = expected
        self.fields["typed"].label = label

    def clean_typed(self) -> str:
        typed = " ".join(str(self.cleaned_data["typed"]).split())
        if typed.casefold() != " ".join(self.expected.split()).casefold():
            raise ValidationError(_("That is not quite it. Please type: %s") % self.expected)
        return typed


class HistoryForm(forms.Form):
    """Which part of the history: of one thing, by one person, before one change."""

    kind = forms.RegexField(r"^[a-z_]+\.[a-z]+$", max_length=60, required=False)
    thing = forms.CharField(max_length=40, required=False)
    by = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    before = forms.IntegerField(min_value=1, max_value=2**62, required=False)
