"""Servers on this machine, and the leave to visit them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lib.remote.certificates import make_certificate
from tests.lib.remote.library import Library, library
from tests.lib.remote.post_office import PostOffice, post_office


@pytest.fixture(autouse=True)
def in_the_shop(settings: Any) -> None:
    """Every server of these tests is as near as a NAS in the shop."""
    settings.REACH_PRIVATE = True


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with post_office() as opened:
        yield opened


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate that nobody but itself vouches for, and its key."""
    return make_certificate(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def vouched_for(pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(pair[0]))


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Library]:
    """Anna's calendars and address books."""
    with library(tmp_path) as opened:
        yield opened
