"""How alike are two records in each feature?"""

from collections.abc import Callable

import numpy as np
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from passo.engine.linkage import features as f
from passo.engine.linkage.book import NO_DIGITS, Book, as_one
from passo.engine.linkage.columns import Column, Levels, Long, Reals, Truth, Whole, shares_value
from passo.engine.linkage.vocabulary import Vocabulary
from passo.engine.names import fold

GIVEN_ALIKE = 0.86
FAMILY_ALIKE = 0.82
FAMILY_NEAR = 0.92
SLIPS = 2
OTHER_NEAR = 0.9
ORGANISATION_ALIKE = 0.9
STREET_ALIKE = 0.88
FEW = 4  # a family, not an office
LETTERS_FOR_PREFIX = 3


def compare(book: Book, left: Long, right: Long) -> tuple[Levels, Truth]:
    """How alike are the two records of each pair, feature by feature?

    book           what `prepare` gives
    left, right    indices of records, (pairs,)
    gives          levels (pairs, features) uint8, 0 where one of the two has nothing;
                   and where given and family name were compared crosswise, (pairs,)

    Names are compared once per pair of different spellings, not once per pair of records.
    Cost O(pairs + different spellings).
    Source: Jaro 1989 and Winkler 1990 for the similarity of strings.

    >>> from passo.engine.linkage.book import prepare
    >>> from passo.engine.linkage.records import Records
    >>> book = prepare(Records(name=["Giuseppe Rossi", "Rossi Pino"]))
    >>> compare(book, np.array([0]), np.array([1]))[0][0, :2].tolist()
    [5, 4]
    """
    levels = np.zeros((len(left), len(f.FEATURES)), dtype=np.uint8)
    crossed = compare_names(book, left, right, levels)
    levels[:, f.MAIL] = mail_levels(book, left, right)
    forget_what_names_explain(book, left, right, levels)
    levels[:, f.PHONE] = phone_levels(book, left, right)
    levels[:, f.OTHER] = other_levels(book, left, right)
    levels[:, f.ORGANISATION] = text_levels(book.organisation, left, right, ORGANISATION_ALIKE)
    levels[:, f.BIRTHDAY] = birthday_levels(book, left, right)
    levels[:, f.PLACE] = place_levels(book, left, right)
    return levels, crossed


def once(one: Whole, two: Whole, level: Callable[[Whole, Whole], Levels]) -> Levels:
    """Levels of pairs of codes, found once for each different pair; 0 where a code is −1."""
    result = np.zeros(len(one), dtype=np.uint8)
    both = np.flatnonzero((one >= 0) & (two >= 0))
    low, high = np.minimum(one[both], two[both]), np.maximum(one[both], two[both])
    keys, back = np.unique(low.astype(np.int64) << 32 | high, return_inverse=True)
    first, second = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
    result[both] = level(first, second)[back]
    return result


def likeness(texts: list[str], one: Whole, two: Whole) -> Reals:
    """Jaro-Winkler similarity of texts by code, 0…1."""
    return np.asarray(
        cpdist(
            [texts[code] for code in one.tolist()],
            [texts[code] for code in two.tolist()],
            scorer=JaroWinkler.similarity,
            dtype=np.float32,
        ),
        dtype=np.float64,
    )


def meet(matrix: Whole, one: Whole, two: Whole) -> Truth:
    """Do two rows of codes have one in common?"""
    return shares_value(matrix, one.astype(np.int64), two.astype(np.int64))[0]


def compare_names(book: Book, left: Long, right: Long, levels: Levels) -> Truth:
    """Given and family name straight, and crosswise where straight they do not agree."""
    given, family, names = book.given, book.family, book.names
    levels[:, f.GIVEN] = once(given[left], given[right], lambda a, b: given_levels(names, a, b))
    levels[:, f.FAMILY] = once(family[left], family[right], lambda a, b: family_levels(names, a, b))
    crossed = cross(book, left, right, levels)
    written_as_one(book, left, right, levels)
    handle = is_handle(book)
    unclear = (levels[:, f.GIVEN] == f.DIFFERENT) & (handle[left] | handle[right])
    levels[unclear, f.GIVEN] = 0
    return crossed


