"""What makes Passo run: serve, its children prepare and jobs, the tables, the version."""

import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import Annotated

import typer

from passo import version
from passo.cli.answers import Answer, say
from passo.cli.commands import command
from passo.lib.words import _, ngettext

PASSED_ON = {"ignore_unknown_options": True, "allow_extra_args": True}


def attach(app: typer.Typer) -> None:
    app.command("serve", help=_("Run Passo: pages and jobs."), add_help_option=False,
                context_settings=PASSED_ON)(serve)  # fmt: skip
    command(app, "jobs", _("Do the jobs that wait, until ended."), django=False)(jobs)
    command(app, "prepare", _("Tables and styles, before serving."), tables=False)(prepare)
    command(app, "migrate", _("Bring the tables up to date."), tables=False)(migrate)
    command(app, "version", _("Which Passo this is."), django=False)(tell_version)


def serve(context: typer.Context) -> None:
    """The supervisor reads its own words, and imports no Django."""
    from passo.lib.serve.supervisor import serve as live
    from passo.lib.serve.wish import wish_from

    if "--json" not in context.args:
        raise typer.Exit(live(wish_from(context.args)))
    said = StringIO()
    with redirect_stdout(sys.stderr), redirect_stderr(said):
        try:
            code = live(wish_from([word for word in context.args if word != "--json"]))
        except SystemExit as mistyped:
            code = int(mistyped.code or 0)
    sentence = said.getvalue().strip().rpartition("error: ")[2]
    say(Answer({"error": sentence} if code else {"ended": True}), as_json=True)
    raise typer.Exit(code)


def jobs(
    *,
    burst: Annotated[bool, typer.Option("--burst", help=_("Only what waits now."))] = False,
) -> Answer:
    from passo.cli.waking import in_sentences, wake
    from passo.lib.queue.process import run_jobs

    wake()
    with in_sentences():
        run_jobs(burst=burst)
    return Answer({"ended": True})


def prepare() -> Answer:
    from passo.businesses.models import SetupLink
    from passo.cli.styles import collect

    applied, collected = apply_migrations(), collect()
    link = f"/welcome/{SetupLink.make()}/" if SetupLink.is_needed() else None
    return Answer(
        {"setup_link": link, "migrated": len(applied), "collected": collected},
        (about(applied), *([_("Set up Passo here: {link}").format(link=link)] if link else [])),
    )


def migrate() -> Answer:
    applied = apply_migrations()
    return Answer({"migrated": len(applied), "applied": applied}, (about(applied),))


def about(applied: list[str]) -> str:
    if not applied:
        return _("The tables are up to date.")
    said = ngettext(
        "{n} change to the tables was made.", "{n} changes to the tables were made.", len(applied)
    )
    return said.format(n=len(applied))


def apply_migrations() -> list[str]:
    from django.core.management import call_command

    waiting = waiting_migrations()
    if waiting:
        call_command("migrate", verbosity=0, interactive=False)
    return waiting


def waiting_migrations() -> list[str]:
    """Those not applied yet, as `area.0001_name`."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{one.app_label}.{one.name}" for one, _backwards in plan]


def tell_version() -> Answer:
    return Answer({"version": version()}, (f"Passo {version()}",))
