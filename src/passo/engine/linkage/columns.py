"""Columns of text as arrays of numbers, made once, so that pairs can be compared by the million."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int32]
Long = NDArray[np.int64]
Reals = NDArray[np.float64]
Levels = NDArray[np.uint8]
Truth = NDArray[np.bool_]

MOST = 16  # values of one kind looked at in one record


@dataclass
class Column:
    """One value a record: codes (records,) int32, −1 where there is none; values by code."""

    codes: Whole
    values: list[str]


@dataclass
class Manifold:
    """Several values a record: codes (records, most) int32, −1 in free places; values by code."""

    codes: Whole
    values: list[str]

    def present(self) -> Truth:
        """Which records have a value at all, (records,)."""
        return self.codes[:, 0] >= 0

    def entries(self) -> tuple[Long, Long]:
        """Every (record, code) there is, as two arrays of one length."""
        return entries_in(self.codes)


def entries_in(codes: Whole) -> tuple[Long, Long]:
    """The rows and the codes of a matrix that are not free places."""
    rows, places = np.nonzero(codes >= 0)
    return rows, codes[rows, places].astype(np.int64)


def numbered(values: Iterable[str]) -> Column:
    """Which entries are equal? Equal texts get equal numbers; the empty text gets −1.

    Cost O(n) dictionary look-ups.

    >>> numbered(["a", "", "b", "a"]).codes.tolist()
    [0, -1, 1, 0]
    """
    known: dict[str, int] = {"": -1}
    setdefault = known.setdefault
    codes = [setdefault(value, len(known) - 1) for value in values]
    return Column(np.array(codes, dtype=np.int32), list(known)[1:])


def numbered_many(values: Iterable[Sequence[str]], known: dict[str, int] | None = None) -> Manifold:
    """The same for several values a record, of which the first `MOST` that differ are kept.

    known   a numbering to go on with

    Cost O(values); no list is kept for a record, for a million lists keep the collector busy.

    >>> numbered_many([["a", "b"], [], ["b", "", "b"]]).codes.tolist()
    [[0, 1], [-1, -1], [1, -1]]
    """
    known = {} if known is None else known
    flat: list[int] = []
    ends: list[int] = []
    for entry in values:
        most = len(flat) + MOST
        for value in entry if len(entry) < 2 else dict.fromkeys(entry):  # noqa: PLR2004
            if value and len(flat) < most:
                flat.append(known.setdefault(value, len(known)))
        ends.append(len(flat))
    sizes = np.diff(np.array(ends, dtype=np.int64), prepend=0)
    codes = np.full((len(ends), int(sizes.max(initial=1)) or 1), -1, dtype=np.int32)
    codes[np.arange(codes.shape[1]) < sizes[:, None]] = flat
    return Manifold(codes, list(known))


def ranges(counts: Long) -> Long:
    """0 … count−1 for each count, one after the other.

    >>> ranges(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) - np.repeat(ends - counts, counts)


def shares_value(codes: Whole, left: Long, right: Long) -> tuple[Truth, Whole]:
    """Do two records have a value in common, and which is the last such?

    codes  (records, most); left, right  indices of records, (pairs,)

    Only pairs that still have further values are looked at again, so the cost is
    O(pairs × values both have), not O(pairs × most²).

    >>> codes = np.array([[0, 1], [1, -1], [2, -1]], dtype=np.int32)
    >>> shares_value(codes, np.array([0, 0]), np.array([1, 2]))[1].tolist()
    [1, -1]
    """
    found = np.full(len(left), -1, dtype=np.int32)
    for one in range(codes.shape[1]):
        mine = np.flatnonzero(codes[left, one] >= 0)
        if not len(mine):
            break
        for other in range(codes.shape[1]):
            theirs = mine[codes[right[mine], other] >= 0]
            if not len(theirs):
                break
            value = codes[left[theirs], one]
            equal = value == codes[right[theirs], other]
            found[theirs[equal]] = value[equal]
    return found >= 0, found
