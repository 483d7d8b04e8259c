"""What `passo check` looks at, one function each; `CHECKS` is the plain list."""

import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from passo.lib.words import LANGUAGES, LOCALE, _

LITTLE_SPACE, TOO_LITTLE_SPACE = 2_000_000_000, 300_000_000
OLDEST_POSTGRESQL = 15


@dataclass(frozen=True)
class Check:
    """`state` is good, care or bad; only bad ends `passo check` with a code."""

    name: str
    title: str
    state: str
    sentence: str

    def told(self) -> dict[str, str]:
        return {"state": self.state, "sentence": self.sentence}


def address() -> Check:
    from django.conf import settings

    title = _("Address")
    if settings.EVERY_INTERFACE and not settings.SECURE:
        said = _("Passwords travel unprotected to {address}. Put HTTPS in front.")
        return Check("address", title, "care", said.format(address=settings.ADDRESS))
    return Check("address", title, "good", settings.ADDRESS)


def folder() -> Check:
    """Everything in it is for its owner alone."""
    from passo.lib.data_folder import data_folder

    place, title = data_folder(), _("Data folder")
    open_ones = [path.name for path in private_paths(place) if is_open(path)]
    if open_ones:
        said = _("Others on this machine can read {names}. Take their rights away: {command}")
        command = f"chmod -R go-rwx {place}"
        return Check(
            "folder", title, "bad", said.format(names=", ".join(open_ones), command=command)
        )
    return Check("folder", title, "good", str(place))


def private_paths(place: Path) -> list[Path]:
    """The folder and what lies in it; styles are everybody's."""
    return [place, *(path for path in sorted(place.iterdir()) if path.name != "static")]


def is_open(path: Path) -> bool:
    """Inside a closed folder nobody gets at a file; the folder and the secrets are closed twice."""
    twice = path.is_dir() or path.name in {"secrets.json", "passo.sqlite3"}
    return twice and bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def database() -> Check:
    from django.db import DatabaseError, connection

    title = _("Database")
    try:
        connection.ensure_connection()
    except DatabaseError as problem:
        return Check("database", title, "bad", " ".join(str(problem).split()))
    number = connection.get_database_version()
    said = f"{connection.display_name} {'.'.join(str(part) for part in number)}"
    if connection.vendor == "postgresql" and number[0] < OLDEST_POSTGRESQL:
        return Check("database", title, "bad", _("{old}: 15 is needed.").format(old=said))
    return Check("database", title, "good", said)


def tables() -> Check:
    from django.db import DatabaseError

    from passo.cli.running import waiting_migrations

    title = _("Tables")
    try:
        waiting = waiting_migrations()
    except DatabaseError:
        return Check("tables", title, "bad", _("The database does not answer."))
    if waiting:
        said = _("{n} changes wait. “passo migrate” makes them.").format(n=len(waiting))
        return Check("tables", title, "bad", said)
    return Check("tables", title, "good", _("up to date"))


def wall() -> Check:
    """On PostgreSQL: nobody may walk through the second wall, and no table may stand outside."""
    from django.db import DatabaseError, connection

    title = _("Second wall")
    if connection.vendor != "postgresql":
        return Check("wall", title, "good", _("PostgreSQL only; here the first one stands alone"))
    try:
        over, outside = walks_over_the_wall(), tables_outside()
    except DatabaseError:
        return Check("wall", title, "bad", _("The database does not answer."))
    if over:
        said = _("The role “{role}” walks through it. Take SUPERUSER and BYPASSRLS away.")
        return Check("wall", title, "bad", said.format(role=over))
    if outside:
        said = _("These tables stand outside: {tables}.").format(tables=", ".join(outside))
        return Check("wall", title, "bad", said)
    return Check("wall", title, "good", _("stands"))


def walks_over_the_wall() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname FROM pg_roles"
            " WHERE rolname = current_user AND (rolsuper OR rolbypassrls)"
        )
        found = cursor.fetchone()
    return str(found[0]) if found else ""


def tables_outside() -> list[str]:
    """Tables with a business in them on which row-level security is not forced."""
    from django.apps import apps
    from django.db import connection

    wanted = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.name == "business" for field in model._meta.concrete_fields)
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
            " AND relnamespace = current_schema()::regnamespace"
        )
        walled = {name for (name,) in cursor.fetchall()}
    return sorted(wanted - walled)


def styles() -> Check:
    from passo.cli.styles import is_collected

    title = _("Styles")
    if is_collected():
        return Check("styles", title, "good", _("gathered"))
    return Check("styles", title, "care", _("Not gathered yet. “passo serve” sees to it."))


def space() -> Check:
    from passo.lib.data_folder import data_folder

    free, title = shutil.disk_usage(data_folder()).free, _("Space on the disk")
    said = _("{gigabytes:.1f} GB free").format(gigabytes=free / 1e9)
    state = "bad" if free < TOO_LITTLE_SPACE else "care" if free < LITTLE_SPACE else "good"
    return Check("space", title, state, said)


def messages() -> Check:
    """Compiled texts of every language, none older than what it was compiled from."""
    title = _("Languages")
    missing = [language for language in LANGUAGES if language != "en" and is_stale(language)]
    if missing:
        said = _("Not compiled: {languages}.").format(languages=", ".join(missing))
        return Check("messages", title, "care", said)
    return Check("messages", title, "good", ", ".join(LANGUAGES))


def is_stale(language: str) -> bool:
    texts = LOCALE / language / "LC_MESSAGES" / "django.po"
    compiled = texts.with_suffix(".mo")
    return not compiled.exists() or (
        texts.exists() and texts.stat().st_mtime > compiled.stat().st_mtime + 2
    )


def mail() -> Check:
    from django.conf import settings

    if settings.HAS_MAIL:
        return Check("mail", _("Mail"), "good", settings.DEFAULT_FROM_EMAIL)
    said = _("None. Links for a new password come from “passo user reset-link MAIL”.")
    return Check("mail", _("Mail"), "good", said)


def backup() -> Check:
    from passo.lib.dates import format_ago

    age, title = backup_age(), _("Backup")
    if age is None:
        return Check("backup", title, "care", _("There is none yet. “passo backup” takes one."))
    state = "good" if age < timedelta(days=2) else "care"
    now = datetime.now(UTC)
    return Check("backup", title, state, format_ago(now - age, now))


def backup_age() -> timedelta | None:
    from django.conf import settings

    from passo.lib import archive

    known = archive.backups(settings.BACKUPS)
    if not known:
        return None
    return datetime.now(UTC) - datetime.fromtimestamp(known[0].stat().st_mtime, UTC)


CHECKS: list[Callable[[], Check]] = [
    address,
    folder,
    database,
    tables,
    wall,
    styles,
    space,
    messages,
    mail,
    backup,
]
