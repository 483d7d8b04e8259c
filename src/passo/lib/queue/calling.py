"""A job is named by its area and its function: "businesses.sweep" is businesses/jobs.py, sweep."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from inspect import signature
from typing import Any

from django.apps import apps
from django_tasks import task
from django_tasks.base import Task, TaskResultStatus


def job(function: Callable[..., None]) -> Task[..., None]:
    """Mark a function of three lines in an area's `jobs.py`: ids in, nothing out, idempotent."""
    return task(function)


def later(name: str, *ids: int | str, run_after: datetime | None = None) -> None:
    """Write the job down in the transaction that wants it: both come true, or neither does.

    A worker sees it as soon as that transaction is committed. A wrong name or a wrong number
    of ids fails here, where the mistake is, and not at night in the worker.
    """
    wanted = found(name)
    signature(wanted.func).bind(*ids)
    wanted.using(run_after=run_after).enqueue(*ids)


def at_once(name: str, *ids: int | str) -> None:
    """Here and now, for whoever waits for it, as the command line does."""
    found(name).func(*ids)


def is_wanted(name: str, *ids: int | str) -> bool:
    """Whether this very job waits, or is being done just now."""
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 -- models need the apps

    open_states = [TaskResultStatus.READY, TaskResultStatus.RUNNING]
    path = found(name).module_path
    asked = DBTaskResult.objects.filter(task_path=path, status__in=open_states)
    return any(one["args"] == list(ids) for one in asked.values_list("args_kwargs", flat=True))


@cache
def found(name: str) -> Task[..., Any]:
    area, _, function = name.partition(".")
    room = f"{apps.get_app_config(area).name}.jobs"
    module = import_module(room) if find_spec(room) else None
    wanted = getattr(module, function, None)
    if not isinstance(wanted, Task):
        raise LookupError(f"There is no job “{name}”: {room} has no such @job.")  # noqa: TRY004
    return wanted


def spoken(path: str) -> str:
    """The other way round: `passo.businesses.jobs.sweep` is called "businesses.sweep"."""
    area, _, function = path.removeprefix("passo.").removeprefix("lib.").rpartition(".")
    return f"{area.removesuffix('.jobs')}.{function}"
