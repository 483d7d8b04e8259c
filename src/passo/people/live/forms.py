"""What an owner types to connect an account. Passwords are never shown again."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from passo.businesses.fields import MailField, WordsField
from passo.lib.remote.address import as_site
from passo.lib.remote.guess import guess, guess_sites
from passo.lib.remote.server import Security, Server, Site
from passo.people.live import connecting
from passo.people.live.places import Folder

LONGEST_PASSWORD = 500
LONGEST_ADDRESS = 2000


def password_field(**options: Any) -> forms.CharField:
    return forms.CharField(
        label=_("App password"),
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Please type the password.")},
        **options,
    )


class AddressForm(forms.Form):
    """The first small step: only the mail address."""

    address = MailField(label=_("Your mail address"))


class MailboxForm(AddressForm):
    password = password_field()
    host = WordsField(
        label=_("Server"),
        help_text=_("Such as imap.example.org. Left empty, Passo tries the usual ones."),
        max_length=250,
        required=False,
    )
    port = forms.IntegerField(
        label=_("Port"), min_value=1, max_value=65_535, initial=993, required=False
    )
    security = forms.ChoiceField(
        label=_("Encryption"),
        choices=[("tls", "TLS"), ("starttls", "STARTTLS"), ("plain", _("none, in this house"))],
        initial="tls",
        required=False,
    )
    user = WordsField(
        label=_("User name"),
        help_text=_("Only where it is not the mail address."),
        max_length=254,
        required=False,
    )

    def servers(self) -> list[Server]:
        """Those to try; where one was named, that one alone."""
        said = self.cleaned_data
        user = said["user"] or said["address"]
        if not said["host"]:
            return guess(said["address"], said["password"])
        security = cast("Security", said["security"] or "tls")
        return [Server(said["host"], said["port"] or 993, security, user, said["password"])]


class BooksForm(AddressForm):
    password = password_field()
    site = WordsField(
        label=_("Server"),
        help_text=_("Such as https://cloud.example.org. Left empty, Passo tries the usual ones."),
        max_length=LONGEST_ADDRESS,
        required=False,
    )
    user = WordsField(
        label=_("User name"),
        help_text=_("Only where it is not the mail address."),
        max_length=254,
        required=False,
    )

    def sites(self) -> list[Site]:
        said = self.cleaned_data
        if not said["site"]:
            return guess_sites(said["address"], said["password"])
        return [as_site(said["site"], said["user"] or said["address"], said["password"])]


class CalendarForm(forms.Form):
    address = WordsField(
        label=_("Address of the calendar"),
        help_text=_(
            "It begins with https:// or webcal:// and often ends with .ics. In Google Calendar "
            "it is called “secret address in iCal format”."
        ),
        max_length=LONGEST_ADDRESS,
        missing=_("Please paste the address."),
    )
    name = WordsField(
        label=_("What you call it"),
        help_text=_("Left empty, Passo takes the calendar’s own name."),
        max_length=120,
        required=False,
    )

    def site(self) -> Site:
        return as_site(self.cleaned_data["address"])


class PasswordForm(forms.Form):
    password = password_field()


class ChoiceForm(forms.Form):
    """Which folders are read: what is not ticked is not looked into."""

    folders = forms.MultipleChoiceField(
        error_messages={"required": _("Please choose at least one.")}
    )
    keep_bodies = forms.BooleanField(
        label=_("Also keep what mails say"),
        help_text=_("Otherwise Passo keeps who, when and the subject."),
        required=False,
    )

    def __init__(self, *args: Any, found: list[Folder], **options: Any) -> None:
        super().__init__(*args, **options)
        self.found = found
        self.fields["folders"].choices = [(one["name"], one["title"]) for one in found]  # type: ignore[attr-defined]

    def choices(self, chosen: list[Folder]) -> list[tuple[Folder, bool]]:
        """With what is ticked: as typed, else as chosen before, else what is usual."""
        names = {one["name"] for one in chosen}
        if self.is_bound:
            names = set(self.data.getlist("folders"))  # type: ignore[attr-defined]
        usual = not names and not self.is_bound
        return [
            (one, connecting.is_read_unless_said(one) if usual else one["name"] in names)
            for one in self.found
        ]
