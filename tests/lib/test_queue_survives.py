"""Trials with real workers, on whichever database the tests run on."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lib.trial import Trial, eventually, trial

JOBS = 300
COUNTS = """
from collections import Counter
from django_tasks_db.models import DBTaskResult
print(json.dumps(Counter(DBTaskResult.objects.filter(task_path__startswith="tests.")
                         .values_list("status", flat=True))))
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    with trial(Path(tmp_path_factory.mktemp("queue"))) as made:
        yield made


def queue(here: Trial, call: str) -> None:
    here.ask(f"from tests.lib import trial_jobs\n{call}")


def counts(here: Trial) -> dict[str, int]:
    return here.ask(COUNTS)


def test_a_worker_killed_in_the_middle_of_300_jobs_loses_none(here: Trial) -> None:
    before = counts(here).get("SUCCESSFUL", 0)
    queue(here, f"for n in range({JOBS}): trial_jobs.mark.enqueue(n)")
    worker = here.start("jobs")
    assert eventually(lambda: len(here.traces("done")) > JOBS // 3)
    worker.kill()
    worker.wait()
    assert len(here.traces("done")) < JOBS
    assert here.run("jobs", "--burst").returncode == 0
    assert {str(n) for n in range(JOBS)} <= here.traces("done")
    assert counts(here)["SUCCESSFUL"] - before == JOBS
    assert not {"READY", "RUNNING", "FAILED"} & set(counts(here))


def test_a_worker_asked_to_end_hands_a_long_job_back(here: Trial) -> None:
    queue(here, "trial_jobs.linger.enqueue(60)")
    worker = here.start("jobs")
    assert eventually(lambda: "linger" in here.traces("begun"))
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(10) == 0
    assert "linger" not in here.traces("done")
    left = here.ask(
        "from django_tasks_db.models import DBTaskResult\n"
        "job = DBTaskResult.objects.get(task_path__endswith='linger')\n"
        "print(json.dumps([job.status, job.worker_ids]))\n"
        "job.delete()"
    )
    assert left == ["READY", []], "an orderly end is no death"


def test_an_idle_worker_ends_at_once_and_signs_off(here: Trial) -> None:
    workers = "from passo.lib.queue.models import Worker\nprint(Worker.objects.count())"
    worker = here.start("jobs")
    assert eventually(lambda: here.ask(workers) == 1)
    worker.send_signal(signal.SIGINT)
    assert worker.wait(5) == 0
    assert here.ask(workers) == 0


def test_a_job_that_kills_its_worker_three_times_is_given_up(here: Trial) -> None:
    queue(here, "trial_jobs.take_the_worker_down.enqueue()")
    codes = [here.run("jobs", "--burst").returncode for _ in range(4)]
    assert codes == [-signal.SIGKILL] * 3 + [0]
    assert (here.folder / "begun" / "deadly").read_text() == "xxx"
    failed = here.ask(
        "from passo.lib.queue.health import overview\n"
        "print(json.dumps([(one.name, one.reason) for one in overview().failed]))"
    )
    assert [name for name, _ in failed] == ["tests.lib.trial_jobs.take_the_worker_down"]
    assert failed[0][1].startswith("The worker ended three times")


RENAME = """
from django.db import connection
with connection.cursor() as cursor:
    for table in ("queue_worker", "django_tasks_database_dbtaskresult"):
        cursor.execute(f"ALTER TABLE {table}OLD RENAME TO {table}NEW")
"""


def test_a_database_that_is_away_is_waited_for(here: Trial) -> None:
    worker = here.start("jobs")
    signed_on = "from passo.lib.queue.models import Worker\nprint(Worker.objects.count())"
    assert eventually(lambda: here.ask(signed_on) == 1)
    here.ask(RENAME.replace("OLD", "").replace("NEW", "_away"))
    assert eventually(lambda: "The database does not answer" in here.said(worker))
    assert eventually(lambda: "A heartbeat was lost" in here.said(worker))
    here.ask(RENAME.replace("OLD", "_away").replace("NEW", ""))
    queue(here, "trial_jobs.mark.enqueue(7001)")
    assert eventually(lambda: "7001" in here.traces("done"))
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(5) == 0
