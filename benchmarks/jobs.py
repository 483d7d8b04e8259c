"""How fast jobs are queued and done, and whether SIGKILL loses any: `run.py bench jobs`.

Beside it, in the same run and on the same database: the worker that django-tasks-db ships.
Each trial has a data folder and a database of its own. No test asserts a time.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from tests.lib.trial import Trial, eventually, trial  # noqa: E402 -- found by the line above
from tools.postgres import postgresql  # noqa: E402

SHIPPED = ["-m", "django", "db_worker", "--batch", "--no-startup-delay", "--interval", "0.5"]
OURS = ["-m", "passo", "jobs", "--burst"]
QUEUE = """
import time
from tests.lib.trial_jobs import {job}
began = time.perf_counter()
for number in range({count}): {job}.enqueue({argument})
print(json.dumps(time.perf_counter() - began))
"""
LEFT = """
from collections import Counter
from django_tasks_db.models import DBTaskResult
kept = DBTaskResult.objects.filter(task_path__startswith="tests.")
print(json.dumps(Counter(kept.values_list("status", flat=True))))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2000)
    count = parser.parse_args().jobs
    found = {"SQLite": on_this_database(count)}
    with postgresql() as address:
        os.environ["DATABASE_URL"] = address
        found["PostgreSQL"] = on_this_database(count)
    show(found)


def on_this_database(count: int) -> dict[str, float]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "passo.settings"
    with tempfile.TemporaryDirectory() as folder, trial(Path(folder)) as here:
        found = {"queued/s": count / queue(here, count, "nothing")}
        found["done/s, passo"] = rate(here, count, OURS)
        queue(here, count, "nothing")
        found["done/s, db_worker"] = rate(here, count, SHIPPED)
        found["idle to begun, ms"] = latency(here)
        found["left after SIGKILL, passo"] = killed(here, ["-m", "passo", "jobs"], OURS)
        found["left after SIGKILL, db_worker"] = killed(here, SHIPPED, SHIPPED)
    return found


def queue(here: Trial, count: int, job: str) -> float:
    argument = "" if job == "nothing" else "number"
    return float(here.ask(QUEUE.format(count=count, job=job, argument=argument)))


def rate(here: Trial, count: int, words: list[str]) -> float:
    """Less what a second run takes, which finds nothing to do: a worker starts once a day."""
    return count / max(timed(here, words) - timed(here, words), 1e-9)


def timed(here: Trial, words: list[str]) -> float:
    began = time.perf_counter()
    command = [sys.executable, *words]
    subprocess.run(command, env=here.env, check=True, capture_output=True, cwd=PROJECT)
    return time.perf_counter() - began


def latency(here: Trial) -> float:
    """From queued, while the worker is idle, to begun: the median of some."""
    worker = here.start("jobs")
    waits = sorted(here.ask(WAITS))
    worker.terminate()
    worker.wait()
    return float(waits[len(waits) // 2]) * 1000


WAITS = """
import time
from django_tasks_db.models import DBTaskResult
from tests.lib.trial_jobs import nothing
time.sleep(4)
waits = []
for _ in range(9):
    job = nothing.enqueue()
    row = DBTaskResult.objects.filter(pk=job.id, status="SUCCESSFUL")
    while not row.exists(): time.sleep(0.05)
    row = row.get()
    waits.append((row.started_at - row.enqueued_at).total_seconds())
    time.sleep(0.73)
print(json.dumps(waits))
"""


def killed(here: Trial, words: list[str], again: list[str]) -> int:
    """300 jobs, SIGKILL in the middle of one, then a second worker: how many are not done?"""
    before = here.ask(LEFT).get("SUCCESSFUL", 0)
    for name in ("begun", "done"):
        for trace in (here.folder / name).glob("*"):
            trace.unlink()
    queue(here, 300, "mark")
    unheard = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    worker = subprocess.Popen([sys.executable, *words], env=here.env, cwd=PROJECT, **unheard)
    in_the_middle = eventually(lambda: len(here.traces("done")) > 100) and eventually(
        lambda: len(here.traces("begun")) > len(here.traces("done"))
    )
    worker.kill()
    worker.wait()
    if not in_the_middle:
        sys.exit("The worker was too quick or too slow to be killed in the middle of a job.")
    timed(here, again)
    left = 300 - (int(here.ask(LEFT).get("SUCCESSFUL", 0)) - before)
    here.ask("from django_tasks_db.models import DBTaskResult\nDBTaskResult.objects.all().delete()")
    return left


def show(found: dict[str, dict[str, float]]) -> None:
    print(f"{'':32}" + "".join(f"{name:>14}" for name in found))
    for line in next(iter(found.values())):
        print(f"{line:32}" + "".join(f"{values[line]:14,.0f}" for values in found.values()))
    for name, values in found.items():
        ratio = values["done/s, passo"] / values["done/s, db_worker"]
        print(f"{name}: {ratio:.2f} times the rate of db_worker")


if __name__ == "__main__":
    main()
