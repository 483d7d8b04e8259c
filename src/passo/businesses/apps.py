from typing import Any

from allauth.account.signals import email_changed
from django.apps import AppConfig
from django.db.backends.signals import connection_created

from passo.businesses.wall import tell_new_connection


def find_by_the_new_address(*, user: Any, **_: Any) -> None:
    """Allauth changes mail addresses by itself; only its signal says so."""
    user.index()


class BusinessesConfig(AppConfig):
    name = "passo.businesses"
    label = "businesses"

    def ready(self) -> None:
        connection_created.connect(tell_new_connection, dispatch_uid="wall")
        email_changed.connect(find_by_the_new_address, dispatch_uid="find")
