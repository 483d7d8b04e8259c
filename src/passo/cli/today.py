"""`passo today`: the few steps of the day, as the page shows them."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer
from passo.cli.bringing_in import Slug
from passo.cli.capture import day_said
from passo.cli.commands import command
from passo.cli.finding import business_of
from passo.cli.people import listed
from passo.cli.steps import Day
from passo.lib.words import _

if TYPE_CHECKING:
    from datetime import date

    from passo.businesses.models import Business

Minutes = Annotated[
    int, typer.Option("--minutes", min=1, max=1440, help=_("How many minutes there are."))
]


def attach(app: typer.Typer) -> None:
    command(app, "today", _("The few steps that matter today, and why."))(today)


def today(*, business: Slug = "", day: Day = "", minutes: Minutes = 30) -> Answer:
    target = business_of(business)
    on = day_said(day, target)
    values = told(target, on, minutes)
    heads = [_("With"), _("What"), _("Minutes"), _("Why"), _("Effect")]
    shown = listed(
        "steps",
        values["steps"],
        heads,
        lambda one: (one["person_name"], one["words"], one["minutes"], one["why"], one["effect"]),
    )
    return Answer({"business": target.slug, "date": on, **values}, shown.shown)


def told(target: "Business", on: "date", minutes: int) -> dict[str, Any]:
    from passo.steps.told import plain
    from passo.today import choosing

    choice = choosing.choose(target, on, minutes=minutes)
    rows = plain(target, [one.one for one in choice.offered])
    steps = [
        row | {"why": str(one.one.why), "effect": one.effect, **figures(one.chosen)}
        for row, one in zip(rows, choice.offered, strict=True)
    ]
    return {"minutes": choice.minutes, "resting": choice.resting, "steps": steps}


def figures(chosen: Any) -> dict[str, Any]:
    chance = None if chosen.chance != chosen.chance else round(chosen.chance, 3)
    return {"because": chosen.reason, "chance": chance, "rank": round(chosen.rank, 3)}
