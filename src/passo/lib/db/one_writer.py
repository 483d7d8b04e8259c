"""One at a time, as SQLite has it anyway: whoever looks what is there and then writes the rest."""

from django.db import connection


def one_writer(what: str, number: int) -> None:
    """Waits until nobody else writes this; holds until the transaction that one is in ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            key = f"{what} {number}"
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
