"""A series: one repeating event, and those of its times that were changed, moved or dropped."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from heapq import merge
from typing import NamedTuple
from zoneinfo import ZoneInfo

from passo.readers.ical.events import Event, at
from passo.readers.ical.moments import Moment, day_key, earlier, later, midnight
from passo.readers.ical.rules import TooMuch, unfold
from passo.readers.records import Appointment, Problem, _

MOST_TIMES = 2000  # of one series within the window
MARGIN = timedelta(days=2)  # clocks around the world differ by less

Found = Appointment | Problem


class Window(NamedTuple):
    """From the first moment of one day to the last moment of another."""

    first: datetime
    end: datetime
    zone: ZoneInfo

    @classmethod
    def of(cls, since: date, until: date, zone: ZoneInfo) -> "Window":
        end = later(midnight(until), timedelta(days=1))
        first = Moment(midnight(since), zone).instant
        return cls(first, Moment(end, zone).instant, zone)

    def touches(self, start: datetime, end: datetime) -> bool:
        return start < self.end and (end > self.first or start >= self.first)


def appear(event: Event, window: Window) -> Iterator[Appointment]:
    """The event as it stands, if it touches the window."""
    name = event.instance.key if event.instance else ""
    yield from _one(event, event.start, event.length, name, window)


def _one(
    event: Event, start: Moment, length: timedelta, name: str, window: Window
) -> Iterator[Appointment]:
    starts_at, ends_at = at(event, start, length)
    if window.touches(starts_at, ends_at):
        yield replace(
            event.appointment,
            starts_at=starts_at,
            ends_at=ends_at,
            occurrence=name,
            attendees=list(event.appointment.attendees),
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
        self.changes = {
            self.name(change.instance): change for change in changes.values() if change.instance
        }
        self.excluded = {self.name(moment) for moment in master.excluded}
        self.lasting = sorted(
            (change for change in self.changes.values() if change.is_also_later),
            key=lambda change: change.instance.instant if change.instance else window.first,
        )

    def name(self, moment: Moment) -> str:
        """Series of whole days are named by day, whatever the exception was written as."""
        return day_key(moment.clock) if self.master.start.is_day else moment.key

    def is_in(self, names: "set[str] | dict[str, Event]", moment: Moment) -> bool:
        """Some name a time of the series by its day alone."""
        return self.name(moment) in names or day_key(moment.clock) in names

    def times(self) -> Iterator[Found]:
        for change in self.changes.values():
            if change.instance and not self.is_in(self.excluded, change.instance):
                name = self.name(change.instance)
                yield from _one(change, change.start, change.length, name, self.window)
        count = 0
        try:
            for moment, length in self.unchanged():
                for appointment in self.shown(moment, length):
                    yield appointment
                    count += 1
                if count == MOST_TIMES:
                    yield self.too_often()
                    return
        except TooMuch:
            yield self.too_often()

    def too_often(self) -> Problem:
        return Problem(
            self.master.block.line,
            _("This appointment repeats without measure. Only its first times were read."),
            what=self.master.appointment.title,
        )

    def shown(self, moment: Moment, length: timedelta) -> Iterator[Appointment]:
        """One time of the series as it is, or as a change to all later ones made it."""
        event, start, name = self.master, moment, self.name(moment)
        for change in self.lasting:
            if change.instance and change.instance.instant < moment.instant:
                event, length = change, change.length
                start = moment.on(_moved(moment, change.instance, change.start))
        yield from _one(event, start, length, name, self.window)

    def unchanged(self) -> Iterator[tuple[Moment, timedelta]]:
        """The times that no exception names, each once."""
        skipped = self.skipped()
        last = None
        for clock, length in self.clocks():
            moment = self.master.start.on(clock)
            if clock == last or clock in skipped:
                continue
            last = clock
            if not self.is_in(self.excluded, moment) and not self.is_in(self.changes, moment):
                yield moment, length

    def skipped(self) -> set[datetime]:
        low, high = self.clock_window()
        start = self.master.start.clock
        rules = self.master.excluding
        return {clock for rule in rules for clock in unfold(rule, start, low, high)}

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
            ((clock, usual) for clock in unfold(rule, master.start.clock, low, high))
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
        """The window on any clock, and early enough for what lasts long."""
        lasts = max([self.master.length, *(change.length for change in self.lasting)])
        moves = [
            abs(change.start.clock - change.instance.clock)
            for change in self.lasting
            if change.instance
        ]
        margin = MARGIN + max(moves, default=timedelta())
        first, end = (one.replace(tzinfo=None) for one in (self.window.first, self.window.end))
        return earlier(earlier(first, lasts), margin), later(end, margin)
