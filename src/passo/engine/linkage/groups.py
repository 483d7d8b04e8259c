"""Which groups may become one person by themselves, and which pairs a person should look at?"""

from collections.abc import Collection, Iterable
from itertools import combinations

import numpy as np

from passo.engine.linkage import features as f
from passo.engine.linkage.columns import Levels, Long, Truth, numbered
from passo.engine.linkage.comparing import compare
from passo.engine.linkage.pairs import Pairs

SURE = 0.95
ASK_FROM = 0.2
LARGEST = 60  # records in a group; more of one person is an error of the source
RIVAL = 0.5  # as probable as this, somebody else might be meant
GENERATIONS = {"sr": "1", "senior": "1", "jr": "2", "junior": "2", "ii": "2", "iii": "3", "iv": "4"}
LONGEST = 300  # records that hang together; nobody joins any of a longer chain unseen


def certain(
    pairs: Pairs, *, separate: Collection[tuple[int, int]] = (), least: float = SURE
) -> list[list[int]]:
    """Which records may become one person without anybody looking?

    A pair may if it is at least `least` probable, if two things of different kinds speak for it,
    and if nothing speaks against it. A group may if no two of it contradict each other, whoever
    else links them: two birthdays, two clearly different given names, or an owner's “keep
    separate”. Joined are the most probable pairs first.

    pairs      what `find_pairs` gives
    separate   pairs of indices that the owner keeps apart
    gives      groups of two records or more, ascending, in the order of their first record

    Cost O(pairs log pairs + Σ group²).

    >>> from passo.engine.linkage.pairs import find_pairs
    >>> from passo.engine.linkage.records import Records
    >>> found = find_pairs(Records(name=["Jo Wood", "Jo Wood"], mails=[["j@w.uk"], ["j@w.uk"]]))
    >>> certain(found), certain(found, separate=[(0, 1)])
    ([[0, 1]], [])
    """
    apart = {frozenset(pair) for pair in separate}
    backed = is_backed(pairs.levels, is_nameless(pairs))
    backed &= ~is_of_another_generation(pairs) & ~has_rival(pairs)
    sure = np.flatnonzero((pairs.probability >= least) & backed)
    sure = sure[np.argsort(-pairs.probability[sure], kind="stable")]
    edges = list(zip(pairs.left[sure].tolist(), pairs.right[sure].tolist(), strict=True))
    chains = grown(edges, set(), most=None)
    endless = {record for chain in chains if len(chain) > LONGEST for record in chain}
    edges = [edge for edge in edges if edge[0] not in endless]
    apart |= contradictions(pairs, [chain for chain in chains if 2 < len(chain) <= LONGEST])  # noqa: PLR2004
    return sorted(group for group in grown(edges, apart) if len(group) > 1)


def is_of_another_generation(pairs: Pairs) -> Truth:
    """Is one of the two a junior, and the other nobody's or the father? (pairs,).

    Father and son share name, house and often the address; only one birthday tells otherwise.
    """
    book = pairs.book
    born = numbered([generation(name) for name in book.written.name]).codes
    named = (book.given >= 0) & (book.family >= 0)
    found: Truth = (
        (born[pairs.left] != born[pairs.right])
        & named[pairs.left]
        & named[pairs.right]
        & (pairs.levels[:, f.BIRTHDAY] != f.SAME_BIRTHDAY)
    )
    return found


def generation(name: str) -> str:
    """What stands behind a name to tell the father from the son.

    >>> generation("Mario Bianchi jr."), generation("Mario Bianchi"), generation("Junior")
    ('2', '', '')
    """
    *before, last = name.rpartition(" ")
    return GENERATIONS.get(last.strip(".,()").lower(), "") if before[0] else ""


def has_rival(pairs: Pairs) -> Truth:
    """Might an initial as well stand for somebody else? (pairs,).

    “M. Bianchi” at the family's address is Mario or Maria; who knows?
    """
    book, place = pairs.book, np.arange(len(pairs))
    short = (pairs.levels[:, f.GIVEN] == f.INITIAL) & (pairs.probability >= RIVAL)
    initial = np.append(book.names.is_initial, False)[book.given]
    rivals: dict[int, list[int]] = {}
    edges: dict[int, list[int]] = {}
    for mine, theirs in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
        for at in place[short & initial[mine] & ~initial[theirs]].tolist():
            rivals.setdefault(int(mine[at]), []).append(int(theirs[at]))
            edges.setdefault(int(mine[at]), []).append(at)
    several = [one for one in rivals if 1 < len(rivals[one]) <= LONGEST]
    against = contradictions(pairs, [rivals[one] for one in several])
    found = np.zeros(len(pairs), dtype=bool)
    for one in several:
        if any(frozenset(both) in against for both in combinations(rivals[one], 2)):
            found[edges[one]] = True
    return found


def is_nameless(pairs: Pairs) -> Truth:
    """Has one of the two no name at all, or one only guessed from a mail address? (pairs,)."""
    book = pairs.book
    named = ((book.given >= 0) | (book.family >= 0)) & ~book.is_guessed
    found: Truth = ~(named[pairs.left] & named[pairs.right])
    return found


