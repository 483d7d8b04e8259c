"""Knocking at servers for a new account: which one answers, and what can be read there."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.utils.translation import gettext_noop

from passo.lib.remote import address, dav, imap
from passo.lib.remote.guess import domain_of
from passo.lib.remote.server import Server, Site
from passo.lib.remote.unreachable import NOT_FOR_EYES, Busy, Unreachable, WrongPassword
from passo.people.live.places import Folder, calendar_address_of, server_of, site_of
from passo.people.models import LiveAccount

SECONDS = 10.0  # somebody sits in front of the screen
NOT_READ = frozenset({"drafts", "junk", "trash", "all", "archive", ""})
NOBODY_THERE = gettext_noop(
    "Passo found nothing at the usual addresses of %(domain)s. Ask your provider what its server "
    "is called, and write it below."
)
NOTHING_THERE = gettext_noop("%(host)s let Passo in, but there is no calendar or address book.")
Place = TypeVar("Place", Server, Site)
Answer = TypeVar("Answer")


def is_read_unless_said(folder: Folder) -> bool:
    """Inbox and sent mail, calendars and address books; the rest only if its owner says so."""
    return folder["use"] not in NOT_READ


def find_folders(servers: Sequence[Server]) -> tuple[Server, list[Folder]]:
    """The first mail server that answers, and its folders."""
    return first_answer(servers, folders_at)


def folders_at(server: Server) -> list[Folder]:
    found = imap.folders(server, seconds=SECONDS)
    return [Folder(name=one.name, title=one.title, use=one.use, count=one.count) for one in found]


def find_collections(sites: Sequence[Site]) -> dict[str, list[tuple[Site, Folder]]]:
    """Calendars and address books by kind; some providers have a site for each."""
    found: dict[str, list[tuple[Site, Folder]]] = {}
    waiting = list(sites)
    while waiting and len(found) < len(dav.WORDS):
        try:
            site, folders = first_answer(waiting, collections_at)
        except Unreachable:
            if not found:
                raise
            break
        waiting = waiting[waiting.index(site) + 1 :]
        for kind in {folder["use"] for folder in folders} - found.keys():
            found[kind] = [(site, folder) for folder in folders if folder["use"] == kind]
    if not found:
        raise Unreachable(NOTHING_THERE, host=urlsplit(sites[0].address).hostname or "")
    return found


def collections_at(site: Site) -> list[Folder]:
    found = dav.collections(site, seconds=SECONDS)
    return [Folder(name=one.address, title=one.name, use=one.kind, count=0) for one in found]


def first_answer(places: Sequence[Place], ask: Callable[[Place], Answer]) -> tuple[Place, Answer]:
    """A wrong password is an answer, too: it is not tried at the next door."""
    problems: list[Unreachable] = []
    for place in places:
        try:
            return place, ask(place)
        except (WrongPassword, Busy):
            raise
        except Unreachable as closed:
            problems.append(closed)
    if len(problems) == 1:
        raise problems[0]
    raise Unreachable(NOBODY_THERE, domain=domain_of(places[0].user) if places else "")


def name_of_calendar(site: Site) -> str:
    """What a calendar calls itself; its host where it says nothing. Fails where there is none."""
    with address.download(site, seconds=SECONDS) as download:
        head = download.file.read(8_000) if download.file else b""
    lines = head.decode("utf-8", "replace").splitlines()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("X-WR-CALNAME"))
    own = NOT_FOR_EYES.sub(" ", next(filter(None, named), "")).strip()
    return own[:120] or urlsplit(site.address).hostname or ""


def found_anew(account: LiveAccount) -> list[Folder]:
    """All that could be read there, asked with what the account says of itself."""
    asked: dict[str, Callable[[], Iterable[Any]]] = {
        "imap": lambda: folders_at(server_of(account)),
        "caldav": lambda: of_kind(account, "calendar"),
        "carddav": lambda: of_kind(account, "contacts"),
        "ics": lambda: [name_of_calendar(calendar_address_of(account))] and account.folders,
    }
    return list(asked[account.kind]())


def of_kind(account: LiveAccount, kind: str) -> list[Folder]:
    return [folder for folder in collections_at(site_of(account)) if folder["use"] == kind]
