"""How much each likeness says, as a thing that can be kept."""

import json
from dataclasses import asdict, dataclass

import numpy as np

from passo.engine.linkage.book import Book
from passo.engine.linkage.columns import Levels, Reals
from passo.engine.linkage.features import (
    BIRTHDAY,
    FAMILY,
    FEATURES,
    GIVEN,
    MAIL,
    ORGANISATION,
    OTHER,
    PHONE,
    PLACE,
)

CLASSES = ("m", "family", "colleagues", "namesakes")
# How many other records of the same person, of their household and of their office a record
# is expected to have, before we look; and how many namesakes among a million records
EXPECTED = (0.1, 0.1, 0.2)
NAMESAKES = 3.0
LEAST, MOST = 1e-6, 50.0
Shares = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Model:
    """What was learned; made for one book, it also serves the same book a little later.

    m           for each feature the shares of its levels among pairs of one person, from level 1
    family      the same among pairs of one household, of two given names
    colleagues  the same among pairs of one office
    namesakes   the same among pairs of strangers who happen to have one name
    u           the same among pairs of strangers; at levels marked `is_rate` the number of other
                people with whom one person has this in common, so that it holds at any size
    expected    how many other records of the same person, of the household, of the office
                a record has, and how many namesakes
    """

    m: Shares
    family: Shares
    colleagues: Shares
    namesakes: Shares
    u: Shares
    expected: tuple[float, ...] = (*EXPECTED, NAMESAKES * 0.001)

    def to_json(self) -> str:
        """
        >>> Model.from_json(usual_model().to_json()) == usual_model()
        True
        """
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Model":
        kept = json.loads(text)
        expected = tuple(kept.pop("expected"))
        sides = {name: tuple(map(tuple, shares)) for name, shares in kept.items()}
        for shares in sides.values():
            for feature, of_level in zip(FEATURES, shares, strict=True):
                if len(of_level) not in {0, len(feature.levels)}:
                    raise ValueError(f"{feature.name} has {len(of_level)} levels in this model")
        return cls(**sides, expected=expected)


def usual_model(count: int = 1_000) -> Model:
    """What we believe of address books of this size before we see one."""
    return Model(
        m=tuple(tuple(level.m for level in feature.levels) for feature in FEATURES),
        family=tuple(feature.family for feature in FEATURES),
        colleagues=tuple(feature.colleagues for feature in FEATURES),
        namesakes=tuple(feature.namesakes for feature in FEATURES),
        expected=(*EXPECTED, NAMESAKES * count / 1_000_000),
        u=tuple(tuple(level.u for level in feature.levels) for feature in FEATURES),
    )


def holders(book: Book) -> Reals:
    """How many records have each feature at all, at least 2, (features,)."""
    present = np.zeros(len(FEATURES))
    present[GIVEN] = np.sum(book.given >= 0)
    present[FAMILY] = np.sum(book.family >= 0)
    for feature, column in ((MAIL, book.mails), (PHONE, book.phones), (OTHER, book.others)):
        present[feature] = column.present().sum()
    present[ORGANISATION] = np.sum(book.organisation.codes >= 0)
    present[BIRTHDAY] = np.sum(book.birthday.codes >= 0)
    present[PLACE] = np.sum((book.street.codes >= 0) | (book.city.codes >= 0))
    return np.maximum(present, 2)


def weights(shares: Shares, model: Model, held: Reals) -> list[Reals]:
    """The log of shares/u at each level of each feature, from level 0, where it is 0.

    shares  those of one class of pairs; held  how many records have each feature, (features,)

    In what a class leaves to chance all levels weigh 0; else none less than an open difference.
    Source: Fellegi and Sunter 1969, formula of the matching weight.

    >>> usual = usual_model()
    >>> [round(float(w), 1) for w in weights(usual.m, usual, np.full(8, 1000.0))[MAIL]]
    [0.0, -1.0, 4.6, 6.7, 7.2, 8.7, 11.4]
    """
    found = []
    for feature, share, u, count in zip(FEATURES, shares, model.u, held, strict=True):
        if not share:
            found.append(np.zeros(len(feature.levels) + 1))
            continue
        rates = np.array([level.is_rate for level in feature.levels])
        chance = np.where(rates, np.array(u) / count, u)
        weight = np.log(np.maximum(share, 1e-9)) - np.log(np.maximum(chance, 1e-12))
        weight[1:] = np.maximum(weight[1:], weight[0])
        found.append(np.append(0.0, weight))
    return found


def prior(expected: float, count: int) -> float:
    """The log of the odds that two records taken at random belong together."""
    chance = min(max(expected / max(count - 1, 1), 1e-12), 0.5)
    return float(np.log(chance) - np.log1p(-chance))


def total_weight(levels: Levels, weight: list[Reals]) -> Reals:
    """The sum of the weights of each pair's levels, (pairs,)."""
    total = np.zeros(len(levels))
    for feature, of_level in enumerate(weight):
        total += of_level[levels[:, feature]]
    return total


def belonging(
    model: Model, book: tuple[Reals, int], levels: Levels, own: Reals, common: Reals
) -> Reals:
    """How probable is it that each pair is one person, one household, one office, one name only?

    P(class) = prior · Π share/u · rarity, over the sum of that for all classes and for strangers.

    book         how many records have each feature (features,), and how many there are
    levels       (pairs, features); own, common  what `rarity` gives, (pairs,)
    gives        (4, pairs), each 0…1; strangers have the rest

    Cost O(pairs × features). Source: Fellegi and Sunter 1969, with the class of pairs that do not
    match split in three, since a household agrees in many things at once and is yet two people.
    """
    held, count = book
    odds = np.stack(
        [
            prior(expected, count)
            + total_weight(levels, weights(getattr(model, name), model, held))
            + (common if name != "namesakes" else 0.0)
            + (own if name == "m" else 0.0)
            for name, expected in zip(CLASSES, model.expected, strict=True)
        ]
    )
    most = np.maximum(odds.max(axis=0), 0.0)
    parts = np.exp(odds - most)
    found: Reals = parts / (parts.sum(axis=0) + np.exp(-most))
    return found
