"""Where an account is, as `lib/remote` asks for it; and the folders its owner chose."""

from typing import Any, Literal, TypedDict, cast

from passo.lib.remote.address import as_site
from passo.lib.remote.dav import Collection
from passo.lib.remote.server import Security, Server, Site
from passo.people.models import LiveAccount

COLLECTION: dict[str, Literal["calendar", "contacts"]] = {
    "caldav": "calendar",
    "carddav": "contacts",
}


class Folder(TypedDict):
    """`name` is the server's own: a folder's name, or the address of a calendar or book."""

    name: str
    title: str
    use: str
    count: int


def server_of(account: LiveAccount) -> Server:
    security = cast("Security", account.security)
    return Server(account.host, account.port or 993, security, account.user, account.password)


def site_of(account: LiveAccount) -> Site:
    return Site(account.address, account.user, account.password)


def calendar_address_of(account: LiveAccount) -> Site:
    return as_site(account.address, account.user, account.password)


def collection_of(account: LiveAccount, folder: Folder) -> Collection:
    return Collection(folder["name"], folder["title"], COLLECTION[account.kind])


def folders_of(account: LiveAccount) -> list[Folder]:
    """Sent mail first: from it Passo learns by which addresses its owner writes."""
    chosen: list[Folder] = account.folders
    return sorted(chosen, key=lambda one: one["use"] != "sent")


def place_of(account: LiveAccount, name: str) -> dict[str, Any]:
    """How far this folder was read; empty where it was not begun."""
    places: dict[str, dict[str, Any]] = account.cursor.get("places", {})
    return places.get(name, {})
