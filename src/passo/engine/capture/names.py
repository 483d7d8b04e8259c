"""How a name may be written: declined, without marks, short."""

from functools import cache, lru_cache

from passo.engine.capture.line import fold
from passo.engine.names import roots
from passo.engine.names.nicknames import forms as short_forms

EXACT, FOLDED, SPELT, DECLINED, SHORT = 5, 4, 3, 2, 1
SPELLINGS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"))
SHORTEST_DECLINED = 4


@cache
def shortened() -> dict[str, frozenset[str]]:
    """Each full name to the short forms that may stand in an address book for it."""
    found: dict[str, set[str]] = {}
    for short, full in short_forms().items():
        for name in full - {short}:
            found.setdefault(name, set()).add(short)
    return {name: frozenset(shorts) for name, shorts in found.items()}


@lru_cache(maxsize=20_000)
def forms(word: str) -> dict[str, int]:
    """The folded words that a written word may stand for, each with how good a match it is.

    >>> forms("Brandts") == {"brandts": FOLDED, "brandt": DECLINED}
    True
    >>> forms("Pino")["giuseppe"] == SHORT
    True
    """
    folded = fold(word)
    found = dict.fromkeys(roots(folded) | shortened().get(folded, frozenset()), SHORT)
    if len(folded) >= SHORTEST_DECLINED and folded[-1] == "s":
        found[folded[:-1]] = DECLINED
    for written, spelt in SPELLINGS:
        if written in word.lower():
            found[fold(word.lower().replace(written, spelt))] = SPELT
        elif spelt in folded:
            found[folded.replace(spelt, spelt[0])] = SPELT
    found[folded] = FOLDED
    return found
