from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class IntroductionsConfig(AppConfig):
    name = "passo.introductions"
    label = "introductions"

    def ready(self) -> None:
        from passo.introductions.watching import TRIGGERS  # noqa: PLC0415 -- when models are there

        pre_migrate.connect(TRIGGERS.take_out_before, sender=self, dispatch_uid="ties moved")
        post_migrate.connect(TRIGGERS.put_in_after, sender=self, dispatch_uid="ties moved")