def is_handle(book: Book) -> Truth:
    """One long word that is no given name we know says a user name, not a given one, (records,)."""
    known = np.append(book.names.is_known, False)
    found: Truth = (book.solid.codes >= 0) & (book.family < 0) & ~known[book.given]
    return found


def given_levels(names: Vocabulary, one: Whole, two: Whole) -> Levels:
    """Levels of pairs of given names."""
    alike = likeness(names.texts, one, two)
    initial = names.is_initial[one] | names.is_initial[two]
    # Of two names we know, Luca and Lucia are two people, Eric and Erik may be one
    strangers = names.is_known[one] & names.is_known[two]
    strangers &= names.spellings[one] != names.spellings[two]
    short = meet(names.roots, one, two) | meet(names.tokens, one, two)
    short |= begins(names.texts, one, two, alike)
    levels = np.full(len(one), f.DIFFERENT, dtype=np.uint8)
    levels[(alike >= GIVEN_ALIKE) & ~strangers] = f.ALIKE
    levels[short] = f.SHORT_FORM
    levels[initial] = f.DIFFERENT
    levels[initial & (names.letters[one] == names.letters[two])] = f.INITIAL
    levels[names.umlauts[one] == names.umlauts[two]] = f.SAME_GIVEN
    return levels


def begins(texts: list[str], one: Whole, two: Whole, alike: Reals) -> Truth:
    """Is the one the beginning of the other, as in Alex and Alexander?"""
    result = np.zeros(len(one), dtype=bool)
    for place in np.flatnonzero(alike >= FAMILY_ALIKE).tolist():
        short, long = sorted((texts[one[place]], texts[two[place]]), key=len)
        result[place] = (
            len(short) >= LETTERS_FOR_PREFIX
            and len(long) > len(short) + 1
            and long.startswith(short)
        )
    return result


def family_levels(names: Vocabulary, one: Whole, two: Whole) -> Levels:
    """Levels of pairs of family names; one of two surnames in common is near."""
    alike = likeness(names.texts, one, two)
    initial = names.is_initial[one] | names.is_initial[two]
    levels = np.full(len(one), f.DIFFERENT, dtype=np.uint8)
    levels[alike >= FAMILY_ALIKE] = f.FAMILY_ALIKE
    levels[initial & (names.letters[one] == names.letters[two])] = f.FAMILY_ALIKE
    levels[(alike >= FAMILY_NEAR) | meet(names.tokens, one, two)] = f.FAMILY_NEAR
    levels[names.umlauts[one] == names.umlauts[two]] = f.SAME_FAMILY
    return levels


def cross(book: Book, left: Long, right: Long, levels: Levels) -> Truth:
    """Compares given with family name where that explains more than straight; tells where."""
    crossed = np.zeros(len(left), dtype=bool)
    straight = levels[:, f.GIVEN].astype(int) + levels[:, f.FAMILY]
    poor = np.flatnonzero((levels[:, f.GIVEN] <= 1) & (levels[:, f.FAMILY] <= 1) & (straight <= 2))  # noqa: PLR2004
    a, b = left[poor], right[poor]

    def across(one: Whole, two: Whole) -> Levels:
        return family_levels(book.names, one, two)

    there = once(book.given[a], book.family[b], across)
    back = once(book.family[a], book.given[b], across)
    good = (np.maximum(there, back) >= f.FAMILY_NEAR) & (there != 1) & (back != 1)
    as_given = np.array([0, f.DIFFERENT, f.ALIKE, f.ALIKE, f.SAME_GIVEN], dtype=np.uint8)
    levels[poor[good], f.GIVEN] = as_given[there[good]]
    levels[poor[good], f.FAMILY] = back[good]
    crossed[poor[good]] = True
    return crossed


