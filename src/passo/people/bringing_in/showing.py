"""An import as pages show it: its state in words, how far it is, about how long it takes yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.lib.dates import format_number
from passo.people.bringing_in.beginning import is_ready
from passo.people.bringing_in.report import said, short
from passo.people.models import Import
from passo.people.models.source import State

ICONS = {
    "vcard": "contact",
    "table": "table",
    "workbook": "table",
    "mbox": "mail",
    "eml": "mail",
    "calendar": "calendar-days",
    "zip": "archive",
    "json": "files",
}
LAYOUTS = {
    "google": "Google",
    "outlook": "Outlook",
    "linkedin": "LinkedIn",
    "hubspot": "HubSpot",
    "apple": "Apple",
    "salesforce": "Salesforce",
}
UNDER_WAY = frozenset({State.WAITING, State.RUNNING, State.UNDOING})
SURE_AFTER_SECONDS = 4
MINUTE = 60
# What telling people apart and reckoning take, beside reading.
REST = {"vcard": 1.0, "table": 1.0, "workbook": 1.0}
USUAL_REST = 0.2


@dataclass(frozen=True, slots=True)
class First:
    """One of the first records, to see whether it is understood."""

    what: str
    rest: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Row:
    brought_by: Import

    @property
    def icon(self) -> str:
        return ICONS.get(self.brought_by.kind, "file-text")

    @property
    def kind(self) -> str:
        """“table of contacts”, at the beginning of a line."""
        words = str(self.brought_by.get_kind_display())
        return words[:1].upper() + words[1:]

    @property
    def state(self) -> str:
        words = str(self.brought_by.get_state_display())
        return words[:1].upper() + words[1:]

    @property
    def layout(self) -> str:
        """By which program such a table was written."""
        return LAYOUTS.get(self.seen.get("table", {}).get("layout", ""), "")

    @property
    def encoding(self) -> str:
        """As the list of choices calls it."""
        found = self.seen.get("table", {}).get("encoding", "")
        return "utf-16" if found.startswith("utf-16") else str(found)

    @property
    def short(self) -> str:
        return short(self.brought_by)

    @property
    def problem_count(self) -> int:
        return int(self.brought_by.counts.get("problems", 0))

    @property
    def is_under_way(self) -> bool:
        return self.brought_by.state in UNDER_WAY

    @property
    def is_ready(self) -> bool:
        return is_ready(self.brought_by)

    @property
    def seen(self) -> dict[str, Any]:
        found: dict[str, Any] = self.brought_by.options.get("seen", {})
        return found

    @property
    def first(self) -> list[First]:
        return [
            First(
                one["what"],
                " · ".join(one["rest"]),
                datetime.fromisoformat(one["at"]) if one["at"] else None,
            )
            for one in self.seen.get("first", ())
        ]

    @property
    def about(self) -> str:
        """“412 contacts”, “about 13,000 mails”."""
        count = self.seen.get("about")
        if not count:
            return ""
        words = counted_words(self.brought_by.kind, rounded(count, self.seen))
        return words if self.seen.get("is_exact") else _("about %(count)s") % {"count": words}

    @property
    def trouble(self) -> str:
        """Why it cannot be brought in, or why it stands still."""
        if self.brought_by.sentence:
            return said(self.brought_by.sentence, {"name": self.brought_by.name})
        trouble = self.seen.get("trouble")
        return said(*trouble) if trouble else ""

    @property
    def is_nameless(self) -> bool:
        """A table in which no column of names was found, and nobody was asked yet."""
        is_table = "table" in self.seen and not self.brought_by.options.get("mapping")
        return is_table and bool(self.first) and not any(one.what for one in self.first)

    @property
    def asks_for_columns(self) -> bool:
        return bool(self.seen.get("table", {}).get("rows"))

    @property
    def percent(self) -> int | None:
        progress = self.brought_by.progress
        if progress is None or phase_of(self.brought_by) == "reckoning":
            return None
        return progress.percent

    @property
    def doing(self) -> str:
        """What is going on just now."""
        return doing(self.brought_by)

    @property
    def time_left(self) -> str:
        seconds = seconds_left(self.brought_by)
        if seconds is None:
            return ""
        if seconds < MINUTE:
            return _("less than a minute")
        return _("about %(minutes)s min") % {"minutes": format_number(round(seconds / MINUTE))}


def rounded(count: int, seen: dict[str, Any]) -> int:
    """What is only about right has two figures."""
    if seen.get("is_exact"):
        return count
    return int(round(count, 2 - len(str(count))))


def counted_words(kind: str, n: int) -> str:
    count = {"n": format_number(n)}
    if kind in {"vcard", "table", "workbook"}:
        return ngettext("%(n)s contact", "%(n)s contacts", n) % count
    if kind in {"mbox", "eml"}:
        return ngettext("%(n)s mail", "%(n)s mails", n) % count
    if kind == "calendar":
        return ngettext("%(n)s appointment", "%(n)s appointments", n) % count
    if kind == "zip":
        return ngettext("%(n)s file", "%(n)s files", n) % count
    return ngettext("%(n)s record", "%(n)s records", n) % count


def phase_of(brought_by: Import) -> str:
    return str(brought_by.cursor.get("phase", "reading"))


def doing(brought_by: Import) -> str:
    if brought_by.state == State.WAITING:
        return _("It begins as soon as there is room.")
    if brought_by.state == State.UNDOING:
        return _("It is being taken back.")
    if phase_of(brought_by) == "reckoning":
        return _("Reckoning who is close")
    if phase_of(brought_by) == "resolving":
        return _("Finding out who is who")
    count = brought_by.counts.get("records", 0)
    kind = "" if brought_by.kind == "zip" else brought_by.kind
    return _("Reading: %(count)s so far") % {"count": counted_words(kind, count)}


def seconds_left(brought_by: Import) -> float | None:
    """From the speed since it was taken up; nothing is said before that is known."""
    progress = brought_by.progress
    began = brought_by.cursor.get("began")
    if brought_by.state != State.RUNNING or not (progress and began and progress.total):
        return None
    elapsed = (timezone.now() - datetime.fromisoformat(began[0])).total_seconds()
    done = progress.done - began[1]
    if phase_of(brought_by) == "reckoning" or elapsed < SURE_AFTER_SECONDS or done <= 0:
        return None
    whole: float = elapsed * (progress.total - began[1]) / done
    more = REST.get(brought_by.kind, USUAL_REST) if phase_of(brought_by) == "reading" else 0
    return whole * (1 + more) - elapsed
