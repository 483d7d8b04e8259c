"""The ground under every test: a data folder of its own, no network, and the people of the world.

`DATABASE_URL` says on which database; without it, SQLite in memory.
"""
# ruff: noqa: PLC0415 -- Django is not set up yet when this file is read

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings as hypothesis_settings

if TYPE_CHECKING:
    from passo.businesses.models import Business, User
    from tests.world import Visitor

FOLDER = Path(tempfile.mkdtemp(prefix="passo-tests-"))
os.environ["PASSO_DATA"] = str(FOLDER)
os.environ["DJANGO_SETTINGS_MODULE"] = "passo.settings"
for setting in ("PASSO_ADDRESS", "PASSO_HOST", "PASSO_PORT", "PASSO_LANGUAGE", "PASSO_OIDC"):
    os.environ.pop(setting, None)
os.environ.pop("PASSO_SMTP", None)

ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
# What can be tried on PostgreSQL alone is elsewhere not collected, rather than skipped.
collect_ignore_glob = [] if ON_POSTGRESQL else ["*_postgresql.py"]

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
THIS_MACHINE = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}  # noqa: S104 -- only compared with


# The same cases every time, on however slow a machine: what they find is kept as plain tests.
hypothesis_settings.register_profile("passo", deadline=None, derandomize=True)
hypothesis_settings.load_profile("passo")


class AnyMoment(type):
    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, datetime)


class Clock(datetime, metaclass=AnyMoment):
    """Tests name days of November 2026, so their clock goes on from a noon of it: no new year and
    no midnight comes between. Whatever is a moment elsewhere is one here too.
    """

    ahead = NOON - datetime.now(UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + cls.ahead


def pytest_configure() -> None:
    """Only now, with a folder set aside, may the settings be read. pytest-django does the rest.

    Models hold on to `timezone.now`, so what changes is where that looks.
    """
    from django.conf import settings
    from django.utils import timezone

    assert settings.DATABASES
    timezone.datetime = Clock


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Workers inherit the environment; each must still make a folder of its own."""
    del os.environ["DJANGO_SETTINGS_MODULE"], os.environ["PASSO_DATA"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The browser's driver leaves a loop running, beside which Django refuses to work. What asks no
    database is the same on both of them, and is tried on SQLite.
    """
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    alike = [item for item in items if ON_POSTGRESQL and not asks_the_database(item)]
    config.hook.pytest_deselected(items=alike)
    items[:] = [item for item in items if item not in set(alike)]


def asks_the_database(item: Any) -> bool:
    is_marked = item.get_closest_marker("django_db") or item.get_closest_marker("browser")
    ways = {"db", "transactional_db", "live_server"}
    return bool(is_marked or ways & set(item.fixturenames) or item.path.match("*_postgresql.py"))


def pytest_unconfigure() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)


def refuse_the_world(address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else address
    if isinstance(address, tuple) and host not in THIS_MACHINE:
        raise PermissionError(f"A test asked the network for {host}. Tests stay on this machine.")


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """A test that reaches out fails here, not only where there is no network."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def near_connect(self: socket.socket, address: Any) -> None:
        refuse_the_world(address)
        connect(self, address)

    def near_look_up(host: Any, *args: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        refuse_the_world((name or "localhost",))
        return look_up(host, *args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", near_connect)
        patch.setattr(socket, "getaddrinfo", near_look_up)
        yield


@pytest.fixture(scope="session", autouse=True)
def quick_settings() -> Iterator[None]:
    """Passwords are hashed fast, and static files need not be collected first."""
    from django.conf import settings
    from django.test import override_settings

    plain = "tests.static_files.FilesThatExist"
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES=settings.STORAGES | {"staticfiles": {"BACKEND": plain}},
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture(autouse=True)
def the_wall_is_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test looks at everything; a visit by a client of the world stands inside, as in life."""
    from passo.businesses import wall

    wants = request.fixturenames
    if request.node.get_closest_marker("django_db") is None and "db" not in wants:
        yield
        return
    request.getfixturevalue("transactional_db" if "transactional_db" in wants else "db")
    with wall.opened():
        yield


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> Iterator[None]:
    """Rate limits count in the cache, languages and clocks stick to the thread."""
    from django.core.cache import cache
    from django.utils import timezone, translation

    cache.clear()
    with translation.override("en"), timezone.override("Europe/Rome"):
        yield


@pytest.fixture(scope="module")
def grown_sample(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """Its number. Growing it takes seconds; a file that has it builds no other."""
    from tests.sample import grown

    with django_db_blocker.unblock(), grown() as sample:
        yield sample.pk


@pytest.fixture
def sample(grown_sample: int, db: None) -> "Business":
    """The sample business, owned by nobody, to be read."""
    from passo.businesses.models import Business

    return Business.objects.get(pk=grown_sample)


@pytest.fixture
def anna(db: None) -> "User":
    """Owns the bakery."""
    from tests.world import make_user

    return make_user("Anna Bianchi")


@pytest.fixture
def bakery(anna: "User") -> "Business":
    from tests.world import make_business

    return make_business("Bianchi Bakery", owner=anna)


@pytest.fixture
def ben(bakery: "Business") -> "User":
    """Works at the bakery."""
    from tests.world import make_member

    return make_member(bakery, "Ben Rossi", role="staff").user


@pytest.fixture
def vera(bakery: "Business") -> "User":
    """Keeps the bakery's books: she may look, not change."""
    from tests.world import make_member

    return make_member(bakery, "Vera Conti", role="viewer").user


@pytest.fixture
def charlie(db: None) -> "User":
    """A stranger to the bakery, with a business of his own."""
    from tests.world import make_business, make_user

    user = make_user("Charlie Weber")
    make_business("Weber Garage", owner=user)
    return user


@pytest.fixture
def garage(charlie: "User") -> "Business":
    return charlie.memberships.get().business


@pytest.fixture
def dora(db: None) -> "User":
    """Owns two businesses."""
    from tests.world import make_business, make_user

    user = make_user("Dora López")
    make_business("López Flowers", owner=user)
    make_business("López Gardens", owner=user)
    return user


@pytest.fixture
def client(db: None) -> "Visitor":
    """Somebody who has not signed in."""
    from tests.world import Visitor

    return Visitor()


@pytest.fixture
def client_of(db: None) -> "Callable[[User | None], Visitor]":
    """A browser in which this person has just signed in."""
    from tests.world import visitor

    return visitor
