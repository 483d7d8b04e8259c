"""`passo opportunities`: whom one is walking with, where each stands, and what shows it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer, Code, Stop
from passo.cli.bringing_in import Slug
from passo.cli.capture import day_said
from passo.cli.commands import command
from passo.cli.finding import business_of
from passo.cli.people import listed
from passo.lib.words import _

if TYPE_CHECKING:
    pass


def attach(app: typer.Typer) -> None:
    says = _("Whom you are walking with: the stage of each, what shows it, what comes next.")
    command(app, "opportunities", says)(opportunities)


def opportunities(
    *,
    business: Slug = "",
    day: Annotated[
        str,
        typer.Option("--date", metavar="DAY", help=_("As of another day, written 2026-11-24.")),
    ] = "",
    stage: Annotated[
        str, typer.Option(metavar="NAME", help=_("Only those at this stage, as small_offer."))
    ] = "",
) -> Answer:
    from django.utils import timezone

    from passo.steps import told_opportunities

    target = business_of(business)
    today, rung = day_said(day, target), rung_of(stage)
    with timezone.override(target.time_zone):
        found = told_opportunities.opportunities(target, today=today, stage=rung, as_of=bool(day))
        rows = list(found)
    answer = listed("opportunities", rows, heads(), cells_of)
    values = {"business": target.slug, "date": today, **answer.values}
    return Answer(values, answer.shown)


def rung_of(stage: str) -> int:
    from passo.steps import stages

    if not stage:
        return 0
    if stage not in stages.NAMES:
        known = ", ".join(stages.NAMES)
        raise Stop(_("Choose a stage: {known}.").format(known=known), Code.WRONG_USAGE)
    return int(stages.NAMES[stage])


def heads() -> list[str]:
    return [_("Name"), _("Organisation"), _("State"), _("Stage"), _("Skipped"), _("Next step")]


def cells_of(one: dict[str, Any]) -> tuple[Any, ...]:
    return (
        one["person"],
        one["organisation"],
        one["state"],
        one["stage"],
        ", ".join(one["skipped"]),
        one["next_step"]["words"],
    )
