"""Finished jobs are kept for a while, then forgotten, a few hundred at a time."""

import time
from datetime import datetime, timedelta

from django.db.models import Q
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

DONE_KEPT = timedelta(days=7)
FAILED_KEPT = timedelta(days=90)
BATCH = 500
BREATH_SECONDS = 0.05


def prune(now: datetime) -> int:
    """In batches with a breath between them: on SQLite others want to write as well."""
    old = DBTaskResult.objects.filter(
        Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - DONE_KEPT)
        | Q(status=TaskResultStatus.FAILED, finished_at__lt=now - FAILED_KEPT)
    ).order_by()
    forgotten = 0
    while batch := list(old.values_list("pk", flat=True)[:BATCH]):
        forgotten += DBTaskResult.objects.filter(pk__in=batch).delete()[0]
        time.sleep(BREATH_SECONDS)
    return forgotten
