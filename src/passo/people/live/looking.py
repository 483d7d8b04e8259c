"""One look into an account: what is new there is kept, told apart and reckoned."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction
from django.utils.translation import gettext_noop

from passo.businesses.models import Business
from passo.lib.db.busy import writing_much
from passo.lib.refusal import Refusal
from passo.lib.remote.unreachable import Gone, TooMuch, Unreachable, WrongPassword
from passo.people.bringing_in.carrying_on import put_down, reckon, told_to
from passo.people.bringing_in.reading import Read
from passo.people.bringing_in.resolving import resolve
from passo.people.bringing_in.work import Stopped, Work
from passo.people.live import turns
from passo.people.live.places import Folder, place_of
from passo.people.models import LiveAccount

# After this long it makes room for others: what has come so far is told, the rest comes next.
STRETCH = 90.0
NO_ROOM = gettext_noop("There was no room to write. Make room on the disk; Passo tries again.")
OUR_FAULT = gettext_noop(
    "Something went wrong in Passo itself, and is written in its log. It tries again later."
)
OTHER_KEY = gettext_noop(
    "The stored password was locked with another key. Please type it in once more."
)


@dataclass
class Look:
    """What the steps of one look share."""

    account: LiveAccount
    work: Work
    until: float
    problem: Unreachable | None = None
    more: bool = False
    began: float = field(default_factory=time.monotonic)

    def is_time_up(self) -> bool:
        return time.monotonic() >= self.until

    def place(self, folder: Folder) -> dict[str, Any]:
        return place_of(self.account, folder["name"])

    def keep(self, reads: Sequence[Read], newest: datetime | None = None) -> None:
        """What was read. To be called in the transaction that also says `go_on_from`."""
        put_down(self.work, reads)
        if newest and (self.account.newest_at is None or newest > self.account.newest_at):
            self.account.newest_at = newest

    def go_on_from(self, folder: Folder, **place: Any) -> None:
        """Where this folder stands now."""
        cursor = self.account.cursor
        places = {**cursor.get("places", {}), folder["name"]: {**self.place(folder), **place}}
        turns.keep_claim(
            self.account,
            cursor={**cursor, "places": places},
            count=sum(places.get(one["name"], {}).get("count", 0) for one in self.account.folders),
            newest_at=self.account.newest_at,
        )
        self.work.go_on_from()

    def tell(self) -> None:
        """How far it has come, all folders together."""
        places = [(folder, self.place(folder)) for folder in self.account.folders]
        done = sum(place.get("count", 0) for _folder, place in places)
        left = sum(place.get("left", folder["count"]) for folder, place in places)
        self.work.advance("reading", done, done + left or None)
        self.work.breathe()

    @contextmanager
    def going_past(self) -> Iterator[None]:
        """A folder that is no longer there must not keep the others from us."""
        try:
            yield
        except (Gone, TooMuch) as problem:
            self.problem = self.problem or problem


def look_into(business: Business, account_id: int, *, seconds: float = STRETCH) -> bool:
    """Whether there is more to come at once. At least once, so all in here may be done twice."""
    try:
        account = turns.claimed(business, account_id)
    except Refusal:
        turns.ask_for_password(business, account_id, WrongPassword(OTHER_KEY))
        return False
    if account is None or account.brings is None:
        return False
    look = Look(account, work_for(business, account), time.monotonic() + seconds)
    with suppress(Stopped), in_any_case(look), writing_much():
        read_and_reckon(look)
    return look.more and look.problem is None


def work_for(business: Business, account: LiveAccount) -> Work:
    if account.brings is None:
        raise ValueError("an account without its import brings nothing")
    work = Work(business, account.brings, trusts_uids=account.kind == "carddav")
    if account.brings.progress and account.brings.progress.state != "finished":
        work.advance = told_to(account.brings)
    return work


def read_and_reckon(look: Look) -> None:
    """What came before something went wrong is kept all the same."""
    from passo.people.live.reading import READERS  # noqa: PLC0415 -- it stands on this one

    try:
        READERS[look.account.kind](look)
    except Unreachable as problem:
        look.problem = problem
    with transaction.atomic():
        turns.keep_claim(look.account)
    resolve(look.work)
    with transaction.atomic():
        turns.keep_claim(look.account)
        look.work.go_on_from(told_anew=[])
    reckon(look.work)


@contextmanager
def in_any_case(look: Look) -> Iterator[None]:
    """However it ends, but for a kill, the account says how it went."""
    went_wrong: Unreachable | None = Unreachable(OUR_FAULT)
    try:
        yield
        went_wrong = look.problem
    except Stopped:
        look.more, went_wrong = False, None
        raise
    except (OSError, DatabaseError):
        went_wrong = Unreachable(NO_ROOM)
        raise
    finally:
        seconds = time.monotonic() - look.began
        turns.end(look.account, went_wrong, more=look.more, seconds=seconds)
