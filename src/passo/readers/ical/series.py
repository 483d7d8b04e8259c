"""A series: one repeating event, and those of its times that were changed, moved or dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from heapq import merge
from zoneinfo import ZoneInfo

from passo.readers.ical.events import Event
from passo.readers.ical.moments import (
    LATEST,
    Moment,
    day_key,
    earlier,
    instant_key,
    later,
    midnight,
)
from passo.readers.ical.rules import MOST_WORK, TooMuch, unfold
from passo.readers.records import Appointment, Problem, _

MOST_TIMES = 2000  # of one series within the window
MOST_SENSELESS = 50  # rules in a file that may ask for too much
MARGIN = timedelta(hours=2)  # clocks leap by less

DAY_KEY = 8  # letters of 20240105
CHANGING = {"starts_at", "ends_at", "occurrence", "attendees"}
FIXED = tuple(each.name for each in fields(Appointment) if each.name not in CHANGING)

Found = Appointment | Problem


@dataclass(slots=True)
class Window:
    """From the first moment of one day to the last moment of another."""

    first: datetime
    end: datetime
    zone: ZoneInfo
    senseless: int = 0  # rules met so far that ask for too much

    @property
    def work(self) -> int:
        """What one rule may cost: little in a file that is made to cost much."""
        return MOST_WORK if self.senseless < MOST_SENSELESS else MOST_WORK // 50

    @classmethod
    def of(cls, since: date, until: date, zone: ZoneInfo) -> "Window":
        end = later(midnight(until), timedelta(days=1))
        first = Moment(midnight(since), zone).instant
        last = Moment(end, zone).instant
        return cls(first, last + timedelta(days=1) if last == LATEST else last, zone)

    def touches(self, start: datetime, end: datetime) -> bool:
        return start < self.end and (end > self.first or start >= self.first)


def appear(event: Event, window: Window) -> Iterator[Appointment]:
    """The event as it stands, if it touches the window."""
    name = event.instance.key if event.instance else ""
    yield from _Copies(event, window).at(event.start, event.length, name)


class _Copies:
    """The same event at many times. What stays the same is looked up once."""

    def __init__(self, event: Event, window: Window) -> None:
        said = event.appointment
        self.window = window
        self.attendees = said.attendees
        self.fixed = {name: getattr(said, name) for name in FIXED}

    def at(
        self, start: Moment, length: timedelta, name: str, instant: datetime | None = None
    ) -> Iterator[Appointment]:
        if start.is_day:
            starts_at, ends_at = start.midnight, start.on(later(start.clock, length)).midnight
        else:
            starts_at = instant or start.instant
            ends_at = later(starts_at, length)
        if self.window.touches(starts_at, ends_at):
            yield Appointment(
                **self.fixed,
                starts_at=starts_at,
                ends_at=ends_at,
                occurrence=name,
                attendees=self.attendees.copy(),
            )


def unfold_series(events: list[Event], window: Window) -> Iterator[Found]:
    """Every time of the series in the window, the changed ones as changed."""
    masters = [event for event in events if event.instance is None]
    master = max(masters, key=lambda one: one.sequence, default=None)
    if len(masters) > 1 and master is not None:
        yield Problem(
            master.block.line,
            _("%(count)s series carry the same identifier. The newest was read."),
            {"count": len(masters)},
            master.appointment.title,
        )
    changes = _newest(events)
    if master is None:
        for change in changes.values():
            yield from appear(change, window)
        return
    yield from _Series(master, changes, window).times()


def _newest(events: list[Event]) -> dict[str, Event]:
    changes: dict[str, Event] = {}
    for event in events:
        if event.instance is not None:
            known = changes.get(event.instance.key)
            if known is None or event.sequence >= known.sequence:
                changes[event.instance.key] = event
    return changes


def _moved(moment: Moment, before: Moment, after: Moment) -> datetime:
    if after.clock >= before.clock:
        return later(moment.clock, after.clock - before.clock)
    return earlier(moment.clock, before.clock - after.clock)


class _Series:
    def __init__(self, master: Event, changes: dict[str, Event], window: Window) -> None:
        self.master = master
        self.window = window
        self.is_day = master.start.is_day
        self.excluded = {self.name(moment) for moment in master.excluded}
        self.changes = {
            self.name(change.instance): change for change in changes.values() if change.instance
        }
        self.named = self.excluded | self.changes.keys()
        self.is_named_by_day = any(len(name) == DAY_KEY for name in self.named)
        self.lasting = sorted(
            ((change.instance, change) for change in changes.values() if change.is_also_later),
            key=lambda pair: pair[0].instant if pair[0] else window.first,
        )

    def name(self, moment: Moment) -> str:
        """Series of whole days are named by day, whatever the exception was written as."""
        return day_key(moment.clock) if self.is_day else moment.key

    def times(self) -> Iterator[Found]:
        yield from self.changed()
        count = 0
        try:
            for appointment in self.unchanged():
                yield appointment
                count += 1
                if count == MOST_TIMES:
                    yield self.too_often()
                    return
        except TooMuch:
            self.window.senseless += 1
            yield self.too_often()

    def changed(self) -> Iterator[Appointment]:
        for name, change in self.changes.items():
            instance = change.instance or change.start
            if name not in self.excluded and day_key(instance.clock) not in self.excluded:
                yield from _Copies(change, self.window).at(change.start, change.length, name)

    def too_often(self) -> Problem:
        return Problem(
            self.master.block.line,
            _("This appointment repeats without measure. Only its first times were read."),
            what=self.master.appointment.title,
        )

    def unchanged(self) -> Iterator[Appointment]:
        """The times that no exception names, each once."""
        skipped = self.skipped()
        copies = _Copies(self.master, self.window)
        last = None
        for clock, length in self.clocks():
            if clock == last or clock in skipped:
                continue
            last = clock
            moment = self.master.start.on(clock)
            instant = moment.instant
            name = day_key(clock) if self.is_day else instant_key(instant)
            if name in self.named or (self.is_named_by_day and day_key(clock) in self.named):
                continue
            change = self.change_before(instant)
            if change is None:
                yield from copies.at(moment, length, name, instant)
            else:
                yield from self.moved(*change, moment, name)

    def change_before(self, instant: datetime) -> tuple[Moment, Event] | None:
        """What changed all times after it, and came last."""
        found = None
        for instance, change in self.lasting:
            if instance is not None and instance.instant < instant:
                found = instance, change
        return found

    def moved(
        self, instance: Moment, change: Event, moment: Moment, name: str
    ) -> Iterator[Appointment]:
        start = moment.on(_moved(moment, instance, change.start))
        yield from _Copies(change, self.window).at(start, change.length, name)

    def skipped(self) -> set[datetime]:
        low, high = self.clock_window()
        start = self.master.start.clock
        work = self.window.work
        rules = self.master.excluding
        return {clock for rule in rules for clock in unfold(rule, start, low, high, work)}

    def clocks(self) -> Iterator[tuple[datetime, timedelta]]:
        """Starts on the clock of the series, in order; those of rules are without end."""
        master, (low, high) = self.master, self.clock_window()
        usual = master.length
        zone = master.start.zone
        added = [(master.start.clock, usual)] if self.is_first_in else []
        for moment, length in master.added:
            if moment.is_day or master.start.is_day:
                added.append((moment.clock, length))
            else:
                there = moment.instant.astimezone(zone).replace(tzinfo=None)
                added.append((there, length))
        ruled = (
            (
                (clock, usual)
                for clock in unfold(rule, master.start.clock, low, high, self.window.work)
            )
            for rule in master.rules
        )
        return merge(sorted(added), *ruled)

    @property
    def is_first_in(self) -> bool:
        """Some calendars drop a whole series by ending it before its first time."""
        untils = [rule.until for rule in self.master.rules]
        return not untils or any(
            until is None or until >= self.master.start.clock for until in untils
        )

    def clock_window(self) -> tuple[datetime, datetime]:
        """The window on the clock of the series, and early enough for what lasts long."""
        lasts = max([self.master.length, *(change.length for __, change in self.lasting)])
        moves = [
            abs(change.start.clock - instance.clock)
            for instance, change in self.lasting
            if instance
        ]
        margin = MARGIN + max(moves, default=timedelta())
        zone = self.master.start.zone
        first, end = (
            one.astimezone(zone).replace(tzinfo=None)
            for one in (self.window.first, self.window.end)
        )
        return earlier(earlier(first, lasts), margin), later(end, margin)
