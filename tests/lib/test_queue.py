"""The queue inside one process: names, order, failures, schedules, rescue."""

import uuid
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from passo.lib.queue import health, later, rescue, schedules
from passo.lib.queue.apps import periodic_jobs_exist
from passo.lib.queue.calling import found, spoken
from passo.lib.queue.models import SILENCE, Schedule, Worker
from passo.lib.queue.pruning import prune
from passo.lib.queue.shift import Shift, do_what_waits
from passo.lib.refusal import Refusal
from tests.lib import trial_jobs

pytestmark = pytest.mark.django_db


def make_running(worker_ids: list[str]) -> DBTaskResult:
    made = DBTaskResult.objects.get(pk=trial_jobs.stumble.enqueue().id)
    made.status, made.worker_ids, made.started_at = "RUNNING", worker_ids, timezone.now()
    made.save()
    return made


def make_worker(**changes: object) -> Worker:
    """One whose process has ended long ago, on this machine."""
    worker = Worker.sign_on()
    Worker.objects.filter(pk=worker.pk).update(**{"birth": "1", **changes})
    worker.refresh_from_db()
    return worker


def test_a_job_queued_by_name_is_done() -> None:
    later("queue.prune")
    assert do_what_waits() == 1
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert Worker.objects.count() == 0


@pytest.mark.parametrize("name", ["queue.nothing", "nowhere.prune", "prune", "ui.prune"])
def test_a_wrong_name_fails_where_it_is_written(name: str) -> None:
    with pytest.raises(LookupError):
        later(name)


def test_a_wrong_number_of_ids_fails_where_it_is_written() -> None:
    with pytest.raises(TypeError):
        later("queue.prune", 7)


def test_a_job_is_called_by_its_area_and_its_function() -> None:
    assert spoken(found("queue.prune").module_path) == "queue.prune"
    assert spoken("passo.businesses.jobs.sweep") == "businesses.sweep"


def test_a_job_of_a_change_that_did_not_happen_does_not_happen_either() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        later("queue.prune")
        _ = 1 / 0
    assert DBTaskResult.objects.count() == 0


def test_a_job_for_tomorrow_waits_until_tomorrow() -> None:
    later("queue.prune", run_after=timezone.now() + timedelta(days=1))
    assert do_what_waits() == 0
    assert (health.overview().waiting, health.overview().resting) == (0, 1)


def test_a_job_that_fails_says_why_and_can_be_tried_again() -> None:
    trial_jobs.stumble.enqueue()
    do_what_waits()
    (failed,) = health.overview().failed
    assert failed.reason == "The mill is closed on Mondays."
    assert health.retry(failed.id) == failed.name
    assert health.overview().waiting == 1
    with pytest.raises(Refusal):
        health.retry(failed.id)


def test_a_job_whose_worker_is_gone_goes_back_to_the_queue() -> None:
    me, gone = Worker.sign_on(), make_worker()
    job = make_running([str(gone.pk)])
    assert rescue.rescue_orphans(me, timezone.now()) == 1
    job.refresh_from_db()
    assert (job.status, job.started_at) == ("READY", None)
    assert list(Worker.objects.all()) == [me]


def test_a_job_whose_worker_lives_is_left_alone() -> None:
    me, other = Worker.sign_on(), Worker.sign_on()
    make_running([str(other.pk)])
    make_running([str(me.pk)])
    assert rescue.rescue_orphans(me, timezone.now()) == 0


def test_on_another_machine_only_silence_tells_that_a_worker_is_gone() -> None:
    me, far = Worker.sign_on(), make_worker(machine="elsewhere")
    job = make_running([str(far.pk)])
    assert rescue.rescue_orphans(me, timezone.now()) == 0
    assert rescue.rescue_orphans(me, timezone.now() + SILENCE + timedelta(seconds=1)) == 1
    job.refresh_from_db()
    assert job.status == "READY"


def test_after_three_deaths_a_job_is_given_up_with_that_as_its_reason() -> None:
    job = make_running([str(uuid.uuid4()) for _ in range(3)])
    rescue.rescue_orphans(Worker.sign_on(), timezone.now())
    job.refresh_from_db()
    assert job.status == "FAILED"
    assert "three times" in health.overview().failed[0].reason


