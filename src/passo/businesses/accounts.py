"""How allauth should behave here: nobody signs up unasked; without mail nothing is promised."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings

from passo.lib import secret


class Accounts(DefaultAccountAdapter):
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

    def encrypt(self, text: str) -> str:
        return secret.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return secret.decrypt(encrypted_text)
