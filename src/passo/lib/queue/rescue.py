"""Jobs whose worker is gone go back to the queue, so that SIGKILL loses nothing."""

import logging
from datetime import datetime

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from passo.lib.queue.models import Job, Worker
from passo.lib.queue.reasons import GaveUpError
from passo.lib.queue.schedules import remember

DEATHS = 3
log = logging.getLogger(__name__)


def rescue_orphans(me: Worker, now: datetime) -> int:
    """Read the jobs first, the workers after: a worker signs on before it takes its first job."""
    running = list(DBTaskResult.objects.running())
    gone = [w for w in Worker.objects.exclude(pk=me.pk) if not w.is_alive(now)]
    alive = {str(pk) for pk in Worker.objects.values_list("pk", flat=True)}
    alive -= {str(worker.pk) for worker in gone}
    alive.add(str(me.pk))
    orphans = [job for job in running if holder(job) not in alive]
    for orphan in orphans:
        free(orphan)
    Worker.objects.filter(pk__in=[worker.pk for worker in gone]).delete()
    return len(orphans)


def free(orphan: Job) -> None:
    """Back to the queue, unless somebody was quicker; three deaths are enough."""
    with transaction.atomic():
        still = DBTaskResult.objects.running().filter(pk=orphan.pk)
        job = still.select_for_update(skip_locked=True).first()
        if job is None or holder(job) != holder(orphan):
            return
        if len(job.worker_ids) >= DEATHS:
            job.set_failed(GaveUpError("The worker ended three times in the middle of it."))
            remember(job)
        else:
            put_back(job)
    log.warning("Job %s (%s) lost its worker: now %s.", job.pk, job.task_path, job.status)


def hand_back(me: Worker, *, blamed: bool) -> None:
    """What I hold and am not doing. Blamed: it counts as a death, for the job may be the cause."""
    for job in DBTaskResult.objects.running():
        if holder(job) != str(me.pk):
            continue
        if not blamed:
            job.worker_ids = job.worker_ids[:-1]
        put_back(job)


def put_back(job: Job) -> None:
    job.status = TaskResultStatus.READY
    job.started_at = None
    job.save(update_fields=["status", "started_at", "worker_ids"])


def holder(job: Job) -> str:
    return str(job.worker_ids[-1]) if job.worker_ids else ""
