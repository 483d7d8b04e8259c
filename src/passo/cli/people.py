"""`passo people|organisations|ties|duplicates`: what the pages list, for scripts and for eyes;
and `passo export`: all of it, to take along.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from passo.cli.answers import Answer, Code, Stop, table
from passo.cli.bringing_in import Slug
from passo.cli.commands import command
from passo.cli.finding import business_of
from passo.lib.words import _

SHOWN = 50  # rows for eyes; `--json` gives all
Words = Annotated[list[str] | None, typer.Argument(metavar="WORDS", help=_("Only who matches."))]


def attach(app: typer.Typer) -> None:
    command(app, "people", _("Everybody you know, with ties and where they came from."))(people)
    command(app, "organisations", _("The firms your people belong to."))(organisations)
    command(app, "ties", _("How close you are, and who knows whom."))(ties)
    command(app, "duplicates", _("Who may be the same person."))(duplicates)
    command(app, "export", _("Take everything about people along, in formats others read."))(export)


def people(words: Words = None, *, business: Slug = "") -> Answer:
    from passo.people import finding, told

    target = business_of(business)
    found = finding.people_matching(target, " ".join(words or []))
    rows = list(told.people(target, found))
    return listed(
        "people",
        rows,
        [_("Name"), _("Organisation"), _("Strength"), _("Warmth"), _("Last touch")],
        lambda one: (
            one["name"],
            ", ".join(firm["name"] for firm in one["organisations"]),
            one["strength"],
            one["warmth"],
            one["last_touch"],
        ),
    )


def organisations(*, business: Slug = "") -> Answer:
    from passo.people import told

    rows = list(told.organisations(business_of(business)))
    heads = [_("Name"), _("Internet domain"), _("People")]
    return listed(
        "organisations", rows, heads, lambda one: (one["name"], one["domain"], one["people"])
    )


def ties(*, business: Slug = "") -> Answer:
    from passo.people import told

    rows = list(told.ties(business_of(business)))
    heads = [_("Between"), _("And"), _("Strength"), _("From")]
    return listed(
        "ties",
        rows,
        heads,
        lambda one: (
            one.get("one_name", _("you")),
            one["other_name"],
            one["strength"],
            one["kind"],
        ),
    )


def duplicates(*, business: Slug = "") -> Answer:
    from passo.people import told

    rows = list(told.duplicates(business_of(business)))
    heads = [_("One"), _("Other"), _("Probability"), _("State"), _("Why")]
    return listed(
        "duplicates",
        rows,
        heads,
        lambda one: (
            one["one_name"],
            one["other_name"],
            one["probability"],
            one["state"],
            " ".join(one["because"]),
        ),
    )


def listed(name: str, rows: list[dict[str, Any]], heads: list[str], cells: Any) -> Answer:
    """All of them for a script; for eyes the first few, and how many there are."""
    shown: Iterator[Any] = (cells(row) for row in islice(rows, SHOWN))
    count = _("{shown} of {count}").format(shown=min(SHOWN, len(rows)), count=len(rows))
    return Answer({name: rows, "count": len(rows)}, (table(heads, shown), count))


def export(
    *,
    business: Slug = "",
    form: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help=_("vcard, csv, ics, json or all (a zip).")),
    ] = "json",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Where it is written."))
    ] = None,
) -> Answer:
    from passo.people.yours import exporting
    from passo.people.yours.files import ALL, FILES

    if form not in {*FILES, ALL}:
        known = ", ".join([*FILES, ALL])
        raise Stop(_("Choose a format: {known}.").format(known=known), Code.WRONG_USAGE)
    target = business_of(business)
    if output and not output.absolute().parent.is_dir():
        raise Stop(_("There is no folder {file}.").format(file=output.parent), Code.NOT_FOUND)
    path = output or Path(exporting.named(target, form))
    count = exporting.write_beside(path, target, form)
    told = {
        "business": target.slug,
        "format": form,
        "file": str(path),
        "people": count,
        "bytes": path.stat().st_size,
    }
    return Answer(told, (_("{people} people are in {file}.").format(**told),))
