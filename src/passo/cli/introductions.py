"""`passo introductions`: who can introduce us to a person, or to each of a file of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer, Code, Stop, table
from passo.cli.bringing_in import Slug
from passo.cli.capture import day_said
from passo.cli.commands import command
from passo.cli.finding import business_of, the_user
from passo.lib.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from passo.businesses.models import Business, User
    from passo.introductions.routes import Route
    from passo.introductions.seeking import Asked
    from passo.introductions.wanted import Line
    from passo.people.models import Person

LARGEST = 1_000_000  # bytes of a file of targets
SHOWN = 50
NAMED = 5  # who may be meant


def attach(app: typer.Typer) -> None:
    says = _("Who can introduce you: brokers, best first, with the way and why it is believed.")
    command(app, "introductions", says)(introductions)


def introductions(
    *,
    business: Slug = "",
    to: Annotated[
        str, typer.Option(metavar="PERSON", help=_("Whom to meet: number, mail address or name."))
    ] = "",
    targets: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=_("Many to meet: a name or mail address a line, or a table with headings."),
        ),
    ] = None,
    asker: Annotated[
        str, typer.Option("--as", metavar="MAIL", help=_("Who asks; the owner, unless told."))
    ] = "",
    day: Annotated[
        str, typer.Option("--date", metavar="DAY", help=_("The day that is today, as 2026-11-24."))
    ] = "",
) -> Answer:
    from django.utils import timezone

    if bool(to) == bool(targets):
        raise Stop(_("Say whom to meet: --to PERSON, or --targets FILE."), Code.WRONG_USAGE)
    target = business_of(business)
    asked = asked_by(target, asker, day_said(day, target))
    with timezone.override(target.time_zone):
        return to_each(asked, lines_of(targets)) if targets else to_one(asked, to)


def asked_by(business: "Business", mail: str, today: "date") -> "Asked":
    from passo.introductions.seeking import Asked

    return Asked(business, member(business, mail), today)


def member(business: "Business", mail: str) -> "User | None":
    """Without a name the first owner; nobody in particular where there is none."""
    if not mail:
        first = business.owners().order_by("pk").select_related("user").first()
        return first.user if first else None
    user = the_user(mail)
    if not business.memberships.filter(user=user).exists():
        raise Stop(_("They do not belong to this business."), Code.NOT_FOUND)
    return user


def lines_of(path: Path) -> list[str]:
    from passo.introductions import targets

    if not path.is_file():
        raise Stop(_("There is no file {file}.").format(file=path), Code.NOT_FOUND)
    if path.stat().st_size > LARGEST:
        raise Stop(_("{file} is too large for a list of names.").format(file=path))
    return targets.lines_in(path.read_bytes(), path.name)


def to_one(asked: "Asked", to: str) -> Answer:
    from passo.introductions import routes

    person = whom(asked, to)
    found = routes.found(asked, [person.pk])
    brokers = [routes.plain(one) for one in found if one.broker]
    is_known = any(one.is_own and not one.broker for one in found)
    values = {
        "business": asked.business.slug,
        "date": asked.today,
        "target": person.name,
        "target_id": person.pk,
        "is_known": is_known,
        "colleagues": [one.ours for one in found if not one.broker and not one.is_own],
        "brokers": brokers,
        "count": len(brokers),
    }
    shown: list[Any] = [_("You know each other.")] if is_known else []
    heads = [_("Through"), _("The way there"), _("Likely"), _("Days")]
    shown.append(table(heads, (cells(one) for one in found if one.broker)))
    return Answer(values, tuple(shown))


def cells(route: "Route") -> tuple[Any, ...]:
    return (route.names, route.label, route.likelihood, route.whole_days)


def whom(asked: "Asked", to: str) -> "Person":
    """Only who is meant beyond doubt."""
    from passo.introductions import wanted
    from passo.people.person_forms import is_number

    people = asked.business.people.listed()
    found = people.filter(pk=int(to)) if is_number(to) else wanted.who_may_be(asked.business, to)
    may_be: list[Person] = list(found[:NAMED])
    if len(may_be) == 1:
        return may_be[0]
    sentence = _("Nobody here is called “{word}”.").format(word=to)
    if may_be:
        names = ", ".join(f"{one.name} ({one.pk})" for one in may_be)
        sentence = _("Several may be meant: {names}. Say the number of one.").format(names=names)
    raise Stop(sentence, Code.NOT_FOUND)


def to_each(asked: "Asked", lines: list[str]) -> Answer:
    from passo.introductions import routes, wanted

    found = [one for some in parts(lines) for one in wanted.of_lines(asked, some)]
    rows = [
        {
            "line": one.words,
            "target": one.person.name if one.person else None,
            "target_id": one.person.pk if one.person else None,
            "is_reached": one.route is not None,
            "is_known": bool(one.route and one.route.is_own and not one.route.broker),
            "way": routes.plain(one.route) if one.route else None,
        }
        for one in found
    ]
    reached = sum(1 for one in found if one.route)
    values = {
        "business": asked.business.slug,
        "date": asked.today,
        "targets": rows,
        "count": len(rows),
        "reached": reached,
    }
    heads = [_("Whom"), _("Through"), _("The way there")]
    shown = (
        (one.words, through(one), one.route.label if one.route else "") for one in found[:SHOWN]
    )
    said = _("{reached} of {count} can be reached").format(reached=reached, count=len(rows))
    return Answer(values, (table(heads, shown), said))


def through(line: "Line") -> str:
    if line.route:
        return line.route.names
    return _("no way yet") if line.person else _("not in Passo yet")


def parts(lines: list[str]) -> "Iterator[list[str]]":
    from passo.introductions.seeking import MOST_TARGETS

    for start in range(0, len(lines), MOST_TARGETS):
        yield lines[start : start + MOST_TARGETS]
