"""Learns from the book itself how much each likeness says: expectation and maximisation."""

from dataclasses import dataclass

import numpy as np

from passo.engine.linkage.book import Book, frequencies
from passo.engine.linkage.columns import Column, Levels, Long, Reals, Whole
from passo.engine.linkage.comparing import compare
from passo.engine.linkage.features import (
    BIRTHDAY,
    FAMILY,
    FEATURES,
    GIVEN,
    ORGANISATION,
    PLACE,
    SAME_BIRTHDAY,
    SAME_CITY,
    SAME_FAMILY,
    SAME_GIVEN,
    SAME_ORGANISATION,
)
from passo.engine.linkage.model import (
    CLASSES,
    LEAST,
    MOST,
    Model,
    Shares,
    belonging,
    holders,
    usual_model,
)
from passo.engine.linkage.vocabulary import Vocabulary

ROUNDS = 20
# That a household has different given names makes it one; it is not to be learned otherwise.
KEPT = {"family": GIVEN}
AT_RANDOM = 100_000
# How many pairs (or, for rates, records) what we believe beforehand is worth
WORTH_OF_M = 40.0
WORTH_OF_U = 300.0
WORTH_IN_RECORDS = 200.0
STEP = 0.25  # of the weight of rare values, where pairs of one pattern are counted together
FURTHEST = 7.75


@dataclass
class Patterns:
    """Pairs that look the same, counted: levels (patterns, features), rarity and count."""

    levels: Levels
    own: Reals
    common: Reals
    counts: Reals

    def classes(self, model: Model, book: tuple[Reals, int]) -> Reals:
        """How many of each pattern belong to each class, (4, patterns)."""
        return self.counts * belonging(model, book, self.levels, self.own, self.common)


def rarity(book: Book, left: Long, levels: Levels) -> tuple[Reals, Reals]:
    """How much more than the usual does it say that just this value is shared?

    log(u of the level / frequency of the value): a rare surname adds, Rossi takes away. Two sums,
    each (pairs,): of what is a person's own (given name, birthday), and of what a household or an
    office has in common (family name, organisation, town).

    Source: Winkler 1988; the frequencies are smoothed as `book.frequencies` says.
    """
    own, common = np.zeros((2, len(left)))
    for feature, level, codes, chance in valued(book):
        usual = FEATURES[feature].levels[level - 1].u
        here = np.flatnonzero(levels[:, feature] == level)
        total = own if feature in {GIVEN, BIRTHDAY} else common
        total[here] += np.log(usual) - np.log(chance[codes[left[here]]])
    return own, common


def valued(book: Book) -> list[tuple[int, int, Whole, Reals]]:
    """Feature, level, codes of the records, frequencies of the values."""
    columns: tuple[tuple[int, int, Whole, Column | Vocabulary], ...] = (
        (GIVEN, SAME_GIVEN, book.given, book.names),
        (FAMILY, SAME_FAMILY, book.family, book.names),
        (ORGANISATION, SAME_ORGANISATION, book.organisation.codes, book.organisation),
        (BIRTHDAY, SAME_BIRTHDAY, book.birthday.codes, book.birthday),
        (PLACE, SAME_CITY, book.city.codes, book.city),
    )
    return [
        (feature, level, codes, frequencies(values, FEATURES[feature].levels[level - 1].u))
        for feature, level, codes, values in columns
    ]


def patterns(levels: Levels, rare: tuple[Reals, Reals]) -> Patterns:
    """Counts pairs together that look the same, so that each round costs patterns, not pairs."""
    own, common = (
        np.rint(np.clip(side, -FURTHEST, FURTHEST) / STEP).astype(np.int64) for side in rare
    )
    key = own + 32 << 6 | common + 32
    for feature in range(levels.shape[1]):
        key = key << 3 | levels[:, feature]
    _, first, counts = np.unique(key, return_index=True, return_counts=True)
    steps: Reals = np.stack([own[first], common[first]]).astype(np.float64) * STEP
    return Patterns(levels[first], steps[0], steps[1], counts.astype(np.float64))


def pairs_at_random(count: int, seed: int) -> tuple[Long, Long]:
    """Pairs of different records: all of them in a small book, else a sample."""
    if count * (count - 1) // 2 <= AT_RANDOM:
        left, right = np.triu_indices(count, k=1)
        return left.astype(np.int64), right.astype(np.int64)
    chance = np.random.default_rng(seed)
    left = chance.integers(0, count, AT_RANDOM)
    right = (left + chance.integers(1, count, AT_RANDOM)) % count
    return left, right


