"""Which records may be the same person, and how probable is it?"""

from dataclasses import dataclass

import numpy as np

from passo.engine.linkage.blocking import candidates
from passo.engine.linkage.book import Book, prepare
from passo.engine.linkage.columns import Levels, Long, Reals, Truth
from passo.engine.linkage.comparing import compare
from passo.engine.linkage.learning import learn, rarity
from passo.engine.linkage.model import Model, belonging, holders
from passo.engine.linkage.records import Records

LEAST = 0.01  # pairs less probable than this are not kept
PIECE = 250_000  # pairs looked at together, so that memory does not grow with the book


@dataclass
class Pairs:
    """Pairs of records that may be one person; all arrays have one entry a pair.

    left, right   indices of records, left < right, (pairs,)
    probability   that both are one person, 0…1, (pairs,)
    levels        how alike they are in each feature, (pairs, features) uint8
    crossed       whether given and family name were compared crosswise, (pairs,)
    model         what the probabilities come from; keep it for the next increment
    book          the prepared records; keep it if you compare them again
    """

    left: Long
    right: Long
    probability: Reals
    levels: Levels
    crossed: Truth
    model: Model
    book: Book

    def __len__(self) -> int:
        return len(self.left)


def find_pairs(
    records: Records | Book, *, new_from: int = 0, model: Model | None = None, seed: int = 0
) -> Pairs:
    """Who in my address book stands in it twice?

    P(one person) = prior · Π m/u · rarity, over the sum of that for one person, one household, one
    office and strangers

    records    columns of one length, or a book made by `prepare`
    new_from   only pairs with at least one record from this index on
    model      learned earlier; without one it is learned from these records
    seed       for the pairs at random from which chance likeness is learned

    Cost linear in records: some 100 µs each. Source: Fellegi and Sunter 1969.

    >>> found = find_pairs(Records(
    ...     name=["Giuseppe Rossi", "Hans Huber", "Pino Rossi"],
    ...     mails=[["pino@rossi.it"], ["hans@huber.at"], ["pino@rossi.it"]]))
    >>> found.left.tolist(), found.right.tolist(), bool(found.probability[0] > 0.95)
    ([0], [2], True)
    """
    book = prepare(records)
    left, right = candidates(book, new_from)
    pieces = [slice(start, start + PIECE) for start in range(0, len(left), PIECE)] or [slice(0)]
    compared = [compare(book, left[piece], right[piece]) for piece in pieces]
    levels = np.concatenate([found for found, _ in compared])
    crossed = np.concatenate([found for _, found in compared])
    if model is None:
        model = learn(book, left, levels, seed, new_from)
    size = holders(book), len(book)
    probability = np.concatenate(
        [
            belonging(model, size, levels[piece], *rarity(book, left[piece], levels[piece]))[0]
            for piece in pieces
        ]
    )
    kept = np.flatnonzero(probability >= LEAST)
    return Pairs(
        left[kept], right[kept], probability[kept], levels[kept], crossed[kept], model, book
    )
