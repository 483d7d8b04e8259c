"""What the health page and `passo health` show of the queue."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from passo.lib.queue.calling import spoken
from passo.lib.queue.models import Job, Schedule, Worker
from passo.lib.queue.reasons import reason
from passo.lib.queue.rescue import holder
from passo.lib.refusal import Refusal

SHOWN = 50
LATE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SeenJob:
    id: UUID
    name: str
    at: datetime | None
    reason: str
    deaths: int


@dataclass(frozen=True, slots=True)
class SeenWorker:
    host: str
    pid: int
    started_at: datetime
    beat_at: datetime
    job: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Waiting: due now. Resting: wanted at a later time."""

    workers: list[SeenWorker]
    waiting: int
    resting: int
    oldest_wait: timedelta
    running: list[SeenJob]
    failed: list[SeenJob]
    failed_count: int
    schedules: list[Schedule]

    @property
    def is_well(self) -> bool:
        return bool(self.workers) and self.oldest_wait < LATE


def overview() -> Overview:
    now = timezone.now()
    running = list(DBTaskResult.objects.running())
    failed = DBTaskResult.objects.failed().order_by("-finished_at")
    due = DBTaskResult.objects.ready()
    ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    waiting = due.count()
    return Overview(
        workers=[seen_worker(w, running) for w in Worker.objects.all() if w.is_alive(now)],
        waiting=waiting,
        resting=ready.count() - waiting,
        oldest_wait=oldest_wait(due, now),
        running=[seen_job(job, job.started_at) for job in running],
        failed=[seen_job(job, job.finished_at) for job in failed[:SHOWN]],
        failed_count=failed.count(),
        schedules=list(Schedule.objects.all()),
    )


def oldest_wait(due: QuerySet[Job], now: datetime) -> timedelta:
    waits = [now - due_since(job) for job in due.order_by("enqueued_at")[:SHOWN]]
    return max(waits, default=timedelta())


def due_since(job: Job) -> datetime:
    since: datetime = job.enqueued_at if job.run_after == get_date_max() else job.run_after
    return since


def seen_worker(worker: Worker, running: list[Job]) -> SeenWorker:
    mine = [spoken(job.task_path) for job in running if holder(job) == str(worker.pk)]
    return SeenWorker(
        worker.host, worker.pid, worker.started_at, worker.beat_at, mine[0] if mine else ""
    )


def seen_job(job: Job, at: datetime | None) -> SeenJob:
    why = reason(job) if job.status == TaskResultStatus.FAILED else ""
    return SeenJob(job.pk, spoken(job.task_path), at, why, max(len(job.worker_ids) - 1, 0))


def retry(job_id: UUID) -> str:
    """Back to the queue with a clean slate. Returns the job's name."""
    again = DBTaskResult.objects.failed().filter(pk=job_id)
    changed = again.update(
        status=TaskResultStatus.READY,
        worker_ids=[],
        run_after=get_date_max(),
        started_at=None,
        finished_at=None,
        exception_class_path="",
        traceback="",
    )
    if not changed:
        raise Refusal(_("This job is not among the failed ones. It may already be running again."))
    return spoken(DBTaskResult.objects.get(pk=job_id).task_path)