def learn(book: Book, left: Long, levels: Levels, seed: int = 0, new_from: int = 0) -> Model:
    """How much does each likeness say in this very book?

    m  from the pairs worth comparing, each counted with the probability that it is one person;
       those of households and offices likewise
    u  from pairs at random, each counted with the probability that they are strangers; at levels
       that hardly ever meet by chance, from the pairs worth comparing, a person
    Both start from, and are held by, what we believe beforehand (a Dirichlet prior worth 40 pairs
    for m, 300 for u), so that a book of thirty people is judged sensibly too.

    book     what `prepare` gives
    left     first record of each pair, (pairs,)
    levels   what `compare` gives for all candidates, (pairs, features)
    new_from where only pairs with a record from this index on were candidates, rates are counted
             over the share of all pairs that these are

    Cost O(pairs) once, then O(patterns) a round.
    Source: Fellegi and Sunter 1969; EM as Winkler 1988 and Jaro 1989 use it.
    """
    size = holders(book), len(book)
    seen = 1 - (new_from / max(len(book), 1)) ** 2
    met = patterns(levels, rarity(book, left, levels))
    one, two = pairs_at_random(len(book), seed)
    random_levels = compare(book, one, two)[0]
    random = patterns(random_levels, rarity(book, one, random_levels))
    usual = model = usual_model(len(book))
    for _round in range(ROUNDS):
        belong = met.classes(model, size)
        strange = random.counts - random.classes(model, size).sum(axis=0)
        sides = {
            name: learn_shares(
                met, each, getattr(usual, name), kept=KEPT.get(name), capped=name == "m"
            )
            for name, each in zip(CLASSES, belong, strict=True)
        }
        u = learn_u(random, strange, met, met.counts - belong.sum(axis=0), size[0] * seen)
        expected = learn_expected(belong.sum(axis=1), usual.expected, len(book) * seen)
        model = Model(**sides, u=u, expected=expected)
    return model


def learn_shares(
    met: Patterns, belong: Reals, usual: Shares, *, kept: int | None, capped: bool
) -> Shares:
    """Shares of levels among the pairs of one class; what it leaves to chance stays empty.

    Of one person's pairs no more may differ than `most_different` says, whatever the book: else
    namesakes and families of a large book would teach that nothing need agree.
    """
    found = []
    for place, before in enumerate(usual):
        if not before or place == kept:
            found.append(before)
            continue
        seen = np.bincount(met.levels[:, place], belong, len(before) + 1)[1:]
        expected = np.array(before) * WORTH_OF_M
        shares = (seen + expected) / (seen.sum() + expected.sum())
        most = FEATURES[place].most_different if capped else 1.0
        if shares[0] > most:
            shares[1:] *= (1 - most) / (1 - shares[0])
            shares[0] = most
        found.append(tuple(shares.tolist()))
    return tuple(found)


def learn_u(random: Patterns, is_two: Reals, met: Patterns, others: Reals, held: Reals) -> Shares:
    """Shares of levels among pairs of strangers, and rates a person where that is rarer."""
    found = []
    for place, feature in enumerate(FEATURES):
        size = len(feature.levels)
        before = np.array([level.u for level in feature.levels])
        rates = np.array([level.is_rate for level in feature.levels])
        seen = np.bincount(random.levels[:, place], is_two, size + 1)[1:]
        shares = (seen + np.where(rates, 0, before) * WORTH_OF_U) / (seen.sum() + WORTH_OF_U)
        meeting = np.bincount(met.levels[:, place], others, size + 1)[1:]
        rate = (2 * meeting + before * WORTH_IN_RECORDS) / (held[place] + WORTH_IN_RECORDS)
        fixed = np.isin(np.arange(1, size + 1), feature.weighed)
        found.append(tuple(np.where(rates, rate, np.where(fixed, before, shares)).tolist()))
    return tuple(found)


def learn_expected(pairs: Reals, usual: tuple[float, ...], count: float) -> tuple[float, ...]:
    """Expected number of other records of the same person, household, office, name."""
    before = np.array(usual) * WORTH_IN_RECORDS
    seen = (2 * pairs + before) / (count + WORTH_IN_RECORDS)
    return tuple(np.clip(seen, LEAST, MOST).tolist())
