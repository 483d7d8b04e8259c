from django.apps import AppConfig
from django.db.backends.signals import connection_created

from passo.businesses.wall import tell_new_connection


class BusinessesConfig(AppConfig):
    name = "passo.businesses"
    label = "businesses"

    def ready(self) -> None:
        connection_created.connect(tell_new_connection, dispatch_uid="wall")
