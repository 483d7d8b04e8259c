import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from passo.businesses.models import SetupLink, User
from passo.lib.serve.lock import Lock

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


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = {"PATH": os.environ["PATH"], "PASSO_DATA": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "passo", *words],
        capture_output=True, text=True, env=environment, check=False, timeout=60,
    )  # fmt: skip


def test_jobs_in_a_burst_end_by_themselves_and_say_so(tmp_path: Path) -> None:
    assert run(tmp_path, "migrate").returncode == 0
    done = run(tmp_path, "jobs", "--burst", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"ended": True}


def test_a_second_start_answers_a_script_in_json(tmp_path: Path) -> None:
    lock = Lock(tmp_path, "http://127.0.0.1:8123")
    done = run(tmp_path, "serve", "--no-browser", "--json")
    lock.release()
    assert done.returncode == 3
    assert "8123" in json.loads(done.stdout)["error"]


def test_an_unknown_database_leaves_the_check_standing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "passo", "check", "--json"],
        capture_output=True, text=True, check=False, timeout=60,
        env={
            "PATH": os.environ["PATH"],
            "PASSO_DATA": str(tmp_path),
            "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
        },
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)["checks"]
    assert {told[name]["state"] for name in ("database", "tables", "wall")} == {"bad"}
