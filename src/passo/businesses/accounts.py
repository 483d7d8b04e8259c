"""How allauth should behave here: nobody signs up unasked; without mail nothing is promised."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.lib import secret


class Accounts(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy(
            "The mail address and the password do not fit together. Look at both once more."
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

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        if settings.HAS_MAIL:
            super().send_mail(template_prefix, email, context)


class OtherAccounts(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: Any, sociallogin: Any) -> bool:
        """Signing in elsewhere opens an account that exists; it makes none."""
        return False


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