def test_somebody_taken_for_dead_signs_on_again_with_the_next_beat() -> None:
    worker = Worker.sign_on()
    Worker.objects.all().delete()
    worker.beat()
    assert Worker.objects.get() == worker


def test_what_the_worker_holds_but_does_not_do_counts_against_the_job() -> None:
    shift = Shift()
    job = make_running([str(shift.worker.pk)])
    shift.make_the_round()
    job.refresh_from_db()
    assert (job.status, len(job.worker_ids)) == ("READY", 1)


def test_periodic_work_runs_and_shows_its_last_and_next_time(settings: object) -> None:
    settings.PERIODIC = (("queue.prune", 3600),)
    now = timezone.now()
    Shift(burst=True).work()
    schedule = Schedule.objects.get()
    assert (schedule.last_state, schedule.last_sentence) == ("done", "")
    assert schedule.last_run_at >= now
    assert schedule.next_run_at >= now + timedelta(seconds=3600)


def test_periodic_work_is_not_piled_up(settings: object) -> None:
    settings.PERIODIC = (("queue.prune", 60),)
    now = timezone.now()
    schedules.write_down(now)
    schedules.run_due(now)
    schedules.run_due(now + timedelta(seconds=61))
    assert DBTaskResult.objects.count() == 1


def test_a_shorter_rhythm_counts_from_now_and_a_dropped_one_is_forgotten(settings: object) -> None:
    now = timezone.now()
    settings.PERIODIC = (("queue.prune", 86_400),)
    schedules.write_down(now)
    schedules.run_due(now)
    settings.PERIODIC = (("queue.prune", 60),)
    schedules.write_down(now)
    assert Schedule.objects.get().next_run_at == now + timedelta(seconds=60)
    settings.PERIODIC = ()
    schedules.write_down(now)
    assert not Schedule.objects.exists()


def test_after_a_clock_that_went_wrong_periodic_work_goes_on(settings: object) -> None:
    """Set years ahead and back again, it would wait for those years."""
    now = timezone.now()
    settings.PERIODIC = (("queue.prune", 3600),)
    schedules.write_down(now + timedelta(days=1500))
    schedules.write_down(now)
    assert Schedule.objects.get().next_run_at == now + timedelta(seconds=3600)


def test_periodic_work_that_failed_says_why() -> None:
    job = DBTaskResult.objects.get(pk=trial_jobs.stumble.enqueue().id)
    Schedule.objects.create(name="x", every_seconds=60, next_run_at=timezone.now(), job_id=job.pk)
    do_what_waits()
    job.refresh_from_db()
    schedules.remember(job)
    schedule = Schedule.objects.get()
    assert (schedule.last_state, schedule.last_sentence[:8]) == ("failed", "The mill")


def test_a_wrong_name_among_the_periodic_work_is_noticed_at_once(settings: object) -> None:
    assert not list(periodic_jobs_exist())
    settings.PERIODIC = (("queue.nothing", 60),)
    (error,) = periodic_jobs_exist()
    assert error.id == "queue.E001"


def test_finished_jobs_are_forgotten_after_a_while() -> None:
    for days, status in ((8, "SUCCESSFUL"), (1, "SUCCESSFUL"), (8, "FAILED"), (99, "FAILED")):
        made = make_running([])
        made.status, made.finished_at = status, timezone.now() - timedelta(days=days)
        made.save()
    assert prune(timezone.now()) == 2
    assert DBTaskResult.objects.count() == 2


def test_all_is_well_while_somebody_works_and_nothing_waits_for_long() -> None:
    assert not health.overview().is_well
    Worker.sign_on()
    later("queue.prune")
    assert health.overview().is_well
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=9))
    assert not health.overview().is_well


def test_the_overview_names_the_job_in_hand() -> None:
    worker = Worker.sign_on()
    make_running([str(worker.pk)])
    (seen,) = health.overview().workers
    assert seen.job == "tests.lib.trial_jobs.stumble"
    assert [one.deaths for one in health.overview().running] == [0]
