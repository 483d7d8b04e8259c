"""Signing in somebody who has just chosen a password here."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import user_logged_in

from passo.businesses.models import User


def enter(request: Any, user: User) -> None:
    """Under a new session key, so that nobody who knew the old one comes in too.

    As allauth does it: the list of sessions hears of it, and for some minutes nothing asks for
    the password again.
    """
    get_adapter(request).login(request, user)
    record_authentication(request, user, method="password", email=user.email, reauthenticated=True)
    user_logged_in.send(sender=User, request=request, response=None, user=user)
