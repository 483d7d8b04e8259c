"""How accounts are doing, honestly: for the page, the command line and scripts."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from passo.businesses.models import Business
from passo.people.bringing_in.report import said
from passo.people.live import turns
from passo.people.models import LiveAccount
from passo.people.models.source import State

TAKEN_BACK = (State.UNDOING, State.UNDONE)
TONES = {"password": "stop", "trouble": "care", "fine": "good"}


class Status:
    """An account with what is to be said of it."""

    def __init__(self, account: LiveAccount) -> None:
        self.account = account
        self.is_looking = turns.is_looking(account)
        self.state = self.state_now()

    def state_now(self) -> str:
        account = self.account
        states = {
            "choose": not account.folders,
            "taken_back": bool(account.brings and account.brings.state in TAKEN_BACK),
            "paused": account.is_paused,
            "password": turns.needs_password(account),
            "looking": self.is_looking,
            "trouble": bool(account.error),
            "soon": account.last_run_at is None,
        }
        return next((name for name, holds in states.items() if holds), "fine")

    @property
    def words(self) -> str:
        return STATES[self.state]()

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "")

    @property
    def icon(self) -> str:
        kinds = {"imap": "mail", "carddav": "contact"}
        return kinds.get(self.account.kind, "calendar-days")

    @property
    def problem(self) -> str:
        """The last thing that went wrong, in the reader's language."""
        told = self.account.cursor.get("problem") or {}
        return said(told.get("sentence", ""), told.get("values", {})) or self.account.error

    @property
    def folders(self) -> str:
        return ", ".join(folder["title"] for folder in self.account.folders)

    @property
    def next_run_at(self) -> datetime | None:
        """None where nothing happens until its owner does something."""
        waits = {"choose", "taken_back", "paused", "password", "looking"}
        return None if self.state in waits else self.account.next_run_at

    @property
    def counts(self) -> dict[str, int]:
        return self.account.brings.counts if self.account.brings else {}

    @property
    def progress(self) -> Any:
        """Only while all is read for the first time."""
        progress = self.account.brings.progress if self.account.brings else None
        shown = {"looking", "soon"}
        return progress if progress and not progress.is_over and self.state in shown else None


STATES = {
    "choose": lambda: _("Choose what Passo may read"),
    "taken_back": lambda: _("Rests: what it brought was taken back"),
    "paused": lambda: _("Rests"),
    "password": lambda: _("Needs its password again"),
    "looking": lambda: _("Looking now"),
    "trouble": lambda: _("Did not work the last time"),
    "soon": lambda: _("Starts in a moment"),
    "fine": lambda: _("Works"),
}


def accounts_of(business: Business) -> QuerySet[LiveAccount]:
    """Without their secrets: a screen has no use for them."""
    accounts = business.live_accounts.select_related("brings__progress")
    return accounts.defer("password", "address")


def statuses(business: Business) -> list[Status]:
    return [Status(account) for account in accounts_of(business)]


def told(status: Status) -> dict[str, Any]:
    account = status.account
    return {
        "id": account.pk,
        "name": account.name,
        "kind": account.kind,
        "server": account.host,
        "user": account.user,
        "folders": [folder["title"] for folder in account.folders],
        "state": status.state,
        "sentence": status.words,
        "newest_at": account.newest_at,
        "count": account.count,
        "last_run_at": account.last_run_at,
        "next_run_at": status.next_run_at,
        "error": status.problem or None,
        "failures": account.failures,
        "import_id": account.brings_id,
        "people_new": status.counts.get("people_new", 0),
        "touches_new": status.counts.get("touches_new", 0),
    }
