from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register


class QueueConfig(AppConfig):
    name = "passo.lib.queue"
    label = "queue"

    def ready(self) -> None:
        register(periodic_jobs_exist)


def periodic_jobs_exist(**_: Any) -> Iterable[CheckMessage]:
    """A wrong name in PERIODIC would otherwise be noticed a day later, by nobody."""
    from passo.lib.queue.calling import found  # noqa: PLC0415 -- jobs need the apps to be ready

    for name, _every in settings.PERIODIC:
        try:
            found(name)
        except LookupError as error:
            yield Error(f"PERIODIC: {error}", id="queue.E001")
