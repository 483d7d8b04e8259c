"""How allauth should behave here: nobody signs up unasked; without mail nothing is promised."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.lib import secret
from passo.lib.refusal import Refusal


class Accounts(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy(
            "The mail address and the password do not fit together. Look at both once more."
        ),
        "email_taken": gettext_lazy(
            "There is an account with this address already. Sign in with it instead."
        ),
        "enter_current_password": gettext_lazy("This is not the password you have now."),
        "incorrect_password": gettext_lazy("This is not your password."),
        "too_many_login_attempts": gettext_lazy(
            "That was tried many times in a row. Wait a few minutes, then try again."
        ),
    }

    def is_open_for_signup(self, request: Any) -> bool:
        """Accounts are made by the first start, by an invitation, or on the command line."""
        return False

    def set_password(self, user: Any, password: str) -> None:
        """A guest lives in one browser, and goes with the sample."""
        if user.is_guest:
            raise Refusal(_("You are only looking around. Answer the three questions first."))
        super().set_password(user, password)

    def get_reset_password_from_key_url(self, key: str) -> str:
        return in_our_name(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: Any, emailconfirmation: Any) -> str:
        return in_our_name(super().get_email_confirmation_url(request, emailconfirmation))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        if settings.HAS_MAIL:
            named = context | {"own_address": settings.ADDRESS}
            super().send_mail(template_prefix, email, named)

    def _get_login_attempts_cache_key(self, request: Any, **credentials: Any) -> str:
        """By mail address alone: a guesser does not start anew by naming another host or port."""
        return str(credentials.get("email", "")).lower()


def in_our_name(link: str) -> str:
    """A link in a mail leads to Passo's own address, whatever host the asking page was told."""
    return settings.ADDRESS + urlsplit(link).path


class OtherAccounts(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: Any, sociallogin: Any) -> bool:
        """Signing in elsewhere opens an account that exists; it makes none."""
        return False

    def authenticate_by_email(self, sociallogin: Any) -> Any:
        """Some providers say the word “false”, which allauth would take for a yes."""
        for address in sociallogin.email_addresses:
            address.verified = address.verified in {True, "true"}
        return super().authenticate_by_email(sociallogin)


class SecondLocks(DefaultMFAAdapter):
    """What proves the second factor lies encrypted, its key outside the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("This code does not fit. Wait for the next one and try it."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 -- its name
        """What the field for a name is filled with: a passkey belongs to a device."""
        return _("My device")

    def encrypt(self, text: str) -> str:
        return secret.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return secret.decrypt(encrypted_text)
