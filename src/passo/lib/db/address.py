"""From a database's address to Django's settings for it."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
    "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=33554432; PRAGMA cache_size=-8000;"
)


def database_settings(address: str) -> dict[str, Any]:
    """`sqlite:///path` or `postgresql://user:password@host:port/name?sslmode=…`."""
    scheme = urlsplit(address).scheme
    if scheme == "sqlite":
        return sqlite_settings(Path(address.removeprefix("sqlite:///")))
    if scheme in {"postgres", "postgresql"}:
        return postgresql_settings(address)
    raise ValueError(
        f"DATABASE_URL starts with “{scheme}:”. Passo knows sqlite:/// and postgresql://."
    )


def sqlite_settings(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def postgresql_settings(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ValueError("DATABASE_URL names no database: postgresql://user:password@host/NAME.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
