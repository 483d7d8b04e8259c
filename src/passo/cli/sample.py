"""`passo demo`: the sample business comes and goes."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from passo.cli.answers import Answer, Code, Stop
from passo.cli.commands import command
from passo.cli.links import public, user_of
from passo.cli.users import invite_in
from passo.lib.words import _

if TYPE_CHECKING:
    from passo.businesses.models import User


def attach(app: typer.Typer) -> None:
    command(app, "demo", _("Build the sample business, or take it away."))(demo)


def demo(
    clock: Annotated[
        str, typer.Option(metavar="ISO", help=_("Tell its two years up to this moment."))
    ] = "",
    owner: Annotated[
        str, typer.Option(metavar="MAIL", help=_("Who gets to see it; else who runs this Passo."))
    ] = "",
    *,
    remove: Annotated[bool, typer.Option("--remove", help=_("Take it away again."))] = False,
) -> Answer:
    return take_away() if remove else build(read_clock(clock), owner)


def read_clock(said: str) -> datetime:
    """A moment without a zone is one in Bologna."""
    from django.utils import timezone

    try:
        return datetime.fromisoformat(said) if said else timezone.now()
    except ValueError as problem:
        raise Stop(
            _("“{said}” is no moment. Write 2026-11-22 or 2026-11-22T09:00.").format(said=said),
            Code.WRONG_USAGE,
        ) from problem


def build(clock: datetime, mail: str) -> Answer:
    from django.db import transaction

    from passo.today import demo as sample_business

    with transaction.atomic():
        user, link = user_of(mail) if mail else (first_operator(), None)
        before = {one.pk for one in sample_business.samples()}
        sample = sample_business.build(user, clock)
    made = sample.pk not in before
    address = public(f"/b/{sample.slug}/")
    told = {
        "slug": sample.slug,
        "name": sample.name,
        "address": address,
        "made": made,
        "owner": user.email if user else None,
        "password_link": link,
        "members": sample.memberships.count(),
        "changes": sample.changes.count(),
    }
    said = _("{name} is ready: {address}") if made else _("{name} is there already: {address}")
    sentence = said.format(name=sample.name, address=address)
    return Answer(told, (sentence, *invite_in(link), *unseen(user)))


def first_operator() -> "User | None":
    from passo.businesses.models import User

    return User.objects.filter(is_operator=True, is_active=True).order_by("id").first()


def unseen(user: "User | None") -> tuple[str, ...]:
    if user:
        return ()
    return (_("Nobody can see it yet. “passo demo --owner MAIL” lets somebody in."),)


def take_away() -> Answer:
    from passo.today import demo as sample_business

    slugs = []
    for sample in sample_business.samples():
        slugs.append(sample.slug)
        sample_business.remove(sample)
    said = _("The sample business is gone.") if slugs else _("There is no sample business.")
    return Answer({"removed": slugs}, (said,))
