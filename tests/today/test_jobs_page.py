"""The page about work in the background, and who may look at it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.urls import reverse

from passo.lib.queue import health, later
from passo.lib.queue.models import Schedule, Worker
from passo.lib.queue.shift import Shift, do_what_waits
from tests.lib import trial_jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(anna: Any, client_of: Callable[..., Any]) -> Any:
    anna.is_operator = True
    anna.save()
    return client_of(anna)


def test_it_is_not_there_for_those_who_do_not_run_this_passo(ben: Any, client_of: Any) -> None:
    visitor = client_of(ben)
    assert visitor.get(reverse("jobs")).status_code == 404
    assert visitor.post(reverse("retry_job", args=[Worker().pk])).status_code == 404


def test_it_says_that_nobody_is_at_work(operator: Any) -> None:
    later("queue.prune")
    said = operator.get(reverse("jobs")).content.decode()
    assert "Nobody is at work just now." in said
    assert "1 job is waiting" in said


def test_it_shows_last_and_next_runs(operator: Any, settings: Any) -> None:
    settings.PERIODIC = (("queue.prune", 3600),)
    Shift(burst=True).work()
    Worker.sign_on()
    said = operator.get(reverse("jobs")).content.decode()
    assert "All is well" in said
    assert "Clearing away finished work" in said
    assert "done" in said


def test_a_failed_job_shows_its_reason_and_can_be_tried_again(operator: Any) -> None:
    trial_jobs.stumble.enqueue()
    do_what_waits()
    assert "The mill is closed on Mondays." in operator.get(reverse("jobs")).content.decode()
    (failed,) = health.overview().failed
    said = operator.post(reverse("retry_job", args=[failed.id]), follow=True).content.decode()
    assert "waits for its turn again" in said
    assert "1 job is waiting" in said
    again = operator.post(reverse("retry_job", args=[failed.id]))
    assert again.status_code == 409


def test_all_is_not_well_above_what_did_not_work(operator: Any) -> None:
    trial_jobs.stumble.enqueue()
    do_what_waits()
    Worker.sign_on()
    said = operator.get(reverse("jobs")).content.decode()
    assert "All is well" not in said
    assert "Something did not work." in said


def test_its_state_comes_alone_when_htmx_asks(operator: Any) -> None:
    part = operator.get(reverse("jobs"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "hx-trigger" in part


def test_its_times_are_those_of_the_business_one_looks_at(
    operator: Any, bakery: Any, anna: Any
) -> None:
    bakery.settle(by=anna, time_zone="Asia/Tokyo")
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    Schedule.objects.create(name="queue.prune", every_seconds=60, next_run_at=noon)
    assert "21:00" in operator.get(reverse("jobs")).content.decode()
