"""Taking away a PostgreSQL database that a test made for itself."""

from typing import Any

import psycopg
from psycopg import sql


def drop_database(server: psycopg.Connection[Any], name: str) -> None:
    """Not WITH (FORCE): while the server's own vacuum is at work in it, a plain role is refused
    that. A plain DROP asks the vacuum to leave and waits for it; our own connections we end.
    """
    server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = %s AND usename = current_user",
        [name],
    )
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