def written_as_one(book: Book, left: Long, right: Long, levels: Levels) -> None:
    """Sees that "jsmith" is John Smith: one word that the other's two names make."""
    for one, two in ((left, right), (right, left)):
        open_ = (
            (book.solid.codes[one] >= 0)
            & (book.given[two] >= 0)
            & (book.family[two] >= 0)
            & (levels[:, f.GIVEN] <= 1)
            & (levels[:, f.FAMILY] <= 1)
        )
        for place in np.flatnonzero(open_).tolist():
            word = book.solid.values[book.solid.codes[one[place]]]
            texts = book.names.texts
            if word in as_one(texts[book.given[two[place]]], texts[book.family[two[place]]]):
                levels[place, f.GIVEN] = f.WRITTEN_AS_ONE
                levels[place, f.FAMILY] = 0


def mail_levels(book: Book, left: Long, right: Long) -> Levels:
    """Levels of pairs by their mail addresses."""
    column = book.mails
    present = column.present()
    shared, value = shares_value(column.codes, left, right)
    levels = (present[left] & present[right]).astype(np.uint8)
    levels[shared] = by_crowd(
        book.crowd_mails[value[shared]], (f.SAME_MAIL, f.SHARED_BY_FEW, f.SHARED_BY_MANY)
    )
    open_ = np.flatnonzero(levels == 1)
    begins_same, value = shares_value(book.beginnings.codes, left[open_], right[open_])
    levels[open_[begins_same]] = 0  # "giuseppe.rossi" only says the name once more
    own = np.append(book.is_own_beginning, False)[value]
    levels[open_[begins_same & own]] = f.SAME_LOCAL
    near = once(
        column.codes[left[open_], 0],
        column.codes[right[open_], 0],
        lambda a, b: nearly(column.values, a, b),
    )
    levels[open_[(near > 0) & ~begins_same]] = f.NEAR_MAIL
    return levels


def forget_what_names_explain(book: Book, left: Long, right: Long, levels: Levels) -> None:
    """luca.rossi@ and luca.rosso@ are as near as Rossi and Rosso, which was counted already."""
    near, family = levels[:, f.MAIL] == f.NEAR_MAIL, levels[:, f.FAMILY]
    suspects = near & (family > 0) & (family < f.SAME_FAMILY)
    for place in np.flatnonzero(suspects).tolist():
        if all(says_family(book, int(side[place])) for side in (left, right)):
            levels[place, f.MAIL] = 0


def says_family(book: Book, record: int) -> bool:
    """Does a record's first mail address contain its family name?"""
    code = int(book.family[record])
    family = book.names.texts[code].replace(" ", "") if code >= 0 else "@"
    return family in fold(book.mails.values[book.mails.codes[record, 0]])


def nearly(texts: list[str], one: Whole, two: Whole) -> Levels:
    """At most two slips of the pen apart, and none in a digit."""
    first, second = [texts[code] for code in one.tolist()], [texts[code] for code in two.tolist()]
    apart = cpdist(first, second, scorer=OSA.distance, score_cutoff=SLIPS, dtype=np.int32)
    result = np.zeros(len(one), dtype=np.uint8)
    for place in np.flatnonzero(apart <= SLIPS).tolist():
        digits = [NO_DIGITS.sub("", text) for text in (first[place], second[place])]
        result[place] = digits[0] == digits[1]
    return result


def by_crowd(crowd: Long, alone_few_many: tuple[int, int, int]) -> Levels:
    """A value that one person holds, a family, or an office."""
    alone, few, many = alone_few_many
    return np.where(crowd <= 1, alone, np.where(crowd <= FEW, few, many)).astype(np.uint8)


