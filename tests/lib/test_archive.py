"""Everything comes back, exactly: from a backup, and from one database to another."""

import json
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django_tasks_db.models import DBTaskResult

from passo.businesses.models import Business, User
from passo.lib.archive import backups, move, newest, prune
from passo.lib.archive.tables import LEFT_OUT
from passo.lib.refusal import Refusal
from tests.places import HARD_NAME, SECRETS, UPLOAD, Place, migrate, rows_in


def test_every_table_of_every_app_is_kept(full: Place) -> None:
    kept = {count.table for count in full.counts()}
    models = apps.get_models(include_auto_created=True)
    wanted = {model._meta.db_table for model in models if model._meta.managed}
    assert kept == wanted - LEFT_OUT


def test_a_backup_comes_back_row_for_row(full: Place, empty: Place) -> None:
    before = full.counts()
    empty.restore(full.backup())
    assert empty.counts() == before
    assert sum(count.rows for count in before) > 30
    with empty.joined() as alias:
        values = DBTaskResult.objects.using(alias).order_by("task_path")
        assert values[2].return_value["a"][1:] == [0.0, 10**20, "è\u2028"]
        assert User.objects.using(alias).get().name == HARD_NAME
        assert Business.objects.using(alias).get().made_at.microsecond == 123456
    restored = empty.data / "files" / "1" / "prezzo è.bin"
    assert restored.read_bytes() == UPLOAD
    assert not (empty.data / "restoring").exists()
    assert not (empty.data / "before-restore").exists()


def test_the_raw_rows_are_the_same_too(full: Place, empty: Place) -> None:
    question = "SELECT * FROM businesses_business ORDER BY id"
    jobs = (
        "SELECT id, task_path, enqueued_at, return_value IS NULL"
        " FROM django_tasks_database_dbtaskresult"
    )
    empty.restore(full.backup())
    assert empty.ask(question) == full.ask(question)
    assert sorted(empty.ask(jobs)) == sorted(full.ask(jobs))


def test_a_backup_is_private_and_named_by_its_moment(full: Place) -> None:
    first, second = full.backup(), full.backup()
    assert first.name == "passo-20261122-093000.zip"
    assert second.name == "passo-20261122-093000-2.zip"
    assert first.stat().st_mode & 0o777 == 0o600
    assert first.parent.stat().st_mode & 0o777 == 0o700
    assert {path.name for path in first.parent.iterdir()} == {first.name, second.name}
    assert newest(first.parent) == second


def test_the_next_row_gets_a_free_number(full: Place, empty: Place) -> None:
    empty.restore(full.backup())
    with empty.joined() as alias:
        taken = User.objects.using(alias).get().pk
        assert User.objects.using(alias).create(email="b@example.org").pk > taken


def test_what_was_restored_can_be_searched(full: Place, empty: Place) -> None:
    empty.restore(full.backup())
    found = "SELECT count(*) FROM businesses_searchrow_folded_trigrams('\" t \"')"
    assert empty.ask(found) == full.ask(found)


def test_encrypted_secrets_stay_encrypted_and_their_key_comes_along(
    full: Place, empty: Place
) -> None:
    (empty.data / "secrets.json").write_text(json.dumps({"django": "x", "encryption": "y"}))
    empty.restore(full.backup())
    assert json.loads((empty.data / "secrets.json").read_text()) == SECRETS
    assert (empty.data / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_a_backup_is_of_one_moment_while_others_write(full: Place) -> None:
    """Two rows are always written together; no backup may see one without the other."""
    stop, wrote = threading.Event(), [0]
    path = full.data / "passo.sqlite3"

    def write() -> None:
        with sqlite3.connect(path, timeout=20, isolation_level=None) as file:
            while not stop.is_set():
                file.execute("BEGIN IMMEDIATE")
                file.execute("UPDATE businesses_business SET sentence = ?", (str(wrote[0]),))
                file.execute("UPDATE businesses_searchrow SET subtitle = ?", (str(wrote[0]),))
                file.execute("COMMIT")
                wrote[0] += 1
        file.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [full.backup() for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    assert wrote[0] > 3
    for copy in copies:
        sentence = rows_in(copy, "businesses_business", "sentence")
        assert set(rows_in(copy, "businesses_searchrow", "subtitle")) == set(sentence)


def test_a_passo_with_data_is_not_replaced_unless_one_insists(full: Place, empty: Place) -> None:
    path = full.backup()
    with full.joined() as alias:
        User.objects.using(alias).create(email="later@example.org")
    with pytest.raises(Refusal, match="already holds data"):
        full.restore(path)
    full.restore(path, force=True)
    empty.restore(path)
    assert full.counts() == empty.counts()


def test_uploads_alone_are_data_too(full: Place, empty: Place) -> None:
    (empty.data / "files" / "note.txt").write_text("mine")
    with pytest.raises(Refusal, match="already holds data"):
        empty.restore(full.backup())
    assert (empty.data / "files" / "note.txt").read_text() == "mine"


def test_a_passo_that_is_running_is_not_replaced(full: Place) -> None:
    path, before = full.backup(), full.counts()
    with sqlite3.connect(full.data / "passo.sqlite3", isolation_level=None) as running:
        running.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refusal, match="still running"):
            full.restore(path, force=True)
        running.execute("ROLLBACK")
    running.close()
    assert full.counts() == before
    assert (full.data / "files" / "1" / "prezzo è.bin").exists()
    assert not list(full.data.glob("*.new*"))


def test_a_backup_of_an_older_state_is_brought_forward(
    full: Place, empty: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made before the search index existed, restored into a Passo that has it."""
    with full.joined() as alias:
        migrate(alias, "businesses", "0002")
    assert "0003_search_index" not in str(recorded_in(full))
    empty.restore(full.backup())
    assert "0003_search_index" in str(recorded_in(empty))
    assert [one for one in empty.counts() if one.table == "businesses_searchrow"] == [
        one for one in full.counts() if one.table == "businesses_searchrow"
    ]


def recorded_in(place: Place) -> list[Any]:
    return place.ask("SELECT app, name FROM django_migrations WHERE app = 'businesses'")


def test_of_each_of_the_last_days_the_newest_backup_stays(tmp_path: Path) -> None:
    for name in ("20261120-020000", "20261121-020000", "20261121-180000", "20261122-020000"):
        (tmp_path / f"passo-{name}.zip").touch()
    (tmp_path / "passo-20261122-030000.zip").touch()
    (tmp_path / "holiday.zip").touch()
    gone = [path.name for path in prune(tmp_path, keep_days=2)]
    assert sorted(gone) == ["passo-20261120-020000.zip", "passo-20261121-020000.zip"]
    assert [path.stem[6:14] for path in backups(tmp_path)] == ["20261122", "20261122", "20261121"]
    assert (tmp_path / "holiday.zip").exists()
    assert prune(tmp_path / "nowhere", keep_days=2) == []
    assert newest(tmp_path / "nowhere") is None


def test_move_copies_to_another_file_and_says_what(full: Place, empty: Place) -> None:
    report = move(full.url, empty.url)
    assert report.tables == full.counts() == empty.counts()
    assert report.rows == sum(table.rows for table in report.tables) > 30


def test_move_asks_for_two_different_places_one_of_them_empty(full: Place, empty: Place) -> None:
    with pytest.raises(Refusal, match="same database"):
        move(full.url, full.url)
    with pytest.raises(Refusal, match="no Passo in the database to move from"):
        move(empty.url, full.url)
    move(full.url, empty.url)
    with pytest.raises(Refusal, match="already holds a Passo"):
        move(full.url, empty.url)
