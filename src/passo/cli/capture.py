"""`passo capture TEXT`: a line in own words, understood and kept, for scripts and for hands."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer, Code, Stop, table
from passo.cli.bringing_in import Slug
from passo.cli.commands import command
from passo.cli.finding import business_of
from passo.lib.words import _

if TYPE_CHECKING:
    from datetime import date

    from passo.businesses.models import Business
    from passo.engine.capture import Captured, Recognised
    from passo.people.capturing import Newcomer
    from passo.people.models import Person

    Who = Person | Newcomer | None


def attach(app: typer.Typer) -> None:
    command(app, "capture", _("Note one line in your own words: who, what, next step, when."))(
        capture
    )


def capture(
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    *,
    business: Slug = "",
    day: Annotated[
        str, typer.Option("--date", metavar="DAY", help=_("The day it is said, as 2026-11-24."))
    ] = "",
    person: Annotated[
        list[int] | None,
        typer.Option(metavar="ID", help=_("Who is meant, where several may be; may be repeated.")),
    ] = None,
    alone: Annotated[
        bool, typer.Option("--alone", help=_("Keep it also where it names nobody."))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Only say what was understood."))
    ] = False,
) -> Answer:
    from passo.people import capturing

    target = business_of(business)
    if not text.strip() or len(text) > capturing.MOST_LETTERS:
        most = capturing.MOST_LETTERS
        raise Stop(_("Write one line, of at most {most} letters.").format(most=most))
    today = day_said(day, target)
    said = capturing.understand(target, text.strip(), today=today)
    given = named_by_number(target, person or [])
    who = [meant(target, one, given) for one in said.persons]
    others = [one for one in given.values() if one not in who]
    people = [one for one in who if one is not None] + others
    values = {**told(said, who, others), "kept": False, "touch_id": None}
    problem = "" if dry_run else what_is_open(said, who, people, alone=alone)
    if problem:
        return Answer({**values, "error": problem}, shown(values, problem), Code.REFUSED)
    if not dry_run:
        values |= kept(target, said, [*who, *others], values["persons"], today)
    return Answer(values, shown(values, ""))


def kept(
    business: "Business",
    said: "Captured",
    answers: "list[Any]",
    slots: list[dict[str, Any]],
    today: "date",
) -> dict[str, Any]:
    """New people are made first, so that the answer can give their numbers."""
    from django.db import transaction

    from passo.people import capturing

    with transaction.atomic():
        made = capturing.everybody(business, answers, said.note, by=None)
        for one, answer in zip(slots, answers, strict=True):
            one["id"] = made[answer].pk
        people = list(dict.fromkeys(made.values()))
        touch = capturing.keep(business, note_of(said, people, today), by=None)
    return {"kept": True, "touch_id": touch.pk}


def day_said(day: str, business: "Business") -> "date":
    from datetime import date
    from zoneinfo import ZoneInfo

    from django.utils import timezone

    if not day:
        return timezone.now().astimezone(ZoneInfo(business.time_zone)).date()
    try:
        said = date.fromisoformat(day)
    except ValueError:
        said = date.min
    if not 1900 <= said.year <= 2200:  # noqa: PLR2004 -- years that somebody can mean
        wrong = _("“{day}” is no day. Write it as 2026-11-24.").format(day=day)
        raise Stop(wrong, Code.WRONG_USAGE)
    return said


def named_by_number(business: "Business", ids: list[int]) -> "dict[int, Person]":
    from passo.people import capturing

    found = capturing.people_of(business, ids)
    missing = [one for one in ids if one not in found]
    if missing:
        raise Stop(_("There is no person {id}.").format(id=missing[0]), Code.NOT_FOUND)
    return found


def meant(business: "Business", one: "Recognised", given: "dict[int, Person]") -> "Who":
    """Whom the words mean, as far as the words or `--person` say it."""
    from passo.people import capturing

    ids = [int(candidate.id) for candidate in one.candidates]
    chosen = next((pk for pk in ids if pk in given), None)
    if chosen is not None:
        return given[chosen]
    if one.is_new:
        return capturing.newcomer_of(one)
    return capturing.people_of(business, ids).get(ids[0]) if one.person else None


def what_is_open(said: "Captured", who: "list[Who]", people: "list[Any]", *, alone: bool) -> str:
    unsure = [one.text for one, answer in zip(said.persons, who, strict=True) if answer is None]
    if unsure:
        return _("Who is {name}? Choose with --person ID.").format(name=unsure[0])
    if not people and not alone:
        return _("Whom was it with? Say it with --person ID, or add --alone.")
    return ""


def note_of(said: "Captured", people: "list[Person]", today: "date") -> Any:
    from passo.people import capturing

    return capturing.Note(
        text=said.note,
        people=people,
        kind=capturing.kind_of(said),
        direction=said.direction,
        day=said.touch_date or today,
        step=said.step,
        step_on=said.step_date,
        promise=said.promise,
    )


def told(said: "Captured", who: "list[Who]", others: "list[Person]") -> dict[str, Any]:
    persons = [
        slot(one.text, answer, one) for one, answer in zip(said.persons, who, strict=True)
    ] + [slot(person.name, person, None) for person in others]
    first = persons[0] if persons else None
    is_known = first is not None and (first["id"] is not None or first["is_new"])
    money = {"cents": said.money.cents, "currency": said.money.currency} if said.money else None
    return {
        "text": said.note,
        "language": said.language,
        "person": first if is_known else None,
        "candidates": [] if is_known or first is None else first["candidates"],
        "persons": persons,
        "touch": said.touch,
        "direction": said.direction,
        "touch_date": said.touch_date,
        "step": said.step,
        "step_date": said.step_date,
        "money": money,
        "promise": said.promise,
    }


def slot(text: str, answer: "Who", one: "Recognised | None") -> dict[str, Any]:
    from passo.people.capturing import Newcomer

    is_new = isinstance(answer, Newcomer)
    candidates = one.candidates if one else ()
    return {
        "text": text,
        "id": None if answer is None else getattr(answer, "pk", None),
        "name": answer.name if answer else text,
        "organisation": str(answer.organisation or "") if answer else "",
        "is_new": is_new,
        "candidates": [
            {
                "id": known.id,
                "name": f"{known.given} {known.family}".strip(),
                "organisation": known.organisation,
                "strength": round(known.strength, 4),
            }
            for known in candidates
        ],
    }


def shown(values: dict[str, Any], problem: str) -> tuple[Any, ...]:
    rows = [
        (_("Who"), ", ".join(one["name"] for one in values["persons"])),
        (_("What"), f"{values['touch']} {values['direction']} {values['touch_date'] or ''}"),
        (_("Next"), f"{values['step']} {values['step_date'] or ''}"),
        (_("Kept"), _("yes") if values["kept"] else _("no")),
    ]
    choices = [
        (one["id"], one["name"], one["organisation"])
        for one in (values["candidates"] if problem else ())
    ]
    asked = (problem, table(("ID", _("Name"), _("Organisation")), choices)) if choices else ()
    return (table((_("What"), ""), rows), *(asked or (problem,) * bool(problem)))
