"""The sample business, grown once for a file of tests that read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import transaction

from passo.businesses import wall
from passo.businesses.models import Business
from passo.today import demo

CLOCK = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


@contextmanager
def grown() -> Iterator[Business]:
    """Taken back at the end. Each test inside takes back its own changes, by a savepoint."""
    whole_file = transaction.atomic()
    whole_file._from_testcase = True  # type: ignore[attr-defined]  # as the test's own is
    with wall.opened(), whole_file:
        yield demo.build(None, CLOCK)
        transaction.set_rollback(True)