def is_backed(levels: Levels, nameless: Truth) -> Truth:
    """Do two things of different kinds speak for each pair, and nothing loudly against it?

    A shared mail, phone or identifier with a name that agrees; a full name with a birthday, or
    with place and organisation; never a name alone, and never a shared address alone unless one
    of the two has no name to contradict it.
    """
    given, family = levels[:, f.GIVEN], levels[:, f.FAMILY]
    mail, phone, other = levels[:, f.MAIL], levels[:, f.PHONE], levels[:, f.OTHER]
    birthday, place = levels[:, f.BIRTHDAY], levels[:, f.PLACE]
    own = (mail == f.SAME_MAIL) | (phone == f.SAME_PHONE) | (other == f.SAME_OTHER)
    shared = own | (mail == f.SHARED_BY_FEW) | (phone == f.PHONE_OF_FEW)
    shared |= (mail == f.SHARED_BY_MANY) | (phone == f.PHONE_OF_MANY) | (other == f.OTHER_OF_MANY)
    full = (given >= f.SHORT_FORM) & (family >= f.FAMILY_NEAR)
    names_agree = (given >= f.INITIAL) & (family != f.DIFFERENT)
    names_agree |= (given == 0) & (family >= f.FAMILY_NEAR)
    born = birthday >= f.BIRTHDAY_NEAR
    lives = place >= f.STREET_ALIKE
    works = levels[:, f.ORGANISATION] == f.SAME_ORGANISATION
    kinds = (
        shared.astype(int) + (mail == f.NEAR_MAIL) + (mail == f.SAME_LOCAL) + born + lives + works
    )
    backed = (own & names_agree) | (shared & full) | (full & born)
    backed |= names_agree & (kinds >= 2)  # noqa: PLR2004
    backed |= own & nameless
    found: Truth = backed & ~opposed(levels)
    return found


def opposed(levels: Levels) -> Truth:
    """Does something speak loudly against a pair?

    Two given names, two birthdays; two family names, unless birthday and given name agree, for
    people marry.
    """
    married = (levels[:, f.BIRTHDAY] == f.SAME_BIRTHDAY) & (levels[:, f.GIVEN] >= f.SHORT_FORM)
    found: Truth = (
        (levels[:, f.GIVEN] == f.DIFFERENT)
        | (levels[:, f.BIRTHDAY] == f.DIFFERENT)
        | ((levels[:, f.FAMILY] == f.DIFFERENT) & ~married)
    )
    return found


def contradictions(pairs: Pairs, chains: list[list[int]]) -> set[frozenset[int]]:
    """The pairs within what the edges join that speak against each other."""
    left, right = all_within(chains)
    against = opposed(compare(pairs.book, left, right)[0])
    found = zip(left[against].tolist(), right[against].tolist(), strict=True)
    return {frozenset(pair) for pair in found}


def all_within(groups: Iterable[list[int]]) -> tuple[Long, Long]:
    """All pairs of records that stand in one group."""
    sides = [np.array(group)[np.stack(np.triu_indices(len(group), k=1))] for group in groups]
    joined = np.concatenate([np.empty((2, 0), dtype=np.int64), *sides], axis=1)
    return joined[0], joined[1]


def grown(
    edges: Iterable[tuple[int, int]], apart: set[frozenset[int]], most: int | None = LARGEST
) -> list[list[int]]:
    """Joins records along the edges in their order, never two that shall stay apart.

    >>> grown([(0, 1), (1, 2)], {frozenset((0, 2))})
    [[0, 1]]
    """
    group_of: dict[int, list[int]] = {}
    for left, right in edges:
        one, two = group_of.setdefault(left, [left]), group_of.setdefault(right, [right])
        if one is two or (most and len(one) + len(two) > most) or clash(one, two, apart):
            continue
        small, large = sorted((one, two), key=len)
        large.extend(small)
        group_of.update(dict.fromkeys(small, large))
    groups = {id(group): group for group in group_of.values() if len(group) > 1}
    return [sorted(group) for group in groups.values()]


def clash(one: list[int], two: list[int], apart: set[frozenset[int]]) -> bool:
    return bool(apart) and any(frozenset((a, b)) in apart for a in one for b in two)


def doubtful(
    pairs: Pairs,
    *,
    groups: Iterable[Iterable[int]] = (),
    separate: Collection[tuple[int, int]] = (),
    least: float = ASK_FROM,
    limit: int = 500,
) -> Long:
    """Which pairs should the owner look at, the most probable first?

    pairs      what `find_pairs` gives
    groups     what is joined already; two groups are asked about once
    separate   pairs of indices that the owner keeps apart
    gives      indices into `pairs`, at most `limit`

    Cost O(pairs log pairs).
    """
    group_of = {record: number for number, group in enumerate(groups) for record in group}
    asked = {frozenset((group_of.get(one, ~one), group_of.get(two, ~two))) for one, two in separate}
    found: list[int] = []
    order = np.argsort(-pairs.probability, kind="stable")
    for place in order[pairs.probability[order] >= least].tolist():
        one, two = int(pairs.left[place]), int(pairs.right[place])
        both = frozenset((group_of.get(one, ~one), group_of.get(two, ~two)))
        if len(both) == 1 or both in asked:
            continue
        asked.add(both)
        found.append(place)
        if len(found) == limit:
            break
    return np.array(found, dtype=np.int64)
