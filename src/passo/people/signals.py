"""What people said in their mails, ready for the engine to say what became of it.

A signal hangs on its touch. What a third wrote to both of us was said neither by nor to whoever
else was in it, so it settles nothing for them; its signals are kept, for an introduction is one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from passo.businesses.models import Business
from passo.engine import signals as engine
from passo.engine.signals import shapes
from passo.engine.signals.settling import SPOKEN, WRITTEN
from passo.people import answering
from passo.people.models import Participation, Signal
from passo.people.models.touch import Direction

SMALL = 8  # in a larger round nobody speaks to somebody: what is said there is not read
OPENING = frozenset((shapes.QUESTION, shapes.PROMISE))
COLUMNS = ("person", "touch", "kind", "at", "direction", "size", "address", "touch__thread")
SAID = ("touch", "address", "kind", "is_ours", "on", "quote", "certainty", "deed")
Words = dict[int, list[tuple[str, engine.Signal]]]  # of each touch what it says, of which address


class Part(NamedTuple):
    """That somebody took part in a touch, as a row says it."""

    person: int | None
    touch: int
    kind: str
    at: datetime
    direction: str
    size: int
    address: str
    thread: str

    @property
    def is_ours(self) -> bool:
        return self.direction == Direction.OUT

    @property
    def is_between_us(self) -> bool:
        """Not what a third wrote, and not what was written to many."""
        if self.kind in WRITTEN:
            return self.direction != Direction.BOTH and self.size <= SMALL
        return self.kind in SPOKEN


def engine_touches(
    business: Business, people: Sequence[int], *, since: datetime | None = None
) -> dict[int, list[engine.Touch]]:
    """Of each of these people every touch that says or settles anything, the oldest first.

    Also what answers for them: what the colleagues in a small firm, or the address that a firm's
    people share, wrote to us or were written. Seven questions, for however many people.
    """
    firms = answering.firms_of(business, people)
    told = business.participations.all()
    told = told.filter(at__gte=since) if since else told
    rows = told.filter(person__in={*people, *firms.colleagues})
    shared = told.filter(person=None, address__in=list(firms.addresses))
    words = words_in(rows) | words_in(shared)
    own: dict[int | None, list[Part]] = defaultdict(list)
    beside: dict[int | None, list[Part]] = defaultdict(list)
    for part in (*between_us(rows), *between_us(shared)):
        own[part.person].append(part)
        beside[firms.behind(part.person, part.address)].append(part)
    zone = ZoneInfo(business.time_zone)
    return {
        person: sorted(
            touches_of(own[person], beside[firms.of.get(person, 0)], words, zone),
            key=lambda one: one.at,
        )
        for person in people
    }


def between_us(rows: "QuerySet[Participation]") -> list[Part]:
    found = (Part(*row) for row in rows.values_list(*COLUMNS).iterator())
    return [part for part in found if part.is_between_us]


def words_in(rows: "QuerySet[Participation]") -> Words:
    """The touches are of this business; named again, it tempts SQLite to read all signals."""
    said: Words = defaultdict(list)
    signals = Signal.objects.filter(touch__in=rows.values("touch")).order_by("pk")
    for touch, address, kind, is_ours, on, quote, sure, deed in signals.values_list(*SAID):
        # Where in its mail it stood is not kept.
        one = engine.Signal(kind, is_ours, on, quote, sure, 0, len(quote), deed)
        said[touch].append((address, one))
    return said


def touches_of(
    own: Iterable[Part], beside: Iterable[Part], words: Words, zone: ZoneInfo
) -> list[engine.Touch]:
    mine = {part.touch: touch_of(part, own_words(part, words), zone) for part in own}
    threads = {part.thread for part in own if part.thread}
    theirs = {
        part.touch: touch_of(part, without_opening(said), zone)
        for part in beside
        if part.touch not in mine
        and part.kind in WRITTEN
        and (not part.is_ours or part.person is None or part.thread in threads)
        and not only_asks(said := own_words(part, words))
    }
    return [*mine.values(), *theirs.values()]


def touch_of(part: Part, said: Iterable[engine.Signal], zone: ZoneInfo) -> engine.Touch:
    moment = part.at.astimezone(zone)
    return engine.Touch(part.touch, part.kind, moment, part.is_ours, tuple(said))


def own_words(part: Part, words: Words) -> list[engine.Signal]:
    """Of what machines answered to a mail of ours only that it did not reach this address."""
    return [
        one
        for address, one in words.get(part.touch, ())
        if not address or (one.kind == shapes.BOUNCE and address == part.address)
    ]


def only_asks(said: Iterable[engine.Signal]) -> bool:
    kinds = {one.kind for one in said}
    return shapes.QUESTION in kinds and shapes.ENCLOSED not in kinds


def without_opening(said: Iterable[engine.Signal]) -> Iterator[engine.Signal]:
    """What a colleague asks and promises is their own."""
    return (one for one in said if one.kind not in OPENING)
