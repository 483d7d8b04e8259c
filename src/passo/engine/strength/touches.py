"""Touches as arrays, and how a touch loses weight with time and with company."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

# What one touch of each kind says beside a mail. A note is no contact: nobody heard from anybody.
WEIGHTS = {
    "mail": 1.0,
    "message": 1.0,
    "call": 2.0,
    "meeting": 3.0,
    "visit": 4.0,
    "letter": 2.0,
    "note": 0.0,
}
CHANNELS = tuple(WEIGHTS)
CHANNEL_WEIGHTS = np.array(list(WEIGHTS.values()))

HALF_LIVES = np.array([1.0, 4.0, 16.0, 64.0, 256.0, 1024.0])  # days
SHARES = HALF_LIVES**-0.5 / np.sum(HALF_LIVES**-0.5)
FAR = 10_000_000  # days; the year 9999 is well within
TWO = 2  # people: nobody else was there
OLDEST = 40_000  # days; what is older weighs as if it were this old, which is nothing


def _(sentence: str) -> str:
    """Marks a sentence for translation; whoever shows it translates it."""
    return sentence


@dataclass(frozen=True, slots=True, eq=False)
class Touches:
    """Who was in touch with us, when and how? One entry of each array is one touch of one person.

    `person`: place of the person, (touches,), 0 … people-1. `day`: days since any fixed midnight
    of the owner's clock, (touches,), float; its whole part is the calendar day. `direction`:
    (touches,), 1 we to them, -1 they to us, 0 both, as in a meeting. `channel`: (touches,), place
    in `CHANNELS`. `size`: (touches,), how many people took part, we and they included; less
    than 2 counts as 2. A mail to ten people is ten touches of size 11. Anything that numpy can
    read as an array will do; what does not fit raises `ValueError`.

    >>> Touches([0, 0], [10.5, 12], [1, -1], [0, 0], [2, 2]).day.tolist()
    [10.5, 12.0]
    """

    person: Whole
    day: Floats
    direction: NDArray[np.int8]
    channel: NDArray[np.int8]
    size: Whole

    def __init__(
        self,
        person: ArrayLike,
        day: ArrayLike,
        direction: ArrayLike,
        channel: ArrayLike,
        size: ArrayLike,
    ) -> None:
        keep = object.__setattr__
        keep(self, "person", whole(person, "person"))
        keep(self, "day", np.asarray(day, dtype=np.float64))
        keep(self, "direction", whole(direction, "direction").astype(np.int8))
        keep(self, "channel", whole(channel, "channel").astype(np.int8))
        keep(self, "size", np.maximum(whole(size, "size"), TWO))
        self._check()

    def _check(self) -> None:
        columns = (self.person, self.day, self.direction, self.channel, self.size)
        if any(column.shape != (len(self.person),) for column in columns):
            raise ValueError("every column of touches has one entry a touch")
        if not are_days(self.day):
            raise ValueError("every touch has a day that a calendar knows")
        if not within(self.channel, 0, len(CHANNELS) - 1) or not within(self.direction, -1, 1):
            raise ValueError("no such channel or direction")

    def where(self, chosen: NDArray[Any]) -> "Touches":
        """Only some of them: a mask or places."""
        columns = (self.person, self.day, self.direction, self.channel, self.size)
        return Touches(*(column[chosen] for column in columns))

    def of(self, people: int) -> "Touches":
        """These, after a look that nobody stands outside 0 … people-1."""
        if not within(self.person, 0, people - 1):
            raise ValueError("a touch names a person who is not there")
        return self


def whole(column: ArrayLike, name: str) -> Whole:
    """A column of whole numbers; an empty one may come as anything."""
    numbers = np.atleast_1d(np.asarray(column))
    if numbers.size and numbers.dtype.kind not in "iub":
        raise ValueError(f"{name} is in whole numbers")
    return numbers.astype(np.int64, copy=False)


def within(column: NDArray[Any], least: int, most: int) -> bool:
    return not column.size or (column.min() >= least and column.max() <= most)


def summed(place: Whole, value: Floats, places: int) -> Floats:
    """The sum of the values at each place."""
    return np.bincount(place, value, places).astype(np.float64, copy=False)


def distinct(numbers: Whole) -> Whole:
    """Each number once, in order; sorting is several times quicker than numpy's hashing here."""
    ordered = np.sort(numbers)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]


def are_days(day: Floats) -> bool:
    """Is each a number, and no further away than calendars reach?"""
    return bool((np.abs(day) <= FAR).all())


def calendar_days(day: Floats) -> Whole:
    return np.floor(day).astype(np.int64)


def faded(age: Whole) -> Floats:
    """How much of a touch is left after some days, by half-life? (ages,) to (half-lives, ages).

    The rows sum to 1 today and to about 0.7 · days^-½ from the first day to the hundredth.

    >>> faded(np.array([0, 3, 99])).sum(axis=0).round(2).tolist()
    [1.0, 0.43, 0.06]
    """
    old = np.minimum(age, OLDEST)
    days = np.arange(int(old.max(initial=0)) + 1)
    return np.stack(
        [
            (share * 0.5 ** (days / life))[old]
            for life, share in zip(HALF_LIVES, SHARES, strict=True)
        ]
    )


def in_company(size: Whole) -> Floats:
    """What is left of a touch where more than two took part: 1 for two, 0.43 for five, 0.19 for
    forty.

    >>> in_company(np.array([2, 4, 16])).tolist()
    [1.0, 0.5, 0.25]
    """
    return 1 / np.log2(size)
