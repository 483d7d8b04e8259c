"""A calendar that can be subscribed to by its address alone.

The address is often the secret itself, so no sentence repeats more than its host.
"""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TypedDict
from urllib.parse import unquote, urlsplit

import requests
from django.utils.translation import gettext_noop

from passo.lib.remote.server import Site
from passo.lib.remote.unreachable import Unreachable
from passo.lib.remote.web import SECONDS, Visitor, parts_of

MOST_BYTES = 200_000_000
IN_MEMORY = 1_000_000


class State(TypedDict):
    """What the server said when it was read last; JSON."""

    etag: str
    modified: str
    digest: str


@dataclass(frozen=True, slots=True)
class Download:
    """`file` is None where nothing has changed since `state`."""

    file: IO[bytes] | None
    state: State


def as_site(written: str, user: str = "", password: str = "") -> Site:
    """What was pasted, as an address to visit: `webcal://` only means a calendar on the web."""
    written = written.strip()
    scheme, between, rest = written.partition("://")
    if not between:
        written = f"https://{written}"
    elif scheme.lower() in {"webcal", "webcals"}:
        written = f"https://{rest}"
    bare = parts_of(written).geturl()
    inside = urlsplit(written)
    return Site(
        bare, user or unquote(inside.username or ""), password or unquote(inside.password or "")
    )


@contextmanager
def download(
    site: Site, state: State | None = None, *, seconds: float = SECONDS, most: int = MOST_BYTES
) -> Iterator[Download]:
    """The calendar in a file that goes away with the context."""
    with (
        Visitor(site, seconds=seconds) as visitor,
        visitor.asked("GET", site.address, **conditions(state)) as (_, response),
        tempfile.SpooledTemporaryFile(IN_MEMORY) as file,
    ):
        if state and response.status_code == requests.codes.not_modified:
            yield Download(None, state)
            return
        must_be_a_calendar(visitor, response)
        digest = hashlib.sha256()
        for piece in visitor.pieces(response, most):
            digest.update(piece)
            file.write(piece)
        file.seek(0)
        now = state_of(response, digest.hexdigest())
        must_not_be_a_page(visitor, file.read(1000))
        file.seek(0)
        yield Download(None if state and state["digest"] == now["digest"] else file, now)


def conditions(state: State | None) -> dict[str, str]:
    wanted = {"Accept": "text/calendar, */*;q=0.5"}
    if state and state["etag"]:
        wanted["If_None_Match"] = state["etag"]
    elif state and state["modified"]:
        wanted["If_Modified_Since"] = state["modified"]
    return wanted


def state_of(response: requests.Response, digest: str) -> State:
    headers = response.headers
    etag, modified = headers.get("ETag", ""), headers.get("Last-Modified", "")
    return State(etag=etag[:500], modified=modified[:100], digest=digest)


def must_be_a_calendar(visitor: Visitor, response: requests.Response) -> None:
    if response.status_code != requests.codes.ok:
        raise visitor.unexpected(f"{response.status_code} {response.reason}")


def must_not_be_a_page(visitor: Visitor, beginning: bytes) -> None:
    """Who is not signed in is often shown a page to sign in, with a cheerful 200."""
    if beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise Unreachable(
            gettext_noop(
                "At this address %(host)s shows a web page, not a calendar. Look there for a "
                "link called ICS, iCal or “secret address”."
            ),
            host=visitor.host,
        )
