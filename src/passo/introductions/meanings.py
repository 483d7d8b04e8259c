"""The arrows of a business in memory, so that a question is one product; built when they change."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
from django.db.models import Count, Max

from passo.businesses.models import Business
from passo.engine.meaning import closest
from passo.introductions.understanding import CHUNK, Place
from passo.lib import meaning

KEPT = 150_000  # texts of all businesses together; two kilobytes each
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Arrows:
    """`places[row]` says whose text the row of `vectors` is; what is needed stands apart."""

    places: list[Place]
    vectors: meaning.Vectors

    def near(self, asked: "np.ndarray[Any, Any]", *, most: int, least: float) -> dict[Place, float]:
        rows, likeness = closest(self.vectors, asked, most=most, least=least)
        return {self.places[row]: float(alike) for row, alike in zip(rows, likeness, strict=True)}


_kept: "OrderedDict[int, tuple[Any, Arrows]]" = OrderedDict()


def arrows_of(business: Business) -> Arrows:
    """Of all that people and organisations do or care about. Whoever asks may hold it as long."""
    stamp = stamp_of(business)
    with _lock:
        known = _kept.get(business.pk)
        if known is not None and known[0] == stamp:
            _kept.move_to_end(business.pk)
            return known[1]
    found = load(business)
    with _lock:
        _kept[business.pk] = (stamp, found)
        _kept.move_to_end(business.pk)
        while len(_kept) > 1 and sum(len(one.places) for _at, one in _kept.values()) > KEPT:
            _kept.popitem(last=False)
    return found


def stamp_of(business: Business) -> Any:
    said = business.meanings.aggregate(count=Count("pk"), at=Max("read_at"))
    return said["count"], said["at"]


def load(business: Business) -> Arrows:
    rows = business.meanings.exclude(part="needs").order_by("pk")
    count = rows.count()
    vectors, places = np.empty((count, meaning.SIZE), np.float32), list[Place]()
    packed: list[bytes] = []
    columns = rows.values_list("person", "organisation", "part", "vector")[:count]
    for person, organisation, part, vector in columns.iterator(chunk_size=CHUNK):
        places.append(Place(person, organisation, part))
        packed.append(bytes(vector))
        if len(packed) == CHUNK:
            vectors[len(places) - CHUNK : len(places)] = meaning.unpacked(packed)
            packed = []
    if packed:
        vectors[len(places) - len(packed) : len(places)] = meaning.unpacked(packed)
    return Arrows(places, vectors[: len(places)])
