"""Calendars and address books: which there are, and what has changed in one.

Where a server remembers for us what changed since last time (RFC 6578), it is asked for that.
Where it does not, or no longer does, everything is compared by the version that each entry
carries; entries themselves are fetched only when they are new or changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal, TypedDict
from urllib.parse import unquote, urljoin, urlsplit

from django.utils.translation import gettext_noop

from passo.lib.remote.multistatus import (
    CAL,
    CARD,
    D,
    NotUnderstoodError,
    Told,
    multiget,
    propfind,
    sync_report,
    sync_token_in,
    told_in,
)
from passo.lib.remote.server import Site
from passo.lib.remote.unreachable import (
    NOT_FOR_EYES,
    Busy,
    Forbidden,
    Gone,
    Silent,
    TooMuch,
    Unreachable,
    WrongPassword,
)
from passo.lib.remote.web import SECONDS, Answer, Visitor

Kind = Literal["calendar", "contacts"]

MULTISTATUS, OK, NOT_FOUND, MORE = 207, 200, 404, 507
AT_A_TIME = 50
MOST_ROUNDS = 10_000
MOST_HOMES = 20  # of one account; somebody waits while they are visited
XML = "application/xml; charset=utf-8"
ABOUT = ("resourcetype", "displayname", "c:supported-calendar-component-set")
HOMES = ("c:calendar-home-set", "a:addressbook-home-set")
WORDS: dict[Kind, tuple[str, str, str]] = {
    "calendar": ("c:calendar-multiget", "c:calendar-data", f"{CAL}calendar-data"),
    "contacts": ("a:addressbook-multiget", "a:address-data", f"{CARD}address-data"),
}


@dataclass(frozen=True, slots=True)
class Collection:
    address: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a collection. Where it could not be had, `body` is empty and `refused` true."""

    href: str
    etag: str
    body: bytes
    refused: bool = False


class State(TypedDict):
    """Where the reading of one collection stands; JSON."""

    token: str
    etags: dict[str, str]


@dataclass(frozen=True, slots=True)
class Batch:
    """Keep `state` in the same transaction as what came of it, and a kill loses nothing."""

    entries: Sequence[Entry]
    gone: Sequence[str]
    state: State
    left: int


@dataclass(frozen=True, slots=True)
class News:
    """Versions of what may be new or changed, what is gone, and where to go on next time."""

    versions: dict[str, str]
    gone: list[str]
    token: str


def collections(site: Site, *, seconds: float = SECONDS) -> list[Collection]:
    """Found from whatever address its owner knows: of the collection, the account, the server."""
    with Visitor(site, seconds=seconds) as visitor:
        return Shelf(visitor).collections()


def changes(
    site: Site, collection: Collection, state: State | None = None, *, seconds: float = SECONDS
) -> Iterator[Batch]:
    """What is new, changed or gone. At least one batch comes, if an empty one."""
    with Visitor(site, seconds=seconds) as visitor:
        yield from Shelf(visitor).changes(collection, state)


