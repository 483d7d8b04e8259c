"""A verb in the forms in which people promise with it, from its infinitive, as grammar makes them.

So a language names its deeds once, each by one word. What grammar makes wrongly (an irregular
verb) is written out where the verbs are.
"""

import re
from collections.abc import Iterable
from itertools import chain

DOUBLED = re.compile(
    "(?:pop|drop|stop|fit|cut|get|swap|set|put|nip|ship|plan|wrap|trim|run|dig|strip|transfer)$"
)
Tree = dict[str, "Tree"]
LAST = ""  # the key that says that a word ends here


def either(words: Iterable[str]) -> str:
    """One pattern for many words, as a tree of their letters: as fast for hundreds as for ten.

    >>> either(["bring", "bringe", "komme"])
    '(?:bring(?:e)?|komme)'
    """
    tree: Tree = {}
    for word in words:
        place = tree
        for letter in word:
            place = place.setdefault(letter, {})
        place[LAST] = {}
    return written(tree)


def written(tree: Tree) -> str:
    branches = [letter + written(below) for letter, below in sorted(tree.items()) if letter]
    if not branches:
        return ""
    if LAST in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def english_ing(verbs: str) -> str:
    """What “I am …” goes on with.

    >>> english_ing("send write drop")
    '(?:dropping|sending|writing)'
    """
    return either(map(ing, verbs.split()))


def ing(verb: str) -> str:
    if DOUBLED.match(verb):
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + "ing"


def german_i(verbs: str) -> str:
    """“Ich …” of an infinitive.

    >>> german_i("schicken liefern")
    '(?:liefer(?:e)?|schick(?:e)?)'
    """
    return either(chain.from_iterable((one + "e", one) for one in map(german_stem, verbs.split())))


def german_stem(verb: str) -> str:
    return verb[:-1] if verb.endswith("ern") else verb[:-2]


def italian_first(verbs: str) -> str:
    """“Io …” and “noi …”, now and to come; of -ire without -isc-.

    >>> italian_first("pagare")
    'pag(?:h(?:er(?:emo|ò)|iamo)|o)'
    """
    return either(chain.from_iterable(map(italian_forms, verbs.split())))


def italian_forms(verb: str) -> tuple[str, ...]:
    stem, ending = verb[:-3], verb[-3:]
    soft = stem
    if ending == "are" and stem[-1] in "cg":
        soft = stem + "h"
    elif ending == "are" and stem[-1] == "i":
        soft = stem[:-1]
    to_come = f"{stem}ir" if ending == "ire" else f"{soft}er"
    if ending == "are" and stem[-2:] in ("ci", "gi"):
        to_come = f"{stem[:-1]}er"
    elif ending == "are" and stem[-1] == "i":
        to_come = f"{stem}er"
    now = soft if soft[-1] != "i" else soft[:-1]
    return f"{stem}o", f"{now}iamo", f"{to_come}ò", f"{to_come}emo"


def spanish_first(verbs: str) -> str:
    """“Yo …” and “nosotros …”, now and to come.

    >>> spanish_first("enviar")
    'envi(?:a(?:mos|r(?:emos|é))|o)'
    """
    return either(chain.from_iterable(map(spanish_forms, verbs.split())))


def spanish_forms(verb: str) -> tuple[str, ...]:
    stem, vowel = verb[:-2], verb[-2]
    return f"{stem}o", f"{stem}{vowel}mos", f"{verb}é", f"{verb}emos"
