"""How much each likeness says, as a thing that can be kept."""

import json
from dataclasses import dataclass

import numpy as np

from passo.engine.linkage.book import Book
from passo.engine.linkage.columns import Reals
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

DUPLICATES = 0.1  # expected other records of the same person, before we look
LEAST, MOST = 0.003, 20.0


@dataclass(frozen=True)
class Model:
    """What was learned; made for one book, it also serves the same book a little later.

    m           for each feature the shares of its levels among pairs of one person, from level 1
    u           the same among pairs of two people; at levels marked `is_rate` the number of other
                people with whom one person has this in common, so that it holds at any size
    duplicates  expected number of other records of the same person, a record
    """

    m: tuple[tuple[float, ...], ...]
    u: tuple[tuple[float, ...], ...]
    duplicates: float = DUPLICATES

    def to_json(self) -> str:
        """
        >>> Model.from_json(usual_model().to_json()) == usual_model()
        True
        """
        names = [feature.name for feature in FEATURES]
        return json.dumps(
            {
                "duplicates": self.duplicates,
                "m": dict(zip(names, self.m, strict=True)),
                "u": dict(zip(names, self.u, strict=True)),
            }
        )

    @classmethod
    def from_json(cls, text: str) -> "Model":
        kept = json.loads(text)
        usual = usual_model()
        read: dict[str, tuple[tuple[float, ...], ...]] = {}
        for side in ("m", "u"):
            read[side] = tuple(
                tuple(kept[side].get(feature.name, others))
                for feature, others in zip(FEATURES, getattr(usual, side), strict=True)
            )
            for feature, shares in zip(FEATURES, read[side], strict=True):
                if len(shares) != len(feature.levels):
                    raise ValueError(f"{feature.name} has {len(shares)} levels in this model")
        return cls(read["m"], read["u"], kept["duplicates"])


def usual_model() -> Model:
    """What we believe of address books before we see one."""
    return Model(
        m=tuple(tuple(level.m for level in feature.levels) for feature in FEATURES),
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


def weights(model: Model, held: Reals) -> list[Reals]:
    """The log of m/u at each level of each feature, from level 0, where it is 0.

    held   how many records have each feature, (features,)

    Nothing weighs less than an open difference.
    Source: Fellegi and Sunter 1969, formula of the matching weight.

    >>> [round(float(w), 1) for w in weights(usual_model(), np.full(8, 1000.0))[MAIL]]
    [0.0, -1.0, 3.0, 6.7, 6.7, 6.9, 10.0]
    """
    found = []
    for feature, m, u, count in zip(FEATURES, model.m, model.u, held, strict=True):
        rates = np.array([level.is_rate for level in feature.levels])
        chance = np.where(rates, np.array(u) / count, u)
        weight = np.log(np.maximum(m, 1e-9)) - np.log(np.maximum(chance, 1e-12))
        weight[1:] = np.maximum(weight[1:], weight[0])
        found.append(np.append(0.0, weight))
    return found


def prior(model: Model, count: int) -> float:
    """The log of the odds that two records taken at random are one person."""
    chance = min(model.duplicates / max(count - 1, 1), 0.5)
    return float(np.log(chance) - np.log1p(-chance))
