"""Waking Django, once a command needs it, and turning its complaints into sentences."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from passo.cli.answers import Stop
from passo.lib.words import _, language


@contextmanager
def awake(*, tables: bool = True) -> Iterator[None]:
    """Django with the wall opened: the command line passes through all businesses.

    `tables=False` for commands that make the tables, or do not look at them.
    """
    wake()
    from django.utils import translation

    from passo.businesses import wall

    with wall.opened(), translation.override(language()), in_sentences():
        if tables:
            make_missing_tables()
        yield


def wake() -> None:
    """A wrong setting stops here, with its own sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ImproperlyConfigured, ValueError, OSError) as problem:
        raise Stop(_("Passo cannot start: {problem}").format(problem=problem)) from problem


def make_missing_tables() -> None:
    """A fresh data folder gets its tables at the first command, whichever that is."""
    from django.core.management import call_command
    from django.db import connection

    if "django_migrations" not in connection.introspection.table_names():
        call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def in_sentences() -> Iterator[None]:
    """A wrong value, a database that does not answer, a disk that is full: each in a sentence."""
    from django.core.exceptions import ValidationError
    from django.db import OperationalError, ProgrammingError

    try:
        yield
    except ValidationError as problem:
        raise Stop(in_one_line(problem)) from problem
    except (OperationalError, ProgrammingError) as problem:
        raise Stop(about_the_database(problem)) from problem
    except OSError as problem:
        said = _("The machine does not let Passo do that: {problem}")
        raise Stop(said.format(problem=problem.strerror or problem)) from problem


def in_one_line(problem: Any) -> str:
    """Which field, and what about it."""
    if hasattr(problem, "error_dict"):
        return " ".join(f"{name}: {' '.join(said)}" for name, said in problem.message_dict.items())
    return " ".join(problem.messages)


def about_the_database(problem: Exception) -> str:
    said = " ".join(str(problem).split())
    if "no such" in said or "does not exist" in said:
        return _("The tables are not up to date ({problem}). “passo migrate” sees to it.").format(
            problem=said
        )
    return _("The database does not answer as it should: {problem}").format(problem=said)
