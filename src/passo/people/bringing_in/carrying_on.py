"""An import from its first record to its report, and on from wherever it was killed."""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from passo.businesses import files
from passo.businesses.models import Business
from passo.lib.db.busy import writing_much
from passo.lib.db.one_writer import one_writer
from passo.lib.queue import is_wanted, later
from passo.people import ties
from passo.people.bringing_in.keeping_appointments import keep_appointments
from passo.people.bringing_in.keeping_cards import keep_cards
from passo.people.bringing_in.keeping_exports import ask_about_doubles, keep_exported
from passo.people.bringing_in.keeping_machines import hang
from passo.people.bringing_in.keeping_mails import keep_mails
from passo.people.bringing_in.left_out import write_left_out
from passo.people.bringing_in.looking import NOTHING
from passo.people.bringing_in.reading import Counted, Read, records_of
from passo.people.bringing_in.receiving import NO_ROOM, forget_file
from passo.people.bringing_in.resolving import resolve
from passo.people.bringing_in.work import Stopped, Work
from passo.people.models import Import
from passo.people.models.source import State
from passo.readers.records import Appointment, Card, Exported, Message, Problem

BATCH = 500  # records in one short write
FULL = gettext_noop("There was no room to write. Make room on the disk, then let it go on.")
GONE = gettext_noop("The file is no longer there. Bring it in again: what is in already stays.")
STOOD_STILL = gettext_noop("It could not be written down just now. Let it go on.")
SECONDS_BETWEEN = 0.5  # two words on how far it has come
KEEPERS: dict[type, Callable[[Work, list[Any], str], None]] = {
    Card: keep_cards,
    Message: keep_mails,
    Appointment: keep_appointments,
    Exported: keep_exported,
    Problem: Work.note,
}


def carry_on(business: Business, import_id: int) -> Import | None:
    """At least once, so everything in here may be done twice."""
    brought_by = business.imports.filter(pk=import_id).first()
    if brought_by is None or brought_by.state not in {State.WAITING, State.RUNNING}:
        return brought_by
    Import.objects.filter(pk=import_id).update(state=State.RUNNING)
    brought_by.state = State.RUNNING
    progress = brought_by.progress
    brought_by.cursor["began"] = [timezone.now().isoformat(), progress.done if progress else 0]
    work = Work(business, brought_by, advance=told_to(brought_by))
    began = time.monotonic()
    try:
        with writing_much():
            run(work)
    except Stopped:
        return None
    except (OSError, DatabaseError) as problem:
        stop(work, problem)
        raise
    finish(work, time.monotonic() - began)
    return brought_by


def run(work: Work) -> None:
    """Three phases; which one it is in stands in the cursor."""
    phase = work.brought_by.cursor.get("phase", "reading")
    if phase == "reading":
        read(work)
        tell_where_nothing_is(work)
        work.go_on_from(phase="resolving", began=[timezone.now().isoformat(), 0])
    if phase != "reckoning":
        resolve(work)
        ask_about_doubles(work)
        work.go_on_from(phase="reckoning")
    reckon(work)


def read(work: Work) -> None:
    path = files.folder_of(work.business.pk) / work.brought_by.file
    streams: list[Counted] = []
    for some in in_batches(records_of(work, path, streams.append)):
        with transaction.atomic():
            keep(work, some)
        read_so_far = streams[0].done >> 10 if streams else 0
        work.advance("reading", read_so_far, work.brought_by.bytes >> 10)  # large files: kB
        work.breathe()


def tell_where_nothing_is(work: Work) -> None:
    """Not even a place that was not understood."""
    if not work.counts["records"] and not work.counts["problems"]:
        work.note([Problem(1, NOTHING)])


def in_batches(found: Iterator[Read]) -> Iterator[list[Read]]:
    while some := list(islice(found, BATCH)):
        yield some


def keep(work: Work, some: Sequence[Read]) -> None:
    put_down(work, some)
    before = work.brought_by.cursor.get("records", 0)
    work.go_on_from(records=before + len(some), at=max(read.ends_at for read in some))


def put_down(work: Work, some: Sequence[Read]) -> None:
    """Records of any kind, each by its keeper; another import that writes is waited for."""
    one_writer("people of", work.business.pk)
    for (kind, file), reads in groupby(some, key=lambda read: (type(read.record), read.file)):
        KEEPERS[kind](work, [read.record for read in reads], file)
    write_left_out(work)
    work.counts["records"] += len(some)


def reckon(work: Work) -> None:
    """Whoever it met since it was reckoned last: an account goes on bringing for years."""
    touches, sources = work.brought_by.touches, work.brought_by.sources
    with transaction.atomic():
        hang(work)
        work.go_on_from()
    newest = [one.aggregate(last=Max("pk"))["last"] or 0 for one in (touches, sources)]
    work.advance("reckoning", 0, None)
    if people := met_since(work, *work.brought_by.cursor.get("reckoned", (0, 0))):
        ties.refresh(work.business, people)
    work.met.clear()
    work.go_on_from(reckoned=newest, met=[])


def met_since(work: Work, touch: int, source: int) -> set[int]:
    """Those of later touches and sources, and whoever's earlier touches changed."""
    met = work.business.participations.filter(
        touch__brought_by=work.brought_by, touch__gt=touch, person__isnull=False
    )
    sources = work.brought_by.sources.filter(pk__gt=source, person__isnull=False)
    return {
        *met.values_list("person", flat=True).distinct(),
        *sources.values_list("person", flat=True),
        *work.brought_by.cursor.get("met", ()),
        *work.met,
    }


def finish(work: Work, seconds: float) -> None:
    brought_by = work.brought_by
    brought_by.seconds += seconds
    brought_by.state, brought_by.ended_at = State.DONE, timezone.now()
    brought_by.sentence = ""
    with transaction.atomic():
        brought_by.save(update_fields=["seconds", "state", "ended_at", "sentence"])
        if brought_by.progress:
            brought_by.progress.finish()
        set_off(work.business)
    forget_file(brought_by)


def set_off(business: Business) -> None:
    """What areas above do with what came in; waiting once is enough, however many files."""
    for name in settings.AFTER_IMPORT:
        if not is_wanted(name, business.pk):
            later(name, business.pk)


def stop(work: Work, problem: Exception) -> None:
    """It stays where it is and can go on: nothing half-written, nothing lost."""
    sentence = why_it_stopped(problem)
    with transaction.atomic():
        Import.objects.filter(pk=work.brought_by.pk).update(state=State.FAILED, sentence=sentence)
        if work.brought_by.progress:
            work.brought_by.progress.fail(sentence)


def why_it_stopped(problem: Exception) -> str:
    """In English; shown in the reader's language."""
    if isinstance(problem, FileNotFoundError):
        return GONE
    is_full = getattr(problem, "errno", None) in NO_ROOM or "full" in str(problem)
    return FULL if is_full else STOOD_STILL


def told_to(brought_by: Import) -> Callable[[str, int, int | None], None]:
    """The progress row, at most twice a second."""
    last = 0.0

    def advance(phase: str, done: int, total: int | None) -> None:
        nonlocal last
        progress = brought_by.progress
        if progress is None or time.monotonic() - last < SECONDS_BETWEEN:
            return
        last = time.monotonic()
        progress.advance(done, total, PHASES[phase]())

    return advance


PHASES = {
    "reading": lambda: _("Reading what is in it"),
    "resolving": lambda: _("Finding out who is who"),
    "reckoning": lambda: _("Reckoning who is close"),
}
