"""Periodic work, from the plain list PERIODIC in settings to rows that remember."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django_tasks.base import TaskResultStatus

from passo.lib.queue.calling import found
from passo.lib.queue.models import Job, Schedule
from passo.lib.queue.reasons import reason


def write_down(now: datetime) -> None:
    """One row for each line of PERIODIC; what is new runs at once, what has gone is forgotten.
    None waits longer than its time: the clock may have been set back since.
    """
    wanted = dict(settings.PERIODIC)
    Schedule.objects.exclude(name__in=wanted).delete()
    for name, seconds in wanted.items():
        found(name)
        schedule, _ = Schedule.objects.get_or_create(
            name=name, defaults={"every_seconds": seconds, "next_run_at": now}
        )
        soon = min(schedule.next_run_at, now + timedelta(seconds=seconds))
        if (schedule.every_seconds, schedule.next_run_at) != (seconds, soon):
            schedule.every_seconds, schedule.next_run_at = seconds, soon
            schedule.save(update_fields=["every_seconds", "next_run_at"])


def run_due(now: datetime) -> None:
    due = Schedule.objects.filter(next_run_at__lte=now)
    if not due.exists():
        return
    with transaction.atomic():
        for schedule in due.select_for_update(skip_locked=True):
            schedule.run(now)


def remember(job: Job) -> None:
    """How a periodic job went; of any other job there is nothing to remember."""
    failed = job.status == TaskResultStatus.FAILED
    Schedule.objects.filter(job_id=job.pk).update(
        last_run_at=job.finished_at,
        last_state=Schedule.State.FAILED if failed else Schedule.State.DONE,
        last_sentence=reason(job) if failed else "",
    )


def periodic_paths() -> frozenset[str]:
    return frozenset(found(name).module_path for name, _ in settings.PERIODIC)
