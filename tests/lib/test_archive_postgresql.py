"""The archive on PostgreSQL: there and back again, and nothing half-done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction

from passo.businesses import wall
from passo.businesses.models import User
from passo.lib.archive import move
from passo.lib.archive.databases import snapshot
from passo.lib.db.address import database_settings
from passo.lib.refusal import Refusal
from tests.places import Place


def test_there_and_back_loses_nothing(
    full: Place, empty: Place, postgresql: Callable[[], str]
) -> None:
    grown = Place(full.data, postgresql())
    before = full.counts()
    with wall.opened():
        assert move(full.url, grown.url).tables == before
        assert grown.counts() == before
        assert move(grown.url, empty.url).tables == before
    assert empty.counts() == before


def test_a_backup_of_either_restores_into_the_other(
    full: Place, empty: Place, tmp_path: Path, postgresql: Callable[[], str]
) -> None:
    before, grown = full.counts(), Place(tmp_path / "grown", postgresql())
    grown.restore(full.backup())
    assert grown.counts() == before
    with grown.joined() as alias:
        assert User.objects.using(alias).create(email="b@example.org").pk > 1
        User.objects.using(alias).get(email="b@example.org").delete()
    empty.restore(grown.backup())
    assert empty.counts() == before


def test_a_failed_restore_leaves_postgresql_as_it_was(
    full: Place, tmp_path: Path, postgresql: Callable[[], str]
) -> None:
    grown = Place(tmp_path / "grown", postgresql())
    grown.restore(full.backup())
    before = grown.counts()
    with full.joined() as alias, transaction.atomic(using=alias):
        User.objects.using(alias).update(name="nul\0nul")
    with pytest.raises(Refusal, match="businesses_user does not fit here"):
        grown.restore(full.backup(), force=True)
    assert grown.counts() == before
    assert (grown.data / "files" / "1" / "prezzo è.bin").exists()


def test_a_backup_is_of_one_moment_here_too(
    full: Place, tmp_path: Path, postgresql: Callable[[], str]
) -> None:
    grown = Place(tmp_path / "grown", postgresql())
    grown.restore(full.backup())
    settings = database_settings(grown.url)
    with wall.opened(), snapshot(settings) as still, grown.joined() as other:
        User.objects.using(other).update(name="later")
        with still.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM businesses_user WHERE name = 'later'")
            assert cursor.fetchone() == (0,)
