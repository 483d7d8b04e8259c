"""Which given names are short or pet forms of which others, in four languages.

A short form may belong to several full names (Gigi: Luigi, Gianluigi).
"""

from functools import cache

from passo.engine.names.folding import fold
from passo.engine.names.given_names import ENGLISH, OTHERS
from passo.engine.names.short_forms import GERMAN, ITALIAN, SPANISH


@cache
def forms() -> dict[str, frozenset[str]]:
    """Each known given name to the full names it may stand for (itself too, if it is one).

    >>> sorted(forms()["gigi"])[:2]
    ['gianluigi', 'luigi']
    """
    found: dict[str, set[str]] = {}
    for line in (ITALIAN + GERMAN + SPANISH + ENGLISH).splitlines():
        names = [fold(word).replace("-", " ") for word in line.split()]
        for name in names:
            found.setdefault(name, set()).add(names[0])
    for name in fold(OTHERS).split():
        found.setdefault(name, set()).add(name)
    return {name: frozenset(full) for name, full in found.items()}


def roots(name: str) -> frozenset[str]:
    """Which full names may this given name stand for?

    Takes a folded name. Cost O(1) after the first call. Source: the table above.

    >>> sorted(roots("pepe")), sorted(roots("pino")), sorted(roots("abcde"))
    (['jose'], ['giuseppe'], [])
    """
    return forms().get(name, frozenset())


def is_given_name(name: str) -> bool:
    """Is this folded word one of the given names we know?

    >>> is_given_name("luca"), is_given_name("rossi")
    (True, False)
    """
    return name in forms()


def is_short_for(short: str, full: str) -> bool:
    """Is the one a short or pet form of the other?

    Two short forms of one name (Pino, Beppe) are no proof that it is one person, and are told
    by `roots` meeting.

    >>> is_short_for("pino", "giuseppe"), is_short_for("giuseppe", "pino")
    (True, False)
    """
    return short != full and full in roots(short)