class Shelf:
    """All the collections one visitor can see."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor

    def collections(self) -> list[Collection]:
        found: dict[str, Collection] = {}
        problems: list[Unreachable] = []
        doors = self.doors()
        for address in doors:
            try:
                found |= {one.address: one for one in self.behind(address)}
            except (WrongPassword, Silent, Busy):
                raise  # the other doors are of the same house
            except Unreachable as closed:
                problems.append(closed)
            if found and (address == self.typed or len({one.kind for one in found.values()}) > 1):
                break
        if len(problems) == len(doors):
            raise max(problems, key=lambda problem: isinstance(problem, Forbidden))
        return list(found.values())

    @property
    def typed(self) -> str:
        return self.visitor.home.geturl()

    def doors(self) -> list[str]:
        """Where it may begin (RFC 6764), what its owner typed first; last as Nextcloud has it."""
        near = [urljoin(self.typed, f"/.well-known/{name}") for name in ("caldav", "carddav")]
        last = urljoin(self.typed.rstrip("/") + "/", "remote.php/dav/")
        has_path = self.visitor.home.path.strip("/")
        return [self.typed, *near, last] if has_path else [*near, self.typed, last]

    def behind(self, address: str) -> Iterator[Collection]:
        """Itself if it is one; else those of whoever has signed in."""
        where, told = self.look(address, "0", *ABOUT, "current-user-principal", *HOMES)
        this = next(iter(told), Told(where))
        if own := collection(where, this):
            yield own
            return
        homes = homes_in(where, this)
        principals = [] if homes else this.hrefs(f"{D}current-user-principal")
        for principal in principals[:MOST_HOMES]:
            where, told = self.look(urljoin(where, principal), "0", *HOMES)
            homes |= {home for one in told for home in homes_in(where, one)}
        for home in sorted(homes)[:MOST_HOMES]:
            where, told = self.look(home, "1", *ABOUT)
            yield from filter(None, (collection(where, one) for one in told))

    def look(self, address: str, depth: str, *names: str) -> tuple[str, list[Told]]:
        answer = self.ask("PROPFIND", address, propfind(*names), depth)
        return answer.address, list(self.told(answer))

    def ask(self, method: str, address: str, body: str, depth: str) -> Answer:
        return self.visitor.ask(method, address, body, Depth=depth, Content_Type=XML)

    def told(self, answer: Answer) -> Iterator[Told]:
        if answer.status >= HTTPStatus.BAD_REQUEST:
            raise self.visitor.unexpected(f"{answer.status} {phrase(answer.status)}")
        try:
            if answer.status == MULTISTATUS:
                yield from told_in(answer.body)
                return
        except NotUnderstoodError:
            pass
        raise Unreachable(
            gettext_noop("%(host)s does not answer as a calendar or an address book would."),
            host=self.visitor.host,
        )

    def changes(self, collection: Collection, state: State | None) -> Iterator[Batch]:
        known = dict(state["etags"]) if state else {}
        token = state["token"] if state else ""
        news = self.since(collection, token) if token else None
        news = news or self.compared(collection, known)
        gone = dropped(known, news.gone)
        wanted, all_came = changed(known, news.versions), True
        while wanted:
            now, wanted = wanted[:AT_A_TIME], wanted[AT_A_TIME:]
            entries, missing = self.fetch(collection, now)
            gone += dropped(known, missing)
            known |= {entry.href: entry.etag for entry in entries}
            all_came = all_came and all(entry.etag or entry.body for entry in entries)
            yield Batch(entries, gone, State(token=token, etags=dict(known)), len(wanted))
            gone = []
        # Without a token all is compared next time, and what did not come is asked for again.
        yield Batch((), gone, State(token=news.token if all_came else "", etags=known), 0)

    def since(self, collection: Collection, token: str) -> News | None:
        """None where the server has forgotten what it gave us: then all is compared."""
        last: dict[str, Told] = {}
        for _ in range(MOST_ROUNDS):
            answer = self.ask("REPORT", collection.address, sync_report(token), "0")
            if answer.status != MULTISTATUS:
                return None
            told = list(self.told(answer))
            last |= {one.href: one for one in told}
            before, token = token, sync_token_in(answer.body)
            if not any(one.status == MORE for one in told):
                break
            if token in {before, ""}:
                return None
        gone = [one.href for one in last.values() if one.status == NOT_FOUND]
        return News(versions_in(collection, last.values()), gone, token)

    def compared(self, collection: Collection, known: dict[str, str]) -> News:
        body = propfind("getetag", "resourcetype", "sync-token")
        answer = self.ask("PROPFIND", collection.address, body, "1")
        told = list(self.told(answer))
        here = same(collection.address)
        token = next((one.text(f"{D}sync-token") for one in told if same(one.href) == here), "")
        versions = versions_in(collection, told)
        there = {same(href) for href in versions}
        return News(versions, [href for href in known if same(href) not in there], token)

    def fetch(
        self, collection: Collection, hrefs: list[tuple[str, str]]
    ) -> tuple[list[Entry], list[str]]:
        """The entries, and those that have gone in the meantime."""
        report, content, name = WORDS[collection.kind]
        body = multiget(report, content, (href for href, _ in hrefs))
        try:
            answer = self.ask("REPORT", collection.address, body, "1")
        except TooMuch:
            return self.fetch_fewer(collection, hrefs)
        if answer.status != MULTISTATUS:
            return self.fetch_each(collection, hrefs)
        return sorted_out(hrefs, self.told(answer), name)

    def fetch_fewer(
        self, collection: Collection, hrefs: list[tuple[str, str]]
    ) -> tuple[list[Entry], list[str]]:
        """One giant must not keep the others from us."""
        if len(hrefs) == 1:
            return [Entry(href, etag, b"", refused=True) for href, etag in hrefs], []
        middle = len(hrefs) // 2
        one, other = self.fetch(collection, hrefs[:middle]), self.fetch(collection, hrefs[middle:])
        return one[0] + other[0], one[1] + other[1]

    def fetch_each(
        self, collection: Collection, hrefs: list[tuple[str, str]]
    ) -> tuple[list[Entry], list[str]]:
        """For servers that hand out entries only singly."""
        entries: list[Entry] = []
        missing: list[str] = []
        for href, etag in hrefs:
            try:
                answer = self.visitor.ask("GET", urljoin(collection.address, href))
            except Gone:
                missing.append(href)
            except TooMuch:
                entries.append(Entry(href, etag, b"", refused=True))
            else:
                body = answer.body if answer.status == OK else b""
                entries.append(Entry(href, etag, body, refused=not body))
        return entries, missing


def collection(where: str, told: Told) -> Collection | None:
    address = urljoin(where, told.href)
    name = told.text(f"{D}displayname") or unquote(urlsplit(address).path.rstrip("/"))
    name = name.rpartition("/")[2] if not told.text(f"{D}displayname") else name
    if told.is_a(f"{CARD}addressbook"):
        return Collection(address, NOT_FOR_EYES.sub(" ", name), "contacts")
    if told.is_a(f"{CAL}calendar") and holds_appointments(told):
        return Collection(address, NOT_FOR_EYES.sub(" ", name), "calendar")
    return None


def holds_appointments(told: Told) -> bool:
    """Lists of tasks are calendars too; one that does not say what it holds may hold all."""
    kinds = told.props.get(f"{CAL}supported-calendar-component-set")
    named = [] if kinds is None else [one.get("name", "").upper() for one in kinds]
    return not named or "VEVENT" in named


def homes_in(where: str, told: Told) -> set[str]:
    names = (f"{CAL}calendar-home-set", f"{CARD}addressbook-home-set")
    return {urljoin(where, href) for name in names for href in told.hrefs(name)}


def versions_in(collection: Collection, told: Iterable[Told]) -> dict[str, str]:
    """By address; without the collection itself and what stands in it as another one."""
    here = same(collection.address)
    return {
        one.href: one.text(f"{D}getetag")
        for one in told
        if one.status == OK and same(one.href) != here and not one.is_a(f"{D}collection")
    }


def changed(known: dict[str, str], versions: dict[str, str]) -> list[tuple[str, str]]:
    """Those whose version is another one than ours, or unknown."""
    ours = {same(href): etag for href, etag in known.items()}
    news = versions.items()
    return [(href, etag) for href, etag in news if not etag or ours.get(same(href)) != etag]


def sorted_out(
    hrefs: list[tuple[str, str]], told: Iterable[Told], name: str
) -> tuple[list[Entry], list[str]]:
    """Answers matched with questions. What was not answered has no version: it is asked again."""
    asked = {same(href): (href, etag) for href, etag in hrefs}
    entries = {href: Entry(href, "", b"", refused=True) for href, _ in hrefs}
    missing: list[str] = []
    for one in told:
        href, etag = asked.get(same(one.href), ("", ""))
        content = one.props.get(name)
        if href and one.status == NOT_FOUND:
            missing.append(href)
            entries.pop(href, None)
        elif href and content is not None and content.text:
            version = one.text(f"{D}getetag") or etag
            entries[href] = Entry(href, version, content.text.encode())
    return list(entries.values()), missing


def dropped(known: dict[str, str], hrefs: Iterable[str]) -> list[str]:
    """Taken out of what we know, called as when they came: addresses are written in many ways."""
    ours = {same(href): href for href in known}
    names = [ours[same(href)] for href in hrefs if same(href) in ours]
    for name in names:
        known.pop(name, None)
    return names


def phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in set(HTTPStatus) else ""


def same(href: str) -> str:
    """`/anna/caf%C3%A9/` and `https://host/anna/café` are one place."""
    return unquote(urlsplit(href).path).rstrip("/")
