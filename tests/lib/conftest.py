"""Places to back up from and to restore into."""
# ruff: noqa: PLC0415 -- Django is not set up yet when this file is read

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.own_database import drop_database

if TYPE_CHECKING:
    from tests.places import Place


@pytest.fixture
def databases_of_their_own(django_db_blocker: Any) -> Iterator[None]:
    """These tests make and remove whole databases, which no test transaction could hold."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Path:
    """A file of all tables, migrated once and copied by whoever needs it."""
    from tests.places import Place, migrate

    place = Place(tmp_path_factory.mktemp("tables"), "")
    place.url = f"sqlite:///{place.data / 'passo.sqlite3'}"
    with django_db_blocker.unblock(), place.joined() as alias:
        migrate(alias)
    return place.data / "passo.sqlite3"


@pytest.fixture
def empty(tmp_path: Path, databases_of_their_own: None) -> "Place":
    from tests.places import Place

    return Place(tmp_path / "empty", f"sqlite:///{tmp_path / 'empty' / 'passo.sqlite3'}")


@pytest.fixture
def full(tmp_path: Path, tables: Path, databases_of_their_own: None) -> "Place":
    from tests.places import UPLOAD, Place, make_hard_rows

    place = Place(tmp_path / "full", f"sqlite:///{tmp_path / 'full' / 'passo.sqlite3'}")
    shutil.copy(tables, place.data / "passo.sqlite3")
    make_hard_rows(place)
    (place.data / "files" / "1").mkdir()
    (place.data / "files" / "1" / "prezzo è.bin").write_bytes(UPLOAD)
    return place


@pytest.fixture
def postgresql() -> Iterator[Callable[[], str]]:
    """Makes empty PostgreSQL databases where there is a server, and takes them away again."""
    from tests.places import POSTGRESQL, command_postgresql

    made: list[str] = []

    def make() -> str:
        name = f"passo_archive_{os.getpid()}_{len(made)}"
        command_postgresql(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
        made.append(name)
        return urlsplit(POSTGRESQL)._replace(path=f"/{name}").geturl()

    yield make
    for name in made:
        with psycopg.connect(POSTGRESQL, autocommit=True) as server:
            drop_database(server, name)
