"""Backup, restore and move as typed; what lies inside a backup is tried in tests/lib."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from passo.lib.serve.lock import Lock
from tests.cli import asking


def ask(folder: Path, *words: str, **more: str) -> tuple[int, dict[str, Any]]:
    done = asking.ask(folder, *words, "--json", **more)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Passo with the sample business in it."""
    folder = tmp_path_factory.mktemp("house")
    assert ask(folder, "demo", "--clock", "2026-11-22")[0] == 0
    return folder


def test_a_backup_comes_back_in_an_empty_folder(house: Path, tmp_path: Path) -> None:
    code, kept = ask(house, "backup", "--to", str(tmp_path / "all.zip"))
    assert code == 0
    assert kept["file"] == str(tmp_path / "all.zip")
    assert (tmp_path / "all.zip").stat().st_mode & 0o077 == 0
    code, back = ask(tmp_path / "again", "restore", str(tmp_path / "all.zip"))
    assert code == 0, back
    assert back["tables"] == kept["tables"]
    listed = [ask(place, "business", "list")[1] for place in (house, tmp_path / "again")]
    assert listed[0] == listed[1]


def test_a_person_reads_where_the_backup_lies_and_what_came_back(
    house: Path, tmp_path: Path
) -> None:
    done = asking.ask(house, "backup", "--to", str(tmp_path))
    (file,) = tmp_path.glob("*.zip")
    assert str(file) in done.stdout
    assert "is back" in asking.ask(tmp_path / "again", "restore", str(file)).stdout


def test_a_backup_lies_in_the_data_folder_and_overwrites_nothing(house: Path) -> None:
    code, kept = ask(house, "backup")
    assert code == 0
    assert Path(kept["file"]).parent == house / "backups"
    code, refused = ask(house, "backup", "--to", kept["file"])
    assert code == 1
    assert "there already" in refused["error"]


def test_what_is_no_file_and_no_folder_is_not_replaced_either(house: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code, told = ask(house, "backup", "--to", str(pipe))
    assert code == 1
    assert "is there already" in told["error"]
    assert pipe.is_fifo()


def test_restoring_over_something_wants_force_and_a_yes(house: Path) -> None:
    file = ask(house, "backup")[1]["file"]
    assert ask(house, "restore", file)[0] == 1
    assert "--yes" in ask(house, "restore", file, "--force")[1]["error"]
    assert ask(house, "restore", file, "--force", "--yes")[0] == 0


def test_restoring_waits_until_nobody_serves_from_the_folder(house: Path, tmp_path: Path) -> None:
    file = ask(house, "backup")[1]["file"]
    lock = Lock(tmp_path, "http://127.0.0.1:8000")
    code, refused = ask(tmp_path, "restore", file)
    lock.release()
    assert code == 3
    assert str(os.getpid()) in refused["error"]


def test_a_backup_that_is_not_there_is_five(tmp_path: Path) -> None:
    assert ask(tmp_path, "restore", str(tmp_path / "none.zip"))[0] == 5


def test_everything_moves_to_another_database_and_is_counted(house: Path, tmp_path: Path) -> None:
    there = f"sqlite:///{tmp_path / 'moved.sqlite3'}"
    code, moved = ask(house, "move", "--to", there)
    assert code == 0, moved
    assert moved["tables"]["businesses_business"]["rows"] == 1
    shown = ask(house, "business", "show", "sample", DATABASE_URL=there)[1]
    assert shown == ask(house, "business", "show", "sample")[1]


def test_a_person_sees_counts_and_fingerprints_of_a_move(house: Path, tmp_path: Path) -> None:
    done = asking.ask(house, "move", "--to", f"sqlite:///{tmp_path / 'moved.sqlite3'}")
    assert "businesses_business" in done.stdout
    assert "both sides are the same" in done.stdout


def test_an_address_of_no_known_database_is_wrong_usage(house: Path) -> None:
    code, refused = ask(house, "move", "--to", "mongodb://somewhere")
    assert code == 2
    assert "mongodb" in refused["error"]
