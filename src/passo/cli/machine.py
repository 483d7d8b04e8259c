"""`passo check`: is this machine set up well? `passo health`: how is Passo doing just now?"""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import typer

from passo.cli import checks
from passo.cli.answers import Answer, Code, table
from passo.cli.commands import command
from passo.lib.words import _

if TYPE_CHECKING:
    from passo.lib.queue.health import Overview, SeenJob


def attach(app: typer.Typer) -> None:
    command(app, "check", _("Say whether this machine is set up well."), tables=False)(check)
    command(app, "health", _("Say how Passo is doing."))(health)


def check() -> Answer:
    found = [examine() for examine in checks.CHECKS]
    well = all(one.state != "bad" for one in found)
    signs = {"good": _("good"), "care": _("worth a look"), "bad": _("not good")}
    rows = [(signs[one.state], one.title, one.sentence) for one in found]
    told = {"well": well, "checks": {one.name: one.told() for one in found}}
    verdict = _("All is well.") if well else _("Something needs you: see above.")
    shown = (table(("", _("What"), _("How it is")), rows), verdict)
    return Answer(told, shown, Code.FINE if well else Code.REFUSED)


def health() -> Answer:
    from passo.lib.data_folder import data_folder
    from passo.lib.dates import format_ago
    from passo.lib.queue.health import overview
    from passo.lib.serve.lock import holder

    seen, served, age = overview(), holder(data_folder()), checks.backup_age()
    now = datetime.now(UTC)
    told = {
        "well": seen.is_well,
        "served_at": served.address if served else None,
        "backup_age_seconds": int(age.total_seconds()) if age is not None else None,
        **the_queue(seen),
    }
    facts = [
        (_("Passo answers at"), told["served_at"] or _("nowhere: it is not running")),
        (_("Processes doing jobs"), len(seen.workers)),
        (_("Jobs waiting"), seen.waiting),
        (_("Waiting longest"), spoken(seen.oldest_wait)),
        (_("Jobs failed"), seen.failed_count),
        (_("Last backup"), format_ago(now - age, now) if age else _("none yet")),
    ]
    shown = [table((_("What"), _("How it is")), facts), schedules_table(seen)]
    if seen.failed:
        shown.append(failed_table(seen.failed))
    return Answer(told, tuple(shown), Code.FINE if seen.is_well else Code.REFUSED)


def the_queue(seen: "Overview") -> dict[str, Any]:
    return {
        "workers": [
            {"host": one.host, "pid": one.pid, "beat_at": one.beat_at, "job": one.job}
            for one in seen.workers
        ],
        "waiting": seen.waiting,
        "resting": seen.resting,
        "oldest_wait_seconds": int(seen.oldest_wait.total_seconds()),
        "running": [told_job(one) for one in seen.running],
        "failed_count": seen.failed_count,
        "failed": [told_job(one) for one in seen.failed],
        "schedules": [
            {
                "name": one.name,
                "every_seconds": one.every_seconds,
                "last_run_at": one.last_run_at,
                "last_state": one.last_state,
                "last_sentence": one.last_sentence,
                "next_run_at": one.next_run_at,
            }
            for one in seen.schedules
        ],
    }


def told_job(job: "SeenJob") -> dict[str, Any]:
    return {"id": str(job.id), "name": job.name, "at": job.at, "reason": job.reason}


def schedules_table(seen: "Overview") -> Any:
    heads = (_("Regular work"), _("Last run"), _("How it went"), _("Next run"))
    return table(
        heads,
        [
            (one.name, one.last_run_at, one.get_last_state_display(), one.next_run_at)
            for one in seen.schedules
        ],
    )


def failed_table(failed: "list[SeenJob]") -> Any:
    heads = (_("Failed job"), _("When"), _("Why"))
    return table(heads, [(one.name, one.at, one.reason) for one in failed])


def spoken(time: timedelta) -> str:
    """In whole days, hours, minutes or seconds, the largest that fits."""
    seconds = int(time.total_seconds())
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
