"""Who is tied to whom, for whoever asks: rows into a graph, built once for a stamp and kept.

Whoever said no, and each tie that is not shared, is left out while it is built: nothing is found
and then hidden.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import Any

import numpy as np
from django.db.models import FloatField, Q
from django.db.models.functions import Coalesce, Greatest
from numpy.typing import NDArray

from passo.businesses.models import Business, User
from passo.engine.paths import Graph
from passo.introductions import bringing, watching
from passo.introductions.models import Wish
from passo.people.models.person import Consent

Numbers = NDArray[np.int64]
Strengths = NDArray[np.float64]
Mask = NDArray[np.bool_]
Key = tuple[int, int, watching.Stamp]

KEPT = 8  # graphs; of a large business with a million ties each takes 20 MB
CHUNK = 50_000
# Of a tie that touches show and somebody declared the stronger of both counts.
CLOSE = Greatest(
    "strength", Coalesce("declared", 0.0, output_field=FloatField()), output_field=FloatField()
)


@dataclass(frozen=True, slots=True)
class Known:
    """`people`: numbers of all who are tied to anybody, in order; each place is an id of `graph`.
    After them come `members`: whoever asks first, then those who share their ties. `may_pass`:
    who may be a go-between.
    """

    graph: Graph
    people: Numbers
    members: tuple[int, ...]
    may_pass: Mask

    @property
    def ours(self) -> list[int]:
        """The ids of the members."""
        return list(range(len(self.people), len(self.people) + len(self.members)))

    def ids(self, people: Sequence[int]) -> Numbers:
        """Of each person their id, -1 for whoever is tied to nobody."""
        numbers = np.asarray(people, dtype=np.int64)
        places = np.minimum(np.searchsorted(self.people, numbers), max(len(self.people) - 1, 0))
        found = self.people[places] == numbers if len(self.people) else np.zeros(len(numbers), bool)
        return np.where(found, places, -1)

    def person(self, place: int) -> int:
        """The number behind an id; 0 for a member."""
        return int(self.people[place]) if place < len(self.people) else 0

    def member(self, place: int) -> int:
        return self.members[place - len(self.people)]


class Shelf:
    """The graphs that were asked for last. Whoever comes while one is built waits for it."""

    def __init__(self) -> None:
        self.graphs: OrderedDict[Key, Known] = OrderedDict()
        self.lock = Lock()
        self.builders: defaultdict[tuple[int, int], Lock] = defaultdict(Lock)

    def builder(self, key: Key) -> Lock:
        """Of a large book it takes a second, and who is impatient presses twice."""
        with self.lock:
            return self.builders[key[:2]]

    def find(self, key: Key) -> Known | None:
        with self.lock:
            if key in self.graphs:
                self.graphs.move_to_end(key)
            return self.graphs.get(key)

    def put(self, key: Key, known: Known) -> None:
        """One for each who asks: that of an older stamp will not be asked for again."""
        with self.lock:
            for old in [one for one in self.graphs if one[:2] == key[:2]]:
                del self.graphs[old]
            self.graphs[key] = known
            while len(self.graphs) > KEPT:
                self.graphs.popitem(last=False)

    def clear(self) -> None:
        with self.lock:
            self.graphs.clear()


SHELF = Shelf()


def known_to(business: Business, asker: User | None) -> Known:
    """Asker: a member, or nobody in particular for the business as a whole."""
    key = (business.pk, asker.pk if asker else 0, watching.stamp_of(business))
    with SHELF.builder(key):
        known = SHELF.find(key)
        if known is None:
            known = build(business, asker)
            SHELF.put(key, known)
    return known


def build(business: Business, asker: User | None) -> Known:
    left_out = who_is_left_out(business)
    own = bringing.ties_of_members(business, asker)
    one, other, strength = without(left_out, ties_among(business))
    person, member, close = without(left_out, (own.person, own.member, own.strength), ends=1)
    people = np.unique(np.concatenate((one, other, person)))
    a = np.concatenate((np.searchsorted(people, one), np.searchsorted(people, person)))
    b = np.concatenate((np.searchsorted(people, other), len(people) + member))
    everybody = len(people) + len(own.members)
    graph = Graph.build(a, b, np.concatenate((strength, close)), people=everybody)
    may_pass = np.ones(everybody, dtype=bool)
    may_pass[: len(people)] = ~np.isin(people, who_never_passes(business))
    return Known(graph, people, own.members, may_pass)


def without(
    left_out: Numbers, ties: tuple[Numbers, Numbers, Strengths], *, ends: int = 2
) -> tuple[Numbers, Numbers, Strengths]:
    """Without the ties of whoever is left out; the other end of ours is a member."""
    one, other, strength = ties
    stays = ~np.isin(one, left_out) & (strength > 0)
    if ends > 1:
        stays &= ~np.isin(other, left_out)
    return one[stays], other[stays], strength[stays]


def who_is_left_out(business: Business) -> Numbers:
    """Kept out of all lists, joined into another, asked for silence, or wants to be forgotten."""
    people = business.people.filter(Q(is_listed=False) | Q(consent=Consent.REFUSED))
    forgotten = business.wishes.filter(kind=Wish.Kind.FORGET).values_list("person", flat=True)
    return numbers([*people.values_list("pk", flat=True), *forgotten])


def who_never_passes(business: Business) -> Numbers:
    kinds = (Wish.Kind.NEVER_THROUGH, Wish.Kind.STRAINED)
    return numbers(business.wishes.filter(kind__in=kinds).values_list("person", flat=True))


def ties_among(business: Business) -> tuple[Numbers, Numbers, Strengths]:
    rows = business.ties.order_by().annotate(close=CLOSE).values_list("one", "other", "close")
    read = chain.from_iterable(rows.iterator(chunk_size=CHUNK))
    one, other, close = np.fromiter(read, np.float64).reshape(-1, 3).T
    return one.astype(np.int64), other.astype(np.int64), np.clip(close, 0, 1)


def numbers(found: Any) -> Numbers:
    return np.array(sorted(set(found)), dtype=np.int64)
