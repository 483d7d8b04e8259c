"""A suggestion: a step that nobody has noted, computed from what is known. It is no row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext

from passo.businesses.models import Business
from passo.lib.dates import format_day
from passo.people.models import Person
from passo.steps.models import Opportunity, Step

MOST = 500  # of each kind, the nearest to due first


@dataclass(frozen=True, slots=True)
class Said:
    """An English sentence with its values, told in the language of whoever reads it."""

    sentence: Any
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        known = isinstance(self.sentence, Promise) or not self.sentence
        text = str(self.sentence) if known else gettext(self.sentence)
        return text % {name: worded(value) for name, value in self.values.items()}


def worded(value: Any) -> Any:
    return format_day(value, timezone.localdate()) if isinstance(value, date) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The last numbers are what the ranking weighs; days are whole, None is not known.

    `key` is kind, subject and what it is about: when something new happens it is another one.
    """

    key: str
    kind: str
    verb: str
    words: Said | str
    why: Said | str
    effect: Said | str
    usual_minutes: int
    minutes: int = 0  # as this owner works
    person: Person | None = None
    opportunity: Opportunity | None = None
    step: Step | None = None  # it stands for this row
    due: date | None = None
    promise: str = ""
    about: int | None = None  # the touch that is its evidence
    quote: str = ""  # what was said there
    certainty: float = 1.0
    stage: int = 0
    shown_days: int | None = None  # since what it is about showed that they are there
    theirs_days: int | None = None  # since their last sign of life
    ours_days: int | None = None  # since our last message
    tries: int = 0  # of ours, on different days, that nobody answered
    waiting_days: int | None = None  # how long they wait for an answer
    due_days: int | None = None  # until it is due; past it, below 0
    worth_cents: int | None = None


def day_begins(business: Business, day: date) -> datetime:
    return datetime.combine(day, time.min, ZoneInfo(business.time_zone))


def day_ends(business: Business, day: date) -> datetime:
    return datetime.combine(day, time.max, ZoneInfo(business.time_zone))


def on_clock(business: Business, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(business.time_zone)).date()
