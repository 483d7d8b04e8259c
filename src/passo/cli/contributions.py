"""`passo contributions`: what was given and received, what is not thanked for, the balance."""

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
    from passo.businesses.models import Business
    from passo.introductions.contributions import Wish


def attach(app: typer.Typer) -> None:
    says = _("What you gave and received, what is not thanked for, and the balance.")
    command(app, "contributions", says)(contributions)


def contributions(
    *,
    business: Slug = "",
    show: Annotated[
        str, typer.Option(metavar="WAY", help=_("Only given, received or unthanked."))
    ] = "",
    kind: Annotated[
        str, typer.Option(metavar="NAME", help=_("Only this kind, as introduction."))
    ] = "",
    person: Annotated[int, typer.Option(metavar="ID", help=_("Only with this person."))] = 0,
    day: Annotated[
        str, typer.Option("--date", metavar="DAY", help=_("The day that is today, as 2026-11-24."))
    ] = "",
) -> Answer:
    from passo.introductions import told

    target = business_of(business)
    wish = wish_for(target, show, kind, person)
    today = day_said(day, target)
    answer = listed("contributions", list(told.contributions(target, wish)), heads(), cells_of)
    about = {"business": target.slug, "date": today, **told.standing(target, wish, today)}
    return Answer({**about, **answer.values}, answer.shown)


def wish_for(target: "Business", show: str, kind: str, person: int) -> "Wish":
    """What is not there is said, and not looked over."""
    from passo.introductions.contributions import SHOWS, wish_of
    from passo.introductions.models.contribution import Kind

    for said, known in ((show, SHOWS), (kind, Kind.values)):
        if said and said not in known:
            sentence = _("Choose one: {known}.").format(known=", ".join(known))
            raise Stop(sentence, Code.WRONG_USAGE)
    wish = wish_of(target, {"show": show, "kind": kind, "person": str(person)})
    if person and wish.person is None:
        raise Stop(_("There is no such person in this business."), Code.NOT_FOUND)
    return wish


def heads() -> list[str]:
    return [_("On"), _("Way"), _("With"), _("Kind"), _("What"), _("Size"), _("Thanked")]


def cells_of(one: dict[str, Any]) -> tuple[Any, ...]:
    what = one["words"] or (one["met"]["name"] if one["met"] else "")
    return (
        one["on"],
        one["way"],
        one["person"]["name"],
        one["kind"],
        what,
        one["size"],
        one["thanked_on"],
    )
