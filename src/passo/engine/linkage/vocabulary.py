"""The words that names are made of, each looked at once however often it occurs."""

import re
from dataclasses import dataclass
from itertools import chain

import numpy as np

from passo.engine.linkage.columns import Column, Long, Truth, Whole, numbered, numbered_many
from passo.engine.names import is_given_name, roots, sound, spelling
from passo.engine.names.parts import PARTICLES

MOST_TOKENS = 4
UMLAUTS = re.compile("([aou])e")
MOST_ROOTS = 6


@dataclass
class Vocabulary:
    """All given and family names of a book, by code; a name may be several words.

    texts      folded words with blanks between, particles left out, (names,)
    counts     how many records carry it as given or as family name, (names,)
    tokens     codes of its words, (names, most), −1 in free places
    roots      codes of the full names its words may be short for, (names, most), −1 where free
    sounds     codes of how its words sound, (names, most)
    full_sounds  the same, and of the full names they may be short for
    umlauts    codes that names share which differ in umlauts written out only, (names,)
    spellings  codes that names share which differ in spelling only, (names,)
    letters    code of its first letter, (names,)
    full_letters  the same of the full name it may be short for, (names,)
    is_initial nothing but single letters, (names,)
    is_known   a given name we know, (names,)
    """

    texts: list[str]
    counts: Long
    tokens: Whole
    roots: Whole
    sounds: Whole
    full_sounds: Whole
    umlauts: Whole
    spellings: Whole
    letters: Whole
    full_letters: Whole
    is_initial: Truth
    is_known: Truth


def vocabulary_of(names: Column, counts: Long) -> Vocabulary:
    """What is there to know about each name, before any two are compared?

    names   given and family names in one numbering; counts  records that carry each, (names,)

    Cost O(names × words in each).

    >>> words = vocabulary_of(Column(np.array([0, 1]), ["pino", "g b"]), np.array([1, 1]))
    >>> words.is_initial.tolist(), words.is_known.tolist()
    ([False, True], [True, False])
    """
    split = [text.split(" ")[:MOST_TOKENS] for text in names.values]
    rooted = [full_names(text, parts) for text, parts in zip(names.values, split, strict=True)]
    heard = {word: sound(word) for word in {*chain.from_iterable(split + rooted)}}
    spoken = [[heard[word] for word in parts] for parts in split]
    full = [
        list(dict.fromkeys(said + [heard[word] for word in more]))
        for said, more in zip(spoken, rooted, strict=True)
    ]
    known: dict[str, int] = {}
    return Vocabulary(
        texts=names.values,
        counts=counts,
        tokens=numbered_many(split).codes,
        roots=numbered_many(rooted).codes,
        sounds=numbered_many(spoken, known).codes,
        full_sounds=numbered_many(full, known).codes,
        umlauts=numbered([UMLAUTS.sub(r"\1", text) for text in names.values]).codes,
        spellings=numbered([spelling(text) for text in names.values]).codes,
        letters=np.array([ord(text[0]) for text in names.values], dtype=np.int32),
        full_letters=np.array(
            [ord((full or [text])[0][0]) for full, text in zip(rooted, names.values, strict=True)],
            dtype=np.int32,
        ),
        is_initial=np.array([all(len(word) == 1 for word in parts) for parts in split], dtype=bool),
        is_known=np.array([is_given_name(text) for text in names.values], dtype=bool),
    )


def full_names(text: str, parts: list[str]) -> list[str]:
    """What a name and its words may be short for, in a fixed order."""
    found = chain.from_iterable(sorted(roots(name)) for name in (text, *parts))
    return list(dict.fromkeys(found))[:MOST_ROOTS]


def without_particles(words: list[str]) -> str:
    """Looks for "van der Walt" as "walt"; a name of nothing but particles stays whole."""
    if len(words) == 1:
        return words[0]
    return " ".join([word for word in words if word not in PARTICLES] or words)
