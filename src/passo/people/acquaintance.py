"""Who of your people knows whom: ties from shared mails, meetings and firms, and from word."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

import numpy as np
from django.db import transaction
from django.db.models import Count, QuerySet

from passo.businesses.models import Business
from passo.engine.strength import KINDS, Groups, Known, third_party
from passo.lib.db.bulk import insert
from passo.lib.db.days import Days
from passo.lib.db.one_writer import one_writer
from passo.people.models import Participation, Position, Tie

KIND = {name: place for place, name in enumerate(KINDS)}
SMALLEST_ROUND, LARGEST_ROUND = 3, 30  # we are one of them
# In a larger firm, to work there says too little to keep a row for each two.
LARGEST_FIRM = 12
BATCH = 500
MANY = 4_000
COLUMNS = (
    "business_id",
    "one_id",
    "other_id",
    "strength",
    "kind",
    "evidence",
    "last_at",
    "declared",
    "declared_note",
)
EPOCH = date(1970, 1, 1)


class Share(NamedTuple):
    """That a person took part in something others took part in too."""

    person: int
    group: str
    day: float
    size: int
    kind: int


def refresh(business: Business, people: Sequence[int] | None, *, today: date) -> None:
    """The ties of these people, or all of them: of many, all at once is quicker."""
    if people is None or len(people) > MANY:
        write(business, known_among(list(shares(business, None, today)), today), None)
        return
    for start in range(0, len(people), BATCH):
        some = people[start : start + BATCH]
        write(business, known_among(list(shares(business, some, today)), today), some)


def shares(business: Business, people: Sequence[int] | None, today: date) -> Iterator[Share]:
    yield from shared_touches(business, people)
    day = float((today - EPOCH).days)
    for firm, person, size in shared_firms(business, people):
        yield Share(person, f"firm {firm}", day, size, KIND["organisation"])


def declared(business: Business, people: Sequence[int] | None) -> QuerySet[Tie]:
    said = business.ties.filter(declared__isnull=False)
    return said if people is None else said.filter(one__in=people) | said.filter(other__in=people)


def shared_touches(business: Business, people: Sequence[int] | None) -> Iterator[Share]:
    """All mails of a conversation are one thing shared; of the rest, each touch."""
    rows = rounds_of(business, people).annotate(day=Days("at"))
    found = rows.values_list("person", "touch__thread", "touch", "day", "size", "kind")
    for person, thread, touch, day, size, kind in found.iterator(chunk_size=20_000):
        is_mail = kind == "mail"
        group = thread if is_mail and thread else str(touch)
        yield Share(person, group, day, size, KIND["thread" if is_mail else "meeting"])


def rounds_of(business: Business, people: Sequence[int] | None) -> QuerySet[Participation]:
    """Everybody's part in the conversations and meetings of these people."""
    rows = business.participations.filter(
        person__isnull=False, size__gte=SMALLEST_ROUND, size__lte=LARGEST_ROUND
    )
    if people is None:
        return rows
    theirs = rows.filter(person__in=people)
    # Each once: what repeats for years is one thread of thousands of touches, and PostgreSQL would
    # go through all of them for each of them.
    threads = theirs.exclude(touch__thread="").values("touch__thread").distinct()
    # Said twice, so that the index of those with a thread is used.
    in_threads = business.touches.filter(thread__in=threads).exclude(thread="")
    return rows.filter(touch__in=theirs.values("touch").union(in_threads.values("pk")))


def shared_firms(
    business: Business, people: Sequence[int] | None
) -> Iterator[tuple[int, int, int]]:
    firms = business.positions.filter(person__is_listed=True)
    if people is not None:
        theirs = firms.filter(person__in=people).values_list("organisation", flat=True)
        firms = firms.filter(organisation__in=list(theirs))
    small = (
        firms.values("organisation")
        .annotate(size=Count("person"))
        .filter(size__gte=2, size__lte=LARGEST_FIRM)
    )
    sizes = dict(small.values_list("organisation", "size"))
    rows = Position.objects.filter(business=business, person__is_listed=True)
    if people is not None:
        rows = rows.filter(organisation__in=list(sizes))
    for firm, person in rows.values_list("organisation", "person").iterator(chunk_size=20_000):
        if firm in sizes:
            yield firm, person, sizes[firm]


def known_among(shared: list[Share], today: date) -> tuple[Known, list[int]]:
    people = sorted({share.person for share in shared})
    place = {person: number for number, person in enumerate(people)}
    names: dict[str, int] = {}
    group = np.array([names.setdefault(share.group, len(names)) for share in shared], np.int64)
    day = np.full(len(names), -np.inf)
    size, kind = np.full(len(names), 2), np.zeros(len(names), np.int64)
    np.maximum.at(day, group, [share.day for share in shared])
    np.maximum.at(size, group, [share.size for share in shared])
    kind[group] = [share.kind for share in shared]
    person = np.array([place[share.person] for share in shared], np.int64)
    groups = Groups(person, group, day=day, size=size, kind=kind)
    return third_party(groups, today=float((today - EPOCH).days) + 1), people


def write(business: Business, found: tuple[Known, list[int]], people: Sequence[int] | None) -> None:
    """What somebody declares meanwhile waits, or is seen here: it is never lost."""
    with transaction.atomic():
        one_writer("ties of", business.pk)
        fresh = rows_of(business, found, people)
        stale = Tie.objects.filter(business=business)
        if people is not None:
            stale = stale.filter(one__in=people) | stale.filter(other__in=people)
        stale.delete()
        insert(Tie, COLUMNS, fresh)


def rows_of(
    business: Business, found: tuple[Known, list[int]], people: Sequence[int] | None
) -> list[tuple[Any, ...]]:
    """How close somebody said they are stands beside what they share, or alone."""
    known, numbers = found
    asked = None if people is None else set(people)
    by_word = {(tie.one_id, tie.other_id): tie for tie in declared(business, people)}
    fresh: list[tuple[Any, ...]] = []
    for one, other, strength, kind, evidence, last in zip(*known, strict=True):
        pair = numbers[one], numbers[other]
        if asked is None or asked.intersection(pair):
            shared = float(strength), KINDS[kind], int(evidence), moment_of(float(last))
            fresh.append((business.pk, *pair, *shared, *word_of(by_word.pop(pair, None))))
    for pair, tie in by_word.items():
        fresh.append((business.pk, *pair, tie.declared, "declared", 0, None, *word_of(tie)))
    return fresh


def word_of(tie: Tie | None) -> tuple[float | None, str]:
    return (tie.declared, tie.declared_note) if tie else (None, "")


def moment_of(days: float) -> datetime:
    return datetime.combine(EPOCH, time(), UTC) + timedelta(seconds=round(days * 86_400))