def phone_levels(book: Book, left: Long, right: Long) -> Levels:
    """Levels of pairs by their phone numbers."""
    present = book.phones.present()
    shared, value = shares_value(book.phones.codes, left, right)
    levels = (present[left] & present[right]).astype(np.uint8)
    levels[shared] = by_crowd(
        book.crowd_phones[value[shared]], (f.SAME_PHONE, f.PHONE_OF_FEW, f.PHONE_OF_MANY)
    )
    return levels


def other_levels(book: Book, left: Long, right: Long) -> Levels:
    """Levels of pairs by further identifiers."""
    column = book.others
    present = column.present()
    shared, value = shares_value(column.codes, left, right)
    levels = (present[left] & present[right]).astype(np.uint8)
    near = once(
        column.codes[left, 0],
        column.codes[right, 0],
        lambda a, b: (likeness(column.values, a, b) >= OTHER_NEAR).astype(np.uint8),
    )
    levels[near > 0] = f.NEAR_OTHER
    levels[shared] = by_crowd(
        book.crowd_others[value[shared]], (f.SAME_OTHER, f.OTHER_OF_MANY, f.OTHER_OF_MANY)
    )
    return levels


def text_levels(column: Column, left: Long, right: Long, alike: float) -> Levels:
    """1 different, 2 alike, 3 same."""

    def level(one: Whole, two: Whole) -> Levels:
        close = likeness(column.values, one, two) >= alike
        return np.where(one == two, 3, np.where(close, 2, 1)).astype(np.uint8)

    return once(column.codes[left], column.codes[right], level)


def birthday_levels(book: Book, left: Long, right: Long) -> Levels:
    """Levels of pairs by birthday; a year that one of them leaves out is no difference."""
    one, two = book.birthdays[left], book.birthdays[right]
    known = (one[:, 1] > 0) & (two[:, 1] > 0)
    equal = one == two
    parts = equal.sum(axis=1)
    swapped = equal[:, 0] & (one[:, 1] == two[:, 2]) & (one[:, 2] == two[:, 1])
    same_day = equal[:, 1] & equal[:, 2]
    yearless = (one[:, 0] == 0) | (two[:, 0] == 0)
    levels = known.astype(np.uint8) * f.DIFFERENT
    levels[known & ~yearless & (digits_apart(one, two) <= 2)] = f.BIRTHDAY_ALIKE  # noqa: PLR2004
    levels[known & ~yearless & ((parts == 2) | swapped)] = f.BIRTHDAY_NEAR  # noqa: PLR2004
    levels[known & yearless & same_day] = f.SAME_DAY
    levels[known & ~yearless & (parts == 3)] = f.SAME_BIRTHDAY  # noqa: PLR2004
    return levels


def digits_apart(one: Whole, two: Whole) -> Long:
    """How many of the eight digits of two dates differ, (pairs,)."""
    apart = np.zeros(len(one), dtype=np.int64)
    for column, places in ((0, 4), (1, 2), (2, 2)):
        mine, theirs = one[:, column], two[:, column]
        for place in range(places):
            apart += mine // 10**place % 10 != theirs // 10**place % 10
    return apart


def place_levels(book: Book, left: Long, right: Long) -> Levels:
    """Levels of pairs by postal address; a street counts where the town does not speak against."""
    street = text_levels(book.street, left, right, STREET_ALIKE)
    city = text_levels(book.city, left, right, FAMILY_NEAR)
    code = text_levels(book.code, left, right, 2.0)
    here = (city != 1) | (code == 3)  # noqa: PLR2004
    levels = ((street > 0) | (city > 0) | (code > 0)).astype(np.uint8)
    levels[city >= 2] = f.SAME_CITY  # noqa: PLR2004
    levels[code == 3] = f.SAME_CODE  # noqa: PLR2004
    levels[(street == 2) & here] = f.STREET_ALIKE  # noqa: PLR2004
    levels[(street == 3) & here] = f.SAME_STREET  # noqa: PLR2004
    return levels
