"""Why two records may be one person, in sentences."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from passo.engine.linkage import features as f
from passo.engine.linkage.book import written_name
from passo.engine.linkage.columns import Long, Manifold, shares_value
from passo.engine.linkage.learning import rarity
from passo.engine.linkage.model import holders, weights
from passo.engine.linkage.pairs import Pairs
from passo.engine.names import fold, is_short_for


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for (weight > 0) or against (< 0) it; weight in bits.

    `sentence` is English with `%(name)s` places, to be translated; `values` fills them.
    """

    feature: str
    level: str
    weight: float
    sentence: str
    values: Mapping[str, str | int]

    def __str__(self) -> str:
        return self.sentence % self.values


def reasons(pairs: Pairs, place: int) -> list[Reason]:
    """Why do you think that these two are one?

    pairs    what `find_pairs` gives
    place    index into it
    gives    one reason a feature that both have, the weightiest first

    Cost O(features).

    >>> from passo.engine.linkage.pairs import find_pairs
    >>> from passo.engine.linkage.records import Records
    >>> found = find_pairs(Records(
    ...     name=["Giuseppe Rossi", "Pino Rossi"], phones=[["+390151234"], ["+390151234"]]))
    >>> for reason in reasons(found, 0):
    ...     print(reason)
    The same family name: Rossi.
    The same phone number.
    Pino is short for Giuseppe.
    """
    book = pairs.book
    of_level = weights(pairs.model.m, pairs.model, holders(book))
    found = []
    for number, feature in enumerate(f.FEATURES):
        level = int(pairs.levels[place, number])
        if not level:
            continue
        alone = np.zeros((1, len(f.FEATURES)), dtype=np.uint8)
        alone[0, number] = level
        own, common = rarity(book, pairs.left[place : place + 1], alone)
        weight = float(of_level[number][level] + own[0] + common[0])
        said = feature.levels[level - 1]
        values = VALUES[number](pairs, place)
        sentence = said.sentence
        if number == f.GIVEN and level == f.SHORT_FORM and not is_told(values):
            sentence = f.PET_FORMS
        found.append(Reason(feature.name, said.name, weight / np.log(2), sentence, values))
    return sorted(found, key=lambda reason: -abs(reason.weight))


Values = dict[str, str | int]


def is_told(values: Values) -> bool:
    """Does the one name really stand for the other, so that it may be said?"""
    return is_short_for(fold(str(values["short"])), fold(str(values["full"])))


def name_values(pairs: Pairs, place: int, part: int) -> Values:
    """Both names as written; a short form is told before its full form."""
    written = pairs.book.written
    both = [
        written_name(written.given[row], written.family[row], written.name[row])
        for row in (int(pairs.left[place]), int(pairs.right[place]))
    ]
    turned = part ^ int(pairs.crossed[place])
    left, right = both[0][part], both[1][turned]
    short, full = sorted((left, right), key=len)
    if is_short_for(fold(full), fold(short)):
        short, full = full, short
    return {"left": left, "right": right, "short": short, "full": full}


def shared_value(column: Manifold, crowd: Long, pairs: Pairs, place: int) -> Values:
    """The value both have, and how many people use it."""
    here = slice(place, place + 1)
    found, value = shares_value(column.codes, pairs.left[here], pairs.right[here])
    if not found[0]:
        return {}
    return {"value": column.values[value[0]], "people": int(crowd[value[0]])}


def mail_values(pairs: Pairs, place: int) -> Values:
    book = pairs.book
    return shared_value(book.mails, book.crowd_mails, pairs, place) or shared_value(
        book.beginnings, book.crowd_beginnings, pairs, place
    )


def phone_values(pairs: Pairs, place: int) -> Values:
    return shared_value(pairs.book.phones, pairs.book.crowd_phones, pairs, place)


def other_values(pairs: Pairs, place: int) -> Values:
    book, left = pairs.book, int(pairs.left[place])
    first = book.others.values[book.others.codes[left, 0]]
    return {"value": first} | shared_value(book.others, book.crowd_others, pairs, place)


def written_value(pairs: Pairs, place: int, column: str) -> Values:
    rows = getattr(pairs.book.written, column)
    return {"left": rows[int(pairs.left[place])], "right": rows[int(pairs.right[place])]}


def place_values(pairs: Pairs, place: int) -> Values:
    """The town, or the whole address where it is shared."""
    if pairs.levels[place, f.PLACE] == f.SAME_STREET:
        return written_value(pairs, place, "street")
    return written_value(pairs, place, "city")


VALUES: tuple[Callable[[Pairs, int], Values], ...] = (
    lambda pairs, place: name_values(pairs, place, 0),
    lambda pairs, place: name_values(pairs, place, 1),
    mail_values,
    phone_values,
    other_values,
    lambda pairs, place: written_value(pairs, place, "organisation"),
    lambda pairs, place: written_value(pairs, place, "birthday"),
    place_values,
)
