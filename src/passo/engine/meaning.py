"""Who comes closest to what is meant, and which two could help each other?"""

from typing import Any, NamedTuple

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.float32]]
Places = np.ndarray[Any, np.dtype[np.int64]]
WORDS = 0.6  # how well somebody fits in whose texts all words occur
AT_ONCE = 256  # needs for which all likenesses are held at the same time


class Match(NamedTuple):
    """The place of a need, of the capability that meets it, and how alike they are."""

    need: int
    offer: int
    likeness: float


def closest(vectors: Floats, asked: Floats, *, most: int, least: float) -> tuple[Places, Floats]:
    """Which of these texts are closest to what was asked?

    Formula: likeness = cosine = the product of two arrows of length one.

    Arrays: `vectors`, the meaning of each text, shape (texts, size), of length one. `asked`,
    shape (size,), of length one. Returned are the places of at most `most` texts with a likeness
    of `least` or more, the closest first, and their likenesses, each of shape (found,). Of two
    that are equally close the earlier comes first.

    Cost: one product, texts x size, and a selection of `most`.

    Source: Salton, Wong and Yang, “A vector space model for automatic indexing” (1975).

    >>> texts = np.array([[1, 0], [0.6, 0.8], [0, 1]], np.float32)
    >>> closest(texts, np.array([0, 1], np.float32), most=2, least=0.5)[0].tolist()
    [2, 1]
    """
    if vectors.ndim != 2 or asked.shape != (vectors.shape[1],):  # noqa: PLR2004 -- rows, columns
        raise ValueError("What is asked must be one arrow, as long as those of the texts.")
    likeness = vectors @ asked
    places = np.flatnonzero(likeness >= least)
    if len(places) > most:
        edge = np.partition(likeness[places], len(places) - most)[len(places) - most]
        places = places[likeness[places] >= edge]
    places = places[np.lexsort((places, -likeness[places]))][:most]
    return places, likeness[places]


def matches(needs: Floats, offers: Floats, *, each: int, least: float) -> list[Match]:
    """Who could give what another lacks?

    Formula: as `closest`, for every need.

    Arrays: `needs`, what is lacked, shape (needs, size); `offers`, what can be done, shape
    (offers, size); rows of length one. Returned are for each need at most `each` offers with a
    likeness of `least` or more; the closest of all first, equal ones by need and offer.

    Cost: needs x offers x size, and memory for 256 needs' likenesses at once.

    Source: as `closest`.

    >>> lamps, bread = [1, 0], [0, 1]
    >>> needs, offers = np.array([lamps], np.float32), np.array([bread, lamps], np.float32)
    >>> matches(needs, offers, each=3, least=0.4)
    [Match(need=0, offer=1, likeness=1.0)]
    """
    if needs.ndim != 2 or offers.ndim != 2 or needs.shape[1] != offers.shape[1]:  # noqa: PLR2004
        raise ValueError("Needs and offers must be rows of the same length.")
    found: list[Match] = []
    for start in range(0, len(needs), AT_ONCE):
        likeness = needs[start : start + AT_ONCE] @ offers.T
        for row, alike in enumerate(likeness):
            best = np.flatnonzero(alike >= least)
            best = best[np.lexsort((best, -alike[best]))][:each]
            found += [Match(start + row, int(place), float(alike[place])) for place in best]
    return sorted(found, key=lambda match: (-match.likeness, match.need, match.offer))


def taken_together(likeness: float, share: float) -> float:
    """How well does somebody fit, by what is meant and by the words that were said?

    Formula: 1 - (1 - likeness) (1 - 0.6 share): each fills a part of what the other leaves open.

    Arrays: none. `likeness`, cosine, below 0 as good as 0; `share` of the words that occur, each
    weighed by how rare it is, 0..1. Returned is a number 0..1 that ranks; it is no probability.

    Cost: none.

    Source: ours. A word alone, as the name of a town, must not outdo somebody who is meant, of
    whom a likeness of 0.6 is usual at the best (`benchmarks/meaning.py`).

    >>> taken_together(0.5, 0.0), taken_together(0.5, 0.5)
    (0.5, 0.65)
    """
    return 1 - (1 - min(max(likeness, 0.0), 1.0)) * (1 - WORDS * share)
