"""`passo import FILE…`: what the page “Bring in” does, at once and without a browser."""

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer, Code, Stop
from passo.cli.commands import command
from passo.cli.finding import business_of
from passo.lib.words import _

if TYPE_CHECKING:
    from passo.businesses.models import Business
    from passo.people.models import Import

Slug = Annotated[
    str, typer.Option("--business", metavar="SLUG", help=_("Which business; else the only one."))
]
Refused = dict[str, Any]  # a file that nobody could read, told as a problem is


def attach(app: typer.Typer) -> None:
    command(app, "import", _("Bring in contacts, mail and calendars from files."))(bring_in)


def bring_in(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    *,
    business: Slug = "",
    own: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help=_("A mail address of your own; may be repeated.")),
    ] = None,
    keep_bodies: Annotated[
        bool, typer.Option("--keep-bodies", help=_("Keep what mails say, not only who and when."))
    ] = False,
) -> Answer:
    from passo.people.bringing_in import beginning

    missing = [file for file in files if not file.exists()]
    if missing:
        raise Stop(_("There is no file {file}.").format(file=missing[0]), Code.NOT_FOUND)
    target = business_of(business)
    beginning.say_own(target, own or [])
    began = time.monotonic()
    refused: list[Refused] = []
    placed = [one for file in files if (one := put_into(target, file, refused))]
    placed.sort(key=lambda one: beginning.order_of(one.kind))
    done = [carried_out(target, one, keep_bodies=keep_bodies) for one in placed]
    follow_up(target)
    return told(target, done, refused, time.monotonic() - began)


def put_into(business: "Business", file: Path, refused: "list[Refused]") -> "Import | None":
    """The file stays where it is; a link to it lies in the business's folder until it is read."""
    from passo.businesses.files import new_file
    from passo.lib.refusal import Refusal
    from passo.people.bringing_in import beginning

    place = new_file(business.pk, "link")
    place.unlink()
    place.symlink_to(file.resolve())
    try:
        made = beginning.begin(business, place, file.name or file.resolve().name, by=None)
    except Refusal as problem:
        place.unlink()
        refused.append({"file": file.name, "line": 1, "sentence": problem.sentence, "what": ""})
        return None
    except BaseException:
        place.unlink()
        raise
    if not beginning.own_addresses(business):
        beginning.say_own(business, beginning.guess_own(business, place, made.kind))
    return made


def carried_out(business: "Business", brought_by: "Import", *, keep_bodies: bool) -> "Import":
    """Here and now; if this process is killed, the worker of a running Passo goes on with it."""
    from passo.people.bringing_in import beginning, carrying_on

    beginning.start(brought_by, keep_bodies=keep_bodies, queue=False)
    carrying_on.carry_on(business, brought_by.pk)
    brought_by.refresh_from_db()
    return brought_by


def follow_up(business: "Business") -> None:
    """What a worker would do after it: the next command sees it already."""
    from django.conf import settings

    from passo.lib.queue import at_once

    for name in settings.AFTER_IMPORT:
        at_once(name, business.pk)


def told(
    business: "Business", done: "list[Import]", refused: "list[Refused]", seconds: float
) -> Answer:
    """Every figure, also where no file could be read: then it is an error, too."""
    from passo.people.bringing_in.report import counted, problems_of

    counts = Counter(counted(None))
    for one in done:
        counts.update(counted(one))
    problems = refused + [problem for one in done for problem in problems_of(one)]
    values: dict[str, Any] = {
        "business": business.slug,
        "imports": [{"id": one.pk, "file": one.name, "kind": one.kind} for one in done],
        **counts,
        "own_addresses": sorted(business.own_addresses.values_list("address", flat=True)),
        "problems": problems,
        "seconds": round(seconds, 3),
    }
    sentence = _(
        "{people_new} people are new, {people_joined} were joined, {people_unchanged} were known;"
        " {organisations_new} organisations and {touches_new} touches are new."
    ).format(**values)
    lines = tuple(f"{one['file']}:{one['line']}: {one['sentence']}" for one in problems[:20])
    if not done:
        return Answer(values | {"error": refused[0]["sentence"]}, lines, Code.REFUSED)
    return Answer(values, (sentence, *lines))
