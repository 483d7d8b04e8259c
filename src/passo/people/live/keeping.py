"""What an owner decides about an account: what is read, that it rests, goes on or goes."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.models import Business, User
from passo.lib.queue import later
from passo.lib.refusal import Refusal
from passo.lib.remote.server import Server, Site
from passo.people.addresses import mail_of
from passo.people.bringing_in import beginning, undoing
from passo.people.live import connecting, turns
from passo.people.live.places import Folder
from passo.people.models import Import, LiveAccount
from passo.people.models.source import State

KINDS = {"calendar": "caldav", "contacts": "carddav"}


def add_mailbox(
    business: Business, server: Server, found: list[Folder], *, name: str, by: User
) -> LiveAccount:
    """`name` is its mail address: mail from there is ours."""
    values = {"host": server.host, "port": server.port, "security": server.security}
    account = add(business, "imap", name, found, by=by, user=server.user,
                  password=server.password, **values)  # fmt: skip
    beginning.say_own(business, [own for one in (name, server.user) if (own := mail_of(one))])
    return account


def add_collections(
    business: Business, found: dict[str, list[tuple[Site, Folder]]], *, name: str, by: User
) -> list[LiveAccount]:
    """Calendars are one account, address books another: each can be left by itself."""
    made = []
    for kind, places in sorted(found.items()):
        site = places[0][0]
        folders = [folder for _site, folder in places]
        values = {"user": site.user, "password": site.password, "address": site.address}
        made.append(add(business, KINDS[kind], name, folders, by=by, **values))
    if own := mail_of(name):
        beginning.say_own(business, [own])
    return made


def add_calendar(business: Business, site: Site, *, name: str, by: User) -> LiveAccount:
    """A calendar that is its address: nothing to choose, so it is looked into at once."""
    whole = Folder(name="", title=name, use="calendar", count=0)
    values = {"user": site.user, "password": site.password, "address": site.address}
    account = add(business, "ics", name, [whole], by=by, **values)
    choose(account, [""], by=by)
    return account


def add(
    business: Business, kind: str, name: str, found: list[Folder], *, by: User, **values: Any
) -> LiveAccount:
    with transaction.atomic():
        brings = make_import(business, kind, name, {"found": found})
        return LiveAccount.add(
            by=by, business=business, kind=kind, name=name[:120], brings=brings, **values
        )


def make_import(business: Business, kind: str, name: str, options: dict[str, Any]) -> Import:
    return Import.objects.create(
        business=business, kind=kind, name=name[:200], state=State.DONE, options=options
    )


def choices_of(account: LiveAccount) -> list[Folder]:
    """What could be read there, as it was found last."""
    found: list[Folder] = account.brings.options.get("found", []) if account.brings else []
    known = {folder["name"] for folder in found}
    return [*found, *(folder for folder in account.folders if folder["name"] not in known)]


def find_again(account: LiveAccount) -> None:
    found = connecting.found_anew(account)
    if account.brings:
        account.brings.options = {**account.brings.options, "found": found}
        account.brings.save(update_fields=["options"])


def choose(
    account: LiveAccount, names: Collection[str], *, by: User, keep_bodies: bool = False
) -> None:
    """From now on these are read. What others brought before stays."""
    chosen = [folder for folder in choices_of(account) if folder["name"] in names]
    if not chosen:
        raise Refusal(_("Please choose at least one, or disconnect the account."))
    with transaction.atomic():
        account.change(by=by, what="settle", folders=chosen)
        brings = account.brings or begin_anew(account)
        brings.options = {**brings.options, "keep_bodies": keep_bodies}
        if brings.progress is None:
            brings.progress = make_progress(account)
        brings.save(update_fields=["options", "progress"])
        go_on_now(account)


def make_progress(account: LiveAccount) -> Any:
    return account.business.progresses.create(kind="sync", title=account.name)


def begin_anew(account: LiveAccount) -> Import:
    """All that it brought was taken back; it may come again."""
    options = account.brings.options if account.brings else {}
    made = make_import(account.business, account.kind, account.name, options)
    made.progress = make_progress(account)
    made.save(update_fields=["progress"])
    account.brings, account.cursor, account.count, account.newest_at = made, {}, 0, None
    account.save(update_fields=["brings", "cursor", "count", "newest_at"])
    return made


def go_on_now(account: LiveAccount) -> None:
    if not account.is_paused and not turns.is_looking(account):
        turns.due_now(account)
        later("people.sync", account.business_id, account.pk)


def pause(account: LiveAccount, *, by: User) -> Any:
    """A look that is under way stops at its next batch, for its claim is gone."""
    with transaction.atomic():
        LiveAccount.objects.filter(pk=account.pk).update(next_run_at=timezone.now())
        return account.change(by=by, what="settle", is_paused=True)


def resume(account: LiveAccount, *, by: User) -> Any:
    with transaction.atomic():
        if account.brings is None or account.brings.state == State.UNDONE:
            begin_anew(account)
        change = account.change(by=by, what="settle", is_paused=False)
        if account.folders and not turns.needs_password(account):
            go_on_now(account)
        return change


def retype(account: LiveAccount, password: str) -> LiveAccount:
    """Tried before it is kept. History never hears of it."""
    account.password = password
    connecting.found_anew(account)
    account.failures, account.error = 0, ""
    account.cursor = {name: one for name, one in account.cursor.items() if name != "problem"}
    with transaction.atomic():
        account.save(update_fields=["password", "failures", "error", "cursor"])
        if account.folders:
            go_on_now(account)
    return account


def disconnect(account: LiveAccount, *, by: User, take_back: bool) -> None:
    """What it brought stays or goes, as its owner says; the account and its password go."""
    brings = account.brings
    with transaction.atomic():
        account.cursor = {}  # how far it was read means nothing to a history
        account.remove(by=by)
        if brings and take_back and brings.state in undoing.CAN_BE_UNDONE:
            undoing.begin(brings, by=by)
