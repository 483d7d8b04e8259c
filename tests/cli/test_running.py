import json
import os
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from passo.businesses.models import SetupLink, User
from passo.cli.machine import spoken
from passo.lib.queue import later
from passo.lib.queue.models import Schedule, Worker
from passo.lib.serve.lock import Lock
from tests.cli.asking import ask

Passo = Callable[..., Any]


@pytest.mark.django_db
def test_preparing_gives_a_set_up_link_until_somebody_can_sign_in(passo: Passo) -> None:
    told = passo("prepare", "--json").told
    token = told["setup_link"].split("/")[2]
    assert told["setup_link"] == reverse("welcome", args=[token])
    assert SetupLink.opens(token)
    assert told["migrated"] == 0
    User.objects.create_user("anna@example.org", "seven small stones", name="Anna")
    assert passo("prepare", "--json").told["setup_link"] is None


@pytest.mark.django_db
def test_styles_are_gathered_once(passo: Passo) -> None:
    passo("prepare")
    assert passo("prepare", "--json").told["collected"] is False


@pytest.mark.django_db
def test_the_tables_are_said_to_be_up_to_date(passo: Passo) -> None:
    assert passo("migrate", "--json").told == {"migrated": 0, "applied": []}
    assert passo("migrate").out.strip() == "The tables are up to date."


@pytest.mark.django_db
def test_a_machine_set_up_well_passes_its_check(passo: Passo) -> None:
    passo("prepare")
    told = passo("check", "--json").told
    assert told["checks"]["database"]["state"] == "good"
    assert told["checks"]["tables"]["state"] == "good"
    assert told["checks"]["folder"]["state"] == "good"
    assert told["checks"]["wall"]["state"] == "good"
    assert "Second wall" in passo("check").out


@pytest.mark.django_db
def test_secrets_that_others_can_read_fail_the_check(passo: Passo) -> None:
    secrets = Path(os.environ["PASSO_DATA"]) / "secrets.json"
    secrets.chmod(0o644)
    said = passo("check", "--json")
    secrets.chmod(0o600)
    assert said.code == 1
    assert "chmod" in said.told["checks"]["folder"]["sentence"]


@pytest.mark.django_db
def test_without_anybody_doing_jobs_the_health_is_not_well(passo: Passo) -> None:
    said = passo("health", "--json")
    assert said.code == 1
    assert said.told["well"] is False
    assert said.told["workers"] == []
    assert "nowhere" in passo("health").out


def test_jobs_in_a_burst_end_by_themselves_and_say_so(tmp_path: Path) -> None:
    assert ask(tmp_path, "migrate").returncode == 0
    done = ask(tmp_path, "jobs", "--burst", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"ended": True}


def test_a_second_start_answers_a_script_in_json(tmp_path: Path) -> None:
    lock = Lock(tmp_path, "http://127.0.0.1:8123")
    done = ask(tmp_path, "serve", "--no-browser", "--json")
    lock.release()
    assert done.returncode == 3
    assert "8123" in json.loads(done.stdout)["error"]


def test_links_lead_to_where_passo_runs_just_now(tmp_path: Path) -> None:
    lock = Lock(tmp_path, "http://127.0.0.1:8123")
    done = ask(tmp_path, "business", "add", "Rossi", "--json")
    lock.release()
    assert json.loads(done.stdout)["address"] == "http://127.0.0.1:8123/b/rossi/"


def test_an_unknown_database_leaves_the_check_standing(tmp_path: Path) -> None:
    nowhere = "postgresql://nobody@127.0.0.1:1/nothing"
    done = ask(tmp_path, "check", "--json", DATABASE_URL=nowhere)
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)["checks"]
    assert {told[name]["state"] for name in ("database", "tables", "wall")} == {"bad"}


def test_settings_that_leave_something_to_be_desired_are_named(tmp_path: Path) -> None:
    checks = json.loads(ask(tmp_path, "check", "--json", PASSO_HOST="::").stdout)["checks"]
    assert checks["address"]["state"] == "care"
    assert checks["tables"]["state"] == "bad"
    assert checks["styles"]["state"] == "care"
    assert checks["backup"]["state"] == "care"


def test_mail_and_a_fresh_backup_are_good_news(tmp_path: Path) -> None:
    assert ask(tmp_path, "backup").returncode == 0
    words = ("check", "--json")
    checks = json.loads(ask(tmp_path, *words, PASSO_SMTP="smtp://127.0.0.1:25").stdout)["checks"]
    assert checks["mail"]["state"] == checks["backup"]["state"] == "good"


def test_tables_that_went_missing_are_a_sentence(tmp_path: Path) -> None:
    assert ask(tmp_path, "migrate").returncode == 0
    with sqlite3.connect(tmp_path / "passo.sqlite3") as database:
        database.execute("ALTER TABLE businesses_business RENAME TO elsewhere")
    database.close()
    done = ask(tmp_path, "business", "list")
    assert done.returncode == 1
    assert "passo migrate" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    nowhere = "postgresql://nobody@127.0.0.1:1/nothing"
    done = ask(tmp_path, "business", "list", DATABASE_URL=nowhere)
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.django_db
def test_the_health_names_what_is_regular(passo: Passo) -> None:
    Worker.sign_on()
    Schedule.objects.create(name="area.nightly", every_seconds=60, next_run_at=timezone.now())
    said = passo("health", "--json")
    assert said.code == 0
    assert said.told["schedules"][0]["name"] == "area.nightly"
    assert "area.nightly" in passo("health").out


@pytest.mark.django_db
def test_the_health_names_what_failed_and_why(passo: Passo) -> None:
    later("queue.prune")
    DBTaskResult.objects.get().set_failed(ValueError("The disk is full."))
    (failed,) = passo("health", "--json").told["failed"]
    assert failed["name"] == "queue.prune"
    assert "The disk is full." in failed["reason"]
    assert "The disk is full." in passo("health").out


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(seconds=5), "5 s"),
        (timedelta(minutes=3), "3 min"),
        (timedelta(hours=30), "1 d"),
        (timedelta(hours=2), "2 h"),
    ],
)
def test_a_time_is_told_in_its_largest_unit(time: timedelta, words: str) -> None:
    assert spoken(time) == words


def test_another_data_folder_is_named_before_the_command(tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert ask(tmp_path, "--data", str(other), "migrate").returncode == 0
    assert (other / "passo.sqlite3").exists()
    assert not (tmp_path / "passo.sqlite3").exists()
