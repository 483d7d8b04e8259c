"""How fast are calendars read, beside the usual libraries?

    python benchmarks/ical.py [events]

Generates three calendars (single appointments, weekly ones with exceptions, meetings with forty
attendees), reads each by `read_appointments` and by icalendar with recurring-ical-events in the
same run, and prints events a second and the most memory that Python held. The libraries get a
tenth of the events, for they are slow. With calendars beside the project, or in the folder that
PASSO_SAMPLES names, it says for each source what was read and what was not.
"""

import io
import os
import random
import sys
import time
import tracemalloc
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from passo.readers.ical import read_appointments
from passo.readers.records import Problem

EVENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
SINCE, UNTIL = date(2024, 1, 1), date(2025, 12, 31)
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Generated//EN\r\n"


def main() -> None:
    warnings.simplefilter("ignore")
    for kind in (single, weekly, meeting):
        ours, theirs = made(kind, EVENTS), made(kind, EVENTS // 10)
        print(f"{kind.__name__}: {EVENTS:,} events, {len(ours) / 1e6:.1f} MB")
        fast = show("read_appointments", lambda raw=ours: by_us(raw), EVENTS)
        slow = show("the libraries", lambda raw=theirs: by_libraries(raw), EVENTS // 10)
        print(f"   ratio {fast / slow:.1f} x")
    samples = Path(os.environ.get("PASSO_SAMPLES", "../shared/data")) / "ical"
    if samples.is_dir():
        conformance(samples)


def made(kind: Callable[[random.Random, int], str], count: int) -> bytes:
    chance = random.Random(7)
    events = (f"BEGIN:VEVENT\r\n{kind(chance, n)}END:VEVENT\r\n" for n in range(count))
    return (HEAD + "".join(events) + "END:VCALENDAR\r\n").encode()


def single(chance: random.Random, number: int) -> str:
    start = datetime(2023, 1, 1, 8, tzinfo=UTC) + timedelta(minutes=15 * chance.randrange(100_000))
    return (
        f"DTSTART;TZID=Europe/Rome:{start:%Y%m%dT%H%M%S}\r\n"
        f"DTEND;TZID=Europe/Rome:{start + timedelta(hours=1):%Y%m%dT%H%M%S}\r\n"
        f"DTSTAMP:20240101T000000Z\r\nUID:{number}@made.example\r\nCREATED:20240101T000000Z\r\n"
        f"DESCRIPTION:Visit number {number}\\, bring the\\nmeasuring device\r\n"
        f"LOCATION:Via Roma {number}\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\n"
        f"SUMMARY:Site visit {number}\r\nTRANSP:OPAQUE\r\n"
    )


def weekly(chance: random.Random, number: int) -> str:
    if number % 5 == 4:  # a time of the series before it, moved
        return (
            f"UID:{number - 1}@made.example\r\nRECURRENCE-ID:20240304T090000Z\r\n"
            "DTSTART:20240305T100000Z\r\nDTEND:20240305T110000Z\r\nSUMMARY:Moved\r\n"
        )
    day = chance.choice(("MO", "TU", "WE", "TH", "FR"))
    return (
        f"UID:{number}@made.example\r\nDTSTART;TZID=Europe/Rome:20230102T100000\r\n"
        f"DTEND;TZID=Europe/Rome:20230102T110000\r\nRRULE:FREQ=WEEKLY;BYDAY={day}\r\n"
        f"EXDATE;TZID=Europe/Rome:20240108T100000\r\nSUMMARY:Every week {number}\r\n"
    )


def meeting(chance: random.Random, number: int) -> str:
    who = "".join(
        f'ATTENDEE;CN="Person, {n}";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED'
        f":mailto:person{chance.randrange(5000)}@made.example\r\n"
        for n in range(40)
    )
    return single(chance, number) + who


def by_us(raw: bytes) -> Iterator[object]:
    return read_appointments(io.BytesIO(raw), since=SINCE, until=UNTIL)


def by_libraries(raw: bytes) -> Iterator[object]:
    import icalendar
    import recurring_ical_events

    known = icalendar.Calendar.from_ical(raw)
    yield from recurring_ical_events.of(known).between(SINCE, UNTIL + timedelta(days=1))


def show(name: str, read: Callable[[], Iterator[object]], events: int) -> float:
    start = time.perf_counter()
    found = sum(1 for _ in read())
    seconds = time.perf_counter() - start
    tracemalloc.start()
    for _ in zip(read(), range(5_000), strict=False):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(
        f"   {name:18} {events / seconds:10,.0f} events/s {found / seconds:10,.0f} appointments/s"
        f"   peak {peak / 1e6:6.1f} MB for {events:,}"
    )
    return events / seconds


def conformance(folder: Path) -> None:
    """What was read of each source, and what was not understood."""
    print(f"\n{'source':45} files events read problems  slowest")
    for source in sorted(path for path in folder.iterdir() if path.is_dir()):
        counts: Counter[str] = Counter()
        slowest = 0.0
        for path in sorted(source.rglob("*.ics")):
            start = time.perf_counter()
            counts["files"] += 1
            counts["events"] += path.read_bytes().upper().count(b"BEGIN:VEVENT")
            with path.open("rb") as stream:
                for each in read_appointments(stream, since=date(1, 1, 3), until=date(9999, 12, 1)):
                    counts["problems" if isinstance(each, Problem) else "read"] += 1
            slowest = max(slowest, time.perf_counter() - start)
        figures = (counts[name] for name in ("files", "events", "read", "problems"))
        print(f"{source.name:45}", *(f"{figure:6}" for figure in figures), f"{slowest:.2f} s")


main()
