import os
import socket
import uuid
from datetime import datetime, timedelta
from typing import Any, Self, TypeAlias

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from passo.lib.queue.calling import found
from passo.lib.queue.whereabouts import born, is_running, machine

Job: TypeAlias = DBTaskResult[..., Any]
SILENCE = timedelta(seconds=60)


class Worker(models.Model):
    """A process that does jobs, from its first beat to its last."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    host = models.CharField(max_length=255)
    machine = models.CharField(max_length=400)
    pid = models.IntegerField()
    birth = models.CharField(max_length=30, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    beat_at = models.DateTimeField(default=timezone.now)

    @classmethod
    def sign_on(cls) -> Self:
        pid = os.getpid()
        return cls.objects.create(
            host=socket.gethostname(), machine=machine(), pid=pid, birth=born(pid)
        )

    def beat(self) -> None:
        """Somebody who took us for dead has crossed us out; then we sign on again."""
        self.beat_at = timezone.now()
        if not Worker.objects.filter(pk=self.pk).update(beat_at=self.beat_at):
            self.save(force_insert=True)

    def is_alive(self, now: datetime) -> bool:
        if self.beat_at < now - SILENCE:
            return False
        return self.machine != machine() or is_running(self.pid, self.birth)


class Schedule(models.Model):
    """Periodic work: what runs how often, and how it went the last time."""

    class State(models.TextChoices):
        NEVER = "", _("not yet run")
        WAITING = "waiting", _("waiting")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    name = models.CharField(max_length=100, primary_key=True)
    every_seconds = models.PositiveIntegerField()
    next_run_at = models.DateTimeField(db_index=True)
    last_run_at = models.DateTimeField(null=True)
    last_state = models.CharField(max_length=10, choices=State.choices, blank=True)
    last_sentence = models.TextField(blank=True)
    job_id = models.UUIDField(null=True)

    class Meta:
        ordering = ["name"]

    def run(self, now: datetime) -> None:
        """Queue it, unless the last one has not yet come to an end."""
        self.next_run_at = now + timedelta(seconds=self.every_seconds)
        if not self.is_under_way():
            self.job_id = uuid.UUID(str(found(self.name).enqueue().id))
            self.last_state = self.State.WAITING
        self.save(update_fields=["next_run_at", "job_id", "last_state"])

    def is_under_way(self) -> bool:
        open_states = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
        known = DBTaskResult.objects.filter(pk__in=[self.job_id] if self.job_id else [])
        return known.filter(status__in=open_states).exists()
