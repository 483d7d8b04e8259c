"""`passo accounts`, `passo sync`: how live accounts are doing, and a look into them now."""

import time
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer, Code, table
from passo.cli.bringing_in import Slug
from passo.cli.commands import command
from passo.cli.finding import business_of, not_there
from passo.lib.refusal import Refusal
from passo.lib.words import _

if TYPE_CHECKING:
    from passo.businesses.models import Business
    from passo.people.models import LiveAccount

COUNTED = ("people_new", "people_joined", "people_changed", "organisations_new", "touches_new")


def attach(app: typer.Typer) -> None:
    command(app, "accounts", _("How the accounts are doing that Passo looks into."))(accounts)
    command(app, "sync", _("Looks into live accounts now."))(sync)


def accounts(*, business: Slug = "") -> Answer:
    from passo.people.live import telling

    target = business_of(business)
    found = [telling.told(status) for status in telling.statuses(target)]
    values = {"business": target.slug, "accounts": found}
    return Answer(values, (drawn(found),) if found else (_("None yet."),))


def sync(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME…]")] = None,
    *,
    business: Slug = "",
) -> Answer:
    """Without a name all that do not rest; what another process looks into is left to it."""
    from passo.people.live import telling

    target = business_of(business)
    chosen = named(target, names or [])
    before = brought(target)
    began = time.monotonic()
    for account in chosen:
        # Of those nobody named, one that rests or wants its password is passed by.
        with nullcontext() if names else suppress(Refusal):
            look_into(target, account)
    numbers = {account.pk for account in chosen}
    found = [telling.told(one) for one in telling.statuses(target) if one.account.pk in numbers]
    after = brought(target)
    values: dict[str, Any] = {
        "business": target.slug,
        "accounts": found,
        **{name: after[name] - before[name] for name in COUNTED},
        "seconds": round(time.monotonic() - began, 3),
    }
    went_wrong = any(one["error"] for one in found)
    said = _("{people_new} people and {touches_new} touches are new.").format(**values)
    shown = (drawn(found), said) if found else (_("None yet."),)
    return Answer(values, shown, Code.REFUSED if went_wrong else Code.FINE)


def named(business: "Business", names: list[str]) -> "list[LiveAccount]":
    from passo.people.live import telling

    every = list(telling.accounts_of(business))
    if not names:
        return [one for one in every if one.folders and not one.is_paused]
    known = {one.name for one in every}
    missing = next((name for name in names if name not in known), None)
    if missing is not None:
        raise not_there(
            _("There is no account “{word}”.").format(word=missing), missing, sorted(known)
        )
    return [one for one in every if one.name in names]


def look_into(business: "Business", account: "LiveAccount") -> None:
    """Stretch by stretch, until nothing more is to come."""
    from passo.people.live import looking, turns

    turns.refuse_what_cannot_be_looked_into(account)
    turns.due_now(account)
    while looking.look_into(business, account.pk):
        continue


def brought(business: "Business") -> dict[str, int]:
    from passo.people.live import telling

    counts = [status.counts for status in telling.statuses(business)]
    return {name: sum(one.get(name, 0) for one in counts) for name in COUNTED}


def drawn(found: list[dict[str, Any]]) -> Any:
    heads = (_("Name"), _("How it is"), _("Newest"), _("Number"), _("Looked"), _("Looks next"))
    columns = ("name", "sentence", "newest_at", "count", "last_run_at", "next_run_at")
    rows = [
        [one[column] if column != "sentence" else one["error"] or one[column] for column in columns]
        for one in found
    ]
    return table(heads, rows)
