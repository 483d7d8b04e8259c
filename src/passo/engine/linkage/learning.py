"""Learns from the book itself how much each likeness says: expectation and maximisation."""

from dataclasses import dataclass

import numpy as np

from passo.engine.linkage.book import Book, frequencies
from passo.engine.linkage.columns import Levels, Long, Reals
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
    DUPLICATES,
    LEAST,
    MOST,
    Model,
    holders,
    prior,
    usual_model,
    weights,
)

ROUNDS = 20
AT_RANDOM = 100_000
# How many pairs (or, for rates, records) what we believe beforehand is worth
WORTH_OF_M = 40.0
WORTH_OF_U = 300.0
WORTH_IN_RECORDS = 200.0
STEP = 0.25  # of the weight of rare values, where pairs of one pattern are counted together
FURTHEST = 7.75
REPEATED = 0.25


@dataclass
class Patterns:
    """Pairs that look the same, counted: levels (patterns, features), extra weight and count."""

    levels: Levels
    rarity: Reals
    counts: Reals

    def odds(self, model: Model, held: Reals, count: int) -> Reals:
        return prior(model, count) + self.rarity + total_weight(self.levels, weights(model, held))


def total_weight(levels: Levels, weight: list[Reals]) -> Reals:
    """The sum of the weights of each pair's levels, (pairs,).

    A firm's phone, its address and its name are one circumstance seen three times: of what
    colleagues or a family have in common, the weightiest counts whole and the rest a quarter.
    """
    total, shared, strongest = np.zeros((3, len(levels)))
    for number, feature in enumerate(FEATURES):
        common = weight[number] * np.isin(np.arange(len(weight[number])), feature.circumstances)
        common = np.maximum(common, 0)
        total += (weight[number] - common)[levels[:, number]]
        of_pair = common[levels[:, number]]
        shared += of_pair
        np.maximum(strongest, of_pair, out=strongest)
    return total + strongest + REPEATED * (shared - strongest)


def probability(odds: Reals) -> Reals:
    """From log odds to 0…1."""
    return 1 / (1 + np.exp(-np.clip(odds, -500, 500)))


def rarity(book: Book, left: Long, levels: Levels) -> Reals:
    """How much more than the usual does it say that just this value is shared?

    log(u of the level / frequency of the value), for equal given and family names,
    organisations, birthdays and towns; (pairs,). A rare surname adds, Rossi takes away; a large
    firm takes away, but a small one adds nothing, for its people are few but not one.

    Source: Winkler 1988; the frequencies are smoothed as `book.frequencies` says.
    """
    total = np.zeros(len(left))
    for feature, level, codes, chance in valued(book):
        usual = FEATURES[feature].levels[level - 1].u
        here = np.flatnonzero(levels[:, feature] == level)
        more = np.log(usual) - np.log(chance[codes[left[here]]])
        total[here] += np.minimum(more, 0) if FEATURES[feature].circumstances else more
    return total


def valued(book: Book) -> list[tuple[int, int, Long, Reals]]:
    """Feature, level, codes of the records, frequencies of the values."""
    found = []
    for feature, level, codes in (
        (GIVEN, SAME_GIVEN, book.given),
        (FAMILY, SAME_FAMILY, book.family),
    ):
        usual = FEATURES[feature].levels[level - 1].u
        found.append((feature, level, codes, frequencies(book.names, usual)))
    for feature, level, column in (
        (ORGANISATION, SAME_ORGANISATION, book.organisation),
        (BIRTHDAY, SAME_BIRTHDAY, book.birthday),
        (PLACE, SAME_CITY, book.city),
    ):
        usual = FEATURES[feature].levels[level - 1].u
        found.append((feature, level, column.codes, frequencies(column, usual)))
    return found


def patterns(levels: Levels, rare: Reals) -> Patterns:
    """Counts pairs together that look the same, so that each round costs patterns, not pairs."""
    step = np.rint(np.clip(rare, -FURTHEST, FURTHEST) / STEP).astype(np.int64) + 32
    key = step
    for feature in range(levels.shape[1]):
        key = key << 3 | levels[:, feature]
    _, first, counts = np.unique(key, return_index=True, return_counts=True)
    return Patterns(levels[first], (step[first] - 32) * STEP, counts.astype(float))


def pairs_at_random(count: int, seed: int) -> tuple[Long, Long]:
    """Pairs of different records: all of them in a small book, else a sample."""
    if count * (count - 1) // 2 <= AT_RANDOM:
        left, right = np.triu_indices(count, k=1)
        return left.astype(np.int64), right.astype(np.int64)
    chance = np.random.default_rng(seed)
    left = chance.integers(0, count, AT_RANDOM)
    right = (left + chance.integers(1, count, AT_RANDOM)) % count
    return left, right


def learn(book: Book, left: Long, levels: Levels, seed: int = 0) -> Model:
    """How much does each likeness say in this very book?

    m  from the pairs worth comparing, each counted with the probability that it is one person
    u  from pairs at random, each counted with the probability that it is not; at levels that
       hardly ever meet by chance, from the pairs worth comparing, a person
    Both start from, and are held by, what we believe beforehand (a Dirichlet prior worth 40 pairs
    for m, 300 for u), so that a book of thirty people is judged sensibly too.

    book     what `prepare` gives
    left     first record of each pair, (pairs,)
    levels   what `compare` gives for all candidates, (pairs, features)

    Cost O(pairs) once, then O(patterns) a round.
    Source: Fellegi and Sunter 1969; EM as Winkler 1988 and Jaro 1989 use it.
    """
    held, count = holders(book), len(book)
    met = patterns(levels, rarity(book, left, levels))
    one, two = pairs_at_random(count, seed)
    random_levels = compare(book, one, two)[0]
    random = patterns(random_levels, rarity(book, one, random_levels))
    model = usual_model()
    for _round in range(ROUNDS):
        is_one = met.counts * probability(met.odds(model, held, count))
        is_two = random.counts * (1 - probability(random.odds(model, held, count)))
        model = Model(
            m=tuple(learn_m(met, is_one)),
            u=tuple(learn_u(random, is_two, met, met.counts - is_one, held)),
            duplicates=learn_duplicates(float(is_one.sum()), count),
        )
    return model


def learn_m(met: Patterns, is_one: Reals) -> list[tuple[float, ...]]:
    """Shares of levels among pairs of one person."""
    found = []
    for place, feature in enumerate(FEATURES):
        seen = np.bincount(met.levels[:, place], is_one, len(feature.levels) + 1)[1:]
        expected = np.array([level.m for level in feature.levels]) * WORTH_OF_M
        shares = (seen + expected) / (seen.sum() + expected.sum())
        if shares[0] > feature.most_different:
            shares[1:] *= (1 - feature.most_different) / (1 - shares[0])
            shares[0] = feature.most_different
        found.append(tuple(shares.tolist()))
    return found


def learn_u(
    random: Patterns, is_two: Reals, met: Patterns, others: Reals, held: Reals
) -> list[tuple[float, ...]]:
    """Shares of levels among pairs of two people, and rates a person where that is rarer."""
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
    return found


def learn_duplicates(pairs: float, count: int) -> float:
    """Expected number of other records of the same person."""
    seen = (2 * pairs + DUPLICATES * WORTH_IN_RECORDS) / (count + WORTH_IN_RECORDS)
    return float(np.clip(seen, LEAST, MOST))
