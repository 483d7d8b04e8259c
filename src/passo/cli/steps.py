"""`passo steps|promises|replies`: what may be done next, what is owed, who waits."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer
from passo.cli.bringing_in import Slug
from passo.cli.capture import day_said
from passo.cli.commands import command
from passo.cli.finding import business_of
from passo.cli.people import listed
from passo.lib.words import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from passo.businesses.models import Business

Day = Annotated[
    str, typer.Option("--date", metavar="DAY", help=_("The day that is today, as 2026-11-24."))
]


def attach(app: typer.Typer) -> None:
    command(app, "steps", _("What may be done next, and why."))(steps)
    command(app, "promises", _("What you promised, and what was promised to you."))(promises)
    command(app, "replies", _("Who wrote last and may wait for an answer."))(replies)


def steps(*, business: Slug = "", day: Day = "") -> Answer:
    from passo.steps import told

    return told_on("steps", told.steps, business, day)


def promises(*, business: Slug = "", day: Day = "") -> Answer:
    from passo.steps import told

    return told_on("promises", told.promises, business, day)


def replies(*, business: Slug = "", day: Day = "") -> Answer:
    from passo.steps import told

    return told_on("replies", told.replies, business, day)


def told_on(
    name: str,
    tell: "Callable[[Business, date], list[dict[str, Any]]]",
    business: str,
    day: str,
) -> Answer:
    target = business_of(business)
    today = day_said(day, target)
    heads = [_("With"), _("What"), _("Minutes"), _("By"), _("Why")]
    answer = listed(
        name,
        tell(target, today),
        heads,
        lambda one: (one["person_name"], one["words"], one["minutes"], one["due"], one["reason"]),
    )
    return Answer({"business": target.slug, "date": today, **answer.values}, answer.shown)
