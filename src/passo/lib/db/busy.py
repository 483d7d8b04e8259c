"""For minutes in which one process writes a hundred thousand rows and does little else."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# kB of SQLite's pages held in memory (lib/db/address.py), and pages of its log between two
# sweeps into the file: the same page of an index is written a hundred times over.
ROOMY, USUAL = (-32_000, 8_000), (-8_000, 1_000)
SELDOM = (100_000, 20, 20)


@contextmanager
def writing_much() -> Iterator[None]:
    """SQLite holds more of its indexes; Python looks for circles among its objects less often.

    Such a run makes millions of objects and hardly a circle: looking took a tenth of the time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    hold(ROOMY)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        hold(USUAL)


def hold(sizes: tuple[int, int]) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size={sizes[0]}")
            cursor.execute(f"PRAGMA wal_autocheckpoint={sizes[1]}")
