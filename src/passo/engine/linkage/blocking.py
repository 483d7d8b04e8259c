"""Which pairs are worth comparing at all? Those that have something in common."""

from collections.abc import Iterator

import numpy as np

from passo.engine.linkage.book import Book, as_one
from passo.engine.linkage.columns import Column, Long, Whole, entries_in, numbered, ranges

PAIRS_A_RECORD = 8  # what one kind of key may cost
LARGEST = 400  # records with one key, whatever the budget
Keys = tuple[Long, Long]


def candidates(book: Book, new_from: int = 0) -> tuple[Long, Long]:
    """Which pairs have a mail, a phone, a name that sounds alike, a birthday … in common?

    book         what `prepare` gives
    new_from     only pairs with a record from this index on
    gives        left < right, indices of records, (pairs,), each pair once, in order

    Each kind of key may give at most `PAIRS_A_RECORD` pairs a record: its largest groups are
    left out until it does, for what a thousand records share tells nobody apart.

    Cost O(keys log keys + pairs log pairs), linear in records by the budget.
    Source: the blocking of Fellegi and Sunter 1969, with many passes.

    >>> from passo.engine.linkage.book import prepare
    >>> from passo.engine.linkage.records import Records
    >>> book = prepare(Records(name=["Giuseppe Rossi", "Hans Huber", "Rossi Pino"]))
    >>> [side.tolist() for side in candidates(book)]
    [[0], [2]]
    """
    count = len(book)
    found = [pairs_within(*keys, count, new_from) for keys in all_keys(book)]
    keys = np.concatenate(found)
    keys.sort()
    keys = keys[np.diff(keys, prepend=-1) > 0]
    return keys // max(count, 1), keys % max(count, 1)


def pairs_within(records: Long, keys: Long, count: int, new_from: int) -> Long:
    """All pairs of records with one key, as left · count + right.

    records, keys   one entry for each key of each record, (entries,)
    """
    order = np.lexsort((records, keys))
    keys, records = keys[order], records[order]
    fresh = (np.diff(keys, prepend=-1) != 0) | (np.diff(records, prepend=-1) != 0)
    keys, records = keys[fresh], records[fresh]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    sizes = np.diff(np.append(starts, len(keys)))
    begin = np.repeat(starts, sizes)
    earlier = np.arange(len(keys)) - begin
    earlier[records < new_from] = 0
    earlier[np.repeat(sizes > largest(sizes, count), sizes)] = 0
    left = records[np.repeat(begin, earlier) + ranges(earlier)]
    found: Long = left * count + np.repeat(records, earlier)
    return found


def largest(sizes: Long, count: int) -> int:
    """The size up to which groups fit into the budget together."""
    ordered = np.sort(sizes)
    costs = np.cumsum(ordered * (ordered - 1) // 2)
    fitting = int(np.searchsorted(costs, PAIRS_A_RECORD * max(count, 1000), side="right"))
    if fitting == len(ordered):
        return LARGEST
    return min(LARGEST, int(ordered[fitting]) - 1)


def all_keys(book: Book) -> Iterator[Keys]:
    """Each kind of key: the records that have one, and their keys."""
    for several in (book.mails, book.beginnings, book.phones, book.others):
        yield several.entries()
    given, family = sounds(book, book.given), sounds(book, book.family)
    yield unordered(full_given(book), family)
    initials = letters(book, book.given), letters(book, book.family)
    yield chained(unordered(family, initials[0]), unordered(given, initials[1]))
    birthday = entries_of(book.birthday)
    yield birthday
    yield chained(*(joined(birthday, initial) for initial in initials))
    both = chained(given, family)
    for column in (book.organisation, book.code, book.city):
        yield joined(entries_of(column), both)
    yield joined(joined(entries_of(book.city), given), birthday)
    yield entries_of(book.street)
    yield one_word_keys(book)


def entries_of(column: Column) -> Keys:
    rows = np.flatnonzero(column.codes >= 0)
    return rows, column.codes[rows].astype(np.int64)


def sounds(book: Book, codes: Whole) -> Keys:
    """How each word of a name sounds, in one numbering for given and family names."""
    return by_name(codes, book.names.sounds)


def letters(book: Book, codes: Whole) -> Keys:
    return by_name(codes, book.names.letters[:, None])


def full_given(book: Book) -> Keys:
    """The sounds of given names and of the full names they may be short for."""
    return by_name(book.given, book.names.full_sounds)


def by_name(codes: Whole, matrix: Whole) -> Keys:
    """Spreads what is known of a name onto the records that carry it."""
    rows = np.flatnonzero(codes >= 0)
    places, keys = entries_in(matrix[codes[rows]])
    return rows[places], keys


def joined(one: Keys, two: Keys) -> Keys:
    """Every combination of a key of the one with a key of the other, within a record."""
    rows, first, second = combined(one, two)
    return rows, first << 32 | second


def unordered(one: Keys, two: Keys) -> Keys:
    """The same, whichever comes first."""
    rows, first, second = combined(one, two)
    return rows, np.minimum(first, second) << 32 | np.maximum(first, second)


def combined(one: Keys, two: Keys) -> tuple[Long, Long, Long]:
    """Joins two lists of (record, key) on the record."""
    order = np.argsort(two[0], kind="stable")
    rows, keys = two[0][order], two[1][order]
    begin = np.searchsorted(rows, one[0], side="left")
    sizes = np.searchsorted(rows, one[0], side="right") - begin
    places = np.repeat(begin, sizes) + ranges(sizes)
    return np.repeat(one[0], sizes), np.repeat(one[1], sizes), keys[places]


def chained(*keys: Keys) -> Keys:
    return np.concatenate([rows for rows, _ in keys]), np.concatenate([each for _, each in keys])


def one_word_keys(book: Book) -> Keys:
    """A name written as one word ("jsmith") meets every John Smith."""
    texts, solid = book.names.texts, book.solid
    alone = [solid.values[code] if code >= 0 else "" for code in solid.codes.tolist()]
    wanted = {word for word in alone if word}
    rows, found = [], []
    for row, (given, family) in enumerate(
        zip(book.given.tolist(), book.family.tolist(), strict=True)
    ):
        if alone[row]:
            rows.append(row)
            found.append(alone[row])
        elif wanted and given >= 0 and family >= 0:
            words = as_one(texts[given], texts[family]) & wanted
            rows.extend([row] * len(words))
            found.extend(words)
    return np.array(rows, dtype=np.int64), numbered(found).codes.astype(np.int64)
