from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class TodayConfig(AppConfig):
    name = "passo.today"
    label = "today"

    def ready(self) -> None:
        from passo.today.watching import TRIGGERS  # noqa: PLC0415 -- when models are there

        pre_migrate.connect(TRIGGERS.take_out_before, sender=self, dispatch_uid="watching")
        post_migrate.connect(TRIGGERS.put_in_after, sender=self, dispatch_uid="watching")
